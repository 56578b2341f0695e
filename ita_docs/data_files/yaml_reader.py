r"""YAML, read with the place of every value; what is a trap in it is refused with the line to write instead.

Source: YAML 1.2; of its core schema only null, true and false are more than text.  Limits: anchors, aliases, tags,
merge keys and several documents are refused; a syntax error in one line whose mending is known is mended in memory, so
that the rest of the file is checked in the same run.

>>> builder, faults = read_yaml("budget: -\nscore: 9.10\n", "plan.yaml")
>>> builder.data, [fault.params["quoted"] for fault in faults]
({'budget': '-', 'score': '9.10'}, ['budget: "-"'])
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from ita_docs.data_files.tree import Builder, Position, TooDeep, Unreadable
from ita_docs.data_files.yaml_fast import fast_events
from ita_docs.data_files.yaml_traps import LONGEST, mended, without_tabs
from ita_docs.errors import Fault, Place
from ita_docs.records.texts import excerpt, quoted

_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_MOST_MENDED = 50
#: Each mending reads the file again; in a longer file only the first syntax error is reported.
_LONGEST_MENDED = 300_000


def read_yaml(text: str, file: str) -> tuple[Builder, list[Fault]]:
    """Give the builder that holds a YAML text's data, and the faults of syntax that could be mended.

    The builder's faults are those of the mended text; a syntax error that can not be mended raises `Unreadable`.
    """
    lines = text.split("\n")
    if (read := read_fast(text, lines, file)) is not None:
        return read, []
    faults: list[Fault] = []
    while True:
        builder = Builder(file)
        try:
            _build(YAML(typ="safe", pure=True).parse("\n".join(lines)), lines, builder)
        except (YAMLError, ValueError, OverflowError) as error:  # an escape beyond Unicode is a ValueError
            fault, number, better = _syntax_fault(lines, _spots(error, lines), file)
            faults.append(fault)
            if better is None or len(faults) >= _MOST_MENDED or len(text) > _LONGEST_MENDED:
                raise Unreadable([*faults, *builder.faults]) from None
            lines[number] = better
        except TooDeep as error:
            raise Unreadable([*faults, *builder.faults, error.fault]) from None
        except Unreadable as error:
            raise Unreadable([*faults, *error.faults]) from None
        else:
            return builder, faults


def read_fast(text: str, lines: list[str], file: str) -> Builder | None:
    """A text in which nothing is wrong or unusual, read fast; None where the careful reader has to look."""
    events = fast_events(text)
    if events is None:
        return None
    builder = Builder(file)
    try:
        _build(events, lines, builder, sure=True)
    except (YAMLError, ValueError, OverflowError, TooDeep, Unreadable):
        return None
    return None if builder.faults or not isinstance(builder.data, dict) else builder


def _build(events: Iterable[Any], lines: list[str], builder: Builder, *, sure: bool = False) -> None:
    """Hand all events to the builder; `sure`: stop at what two readers may place differently."""
    documents = 0
    for event in events:
        at = (event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, DocumentStartEvent):
            documents += 1
            if documents > 1:
                builder.add_fault("yaml.several-documents", at)
                return
        else:
            if sure and not builder.in_mapping and isinstance(event, ScalarEvent) and not (event.value or event.style):
                raise Unreadable([])  # nothing, with no key that says where
            _take(event, at, lines, builder)


def _take(event: Any, at: Position, lines: list[str], builder: Builder) -> None:
    """Hand one event to the builder; anchors, aliases and tags leave a fault, and the rest is read on."""
    if isinstance(event, AliasEvent):
        builder.add_fault("yaml.alias", at, **_shown(lines, at))
        builder.scalar(f"*{event.anchor}", at)
        return
    if getattr(event, "anchor", None):
        builder.add_fault("yaml.anchor", at, **_shown(lines, at))
    if getattr(event, "tag", None):
        builder.add_fault("yaml.tag", at, **_shown(lines, at))
    if isinstance(event, MappingStartEvent):
        text = _in_braces(lines[at[0] - 1], at[1] - 1) if builder.wants_key else ""
        if text:
            builder.add_fault("records.text-in-braces", at, found=excerpt(text), quoted=quoted(text))
        builder.open({}, at, told=bool(text))
    elif isinstance(event, SequenceStartEvent):
        builder.open([], at)
    elif isinstance(event, MappingEndEvent | SequenceEndEvent):
        builder.close()
    elif isinstance(event, ScalarEvent):
        plain = not event.style and not event.tag
        if plain and event.value == "<<" and builder.wants_key:
            builder.add_fault("yaml.merge-key", at)
            builder.skip_key()
        else:
            builder.scalar(_plain(event.value) if plain else event.value, at)


def _in_braces(line: str, index: int) -> str:
    """The text `{{ x }}` whose second brace stands there: YAML reads it as a mapping that is a key."""
    found = re.compile(r"\{\{.*\}\}").match(line[:LONGEST], index - 1) if index else None
    return found[0] if found else ""


def _plain(text: str) -> str | bool | None:
    """The value of a text without quotes: nothing but null, true and false is more than text."""
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    return False if text in _FALSE else text


def _shown(lines: list[str], at: Position) -> dict[str, str]:
    """The sign and the word after it, as written, and the line in quotes."""
    line = lines[at[0] - 1].rstrip("\r")
    sign = re.split(r"[\s,\]}]", line[at[1] - 1 :][:LONGEST], maxsplit=1)[0]
    return {"found": excerpt(sign), "quoted": (mended(line) or excerpt(line)).strip()}


def _spots(error: Exception, lines: list[str]) -> list[int]:
    """The lines that may be to blame, most likely first: the error's, the one before, and where its context began."""
    marks = [error.problem_mark, error.context_mark] if isinstance(error, MarkedYAMLError) else []
    numbers = [min(mark.line, len(lines) - 1) for mark in marks if mark is not None] or [len(lines) - 1]
    before = next((n for n in range(numbers[0] - 1, -1, -1) if lines[n].strip()), numbers[0])
    return list(dict.fromkeys((numbers[0], before, *numbers[1:])))


def _syntax_fault(lines: list[str], spots: list[int], file: str) -> tuple[Fault, int, str | None]:
    """The fault of the first line that can be mended, the line, and what to write there; else one without a mending."""
    for number in spots:
        line = lines[number]
        above = next((other for other in reversed(lines[:number]) if other.strip()), "")
        for code, better in (("yaml.tab", without_tabs(line, above)), ("yaml.quote", mended(line))):
            if better is not None:
                params = {"found": excerpt(line), "quoted": better.strip()}
                return Fault(code, Place(file, number + 1), params), number, better
    number = spots[0]
    return Fault("yaml.syntax", Place(file, number + 1), {"found": excerpt(lines[number])}), number, None
