"""Digits and letters that look alike, in numbers and in the codes of items (ตัวเลขและรหัสข้อที่พิมพ์ปนกัน).

Source: the typed papers: `25๖๒`, `ข้อ ๐๑๘` and `0๑๔` for O18 and O14, `1๑` for i1, `Eb-e๑๐` for e6-e10, `๑OO` for 100.
Limits: a number that begins with zero is a code only behind ข้อ, in a range or at the head of a text; telephone numbers,
dates, times and addresses stay; whether the year has the item is asked elsewhere.

>>> [(m.found, m.repair) for m in codes("ข้อ ๐๑๘ และข้อ ๐๒๗, ๐๒๘ โทร. ๐๔๔-๑๒๓๔๕๖", "O")]
[('๐๑๘', 'O๑๘'), ('๐๒๗', 'O๒๗'), ('๐๒๘', 'O๒๘')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from ita_docs.assessment import Code
from ita_docs.findings import Finding
from ita_docs.patterns import lazy_pattern
from ita_docs.reports import Report
from ita_docs.reports.report import finding
from ita_docs.review.passages import Passage
from ita_docs.review.shown import MOST, shown, without_addresses
from ita_docs.thai.dates import month_pattern
from ita_docs.thai.digits import to_arabic_digits, to_thai_digits

_D = "[0-9๐-๙]"
_MIXED = lazy_pattern(rf"{_D}+(?:[.,/:-]{_D}+)*")
_ARABIC, _THAI = lazy_pattern("[0-9]"), lazy_pattern("[๐-๙]")
#: Letters O among the digits of a number.
_WITH_O = lazy_pattern(rf"(?<![A-Za-z0-9๐-๙])(?:[OoEeIi]?{_D}+[Oo]+)(?:{_D}|[Oo])*(?![A-Za-z])")
#: l or I among the digits of a number, or before them.
_WITH_L = lazy_pattern(rf"(?<![A-Za-z0-9๐-๙])(?:{_D}+[lI]+{_D}+|[๐-๙]+[lI]+|l+{_D}+|I{_D}+)(?:{_D}|[lI])*(?![A-Za-z])")
_CODE_WITH_L = lazy_pattern(rf"(?<![A-Za-z0-9๐-๙])[OoEeIi](?:[lI]{_D}|{_D}[lI])(?![A-Za-z0-9๐-๙])")
_DAY = lazy_pattern(r"(?:เวลา|จำนวน|ร้อยละ|(?:วัน|ตัวชี้วัด|ประเด็น|มาตรการ|ครั้ง|หมู่|ลำดับ)(?:ที่)?|ไตรมาส(?:ที่)?|รอบ|รุ่น(?:ที่)?)\s*$")
_OF_ITEMS = lazy_pattern(r"(?:ข้อ(?:คำถาม)?(?:ที่)?|IIT|และ|,|[-–]) ?$")
_FREE = rf"(?<![0-9๐-๙A-Za-z.,:/])(?<!{_D}-)"
_ZERO = rf"[0๐][1-9๑-๙]{_D}?"
_ONE = r"(?:1[๐-๙]{1,2}|[l|][0-9๐-๙]{1,2})"
_TRUE = rf"[IiEeOo] ?{_D}{{1,2}}"
_ANY = rf"(?:{_ZERO}|{_ONE}|{_TRUE})"
_ENDS = rf"(?![0-9๐-๙A-Za-z]|[.,:/-]{_D})"
_DASH = r" ?[-–] ?"
#: A range with one end at least that is no code as it stands; `1๑-1๖` and `๐๑-๐๑๐` are ones, `๐๑-O๑๐` too.
_RANGE = lazy_pattern(
    rf"{_FREE}(?:(?P<a>{_ZERO}|[Oo] ?{_D}{{1,2}}){_DASH}(?P<b>{_ZERO}|[Oo] ?{_D}{{1,2}})"
    rf"|(?P<c>{_ONE}|[Ii]{_D}{{1,2}}){_DASH}(?P<d>{_ONE}|[Ii]{_D}{{1,2}})){_ENDS}"
)
_PAIR = lazy_pattern(rf"(?<=\()[0๐]{_D}{{2}}(?:(?:, ?| ?และ ?)[0๐]{_D}{{2}})+(?=\))")
#: No number begins with an ASCII zero before Thai digits.
_SURE = lazy_pattern(rf"{_FREE}0[๐-๙]{{1,2}}{_ENDS}")
_NAMED = lazy_pattern(
    rf"(?:ข้อ(?:คำถาม)?(?:ที่)? ?|OIT ?|IIT ?)(?P<list>{_ANY}(?:(?:, ?| ?และ ?(?:ข้อ ?)?| ){_ANY}(?![0-9๐-๙]))*){_ENDS}"
)
_HEAD = lazy_pattern(rf"^[\s.•-]*(?P<code>{_ZERO}|{_ONE})(?:[\s.:-]+(?=[\u0e01-\u0e44A-Z])|\Z)", re.MULTILINE)
#: What is counted or told by a clock is no code.
_COUNTED = lazy_pattern("เดือน|ปี|วัน|ครั้ง|คน|ราย|บาท|ชั่วโมง|นาที|แห่ง|โครงการ|กิจกรรม|หมู่|ตำบล|อำเภอ|จังหวัด|คะแนน|ล้าน|น\\.")
_PART = lazy_pattern(rf"{_FREE}(?:{_ZERO}|{_ONE}){_ENDS}")
#: A letter in place of the first number of a range: `Eb-e๑๐`.
_LETTERS = {"b": "6", "B": "8", "l": "1", "I": "1", "S": "5", "s": "5", "g": "9", "q": "9", "Z": "2", "z": "2"}
_LETTERED = lazy_pattern(
    rf"(?<![A-Za-z])(?P<letter>[IiEeOo])(?P<wrong>[{''.join(_LETTERS)}])(?={_DASH}[IiEeOo] ?(?P<last>{_D}))"
)
#: One of these is in every number or code that look-alikes spoil.
_SUSPECT = lazy_pattern(rf"[0๐]{_D}|1[๐-๙]|{_D}[OolI]|[lI|]{_D}|[IiEeOo][{''.join(_LETTERS)}]{_DASH}")
#: More digits than any code has.
_MOST = 43


class Look(NamedTuple):
    """A piece that is no number or code as it stands, and what it looks like."""

    start: int
    end: int
    found: str
    repair: str


def look_alikes(report: Report, typed: Sequence[Passage]) -> Iterator[Finding]:
    """Codes with look-alike letters, letters O in numbers, numbers with digits of both kinds."""
    numerals = report.numerals or report.default_numerals
    year = report.evidence_year or report.fiscal_year
    letter = Code("o", 1).printed(year.year)[0]
    for passage in typed:
        if not _SUSPECT.search(passage.text) and not _has_both(passage.text):
            continue
        text = without_addresses(passage.text)
        taken: set[int] = set()
        for look in islice(codes(text, letter), MOST):
            taken.update(range(look.start, look.end))
            found, repair = shown(passage.text, look.start, look.end, look.repair)
            yield finding("spelling.code", passage.place, "warning", found=found, repair=repair)
        for look in islice(numbers(text, numerals), 2 * MOST):
            if taken.isdisjoint(range(look.start, look.end)):
                found, repair = shown(passage.text, look.start, look.end, look.repair)
                yield finding("spelling.mixed-digits", passage.place, "warning", found=found, repair=repair)


def codes(text: str, letter: str) -> Iterator[Look]:
    """The codes of items that are written with look-alikes, each once; `letter` is the O of the year's list."""
    if not _SUSPECT.search(text):
        return
    found: dict[int, Look] = {}
    taken: set[int] = set()
    named = ((start, piece, _code(piece, letter)) for start, piece in (*_named(text), *_pairs(text), *_heads(text)))
    looks = (Look(start, start + len(piece), piece, code) for start, piece, code in named if code)
    for look in (*_ranges(text, letter), *_lettered(text), *looks, *_ones(text)):
        if look.start not in taken:
            found[look.start] = look
            taken.update(range(look.start, look.end))
    yield from (found[start] for start in sorted(found))


