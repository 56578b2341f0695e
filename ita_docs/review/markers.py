"""The numbers that people type before the points of a text (เลขข้อที่พิมพ์เอง): `๑.`, `๑)`, `(๑)`, `๑.๑`, `ก.`.

Source: the typed papers, where a cell's points often run on in one paragraph.  Limits: a number inside a line counts as
a point's only as a part of a run that began with 1; a letter, or a word with a number (`ขั้นตอนที่ ๑`), only at the head
of a line; a number that a word before it names (`ข้อ ๒.`, `มาตรา ๗ (๑)`), dates, decimals, times and sums of money are
none.

>>> [str(marker) for marker in markers("๑. ประชุม ๒. รายงานตามมาตรา ๗ (๑) ๔. สรุป")]
['๑.', '๒.', '๔.']
>>> leading("๑.๒ จัดอบรม").numbers
(1, 2)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ita_docs.patterns import lazy_pattern
from ita_docs.thai.dates import month_pattern
from ita_docs.thai.digits import to_arabic_digits

_D = "[0-9๐-๙]"
_MARKER = lazy_pattern(
    rf"(?=[(0-9๐-๙])(?<!\S)(?:\((?P<round>{_D}{{1,2}})\)"
    rf"|(?P<parts>{_D}{{1,2}}(?:\.{_D}{{1,2}}){{1,3}})(?=[ \u0e01-\u0e44A-Za-z.)])[.)]?"
    rf"|(?P<plain>{_D}{{1,2}})(?P<mark>[.)])(?!{_D}))(?P<more>[.)]?)(?=\s*\S)"
)
#: Words whose number is no point's.
_NAMES_A_NUMBER = lazy_pattern(
    r"(?:(?<!หัว)(?<!ราย)ข้อ|(?:ข้อ|ครั้ง|ไตรมาส|หมู่|เลข|ลำดับ|ฉบับ|งวด|ตาราง|ภาพ|ตัวชี้วัด|ประเด็น)ที่"
    r"|มาตรา|วรรค|ไตรมาส|จำนวน|ร้อยละ|ไม่น้อยกว่า|ตัวชี้วัด|ปีละ)\s*$"
)
#: Behind these a number is a point's only where the list expects it: Thai writes no space that would tell the end of
#: `งบประมาณ` from `ประมาณ`.
_MAY_NAME = lazy_pattern(
    r"(?:(?<!หน้า)(?<!พื้น)ที่|ละ|เป็น|และ|หรือ|ถึง|เดือน|ปี|ได้|รวม|ต่อ|ชั้น|ซอย|หมู่|หมวด|น้อย|(?<!งบ)ประมาณ|ครบ|ภายใน|ทุก|ราย|รอบ|ระยะ|หน้า"
    rf"|[A-Za-z,:/–-]|{_D}%?)\s*$"
)
#: What makes two numbers with a point between them a measure and no place in a list.
_UNIT = lazy_pattern(
    r"\s*(?:ล้าน|แสน|หมื่น|พัน|บาท|คะแนน|%|เปอร์เซ็นต์|กิโลเมตร|กม|เมตร|ม\.|ตร|ไร่|ชั่วโมง|ชม|นาฬิกา|น\.|เท่า|กก|ลิตร|ตัน|นิ้ว|องศา|จุด)"
)
_LAW = lazy_pattern(
    rf"(?:มาตรา|ข้อ|วรรค|อนุมาตรา|พ\.ศ\.)\s*{_D}+(?:/{_D}+)?\s*(?:วรรค\S+\s*)?(?:\({_D}+\)\s*(?:และ|,|หรือ|ถึง|-)?\s*)*$"
)
_LABEL = lazy_pattern(
    rf"(?P<label>ขั้นตอนที่|ขั้นที่|กิจกรรมที่|ระยะที่|ส่วนที่|ประการที่|แนวทางที่|มาตรการที่)\s*(?P<n>{_D}{{1,2}})(?!{_D}|\.{_D})"
)
_LINE = lazy_pattern(r"^[ \t]*", re.MULTILINE)
#: The letters that count points, in their order (ฃ and ฅ are out of use).
_LETTERS = "กขคงจฉชซฌญ"
_LETTER = lazy_pattern(rf"(?=\(?(?P<letter>[{_LETTERS}]))(?:\([{_LETTERS}]\)|[{_LETTERS}][.)](?=\s))")
LETTER_STYLES = frozenset({"ก.", "ก)", "(ก)"})


class Marker(NamedTuple):
    """One typed number: `style` tells the kinds apart, `numbers` holds a number for each level.

    A doubtful one may belong to the word before it: it counts only where a list expects it.
    """

    style: str
    numbers: tuple[int, ...]
    start: int
    end: int
    text: str
    heads_line: bool
    doubtful: bool = False

    @property
    def last(self) -> int:
        """The number of the lowest level."""
        return self.numbers[-1]

    def with_number(self, number: int) -> str:
        """The marker with another number in its lowest level, in the same digits."""
        if self.style in LETTER_STYLES:
            return re.sub(f"[{_LETTERS}]", _LETTERS[(number - 1) % len(_LETTERS)], self.text)
        digits = re.findall(f"{_D}+", self.text)[-1]
        written = str(number) if digits.isascii() else str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
        head, _, tail = self.text.rpartition(digits)
        return f"{head}{written}{tail}"

    def __str__(self) -> str:
        return self.text


def markers(text: str) -> Iterator[Marker]:
    """The numbers of a text that can be a point's, in order."""
    named = [label for line in _LINE.finditer(text) if (label := _labelled(text, line.end())) is not None]
    yield from sorted((*named, *_numbers(text)), key=lambda marker: marker.start) if named else _numbers(text)


