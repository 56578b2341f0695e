"""The internal integrity measures (มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน), layout 3.

Principles, levels, result, analysis by instrument, measures. Names and numbers of instruments and indicators come from
the register of the results year; what the agency says of them stands in its analysis. A measure has a row for each of
its steps: what a step does not state is its measure's, stated once for all steps that share it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from ita_docs.assessment import (
    AboveInstrumentMean,
    Edition,
    Instrument,
    Rule,
    Threshold,
    Verdict,
    classify,
    classify_indicators,
    computed,
    level_findings,
    printed_level,
    score_findings,
    table_of,
    unjudged_findings,
    verdict_findings,
)
from ita_docs.errors import Fault, ParseError, Place
from ita_docs.findings import Finding
from ita_docs.records import Assessment, Flag, TextOrList
from ita_docs.records.analysis import Analysis, AnalysisPart, Block, PrincipleText
from ita_docs.reports.answers import unanswered
from ita_docs.reports.report import finding
from ita_docs.reports.score_tables import LevelRow, ScoreRow, indicator_chart, instrument_name, level_rows, score_rows
from ita_docs.reports.scored_report import ChartForm, Parts, ScoredReport
from ita_docs.reports.step_rows import StepRow, step_rows
from ita_docs.reports.view import (
    AgencyView,
    Chart,
    Point,
    Points,
    StageView,
    View,
    agency_view,
    numbered,
    plain,
    sign_off_view,
)

FULL_MARKS = 100
#: The rule that fits the layout's source, and that the register's notes word.
RULE = AboveInstrumentMean()
PARTS = ("suggestions", "weaknesses", "to_maintain")
#: How the fifth column of the analysis words a verdict.
VERDICTS: dict[Verdict, str] = {
    "deficient": "ปรับปรุงแก้ไขและพัฒนา",
    "to_develop": "พัฒนาให้ดียิ่งขึ้น",
    "maintain": "รักษาระดับและต่อยอด",
}


@dataclass(frozen=True, slots=True)
class PrincipleView(View):
    """One part of the principles: `level` 1 is an instrument, 2 an indicator; the heading begins with its number."""

    level: int
    heading: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockView(View):
    """A block of a detail cell: the indicator or heading, the codes of the items named, the points."""

    heading: str
    items: str
    points: Points


@dataclass(frozen=True, slots=True)
class PartView(View):
    """One of the three cells of a detail table that the agency writes."""

    lead: str | None
    blocks: tuple[BlockView, ...]


@dataclass(frozen=True, slots=True)
class InstrumentView(View):
    """One instrument: its indicators, and what the analysis says of them."""

    number: int
    name: str
    rows: tuple[ScoreRow, ...]
    suggestions: PartView
    weaknesses: PartView
    to_maintain: PartView


@dataclass(frozen=True, slots=True)
class IntegrityMeasuresView(View):
    """What the template of internal integrity measures sees; `chart_kind` is empty where no chart is asked for."""

    title: str
    agency: AgencyView
    fiscal_year: int
    results_year: int
    unit: tuple[str, ...]
    own_principles: bool
    principles: tuple[PrincipleView, ...]
    full_marks: int
    levels: tuple[LevelRow, ...]
    total: Decimal | None
    level: str | None
    scores: tuple[ScoreRow, ...]
    chart_kind: str
    indicators: Chart
    notes: tuple[str, ...]
    instruments: tuple[InstrumentView, ...]
    measures: tuple[StepRow, ...]
    sign_off: tuple[StageView, ...]
    extra: Mapping[str, object]


class IntegrityMeasures(ScoredReport):
    """มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน."""

    title_th: ClassVar[str] = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    default_rule: ClassVar[Rule] = RULE
    #: `targets` are not printed but checked: a deficient item wants a measure.
    printed: ClassVar[frozenset[str]] = frozenset(
        {"number", "title", "targets", "steps", "sub_steps", "text", "numbered", "responsible", "period", "follow_up"}
    )

    kind: Literal["integrity-measures"] = Field(default="integrity-measures", description="ชนิดของรายงาน")
    chart: ChartForm = "bar"
    unit: TextOrList | None = Field(default=None, description="ส่วนงานเจ้าของเอกสาร พิมพ์ท้ายหน้าปก รายการหนึ่งคือหนึ่งบรรทัด")
    principles: tuple[PrincipleText, ...] = Field(
        default=(), description="หลักการประเมินของตนเอง ใช้แทนข้อความในทะเบียนของปี"
    )
    analysis: Analysis = Field(default=Analysis.empty(), description="บทวิเคราะห์รายแบบวัด")
    show_chart: Flag = Field(default=False, description="true = แสดงแผนภูมิคะแนนตัวชี้วัด")

    @classmethod
    def unknown(cls, parts: Parts, year: Edition) -> Iterator[Fault]:
        """The indicators and items of the analysis."""
        return _analysis_faults(parts.analysis, year)

    @classmethod
    def judge(cls, assessment: Assessment, year: Edition, rule: Rule) -> object:
        """Indicators have verdicts, items want measures; what has no mean to be compared with is left open."""
        return [classified(assessment, year, rule, lenient=True) for classified in (classify_indicators, classify)]

    @property
    def parts(self) -> Parts:
        """What of the report names parts of the assessment."""
        return super().parts._replace(analysis=self.analysis)

    def view(self) -> IntegrityMeasuresView:
        """The cover, the five sections, and what their tables hold."""
        year = self.edition
        scores = computed(self.assessment, year)
        verdicts = classify_indicators(self.assessment, year, self.rule, lenient=True).verdicts
        rows = score_rows(scores, {indicator: VERDICTS[verdict] for indicator, verdict in verdicts.items()})
        return IntegrityMeasuresView(
            title=f"{self.title_th} ของ{self.agency.full_name} ประจำปีงบประมาณ พ.ศ. {self.fiscal_year.year}",
            agency=agency_view(self.agency),
            fiscal_year=self.fiscal_year.year,
            results_year=self.results_year.year,
            unit=_texts(self.unit),
            own_principles=bool(self.principles),
            principles=tuple(_own_principles(self.principles) if self.principles else _principles(year)),
            full_marks=FULL_MARKS,
            levels=level_rows(table_of(self.assessment, year)),
            total=scores.total.printed,
            level=printed_level(self.assessment, year),
            scores=rows,
            chart_kind=self.chart if self.show_chart and any(row.score is not None for row in rows) else "",
            indicators=indicator_chart(rows),
            notes=_texts(self.assessment.notes) or tuple(_notes(year, self.rule)),
            instruments=tuple(_instruments(self.analysis, year, rows)),
            measures=tuple(step_rows(self.measures)),
            sign_off=sign_off_view(self.sign_off),
            extra=self.extra,
        )

    def _findings(self) -> Iterator[Finding]:
        year = self.edition
        yield from super()._findings()
        for findings in (score_findings, level_findings, verdict_findings):
            yield from findings(self.assessment, year)
        yield from unjudged_findings(self.assessment, year, self.rule)
        yield from _misplaced(self.analysis, year)
        yield from unanswered(self.measures, self.assessment, year, self.rule)


def _notes(year: Edition, rule: Rule) -> Iterator[str]:
    """The register's notes on weights and rule; of a rule that is not the register's, its own words."""
    if rule == RULE:
        yield from year.notes
        return
    yield from year.notes[:1]
    if isinstance(rule, Threshold):
        low, high = (f"{bound:f}" for bound in (rule.deficient_below, rule.maintain_from))
        yield (
            f"ตัวชี้วัดที่ได้คะแนนต่ำกว่า {low} จัดเป็น{VERDICTS['deficient']} "
            f"ตั้งแต่ {low} แต่ต่ำกว่า {high} จัดเป็น{VERDICTS['to_develop']} "
            f"และตั้งแต่ {high} ขึ้นไป จัดเป็น{VERDICTS['maintain']}"
        )


def _texts(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(point.text for point in plain(value))


def _own_principles(principles: tuple[PrincipleText, ...]) -> Iterator[PrincipleView]:
    for principle in principles:
        yield PrincipleView(1, principle.heading or "", _texts(principle.text))


def _principles(year: Edition) -> Iterator[PrincipleView]:
    """The register's text: `1)` an instrument, `1.1` an indicator."""
    for place, principle in enumerate(year.principles, 1):
        instrument = principle.instrument
        names = f"{instrument.name_th} ({instrument.name_en}: {instrument.id})"
        yield PrincipleView(1, f"{place}) ส่วนที่ {place} {names}", (principle.lead,))
        for inner, part in enumerate(principle.indicators, 1):
            heading = f"{place}.{inner} ตัวชี้วัดที่ {part.indicator.id} {part.indicator.name_th}"
            yield PrincipleView(2, heading, (part.text,))


