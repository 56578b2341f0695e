"""The charts of templates: python-pptx's, repaired, in the schema's order, readable, the same on every machine."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from lxml import etree

from drawing import blocks, package
from drawing.charts import SAMPLE, ChartDrawing, Kind, chart_drawing

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# ISO/IEC 29500-1, 21.2: the children of what is repaired, as far as templates use them.
ORDER = {
    "chartSpace": ["date1904", "lang", "roundedCorners", "chart", "spPr", "txPr", "externalData"],
    "chart": ["autoTitleDeleted", "plotArea", "plotVisOnly", "dispBlanksAs"],
    "barChart": ["barDir", "grouping", "varyColors", "ser", "gapWidth", "axId"],
    "radarChart": ["radarStyle", "varyColors", "ser", "axId"],
    "ser": ["idx", "order", "tx", "spPr", "invertIfNegative", "marker", "dLbls", "cat", "val"],
    "catAx": [
        *("axId", "scaling", "delete", "axPos", "majorGridlines", "majorTickMark", "minorTickMark", "tickLblPos"),
        *("spPr", "crossAx", "crosses", "auto", "lblAlgn", "lblOffset", "tickLblSkip", "noMultiLvlLbl"),
    ],
    "valAx": [
        *("axId", "scaling", "delete", "axPos", "majorGridlines", "numFmt", "majorTickMark", "minorTickMark"),
        *("tickLblPos", "spPr", "crossAx", "crosses", "crossBetween", "majorUnit"),
    ],
}

every_kind = pytest.mark.parametrize("kind", ["bar", "radar"])


def chart(kind: Kind) -> Any:
    return etree.fromstring(chart_drawing(kind, "indicators", 16, 11).part.xml)


def document(*drawings: ChartDrawing) -> package.Document:
    body = [*(drawing.paragraph for drawing in drawings), blocks.section(blocks.PORTRAIT)]
    return package.Document(body, charts=[drawing.part for drawing in drawings])


def values(root: Any, path: str) -> list[str]:
    return [found.get("val") for found in root.iterfind(path)]


@every_kind
def test_the_children_stand_in_the_order_of_the_schema(kind: Kind) -> None:
    seen = 0
    for element in chart(kind).iter(f"{C}*"):
        if order := ORDER.get(etree.QName(element).localname):
            names = [etree.QName(child).localname for child in element]
            assert names == sorted(names, key=order.index)
            seen += 1
    assert seen == 6


@every_kind
def test_axes_know_each_other_by_unsigned_ids(kind: Kind) -> None:
    root = chart(kind)
    ids = values(root, f".//{C}{kind}Chart/{C}axId")
    assert all(number.isdecimal() for number in ids)
    assert ids == values(root, f".//{C}plotArea/*/{C}axId")[-2:]
    assert values(root, f".//{C}crossAx") == ids[::-1]


@every_kind
def test_the_scale_is_0_to_100_and_labels_have_two_decimals(kind: Kind) -> None:
    root = chart(kind)
    axis = root.find(f".//{C}valAx")
    limits = [values(axis, path) for path in (f"{C}scaling/{C}min", f"{C}scaling/{C}max", f"{C}majorUnit")]
    assert limits == [["0"], ["100"], ["20"]]
    assert root.find(f".//{C}ser/{C}dLbls/{C}numFmt").get("formatCode") == "0.00"
    assert values(root, f".//{C}dLbls/{C}showVal") == ["1"]


@every_kind
def test_the_text_is_thai_in_both_halves(kind: Kind) -> None:
    root = chart(kind)
    letters = root.find(f"{C}txPr//{A}defRPr")
    assert {slot: letters.find(f"{A}{slot}").get("typeface") for slot in ("latin", "cs")} == dict.fromkeys(
        ("latin", "cs"), "TH SarabunPSK"
    )
    assert values(root, f"{C}lang") == ["th-TH"]
    assert root.find(f".//{C}cat") is not None
    assert [point.text for point in root.iterfind(f".//{C}cat//{C}v")] == list(SAMPLE)


def test_what_only_other_charts_have_is_gone() -> None:
    radar = chart("radar")
    assert radar.find(f".//{C}smooth") is None
    assert values(radar, f".//{C}radarStyle") == ["marker"]
    assert {element.tag.partition("}")[0][1:] for element in radar.iter()} == {C[1:-1], A[1:-1]}


def test_every_bar_has_its_name_the_first_on_top() -> None:
    bar = chart("bar")
    assert values(bar, f".//{C}barDir") == ["bar"]
    assert values(bar, f".//{C}catAx/{C}scaling/{C}orientation") == ["maxMin"]
    assert values(bar, f".//{C}valAx/{C}crosses") == ["max"]
    assert values(bar, f".//{C}tickLblSkip") == ["1"]


def test_a_drawing_is_bound_by_its_alternative_text() -> None:
    drawing = chart_drawing("radar", "year.scores", 16, 12.5, style="Body Text")
    inline = drawing.paragraph.find(f".//{WP}inline")
    assert inline is not None
    assert [child.tag.partition("}")[2] for child in inline] == ["extent", "docPr", "cNvGraphicFramePr", "graphic"]
    assert dict(inline[0].attrib) == {"cx": "5760000", "cy": "4500000"}
    assert inline[1].get("descr") == "chart: year.scores"
    shown = inline.find(f".//{C}chart")
    assert shown is not None
    assert shown.get(RELATIONSHIP) == drawing.part.relationship == "rIdChartRadarYearScores"


def sample() -> package.Document:
    return document(
        chart_drawing("bar", "a", 16, 11), chart_drawing("radar", "a", 16, 12), chart_drawing("bar", "a", 9, 9)
    )


def test_a_document_with_charts_is_valid_and_holds_each_once(tmp_path: Path) -> None:
    parts = package.parts(sample())
    assert parts == package.parts(sample())
    charts = [name for name in parts if name.startswith("word/charts/chart")]
    assert charts == ["word/charts/chart1.xml", "word/charts/chart2.xml"]
    body = etree.fromstring(parts["word/document.xml"])
    assert [about.get("id") for about in body.iter(f"{WP}docPr")] == ["1", "2", "3"]
    package.write(sample(), tmp_path / "charts.docx")
    assert openxml_audit.OpenXmlValidator().validate(str(tmp_path / "charts.docx")).errors == []


def test_the_sheet_holds_the_sample_and_neither_a_date_nor_compressed_entries() -> None:
    workbook = chart_drawing("bar", "a", 16, 11).part.workbook
    with zipfile.ZipFile(io.BytesIO(workbook)) as sheet:
        assert {entry.date_time for entry in sheet.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.compress_type for entry in sheet.infolist()} == {zipfile.ZIP_STORED}
        assert set(re.findall(rb"\d{4}-\d\d-\d\dT", sheet.read("docProps/core.xml"))) == {b"1980-01-01T"}
        assert all(name in sheet.read("xl/sharedStrings.xml").decode() for name in SAMPLE)
