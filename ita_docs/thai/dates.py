"""Dates as official papers write them (วันเดือนปีในหนังสือราชการ), read and printed in the Buddhist era.

Source: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖; the names of the months are Babel's.
Limits: the year is the Gregorian year + 543 throughout, so dates before 1 January พ.ศ. ๒๔๘๔, when the year still began
in April, may be a year off.  A weekday before a date is skipped, not compared with it.

>>> format_date(date(2022, 10, 1))
'๑ ตุลาคม ๒๕๖๕'
>>> parse_date("เมื่อวันที่ ๑ ต.ค.65")
datetime.date(2022, 10, 1)
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Literal, NamedTuple, TypeAlias, get_args

from ita_docs.errors import ParseError
from ita_docs.kept import files_of, kept
from ita_docs.thai.digits import Numerals, in_numerals, plain

DateStyle: TypeAlias = Literal["long", "short", "numeric"]
DATE_STYLES: tuple[DateStyle, ...] = get_args(DateStyle)

ERA_OFFSET = 543
FIRST_YEAR, LAST_YEAR = 2400, 2699
_FIRST_GREGORIAN, _LAST_GREGORIAN = 1900, 2156
_CENTURY = 2500
_TWO, _FOUR = 2, 4  # digits of a year
LONGEST_QUOTE = 200

THAI_LETTER = "[\u0e01-\u0e3a\u0e40-\u0e4e]"
WEEKDAY = "(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัสฯ?|ศุกร์|เสาร์|อาทิตย์)"
BUDDHIST = r"(?:พ ?\.? ?ศ ?\.?|พุทธศักราช)"
GREGORIAN = r"(?:ค ?\.? ?ศ ?\.?|คริสต์ศักราช)"


class Months(NamedTuple):
    """The twelve names and the twelve abbreviations, January first."""

    names: tuple[str, ...]
    short: tuple[str, ...]


@cache
def months() -> Months:
    """Names of the months, taken from Babel once and kept: it loads all that it knows of Thai for them.

    >>> months().names[9], months().short[9]
    ('ตุลาคม', 'ต.ค.')
    """
    return Months(*kept("months", files_of("babel", "locale-data/th.dat"), _months))


def _months() -> tuple[tuple[str, ...], tuple[str, ...]]:
    from babel.dates import get_month_names  # noqa: PLC0415  importing the library must not import Babel

    def twelve(width: Literal["wide", "abbreviated"]) -> tuple[str, ...]:
        table = get_month_names(width, "format", "th")
        return tuple(str(table[number]) for number in range(1, 13))

    return twelve("wide"), twelve("abbreviated")


@cache
def month_pattern() -> str:
    """A regular expression for one month as people type it; `month_number` says which month it is.

    Dots and spaces of an abbreviation may be missing; without its last dot it must not run into another word.
    """
    ends = rf"(?: ?\.|(?!{THAI_LETTER})|(?=ถึง|และ|พ ?\.? ?ศ))"
    short = [r" ?\.? ?".join(re.escape(part) for part in name.split(".") if part) for name in months().short]
    return f"(?:{'|'.join(months().names)}|(?:{'|'.join(short)}){ends})"


@cache
def _month_numbers() -> dict[str, int]:
    """Names without dots and spaces to 1-12."""
    return {
        name.replace(".", ""): number
        for names in (months().names, months().short)
        for number, name in enumerate(names, start=1)
    }


def month_number(text: str) -> int:
    """1-12 for what `month_pattern` matched.

    >>> month_number("ต. ค")
    10
    """
    return _month_numbers()[text.replace(".", "").replace(" ", "")]


def quote(text: str) -> str:
    """The text for an error message, cut where it is too long to read."""
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def format_date(day: date, style: DateStyle | str = "long", numerals: Numerals = "thai", era: bool = False) -> str:
    """A date in the Buddhist era, in one of `DATE_STYLES`; `era` puts พ.ศ. before the year, in four digits.

    `short` prints the year in two digits where two digits can say it (2500-2599), else in four.

    >>> format_date(date(2022, 10, 1), era=True), format_date(date(2022, 10, 1), "short")
    ('๑ ตุลาคม พ.ศ. ๒๕๖๕', '๑ ต.ค. ๖๕')
    >>> format_date(date(2022, 10, 1), "numeric", "arabic")
    '1/10/2565'
    """
    year = day.year + ERA_OFFSET
    if style == "long":
        text = f"{day.day} {months().names[day.month - 1]} {'พ.ศ. ' if era else ''}{year}"
    elif style == "short":
        text = f"{day.day} {months().short[day.month - 1]} {f'พ.ศ. {year}' if era else short_year(year)}"
    elif style == "numeric" and not era:
        text = f"{day.day}/{day.month}/{year}"
    elif style == "numeric":
        raise ParseError.of("thai.date-style-era", found=style)
    else:
        raise ParseError.of("thai.date-style", found=style, known=", ".join(DATE_STYLES))
    return in_numerals(text, numerals)


def has_short_year(year: int) -> bool:
    """Whether two digits are read back as this Buddhist year.

    >>> has_short_year(2565), has_short_year(2499)
    (True, False)
    """
    return _CENTURY <= year < _CENTURY + 100


def short_year(year: int) -> str:
    """A Buddhist year in two digits if they are read back as the same year, else in four.

    >>> short_year(2565), short_year(2499)
    ('65', '2499')
    """
    return f"{year - _CENTURY:02}" if has_short_year(year) else str(year)


def gregorian_year(digits: str, *, after_gregorian: bool = False, first: int = FIRST_YEAR) -> int | None:
    """The Gregorian year that two or four ASCII digits mean, or None where they mean none.

    Two digits mean 2500-2599, four digits 2400-2699 (from `first`), and after ค.ศ. 1900-2156.

    >>> gregorian_year("65"), gregorian_year("2565"), gregorian_year("2022")
    (2022, 2022, None)
    >>> gregorian_year("2022", after_gregorian=True)
    2022
    """
    if after_gregorian:
        return int(digits) if len(digits) == _FOUR and _FIRST_GREGORIAN <= int(digits) <= _LAST_GREGORIAN else None
    if len(digits) == _TWO:
        return _CENTURY + int(digits) - ERA_OFFSET
    if len(digits) == _FOUR and first <= int(digits) <= LAST_YEAR:
        return int(digits) - ERA_OFFSET
    return None


@cache
def _date_pattern() -> re.Pattern[str]:
    """A whole date with the words before it."""
    before = r"(?:(?:ประกาศ|สั่ง|ให้ไว้|ข้อมูล)? ?ณ ?|เมื่อ ?|ลว\.? ?|ลง ?|ตั้งแต่ ?|ภายใน ?|ใน ?)?"
    before += rf"(?:วัน ?{WEEKDAY} ?(?:ที่ ?)?|วันที่ ?:? ?|ที่ ?)?"
    words = rf"(?P<day>[0-9]{{1,2}})(?: ?|-)(?:เดือน ?)?(?P<month>{month_pattern()})(?: ?|-)(?:ปี ?)?"
    words += rf"(?:{BUDDHIST} ?|(?P<gregorian>{GREGORIAN} ?))?(?P<year>[0-9]{{2,4}})"
    numbers = r"(?P<day2>[0-9]{1,2}) ?(?P<sign>[/.-]) ?(?P<month2>[0-9]{1,2}) ?(?P=sign) ?(?P<year2>[0-9]{2,4})"
    iso = r"(?P<iso_year>[0-9]{4})-(?P<iso_month>[0-9]{2})-(?P<iso_day>[0-9]{2})"
    return re.compile(f"{before}(?:{words}|{numbers}|{iso})")


def parse_date(text: str) -> date:
    """The one date that a text is, whichever way people type it.

    Thai, ASCII and mixed digits; full and abbreviated months with or without dots and spaces; `1/10/2565`, `1.10.2565`,
    `1-10-65`; years as `gregorian_year` says.  Four digits first are ISO 8601 and Gregorian (`2022-10-01`, 1900-2156).
    Anything else, before, after or instead, is a ParseError that quotes the text.

    >>> parse_date("วันพฤหัสบดีที่ ๑ เดือน ธันวาคม พ.ศ. ๒๕๖๕"), parse_date("12/03/2563")
    (datetime.date(2022, 12, 1), datetime.date(2020, 3, 12))
    >>> parse_date("31 เม.ย. 2566")
    Traceback (most recent call last):
    ita_docs.errors.ParseError: '31 เม.ย. 2566' is a day that the calendar does not have; correct the day or the month
    """
    if not isinstance(text, str):
        msg = f"a date is read from text, not from {type(text).__name__}"
        raise TypeError(msg)
    found = _date_pattern().fullmatch(plain(text)) if len(text) <= LONGEST_QUOTE else None
    if not found:
        raise ParseError.of("thai.date", found=quote(text))
    return _date_of(found, text)


def _date_of(found: re.Match[str], text: str) -> date:
    """The date of a match, or the error that quotes the text."""
    part = found.groupdict()
    if part["iso_year"]:
        digits, month, day = part["iso_year"], int(part["iso_month"]), part["iso_day"]
    elif part["month"]:
        digits, month, day = part["year"], month_number(part["month"]), part["day"]
    else:
        digits, month, day = part["year2"], int(part["month2"]), part["day2"]
    year = gregorian_year(digits, after_gregorian=bool(part["gregorian"] or part["iso_year"]))
    if year is None:
        raise ParseError.of("thai.date-year", found=quote(text))
    try:
        return date(year, month, int(day))
    except ValueError:
        raise ParseError.of("thai.date-no-such-day", found=quote(text)) from None
