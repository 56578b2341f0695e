r"""Plain data as YAML that a person reads and edits (เขียน YAML): Thai as it is, quotes only where they are needed.

Source: YAML 1.2, as `yaml_reader` takes it: a number is the text of its digits.  Limits: mappings, lists, texts, `Bare`
words and flags only; invisible characters are written as escapes, so that they are seen.

>>> print("\n".join(lines_of({"title": "ข้อ: แรก", "steps": ["ก", {"text": "ข", "period": Hint("ระยะเวลา")}]})))
title: "ข้อ: แรก"
steps:
- ก
- text: ข
  # period: ระยะเวลา
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

#: What a text without quotes may not begin with, nor be.
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`~= \t")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off"))
_KEY = re.compile(r"[A-Za-z0-9๐-๙_.]+")
#: What may stand in brackets on one line.
_SHORT = re.compile(r"[A-Za-z0-9๐-๙][A-Za-z0-9๐-๙.–-]*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
_INVISIBLE = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp", "Zs")
_SMALLEST_LONG = 0x10000


class Bare(NamedTuple):
    """A number or date, written as it is."""

    text: str


class Hint(NamedTuple):
    """What a person should write under a key, which stands there as a comment."""

    text: str


def lines_of(data: Mapping[str, Any]) -> Iterator[str]:
    """The lines of a mapping: its keys in their order, hints as comments."""
    for key, value in data.items():
        if isinstance(value, Hint):
            yield f"# {key}: {value.text}" if key else f"# {value.text}"
        elif isinstance(value, Mapping) and value and all(isinstance(inner, Hint) for inner in value.values()):
            yield f"# {_key(key)}:"
            yield from (f"#   {name}: {hint.text}" for name, hint in value.items())
        else:
            yield from _entry(f"{_key(key)}:", value)


def scalar(text: str) -> str:
    """A text on one line, in quotes where YAML would take it for something else."""
    if text and text[0] not in _INDICATORS and text.lower() not in _WORDS and not _needs_quotes(text):
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _entry(lead: str, value: Any) -> Iterator[str]:
    """A key or dash with its value."""
    if isinstance(value, Mapping) and value:
        lines = lines_of(value)
        if lead == "-":
            yield f"- {next(lines)}"
        else:
            yield lead
        yield from (f"  {line}" for line in lines)
    elif isinstance(value, list) and value and not all(map(_is_short, value)):
        yield lead
        for inner in value:
            yield from _entry("-", inner)
    elif isinstance(value, str) and "\n" in value and not any(map(_is_odd, value.split("\n"))):
        yield f"{lead} |-"
        yield from (f"  {line}" if line else "" for line in value.split("\n"))
    else:
        yield f"{lead} {_short(value)}"


def _short(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Bare):
        return value.text
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_short, value))}]"
    return scalar(value)


def _is_short(value: Any) -> bool:
    return isinstance(value, Bare) or (
        isinstance(value, str) and _SHORT.fullmatch(value) is not None and value.lower() not in _WORDS
    )


def _key(key: str) -> str:
    return key if _KEY.fullmatch(key) and key.lower() not in _WORDS else scalar(key)


def _needs_quotes(text: str) -> bool:
    return ": " in text or text.endswith(":") or " #" in text or text != text.strip() or _is_hidden(text)


def _is_odd(line: str) -> bool:
    """Whether a line of several would not come back as it is."""
    return line != line.strip() or _is_hidden(line)


def _is_hidden(text: str) -> bool:
    """Whether something in it can not be seen, be it a tab."""
    return any(character != " " and unicodedata.category(character) in _INVISIBLE for character in text)


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character == " " or unicodedata.category(character) not in _INVISIBLE:
        return character
    number = ord(character)
    return f"\\U{number:08X}" if number >= _SMALLEST_LONG else f"\\u{number:04X}"
