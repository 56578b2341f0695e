"""The template of the assessment analysis: pages, sentence, the tables of the issues with their boxes, the chart."""

import io
import re
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from drawing import assessment_analysis, package
from drawing.__main__ import FOLDER
from ita_docs import Template
from ita_docs.reports.view import Chart, Series

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
XML = etree.XMLParser(resolve_entities=False)
PARTS = package.parts(assessment_analysis.draw())
SIDES = ("top", "left", "bottom", "right")

AGENCY = {
    "full_name": "องค์การบริหารส่วนตำบลทดสอบ",
    "short_name": "อบต.ทดสอบ",
    "locality": "อำเภอเมือง จังหวัดทดสอบ",
    "website": None,
    "logo": None,
}
ITEM = {"instrument_id": "IIT", "code": "i1", "text": "ข้อคำถาม", "score": Decimal("81.25")}
ISSUE = {
    "heading": "ประเด็นที่ 1 ชื่อ",
    "rows": [
        ITEM,
        {**ITEM, "code": "i2", "score": None},
        {**ITEM, "instrument_id": "OIT", "code": "o7", "text": "", "score": Decimal(100)},
    ],
    "deficient": [{"code": "i1", "text": "ต้องแก้"}, {"code": "i2", "text": "ต้องแก้ด้วย"}],
    "to_develop": [],
    "maintain": [{"code": "o7", "text": "แผน"}, {"code": "o8", "text": "แผนอีก"}],
    "whole_table": True,
    "whole": True,
}
DATA: dict[str, Any] = {
    "title": "ชื่อเรื่อง",
    "agency": AGENCY,
    "fiscal_year": 2568,
    "results_year": 2567,
    "total": Decimal("85.8"),
    "level": "ผ่าน",
    "graded": False,
    "chart_kind": "bar",
    "indicators": Chart(("1. ก", "2. ข"), (Series("คะแนน", (Decimal("88.13"), None)),)),
    "scores": [],
    "by_issue": True,
    "issues": [ISSUE, ISSUE],
    "measures": [],
    "sign_off": [],
}


def rendered(**more: Any) -> dict[str, bytes]:
    document = Template(FOLDER / "assessment-analysis.docx").render({**DATA, **more})
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(parts: dict[str, bytes]) -> Any:
    return etree.fromstring(parts["word/document.xml"], XML).find(f"{W}body")


def text_of(element: Any) -> str:
    return "".join(element.itertext(f"{W}t"))


def paragraphs(parts: dict[str, bytes]) -> list[str]:
    return [text_of(paragraph) for paragraph in body(parts).iterfind(f"{W}p")]


def issue_table(**more: Any) -> list[Any]:
    """The rows of the first issue's table."""
    tables = body(rendered(**more)).findall(f"{W}tbl")
    (first, *_) = [table for table in tables if text_of(table).startswith("ประเด็นที่")]
    return list(first.findall(f"{W}tr"))


def cells(row: Any) -> list[str]:
    return [text_of(cell) for cell in row.iterfind(f"{W}tc")]


def keeps_next(style: str) -> bool:
    styles = etree.fromstring(PARTS["word/styles.xml"], XML)
    while style:
        found = styles.find(f"{W}style[@{W}styleId='{style}']")
        if found.find(f"{W}pPr/{W}keepNext") is not None:
            return True
        parent = found.find(f"{W}basedOn")
        style = "" if parent is None else parent.get(f"{W}val")
    return False


# Pages.


def test_both_covers_are_without_a_page_number_and_only_the_measures_lie() -> None:
    relations = etree.fromstring(PARTS["word/_rels/document.xml.rels"], XML)
    target = {one.get("Id"): one.get("Target") for one in relations}
    found = []
    for section in etree.fromstring(PARTS["word/document.xml"], XML).iter(f"{W}sectPr"):
        header = section.find(f"{W}headerReference")
        name = "" if header is None else target[next(v for k, v in header.items() if k.endswith("}id"))]
        number = bool(name) and b"PAGE" in PARTS[f"word/{name}"]
        found.append((number, section.find(f"{W}pgSz").get(f"{W}orient", "portrait")))
    assert found == [(False, "portrait"), (True, "portrait"), (False, "portrait"), (True, "landscape")]


