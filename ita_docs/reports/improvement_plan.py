"""The plan to improve the assessment's results (มาตรการ/แนวทางการปรับปรุงและพัฒนาเพื่อยกระดับผลการประเมินฯ), layout 1.

One table. A measure answers an indicator, items told apart, or a sub-indicator, and the register of the year that the
plan is evidence for gives their names and ranges. The rows come out in the order of the measures; where items are told
apart, a row of its own for their indicator (for O items their sub-indicator) stands above them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from ita_docs.assessment import Edition, edition
from ita_docs.records import Measure, Step, SubStep
from ita_docs.reports.dittos import Cell, Column
from ita_docs.reports.report import Owned, Report
from ita_docs.reports.targets import Target, resolve
from ita_docs.reports.view import (
    AgencyView,
    Point,
    Points,
    StageView,
    View,
    agency_view,
    period_text,
    plain,
    sign_off_view,
    sub_points,
)
from ita_docs.thai import Period


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


@dataclass(frozen=True, slots=True)
class ImprovementPlanView(View):
    """What the template of an improvement plan sees."""

    title: str
    agency: AgencyView
    fiscal_year: int
    results_year: int
    rows: tuple[PlanRow, ...]
    sign_off: tuple[StageView, ...]


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
        resolve(self.measures, self.edition)
        return self

    @property
    def edition(self) -> Edition:
        """The register of the assessment that the plan is evidence for."""
        return edition((self.evidence_year or self.fiscal_year).year)

    def view(self) -> ImprovementPlanView:
        """The title's names and years, and the rows of the table."""
        return ImprovementPlanView(
            title=f"{self.title_th}ของ{self.agency.full_name} ประจำปีงบประมาณ พ.ศ. {self.fiscal_year.year}",
            agency=agency_view(self.agency),
            fiscal_year=self.fiscal_year.year,
            results_year=self.results_year.year,
            rows=tuple(_rows(self.measures, resolve(self.measures, self.edition))),
            sign_off=sign_off_view(self.sign_off),
        )


@dataclass(frozen=True, slots=True)
class _Part:
    """What one row says before dittos are read: its paragraphs, and what owns it from the measure inward."""

    steps: Points
    owners: tuple[Owned, ...]
    key: tuple[Hashable, ...]


def _rows(measures: tuple[Measure, ...], targets: tuple[Target, ...]) -> Iterator[PlanRow]:
    responsible, remark = Column(), Column()
    heading = ""
    for number, (measure, target) in enumerate(zip(measures, targets, strict=True)):
        if target.heading and target.heading != heading:
            yield PlanRow(target.instrument, target.instrument, target.heading, f"heading {target.heading}")
        heading = target.heading
        for part in _parts(number, measure, target.entries):
            owner = responsible.read(*_stated(part, "responsible"))
            note = remark.read(*_stated(part, "remark", "follow_up", "period"))
            yield PlanRow(
                instrument=target.instrument,
                instrument_key=target.instrument,
                target=target.label,
                target_key=f"{target.heading} {target.label}",
                steps=part.steps,
                responsible=owner.points,
                responsible_key=owner.key,
                remark=note.points,
                remark_key=note.key,
            )


def _parts(number: int, measure: Measure, entries: tuple[str, ...]) -> Iterator[_Part]:
    """A measure's rows: one for each step, one for neighbouring entries on items that share owner and remark."""
    lead = plain(measure.title)
    counted = 0
    for _, group in groupby(range(len(measure.steps)), key=lambda at: _shared(at, measure.steps[at])):
        places = list(group)
        step = measure.steps[places[0]]
        if step.targets:
            listed = [point for at in places for point in _entry(measure.steps[at], entries[at])]
            yield _Part((*lead, *listed), (measure, step), (number, places[0]))
        else:
            counted += step.numbered
            for points, sub in _split(step, f"{counted}." if step.numbered else ""):
                yield _Part(
                    (*lead, *points),
                    (measure, step, *sub),
                    (number, places[0], *(step.sub_steps.index(s) for s in sub)),
                )
                lead = ()
        lead = ()
    if not measure.steps:
        yield _Part(lead, (measure,), (number,))


def _shared(place: int, step: Step) -> Hashable:
    """Entries on items share a row as long as they state the same owner and remark; other steps stand alone."""
    return (step.responsible, step.remark, step.follow_up, step.period) if step.targets else place


def _entry(step: Step, codes: str) -> Points:
    """An entry on items: code, space, text; its further lines and its sub-steps are paragraphs of their own."""
    first, *others = step.text.split("\n")
    return (Point(f"{codes} {first}"), *map(Point, others), *sub_points(step, ""))


def _split(step: Step, number: str) -> Iterator[tuple[Points, tuple[SubStep, ...]]]:
    """A step's rows, each with the sub-step that states its owner; one row where no sub-step states anything."""
    lead: Points = (Point(step.text, number),)
    stated = [(sub.responsible, sub.remark, sub.follow_up, sub.period) for sub in step.sub_steps]
    if not any(any(values) for values in stated):
        yield (*lead, *sub_points(step, number)), ()
        return
    for _, group in groupby(range(len(stated)), key=stated.__getitem__):
        places = list(group)
        yield (*lead, *sub_points(step, number, places[0] + 1, places[-1] + 1)), (step.sub_steps[places[0]],)
        lead = ()


def _stated(part: _Part, *names: str) -> Cell:
    """The first of the fields that is stated, by the innermost owner that states it, with a key for that place."""
    for name in names:
        for depth in range(len(part.owners) - 1, -1, -1):
            value = getattr(part.owners[depth], name)
            if value is not None:
                text = period_text(value) if isinstance(value, Period) else value
                return Cell(plain(text), (name, *part.key[: depth + 1]))
    return Cell((), ("none", *part.key))
