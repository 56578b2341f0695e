"""What a measure answers, in the words of the year's register: instrument, heading, label, and the codes of its entries.

Names and ranges come from the edition, never from what was typed; a target that the edition does not have is a fault at
its field, and all of them are reported at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from ita_docs.assessment import Edition, Indicator, Item, SubIndicator
from ita_docs.errors import Fault, ParseError, Place
from ita_docs.records import Measure, Targets

#: The keys of `targets`, in the order in which a label names them.
KINDS = ("instrument", "indicators", "sub_indicators", "issues", "items")

Named = tuple[str, tuple[Item, ...]]


@dataclass(frozen=True, slots=True)
class Target:
    """One measure's target: `heading` is the row above it where items are told apart, `entries` the codes of its steps."""

    instrument: str
    label: str
    heading: str = ""
    entries: tuple[str, ...] = ()


def resolve(measures: Iterable[Measure], edition: Edition) -> tuple[Target, ...]:
    """The target of each measure, in order.

    Raises ParseError with a fault for every target that is missing or not in the edition.
    """
    found: list[Target] = []
    faults: list[Fault] = []
    for number, measure in enumerate(measures):
        place = f"measures[{number}]"
        try:
            target = _target(measure.targets, edition, place)
        except ParseError as error:
            faults += error.faults
            target = Target("", "")
        entries: list[str] = []
        for at, step in enumerate(measure.steps):
            try:
                named = _named(step.targets, edition, f"{place}.steps[{at}]") if step.targets else []
                entries.append(", ".join(label for label, _ in named))
            except ParseError as error:
                faults += error.faults
        found.append(replace(target, entries=tuple(entries)))
    if faults:
        raise ParseError(faults)
    return tuple(found)


def _target(targets: Targets | None, edition: Edition, place: str) -> Target:
    if targets is None or not any(getattr(targets, kind) for kind in KINDS):
        raise ParseError([Fault("measure.no-target", Place(field=f"{place}.targets"))])
    named = _named(targets, edition, place)
    items = [item for _, found in named for item in found]
    parents = {_parent(item, edition) for item in items}
    told_apart = targets.items and not (targets.indicators or targets.sub_indicators or targets.issues)
    heading = _with_range(parents.pop(), edition)[0] if told_apart and len(parents) == 1 else ""
    instrument = targets.instrument or edition.instrument_of(items[0]).id
    return Target(instrument, "\n".join(label for label, _ in named), heading)


def _named(targets: Targets, edition: Edition, place: str) -> list[Named]:
    """Each thing that the targets name, with its items; every fault of them at once."""
    read: dict[str, Callable[[Any], Iterable[Named]]] = {
        "indicators": lambda number: [_with_range(edition.indicator(number), edition)],
        "sub_indicators": lambda text: [_with_range(sub, edition) for sub in _sub_indicators(text, edition)],
        "issues": lambda number: [(f"ประเด็นที่ {number} {edition.issue(number).name_th}", edition.issue(number).items)],
        "items": lambda text: [(edition.code_range(found), found) for found in [edition.parse_range(text)]],
    }
    faults: list[Fault] = []
    found: list[Named] = []
    for kind, reader in read.items():
        for stated in getattr(targets, kind):
            try:
                found += reader(stated)
            except ParseError as error:
                faults += [fault.at(Place(field=f"{place}.targets.{kind}")) for fault in error.faults]
    if targets.instrument and not found:
        instrument = edition.instrument(targets.instrument)
        items = tuple(item for indicator in edition.indicators_of(instrument) for item in indicator.items)
        found.append((f"{instrument.name_th} ({instrument.id})", items))
    if faults:
        raise ParseError(faults)
    return found


def _sub_indicators(text: str, edition: Edition) -> tuple[SubIndicator, ...]:
    """A sub-indicator, or those from the first to the last of a range, in the edition's order."""
    ends = [edition.sub_indicator(end) for end in re.split(r"\s*(?:[-–—]|ถึง)\s*", text)]
    known = edition.sub_indicators
    return known[known.index(ends[0]) : known.index(ends[-1]) + 1]


def _parent(item: Item, edition: Edition) -> Indicator | SubIndicator:
    """What stands above an item that is told apart: of an O item its sub-indicator, where the edition knows it."""
    return edition.sub_indicator_of(item) or edition.indicator_of(item)


def _with_range(parent: Indicator | SubIndicator, edition: Edition) -> Named:
    """`2.การใช้งบประมาณ i7-i12`, `9.1 ข้อมูลพื้นฐาน O1-O10`, and the items."""
    joint = "." if isinstance(parent, Indicator) else " "
    name = f"{parent.id}{joint}{parent.name_th}" if parent.name_th else parent.id
    return f"{name} {edition.code_range(parent.items)}".rstrip(), parent.items
