"""Figures that do not agree (คะแนน จำนวน และระดับที่ไม่ตรงกัน): zeros, counts, and scores in prose.

Source: the arithmetic of the assessment, with every item of the disclosure 0 or 100.  Limits: a stated score that does
not follow from other stated ones is the report's own finding; a goal, another year's result and another agency's are
no contradiction, so a figure beside such words is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from ita_docs.assessment import Edition, Indicator, Item, Scores, SubIndicator, computed, printed_level, table_of
from ita_docs.assessment.levels import half_up, level_name
from ita_docs.findings import Finding
from ita_docs.patterns import lazy_pattern
from ita_docs.records import Assessment
from ita_docs.records.analysis import AnalysisPart
from ita_docs.records.assessment import ItemScore
from ita_docs.records.mappings import Frozen
from ita_docs.reports import Report
from ita_docs.reports.of_kind import is_kind
from ita_docs.reports.report import finding
from ita_docs.review.counts import counts
from ita_docs.review.named_parts import codes_of, registers, years_of
from ita_docs.review.passages import Passage
from ita_docs.review.targeted import target_register
from ita_docs.thai.digits import to_arabic_digits

if TYPE_CHECKING:
    from ita_docs.reports import IntegrityMeasures

_TOLERANCE = Decimal("0.01")
_FULL = Decimal(100)

_NUMBER = r"(?P<score>[0-9]{1,3}(?:\.[0-9]{1,4})?)(?![0-9]|[.,/][0-9])"
#: Words between what is scored and its score; a year and the full marks may stand there too.
_GAP = r"(?P<gap>(?:(?:พ\.ศ\. ?)?25[0-9]{2}|ปี ?[0-9]{2}(?![0-9])|[^0-9\n])"
_TOTAL = lazy_pattern(rf"(?:คะแนน(?:เฉลี่ย)?(?:โดย)?(?:ภาพ)?รวม|ภาพรวม|ผลการประเมิน|ผลคะแนน){_GAP}{{0,90}}?){_NUMBER}")
_PART = lazy_pattern(
    rf"(?:ตัวชี้วัด(?:ย่อย)?(?:ที่)? ?(?P<id>[0-9]{{1,2}}(?:\.[0-9])?)(?![0-9])|(?P<instrument>[IEO]IT)"
    rf"|ข้อ ?(?P<code>[ieoIEO] ?[0-9]{{1,2}})(?![0-9])){_GAP}{{0,70}}?){_NUMBER}"
)
#: A text that has none of these words says no score or level.
_OF_RESULTS = ("คะแนน", "ผลการประเมิน", "ภาพรวม")
_OTHER_PART = lazy_pattern(
    r"ตัวชี้วัด|แบบวัด|แบบสำรวจ|ประเด็น|[IEO]IT|(?<![A-Za-z])[ieoIEO] ?[0-9]|ข้อ(?!มูล|เสนอ|บกพร่อง|สังเกต)|เต็ม|น้ำหนัก"
)
#: What is aimed at, compared with, or was once, is not this result.
_ELSE = lazy_pattern(
    r"ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|เป้าหมาย|ตั้งเป้า|มุ่ง|ให้ได้|ให้มี|ให้อยู่|คาด|เกณฑ์|ต่ำกว่า|สูงกว่า|มากกว่า|น้อยกว่า|เกิน|ยกระดับ|เพิ่ม|ลด|ปีก่อน|ที่ผ่านมา|ที่แล้ว|เดิม|"
    r"ให้(?:หน่วยงาน|อบต|เทศบาล|ทต|เป็น)|ปีต่อไป|ปีถัดไป|ปีหน้า|พึงพอใจ|แบบสอบถาม|ทดสอบ|LPA|ขององค์กรปกครอง|ปฏิบัติราชการ|"
    r"ระดับจังหวัด|ระดับประเทศ|ทั้งประเทศ|ค่าเฉลี่ยของ|หน่วยงานอื่น|ถึง|ตั้งแต่|ขึ้นไป|ร้อยละ|ระหว่าง"
)


def figures(report: Report, typed: Sequence[Passage]) -> Iterator[Finding]:
    """Zeros that do not give the stated score, counts that do not fit a list, scores and levels said otherwise."""
    if is_kind(report, "integrity-measures"):
        yield from _zeros(report, report.edition)
    yield from counts(report, typed)
    year = target_register(report) if report.kind != "improvement-plan" else None
    year = year or registers(report).results
    speaking = [passage for passage in typed if any(word in passage.text for word in _OF_RESULTS)]
    if year is not None and speaking:
        scores, level = computed(report.assessment, year), printed_level(report.assessment, year)
        labels = {one.label for one in table_of(report.assessment, year)} if level else set[str]()
        for passage in speaking:
            text = _by_number(to_arabic_digits(passage.text), passage, year)
            yield from _said(text, passage, scores, year)
            if level is not None and labels:
                yield from _level(text, passage, level, labels, year)


def _zeros(report: IntegrityMeasures, year: Edition) -> Iterator[Finding]:
    """For each indicator of the disclosure: what the items named as weak give, the others taken as full."""
    part = report.analysis.OIT.weaknesses
    if part is None:
        return
    named = _named(part, year)
    stated = report.assessment
    scored = {item.id for item in named if (own := stated.items.get(item.code)) and own.score == _FULL}
    if scored:
        full = year.code_range(item for item in named if item.id in scored)
        yield finding("figures.named-full", "analysis.OIT.weaknesses", "warning", found=full)
        return
    for indicator in year.indicators_of("OIT"):
        parts: list[Indicator | SubIndicator] = [*year.sub_indicators_of(indicator), indicator]
        for known in parts:
            yield from _zeros_of(known, named, stated, year)


def _zeros_of(
    part: Indicator | SubIndicator, named: Sequence[Item], stated: Assessment, year: Edition
) -> Iterator[Finding]:
    """The finding where the stated score is not what the named zeros give; silent where all items are scored."""
    known = stated.sub_indicators.get(part.id) if isinstance(part, SubIndicator) else stated.indicators.get(part.number)
    own = [item for item in named if item in part.items]
    scores = {item: stated.items.get(item.code) for item in part.items}
    if known is None or not own or all(entry and entry.score is not None for entry in scores.values()):
        return
    assumed = Assessment(items=Frozen({item.code: _assumed(item, named, scores[item]) for item in part.items}))
    given = computed(assumed, year).of(part).computed
    if given is not None and abs(given - known) > _TOLERANCE and abs(half_up(given) - known) > _TOLERANCE:
        kind = "ตัวชี้วัดย่อยที่" if isinstance(part, SubIndicator) else "ตัวชี้วัดที่"
        params = {"named": year.code_range(own), "part": f"{kind} {part.id}", "computed": f"{half_up(given):.2f}"}
        yield finding("figures.zeros", "analysis.OIT.weaknesses", "warning", found=f"{known:.2f}", **params)


def _assumed(item: Item, named: Sequence[Item], entry: ItemScore | None) -> ItemScore:
    stated = entry.score if entry else None
    return ItemScore(score=stated if stated is not None else Decimal(0) if item in named else _FULL)


def _named(part: AnalysisPart, year: Edition) -> tuple[Item, ...]:
    """The disclosure items that a column names, in its blocks and in its words."""
    texts = [part.lead or ""]
    items = {item for block in part.blocks for text in block.items for item in year.parse_range(text)}
    for block in part.blocks:
        points = (block.points,) if isinstance(block.points, str) else block.points or ()
        texts += [block.heading or "", *points]
    codes = (code for text in texts for mention in codes_of(text) if mention.named for code in mention.codes)
    items |= {item for code in codes if (item := year.find(code))}
    return tuple(item for item in year.items if item in items and item.code.letter == "o")


def _said(text: str, passage: Passage, scores: Scores, year: Edition) -> Iterator[Finding]:
    """Scores as a text gives them, where it speaks of this result."""
    for match in _TOTAL.finditer(text):
        if scores.total.printed is not None and _is_score(text, match) and not _OTHER_PART.search(match["gap"]):
            before = text[max(0, match.start() - 30) : match.start()]
            if not _OTHER_PART.search(before) and _means(year, text, match.start(), match.end()):
                yield from _differs(passage, "ภาพรวม", match["score"], scores.total.printed)
    for match in _PART.finditer(text):
        known = _score_of(match, scores, year)
        gap = match["gap"].removeprefix(")")
        if known is None or not _is_score(text, match) or _ELSE.search(gap) or _OTHER_PART.search(gap):
            continue
        if _means(year, text, match.start(), match.end()):
            named = match["id"] and f"ตัวชี้วัดที่ {match['id']}"
            yield from _differs(passage, named or match["instrument"] or match["code"], match["score"], known)


def _by_number(text: str, passage: Passage, year: Edition) -> str:
    """A text in which what is called by its name alone has its number or letters too: `แบบวัดนี้`, `ตัวชี้วัดการใช้อำนาจ`."""
    if own := re.match(r"analysis\.([IEO]IT)\.", passage.place):
        text = re.sub("(?:แบบวัด|แบบสำรวจ)นี้", own[1], text)
    for instrument in year.instruments:
        if (name := instrument.name_th) in text:
            text = re.sub(rf"(?:แบบวัด|แบบสำรวจ)?{re.escape(name)}(?! ?\(?{instrument.id})", instrument.id, text)
    for indicator in year.indicators:
        for name in (indicator.name_th, *indicator.aliases):
            if name in text:
                text = re.sub(rf"ตัวชี้วัด(?:ด้าน)? ?{re.escape(name)}", f"ตัวชี้วัดที่ {indicator.id} {name}", text)
    return text


def _is_score(text: str, match: re.Match[str]) -> bool:
    """Whether a number is called a score, or has the decimals of one beside the word."""
    after = text[match.end() : match.end() + 12].lstrip()
    called = after.startswith("คะแนน") or match["gap"].rstrip().endswith(("คะแนน", "คะแนนที่", "คะแนนเท่ากับ", "คะแนนอยู่ที่"))
    return Decimal(match["score"]) <= _FULL and (called or ("." in match["score"] and "คะแนน" in match[0]))


def _means(year: Edition, text: str, start: int, end: int) -> bool:
    """Whether words around a figure leave it this result: no other year, no goal, no comparison."""
    around = text[max(0, start - 40) : end + 25]
    named = years_of(text[max(0, start - 60) : end])
    return not (named and year.year not in named) and not _ELSE.search(around)


def _differs(passage: Passage, part: str, said: str, stated: Decimal) -> Iterator[Finding]:
    """A finding unless the text gives the stated score, to as many decimals as it has."""
    found = Decimal(said)
    places = Decimal(1).scaleb(-len(said.partition(".")[2]))
    if abs(found - stated) > _TOLERANCE and abs(found - stated) > places / 2:
        params = {"part": part, "found": said, "stated": f"{stated:.2f}"}
        yield finding("figures.score-in-text", passage.place, "warning", **params)


def _score_of(match: re.Match[str], scores: object, year: Edition) -> Decimal | None:
    """The score that is stated or computed for the part that a text names; None where there is none."""
    by_id = getattr(scores, "by_id", {})
    if match["code"]:
        codes = [code for mention in codes_of(match["code"]) for code in mention.codes]
        name = codes[0].printed(year.year) if codes else ""
    else:
        name = match["id"] or match["instrument"]
    found = by_id.get(name)
    printed: Decimal | None = found.printed if found else None
    return printed


def _level(text: str, passage: Passage, stated: str, known: set[str], year: Edition) -> Iterator[Finding]:
    """A level that a text gives this result and that is not its own."""
    labels = sorted(known | {"AA", *"ABCDEF"}, key=len, reverse=True)
    pattern = re.compile(rf"ระดับ ?(?:ผลการประเมิน|คะแนน)? ?[“\"(]? ?({'|'.join(map(re.escape, labels))})(?![A-Za-z])")
    for match in pattern.finditer(text):
        before = text[max(0, match.start() - 90) : match.start()]
        if not re.search(r"คะแนน|ผลการประเมิน|ภาพรวม", before) or _OTHER_PART.search(before):
            continue
        if match[1] != level_name(stated) and _means(year, text, match.start(), match.end()):
            yield finding("figures.level-in-text", passage.place, "warning", found=match[1], stated=stated)
