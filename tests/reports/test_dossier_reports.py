"""Reports that are made of a dossier: what they take of it, in which register, and what they find."""

import pickle
from typing import Any

import pytest
from pydantic import ValidationError

from ita_docs import (
    KINDS,
    AssessmentAnalysis,
    Dossier,
    ImplementationReport,
    ImprovementPlan,
    IntegrityMeasures,
    ParseError,
    ProgressReport,
)
from ita_docs.reports import Report

AGENCY = {"kind": "อบต.", "name": "ตัวอย่าง", "district": "เมืองชัยนาท", "province": "ชัยนาท"}
MEASURE = {"title": "อบรม", "steps": ["ก"], "targets": {"indicators": 2}, "responsible": "กองคลัง", "period": "ไตรมาส ๑"}


def dossier(*measures: dict[str, Any], year: int = 2566, **more: Any) -> Dossier:
    return Dossier.model_validate({"fiscal_year": year, "agency": AGENCY, "measures": measures or (MEASURE,), **more})


def said(report: Report) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.place.field, finding.severity) for finding in report.findings()]


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_every_kind_is_made_of_one_dossier(kind: type[Report]) -> None:
    made = dossier(assessment={"total": "92.58"}, evidence_year=2566, numerals="arabic").report(kind)
    assert isinstance(made, kind)
    assert made.of_dossier
    assert made.results_year.year == 2565  # whatever the kind takes where its own file does not say
    assert (made.measures[0].title, made.numerals, made.assessment.year) == ("อบรม", "arabic", made.results_year)
    assert type(made.view()).__name__ == f"{kind.__name__}View"
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301  our own bytes


def test_a_report_with_data_of_its_own_is_of_no_dossier() -> None:
    made = ProgressReport.model_validate({"fiscal_year": 2566, "agency": AGENCY, "measures": [MEASURE]})
    assert not made.of_dossier


def test_a_kind_takes_the_fields_that_it_has() -> None:
    year = dossier(
        unit="สำนักปลัด",
        analysis={"IIT": {"weaknesses": "อ่อน"}},
        principles=[{"heading": "๑)"}],
        show_chart=True,
        chart="radar",
        item_progress={"O1": "เผยแพร่แล้ว"},
        indicator_progress={1: {"guidelines": "ก"}},
        sign_off=[{"role": "ผู้จัดทำ"}],
    )
    measures = year.report(IntegrityMeasures)
    assert (measures.unit, measures.show_chart, measures.chart) == ("สำนักปลัด", True, "radar")
    assert (measures.analysis, measures.principles) == (year.analysis, year.principles)
    assert year.report(AssessmentAnalysis).chart == "radar"
    implementation = year.report(ImplementationReport)
    assert implementation.item_progress == year.item_progress
    assert implementation.indicator_progress == year.indicator_progress
    assert implementation.sign_off == year.sign_off


def test_an_option_is_the_kinds_own() -> None:
    assert dossier().report(ProgressReport, round=2).round == 2
    with pytest.raises(ValidationError, match="extra_forbidden"):
        dossier().report(ImprovementPlan, round=1)


def test_defaults_and_dittos_work_as_in_a_file_of_its_own() -> None:
    plan = dossier(
        {**MEASURE, "responsible": None}, {**MEASURE, "responsible": "“"}, defaults={"remark": "ทุกปี"}
    ).report(ImprovementPlan)
    assert [measure.remark for measure in plan.measures] == ["ทุกปี", "ทุกปี"]


def test_what_another_paper_of_the_dossier_prints_is_no_finding() -> None:
    measure = {**MEASURE, "results": "ผล", "weakness": "ว", "follow_up": "รายงานผล", "remark": "ทุกปี"}
    year = dossier(measure)
    assert [said(year.report(kind)) for kind in (ProgressReport, ImprovementPlan)] == [[], []]
    alone = ImprovementPlan.model_validate({"fiscal_year": 2566, "agency": AGENCY, "measures": [measure]})
    assert {code for code, _, _ in said(alone)} == {"measure.not-printed", "measure.covered"}


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("ต.ค.๖๕ - ก.ย.๖๖", []),  # goes on after the round
        ("ไตรมาส ๑", []),
        ("ไตรมาส ๓ - ๔", [("period.outside-round", "measures[0].period", "advice")]),
        ("ต.ค.๖๖ - มี.ค.๖๗", [("period.outside-year", "measures[0].period", "warning")]),
    ],
)
def test_a_measure_of_the_year_need_not_end_in_the_round(period: str, found: list[tuple[str, str, str]]) -> None:
    assert said(dossier({**MEASURE, "period": period}).report(ProgressReport, round=1)) == found


def test_targets_are_read_in_the_register_of_the_results() -> None:
    year = dossier({**MEASURE, "targets": {"items": "O27"}}, {**MEASURE, "targets": {"indicators": 9}})
    assert year.report(IntegrityMeasures).measures == year.measures
    plan = year.report(ImprovementPlan)
    targets = plan.measures[0].targets
    assert targets
    assert targets.items == ("O25",)  # the name that O27 of 2565 has in 2566
    assert said(plan) == []


def test_a_plan_for_the_year_of_its_results_takes_them_as_they_are() -> None:
    year = dossier({**MEASURE, "targets": {"items": "i4-i6"}}, evidence_year=2565)
    assert year.report(ImprovementPlan).measures[0].targets == year.measures[0].targets