def _instruments(analysis: Analysis, year: Edition, rows: tuple[ScoreRow, ...]) -> Iterator[InstrumentView]:
    for place, instrument in enumerate(year.instruments, 1):
        said = getattr(analysis, instrument.id)
        yield InstrumentView(
            number=place,
            name=instrument_name(instrument),
            rows=tuple(row for row in rows if row.instrument_id == instrument.id),
            **{part: _part(getattr(said, part), year) for part in PARTS},
        )


def _part(part: AnalysisPart | None, year: Edition) -> PartView:
    if part is None:
        return PartView(None, ())
    return PartView(part.lead, tuple(_block(block, year) for block in part.blocks))


def _block(block: Block, year: Edition) -> BlockView:
    heading = block.heading or ""
    if not heading and block.indicator:
        heading = f"ตัวชี้วัดที่ {block.indicator} {year.indicator(block.indicator).name_th}"
    codes = ", ".join(year.code_range(year.parse_range(typed)) for typed in block.items)
    dashed = tuple(Point(text, "-") for text in _texts(block.points))
    return BlockView(heading, codes, dashed if block.dashed else numbered(block.points))


def _blocks(analysis: Analysis, year: Edition) -> Iterator[tuple[str, Instrument, Block]]:
    """Every block with its place in the data and its instrument."""
    for instrument in year.instruments:
        said = getattr(analysis, instrument.id)
        for name in PARTS:
            part = getattr(said, name)
            for number, block in enumerate(part.blocks if part else ()):
                yield f"analysis.{instrument.id}.{name}.blocks[{number}]", instrument, block


