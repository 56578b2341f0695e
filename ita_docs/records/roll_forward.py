"""Next year's dossier (ยกข้อมูลไปปีถัดไป): what stands is carried over, what must be written anew is empty.

Carried over: agency, units and owners, measures with their steps and what they answer, guidelines, principles, who
signs.  Empty: scores and analysis, weaknesses, progress, results and all that tells of them, budget, evidence, opinions
and dates of signing.  Years and periods are moved; an item, sub-indicator or indicator is carried over where the next
register has it under the same name, and is a finding where not.

Limits: years in texts that are not this dossier's own stay as they are.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

from ita_docs.assessment import Code, Edition
from ita_docs.assessment.succession import Succession
from ita_docs.errors import Fault, ParseError, Place
from ita_docs.findings import Finding
from ita_docs.records.assessment import Assessment
from ita_docs.records.base import Record
from ita_docs.records.dossier import Dossier
from ita_docs.records.later import Later
from ita_docs.records.mappings import Frozen
from ita_docs.records.measure import Measure
from ita_docs.records.progress import IndicatorProgress, ItemProgress
from ita_docs.records.sign_off import SignOff
from ita_docs.records.successors import Lost, successors
from ita_docs.thai import FiscalYear

#: What tells of the year that is over.
_OF_A_MEASURE = frozenset({"weakness", "progress", "results", "outcomes", "suggestions", "budget", "evidence"})
_OF_PROGRESS = frozenset({"status", "reason", "notes"})
_OF_A_STAGE = frozenset({"opinion", "date"})
RecordT = TypeVar("RecordT", bound=Record)


class RolledForward(NamedTuple):
    """Next year's dossier, and what could not be carried over, each at its field of the old one."""

    dossier: Dossier
    findings: tuple[Finding, ...]


def rolled_forward(dossier: Dossier) -> RolledForward:
    """Give next year's dossier; `ParseError` where a year that it needs has no register."""
    results = _years(dossier, dossier.results_year, "assessment.year" if dossier.assessment.year else "fiscal_year")
    evidence = _years(dossier, dossier.evidence, "evidence_year" if dossier.evidence_year else "fiscal_year")
    later = Later(dossier.fiscal_year, frozenset({results.old.year, evidence.old.year, dossier.fiscal_year.year}))
    findings: list[Finding] = []
    carried: dict[str, Any] = {
        "agency": dossier.agency,
        "numerals": dossier.numerals,
        "template_set": dossier.template_set,
        "assessment": _assessment(dossier.assessment),
        "evidence_year": dossier.evidence_year and _next(dossier.evidence_year),
        "defaults": later.record(_without(dossier.defaults, _OF_A_MEASURE)),
        "measures": tuple(
            later.record(_measure(f"measures[{number}]", measure, results, findings))
            for number, measure in enumerate(dossier.measures)
        ),
        "indicator_progress": _indicators(dossier.indicator_progress, later, evidence, findings),
        "item_progress": _items(dossier.item_progress, later, evidence, findings),
        "principles": tuple(map(later.record, dossier.principles)),
        "unit": dossier.unit and later.value(dossier.unit),
        "extra": dossier.extra,
        "show_chart": dossier.show_chart,
        "chart": dossier.chart,
        "sign_off": dossier.sign_off and _sign_off(dossier.sign_off, later),
    }
    stated = {name: value for name, value in carried.items() if name in dossier.model_fields_set and value is not None}
    year = _next(dossier.fiscal_year)
    context = {"fiscal_year": year, "editions": dossier.editions}
    made = Dossier.model_validate({"fiscal_year": year, **stated}, context=context)
    return RolledForward(made, tuple(findings))


def _next(year: FiscalYear) -> FiscalYear:
    return FiscalYear(year.year + 1)


def _years(dossier: Dossier, year: FiscalYear, field: str) -> Succession:
    """The registers of a year and of the next."""
    return Succession(_edition(dossier, year, field), _edition(dossier, _next(year), field))


