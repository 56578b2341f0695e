"""What all records share: frozen models that refuse unknown keys, and fields that read Thai numbers, dates and periods.

Source: the rules for dates and periods of `ita_docs.thai`.  Limits: a period given as words is read in the fiscal year
that the validation context names (`{"fiscal_year": FiscalYear(2566)}`); without one, words that need it stay unread.

>>> class Round(Record):
...     number: ThaiInt
>>> Round.model_validate({"number": "๒"})
Round(number=2)
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from threading import RLock
from typing import Annotated, Any, Self, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from ita_docs.errors import ParseError
from ita_docs.patterns import lazy_pattern
from ita_docs.records.texts import TEXT_SCHEMA, Flag, Text, TextOrList, excerpt, is_ditto, read_text
from ita_docs.thai.dates import ERA_OFFSET, FIRST_YEAR, LAST_YEAR, parse_date
from ita_docs.thai.digits import to_arabic_digits
from ita_docs.thai.fiscal_year import FiscalYear
from ita_docs.thai.periods import Period, Span

__all__ = [
    "DateField",
    "FiscalYearField",
    "Flag",
    "PeriodField",
    "PeriodParts",
    "Record",
    "Text",
    "TextOrList",
    "ThaiInt",
    "excerpt",
    "is_ditto",
    "read_text",
]

#: Years above this are of the Buddhist era, which ISO dates never use.
_LAST_GREGORIAN_YEAR = 2400
_ISO_DATE = lazy_pattern(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DIGITS = lazy_pattern(r"[0-9]+")
_LONGEST_INT = 9
#: A JSON Schema lists the texts of a bounded number when there are no more than these.
_MOST_SPELT_OUT = 100
#: Checks of one class are made of those of others, while its own are made.
_MAKING = RLock()


class Record(BaseModel):
    """A frozen record: unknown keys are refused, collections are tuples; its checks are made at its first use."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    @classmethod
    def empty(cls) -> Self:
        """The record that states nothing, as the default of a field: its checks are not built for it."""
        return cast("Self", cls.model_construct())

    @classmethod
    def model_rebuild(cls, *, _parent_namespace_depth: int = 2, **options: Any) -> bool | None:
        """Make the checks of the class: by one thread, since pydantic before 2.14 drops what others are making."""
        with _MAKING:
            return super().model_rebuild(_parent_namespace_depth=_parent_namespace_depth + 1, **options)


def read_int(value: object) -> int:
    """Read a whole number: an int, or its digits in either script; grouping and signs are not digits."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if value is None:
        raise ParseError.of("records.no-value")
    digits = to_arabic_digits(value).strip() if isinstance(value, str) else ""
    if not _DIGITS.fullmatch(digits):
        raise ParseError.of("records.not-a-number", found=excerpt(value))
    if len(digits) > _LONGEST_INT:
        raise ParseError.of("records.number-too-long", found=excerpt(value))
    return int(digits)


def digits_pattern(least: int, most: int | None) -> str:
    """Give the pattern of the texts that `read_int` takes for a number from `least` to `most`."""
    if most is None or most - least > _MOST_SPELT_OUT:
        nonzero = r"(?=[0๐]*[1-9๑-๙])" if least > 0 else ""
        return rf"^\s*{nonzero}[0-9๐-๙]{{1,{_LONGEST_INT}}}\s*$"
    either = "0๐", "1๑", "2๒", "3๓", "4๔", "5๕", "6๖", "7๗", "8๘", "9๙"
    numbers = ("".join(f"[{either[int(digit)]}]" for digit in str(n)) for n in range(least, most + 1))
    return rf"^\s*[0๐]*(?:{'|'.join(numbers)})\s*$"


class _DigitsToo:
    """Lets an int field take the text of its digits as well."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(read_int, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        number: dict[str, Any] = dict(handler(schema))
        # Where the field is optional, pydantic hands the bounds on under their Python names.
        least = number.pop("ge", number.get("minimum", 0))
        most = number.pop("le", number.get("maximum"))
        number |= {"minimum": least} if most is None else {"minimum": least, "maximum": most}
        return {"anyOf": [number, {"type": "string", "pattern": digits_pattern(least, most)}]}


#: A whole number, also as text in Thai digits; bounds by `Field(ge=…, le=…)`.
ThaiInt = Annotated[int, _DigitsToo()]


