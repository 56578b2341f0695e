"""What a measure answers, in the words of the year's register: instrument, heading, label, codes of its entries.

Names and ranges come from the edition, never from what was typed; a target that the edition does not have is a fault at
its field, and all of them are reported at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from ita_docs.assessment import Edition, Indicator, Item, SubIndicator
from ita_docs.errors import Fault, ParseError, Place
from ita_docs.records import Measure, Targets


class Named(NamedTuple):
    """One thing that a measure answers: its words, its items, and its instrument where one alone holds it."""

    label: str
    items: tuple[Item, ...]
    instrument: str = ""


class Target(NamedTuple):
    """A measure's target; `heading` stands above items that are told apart, `entries` are the codes of its steps."""

    instrument: str
    label: str
    heading: str = ""
    entries: tuple[str, ...] = ()


def resolve(measures: Mapping[int, Measure], edition: Edition) -> tuple[Target, ...]:
    """The target of each measure by its place in the report, in order.

    Raises ParseError with a fault for every target that is missing or not in the edition.
    """
    found: list[Target] = []
    faults: list[Fault] = []
    for number, measure in measures.items():
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
                entries.append(", ".join(found.label for found in named))
            except ParseError as error:
                faults += error.faults
        found.append(target._replace(entries=tuple(entries)))
    if faults:
        raise ParseError(faults)
    return tuple(found)


def origins(targets: Targets, year: Edition) -> list[str]:
    """What a measure answers as prose names it (`ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ`, `ข้อ O17 …`), all of it in the year."""
    found = [f"แบบวัด {targets.instrument}"] if targets.instrument else []
    parts: list[Indicator | SubIndicator] = [year.indicator(number) for number in targets.indicators]
    parts += [sub for text in targets.sub_indicators for sub in year.parse_sub_indicators(text)]
    found += [f"ตัวชี้วัดที่ {part.id} {part.name_th or ''}".rstrip() for part in parts]
    found += [f"ประเด็นที่ {number} {year.issue(number).name_th}" for number in targets.issues]
    for items in map(year.parse_range, targets.items):
        name = items[0].name_th if len(items) == 1 else None
        found += [f"ข้อ {year.code_range(items)} {name or ''}".rstrip()]
    return found


def _target(targets: Targets | None, edition: Edition, place: str) -> Target:
    if targets is None or not any(getattr(targets, kind) for kind in Targets.model_fields):
        raise ParseError([Fault("measure.no-target", Place(field=f"{place}.targets"))])
    named = _named(targets, edition, place)
    items = [item for found in named for item in found.items]
    parents = {_parent(item, edition) for item in items}
    told_apart = targets.items and not (targets.indicators or targets.sub_indicators or targets.issues)
    heading = _with_range(parents.pop(), edition).label if told_apart and len(parents) == 1 else ""
    instrument = targets.instrument or named[0].instrument or edition.instrument_of(items[0]).id
    return Target(instrument, "\n".join(found.label for found in named), heading)


def _named(targets: Targets, edition: Edition, place: str) -> list[Named]:
    """Each thing that the targets name, with its items; every fault of them at once."""
    read: dict[str, Callable[[Any], Iterable[Named]]] = {
        "indicators": lambda number: [_with_range(edition.indicator(number), edition)],
        "sub_indicators": lambda text: [_with_range(sub, edition) for sub in edition.parse_sub_indicators(text)],
        "issues": lambda number: [
            Named(f"ประเด็นที่ {number} {edition.issue(number).name_th}", edition.issue(number).items)
        ],
        "items": lambda text: [Named(edition.code_range(found), found) for found in [edition.parse_range(text)]],
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
        found.append(Named(f"{instrument.name_th} ({instrument.id})", items, instrument.id))
    if faults:
        raise ParseError(faults)
    return found


def _parent(item: Item, edition: Edition) -> Indicator | SubIndicator:
    """What stands above an item that is told apart: of an O item its sub-indicator, where the edition knows it."""
    return edition.sub_indicator_of(item) or edition.indicator_of(item)


def _with_range(parent: Indicator | SubIndicator, edition: Edition) -> Named:
    """`2.การใช้งบประมาณ i7-i12`, `9.1 ข้อมูลพื้นฐาน O1-O10`, and the items."""
    joint = "." if isinstance(parent, Indicator) else " "
    name = f"{parent.id}{joint}{parent.name_th}" if parent.name_th else parent.id
    label = f"{name} {edition.code_range(parent.items)}".rstrip()
    return Named(label, parent.items, edition.instrument_of(parent).id)
