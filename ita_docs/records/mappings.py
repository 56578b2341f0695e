"""Mappings by what they are about (คะแนนรายตัวชี้วัด รายข้อ): frozen, each key in any readable spelling.

Source: the scores of `assessment`, whose keys are instruments, indicators, sub-indicators and items as people type
them.  Limits: one thing under two spellings (`O17`, `๐๑๗`) is a fault; whether the year has it is asked of its edition.

>>> scores = Frozen({1: 100}, {1: "๑"})
>>> scores[1], scores.typed(1), scores.typed(2)
(100, '๑', '2')
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, NoReturn, TypeVar, get_args

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from ita_docs.errors import ParseError
from ita_docs.records.base import digits_pattern, read_int
from ita_docs.records.texts import excerpt

_LAST_NUMBER = 99  # which indicators a year has, its register says
#: What a JSON Schema can say of the keys of a mapping: numbers of indicators, codes of items.
DIGIT = "[0-9๐-๙]"
INDICATOR_KEY = digits_pattern(1, _LAST_NUMBER)
ITEM_KEY = rf"^\s*(?:[IiEeOo]\s*|[0๐]|1(?=[๐-๙]+\s*$)){DIGIT}{{1,3}}\s*$"
K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Frozen(dict[K, V]):
    """A dict that can not be changed, and can be hashed where its values can; it knows how each key was typed."""

    __slots__ = ("_typed",)

    def __init__(self, values: Mapping[K, V] | None = None, typed: Mapping[K, str] | None = None) -> None:
        super().__init__(values or {})
        self._typed = dict(typed or {})

    def typed(self, key: K) -> str:
        """Give a key as the data file spells it."""
        return self._typed.get(key, str(key))

    def with_values(self, values: Mapping[K, V]) -> Frozen[K, V]:
        """Give the mapping with other values under some of its keys, which stay as they were typed."""
        return Frozen({**self, **values}, self._typed)

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none, because it can change
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[Frozen[K, V]], tuple[dict[K, V], dict[K, str]]]:
        return type(self), (dict(self), self._typed)

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        message = "a record's mapping can not be changed"
        raise TypeError(message)

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse


class Keyed:
    """Reads the keys of a `Frozen[key, value]` field; a key that can not be read is a fault at its own line."""

    def __init__(self, read_key: Callable[[str], Hashable], pattern: str) -> None:
        """`read_key` raises `ParseError`; `pattern` is what a JSON Schema can say of a key."""
        self.read_key = read_key
        self.pattern = pattern

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        values = core_schema.no_info_before_validator_function(_raised, handler.generate_schema(get_args(source)[1]))
        whole = core_schema.dict_schema(core_schema.any_schema(), values)
        marked = core_schema.no_info_before_validator_function(self._mark, whole)
        return core_schema.no_info_after_validator_function(
            self._rekeyed, marked, serialization=core_schema.plain_serializer_function_ser_schema(_dumped)
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        values = {"anyOf": [{"type": "null"}, handler(schema["schema"]["schema"]["values_schema"])]}
        keys = {"pattern": self.pattern}
        return {"type": ["object", "null"], "propertyNames": keys, "additionalProperties": values}

    def _mark(self, given: object) -> object:
        """Put the fault of a key in place of its value, so that all are found in one run, each at its line."""
        if given is None:
            return {}
        if not isinstance(given, dict):
            return given
        if isinstance(given, Frozen):  # of another record: a finding looks for a key as the file spells it
            given = {given.typed(key): value for key, value in given.items()}
        first: dict[Hashable, str] = {}
        marked: dict[object, object] = {}
        for key, value in given.items():
            marked[key] = value
            try:
                read = self._read(key)
            except ParseError as error:
                marked[key] = error
                continue
            if read in first:
                marked[key] = ParseError.of("records.key-twice", found=excerpt(key), first=excerpt(first[read]))
            elif value is None:  # not filled in, as if the key were not there
                del marked[key]
            first.setdefault(read, str(key))
        return marked

    def _rekeyed(self, given: dict[object, Any]) -> Frozen[Hashable, Any]:
        read = {self._read(key): key for key in given}
        return Frozen({key: given[typed] for key, typed in read.items()}, {key: str(t) for key, t in read.items()})

    def _read(self, key: object) -> Hashable:
        return self.read_key(str(key))


def read_indicator(key: str) -> int:
    """Read the number of an indicator."""
    number = read_int(key)
    if not 1 <= number <= _LAST_NUMBER:
        raise ParseError.of("records.number-range", found=key, least=1, most=_LAST_NUMBER)
    return number


def _dumped(values: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key): value.model_dump() if isinstance(value, BaseModel) else value for key, value in values.items()}


def _raised(value: object) -> object:
    if isinstance(value, ParseError):
        raise value
    return value
