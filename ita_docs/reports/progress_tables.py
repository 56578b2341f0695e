"""The tables of what was done, indicator by indicator and item by item (ความก้าวหน้าผลการดำเนินการ), layout 4.

The rows come from the year's register; the author says only what was done.  An entry that is missing prints as not yet
done, and is a finding.  Limits: an entry on an indicator whose items are told apart, or on an item of a survey, has no
row and is refused.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ita_docs.assessment import Component, Edition, Indicator, Item, SubIndicator
from ita_docs.errors import Fault, ParseError, Place
from ita_docs.findings import Finding
from ita_docs.near import near
from ita_docs.records import Defaults, IndicatorProgress, ItemProgress, TextOrList, is_ditto
from ita_docs.records.mappings import Frozen
from ita_docs.records.progress import (
    DONE,
    NOT_DONE,
    UNABLE,
    IndicatorProgresses,
    ItemProgresses,
)
from ita_docs.reports.dittos import Column
from ita_docs.reports.view import Point, Points, View, numbered, period_text, plain

#: The instrument whose items are told apart, in tables of their own.
_BY_ITEM = "OIT"
_OTHER_STATUSES = ("อยู่ระหว่างดำเนินการ", "ดำเนินการแล้วเสร็จ", UNABLE, "รอรายงานผล")
#: Closer than this is a slip of the keyboard, not a status of the author's own.
_NEAR = 0.88


@dataclass(frozen=True, slots=True)
class ProgressCell(View):
    """A progress cell: exactly one of `done`, `not_done` and `other` is true."""

    done: bool
    not_done: bool
    other: bool
    other_status: str
    reason: Points
    notes: Points


@dataclass(frozen=True, slots=True)
class IndicatorRow(View):
    """One indicator: how it was to be raised, by whom and when, and what was done."""

    heading: str
    guidelines: Points
    responsible: Points
    period: Points
    progress: ProgressCell


@dataclass(frozen=True, slots=True)
class InstrumentTable(View):
    """The indicators of one instrument, under its name."""

    id: str
    name: str
    rows: tuple[IndicatorRow, ...]


@dataclass(frozen=True, slots=True)
class DisclosureRow(View):
    """One item: what must be shown of it, who shows it, and what was done."""

    code: str
    name: str
    components: Points
    responsible: Points
    progress: ProgressCell


@dataclass(frozen=True, slots=True)
class GroupTable(View):
    """The items of one group under the heading of its sub-indicator, and its own where it has one."""

    heading: str
    group: str | None
    rows: tuple[DisclosureRow, ...]


def instrument_tables(entries: IndicatorProgresses, defaults: Defaults, year: Edition) -> tuple[InstrumentTable, ...]:
    """A table for each survey, a row for each of its indicators."""
    above = {name: Column() for name in ("guidelines", "responsible", "period")}
    return tuple(
        InstrumentTable(
            instrument.id,
            instrument.name_th,
            tuple(
                _indicator_row(indicator, entries.get(indicator.number, IndicatorProgress()), defaults, above)
                for indicator in year.indicators_of(instrument)
            ),
        )
        for instrument in year.instruments
        if instrument.id != _BY_ITEM
    )


def group_tables(entries: ItemProgresses, defaults: Defaults, year: Edition) -> tuple[GroupTable, ...]:
    """A table for each group of disclosed items; every item of the year stands in exactly one."""
    blank = ItemProgress()
    above = Column()
    found = []
    seen: set[str] = set()
    for heading, group, items in _sections(year):
        rows = tuple(_disclosure_row(item, entries.get(item.code, blank), defaults, above) for item in items)
        again = " (ต่อ)" if heading in seen else ""
        found.append(GroupTable(f"{heading}{again}", group, rows))
        seen.add(heading)
    return tuple(found)


def progress_faults(indicators: IndicatorProgresses, items: ItemProgresses, year: Edition) -> Iterator[Fault]:
    """Entries that no row of the year's tables has."""
    for number in indicators:
        place = Place(field=f'indicator_progress["{indicators.typed(number)}"]')
        try:
            indicator = year.indicator(number)
        except ParseError as error:
            yield from (fault.at(place) for fault in error.faults)
            continue
        if indicator.instrument.id == _BY_ITEM:
            yield Fault("progress.indicator-by-item", place, {"found": indicator.id, "name": indicator.name_th})
    for code in items:
        place = Place(field=f'item_progress["{items.typed(code)}"]')
        try:
            item = year.item(items.typed(code))
        except ParseError as error:
            yield from (fault.at(place) for fault in error.faults)
            continue
        if year.instrument_of(item).id != _BY_ITEM:
            yield Fault("progress.item-of-survey", place, {"found": item.id})


