"""`{% merge key %}`: a cell merged with the cell above it, for as long as the key stays the same.

State is kept per table instance and grid column, so different template rows continue one merge. A merge starts anew
when its key changes, when a merge to its left starts anew, or when the cell above carries no merge or another span.
`{% merge key across %}` does not look to its left: one remark may stand beside several groups. Continued cells keep one
empty paragraph; `w:vMerge` stands in schema order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, pass_context
from jinja2.parser import Parser
from lxml import etree
from markupsafe import Markup

from ita_docs.engine.places import STRAIGHT, Places, unmarked
from ita_docs.engine.sandbox import Missing, RenderContext
from ita_docs.engine.state import PartState
from ita_docs.engine.values import report_missing
from ita_docs.engine.wordml import LITERAL, W, cell_paragraphs, cut, joined, own, paragraphs, properties, value
from ita_docs.errors import Fault
from ita_docs.patterns import lazy_pattern

MERGE = lazy_pattern(rf"\{{%[-+]?\s*merge\s+((?:{LITERAL}|(?!%\}}).)+?)(\s+across)?\s*[-+]?%\}}", re.DOTALL)
_COLSPAN = lazy_pattern(r"\{%\s*colspan\s+([^%]*)\s*%\}")
_HM = lazy_pattern(r"\{%\s*hm\s*%\}")
#: What stands before `w:vMerge` in `w:tcPr` (ECMA-376 part 1, 17.4.69).
_BEFORE = {f"{W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge")}
_READER = Environment(autoescape=True)


class Table:
    """The merges of one table instance: the cells of the row above, by grid column."""

    def __init__(self) -> None:
        self.above: dict[int, tuple[object, ...]] = {}
        self.now: dict[int, tuple[object, ...]] = {}
        self.column = 0
        self.anew = False
        self.shown = True

    def row(self, before: int) -> None:
        """Begin a row that leaves `before` grid columns empty."""
        self.above, self.now, self.column, self.anew = self.now, {}, before, False

    def cell(self, span: int, key: object, *, merges: bool, across: bool = False) -> bool:
        """Pass one cell; true when it shows its content."""
        at, self.column = self.column, self.column + span
        if not merges:
            self.shown = True
            return True
        same = (key, isinstance(key, bool), span)  # for Python, True equals 1
        self.shown = at not in self.above or self.above[at] != same or (self.anew and not across)
        self.anew = self.anew or self.shown
        self.now[at] = same
        return self.shown


def rewrite(root: etree._Element, places: Places) -> Iterator[Fault]:
    """Replace the merge tags of a part's tree by calls; tables without one are left alone."""
    for table in root.iter(f"{W}tbl"):
        rows = {row: list(own(row, "tc")) for row in own(table, "tr")}
        if not any(
            MERGE.search(joined(texts)) for cells in rows.values() for c in cells for _, texts in cell_paragraphs(c)
        ):
            continue
        table.text = places.hold("{{ 0|_table }}")
        table[-1].tail = places.hold("{{ 0|_table_end }}")
        for row, cells in rows.items():
            row.text = places.hold(f"{{{{ {value(row.find(f'{W}trPr/{W}gridBefore'), '0')}|_row }}}}")
            for cell in cells:
                yield from _rewrite_cell(cell, places)
    for _, texts in paragraphs(root):
        for left in reversed([*MERGE.finditer(joined(texts))]):
            cut(texts, left.start(), left.end())
            inside = next(texts[0].iterancestors(f"{W}tc"), None) is not None
            code = "template.merge-twice" if inside else "template.merge-outside"
            yield Fault(code, replace(places.of_tag(left[0]), tag=unmarked(left[0])))


