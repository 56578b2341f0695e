"""Periods that do not agree with each other (ระยะเวลากับการติดตาม): a step's with its measure's, a follow-up's with both.

Source: layout 3, whose authors report in quarters 2-4 on what is done in February and March, and in quarter 2 on what
goes on to September.  `follow_ups.py` reads what a follow-up names.
Limits: a period outside the year or the round is the report's own finding; a follow-up without a time (`ทุกไตรมาส`,
`สิ้นปีงบประมาณ`) agrees with every period; a month behind the period's end is a date to report by.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ita_docs.findings import Finding, Severity
from ita_docs.patterns import lazy_pattern
from ita_docs.records import Measure, Step, SubStep, is_ditto
from ita_docs.reports import Report
from ita_docs.reports.report import finding
from ita_docs.review.follow_ups import FollowUp, month_of, read_follow_up
from ita_docs.review.passages import Passage
from ita_docs.thai import FiscalYear, Period
from ita_docs.thai.spans import Span

Owned = Measure | Step | SubStep
_REPORTS = lazy_pattern("รายงาน|ติดตาม")


class _Cell(NamedTuple):
    """A value as it is read at one row: where it is stated, and whether the row states it itself."""

    place: str
    value: Period | str | None
    own: bool


class _Row(NamedTuple):
    """The lowest entries of a measure: its period and its follow-up as they are read there."""

    period: _Cell
    follow_up: _Cell


def periods(report: Report, typed: Sequence[Passage]) -> Iterator[Finding]:
    """What does not agree between the periods and follow-ups of measures and steps."""
    del typed
    above: dict[str, _Cell] = {}
    defaults = frozenset(type(report.defaults).model_fields)
    for at, measure in enumerate(report.measures):
        place = f"measures[{at}]"
        yield from _outside(place, measure)
        rows = list(_rows(measure, place, above, defaults))
        yield from _disagreements(rows, report.fiscal_year)
        yield from _apart(measure, place, report.window[0])


def _children(owned: Owned) -> tuple[str, tuple[Step | SubStep, ...]]:
    """The entries below, and the name of their field."""
    if isinstance(owned, Measure):
        return "steps", owned.steps
    return "sub_steps", owned.sub_steps if isinstance(owned, Step) else ()


def _walk(owned: Owned, place: str) -> Iterator[tuple[str, Owned]]:
    yield place, owned
    name, children = _children(owned)
    for number, child in enumerate(children):
        yield from _walk(child, f"{place}.{name}[{number}]")


def _outside(place: str, outer: Owned) -> Iterator[Finding]:
    """Periods of the entries below that lie outside the period that this one states itself."""
    name, children = _children(outer)
    for number, child in enumerate(children):
        inner = f"{place}.{name}[{number}]"
        stated = outer.period if "period" in outer.model_fields_set else None
        if stated and child.period and stated.spans and not _within(child.period, stated):
            found, whole = str(child.period), str(stated)
            yield finding("period.outside-measure", f"{inner}.period", "warning", found=found, whole=whole)
        yield from _outside(inner, child)


def _within(inner: Period, outer: Period) -> bool:
    return all(any(o.start <= i.start and i.end <= o.end for o in outer.spans) for i in inner.spans)


def _rows(measure: Measure, place: str, above: dict[str, _Cell], defaults: frozenset[str]) -> Iterator[_Row]:
    """The rows of one measure, dittos read as the value above, which is kept for the next measure."""
    nothing = _Cell(place, None, own=False)

    def read(owned: Owned, where: str, name: str, inherited: _Cell) -> _Cell:
        value = _stated(owned, name)
        if value is None:
            return inherited
        given = name in owned.model_fields_set or name not in defaults
        cell = _Cell(f"{where}.{name}" if given else f"defaults.{name}", value, own=True)
        if not is_ditto(str(value)):
            above[name] = cell
            return cell
        stated = above.get(name, nothing)
        # Beside what is stated in this measure a ditto is that value, to be told of once.
        return stated if stated.place.startswith(place) else cell._replace(value=stated.value)

    def rows(owned: Owned, where: str, outer: _Row) -> Iterator[_Row]:
        inherited = _Row(outer.period._replace(own=False), outer.follow_up._replace(own=False))
        row = _Row(
            read(owned, where, "period", inherited.period),
            read(owned, where, "follow_up", read(owned, where, "remark", inherited.follow_up)),
        )
        name, children = _children(owned)
        for number, child in enumerate(children):
            yield from rows(child, f"{where}.{name}[{number}]", row)
        if not children:
            yield row

    yield from rows(measure, place, _Row(nothing, nothing))


def _stated(owned: Owned, name: str) -> Period | str | None:
    """A value of one entry as one text; a remark only where it speaks of reporting."""
    value: Period | str | tuple[str, ...] | None = getattr(owned, name)
    if isinstance(value, tuple):
        value = "\n".join(value)
    if name == "remark" and not (isinstance(value, str) and _REPORTS.search(value)):
        return None
    return value


def _disagreements(rows: Sequence[_Row], year: FiscalYear) -> Iterator[Finding]:
    """Follow-ups that do not agree with the periods that they stand beside, each once."""
    by_place: dict[str, list[_Row]] = {}
    for row in rows:
        by_place.setdefault(row.follow_up.place, []).append(row)
    read = {row.follow_up.place: _read(row.follow_up.value, year) for row in rows}
    for place, beside in by_place.items():
        follow_up = read[place]
        spans = [span for row in beside for span in _spans(row.period.value)]
        if follow_up is None or not spans or not all(_spans(row.period.value) for row in beside):
            continue
        shared = {row.period.place for row in beside if not row.period.own}
        others = [read[r.follow_up.place] for r in rows if r.period.place in shared and r.follow_up.place != place]
        yield from _compared(beside, follow_up, spans, [other for other in others if other])


def _read(value: Period | str | None, year: FiscalYear) -> FollowUp | None:
    return read_follow_up(value, year) if isinstance(value, str) else None


def _spans(value: Period | str | None) -> tuple[Span, ...]:
    return value.spans if isinstance(value, Period) else ()


def _compared(rows: Sequence[_Row], named: FollowUp, spans: list[Span], others: list[FollowUp]) -> Iterator[Finding]:
    """One follow-up beside its periods; `others` are those of the rows that share the period."""
    place, period = rows[0].follow_up.place, str(rows[0].period.value)
    first, last = month_of(min(span.start for span in spans)), month_of(max(span.end for span in spans))
    for wrong in named.wrong:
        yield finding("period.follow-up-quarter", place, "warning", found=wrong)
    for found, severity in named.early(first, last):
        yield _told("early", place, severity, found, period)
    covered = any(other.reaches(last) for other in others)
    for found, severity in named.short(first, last) if not covered else ():
        yield _told("short", place, severity, found, period)
    for found, severity in named.long(first, last):
        yield _told("long", place, severity, found, period)


def _told(what: str, place: str, severity: Severity, found: str, period: str) -> Finding:
    if what == "early":
        return finding("period.follow-up-early", place, severity, found=found, period=period)
    if what == "short":
        return finding("period.follow-up-short", place, severity, found=found, period=period)
    return finding("period.follow-up-long", place, severity, found=found, period=period)


def _apart(measure: Measure, place: str, window: Period) -> Iterator[Finding]:
    """Times that stand apart and are read as such, where one of them lies outside the window."""
    whole = window.spans[0]
    for where, owned in _walk(measure, place):
        if owned.period is None or len(owned.period.spans) < 2 or "period" not in owned.model_fields_set:  # noqa: PLR2004
            continue
        outside = [span for span in owned.period.spans if span.start < whole.start or span.end > whole.end]
        if outside and len(outside) < len(owned.period.spans) and owned.period.text:
            named = Period.of_spans(outside).format("months-long")
            yield finding("period.apart", f"{where}.period", "advice", found=str(owned.period), outside=named)