def progress_findings(indicators: IndicatorProgresses, items: ItemProgresses, year: Edition) -> Iterator[Finding]:
    """What is not reported, and what is said that can not be left so; of a table without a word, once for all rows."""
    surveys = [
        _Table(instrument.name_th, "ตัวชี้วัดที่ ", rows)
        for instrument in year.instruments
        if (rows := tuple(_survey_rows(indicators, year, instrument.id)))
    ]
    groups = [
        _Table(group or heading, "", tuple(_item_row(items, item) for item in listed))
        for heading, group, listed in _sections(year)
    ]
    for tables in (surveys, groups):
        first = next((row for table in tables for row in table.rows), None)
        for table in tables:
            yield from table.findings(first)


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows that one table prints, the name of their part, and what stands before their numbers."""

    name: str
    kind: str
    rows: tuple[_Row, ...]

    def findings(self, first: _Row | None) -> Iterator[Finding]:
        said = any(row.entry is not None and row.entry.stated for row in self.rows)
        alone = len(self.rows) == 1 or said
        for row in self.rows:
            found = row.findings(first=row is first)
            yield from found if alone else (one for one in found if one.code != "progress.not-reported")
        if not alone:
            ends = [row.named["found"].removeprefix(self.kind) for row in (self.rows[0], self.rows[-1])]
            params = {"found": f"{self.kind}{'-'.join(ends)}", "name": self.name}
            yield Finding("progress.none-reported", Place(field=self.rows[0].place), params, "warning")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the register with the entry on it, if any, and the words that name it."""

    place: str
    entry: ItemProgress | None
    named: Mapping[str, str]

    def findings(self, *, first: bool) -> Iterator[Finding]:
        """What a person should look at; the first row has nothing above it that a ditto could mean."""
        place, entry = Place(field=self.place), self.entry
        for name in ("guidelines", "responsible") if first else ():
            found = getattr(entry, name, None)
            if is_ditto(found):
                place_of = Place(field=f"{self.place}.{name}")
                yield Finding("progress.ditto-first", place_of, {"found": str(found)}, "error")
        yield from self._dittos()
        if entry is None or not entry.stated:
            yield Finding("progress.not-reported", place, self.named, "warning")
            return
        status = entry.known_status
        at = Place(field=f"{self.place}.status")
        if status == UNABLE and not entry.reason:
            yield Finding("progress.no-reason", at, {"found": status}, "warning")
        if status == DONE and not entry.notes:
            yield Finding("progress.no-notes", place, self.named, "advice")
        known = (DONE, NOT_DONE, *_OTHER_STATUSES)
        if status not in known and (nearest := near(status, known, _NEAR)):
            yield Finding("progress.status-near", at, {"found": status, "nearest": nearest}, "warning")

    def _dittos(self) -> Iterator[Finding]:
        """Marks where every row says its own: a status that is one ticks no box, and notes would print it."""
        for name in ("status", "reason", "notes"):
            if is_ditto(found := getattr(self.entry, name, None)):
                place = Place(field=f"{self.place}.{name}")
                yield Finding(
                    "progress.ditto", place, {"found": str(found)}, "error" if name == "status" else "warning"
                )


