"""Measures that repeat another's (มาตรการที่คัดลอกจากประเด็นหรือตัวชี้วัดอื่น), so that nothing answers their own target.

Source: layout 5, whose issue 5 carries the measures of issue 4 with a few words changed.  Limits: a single title or
step that two measures share is no copy, nor are measures for items of one indicator.  In more measures than a paper
has, only those that share a run of letters are compared, so that the time does not grow with their square.

>>> alike("ประชุมชี้แจงการขออนุญาตใช้ทรัพย์สินของทางราชการ", "ประชุมชี้แจงเกี่ยวกับการขออนุญาตใช้ทรัพย์สินของราชการ")
True
>>> alike("ประชุมชี้แจงการใช้ทรัพย์สิน", "ประชุมชี้แจงการใช้งบประมาณ")
False
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import chain, combinations, islice
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from ita_docs.assessment import Edition
from ita_docs.errors import ParseError
from ita_docs.findings import Finding
from ita_docs.records import Measure, TextOrList
from ita_docs.reports import Report
from ita_docs.reports.answers import answered
from ita_docs.reports.of_kind import is_kind
from ita_docs.reports.report import finding
from ita_docs.reports.targets import origins
from ita_docs.review.passages import Passage
from ita_docs.review.subjects import squeezed
from ita_docs.review.targeted import target_register
from ita_docs.thai.digits import to_arabic_digits

if TYPE_CHECKING:
    from ita_docs.reports import ImplementationReport

#: So alike are texts of which a few words were changed.
_ALIKE = 0.85
#: A text is not alike to one of which it has less.
_SHORTER = 0.7
#: A bit for each letter, the first set. Letters are told apart by the last byte of their code: two of different scripts
#: may count as one.
_ROW = b"\1" + bytes(31)
#: In place of the number of steps of measures that have no title.
_UNTITLED = -1
#: Of the entries of the longer list, so many must be alike.
_MOST = 0.6
#: A single text this long is not shared by chance.
_LONG = 40
#: No paper has more measures; beyond them only runs of so many letters lead from one to another, unless many have them.
_FEW, _RUN, _OFTEN = 60, 10, 20


def copies(report: Report, typed: Sequence[Passage]) -> Iterator[Finding]:
    """Measures that are another's under another target, or once more; guidelines copied between indicators."""
    del typed
    year = target_register(report)
    found: set[int] = set()
    texts = [_Texts.of(measure) for measure in report.measures]
    for first, second in _pairs(texts):
        if second in found or not _same(texts[first], texts[second]):
            continue
        one, other = report.measures[first], report.measures[second]
        targets = [_answered(measure, year) for measure in (one, other)]
        if all(targets) and year and not (targets[0] <= targets[1] or targets[1] <= targets[0]):
            if _indicators(targets[0], year) == _indicators(targets[1], year):
                continue
            found.add(second)
            params = {"first": str(first), "other": _called(one, year), "own": _called(other, year)}
            yield finding("copies.measure", f"measures[{second}]", "warning", **params)
        elif all(targets) or not any(targets):
            found.add(second)
            yield finding("copies.measure-twice", f"measures[{second}]", "warning", first=str(first))
    if is_kind(report, "implementation-report") or is_kind(report, "progress-report"):
        yield from _told_twice(report, found)
    if is_kind(report, "implementation-report"):
        yield from _indicator_rows(report)


def alike(one: str, other: str) -> bool:
    """Whether two texts are the same but for a few words."""
    return _alike(_Text.of(one), _Text.of(other))


class _Text(NamedTuple):
    """A text as it is compared: how long it was typed, its letters, and how often it has each."""

    length: int
    letters: str
    bits: int

    @classmethod
    def of(cls, text: str) -> _Text:
        letters = squeezed(to_arabic_digits(text))
        bits = 0
        for letter, times in Counter(letters.encode("utf-16-le")[::2]).items():
            bits |= _rows(times) << letter
        return cls(len(text), letters, bits)


class _Texts(NamedTuple):
    """The titles and the steps of a measure as they are compared."""

    titles: tuple[_Text, ...]
    steps: tuple[_Text, ...]

    @classmethod
    def of(cls, measure: Measure) -> _Texts:
        return cls(tuple(map(_Text.of, _listed(measure.title))), tuple(_Text.of(step.text) for step in measure.steps))


def _rows(times: int) -> int:
    """The first bit of so many rows: a letter has its bit in as many rows as it is there."""
    return int.from_bytes(_ROW * times, "little")


def _alike(one: _Text, other: _Text) -> bool:
    if one.letters == other.letters:
        return True
    if not _may_be_alike(one, other):
        return False
    from difflib import SequenceMatcher  # noqa: PLC0415  few papers have anything alike

    return SequenceMatcher(None, one.letters, other.letters, autojunk=False).ratio() >= _ALIKE


def _may_be_alike(one: _Text, other: _Text) -> bool:
    """Whether enough letters are in both; to look at their order takes a thousand times longer."""
    both = len(one.letters) + len(other.letters)
    return 2 * (one.bits & other.bits).bit_count() >= _ALIKE * both


def _pairs(measures: Sequence[_Texts]) -> list[tuple[int, int]]:
    """The places of the measures to compare: those with a text in common, of very many with a run of letters."""
    return sorted(_sharing_texts(measures) if len(measures) <= _FEW else _sharing_runs(measures))


