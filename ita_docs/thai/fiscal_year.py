"""The fiscal year of the Thai government (ปีงบประมาณ): 1 October to 30 September, named after the year it ends in.

Source: พระราชบัญญัติวิธีการงบประมาณ พ.ศ. ๒๕๖๑, section 4.  Limits: พ.ศ. ๒๔๐๐ to ๒๖๙๙, counted as today throughout,
though fiscal years before 2483 began on other days.

>>> year = FiscalYear(2566)
>>> year.start, year.end
(datetime.date(2022, 10, 1), datetime.date(2023, 9, 30))
>>> str(year.quarter(2))
'๑ มกราคม ๒๕๖๖ – ๓๑ มีนาคม ๒๕๖๖'
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ita_docs.errors import ParseError
from ita_docs.patterns import lazy_pattern
from ita_docs.thai.dates import BUDDHIST, ERA_OFFSET, FIRST_YEAR, LAST_YEAR, LONGEST_QUOTE, gregorian_year, quote
from ita_docs.thai.digits import Numerals, in_numerals, plain

if TYPE_CHECKING:
    from ita_docs.thai.periods import Period

FIRST_MONTH = 10
_WORDS = lazy_pattern(rf"(?:(?:ประจำ ?)?ปี(?: ?งบประมาณ)? ?)?(?:{BUDDHIST} ?)?(?P<year>[0-9]+)")


@dataclass(frozen=True, order=True, slots=True)
class FiscalYear:
    """A fiscal year by its number in the Buddhist era; orderable, hashable, `day in year` works.

    >>> FiscalYear(2566) < FiscalYear(2567), date(2022, 9, 30) in FiscalYear(2566)
    (True, False)
    >>> FiscalYear(2023)
    Traceback (most recent call last):
    ita_docs.errors.ParseError: '2023' is a year of the Gregorian calendar, not a fiscal year; did you mean 2566?
    """

    year: int

    def __post_init__(self) -> None:
        if isinstance(self.year, bool) or not isinstance(self.year, int):
            msg = f"a fiscal year is a whole number such as 2566, not {type(self.year).__name__}"
            raise TypeError(msg)
        if not FIRST_YEAR <= self.year <= LAST_YEAR:
            raise _refusal(self.year)

    @classmethod
    def parse(cls, text: str) -> FiscalYear:
        """The fiscal year that a text names, in Thai or ASCII digits.

        >>> FiscalYear.parse("๒๕๖๖") == FiscalYear.parse("ปีงบประมาณ พ.ศ. 2566") == FiscalYear(2566)
        True
        """
        if not isinstance(text, str):
            msg = f"a fiscal year is read from text, not from {type(text).__name__}"
            raise TypeError(msg)
        found = _WORDS.fullmatch(plain(text)) if len(text) <= LONGEST_QUOTE else None
        if not found:
            raise ParseError.of("thai.fiscal-year", found=quote(text))
        if len(found["year"]) > len(str(LAST_YEAR)):
            raise ParseError.of("thai.fiscal-year", found=quote(text))
        return cls(int(found["year"]))

    @classmethod
    def of(cls, day: date) -> FiscalYear:
        """The fiscal year in which a day lies.

        >>> FiscalYear.of(date(2022, 10, 1)), FiscalYear.of(date(2022, 9, 30))
        (FiscalYear(year=2566), FiscalYear(year=2565))
        """
        return cls(day.year + ERA_OFFSET + (day.month >= FIRST_MONTH))

    @property
    def gregorian(self) -> int:
        """The Gregorian year in which it ends."""
        return self.year - ERA_OFFSET

    @property
    def start(self) -> date:
        """1 October of the year before."""
        return date(self.gregorian - 1, FIRST_MONTH, 1)

    @property
    def end(self) -> date:
        """30 September."""
        return date(self.gregorian, 9, 30)

    def quarter(self, number: int) -> Period:
        """Quarter 1 (October to December) to 4 (July to September).

        >>> str(FiscalYear(2566).quarter(1))
        '๑ ตุลาคม ๒๕๖๕ – ๓๑ ธันวาคม ๒๕๖๕'
        """
        if number not in (1, 2, 3, 4):
            raise ParseError.of("thai.quarter", found=number)
        return self._months(3 * number - 3, 3)

    def half(self, number: int) -> Period:
        """Half 1 (October to March) or 2 (April to September).

        >>> str(FiscalYear(2566).half(2))
        '๑ เมษายน ๒๕๖๖ – ๓๐ กันยายน ๒๕๖๖'
        """
        if number not in (1, 2):
            raise ParseError.of("thai.half", found=number)
        return self._months(6 * number - 6, 6)

    def year_of_month(self, month: int) -> int:
        """The Gregorian year of one of its months (1-12).

        >>> FiscalYear(2566).year_of_month(12), FiscalYear(2566).year_of_month(1)
        (2022, 2023)
        """
        return self.gregorian - (month >= FIRST_MONTH)

    def format(self, numerals: Numerals = "thai") -> str:
        """Its name in full.

        >>> FiscalYear(2566).format()
        'ปีงบประมาณ พ.ศ. ๒๕๖๖'
        """
        return in_numerals(f"ปีงบประมาณ พ.ศ. {self.year}", numerals)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def __int__(self) -> int:
        return self.year

    def __str__(self) -> str:
        """The bare number in ASCII digits; the document decides about Thai ones."""
        return str(self.year)

    def _months(self, skipped: int, count: int) -> Period:
        """`count` months after the first `skipped`."""
        from ita_docs.thai.periods import Period  # noqa: PLC0415  periods are built on fiscal years

        first, last = ((FIRST_MONTH - 1 + number) % 12 + 1 for number in (skipped, skipped + count - 1))
        year = self.year_of_month(last)
        return Period(date(self.year_of_month(first), first, 1), date(year, last, monthrange(year, last)[1]))


def _refusal(year: int) -> ParseError:
    """Why a number is no fiscal year, with the year that is probably meant."""
    if FIRST_YEAR <= year + ERA_OFFSET <= LAST_YEAR:
        return ParseError.of("thai.fiscal-year-gregorian", found=year, meant=year + ERA_OFFSET)
    short = gregorian_year(f"{year:02}") if year >= 0 else None
    if short is not None:
        return ParseError.of("thai.fiscal-year-two-digits", found=year, meant=short + ERA_OFFSET)
    return ParseError.of("thai.fiscal-year", found=year)