def _ranges(text: str, letter: str) -> Iterator[Look]:
    for match in _RANGE.finditer(text):
        typed = [end for end in match.groups() if end]
        ends = [_code(end, letter) or end for end in typed]
        if ends != typed:
            yield Look(match.start(), match.end(), match[0], "-".join(ends))


def _named(text: str) -> Iterator[tuple[int, str]]:
    """The pieces of lists behind ข้อ, and those that can be no number."""
    for match in _NAMED.finditer(text):
        if not _is_date(text, match.end()):
            yield from ((part.start(), part[0]) for part in _PART.finditer(text, match.start("list"), match.end()))
    yield from ((match.start(), match[0]) for match in _SURE.finditer(text))


def _pairs(text: str) -> Iterator[tuple[int, str]]:
    """`(๐๓๔ และ ๐๓๕)`: two in a row behind a parenthesis, which no telephone number is."""
    for match in _PAIR.finditer(text):
        yield from ((part.start(), part[0]) for part in _PART.finditer(text, match.start(), match.end()))


def _heads(text: str) -> Iterator[tuple[int, str]]:
    for match in _HEAD.finditer(text):
        if not _is_date(text, match.end()) and not _COUNTED.match(text, match.end()):
            yield match.start("code"), match["code"]


def _lettered(text: str) -> Iterator[Look]:
    """A letter in place of a digit, and digits with letters O among them."""
    for match in _LETTERED.finditer(text):
        number = _LETTERS[match["wrong"]]
        digit = to_thai_digits(number) if _THAI.match(match["last"]) else number
        yield Look(match.start(), match.end(), match[0], match["letter"].lower() + digit)
    for match in _WITH_O.finditer(text):
        piece = match[0]
        head = piece[0] if piece[0] in "OoEeIi" else ""
        digits = re.sub("[Oo]", "๐" if _THAI.search(piece) else "0", piece[len(head) :])
        if not _is_list_of_codes(piece):
            yield Look(match.start(), match.end(), piece, head + digits)


