"""The codes of items that a report's data names: in scores, in targets, in analysis.

An edition whose list of items is not confirmed takes those beyond its end from here, since such a list must not refuse
a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ita_docs.assessment import Code, parse_code_range
from ita_docs.records import Assessment, Record, Targets
from ita_docs.records.analysis import Block

#: More items than an instrument has had in any year; a range beyond it is a slip of the keyboard, not a list.
MOST_ITEMS = 60


def codes_in(*data: object) -> Iterator[Code]:
    """Every code that records, and what they hold, name; a range as all of its codes."""
    for value in data:
        if isinstance(value, Assessment):
            yield from value.items
        elif isinstance(value, Targets | Block):
            yield from (code for text in value.items for code in _codes(text))
        elif isinstance(value, Record):
            yield from codes_in(*(getattr(value, name) for name in type(value).model_fields))
        elif isinstance(value, tuple):
            yield from codes_in(*value)
        elif isinstance(value, Mapping):
            yield from (key for key in value if isinstance(key, Code))
            yield from codes_in(*value.values())


def _codes(text: str) -> Iterator[Code]:
    first, last = parse_code_range(text)
    if last.number <= MOST_ITEMS:
        yield from (Code(first.letter, number) for number in range(first.number, last.number + 1))
