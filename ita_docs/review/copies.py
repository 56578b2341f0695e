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

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING
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
    for first, second in _pairs(report.measures):
        one, other = report.measures[first], report.measures[second]
        if second in found or not _same(one, other):
            continue
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
    (a, letters), (b, others) = _prepared(one), _prepared(other)
    if a == b:
        return True
    # What no order of the letters could reach needs no comparison in their order, which takes a hundred times longer.
    both = len(a) + len(b)
    if 2 * min(len(a), len(b)) / both < _ALIKE or 2 * (letters & others).total() / both < _ALIKE:
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= _ALIKE


@lru_cache(maxsize=4096)
def _prepared(text: str) -> tuple[str, Counter[str]]:
    """A text as it is compared, and how often it has each letter."""
    letters = squeezed(to_arabic_digits(text))
    return letters, Counter(letters)


def _pairs(measures: Sequence[Measure]) -> Iterable[tuple[int, int]]:
    """The places of the measures to compare: each with each, of very many those with a run of letters in common."""
    if len(measures) <= _FEW:
        return combinations(range(len(measures)), 2)
    having: dict[str, list[int]] = {}
    for number, measure in enumerate(measures):
        for run in {run for text in (*_listed(measure.title), *_steps(measure)) for run in _runs(text)}:
            having.setdefault(run, []).append(number)
    pairs: set[tuple[int, int]] = set()
    for numbers in having.values():
        pairs.update(combinations(numbers, 2) if len(numbers) <= _OFTEN else ((numbers[0], n) for n in numbers[1:]))
    return sorted(pairs)


def _runs(text: str) -> Iterator[str]:
    """Runs of letters of a text: of all that it has, the same one in eight for every text."""
    letters = squeezed(to_arabic_digits(text))
    if len(letters) <= _RUN:
        yield letters
    for at in range(len(letters) - _RUN):
        if crc32((run := letters[at : at + _RUN]).encode()) % 8 == 0:
            yield run


def _same(one: Measure, other: Measure) -> bool:
    """Whether the titles of two measures are alike, or all that they do; of short texts, both must be."""
    titles = _listed(one.title), _listed(other.title)
    steps = _steps(one), _steps(other)
    by_steps = _alike_lists(*steps) if not all(titles) else _all_alike(*steps)
    if by_steps and len("".join(steps[1])) >= _LONG:
        return True
    if not all(titles):
        return by_steps and len(steps[1]) > 1
    enough = len(titles[1]) > 1 or len(titles[1][0]) >= _LONG or not all(steps) or _some(*steps)
    return enough and _alike_lists(*titles)


def _all_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether every step of each of two lists is in the other."""
    return len(one) == len(other) > 1 and _shared(one, other) == len(one)


def _alike_lists(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether most of two lists is alike; lists of one, that one."""
    if not one or not other:
        return False
    most = max(len(one), len(other))
    shared = _shared(one, other)
    return shared == most if most == 1 else shared > 1 and shared >= _MOST * most


def _some(one: Sequence[str], other: Sequence[str]) -> bool:
    """Under one title, half of the steps make a copy."""
    return 2 * _shared(one, other) >= min(len(one), len(other))


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(any(alike(text, twin) for twin in other) for text in one)


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


def _steps(measure: Measure) -> tuple[str, ...]:
    return tuple(step.text for step in measure.steps)


def _listed(value: TextOrList | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())
