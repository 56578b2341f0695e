"""What an item of the disclosure is about (เรื่องของข้อ), and whether a text speaks of it or of another item's subject.

Source: the names of the items in the registers of 2564-2568, and the words in which the sources of the layouts report
on them.  Limits: a text is accused only when it says nothing of its own item and something unmistakable of another;
what names no subject at all (`เผยแพร่บนเว็บไซต์แล้ว`) fits every item.

>>> from ita_docs.assessment import edition
>>> year = edition(2566)
>>> elsewhere("จัดทำรายงานผลจัดซื้อจัดจ้างและเผยแพร่แล้ว", year.item("O24"), year)
'การจัดซื้อจัดจ้าง'
>>> elsewhere("จัดทำรายงานผลการบริหารทรัพยากรบุคคลแล้ว", year.item("O24"), year)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ita_docs.assessment import Edition, Item
from ita_docs.patterns import lazy_pattern
from ita_docs.thai.digits import to_arabic_digits

_SIGNS = lazy_pattern(r"[\s.,;:()\[\]“”\"'/–—-]+")
#: So many letters of an item's own name in a text are no chance.
_SHARED = 7
#: A shorter official name can be part of an ordinary sentence.
_LONG_NAME = 12


class Subject(NamedTuple):
    """One subject: its name, what items of it are called, what only speaks of it, and what may well speak of it."""

    name: str
    items: re.Pattern[str]
    surely: re.Pattern[str]
    perhaps: re.Pattern[str]


def _subject(name: str, items: str, surely: str, perhaps: str = "") -> Subject:
    either = f"{surely}|{perhaps}" if perhaps else surely
    return Subject(name, lazy_pattern(items), lazy_pattern(surely, re.IGNORECASE), lazy_pattern(either, re.IGNORECASE))


SUBJECTS = (
    _subject(
        "การจัดซื้อจัดจ้าง",
        "จัดซื้อ|จัดจ้าง|จัดหาพัสดุ",
        r"จัดซื้อ|จัดจ้าง|จัดหาพัสดุ|ราคากลาง|ผู้ชนะการเสนอราคา",
        r"พัสดุ|e-?GP|ซื้อ|จ้าง|สขร|ลงทุน|ผู้ชนะ",
    ),
    _subject(
        "การบริหารทรัพยากรบุคคล",
        "ทรัพยากรบุคคล|บริหารงานบุคคล",
        r"ทรัพยากรบุคคล|บริหารงานบุคคล|สรรหาและ|บรรจุและแต่งตั้ง|อัตรากำลัง",
        r"บุคคล|บุคลากร|พนักงาน|ข้าราชการ|เจ้าหน้าที่|สรรหา|บรรจุ|แต่งตั้ง|เลื่อน|อบรม|โอน|ผู้บริหาร",
    ),
    _subject("การจัดการเรื่องร้องเรียน", "ร้องเรียน", r"เรื่องร้องเรียน|แจ้งเบาะแส", r"ร้อง|เบาะแส|แจ้ง|ทุจริต"),
    _subject("การมีส่วนร่วม", "มีส่วนร่วม", r"ประชาคมหมู่บ้าน|มีส่วนร่วมของประชาชน", r"ร่วม|ประชาคม|ประชาชน|รับฟัง"),
    _subject("นโยบาย No Gift Policy", "No Gift", r"No\s*Gift|ของขวัญ|ของกำนัล", "งดรับ|งดให้"),
    _subject("ความเสี่ยงการทุจริต", "ความเสี่ยง", r"ความเสี่ยง", "เสี่ยง|ทุจริต|สินบน"),
    _subject(
        "การป้องกันการทุจริต",
        "ป้องกันการทุจริต|การทุจริตประจำปี",
        r"แผน(?:ปฏิบัติการ)?ป้องกัน(?:และปราบปราม)?การ?ทุจริต",
        r"ทุจริต|คอร์รัปชัน|แผน",
    ),
    _subject("จริยธรรม", "จริยธรรม", r"จริยธรรม", r"คุณธรรม|Do|ประพฤติ(?!มิชอบ)|วัฒนธรรม|ค่านิยม"),
    _subject("การคุ้มครองข้อมูลส่วนบุคคล", "ข้อมูลส่วนบุคคล", r"ข้อมูลส่วนบุคคล|PDPA", "ส่วนบุคคล"),
    _subject("E-Service", "(?i)e-?service", r"e-?\s?service|บริการออนไลน์", r"ออนไลน์|อิเล็กทรอนิกส์|แอปพลิเคชัน|OSS"),
    _subject("การสำรวจความพึงพอใจ", "ความพึงพอใจ", r"ความพึงพอใจ", "พอใจ|สำรวจ|แบบสอบถาม"),
    _subject("คู่มือ", "คู่มือ", r"คู่มือการ(?:ให้บริการ|ปฏิบัติงาน)|คู่มือสำหรับ(?:ประชาชน|ผู้)", "คู่มือ|แนวทาง|มาตรฐาน|ขั้นตอน|ผัง"),
    _subject("สถิติการให้บริการ", "สถิติ", r"สถิติการให้บริการ|สถิติผู้(?:มา)?รับบริการ", r"สถิติ|จำนวน|ตัวเลข|ราย(?!งาน)"),
    _subject(
        "งบประมาณและแผนดำเนินงาน",
        "งบประมาณ|แผนดำเนินงาน",
        r"แผนดำเนินงาน|การใช้(?:จ่าย)?งบประมาณ",
        "แผน|งบ|โครงการ|ข้อบัญญัติ|เทศบัญญัติ",
    ),
)

#: What names of items have in common with any text of an office.
_COMMON = lazy_pattern(
    r"รายงาน(?:ผล)?|การดำเนินการ|การดำเนินงาน|ประจำปี|ตามนโยบาย|นโยบาย|หรือแผน|แผน|รอบ [0-9]+ เดือน|ข้อมูล"
    r"|หน่วยงาน|เกี่ยวกับ|ต่าง ๆ|การจัด|ประกาศ|กำกับติดตาม|หลักเกณฑ์"
)
_OFFICE = lazy_pattern(
    r"องค์การบริหารส่วน(?:ตำบล|จังหวัด)|เทศบาล(?:ตำบล|เมือง|นคร)|เว็บไซต์|ประชาสัมพันธ์|ผู้บริหาร(?:สูงสุด)?|ฝ่ายบริหาร|นายก|การปฏิบัติงาน|หน่วยงาน"
)


def elsewhere(text: str, item: Item, year: Edition, own: tuple[str, ...] = ()) -> str | None:
    """The subject of others that a text speaks of while it says nothing of its item; `own` are an agency's names."""
    said = _plain(text, own)
    if not said or _speaks_of(said, item, year):
        return None
    for other in year.items:
        if other.id != item.id and (name := _named(said, other)) and not _alike(item, name):
            return name
    home = subjects_of(item, year)
    if not home:
        return None
    others = [s.name for s in SUBJECTS if s not in home and s.surely.search(said) and _exists(s, year)]
    return others[0] if others else None


