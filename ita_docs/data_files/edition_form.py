"""The form of an edition's file (ทะเบียนการประเมินของปี): its keys, and what they take.

Source: the files of the package's own years.  Limits: what one part says of another is checked by `edition_faults`;
the wording of the i and e questions has no place here, a report's data file gives it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, PlainValidator

from ita_docs.assessment.register import Status
from ita_docs.errors import ParseError
from ita_docs.records import FiscalYearField, Record, Text, ThaiInt
from ita_docs.records.assessment import LevelEntry
from ita_docs.records.base import excerpt
from ita_docs.records.texts import quoted, text_pair

_WEIGHT = re.compile(r"0?\.[0-9]{1,6}|[01](?:\.0{1,6})?")


def read_weight(value: object) -> Decimal:
    """Read an instrument's share of the total, from 0 to 1."""
    if not isinstance(value, str) or not _WEIGHT.fullmatch(value.strip()):
        raise ParseError.of("edition.not-a-weight", found=excerpt(value))
    return Decimal(value.strip())


def _none_is_empty(value: object) -> object:
    return () if value is None else value


_Empty = BeforeValidator(_none_is_empty)
Texts = Annotated[tuple[Text, ...], _Empty]


class _Entry(Record):
    """One entry of the file, with how sure its content is."""

    model_config = ConfigDict(title="รายการของทะเบียน")

    status: Status | None = None


class IndicatorEntry(_Entry):
    """An indicator and its items."""

    id: Text
    name_th: Text
    items: Texts
    aliases: Texts = ()


class InstrumentEntry(Record):
    """An instrument, its weight and its indicators."""

    id: Literal["IIT", "EIT", "OIT"]
    name_th: Text
    name_en: Text
    weight: Annotated[Decimal, PlainValidator(read_weight)]
    indicators: Annotated[tuple[IndicatorEntry, ...], Field(min_length=1)]


class SubIndicatorEntry(_Entry):
    """A sub-indicator; no name and no items where its year does not publish them."""

    id: Text
    indicator: Text
    name_th: Text | None = None
    items: Texts = ()


class ItemEntry(_Entry):
    """An item's official name."""

    id: Text
    name_th: Text | None = None
    sub_indicator: Text | None = None
    aliases: Texts = ()


class GroupEntry(_Entry):
    """A group of a sub-indicator."""

    sub_indicator: Text
    name_th: Text
    items: Texts


class IssueEntry(_Entry):
    """An issue that gathers items."""

    no: Annotated[ThaiInt, Field(ge=1, le=99)]
    name_th: Text
    items: Texts


class Grading(Record):
    """The table of levels."""

    levels: Annotated[tuple[LevelEntry, ...], Field(min_length=1)]


class PrinciplePart(Record):
    """The paragraph on one indicator."""

    id: Text
    text: Text


class PrincipleEntry(Record):
    """The principles of one instrument."""

    id: Literal["IIT", "EIT", "OIT"]
    lead: Text
    indicators: Annotated[tuple[PrinciplePart, ...], _Empty] = ()


def _component(value: object) -> object:
    """A plain text is a component without points; a text that YAML took for a mapping is named as such, once."""
    pair = text_pair(value) if isinstance(value, Mapping) else None
    if pair is not None:
        raise ParseError.of("records.text-with-colon", found=excerpt(pair), quoted=quoted(pair))
    return {"text": value} if isinstance(value, str) else value


class ComponentEntry(Record):
    """What an item has to show, and the points listed below it."""

    text: Text
    points: Texts = ()


def _listed(value: object) -> object:
    """A plain text in place of the list is its one entry; no value is no entry."""
    return (value,) if isinstance(value, str) else _none_is_empty(value)


Components = Annotated[tuple[Annotated[ComponentEntry, BeforeValidator(_component)], ...], BeforeValidator(_listed)]


def _no_keys(value: object) -> Any:
    return {} if value is None else value


class EditionForm(Record):
    """A whole file."""

    fiscal_year: FiscalYearField
    instruments: Annotated[tuple[InstrumentEntry, ...], Field(min_length=1)]
    sub_indicators: Annotated[tuple[SubIndicatorEntry, ...], _Empty] = ()
    items: Annotated[tuple[ItemEntry, ...], _Empty] = ()
    groups: Annotated[tuple[GroupEntry, ...], _Empty] = ()
    issues: Annotated[tuple[IssueEntry, ...], _Empty] = ()
    grading: Grading | None = None
    negatively_worded_items: Texts = ()
    principles: Annotated[tuple[PrincipleEntry, ...], _Empty] = ()
    labels: Annotated[dict[str, Text], BeforeValidator(_no_keys)] = Field(default={})
    components: Annotated[dict[str, Components], BeforeValidator(_no_keys)] = Field(default={})
    notes: Texts = ()