def _survey_rows(entries: IndicatorProgresses, year: Edition, instrument: str) -> Iterator[_Row]:
    for indicator in year.indicators_of(instrument) if instrument != _BY_ITEM else ():
        named = {"found": f"ตัวชี้วัดที่ {indicator.id}", "name": indicator.name_th}
        yield _row("indicator_progress", entries, indicator.number, named)


def _item_row(entries: ItemProgresses, item: Item) -> _Row:
    return _row("item_progress", entries, item.code, {"found": item.id, "name": item.name})


def _row(table: str, entries: Frozen[Any, Any], key: Hashable, named: Mapping[str, str]) -> _Row:
    place = f'{table}["{entries.typed(key)}"]' if key in entries else table
    return _Row(place, entries.get(key), named)


def progress_cell(entry: ItemProgress) -> ProgressCell:
    """The boxes, the reason and the dashed notes of an entry."""
    status = entry.known_status
    other = status not in {DONE, NOT_DONE}
    return ProgressCell(
        done=status == DONE,
        not_done=status == NOT_DONE,
        other=other,
        other_status=status if other else "",
        reason=plain(entry.reason),
        notes=_dashed(entry.notes),
    )


def _indicator_row(
    indicator: Indicator, entry: IndicatorProgress, defaults: Defaults, above: Mapping[str, Column]
) -> IndicatorRow:
    cells = {
        "guidelines": numbered(entry.guidelines),
        "responsible": plain(entry.responsible or defaults.responsible),
        "period": plain(period_text(entry.period or defaults.period)),
    }
    return IndicatorRow(
        heading=f"ตัวชี้วัดที่ {indicator.id} {indicator.name_th}",
        **{name: above[name].read(points).points for name, points in cells.items()},
        progress=progress_cell(entry),
    )


def _disclosure_row(item: Item, entry: ItemProgress, defaults: Defaults, above: Column) -> DisclosureRow:
    return DisclosureRow(
        code=item.id,
        name=item.name,
        components=tuple(_component_points(item.components)),
        responsible=above.read(plain(entry.responsible or defaults.responsible)).points,
        progress=progress_cell(entry),
    )


def _component_points(components: Iterable[Component]) -> Iterator[Point]:
    for component in components:
        yield Point(component.text, "-")
        yield from (Point(text, f"({number})", level=1) for number, text in enumerate(component.points, 1))


def _dashed(notes: TextOrList | None) -> Points:
    """Notes have a dash each, a single text too."""
    return tuple(Point(point.text, "-") for point in plain(notes))


def _sections(year: Edition) -> Iterator[tuple[str, str | None, tuple[Item, ...]]]:
    """Groups, then what they leave out by sub-indicator and indicator, in the order of the register; none empty."""
    for indicator in year.indicators_of(_BY_ITEM):
        seen: set[str] = set()
        for sub in year.sub_indicators_of(indicator):
            yield from _groups(sub, year, seen)
        left = tuple(item for item in indicator.items if item.id not in seen)
        if left:
            yield f"ตัวชี้วัดที่ {indicator.id} {indicator.name_th}", None, left


def _groups(sub: SubIndicator, year: Edition, seen: set[str]) -> Iterator[tuple[str, str | None, tuple[Item, ...]]]:
    heading = f"ตัวชี้วัดย่อยที่ {sub.id} {sub.name_th or ''}".rstrip()
    parts: list[tuple[str | None, tuple[Item, ...]]] = [
        # A group that is the whole sub-indicator under its name has no heading of its own.
        (group.name_th if group.name_th != sub.name_th else None, group.items)
        for group in year.groups
        if group.sub_indicator.id == sub.id
    ]
    for name, items in [*parts, (None, sub.items)]:
        own = tuple(item for item in items if item.id not in seen)
        seen.update(item.id for item in own)
        if own:
            yield heading, name, own
