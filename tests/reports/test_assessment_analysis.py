"""The assessment analysis: which items stand where, what a line says, which row a measure makes, what is found."""

from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ita_docs import DataError, load, load_reports
from ita_docs.assessment import edition
from ita_docs.reports.assessment_analysis import AssessmentAnalysis, AssessmentAnalysisView, IssueMeasureRow, IssueView

AGENCY = {"kind": "อบต.", "name": "ตัวอย่าง", "district": "เมือง", "province": "ชัยนาท"}
ONE: dict[str, Any] = {"targets": {"issues": 1}, "title": ["ก", "ข"], "steps": ["ค"]}
CODES = [item.id for item in edition(2567).items]
LISTS = ("deficient", "to_develop", "maintain")


def analysis(*measures: dict[str, Any], year: int = 2568, **more: Any) -> AssessmentAnalysis:
    data = {"fiscal_year": year, "agency": AGENCY, "measures": measures or (ONE,), **more}
    return AssessmentAnalysis.model_validate(data)


def view(**assessment: Any) -> AssessmentAnalysisView:
    return analysis(assessment=assessment).view()


def issue(number: int, **items: Any) -> IssueView:
    return view(items=items).issues[number - 1]


def measures(*given_measures: dict[str, Any], **more: Any) -> tuple[IssueMeasureRow, ...]:
    return analysis(*given_measures, **more).view().measures


def texts(row: IssueMeasureRow) -> tuple[str, list[str], list[str], list[str], list[str]]:
    columns = [[f"{p.number}{p.text}" for p in c] for c in (row.measures, row.steps, row.responsible, row.period)]
    return (row.issue, columns[0], columns[1], columns[2], columns[3])


def found(report: AssessmentAnalysis) -> list[tuple[str, str]]:
    return [(one.code, one.place.field) for one in report.findings()]


# The tables of the issues.


def test_an_issue_has_its_items_by_instrument() -> None:
    first = issue(1, i1="81.25", o9=0)
    assert first.heading == "ประเด็นที่ 1 กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ"
    assert [(row.instrument_id, row.code, row.score) for row in first.rows] == [
        ("IIT", "i1", Decimal("81.25")),
        ("IIT", "i2", None),
        ("IIT", "i3", None),
        ("OIT", "o7", None),
        ("OIT", "o8", None),
        ("OIT", "o9", Decimal(0)),
        ("OIT", "o10", None),
    ]


def test_items_of_all_seven_issues_are_those_of_the_edition_once() -> None:
    issues = view().issues
    assert len(issues) == 7
    assert Counter(row.code for one in issues for row in one.rows) == Counter(CODES)


@pytest.mark.parametrize("year", [2565, 2566, 2567, 2569])
def test_a_year_without_issues_is_analysed_by_indicator_and_loses_no_item(year: int) -> None:
    seen = analysis({"targets": {"indicators": 1}}, year=year).view()
    assert not seen.by_issue
    assert Counter(row.code for one in seen.issues for row in one.rows) == Counter(
        item.id for item in edition(year - 1).items
    )
    assert seen.issues[0].heading == "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่"
    assert "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน" in [one.heading for one in seen.issues]


@pytest.mark.parametrize(
    ("code", "item", "text"),
    [
        ("i1", {"score": 100, "text": "ข้อคำถาม"}, "ข้อคำถาม"),
        ("o9", {"score": 100}, "รายงานผลการดำเนินงานประจำปี"),
        ("o9", {"score": 100, "text": "ชื่ออื่น"}, "ชื่ออื่น"),
        ("i1", {"score": 100}, edition(2567).item("i1").label),
    ],
)
def test_an_item_is_worded_by_the_agency_or_else_by_the_register(code: str, item: dict[str, Any], text: str) -> None:
    first = issue(1, **{code: item})
    assert [row.text for row in first.rows if row.code == code] == [text]
    assert [(line.code, line.text) for line in first.maintain] == [(code, text)]


def test_a_label_does_not_repeat_the_code_that_stands_before_it() -> None:
    rows = analysis({"targets": {"indicators": 1}}, year=2566).view().issues[1].rows
    assert [row.code for row in rows][:2] == ["i7", "i8"]
    assert not [row.text for row in rows if row.code in row.text]


# The three lists.


