"""Words of another kind of agency used as one's own: an อบต. that speaks of เทศบาล, a เทศบาล that speaks of อบต.

Source: the official words of both kinds: พนักงานส่วนตำบล, ข้อบัญญัติ, ปลัด อบต. and พนักงานเทศบาล, เทศบัญญัติ, ปลัดเทศบาล.
Limits: อบต. and the three kinds of เทศบาล, which copy from each other; a province's agency speaks of both, so that only
officers who are plainly its own are found; agencies with names of their own are not judged.  Names of laws, bodies,
schools and markets, and lists of several kinds, are not one's own.

>>> [(found.found, found.repair) for found in words_of_another_kind("พนักงานเทศบาลทุกคน", "อบต.")]
[('พนักงานเทศบาล', 'พนักงานส่วนตำบล')]
>>> list(words_of_another_kind("พระราชบัญญัติเทศบาล พ.ศ. ๒๔๙๖ อบต. และเทศบาล", "อบต."))
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ita_docs.patterns import lazy_pattern

MUNICIPAL = ("ทต.", "ทม.", "ทน.")
_ORGANISATION = "(?:องค์การบริหารส่วน ?ตำบล|อ\\.บ\\.ต\\.|อบต(?: ?\\.|(?![ก-๙])))"
#: What a word of the other kind is in one's own; the longest first.
_OFMUNICIPALITIES = (
    (lazy_pattern("คณะเทศมนตรี"), "คณะผู้บริหาร"),
    (lazy_pattern("พนักงานเทศบาล"), "พนักงานส่วนตำบล"),
    (lazy_pattern("รองปลัดเทศบาล"), "รองปลัด อบต."),
    (lazy_pattern("(?:สำนัก)?ปลัดเทศบาล"), "ปลัด อบต."),
    (lazy_pattern("(?:รอง)?นายกเทศมนตรี(?:ตำบล|เมือง|นคร)?"), "นายก อบต."),
    (lazy_pattern("(?:สมาชิก|ประธาน)?สภาเทศบาล(?:ตำบล|เมือง|นคร)?"), "สภา อบต."),
    (lazy_pattern("เทศบัญญัติ"), "ข้อบัญญัติ"),
    (lazy_pattern("เทศบาล(?:ตำบล|เมือง|นคร)?"), "อบต."),
)
_OF_ORGANISATIONS = (
    (lazy_pattern("พนักงานส่วนตำบล"), "พนักงานเทศบาล"),
    (lazy_pattern(rf"(?:รอง)?ปลัด ?{_ORGANISATION}"), "ปลัดเทศบาล"),
    (lazy_pattern(rf"(?:รอง)?นายก ?{_ORGANISATION}"), "นายกเทศมนตรี"),
    (lazy_pattern(rf"(?:สมาชิก|ประธาน)?สภา ?{_ORGANISATION}"), "สภาเทศบาล"),
    (lazy_pattern("ข้อบัญญัติ(?:งบประมาณ|ตำบล)|ร่างข้อบัญญัติ(?!ท้องถิ่น)"), "เทศบัญญัติ"),
    (lazy_pattern(_ORGANISATION), "เทศบาล"),
)
#: A province's agency has both in its province: theirs only where they are spoken of as its own officers.
_OF_BOTH = (
    (lazy_pattern("พนักงาน(?:เทศบาล|ส่วนตำบล)"), "ข้าราชการ อบจ."),
    (lazy_pattern(rf"(?:สำนัก)?ปลัด ?(?:เทศบาล|{_ORGANISATION})"), "ปลัด อบจ."),
    (lazy_pattern(rf"(?:รอง)?นายก ?(?:เทศมนตรี|{_ORGANISATION})"), "นายก อบจ."),
    (lazy_pattern(rf"(?:สมาชิก|ประธาน)?สภา ?(?:เทศบาล|{_ORGANISATION})"), "สภา อบจ."),
    (lazy_pattern("เทศบัญญัติ"), "ข้อบัญญัติ"),
)
_OWN_BEFORE = lazy_pattern(r"(?:เสนอ|รายงาน|แจ้ง|เวียน|กำชับ|ให้)(?:ต่อ|ให้)?\s*$")
_OWN_AFTER = lazy_pattern(
    r"\s*(?:ทุกคน|ในสังกัด|และลูกจ้าง|และพนักงานจ้าง|ลงนาม|มอบนโยบาย|ประกาศ|เพื่อ(?:โปรด)?(?:ทราบ|พิจารณา|อนุมัติ|ลงนาม)|พิจารณา|อนุมัติ)"
)
_OF_PROVINCE = lazy_pattern("จังหวัด|ทุกแห่ง|ถ่ายโอน|สัมมนา|อปท|ผู้แทน|ร่วม(?:กับ|ประชุม|เป็น)|เชิญ|อำเภอ|หลักสูตร")
_ANY = (lazy_pattern("เทศ(?:บาล|มนตรี|บัญญัติ)"), lazy_pattern(f"พนักงานส่วนตำบล|ข้อบัญญัติ|{_ORGANISATION}"))
#: What makes it the name of a law, a body, a house or a street.
_NAME_OF = lazy_pattern(
    r"(?:พระราชบัญญัติ|พ\.?ร\.?บ\.? ?|พระราชกฤษฎีกา|กฎหมาย(?:ว่าด้วย)?|ว่าด้วย|สันนิบาต|สมาคม|โรงเรียน|ถนน(?:สาย)?|ถ\."
    r"|ตลาด(?:สด|นัด)?|สวน(?:สาธารณะ)?|โรงพยาบาล|คณะกรรมการ(?:กลาง)?|ก\.|ซอย|สนามกีฬา|สถานธนานุบาล|ชุมชน|ทางหลวง|มาตรฐาน(?:ทั่วไป)?(?:เกี่ยวกับ)?|สภาตำบลและ|จัดตั้ง|ยกฐานะเป็น|ประเภท"
    r"|ประมวลจริยธรรม)\s*$"
)
_LAW = lazy_pattern(
    r"พระราชบัญญัติ|พ\.?ร\.?บ\.|ว่าด้วย|ระเบียบ(?:กระทรวง|คณะ)|ก\.(?:ถ|ท|อบต|จ|กลาง)|คณะกรรมการ(?:กลาง)?(?:พนักงาน|มาตรฐาน)|มาตรฐานทั่วไป|พระราชกฤษฎีกา"
    r"|ประกาศ(?:กระทรวง|คณะกรรมการ)|ข้าราชการหรือพนักงาน"
)
#: Where the name of a law is over.
_LAW_ENDS = lazy_pattern(r"ฯ|[0-9๐-๙]{4}|ได้|ต้อง|ให้")
_OTHER_KINDS = (
    "(?:อบต ?\\.?|อบจ ?\\.?|องค์การบริหารส่วน ?(?:ตำบล|จังหวัด)|เมืองพัทยา|กรุงเทพมหานคร|กทม\\.?|เทศบาล(?:ตำบล|เมือง|นคร)?)"
)
_OTHER_WORDS = "(?:ข้อบัญญัติ|เทศบัญญัติ|พนักงานส่วนตำบล|พนักงานเทศบาล|พนักงานส่วนท้องถิ่น|ข้าราชการ|ระเบียบ|ประกาศ|กฎหมาย)"
_JOINT = r"\s*(?:/|,|และ(?:/หรือ)?|หรือ|กับ|\s)\s*"
_LISTED_BEFORE = lazy_pattern(rf"(?:{_OTHER_KINDS}|{_OTHER_WORDS}){_JOINT}(?:ของ)?$")
_LISTED_AFTER = lazy_pattern(rf"{_JOINT}(?:{_OTHER_KINDS}|{_OTHER_WORDS})")
_BEFORE, _AFTER, _LAW_BEFORE = 40, 40, 60


class Word(NamedTuple):
    """A word of another kind at `start:end` of a text, and the word of one's own kind."""

    found: str
    repair: str
    start: int
    end: int

    @property
    def officer(self) -> bool:
        """Whether it is an officer or a council and not the agency."""
        return re.search("พนักงาน|ปลัด|นายก|สภา", self.found) is not None


