"""Measures, their steps and progress (มาตรการ วิธีการดำเนินการ ความก้าวหน้า): the rows that most papers print.

Source: the columns of the layouts; the field names are the keys of the data file.  Limits: what a step does not
state is its measure's, which the report's view writes out; a ditto mark is kept as typed here.

>>> measure = Measure.model_validate({"title": "แนวทางที่ ๑", "steps": ["ประชุม", {"text": "รายงาน", "sub_steps": "สรุป"}]})
>>> measure.steps[0].text, measure.steps[1].sub_steps[0].text
('ประชุม', 'สรุป')
>>> Measure.model_validate({"steps": "ประชุมชี้แจง"}).steps[0].numbered
False
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, PlainValidator, WithJsonSchema

from ita_docs.errors import ParseError
from ita_docs.patterns import lazy_pattern
from ita_docs.records.base import Flag, PeriodField, Record, Text, TextOrList, ThaiInt, excerpt
from ita_docs.records.extra import Extra
from ita_docs.records.mappings import Frozen
from ita_docs.records.progress import Progress
from ita_docs.records.ranges import (
    INDICATOR_SHAPE,
    ISSUE_SHAPE,
    ITEM_SHAPE,
    SUB_INDICATOR_SHAPE,
    Listed,
    read_indicators,
    read_issues,
    read_items,
    read_sub_indicators,
)
from ita_docs.records.texts import quoted, read_text, text_pair
from ita_docs.thai.digits import to_arabic_digits

INSTRUMENTS = ("IIT", "EIT", "OIT")
INSTRUMENT_PATTERN = r"^\s*(?:[Ii][Ii][Tt]|[Ee][Ii][Tt]|[Oo][Ii][Tt])\s*$"
NO_BUDGET = ("-", "ไม่มี", "ไม่ใช้งบประมาณ")
_AMOUNT = lazy_pattern(r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?")
_LONGEST_AMOUNT = 20
_AMOUNT_PATTERN = r"^\s*(?:[0-9๐-๙]+|[0-9๐-๙]{1,3}(?:,[0-9๐-๙]{3})+)(?:\.[0-9๐-๙]+)?\s*$"


def read_instrument(value: object) -> str:
    """Read the id of an instrument in any case."""
    text = read_text(value)
    if text.upper() not in INSTRUMENTS:
        raise ParseError.of("records.not-an-instrument", found=text, known=", ".join(INSTRUMENTS))
    return text.upper()


def read_budget(value: object) -> Decimal | str:
    """Read an amount in baht from its digits, or one of the words for none; never from a float."""
    if isinstance(value, float):
        raise ParseError.of("records.amount-float", found=value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        number = Decimal(value)
        # Written out, 1E+999999999 would fill the memory.
        if abs(number.adjusted()) > _LONGEST_AMOUNT:
            raise ParseError.of("records.number-too-long", found=f"{number:.3E}")
        value = f"{number:f}"
    text = read_text(value)
    if text in NO_BUDGET:
        return text
    digits = to_arabic_digits(text)
    if _AMOUNT.fullmatch(digits.removeprefix("-").lstrip()) and digits.startswith("-"):
        raise ParseError.of("records.negative-amount", found=text)
    if not _AMOUNT.fullmatch(digits):
        raise ParseError.of("records.not-an-amount", found=excerpt(value))
    if len(digits) > _LONGEST_AMOUNT:
        raise ParseError.of("records.number-too-long", found=excerpt(value))
    return Decimal(digits.replace(",", ""))


def _entry(value: object) -> object:
    """A plain text in place of a step; a text that YAML took for a mapping is named as such, once."""
    if isinstance(value, Mapping):
        pair = text_pair(value)
        if pair is not None:
            raise ParseError.of("records.text-with-colon", found=excerpt(pair), quoted=quoted(pair))
        return value
    return {"text": value} if isinstance(value, str) else value


def _unnumbered(value: object) -> object:
    """A plain text in place of a list of steps is one step without a number; no value is no steps."""
    if value is None:
        return ()
    return ({"text": value, "numbered": False},) if isinstance(value, str) else value


def _one(value: object) -> object:
    if value is None:
        return ()
    return ({"text": value},) if isinstance(value, str) else value


class Targets(Record):
    """What a measure or step answers: an instrument, indicators, sub-indicators, issues or items."""

    model_config = ConfigDict(title="เป้าหมายของมาตรการ")

    instrument: (
        Annotated[
            str,
            PlainValidator(read_instrument),
            WithJsonSchema({"type": "string", "pattern": INSTRUMENT_PATTERN}),
        ]
        | None
    ) = Field(default=None, description="แบบวัด: IIT, EIT หรือ OIT")
    indicators: Annotated[tuple[int, ...], Listed(read_indicators, INDICATOR_SHAPE)] = Field(
        default=(), description="ตัวชี้วัด 1-10: ตัวเดียว ช่วง เช่น 1-3 หรือรายการ"
    )
    sub_indicators: Annotated[tuple[str, ...], Listed(read_sub_indicators, SUB_INDICATOR_SHAPE)] = Field(
        default=(), description="ตัวชี้วัดย่อย เช่น 9.1, ช่วง เช่น 9.1-9.5 หรือรายการ"
    )
    items: Annotated[tuple[str, ...], Listed(read_items, ITEM_SHAPE)] = Field(
        default=(), description="ข้อคำถาม เช่น i1, O17, ช่วง เช่น i4-i6 หรือรายการ"
    )
    issues: Annotated[tuple[int, ...], Listed(read_issues, ISSUE_SHAPE)] = Field(
        default=(), description="ประเด็นการประเมิน เช่น 1, ช่วง เช่น 1-3 หรือรายการ"
    )


class SubStep(Record):
    """A step below a step (`๑.๑`); what it does not state is its step's."""

    model_config = ConfigDict(title="ขั้นตอนย่อย")

    text: Text = Field(description="ข้อความของขั้นตอนย่อย")
    responsible: TextOrList | None = Field(default=None, description="ผู้รับผิดชอบ (ไม่ระบุ = ตามขั้นตอนหลัก)")
    period: PeriodField | None = Field(default=None, description="ระยะเวลาดำเนินการ (ไม่ระบุ = ตามขั้นตอนหลัก)")
    follow_up: TextOrList | None = Field(default=None, description="การติดตาม/รายงานผล (ไม่ระบุ = ตามขั้นตอนหลัก)")
    remark: TextOrList | None = Field(default=None, description="หมายเหตุ")