def _analysis_faults(analysis: Analysis, year: Edition) -> Iterator[Fault]:
    for place, instrument, block in _blocks(analysis, year):
        if block.indicator is not None:
            yield from _indicator_faults(f"{place}.indicator", instrument, block.indicator, year)
        for typed in block.items:
            try:
                year.parse_range(typed)
            except ParseError as error:
                yield from (fault.at(Place(field=f"{place}.items")) for fault in error.faults)


def _indicator_faults(place: str, instrument: Instrument, number: int, year: Edition) -> Iterator[Fault]:
    try:
        actual = year.indicator(number).instrument
    except ParseError as error:
        yield from (fault.at(Place(field=place)) for fault in error.faults)
        return
    if actual != instrument:
        known = ", ".join(indicator.id for indicator in year.indicators_of(instrument))
        params = {"found": str(number), "instrument": actual.id, "known": known}
        yield Fault("analysis.indicator-elsewhere", Place(field=place), params)


def _misplaced(analysis: Analysis, year: Edition) -> Iterator[Finding]:
    """Items that stand under another indicator than their own."""
    for place, _, block in _blocks(analysis, year):
        for item in (item for typed in block.items for item in year.parse_range(typed)):
            actual = year.indicator_of(item).id
            if block.indicator is not None and actual != str(block.indicator):
                params = {"found": item.id, "indicator": str(block.indicator), "actual": actual}
                yield finding("analysis.item-elsewhere", f"{place}.items", "warning", **params)
