"""The own name misspelt (ชื่อหน่วยงานพิมพ์ผิด), and words of place that scanning has damaged.

Source: what files in use show: `อบต. ทินตัง` for หินตั้ง, `เทศบาลตำบลเขาวงกตศรี` and `ทต.เขabayศรี` for เขาบายศรี,
`อ่าเออ` for อำเภอ.  Limits: only right after a word of the own kind, one or two letters off, or the same beginning and
end; short names one letter.  A common word after the kind (`อบต. มี …`) is no misspelling.

>>> distance("ทินตัง", "หินตั้ง")
2
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from ita_docs.patterns import lazy_pattern
from ita_docs.records import Agency
from ita_docs.review.kinds import MUNICIPAL
from ita_docs.review.mentions import AGENCIES, Mention
from ita_docs.review.places import GOES_ON, common_words, district_names, ends_here, longest, provinces

_SHORT, _LONG = 4, 6  # letters of a name that may be one and two off
_HEAD, _TAIL = 2, 3
_CONSONANTS = lazy_pattern("[^ก-ฮ]")
_RUN = lazy_pattern(r"[^\s,/().\-–:;\"“”'0-9๐-๙]+")
_PLACES = {"อำเภอ": 3, "จังหวัด": 3}
_DAMAGED = lazy_pattern(r"\s+([อจ][ก-๙]{6,40})")


def distance(one: str, other: str) -> int:
    """How many letters must be put in, left out or changed."""
    return deque(_distances(one, other), maxlen=1)[0]


def _distances(one: str, other: str) -> Iterator[int]:
    """The distance of each beginning of a text, from the empty one to the whole."""
    above = list(range(len(other) + 1))
    yield above[-1]
    for row, letter in enumerate(one, 1):
        below = [row]
        for column, wanted in enumerate(other, 1):
            changed = above[column - 1] + (letter != wanted)
            below.append(min(above[column] + 1, below[-1] + 1, changed))
        above = below
        yield above[-1]


def misspelling(text: str, prefix: Mention, agency: Agency, known: str) -> str:
    """What stands for the own name after a word of the own kind, or nothing; `known` is the name that is read there."""
    own = agency.name
    if not _of_own_kind(prefix.kind, agency.kind) or known == own or len(own) < _SHORT:
        return ""
    run = _RUN.match(text, prefix.at)
    if not run:
        return ""
    found = _near(run.group(), own) or _around(run.group(), own)
    if len(found) <= len(known) or (not known and _is_word(found, run.group(), own)):
        return ""
    return found


def _of_own_kind(kind: str, own: str) -> bool:
    return kind in AGENCIES and (kind == own or (kind == "เทศบาล" and own in MUNICIPAL))


def _near(run: str, own: str) -> str:
    """The beginning of a run of letters that is one or two letters off."""
    allowed = 2 if len(own) >= _LONG else 1
    shortest = max(2, len(own) - allowed)
    best, least = "", allowed
    for length, off in enumerate(_distances(run[: len(own) + allowed], own)):
        if length < shortest or not 0 < off <= least or GOES_ON.match(run, length):
            continue
        found = run[:length]
        if off == 1 or _same_bones(found, own) or len(_common(found, own)) >= _SHORT:
            best, least = found, off
    return best


def _same_bones(found: str, own: str) -> bool:
    """Whether the consonants differ in one place at most, so that it is heard as the same name."""
    return distance(_CONSONANTS.sub("", found), _CONSONANTS.sub("", own)) <= 1


def _around(run: str, own: str) -> str:
    """The beginning of a run that opens and closes as the own name does, with something else between."""
    end = run.find(own[-_TAIL:], _HEAD)
    found = run[: end + _TAIL]
    if end < 0 or found[:_HEAD] != own[:_HEAD] or abs(len(found) - len(own)) > _HEAD or found == own:
        return ""
    same = len(_common(found, own)) + len(_common(found[::-1], own[::-1]))
    return found if 2 * same >= len(own) or re.search("[^ก-๙]", found) else ""


def _common(one: str, other: str) -> str:
    length = 0
    while length < min(len(one), len(other)) and one[length] == other[length]:
        length += 1
    return one[:length]


def _is_word(found: str, run: str, own: str) -> bool:
    """Whether the text goes on with a common word that the own name does not begin with."""
    word = longest(common_words(), run)
    return len(word) >= len(found) - 1 and not own.startswith(word)


def misspelt_place(text: str, prefix: Mention, agency: Agency) -> str:
    """What stands for the agency's own district or province after its word, or nothing; no known name is read there."""
    own = {"อำเภอ": agency.district, "จังหวัด": agency.province}.get(prefix.kind) or ""
    run = _RUN.match(text, prefix.at)
    if not run or len(own) < _SHORT or run.group().startswith(own):
        return ""
    found = run.group()
    tail = len(_common(found[::-1], own[::-1]))
    return _near(found, own) or (found if tail >= _LONG and abs(len(found) - len(own)) <= _TAIL else "")


def damaged_place(text: str, at: int) -> tuple[str, str, str, int] | None:
    """A damaged อำเภอ or จังหวัด with a known name, at a place of a text: as found, kind, name, and where it begins."""
    run = _DAMAGED.match(text, at)
    if not run:
        return None
    letters = run[1]
    for kind, allowed in _PLACES.items():
        if letters[0] != kind[0] or letters.startswith(kind):
            continue
        for length in range(len(kind) + allowed, 2, -1):
            name = longest(district_names() if kind == "อำเภอ" else provinces(), letters[length:])
            end = length + len(name)
            if name and ends_here(letters, end) and distance(letters[:length], kind) <= allowed:
                return letters[:end], kind, name, run.start(1)
    return None
