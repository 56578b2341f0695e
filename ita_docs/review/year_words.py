"""Years in a text (ปีในข้อความ): พ.ศ. and ค.ศ., four digits or two, alone, with a month, in a number, or from … to.

Source: how reports write years.  Limits: two digits are a year only after a month, ปี or พ.ศ.; a bare number only from
2530 on where it counts nothing; addresses, telephone numbers, amounts and standards (`ISO 9001:2015`) are no years.

>>> [(found.quote, found.form, found.year) for found in years_in("เมื่อวันที่ ๑๖ ก.พ. ๖๗ ตามแผนปี ๒๕๖๖ - ๒๕๗๐ งบ 2,566 บาท")]
[('๑๖ ก.พ. ๖๗', 'date', 2567), ('แผนปี ๒๕๖๖ - ๒๕๗๐', 'range', 2566)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

from ita_docs.patterns import lazy_pattern
from ita_docs.thai import to_arabic_digits
from ita_docs.thai.dates import BUDDHIST, ERA_OFFSET, GREGORIAN, month_number, month_pattern

#: `year`: named as a year's (ประจำปี, ปีงบประมาณ); `era`: after พ.ศ. alone; `number`: of an order or a meeting.
Form: TypeAlias = Literal["date", "range", "year", "era", "number", "bare"]

_DASH = "[-–—]"
_DIGITS = lazy_pattern("[0-9๐-๙]{2}")
_NUMBER = lazy_pattern(r"(?<![0-9])(?:[0-9]{4}|[0-9]{2})(?![0-9])")
_TO = lazy_pattern(
    rf"\s*(?:{_DASH}|/|ถึง|จนถึง)\s*(?:ปี\s*)?(?:{BUDDHIST}\s*)?(?P<last>[0-9]{{4}}|[0-9]{{2}})(?![0-9])(?!\s*/)"
)
_YEAR = lazy_pattern(
    r"(?P<word>(?:แผน)?(?:ประจำ\s*)?ปี\s*(?:งบประมาณ|งบฯ?|การประเมิน)?)?[ \t]*"
    rf"(?:(?P<buddhist>{BUDDHIST})|(?P<gregorian>{GREGORIAN}))?\s*$"
)
_SLASHED = lazy_pattern(r"(?P<day>[0-9]{1,2})\s?[/.-]\s?(?P<month>[0-9]{1,2})\s?[/.-]\s?$")
_OF_NUMBER = lazy_pattern(r"(?:(?:ครั้ง)?ที่|เลขที่|ว)?\s*[0-9.]{1,8}\s?/\s?$")
_COUNTED = lazy_pattern(
    r"\s?(?:บาท|คน|ราย|ครั้ง|ชุด|เล่ม|ครัวเรือน|ไร่|ตัว|เครื่อง|แห่ง|เรื่อง|ฉบับ|กม|กิโล|เมตร|ตารางเมตร|ต้น|หลัง|หมู่|คะแนน|ข้อ|วัน|เดือน|ชั่วโมง|นาที|น\.|%|ร้อยละ"
    r"|โครงการ|กิจกรรม|คัน|ถุง|ตัน|ลิตร|บัญชี|หน้า|แผ่น|รายการ|[.,:][0-9]|/[0-9]|-[0-9]{3})"
)
_NO_YEAR_BEFORE = lazy_pattern(
    r"(?:[0-9][,.:]|[0-9]\s?[-–]\s?|:|โทร.{0,40}|ต่อ\s?|ISO\s?|จำนวน\s?|รหัส\s?|0[0-9]{1,2}\s)$"
)
_ADDRESS = lazy_pattern(r"(?<!\S)\S*(?:://|www\.|@|\.go\.th|\.com|\.th/)\S*", re.IGNORECASE)
_FIRST_BARE, _LAST = 2530, 2620
_GREGORIAN = range(1980, 2060)
_SHORT = range(50, 100)
_TWO, _BACK, _PLAN = 2, 48, 40


class Year(NamedTuple):
    """A year at `start:end` of a text, Buddhist era; `last` of a range; `month` of a date; `era` it says wrongly."""

    quote: str
    form: Form
    year: int
    start: int
    end: int
    month: int = 0
    last: int = 0
    day: int = 0
    wrong_era: bool = False


@cache
def _month() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<day>[0-9]{{1,2}})\s*)?(?:เดือน\s*)?(?P<month>{month_pattern()})\s*(?:ปี\s*)?"
        rf"(?:(?P<buddhist>{BUDDHIST})|(?P<gregorian>{GREGORIAN}))?\s*$"
    )


def years_in(text: str) -> Iterator[Year]:
    """The years of a text, in order."""
    if not _DIGITS.search(text):
        return
    read = to_arabic_digits(text)
    addresses = [found.span() for found in _ADDRESS.finditer(read)]
    done = 0
    for number in _NUMBER.finditer(read):
        if number.start() < done or any(start <= number.start() < end for start, end in addresses):
            continue
        if found := _read(text, read, number):
            yield found
            done = found.end


def _read(text: str, read: str, number: re.Match[str]) -> Year | None:
    start = number.start()
    before = read[max(0, start - _BACK) : start]
    offset = start - len(before)
    if found := _month().search(before):
        return _dated(text, number, found, offset, month_number(found["month"]))
    if (found := _SLASHED.search(before)) and 1 <= int(found["month"]) <= 12:  # noqa: PLR2004  months
        return _dated(text, number, found, offset, int(found["month"]))
    named = _YEAR.search(before)
    bare = not (named and (named["word"] or named["buddhist"] or named["gregorian"]))
    return _alone(text, number, offset) if bare else _named(text, number, named, offset)


def _named(text: str, number: re.Match[str], named: re.Match[str] | None, offset: int) -> Year | None:
    """A year after ปี, พ.ศ. or ค.ศ., or the range that it begins."""
    year, wrong = _value(number.group(), named)
    start, end = number.span()
    if year is None or named is None or (len(number.group()) == _TWO and _COUNTED.match(number.string, end)):
        return None
    begins = offset + named.start()
    if not wrong and (last := _last(number.string, end, year)):
        return Year(text[begins : last[1]].strip(), "range", year, start, last[1], last=last[0])
    form: Form = "year" if named["word"] else "era"
    return Year(text[begins:end].strip(), form, year, start, end, wrong_era=wrong)


def _alone(text: str, number: re.Match[str], offset: int) -> Year | None:
    """A number without a word before it: a year only where nothing else can be meant."""
    year, (start, end) = int(number.group()), number.span()
    before = number.string[offset:start]
    if not _FIRST_BARE <= year < _LAST:
        return None
    if slash := _OF_NUMBER.search(before):
        return Year(text[offset + slash.start() : end].strip(), "number", year, start, end)
    if last := _last(number.string, end, year):
        return Year(text[start : last[1]], "range", year, start, last[1], last=last[0])
    if _COUNTED.match(number.string, end) or _NO_YEAR_BEFORE.search(before):
        return None
    return Year(text[start:end], "bare", year, start, end)


def _dated(text: str, number: re.Match[str], found: re.Match[str], offset: int, month: int) -> Year | None:
    named = found if "buddhist" in found.re.groupindex else None
    year, wrong = _value(number.group(), named)
    if year is None or (len(number.group()) == _TWO and _COUNTED.match(number.string, number.end())):
        return None
    start, end = offset + found.start(), number.end()
    day = int(found["day"] or 0)
    return Year(text[start:end].strip(), "date", year, start, end, month, day=day, wrong_era=wrong)


def _value(digits: str, named: re.Match[str] | None) -> tuple[int | None, bool]:
    """The Buddhist year of two or four digits, and whether the era before it contradicts them."""
    number = int(digits)
    buddhist, gregorian = (named["buddhist"], named["gregorian"]) if named else (None, None)
    if len(digits) == _TWO:
        return (number + 2500, False) if number in _SHORT and not gregorian else (None, False)
    if number in _GREGORIAN:
        return number + ERA_OFFSET, bool(buddhist)
    return (number, bool(gregorian)) if 2400 <= number < _LAST + 80 else (None, False)  # noqa: PLR2004  as dates.py


def _last(read: str, end: int, first: int) -> tuple[int, int] | None:
    """The last year of a range that begins before `end`, and where it ends."""
    found = _TO.match(read, end)
    if not found or _COUNTED.match(read, found.end()):
        return None
    year, _ = _value(found["last"], None)
    return (year, found.end()) if year and first < year <= first + _PLAN else None
