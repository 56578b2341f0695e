"""What tags do to the layout around them: rows that vanish, blocks that cut through elements, cells left empty.

docxtpl's `{%p %}`, `{%tr %}` and `{%tc %}` take their paragraph, row or cell away with all that stands in it; text
beside such a tag would be lost without a word and is refused. A block may cut through elements as long as each pass
closes and opens the same ones. A cell whose paragraphs can all vanish gets an empty one, since Word opens no cell
without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from jinja2 import Environment, TemplateSyntaxError, nodes, pass_context
from lxml import etree
from markupsafe import Markup

from ita_docs.engine.places import Places, unmarked
from ita_docs.engine.sandbox import RenderContext
from ita_docs.engine.wordml import TAG, W, cell_paragraphs, joined, own, paragraphs, value
from ita_docs.errors import Fault, Place
from ita_docs.patterns import lazy_pattern

LEVEL = lazy_pattern(r"\{[{%#](tr|tc|p)\s")
KEYWORD = lazy_pattern(r"\{%[-+]?\s*(?:(?:tr|tc|p|r)\s+)?(\w+)")
ASSIGNMENT = lazy_pattern(r"\{%[-+]?\s*(?:(?:tr|tc|p|r)\s+)?set\s+[\w\s.,()]+=(?!=)")
BLOCKS = {"for", "if", "set", "macro", "call", "filter", "block", "with"}
_MARKUP = lazy_pattern(r"<(/?)([\w:.-]+)([^<>]*?)(/?)>|\ufdd2(\d+)\ufdd3")
_OUTSIDE = {"tr": "template.tr-outside", "tc": "template.tc-outside"}
#: What shows or does something, though it is no text; of breaks, those to a new page or column.
_NO_TEXT = (
    *(f"{W}{name}" for name in ("drawing", "pict", "sym", "fldChar", "fldSimple", "br", "sectPr")),
    *(f"{W}{name}" for name in ("footnoteReference", "endnoteReference")),
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath",
)
_SCOPES = {"tr": f"{W}tr", "tc": f"{W}tc"}


def vanishing(root: etree._Element, places: Places) -> Iterator[Fault]:
    """Text, tags and pictures that would vanish with the row, cell or paragraph of a tag beside them."""
    for paragraph, texts in paragraphs(root):
        text = joined(texts)
        for tag in TAG.findall(text):
            level = LEVEL.match(tag)
            if level is None:
                continue
            scope = paragraph if level[1] == "p" else next(paragraph.iterancestors(_SCOPES[level[1]]), None)
            place = replace(places.of_tag(tag), tag=unmarked(tag))
            if scope is None:
                yield Fault(_OUTSIDE[level[1]], place)
            elif beside := _beside(scope, tag):
                yield Fault("template.vanishes", place, {"found": beside[:60]})


def _beside(scope: etree._Element, tag: str) -> str:
    """What else stands in a row, cell or paragraph."""
    text = "".join(element.text or "" for element in scope.iter(f"{W}t")).replace(tag, "", 1)
    for comment in re.findall(r"\{#.*?#\}", text):
        if not LEVEL.match(comment):
            text = text.replace(comment, "")
    if words := unmarked(text).strip():
        return words
    other = next(
        (e for e in scope.iter(*_NO_TEXT) if e.tag != f"{W}br" or e.get(f"{W}type") in {"page", "column"}), None
    )
    return "" if other is None else str(etree.QName(other).localname)


# -- blocks ------------------------------------------------------------------------------------------------------------


class _Tag(NamedTuple):
    keyword: str
    place: Place


def _blocks(tags: Iterable[tuple[str, Place]]) -> Iterator[_Tag]:
    """The tags that begin, divide or end a block."""
    raw = False
    for text, place in tags:
        found = KEYWORD.match(text)
        keyword = found[1] if found else ""
        if raw or keyword in {"raw", "endraw"}:
            raw = keyword != "endraw"
        elif keyword == "set" and ASSIGNMENT.match(text):
            continue
        elif keyword in BLOCKS or keyword in {"else", "elif"} or keyword.startswith("end"):
            yield _Tag(keyword, place)


def unpaired(tags: Iterable[tuple[str, Place]]) -> Iterator[Fault]:
    """Blocks without an end, and ends without a block."""
    stack: list[_Tag] = []
    for tag in _blocks(tags):
        if tag.keyword in BLOCKS:
            stack.append(tag)
        elif tag.keyword in {"else", "elif"}:
            if not any(block.keyword in {"for", "if"} for block in stack):
                yield Fault("template.block-stray", tag.place, {"found": tag.keyword})
        elif any(f"end{block.keyword}" == tag.keyword for block in stack):
            while f"end{stack[-1].keyword}" != tag.keyword:
                yield _open(stack.pop())
            stack.pop()
        else:
            yield Fault("template.block-stray", tag.place, {"found": tag.keyword})
    yield from map(_open, stack)


def _open(block: _Tag) -> Fault:
    return Fault("template.block-open", block.place, {"found": block.keyword, "end": f"end{block.keyword}"})


def elsewhere(tags: Iterable[tuple[str, Place]]) -> Iterator[Fault]:
    """Blocks of rows or cells that end in another table, or in a tag that takes no row or cell away."""
    stack: list[_Tag] = []
    for tag in _blocks(tags):
        if tag.keyword in BLOCKS:
            stack.append(tag)
        elif stack and tag.keyword in {"else", "elif", f"end{stack[-1].keyword}"}:
            begin = stack[-1] if tag.keyword in {"else", "elif"} else stack.pop()
            here, there = LEVEL.match(begin.place.tag), LEVEL.match(tag.place.tag)
            levels = {found[1] if found else "" for found in (here, there)}
            apart = (begin.place.part, begin.place.table) != (tag.place.part, tag.place.table)
            if levels & {"tr", "tc"} and (len(levels) > 1 or apart):
                yield Fault("template.block-elsewhere", begin.place, {"found": tag.place.tag})


def misread(environment: Environment, tags: Iterable[tuple[str, Place]]) -> Iterator[Fault]:
    """Each tag that can not be read by itself."""
    for text, place in tags:
        found = KEYWORD.match(text)
        keyword = found[1] if found else ""
        if keyword in {"else", "raw"} or keyword.startswith("end") or re.search(r"\{[{%]", text[2:]):
            continue  # fine by itself, or swallowed by a tag before it that is not closed
        probe = re.sub(r"elif\b", "if", text, count=1) if keyword == "elif" else text
        block = "if" if keyword == "elif" else keyword
        if block in BLOCKS and not ASSIGNMENT.match(text):
            probe += f"{{% end{block} %}}"
        try:
            environment.parse(probe)
        except TemplateSyntaxError as error:
            yield Fault("template.syntax", place, {"found": error.message or ""})


# -- elements ----------------------------------------------------------------------------------------------------------


class Effect(NamedTuple):
    """What a stretch of markup does to the open elements: those it closes, then those it opens."""

    closes: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()

    @property
    def neutral(self) -> bool:
        """Whether it can stand any number of times."""
        return self.closes == self.opens[::-1]


def effect(markup: str, nested: Sequence[Effect] = ()) -> Effect | None:
    """The effect of markup, blocks in it given by number between U+FDD2 and U+FDD3; None if it is not well-formed."""
    closes: list[str] = []
    opens: list[str] = []

    def close(name: str) -> bool:
        if opens:
            return opens.pop() == name
        closes.append(name)
        return True

    for end, name, _, alone, block in _MARKUP.findall(markup):
        if block:
            inner = nested[int(block)]
            if not all(map(close, inner.closes)):
                return None
            opens += inner.opens
        elif end and not close(name):
            return None
        elif not end and not alone:
            opens.append(name)
    if re.search("[<>]", _MARKUP.sub("", markup)):
        return None
    return Effect(tuple(closes), tuple(opens))


def cutting(tree: nodes.Template) -> tuple[int, ...]:
    """The lines of blocks that may damage the part: a pass more or less leaves other elements open."""
    lines: list[int] = []
    whole = _of_nodes(tree.body, lines, 0)
    return tuple(lines) if whole == Effect() or lines else (0,)


def _of_nodes(found: Iterable[nodes.Node], lines: list[int], line: int) -> Effect:
    pieces: list[str] = []
    nested: list[Effect] = []
    for node in found:
        if isinstance(node, nodes.Output):
            pieces += [child.data if isinstance(child, nodes.TemplateData) else "\ufdd4" for child in node.nodes]
        else:
            pieces.append(f"\ufdd2{len(nested)}\ufdd3")
            nested.append(_of_block(node, lines))
    total = effect("".join(pieces), nested)
    if total is None:
        lines.append(line)
        return Effect()
    return total


def _of_block(node: nodes.Node, lines: list[int]) -> Effect:
    """The effect of a block, whichever of its branches is taken."""
    branches = [_of_nodes(getattr(node, name, None) or (), lines, node.lineno) for name in ("body", "else_")]
    branches += [_of_nodes(other.body, lines, other.lineno) for other in getattr(node, "elif_", ())]
    longest = max(branches, key=lambda branch: len(branch.closes))
    if all(branch.neutral for branch in branches):
        printed = not isinstance(node, (nodes.Macro, nodes.AssignBlock, nodes.CallBlock))
        return longest if printed else Effect()
    if not isinstance(node, nodes.If) or len(set(branches)) > 1:
        lines.append(node.lineno)
    return branches[0]


# -- grids -------------------------------------------------------------------------------------------------------------


def changes_grid(root: etree._Element) -> bool:
    """Whether a table can be printed with rows of fewer or more cells than its grid has columns.

    docxtpl fits the grid to the widest row that was printed; one row that always is, and no wider one, need no look.
    """
    return any(_unsteady(table) for table in root.iter(f"{W}tbl"))


def _unsteady(table: etree._Element) -> bool:
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    widest = max((len(row.findall(f"{W}tc")) for row in table.iter(f"{W}tr")), default=0)  # of tables in it too
    depth, steady = 0, 0
    for row in own(table, "tr"):
        cells = list(own(row, "tc"))
        text = "".join(element.text or "" for element in row.iter(f"{W}t"))
        levels = [level for level in LEVEL.finditer(text) if level[1] == "tr"]
        if depth == 0 and not levels:
            spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in cells)
            steady = max(steady, sum(int(number) if (number := value(one, "1")).isdecimal() else 1 for one in spans))
        for level in levels:
            keyword = KEYWORD.match(text, level.start())
            if keyword and not ASSIGNMENT.match(text, level.start()):
                depth += (keyword[1] in BLOCKS) - keyword[1].startswith("end")
    return steady < columns or widest > columns


# -- cells -------------------------------------------------------------------------------------------------------------


def keep_cells(root: etree._Element, places: Places) -> None:
    """Let each cell whose last paragraph can vanish count what it prints, and end in a paragraph."""
    for cell in root.iter(f"{W}tc"):
        blocks = list(own(cell, "p", "tbl"))
        texts = {paragraph: joined(found) for paragraph, found in cell_paragraphs(cell)}
        levels = [LEVEL.search(texts.get(block, "")) for block in blocks]
        if any(level and level[1] != "p" for level in levels) or not blocks or not _can_vanish(blocks, levels):
            continue
        for block, level in zip(blocks, levels, strict=True):
            if level is None:
                block.tail = places.hold(f"{{{{ {int(block.tag == f'{W}p')}|_block }}}}") + (block.tail or "")
        before = cell.find(f"{W}tcPr")
        call = places.hold("{{ 0|_cell_begins }}")
        if before is None:
            cell.text = call
        else:
            before.tail = call + (before.tail or "")
        cell[-1].tail = (cell[-1].tail or "") + places.hold("{{ 0|_cell_ends }}")


def _can_vanish(blocks: Sequence[etree._Element], levels: Sequence[re.Match[str] | None]) -> bool:
    """Whether a cell may end without a paragraph: its last one stands in a `{%p %}` block, or is one."""
    depth = 0
    for level in levels:
        keyword = KEYWORD.match(level.string, level.start()) if level else None
        if level and keyword and not ASSIGNMENT.match(level.string, level.start()):
            depth += (keyword[1] in BLOCKS) - keyword[1].startswith("end")
    return depth > 0 or levels[-1] is not None or blocks[-1].tag != f"{W}p"


@pass_context
def cell_begins_filter(context: RenderContext, unused: Any, line: int) -> Markup:
    """Begin to count a cell's paragraphs."""
    del unused, line
    context.state.document.cells.append(False)
    return Markup("")


@pass_context
def block_filter(context: RenderContext, paragraph: Any, line: int) -> Markup:
    """A paragraph (1) or table (0) was printed."""
    del line
    context.state.document.cells[-1] = bool(paragraph)
    return Markup("")


@pass_context
def cell_ends_filter(context: RenderContext, unused: Any, line: int) -> Markup:
    """The paragraph that a cell lacks."""
    del unused, line
    return Markup("" if context.state.document.cells.pop() else "<w:p/>")


FILTERS = {"_cell_begins": cell_begins_filter, "_block": block_filter, "_cell_ends": cell_ends_filter}
