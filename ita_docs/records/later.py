"""A year later (เลื่อนไปหนึ่งปี): days, periods in the words they were typed in, and the years that a text names.

Source: the periods of the layouts.  Words keep their form, and are read again to prove that they mean the days one year
on; where they do not, the period is written anew.  Of texts only a budget year that the dossier is about is moved
(`ปีงบประมาณ พ.ศ. ๒๕๖๖`, `ประจำปี 2566`); every other year may be that of a law, a plan or an event.

>>> str(Later(FiscalYear(2566)).period(Period.parse("ต.ค.๖๕ - มี.ค.๖๖")))
'ต.ค.๖๖ - มี.ค.๖๗'
>>> Later(FiscalYear(2566)).text("แผนประจำปีงบประมาณ พ.ศ. ๒๕๖๖ ตาม พ.ร.บ. พ.ศ. ๒๕๖๑")
'แผนประจำปีงบประมาณ พ.ศ. ๒๕๖๗ ตาม พ.ร.บ. พ.ศ. ๒๕๖๑'
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple, TypeVar

from ita_docs.errors import ParseError
from ita_docs.patterns import lazy_pattern
from ita_docs.records.agency import Agency
from ita_docs.records.base import Record
from ita_docs.records.measure import Targets
from ita_docs.thai import FiscalYear, Period
from ita_docs.thai.dates import ERA_OFFSET
from ita_docs.thai.digits import to_arabic_digits, to_thai_digits
from ita_docs.thai.periods import Span
from ita_docs.thai.spans import last_day

_DIGIT = "[0-9๐-๙]"
_BUDDHIST = r"(?:พ\s*\.?\s*ศ\s*\.?\s*)?"
_NAMED = rf"(?:ประจำ)?(?:ปีงบประมาณ|ปี)?\s*{_BUDDHIST}"
#: A plan over several years (`ปีงบประมาณ พ.ศ. ๒๕๖๖ - ๒๕๗๐`) is not this year's; of years in a row (`๒๕๖๕ และ ๒๕๖๖`)
#: none may move alone.
_OWN_YEAR = lazy_pattern(
    rf"((?:ปีงบประมาณ|ประจำปี)\s*{_BUDDHIST})({_DIGIT}{{4}})(?!{_DIGIT})"
    rf"(?!\s*(?:(?:[-–—]|ถึง)\s*{_NAMED}|(?:,|และ|กับ|หรือ)\s*{_BUDDHIST}){_DIGIT}{{4}}(?!{_DIGIT}))"
)
_UP_TO = lazy_pattern(rf"{_DIGIT}{{4}}\s*(?:[-–—]|ถึง)\s*(?:ประจำ)?$")
_NUMBER = lazy_pattern(rf"(?<!{_DIGIT}){_DIGIT}+(?!{_DIGIT})")
_CENTURY = 100
_FOUR, _TWO = 4, 2  # digits of a year
RecordT = TypeVar("RecordT", bound=Record)


class Later(NamedTuple):
    """Moves what belongs to a fiscal year into the next; `own` are the years that the dossier is about."""

    year: FiscalYear
    own: frozenset[int] = frozenset()

    def record(self, record: RecordT) -> RecordT:
        """The record with its periods and the years of its texts moved."""
        changed = {name: self.value(getattr(record, name)) for name in record.model_fields_set}
        return record.model_copy(update=changed)

    def text(self, text: str) -> str:
        """The text with the budget years moved that are the dossier's own."""
        own = self.own or {self.year.year}

        def moved(found: re.Match[str]) -> str:
            is_own = int(to_arabic_digits(found[2])) in own and not _UP_TO.search(text, 0, found.start())
            return found[1] + (_next(found[2]) if is_own else found[2])

        return _OWN_YEAR.sub(moved, text)

    def period(self, period: Period) -> Period:
        """The period one year on: in its words, where these mean it, else written anew from its days."""
        spans = tuple(Span(_day(span.start), _day(span.end)) for span in period.spans)
        whole = tuple(_whole_months(before, span) for before, span in zip(period.spans, spans, strict=True))
        if period.text is None:
            return Period.of_spans(whole)
        words = self._words(period.text, period)
        read = self._read(words, self.year.year + 1)
        if not period.spans:
            as_before = read is not None and not read.spans and read.unreadable is period.unreadable
            return read if read is not None and as_before else Period.of_spans((), words)
        if read is not None and read.spans in {Period.of_spans(days).spans for days in (spans, whole)}:
            return read
        typed = self._read(period.text, self.year.year)
        own_words = typed is None or typed.spans != period.spans  # which the author set beside the days
        return Period.of_spans(whole, words if own_words and (read is None or not read.spans) else None)

    def _words(self, text: str, period: Period) -> str:
        """The words with each year in them moved: a number that is one of the period's years, or of the dossier's."""
        ends = {day.year + ERA_OFFSET for span in period.spans for day in (span.start, span.end)}
        known = ends | {self.year.year - 1, self.year.year}
        long = known | {year - ERA_OFFSET for year in known}
        # Words without any day (`ภายใน 66 วัน`) name no year by two digits.
        short = {year % _CENTURY for year in known} if period.spans or period.unreadable else set()

        def moved(found: re.Match[str]) -> str:
            number = int(to_arabic_digits(found[0]))
            is_year = number in {_FOUR: long, _TWO: short}.get(len(found[0]), ())
            return _next(found[0]) if is_year else found[0]

        return _NUMBER.sub(moved, text)

    @staticmethod
    def _read(words: str, year: int) -> Period | None:
        """The words as a year reads them; None where they name what can not be, as 29 February of most years."""
        try:
            return Period.parse(words, year)
        except ParseError:
            return None

    def value(self, value: Any) -> Any:
        """A text, period, list or record moved; anything else as it is."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Period):
            return self.period(value)
        if isinstance(value, tuple):
            return tuple(self.value(inner) for inner in value)
        if isinstance(value, Record) and not isinstance(value, Agency | Targets):
            return self.record(value)
        return value


def _day(day: date) -> date:
    """The same day of the next year; the last of February for the 29th."""
    return date(day.year + 1, day.month, min(day.day, last_day(day.year + 1, day.month)))


def _whole_months(before: Span, after: Span) -> Span:
    """Whole months stay whole, so that February ends on its last day."""
    if before.months() is None:
        return after
    return Span(after.start, after.end.replace(day=last_day(after.end.year, after.end.month)))


def _next(digits: str) -> str:
    """The number after this one, in as many digits and in the same script."""
    number = f"{int(to_arabic_digits(digits)) + 1:0{len(digits)}}"[-len(digits) :]
    return number if digits.isascii() else to_thai_digits(number)
