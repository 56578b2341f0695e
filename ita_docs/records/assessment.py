"""The result of an assessment as an agency states it (ผลการประเมิน): scores, level, and what is said of each item.

Source: scores as the commission publishes them; a score is taken from its digits, so that 87.5 and 87.50 are
one value and none passes through a float.  Limits: nothing is computed here; whether an item exists and whether the
figures agree is asked of the year's edition (`assessment.scores`, `assessment.levels`).

>>> stated = Assessment.model_validate({"indicators": {"๙": "๘๗.๕๐"}, "items": {"o 7": 100, "๐๙": {"score": 0}}})
>>> stated.indicators[9] == Decimal("87.5"), [str(code) for code in stated.items]
(True, ['o7', 'o9'])
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from ita_docs.assessment import AboveInstrumentMean, Code, Level, Rule, Threshold, Verdict, parse_code
from ita_docs.assessment.levels import table_faults
from ita_docs.errors import ParseError
from ita_docs.patterns import lazy_pattern
from ita_docs.records.base import FiscalYearField, Record, Text, TextOrList, excerpt
from ita_docs.records.mappings import DIGIT, INDICATOR_KEY, ITEM_KEY, Frozen, Keyed, read_indicator
from ita_docs.records.measure import INSTRUMENT_PATTERN, read_instrument
from ita_docs.thai.digits import to_arabic_digits

_SCORE = lazy_pattern(r"[0-9]+(?:\.[0-9]+)?")
_SUB_INDICATOR = lazy_pattern(r"[1-9][0-9]?\.[1-9][0-9]?")
_LONGEST_SCORE = 12
_FULL = 100
_RULES = ("threshold", "above-instrument-mean")


def read_score(value: object) -> Decimal:
    """Read a score of 0 to 100 from its digits in either script; a float from Python is refused."""
    if isinstance(value, float):
        raise ParseError.of("records.score-float", found=value)
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) <= _LONGEST_SCORE:
        value = f"{value:f}"
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is None:
        raise ParseError.of("records.no-value")
    digits = to_arabic_digits(value).strip() if isinstance(value, str) else ""
    number = digits.removeprefix("-")
    if not _SCORE.fullmatch(number):
        raise ParseError.of("records.not-a-score", found=excerpt(value))
    if number != digits or Decimal(number) > _FULL:
        raise ParseError.of("records.score-range", found=excerpt(value))
    if len(digits) > _LONGEST_SCORE:
        raise ParseError.of("records.number-too-long", found=excerpt(value))
    return Decimal(digits)


SCORE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": _FULL},
        {"type": "string", "pattern": r"^\s*[0๐]*(?:[1๑][0๐]{2}(?:\.[0๐]+)?|[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]+)?)\s*$"},
    ]
}
Score = Annotated[Decimal, PlainValidator(read_score), WithJsonSchema(SCORE_SCHEMA)]


def _read_sub_indicator(key: str) -> str:
    text = to_arabic_digits(key).strip()
    if not _SUB_INDICATOR.fullmatch(text):
        raise ParseError.of("records.not-a-sub-indicator", found=key)
    return text


class ItemScore(Record):
    """One item's result: its score, the words to print for it, and a verdict of the author's own."""

    model_config = ConfigDict(title="ผลรายข้อ")

    score: Score | None = Field(default=None, description="คะแนน 0-100")
    text: Text | None = Field(
        default=None, description="ข้อความของข้อ เช่น ข้อคำถามของ i และ e ตามแบบวัด (ไม่ระบุ = ชื่อตามทะเบียน)"
    )
    verdict: Verdict | None = Field(
        default=None, description="ผลการจัดกลุ่มที่กำหนดเอง: deficient ข้อบกพร่อง, to_develop ต้องพัฒนา, maintain รักษาระดับ"
    )
    reason: Text | None = Field(default=None, description="เหตุผลที่กำหนดผลการจัดกลุ่มเอง")
    remark: TextOrList | None = Field(default=None, description="สิ่งที่กล่าวถึงข้อนี้ในการวิเคราะห์")


def _item_of(value: object) -> object:
    """A bare number is the item's score."""
    return value if isinstance(value, Mapping | ItemScore) else {"score": value}


ItemEntry = Annotated[ItemScore, BeforeValidator(_item_of, json_schema_input_type=Score | ItemScore)]


class RuleEntry(Record):
    """How items or indicators are classified: a rule that is built in, and the bounds of `threshold`."""

    model_config = ConfigDict(title="หลักเกณฑ์การจัดกลุ่ม")

    rule: Literal["threshold", "above-instrument-mean"] = Field(
        description="threshold = ตามช่วงคะแนน, above-instrument-mean = เทียบกับค่าเฉลี่ยของแบบวัด"
    )
    deficient_below: Score | None = Field(default=None, description="ต่ำกว่าคะแนนนี้เป็นข้อบกพร่อง (ปกติ 85)")
    maintain_from: Score | None = Field(default=None, description="ตั้งแต่คะแนนนี้เป็นข้อที่ต้องรักษาระดับ (ปกติ 100)")

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if self.rule != "threshold" and (self.deficient_below is not None or self.maintain_from is not None):
            raise ParseError.of("records.rule-bounds", found=self.rule)
        self.made()
        return self

    def made(self) -> Rule:
        """Give the rule that is meant."""
        if self.rule != "threshold":
            return AboveInstrumentMean()
        bounds = {name: getattr(self, name) for name in ("deficient_below", "maintain_from")}
        return Threshold(**{name: bound for name, bound in bounds.items() if bound is not None})


