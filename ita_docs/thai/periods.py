"""A period: the spans of days in which something is done, and the words it was typed in (ระยะเวลาดำเนินการ).

Source: the periods of the layouts.  Words are kept as typed and printed so; beside them stand the spans
that they mean.  Limits: `period_words.py` says which rules settle what words leave open.

>>> period = Period.parse("ต.ค.๖๕ - มี.ค.๖๖")
>>> str(period), period.start, period.end
('ต.ค.๖๕ - มี.ค.๖๖', datetime.date(2022, 10, 1), datetime.date(2023, 3, 31))
>>> str(Period(date(2022, 12, 9), date(2022, 12, 9)))
'๙ ธันวาคม ๒๕๖๕'
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, NoReturn

from ita_docs.errors import ParseError
from ita_docs.thai.digits import Numerals, localize_digits, plain
from ita_docs.thai.fiscal_year import FiscalYear
from ita_docs.thai.period_styles import PERIOD_STYLES, PeriodStyle, format_spans
from ita_docs.thai.period_words import Reading, read_words
from ita_docs.thai.spans import Span, united

__all__ = ["PERIOD_STYLES", "Period", "PeriodStyle", "Span"]


class Period:
    """Spans and words; immutable, hashable, equal when the spans are (without spans: when the words are).

    spans: in order; spans that touch or overlap are one.  Empty for words that name no time, or can not be read.
    text: the words as typed; None for a period made from dates.
    unreadable: the words name a month, a quarter or a year but can not be read; `nearest` is what may be meant.
    needs_year: the words can be read once the fiscal year is known; see `within`.

    >>> Period.parse("รอบ ๖ เดือนแรก", 2566) == Period.parse("ไตรมาส ๑ - ๒ ปีงบประมาณ ๒๕๖๖")
    True
    """

    __slots__ = ("_stated", "nearest", "needs_year", "spans", "text", "unreadable")

    spans: tuple[Span, ...]
    text: str | None
    unreadable: bool
    nearest: str | None
    needs_year: bool
    _stated: bool

    def __init__(self, start: date, end: date | None = None) -> None:
        """From the first and the last day; without an end, one day."""
        self._fill((Span(start, start if end is None else end),), None, Reading(), stated=True)

    @classmethod
    def parse(cls, text: str, fiscal_year: FiscalYear | int | None = None) -> Period:
        """From words; those without a year (`ไตรมาส ๒`, `ม.ค. - มี.ค.`) lie in the fiscal year, if one is given.

        ParseError where the words name what can not be: a day that does not exist, an end before the start, quarter 5.

        >>> Period.parse("เดือนตุลาคม ๒๕๖๕ เดือนเมษายน ๒๕๖๖").format("months-long")
        'เดือนตุลาคม ๒๕๖๕ และ เดือนเมษายน ๒๕๖๖'
        >>> unread = Period.parse("ต.ค.๖๕ - มี.ค.๖๖ และอื่น ๆ ตามสมควร")
        >>> unread.spans, unread.unreadable, unread.nearest
        ((), True, 'ต.ค.๖๕ - มี.ค.๖๖')
        >>> Period.parse("ตามห้วงเวลาจัดงานประเพณี").unreadable
        False
        """
        if not isinstance(text, str):
            msg = f"a period is read from text, not from {type(text).__name__}"
            raise TypeError(msg)
        words = text.strip()
        if not plain(words):
            raise ParseError.of("thai.period-empty", found=text)
        reading = read_words(words, _year(fiscal_year))
        return cls._new(reading.spans, words, reading, stated=False)

    @classmethod
    def of_spans(cls, spans: Iterable[Span], text: str | None = None) -> Period:
        """From spans, with words that mean them or without; words without spans name no time, on purpose.

        >>> Period.of_spans([], "ตลอดไป ๒๕๖๖").unreadable
        False
        """
        words = None if text is None else text.strip()
        parts = united(spans)
        if not (parts or words):
            raise ParseError.of("thai.period-empty", found=text)
        return cls._new(parts, words or None, Reading(), stated=True)

    @property
    def start(self) -> date | None:
        """The first day of the first span."""
        return self.spans[0].start if self.spans else None

    @property
    def end(self) -> date | None:
        """The last day of the last span."""
        return self.spans[-1].end if self.spans else None

    def within(self, fiscal_year: FiscalYear | int) -> Period:
        """The same words read in a fiscal year; itself when that changes nothing, or its spans were stated.

        >>> Period.parse("ไตรมาส ๒").within(2566).format()
        '๑ มกราคม ๒๕๖๖ – ๓๑ มีนาคม ๒๕๖๖'
        """
        if self._stated or self.text is None:
            return self
        again = Period.parse(self.text, fiscal_year)
        return self if again._state() == self._state() else again  # noqa: SLF001  its own class

    def format(self, style: PeriodStyle | str = "long", numerals: Numerals = "thai") -> str:
        """The spans in a style of `PERIOD_STYLES`; without spans, the words.

        >>> Period(date(2022, 10, 1), date(2023, 3, 31)).format("months-to")
        'ต.ค. ๖๕ ถึง มี.ค. ๖๖'
        """
        if self.spans or style not in PERIOD_STYLES:
            return format_spans(self.spans, style, numerals)
        return localize_digits(self.text or "", numerals)

    def __str__(self) -> str:
        """The words as typed, else the long style."""
        return self.format() if self.text is None else self.text

    def __repr__(self) -> str:
        return f"<Period {str(self)!r}: {', '.join(map(str, self.spans)) or 'no span'}>"

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Period) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._key())

    def __setattr__(self, name: str, value: object) -> NoReturn:
        msg = f"a Period does not change: {name}"
        raise AttributeError(msg)

    def __delattr__(self, name: str) -> NoReturn:
        msg = f"a Period does not change: {name}"
        raise AttributeError(msg)

    def __reduce__(self) -> tuple[Any, ...]:
        """Copies and pickles, which could not set attributes."""
        return _restored, self._state()

    def _key(self) -> tuple[Span, ...] | str:
        return self.spans or plain(self.text or "")

    def _state(self) -> tuple[tuple[Span, ...], str | None, Reading, bool]:
        reading = Reading(unreadable=self.unreadable, nearest=self.nearest, needs_year=self.needs_year)
        return self.spans, self.text, reading, self._stated

    @classmethod
    def _new(cls, spans: tuple[Span, ...], text: str | None, reading: Reading, *, stated: bool) -> Period:
        period = cls.__new__(cls)
        period._fill(spans, text, reading, stated=stated)  # noqa: SLF001  its own
        return period

    def _fill(self, spans: tuple[Span, ...], text: str | None, reading: Reading, *, stated: bool) -> None:
        values = {
            "spans": spans,
            "text": text,
            "unreadable": reading.unreadable,
            "nearest": reading.nearest,
            "needs_year": reading.needs_year,
            "_stated": stated,
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)


def _restored(spans: tuple[Span, ...], text: str | None, reading: Reading, stated: bool) -> Period:
    """A period from its state."""
    return Period._new(spans, text, reading, stated=stated)  # noqa: SLF001  the same module


def _year(year: FiscalYear | int | None) -> FiscalYear | None:
    """A fiscal year given as such or as a number."""
    return year if year is None or isinstance(year, FiscalYear) else FiscalYear(year)
