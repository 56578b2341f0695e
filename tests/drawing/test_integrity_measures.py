"""The document of the internal integrity measures: its tables, merged cells, exact sentences, its chart."""

import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from drawing import integrity_measures, package
from ita_docs import render
from ita_docs.reports.integrity_measures import IntegrityMeasures
from ita_docs.thai import to_thai_digits

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML = etree.XMLParser(resolve_entities=False)
INDICATORS = dict(enumerate(("100", "100", "100", "99.15", "100", "96.07", "94.41", "93.79", "87.5", "87.50"), 1))
REPORT: dict[str, Any] = {
    "fiscal_year": 2566,
    "agency": {"kind": "ทต.", "name": "ตัวอย่าง", "district": "เมือง", "province": "ชัยนาท"},
    "unit": ["งานนิติการ", "สำนักปลัด"],
    "assessment": {"indicators": INDICATORS, "level": "A (ดี)"},
    "analysis": {"OIT": {"weaknesses": {"lead": "นำ", "blocks": [{"indicator": 9, "items": "O17", "points": ["ก"]}]}}},
    "measures": [{"title": "ชื่อ", "responsible": "กองคลัง", "steps": ["ก", "ข"]}, {"title": "อีกชื่อ"}],
}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("drawn") / "integrity-measures.docx"
    package.write(integrity_measures.draw(), path)
    return path


def archive(template: Path, **more: Any) -> zipfile.ZipFile:
    report = IntegrityMeasures.model_validate({**REPORT, **more})
    return zipfile.ZipFile(io.BytesIO(render(report, template=template).document))


@pytest.fixture(scope="module")
def body(template: Path) -> Any:
    return etree.fromstring(archive(template).read("word/document.xml"), XML).find(f"{W}body")


def text_of(element: Any) -> str:
    return "".join(element.itertext(f"{W}t"))


def cells(row: Any) -> list[str]:
    """The texts of a row's cells, `^` for one that continues the cell above, paragraphs parted by `|`."""
    made = []
    for cell in row.iterfind(f"{W}tc"):
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        continued = merge is not None and merge.get(f"{W}val") != "restart"
        made.append("^" if continued else "|".join(text_of(p) for p in cell.iterfind(f"{W}p")))
    return made


def tables(body: Any) -> list[Any]:
    """All tables but the cover."""
    return body.findall(f"{W}tbl")[1:]  # type: ignore[no-any-return]


def paragraphs(body: Any) -> list[str]:
    return [text_of(p) for p in body.iterfind(f"{W}p")]


def test_the_cover_has_three_lines_a_rule_and_the_unit_at_its_foot(body: Any) -> None:
    _, middle, foot = body.find(f"{W}tbl").iterfind(f"{W}tr")
    assert cells(middle) == [
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน|ของเทศบาลตำบลตัวอย่าง|ประจำปีงบประมาณ พ.ศ. ๒๕๖๖|"
    ]
    assert cells(foot) == ["งานนิติการ|สำนักปลัด"]


def test_five_sections_are_numbered_in_typed_text(body: Any) -> None:
    headings = [p for p in body.iterfind(f"{W}p") if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "SectionHeading"]
    assert [text_of(p)[:2] for p in headings if text_of(p)[1] == "."] == ["๑.", "๒.", "๓.", "๔.", "๕."]
    assert body.find(f".//{W}numPr") is None


@pytest.mark.parametrize(
    ("assessment", "sentence"),
    [
        ({"total": "93.38", "level": "A (ดี)"}, "ได้คะแนน ๙๓.๓๘ คะแนน จากคะแนนเต็ม ๑๐๐ คะแนน อยู่ในระดับ A (ดี) มีรายละเอียด"),
        ({"total": "93.50", "level": "A"}, "ได้คะแนน ๙๓.๕ คะแนน จากคะแนนเต็ม ๑๐๐ คะแนน อยู่ในระดับ A มีรายละเอียด"),
        ({"level": "A"}, "ผลการประเมินอยู่ในระดับ A มีรายละเอียด"),
        ({}, "มีรายละเอียด"),
    ],
)
def test_the_result_is_one_sentence(template: Path, assessment: dict[str, Any], sentence: str) -> None:
    made = etree.fromstring(archive(template, assessment=assessment).read("word/document.xml"), XML)
    found = paragraphs(made.find(f"{W}body"))
    assert [text for text in found if text.startswith(sentence)] == [f"{sentence}ผลการประเมินจำแนกตามแบบวัด ๓ ส่วน ดังนี้"]


def test_levels_stand_in_a_table_of_their_own(body: Any) -> None:
    rows = [cells(row) for row in tables(body)[0].iterfind(f"{W}tr")]
    assert rows[:2] == [["คะแนน", "ระดับ"], ["๙๕.๐๐ - ๑๐๐", "AA"]]
    assert len(rows) == 8