def _rule_shape(value: object) -> str:
    if isinstance(value, Mapping | RuleEntry):
        return "<mapping>"
    return "<rule>" if callable(value) else "<text>"


class _RuleSchema:
    """A rule by its name, as a mapping with its bounds, or, from Python, any callable."""

    #: Where a fault inside the mapping looks for the keys that exist.
    model = RuleEntry

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        entry = core_schema.no_info_after_validator_function(RuleEntry.made, handler.generate_schema(RuleEntry))
        name = core_schema.no_info_after_validator_function(_named_rule, core_schema.literal_schema(list(_RULES)))
        choices: dict[Any, CoreSchema] = {"<mapping>": entry, "<text>": name, "<rule>": core_schema.any_schema()}
        return core_schema.tagged_union_schema(choices, discriminator=_rule_shape)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"enum": list(_RULES)}, handler(schema["choices"]["<mapping>"])]}


def _named_rule(name: str) -> Rule:
    return Threshold() if name == "threshold" else AboveInstrumentMean()


class LevelEntry(Record):
    """One row of a table of levels, from the best down: bounds of the total, and the least of every instrument."""

    model_config = ConfigDict(title="ระดับ")

    label: Text = Field(description="ชื่อระดับ เช่น AA หรือ ผ่านดี")
    min: Score | None = Field(default=None, description="คะแนนต่ำสุดของระดับ")
    max: Score | None = Field(default=None, description="คะแนนสูงสุดของระดับ")
    total_min: Score | None = Field(default=None, description="คะแนนรวมต่ำสุดของระดับ (เท่ากับ min)")
    total_below: Score | None = Field(default=None, description="คะแนนรวมต้องต่ำกว่าค่านี้")
    each_instrument_min: Score | None = Field(default=None, description="คะแนนต่ำสุดของทุกแบบวัด")

    @model_validator(mode="after")
    def _one_bound_each(self) -> Self:
        for one, other in (("min", "total_min"), ("max", "total_below")):
            if getattr(self, one) is not None and getattr(self, other) is not None:
                raise ParseError.of("records.level-bounds", found=one, other=other)
        return self

    def level(self) -> Level:
        """Give the row as the arithmetic takes it."""
        least = self.min if self.min is not None else self.total_min
        return Level(self.label, least, self.max, self.total_below, self.each_instrument_min)


class _LevelSchema:
    """A level as a mapping, or ready made."""

    #: Where a fault inside the mapping looks for the keys that exist.
    model = LevelEntry

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        entry = core_schema.no_info_after_validator_function(LevelEntry.level, handler.generate_schema(LevelEntry))
        choices: dict[Any, CoreSchema] = {"<level>": core_schema.is_instance_schema(Level), "<mapping>": entry}
        shape: Callable[[object], str] = lambda value: "<level>" if isinstance(value, Level) else "<mapping>"  # noqa: E731  mypy wants its type
        return core_schema.tagged_union_schema(choices, discriminator=shape)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return handler(schema["choices"]["<mapping>"])


def _whole(levels: tuple[Level, ...]) -> tuple[Level, ...]:
    """Refuse a table with gaps, overlaps or rows that nothing reaches."""
    if faults := list(table_faults(levels)):
        raise ParseError(faults)
    return levels


Levels = Annotated[tuple[Annotated[Level, _LevelSchema()], ...], Field(min_length=1), AfterValidator(_whole)]


class Assessment(Record):
    """The result of one year, as stated; what is left out is computed where it can be."""

    year: FiscalYearField | None = Field(default=None, description="ปีงบประมาณของผลการประเมินที่นำมาวิเคราะห์")
    total: Score | None = Field(default=None, description="คะแนนรวม")
    level: Text | None = Field(default=None, description="ระดับผลการประเมิน อาจมีคำในวงเล็บ เช่น A (ดี)")
    instruments: Annotated[Frozen[str, Score], Keyed(read_instrument, INSTRUMENT_PATTERN)] = Field(
        default=Frozen(), description="คะแนนรายแบบวัด เช่น {IIT: 99.83, EIT: 94.76, OIT: 87.5}"
    )
    indicators: Annotated[Frozen[int, Score], Keyed(read_indicator, INDICATOR_KEY)] = Field(
        default=Frozen(), description="คะแนนรายตัวชี้วัด เช่น {1: 88.13, 2: 93.54}"
    )
    sub_indicators: Annotated[
        Frozen[str, Score], Keyed(_read_sub_indicator, rf"^\s*{DIGIT}{{1,2}}\.{DIGIT}{{1,2}}\s*$")
    ] = Field(default=Frozen(), description="คะแนนรายตัวชี้วัดย่อย เช่น {9.1: 100}")
    items: Annotated[Frozen[Code, ItemEntry], Keyed(parse_code, ITEM_KEY)] = Field(
        default=Frozen(), description="ผลรายข้อ: คะแนน เช่น {o7: 100} หรือกลุ่มของค่า score, text, verdict, reason, remark"
    )
    classification: Annotated[Rule, _RuleSchema()] | None = Field(
        default=None, description="หลักเกณฑ์การจัดกลุ่ม: threshold หรือ above-instrument-mean หรือกลุ่มของค่า"
    )
    levels: Levels | None = Field(default=None, description="ตารางระดับของหน่วยงาน ใช้แทนตารางตามทะเบียนของปี")
    notes: TextOrList | None = Field(default=None, description="หมายเหตุเรื่องน้ำหนักคะแนนและหลักเกณฑ์ ใช้แทนตามทะเบียนของปี")
