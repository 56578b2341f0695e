"""The analysis of an assessment's results with next year's measures (การวิเคราะห์ผลการประเมินฯ), layout 5.

Result and chart, the scores of the indicators, then one table for each issue of the results year with three lists
below: every item that has a score stands in exactly one of them. An item that no issue gathers, as in a year without
issues, is analysed under its indicator or sub-indicator, so that none is left out. The measures follow in the order of
the issues that they answer, whatever their order in the data.

Limits: names and codes come from the register of the results year, so that year must have one.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from pydantic import Field

from ita_docs.assessment import (
    Classification,
    Edition,
    Item,
    Rule,
    Scores,
    Threshold,
    classify,
    computed,
    level_findings,
    printed_level,
    score_findings,
    verdict_findings,
)
from ita_docs.errors import Fault, Place
from ita_docs.findings import Finding
from ita_docs.records import Assessment, Measure, Targets
from ita_docs.reports.answers import answered, unanswered
from ita_docs.reports.dittos import Column
from ita_docs.reports.owned_rows import stated_once
from ita_docs.reports.report import finding
from ita_docs.reports.score_tables import ScoreRow, indicator_chart, score_rows
from ita_docs.reports.scored_report import ChartForm, Parts, ScoredReport
from ita_docs.reports.view import (
    AgencyView,
    Chart,
    Points,
    StageView,
    View,
    agency_view,
    numbered,
    plain,
    sign_off_view,
    step_points,
)
from ita_docs.thai import Numerals

#: About how many characters fill a line of a column, marks above and below included, and how many lines are low: what
#: is low may ask for one page, since it leaves no large gap before it and is never torn by a page that it overflows.
LINE = {"item": 65, "box": 95, "measures": 38, "steps": 40, "responsible": 15, "period": 20}
LOW_ROW, LOW_ISSUE = 18, 34


@dataclass(frozen=True, slots=True)
class ItemRow(View):
    """One item in the table of its issue; its cell of the instrument merges with those above of the same."""

    instrument_id: str
    code: str
    text: str
    score: Decimal | None


@dataclass(frozen=True, slots=True)
class ItemLine(View):
    """One line of a list below the table: the item's code, and the remark on it or its text."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class IssueView(View):
    """One issue: its heading, its items in the order of the instruments, the three lists of the box.

    `whole` issues are low enough for one page, `whole_table` without the box.
    """

    heading: str
    rows: tuple[ItemRow, ...]
    deficient: tuple[ItemLine, ...]
    to_develop: tuple[ItemLine, ...]
    maintain: tuple[ItemLine, ...]
    whole_table: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class IssueMeasureRow(View):
    """One row of the measures: `whole` rows are low enough to stay on one page; keys merge with the row above."""

    issue: str
    issue_key: Hashable
    measures: Points
    steps: Points
    responsible: Points
    responsible_key: Hashable
    period: Points
    period_key: Hashable
    whole: bool
    extra: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class AssessmentAnalysisView(View):
    """What the template of an assessment analysis sees.

    `graded` tells that the level is a Latin letter; `chart_kind` is empty when no indicator has a score; `by_issue` is
    false in a year without issues, whose tables stand for indicators and sub-indicators.
    """

    title: str
    agency: AgencyView
    fiscal_year: int
    results_year: int
    total: Decimal | None
    level: str | None
    graded: bool
    chart_kind: str
    indicators: Chart
    scores: tuple[ScoreRow, ...]
    by_issue: bool
    issues: tuple[IssueView, ...]
    measures: tuple[IssueMeasureRow, ...]
    sign_off: tuple[StageView, ...]
    extra: Mapping[str, object]


