"""The report on what was done to promote integrity (รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมฯ), layout 4.

An opening paragraph with the result, table A of the measures and what came of them, table B of the surveys' indicators,
tables C of every item that the year discloses.  Two registers are asked: what a measure answers is named by that of the
results, what was done by that of the assessment which the paper is evidence for.

Limits: the opening speaks of this year's own result unless `assessment.year` says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from ita_docs.assessment import (
    Edition,
    Rule,
    Threshold,
    classify,
    computed,
    level_findings,
    printed_level,
    score_findings,
)
from ita_docs.errors import Fault, ParseError
from ita_docs.findings import Finding
from ita_docs.records import Assessment, FiscalYearField, Measure, Record
from ita_docs.records.agency_year import editions_in
from ita_docs.records.mappings import Frozen
from ita_docs.records.progress import IndicatorProgresses, ItemProgresses
from ita_docs.reports.dittos import Column
from ita_docs.reports.owned_rows import stated_once
from ita_docs.reports.partial import sound
from ita_docs.reports.progress_tables import (
    GroupTable,
    InstrumentTable,
    group_tables,
    instrument_tables,
    progress_faults,
    progress_findings,
)
from ita_docs.reports.report import edition_at
from ita_docs.reports.scored_report import Parts, ScoredReport
from ita_docs.reports.targets import origins
from ita_docs.reports.view import (
    AgencyView,
    Point,
    Points,
    StageView,
    View,
    agency_view,
    numbered,
    plain,
    sign_off_view,
    step_points,
)

_COLUMNS = ("period", "responsible", "results", "outcomes")


@dataclass(frozen=True, slots=True)
class ActivityRow(View):
    """One measure: the weakness that it answers stands above its steps."""

    number: str
    title: Points
    weakness: Points
    steps: Points
    period: Points
    responsible: Points
    results: Points
    outcomes: Points
    extra: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ImplementationReportView(View):
    """What the template of an implementation report sees; `graded` tells that the level is a Latin letter."""

    title: str
    agency: AgencyView
    fiscal_year: int
    results_year: int
    total: Decimal | None
    level: str | None
    graded: bool
    measures: tuple[ActivityRow, ...]
    instruments: tuple[InstrumentTable, ...]
    groups: tuple[GroupTable, ...]
    sign_off: tuple[StageView, ...]
    extra: Mapping[str, object]


class Entries(Record):
    """What was done, and the years that say whose indicators and items these are."""

    fiscal_year: FiscalYearField | None = None
    evidence_year: FiscalYearField | None = None
    indicator_progress: IndicatorProgresses = Frozen()
    item_progress: ItemProgresses = Frozen()


class ImplementationReport(ScoredReport):
    """รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน."""

    title_th: ClassVar[str] = "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    default_rule: ClassVar[Rule] = Threshold()
    results_before: ClassVar[int] = 0
    printed: ClassVar[frozenset[str]] = frozenset(
        {
            *("number", "title", "targets", "weakness", "steps", "sub_steps", "text", "numbered"),
            *("responsible", "period", "results", "outcomes"),
        }
    )

    kind: Literal["implementation-report"] = Field(default="implementation-report", description="ชนิดของรายงาน")
    indicator_progress: IndicatorProgresses = Frozen()
    item_progress: ItemProgresses = Frozen()

    @model_validator(mode="after")
    def _rows_exist(self) -> Self:
        """Every indicator and item of which something is said has a row; periods are read in this year."""
        if faults := tuple(progress_faults(self.indicator_progress, self.item_progress, self.evidence)):
            raise ParseError(faults)
        entries = {
            number: entry.model_copy(update={"period": entry.period.within(self.fiscal_year)})
            for number, entry in self.indicator_progress.items()
            if entry.period is not None
        }
        object.__setattr__(self, "indicator_progress", self.indicator_progress.with_values(entries))
        return self

    @classmethod
    def faults_between(cls, data: Mapping[str, Any], context: Mapping[str, Any]) -> tuple[Fault, ...]:
        """The same of the entries that are themselves in order."""
        entries = sound(Entries, {name: data[name] for name in Entries.model_fields if name in data}, context)
        year, field = entries.evidence_year or entries.fiscal_year, _year_field(entries.evidence_year)
        found = super().faults_between(data, context)
        if year is None:
            return found
        try:
            known = edition_at(editions_in(context), year, field, entries)
        except ParseError as error:
            return (*found, *error.faults)
        return (*found, *progress_faults(entries.indicator_progress, entries.item_progress, known))

    @classmethod
    def unknown(cls, parts: Parts, year: Edition) -> Iterator[Fault]:
        """Nothing beside scores and targets: a measure need not answer anything."""
        del parts, year
        return iter(())

    @classmethod
    def judge(cls, assessment: Assessment, year: Edition, rule: Rule) -> object:
        """Scores are printed and checked, items not classified."""
        return classify(assessment, year, rule, lenient=True)

    @property
    def evidence(self) -> Edition:
        """The register of the assessment that the report is evidence for."""
        year = self.evidence_year or self.fiscal_year
        return self.edition_of(year, _year_field(self.evidence_year), self.item_progress)

    def view(self) -> ImplementationReportView:
        """The opening, the measures, and the tables of the register with what was done."""
        level = printed_level(self.assessment, self.edition)
        return ImplementationReportView(
            title=f"{self.title_th} ประจำปีงบประมาณ พ.ศ. {self.fiscal_year.year} {self.agency.full_name}",
            agency=agency_view(self.agency),
            fiscal_year=self.fiscal_year.year,
            results_year=self.results_year.year,
            total=computed(self.assessment, self.edition).total.printed,
            level=level,
            graded=(level or "ก")[0].isascii(),
            measures=tuple(_rows(self.measures, self.edition)),
            instruments=instrument_tables(self.indicator_progress, self.defaults, self.evidence),
            groups=group_tables(self.item_progress, self.defaults, self.evidence),
            sign_off=sign_off_view(self.sign_off),
            extra=self.extra,
        )

    def _findings(self) -> Iterator[Finding]:
        yield from super()._findings()
        for findings in (score_findings, level_findings):
            yield from findings(self.assessment, self.edition)
        for number, entry in self.indicator_progress.items():
            if entry.period is not None:
                yield from self._period_findings(
                    f'indicator_progress["{self.indicator_progress.typed(number)}"].period', entry.period
                )
        yield from progress_findings(self.indicator_progress, self.item_progress, self.evidence)


def _year_field(evidence_year: object) -> str:
    return "evidence_year" if evidence_year else "fiscal_year"


def _rows(measures: tuple[Measure, ...], year: Edition) -> Iterator[ActivityRow]:
    above = {name: Column() for name in _COLUMNS}
    for place, measure in enumerate(measures, 1):
        cells = {name: above[name].read(stated_once(measure, name)).points for name in ("period", "responsible")}
        cells |= {name: above[name].read(numbered(getattr(measure, name))).points for name in ("results", "outcomes")}
        yield ActivityRow(
            number=f"{measure.number or place}",
            title=numbered(measure.title),
            weakness=tuple(_weakness(measure, year)),
            steps=step_points(measure.steps),
            **cells,
            extra=measure.extra,
        )


def _weakness(measure: Measure, year: Edition) -> Iterator[Point]:
    """Where the weakness comes from, then the weakness; a list of them one line each."""
    if measure.targets is not None and (named := origins(measure.targets, year)):
        yield Point(f"จากผลการประเมิน ITA {' '.join(named)}")
    yield from (Point(f"ประเด็น {point.text}") for point in plain(measure.weakness))
