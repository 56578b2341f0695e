"""Zeros, counts, scores and levels that do not agree with what is stated or listed."""

from dataclasses import replace
from typing import Any

import pytest

from ita_docs.assessment import edition
from ita_docs.review import Passage, passages
from ita_docs.review.figures import _by_number, figures
from tests.review.reports import OWN, made

MEASURE = {"targets": {"indicators": "9-10"}, "title": "ก", "steps": ["ข"], **OWN}
#: The figures of layout 3.
SCORES: dict[str, Any] = {
    "year": 2565,
    "total": "93.38",
    "level": "A (ดี)",
    "instruments": {"IIT": "99.83", "EIT": "94.76", "OIT": "87.5"},
    "indicators": {4: "99.15", 9: "87.50", 10: "87.50"},
}


def found(kind: str, *measures: Any, **more: Any) -> list[tuple[str, str]]:
    report = made(kind, *measures, **more)
    return [(finding.code, finding.place.field) for finding in figures(report, passages(report))]


def zeros(*blocks: Any, **scores: Any) -> list[dict[str, str]]:
    said = {"OIT": {"weaknesses": {"blocks": blocks}}}
    report = made("integrity", MEASURE, analysis=said, assessment={**SCORES, **scores})
    return [dict(f.params) for f in figures(report, passages(report)) if f.code == "figures.zeros"]


def test_the_zeros_named_do_not_give_the_printed_score() -> None:
    assert zeros({"indicator": 10, "items": "O38"}) == [
        {"named": "O38", "part": "ตัวชี้วัดที่ 10", "found": "87.50", "computed": "93.75"}
    ]
    # What is named only in the words of a point counts as well.
    assert zeros({"indicator": 10, "items": "O38", "points": ["ข้อ O37 ยังไม่ครบ"]}) == []
    assert zeros({"indicator": 10, "items": "O37-O38"}) == []
    assert zeros({"indicator": 9, "items": ["O17", "O27", "O28"]}) == []


def test_zeros_are_taken_with_the_scores_that_are_stated() -> None:
    assert zeros({"indicator": 10, "items": "O38"}, items={"O37": 0}) == []
    assert [f["part"] for f in zeros({"indicator": 10, "items": "O38"}, sub_indicators={"10.1": "75"})] == [
        "ตัวชี้วัดย่อยที่ 10.1",
        "ตัวชี้วัดที่ 10",
    ]
    # Where all items have scores, the arithmetic of the report speaks.
    full = {f"O{n}": 0 if n == 38 else 100 for n in range(34, 44)}
    assert zeros({"indicator": 10, "items": "O38"}, items=full) == []


def test_an_item_named_without_marks_that_has_full_ones() -> None:
    said = {"OIT": {"weaknesses": {"blocks": [{"indicator": 10, "items": "O38"}]}}}
    assert found("integrity", MEASURE, analysis=said, assessment={"year": 2565, "items": {"O38": 100}}) == [
        ("figures.named-full", "analysis.OIT.weaknesses")
    ]


def test_an_indicator_that_the_year_does_not_divide_is_not_computed() -> None:
    said = {"OIT": {"weaknesses": {"blocks": [{"indicator": 10, "items": "o34"}]}}}
    scores = {"year": 2567, "indicators": {10: "85.00"}}
    measure = {**MEASURE, "period": None, "title": "ก"}
    assert found("integrity", measure, fiscal_year=2568, analysis=said, assessment=scores) == []


def lead(text: str, *blocks: Any) -> list[tuple[str, str]]:
    said = {"OIT": {"weaknesses": {"lead": text, "blocks": blocks or BLOCKS}}}
    return found("integrity", MEASURE, analysis=said, assessment={"year": 2565})


BLOCKS = (
    {"indicator": 9, "items": ["O17", "O27"], "points": ["ก", "ข"]},
    {"indicator": 10, "items": "O37, O38", "points": ["ค", "ง", "จ"]},
)


@pytest.mark.parametrize(
    "text",
    [
        "ข้อที่ไม่ได้คะแนน จำนวน ๓ ข้อ คือ",
        "มีข้อบกพร่องรวมสามข้อ ดังนี้",
        "ตัวชี้วัดที่ต้องแก้ไขมี ๑ ตัวชี้วัด คือ",
        "ข้อของตัวชี้วัดที่ ๙ จำนวน ๓ ข้อ และของตัวชี้วัดที่ ๑๐ จำนวน ๒ ข้อ คือ",
        "ต้องแก้ไข ๓ ข้อ ได้แก่ ข้อ O17, O27, O37 และ O38",
        "ต้องแก้ไข ๓ เรื่อง ดังนี้",
    ],
)
def test_a_count_that_the_blocks_do_not_bear_out(text: str) -> None:
    assert lead(text) == [("figures.count", "analysis.OIT.weaknesses.lead")]


