"""The tokens of a period as items: points in time and ranges of them, quarters, halves and years.

Source: the periods of the layouts.  What the grammar does not know raises `Unreadable`; years that are left out
stay open here and are settled by `period_words.py`.

>>> from ita_docs.thai.period_tokens import tokens
>>> [item.joined for item in items(tokens("ต.ค. ๖๕ ถึง มี.ค. ๖๖ และ ก.ย. ๖๖"))]
[False, True]
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from ita_docs.errors import ParseError
from ita_docs.thai.dates import ERA_OFFSET, FIRST_YEAR, gregorian_year, month_number, parse_date
from ita_docs.thai.fiscal_year import FiscalYear
from ita_docs.thai.period_tokens import Token
from ita_docs.thai.spans import Span, last_day

_TWO, _FOUR = 2, 4  # digits of a year


class Unreadable(Exception):  # noqa: N818  it never leaves the room
    """The words are no period; `nearest` are the spans that may be meant."""

    def __init__(self, nearest: list[Span] | None = None) -> None:
        super().__init__(nearest)
        self.nearest = nearest


class NeedsYear(Exception):  # noqa: N818  nor does this one
    """The words are read only with a fiscal year."""


@dataclass(slots=True)
class Point:
    """A day, a month or a year, as far as stated, `year` Gregorian; `inherits` says where a year left out came from."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    inherits: str = ""

    def first_day(self, year: int) -> date:
        """Its first day in a year; ValueError where there is no such day."""
        return date(year, self.month or 1, self.day or 1)

    def last_day(self, year: int) -> date:
        """Its last day in a year."""
        month = self.month or 12
        return date(year, month, self.day or last_day(year, month))


@dataclass(slots=True)
class Dates:
    """A point or a range of two; `joined`: a separator stands before it; `inside`: it stands in parentheses."""

    first: Point
    last: Point
    joined: bool = False
    inside: bool = False


@dataclass(slots=True)
class Named:
    """Quarters or a half of a fiscal year, or whole fiscal years.

    `numbers` are ranges: of quarters, of years; a half is the range of its quarters, either half for `halves`.
    """

    kind: str
    numbers: list[tuple[int, int]] = field(default_factory=list)
    year: FiscalYear | None = None
    joined: bool = False
    inside: bool = False


Item: TypeAlias = Dates | Named


def items(found: list[Token]) -> list[Item]:
    """All the items of a period, in order."""
    return _Reader(found).items()


