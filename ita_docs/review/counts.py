"""Counts in prose against what is listed (จำนวนในข้อความกับรายการที่ระบุจริง).

Source: layout 3, whose text says three items and lists four.  Limits: a count is judged only where a list of codes,
indicators, numbered points or entries follows it; a count of what the paper does not list is believed.

>>> [(found.number, found.unit) for found in counts_in("มีจำนวน ๓ ข้อ และสองตัวชี้วัด ในข้อ ๓ ข้อ O17")]
[(3, 'ข้อ'), (2, 'ตัวชี้วัด')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ita_docs.assessment import Edition
from ita_docs.findings import Finding
from ita_docs.patterns import lazy_pattern
from ita_docs.records.analysis import AnalysisPart, Block
from ita_docs.reports import Report
from ita_docs.reports.of_kind import is_kind
from ita_docs.reports.report import finding
from ita_docs.review.named_parts import codes_of, registers, years_of
from ita_docs.review.passages import Passage
from ita_docs.thai.digits import to_arabic_digits

_WORDS = dict(zip(("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"), range(1, 11), strict=True))
_UNITS = "ตัวชี้วัด|ข้อคำถาม|ข้อ|เรื่อง|ประเด็น|ด้าน|ประการ|รายการ|ช่องทาง|แนวทาง|ขั้นตอน|กิจกรรม|โครงการ|มาตรการ"
_COUNT = lazy_pattern(
    r"(?=[0-9หสเแ])(?<![0-9.,/-])(?<!ข้อ )(?<!ข้อ)(?<!ที่ )(?<!ที่)(?<![ieoIEO])"
    rf"(?P<number>[0-9]{{1,2}}|{'|'.join(_WORDS)}) ?(?P<unit>{_UNITS})"
    r"(?!ที่ ?[0-9]|ย่อย|มูล|เสนอ|บังคับ|ละ|แรก|สุดท้าย)"
)
_INTRODUCES = lazy_pattern(r"[^0-9.]{0,25}?(?:คือ|ดังนี้|ได้แก่|ประกอบด้วย|ดังต่อไปนี้|:)\s*")
_ENDS_OPEN = lazy_pattern(r"(?:คือ|ดังนี้|ได้แก่|ประกอบด้วย|ดังต่อไปนี้|:)\s*$")
_NUMBERED = lazy_pattern(r"(?:^|(?<=[\s(]))([0-9]{1,2})[.)](?![0-9])")
_OF_INDICATOR = lazy_pattern(r"ตัวชี้วัด(?:ที่)? ?([0-9]{1,2})(?![0-9.])[^0-9]{0,60}$")
_INDICATORS = lazy_pattern(r"ตัวชี้วัดที่ ?([0-9]{1,2}(?:(?:[ ,]|และ|ที่|ตัวชี้วัด)+[0-9]{1,2})*)(?![0-9.])")
_ZEROS = lazy_pattern(r"ไม่ได้(?:รับ)?คะแนน(?:[^0-9]{0,12}(?:จำนวน|รวม|ทั้งหมด|ทั้งสิ้น|มี))? ?$")
_ALL = lazy_pattern(r"(?:จำนวน|รวม|ทั้งหมด|ทั้งสิ้น)[^0-9]{0,4}$")
_ITEMS = ("ข้อ", "ข้อคำถาม")
#: What says that a count is of all measures of the paper; those against a risk, or to save, are others.
_ALL_MEASURES = lazy_pattern(r"(?:จำนวน|รวม|ทั้งหมด|ทั้งสิ้น|ทั้ง|ครบ)[^0-9]{0,4}$|มาตรการ(?:ภายใน(?:หน่วยงาน)?|ไว้|ขึ้น| )*$")
_OTHER_MEASURES = lazy_pattern(r"เสี่ยง|ควบคุม|ประหยัด|พลังงาน|ลงโทษ|ทางวินัย|คุ้มครอง|สาธารณสุข|ปลอดภัย")
_MEASURE_UNITS = ("มาตรการ", "เรื่อง", "ข้อ", "ด้าน")


class Count(NamedTuple):
    """A number of something in a text, as read; `start` and `end` are its place there."""

    number: int
    unit: str
    start: int
    end: int


def counts_in(text: str) -> tuple[Count, ...]:
    """The counts of a text, in order."""
    return tuple(
        Count(_WORDS.get(found["number"]) or int(found["number"]), found["unit"], found.start(), found.end())
        for found in _COUNT.finditer(to_arabic_digits(text))
    )


def counts(report: Report, typed: Sequence[Passage]) -> Iterator[Finding]:
    """Counts that what follows them does not bear out."""
    year = registers(report).results
    for passage in typed:
        found = counts_in(passage.text)
        for at, count in enumerate(found):
            until = found[at + 1].start if at + 1 < len(found) else len(passage.text)
            listed = _listed(passage.text, count, until)
            if listed and listed != count.number:
                yield finding("figures.count", passage.place, "warning", **_params(passage.text, count, listed))
            elif year is not None:
                yield from _of_the_whole(report, passage, count, year)
    yield from _leads(report)
    yield from _steps(report)
    yield from _lists(typed)


def _listed(text: str, count: Count, until: int) -> int:
    """How many codes, indicators or numbered points follow a count in its own text; 0 where none do."""
    digits = to_arabic_digits(text)
    opened = _INTRODUCES.match(digits, count.end, until)
    if opened is None:
        return 0
    rest = digits[opened.end() : until]
    if count.unit in _ITEMS and (codes := {code for found in codes_of(rest) for code in found.codes}):
        return len(codes)
    if count.unit == "ตัวชี้วัด" and (numbers := _indicators_in(rest)):
        return len(numbers)
    numbered = [int(number) for number in _NUMBERED.findall(rest)]
    return len(numbered) if len(numbered) > 1 and numbered == list(range(1, len(numbered) + 1)) else 0


def _indicators_in(text: str) -> frozenset[int]:
    """The numbers of indicators in a text, a list after one word too (`ตัวชี้วัดที่ 1 2 และ 5`)."""
    return frozenset(int(number) for found in _INDICATORS.findall(text) for number in re.findall("[0-9]+", found))


def _of_the_whole(report: Report, passage: Passage, count: Count, year: Edition) -> Iterator[Finding]:
    """Counts of what the whole paper lists: items without marks, measures."""
    before = to_arabic_digits(passage.text)[: count.start]
    if years_of(passage.text) - {year.year, report.fiscal_year.year, report.fiscal_year.year - 1}:
        return
    if count.unit in _ITEMS and _ZEROS.search(before) and not _OF_INDICATOR.search(before):
        scores = [
            entry.score
            for item in year.items
            if item.code.letter == "o" and (entry := report.assessment.items.get(item.code))
        ]
        known = sum(item.code.letter == "o" for item in year.items)
        zeros = sum(score == 0 for score in scores)
        if len(scores) == known and zeros != count.number:
            yield finding("figures.zero-count", passage.place, "warning", **_params(passage.text, count, zeros))
    yield from _measures(report, passage, count, before)


def _measures(report: Report, passage: Passage, count: Count, before: str) -> Iterator[Finding]:
    """A count of all measures, against those that the paper has; sure where the item on measures says it."""
    said = "มาตรการ" in before[-25:] if count.unit != "มาตรการ" else True
    if count.unit not in _MEASURE_UNITS or not said or not _ALL_MEASURES.search(before):
        return
    if _OTHER_MEASURES.search(passage.text) or passage.top not in {"measures", "item_progress", "analysis"}:
        return
    titles = sum(1 if isinstance(measure.title, str) else len(measure.title or ()) for measure in report.measures)
    if count.number not in {len(report.measures), titles}:
        params = _params(passage.text, count, len(report.measures))
        sure = passage.top == "item_progress" or before.endswith("ทั้ง")
        yield finding("figures.measure-count", passage.place, "warning" if sure else "advice", **params)


def _leads(report: Report) -> Iterator[Finding]:
    """Counts in the lead of a part of the analysis, against its blocks."""
    if not is_kind(report, "integrity-measures"):
        return
    year = report.edition
    for instrument in year.instruments:
        said = getattr(report.analysis, instrument.id)
        for column in type(said).model_fields:
            part = getattr(said, column)
            if part is not None and part.lead and part.blocks:
                yield from _lead(f"analysis.{instrument.id}.{column}.lead", part, part.lead, year)


def _lead(place: str, part: AnalysisPart, lead: str, year: Edition) -> Iterator[Finding]:
    found = counts_in(lead)
    digits = to_arabic_digits(lead)
    for at, count in enumerate(found):
        until = found[at + 1].start if at + 1 < len(found) else len(lead)
        if _listed(lead, count, until):
            continue
        named = _OF_INDICATOR.search(digits[: count.start])
        blocks = [block for block in part.blocks if named and str(block.indicator) == named[1]] or list(part.blocks)
        if named and blocks == list(part.blocks) and any(block.indicator for block in blocks):
            continue
        opens = _INTRODUCES.match(digits, count.end) is not None
        if not opens and (count.unit not in _ITEMS or not _ALL.search(digits[: count.start])):
            continue
        open_end = opens and at == len(found) - 1 and _ENDS_OPEN.search(lead)
        listed = _in_blocks(count, blocks, year, points=bool(open_end))
        if listed and count.number not in listed:
            yield finding("figures.count", place, "warning", **_params(lead, count, listed[0]))


def _in_blocks(count: Count, blocks: Sequence[Block], year: Edition, *, points: bool) -> list[int]:
    """What a count can mean in blocks: their items, their indicators, else their points or the blocks themselves."""
    if count.unit == "ตัวชี้วัด":
        numbers = {block.indicator for block in blocks if block.indicator}
        return [len(numbers)] if numbers else []
    texts = [text for block in blocks for text in _points(block)]
    items = {item.code for block in blocks for text in block.items for item in year.parse_range(text)}
    items |= {code for text in texts for found in codes_of(text) if found.named for code in found.codes}
    if count.unit in _ITEMS and items:
        return [len(items)]
    if not points or not texts:
        return []
    return [len(texts), len(blocks), *([len(items)] if items else [])]


def _points(block: Block) -> tuple[str, ...]:
    return (block.points,) if isinstance(block.points, str) else block.points or ()


def _steps(report: Report) -> Iterator[Finding]:
    """A count at the open end of a step, against its sub-steps."""
    for number, measure in enumerate(report.measures):
        for at, step in enumerate(measure.steps):
            if not step.sub_steps or not _ENDS_OPEN.search(step.text):
                continue
            found = counts_in(step.text)
            if found and found[-1].number != len(step.sub_steps):
                place = f"measures[{number}].steps[{at}].text"
                yield finding("figures.count", place, "warning", **_params(step.text, found[-1], len(step.sub_steps)))


def _lists(typed: Sequence[Passage]) -> Iterator[Finding]:
    """A count at the open end of a list's first entry, against the entries after it; fewer may be meant, more not."""
    lists: dict[str, list[Passage]] = {}
    for passage in typed:
        if passage.place.endswith("]") and not passage.place.endswith('"]'):
            lists.setdefault(passage.place.rpartition("[")[0], []).append(passage)
    for entries in lists.values():
        if len(entries) == 1 or not _ENDS_OPEN.search(entries[0].text):
            continue
        found = counts_in(entries[0].text)
        if found and found[-1].number > len(entries) - 1:
            yield finding(
                "figures.count", entries[0].place, "warning", **_params(entries[0].text, found[-1], len(entries) - 1)
            )


def _params(text: str, count: Count, listed: int) -> dict[str, str]:
    return {"found": text[count.start : count.end], "listed": str(listed)}