def test_the_second_cover_has_two_lines() -> None:
    tables = body(rendered()).findall(f"{W}tbl")
    assert [text_of(p) for p in tables[-2].iter(f"{W}p") if text_of(p)] == [
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ประจำปีงบประมาณ พ.ศ. 2568",
    ]


@pytest.mark.parametrize(
    ("more", "end"),
    [
        ({}, " มีคะแนนภาพรวมอยู่ที่ 85.80 คะแนน และอยู่ในระดับผ่าน โดยแบ่งคะแนนตามตัวชี้วัด ดังภาพ"),
        ({"level": "A (ดี)", "graded": True}, " คะแนน และอยู่ในระดับ A (ดี) โดยแบ่งคะแนนตามตัวชี้วัด ดังภาพ"),
        ({"level": None}, " มีคะแนนภาพรวมอยู่ที่ 85.80 คะแนน โดยแบ่งคะแนนตามตัวชี้วัด ดังภาพ"),
        ({"total": Decimal(0), "chart_kind": ""}, " มีคะแนนภาพรวมอยู่ที่ 0.00 คะแนน และอยู่ในระดับผ่าน"),
        ({"total": None}, " องค์การบริหารส่วนตำบลทดสอบ อยู่ในระดับผ่าน โดยแบ่งคะแนนตามตัวชี้วัด ดังภาพ"),
        ({"total": None, "level": None}, " มีผลการประเมิน โดยแบ่งคะแนนตามตัวชี้วัด ดังภาพ"),
        ({"total": None, "level": None, "chart_kind": ""}, " มีผลการประเมินตามรายละเอียดต่อไปนี้"),
    ],
)
def test_the_result_is_one_sentence_of_what_is_known(more: dict[str, Any], end: str) -> None:
    (sentence,) = (text for text in paragraphs(rendered(**more)) if text.startswith("ในการประเมิน"))
    assert sentence.endswith(end)


def test_a_place_that_is_not_stated_leaves_no_gap_in_the_title() -> None:
    agency = {**AGENCY, "locality": ""}
    assert "ขององค์การบริหารส่วนตำบลทดสอบ ในปีงบประมาณ พ.ศ.\u00a02567" in paragraphs(rendered(agency=agency))


@pytest.mark.parametrize(("by_issue", "words"), [(True, "แยกเป็น 2 ประเด็น"), (False, "แยกตามตัวชี้วัด")])
def test_the_third_heading_tells_what_the_tables_are_about(by_issue: bool, words: str) -> None:
    (heading,) = (text for text in paragraphs(rendered(by_issue=by_issue)) if text.startswith("3. "))
    assert heading.endswith(f" {words} ดังต่อไปนี้")


# The tables of the issues.


def test_name_and_columns_of_an_issue_are_repeated_on_every_page() -> None:
    name, columns, *others = issue_table()
    assert cells(name) == ["ประเด็นที่ 1 ชื่อ"]
    assert cells(columns) == ["เครื่องมือการประเมิน", "ข้อคำถาม", "คะแนน"]
    for heading in (name, columns):
        assert [etree.QName(one).localname for one in heading.find(f"{W}trPr")] == ["cantSplit", "tblHeader"]
    assert not [row for row in others if row.find(f"{W}trPr/{W}tblHeader") is not None]


def test_items_have_two_decimals_or_an_empty_score_and_share_their_instrument() -> None:
    rows = issue_table()[2:5]
    assert [cells(row) for row in rows] == [
        ["IIT", "ข้อ i1 ข้อคำถาม", "81.25"],
        ["", "ข้อ i2 ข้อคำถาม", ""],
        ["OIT", "ข้อ o7", "100.00"],
    ]
    merges = [row.find(f"{W}tc/{W}tcPr/{W}vMerge") for row in rows]
    assert [merge.get(f"{W}val") for merge in merges] == ["restart", None, "restart"]