class _Reader:
    """Recursive descent over the tokens."""

    def __init__(self, found: list[Token]) -> None:
        if found and found[0].kind == "open" and found[-1].kind == "close":
            inner = found[1:-1]
            if not any(token.kind in ("open", "close") for token in inner):
                found = inner
        if any(token.kind == "since" for token in found):
            # "Since" without an end is no span.
            if not any(token.kind == "to" for token in found):
                raise Unreadable
            found = [token for token in found if token.kind != "since"]
        self.found = found
        self.at = 0

    def kind(self, ahead: int = 0) -> str:
        """The kind of a token ahead, `""` after the last."""
        return self.found[self.at + ahead].kind if self.at + ahead < len(self.found) else ""

    def take(self) -> str:
        """The text of the next token, which is passed."""
        self.at += 1
        return self.found[self.at - 1].text

    def skip(self, *kinds: str) -> bool:
        """Pass the next token if it is of one of the kinds."""
        found = self.kind() in kinds
        self.at += found
        return found

    def items(self) -> list[Item]:
        """Items up to the end; parentheses stand around what explains the item before them."""
        result: list[Item] = []
        opened = False
        while self.kind():
            if opened and self.skip("close"):
                opened = False
                continue
            joined = bool(result) and self.skip("and")
            if result and not joined and not opened and self.skip("open"):
                opened = True
            item = self.item()
            item.joined, item.inside = joined, opened
            result.append(item)
        if not result or opened:
            raise Unreadable
        return result

    def item(self) -> Item:
        """The next item."""
        kind = self.kind()
        if kind == "quarter":
            return self.quarters()
        if kind == "half":
            return self.half()
        if kind == "twelve":
            self.take()
            return Named("years", year=self.year_after())
        if kind == "fiscal":
            return self.fiscal_years()
        if kind == "all_year":
            self.take()
            return self.dates() if self.kind() in ("era", "gregorian", "number") else Named("years")
        return self.dates()

    def quarters(self) -> Named:
        """`ไตรมาส ๒ - ๔`, `ไตรมาส ๑ และ ๓ ปีงบประมาณ พ.ศ. ๒๕๖๖`, `ไตรมาสที่ ๒/๒๕๖๖`."""
        self.take()
        item = Named("quarters", [self.quarter_range()])
        while self.kind() == "and" and self.quarter_ahead(1):
            self.take()
            item.numbers.append(self.quarter_range())
        item.year = self.year_after()
        return item

    def quarter_range(self) -> tuple[int, int]:
        """One quarter, or two with a dash."""
        first = last = self.quarter()
        if self.kind() == "to" and (self.quarter_ahead(1) or self.kind(1) == "quarter"):
            self.take()
            self.skip("quarter")
            last = self.quarter()
        if last < first:
            raise ParseError.of("thai.period-backwards", found=f"{first} - {last}")
        return first, last

    def quarter_ahead(self, ahead: int) -> bool:
        """Whether a token ahead is a quarter's number, not a day or a year."""
        if self.kind(ahead) != "number" or self.kind(ahead + 1) == "month":
            return False
        return len(self.found[self.at + ahead].text) == 1

    def quarter(self) -> int:
        """The number of a quarter."""
        if self.kind() != "number":
            raise Unreadable
        number = self.take()
        if number not in ("1", "2", "3", "4"):
            raise ParseError.of("thai.period-quarter", found=number)
        return int(number)

    def half(self) -> Named:
        """`รอบ ๖ เดือนแรก`; without แรก or หลัง the first one is meant, unless dates beside it say the second."""
        text = self.take()
        if text.endswith("หลัง"):
            item = Named("quarters", [(3, 4)])
        else:
            item = Named("quarters" if text.endswith("แรก") else "halves", [(1, 2)])
        item.year = self.year_after()
        return item

    def year_after(self) -> FiscalYear | None:
        """The fiscal year stated after a quarter or a half: `ปีงบประมาณ พ.ศ. ๒๕๖๖`, `ปี ๒๕๖๖`, `/๒๕๖๖`."""
        if self.kind() in ("slash", "era", "gregorian") or self.year_ahead():
            self.skip("slash")
            return FiscalYear(self.year() + ERA_OFFSET)
        if self.skip("fiscal") and (self.kind() in ("era", "gregorian") or self.year_ahead()):
            return FiscalYear(self.year() + ERA_OFFSET)
        return None

    def fiscal_years(self) -> Named:
        """`ตลอดปีงบประมาณ`, `ปีงบประมาณ ๒๕๖๖ - ๒๕๗๐`."""
        self.take()
        item = Named("years")
        if self.kind() in ("era", "gregorian") or self.year_ahead():
            item.numbers.append(self.fiscal_range())
            while self.kind() == "and" and self.year_ahead(1):
                self.take()
                item.numbers.append(self.fiscal_range())
        return item

    def fiscal_range(self) -> tuple[int, int]:
        """One year or two with a dash, in the Buddhist era."""
        first = last = self.year() + ERA_OFFSET
        if self.skip("to"):
            self.skip("fiscal")
            last = self.year() + ERA_OFFSET
        if last < first:
            raise ParseError.of("thai.period-backwards", found=f"{first} - {last}")
        return first, last

    def year_ahead(self, ahead: int = 0) -> bool:
        """Whether a year stands ahead: four digits, or two that no month follows."""
        if self.kind(ahead) != "number":
            return False
        digits = len(self.found[self.at + ahead].text)
        return digits == _FOUR or (digits == _TWO and self.kind(ahead + 1) != "month")

    def year(self) -> int:
        """A year, พ.ศ. or ค.ศ. before it or not; Gregorian."""
        gregorian = self.kind() == "gregorian"
        self.skip("era", "gregorian")
        if self.kind() != "number":
            raise Unreadable
        # The first months of the first fiscal year lie in the year before it.
        year = gregorian_year(self.take(), after_gregorian=gregorian, first=FIRST_YEAR - 1)
        if year is None:
            raise Unreadable
        return year

    def dates(self) -> Dates:
        """A point, or two with a dash."""
        first = last = self.point()
        if self.skip("to"):
            last = self.point()
        return Dates(first, last)

    def point(self) -> Point:
        """A day, a month or a year."""
        kind = self.kind()
        if kind in ("numeric", "iso"):
            return self.point_in_numbers()
        if kind in ("era", "gregorian") or (kind == "number" and len(self.found[self.at].text) > _TWO):
            return Point(year=self.year())
        day_number = int(self.take()) if kind == "number" else None
        if self.kind() != "month":
            if day_number is None:
                raise Unreadable
            return Point(day_number)
        return Point(day_number, month_number(self.take()), self.year_of_month())

    def point_in_numbers(self) -> Point:
        """`1/10/2565`."""
        try:
            day = parse_date(self.take())
        except ParseError as error:
            if error.faults[0].code == "thai.date-no-such-day":
                raise
            raise Unreadable from None
        return Point(day.day, day.month, day.year)

    def year_of_month(self) -> int | None:
        """The year after a month; `ต.ค. 12 พ.ย.` does not say whether 12 is a year or a day."""
        if self.kind() in ("era", "gregorian"):
            return self.year()
        digits = self.found[self.at].text if self.kind() == "number" else ""
        if len(digits) < _TWO:
            return None
        if self.kind(1) == "month" and len(digits) == _TWO and digits <= "31":
            raise Unreadable
        return self.year()
