"""What a measure aims at, as typed: one number or code, a range of them, or a list of these.

Source: the layouts' item ranges (`i๔-i๖`, `O8 - O9`), sub-indicators (`9.1-9.5`) and indicators (`1-3`).
Limits: only the form is read here; whether an item or sub-indicator exists is asked of an edition by the report.  A
range of indicators is written out; codes and sub-indicators stay as typed.

>>> read_indicators("๑-๓")
(1, 2, 3)
>>> read_items("O8 - O9")
('O8 - O9',)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from ita_docs.assessment import parse_code_range
from ita_docs.errors import ParseError
from ita_docs.patterns import lazy_pattern
from ita_docs.records.base import digits_pattern, read_int
from ita_docs.records.texts import read_text
from ita_docs.thai.digits import to_arabic_digits

_RANGE = lazy_pattern(r"(.*?)\s*(?:[-–—]|ถึง)\s*(.*)", re.DOTALL)
_SUB_INDICATOR = lazy_pattern(r"([1-9][0-9]?)\.([1-9][0-9]?)")
_LAST_INDICATOR = 99  # which of them a year has, its register says
_LAST_ISSUE = 99


class Listed:
    """Lets a tuple field take one entry in place of a list; each entry is read into one or more values."""

    def __init__(self, read: Callable[[object], tuple[Any, ...]], shape: dict[str, Any]) -> None:
        """`read` reads one entry, `shape` is the JSON Schema of one."""
        self.read = read
        self.shape = shape

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        entries = core_schema.tuple_variable_schema(core_schema.no_info_plain_validator_function(self.read))
        listed = core_schema.no_info_before_validator_function(_as_list, entries)
        return core_schema.no_info_after_validator_function(_flat, listed)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [self.shape, {"type": "null"}, {"type": "array", "items": self.shape}]}


def read_indicators(value: object) -> tuple[int, ...]:
    """Read the number of an indicator, or a range of them."""
    return _numbers(value, _LAST_INDICATOR)


def read_issues(value: object) -> tuple[int, ...]:
    """Read the number of an issue, or a range of them."""
    return _numbers(value, _LAST_ISSUE)


def read_sub_indicators(value: object) -> tuple[str, ...]:
    """Check one sub-indicator or a range (`9.1`, `๙.๑-๙.๕`) and give it as typed."""
    text = read_text(value)
    ends = _ends(text)
    pairs = [_SUB_INDICATOR.fullmatch(to_arabic_digits(end)) for end in ends]
    numbers = [(int(pair[1]), int(pair[2])) for pair in pairs if pair]
    if len(numbers) != len(ends):
        raise ParseError.of("records.not-a-sub-indicator", found=text)
    if numbers != sorted(numbers):
        raise ParseError.of("records.range-order", found=text)
    return (text,)


def read_items(value: object) -> tuple[str, ...]:
    """Check one code or a range (`i1`, `O8 - O9`) and give it as typed."""
    text = read_text(value)
    parse_code_range(text)
    return (text,)


def number_shape(most: int) -> dict[str, Any]:
    """Give the JSON Schema of a number from 1 to `most`, or a range of such numbers as text."""
    single = digits_pattern(1, most)
    one = single.removeprefix("^").removesuffix("$")
    patterns = [{"pattern": single}, {"pattern": f"^{one}(?:[-–—]|ถึง){one}$"}]
    text = {"type": "string", "anyOf": patterns}
    return {"anyOf": [{"type": "integer", "minimum": 1, "maximum": most}, text]}


INDICATOR_SHAPE = number_shape(_LAST_INDICATOR)
ISSUE_SHAPE = number_shape(_LAST_ISSUE)
SUB_INDICATOR_SHAPE: dict[str, Any] = {
    "type": ["string", "number"],
    "pattern": r"[0-9๐-๙]+\.[0-9๐-๙]+",
    "not": {"type": "integer"},
}
ITEM_SHAPE: dict[str, Any] = {"type": "string", "pattern": r"[0-9๐-๙]"}


def _numbers(value: object, most: int) -> tuple[int, ...]:
    if not isinstance(value, str):
        return (_bounded(read_int(value), most, value),)
    ends = [_bounded(read_int(end), most, value) for end in _ends(read_text(value))]
    if ends[0] > ends[-1]:
        raise ParseError.of("records.range-order", found=value.strip())
    return tuple(range(ends[0], ends[-1] + 1))


def _bounded(number: int, most: int, found: object) -> int:
    if not 1 <= number <= most:
        raise ParseError.of("records.number-range", found=found, least=1, most=most)
    return number


def _ends(text: str) -> tuple[str, ...]:
    pair = _RANGE.fullmatch(text)
    return (pair[1], pair[2]) if pair else (text,)


def _as_list(value: object) -> object:
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)


def _flat(entries: tuple[tuple[Any, ...], ...]) -> tuple[Any, ...]:
    return tuple(value for entry in entries for value in entry)
