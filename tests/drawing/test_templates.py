"""The standard templates: the files are what is drawn, and what is drawn keeps the rules of Thai Word documents."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from lxml import etree

from drawing import blocks, implementation_report, package, progress_report, signatures
from drawing.__main__ import FOLDER, drawn
from ita_docs import Template
from tests.drawing.views import POINTS, STAGE, data

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML = etree.XMLParser(resolve_entities=False)
DRAWN = drawn()
#: The columns of the last table, which the signatures end.
HEADINGS = {
    "assessment-analysis.docx": [
        "ประเด็น",
        "มาตรการ/โครงการ/กิจกรรม",
        "ขั้นตอน/วิธีปฏิบัติ",
        "ผู้รับผิดชอบ",
        "ระยะเวลาดำเนินการ",
    ],
    "implementation-report.docx": [
        "ข้อ",
        "ข้อมูล",
        "องค์ประกอบด้านข้อมูล",
        "ผู้รับผิดชอบ",
        "ความก้าวหน้าผลการดำเนินการ",
    ],
    "improvement-plan.docx": [
        "แบบสำรวจ",
        "ตัวชี้วัด",
        "วิธีการ/ขั้นตอนการดำเนินการ",
        "หน่วยงาน/ผู้รับผิดชอบ",
        "หมายเหตุ",
    ],
    "integrity-measures.docx": [
        "ที่",
        "มาตรการ/แนวทาง",
        "ขั้นตอน/วิธีการดำเนินการ",
        "ผู้รับผิดชอบ",
        "ระยะเวลาดำเนินการ",
        "การติดตาม/รายงานผล",
    ],
    "progress-report.docx": [
        "มาตรการ/แนวทาง",
        "วิธีการดำเนินการ",
        "ผู้รับผิดชอบ",
        "ระยะเวลาดำเนินงาน",
        "ผลการดำเนินการ",
        "ข้อเสนอแนะ",
    ],
}
#: Where a row of lists stays on one page all the same: it is known to be low.
WHOLE = {
    "assessment-analysis.docx": ["{%tr if loop.last and sign_off and row.whole %}", "{%tr elif row.whole %}"],
    "implementation-report.docx": [f"{{%tr if {implementation_report.whole('items')} %}}"],
    "improvement-plan.docx": [f"{{%tr elif (row.steps|length == 1 or {blocks.characters('row.steps')} <= 350) %}}"],
    "integrity-measures.docx": ["{%tr elif row.kept %}", "{%tr elif row.steps|length < 2 %}"],
    "progress-report.docx": [f"{{%tr if {progress_report.WHOLE} %}}"],
}
# ECMA-376 part 1, 17.3.2.28, as far as templates use it.
RUN_PROPERTIES = ["rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "lang"]
TAG = re.compile(r"\{[{%].*?[%}]\}")

every_template = pytest.mark.parametrize("name", DRAWN)
#: The templates of reports end in a table of rows; those of the papers that travel with them have tests of their own.
every_report = pytest.mark.parametrize("name", HEADINGS)


def part(name: str, path: str) -> Any:
    return etree.fromstring(package.parts(DRAWN[name])[path], XML)


def stories(name: str) -> list[Any]:
    return [
        part(name, path) for path in package.parts(DRAWN[name]) if re.fullmatch(r"word/(document|header\d)\.xml", path)
    ]


def text_of(element: Any) -> str:
    return "".join(element.itertext(f"{W}t"))


def main_table(name: str) -> Any:
    *_, last = part(name, "word/document.xml").iterfind(f"{W}body/{W}tbl")
    return last


def local(element: Any) -> str:
    return str(etree.QName(element).localname)


@every_template
def test_the_file_is_what_is_drawn(name: str) -> None:
    with zipfile.ZipFile(FOLDER / name) as archive:
        assert {entry.filename: archive.read(entry) for entry in archive.infolist()} == package.parts(DRAWN[name])
        assert archive.namelist() == list(package.parts(DRAWN[name]))
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_no_template_is_left_undrawn() -> None:
    assert (
        {file.name for file in FOLDER.glob("*.docx")} == set(DRAWN) == {*HEADINGS, "memo.docx", "publication-form.docx"}
    )


@every_template
def test_it_is_valid_open_xml(name: str, tmp_path: Path) -> None:
    package.write(DRAWN[name], tmp_path / name)
    assert openxml_audit.OpenXmlValidator().validate(str(tmp_path / name)).errors == []


@every_template
def test_each_tag_stands_in_one_run_and_statements_stand_alone(name: str) -> None:
    tags = 0
    for story in stories(name):
        for run in story.iter(f"{W}t"):
            tags += len(TAG.findall(run.text))
            assert not re.search(r"[{}%]", TAG.sub("", run.text)), run.text
        for paragraph in story.iter(f"{W}p"):
            text = text_of(paragraph)
            assert "{%p" not in text or TAG.fullmatch(text), text
        for row in story.iter(f"{W}tr"):
            assert "{%tr" not in text_of(row) or TAG.fullmatch(text_of(row)), text_of(row)
    assert tags > 20


@every_template
def test_run_properties_have_both_halves_in_schema_order(name: str) -> None:
    seen = 0
    for root in [part(name, "word/styles.xml"), *stories(name)]:
        for properties in root.iter(f"{W}rPr"):
            names = [local(child) for child in properties]
            assert names == sorted(names, key=RUN_PROPERTIES.index)
            for latin, thai in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
                assert (latin in names) == (thai in names), names
            values = {local(child): dict(child.attrib) for child in properties}
            assert values.get("sz") == values.get("szCs")
            assert len(set(values.get("rFonts", {}).values())) < 2
            seen += len(names)
    assert seen > 20


@every_template
def test_thai_is_the_language_of_the_document(name: str) -> None:
    defaults = part(name, "word/styles.xml").find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert set(defaults.find(f"{W}rFonts").attrib) == {f"{W}{slot}" for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
    assert defaults.find(f"{W}rFonts").get(f"{W}cs") == "TH SarabunPSK"
    assert defaults.find(f"{W}szCs").get(f"{W}val") == "32"
    assert defaults.find(f"{W}lang").get(f"{W}bidi") == "th-TH"
    settings = part(name, "word/settings.xml")
    assert settings.find(f"{W}themeFontLang").get(f"{W}bidi") == "th-TH"
    assert local(settings.find(f"{W}compat")[0]) == "doNotExpandShiftReturn"
    modes = {mode.get(f"{W}name"): mode.get(f"{W}val") for mode in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"


@every_template
def test_styles_are_named_in_english_and_exist(name: str) -> None:
    styles = part(name, "word/styles.xml").findall(f"{W}style")
    assert all(style.find(f"{W}name").get(f"{W}val").isascii() for style in styles)
    known = [style.get(f"{W}styleId") for style in styles]
    assert len(set(known)) == len(known)
    used = {e.get(f"{W}val") for s in stories(name) for e in s.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
    assert used <= set(known)
    assert name not in HEADINGS or {"TableHeading", "TableEntry", "TableSubentry", "Signature"} <= used


@every_template
def test_pages_are_a4_with_thai_numbers(name: str) -> None:
    sections = list(part(name, "word/document.xml").iter(f"{W}sectPr"))
    assert sections
    for section in sections:
        size = section.find(f"{W}pgSz")
        assert sorted((size.get(f"{W}w"), size.get(f"{W}h"))) == ["11906", "16838"]
        assert (size.get(f"{W}orient") == "landscape") == (size.get(f"{W}w") == "16838")
        assert section.find(f"{W}pgNumType").get(f"{W}fmt") == "thaiNumbers"
    assert (size.get(f"{W}orient") == "landscape") == (name in HEADINGS)


@every_template
def test_no_page_number_on_the_first_page(name: str) -> None:
    first, *others = part(name, "word/document.xml").iter(f"{W}sectPr")
    (numbered,) = (story for story in stories(name) if story.find(f".//{W}instrText") is not None)
    assert text_of(numbered).startswith("- ๒ -")
    if others:
        assert first.find(f"{W}headerReference") is None
    else:
        assert first.find(f"{W}titlePg") is not None


@every_report
def test_every_row_fills_its_grid_and_the_page(name: str) -> None:
    tables = list(part(name, "word/document.xml").iter(f"{W}tbl"))
    assert len(tables) > signatures.STAGES
    for table in tables:
        grid = [int(column.get(f"{W}w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        assert int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) == sum(grid)
        for row in table.iterfind(f"{W}tr"):
            at = 0
            for cell in row.iterfind(f"{W}tc/{W}tcPr"):
                span = cell.find(f"{W}gridSpan")
                until = at + (1 if span is None else int(span.get(f"{W}val")))
                assert int(cell.find(f"{W}tcW").get(f"{W}w")) == sum(grid[at:until])
                at = until
            assert at == len(grid)
    columns = main_table(name).iterfind(f"{W}tblGrid/{W}gridCol")
    assert sum(int(column.get(f"{W}w")) for column in columns) == blocks.LANDSCAPE.text_width


@every_report
def test_the_heading_row_is_repeated_shaded_and_bold(name: str) -> None:
    heading, *others = main_table(name).iterfind(f"{W}tr")
    assert [local(child) for child in heading.find(f"{W}trPr")] == ["cantSplit", "tblHeader"]
    assert [text_of(cell) for cell in heading.iterfind(f"{W}tc")] == HEADINGS[name]
    assert all(cell.find(f"{W}tcPr/{W}shd") is not None for cell in heading.iterfind(f"{W}tc"))
    assert {style.get(f"{W}val") for style in heading.iter(f"{W}pStyle")} == {"TableHeading"}
    bold = part(name, "word/styles.xml").find(f"{W}style[@{W}styleId='TableHeading']/{W}rPr")
    assert [local(child) for child in bold[:2]] == ["b", "bCs"]
    assert all(row.find(f"{W}trPr/{W}tblHeader") is None for row in others)


@every_report
def test_rows_of_lists_may_break_between_entries(name: str) -> None:
    rows = [row for row in main_table(name).iterfind(f"{W}tr") if "{%p for point" in text_of(row)]
    before = {id(row): text_of(row.getprevious()) for row in rows}
    whole = [before[id(row)] for row in rows if row.find(f"{W}trPr/{W}cantSplit") is not None]
    assert whole == WHOLE.get(name, [])
    entry = part(name, "word/styles.xml").find(f"{W}style[@{W}styleId='TableEntry']/{W}pPr")
    assert entry.find(f"{W}keepLines") is not None


@every_report
def test_signatures_stay_together_and_leave_the_foot_left_free(name: str) -> None:
    (row,) = (row for row in main_table(name).iterfind(f"{W}tr") if row.find(f".//{W}tbl") is not None)
    assert row.find(f"{W}trPr/{W}cantSplit") is not None
    tables = list(row.iter(f"{W}tbl"))
    assert [len(table.findall(f"{W}tblGrid/{W}gridCol")) for table in tables] == [2, 3, 4]
    for table in tables:
        assert int(table.find(f"{W}tblGrid/{W}gridCol").get(f"{W}w")) > 1300
        assert all(inner.find(f"{W}trPr/{W}cantSplit") is not None for inner in table.iterfind(f"{W}tr"))
        assert all(text_of(inner.find(f"{W}tc")) == "" for inner in table.iterfind(f"{W}tr"))
    styles = part(name, "word/styles.xml")
    for style in ("Signature", "TableKeptEntry"):
        assert styles.find(f"{W}style[@{W}styleId='{style}']/{W}pPr/{W}keepNext") is not None
    assert any(style.get(f"{W}val").startswith("TableKept") for style in main_table(name).iter(f"{W}pStyle"))


@every_template
def test_no_traces_of_an_editor(name: str) -> None:
    for path, content in package.parts(DRAWN[name]).items():
        assert not re.search(rb"rsid|paraId|proofErr|lastRenderedPageBreak", content), path


# What the templates print, through the engine, at the edges of their data.


def rendered(name: str, points: list[dict[str, Any]], stages: list[dict[str, Any]]) -> Any:
    document = Template(FOLDER / name).render(data(name, points, stages))
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return etree.fromstring(archive.read("word/document.xml"), XML).find(f"{W}body")


@every_report
@pytest.mark.parametrize("points", [[], POINTS], ids=["empty", "full"])
def test_every_cell_keeps_a_paragraph(name: str, points: list[dict[str, Any]]) -> None:
    cells = list(rendered(name, points, [STAGE] * 3).iter(f"{W}tc"))
    assert len(cells) > 15
    assert {local(cell[-1]) for cell in cells} == {"p"}


@every_report
@pytest.mark.parametrize("stages", range(4))
def test_each_stage_signs_on_a_dotted_line(name: str, stages: int) -> None:
    body = rendered(name, POINTS, [STAGE] * stages)
    text = text_of(body)
    assert text.count(f"({signatures.DOTS})") == text.count("วันที่ ....") == text.count("ผู้รายงาน") == stages
    assert len(body.findall(f".//{W}tc//{W}tbl")) == (stages > 0)
    # A low paragraph, and no other, ends the document: no empty page.
    assert [child.find(f".//{W}pStyle").get(f"{W}val") for child in body[-2:-1]] == ["TableEnd"]
    assert local(body[-3]) == "tbl"


@every_report
def test_an_open_date_of_a_stage_is_a_date_picker(name: str) -> None:
    body = rendered(name, POINTS, [STAGE, {**STAGE, "date": "1 เมษายน 2566"}, STAGE])
    dates = list(body.iter(f"{W}date"))
    assert [date.find(f"{W}calendar").get(f"{W}val") for date in dates] == ["thai", "thai"]
    assert [text_of(date.getparent().getparent())[:4] for date in dates] == ["...."] * 2
    ids = [one.get(f"{W}val") for one in body.iterfind(f".//{W}sdtPr/{W}id")]
    assert len(set(ids)) == len(ids) >= 2


@every_report
def test_a_signature_has_the_room_of_four_returns(name: str) -> None:
    style = part(name, "word/styles.xml").find(f"{W}style[@{W}styleId='SignatureName']")
    assert int(style.find(f"{W}pPr/{W}spacing").get(f"{W}before")) >= 3 * 20 * 20


@every_report
def test_what_is_known_of_a_stage_is_printed(name: str) -> None:
    stage = {**STAGE, "name": "นายสมชาย ใจดี", "opinion": "เห็นชอบ", "date": "1 เมษายน 2566"}
    text = text_of(rendered(name, POINTS, [stage]))
    assert "ผู้รายงานเห็นชอบ(นายสมชาย ใจดี)ปลัดวันที่ 1 เมษายน 2566" in text
    assert "...." not in text


@every_report
def test_a_point_is_numbered_by_its_level(name: str) -> None:
    body = rendered(name, POINTS, [])
    styles = {
        text_of(p): p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for p in body.iter(f"{W}p")
        if p.find(f".//{W}tab") is not None
    }
    assert styles == {"1.ขั้นแรก": "TableNumberedEntry", "1.1ขั้นย่อย": "TableSubentry"}


@every_report
def test_the_last_row_stays_with_the_signatures(name: str) -> None:
    for stages in (0, 1):
        *others, last = (_kept(row) for row in _last_rows(rendered(name, POINTS, [STAGE] * stages), stages))
        assert others
        assert (last, any(others)) == (bool(stages), False)


def _last_rows(body: Any, stages: int) -> list[Any]:
    """The rows of the last table between its heading and the signatures."""
    rows: list[Any] = body.findall(f"{W}tbl")[-1].findall(f"{W}tr")
    return rows[1 : -1 if stages else None]


def _kept(row: Any) -> bool:
    style: str = row.find(f"{W}tc/{W}p/{W}pPr/{W}pStyle").get(f"{W}val")
    return style.startswith("TableKept")


@pytest.mark.parametrize("name", sorted(set(HEADINGS) - {"implementation-report.docx"}))
def test_the_end_of_a_long_last_row_is_a_row_of_its_own_above_the_signatures(name: str) -> None:
    long = [{"level": 0, "number": f"{at}.", "text": f"{'ยาว' * 60}{at}"} for at in range(1, 9)]
    *_, above, below = _last_rows(rendered(name, long, [STAGE]), 1)
    steps = [
        cell for cell in below.iterfind(f"{W}tc") if text_of(cell) and cell.find(f"{W}tcPr/{W}tcBorders") is not None
    ]
    assert [text_of(cell) for cell in steps] == [f"8.{'ยาว' * 60}8"]
    assert f"7.{'ยาว' * 60}7" in text_of(above)
    open_edges = [
        {edge.tag for cell in row.iterfind(f"{W}tc") for edge in cell.iterfind(f"{W}tcPr/{W}tcBorders/*")}
        for row in (above, below)
    ]
    assert open_edges == [{f"{W}bottom"}, {f"{W}top"}]
    assert above.find(f"{W}trPr/{W}cantSplit") is None
    unsigned = _last_rows(rendered(name, long, []), 0)
    assert not any(cell.find(f"{W}tcPr/{W}tcBorders") is not None for row in unsigned for cell in row)


def test_the_longest_list_of_a_last_measure_is_the_one_that_is_parted() -> None:
    short, long = [{"level": 0, "number": "1.", "text": "สั้น"}] * 2, [{"level": 0, "number": "", "text": "ยาว" * 99}] * 9
    for name in ("steps", "results", "suggestions"):
        filled = data("progress-report.docx", short, [STAGE])
        filled["measures"] = [{**filled["measures"][0], name: long}]
        with zipfile.ZipFile(io.BytesIO(Template(FOLDER / "progress-report.docx").render(filled))) as archive:
            body = etree.fromstring(archive.read("word/document.xml"), XML)[0]
        above, below = _last_rows(body, 1)
        assert (text_of(above).count("ยาว" * 99), text_of(below)) == (8, "ยาว" * 99)
