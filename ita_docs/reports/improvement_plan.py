"""The plan to improve the assessment's results (มาตรการ/แนวทางการปรับปรุงและพัฒนาเพื่อยกระดับผลการประเมินฯ), layout 1.

One table. A measure answers an indicator, items told apart, or a sub-indicator, and the register of the year that the
plan is evidence for gives their names and ranges. The rows come out in the order of the measures; where items are told
apart, a row of its own for their indicator (for O items their sub-indicator) stands above them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from ita_docs.assessment import Edition
from ita_docs.assessment.succession import Succession
from ita_docs.errors import Fault, ParseError
from ita_docs.findings import Finding
from ita_docs.records import Measure, Step
from ita_docs.records.agency_year import editions_in
from ita_docs.records.base import read_fiscal_year
from ita_docs.records.dossier import Dossier
from ita_docs.reports.answers import answered
from ita_docs.reports.carried import Carried, carried_over, untargeted
from ita_docs.reports.dittos import Column
from ita_docs.reports.owned_rows import OwnedRow, rows_of_step
from ita_docs.reports.partial import sound_measures
from ita_docs.reports.report import Owned, Report, edition_at, finding
from ita_docs.reports.targets import Target, resolve
from ita_docs.reports.view import (
    AgencyView,
    Point,
    Points,
    StageView,
    View,
    agency_view,
    plain,
    sign_off_view,
    sub_points,
)

#: What a step or sub-step may state for its own row.
COLUMNS = ("responsible", "remark", "follow_up", "period")


@dataclass(frozen=True, slots=True)
class PlanRow(View):
    """One row of the table, with the keys by which its cells merge with those above."""

    instrument: str
    instrument_key: str
    target: str
    target_key: Hashable
    steps: Points = ()
    responsible: Points = ()
    responsible_key: Hashable = None
    remark: Points = ()
    remark_key: Hashable = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImprovementPlanView(View):
    """What the template of an improvement plan sees."""

    title: str
    agency: AgencyView
    fiscal_year: int
    results_year: int
    rows: tuple[PlanRow, ...]
    sign_off: tuple[StageView, ...]
    extra: Mapping[str, object]


class ImprovementPlan(Report):
    """มาตรการ/แนวทางการปรับปรุงและพัฒนาเพื่อยกระดับผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน."""

    title_th: ClassVar[str] = "มาตรการ/แนวทางการปรับปรุงและพัฒนาเพื่อยกระดับผลการประเมินคุณธรรมและความโปร่งใส ในการดำเนินงาน"
    printed: ClassVar[frozenset[str]] = frozenset(
        {"title", "targets", "steps", "sub_steps", "text", "numbered", "responsible", "remark", "follow_up", "period"}
    )

    kind: Literal["improvement-plan"] = Field(default="improvement-plan", description="ชนิดของรายงาน")

    @model_validator(mode="after")
    def _targets_exist(self) -> Self:
        """Every measure names what it answers, and the year's register knows it."""
        self._targets()
        return self

    @classmethod
    def carried(cls, dossier: Dossier) -> Carried:
        """The measures as the register of the assessment reads them that the plan is evidence for."""
        new = "evidence_year" if dossier.evidence_year else "fiscal_year"
        old = "assessment.year" if dossier.assessment.year else "fiscal_year"
        years = [(dossier.results_year, old), (dossier.evidence, new)]
        before, after = (edition_at(dossier.editions, year, field, dossier.measures) for year, field in years)
        return carried_over(dossier.measures, Succession(before, after))

    @classmethod
    def faults_between(cls, data: Mapping[str, Any], context: Mapping[str, Any]) -> tuple[Fault, ...]:
        """The targets of the measures that are themselves in order."""
        if data.get("kind") == "dossier":  # whose targets are read in the register of the results
            return tuple(untargeted(dict(sound_measures(data.get("measures"), context))))
        field = "evidence_year" if data.get("evidence_year") else "fiscal_year"
        try:
            year = read_fiscal_year(data.get(field))
        except ParseError:  # a fault of its own field
            return ()
        measures = dict(sound_measures(data.get("measures"), context))
        try:
            resolve(measures, edition_at(editions_in(context), year, field, measures))
        except ParseError as error:
            return error.faults
        return ()

    @property
    def edition(self) -> Edition:
        """The register of the assessment that the plan is evidence for."""
        field = "evidence_year" if self.evidence_year else "fiscal_year"
        return self.edition_of(self.evidence_year or self.fiscal_year, field, self.measures)

    def _targets(self) -> dict[int, Target]:
        """What each measure of the plan answers, by its place."""
        left_out = self._carried.left_out if self._carried else frozenset()
        placed = {number: measure for number, measure in enumerate(self.measures) if number not in left_out}
        return dict(zip(placed, resolve(placed, self.edition), strict=True))

    def _findings(self) -> Iterator[Finding]:
        yield from super()._findings()
        shortened = self._carried.shortened if self._carried else frozenset()
        edition = self.edition
        for number, measure in enumerate(self.measures):
            place = f"measures[{number}]"
            for at, step in enumerate(measure.steps if number not in shortened else ()):
                yield from _elsewhere(f"{place}.steps[{at}].targets.items", measure, step, edition)
            yield from _unseen(place, measure)

    def view(self) -> ImprovementPlanView:
        """The title's names and years, and the rows of the table."""
        return ImprovementPlanView(
            title=f"{self.title_th}ของ{self.agency.full_name} ประจำปีงบประมาณ พ.ศ. {self.fiscal_year.year}",
            agency=agency_view(self.agency),
            fiscal_year=self.fiscal_year.year,
            results_year=self.results_year.year,
            rows=tuple(_rows(self.measures, self._targets())),
            sign_off=sign_off_view(self.sign_off),
            extra=self.extra,
        )


