"""What an agency makes of its results, instrument by instrument (บทวิเคราะห์รายแบบวัด), layout 3.

Source: the detail tables of layout 3: what the commission suggests, what is weak, what is to be maintained, each a lead
and blocks.  Limits: only the form of an item's code is read here; whether the year has the item is asked of its
register by the report.

>>> InstrumentAnalysis.model_validate({"suggestions": ["ก", "ข"]}).suggestions.blocks[0].points
('ก', 'ข')
>>> AnalysisPart.model_validate({"blocks": [{"items": "i20, i๒๑"}]}).blocks[0].items
('i20', 'i๒๑')
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import BeforeValidator, ConfigDict, Field, model_validator

from ita_docs.errors import ParseError
from ita_docs.patterns import lazy_pattern
from ita_docs.records.base import Flag, Record, Text, TextOrList, ThaiInt, excerpt
from ita_docs.records.ranges import ITEM_SHAPE, Listed, read_items
from ita_docs.records.texts import quoted, read_text, text_pair

_BETWEEN = lazy_pattern(r"\s*[,;]\s*|\s+และ\s*")


def read_item_list(value: object) -> tuple[str, ...]:
    """Check the codes or ranges of one entry (`i20`, `O8 - O9`, `i20, i21`) and give them as typed."""
    return tuple(item for part in _BETWEEN.split(read_text(value)) for item in read_items(part))


class Block(Record):
    """A part of a cell: its heading or the indicator that gives it one, the items it speaks of, its points."""

    model_config = ConfigDict(title="หัวข้อย่อยของบทวิเคราะห์", json_schema_extra={"minProperties": 1})

    indicator: Annotated[ThaiInt, Field(ge=1, le=99)] | None = Field(
        default=None, description="ตัวชี้วัดของหัวข้อนี้ เอกสารพิมพ์ชื่อให้"
    )
    heading: Text | None = Field(default=None, description="หัวข้อของตนเอง ใช้แทนชื่อตัวชี้วัด")
    items: Annotated[tuple[str, ...], Listed(read_item_list, ITEM_SHAPE)] = Field(
        default=(), description="ข้อที่กล่าวถึง เช่น i20 หรือ i20, i21 หรือรายการ"
    )
    points: TextOrList | None = Field(default=None, description="ข้อความ: ข้อความเดียว (ไม่มีเลขข้อ) หรือรายการ")
    dashed: Flag = Field(default=False, description="true = ใช้ขีดนำหน้าแทนเลขข้อ")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.indicator is None and self.heading is None and not self.items and self.points is None:
            raise ParseError.of("records.empty-block")
        return self


def _as_blocks(value: object) -> object:
    """A plain text or a list of texts in place of the group is one block of points."""
    if isinstance(value, Mapping) and (pair := text_pair(value)) is not None:
        raise ParseError.of("records.text-with-colon", found=excerpt(pair), quoted=quoted(pair))
    return {"blocks": ({"points": value},)} if isinstance(value, str | list | tuple) else value


class AnalysisPart(Record):
    """One cell of the detail table: a lead, then blocks."""

    model_config = ConfigDict(title="ส่วนของบทวิเคราะห์")

    lead: Text | None = Field(default=None, description="บทนำของช่อง")
    blocks: tuple[Block, ...] = Field(default=(), description="หัวข้อย่อย")


Part = Annotated[AnalysisPart, BeforeValidator(_as_blocks, json_schema_input_type=TextOrList | AnalysisPart)]


class InstrumentAnalysis(Record):
    """The analysis of one instrument: three cells of its detail table."""

    model_config = ConfigDict(title="บทวิเคราะห์ของแบบวัด")

    suggestions: Part | None = Field(default=None, description="ข้อเสนอแนะของสำนักงาน ป.ป.ช.")
    weaknesses: Part | None = Field(default=None, description="ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน")
    to_maintain: Part | None = Field(default=None, description="ประเด็นที่ต้องรักษาระดับ ต่อยอด และพัฒนา")


class Analysis(Record):
    """The analysis of each instrument, under its id."""

    model_config = ConfigDict(title="บทวิเคราะห์รายแบบวัด")

    IIT: InstrumentAnalysis = Field(default=InstrumentAnalysis.empty(), description="แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน")
    EIT: InstrumentAnalysis = Field(default=InstrumentAnalysis.empty(), description="แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก")
    OIT: InstrumentAnalysis = Field(default=InstrumentAnalysis.empty(), description="แบบวัดการเปิดเผยข้อมูลสาธารณะ")


class PrincipleText(Record):
    """An instrument or indicator as the agency explains it, with the number that the agency types."""

    model_config = ConfigDict(title="หลักการประเมิน", json_schema_extra={"minProperties": 1})

    heading: Text | None = Field(default=None, description="ชื่อแบบวัดหรือตัวชี้วัด พิมพ์เลขข้อเอง เช่น ๑) หรือ ๑.๑")
    text: TextOrList | None = Field(default=None, description="ข้อความอธิบาย: ข้อความเดียว หรือรายการย่อหน้า")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.heading is None and self.text is None:
            raise ParseError.of("records.empty-principle")
        return self