def _rewrite_cell(cell: etree._Element, places: Places) -> Iterator[Fault]:
    """A cell's call, which tells its span; content of a merged cell only where the cell shows it."""
    found = None
    span = value(cell.find(f"{W}tcPr/{W}gridSpan"), "1")
    for _, texts in cell_paragraphs(cell):
        text = joined(texts)
        if columns := _COLSPAN.search(text):
            span = f"({columns[1]})"
        if _HM.search(text):
            span = f"({span} * loop.length)"
        if found is None and (found := MERGE.search(text)):
            cut(texts, found.start(), found.end())
    if found is None:
        cell.text = places.hold(f"{{{{ {span}|_cell }}}}")
        return
    place = places.of_tag(found[0])
    if problem := _misread(unmarked(found[1]).translate(STRAIGHT)):
        yield Fault("template.syntax", place, {"found": problem})
        return
    across = "true" if found[2] else "false"
    own_properties = _insert(cell, places.hold(f"{{{{ {span}|_merge({found[1]}, {across}) }}}}", place))
    own_properties.tail = places.hold("{% if 0|_shown %}") + (own_properties.tail or "")
    blank = _blank(cell)
    cell[-1].tail = (cell[-1].tail or "") + places.hold("{% else %}")
    cell.append(blank)
    blank.tail = places.hold("{% endif %}")


def _misread(key: str) -> str:
    """Why a key is no expression, if it is none."""
    try:
        parser = Parser(_READER, key, state="variable")
        parser.parse_expression()
        parser.stream.expect("eof")
    except TemplateSyntaxError as error:
        return error.message or "?"
    return ""


def _insert(cell: etree._Element, call: str) -> etree._Element:
    """Put a call where `w:vMerge` belongs."""
    found = properties(cell, "tcPr")
    last = None
    for child in found:
        if child.tag in _BEFORE:
            last = child
        elif child.tag == f"{W}vMerge":
            found.remove(child)
    if last is None:
        found.text = call
    else:
        last.tail = call
    return found


def _blank(cell: etree._Element) -> etree._Element:
    """An empty paragraph with the properties of the cell's first, its number aside."""
    blank = etree.Element(f"{W}p")
    found = cell.find(f"{W}p/{W}pPr")
    if found is not None:
        blank.append(deepcopy(found))
        for gone in [*blank.iter(f"{W}numPr", f"{W}sectPr", f"{W}pPrChange")]:
            gone.getparent().remove(gone)
    return blank


@pass_context
def merge_filter(context: RenderContext, span: Any, key: Any, across: bool, line: int) -> Markup:
    """The cell's `w:vMerge`."""
    state: PartState = context.state
    if isinstance(key, Missing):
        report_missing(key, state, line)
        return Markup("")
    shown = state.document.tables[-1].cell(int(span), key, merges=True, across=across)
    return Markup('<w:vMerge w:val="restart"/>' if shown else "<w:vMerge/>")


@pass_context
def cell_filter(context: RenderContext, span: Any, line: int) -> Markup:
    """Pass a cell without a merge."""
    del line
    context.state.document.tables[-1].cell(int(span), None, merges=False)
    return Markup("")


@pass_context
def shown_filter(context: RenderContext, unused: Any) -> bool:
    """Whether the cell just passed shows its content."""
    del unused
    return bool(context.state.document.tables[-1].shown)


@pass_context
def row_filter(context: RenderContext, before: Any, line: int) -> Markup:
    """Begin a row."""
    del line
    context.state.document.tables[-1].row(int(before))
    return Markup("")


@pass_context
def table_filter(context: RenderContext, unused: Any, line: int) -> Markup:
    """Begin a table instance."""
    del unused, line
    context.state.document.tables.append(Table())
    return Markup("")


@pass_context
def table_end_filter(context: RenderContext, unused: Any, line: int) -> Markup:
    """End a table instance."""
    del unused, line
    context.state.document.tables.pop()
    return Markup("")


FILTERS = {
    "_merge": merge_filter,
    "_cell": cell_filter,
    "_shown": shown_filter,
    "_row": row_filter,
    "_table": table_filter,
    "_table_end": table_end_filter,
}
