"""Why a text names another agency or place: on purpose, perhaps, or for no reason that can be seen.

Source: how reports speak of neighbours, partners, study visits and venues (ร่วมกับ, ศึกษาดูงาน, ข้างเคียง, ณ โรงแรม).
Limits: words are read in the clause around the name, not understood; what is owned (`เว็บไซต์ของ …`, `สภา …`) is never
taken for a partner without a second look.

>>> text = "ศึกษาดูงานการจัดการขยะที่ อบต.โพธิ์ทอง"
>>> purpose(text, text.index("อบต."), len(text))
'meant'
>>> purpose("เว็บไซต์ อบต.โพธิ์ทอง", 9, 21)
'none'
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from ita_docs.patterns import lazy_pattern

Purpose: TypeAlias = Literal["meant", "perhaps", "none"]

_BEFORE, _AFTER = 70, 40
_CLAUSE_ENDS = lazy_pattern(r"\n|;|\s[0-9๐-๙]{1,2}(?:[.)]\s?)(?=[ก-ฮเ-ไ])")

#: Words before a name that make it a partner, a neighbour or a model.
_PARTNER = lazy_pattern(
    r"(?<!ส่วน)ร่วมกับ|ร่วมมือ|ดูงาน|ข้างเคียง|ใกล้เคียง|เพื่อนบ้าน|ต้นแบบ|แลกเปลี่ยน|เยี่ยมชม|ถอดบทเรียน"
    r"|เครือข่าย(?:\s*$|.{0,25}(?:กับ|ระหว่าง))|วิทยากร(?:มา)?จาก|โอนย้าย|รับโอน|โอน\s?\(ย้าย\)|โอน(?:มา)?จาก|โอนไป"
    r"|บันทึกข้อตกลง|MOU|บูรณาการ|พี่เลี้ยง|แม่ข่าย|อาณาเขต|แนวเขต|รอยต่อ|ติดต่อกับ|ช่วยราชการ|อนุเคราะห์|เช่นเดียวกับ"
    r"|เปรียบเทียบกับ|กลุ่ม อปท|เปรียบเทียบ.{0,30}ของ|แนวปฏิบัติที่ดี|ทัศนศึกษา|แหล่งเรียนรู้|ศึกษาเรียนรู้|ต้อนรับ"
    r"|ยกฐานะ|เปลี่ยน(?:แปลง)?ฐานะ|แยก(?:ตัว)?(?:ออก)?จาก|ควบรวม|ประสาน[^\n]{0,60}(?:และ|,|กับ|หรือ)\s*$|(?:ประสาน(?:งาน)?|หารือ)(?:กับ|ไปยัง|ขอ|ไปที่)?\s*$"
)
#: Words after it that do; `ร่วมกับ` after a name is what any agency says of itself.
_PARTNER_AFTER = lazy_pattern(
    r"ข้างเคียง|ใกล้เคียง|เพื่อนบ้าน|เป็นวิทยากร|ต้นแบบ|เป็นพี่เลี้ยง|เป็นแม่ข่าย|^\s*ซึ่งเป็น|ให้ความอนุเคราะห์|ร่วมเป็นเครือข่าย"
    r"|^\s*ที่(?:ได้รับรางวัล|ผ่านการประเมิน|ประสบความสำเร็จ|มีแนวเขต|อยู่ติด)"
)
#: What nobody says of oneself.
_MODEL_AFTER = lazy_pattern(r"\s*(?:(?:มา)?เป็น(?:ต้นแบบ|ตัวอย่าง|แบบอย่าง)|(?:ที่อยู่)?(?:ข้างเคียง|ใกล้เคียง))")
#: Words that may name one.
_CONTACT = lazy_pattern(
    r"ประสาน|เชื่อม(?:ต่อ|โยง)|เสนอ(?:ต่อ)?|หารือ|ส่ง(?:ให้|ถึง|ต่อ|ไป)|รายงานต่อ|จัดส่ง|สนับสนุน|ได้รับจาก|(?<![ก-๙])ณ(?![ก-๙])|ที่ว่าการ"
    r"|ศาลากลาง|เข้าร่วม|ข้อเสนอแนะจาก|ระหว่าง|ประจำ\s*$|จาก\s*$|(?<!ส่วน)ร่วม.{1,20}กับ\s*$"
)
#: Houses that lie where they lie.
_TRAVELLED = lazy_pattern(
    r"ไปราชการ|เดินทางไป|เข้ารับการ|เข้าอบรม|ส่ง.{0,25}อบรม|เข้าร่วม(?:การ)?(?:ประชุม|สัมมนา|แข่งขัน|ประกวด)|ประกวด"
)
_VENUE = lazy_pattern(
    r"โรงแรม|มหาวิทยาลัย|วิทยาลัย|สถาบัน|รีสอร์ท|รีสอร์ต|โรงเรียน|โรงพยาบาล|ศาลปกครอง|(?<!จัง)(?<!หวัด)วัด|อุทยาน"
    r"|เรือนจำ|ศูนย์ประชุม|ศูนย์ฝึกอบรม|ศูนย์เรียนรู้|ศูนย์การเรียนรู้|ศูนย์ศึกษา|โครงการพระราชดำริ|สวนสัตว์|พิพิธภัณฑ์"
    r"|สำนักงาน.{0,30}(?:ภาค|เขต|ภูมิภาค)|มูลนิธิ|บริษัท|ห้างหุ้นส่วน"
)
#: What stands before the name of one's own agency.
_OWNED = lazy_pattern(
    r"(?:ของ|แห่ง|ภายใน|ใน|เว็บไซต์(?:หลัก)?|เพจ|Facebook|เขต|พื้นที่|ประชาชน|บุคลากร|สภา|นายก|ปลัด|ผู้บริหาร|พนักงาน|เจ้าหน้าที่"
    r"|สมาชิก|ข้อบัญญัติ|สำนักงาน|ผู้มาติดต่อ|ภารกิจ|ระเบียบ|แผน|ที่ทำการ)\s*$",
    re.IGNORECASE,
)

#: What a paper on integrity says of nobody but its own agency.
_HELD = lazy_pattern(
    r"(?:บุคลากร|พนักงาน|เจ้าหน้าที่|ลูกจ้าง|ผู้บริหาร|เว็บไซต์|คู่มือ|มาตรการ|คำสั่ง|นโยบาย|ผลการประเมิน|คุณธรรม|ความโปร่งใส|ธรรมาภิบาล"
    r"|การดำเนินงาน)\s*(?:ของ|สังกัด|ใน)?\s*$|(?:ภายใน|สังกัด)\s*$"
)
#: Whom one's own officers report to.
_REPORTED_TO = lazy_pattern(r"(?:เสนอ|รายงาน|เรียน|ส่ง|แจ้ง)(?:ต่อ|ให้)?(?:ท่าน)?\s*$")
_ASKED = lazy_pattern(r"ประสาน|หารือ|เข้าร่วม|ระหว่าง|จาก\s*$")
#: Houses and streets that are called after the agency that keeps them.
_HOUSE = lazy_pattern(
    r"(?:ตลาด(?:สด)?|ถนน(?:สาย)?|สวน(?:สาธารณะ)?|โรงเรียน|โรงพยาบาล|สนามกีฬา|สถานีขนส่ง(?:ผู้โดยสาร)?|ซอย)\s*$"
)


def is_held(text: str, start: int) -> bool:
    """Whether what stands at `start` is said to have staff, measures or a web site of its own."""
    return _HELD.search(text, max(0, start - _BEFORE), start) is not None


def is_owned(text: str, start: int) -> bool:
    """Whether what stands at `start` is said to own something: people, an area, a paper."""
    return _OWNED.search(text, max(0, start - _BEFORE), start) is not None


def is_reported_to(text: str, start: int, *, officer: bool) -> bool:
    """Whether somebody reports to what stands at `start`; to an officer without a name one writes as to one's own."""
    at = max(0, start - _BEFORE)
    return _REPORTED_TO.search(text, at, start) is not None or (officer and not _ASKED.search(text, at, start))


def purpose(text: str, start: int, end: int) -> Purpose:
    """Why a text names an agency or its staff at `start:end`."""
    before, after = _around(text, start, end)
    if _HOUSE.search(before) or _MODEL_AFTER.match(after):
        return "meant"
    partner = _PARTNER.search(before) or _PARTNER_AFTER.search(after)
    if partner:
        return "perhaps" if _OWNED.search(before) else "meant"
    return "perhaps" if _CONTACT.search(before) and not _OWNED.search(before) else "none"


def purpose_of_place(text: str, start: int, end: int) -> Purpose:
    """Why a text names a district or a province, which may also say where a house stands.

    >>> text = "อบรม ณ โรงแรมริมน้ำ จังหวัดนครนายก"
    >>> purpose_of_place(text, text.index("จังหวัด"), len(text))
    'meant'
    """
    before, _ = _around(text, start, end)
    return "meant" if _VENUE.search(before) or _TRAVELLED.search(before) else purpose(text, start, end)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The clause before and after, as far as a reader still remembers it."""
    before = _CLAUSE_ENDS.split(text[max(0, start - _BEFORE) : start])[-1]
    return before, _CLAUSE_ENDS.split(text[end : end + _AFTER])[0]
