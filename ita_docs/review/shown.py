r"""A damaged place of a text as a finding shows it: a few letters around it, and the same letters repaired.

Limits: what is shown is cut at spaces or after eight letters, so that `text.replace(found, repair)` mends that place.

>>> shown("งบประมาณปี 25๖๒ ของหน่วยงาน", 11, 15, "๒๕๖๒")
('25๖๒', '๒๕๖๒')
>>> without_addresses("ดูที่ www.a.go.th/๑2 ข้อ ๑").count("\0")
14
"""

from __future__ import annotations

import re

from ita_docs.patterns import lazy_pattern

_AROUND = 8
#: A text with more damage than this of one sort is told of so often, and no more.
MOST = 30
_LEADING = frozenset("เแโใไ")
_MARKS = lazy_pattern("[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]")
#: What every address has, so that most texts need not be searched for one.
_OF_ADDRESSES = lazy_pattern(r"@|://|www\.|[a-z0-9-]\.[a-z]", re.IGNORECASE)
_ADDRESS = lazy_pattern(
    r"""(?:https?://|ftp://|www\.)[^\s<>"“”]+
    |(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+
    |(?<![A-Za-z0-9])@[A-Za-z0-9._-]+
    |(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]+\.)+(?:com|net|org|th|info|me|gov|edu|mil|ly|gl|app|dev|io|pdf|docx?|xlsx?|jpe?g|png|zip)
        (?![A-Za-z])(?:/[^\s<>"“”]*)?""",
    re.VERBOSE | re.IGNORECASE,
)


def shown(text: str, start: int, end: int, repair: str, within: tuple[int, int] | None = None) -> tuple[str, str]:
    """The place with the letters of its word around it, as found and as repaired; spaces end a word.

    within: where the damage before ends and the next begins, which are not shown with this one.
    """
    low, high = within or (0, len(text))
    first, last, text = start, end, text[:high]
    while first > low and start - first < _AROUND and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and last - end < _AROUND and not text[last].isspace():
        last += 1
    while first > low and _MARKS.match(text[first]) and not text[first - 1].isspace():
        first -= 1
    while last < len(text) and _MARKS.match(text[last]):
        last += 1
    while last > end and text[last - 1] in _LEADING:
        last -= 1
    return text[first:last], text[first:start] + repair + text[end:last]


def without_addresses(text: str) -> str:
    """The text of the same length in which nothing of a URL, an e-mail address or a file's name can be read."""
    if _OF_ADDRESSES.search(text) is None:
        return text
    return _ADDRESS.sub(lambda match: "\0" * len(match[0]), text)
