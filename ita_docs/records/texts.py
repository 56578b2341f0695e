"""Texts as a record takes them: trimmed, never empty, free of control characters; or a list of such texts.

Source: the layouts: most cells of a table are a plain text or a list.
Limits: line breaks and tabs inside a text stay; a number that a data file writes without quotes arrives here as the
text of its digits, a number from Python is refused.

>>> read_text("  สำนักปลัด ")
'สำนักปลัด'
>>> is_ditto("“"), is_ditto("“ตัวอย่าง”")
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Annotated, Any

from pydantic import Discriminator, PlainValidator, Tag, WithJsonSchema
from pydantic.types import Strict

from ita_docs.errors import ParseError

#: What a document can not hold: control characters but tab and line breaks, surrogates, non-characters.
CONTROL_CHARACTERS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_CONTROL = re.compile(f"[{CONTROL_CHARACTERS}]")
#: Invisible characters that Python's `strip` leaves: a text of nothing else is empty.
_BLANK = "\u200b\u2060\ufeff"
_DITTO = frozenset(("“", "”", '"', "''"))
_LONGEST_EXCERPT = 60

TEXT_SCHEMA: dict[str, Any] = {
    "type": ["string", "number"],
    "pattern": r"^(?![\s\S]*[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f])[\s\S]*[^\s\u200b\u2060\ufeff]",
}


def excerpt(value: object) -> str:
    """Show a value as a data file would write it, on one line, cut after 60 characters."""
    shown = without_control_characters(_flow(value, depth=2))
    return shown if len(shown) <= _LONGEST_EXCERPT else f"{shown[: _LONGEST_EXCERPT - 1]}…"


def read_text(value: object) -> str:
    """Give a text trimmed; anything else, an empty text or a control character raises `ParseError`."""
    if not isinstance(value, str):
        raise _not_a_text(value)
    for _, name in control_characters(value):
        raise ParseError.of("records.control-character", found=name, text=excerpt(value))
    text = trim(value.replace("\r\n", "\n").replace("\r", "\n"))
    if not text:
        raise ParseError.of("records.empty-text")
    return text


def trim(text: str) -> str:
    """Take white space and invisible characters off both ends."""
    while text != (text := text.strip().strip(_BLANK)):
        pass
    return text


def control_characters(text: str) -> Iterator[tuple[int, str]]:
    """Give the index and the name (`U+000C`) of each control character."""
    return ((found.start(), f"U+{ord(found[0]):04X}") for found in _CONTROL.finditer(text))


def without_control_characters(text: str) -> str:
    """Give the text with a space in place of each control character."""
    return _CONTROL.sub(" ", text)


def is_ditto(value: object) -> bool:
    """Tell whether a cell holds only a ditto mark: the value above is meant."""
    return isinstance(value, str) and trim(value) in _DITTO


def text_pair(value: Mapping[Any, Any]) -> str | None:
    """Give the text that YAML took for a mapping of one key (`๑. ข้อ: แรก`); None for a mapping that is one."""
    if len(value) != 1:
        return None
    key, inner = next(iter(value.items()))
    if not isinstance(inner, str) or re.fullmatch(r"[a-z_]+", str(key)):
        return None
    return f"{key}: {inner}"


def quoted(text: str) -> str:
    """Write a text in the quotes of YAML: double ones, single where it holds a double quote or a backslash."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _not_a_text(value: object) -> ParseError:
    if value is None:
        return ParseError.of("records.no-value")
    if isinstance(value, Mapping):
        pair = text_pair(value)
        if pair is not None:
            return ParseError.of("records.text-with-colon", found=excerpt(pair), quoted=quoted(pair))
        if value and all(inner is None for inner in value.values()):
            braces = f"{{{', '.join(map(str, value))}}}"
            return ParseError.of("records.text-in-braces", found=excerpt(braces), quoted=quoted(braces))
        return ParseError.of("records.text-is-mapping", found=excerpt(value))
    if isinstance(value, list | tuple):
        return ParseError.of("records.text-is-list", found=excerpt(value))
    return ParseError.of("records.text-unquoted", found=excerpt(value))


def _flow(value: object, depth: int) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Mapping):
        pairs = (f"{key}: {_flow(item, depth - 1)}" for key, item in islice(value.items(), 5))
        return f"{{{', '.join(pairs) if depth else '…'}}}"
    if isinstance(value, list | tuple):
        items = (_flow(item, depth - 1) for item in value[:5])
        return f"[{', '.join(items) if depth else '…'}]"
    return " ".join(str(value)[: _LONGEST_EXCERPT * 2].split())


def _shape(value: object) -> str:
    return "<list>" if isinstance(value, list | tuple) else "<text>"


Text = Annotated[str, PlainValidator(read_text), WithJsonSchema(TEXT_SCHEMA)]
#: A plain text, printed without a number, or a list of texts.
TextOrList = Annotated[
    Annotated[Text, Tag("<text>")] | Annotated[tuple[Text, ...], Tag("<list>")],
    Discriminator(_shape),
]
#: `true` or `false`, not `yes`, `1` or `"true"`.
Flag = Annotated[bool, Strict()]