class AssessmentAnalysis(ScoredReport):
    """การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส พร้อมมาตรการของปีถัดไป."""

    title_th: ClassVar[str] = "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
    default_numerals: ClassVar[Numerals] = "arabic"
    default_rule: ClassVar[Rule] = Threshold()
    printed: ClassVar[frozenset[str]] = frozenset(
        {"title", "targets", "steps", "sub_steps", "text", "numbered", "responsible", "period"}
    )

    kind: Literal["assessment-analysis"] = Field(default="assessment-analysis", description="ชนิดของรายงาน")
    chart: ChartForm = "bar"

    @classmethod
    def unknown(cls, parts: Parts, year: Edition) -> Iterator[Fault]:
        """A measure must say what it answers, since its row stands there."""
        del year
        for number, measure in parts.measures.items():
            if measure.targets is None or not any(getattr(measure.targets, kind) for kind in Targets.model_fields):
                yield Fault("measure.no-target", Place(field=f"measures[{number}].targets"))

    @classmethod
    def judge(cls, assessment: Assessment, year: Edition, rule: Rule) -> object:
        """Every item that has a score stands in one list."""
        return classify(assessment, year, rule)

    def view(self) -> AssessmentAnalysisView:
        """The result, the tables of the issues, the rows of the measures."""
        year = self.edition
        scores = computed(self.assessment, year)
        rows = score_rows(scores)
        level = printed_level(self.assessment, year)
        sections = tuple(_sections(year))
        lists = classify(self.assessment, year, self.rule)
        return AssessmentAnalysisView(
            title=f"{self.title_th} ประจำปีงบประมาณ พ.ศ. {self.results_year.year} {self.agency.full_name}",
            agency=agency_view(self.agency),
            fiscal_year=self.fiscal_year.year,
            results_year=self.results_year.year,
            total=scores.total.printed,
            level=level,
            graded=(level or "ก")[0].isascii(),
            chart_kind=self.chart if any(row.score is not None for row in rows) else "",
            indicators=indicator_chart(rows),
            scores=rows,
            by_issue=bool(year.issues),
            issues=tuple(_issue(part, self.assessment, scores, lists) for part in sections),
            measures=tuple(_measure_rows(self.measures, sections, year)),
            sign_off=sign_off_view(self.sign_off),
            extra=self.extra,
        )

    def _findings(self) -> Iterator[Finding]:
        yield from super()._findings()
        year = self.edition
        for findings in (score_findings, level_findings, verdict_findings):
            yield from findings(self.assessment, year)
        yield from unanswered(self.measures, self.assessment, year, self.rule)
        yield from self._gaps(year)

    def _gaps(self, year: Edition) -> Iterator[Finding]:
        """Items that no list holds, and issues that no measure answers."""
        lists = classify(self.assessment, year, self.rule)
        if missing := [item for item in year.items if lists.verdict(item) is None]:
            yield finding("analysis.no-score", "assessment.items", "warning", found=year.code_range(missing))
        named = answered(self.measures, year)
        for section in _sections(year) if year.issues else ():
            # A deficient item that no measure answers is a finding by itself.
            if not section.ids & named and not section.ids & {item.id for item in lists.deficient}:
                yield finding("analysis.issue-unanswered", "measures", "warning", found=section.heading)


