"""Targets in another year's register (เป้าหมายเดียวกันของอีกปี): what bears the same name there, and what does not.

Source: `assessment.succession`, which compares official names and aliases, never numbers.  Limits: an instrument is the
same in every year; what the old register does not have has no successor.

>>> from ita_docs.assessment import edition
>>> found = successors(Targets(items=("O27", "O32")), Succession(edition(2565), edition(2566)))
>>> found.targets.items, found.lost
(('O25',), (Lost(kind='items', found='O32'),))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from ita_docs.assessment import Indicator, Issue, Item, SubIndicator
from ita_docs.assessment.succession import Succession
from ita_docs.errors import ParseError
from ita_docs.records.measure import Targets


class Lost(NamedTuple):
    """A target without a successor: the key that it stands under, and what it is in the old register."""

    kind: str
    found: str


class Successors(NamedTuple):
    """Targets of the new register, None where nothing is left of them, and what was lost."""

    targets: Targets | None
    lost: tuple[Lost, ...] = ()


Part = Item | Indicator | SubIndicator | Issue


def successors(targets: Targets | None, years: Succession) -> Successors:
    """The same targets in the codes of the new register."""
    if targets is None or years.same:
        return Successors(targets)
    kept: dict[str, Any] = {"instrument": targets.instrument} if targets.instrument else {}
    lost: list[Lost] = []
    for kind, read in _READERS.items():
        for stated in getattr(targets, kind):
            try:
                old = tuple(read(years, stated))
            except ParseError:  # the old register has no such thing
                lost.append(Lost(kind, str(stated)))
                continue
            pairs = [(part, _NEXT[kind](years, part)) for part in old]
            kept[kind] = (*kept.get(kind, ()), *_written(kind, [new for _, new in pairs if new], years))
            if gone := [part for part, new in pairs if new is None]:
                lost.append(Lost(kind, _named(kind, gone, years)))
    kept = {kind: value for kind, value in kept.items() if value}
    return Successors(Targets.model_validate(kept) if kept else None, tuple(lost))


_READERS: dict[str, Callable[[Succession, Any], Iterable[Part]]] = {
    "indicators": lambda years, number: [years.old.indicator(number)],
    "sub_indicators": lambda years, text: years.old.parse_sub_indicators(text),
    "items": lambda years, text: years.old.parse_range(text),
    "issues": lambda years, number: [years.old.issue(number)],
}
_NEXT: dict[str, Callable[[Succession, Any], Part | None]] = {
    "indicators": lambda years, part: years.indicator(part.id),
    "sub_indicators": lambda years, part: years.sub_indicator(part.id),
    "items": lambda years, part: years.item(part),
    "issues": lambda years, part: years.issue(part.id),
}


def _written(kind: str, parts: list[Any], years: Succession) -> Iterator[str | int]:
    """The parts as a data file writes them; neighbouring items as a range."""
    if kind == "items":
        yield from (text for text in years.new.code_range(parts).split(", ") if text)
    else:
        yield from (part.id for part in parts)


def _named(kind: str, parts: list[Any], years: Succession) -> str:
    return years.old.code_range(parts) if kind == "items" else ", ".join(part.id for part in parts)
