"""The document of the implementation report: its opening sentence, tables A, B and C, boxes, the signatures."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from drawing import boxes, implementation_report, package
from ita_docs import Template, render
from ita_docs.reports.implementation_report import ImplementationReport

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
XML = etree.XMLParser(resolve_entities=False)
NOT_DONE, DONE = "ยังไม่ได้ดำเนินการ", "ดำเนินการ"
MEASURE: dict[str, Any] = {
    "title": "มาตรการ",
    "targets": {"indicators": 4},
    "weakness": "ขอยืมทรัพย์สินไม่ถูกต้อง",
    "steps": ["ก", "ข"],
    "period": "ตลอดปีงบประมาณ",
    "responsible": ["กองคลัง", "สำนักปลัด"],
    "results": "ผล",
    "outcomes": ["สำเร็จ"],
}
REPORT: dict[str, Any] = {
    "fiscal_year": 2566,
    "agency": {"kind": "อบต.", "name": "ตัวอย่าง", "district": "เมือง", "province": "ชัยนาท"},
    "assessment": {"total": "92.58", "level": "ผ่าน"},
    "measures": [MEASURE],
    "indicator_progress": {
        1: {"guidelines": ["หนึ่ง", "สอง"], "responsible": "ทุกกอง", "period": "ต.ค. 65 ถึง ก.ย. 66", "notes": ["ทำ"]},
        2: {"status": "ไม่สามารถดำเนินการได้", "reason": "ไม่มีงบประมาณ"},
    },
    "item_progress": {"O1": "แสดงบนเว็บไซต์", "O2": {"status": "รอรายงานผล", "notes": ["ก", "ข"]}},
}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("drawn") / "implementation-report.docx"
    package.write(implementation_report.draw(), path)
    return path


def rendered(template: Path, **more: Any) -> Any:
    report = ImplementationReport.model_validate({**REPORT, **more})
    with zipfile.ZipFile(io.BytesIO(render(report, template=template).document)) as archive:
        return etree.fromstring(archive.read("word/document.xml"), XML)


@pytest.fixture(scope="module")
def document(template: Path) -> Any:
    return rendered(template)


def text_of(element: Any) -> str:
    return "".join(element.itertext(f"{W}t"))


def lines(cell: Any) -> list[str]:
    return [text_of(p) for p in cell.iterfind(f"{W}p")]


def tables(document: Any) -> list[list[list[list[str]]]]:
    """Tables, rows, cells, paragraphs."""
    return [
        [[lines(cell) for cell in row.iterfind(f"{W}tc")] for row in table.iterfind(f"{W}tr")]
        for table in document.iterfind(f"{W}body/{W}tbl")
    ]


def headings(document: Any) -> list[list[str]]:
    """The paragraphs above each table."""
    found: list[list[str]] = [[]]
    for block in document.find(f"{W}body"):
        if block.tag == f"{W}tbl":
            found.append([])
        elif block.tag == f"{W}p":
            found[-1].append(text_of(block))
    return found


def test_two_title_lines_stand_over_the_opening(document: Any) -> None:
    assert headings(document)[0][:2] == [
        "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
        "องค์การบริหารส่วนตำบลตัวอย่าง อำเภอเมือง จังหวัดชัยนาท",
    ]


@pytest.mark.parametrize(
    ("assessment", "sentence"),
    [
        ({"total": "92.58", "level": "ผ่าน"}, "๒๕๖๖ โดยภาพรวมได้คะแนน ๙๒.๕๘ อยู่ในระดับ ผ่าน นั้น องค์การ"),
        ({"total": "92.5"}, "๒๕๖๖ โดยภาพรวมได้คะแนน ๙๒.๕๐ คะแนน นั้น องค์การ"),
        ({"level": "ผ่านดี"}, "๒๕๖๖ โดยภาพรวมอยู่ในระดับ ผ่านดี นั้น องค์การ"),
        ({"year": 2565, "total": "93.38", "level": "A (ดี)"}, "๒๕๖๕ โดยภาพรวมได้คะแนน ๙๓.๓๘ อยู่ในระดับ A (ดี) นั้น องค์การ"),
        ({}, "๒๕๖๖ นั้น องค์การ"),
    ],
)
def test_the_opening_is_one_sentence(template: Path, assessment: dict[str, Any], sentence: str) -> None:
    measures = [{**MEASURE, "targets": None}]
    opening = headings(rendered(template, assessment=assessment, measures=measures))[0][2]
    assert f"(Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. {sentence}" in opening
    assert "  " not in opening


def test_the_weakness_stands_above_the_steps(document: Any) -> None:
    heading, row = tables(document)[0]
    assert [text for (text,) in heading] == list(implementation_report.MEASURES)
    number, title, method, *others = row
    assert (number, title) == (["๑"], ["มาตรการ"])
    assert method[0].startswith("จากผลการประเมิน ITA ตัวชี้วัดที่ ๔ ")
    assert method[1:] == ["ประเด็น ขอยืมทรัพย์สินไม่ถูกต้อง", "๑.ก", "๒.ข"]
    assert others == [["ตลอดปีงบประมาณ"], ["กองคลัง", "สำนักปลัด"], ["ผล"], ["๑.สำเร็จ"]]


@pytest.mark.parametrize(
    ("measure", "method"),
    [({"title": "ก"}, [""]), ({"steps": ["ก"]}, ["๑.ก"]), ({"title": "ก", "weakness": "ข"}, ["ประเด็น ข"])],
)
def test_no_line_is_left_empty_for_what_is_not_said(template: Path, measure: dict[str, Any], method: list[str]) -> None:
    assert tables(rendered(template, measures=[measure]))[0][1][2] == method


def test_each_survey_has_a_table_under_its_name(document: Any) -> None:
    above = headings(document)
    assert above[1] == ["ประเด็นการประเมิน IIT (แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน)"]
    assert above[2] == ["ประเด็นการประเมิน EIT (แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก)"]
    internal, external = tables(document)[1:3]
    assert (len(internal), len(external)) == (6, 4)
    assert [text for (text,) in internal[0]] == list(implementation_report.INDICATORS)
    assert internal[1] == [
        ["ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่"],
        ["๑.หนึ่ง", "๒.สอง"],
        ["ทุกกอง"],
        ["ต.ค. ๖๕ ถึง ก.ย. ๖๖"],
        [f"☐ {NOT_DONE}", f"☑ {DONE}", "-ทำ"],
    ]


def test_each_group_has_a_table_under_its_headings(document: Any) -> None:
    above, found = headings(document)[3:], tables(document)[3:]
    assert [len(rows) - 1 for rows in found] == [10, 8, 4, 4, 3, 1, 3, 2, 3, 3, 2]
    assert above[0] == ["ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน"]
    assert above[5] == ["ตัวชี้วัดย่อยที่ ๙.๕ การส่งเสริมความโปร่งใส (ต่อ)", "การเปิดโอกาสให้เกิดการมีส่วนร่วม"]
    assert [rows[0] for rows in found] == [[[text] for text in implementation_report.ITEMS]] * 11
    assert [rows[1][0] for rows in found][:3] == [["O๑"], ["O๑๑"], ["O๑๙"]]
    assert found[0][1][4] == [f"☐ {NOT_DONE}", f"☑ {DONE}", "-แสดงบนเว็บไซต์"]
    assert found[0][3][4] == [f"☑ {NOT_DONE}", f"☐ {DONE}"]


def test_headings_stay_with_their_table(document: Any) -> None:
    styles = etree.fromstring(package.parts(implementation_report.draw())["word/styles.xml"], XML)
    seen = 0
    for table in document.iterfind(f"{W}body/{W}tbl"):
        above = table.getprevious()
        while above is not None and above.tag == f"{W}p":
            name = above.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            assert _kept(styles, name), name
            seen += 1
            above = above.getprevious()
    assert seen > 20


def _kept(styles: Any, name: str) -> bool:
    style = styles.find(f"{W}style[@{W}styleId='{name}']")
    base = style.find(f"{W}basedOn")
    kept = style.find(f"{W}pPr/{W}keepNext") is not None
    return kept or (base is not None and _kept(styles, base.get(f"{W}val")))


def test_another_status_has_a_line_and_a_box_of_its_own(document: Any) -> None:
    unable, waiting = tables(document)[1][2][4], tables(document)[3][2][4]
    assert unable == [f"☐ {NOT_DONE}", f"☐ {DONE}", "☑ ไม่สามารถดำเนินการได้", "เหตุผล: ไม่มีงบประมาณ"]
    assert waiting == [f"☐ {NOT_DONE}", f"☐ {DONE}", "☑ รอรายงานผล", "-ก", "-ข"]


def test_several_reasons_are_introduced_once(template: Path) -> None:
    entry = {"status": "ไม่สามารถดำเนินการได้", "reason": ["แรก", "สอง"]}
    found = tables(rendered(template, indicator_progress={2: entry}))[1][2][4]
    assert found[3:] == ["เหตุผล: แรก", "สอง"]


def test_every_cell_of_progress_has_one_box_that_is_ticked(document: Any) -> None:
    cells = [c for c in document.iter(f"{W}tc") if c.find(f".//{W14}checkbox") is not None]
    assert len(cells) == 8 + 43
    for cell in cells:
        controls = list(cell.iter(f"{W}sdt"))
        states = [one.find(f"{W}sdtPr/{W14}checkbox/{W14}checked").get(f"{W14}val") for one in controls]
        tags = [one.find(f"{W}sdtPr/{W}tag").get(f"{W}val") for one in controls]
        assert sorted(states) == ["0"] * (len(states) - 1) + ["1"]
        assert tags == ["not_done", "done", "other"][: len(tags)]
        assert [text_of(one) for one in controls] == ["☑" if state == "1" else "☐" for state in states]
    ids = [one.get(f"{W}val") for one in document.iter(f"{W}id")]
    assert len(set(ids)) == len(ids) == 51 * 2 + 2


def test_a_box_is_one_that_word_lets_a_person_click() -> None:
    parts = package.parts(implementation_report.draw())
    root = etree.fromstring(parts["word/document.xml"], XML)
    assert root.get(f"{MC}Ignorable") == "w14"
    controls = [one for one in root.iter(f"{W}sdt") if one.find(f"{W}sdtPr/{W14}checkbox") is not None]
    assert {one.find(f"{W}sdtPr/{W}tag").get(f"{W}val") for one in controls} == {
        "row.progress.not_done",
        "row.progress.done",
        "row.progress.other",
    }
    ids = [one.find(f"{W}sdtPr/{W}id").get(f"{W}val") for one in controls]
    assert len(set(ids)) == len(ids) > 6
    for one in controls:
        assert one.find(f"{W}sdtPr/{W}lock") is None
        states = one.find(f"{W}sdtPr/{W14}checkbox")
        shown = [(states.find(f"{W14}{name}State").get(f"{W14}val")) for name in ("checked", "unchecked")]
        assert shown == [boxes.TICKED, boxes.OPEN]
        fonts = one.find(f"{W}sdtContent/{W}r/{W}rPr/{W}rFonts")
        assert set(fonts.attrib.values()) == {boxes.FONT}


@pytest.mark.parametrize(
    ("entry", "whole"),
    [
        ({"notes": ["ก"] * 3}, True),
        ({"notes": ["ก"] * 11}, False),
        ({"notes": ["ยาว" * 70] * 2}, False),
        ({"notes": None}, True),
        ({"status": "ไม่สามารถดำเนินการได้", "reason": "ยาว" * 100}, True),
        ({"status": "ไม่สามารถดำเนินการได้", "reason": "ยาว" * 100, "notes": "ยาว" * 100}, False),
    ],
)
def test_low_rows_of_items_are_not_torn(template: Path, entry: dict[str, Any], whole: bool) -> None:
    found = rendered(template, item_progress={"O1": entry})
    row = found.findall(f"{W}body/{W}tbl")[3].findall(f"{W}tr")[1]
    assert (row.find(f"{W}trPr/{W}cantSplit") is not None) == whole


def test_the_last_note_of_a_long_last_item_stays_with_the_signatures(template: Path) -> None:
    notes = [f"ครั้งที่ {number}" for number in range(1, 21)]
    found = rendered(template, item_progress={"O43": notes}, sign_off=[{"role": "ผู้รายงาน"}])
    *_, long, last, signed = found.findall(f"{W}body/{W}tbl")[-1].findall(f"{W}tr")
    assert "ผู้รายงาน" in text_of(signed)
    assert lines(long.findall(f"{W}tc")[4])[-1] == "-ครั้งที่ ๑๙"
    assert [lines(cell) for cell in last.iterfind(f"{W}tc")] == [[""], [""], [""], [""], ["-ครั้งที่ ๒๐"]]
    assert last.find(f"{W}tc/{W}p/{W}pPr/{W}pStyle").get(f"{W}val") == "TableKeptCentredEntry"
    merges = [[c.find(f"{W}tcPr/{W}vMerge") for c in row.iterfind(f"{W}tc")] for row in (long, last)]
    assert [[merge is not None for merge in row] for row in merges] == [[True] * 4 + [False]] * 2
    assert len(list(found.iter(f"{W14}checkbox"))) == 51 * 2 + 1


def test_signatures_are_not_lost_where_no_item_is_listed(template: Path) -> None:
    report = ImplementationReport.model_validate({**REPORT, "sign_off": [{"role": "ผู้รายงาน"}]})
    view = report.view()
    data = {name: getattr(view, name) for name in type(view).__dataclass_fields__} | {"groups": ()}
    with zipfile.ZipFile(io.BytesIO(Template(template).render(data))) as archive:
        assert "ผู้รายงาน" in archive.read("word/document.xml").decode()