@pytest.mark.parametrize(
    ("item", "kind", "line"),
    [
        ({"score": "84.99", "remark": "ต้องแก้"}, "deficient", "ต้องแก้"),
        ({"score": "84.99"}, "deficient", "รายงานผลการดำเนินงานประจำปี"),
        ({"score": 85, "remark": "ต้องพัฒนา"}, "to_develop", "ต้องพัฒนา"),
        ({"score": "99.99"}, "to_develop", "รายงานผลการดำเนินงานประจำปี"),
        ({"score": 100}, "maintain", "รายงานผลการดำเนินงานประจำปี"),
        ({"score": 0, "verdict": "maintain", "reason": "แก้แล้ว"}, "maintain", "รายงานผลการดำเนินงานประจำปี"),
        ({"verdict": "to_develop", "remark": ["ก", "ข"]}, "to_develop", "ก\nข"),
    ],
)
def test_an_item_stands_in_one_list_with_its_remark_or_text(item: dict[str, Any], kind: str, line: str) -> None:
    first = issue(1, o9=item)
    assert {name: [one.text for one in getattr(first, name)] for name in LISTS} == {
        name: [line] if name == kind else [] for name in LISTS
    }


def test_an_item_without_a_score_is_in_no_list_and_a_finding() -> None:
    report = analysis(assessment={"items": {code: 100 for code in CODES if code not in {"o7", "o8", "e9"}}})
    assert sum(len(getattr(one, name)) for one in report.view().issues for name in LISTS) == len(CODES) - 3
    (left,) = (one for one in report.findings() if one.code == "analysis.no-score")
    assert left.params["found"] == "e9, o7-o8"


SCORES = st.dictionaries(
    st.sampled_from(CODES), st.decimals(0, 100, places=2, allow_nan=False, allow_infinity=False), min_size=1
)


@given(SCORES, st.sampled_from(["threshold", "above-instrument-mean"]))
def test_every_scored_item_is_in_exactly_one_list(scores: dict[str, Decimal], rule: str) -> None:
    means = {"IIT": 80, "EIT": 80, "OIT": 80}
    seen = view(items=scores, classification=rule, instruments=means)
    listed = Counter(line.code for one in seen.issues for name in LISTS for line in getattr(one, name))
    assert listed == Counter(list(scores))
    tables = {row.code: row.score for one in seen.issues for row in one.rows if row.score is not None}
    assert tables == scores


# The result.


def test_what_is_not_stated_is_computed_or_left_out() -> None:
    seen = view(items={"i1": 80, "i2": "90.01", "i3": 100}, indicators={7: "84.93"})
    assert [(row.instrument_id, row.number, row.score) for row in seen.scores if row.score is not None] == [
        ("IIT", 1, Decimal("90.00")),
        ("EIT", 7, Decimal("84.93")),
    ]
    assert seen.total is None
    assert seen.level is None
    assert [len(one.values) for one in seen.indicators.series] == [10]


@pytest.mark.parametrize(("level", "graded"), [("ผ่าน", False), ("ผ่านดีเยี่ยม", False), ("A (ดี)", True), (None, False)])
def test_a_level_of_latin_letters_is_told_apart(level: str | None, graded: bool) -> None:
    seen = view(level=level)
    assert (seen.level, seen.graded) == (level, graded)


@pytest.mark.parametrize(
    ("chart", "scores", "shown"),
    [(None, {1: 90}, "bar"), ("bar", {1: 90}, "bar"), ("radar", {1: 0}, "radar"), ("radar", {}, "")],
)
def test_the_chart_is_a_bar_unless_a_radar_is_asked_for(chart: str | None, scores: dict[int, int], shown: str) -> None:
    more: dict[str, Any] = {"chart": chart} if chart else {}
    assert analysis(assessment={"indicators": scores}, **more).view().chart_kind == shown


def test_digits_are_arabic_unless_asked_otherwise() -> None:
    assert AssessmentAnalysis.default_numerals == "arabic"
    assert analysis().numerals is None


# The measures.


def test_a_row_names_its_issue_and_lists_measures_and_steps_apart() -> None:
    owners = ["งานพัสดุ/กองคลัง", "งานบริหารทั่วไป/สำนักปลัด"]
    row = {**ONE, "steps": ["ค", "ง", "จ"], "responsible": owners, "period": "1 ต.ค.67 - 30 ก.ย.68"}
    assert [texts(one) for one in measures(row)] == [
        (
            "1. กระบวนการปฏิบัติงานที่โปร่งใสและมีประสิทธิภาพ",
            ["1.ก", "2.ข"],
            ["1.ค", "2.ง", "3.จ"],
            owners,
            ["1 ต.ค.67 - 30 ก.ย.68"],
        )
    ]


