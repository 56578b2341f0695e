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

from collections.abc import Hashable
from typing import NamedTuple

from ita_docs.records.base import is_ditto
from ita_docs.reports.view import Points

__all__ = ["DITTO_FIELDS", "Cell", "Column", "is_ditto"]

#: The fields of a measure in which a ditto stands for the value above.
DITTO_FIELDS = frozenset({"responsible", "period", "follow_up", "remark", "results", "suggestions"})


class Cell(NamedTuple):
    """The paragraphs of a cell, and the key of the place that states them."""

    points: Points
    key: Hashable = None


class Column:
    """One column of a table, read from the top."""

    def __init__(self) -> None:
        self._above = Cell(())

    def read(self, points: Points, key: Hashable = None) -> Cell:
        """The cell's own value, or for a ditto the one above with its key; an empty cell is itself."""
        cell = Cell(points, key)
        if len(points) == 1 and is_ditto(points[0].text):
            cell = self._above
        self._above = cell
        return cell
