"""Numbers that skip, repeat, begin anew or stand twice (ลำดับเลขข้อ): of measures, entries of a list, points of a text.

Source: the mistakes of the layouts' authors: three indicators that are all `๑.`, a step ๓ twice and no ๔, indicators
that count from 1 in each instrument, `๑. ๑.` where a typed number follows one that the document writes.
Limits: `markers.py` says what counts as a typed number.  A list that begins with another number than 1 may go on with
one above it, and a number 1 inside a line may begin another list: neither is more than advice.

>>> [(slip.kind, slip.found, slip.expected) for slip in slips("๑. ประชุม ๒. อบรม ๒. ติดตาม ๔. รายงาน ๖. สรุป")]
[('repeats', '๒.', '๓.'), ('skips', '๖.', '๕.')]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from ita_docs.findings import Finding, Severity
from ita_docs.patterns import lazy_pattern
from ita_docs.reports import Report
from ita_docs.reports.of_kind import is_kind
from ita_docs.reports.report import finding
from ita_docs.review.indicator_names import indicator_names
from ita_docs.review.markers import LETTER_STYLES, Marker, leading, markers
from ita_docs.review.passages import Passage
from ita_docs.review.shown import MOST
from ita_docs.thai.digits import to_thai_digits

#: A number inside a line that is further off than this belongs to no list.
_FURTHEST = 3
#: Lists whose entries the document gives a number or a dash.
_NUMBERED = frozenset({"title", "steps", "sub_steps", "points", "results", "outcomes", "suggestions", "guidelines"})
_DASHED = frozenset({"notes"})
#: Fields that stand once in each of several records and are read one below the other.
_READ_DOWN = lazy_pattern(r"\[[^\]]*\]\.(?:title|heading|text)$")
_INDEX = lazy_pattern(r"\[\d+\]")
_DASH = lazy_pattern(r"[-–•*]\s*(?=[\u0e01-\u0e44A-Za-z])")
_TWICE = lazy_pattern(r"\s*(?:[-–•]\s*(?=[\u0e01-\u0e44])|[0-9๐-๙]{1,2}[.)](?![0-9๐-๙]))")
_DOUBLE = ("..", "))", ".)", ").")
_TITLE = lazy_pattern(r"measures\[\d+\]\.title")
_SUB_STEP = lazy_pattern(r"steps\[(?P<step>\d+)\]\.sub_steps\[(?P<sub>\d+)\]\.text$")
_CODE = lazy_pattern(r"[IiEeOo] ?[0-9๐-๙]{1,2}(?:[-–][IiEeOo]?[0-9๐-๙]{1,2})?[ .:]")
#: Words after which a list begins.
_OPENS = lazy_pattern(
    r"(?:ดังนี้|ดังต่อไปนี้|ต่อไปนี้|ได้แก่|ได้ดังนี้|คือ|ประกอบด้วย|เช่น|ว่า|โดย|อาทิ|:|เพื่อ|เร่งด่วน|ข้อเสนอแนะ|ปัญหา|อุปสรรค|แนวทางแก้ไข|ผลลัพธ์|ผลการดำเนินงาน|ข้อดี|ข้อเสีย|วัตถุประสงค์|เป้าหมาย)\s*$"
)


class Slip(NamedTuple):
    """A number out of order, and the one that was to be expected; `sure` where nothing else can be meant."""

    kind: Literal["skips", "repeats", "restarts"]
    found: str
    expected: str
    sure: bool


def numbering(report: Report, typed: Sequence[Passage]) -> Iterator[Finding]:
    """What is out of order in the numbers of measures, lists and texts."""
    yield from _measures(report)
    marked = [(passage, tuple(markers(passage.text))) for passage in typed]
    yield from _generated(report, marked)
    for members in _lists(typed):
        yield from _of_list(members)
    for passage, found in marked:
        for slip in islice(_slips(passage.text, found), MOST):
            yield _told(passage.place, slip)
    yield from indicator_names(report, typed)


def _told(place: str, slip: Slip) -> Finding:
    severity: Severity = "warning" if slip.sure else "advice"
    if slip.kind == "repeats":
        return finding("numbering.repeats", place, severity, found=slip.found, repair=slip.expected)
    if slip.kind == "skips":
        return finding("numbering.skips", place, severity, found=slip.found, repair=slip.expected)
    return finding("numbering.restarts", place, severity, found=slip.found, repair=slip.expected)


def _measures(report: Report) -> Iterator[Finding]:
    """The numbers that measures are printed with, where any is stated."""
    stated = [measure.number for measure in report.measures]
    if "number" not in report.printed or not any(stated):
        return
    before = 0
    missed = False
    for place, measure in enumerate(report.measures):
        number = measure.number or place + 1
        where = f"measures[{place}].number" if measure.number else f"measures[{place}]"
        expected = str(before + 1)
        if number <= before:
            yield finding("numbering.measure-repeats", where, "warning", found=str(number), repair=expected)
        elif number > before + 1 + missed:
            severity: Severity = "warning" if place else "advice"
            yield finding("numbering.measure-skips", where, severity, found=str(number), repair=expected)
        missed = number == before
        before = max(before, number)


def _generated(report: Report, marked: Sequence[tuple[Passage, Sequence[Marker]]]) -> Iterator[Finding]:
    """Typed numbers, dashes and codes where the document writes its own; a number that stands twice in the text."""
    plain, coded = _own_heads(report)
    for passage, numbers in marked:
        place, text = passage.place, passage.text
        if place in coded:
            mark = _CODE.match(text)
            found = mark[0].rstrip(" .:") if mark else ""
        elif not place.startswith(plain) and _is_generated(report, place):
            found = _typed_mark(place, text)
        else:
            found = ""
        if found:
            yield finding("numbering.twice", place, "warning", found=found, text=_head(text))
        yield from islice(_doubles(place, text, numbers), MOST)


def _doubles(place: str, text: str, numbers: Sequence[Marker]) -> Iterator[Finding]:
    """Numbers that stand twice within one text: `๑. ๑.`, `๑..`."""
    for marker in numbers:
        if marker.style in LETTER_STYLES:
            continue
        after = None if marker.doubtful else _TWICE.match(text, marker.end)
        if after is not None or (marker.heads_line and marker.text.endswith(_DOUBLE)):
            found = text[marker.start : after.end() if after else marker.end].strip()
            severity: Severity = "warning" if after and after[0].strip()[-1] in ".)" else "advice"
            yield finding("numbering.twice", place, severity, found=found, text=_head(text[marker.start :]))


def _typed_mark(place: str, text: str) -> str:
    """The number or dash that a text begins with; `๑.๑` only below the first step."""
    marker = leading(text)
    if marker is not None and marker.style in (".", ")", "()"):
        return marker.text
    if marker is not None and (below := _SUB_STEP.search(place)) is not None:
        step, sub = int(below["step"]) + 1, int(below["sub"]) + 1
        return marker.text if marker.numbers == (step, sub) else ""
    dash = _DASH.match(text)
    return dash[0].strip() if dash else ""


def _own_heads(report: Report) -> tuple[tuple[str, ...], frozenset[str]]:
    """Where the document writes nothing before a text, as beginnings of places; and the texts that a code heads."""
    plan = is_kind(report, "improvement-plan")
    plain: list[str] = []
    coded: list[str] = []
    for at, measure in enumerate(report.measures):
        if plan:
            plain.append(f"measures[{at}].title")
        for number, step in enumerate(measure.steps):
            place = f"measures[{at}].steps[{number}]"
            if plan and step.targets is not None and step.targets.items:
                coded.append(f"{place}.text")
                plain.append(f"{place}.sub_steps")
            elif not step.numbered:
                plain.append(f"{place}.text")
    return tuple(plain), frozenset(coded)


def _is_generated(report: Report, place: str) -> bool:
    """Whether the document puts a number or a dash before the text of a place."""
    if _TITLE.fullmatch(place):
        return "number" in report.printed
    listed = place.removesuffix(".text")
    name = _INDEX.sub("", listed).rpartition(".")[2]
    if name in _DASHED:
        return place.startswith(("item_progress", "indicator_progress"))
    return name in _NUMBERED and listed.endswith("]")


def _lists(typed: Sequence[Passage]) -> Iterator[list[Passage]]:
    """The entries of each list, and the fields that are read one below the other, in their order."""
    found: dict[str, list[Passage]] = {}
    for passage in typed:
        place = passage.place
        if place.endswith("]") or _READ_DOWN.search(place):
            head, _, tail = place.rpartition("[")
            found.setdefault(f"{head}[]{tail.partition(']')[2]}", []).append(passage)
    yield from (members for members in found.values() if len(members) > 1)


def _of_list(members: Sequence[Passage]) -> Iterator[Finding]:
    """Entries that begin with typed numbers: as the lines of one text."""
    order = _Order()
    heading = False
    for passage in members:
        marker = leading(passage.text)
        if marker is None:
            heading = True
            continue
        slip = order.read(marker, fresh=heading)
        heading = False
        if slip is not None:
            yield _told(passage.place, slip)


def slips(text: str) -> Iterator[Slip]:
    """The numbers of one text that are out of order."""
    return _slips(text, markers(text))


def _slips(text: str, numbers: Iterable[Marker]) -> Iterator[Slip]:
    order = _Order()
    end = 0
    for marker in numbers:
        between = text[end : marker.start]
        # Behind the first line of the point before, another line is a heading.
        fresh = _OPENS.search(between) is not None or (marker.heads_line and between.strip("\n").count("\n") > 0)
        again = end and not between.strip()  # `๑. ๑.`: one number twice, not two points
        slip = None if again else order.read(marker, fresh=fresh)
        end = marker.end
        if slip is not None:
            yield slip


class _Open(NamedTuple):
    """A list that goes on: its style and the numbers above its own, its last number, whether that was a repeat."""

    style: str
    above: tuple[int, ...]
    last: int
    repeated: bool = False


class _Order:
    """The lists that are open, the outer ones first: what the next number of each has to be."""

    def __init__(self) -> None:
        self.open: list[_Open] = []
        self.closed: set[tuple[int, ...]] = set()

    def read(self, marker: Marker, *, fresh: bool) -> Slip | None:
        """Take the next number; `fresh`: a heading stands before it."""
        above = marker.numbers[:-1]
        at = next(
            (at for at, known in enumerate(self.open) if (known.style, known.above) == (marker.style, above)), None
        )
        if at is None:
            slip = self._below_another(marker)
            if slip or self._begins(marker):
                self.open.append(_Open(marker.style, above, marker.last))
            return slip
        before = self.open[at]
        if _is_no_point(marker, before.last):
            return None
        number = marker.last
        self.closed.update(known.above for known in self.open[at + 1 :])
        self.open[at:] = [_Open(marker.style, above, number, repeated=number == before.last)]
        if number == before.last + 1 or (before.repeated and number == before.last + 2):
            return None
        return _slip(marker, before.last, fresh=fresh)

    def _below_another(self, marker: Marker) -> Slip | None:
        """`๑.๑` a second time, now below `๒.`."""
        outer = next((known.last for known in reversed(self.open) if known.style in (".", ")")), 0)
        above = marker.numbers[:-1]
        if marker.style != "1.1" or marker.doubtful or len(above) != 1 or marker.last != 1:
            return None
        if above not in self.closed or above[0] >= outer:
            return None
        wanted = str(outer) if marker.text[0].isascii() else to_thai_digits(str(outer))
        return Slip("repeats", marker.text, re.sub(r"^[0-9๐-๙]+", wanted, marker.text), sure=True)

    def _begins(self, marker: Marker) -> bool:
        """Whether a list begins: with 1, or at the head of a text, where it may go on with another."""
        if marker.style == "1.1":
            outer = [known.last for known in self.open if known.style in (".", ")")]
            return marker.last == 1 and (marker.heads_line or marker.numbers[0] in outer)
        if marker.style in LETTER_STYLES:
            return marker.last == 1
        return marker.last == 1 or (marker.heads_line and marker.start == 0)


def _is_no_point(marker: Marker, before: int) -> bool:
    """Whether a number inside a line is too far from the last, or may belong to the word before it."""
    if marker.doubtful:
        return marker.last != before + 1
    return not marker.heads_line and marker.last != 1 and not before - 1 <= marker.last <= before + _FURTHEST


def _slip(marker: Marker, before: int, *, fresh: bool) -> Slip | None:
    """What is wrong with a number that does not follow the one before; behind a heading 1 is right."""
    expected = marker.with_number(before + 1)
    if marker.last == 1 and fresh:
        return None
    if marker.last == before:
        sure = not fresh and (marker.heads_line or marker.last > 1)
        return Slip("repeats", marker.text, expected, sure)
    if marker.last == 1:
        return Slip("restarts", marker.text, expected, marker.heads_line)
    return Slip("skips", marker.text, expected, sure=True)


def _head(text: str) -> str:
    """The first letters of a text, to find it by."""
    return text if len(text) <= 40 else f"{text[:39]}…"  # noqa: PLR2004  enough to know it by
