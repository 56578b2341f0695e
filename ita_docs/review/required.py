"""What the assessment demands of the paper that is evidence for it (องค์ประกอบที่ข้อของ OIT กำหนด), and the data lacks.

Source: the components of O42 and O43 (2565-2566), o34 and o35 (2567), o27 and o28 (2568): an analysis with what is
deficient and what is to be developed, measures that say how, who and when; results, what came of them, the QR code of
the EIT survey.  Limits: what a layout has no place for is not asked of it; the items are found by their names in the
register, so a year without a register, or without such items, asks for nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ita_docs.assessment import Edition, classify_indicators
from ita_docs.errors import ParseError
from ita_docs.findings import Finding, Severity
from ita_docs.patterns import lazy_pattern
from ita_docs.records import Measure
from ita_docs.records.analysis import Analysis, AnalysisPart
from ita_docs.reports import Report
from ita_docs.reports.evidence import evidence_item
from ita_docs.reports.of_kind import is_kind
from ita_docs.reports.report import finding
from ita_docs.review.named_parts import registers
from ita_docs.review.passages import Passage

if TYPE_CHECKING:
    from ita_docs.reports import IntegrityMeasures

#: From this year the item on measures asks for owner and period by name, the one on results for the outcome.
_BY_NAME = 2567
#: The years whose item on results asks for the QR code.
_QR_YEARS = frozenset({2566})
_QR = lazy_pattern(r"QR|คิวอาร์", re.IGNORECASE)


def required(report: Report, typed: Sequence[Passage]) -> Iterator[Finding]:
    """What the item that the paper is evidence for asks for, and the paper does not say."""
    year = registers(report).evidence
    if year is None:
        return
    item = evidence_item(report, year)
    if item is None:
        return
    asked = {"item": item.id, "year": str(year.year)}
    if is_kind(report, "integrity-measures"):
        yield from _analysis(report, asked)
    if is_kind(report, "progress-report") or is_kind(report, "implementation-report"):
        yield from _results(report, year, asked)
        if year.year in _QR_YEARS and not any(_QR.search(passage.text) for passage in typed):
            yield finding("required.qr-code", "measures", "advice", **asked)
    for number, measure in enumerate(report.measures):
        yield from _measure(report, f"measures[{number}]", measure, year, asked)


def _measure(report: Report, place: str, measure: Measure, year: Edition, asked: dict[str, str]) -> Iterator[Finding]:
    """Measures are asked for with their steps, who and when.

    The improvement plan has no column for the time, and in the older years entries without an owner are its habit.
    """
    if measure.title is None and not is_kind(report, "improvement-plan"):
        yield finding("required.titles", place, "warning", **asked)
    if not measure.steps:
        yield finding("required.steps", place, "warning", **asked)
    severity: Severity = "advice" if is_kind(report, "improvement-plan") else "warning"
    if not is_kind(report, "improvement-plan") or year.year >= _BY_NAME:
        for spot in _unstated(place, measure, "responsible"):
            yield finding("required.responsible", spot, severity, **asked)
    if not is_kind(report, "improvement-plan"):
        for spot in _unstated(place, measure, "period"):
            yield finding("required.period", spot, severity, **asked)


def _unstated(place: str, measure: Measure, name: str) -> Iterator[str]:
    """The measure, or those of its steps, for which nothing is stated."""
    if _states(measure, name):
        return
    steps = [at for at, step in enumerate(measure.steps) if not _states(step, name)]
    if len(steps) == len(measure.steps):
        yield place
    else:
        yield from (f"{place}.steps[{at}]" for at in steps)


def _states(owner: object, name: str) -> bool:
    """Whether a measure or step states a field, or every one of its sub-steps does."""
    if getattr(owner, name) is not None:
        return True
    parts = getattr(owner, "sub_steps", ())
    return bool(parts) and all(getattr(part, name) is not None for part in parts)


def _results(report: Report, year: Edition, asked: dict[str, str]) -> Iterator[Finding]:
    everyone = len(report.measures)
    silent = [n for n, measure in enumerate(report.measures) if measure.results is None and measure.progress is None]
    if 1 < len(silent) == everyone:
        yield finding("required.no-results", "measures", "warning", count=str(everyone), **asked)
    else:
        yield from (finding("required.results", f"measures[{n}]", "warning", **asked) for n in silent)
    if not is_kind(report, "implementation-report"):
        return
    without = [n for n, measure in enumerate(report.measures) if measure.outcomes is None]
    if year.year < _BY_NAME:
        if len(without) < everyone:
            yield from (finding("required.outcome-of", f"measures[{n}]", "advice") for n in without)
    elif 1 < len(without) == everyone:
        yield finding("required.no-outcomes", "measures", "warning", count=str(everyone), **asked)
    else:
        yield from (finding("required.outcomes", f"measures[{n}]", "warning", **asked) for n in without)


def _analysis(report: IntegrityMeasures, asked: dict[str, str]) -> Iterator[Finding]:
    """An analysis that agrees with the result: what is deficient, and what is to be developed."""
    stated = report.assessment
    if stated.total is None and not (stated.instruments or stated.indicators or stated.items):
        yield finding("required.scores", "assessment", "warning", results=str(report.results_year.year), **asked)
    if not _any(report.analysis, "weaknesses"):
        yield finding("required.weaknesses", "analysis", "warning", **asked)
    else:
        yield from _silent_instruments(report, asked)
    if not _any(report.analysis, "to_maintain"):
        yield finding("required.points-to-develop", "analysis", "warning", **asked)


def _silent_instruments(report: IntegrityMeasures, asked: dict[str, str]) -> Iterator[Finding]:
    """Instruments with an indicator to be improved, of whose weaknesses the analysis says nothing."""
    year = report.edition
    try:
        lists = classify_indicators(report.assessment, year, report.rule, lenient=True)
    except ParseError:  # the report has said so
        return
    for instrument in year.instruments:
        weak = [part for part in lists.deficient if part.instrument == instrument]
        if weak and not _says(getattr(report.analysis, instrument.id).weaknesses):
            part = ", ".join(f"ตัวชี้วัดที่ {indicator.id} {indicator.name_th}" for indicator in weak)
            params = {"part": part, "instrument": instrument.id, **asked}
            yield finding("required.weaknesses-of", f"analysis.{instrument.id}", "warning", **params)


def _any(analysis: Analysis, column: str) -> bool:
    return any(_says(getattr(getattr(analysis, name), column)) for name in type(analysis).model_fields)


def _says(part: AnalysisPart | None) -> bool:
    return part is not None and bool(part.lead or part.blocks)