def _sharing_texts(measures: Sequence[_Texts]) -> set[tuple[int, int]]:
    """Pairs with a title or a step that may be alike, as all copies have.

    Of measures with other titles, steps make copies only where both have as many.
    """
    titles = [(number, text) for number, measure in enumerate(measures) for text in measure.titles]
    steps: dict[int, list[tuple[int, _Text]]] = {}
    for number, measure in enumerate(measures):
        of = len(measure.steps) if measure.titles else _UNTITLED
        steps.setdefault(of, []).extend((number, text) for text in measure.steps)
    untitled = steps.pop(_UNTITLED, [])
    pairs = {pair for texts in (titles, *steps.values()) for pair in _meeting(texts, texts)}
    return pairs.union(_meeting(untitled, [*untitled, *chain.from_iterable(steps.values())]))


def _meeting(some: list[tuple[int, _Text]], others: list[tuple[int, _Text]]) -> Iterator[tuple[int, int]]:
    """The measures of texts that may be alike: a text meets those of about its length, of its own list the later."""
    ordered = sorted(others, key=lambda text: len(text[1].letters))
    lengths = [len(text.letters) for _, text in ordered]
    for number, text in some:
        length = len(text.letters)
        for other, twin in islice(ordered, bisect_left(lengths, _SHORTER * length), None):
            if length < _SHORTER * len(twin.letters):
                break
            if (number < other or (number > other and some is not others)) and _may_be_alike(text, twin):
                yield min(number, other), max(number, other)


def _sharing_runs(measures: Sequence[_Texts]) -> set[tuple[int, int]]:
    having: dict[bytes, list[int]] = {}
    for number, measure in enumerate(measures):
        for run in {run for text in (*measure.titles, *measure.steps) for run in _runs(text.letters)}:
            having.setdefault(run, []).append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in having.values():
        pairs.update(combinations(numbers, 2) if len(numbers) <= _OFTEN else ((numbers[0], n) for n in numbers[1:]))
    return pairs


def _runs(letters: str) -> Iterator[bytes]:
    """Runs of the letters of a text, encoded: of all that it has, the same one in eight for every text."""
    encoded = letters.encode()
    starts = [at for at, byte in enumerate(encoded) if byte & 0xC0 != 0x80]  # noqa: PLR2004  UTF-8: no letter goes on
    if len(starts) <= _RUN:
        yield encoded
    for start, end in zip(starts, starts[_RUN:], strict=False):
        if crc32(run := encoded[start:end]) % 8 == 0:
            yield run


def _same(one: _Texts, other: _Texts) -> bool:
    """Whether the titles of two measures are alike, or all that they do; of short texts, both must be."""
    titles = one.titles, other.titles
    steps = one.steps, other.steps
    by_steps = _alike_lists(*steps) if not all(titles) else _all_alike(*steps)
    if by_steps and sum(step.length for step in other.steps) >= _LONG:
        return True
    if not all(titles):
        return by_steps and len(other.steps) > 1
    return _alike_lists(*titles) and (
        len(other.titles) > 1 or other.titles[0].length >= _LONG or not all(steps) or _some(*steps)
    )


def _all_alike(one: Sequence[_Text], other: Sequence[_Text]) -> bool:
    """Whether every step of each of two lists is in the other."""
    return len(one) == len(other) > 1 and all(any(_alike(text, twin) for twin in other) for text in one)


def _alike_lists(one: Sequence[_Text], other: Sequence[_Text]) -> bool:
    """Whether most of two lists is alike; lists of one, that one."""
    if not one or not other:
        return False
    most = max(len(one), len(other))
    shared = _shared(one, other)
    return shared == most if most == 1 else shared > 1 and shared >= _MOST * most


def _some(one: Sequence[_Text], other: Sequence[_Text]) -> bool:
    """Under one title, half of the steps make a copy."""
    return 2 * _shared(one, other) >= min(len(one), len(other))


def _shared(one: Sequence[_Text], other: Sequence[_Text]) -> int:
    return sum(any(_alike(text, twin) for twin in other) for text in one)


def _answered(measure: Measure, year: Edition | None) -> frozenset[str]:
    if year is None:
        return frozenset()
    try:
        return answered([measure.model_copy(update={"steps": ()})], year)
    except ParseError:  # the report has said so
        return frozenset()


def _indicators(ids: frozenset[str], year: Edition) -> frozenset[str]:
    return frozenset(part.id for part in year.indicators if part.id in ids or ids & {item.id for item in part.items})


def _called(measure: Measure, year: Edition) -> str:
    return ", ".join(origins(measure.targets, year)) if measure.targets else ""


def _told_twice(report: Report, copied: Container[int]) -> Iterator[Finding]:
    """Results or outcomes of a measure that are another's, word for word; of few words, both may be true."""
    for field in ("results", "outcomes"):
        seen: dict[str, int] = {}
        for number, measure in enumerate(report.measures):
            said = _listed(getattr(measure, field))
            text = "|".join(squeezed(entry) for entry in said)
            if text in seen and len(text) >= _LONG and number not in copied:
                place, params = f"measures[{number}].{field}", {"field": field, "first": str(seen[text])}
                yield finding("copies.told", place, "warning" if len(said) > 1 else "advice", **params)
            seen.setdefault(text, number)


def _indicator_rows(report: ImplementationReport) -> Iterator[Finding]:
    """Guidelines or notes of an indicator that are those of one before it."""
    entries = report.indicator_progress
    for field, severity in (("guidelines", "warning"), ("notes", "advice")):
        seen: dict[str, int] = {}
        for number, entry in entries.items():
            text = "|".join(squeezed(text) for text in _listed(getattr(entry, field)))
            if len(text) < _LONG:
                continue
            if text in seen:
                name = report.evidence.indicator(number).name_th
                params = {"field": field, "found": str(number), "other": str(seen[text]), "name": name}
                place = f'indicator_progress["{entries.typed(number)}"].{field}'
                yield finding("copies.indicator", place, "warning" if severity == "warning" else "advice", **params)
            seen.setdefault(text, number)


def _listed(value: TextOrList | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())
