"""One item's text under another (ข้อความของข้อหนึ่งไปอยู่ใต้อีกข้อ): copied notes, and notes on another item's subject.

Source: layout 4, whose O24 reports procurement under human resources and whose O18 repeats O15.  Limits: only items of
the disclosure are judged, since their names say what they are about.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ita_docs.assessment import Edition, Item
from ita_docs.findings import Finding
from ita_docs.records import TextOrList
from ita_docs.reports import ImplementationReport, ImprovementPlan, Report
from ita_docs.reports.report import finding
from ita_docs.review.named_parts import Registers
from ita_docs.review.subjects import elsewhere, speaks_of, squeezed, subject_in

#: What is shorter may well be said of two items.
_LONG = 20


class ItemText(NamedTuple):
    """What is said of one item, and where."""

    item: Item
    place: str
    text: str


def item_texts(report: Report, years: Registers) -> Iterator[Finding]:
    """Texts on items that speak of another, repeat another's, or are another's official name."""
    own = tuple(name for name in (report.agency.full_name, report.agency.short_name) if name)
    if isinstance(report, ImplementationReport) and years.evidence:
        said = tuple(_of_progress(report, years.evidence))
        copied = {found.place: finding for found in said if (finding := _copy(found, said, years.evidence, own))}
        yield from copied.values()
        rest = (found for found in said if found.place not in copied)
        yield from _foreign(rest, years.evidence, own)
    if isinstance(report, ImprovementPlan):
        yield from _foreign(_of_plan(report), report.edition, own)
    if years.results:
        yield from _foreign(_of_scores(report, years.results, "remark"), years.results, own)
        yield from _named(report, years.results)


def _foreign(said: Iterator[ItemText], year: Edition, own: tuple[str, ...]) -> Iterator[Finding]:
    for found in said:
        if subject := elsewhere(found.text, found.item, year, own):
            params = {"item": found.item.id, "name": found.item.name, "subject": subject}
            yield finding("items.other-text", found.place, "warning", **params)


def _copy(found: ItemText, said: tuple[ItemText, ...], year: Edition, own: tuple[str, ...]) -> Finding | None:
    """The finding on a text that another item has too, and that is the other's subject rather than its own."""
    wanted = squeezed(found.text)
    if len(wanted) < _LONG or speaks_of(found.text, found.item, year, own) or subject_in(found.text, own) is None:
        return None
    for other in said:
        if other.item != found.item and squeezed(other.text) == wanted and speaks_of(other.text, other.item, year, own):
            params = {"item": found.item.id, "name": found.item.name, "other": other.item.id}
            return finding("items.copied-text", found.place, "warning", **params)
    return None


def _named(report: Report, year: Edition) -> Iterator[Finding]:
    """Wordings of items: another item's official name, or another item's wording."""
    seen: dict[str, Item] = {}
    for found in _of_scores(report, year, "text"):
        wording = squeezed(found.text)
        other = next((item for item in year.items if item != found.item and _is_name(wording, item)), None)
        if _is_name(wording, found.item):
            continue
        first = seen.setdefault(wording, found.item)
        if other is None and first is not found.item:
            other = first
        if other is not None:
            params = {"item": found.item.id, "other": other.id, "found": found.text}
            yield finding("items.other-wording", found.place, "warning", **params)


def _is_name(wording: str, item: Item) -> bool:
    return any(name and squeezed(name) == wording for name in (item.name_th, *item.aliases))


def _of_progress(report: ImplementationReport, year: Edition) -> Iterator[ItemText]:
    for code, entry in report.item_progress.items():
        item = year.find(code)
        if item and entry.notes is not None:
            yield ItemText(item, f'item_progress["{report.item_progress.typed(code)}"].notes', _joined(entry.notes))


def _of_plan(report: ImprovementPlan) -> Iterator[ItemText]:
    """Entries of the plan that answer one disclosure item alone."""
    for number, measure in enumerate(report.measures):
        for at, step in enumerate(measure.steps):
            named = [
                item
                for text in (step.targets.items if step.targets else ())
                for item in report.edition.parse_range(text)
            ]
            if len(named) == 1 and named[0].code.letter == "o":
                texts = (step.text, *(part.text for part in step.sub_steps))
                yield ItemText(named[0], f"measures[{number}].steps[{at}].text", " ".join(texts))


def _of_scores(report: Report, year: Edition, field: str) -> Iterator[ItemText]:
    """Wordings of all items, remarks on those of the disclosure."""
    for code, entry in report.assessment.items.items():
        item, value = year.find(code), getattr(entry, field)
        if item and value is not None and (field == "text" or code.letter == "o"):
            place = f'assessment.items["{report.assessment.items.typed(code)}"].{field}'
            yield ItemText(item, place, _joined(value))


def _joined(value: TextOrList) -> str:
    return value if isinstance(value, str) else " ".join(value)