@pytest.mark.parametrize(
    "text",
    [
        "ข้อที่ไม่ได้คะแนน จำนวน ๔ ข้อ คือ",
        "ตัวชี้วัดที่ต้องแก้ไขมี ๒ ตัวชี้วัด คือ",
        "ข้อของตัวชี้วัดที่ ๙ จำนวน ๒ ข้อ และของตัวชี้วัดที่ ๑๐ จำนวน ๒ ข้อ คือ",
        "ต้องแก้ไข ๕ เรื่อง ดังนี้",
        "ต้องแก้ไข ๔ ข้อ ได้แก่ ข้อ O17, O27, O37 และ O38",
        "อีก ๔ ตัวชี้วัดได้คะแนนเต็ม ให้ทำต่อไป และแก้ไขตัวชี้วัดที่คะแนนน้อย คือ",
        "อบรม ๒ ครั้งต่อปี และแก้ไขตามข้อ ๓ ข้อ O17 คือ",
        "ในปี ๒๕๖๕ เฉพาะข้อที่ ๑ ข้อเดียว",
    ],
)
def test_a_count_that_agrees_or_counts_something_else_is_quiet(text: str) -> None:
    assert lead(text) == []


def step(text: Any, **more: Any) -> list[tuple[str, str]]:
    return found("progress", {"title": "ก", "steps": text if isinstance(text, list) else [text]}, **more)


def test_counts_of_numbered_points_and_entries() -> None:
    assert step("มี 3 ขั้นตอน ดังนี้ 1) รับเรื่อง 2) ตรวจสอบ 3) แจ้งผล 4) ติดตาม") == [
        ("figures.count", "measures[0].steps[0].text")
    ]
    assert step("มี 3 ขั้นตอน ดังนี้ 1) รับเรื่อง 2) ตรวจสอบ 3) แจ้งผล") == []
    parts = {"text": "จัดอบรม ๓ เรื่อง ดังนี้", "sub_steps": ["วินัย", "พัสดุ"]}
    assert step([parts]) == [("figures.count", "measures[0].steps[0].text")]
    assert step([{**parts, "sub_steps": ["วินัย", "พัสดุ", "จริยธรรม"]}]) == []
    results = {"title": "ก", "steps": ["ข"], "results": ["เปิดช่องทางแล้ว ๔ ช่องทาง คือ", "เว็บไซต์", "โทรศัพท์"]}
    assert found("progress", results) == [("figures.count", "measures[0].results[0]")]


def test_counts_of_the_whole_paper() -> None:
    scores = {"year": 2565, "items": {f"O{n}": 0 if n in {17, 27} else 100 for n in range(1, 44)}}
    assert step("ข้อที่ไม่ได้คะแนนมีจำนวน 3 ข้อ ต้องแก้ไข", assessment=scores) == [
        ("figures.zero-count", "measures[0].steps[0].text")
    ]
    assert step("ข้อที่ไม่ได้คะแนนมีจำนวน 2 ข้อ ต้องแก้ไข", assessment=scores) == []
    assert step("กำหนดไว้ทั้งหมด ๓ มาตรการ") == [("figures.measure-count", "measures[0].steps[0].text")]
    assert step("กำหนดไว้ทั้งหมด ๑ มาตรการ และมี ๕ มาตรการของจังหวัด") == []
    assert step("ปี ๒๕๖๓ กำหนดไว้ทั้งหมด ๓ มาตรการ") == []
    assert step("รายงานผลครบทั้ง ๑๒ มาตรการแล้ว") == [("figures.measure-count", "measures[0].steps[0].text")]
    for text in (
        "ดำเนินมาตรการประหยัดพลังงานครบทั้ง ๔ มาตรการ",
        "ทำมาตรการควบคุมความเสี่ยงทั้งหมด ๓ มาตรการ",
        "ทำตามมาตรการที่ ๑ และมาตรการที่ ๓",
    ):
        assert step(text) == []


@pytest.mark.parametrize(
    ("notes", "severities"),
    [
        ("วิเคราะห์ผลปี ๒๕๖๕ และกำหนดมาตรการ ๗ เรื่อง", ["warning"]),
        ("กำหนดมาตรการไว้ ๕ มาตรการ", ["warning"]),
        ("กำหนดมาตรการ ๑ เรื่อง", []),
        ("แจ้งมาตรการทางวินัย ๓ ข้อ", []),
    ],
)
def test_the_item_on_measures_counts_those_of_the_paper(notes: str, severities: list[str]) -> None:
    report = made("implementation", {"title": "ก", "steps": ["ข"]}, item_progress={"O42": notes})
    said = [finding for finding in figures(report, passages(report)) if finding.code == "figures.measure-count"]
    assert [finding.severity for finding in said] == severities


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("figures.score-in-text", "ผลการประเมิน ITA ปี ๒๕๖๕ ได้คะแนน ๙๓.๘๓"),
        ("figures.score-in-text", "คะแนนภาพรวมอยู่ที่ 98.33 คะแนน"),
        ("figures.score-in-text", "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของราชการ ได้คะแนน ๙๙.๕๑"),
        ("figures.score-in-text", "แบบวัด OIT ได้ ๗๘.๕๐ คะแนน"),
        ("figures.score-in-text", "ตัวชี้วัดการใช้ทรัพย์สินของราชการ ได้คะแนน ๙๙.๕๑"),
        ("figures.score-in-text", "แบบวัดการเปิดเผยข้อมูลสาธารณะ ได้คะแนนเฉลี่ย ๗๘.๕๐ คะแนน"),
        ("figures.level-in-text", "ผลการประเมินในภาพรวมอยู่ในระดับ AA"),
        ("figures.level-in-text", "ได้คะแนน ๙๓.๓๘ อยู่ในระดับ B"),
    ],
)
def test_a_figure_in_prose_other_than_stated(code: str, text: str) -> None:
    assert step(text, assessment=SCORES) == [(code, "measures[0].steps[0].text")]


