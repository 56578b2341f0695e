"""Mentions of agencies and places in a text: a word of kind (อบต., เทศบาลตำบล, อำเภอ, จ.) and the name after it.

Source: `places.py`.  Thai has no spaces: the agency's own name is tried first, then the longest known one, which counts
only where a word can begin after it and where it is not itself the beginning of a common word.
Limits: a name that no register knows is no mention; `อบต.` without a name is `kinds.py`'s.

>>> [(found.kind, found.name) for found in mentions("อบต.โพธิ์ทองได้จัดทำแผน ประสานนายก อบต. และ อำเภอ", "เมืองคง")]
[('อบต.', 'โพธิ์ทอง')]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ita_docs.patterns import lazy_pattern
from ita_docs.review.places import (
    CAPITAL,
    GOES_ON,
    Words,
    agency_names,
    common_words,
    district_names,
    ends_here,
    longest,
    provinces,
    sub_district_names,
)

_SPELLINGS = {
    "อบต.": ("องค์การบริหารส่วน ?ตำบล", r"อบต ?\.", r"อ\.บ\.ต\.", "(?<![ก-๙])อบต(?=[ก-ฮเ-ไ])"),
    "ทต.": ("เทศบาล ?ตำบล", "เทศมนตรีตำบล", r"ทต ?\.", "(?<![ก-๙])ทต(?=[ก-ฮเ-ไ])"),
    "ทม.": ("เทศบาลเมือง", "เทศมนตรีเมือง", r"(?<![ก-๙])ทม ?\.", r"ทม\.(?=[ก-ฮเ-ไ])"),
    "ทน.": ("เทศบาลนคร", "เทศมนตรีนคร", r"(?<![ก-๙])ทน ?\.", r"ทน\.(?=[ก-ฮเ-ไ])"),
    "อบจ.": ("องค์การบริหารส่วน ?จังหวัด", r"อบจ ?\.?"),
    "เทศบาล": ("เทศบาล",),
    "ตำบล": ("(?<!สุขภาพ)(?<!ส่วน)(?<!สภา)ตำบล", r"(?<![ก-๙.])ต\."),
    "อำเภอ": ("อำเภอ", r"(?<![ก-๙.])อ\."),
    "จังหวัด": ("จังหวัด", r"(?<![ก-๙.])จ\."),
}
AGENCIES = ("อบต.", "ทต.", "ทม.", "ทน.", "อบจ.", "เทศบาล")
_GROUPS = dict(zip("abcdefghi", _SPELLINGS, strict=True))
#: Each begins with one of five letters, so that most places of a text need not be tried.
_PREFIX = lazy_pattern(
    "(?=[จตทอเ])(?:"
    + "|".join(f"(?P<{key}>{'|'.join(_SPELLINGS[kind])})" for key, kind in _GROUPS.items())
    + r")(?P<gap>\s*)"
)
#: A word of place that follows a name shows where the name ends.
_PLACE_FOLLOWS = lazy_pattern(r"\s*(?:ตำบล|อำเภอ|จังหวัด|[ตอจ]\.)\s*[ก-ฮเ-ไ]")
#: Names of places that are also words an agency's name is followed by.
_NEVER = frozenset(("ของ", "และ", "ควร", "ตรวจ", "เหมาะ"))
_WORDS = frozenset(
    (
        "ขยาย",
        "ประกอบ",
        "ตั้งใจ",
        "จำลอง",
        "เป้า",
        "ใหม่",
        "กลาง",
        "เหนือ",
        "ริม",
        "สอง",
        "สังคม",
        "สถาน",
        "เปลี่ยน",
        "โรง",
        "คลัง",
        "วัด",
        "ถาวร",
        "ประสงค์",
        "สัมพันธ์",
        "กระจาย",
        "ฉลอง",
        "ประณีต",
        "สะอาด",
        "พัฒนา",
        "สามัคคี",
        "เลย",
        "คง",
        "ลอง",
        "พล",
        "จำปี",
        "สมัย",
        "สมุด",
        "ตลาด",
        "ถนน",
        "บ่อ",
        "ศาลา",
        "อำนาจ",
        "ร่วมใจ",
        "แสวงหา",
        "ลำเลียง",
        "ผ่านศึก",
        "สนามบิน",
        "สำราญ",
        "มหาดไทย",
        "ตำนาน",
        "ครึ่ง",
        "บริบูรณ์",
        "ชื่นชม",
        "ปรือ",
        "ลือ",
        "ขุย",
        "ระวิง",
        "ละลาย",
        "ละอาย",
        "บ้านเรือน",
        "แสงสว่าง",
    )
)
_VERBS = frozenset(("มี", "ใน", "พัฒนา", "สามัคคี", "เจริญ", "รอบ", "วัน", "ลง"))
_SHORT, _SURE = 3, 5


class Mention(NamedTuple):
    """A kind and a name at `start:end` of a text; `at` is where the name begins, `gap` the space before it."""

    kind: str
    name: str
    start: int
    at: int
    end: int
    gap: bool


def mentions(text: str, own: str) -> Iterator[Mention]:
    """Every mention in a text; a kind without a name that is known or own is none."""
    for found in prefixes(text):
        if name := name_at(text, found, own):
            yield found._replace(name=name, end=found.at + len(name))


def prefixes(text: str) -> Iterator[Mention]:
    """Every word of kind, the name still open."""
    for found in _PREFIX.finditer(text):
        kind = next(kind for key, kind in _GROUPS.items() if found[key] is not None)
        yield Mention(kind, "", found.start(), found.end(), found.end(), bool(found["gap"]))


def name_at(text: str, found: Mention, own: str) -> str:
    """The name after a word of kind: the agency's own, or the longest known one that is surely a name."""
    rest = text[found.at :]
    known = longest(_names(found.kind), rest)
    if found.kind in (*AGENCIES, "ตำบล") and rest.startswith(own) and not GOES_ON.match(rest, len(own)):
        longer = known[len(own) :] if len(known) > len(own) else ""
        # `อบต.หนองตองพัฒนาระบบ…` is what one's own agency does, not the neighbour หนองตองพัฒนา.
        longer = "" if longer in _VERBS or len(longest(common_words(), rest[len(own) :])) > len(longer) else longer
        return known if longer else own
    if found.kind == "อำเภอ" and not known and rest.startswith(CAPITAL) and ends_here(rest, len(CAPITAL)):
        return CAPITAL
    return known if known and _is_name(known, rest, found) else ""


def _names(kind: str) -> frozenset[str]:
    if kind == "อำเภอ":
        return district_names()
    if kind in ("จังหวัด", "อบจ."):
        return provinces()
    return sub_district_names() if kind == "ตำบล" else agency_names()


def _is_name(known: str, rest: str, found: Mention) -> bool:
    """Whether a known name is one here, and not a word or its beginning."""
    if known in _NEVER:
        return False
    place_follows = _PLACE_FOLLOWS.match(rest, len(known)) is not None
    ends = place_follows or ends_here(rest, len(known))
    if known in _WORDS:
        return place_follows or (ends and not found.gap and found.kind in ("อำเภอ", "จังหวัด", "อบจ."))
    words = common_words()
    if found.gap and known in words and len(known) < _SURE and found.kind != "จังหวัด":
        return place_follows
    if found.kind == "เทศบาล" and (len(known) < _SURE or known in words):
        return False
    return ends or _words_follow(known, rest, words)


def _words_follow(known: str, rest: str, words: Words) -> bool:
    """Whether the text goes on with a word after the name, and the name is not the beginning of a longer word."""
    return len(longest(words, rest)) <= len(known) and len(longest(words, rest[len(known) :])) >= _SHORT - 1