SubStepEntry = Annotated[SubStep, BeforeValidator(_entry, json_schema_input_type=Text | SubStep)]
SubSteps = Annotated[
    tuple[SubStepEntry, ...],
    BeforeValidator(_one, json_schema_input_type=Text | None | tuple[SubStepEntry, ...]),
]


class Step(Record):
    """One step of a measure; what it does not state is its measure's."""

    model_config = ConfigDict(title="ขั้นตอน")

    text: Text = Field(description="ข้อความของขั้นตอน")
    numbered: Flag = Field(default=True, description="true = มีลำดับที่, false = ไม่มีลำดับที่")
    sub_steps: SubSteps = Field(default=(), description="ขั้นตอนย่อย: ข้อความเดียว หรือรายการ")
    targets: Targets | None = Field(default=None, description="ตัวชี้วัดหรือข้อที่ขั้นตอนนี้ตอบ")
    responsible: TextOrList | None = Field(default=None, description="ผู้รับผิดชอบ (ไม่ระบุ = ตามมาตรการ)")
    period: PeriodField | None = Field(default=None, description="ระยะเวลาดำเนินการ (ไม่ระบุ = ตามมาตรการ)")
    follow_up: TextOrList | None = Field(default=None, description="การติดตาม/รายงานผล (ไม่ระบุ = ตามมาตรการ)")
    remark: TextOrList | None = Field(default=None, description="หมายเหตุ")


StepEntry = Annotated[Step, BeforeValidator(_entry, json_schema_input_type=Text | Step)]
Steps = Annotated[
    tuple[StepEntry, ...],
    BeforeValidator(_unnumbered, json_schema_input_type=Text | None | tuple[StepEntry, ...]),
]


BUDGET_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "minimum": 0},
        {"type": "string", "pattern": _AMOUNT_PATTERN},
        {"type": "string", "pattern": rf"^\s*(?:{'|'.join(NO_BUDGET)})\s*$"},
    ]
}


class Measure(Record):
    """One measure (มาตรการ): what is absent prints an empty cell."""

    model_config = ConfigDict(title="มาตรการ")

    number: Annotated[ThaiInt, Field(ge=1, le=9999)] | None = Field(
        default=None, description="ลำดับที่ (ไม่ระบุ = ตามลำดับในไฟล์)"
    )
    title: TextOrList | None = Field(default=None, description="ชื่อมาตรการ/แนวทาง")
    targets: Targets | None = Field(default=None, description="ตัวชี้วัด ประเด็น หรือข้อที่มาตรการนี้ตอบ")
    weakness: TextOrList | None = Field(default=None, description="ประเด็นข้อบกพร่องหรือจุดอ่อนที่มาตรการนี้แก้ไข")
    steps: Steps = Field(default=(), description="วิธีการดำเนินการ: ข้อความเดียว (ไม่มีลำดับที่) หรือรายการ")
    responsible: TextOrList | None = Field(default=None, description="ผู้รับผิดชอบ: ข้อความ หรือรายการ")
    period: PeriodField | None = Field(default=None, description="ระยะเวลาดำเนินการ เช่น ต.ค.65 - มี.ค.66")
    follow_up: TextOrList | None = Field(default=None, description="การติดตาม/รายงานผล")
    progress: Progress | None = Field(default=None, description="ความก้าวหน้าผลการดำเนินการ")
    results: TextOrList | None = Field(default=None, description="ผลการดำเนินการ")
    outcomes: TextOrList | None = Field(default=None, description="ผลลัพธ์หรือความสำเร็จ")
    suggestions: TextOrList | None = Field(default=None, description="ข้อเสนอแนะ")
    remark: TextOrList | None = Field(default=None, description="หมายเหตุ")
    budget: Annotated[Decimal | str, PlainValidator(read_budget), WithJsonSchema(BUDGET_SCHEMA)] | None = Field(
        default=None, description="งบประมาณ (บาท) หรือ -, ไม่มี, ไม่ใช้งบประมาณ"
    )
    evidence: TextOrList | None = Field(default=None, description="หลักฐาน/เอกสารอ้างอิง")
    extra: Extra = Frozen()


class Defaults(Record):
    """Values given once for every measure that does not state its own."""

    model_config = ConfigDict(title="ค่าร่วมของทุกมาตรการ")

    responsible: TextOrList | None = Field(default=None, description="ผู้รับผิดชอบ")
    period: PeriodField | None = Field(default=None, description="ระยะเวลาดำเนินการ")
    follow_up: TextOrList | None = Field(default=None, description="การติดตาม/รายงานผล")
    suggestions: TextOrList | None = Field(default=None, description="ข้อเสนอแนะ")
    remark: TextOrList | None = Field(default=None, description="หมายเหตุ")
