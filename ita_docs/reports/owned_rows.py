"""A step's rows by what states their cells: the measure, the step, or a sub-step of its own (ผู้รับผิดชอบแต่ละขั้นตอน).

What a step does not state is its measure's, what a sub-step does not state its step's.  A sub-step that states
something of its own parts the row of its step, since a cell can not name two owners for one paragraph.  Where all steps
share one cell, it says what each of them states, once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from itertools import groupby

from ita_docs.records import Measure, Step, SubStep, is_ditto
from ita_docs.reports.dittos import Cell
from ita_docs.reports.report import Owned
from ita_docs.reports.view import Point, Points, period_text, plain, sub_points
from ita_docs.thai import Period


@dataclass(frozen=True, slots=True)
class OwnedRow:
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
    """For a cell that a measure's steps share: what it states, then what they state otherwise, each once.

    A ditto below something stated says nothing new; alone, it is left to the column.
    """
    owners: list[Owned] = [measure]
    for step in measure.steps:
        owners += [step, *step.sub_steps]
    found: list[Point] = []
    for owner in owners:
        value = getattr(owner, name)
        points = plain(period_text(value, style) if isinstance(value, Period) else value)
        found += [point for point in points if point not in found and not (found and is_ditto(point.text))]
    return tuple(found)
