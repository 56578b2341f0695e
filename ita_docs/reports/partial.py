"""What is in order of data in which something is wrong, so that the rest of its faults are told in the same run.

Validation stops at fields that are wrong by themselves; a kind's `faults_between` looks between the others with these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from pydantic import ValidationError

from ita_docs.assessment import Threshold
from ita_docs.errors import ParseError
from ita_docs.records import Assessment, Measure, Record, Targets
from ita_docs.records.base import read_fiscal_year
from ita_docs.thai import FiscalYear

RecordT = TypeVar("RecordT", bound=Record)
#: What is left out may uncover what is wrong between other parts, but not for ever.
_PASSES = 5


def sound_measures(entries: object, context: Mapping[str, Any]) -> Iterator[tuple[int, Measure]]:
    """The measures of a list, with their places, as far as they are in order; none whose targets can not be read."""
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, Mapping):
            found = sound(Measure, entry, context)
            if not entry.get("targets") or found.targets not in {None, Targets()}:
                yield number, found


def sound(record: type[RecordT], value: object, context: Mapping[str, Any]) -> RecordT:
    """A record of what is in order: a wrong key, or a wrong entry under one, is left out."""
    data = value if isinstance(value, Mapping) else {}
    for _ in range(_PASSES):
        try:
            return record.model_validate(data, context=context)
        except ValidationError as error:
            data = _without(data, [found["loc"] for found in error.errors(include_url=False)])
    return record()


def sound_assessment(value: object, context: Mapping[str, Any]) -> Assessment:
    """The parts of an assessment that are in order; where some are not, no rule may ask what the others give."""
    with suppress(ValidationError):
        return Assessment.model_validate(value or {}, context=context)
    return sound(Assessment, value, context).model_copy(update={"classification": Threshold()})


def results_year_in(data: Mapping[str, Any], before: int) -> FiscalYear | None:
    """The results year that a data file states, else so many years `before` its own; None where none can be read."""
    assessment = data.get("assessment")
    stated = assessment.get("year") if isinstance(assessment, Mapping) else None
    with suppress(ParseError):
        return (
            read_fiscal_year(stated) if stated else FiscalYear(read_fiscal_year(data.get("fiscal_year")).year - before)
        )
    return None


def _without(data: Mapping[str, Any], places: Sequence[tuple[int | str, ...]]) -> dict[str, Any]:
    """The data without what stands at these places: the entry of a mapping in it, else the whole key."""
    left = dict(data) if all(places) else {}
    for key, *inside in filter(None, places):
        entries = left.get(str(key))
        if inside and isinstance(entries, Mapping) and inside[0] in entries:
            left[str(key)] = {name: entry for name, entry in entries.items() if name != inside[0]}
        else:
            left.pop(str(key), None)
    return left
