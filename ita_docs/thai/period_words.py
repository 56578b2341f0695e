"""What the words of a period mean: spans, or why there are none (ระยะเวลาดำเนินการ).

Source: the periods of the layouts.  What the words leave open is settled here:
- quarters, halves and ตลอดปี are of the fiscal year; รอบ ๖ เดือน is its first half;
- a year after ปีงบประมาณ is a fiscal year, after พ.ศ., ปี or alone a calendar year (1 January to 31 December);
- a month without a year has that of the month after it; if that runs backwards (`ต.ค. - มี.ค. ๒๕๖๖`), or no year is
  there at all, it lies in the fiscal year, and without one the words can not be read;
- ภายใน, ประจำ, เดือน and such words change nothing: ภายในเดือนเมษายน is April;
- dates beside a quarter or a half must be its dates, dates beside a year lie in it; else the words can not be read.

>>> print(*read_words("ก.พ.- มี.ค. ๒๕๖๖", None).spans)
2023-02-01 - 2023-03-31
>>> read_words("ไตรมาส ๒", None).needs_year, read_words("ตุลาคน ๒๕๖๕", None).nearest
(True, 'เดือนตุลาคม ๒๕๖๕')
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ita_docs.errors import ParseError
from ita_docs.thai.dates import quote
from ita_docs.thai.fiscal_year import FiscalYear
from ita_docs.thai.period_grammar import Dates, Item, Named, NeedsYear, Point, Unreadable, items
from ita_docs.thai.period_nearest import corrected, nearest
from ita_docs.thai.period_tokens import Token, names_a_time, tokens
from ita_docs.thai.spans import Span, united

LONGEST = 20_000
_LEAP = FiscalYear(2567)  # any year will do to see whether a year is all that is missing; this one has a 29 February


class Reading(NamedTuple):
    """What was read: spans, or one of the two reasons for none, or neither for words that name no time."""

    spans: tuple[Span, ...] = ()
    unreadable: bool = False
    nearest: str | None = None
    needs_year: bool = False


def read_words(text: str, year: FiscalYear | None) -> Reading:
    """Read the words; ParseError, which quotes them, where they name what can not be."""
    found = tokens(text[:LONGEST])
    if len(text) > LONGEST:
        return Reading(unreadable=names_a_time(found))
    try:
        return _reading(text, found, year)
    except ParseError as error:
        code = error.faults[0].code.replace("thai.date-", "thai.period-")
        raise ParseError.of(code, found=quote(text.strip())) from None


def _reading(text: str, found: list[Token], year: FiscalYear | None) -> Reading:
    try:
        return _read_tokens(found, year)
    except Unreadable as reason:
        words = corrected(found)
        if not names_a_time(words):
            return Reading()
        return Reading(unreadable=True, nearest=nearest(text, words, lambda piece: _known(piece, year), reason.nearest))


def _read_tokens(found: list[Token], year: FiscalYear | None) -> Reading:
    """The reading of words without anything unknown; years that can not be count as unreadable."""
    try:
        return Reading(united(_spans(found, year)))
    except NeedsYear:
        _spans(found, _LEAP)
        return Reading(needs_year=True)
    except ParseError as error:
        if error.faults[0].code.startswith("thai.fiscal-year"):
            raise Unreadable from None
        raise


def _known(found: list[Token], year: FiscalYear | None) -> tuple[Span, ...]:
    """The spans, or NeedsYear where a year is all that is missing."""
    reading = _read_tokens(found, year)
    if reading.needs_year:
        raise NeedsYear
    return reading.spans


def _spans(found: list[Token], year: FiscalYear | None) -> list[Span]:
    """The spans of all the items."""
    groups = _grouped(items(found))
    _share_years(groups)
    return [span for group in groups for span in _group_spans(group, year)]


@dataclass(slots=True)
class _Group:
    """A quarter, half or year with the dates that explain it, or dates alone."""

    named: Named | None
    dates: list[Dates]


def _grouped(found: list[Item]) -> list[_Group]:
    """What stands side by side without a separator belongs together."""
    groups: list[_Group] = []
    for item in found:
        last = groups[-1] if groups else None
        if isinstance(item, Dates):
            if last and _explains(item, last):
                last.dates.append(item)
            else:
                groups.append(_Group(None, [item]))
        elif last and not item.joined and _takes(last, item):
            last.named = item
        else:
            groups.append(_Group(item, []))
    return groups


def _explains(item: Dates, group: _Group) -> bool:
    """Whether dates go on with a group: not behind `ไตรมาส ๑ และ`, not behind a closed parenthesis."""
    if group.named is None:
        return True
    return item.inside == group.dates[-1].inside if group.dates else not item.joined


def _takes(group: _Group, item: Named) -> bool:
    """Whether a quarter, half or year belongs to the group before it, and becomes its name."""
    if group.named is None:
        return True
    return not group.dates and _gives_year(group.named, item)


def _gives_year(before: Named, item: Named) -> bool:
    """`ปีงบประมาณ ๒๕๖๖ ไตรมาส ๒`: the year moves to the quarter."""
    if before.kind != "years" or item.kind == "years" or item.year:
        return False
    if before.numbers:
        first, last = before.numbers[0]
        if len(before.numbers) > 1 or first != last:
            return False
        item.year = FiscalYear(first)
    return True


def _share_years(groups: list[_Group]) -> None:
    """`ไตรมาส ๑ และไตรมาส ๓ ปีงบประมาณ ๒๕๖๖`: quarters take the year of the quarters after them."""
    year: FiscalYear | None = None
    for group in reversed(groups):
        if group.named is None or group.dates or group.named.kind == "years":
            year = None
        else:
            year = group.named.year = group.named.year or year


def _group_spans(group: _Group, year: FiscalYear | None) -> list[Span]:
    named = group.named
    if named is None:
        return _dates_spans(group.dates, year)
    if not group.dates:
        return _named_spans(named, year)
    if named.kind == "years" and len(named.numbers) == 1 and named.numbers[0][0] == named.numbers[0][1]:
        named.year = FiscalYear(named.numbers[0][0])
    spans = united(_dates_spans(group.dates, named.year or year))
    if not _agree(named, spans):
        raise Unreadable(list(spans))
    return list(spans)


def _agree(named: Named, spans: tuple[Span, ...]) -> bool:
    """Whether the dates are those of the quarter or half beside them, or lie in the years beside them."""
    year = named.year or FiscalYear.of(spans[0].start)
    if named.kind == "years":
        allowed = united(_named_spans(named, year))
        return all(any(one.start <= span.start and span.end <= one.end for one in allowed) for span in spans)
    meant = [united(_named_spans(named, year))]
    if named.kind == "halves":
        meant.append(year.half(2).spans)
    return spans in meant


def _named_spans(named: Named, year: FiscalYear | None) -> list[Span]:
    if named.kind == "years" and named.numbers:
        return [Span(FiscalYear(first).start, FiscalYear(last).end) for first, last in named.numbers]
    year = named.year or year
    if year is None:
        raise NeedsYear
    if named.kind == "years":
        return [Span(year.start, year.end)]
    ends = [(year.quarter(first).spans[0], year.quarter(last).spans[0]) for first, last in named.numbers]
    return [Span(first.start, last.end) for first, last in ends]


def _dates_spans(dates: list[Dates], year: FiscalYear | None) -> list[Span]:
    """Points and ranges with the years they leave out: from the next point, else from the fiscal year."""
    _inherit(dates)
    spans = _settled(dates)
    if spans is not None:
        return _with_years(dates, year) if None in spans else [span for span in spans if span]
    if year is not None:
        for point in _points(dates):
            if point.inherits and point.month:
                point.year = year.year_of_month(point.month)
        spans = _settled(dates)
        if spans is not None and None not in spans:
            return [span for span in spans if span]
    raise Unreadable(_shifted(dates))


def _points(dates: list[Dates]) -> list[Point]:
    """All points in order, each once."""
    return [point for item in dates for point in ([item.first] if item.first is item.last else [item.first, item.last])]


def _inherit(dates: list[Dates]) -> None:
    """Fill months and years from the points after; in a range, the year also from the point before."""
    points = _points(dates)
    if len({point.month is None and point.day is None for point in points}) > 1:
        raise Unreadable  # a year among months
    after: Point | None = None
    for point in reversed(points):
        if point.day is not None and point.month is None:
            if after is None or after.month is None:
                raise Unreadable
            point.month, point.year = after.month, after.year
            point.inherits = after.inherits and "next"
        elif point.month is not None and point.year is None and after and after.year is not None:
            point.year, point.inherits = after.year, "next"
        after = point
    for item in dates:
        if item.last.year is None and item.first.year is not None:
            item.last.year, item.last.inherits = item.first.year, "before"


def _settled(dates: list[Dates]) -> list[Span | None] | None:
    """The spans, None for those without a year; None for all where an inherited year makes them run backwards."""
    spans: list[Span | None] = []
    for item in dates:
        first, last = item.first, item.last
        if first.year is None or last.year is None:
            spans.append(None)
            continue
        start, end = _days(first, first.year), _days(last, last.year)
        if end[1] < start[0] and (first.inherits or last.inherits) and first.month != last.month:
            return None
        spans.append(Span(start[0], end[1]))
    starts = [span.start for span in spans if span]
    if any(point.inherits for point in _points(dates)) and starts != sorted(starts):
        return None
    return spans


def _days(point: Point, year: int) -> tuple[date, date]:
    """First and last day of a point, or the error that there is no such day."""
    try:
        return point.first_day(year), point.last_day(year)
    except ValueError:
        raise ParseError.of("thai.period-no-such-day", found="") from None


def _with_years(dates: list[Dates], year: FiscalYear | None) -> list[Span]:
    """The spans when points without a year lie in the fiscal year."""
    if year is None:
        raise NeedsYear
    for point in _points(dates):
        if point.year is None and point.month:
            point.year, point.inherits = year.year_of_month(point.month), "fiscal"
    spans = _settled(dates)
    if spans is None:
        raise Unreadable
    return [span for span in spans if span]


def _shifted(dates: list[Dates]) -> list[Span] | None:
    """`ต.ค. - มี.ค. ๒๕๖๖` with the year before for October: what is probably meant."""
    after: Point | None = None
    for item in reversed(dates):
        if item.last.inherits == "before" and item.first.year and item.last.month and item.first.month:
            item.last.year = item.first.year + (item.last.month < item.first.month)
        for point in (item.last, item.first):
            if point.inherits and point.inherits != "before" and after and after.year and after.month and point.month:
                point.year = after.year - (point.month > after.month)
            after = point
    try:
        spans = _settled(dates)
    except ParseError:
        return None
    return [span for span in spans if span] if spans else None
