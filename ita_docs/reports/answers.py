"""What measures answer (มาตรการที่รองรับข้อบกพร่อง): the items and indicators that their targets name, and what is left.

Source: the targets of measures and of their steps, read in the register of the year whose results they answer.  Limits:
an indicator is answered by a measure for it or for any of its items; an instrument counts where nothing finer is named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ita_docs.assessment import Edition, Indicator, Item, Rule, Stated, classify, classify_indicators, place_of
from ita_docs.errors import Fault, ParseError, Place
from ita_docs.findings import Finding
from ita_docs.records import Measure, Step, Targets

Named = Callable[[Edition, Any], Iterable[Indicator | Item]]


def _indicator(year: Edition, number: int) -> Iterator[Indicator | Item]:
    found = year.indicator(number)
    yield found
    yield from found.items


_NAMED: dict[str, Named] = {
    "indicators": _indicator,
    "sub_indicators": lambda year, text: [item for sub in year.parse_sub_indicators(text) for item in sub.items],
    "issues": lambda year, number: year.issue(number).items,
    "items": lambda year, text: year.parse_range(text),
}


def target_faults(measures: Mapping[int, Measure], year: Edition) -> Iterator[Fault]:
    """A fault, at its field, for each target that the year does not have; measures by their place in the report."""
    for place, targets in _targets(measures):
        for kind, read in _NAMED.items():
            for stated in getattr(targets, kind):
                try:
                    list(read(year, stated))
                except ParseError as error:
                    yield from (fault.at(Place(field=f"{place}.{kind}")) for fault in error.faults)


def answered(measures: Iterable[Measure], year: Edition) -> frozenset[str]:
    """The ids of the indicators and items that measures name, all of which the year has."""
    return frozenset(part.id for _, targets in _targets(dict(enumerate(measures))) for part in _parts(targets, year))


def unanswered(measures: Iterable[Measure], stated: Stated, year: Edition, rule: Rule) -> Iterator[Finding]:
    """A finding for each deficient item, and each deficient indicator none of whose items is, without a measure."""
    named = answered(measures, year)
    left = [item for item in classify(stated, year, rule, lenient=True).deficient if item.id not in named]
    for item in left:
        indicator = year.indicator_of(item)
        params = {"found": item.id, "part": f"ตัวชี้วัดที่ {indicator.id} {indicator.name_th}"}
        yield Finding("analysis.deficient-unanswered", place_of(stated, item), params, "warning")
    for indicator in classify_indicators(stated, year, rule, lenient=True).deficient:
        ids = {indicator.id, *(item.id for item in indicator.items)}
        if not ids & named and not ids & {item.id for item in left}:
            params = {"found": indicator.id, "name": indicator.name_th}
            yield Finding("measure.unanswered-indicator", place_of(stated, indicator), params, "warning")


def _targets(measures: Mapping[int, Measure]) -> Iterator[tuple[str, Targets]]:
    for number, measure in measures.items():
        owners: list[tuple[str, Measure | Step]] = [("", measure)]
        owners += [(f".steps[{at}]", step) for at, step in enumerate(measure.steps)]
        yield from ((f"measures[{number}]{place}.targets", owner.targets) for place, owner in owners if owner.targets)


def _parts(targets: Targets, year: Edition) -> Iterator[Indicator | Item]:
    found = [part for kind, read in _NAMED.items() for stated in getattr(targets, kind) for part in read(year, stated)]
    yield from found
    if targets.instrument and not found:
        for indicator in year.indicators_of(targets.instrument):
            yield indicator
            yield from indicator.items
