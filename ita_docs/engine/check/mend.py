"""A source that Jinja can not read, mended so that the rest of it is still checked.

Every tag stands on a line of its own, so a tag is put right, or taken out, without moving another. What Word's
autocorrection changed is put back; a loop whose tag can not be read runs over an unknown list under its own name;
blocks without an end get one, ends without a block are taken out. Each of these is a finding elsewhere.
"""

from __future__ import annotations

import re

from jinja2 import Environment, TemplateSyntaxError

from ita_docs.engine.check.autocorrect import meant
from ita_docs.engine.structure import ASSIGNMENT, BLOCKS, KEYWORD
from ita_docs.engine.wordml import LITERAL, TAG

#: A name that holds what is not known; no template can write it.
UNKNOWN_NAME = "_unknown"
_LOOP_NAMES = re.compile(r"\{%-?\s*for\s+([A-Za-z_][\w\s,]*?)\s+in\b")
_LEVEL = re.compile(r"^(\{[{%])(?:tr|tc|p|r)\s")
_SET_NAME = re.compile(r"\{%-?\s*set\s+([A-Za-z_]\w*)")


def mended(source: str, environment: Environment) -> str:
    """The source with each tag readable by itself, and each block closed."""
    first, *lines = source.split("\n")
    opened: list[str] = []
    raw = False
    made: list[str] = []
    for line in lines:
        tag = TAG.match(line)
        text, rest = (tag[0], line[tag.end() :]) if tag else ("", line)
        raw = _raw(text, raw)
        if tag and not raw and _keyword(text) != "endraw":
            text = "".join(_in_block(_readable(one, environment), opened) for one in _apart(text))
        made.append(text + rest)
    return "\n".join([first, *made]) + "".join(f"{{% end{block} %}}" for block in reversed(opened))


def _keyword(text: str) -> str:
    found = KEYWORD.match(text)
    return found[1] if found else ""


def _raw(text: str, raw: bool) -> bool:
    keyword = _keyword(text)
    return (raw or keyword == "raw") and keyword != "endraw"


def _apart(text: str) -> list[str]:
    """The tags that one without an end has swallowed."""
    inner = re.search(r"\{[{%]", re.sub(LITERAL, lambda literal: " " * len(literal[0]), text[2:]))
    return [text] if inner is None else [found[0] for found in TAG.finditer(text, inner.start() + 2)]


def _readable(text: str, environment: Environment) -> str:
    """A tag that can be read by itself: as it is, put right, or in its place one of the same shape."""
    text = _LEVEL.sub(r"\1 ", text)  # docxtpl leaves one where it does not belong
    for one in (text, meant(text)):
        if _reads(one, environment):
            return one
    keyword = _keyword(meant(text))
    if keyword == "for":
        names = _LOOP_NAMES.match(meant(text))
        return f"{{% for {names[1] if names else '_'} in {UNKNOWN_NAME} %}}"
    if keyword == "set" and (name := _SET_NAME.match(text)):
        return f"{{% set {name[1]} = {UNKNOWN_NAME} %}}"
    if keyword in {"if", "elif"}:
        return f"{{% {keyword} {UNKNOWN_NAME} %}}"
    return f"{{% if {UNKNOWN_NAME} %}}" if keyword in BLOCKS else ""


def _reads(text: str, environment: Environment) -> bool:
    keyword = _keyword(text)
    if keyword == "else" or (keyword.startswith("end") and re.fullmatch(r"\{%[-+]?\s*\w+\s*\w*\s*[-+]?%\}", text)):
        return True
    probe = re.sub(r"elif\b", "if", text, count=1) if keyword == "elif" else text
    block = "if" if keyword == "elif" else keyword
    if block in BLOCKS and not ASSIGNMENT.match(text):
        probe += f"{{% end{block} %}}"
    try:
        environment.parse(probe)
    except (TemplateSyntaxError, RecursionError):
        return False
    return True


def _in_block(text: str, opened: list[str]) -> str:
    """A tag as it fits the blocks that are open."""
    keyword = _keyword(text)
    if keyword in {"else", "elif"}:
        return text if opened and opened[-1] in {"if", "for"} and (keyword, opened[-1]) != ("elif", "for") else ""
    if keyword in BLOCKS and not ASSIGNMENT.match(text):
        opened.append(keyword)
    elif keyword.startswith("end"):
        if keyword.removeprefix("end") not in opened:
            return ""
        before = ""
        while f"end{(block := opened.pop())}" != keyword:
            before += f"{{% end{block} %}}"
        return before + text
    return text