def _elsewhere(place: str, measure: Measure, step: Step, year: Edition) -> Iterator[Finding]:
    """An entry on items that do not belong to what its measure answers."""
    own = answered((measure.model_copy(update={"steps": ()}),), year)
    for text in step.targets.items if step.targets else ():
        if strange := [item for item in year.parse_range(text) if item.id not in own]:
            yield finding("measure.item-elsewhere", place, "warning", found=year.code_range(strange))


def _unseen(place: str, owner: Owned, *around: Owned) -> Iterator[Finding]:
    """A follow-up or period that is not seen, since the cell prints the remark, else the follow-up, else the period."""
    owners = (owner, *around)
    for name, before in (("follow_up", ("remark",)), ("period", ("remark", "follow_up"))):
        covers = [cover for cover in before if any(getattr(one, cover) is not None for one in owners)]
        if getattr(owner, name) is not None and covers:
            yield finding("measure.covered", f"{place}.{name}", "advice", field=name, cover=covers[0])
    for inner in ("steps", "sub_steps"):
        for number, child in enumerate(getattr(owner, inner, ())):
            yield from _unseen(f"{place}.{inner}[{number}]", child, *owners)


def _rows(measures: tuple[Measure, ...], targets: Mapping[int, Target]) -> Iterator[PlanRow]:
    responsible, remark = Column(), Column()
    heading = ""
    for number, measure in enumerate(measures):
        target = targets.get(number)
        if target and target.heading and target.heading != heading:
            blank = dict.fromkeys(measure.extra)
            yield PlanRow(
                target.instrument, target.instrument, target.heading, f"heading {target.heading}", extra=blank
            )
        heading = target.heading if target else heading
        for part in _parts(number, measure, target.entries if target else ("",) * len(measure.steps)):
            owner = responsible.read(*part.stated("responsible"))
            note = remark.read(*part.stated("remark", "follow_up", "period"))
            if target is None:  # left out, but a ditto below means what stands here
                continue
            yield PlanRow(
                instrument=target.instrument,
                instrument_key=target.instrument,
                target=target.label,
                target_key=f"{target.heading} {target.label}",
                steps=part.points,
                responsible=owner.points,
                responsible_key=owner.key,
                remark=note.points,
                remark_key=note.key,
                extra=measure.extra,
            )


def _parts(number: int, measure: Measure, entries: tuple[str, ...]) -> Iterator[OwnedRow]:
    """A measure's rows: one for each step, one for neighbouring entries on items that share owner and remark."""
    lead = plain(measure.title)
    counted = 0
    for _, group in groupby(range(len(measure.steps)), key=lambda at: _shared(at, measure.steps[at])):
        places = list(group)
        step = measure.steps[places[0]]
        if step.targets:
            listed = tuple(point for at in places for point in _entry(measure.steps[at], entries[at]))
            rows = iter((OwnedRow(listed, (measure, step), (number, places[0])),))
        else:
            counted += step.numbered
            label = f"{counted}." if step.numbered else ""
            rows = rows_of_step(measure, step, label, (number, places[0]), COLUMNS)
        for row in rows:
            yield row._replace(points=(*lead, *row.points))
            lead = ()
    if not measure.steps:
        yield OwnedRow(lead, (measure,), (number,))


def _shared(place: int, step: Step) -> Hashable:
    """Entries on items share a row as long as they state the same owner and remark; other steps stand alone."""
    return tuple(getattr(step, name) for name in COLUMNS) if step.targets else place


def _entry(step: Step, codes: str) -> Points:
    """An entry on items: code, space, text; its further lines and its sub-steps are paragraphs of their own."""
    first, *others = step.text.split("\n")
    return (Point(f"{codes} {first}"), *map(Point, others), *sub_points(step, ""))
