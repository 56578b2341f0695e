"""What a part's layout lacks, whatever its tags say: tables whose grid and cells disagree; styles and fonts.

Source: ECMA-376 part 1, 17.4.48 (`tblGrid`), 17.4.17 (`gridSpan`), 17.4.71 (`tcW`). Limits: rows whose cells a loop
makes (`{%tc %}`, `colspan`, `hm`) are not counted, nor rows that a `{%tr %}` tag takes away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from ita_docs.engine.check.opened import Part
from ita_docs.engine.check.styles import Styles, needed_fonts, undefined_styles
from ita_docs.engine.check.thai_runs import half_set
from ita_docs.engine.package import Package
from ita_docs.engine.places import grid, placed
from ita_docs.engine.wordml import W, own, value
from ita_docs.errors import Place
from ita_docs.findings import Finding

_DYNAMIC = re.compile(r"\{[{%#]tc\s|\{%\s*(?:colspan|hm)\b")
_TAKES_ROW = re.compile(r"\{[{%#]tr\s")
_MERGE = re.compile(r"\{%[-+]?\s*merge\s")
_VM = re.compile(r"\{%\s*(?:vm|hm)\s*%\}")
#: How far the widths of a row's cells may be from their columns, in twentieths of a point (about 2 mm a cell).
_TOLERANCE = 120


def checked(part: Part, package: Package) -> Iterator[Finding]:
    """All that is wrong with the layout of a part."""
    begin = Place(file=package.file, part=part.name)
    cells = dict(grid(part.root, begin))
    yield from _tables(part.root, cells)
    yield from _mixed_merges(cells)
    styles = Styles.of(package)
    spots = list(placed(part.root, begin, cells))
    yield from undefined_styles(part.root, styles, {p: place for p, _, place in spots}, begin)
    yield from half_set(spots, styles)
    if part.name == package.main:
        yield from needed_fonts(package)


def _tables(root: etree._Element, cells: dict[etree._Element, Place]) -> Iterator[Finding]:
    for table in root.iter(f"{W}tbl"):
        columns = [_number(one.get(f"{W}w")) for one in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        text = "".join(table.itertext())
        if not columns or _DYNAMIC.search(text):
            continue
        fixed = table.find(f"{W}tblPr/{W}tblLayout[@{W}type='fixed']") is not None
        for row in own(table, "tr"):
            of_row = list(own(row, "tc"))
            if of_row and not _TAKES_ROW.search("".join(row.itertext())):
                place = replace(cells[of_row[0]], cell=None)
                yield from _row(row, of_row, columns, place, fixed=fixed)


def _row(
    row: etree._Element, cells: list[etree._Element], columns: list[int], place: Place, *, fixed: bool
) -> Iterator[Finding]:
    before, after = (_number(value(row.find(f"{W}trPr/{W}grid{end}"), "0")) for end in ("Before", "After"))
    at, wrong = before, 0
    for cell in cells:
        span = _number(value(cell.find(f"{W}tcPr/{W}gridSpan"), "1")) or 1
        width = cell.find(f"{W}tcPr/{W}tcW")
        if width is not None and width.get(f"{W}type") == "dxa" and at + span <= len(columns):
            wrong = max(wrong, abs(_number(width.get(f"{W}w")) - sum(columns[at : at + span])))
        at += span
    if at + after != len(columns):
        params = {"found": str(at + after), "columns": str(len(columns))}
        yield Finding("check.grid-columns", place, params, "warning")
    elif wrong > _TOLERANCE and all(columns):
        found = {"found": f"{wrong / 567:.1f}"}
        yield Finding("check.grid-widths", place, found, "warning" if fixed else "advice")


def _mixed_merges(cells: dict[etree._Element, Place]) -> Iterator[Finding]:
    """Cells that a merge tag and something else merge."""
    for cell, place in cells.items():
        text = "".join(t.text or "" for t in cell.iter(f"{W}t") if next(t.iterancestors(f"{W}tc")) is cell)
        if not _MERGE.search(text):
            continue
        other = _VM.search(text)
        if other or cell.find(f"{W}tcPr/{W}vMerge") is not None or cell.find(f"{W}tcPr/{W}hMerge") is not None:
            params = {"found": other[0] if other else "vMerge"}
            yield Finding("check.merge-mixed", place, params, "warning")


def _number(text: str | None) -> int:
    return int(float(text)) if text and re.fullmatch(r"-?\d+(?:\.\d+)?", text, re.ASCII) else 0
