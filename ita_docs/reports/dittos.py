"""Dittos in a column: a cell that holds only `“`, `”`, `"` or `''` means the value above it.

A column is read from the top. Each reading gives the cell's paragraphs and a key that says where the value was stated:
cells of one key are one value, to be merged or written out as the layout wants.

>>> from ita_docs.reports.view import Point
>>> column = Column()
>>> column.read((Point("กองคลัง"),), "a").points[0].text
'กองคลัง'
>>> again = column.read((Point("“"),), "b")
>>> again.points[0].text, again.key
('กองคลัง', 'a')
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import NamedTuple

from ita_docs.records import Measure, Step, SubStep, is_ditto
from ita_docs.reports.view import Points
from ita_docs.thai import Period

#: The fields of a measure in which a ditto stands for the value above.
DITTO_FIELDS = frozenset(
    {
        *("title", "weakness", "steps", "responsible", "period", "follow_up", "remark"),
        *("results", "outcomes", "suggestions"),
    }
)


class Cell(NamedTuple):
    """The paragraphs of a cell, and the key of the place that states them."""

    points: Points
    key: Hashable = None


class Column:
    """One column of a table, read from the top."""

    def __init__(self) -> None:
        self._above = Cell(())

    def read(self, points: Points, key: Hashable = None) -> Cell:
        """The cell's own value, or for a ditto the one above with its key; an empty cell is itself.

        Cells of one key are one object, however many rows they cover.
        """
        ditto = len(points) == 1 and is_ditto(points[0].text)
        if not ditto and (key is None or key != self._above.key):
            self._above = Cell(points, key)
        return self._above


def ditto_in(measure: Measure, name: str) -> str | None:
    """The mark, where a field of a measure holds nothing else, be it alone in a list."""
    value = getattr(measure, name)
    if isinstance(value, tuple) and len(value) == 1:
        (value,) = value
    if isinstance(value, Period) or (isinstance(value, Step) and value.model_fields_set <= {"text", "numbered"}):
        value = value.text
    return value if is_ditto(value) else None


def written_out(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """Titles, weaknesses and steps that are only a ditto, as the words above; the other fields are a column's."""
    found: list[Measure] = []
    for measure in measures:
        changed: dict[str, object] = {}
        for name in ("title", "weakness"):
            if found and ditto_in(measure, name):
                changed[name] = getattr(found[-1], name)
        if found and ditto_in(measure, "steps"):
            changed["steps"] = tuple(_words(step) for step in found[-1].steps)
        found.append(measure.model_copy(update=changed) if changed else measure)
    return tuple(found)


def _words(step: Step) -> Step:
    """A step without what it states of owner, time and target, which belongs to its own measure."""
    parts = tuple(SubStep(text=part.text) for part in step.sub_steps)
    return Step(text=step.text, numbered=step.numbered, sub_steps=parts)
