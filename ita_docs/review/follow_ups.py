"""The times that a follow-up names (การติดตาม/รายงานผล): quarters, halves and months, as months of one count.

Source: the follow-ups of layout 3 (`รายงานผล ไตรมาส ๒ - ๔`) and the remarks of layout 1 (`รายงานทุก ๖ เดือน`).
Limits: `ทุกไตรมาส`, `รายเดือน`, `รอบ ๑๒ เดือน`, `สิ้นปีงบประมาณ` name no time but go on to the end; `รอบ ๖ เดือน` alone may
be either half.  A month is the time by which a report is due, two with a dash are the time that is reported on.

>>> found = read_follow_up("ตรวจสอบและรายงานผล ไตรมาส ๒ - ๔", FiscalYear(2566))
>>> [(m.words, m.last - m.first + 1) for m in found.named]
[('ไตรมาส ๒ - ๔', 9)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Literal, NamedTuple

from ita_docs.errors import ParseError
from ita_docs.findings import Severity
from ita_docs.patterns import lazy_pattern
from ita_docs.thai import FiscalYear, Period
from ita_docs.thai.dates import BUDDHIST, THAI_LETTER, month_pattern
from ita_docs.thai.digits import to_arabic_digits

Kind = Literal["quarters", "half", "months", "month"]
_QUARTER = 3
_HALF = 6
_SPACES = lazy_pattern(r"\s+")
_WORDS = {"หนึ่ง": "1", "สอง": "2", "สาม": "3", "สี่": "4", "แรก": "1", "สุดท้าย": "4"}
_NUMBER = rf"(?:[0-9]|{'|'.join(_WORDS)})(?![0-9])"
_QUARTERS = lazy_pattern(
    rf"(?<!ทุก)(?<!ทุก )(?<!ราย)(?<!แต่ละ)(?<!สอง)(?<!สาม)(?:ไตรมาส ?(?:ที่ ?)?|\bQ ?)(?P<first>{_NUMBER})"
    rf"(?P<more>(?: ?(?:[-–,/]|และ|ถึง|กับ) ?(?:ไตรมาส ?(?:ที่ ?)?|Q ?)?{_NUMBER})*)"
    rf"(?P<year>(?: ?/ ?| ?(?:ของ)?(?:ประจำ)?ปี(?:งบประมาณ)? ?(?:{BUDDHIST} ?)?)(?:25)?[0-9]{{2}}(?![0-9]))?"
)
_EACH = lazy_pattern(rf"(?P<joint>[-–,/]|และ|ถึง|กับ) ?(?:ไตรมาส ?(?:ที่ ?)?|Q ?)?(?P<number>{_NUMBER})")
_HALVES = lazy_pattern(r"(?:(?:รอบ(?:ระยะเวลา)? ?)?6 ?เดือน|ครึ่ง ?ปี(?:งบประมาณ)?) ?(?P<which>แรก|หลัง)")
_GOES_ON = lazy_pattern(
    r"(?:ทุก|ราย|แต่ละ|ทุก ๆ ) ?(?:[0-9]+ ?)?(?:เดือน|ไตรมาส|สัปดาห์|ปี)|(?:เดือน|ไตรมาส|ปี)ละ|12 ?เดือน|ต่อเนื่อง|ตลอด"
    r"|สิ้น ?ปี|สิ้นสุด|แล้วเสร็จ|เสร็จสิ้น|ปลายปี|ประจำเดือน|เป็นประจำ|สม่ำเสมอ"
)
#: A report may come this many months after the end.
_LATE = 3


def month_of(day: date) -> int:
    """The month of a day, counted so that calendar and fiscal quarters are threes of months."""
    return day.year * 12 + day.month - 1


class Named(NamedTuple):
    """One time that is named: its kind, its first and last month, its words; `exact` when its year is stated."""

    kind: Kind
    first: int
    last: int
    words: str
    exact: bool = True


class FollowUp(NamedTuple):
    """All times of a follow-up; `goes_on`: it names a turn that comes again; `wrong`: quarters that do not exist."""

    named: tuple[Named, ...]
    goes_on: bool
    wrong: tuple[str, ...]

    def early(self, first: int, last: int) -> Iterator[tuple[str, Severity]]:
        """What lies before the first month of the period that ends with the month `last`."""
        for time in self.named:
            if time.kind == "month":
                continue
            whole = time.kind == "half"  # a half is reported as one, wherever in it the work begins
            before = time.last < first and not self.reaches(last) if whole else time.first < _begin(first, time.kind)
            if before:
                yield time.words, "warning"
        points = [time for time in self.named if time.kind == "month"]
        if points and all(time.last < first and not _next_year(time, last) for time in points):
            yield points[-1].words, "warning"

    def short(self, first: int, last: int) -> Iterator[tuple[str, Severity]]:
        """What ends before the period does, or begins after it has begun."""
        if self.goes_on or not self.named:
            return
        if not self.reaches(last):
            latest = max(self.named, key=lambda time: time.last)
            if latest.last >= first:
                yield self._words(), "advice" if latest.kind == "month" else "warning"
            return
        ranges = [
            time for time in self.named if time.kind in ("quarters", "months") and time.last - time.first >= _QUARTER
        ]
        if len(self.named) == 1 and ranges and ranges[0].first > first and _begin(first, "quarters") < ranges[0].first:
            yield ranges[0].words, "advice"

    def long(self, first: int, last: int) -> Iterator[tuple[str, Severity]]:
        """What goes on after the period has ended."""
        for time in self.named:
            end = _end(last, time.kind)
            if time.kind == "month" or time.last <= end:
                continue
            if time.first > end:
                # Reporting in the turn that follows is the rule with some.
                next_turn = time.kind == "quarters" and time.last - time.first < _QUARTER and time.first == end + 1
                both = time.kind == "half" and len(self.named) > 1
                yield time.words, "advice" if next_turn or both else "warning"
            else:
                yield time.words, "warning" if first <= time.last else "advice"

    def reaches(self, last: int) -> bool:
        """Whether it goes as far as the last month of a period."""
        return self.goes_on or any(_end(last, time.kind) <= time.last or _next_year(time, last) for time in self.named)

    def _words(self) -> str:
        return ", ".join(dict.fromkeys(time.words for time in self.named))


def read_follow_up(text: str, year: FiscalYear) -> FollowUp | None:
    """The times that a text names; None when it names none that can be compared."""
    typed = _SPACES.sub(" ", text).strip()
    words = to_arabic_digits(typed)
    named: list[Named] = []
    wrong: list[str] = []
    for match in _QUARTERS.finditer(words):
        try:
            named += _quarters(match, typed, year)
        except ParseError:
            wrong.append(typed[match.start() : match.end()].strip())
    for match in _HALVES.finditer(words):
        first = month_of(year.start) + (_HALF if match["which"] == "หลัง" else 0)
        named.append(Named("half", first, first + _HALF - 1, typed[match.start() : match.end()]))
    for match in _months().finditer(words):
        named += _month(typed[match.start() : match.end()].strip(), year)
    goes_on = _GOES_ON.search(words) is not None
    return FollowUp(tuple(named), goes_on, tuple(wrong)) if named or wrong else None


def _quarters(match: re.Match[str], typed: str, year: FiscalYear) -> Iterator[Named]:
    """The quarters of one phrase: `ไตรมาส ๒ - ๔` is one time, `ไตรมาส ๒ และ ๔` are two."""
    if match["year"]:
        digits = re.sub(r"\D", "", match["year"])
        year = FiscalYear(int(digits) + (0 if len(digits) > 2 else 2500))  # noqa: PLR2004  a year in two digits
    times = [[_number(match["first"]), _number(match["first"])]]
    for more in _EACH.finditer(match["more"]):
        number = _number(more["number"])
        if more["joint"] in ("-", "–", "ถึง"):
            times[-1][1] = number
        else:
            times.append([number, number])
    start = month_of(year.start)
    for first, last in times:
        year.quarter(first), year.quarter(last)  # ParseError where there is none
        words = typed[match.start() : match.end()].strip()
        yield Named("quarters", start + _QUARTER * (first - 1), start + _QUARTER * last - 1, words)


def _number(text: str) -> int:
    return int(_WORDS.get(text, text))


@cache
def _months() -> re.Pattern[str]:
    begins = rf"(?:(?<!{THAI_LETTER})|(?<=เดือน)|(?={THAI_LETTER}{{1,2}} ?\.)|(?={THAI_LETTER}{{5}}))"
    year = rf"(?: ?(?:{BUDDHIST} ?)?(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9]))?"
    point = rf"(?:(?<![0-9])[0-9]{{1,2}} ?)?{begins}{month_pattern()}{year}"
    return re.compile(rf"{point}(?: ?(?:[-–]|ถึง) ?(?:เดือน ?)?{point})?")


def _month(words: str, year: FiscalYear) -> list[Named]:
    """A month or a span of months; what can not be read is nobody's finding here."""
    try:
        spans = Period.parse(words, year).spans
    except ParseError:
        return []
    if not spans:
        return []
    first, last = month_of(spans[0].start), month_of(spans[-1].end)
    exact = re.search(r"[0-9๐-๙]{2,4}$", words) is not None
    return [Named("months" if re.search("[-–]|ถึง", words) else "month", first, last, words, exact=exact)]


def _next_year(time: Named, last: int) -> bool:
    """Whether a month without a year can be meant of the year after: `ภายในเดือนตุลาคม`, when all is done."""
    return time.kind == "month" and not time.exact and last <= time.last + 12 <= last + _LATE


def _begin(month: int, kind: Kind) -> int:
    """The first month of the quarter or half in which a month lies."""
    return {"quarters": month - month % _QUARTER, "half": (month + _QUARTER) // _HALF * _HALF - _QUARTER}.get(
        kind, month
    )


def _end(month: int, kind: Kind) -> int:
    """The last month of the quarter or half in which a month lies; a quarter is reached by its first month."""
    return {"quarters": _begin(month, "quarters") + _QUARTER - 1, "half": _begin(month, "half") + _HALF - 1}.get(
        kind, month
    )