def test_rows_follow_the_issues_and_those_of_one_issue_share_its_cell() -> None:
    rows = measures(
        {"targets": {"issues": 4}, "title": "ก"},
        {"targets": {"issues": 1}, "title": "ข"},
        {"targets": {"issues": 4}, "title": "ค"},
        {"targets": {"issues": "3-4"}, "title": "ง"},
    )
    assert [(row.issue.split("\n")[0][:2], row.measures[0].text) for row in rows] == [
        ("1.", "ข"),
        ("3.", "ง"),
        ("4.", "ก"),
        ("4.", "ค"),
    ]
    assert rows[2].issue_key == rows[3].issue_key != rows[1].issue_key
    assert rows[1].issue.count("\n") == 1


@pytest.mark.parametrize(
    ("targets", "label"),
    [
        ({"items": "o17"}, "5. กระบวนการสร้างความโปร่งใสในการใช้งบประมาณและการจัดซื้อจัดจ้าง"),
        ({"indicators": 4}, "4. กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ"),
        ({"sub_indicators": "9.3"}, "5. กระบวนการสร้างความโปร่งใสในการใช้งบประมาณและการจัดซื้อจัดจ้าง"),
        ({"sub_indicators": "10.1"}, "10.1"),
    ],
)
def test_a_measure_for_items_stands_at_the_issue_that_holds_them(targets: dict[str, Any], label: str) -> None:
    (row,) = measures({"targets": targets, "title": "ก"})
    assert row.issue == label


def test_in_a_year_without_issues_a_measure_names_its_indicator() -> None:
    rows = measures(
        {"targets": {"indicators": 9}, "title": "ก"},
        {"targets": {"sub_indicators": "9.1-9.2"}, "title": "ข"},
        {"targets": {"items": "i1"}, "title": "ค"},
        year=2567,
    )
    assert [row.issue for row in rows] == [
        "1. การปฏิบัติหน้าที่",
        "9.1 ข้อมูลพื้นฐาน\n9.2 การบริหารงาน",
        "9. การเปิดเผยข้อมูล",
    ]


def test_a_ditto_means_the_value_above_in_the_data_wherever_its_row_stands() -> None:
    rows = measures(
        {"targets": {"issues": 2}, "responsible": "กองคลัง", "period": "ต.ค.67"},
        {"targets": {"issues": 1}, "responsible": "“", "period": '"'},
    )
    assert [texts(row)[3:] for row in rows] == [(["กองคลัง"], ["ต.ค.67"])] * 2
    assert rows[0].responsible_key == rows[1].responsible_key


def test_what_a_step_states_of_its_own_stands_in_the_cell_of_its_measure() -> None:
    steps = ["ก", {"text": "ข", "responsible": "กองช่าง", "period": {"start": "2024-10-01", "end": "2024-10-31"}}]
    (row,) = measures({"targets": {"issues": 1}, "steps": steps, "responsible": "กองคลัง"})
    assert texts(row)[3:] == (["กองคลัง", "ขั้นตอนที่ 2:\nกองช่าง"], ["ขั้นตอนที่ 2:\n1 ต.ค.67 - 31 ต.ค.67"])


@pytest.mark.parametrize(
    ("more", "whole"),
    [
        ({"steps": ["ก" * 300] * 2}, True),
        ({"steps": ["ก" * 400] * 2}, False),
        ({"steps": ["ก"] * 18}, True),
        ({"steps": ["ก"] * 19}, False),
        ({"responsible": "ก" * 300}, False),
        ({"responsible": "ก\nข\n" * 10}, False),
    ],
)
def test_only_a_low_row_is_kept_whole(more: dict[str, Any], whole: bool) -> None:
    (row,) = measures({**ONE, **more})
    assert row.whole is whole


def test_all_of_the_sample_is_low_but_its_last_issue(root: Path) -> None:
    seen = load_reports(root / "examples" / "assessment-analysis.yaml")[0].report.view()
    assert isinstance(seen, AssessmentAnalysisView)
    assert [row.whole for row in seen.measures] == [True] * 7
    assert [(one.whole_table, one.whole) for one in seen.issues] == [(True, True)] * 6 + [(True, False)]


