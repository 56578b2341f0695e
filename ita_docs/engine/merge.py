"""`{% merge key %}`: a cell merged with the cell above it, for as long as the key stays the same.

State is kept per table instance and grid column, so different template rows continue one merge. A merge starts anew
when its key changes, when a merge to its left starts anew, or when the cell above carries no merge or another span.
`{% merge key across %}` does not look to its left: one remark may stand beside several groups. Continued cells keep one
empty paragraph; `w:vMerge` stands in schema order.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from jinja2 import pass_context
from lxml import etree
from markupsafe import Markup

from ita_docs.engine.places import Places
from ita_docs.engine.sandbox import Missing, RenderContext
from ita_docs.engine.state import PartState
from ita_docs.engine.values import report_missing
from ita_docs.engine.wordml import W, cell_paragraphs, cut, joined, properties, value

MERGE = re.compile(r"\{%\s*merge\s+((?:\"[^\"]*\"|'[^']*'|(?!%\}).)+?)(\s+across)?\s*%\}", re.DOTALL)
_COLSPAN = re.compile(r"\{%\s*colspan\s+([^%]*)\s*%\}")
#: What stands before `w:vMerge` in `w:tcPr` (ECMA-376 part 1, 17.4.69).
_BEFORE = {f"{W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge")}


class Table:
    """The merges of one table instance: the cells of the row above, by grid column."""

    def __init__(self) -> None:
        self.above: dict[int, tuple[object, int]] = {}
        self.now: dict[int, tuple[object, int]] = {}
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
        self.shown = at not in self.above or self.above[at] != (key, span) or (self.anew and not across)
        self.anew = self.anew or self.shown
        self.now[at] = (key, span)
        return self.shown


def rewrite(root: etree._Element, places: Places) -> None:
    """Replace the merge tags of a part's tree by calls; tables without one are left alone."""
    for table in root.iter(f"{W}tbl"):
        rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
        cells = {row: [c for c in row.iter(f"{W}tc") if next(c.iterancestors(f"{W}tr")) is row] for row in rows}
        if not any(MERGE.search(joined(texts)) for row in rows for c in cells[row] for _, texts in cell_paragraphs(c)):
            continue
        table.text = "{{ 0|_table }}"
        table[-1].tail = "{{ 0|_table_end }}" + (table[-1].tail or "")
        for row in rows:
            before = value(row.find(f"{W}trPr/{W}gridBefore"), "0")
            row.text = f"{{{{ {before}|_row }}}}"
            for cell in cells[row]:
                _rewrite_cell(cell, places)


def _rewrite_cell(cell: etree._Element, places: Places) -> None:
    found = None
    span = value(cell.find(f"{W}tcPr/{W}gridSpan"), "1")
    for _, texts in cell_paragraphs(cell):
        text = joined(texts)
        if columns := _COLSPAN.search(text):
            span = f"({columns[1]})"
        if found is None and (found := MERGE.search(text)):
            cut(texts, found.start(), found.end())
    if found is None:
        _insert(cell, f"{{{{ {span}|_cell }}}}")
        return
    call = f"{{{{ {span}|_merge({found[1]}, {'true' if found[2] else 'false'}) }}}}"
    places.move(found[0], call)
    own = _insert(cell, call)
    content = [child for child in cell if child is not own]
    blank = _blank(content)
    own.tail = "{% if 0|_shown %}"
    cell[-1].tail = "{% else %}"
    cell.append(blank)
    blank.tail = "{% endif %}"


def _insert(cell: etree._Element, call: str) -> etree._Element:
    """Put a call where `w:vMerge` belongs."""
    own = properties(cell, "tcPr")
    last = None
    for child in own:
        if child.tag in _BEFORE:
            last = child
        elif child.tag == f"{W}vMerge":
            own.remove(child)
    if last is None:
        own.text = call
    else:
        last.tail = call
    return own


def _blank(content: list[etree._Element]) -> etree._Element:
    """An empty paragraph with the properties of the cell's first."""
    blank = etree.Element(f"{W}p")
    for child in content:
        if child.tag == f"{W}p" and (own := child.find(f"{W}pPr")) is not None:
            blank.append(deepcopy(own))
            break
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
