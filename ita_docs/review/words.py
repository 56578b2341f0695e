"""Which repair makes words of the letters around it (เลือกคำแก้จากคำในพจนานุกรม).

Source: words_th.txt of PyThaiNLP and the counts of the Thai National Corpus (tnc_freq.txt), both CC0-1.0, read only
when something is suspected.
Limits: sixteen letters to both sides are read; names of persons and places are no words, and where several repairs make
words the more common ones are proposed, which need not be those that were meant.

>>> best("จัดท าแผน", 4, 6, ["า", "ำ"])
'ำ'
>>> tears("เว็บไซaiต์", 6, 8), tears("ใช้appช่วย", 3, 6)
(True, False)
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache, lru_cache
from math import log

from ita_docs.patterns import lazy_pattern

_AROUND = 16
_THAI = "\u0e01-\u0e4e"
_LEFT = lazy_pattern(rf"[{_THAI}]{{0,{_AROUND}}}\Z")
_RIGHT = lazy_pattern(rf"[{_THAI}]{{0,{_AROUND}}}")
_LONGEST = 20
#: What words cost, by how rare they are; a repair that is only possible must be worth this much.
_RAREST = 18.0
_UNLIKELY = 6.0
#: Words and abbreviations of these papers that the dictionary lacks, here as common as the commonest words.
_OWN_WORDS = "อบต อบจ ทต ทม ทน อปท ศพด อสม สตง ปปช กศน กองคลัง กองช่าง กองการศึกษา กองสวัสดิการ สำนักปลัด ปลัด นายก"
_COMMON = frozenset(_OWN_WORDS.split())

#: The Thai letters and marks that a lost one can have been.
CONSONANTS = tuple("กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ")
LETTERS = (*CONSONANTS, *"ะัาำิีึืุูเแโใไ็่้๊๋์")


def best(text: str, start: int, end: int, likely: Iterable[str], possible: Iterable[str] = ()) -> str:
    """The repair that leaves the fewest letters outside known words, then the commonest words; else the first."""
    left, right = _around(text, start, end)
    costs = [(*_cost(left, repair + right), repair) for repair in likely]
    others = ((*_cost(left, repair + right), repair) for repair in possible)
    costs += [(unknown, rare + _UNLIKELY, repair) for unknown, rare, repair in others]
    return min(costs, key=lambda cost: cost[:2])[2]


def tears(text: str, start: int, end: int) -> bool:
    """Whether the place stands inside a word: without it, the letters beside it are one."""
    left, right = _around(text, start, end)
    return _cost(left, right)[0] < _cost(left)[0] + _cost(right)[0]


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    left = _LEFT.search(text[max(0, start - _AROUND) : start])
    right = _RIGHT.match(text, end)
    return left[0] if left else "", right[0] if right else ""


def _cost(before: str, after: str = "") -> tuple[int, float]:
    """What it costs to read letters as words, at the best: the letters in no word, and how rare the words are."""
    costs = list(_read(before))
    _go_on(before + after, costs)
    return costs[-1]


@lru_cache(maxsize=256)
def _read(letters: str) -> tuple[tuple[int, float], ...]:
    costs = [(0, 0.0)]
    _go_on(letters, costs)
    return tuple(costs)


def _go_on(letters: str, costs: list[tuple[int, float]]) -> None:
    """The costs of the beginnings of a text, longer by those that are not there yet."""
    words = thai_words()
    for end in range(len(costs), len(letters) + 1):
        unknown, rare = costs[-1]
        found = (unknown + (letters[end - 1] != " "), rare)
        for at in range(max(0, end - _LONGEST), end - 1):
            if (word := letters[at:end]) in words:
                found = min(found, (costs[at][0], costs[at][1] + _rarity(word)))
        costs.append(found)


def _rarity(word: str) -> float:
    return 0.0 if word in _COMMON else _RAREST - log(_counts().get(word, 0) + 1)


@cache
def thai_words() -> frozenset[str]:
    """The words of the dictionary, and those of these papers."""
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")  # or its import creates a folder in the user's home
    from pythainlp.corpus import thai_words as words  # noqa: PLC0415  importing the library must not import PyThaiNLP

    return frozenset(words()) | _COMMON


@cache
def _counts() -> dict[str, int]:
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.corpus import get_corpus  # noqa: PLC0415

    found = {}
    for line in get_corpus("tnc_freq.txt"):
        word, _, count = line.partition("\t")
        if not word.isascii():
            found[word] = int(count or 0)
    return found
