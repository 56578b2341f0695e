"""The tree of a data file (โครงสร้างของไฟล์ข้อมูล): plain data, and beside it the line and column of every key and value.

Source: what YAML and JSON have in common: mappings with text keys, lists, texts, true, false and null.  A number is the
text of its digits, so that `9.10` stays `9.10` and no digit is lost.  Limits: two equal keys, a key that is no text and
nesting deeper than 50 are faults; all but the last are collected while the rest is read.

>>> builder = Builder("plan.yaml")
>>> builder.open({}, (1, 1)); builder.scalar("year", (1, 1)); builder.scalar("2566", (1, 7)); builder.close()
>>> builder.data, builder.root.children["year"].at
({'year': '2566'}, (1, 7))
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ita_docs.errors import Fault, Place
from ita_docs.records.texts import control_characters, excerpt, without_control_characters

Position: TypeAlias = tuple[int, int]
Key: TypeAlias = str | int
Data: TypeAlias = dict[str, Any] | list[Any]

DEEPEST = 50
_MOST_FAULTS = 200


@dataclass(slots=True)
class Node:
    """Where a value stands: line and column of itself and of its key; `children` is None for a scalar."""

    at: Position
    key_at: Position | None = None
    children: dict[Key, Node] | None = None
    is_list: bool = False

    @property
    def start(self) -> Position:
        """The key's place, or the value's where it has no key."""
        return self.key_at or self.at


class TooDeep(Exception):  # noqa: N818 - it carries a fault to the reader and never leaves this room
    """The file nests deeper than any report."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


class Unreadable(Exception):  # noqa: N818 - it carries faults to the reader and never leaves this room
    """The file can not be read to its end; `faults` are those found until there."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults)
        self.faults = faults


@dataclass(slots=True)
class _Frame:
    data: Data
    node: Node
    #: None: a key is next (in a mapping); "" stands for a key whose value is dropped.
    key: str | None = None
    key_at: Position | None = None
    detached: bool = False
    seen: dict[str, Position] = field(default_factory=dict)

    @property
    def wants_key(self) -> bool:
        return self.key is None and isinstance(self.data, dict)


class Builder:
    """Takes the values of a file in their order, and keeps `data`, its `root` node and all `faults`."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.data: Any = None
        self.root: Node | None = None
        self.faults: list[Fault] = []
        self._stack: list[_Frame] = []

    def open(self, data: Data, at: Position, *, told: bool = False) -> None:
        """Begin a mapping or a list, given empty; `told`: where a key belongs, a fault says so already."""
        if len(self._stack) >= DEEPEST:
            raise TooDeep(Fault("data.too-deep", Place(self.file, *at), {"limit": str(DEEPEST)}))
        frame = self._stack[-1] if self._stack else None
        detached = frame is not None and frame.wants_key
        if frame is not None and detached:
            if not told:
                self.add_fault("data.key-not-text", at)
            frame.key = ""
        self._stack.append(_Frame(data, Node(at, None, {}, isinstance(data, list)), detached=detached))

    def close(self) -> None:
        """End the innermost mapping or list."""
        frame = self._stack.pop()
        if not frame.detached:
            self._attach(frame.data, frame.node)

    def scalar(self, value: str | bool | None, at: Position) -> None:
        """Take a key, where one is next, or a value."""
        if self._stack and self._stack[-1].wants_key:
            self._take_key(value, at)
        else:
            self._attach(value, Node(at))

    def skip_key(self) -> None:
        """Read on without the key that is next, and its value."""
        self._stack[-1].key = ""

    @property
    def wants_key(self) -> bool:
        """Whether the next value is a key."""
        return bool(self._stack) and self._stack[-1].wants_key

    @property
    def in_mapping(self) -> bool:
        """Whether the next value is a key, or stands under one."""
        return bool(self._stack) and isinstance(self._stack[-1].data, dict)

    def add_fault(self, code: str, at: Position, **params: str) -> None:
        """Keep a fault, with the path of where the reading stands; very many end the reading."""
        self.faults.append(self.fault(code, at, **params))
        if len(self.faults) >= _MOST_FAULTS:
            raise Unreadable(self.faults)

    def fault(self, code: str, at: Position, **params: str) -> Fault:
        """Make a fault at a place of the file."""
        # A key may hold what no console prints.
        field = without_control_characters(path_text(self._path()))
        return Fault(code, Place(self.file, *at, field=field), params)

    def _take_key(self, value: str | bool | None, at: Position) -> None:
        frame = self._stack[-1]
        if value is None:
            self.add_fault("data.key-not-text", at)
            frame.key = ""
            return
        frame.key = key = _normal(str(value).lower() if isinstance(value, bool) else value)
        frame.key_at = at
        if not key:
            self.add_fault("data.key-not-text", at)
        elif key in frame.seen:
            self.add_fault("data.duplicate-key", at, found=key, line=str(frame.seen[key][0]))
            frame.key = ""
        elif control := next(control_characters(key), None):
            self.add_fault("records.control-character", at, found=control[1], text=excerpt(key))
            frame.key = ""
        else:
            frame.seen[key] = at

    def _attach(self, value: Any, node: Node) -> None:
        if not self._stack:
            self.data, self.root = value, node
            return
        frame = self._stack[-1]
        children = frame.node.children
        if children is None:
            return
        if isinstance(frame.data, list):
            children[len(frame.data)] = node
            frame.data.append(value)
            return
        if frame.key:
            node.key_at = frame.key_at
            children[frame.key] = node
            frame.data[frame.key] = value
        frame.key = frame.key_at = None

    def _path(self) -> list[Key]:
        return [len(frame.data) if isinstance(frame.data, list) else frame.key or "" for frame in self._stack]


def path_text(path: list[Key] | tuple[Key, ...]) -> str:
    """Write a path as code does; a key that holds a dot or a bracket stands in quotes.

    >>> path_text(["measures", 2, "period"]), path_text(["sub_indicators", "9.1"])
    ('measures[2].period', 'sub_indicators["9.1"]')
    """
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        elif part:
            text += f'["{part}"]' if set(part) & set('.[]"') else f".{part}"
    return text.removeprefix(".")


def path_at(root: Node, at: Position) -> tuple[Key, ...]:
    """Give the path of the last value that begins before a position, or at it."""
    path: list[Key] = []
    node = root
    while before := [(key, child) for key, child in (node.children or {}).items() if child.start <= at]:
        key, node = before[-1]
        path.append(key)
    return tuple(path)


def _normal(key: str) -> str:
    """One key in two spellings of Unicode or with spaces around it is still one key."""
    return unicodedata.normalize("NFC", key).strip()
