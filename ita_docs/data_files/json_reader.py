"""JSON, read with the place of every value; numbers keep their digits.

Source: RFC 8259.  Limits: of syntax errors the first ends the reading, except superfluous commas, which are collected.

>>> read_json('{"score": 9.10}', "plan.json").data
{'score': '9.10'}
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator

from ita_docs.data_files.tree import Builder, Position, TooDeep, Unreadable
from ita_docs.errors import Fault
from ita_docs.patterns import lazy_pattern

_TOKEN = lazy_pattern(
    r"""[ \t\n\r]*(?:
    (?P<string>"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*")
    |(?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![\w.])
    |(?P<word>true|false|null)(?!\w)
    |(?P<mark>[{}\[\]:,])
    |(?P<end>\Z)
    )""",
    re.VERBOSE,
)
_WORDS = {"true": True, "false": False, "null": None}
_EXCERPT = 30


class JsonSyntaxError(Exception):
    """The text is no JSON; `fault` says where."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault)
        self.fault = fault


def read_json(text: str, file: str) -> Builder:
    """Give the builder that holds a JSON text's data; a syntax error raises `Unreadable`."""
    builder = Builder(file)
    try:
        _Reader(text, builder).read()
    except (JsonSyntaxError, TooDeep) as error:
        raise Unreadable([*builder.faults, error.fault]) from None
    return builder


class _Reader:
    """Reads token by token, with the open brackets on a list, so that no depth exhausts the interpreter."""

    def __init__(self, text: str, builder: Builder) -> None:
        self.text = text
        self.builder = builder
        self.lines = [0, *(found.end() for found in re.finditer("\r\n|\r|\n", text))]
        #: For each open bracket, what closes it.
        self.open: list[str] = []

    def read(self) -> None:
        """A value, then nothing more."""
        # `expected` is what may come: a value, a key, the colon after a key, or what follows a value.
        expected = "value"
        comma: int | None = None
        for kind, token, index in self._tokens():
            closes = token in ("}", "]") and kind == "mark"
            if closes and self.open and self.open[-1] == token and (comma is not None or expected in ("next", "first")):
                if comma is not None:
                    self.builder.add_fault("json.trailing-comma", self._at(comma))
                self.open.pop()
                self.builder.close()
                expected, comma = "next", None
                continue
            comma = index if token == "," and kind == "mark" and expected == "next" else None
            expected = self._step(expected, kind, token, index)

    def _step(self, expected: str, kind: str, token: str, index: int) -> str:
        """Take one token that closes nothing, and say what is expected after it."""
        if kind == "end":
            if expected == "next" and not self.open:
                return "nothing"
            raise self._wrong("json.unfinished", index)
        if expected == "next":
            if token == "," and kind == "mark" and self.open:
                return "key" if self.open[-1] == "}" else "value"
        elif expected == "colon":
            if token == ":":
                return "value"
        elif expected == "key" or (expected == "first" and self.open[-1] == "}"):
            if kind == "string":
                self.builder.scalar(self._string(token, index), self._at(index))
                return "colon"
        elif kind != "mark" or token in ("{", "["):
            return self._value(kind, token, index)
        raise self._wrong("json.syntax", index)

    def _value(self, kind: str, token: str, index: int) -> str:
        at = self._at(index)
        if kind == "mark":
            self.builder.open({} if token == "{" else [], at)
            self.open.append("}" if token == "{" else "]")
            return "first"
        value = _WORDS[token] if kind == "word" else self._string(token, index) if kind == "string" else token
        self.builder.scalar(value, at)
        return "next"

    def _tokens(self) -> Iterator[tuple[str, str, int]]:
        index = 0
        while True:
            found = _TOKEN.match(self.text, index)
            if found is None or found.lastgroup is None:
                start = re.compile(r"[ \t\n\r]*").match(self.text, index)
                raise self._wrong("json.syntax", start.end() if start else index)
            kind = found.lastgroup
            yield kind, found[kind], found.start(kind)
            if kind == "end":
                return
            index = found.end()

    def _string(self, token: str, index: int) -> str:
        try:
            text: str = json.loads(token)
        except json.JSONDecodeError:
            raise self._wrong("json.syntax", index) from None
        return text

    def _at(self, index: int) -> Position:
        line = bisect_right(self.lines, index)
        return line, index - self.lines[line - 1] + 1

    def _wrong(self, code: str, index: int) -> JsonSyntaxError:
        found = self.text[index : index + _EXCERPT].partition("\n")[0].strip()
        return JsonSyntaxError(self.builder.fault(code, self._at(index), found=found))
