"""The fields of an agency's own, read by the types that its set declares (ช่องข้อมูลที่ set.toml ประกาศ).

Every field that a set declares is there afterwards, None where the data does not give it, so that a template may name
it in every row.  Limits: a template given by itself, of no set, sees the values as they are typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from ita_docs.errors import DataError, Fault, ItaDocsError, Place
from ita_docs.near import near
from ita_docs.records import DateField, Flag, Measure, PeriodField, TextOrList, ThaiInt
from ita_docs.records.mappings import Frozen
from ita_docs.records.measure import read_budget
from ita_docs.records.texts import excerpt, read_text
from ita_docs.reports import Paper, Report
from ita_docs.reports.view import numbered
from ita_docs.template_sets.set_file import ExtraField, Owner
from ita_docs.thai import FiscalYear

PaperT = TypeVar("PaperT", bound=Paper)
_TYPES: dict[str, Any] = {"list": TextOrList, "number": ThaiInt, "date": DateField, "period": PeriodField, "flag": Flag}
_READERS: dict[str, Callable[[object], Any]] = {"text": read_text, "money": read_budget}


def with_extras(paper: PaperT, fields: Mapping[str, ExtraField]) -> PaperT:
    """The paper with its own fields read; `DataError` has every field that is not declared or not of its type."""
    own = paper.measures if isinstance(paper, Report) else ()
    if not fields and not paper.extra and not any(measure.extra for measure in own):
        return paper
    faults: list[Fault] = []
    measures = tuple(
        measure.model_copy(update={"extra": _read(measure.extra, fields, "measure", f"measures[{number}].", faults)})
        for number, measure in enumerate(own)
    )
    extra = _read(paper.extra, fields, "report", "", faults)
    if faults:
        raise DataError(faults)
    read: dict[str, object] = {"measures": _in_year(measures, paper.fiscal_year)} if own else {}
    return paper.model_copy(update={"extra": extra, **read})


def _in_year(measures: tuple[Measure, ...], year: FiscalYear) -> tuple[Measure, ...]:
    """Periods of the agency's own read in the report's year, as all are."""
    return tuple(
        measure.model_copy(
            update={
                "extra": measure.extra.with_values(
                    {name: value.within(year) for name, value in measure.extra.items() if hasattr(value, "within")}
                )
            }
        )
        for measure in measures
    )


def _read(
    given: Mapping[str, Any], fields: Mapping[str, ExtraField], of: Owner, place: str, faults: list[Fault]
) -> Frozen[str, Any]:
    own = {name: field for name, field in fields.items() if field.of == of}
    faults += [_unknown(name, fields, own, f"{place}extra.{name}") for name in given if name not in own]
    read: dict[str, Any] = dict.fromkeys(own)
    for name, value in given.items():
        if name not in own:
            continue
        try:
            read[name] = _value(own[name], value)
        except ItaDocsError as error:
            faults += [fault.at(Place(field=f"{place}extra.{name}")) for fault in error.faults]
        except ValidationError as error:
            faults += list(_faults(error, own[name], value, f"{place}extra.{name}"))
    return Frozen(read)


def _value(field: ExtraField, value: object) -> Any:
    read = _READERS.get(field.type)
    made = read(value) if read else _adapter(field.type).validate_python(value)
    return numbered(made) if field.type == "list" else made


@cache
def _adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(_TYPES[name])


def _faults(error: ValidationError, field: ExtraField, value: object, place: str) -> Iterator[Fault]:
    """What the types of the records say; where they only say no, the type that is wanted."""
    causes = [found.get("ctx", {}).get("error") for found in error.errors(include_url=False)]
    told = [fault for cause in causes if isinstance(cause, ItaDocsError) for fault in cause.faults]
    yield from (fault.at(Place(field=place)) for fault in told)
    if not told:
        yield Fault("template-set.extra-type", Place(field=place), {"found": excerpt(value), "type": field.type})


def _unknown(name: str, fields: Mapping[str, ExtraField], own: Mapping[str, ExtraField], place: str) -> Fault:
    at = Place(field=place)
    if name in fields:
        return Fault("template-set.extra-elsewhere", at, {"found": name, "of": fields[name].of})
    if not fields:
        return Fault("template-set.extra-none", at, {"found": name})
    return Fault(
        "template-set.extra-unknown", at, {"found": name, "known": near(name, own) or ", ".join(own or fields)}
    )