def speaks_of(text: str, item: Item, year: Edition, own: tuple[str, ...] = ()) -> bool:
    """Whether a text says anything of an item: its subject, or a good part of its name."""
    return _speaks_of(_plain(text, own), item, year)


def is_strange(text: str, item: Item, year: Edition, own: tuple[str, ...] = ()) -> bool:
    """Whether the names of an item give it a subject of which a text says nothing."""
    return bool(_subjects_called(" ".join(_names(item)))) and not speaks_of(text, item, year, own)


def subject_in(text: str, own: tuple[str, ...] = ()) -> str | None:
    """The first subject that a text unmistakably speaks of."""
    said = _plain(text, own)
    return next((subject.name for subject in SUBJECTS if subject.surely.search(said)), None)


def subjects_of(item: Item, year: Edition) -> tuple[Subject, ...]:
    """The subjects of an item, by its names and those of its group and sub-indicator."""
    if own := _subjects_called(" ".join(_names(item))):
        return own
    sub = year.sub_indicator_of(item)
    groups = [group.name_th for group in year.groups if item in group.items]
    return _subjects_called(" ".join([*groups, (sub.name_th or "") if sub else ""]))


@lru_cache(maxsize=512)
def _subjects_called(names: str) -> tuple[Subject, ...]:
    return tuple(subject for subject in SUBJECTS if subject.items.search(names))


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """A text without spaces and punctuation, for comparison."""
    return _SIGNS.sub("", text)


@lru_cache(maxsize=1024)
def without(text: str, own: tuple[str, ...]) -> str:
    """A text without spaces and the agency's names."""
    said = squeezed(to_arabic_digits(text))
    for name in own:
        said = said.replace(squeezed(name), " ")
    return said


def _speaks_of(said: str, item: Item, year: Edition) -> bool:
    if any(subject.perhaps.search(said) for subject in subjects_of(item, year)):
        return True
    return any(_shares(said, name) for name in _names(item))


@lru_cache(maxsize=4096)
def _shares(said: str, name: str) -> bool:
    """Whether a good part of an item's name, or all of a short one, stands in a text."""
    core = squeezed(_COMMON.sub(" ", name))
    if not core:
        return squeezed(name) in said
    from difflib import SequenceMatcher  # noqa: PLC0415  most texts name their subject

    found = SequenceMatcher(None, core, said, autojunk=False).find_longest_match()
    return found.size >= min(_SHARED, len(core))


def _named(said: str, item: Item) -> str | None:
    """The official name of an item, where a text has all of it."""
    return next((name for name in _names(item) if len(name) >= _LONG_NAME and squeezed(name) in said), None)


def _alike(item: Item, name: str) -> bool:
    return any(squeezed(name) in squeezed(own) or squeezed(own) in squeezed(name) for own in _names(item))


def _exists(subject: Subject, year: Edition) -> bool:
    return any(subject.items.search(name) for item in year.items for name in _names(item))


def _names(item: Item) -> Iterator[str]:
    yield from (name for name in (item.name_th, *item.aliases) if name)


@lru_cache(maxsize=1024)
def _plain(text: str, own: tuple[str, ...]) -> str:
    """A text without spaces, the agency's names and the words of every office."""
    return _OFFICE.sub(" ", without(text, own))
