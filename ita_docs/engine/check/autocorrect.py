"""What Word's autocorrection and copying leave inside tags: dashes, quotation marks, capitals, invisible characters.

Source: Word's options "replace straight quotes with smart quotes", "hyphens with dash", "capitalize first letter of
sentences"; zero-width spaces are what Thai text brings along. Curly quotation marks are read as straight ones, as
docxtpl does; the others are not.

>>> restored("{% If a – b == „x” %}")
'{% if a - b == "x" %}'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ita_docs.engine.structure import BLOCKS
from ita_docs.engine.wordml import LITERAL
from ita_docs.near import near

#: The words that can begin a `{% … %}` tag.
KEYWORDS = (
    BLOCKS
    | {f"end{block}" for block in BLOCKS}
    | {"else", "elif", "raw", "endraw", "merge", "cellbg", "colspan", "vm", "hm"}
)
#: Those that are known, and refused by name.
_REFUSED = frozenset({"include", "import", "from", "extends", "autoescape", "endautoescape"})
LEVELS = ("tr", "tc", "p", "r")
_WORDS = {"and", "or", "not", "in", "is", "if", "else", "recursive", "across", "scoped"}
_DASHES = dict.fromkeys(map(ord, "–—‒―−‐‑"), "-")
_QUOTES = {**dict.fromkeys(map(ord, "„‟«»″＂❝❞“”"), '"'), **dict.fromkeys(map(ord, "‹›′´`＇❛❜‘’"), "'")}
_ODD_QUOTES = frozenset("„‟«»″＂❝❞‹›′´`＇❛❜")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), None)
_DIGITS = {ord("๐") + n: str(n) for n in range(10)}
_ELLIPSIS = {ord("…"): "..."}
_STRAIGHT = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")
_LITERAL_HERE = "\ufdd0"  # no character, and no space
_LITERALS = re.compile(LITERAL, re.DOTALL)
_FIRST = re.compile(r"(\{%[-+–—]?\s*)(?:(tr|tc|p|r)(\s+))?([^\W\d]\w*)", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w.|])[A-Za-z]+(?!\w)")
_MERGE = re.compile(r"\{%[-+]?\s*merge\s*[-+]?%\}")


class Slip(NamedTuple):
    """One slip in a tag: the code of its finding, what was found, what to write."""

    code: str
    found: str
    repair: str


def slips(tag: str) -> Iterator[Slip]:
    """What is wrong in the writing of one tag."""
    inside = _LITERALS.sub(lambda literal: _LITERAL_HERE * len(literal[0]), tag)
    found = {character for character in inside if ord(character) in _DASHES}
    if found:
        yield Slip("check.dash", "".join(sorted(found)), restored(tag))
    if odd := _ODD_QUOTES & set(_STRAIGHT.sub("", tag)):
        yield Slip("check.quotes", "".join(sorted(odd)), restored(tag))
    elif any(character in "“”‘’" for character in _STRAIGHT.sub("", tag)):
        yield Slip("check.curly-quotes", tag, restored(tag))
    if any(ord(character) in _INVISIBLE for character in inside):
        yield Slip("check.invisible", tag.translate(_INVISIBLE), restored(tag))
    if any(ord(character) in _DIGITS for character in inside) or "…" in inside:
        yield Slip("check.digits", tag, restored(tag))
    yield from _word_slips(tag, inside)


def restored(tag: str) -> str:
    """A tag as it was typed, before it was corrected."""
    pieces, at = [], 0
    for literal in _STRAIGHT.finditer(tag):
        pieces += [_outside(tag[at : literal.start()]), literal[0]]
        at = literal.end()
    pieces.append(_outside(tag[at:]))
    whole = "".join(pieces)
    first = _FIRST.match(whole)
    if first and first[4].lower() in KEYWORDS:
        level = (first[2] or "").lower()
        begin = "{%" + (f"{level} " if level else first[1].removeprefix("{%"))
        return begin + first[4].lower() + whole[first.end() :]
    return whole


def meant(tag: str) -> str:
    """The same with its first word spelt as the nearest that can stand there."""
    whole = restored(tag)
    first = _FIRST.match(whole)
    if first and first[4] not in KEYWORDS and (meant := _near(first[4])):
        return whole[: first.start(4)] + meant + whole[first.end() :]
    return whole


def _near(word: str) -> str:
    return near(word.lower(), sorted(KEYWORDS), 0.66) if word not in _REFUSED else ""


def _outside(text: str) -> str:
    """The same outside of straight literals."""
    table = {**_DASHES, **_QUOTES, **_INVISIBLE, **_DIGITS, **_ELLIPSIS}
    plain = text.translate(table) if not text.isascii() else text
    return _WORD.sub(lambda word: word[0].lower() if word[0].lower() in _WORDS else word[0], plain)


def _word_slips(tag: str, inside: str) -> Iterator[Slip]:
    if _MERGE.match(tag):
        yield Slip("check.merge-key", tag, "")
        return
    first = _FIRST.match(inside)
    end = 0
    if first:
        end = first.end()
        yield from _first_word(first, tag)
    elif re.match(r"\{\{[-+]?\s*(?:for|if|elif|else|set|end\w+)\b", inside):
        yield Slip("check.wrong-braces", tag, "{%" + tag[2:-2] + "%}")
    for word in _WORD.finditer(inside, end):
        if word[0].lower() in _WORDS and word[0] != word[0].lower():
            yield Slip("check.capital", word[0], word[0].lower())
            return


def _first_word(first: re.Match[str], tag: str) -> Iterator[Slip]:
    word, level = first[4], first[2]
    if level and (first[1] != "{%" or level != level.lower()):  # `{% tr for`: docxtpl wants `{%tr for`
        yield Slip("check.level", tag, "{%" + level.lower() + tag[first.end(2) :])
    if word in KEYWORDS or word in _REFUSED:
        return
    if word.lower() in KEYWORDS:
        yield Slip("check.capital", word, word.lower())
        return
    if near := _near(word):
        yield Slip("check.unknown-tag-near", word, near)
    else:
        yield Slip("check.unknown-tag", word, "{{ " + tag[2:-2].strip() + " }}")
