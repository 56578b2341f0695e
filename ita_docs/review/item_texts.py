"""One item's text under another (ข้อความของข้อหนึ่งไปอยู่ใต้อีกข้อ): copied notes, and notes on another item's subject.

Source: layout 4, whose O24 reports procurement under human resources and whose O18 repeats O15.  Limits: only items of
the disclosure are judged, since their names say what they are about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ita_docs.assessment import Edition, Item
from ita_docs.findings import Finding
from ita_docs.records import Measure, Step, Targets, TextOrList
from ita_docs.reports import Report
from ita_docs.reports.of_kind import is_kind
from ita_docs.reports.report import finding
from ita_docs.review.named_parts import Registers
from ita_docs.review.subjects import elsewhere, is_strange, speaks_of, squeezed, subject_in, without
from ita_docs.review.topics import closeness, other_topic, topic_in

if TYPE_CHECKING:
    from ita_docs.reports import ImplementationReport

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
    if is_kind(report, "implementation-report") and years.evidence:
        said = tuple(_of_progress(report, years.evidence))
        worded: dict[str, list[ItemText]] = {}
        for found in said:
            worded.setdefault(squeezed(found.text), []).append(found)
        alike = ((found, worded[squeezed(found.text)]) for found in said)
        copied = {one.place: finding for one, same in alike if (finding := _copy(one, same, years.evidence, own))}
        yield from copied.values()
        rest = (found for found in said if found.place not in copied)
        yield from _foreign(rest, years.evidence, own, apart=True)
    if is_kind(report, "improvement-plan"):
        year = report.edition
        yield from _foreign(_of_plan(report.measures, year), year, own)
    if years.results:
        yield from _foreign(_of_scores(report, years.results, "remark"), years.results, own)
        yield from _named(report, years.results)
        yield from _other_remarks(report, years.results)


def _foreign(
    said: Iterable[ItemText], year: Edition, own: tuple[str, ...], *, apart: bool = False
) -> Iterator[Finding]:
    """Texts of another subject; `apart` tells items of one subject from each other too."""
    for found in said:
        subject = elsewhere(found.text, found.item, year, own)
        if apart:
            strange = is_strange(found.text, found.item, year, own)
            said_of = without(found.text, own)
            if subject and not strange and closeness(said_of, found.item):
                continue  # its part has another subject, its name has this one
            subject = subject or other_topic(said_of, found.item, year, strange=strange)
        if subject:
            params = {"item": found.item.id, "name": found.item.name, "subject": subject}
            yield finding("items.other-text", found.place, "warning", **params)


def _copy(found: ItemText, same: list[ItemText], year: Edition, own: tuple[str, ...]) -> Finding | None:
    """The finding on a text that another item has too: sure where it is the other's subject, else worth a look.

    same: all that have this text, in order.
    """
    twins = [other for other in same if other.item != found.item]
    if len(squeezed(found.text)) < _LONG:
        return None
    if not twins or (subject_in(found.text, own) or topic_in(without(found.text, own))) is None:
        return None
    fit = _fit(found, year, own)
    best = max(twins, key=lambda twin: _fit(twin, year, own))
    first = same.index(best) < same.index(found)
    if fit > _fit(best, year, own) or (fit == _fit(best, year, own) and not first):
        return None
    params = {"item": found.item.id, "name": found.item.name, "other": best.item.id}
    # What speaks of its own item too may well be true of both.
    return finding("items.copied-text", found.place, "advice" if all(fit) else "warning", **params)


def _fit(found: ItemText, year: Edition, own: tuple[str, ...]) -> tuple[bool, int]:
    """How well a text fits its item."""
    return speaks_of(found.text, found.item, year, own), closeness(without(found.text, own), found.item)


def _other_remarks(report: Report, year: Edition) -> Iterator[Finding]:
    """Remarks with all the wording of another question and nothing of their own."""
    worded = {found.item.id: squeezed(found.text) for found in _of_scores(report, year, "text")}
    for found in _of_scores(report, year, "remark", every=True):
        said, own = squeezed(found.text), worded.get(found.item.id)
        if own is None or own in said:
            continue
        other = next(
            (code for code, text in worded.items() if len(text) >= _LONG and text != own and text in said), None
        )
        if other is not None:
            params = {"item": found.item.id, "name": found.item.name, "other": other}
            yield finding("items.copied-text", found.place, "warning", **params)


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


def _of_plan(measures: Iterable[Measure], year: Edition) -> Iterator[ItemText]:
    """Measures and entries of the plan that answer one disclosure item alone."""
    for number, measure in enumerate(measures):
        place = f"measures[{number}]"
        if (item := _one_item(measure.targets, year)) and not any(step.targets for step in measure.steps):
            texts = [text for step in measure.steps for text in _step_texts(step)]
            yield ItemText(
                item, f"{place}.steps[0].text" if len(measure.steps) == 1 else f"{place}.steps", " ".join(texts)
            )
        for at, step in enumerate(measure.steps):
            if item := _one_item(step.targets, year):
                yield ItemText(item, f"{place}.steps[{at}].text", " ".join(_step_texts(step)))


def _one_item(targets: Targets | None, year: Edition) -> Item | None:
    """The one disclosure item that targets name, and nothing else."""
    if targets is None or targets.indicators or targets.sub_indicators or targets.issues:
        return None
    named = [item for text in targets.items for item in year.parse_range(text)]
    return named[0] if len(named) == 1 and named[0].code.letter == "o" else None


def _step_texts(step: Step) -> Iterator[str]:
    yield step.text
    yield from (part.text for part in step.sub_steps)


def _of_scores(report: Report, year: Edition, field: str, *, every: bool = False) -> Iterator[ItemText]:
    """Wordings of all items, remarks on those of the disclosure, or on `every` one."""
    for code, entry in report.assessment.items.items():
        item, value = year.find(code), getattr(entry, field)
        if item and value is not None and (every or field == "text" or code.letter == "o"):
            place = f'assessment.items["{report.assessment.items.typed(code)}"].{field}'
            yield ItemText(item, place, _joined(value))


def _joined(value: TextOrList) -> str:
    return value if isinstance(value, str) else " ".join(value)