def words_of_another_kind(text: str, kind: str) -> Iterator[Word]:
    """The words of another kind that a text uses as if they were its agency's own."""
    if kind == "อบจ.":
        yield from _as_own(text)
    if kind != "อบต." and kind not in MUNICIPAL:
        return
    municipal = kind in MUNICIPAL
    if not _ANY[municipal].search(text):
        return
    taken = 0
    for start, end, found, repair in sorted(_all(text, _OF_ORGANISATIONS if municipal else _OFMUNICIPALITIES)):
        if start >= taken:
            taken = -end
            if not _is_name(text, start, -end):
                yield Word(found, repair, start, -end)


def _as_own(text: str) -> Iterator[Word]:
    """Officers of the other kinds that a province's agency speaks of as if they were its own."""
    if not (_ANY[0].search(text) or _ANY[1].search(text)) or _OF_PROVINCE.search(text):
        return
    for start, end, found, repair in _all(text, _OF_BOTH):
        own = _OWN_AFTER.match(text, -end) or _OWN_BEFORE.search(text[max(0, start - _BEFORE) : start])
        if own and not _is_name(text, start, -end):
            yield Word(found, repair, start, -end)


def _all(text: str, table: tuple[tuple[re.Pattern[str], str], ...]) -> Iterator[tuple[int, int, str, str]]:
    """Start and negative end, so that the longest of one place sorts first."""
    for pattern, repair in table:
        yield from ((found.start(), -found.end(), found.group(), repair) for found in pattern.finditer(text))


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether the word is part of a name or of a list of several kinds."""
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    if _NAME_OF.search(before):
        return True
    if _LISTED_BEFORE.search(before) or _LISTED_AFTER.match(after):
        return True
    laws = list(_LAW.finditer(text[max(0, start - _LAW_BEFORE) : start]))
    return bool(laws) and not _LAW_ENDS.search(laws[-1].string, laws[-1].end())
