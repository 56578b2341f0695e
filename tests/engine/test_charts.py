"""Charts bound by their alternative text: data, digits, style, parts; what can not be shown is said with its place."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document as WordDocument
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from ita_docs.engine import Template
from ita_docs.engine.chart_parts import formatted
from tests.engine.chart_documents import (
    BODY,
    CHART,
    DELETED,
    PARTS,
    RELATIONSHIP,
    SCORES,
    TITLE,
    WP,
    A,
    C,
    drawn,
    names,
    orphans,
    parts_of,
    plain,
    render,
    replacing,
    sheet,
    shown,
    statement,
    targets,
    template,
    values,
    with_style,
)
from tests.engine.documents import part

# -- data --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["bar", "radar"])
@pytest.mark.parametrize("numerals", ["thai", "arabic", None])
def test_a_chart_shows_its_data_and_is_a_sound_document(tmp_path: Path, kind: Any, numerals: Any) -> None:
    document = render(template(tmp_path, drawn(kind)), SCORES, numerals)
    (chart,) = shown(document)
    thai = numerals == "thai"
    name, first, second = ("ปี ๒๕๖๗", "ตัวชี้วัดที่ ๑", "O๑๒") if thai else ("ปี 2567", "ตัวชี้วัดที่ 1", "O12")
    assert values(chart) == {name: {first: "88.10", "www.a.go.th/1": "100"}}
    assert sheet(document) == [[name], [first, "88.10"], [second, None], ["www.a.go.th/1", "100"]]
    assert part(document).find(f".//{WP}docPr").get("descr") == name
    assert orphans(document) == set()
    (tmp_path / "out.docx").write_bytes(document)
    assert OpenXmlValidator().validate(str(tmp_path / "out.docx")).errors == []
    assert len(WordDocument(str(tmp_path / "out.docx")).inline_shapes) == 1


@given(
    st.lists(st.text(st.characters(codec="utf-8", categories=("L", "M", "N", "P", "S", "Zs"))), min_size=1, max_size=6),
    st.data(),
)
def test_any_texts_and_numbers_are_in_chart_and_sheet(
    tmp_path_factory: pytest.TempPathFactory, categories: list[str], drawing: st.DataObject
) -> None:
    number = st.none() | st.decimals(-(10**9), 10**9, places=2) | st.integers(-(10**9), 10**9)
    rows = drawing.draw(
        st.lists(st.lists(number, min_size=len(categories), max_size=len(categories)), min_size=1, max_size=5)
    )
    series = [{"name": f"series {at}", "values": row} for at, row in enumerate(rows)]
    folder = tmp_path_factory.mktemp("any")
    document = render(template(folder, drawn()), {"categories": categories, "series": series})
    (chart,) = shown(document)
    for found, row in zip(chart.iter(f"{C}ser"), rows, strict=True):
        texts = [point.findtext(f"{C}v") for point in found.iterfind(f"{C}cat//{C}pt")]
        assert texts == categories
        points = {int(pt.get("idx")): Decimal(pt.findtext(f"{C}v")) for pt in found.iterfind(f"{C}val//{C}pt")}
        assert points == {at: value for at, value in enumerate(row) if value is not None}
    first, *others = sheet(document)
    assert [cell for cell in first if cell is not None] == [one["name"] for one in series]
    assert [(line[0] or "") for line in others] == categories
    assert [[None if cell is None else Decimal(cell) for cell in line[1:]] for line in others] == [
        list(column) for column in zip(*rows, strict=True)
    ]


def test_a_text_of_the_data_is_never_a_formula_or_a_link(tmp_path: Path) -> None:
    texts = ("=1+1", "{=A1}", "http://a.b/c", "+66")
    document = render(template(tmp_path, drawn()), plain(1, 2, 3, 4, name="=cmd|x", categories=texts))
    assert sheet(document) == [["=cmd|x"], *([text, str(at)] for at, text in enumerate(texts, 1))]


def test_a_loop_makes_a_chart_for_each_pass(tmp_path: Path) -> None:
    path = template(tmp_path, statement("for year in years"), drawn(name="year.scores"), statement("endfor"))
    years = [{"scores": plain(n, name=str(n))} for n in (1, 2, 3)]
    document = Template(path).render({"years": years})
    assert [values(chart) for chart in shown(document)] == [{str(n): {"0": str(n)}} for n in (1, 2, 3)]
    ids = [about.get("id") for about in part(document).iter(f"{WP}docPr")]
    assert len(set(ids)) == 3
    assert orphans(document) == set()
    assert len(names(document)) == 6


def test_more_and_fewer_series_keep_the_style(tmp_path: Path) -> None:
    two = {"categories": ["x"], "series": [{"name": name, "values": [1]} for name in "abc"]}
    (chart,) = shown(render(template(tmp_path, drawn()), two))
    looks = [series.find(f"{C}spPr/{A}solidFill/{A}schemeClr").get("val") for series in chart.iter(f"{C}ser")]
    assert looks == ["accent1", "accent2", "accent3"]
    assert list(values(chart)) == ["a", "b", "c"]
    assert all(series.find(f"{C}dLbls/{C}dLblPos") is not None for series in chart.iter(f"{C}ser"))
    (tmp_path / "again").mkdir()
    rendered = parts_of(render(template(tmp_path, drawn()), two))

    def restyled(parts: PARTS) -> None:
        parts[CHART] = rendered["word/charts/chart2.xml"].replace(b'r:id="rIdSheet"', b'r:id="rId1"')

    (chart,) = shown(render(template(tmp_path / "again", drawn(), edit=restyled), plain(5)))
    assert values(chart) == {"a": {"0": "5"}}


def test_gaps_stay_gaps(tmp_path: Path) -> None:
    path = template(tmp_path, drawn(), edit=replacing(CHART, ('<c:dispBlanksAs val="gap" />', "")))
    for value, expected in ((plain(1, None), ["gap"]), (plain(1, 2), [])):
        (chart,) = shown(render(path, value))
        assert [one.get("val") for one in chart.iter(f"{C}dispBlanksAs")] == expected


# -- style and digits --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "numerals", "expected"),
    [
        ("0.00", "thai", "[$-D00041E]0.00"),
        ("[$-D00041E]0.00", "thai", "[$-D00041E]0.00"),
        ("[$-th-TH,D00]0.0", "arabic", "0.0"),
        ("t0.00", "arabic", "0.00"),
        ("t0.00", None, "t0.00"),
        ("General", "thai", "[$-D00041E]0.00"),
        (None, "arabic", "0.00"),
        (None, None, "General"),
        ("0%;-0%", "thai", "[$-D00041E]0%;[$-D00041E]-0%"),
        ("[$฿-41E]0", "arabic", "[$฿-41E]0"),
    ],
)
def test_number_formats(code: str | None, numerals: Any, expected: str) -> None:
    assert formatted(code, numerals) == expected


@pytest.mark.parametrize(("numerals", "begin"), [("thai", "[$-D00041E]"), ("arabic", ""), (None, "")])
def test_labels_and_axes_follow_the_digits(tmp_path: Path, numerals: Any, begin: str) -> None:
    (chart,) = shown(render(template(tmp_path, drawn()), SCORES, numerals))
    found = {(one.getparent().tag.removeprefix(C), one.get("formatCode")) for one in chart.iter(f"{C}numFmt")}
    assert found == {("dLbls", f"{begin}0.00"), ("valAx", f"{begin}0")}
    assert {one.text for one in chart.iter(f"{C}formatCode")} == {f"{begin}0.00"}


def test_labels_and_axes_without_a_format_get_one(tmp_path: Path) -> None:
    pairs = [(f'<c:numFmt formatCode="{code}" sourceLinked="0" />', "") for code in ("0.00", "0")]
    path = template(tmp_path, drawn(), edit=replacing(CHART, *pairs))
    document = render(path, SCORES, "thai")
    found = [(one.getparent().tag, dict(one.attrib)) for one in shown(document)[0].iter(f"{C}numFmt")]
    linked = {"formatCode": "[$-D00041E]0.00", "sourceLinked": "0"}
    assert found == [(f"{C}dLbls", linked), (f"{C}valAx", linked)]
    (tmp_path / "out.docx").write_bytes(document)
    assert OpenXmlValidator().validate(str(tmp_path / "out.docx")).errors == []


LEGEND = '</c:plotArea><c:legend><c:legendPos val="b"/></c:legend>'


def test_what_an_agency_restyled_stays(tmp_path: Path) -> None:
    changes = ((DELETED, TITLE % "(o14)"), ("</c:plotArea>", LEGEND), ('"accent1"', '"accent6"'))
    path = template(tmp_path, drawn(), edit=replacing(CHART, *changes))
    (chart,) = shown(render(path, SCORES, "thai"))
    assert "".join(chart.itertext(f"{A}t")) == "ผล ITA ปี ๒๕๖๗ (o๑๔)"
    assert chart.find(f".//{C}legendPos").get("val") == "b"
    assert chart.find(f".//{C}ser/{C}spPr/{A}solidFill/{A}schemeClr").get("val") == "accent6"


POINT = '<c:dPt><c:idx val="%d"/><c:invertIfNegative val="0"/></c:dPt>'
LABEL = (
    '<c:dLbls><c:dLbl><c:idx val="0"/><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>91.25</a:t></a:r></a:p></c:rich></c:tx>'
    "</c:dLbl>"
)
FILTERED = (
    '<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" '
    'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:filteredBarSeries/></c:ext></c:extLst></c:barChart>'
)


def test_what_belongs_to_old_data_goes(tmp_path: Path) -> None:
    edit = replacing(CHART, ("<c:dLbls>", POINT % 1 + POINT % 9 + LABEL), ("</c:barChart>", FILTERED))
    (chart,) = shown(render(template(tmp_path, drawn(), edit=edit)))
    assert [one.find(f"{C}idx").get("val") for one in chart.iter(f"{C}dPt")] == ["1"]
    assert chart.find(f".//{C}dLbl") is None
    assert not list(chart.iter(f"{C}extLst"))


def test_a_second_plot_without_series_goes_with_its_axes(tmp_path: Path) -> None:
    def second(parts: PARTS) -> None:
        text = parts[CHART].decode()
        start, end = text.index("<c:barChart>"), text.index("</c:plotArea>")
        plot = text[start:end].replace("2068027336", "1").replace("2113994440", "2")
        plot = plot.replace('<c:idx val="0" />', '<c:idx val="1" />').replace(
            '<c:order val="0" />', '<c:order val="1" />'
        )
        bars, axes = plot.split("</c:barChart>")
        middle = text.index("</c:barChart>") + len("</c:barChart>")
        parts[CHART] = f"{text[:middle]}{bars}</c:barChart>{text[middle:end]}{axes}{text[end:]}".encode()

    path = template(tmp_path, drawn(), edit=second)
    two = {"categories": ["x"], "series": [{"name": name, "values": [1]} for name in "ab"]}
    for value, plots in ((two, 2), (plain(1), 1)):
        (chart,) = shown(render(path, value))
        assert len(list(chart.iter(f"{C}barChart"))) == plots
        assert len(list(chart.iter(f"{C}catAx", f"{C}valAx"))) == 2 * plots
        used = {one.get("val") for one in chart.iterfind(f".//{C}barChart/{C}axId")}
        assert used == {one.get("val") for one in chart.iter(f"{C}crossAx")}


# -- parts -------------------------------------------------------------------------------------------------------------


def test_a_chart_brings_its_style_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = template(tmp_path, drawn(), drawn(), edit=with_style)
    document = render(path)
    parts = parts_of(document)
    assert orphans(document) == set()
    assert names(document) == [
        *(f"word/charts/{name}.xml" for name in ("chart2", "chart3", "style2", "style3")),
        *(f"word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx" for number in (2, 3)),
    ]
    for chart, style in (("chart2", "style2"), ("chart3", "style3")):
        assert {f"word/charts/{style}.xml", "word/media/fill.png"} < set(
            targets(parts, f"word/charts/{chart}.xml").values()
        )


def unbound(folder: Path) -> Path:
    return template(folder, drawn(), edit=replacing(BODY, ('descr="chart: scores"', 'descr="Chart of scores: 2567"')))


@pytest.mark.parametrize(("numerals", "begin"), [("thai", "[$-D00041E]"), ("arabic", "0")])
def test_charts_that_no_text_binds_follow_the_numerals(tmp_path: Path, numerals: Any, begin: str) -> None:
    [chart] = shown(render(unbound(tmp_path), numerals=numerals))
    codes = [found.get("formatCode") for found in chart.iter(f"{C}numFmt")]
    assert len(codes) > 1
    assert [code for code in codes if not code.startswith(begin)] == []


def test_charts_that_no_text_binds_stay_untouched(tmp_path: Path) -> None:
    path = unbound(tmp_path)
    before, after = parts_of(path.read_bytes()), parts_of(render(path))
    same = {name for name in before if "/charts/" in name or "/embeddings/" in name}
    assert len(same) == 3
    assert {name: after[name] for name in same} == {name: before[name] for name in same}
    assert part(render(path)).find(f".//{C}chart").get(RELATIONSHIP) == "rIdChartBarScores"


@pytest.mark.parametrize(("kind", "plot"), [("bar", "barChart"), ("radar", "radarChart"), (None, None)])
def test_a_chart_that_is_not_drawn_is_not_in_the_document(tmp_path: Path, kind: str | None, plot: str | None) -> None:
    choice = (
        statement('if kind == "bar"'), drawn("bar"),
        statement('elif kind == "radar"'), drawn("radar"),
        statement("endif"),
    )  # fmt: skip
    document = render(template(tmp_path, *choice, edit=with_style), kind=kind)
    assert [next(chart.iter(f"{C}{plot}")) is not None for chart in shown(document)] == ([True] if kind else [])
    assert orphans(document) == set()
    assert len(names(document)) == {"bar": 3, "radar": 2, None: 0}[kind]
    assert ("word/media/fill.png" in parts_of(document)) == (kind == "bar")


def test_a_chart_without_a_sheet_gets_one(tmp_path: Path) -> None:
    def bare(parts: PARTS) -> None:
        del parts["word/charts/_rels/chart1.xml.rels"], parts["word/embeddings/Microsoft_Excel_Worksheet1.xlsx"]
        replacing(CHART, ('<c:externalData r:id="rId1"><c:autoUpdate val="0" /></c:externalData>', ""))(parts)

    document = render(template(tmp_path, drawn(), edit=bare), plain(7))
    assert sheet(document) == [["a"], ["0", "7"]]
    assert orphans(document) == set()


def test_a_floating_chart_and_a_chart_in_a_header(tmp_path: Path) -> None:
    def to_header(parts: PARTS) -> None:
        body = parts[BODY].decode()
        start, end = body.index("<w:p>"), body.index("<w:sectPr>")
        root = body[: body.index("<w:body>")].replace("w:document", "w:hdr")
        anchored = body[start:end].replace("wp:inline", "wp:anchor")
        parts["word/header1.xml"] = f"{root}{anchored}</w:hdr>".encode()
        parts["word/_rels/header1.xml.rels"] = parts["word/_rels/document.xml.rels"]
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
        override = f'<Override PartName="/word/header1.xml" ContentType="{kind}"/></Types>'
        replacing("[Content_Types].xml", ("</Types>", override))(parts)

    document = render(template(tmp_path, drawn(), edit=to_header))
    assert len(shown(document)) == len(shown(document, "word/header1.xml")) == 1
    assert len(names(document)) == 4


def test_the_same_data_gives_the_same_bytes_in_any_thread(tmp_path: Path) -> None:
    made = Template(template(tmp_path, drawn("bar"), drawn("radar")))

    def one(number: int) -> bytes:
        return made.render({"scores": plain(number, name=str(number))}, numerals="thai")

    alone = [one(number) for number in range(8)]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(one, [*range(8)] * 3)) == alone * 3
