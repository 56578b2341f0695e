"""Spans of days, the parts of a period (ช่วงเวลา).

Limits: the days that can be written with the years พ.ศ. ๒๔๐๐ to ๒๖๙๙ and the first months of fiscal year ๒๔๐๐.

>>> Span(date(2022, 10, 1), date(2023, 3, 31)).months()
((2022, 10), (2023, 3))
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ita_docs.errors import ParseError
from ita_docs.thai.dates import ERA_OFFSET, FIRST_YEAR, LAST_YEAR

FIRST_DAY = date(FIRST_YEAR - ERA_OFFSET - 1, 10, 1)
LAST_DAY = date(LAST_YEAR - ERA_OFFSET, 12, 31)


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """The days from `start` to `end`, both included.

    >>> Span(date(2023, 3, 31), date(2022, 10, 1))
    Traceback (most recent call last):
    ita_docs.errors.ParseError: '2023-03-31 - 2022-10-01' ends before it begins; correct the months or years, the earlier one first
    """  # noqa: E501  the message is one line

    start: date
    end: date

    def __post_init__(self) -> None:
        for name in ("start", "end"):
            day = getattr(self, name)
            if not isinstance(day, date):
                msg = f"a span's {name} is a date, not {type(day).__name__}"
                raise TypeError(msg)
            if isinstance(day, datetime):  # which is a date too, but compares with none
                object.__setattr__(self, name, day.date())
        if self.end < self.start:
            raise ParseError.of("thai.period-backwards", found=self)
        if self.start < FIRST_DAY or self.end > LAST_DAY:
            raise ParseError.of("thai.period-out-of-range", found=self)

    def months(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """(year, month) of its first and last month if it is whole months, else None."""
        whole = self.start.day == 1 and self.end.day == last_day(self.end.year, self.end.month)
        return ((self.start.year, self.start.month), (self.end.year, self.end.month)) if whole else None

    def __str__(self) -> str:
        return f"{self.start} - {self.end}"


def last_day(year: int, month: int) -> int:
    """The number of days of a month."""
    return monthrange(year, month)[1]


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same days in order, with spans that touch or overlap made one.

    >>> march, april = Span(date(2023, 3, 1), date(2023, 3, 31)), Span(date(2023, 4, 1), date(2023, 4, 30))
    >>> print(*united([april, march]))
    2023-03-01 - 2023-04-30
    """
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end + timedelta(days=1):
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)