def _edition(dossier: Dossier, year: FiscalYear, field: str) -> Edition:
    if year.year not in dossier.editions.years:
        known = ", ".join(map(str, dossier.editions.years))
        params = {"found": str(year), "known": known, "latest": str(dossier.editions.years[-1])}
        raise ParseError([Fault("dossier.no-edition", Place(field=field), params)])
    return dossier.editions.get(year)


def _without(record: RecordT, emptied: frozenset[str]) -> RecordT:
    """The record without some of its fields, as if its author had not written them."""
    kept = {name: getattr(record, name) for name in record.model_fields_set - emptied}
    return type(record).model_validate(kept)


def _assessment(assessment: Assessment) -> Assessment:
    """The year, where it was stated, and the agency's rule; the result is next year's."""
    kept: dict[str, Any] = {}
    if assessment.year:
        kept["year"] = _next(assessment.year)
    if assessment.classification:
        kept["classification"] = assessment.classification
    return Assessment.model_validate(kept)


def _measure(place: str, measure: Measure, years: Succession, findings: list[Finding]) -> Measure:
    """A measure with what it answers in the codes of the next register, without what came of it."""
    own = successors(measure.targets, years)
    findings += [_target(place, lost, years) for lost in own.lost]
    changed: dict[str, Any] = {"targets": own.targets} if measure.targets else {}
    steps = []
    for number, step in enumerate(measure.steps):
        found = successors(step.targets, years)
        findings += [_target(f"{place}.steps[{number}]", lost, years) for lost in found.lost]
        steps.append(step.model_copy(update={"targets": found.targets}) if step.targets else step)
    if steps:
        changed["steps"] = tuple(steps)
    return _without(measure, _OF_A_MEASURE).model_copy(update=changed)


def _target(place: str, lost: Lost, years: Succession) -> Finding:
    spot = Place(field=f"{place}.targets.{lost.kind}")
    if lost.kind == "items":
        return Finding("dossier.item-not-carried", spot, _named(lost.found, years), "warning")
    return Finding("dossier.part-not-carried", spot, _named(lost.found, years), "warning")


def _indicators(
    entries: Frozen[int, IndicatorProgress], later: Later, years: Succession, findings: list[Finding]
) -> Frozen[int, IndicatorProgress]:
    """Guidelines and owners, under the numbers of the next register."""
    kept: dict[int, IndicatorProgress] = {}
    for number, entry in entries.items():
        if (found := years.indicator(number)) is None:
            spot = Place(field=f"indicator_progress.{entries.typed(number)}")
            findings.append(Finding("dossier.part-not-carried", spot, _named(str(number), years), "warning"))
        else:
            kept[found.number] = later.record(_without(entry, _OF_PROGRESS))
    return Frozen(kept)


def _items(
    entries: Frozen[Code, ItemProgress], later: Later, years: Succession, findings: list[Finding]
) -> Frozen[Code, ItemProgress]:
    """Owners, under the codes of the next register; an item of which nothing is left keeps its place."""
    kept: dict[Code, ItemProgress] = {}
    for code, entry in entries.items():
        if (found := years.item(code)) is None:
            spot = Place(field=f"item_progress.{entries.typed(code)}")
            printed = code.printed(years.old.year)
            findings.append(Finding("dossier.item-not-carried", spot, _named(printed, years), "warning"))
        else:
            kept[found.code] = later.record(_without(entry, _OF_PROGRESS))
    in_order = sorted(kept, key=lambda code: ("ieo".index(code.letter), code.number))
    return Frozen({code: kept[code] for code in in_order}, {code: code.printed(years.new.year) for code in in_order})


def _sign_off(sign_off: SignOff, later: Later) -> SignOff:
    """Who signs; opinions and dates are given anew."""
    return SignOff(stages=tuple(later.record(_without(stage, _OF_A_STAGE)) for stage in sign_off.stages))


def _named(found: str, years: Succession) -> dict[str, str]:
    return {"found": found, "old": str(years.old.year), "new": str(years.new.year)}