@pytest.mark.parametrize(
    "text",
    [
        "ผลการประเมิน ITA ปี ๒๕๖๕ ได้คะแนน ๙๓.๓๘ อยู่ในระดับ A (ดี)",
        "คะแนนภาพรวม 93.4 คะแนน",
        "ผลการประเมินปี ๒๕๖๔ ได้คะแนน ๘๐.๑๒ อยู่ในระดับ B",
        "ตั้งเป้าหมายให้ได้คะแนนรวมไม่น้อยกว่า ๙๕.๐๐ คะแนน อยู่ในระดับ AA",
        "ตัวชี้วัดที่ ๑๐ ได้คะแนน ๘๗.๕ จากคะแนนเต็ม ๑๐๐ คะแนน",
        "ตัวชี้วัดที่ ๔ มี ๖ ข้อ และคะแนนรวมของทุกแบบวัดเต็ม ๑๐๐ คะแนน",
        "แบบวัด IIT น้ำหนักคะแนนร้อยละ ๓๐.๐๐",
        "คะแนนรวมของแบบวัด EIT ๙๔.๗๖ คะแนน สูงกว่าค่าเฉลี่ยของจังหวัด ๘๘.๐๐ คะแนน",
        "ผลการประเมินความพึงพอใจ ร้อยละ ๙๕.๒๐ อยู่ในระดับมากที่สุด",
        "ผลการประเมินอยู่ในระดับดี ตามประกาศ พ.ศ. ๒๕๖๕",
        "ผลการประเมินความพึงพอใจของผู้รับบริการ ได้คะแนน ๙๖.๔๐ คะแนน",
        "ผลการประเมินประสิทธิภาพขององค์กรปกครองส่วนท้องถิ่น (LPA) ได้คะแนน ๘๘.๕๐",
        "ส่งเสริมให้หน่วยงานมีผลการประเมินอยู่ในระดับ AA ในปีต่อไป",
        "มีตัวชี้วัดที่ได้คะแนนเต็ม ๑๐๐ คะแนน จำนวน ๔ ตัวชี้วัด คือ ตัวชี้วัดที่ ๑ ๒ ๓ และ ๕",
        "แบบวัด IIT มี ๕ ตัวชี้วัด แบบวัด EIT มี ๓ ตัวชี้วัด และแบบวัด OIT มี ๒ ตัวชี้วัด",
        "ข้อมูล ณ วันที่ ๓๐ กันยายน ๒๕๖๕ จำนวน ๑๒ ข้อร้องเรียน ตามข้อ ๗ และข้อ ๘ ของระเบียบ",
    ],
)
def test_the_stated_figure_a_goal_or_another_result_is_quiet(text: str) -> None:
    assert step(text, assessment=SCORES) == []


def test_without_stated_scores_prose_is_believed() -> None:
    assert step("ผลการประเมินได้คะแนน ๙๓.๘๓ อยู่ในระดับ AA") == []


def test_this_instrument_is_the_one_of_the_analysis() -> None:
    said = {"IIT": {"suggestions": "แบบวัดนี้ได้คะแนนเฉลี่ย ๘๘.๑๒ คะแนน"}}
    measure = {"targets": {"indicators": 4}, "title": "ก", "steps": ["ข"]}
    assessment = {"year": 2565, "instruments": {"IIT": "99.83"}}
    assert found("integrity", measure, analysis=said, assessment=assessment) == [
        ("figures.score-in-text", "analysis.IIT.suggestions.blocks[0].points")
    ]


def test_a_name_of_an_agency_s_own_edition_is_no_pattern() -> None:
    year = edition(2566)
    first = year.indicators[0]._replace(name_th="การใช้เงิน (อุดหนุน")
    own = replace(year, indicators=(first, *year.indicators[1:]))
    text = _by_number("ตัวชี้วัดการใช้เงิน (อุดหนุน ได้คะแนน 80", Passage("measures[0].steps[0].text", ""), own)
    assert text == "ตัวชี้วัดที่ 1 การใช้เงิน (อุดหนุน ได้คะแนน 80"


def test_a_grade_in_a_year_that_has_none() -> None:
    stated = {"year": 2567, "total": "85.83", "level": "ผ่าน"}
    text = {"title": "ก", "steps": ["ผลการประเมินในภาพรวมอยู่ในระดับ B"]}
    assert found("progress", text, fiscal_year=2568, assessment=stated) == [
        ("figures.level-in-text", "measures[0].steps[0].text")
    ]