def read_fiscal_year(value: object) -> FiscalYear:
    """Read a fiscal year: `2566`, `"๒๕๖๖"` or a `FiscalYear`; a Gregorian year is refused with the year meant."""
    if isinstance(value, FiscalYear):
        return value
    if isinstance(value, str) and not _DIGITS.fullmatch(to_arabic_digits(value).strip()):
        return FiscalYear.parse(read_text(value))
    return FiscalYear(read_int(value))


FiscalYearField = Annotated[
    FiscalYear,
    PlainValidator(read_fiscal_year),
    PlainSerializer(int, return_type=int),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
                {"type": "string", "pattern": "[2๒][4-6๔-๖][0-9๐-๙]{2}"},
            ]
        }
    ),
]


def read_date(value: object) -> date:
    """Read a date: a `date`, `2023-03-31`, or Thai words; a year of the Buddhist era in an ISO date is refused."""
    if isinstance(value, datetime):
        raise ParseError.of("records.not-a-date", found=excerpt(value))
    if isinstance(value, date):
        return _gregorian(value.year, value.month, value.day, value.isoformat())
    text = read_text(value)
    if iso := _ISO_DATE.fullmatch(to_arabic_digits(text)):
        return _gregorian(int(iso[1]), int(iso[2]), int(iso[3]), text)
    return parse_date(text)


def _gregorian(year: int, month: int, day: int, found: str) -> date:
    meant = year - ERA_OFFSET if year > _LAST_GREGORIAN_YEAR else year
    try:
        read = date(meant, month, day)
    except ValueError:
        raise ParseError.of("records.no-such-day", found=found) from None
    if meant != year:
        raise ParseError.of("records.buddhist-date", found=found, nearest=read.isoformat())
    return read


DateField = Annotated[date, PlainValidator(read_date), WithJsonSchema({"type": "string"})]


class PeriodParts(Record):
    """A period stated by hand: its words, its dates, or both; words alone stand for no span on purpose."""

    model_config = ConfigDict(
        title="ระยะเวลา",
        json_schema_extra={"minProperties": 1, "dependentRequired": {"start": ["end"], "end": ["start"]}},
    )

    text: Text | None = Field(default=None, description="ข้อความที่พิมพ์ในเอกสาร เช่น ตามห้วงเวลาจัดงานประเพณี")
    start: DateField | None = Field(default=None, description="วันแรก เขียนแบบ ค.ศ. เช่น 2022-10-01")
    end: DateField | None = Field(default=None, description="วันสุดท้าย เขียนแบบ ค.ศ. เช่น 2023-03-31")

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.start is None) != (self.end is None):
            raise ParseError.of("records.half-period")
        if self.text is None and self.start is None:
            raise ParseError.of("records.empty-period")
        return self

    def period(self) -> Period:
        """Give the period that is meant."""
        if self.start is None or self.end is None:
            return Period.of_spans((), text=self.text)
        if self.text is None:
            return Period(self.start, self.end)
        return Period.of_spans((Span(self.start, self.end),), text=self.text)


def _read_period(value: object, info: ValidationInfo) -> Period:
    year = info.context.get("fiscal_year") if isinstance(info.context, Mapping) else None
    return Period.parse(read_text(value), fiscal_year=year)


def _period_data(period: Period) -> str | dict[str, str]:
    """Give a period as JSON has it, which is read back as the same spans and words."""
    if period.text is None or period.unreadable or period.needs_year or len(period.spans) > 1:
        return str(period)
    ends = {name: day.isoformat() for name, day in (("start", period.start), ("end", period.end)) if day}
    return {"text": period.text, **ends}


def _period_shape(value: object) -> str:
    if isinstance(value, Period):
        return "<period>"
    return "<mapping>" if isinstance(value, Mapping | PeriodParts) else "<text>"


class _PeriodSchema:
    """A period as a `Period`, as words, or as a mapping of words and dates."""

    #: Where a fault inside the mapping looks for the keys that exist.
    model = PeriodParts

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        parts = core_schema.no_info_after_validator_function(PeriodParts.period, handler.generate_schema(PeriodParts))
        words = core_schema.with_info_plain_validator_function(_read_period)
        ready = core_schema.is_instance_schema(Period)
        choices: dict[Any, CoreSchema] = {"<period>": ready, "<text>": words, "<mapping>": parts}
        written = core_schema.plain_serializer_function_ser_schema(_period_data, when_used="json")
        return core_schema.tagged_union_schema(choices, discriminator=_period_shape, serialization=written)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        choices = schema["choices"]
        return {"anyOf": [dict(TEXT_SCHEMA), handler(choices["<mapping>"])]}


PeriodField = Annotated[Period, _PeriodSchema()]
