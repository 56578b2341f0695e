"""What pydantic found, as faults with line, field and remedy: one mistake, one fault.

Source: pydantic's error types (`missing`, `extra_forbidden`, …), never its sentences.  Limits: a type that no record
uses gets the general fault `data.invalid`; after 2,000 faults the rest is left for the next run.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, Protocol, get_args, get_origin

from pydantic import BaseModel

from ita_docs.errors import Fault, ItaDocsError, Place
from ita_docs.near import near
from ita_docs.patterns import lazy_pattern
from ita_docs.records.base import excerpt

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from ita_docs.data_files.tree import Key

_CODES = {
    "missing": "data.missing",
    "extra_forbidden": "data.unknown-key",
    "model_type": "data.not-a-mapping",
    "model_attributes_type": "data.not-a-mapping",
    "dict_type": "data.not-a-mapping",
    "tuple_type": "data.not-a-list",
    "list_type": "data.not-a-list",
    "bool_type": "data.not-a-flag",
    "too_short": "data.empty-list",
    "too_long": "data.too-many",
    "literal_error": "data.choice",
    "enum": "data.choice",
    "greater_than_equal": "data.too-small",
    "less_than_equal": "data.too-large",
    "string_type": "records.text-unquoted",
}
_NEAR = 0.6
_MOST_FAULTS = 2000
_PATH = lazy_pattern(r'\["(.*?)"\]|([^.\[\]]+)|\[([0-9]+)\]')


class File(Protocol):
    """What a fault asks of a data file."""

    def settle(self, loc: Iterable[Key]) -> tuple[Key, ...]:
        """The part of a path that the file writes, and a key that it lacks."""

    def value_at(self, loc: tuple[Key, ...]) -> object:
        """The value there; None where there is none."""

    def place_of(self, loc: tuple[Key, ...]) -> Place:
        """File, line, column and field."""


def faults_of(error: ValidationError, model: type[BaseModel], file: File) -> list[Fault]:
    """Give the faults of a refused report, in the order of the file."""
    details = error.errors(include_url=False)[:_MOST_FAULTS]
    meant = {
        (*file.settle(found["loc"])[:-1], key)
        for found in details
        if found["type"] == "extra_forbidden" and (key := _near(found["loc"][-1], _keys(model, found["loc"])))
    }
    faults = [
        fault
        for found in details
        # A field that is there under a misspelt key is not missing as well.
        if not (found["type"] == "missing" and file.settle(found["loc"]) in meant)
        # Pydantic counts only the entries that are valid: a list of faulty ones is not empty.
        and not (found["type"] == "too_short" and file.value_at(file.settle(found["loc"])))
        for fault in _faults(found, model, file)
    ]
    return in_order(faults)


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """The faults by line and column, each once."""
    seen: dict[tuple[str, str, tuple[tuple[str, str], ...]], Fault] = {}
    for fault in faults:
        seen.setdefault((fault.code, str(fault.place), tuple(sorted(fault.params.items()))), fault)
    return sorted(seen.values(), key=lambda fault: (fault.place.line or 0, fault.place.column or 0))


def path_of(field: str) -> tuple[Key, ...]:
    """Read a path as code writes it.

    >>> path_of("measures[2].period"), path_of('sub_indicators["9.1"]')
    (('measures', 2, 'period'), ('sub_indicators', '9.1'))
    """
    return tuple(quoted or name or int(number) for quoted, name, number in _PATH.findall(field))


def _faults(found: ErrorDetails, model: type[BaseModel], file: File) -> Iterator[Fault]:
    loc = file.settle(found["loc"])
    cause = found.get("ctx", {}).get("error")
    if isinstance(cause, ItaDocsError):
        for fault in cause.faults:
            field = file.settle((*loc, *path_of(fault.place.field))) if fault.place.field else loc
            yield fault.at(file.place_of(field))
        return
    code, params = _reason(found, loc, model, file)
    yield Fault(code, file.place_of(loc), params)


def _reason(
    found: ErrorDetails, loc: tuple[Key, ...], model: type[BaseModel], file: File
) -> tuple[str, dict[str, str]]:
    """The code and parameters for one of pydantic's own error types."""
    code = _CODES.get(found["type"], "data.invalid")
    context = found.get("ctx", {})
    value = file.value_at(loc)
    name = str(loc[-1]) if loc else ""
    if code == "data.missing":
        return code, {"found": name}
    if code == "data.unknown-key":
        return _unknown_key(name, _keys(model, found["loc"]))
    if value is None:
        return "records.no-value", {}
    if code == "data.choice":
        return _choice(excerpt(value), str(context.get("expected", "")))
    params = {"found": excerpt(value)}
    for bound in ("ge", "le", "max_length"):
        if bound in context:
            params["limit"] = str(context[bound])
    return code, params


def _unknown_key(name: str, known: list[str]) -> tuple[str, dict[str, str]]:
    meant = _near(name, known)
    if meant:
        return "data.unknown-key-near", {"found": excerpt(name), "nearest": meant}
    return "data.unknown-key", {"found": excerpt(name), "known": ", ".join(known)}


def _choice(found: str, expected: str) -> tuple[str, dict[str, str]]:
    """The choices that pydantic lists in the error's context, as values."""
    known = re.findall(r"'([^']*)'", expected) or [expected]
    meant = _near(found, known)
    params = {"found": found, "known": ", ".join(known)}
    return ("data.choice-near", {**params, "nearest": meant}) if meant else ("data.choice", params)


def _near(name: object, known: Iterable[str]) -> str:
    """The known key that was probably meant, whatever its case and hyphens; empty where none is near."""
    folded = {key.replace("_", ""): key for key in known}
    wanted = re.sub(r"[\s_-]", "", str(name)).lower()
    return folded.get(near(wanted, folded, _NEAR), "")


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that was probably meant; empty where none is near."""
    return near(name.strip().lower(), known, _NEAR)


def _keys(model: type[BaseModel], loc: tuple[Key, ...]) -> list[str]:
    """The keys that exist where an unknown one was found: the fields of the record there."""
    models = [model]
    for part in loc[:-1]:
        inner = [each.model_fields[part] for each in models if part in each.model_fields]
        # Indexes and the tags of a choice lead to no other record.
        if inner:
            models = [found for field in inner for found in _models((field.annotation, *field.metadata))]
    return [key for each in models for key in each.model_fields]


def _models(annotations: Iterable[Any]) -> Iterator[type[BaseModel]]:
    """The records that an annotation names, inside tuples, unions and `Annotated`."""
    for annotation in annotations:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel) and get_origin(annotation) is None:
            yield annotation
        elif get_origin(annotation) is Annotated or get_args(annotation):
            yield from _models(get_args(annotation))
        elif isinstance(model := getattr(annotation, "model", None), type) and issubclass(model, BaseModel):
            yield model