def test_the_box_has_three_lists_each_line_a_row() -> None:
    rows = issue_table()[5:]
    assert [text for row in rows for text in cells(row) if text] == [
        "ข้อบกพร่อง/ข้อปรับปรุง",
        "ข้อ i1 ต้องแก้",
        "ข้อ i2 ต้องแก้ด้วย",
        "ข้อที่ต้องพัฒนา",
        "ไม่มี",
        "ข้อที่ต้องรักษาระดับ",
        "ข้อ o7 แผน",
        "ข้อ o8 แผนอีก",
    ]


def test_the_box_is_framed_and_open_between_its_lines() -> None:
    gap, *box = issue_table()[5:]
    edges = []
    for row in (gap, *box):
        borders = row.find(f"{W}tc/{W}tcPr/{W}tcBorders")
        edges.append("".join(side[0] for side in SIDES if borders.find(f"{W}{side}").get(f"{W}val") == "single"))
    assert edges == ["tb", "tlr", *["lr"] * (len(box) - 2), "lbr"]


def kept(rows: list[Any]) -> list[bool]:
    """Whether each row stays on the page of the next, which its first cell decides."""
    return [keeps_next(row.find(f"{W}tc/{W}p/{W}pPr/{W}pStyle").get(f"{W}val")) for row in rows]


def test_a_low_issue_stays_on_one_page_with_its_box() -> None:
    rows = issue_table()
    assert kept(rows) == [True] * (len(rows) - 1) + [False]


def test_only_the_lines_of_the_box_are_prose_that_a_page_may_end_in() -> None:
    rows = issue_table()
    torn = [cells(row)[0] for row in rows if row.find(f"{W}trPr/{W}cantSplit") is None]
    assert torn == ["ข้อ i1 ต้องแก้", "ข้อ i2 ต้องแก้ด้วย", "ข้อ o7 แผน", "ข้อ o8 แผนอีก"]


@pytest.mark.parametrize("table", [True, False])
def test_a_high_issue_goes_over_pages_but_no_heading_and_no_frame_stands_alone(table: bool) -> None:
    *_, first, second, last_item, gap = (rows := issue_table(issues=[{**ISSUE, "whole_table": table, "whole": False}]))[
        :6
    ]
    box = rows[6:]
    assert kept([first, second, last_item, gap]) == [table, table, True, True]
    names = [cells(row)[0] for row in box]
    apart = [name for name, keeps in zip(names, kept(box), strict=True) if not keeps]
    assert apart == ["ข้อ i1 ต้องแก้", "ข้อ o7 แผน", ""]


def test_tables_of_issues_do_not_touch() -> None:
    children = [child for child in body(rendered()) if etree.QName(child).localname in {"p", "tbl"}]
    names = [etree.QName(child).localname for child in children]
    assert "tbl tbl" not in " ".join(names)
    gaps = [p for p in children if p.find(f"{W}pPr/{W}pStyle") is not None]
    assert [p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for p in gaps].count("TableGap") == 3


# The chart.


@pytest.mark.parametrize(("kind", "shape"), [("bar", "barChart"), ("radar", "radarChart"), ("", None)])
def test_one_chart_is_shown_with_the_scores(kind: str, shape: str | None) -> None:
    parts = rendered(chart_kind=kind)
    shown = [name for name in parts if re.fullmatch(r"word/charts/chart[^/]*\.xml", name)]
    assert len(shown) == len(list(body(parts).iter(f"{W}drawing"))) == (shape is not None)
    for name in shown:
        chart = etree.fromstring(parts[name], XML)
        assert chart.find(f".//{C}{shape}") is not None
        values = chart.findall(f".//{C}ser/{C}val//{C}pt")
        assert [(point.get("idx"), point.findtext(f"{C}v")) for point in values] == [("0", "88.13")]
