"""A step's rows by what states their cells: the measure, the step, or a sub-step of its own (ผู้รับผิดชอบแต่ละขั้นตอน).

What a step does not state is its measure's, what a sub-step does not state its step's.  A sub-step that states
something of its own parts the row of its step, since a cell can not name two owners for one paragraph.  Where all steps
share one cell, it says what the measure states, then what some of them state otherwise under their numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from itertools import groupby
from typing import NamedTuple

from ita_docs.records import Measure, Step, SubStep, is_ditto
from ita_docs.reports.dittos import Cell
from ita_docs.reports.report import Owned
from ita_docs.reports.view import Point, Points, period_text, plain, sub_points
from ita_docs.thai import Period


class OwnedRow(NamedTuple):
    """What one row says before dittos are read: its paragraphs, and its owners from the measure inward.

    `key` names the place of the innermost owner; its beginnings name those of the owners around it.
    """

    points: Points
    owners: tuple[Owned, ...]
    key: tuple[Hashable, ...]

    def stated(self, *names: str, words: Callable[[Period], str | None] = period_text) -> Cell:
        """The first of the fields that is stated, by the innermost owner that states it, with a key for that place."""
        for name in names:
            for depth in range(len(self.owners) - 1, -1, -1):
                value = getattr(self.owners[depth], name)
                if value is not None:
                    text = words(value) if isinstance(value, Period) else value
                    return Cell(plain(text), (name, *self.key[: depth + 1]))
        return Cell((), ("none", *self.key))


def rows_of_step(
    measure: Measure, step: Step, number: str, key: tuple[Hashable, ...], columns: tuple[str, ...]
) -> Iterator[OwnedRow]:
    """A step's row, parted where its sub-steps state one of the columns themselves; `number` as in `2.`, or none."""
    lead: Points = (Point(step.text, number),)
    stated = [tuple(getattr(sub, name) for name in columns) for sub in step.sub_steps]
    if not any(value is not None for values in stated for value in values):
        yield OwnedRow((*lead, *sub_points(step, number)), (measure, step), key)
        return
    for _, group in groupby(range(len(stated)), key=stated.__getitem__):
        places = list(group)
        owner: SubStep = step.sub_steps[places[0]]
        points = (*lead, *sub_points(step, number, places[0] + 1, places[-1] + 1))
        yield OwnedRow(points, (measure, step, owner), (*key, places[0]))
        lead = ()


def stated_once(measure: Measure, name: str, style: str = "months") -> Points:
    r"""For a cell that a measure's steps share: what it states, then what they state otherwise, and which of them do.

    Numbers are those of `step_points`. What all steps agree on, below a measure that states nothing, is the cell's own;
    a ditto is what stands above it, and alone it is left to the column.

    >>> steps = [{"text": "ก"}, {"text": "ข", "responsible": "กองช่าง"}, {"text": "ค", "responsible": "กองช่าง"}]
    >>> measure = Measure.model_validate({"responsible": "กองคลัง", "steps": steps})
    >>> [point.text for point in stated_once(measure, "responsible")]
    ['กองคลัง', 'ขั้นตอนที่ 2 - 3:\nกองช่าง']
    """
    own = _words(measure, name, style)
    said: dict[tuple[str, ...], list[str]] = {}
    for number, words in _otherwise(measure, name, style, own):
        said.setdefault(words, []).append(number)
    if not own and [len(numbers) for numbers in said.values()] == [len(measure.steps)]:
        own, said = next(iter(said)), {}
    found = [*own]
    for words, numbers in said.items():
        # A step without a number can not be named.
        new = ["\n".join((f"ขั้นตอนที่ {_listed(numbers)}:", *words))] if all(numbers) else words
        found += [text for text in new if text not in found]
    return tuple(map(Point, found))


def _words(owner: Owned, name: str, style: str) -> tuple[str, ...]:
    value = getattr(owner, name)
    return tuple(point.text for point in plain(period_text(value, style) if isinstance(value, Period) else value))


def _otherwise(measure: Measure, name: str, style: str, own: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The number of each step and sub-step that states other than what it would have anyway, and what it states."""
    above, count = own, 0
    for step in measure.steps:
        count += step.numbered
        number = f"{count}" if step.numbered else ""
        owners: list[tuple[str, Owned]] = [(number, step)]
        owners += [(f"{number}.{place}" if number else "", sub) for place, sub in enumerate(step.sub_steps, 1)]
        around = own
        for label, owner in owners:
            words = _words(owner, name, style)
            if above and len(words) == 1 and is_ditto(words[0]):
                words = above
            above = words or around
            if words and words != around:
                yield label, words
            if owner is step:
                around = above


def _listed(numbers: list[str]) -> str:
    """`1, 3 - 5`: numbers that follow one another from the first to the last.

    >>> _listed(["1", "3", "4", "5", "5.1"])
    '1, 3 - 5, 5.1'
    """
    runs: list[list[str]] = []
    for number in numbers:
        if runs and number.isdigit() and runs[-1][-1].isdigit() and int(number) == int(runs[-1][-1]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(run[0] if len(run) == 1 else f"{run[0]} - {run[-1]}" for run in runs)
