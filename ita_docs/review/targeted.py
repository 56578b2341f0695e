"""What measures answer (ข้อและตัวชี้วัดที่มาตรการระบุ): named twice, left out of a plan, or beside a part that has not got it.

Source: the targets of the measures, and what their titles, steps and weaknesses say of items and indicators.  Limits:
a plan that answers a choice of items is no list of all; a text is judged only where the measure names its own parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ita_docs.assessment import Edition, Indicator, Issue, SubIndicator
from ita_docs.errors import ParseError
from ita_docs.findings import Finding
from ita_docs.records import Measure, Targets
from ita_docs.reports import Report
from ita_docs.reports.answers import answered
from ita_docs.reports.of_kind import is_kind
from ita_docs.reports.report import finding
from ita_docs.review.named_parts import Registers, codes_of, parts_of
from ita_docs.review.passages import Passage

if TYPE_CHECKING:
    from ita_docs.reports import ImprovementPlan

Part = Indicator | SubIndicator | Issue

#: A plan that leaves out more than so many leaves them out on purpose.
_FEW = 1


def targeted(report: Report, typed: Sequence[Passage], years: Registers) -> Iterator[Finding]:
    """What the measures name that they do not answer, name twice, or leave out."""
    year = target_register(report)
    if year is None:
        return
    yield from _targets(report, year)
    if is_kind(report, "improvement-plan"):
        yield from _twice_in_plan(report.measures, year)
        yield from _left_out(report.measures, year)
        if not report.of_dossier:  # whose measures answer what is deficient
            yield from _parts_left_out(report, year)
    else:
        yield from _in_words(report, typed, year, years)


def target_register(report: Report) -> Edition | None:
    """The register in which a kind reads what its measures answer."""
    if (
        is_kind(report, "improvement-plan")
        or is_kind(report, "assessment-analysis")
        or is_kind(report, "integrity-measures")
        or is_kind(report, "implementation-report")
    ):
        return report.edition
    return None


def _targets(report: Report, year: Edition) -> Iterator[Finding]:
    """Items that a measure names beside indicators or issues which do not hold them."""
    for number, measure in enumerate(report.measures):
        targets = measure.targets
        if targets is None or not targets.items or not (targets.indicators or targets.sub_indicators or targets.issues):
            continue
        whole = measure.model_copy(update={"steps": (), "targets": targets.model_copy(update={"items": ()})})
        try:
            held = answered([whole], year)
            strange = [item for text in targets.items for item in year.parse_range(text) if item.id not in held]
        except ParseError:  # the report has said so
            continue
        if strange:
            params = {"found": year.code_range(strange), "parts": _named_parts(targets, year)}
            yield finding("items.other-target", f"measures[{number}].targets.items", "warning", **params)


def _in_words(report: Report, typed: Sequence[Passage], year: Edition, years: Registers) -> Iterator[Finding]:
    """Items in the titles and steps of a measure, indicators in its weakness, that are not of what it answers."""
    inside: dict[str, list[Passage]] = {}
    for passage in typed:
        inside.setdefault(passage.place.partition(".")[0], []).append(passage)
    for number, measure in enumerate(report.measures):
        if measure.targets is None:
            continue
        try:
            held = answered([measure], year)
        except ParseError:  # the report has said so
            continue
        for passage in inside.get(f"measures[{number}]", ()):
            if held:
                # An analysis speaks of its own result alone.
                meant = () if is_kind(report, "assessment-analysis") else years.of(passage)
                yield from _strange(passage, measure.targets, held, year, meant)


def _strange(
    passage: Passage, targets: Targets, held: frozenset[str], year: Edition, years: Sequence[Edition]
) -> Iterator[Finding]:
    name = passage.place.partition(".")[2].partition("[")[0].partition(".")[0]
    strange: list[str] = []
    if name in {"title", "steps"}:
        # A code may be that of the assessment for which the paper is evidence.
        names = {item.name_th for item in year.items if item.id in held and item.name_th}
        others = [known for known in years if known.year != year.year]
        for found in codes_of(passage.text):
            own = [item for code in found.codes if (item := year.find(code))]
            later = {item.name_th for known in others for code in found.codes if (item := known.find(code))}
            if found.named and own and not names & later and not any(item.id in held for item in own):
                strange.append(year.code_range(own))
    elif name == "weakness":
        parts = [part for part in parts_of(passage.text) if not part.is_issue]
        if parts and not any(_holds(part.id, held, year) for part in parts):
            strange = [f"ตัวชี้วัดที่ {part.id}" for part in parts]
    if strange and (parts_named := _named_parts(targets, year, items=True)):
        yield finding("items.other-target", passage.place, "warning", found=", ".join(strange), parts=parts_named)


def _holds(id_: str, held: frozenset[str], year: Edition) -> bool:
    """Whether a measure answers a part, an item of it, or the part that it is of; one that the year has not is left."""
    parts: list[Indicator | SubIndicator] = [*year.indicators, *year.sub_indicators]
    known = next((part for part in parts if part.id == id_), None)
    if known is None or known.id in held or any(item.id in held for item in known.items):
        return True
    return id_.partition(".")[0] in held


def _twice_in_plan(measures: tuple[Measure, ...], year: Edition) -> Iterator[Finding]:
    """The same part in two measures of a plan, the same item in two of its entries."""
    seen: dict[str, str] = {}
    for number, measure in enumerate(measures):
        place = f"measures[{number}]"
        for field, parts in _own_parts(measure.targets, year):
            yield from _again(seen, parts, f"{place}.targets.{field}", f"M{number}")
        for at, step in enumerate(measure.steps):
            for field, parts in _own_parts(step.targets, year):
                yield from _again(seen, [f"step {part}" for part in parts], f"{place}.steps[{at}].targets.{field}", "")


def _again(seen: dict[str, str], parts: Sequence[str], place: str, measure: str) -> Iterator[Finding]:
    twice = [part for part in parts if part in seen and (not measure or seen[part] != measure)]
    if twice:
        found = ", ".join(part.removeprefix("step ") for part in twice)
        yield finding("items.twice", place, "warning", found=found)
    seen.update((part, measure) for part in parts if part not in seen)


def _own_parts(targets: Targets | None, year: Edition) -> Iterator[tuple[str, list[str]]]:
    """What targets name one by one, as a person reads it, with the field that names it."""
    if targets is None:
        return
    yield "items", [item.id for text in targets.items for item in year.parse_range(text)]
    yield "indicators", [f"ตัวชี้วัดที่ {number}" for number in targets.indicators]
    subs = [sub for text in targets.sub_indicators for sub in year.parse_sub_indicators(text)]
    yield "sub_indicators", [f"ตัวชี้วัดย่อยที่ {sub.id}" for sub in subs]
    yield "issues", [f"ประเด็นที่ {number}" for number in targets.issues]


def _left_out(measures: tuple[Measure, ...], year: Edition) -> Iterator[Finding]:
    """Items that no entry names, where most of their sub-indicator or indicator are told apart."""
    told: set[str] = set()
    whole: set[str] = set()
    spots: dict[str, str] = {}
    for number, measure in enumerate(measures):
        for at, targets in enumerate([measure.targets, *(step.targets for step in measure.steps)]):
            if targets is None:
                continue
            spot = f"measures[{number}]" if at else f"measures[{number}].targets"
            for item in (item for text in targets.items for item in year.parse_range(text)):
                told.add(item.id)
                parent = year.sub_indicator_of(item) or year.indicator_of(item)
                spots[parent.id] = spot
            whole.update(str(indicator) for indicator in targets.indicators if not measure.steps or not at)
    parents: list[Indicator | SubIndicator] = [*year.indicators[:8], *year.sub_indicators]
    for parent in parents:
        missing = [item for item in parent.items if item.id not in told]
        if parent.id in whole or not missing or 2 * len(missing) >= len(parent.items) or is_open(year):
            continue
        params = {"found": year.code_range(missing), "part": called(parent)}
        yield finding("items.left-out", spots[parent.id], "warning", **params)


def _parts_left_out(report: ImprovementPlan, year: Edition) -> Iterator[Finding]:
    """An indicator of a survey, or a sub-indicator, that no entry answers though all others are answered."""
    held = answered(report.measures, year)
    survey: list[Indicator | SubIndicator] = [part for part in year.indicators if part.instrument.id != "OIT"]
    subs: list[Indicator | SubIndicator] = [*year.sub_indicators]
    for parts in (survey, subs):
        missing = [part for part in parts if part.items and not {part.id, *(item.id for item in part.items)} & held]
        if len(missing) <= _FEW and not is_open(year):
            yield from (finding("items.part-left-out", "measures", "warning", found=called(part)) for part in missing)


def _named_parts(targets: Targets, year: Edition, *, items: bool = False) -> str:
    return ", ".join(part for field, parts in _own_parts(targets, year) if items or field != "items" for part in parts)


def called(part: Part) -> str:
    """A part by its kind, number and name."""
    kinds = {Indicator: "ตัวชี้วัดที่", SubIndicator: "ตัวชี้วัดย่อยที่", Issue: "ประเด็นที่"}
    return f"{kinds[type(part)]} {part.id} {part.name_th or ''}".rstrip()


def is_open(year: Edition) -> bool:
    """Whether the year's list of disclosure items is not confirmed."""
    return year.is_unverified("o")
