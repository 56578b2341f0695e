"""Items named where they do not belong (ข้อที่ระบุซ้ำ ผิดตัวชี้วัด หรือใส่ข้อความของข้ออื่น), in targets, analysis and prose.

Source: the registers of the years that a report speaks of.  Limits: a code in prose is judged only where the text calls
it an item; a text is another item's only when it says nothing of its own (`subjects`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from ita_docs.assessment import Edition, Indicator, Issue, Item, SubIndicator
from ita_docs.errors import ParseError
from ita_docs.findings import Finding
from ita_docs.reports import Report
from ita_docs.reports.of_kind import is_kind
from ita_docs.reports.report import finding
from ita_docs.review.item_texts import item_texts
from ita_docs.review.named_parts import (
    CodeMention,
    PartMention,
    Registers,
    codes_after,
    codes_of,
    parts_of,
    registers,
)
from ita_docs.review.passages import Passage
from ita_docs.review.subjects import squeezed
from ita_docs.review.targeted import called, is_open, targeted

if TYPE_CHECKING:
    from ita_docs.reports import IntegrityMeasures

Part = Indicator | SubIndicator | Issue

#: A shorter official name can be the beginning of any sentence.
_LONG_NAME = 10
#: The columns of an analysis: what is weak, and what is to be maintained.
_WEAK, _MAINTAIN = "weaknesses", "to_maintain"


def items(report: Report, typed: Sequence[Passage]) -> Iterator[Finding]:
    """What the report says of items that its registers or its other places do not bear out."""
    years = registers(report)
    for passage in typed:
        yield from _prose(passage, years)
    yield from targeted(report, typed, years)
    if is_kind(report, "integrity-measures"):
        yield from _in_analysis(report)
    if years.results and not (is_kind(report, "assessment-analysis") or report.of_dossier):
        yield from _unscored(report, years.results)
    yield from item_texts(report, years)


def _prose(passage: Passage, known: Registers) -> Iterator[Finding]:
    if passage.field == "period":
        return
    mentions, parts = codes_of(passage.text), parts_of(passage.text)
    years = known.of(passage) if mentions or parts else ()
    if not years:
        return
    yield from _unknown(passage, mentions, years)
    for part in parts:
        yield from _part(passage, part, years)
    yield from _by_name(passage, mentions, years)
    yield from _other_name(passage, mentions, years)


def _unknown(passage: Passage, mentions: Iterable[CodeMention], years: tuple[Edition, ...]) -> Iterator[Finding]:
    """Codes that none of the years has."""
    for mention in mentions:
        letter = mention.first.letter
        if not mention.named or any(year.is_unverified(letter) for year in years):
            continue
        if not any(year.find(mention.first) and year.find(mention.last) for year in years):
            year = years[0]
            known = year.code_range(item for item in year.items if item.code.letter == letter)
            params = {"found": _typed(passage, mention), "year": str(year.year), "known": known}
            yield finding("items.unknown-code", passage.place, "warning", **params)


def _part(passage: Passage, part: PartMention, years: tuple[Edition, ...]) -> Iterator[Finding]:
    """A part with codes that are not its own."""
    found = [(year, known) for year in years if (known := _known(part, year)) is not None]
    if not found:
        return
    names = [name for _, known in found for name in _names(known)]
    listed = codes_after(passage.text, part.end, names)
    yield from _foreign(passage, listed, found)


def _by_name(passage: Passage, mentions: tuple[CodeMention, ...], years: tuple[Edition, ...]) -> Iterator[Finding]:
    """Ranges right after the name of an indicator or sub-indicator: `การเปิดเผยข้อมูล O1-O33`."""
    for mention in mentions:
        if mention.first == mention.last:
            continue
        before = passage.text[: mention.start].rstrip(" (:-–")
        found: list[tuple[Edition, Part]] = []
        for year in years:
            parts: list[Part] = [*year.indicators, *year.sub_indicators]
            ends = [(len(name), part) for part in parts for name in _names(part) if before.endswith(name)]
            if ends and not parts_of(before[-(max(ends, key=lambda end: end[0])[0] + 25) :]):
                found.append((year, max(ends, key=lambda end: end[0])[1]))
        yield from _foreign(passage, (mention,), found)


def _foreign(
    passage: Passage, listed: Sequence[CodeMention], found: Sequence[tuple[Edition, Part]]
) -> Iterator[Finding]:
    """Codes that are not of the part in any of the years in which the part has items."""
    held = [(year, part) for year, part in found if part.items and not is_open(year)]
    if not listed or not held or len(held) < len(found):
        return
    strange = [
        mention
        for mention in listed
        if not any({*mention.codes} <= {item.code for item in part.items} for _, part in held)
    ]
    if strange:
        year, part = held[0]
        codes = ", ".join(_typed(passage, mention) for mention in strange)
        params = {"found": codes, "part": called(part), "year": str(year.year), "known": year.code_range(part.items)}
        yield finding("items.other-part", passage.place, "warning", **params)


def _other_name(passage: Passage, mentions: tuple[CodeMention, ...], years: tuple[Edition, ...]) -> Iterator[Finding]:
    """A code followed by the official name of another item."""
    for mention in mentions:
        if mention.first != mention.last or not mention.named:
            continue
        after = squeezed(passage.text[mention.end : mention.end + 150])
        if any(after.startswith(squeezed(name)) for year in years for name in _item_names(year.find(mention.first))):
            continue
        year = years[0]
        own = year.find(mention.first)
        others = [(len(name), item) for item in year.items for name in _item_names(item) if _heads(after, name)]
        if own and own.name_th and others:
            other = max(others, key=lambda entry: entry[0])[1]
            params = {"found": _typed(passage, mention), "name": other.name, "actual": other.id, "own": own.name}
            yield finding("items.item-name", passage.place, "warning", year=str(year.year), **params)


def _in_analysis(report: IntegrityMeasures) -> Iterator[Finding]:
    """Items twice in one column of the analysis, in two that exclude each other, or deficient and left out."""
    year = report.edition
    for instrument in year.instruments:
        said = getattr(report.analysis, instrument.id)
        named: dict[str, set[str]] = {}
        for column in (_WEAK, _MAINTAIN):
            part = getattr(said, column)
            seen = named.setdefault(column, set())
            for number, block in enumerate(part.blocks if part else ()):
                place = f"analysis.{instrument.id}.{column}.blocks[{number}].items"
                own = [item for text in block.items for item in year.parse_range(text)]
                once = [item for at, item in enumerate(own) if item not in own[:at]]
                if twice := [item for item in once if item.id in seen or own.count(item) > 1]:
                    yield finding("items.twice", place, "warning", found=year.code_range(twice))
                if column == _MAINTAIN and (both := [item for item in own if item.id in named[_WEAK]]):
                    yield finding("items.weak-and-maintained", place, "warning", found=year.code_range(both))
                seen.update(item.id for item in own)
    yield from _not_named(report, year)


def _unscored(report: Report, year: Edition) -> Iterator[Finding]:
    """Items without a score, where most of their instrument have one; an analysis says so by itself."""
    for letter in "ieo":
        parts = [item for item in year.items if item.code.letter == letter]
        missing = [item for item in parts if _score(report, item) is None]
        if missing and 2 * len(missing) < len(parts) and not year.is_unverified(letter):
            yield finding("items.score-missing", "assessment.items", "warning", found=year.code_range(missing))


def _not_named(report: IntegrityMeasures, year: Edition) -> Iterator[Finding]:
    """Deficient disclosure items that the weaknesses leave out though they list others."""
    part = report.analysis.OIT.weaknesses
    if part is None:
        return
    texts = [part.lead, *(text for block in part.blocks for text in _block_texts(block.heading, block.points))]
    named = {item.id for block in part.blocks for text in block.items for item in year.parse_range(text)}
    named |= {code.printed(year.year) for text in texts if text for found in codes_of(text) for code in found.codes}
    zeros = [item for item in year.items if item.code.letter == "o" and _score(report, item) == 0]
    if named and (missing := [item for item in zeros if item.id not in named]):
        yield finding("items.zero-not-named", "analysis.OIT.weaknesses", "warning", found=year.code_range(missing))


def _block_texts(heading: str | None, points: str | tuple[str, ...] | None) -> Iterator[str]:
    yield from (text for text in (heading,) if text)
    yield from (points,) if isinstance(points, str) else points or ()


def _score(report: Report, item: Item) -> object:
    stated = report.assessment.items.get(item.code)
    return stated.score if stated else None


def _known(part: PartMention, year: Edition) -> Part | None:
    try:
        if part.is_issue:
            return year.issue(part.id)
        return year.sub_indicator(part.id) if "." in part.id else year.indicator(part.id)
    except ParseError:
        return None


def _heads(after: str, name: str) -> bool:
    """Whether a squeezed text begins with a name that is no other word's beginning: long enough, or foreign."""
    return (len(name) >= _LONG_NAME or name.isascii()) and after.startswith(squeezed(name))


def _names(part: Part) -> Iterator[str]:
    yield from (name for name in (part.name_th, *getattr(part, "aliases", ())) if name)


def _item_names(item: Item | None) -> Iterator[str]:
    if item is not None:
        yield from (name for name in (item.name_th, *item.aliases) if name)


def _typed(passage: Passage, mention: CodeMention) -> str:
    return re.sub(r"\s+", " ", passage.text[mention.start : mention.end])