def test_neighbours_stay_a_range_and_sub_indicators_follow_their_name() -> None:
    year = dossier({**MEASURE, "targets": {"items": "O1-O3", "sub_indicators": "9.1", "instrument": "OIT"}})
    targets = year.report(ImprovementPlan).measures[0].targets
    assert targets
    assert (targets.items, targets.sub_indicators, targets.instrument) == (("O1-O3",), ("9.1",), "OIT")


def test_a_target_that_is_not_the_same_is_left_out_and_said() -> None:
    plan = dossier({**MEASURE, "targets": {"items": ["i4-i6", "O1"]}}).report(ImprovementPlan)
    assert said(plan) == [("dossier.target-not-carried", "measures[0].targets.items", "advice")]


def test_an_indicator_beside_it_is_what_is_advised() -> None:
    plan = dossier({**MEASURE, "targets": {"items": "i4-i6", "indicators": 1}}).report(ImprovementPlan)
    assert said(plan) == []
    assert [row.target for row in plan.view().rows] == ["1.การปฏิบัติหน้าที่ i1-i6"]


def test_a_step_loses_its_target_and_stays() -> None:
    steps = [{"text": "ก", "targets": {"items": "i1"}}, {"text": "ข", "targets": {"items": "O1"}}]
    plan = dossier({**MEASURE, "targets": {"indicators": [1, 9]}, "steps": steps}).report(ImprovementPlan)
    assert said(plan) == [("dossier.target-not-carried", "measures[0].steps[0].targets.items", "advice")]
    assert [point.text for row in plan.view().rows for point in row.steps if "ก" in point.text] == ["ก"]


def test_a_measure_of_which_nothing_is_left_is_not_in_the_plan_and_its_place_stays() -> None:
    year = dossier(
        MEASURE,
        {**MEASURE, "title": "หาย", "targets": {"items": "i4-i6"}, "responsible": "กองช่าง"},
        {**MEASURE, "title": "ยังอยู่", "responsible": "“", "period": "ม.ค.๖๗"},
    )
    plan = year.report(ImprovementPlan)
    rows = plan.view().rows
    assert not any("หาย" in point.text for row in rows for point in row.steps)
    assert rows[-1].responsible[0].text == "กองช่าง"  # the ditto means what stands above it in the data
    assert said(plan) == [
        ("period.outside-year", "measures[2].period", "warning"),
        ("dossier.target-not-carried", "measures[1].targets.items", "advice"),
        ("dossier.measure-left-out", "measures[1].targets", "warning"),
    ]


def test_an_entry_is_not_called_strange_where_its_measure_lost_a_target() -> None:
    steps = [{"text": "ก", "targets": {"items": "O27"}}]
    plan = dossier({**MEASURE, "targets": {"items": ["O32", "O1"]}, "steps": steps}).report(ImprovementPlan)
    assert [code for code, _, _ in said(plan)] == ["dossier.target-not-carried"]


@pytest.mark.parametrize(
    ("year", "measures", "code", "field"),
    [
        (2566, [{**MEASURE, "targets": {"items": "i4"}}], "dossier.nothing-carried", "measures"),
        (2568, [{**MEASURE, "targets": {"issues": 1}}], "dossier.issues-alone", "measures[0].targets.issues"),
        (2566, [{**MEASURE, "targets": {"items": "O99"}}], "assessment.no-item", "measures[0].targets.items"),
        (2569, [MEASURE], "assessment.no-edition", "fiscal_year"),
    ],
)
def test_what_can_not_be_made_says_why(year: int, measures: list[dict[str, Any]], code: str, field: str) -> None:
    with pytest.raises(ParseError) as error:
        dossier(*measures, year=year).report(ImprovementPlan)
    assert [(fault.code, fault.place.field) for fault in error.value.faults] == [(code, field)]


def test_a_measure_without_target_is_refused_as_in_a_file_of_its_own() -> None:
    with pytest.raises(ValidationError, match="does not say what it answers"):
        dossier({"title": "ก"}).report(ImprovementPlan)


def test_a_default_is_found_once_at_its_own_field() -> None:
    made = ProgressReport.model_validate(
        {
            "fiscal_year": 2566,
            "agency": AGENCY,
            "measures": [{"title": "ก"}, {"title": "ข"}],
            "defaults": {"period": "ต.ค.๖๖", "remark": "ทุกปี"},
        }
    )
    assert said(made) == [
        ("period.outside-round", "defaults.period", "warning"),
        ("measure.not-printed", "defaults.remark", "advice"),
    ]


def test_a_finding_names_a_key_as_the_dossier_spells_it() -> None:
    year = dossier(
        MEASURE,
        item_progress={"๐๕": {"status": "ดำเนินการ"}},
        indicator_progress={"๒": {"period": "ม.ค.๙๐", "notes": "แล้ว"}},
    )
    found = {finding.code: finding.place.field for finding in year.report(ImplementationReport).findings()}
    assert found["progress.no-notes"] == 'item_progress["๐๕"]'
    assert found["period.outside-year"] == 'indicator_progress["๒"].period'


def test_a_report_is_asked_for_by_its_class() -> None:
    with pytest.raises(TypeError, match=r"ita_docs\.KINDS"):
        dossier(MEASURE).report("progress-report")  # type: ignore[arg-type]
