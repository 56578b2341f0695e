"""What the items on measures and on their results ask of the paper, and what the paper lacks."""

from typing import Any

import pytest

from ita_docs.review import passages
from ita_docs.review.required import required
from tests.review.reports import OWN, made

MEASURE = {"targets": {"indicators": 4}, "title": "ก", "steps": ["ข"], **OWN}
SCORES = {"year": 2565, "instruments": {"IIT": "99.83"}, "indicators": {4: "99.15", 5: "100"}}
SAID = {"IIT": {"weaknesses": "การยืมทรัพย์สิน", "to_maintain": "การประชุม"}}
DONE = {"title": "ก", "steps": ["ข"], **OWN, "results": "ติด QR Code แล้ว"}


def found(kind: str, *measures: Any, **more: Any) -> list[tuple[str, str, str]]:
    report = made(kind, *measures, **more)
    return [(f.code, f.severity, f.place.field) for f in required(report, passages(report))]


def integrity(*measures: Any, **more: Any) -> list[tuple[str, str, str]]:
    return found("integrity", *(measures or (MEASURE,)), **{"assessment": SCORES, "analysis": SAID, **more})


def test_a_complete_paper_is_quiet() -> None:
    assert integrity() == []
    assert found("progress", DONE) == []
    assert found("implementation", DONE) == []
    assert found("plan", {"targets": {"indicators": 4}, "steps": ["ข"]}) == []


def test_an_analysis_names_what_is_deficient_and_what_is_to_be_developed() -> None:
    assert integrity(analysis={}) == [
        ("required.weaknesses", "warning", "analysis"),
        ("required.points-to-develop", "warning", "analysis"),
    ]
    assert integrity(analysis={"IIT": {"weaknesses": "ก"}}) == [("required.points-to-develop", "warning", "analysis")]
    assert integrity(assessment={"year": 2565}) == [("required.scores", "warning", "assessment")]
    other = {"EIT": {"weaknesses": "ก", "to_maintain": "ข"}}
    assert integrity(analysis=other) == [("required.weaknesses-of", "warning", "analysis.IIT")]


def test_the_finding_names_the_item_of_the_year() -> None:
    def item(kind: str, year: int) -> set[str]:
        report = made(kind, {"targets": {"indicators": 4}, "title": "ก"}, fiscal_year=year)
        return {f.params["item"] for f in required(report, passages(report))}

    assert [item("integrity", year) for year in (2565, 2566, 2567, 2568)] == [{"O42"}, {"O42"}, {"o34"}, {"o27"}]
    assert [item("progress", year) for year in (2565, 2566, 2567, 2568)] == [{"O43"}, {"O43"}, {"o35"}, {"o28"}]


@pytest.mark.parametrize(
    ("lacks", "code"),
    [
        ("title", "required.titles"),
        ("steps", "required.steps"),
        ("responsible", "required.responsible"),
        ("period", "required.period"),
    ],
)
def test_a_measure_says_what_how_who_and_when(lacks: str, code: str) -> None:
    bare = {name: value for name, value in MEASURE.items() if name != lacks}
    assert integrity(MEASURE, bare) == [(code, "warning", "measures[1]")]
    if lacks in {"responsible", "period"}:
        assert integrity(bare, defaults={lacks: OWN[lacks]}) == []


def test_owner_and_period_may_stand_with_each_step() -> None:
    bare = {"targets": {"indicators": 4}, "title": "ก"}
    own = {"text": "ข", **OWN}
    assert integrity({**bare, "steps": [own, own]}) == []
    assert integrity({**bare, "steps": [own, {**own, "period": None}]}) == [
        ("required.period", "warning", "measures[0].steps[1]")
    ]
    parts = {"text": "ข", "sub_steps": [own, own], "period": OWN["period"]}
    assert integrity({**bare, "steps": [parts]}) == []


def test_an_improvement_plan_is_asked_for_what_it_has_a_column_for() -> None:
    bare = {"targets": {"indicators": 4}}
    assert found("plan", bare) == [("required.steps", "warning", "measures[0]")]
    steps = {**bare, "steps": ["ข"]}
    assert found("plan", steps, fiscal_year=2567) == [("required.responsible", "advice", "measures[0]")]
    assert found("plan", {**steps, "responsible": "กองคลัง"}, fiscal_year=2567) == []


def test_a_report_on_measures_tells_what_was_done() -> None:
    bare = {name: value for name, value in DONE.items() if name != "results"}
    other = {**DONE, "title": "ค", "steps": ["ง"]}
    assert found("progress", other, bare) == [("required.results", "warning", "measures[1]")]
    assert found("progress", other, {**bare, "progress": {"status": "อยู่ระหว่างดำเนินการ"}}) == []
    assert found("implementation", bare, other) == [("required.results", "warning", "measures[0]")]


def test_from_2567_an_outcome_is_asked_for() -> None:
    assert found("implementation", DONE, fiscal_year=2567) == [("required.outcomes", "warning", "measures[0]")]
    assert found("implementation", {**DONE, "outcomes": "ประชาชนพอใจ"}, fiscal_year=2567) == []
    assert found("implementation", DONE, fiscal_year=2568, evidence_year=2566) == []


@pytest.mark.parametrize("kind", ["progress", "implementation"])
def test_the_code_of_the_survey_is_asked_for_in_2566_only(kind: str) -> None:
    silent = {**DONE, "results": "อบรมแล้ว", "outcomes": "ก"}
    assert found(kind, silent) == [("required.qr-code", "advice", "measures")]
    assert found(kind, {**silent, "results": "แสดงคิวอาร์โค้ดแล้ว"}) == []
    assert found(kind, silent, fiscal_year=2567) == []


def test_a_year_without_a_register_asks_for_nothing() -> None:
    assert found("progress", {"title": "ก"}, fiscal_year=2590) == []


def test_what_no_measure_tells_is_said_once() -> None:
    silent = {"title": "ก", "steps": ["ข"], **OWN}
    codes = [(code, place) for code, _, place in found("implementation", silent, silent, fiscal_year=2567)]
    assert codes == [("required.no-results", "measures"), ("required.no-outcomes", "measures")]
    assert ("required.results", "warning", "measures[1]") in found("progress", DONE, silent)


def test_an_outcome_that_one_measure_lacks_is_worth_a_look_before_2567() -> None:
    told = {**DONE, "outcomes": "ดีขึ้น"}
    assert found("implementation", told, DONE) == [("required.outcome-of", "advice", "measures[1]")]


def test_suggestions_of_the_commission_are_no_points_to_develop() -> None:
    said = {"IIT": {"weaknesses": "ก", "suggestions": "ข"}}
    assert integrity(analysis=said) == [("required.points-to-develop", "warning", "analysis")]
