"""A list of items that is not confirmed never refuses a document: what the data names beyond it is taken in."""

from typing import Any

import pytest

from ita_docs import AssessmentAnalysis, ImprovementPlan, IntegrityMeasures, render
from ita_docs.assessment import edition, parse_code

AGENCY = {"kind": "อบต.", "name": "ตัวอย่าง", "district": "เมือง", "province": "ชัยนาท"}
MEASURE = {"title": "ก", "targets": {"items": "i14 - i16"}, "steps": ["ข"]}


@pytest.mark.parametrize(
    ("kind", "year", "more"),
    [
        (AssessmentAnalysis, 2569, {"assessment": {"items": {"i16": 80, "e10": 70}}}),
        (IntegrityMeasures, 2569, {"analysis": {"IIT": {"weaknesses": {"blocks": [{"items": "i16", "points": "ค"}]}}}}),
        (ImprovementPlan, 2568, {}),
    ],
)
def test_an_item_beyond_an_unconfirmed_list_is_printed(kind: Any, year: int, more: dict[str, Any]) -> None:
    report = kind.model_validate({"fiscal_year": year, "agency": AGENCY, "measures": [MEASURE], **more})
    assert report.edition.item("i16") in report.edition.indicator(5).items
    assert render(report).document


def test_its_score_is_classified_printed_and_a_finding() -> None:
    items = {"i15": 100, "i๑๖": 80}
    report = AssessmentAnalysis.model_validate(
        {"fiscal_year": 2569, "agency": AGENCY, "measures": [MEASURE], "assessment": {"items": items}}
    )
    rows = [row for issue in report.view().issues for row in issue.rows if row.code == "i16"]
    lines = [line for issue in report.view().issues for line in issue.deficient if line.code == "i16"]
    assert (len(rows), len(lines)) == (1, 1)
    assert [f.code for f in report.findings()].count("assessment.item-unconfirmed") == 1


def test_a_confirmed_list_is_not_extended() -> None:
    known = edition(2567)
    assert known.extended([parse_code("i16"), parse_code("o36")]) is known


def test_a_range_far_beyond_the_list_is_refused() -> None:
    with pytest.raises(ValueError, match="i999"):
        ImprovementPlan.model_validate(
            {"fiscal_year": 2568, "agency": AGENCY, "measures": [{"targets": {"items": "i1-i999"}, "steps": ["ก"]}]}
        )