def test_scores_drop_trailing_zeros_and_merge_by_instrument_above_the_total(body: Any) -> None:
    rows = [cells(row) for row in tables(body)[1].iterfind(f"{W}tr")]
    assert rows[0] == ["เครื่องมือการเก็บข้อมูล", "คะแนนเฉลี่ยตามแบบวัด", "ตัวชี้วัด", "คะแนนเฉลี่ยตามตัวชี้วัด"]
    assert rows[1] == ["๑. แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "๙๙.๘๓", "๑.การปฏิบัติหน้าที่", "๑๐๐"]
    assert rows[2:6] == [["^", "^", row[2], row[3]] for row in rows[2:6]]
    assert rows[9] == ["๓. แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)", "๘๗.๕", "๙.การเปิดเผยข้อมูล", "๘๗.๕"]
    assert rows[11:] == [["คะแนนเฉลี่ยรวม", "๙๓.๓๘"]]
    spans = [span.get(f"{W}val") for span in tables(body)[1].findall(f"{W}tr")[-1].iter(f"{W}gridSpan")]
    assert spans == ["3"]


def test_the_analysis_has_the_verdicts_and_no_total(body: Any) -> None:
    rows = [cells(row) for row in tables(body)[2].iterfind(f"{W}tr")]
    assert rows[0][4] == "การวิเคราะห์ผลการประเมินตามตัวชี้วัด"
    assert [row[4] for row in rows[4:7]] == ["ปรับปรุงแก้ไขและพัฒนา", "รักษาระดับและต่อยอด", "รักษาระดับและต่อยอด"]
    (notes,) = rows[11]
    assert [note[:11] for note in notes.split("|")] == ["หมายเหตุ๑.ค", "๒.ตัวชี้วัด"]


def test_each_instrument_has_a_detail_table_of_one_row_that_may_break(body: Any) -> None:
    details = tables(body)[3:6]
    for table in details:
        heading, row = table.findall(f"{W}tr")
        assert cells(heading) == [
            "ตัวชี้วัด",
            "คะแนน",
            "ข้อเสนอแนะผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ โดยสำนักงาน ป.ป.ช.",
            "วิเคราะห์ประเด็นข้อบกพร่องหรือจุดอ่อนที่ ทต.ตัวอย่าง ต้องปรับปรุงแก้ไขการดำเนินงานโดยเร่งด่วน",
            "วิเคราะห์ประเด็นที่ ทต.ตัวอย่าง จะต้องรักษาระดับ ต่อยอดและพัฒนาการดำเนินงานให้ดียิ่งขึ้น",
        ]
        assert heading.find(f"{W}trPr/{W}tblHeader") is not None
        assert row.find(f"{W}trPr/{W}cantSplit") is None
        first, second, *_ = (len(cell.findall(f"{W}p")) for cell in row.iterfind(f"{W}tc"))
        assert first == second
    assert cells(details[2][-1]) == [
        "๙.การเปิดเผยข้อมูล|๑๐.การป้องกันการทุจริต",
        "๘๗.๕|๘๗.๕",
        "",
        "นำ|ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล|ข้อ O๑๗|๑.ก",
        "",
    ]
    counted = [text for text in paragraphs(body) if "ประกอบด้วย" in text]
    assert [text.split(") ")[1] for text in counted] == [f"ประกอบด้วย {n} ตัวชี้วัด ได้แก่" for n in "๕๓๒"]


def test_number_and_measure_merge_over_the_steps(body: Any) -> None:
    rows = [cells(row) for row in tables(body)[6].iterfind(f"{W}tr")]
    assert rows[1:] == [
        ["๑.", "ชื่อ", "๑.ก", "กองคลัง", "", ""],
        ["^", "^", "๒.ข", "^", "", ""],
        ["๒.", "อีกชื่อ", "", "", "", ""],
    ]


@pytest.mark.parametrize(("kind", "drawn"), [("bar", "barChart"), ("radar", "radarChart")])
def test_the_chart_shows_the_ten_indicators(template: Path, kind: str, drawn: str) -> None:
    made = archive(template, show_chart=True, chart=kind)
    (name,) = (name for name in made.namelist() if name.startswith("word/charts/chart"))
    chart = etree.fromstring(made.read(name), XML)
    plot = chart.find(f".//{{*}}{drawn}")
    values = [Decimal(value.text) for value in plot.findall(".//{*}val//{*}v")]
    names = [value.text for value in plot.findall(".//{*}cat//{*}v")]
    assert values == [Decimal(score) for score in INDICATORS.values()]
    assert (names[0], names[9]) == ("๑. การปฏิบัติหน้าที่", "๑๐. การป้องกันการทุจริต")


def test_without_being_asked_for_there_is_no_chart(template: Path) -> None:
    made = archive(template)
    assert [name for name in made.namelist() if "chart" in name or name.endswith(".xlsx")] == []
    assert b"w:drawing" not in made.read("word/document.xml")


def test_an_agencys_own_principles_replace_the_whole_section(template: Path) -> None:
    made = archive(template, principles=[{"heading": "1) ก", "text": ["ข", "ค"]}])
    found = paragraphs(etree.fromstring(made.read("word/document.xml"), XML).find(f"{W}body"))
    first = found.index(to_thai_digits("1. หลักการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"))
    assert found[first + 1 : first + 4] == ["๑) ก", "ข", "ค"]
    assert found[first + 4].startswith("๒.")