def _numbers(text: str) -> Iterator[Marker]:
    for match in _MARKER.finditer(text):
        marker = _marker(text, match)
        if _is_measure(text, marker, match) or (not marker.heads_line and _is_named(text, match.start())):
            continue
        doubtful = not marker.heads_line and _MAY_NAME.search(text, max(0, match.start() - 12), match.start())
        yield marker._replace(doubtful=True) if doubtful else marker


def leading(text: str) -> Marker | None:
    """The number that a text begins with, a labelled one (`ขั้นตอนที่ ๒`) too."""
    if (label := _labelled(text, 0)) is not None:
        return label
    match = _MARKER.match(text)
    if match is None:
        return None
    marker = _marker(text, match)
    return None if _is_measure(text, marker, match) else marker


def _labelled(text: str, at: int) -> Marker | None:
    """A word with its number, or a letter of the alphabet, at the head of a line."""
    if (label := _LABEL.match(text, at)) is not None:
        number = int(to_arabic_digits(label["n"]))
        return Marker(label["label"], (number,), at, label.end(), label[0], heads_line=True)
    if (letter := _LETTER.match(text, at)) is not None:
        style = letter[0].replace(letter["letter"], "ก").strip()
        number = _LETTERS.index(letter["letter"]) + 1
        return Marker(style, (number,), at, letter.end(), letter[0], heads_line=True)
    return None


def _marker(text: str, match: re.Match[str]) -> Marker:
    style = "()" if match["round"] else match["mark"] or "1.1"
    digits = to_arabic_digits(match["round"] or match["parts"] or match["plain"])
    numbers = tuple(int(part) for part in digits.split("."))
    line = text.rfind("\n", 0, match.start()) + 1
    heads = not text[line : match.start()].strip()
    return Marker(style, numbers, match.start(), match.end(), match[0], heads_line=heads)


def _is_measure(text: str, marker: Marker, match: re.Match[str]) -> bool:
    """Whether it is a date, a decimal or an unclosed parenthesis rather than a place in a list."""
    if marker.numbers[-1] == 0 or marker.numbers[0] == 0:
        return True
    if marker.style == "1.1" and _UNIT.match(text, marker.end):
        return True
    if marker.style == ")":
        line = text[text.rfind("\n", 0, marker.start) + 1 : marker.start]
        return line.count("(") > line.count(")")
    return marker.style == "." and not match["more"] and _month().match(text, marker.end) is not None


def _is_named(text: str, start: int) -> bool:
    """Whether the words before make the number their own."""
    before = text[max(0, start - 40) : start]
    if text[start] == "(":
        return _LAW.search(before) is not None
    return _NAMES_A_NUMBER.search(before) is not None or _month_ends().search(before) is not None


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf" ?{month_pattern()}")


@cache
def _month_ends() -> re.Pattern[str]:
    return re.compile(rf"{month_pattern()}\s*$")
