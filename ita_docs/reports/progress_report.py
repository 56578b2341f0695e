"""The progress report on an agency's measures after six or twelve months (รายงานผลการดำเนินการตามมาตรการฯ), layout 2.

One row per measure; steps, results and suggestions are lists or plain texts. A step's own owner or period stands in the
measure's cell after the measure's own, so that nothing stated is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal

from pydantic import Field

from ita_docs.findings import Finding
from ita_docs.records import Measure, ThaiInt
from ita_docs.reports.dittos import Column
from ita_docs.reports.owned_rows import stated_once
from ita_docs.reports.report import Report, finding, leaves
from ita_docs.reports.view import (
    AgencyView,
    Point,
    Points,
    StageView,
    View,
    agency_view,
    numbered,
    sign_off_view,
    step_points,
)
from ita_docs.thai import Period


@dataclass(frozen=True, slots=True)
class MeasureRow(View):
    """One row of the table: the paragraphs of its six cells."""

    heading: Points
    steps: Points
    responsible: Points
    period: Points
    results: Points
    suggestions: Points
    extra: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ProgressReportView(View):
    """What the template of a progress report sees."""

    title: str
    agency: AgencyView
    fiscal_year: int
    results_year: int
    round: int
    round_name: str
    period: Period
    measures: tuple[MeasureRow, ...]
    sign_off: tuple[StageView, ...]
    extra: Mapping[str, object]


class ProgressReport(Report):
    """รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส รอบ 6 หรือ 12 เดือน."""

    title_th: ClassVar[str] = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส"
    printed: ClassVar[frozenset[str]] = frozenset(
        {"number", "title", "steps", "sub_steps", "text", "numbered", "responsible", "period", "results", "suggestions"}
    )

    kind: Literal["progress-report"] = Field(default="progress-report", description="ชนิดของรายงาน")
    round: ThaiInt = Field(default=1, ge=1, le=2, description="รอบของรายงาน: 1 = 6 เดือนแรก, 2 = 12 เดือน")

    @property
    def period(self) -> Period:
        """The first half of the fiscal year, or all of it."""
        year = self.fiscal_year
        return year.half(1) if self.round == 1 else Period(year.start, year.end)

    @property
    def window(self) -> tuple[Period, str]:
        """A measure's period belongs in the round that is reported on."""
        return self.period, "period.outside-round"

    def _outside(self, place: str, period: Period) -> Iterator[Finding]:
        """A measure of a dossier may go on after the round; one of no part of it is not due yet."""
        if not self.of_dossier:
            yield from super()._outside(place, period)
            return
        year, (part,) = Period(self.fiscal_year.start, self.fiscal_year.end), self.period.spans
        within = any(span.start <= part.end and span.end >= part.start for span in period.spans)
        window = (year if leaves(period, year) else self.period).format("short", "thai")
        if leaves(period, year):
            yield finding("period.outside-year", place, "warning", found=str(period), window=window)
        elif period.spans and not within:
            yield finding("period.outside-round", place, "advice", found=str(period), window=window)

    def view(self) -> ProgressReportView:
        """The cover, the preamble's years and one row per measure."""
        return ProgressReportView(
            title=f"{self.title_th} ประจำปีงบประมาณ พ.ศ. {self.fiscal_year.year} {self.agency.full_name}",
            agency=agency_view(self.agency),
            fiscal_year=self.fiscal_year.year,
            results_year=self.results_year.year,
            round=self.round,
            round_name="6 เดือนแรก" if self.round == 1 else "12 เดือน",
            period=self.period,
            measures=tuple(_rows(self.measures)),
            sign_off=sign_off_view(self.sign_off),
            extra=self.extra,
        )


def _rows(measures: tuple[Measure, ...]) -> Iterator[MeasureRow]:
    above = {name: Column() for name in ("responsible", "period", "results", "suggestions")}
    for place, measure in enumerate(measures, 1):
        yield MeasureRow(
            heading=_heading(measure.number or place, measure),
            steps=step_points(measure.steps),
            responsible=above["responsible"].read(stated_once(measure, "responsible")).points,
            period=above["period"].read(stated_once(measure, "period")).points,
            results=above["results"].read(numbered(measure.results)).points,
            suggestions=above["suggestions"].read(numbered(measure.suggestions)).points,
            extra=measure.extra,
        )


def _heading(number: int, measure: Measure) -> Points:
    """Number and title in one paragraph; a title that is a list stands below its number, `1.1`, `1.2`."""
    if isinstance(measure.title, tuple):
        inner = tuple(Point(text, f"{number}.{n} ") for n, text in enumerate(measure.title, 1))
        return (Point("", f"{number}."), *inner)
    return (Point(measure.title or "", f"{number}."),)