# Faults and findings.


def test_every_fault_of_scores_and_targets_is_told_at_once() -> None:
    with pytest.raises(ValidationError) as caught:
        analysis(
            {"title": "ก"},
            {"targets": {"issues": 8}, "title": "ข"},
            {"targets": {}, "title": "ค"},
            assessment={"items": {"o36": 100}, "indicators": {11: 90}},
        )
    faults = caught.value.errors()[0]["ctx"]["error"].faults
    assert {(f.code, f.place.field) for f in faults} == {
        ("assessment.no-indicator", "assessment.indicators.11"),
        ("assessment.no-item", "assessment.items.o36"),
        ("measure.no-target", "measures[0].targets"),
        ("assessment.no-issue", "measures[1].targets.issues"),
        ("measure.no-target", "measures[2].targets"),
    }


def test_a_rule_that_can_not_be_applied_is_a_fault() -> None:
    with pytest.raises(ValidationError) as caught:
        analysis(assessment={"items": {"o9": 0}, "classification": "above-instrument-mean"})
    assert [f.code for f in caught.value.errors()[0]["ctx"]["error"].faults] == ["assessment.no-mean"]


def test_a_year_without_a_register_is_refused_with_those_that_exist() -> None:
    with pytest.raises(ValidationError, match="2568"):
        analysis(year=2580)


def test_a_data_file_tells_wrong_targets_and_scores_together_with_wrong_fields(tmp_path: Path) -> None:
    file = tmp_path / "analysis.yaml"
    file.write_text(
        "kind: assessment-analysis\nfiscal_year: 2568\nagency: {kind: อบต., name: ก}\nassessment:\n  items:\n"
        "    o99: 100\nmeasures:\n  - targets: {issues: 9}\n    title: ก\n  - titel: ข\n    targets: {issues: 1}\n",
        encoding="utf-8",
    )
    with pytest.raises(DataError) as caught:
        load(file)
    assert [(f.code, f.place.line) for f in caught.value.faults] == [
        ("assessment.no-item", 6),
        ("assessment.no-issue", 8),
        ("data.unknown-key-near", 10),
    ]


FULL: dict[str, Any] = dict.fromkeys(CODES, 100)
#: What does not follow from the items of FY2567.
REST: dict[str, Any] = {"indicators": {6: 100, 7: 100, 8: 100, 10: 100}}


def test_a_full_result_with_a_measure_for_each_issue_has_no_finding() -> None:
    every = [{"targets": {"issues": number}, "title": "ก"} for number in range(1, 8)]
    assert found(analysis(*every, assessment={**REST, "items": FULL})) == []


def test_a_deficient_item_and_an_issue_that_no_measure_answers_are_findings() -> None:
    some = [{"targets": {"issues": number}, "title": "ก"} for number in (1, 2, 3, 4, 6)]
    report = analysis(*some, assessment={**REST, "items": {**FULL, "o17": 0}})
    assert found(report) == [
        ("analysis.deficient-unanswered", "assessment.items.o17"),
        ("analysis.issue-unanswered", "measures"),
    ]
    assert report.findings()[1].params["found"].startswith("ประเด็นที่ 7 ")


def test_a_step_answers_too() -> None:
    steps = [{"text": "ก", "targets": {"items": "o17"}}]
    codes = [code for code, _ in found(analysis({**ONE, "steps": steps}, assessment={"items": {**FULL, "o17": 0}}))]
    assert "analysis.deficient-unanswered" not in codes


def test_the_five_items_that_were_forgotten_are_classified(root: Path) -> None:
    seen = load_reports(root / "examples" / "assessment-analysis.yaml")[0].report.view()
    assert isinstance(seen, AssessmentAnalysisView)
    maintained = {line.code for one in seen.issues for line in one.maintain}
    assert {"i9", "o31", "o32", "o33", "o35"} <= maintained
    counts = [[len(getattr(one, name)) for name in LISTS] for one in seen.issues]
    assert [sum(column) for column in zip(*counts, strict=True)] == [12, 14, 33]


def test_what_the_layout_does_not_print_is_a_finding() -> None:
    report = analysis({**ONE, "follow_up": "ทุก 6 เดือน", "number": 3})
    assert [one.params["field"] for one in report.findings() if one.code == "measure.not-printed"] == [
        "follow_up",
        "number",
    ]