@dataclass(frozen=True, slots=True)
class _Section:
    """What one table is about: an issue, a sub-indicator, or what is left of an indicator."""

    heading: str
    label: str
    items: tuple[Item, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The items' ids."""
        return frozenset(item.id for item in self.items)


def _sections(year: Edition) -> Iterator[_Section]:
    """The issues, then what they leave out by sub-indicator and indicator; each item once, none empty."""
    parts = [
        (f"ประเด็นที่ {issue.id} {issue.name_th}", f"{issue.id}. {issue.name_th}", issue.items) for issue in year.issues
    ]
    for indicator in year.indicators:
        for sub in year.sub_indicators_of(indicator):
            name = f"{sub.id} {sub.name_th or ''}".rstrip()
            parts.append((f"ตัวชี้วัดย่อยที่ {name}", name, sub.items))
        name = indicator.name_th
        parts.append((f"ตัวชี้วัดที่ {indicator.id} {name}", f"{indicator.id}. {name}", indicator.items))
    seen: set[str] = set()
    for heading, label, items in parts:
        own = tuple(item for item in items if item.id not in seen)
        seen.update(item.id for item in own)
        if own:
            yield _Section(heading, label, own)


def _issue(section: _Section, stated: Assessment, scores: Scores, lists: Classification[Item]) -> IssueView:
    year = scores.edition
    order = {instrument.id: place for place, instrument in enumerate(year.instruments)}
    instruments = {item: year.instrument_of(item).id for item in section.items}
    items = sorted(section.items, key=lambda item: (order[instruments[item]], item.code.number))

    def lines(listed: Iterable[Item]) -> tuple[ItemLine, ...]:
        wanted = set(listed)
        return tuple(ItemLine(item.id, _remark(item, stated)) for item in items if item in wanted)

    rows = tuple(ItemRow(instruments[item], item.id, _text(item, stated), scores.of(item).printed) for item in items)
    listed = {name: lines(getattr(lists, name)) for name in ("deficient", "to_develop", "maintain")}
    table = sum(_lines(row.text, LINE["item"]) for row in rows)
    box = sum(1 + max(1, sum(_lines(line.text, LINE["box"]) for line in found)) for found in listed.values())
    return IssueView(
        heading=section.heading,
        rows=rows,
        **listed,
        whole_table=table <= LOW_ISSUE,
        whole=table + box <= LOW_ISSUE,
    )


def _text(item: Item, stated: Assessment) -> str:
    """The agency's wording, else the name in the register, else its short label."""
    said = stated.items.get(item.code)
    # A label that only tells items apart ends in the code, which stands before it already.
    return (said.text if said else None) or item.name.removesuffix(f" ข้อ {item.id}")


def _remark(item: Item, stated: Assessment) -> str:
    """What the agency says of an item, a list line by line; else the item's text."""
    said = stated.items.get(item.code)
    return "\n".join(point.text for point in plain(said.remark if said else None)) or _text(item, stated)


def _measure_rows(
    measures: tuple[Measure, ...], sections: tuple[_Section, ...], year: Edition
) -> Iterator[IssueMeasureRow]:
    """Rows in the order of the sections answered; dittos are read before, in the order of the data."""
    above = {name: Column() for name in ("responsible", "period")}
    rows: list[tuple[tuple[int, ...], IssueMeasureRow]] = []
    for number, measure in enumerate(measures):
        at = _places(measure, sections, year)
        cells = {name: above[name].read(stated_once(measure, name, "short"), number) for name in above}
        columns = {"measures": numbered(measure.title), "steps": step_points(measure.steps)}
        columns |= {name: cell.points for name, cell in cells.items()}
        label = _label(measure, [sections[place] for place in at], year)
        row = IssueMeasureRow(
            issue=label,
            issue_key=label,
            **columns,
            responsible_key=cells["responsible"].key,
            period_key=cells["period"].key,
            extra=measure.extra,
            whole=all(
                sum(_lines(point.text, LINE[name]) for point in points) <= LOW_ROW for name, points in columns.items()
            ),
        )
        rows.append((at or (len(sections),), row))
    return (row for _, row in sorted(rows, key=lambda entry: entry[0]))


def _lines(text: str, width: int) -> int:
    """About how many lines of so many characters a paragraph takes."""
    return sum(1 + len(line) // width for line in text.split("\n"))


def _places(measure: Measure, sections: tuple[_Section, ...], year: Edition) -> tuple[int, ...]:
    """The sections that a measure answers, in their order."""
    named = answered([measure.model_copy(update={"steps": ()})], year)
    return tuple(place for place, section in enumerate(sections) if section.ids & named)


def _label(measure: Measure, sections: list[_Section], year: Edition) -> str:
    """The first cell: the issues that hold what is answered; where there are none, what the measure names."""
    targets = measure.targets or Targets()
    indicators = (year.indicator(number) for number in targets.indicators)
    named = [f"{indicator.id}. {indicator.name_th}" for indicator in indicators]
    subs = (sub for text in targets.sub_indicators for sub in year.parse_sub_indicators(text))
    named += [f"{sub.id} {sub.name_th or ''}".rstrip() for sub in subs]
    labels = [section.label for section in sections]
    return "\n".join(labels if year.issues and labels else named or labels)
