"""How far things have come (ความก้าวหน้าผลการดำเนินการ): of a measure, of an indicator, of an item.

Source: the progress cells of layout 4, whose two boxes are ดำเนินการ and ยังไม่ได้ดำเนินการ.  Limits: the status is
any text; a status that is not one of the two gets a box of its own in the document.

>>> ItemProgress.model_validate({"notes": "เผยแพร่บนเว็บไซต์แล้ว"}).known_status
'ดำเนินการ'
>>> ItemProgress.model_validate({"responsible": "กองคลัง"}).known_status
'ยังไม่ได้ดำเนินการ'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Final

from pydantic import BeforeValidator, ConfigDict, Field

from ita_docs.assessment import Code, parse_code
from ita_docs.errors import ParseError
from ita_docs.records.base import PeriodField, Record, Text, TextOrList, excerpt
from ita_docs.records.mappings import INDICATOR_KEY, ITEM_KEY, Frozen, Keyed, read_indicator
from ita_docs.records.texts import quoted, text_pair

DONE: Final = "ดำเนินการ"
NOT_DONE: Final = "ยังไม่ได้ดำเนินการ"
#: The status that wants a reason.
UNABLE: Final = "ไม่สามารถดำเนินการได้"


class Progress(Record):
    """How far a measure has come; `status` is free, the papers know ดำเนินการ and ยังไม่ได้ดำเนินการ."""

    model_config = ConfigDict(title="ความก้าวหน้า")

    status: Text = Field(description="สถานะ เช่น ดำเนินการ หรือ ยังไม่ได้ดำเนินการ")
    reason: TextOrList | None = Field(default=None, description="เหตุผล")
    notes: TextOrList | None = Field(default=None, description="รายละเอียดความก้าวหน้า")


class ItemProgress(Record):
    """What was done about one item (ข้อ); a text or a list in its place is the notes."""

    model_config = ConfigDict(title="ความก้าวหน้าของข้อ")

    responsible: TextOrList | None = Field(default=None, description="ผู้รับผิดชอบ (ไม่ระบุ = ตาม defaults)")
    status: Text | None = Field(default=None, description="สถานะ (ไม่ระบุ = ดำเนินการ เมื่อมี notes มิฉะนั้น ยังไม่ได้ดำเนินการ)")
    reason: TextOrList | None = Field(default=None, description="เหตุผล เช่น ของ ไม่สามารถดำเนินการได้")
    notes: TextOrList | None = Field(default=None, description="สิ่งที่ได้ดำเนินการ: ข้อความเดียว หรือรายการ")

    @property
    def stated(self) -> bool:
        """Whether anything is said of the progress; an owner alone says nothing, nor does an empty list."""
        return self.status is not None or bool(self.notes)

    @property
    def known_status(self) -> str:
        """The status as stated, else what follows from the notes."""
        return self.status or (DONE if self.notes else NOT_DONE)


class IndicatorProgress(ItemProgress):
    """What was done about one indicator (ตัวชี้วัด), and how it was to be raised."""

    model_config = ConfigDict(title="ความก้าวหน้าของตัวชี้วัด")

    guidelines: TextOrList | None = Field(default=None, description="แนวทางในการยกระดับการประเมิน: ข้อความเดียว หรือรายการ")
    period: PeriodField | None = Field(default=None, description="ระยะเวลาดำเนินการ (ไม่ระบุ = ตาม defaults)")


def _notes_of(value: object) -> object:
    """A text or a list in place of an entry is its notes; a text that YAML took for a mapping is named as such."""
    if isinstance(value, Mapping) and (pair := text_pair(value)) is not None:
        raise ParseError.of("records.text-with-colon", found=excerpt(pair), quoted=quoted(pair))
    return {"notes": value} if isinstance(value, str | list | tuple) else value


ItemProgressEntry = Annotated[
    ItemProgress, BeforeValidator(_notes_of, json_schema_input_type=TextOrList | ItemProgress)
]
IndicatorProgressEntry = Annotated[
    IndicatorProgress, BeforeValidator(_notes_of, json_schema_input_type=TextOrList | IndicatorProgress)
]
#: What was done, by indicator and by item.
IndicatorProgresses = Annotated[
    Frozen[int, IndicatorProgressEntry],
    Keyed(read_indicator, INDICATOR_KEY),
    Field(description="แนวทางและความก้าวหน้ารายตัวชี้วัด เช่น {1: {guidelines: …, notes: …}}"),
]
ItemProgresses = Annotated[
    Frozen[Code, ItemProgressEntry],
    Keyed(parse_code, ITEM_KEY),
    Field(description="ความก้าวหน้ารายข้อ เช่น {O1: เผยแพร่บนเว็บไซต์แล้ว} หรือกลุ่มของค่า responsible, status, reason, notes"),
]