def _ones(text: str) -> Iterator[Look]:
    """Letters l and I in place of 1; before a number I is the code's letter, unless a day or a count is spoken of."""
    for match in _WITH_L.finditer(text):
        piece, before = match[0], text[max(0, match.start() - 16) : match.start()]
        if _OF_ITEMS.search(before) and not _DAY.search(before) and piece[0] in "lI":
            continue
        counted = (
            _is_date(text, match.end())
            or _COUNTED.match(text[match.end() : match.end() + 24].lstrip())
            or _DAY.search(before)
        )
        no_code = counted or re.search("[lI]", piece[1:]) or piece[1:2] in tuple("0๐")
        if piece[0] == "I" and not no_code:
            continue
        yield Look(match.start(), match.end(), piece, _with_ones(piece))
    for match in _CODE_WITH_L.finditer(text):
        yield Look(match.start(), match.end(), match[0], match[0][0] + _with_ones(match[0][1:]))


def _with_ones(piece: str) -> str:
    return re.sub("[lI]", "๑" if _THAI.search(piece) else "1", piece)


def _code(piece: str, letter: str) -> str | None:
    """A piece as the code it looks like, its digits in one script; None for a true code, or a number too high."""
    if piece[0] not in "0๐1l|":
        return None
    digits = piece[1:]
    if _has_both(digits):
        digits = to_thai_digits(digits)
    first = letter if piece[0] in "0๐" else "i"
    return f"{first}{digits}" if 0 < int(to_arabic_digits(digits)) <= _MOST else None


def _is_list_of_codes(piece: str) -> bool:
    """`O1O2`, typed without a space: codes, no number."""
    return re.fullmatch(rf"(?:[Oo]{_D}{{1,2}}){{2,}}", piece) is not None and not re.search(r"[Oo]$", piece)


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"\s*{month_pattern()}")


def _is_date(text: str, at: int) -> bool:
    """Whether a month follows."""
    return _month().match(text, at) is not None


def _has_both(text: str) -> bool:
    """Whether a text has digits of both kinds."""
    return _THAI.search(text) is not None and _ARABIC.search(text) is not None


def numbers(text: str, numerals: str) -> Iterator[Look]:
    """Numbers with digits of both kinds; the repair in the document's numerals, beside Latin letters ASCII digits."""
    if not _has_both(text):
        return
    for match in _MIXED.finditer(text):
        piece = match[0]
        if not _has_both(piece):
            continue
        word = re.search(r"[A-Za-z][A-Za-z.-]*$", text[max(0, match.start() - 24) : match.start()])
        foreign = word is not None and word[0] not in tuple("IiEeOo")
        repair = to_arabic_digits(piece) if foreign or numerals == "arabic" else to_thai_digits(piece)
        yield Look(match.start(), match.end(), piece, repair)
