"""Tables, styles, fonts and Thai formatting of a template, found without rendering it."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from ita_docs.engine.check import check_template
from ita_docs.findings import Finding
from tests.engine.chart_documents import BODY, drawn, replacing, template
from tests.engine.documents import NAMESPACES, OFFICE, WORD, cell, docx, p, r, row, save, table
from tests.engine.views import Paper

SPAN = '<w:gridSpan w:val="2"/>'
STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    "<w:rFonts w:ascii='TH SarabunPSK' w:hAnsi='TH SarabunPSK' w:cs='TH SarabunPSK'/>"
    "<w:sz w:val='32'/><w:szCs w:val='32'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Big'><w:name w:val='Big Title'/><w:basedOn w:val='Normal'/>"
    "<w:rPr><w:sz w:val='40'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Good'><w:name w:val='Good'/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
    "<w:style w:type='character' w:styleId='Strong'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>"
)


def with_parts(document: bytes, added: Mapping[str, tuple[str, str, str]]) -> bytes:
    """A document with more parts, each with its relationship's kind and its content type's last words."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for part, (kind, content_type, _) in added.items():
                if name == "word/_rels/document.xml.rels":
                    link = f'<Relationship Id="rIdX{kind}" Type="{OFFICE}/{kind}" Target="{part}"/>'
                    text = text.replace("</Relationships>", f"{link}</Relationships>").replace(
                        'relationships"/>', f'relationships">{link}</Relationships>'
                    )
                if name == "[Content_Types].xml":
                    override = f'<Override PartName="/word/{part}" ContentType="{WORD}.{content_type}+xml"/>'
                    text = text.replace("</Types>", f"{override}</Types>")
            new.writestr(name, text)
        for part, (_, _, xml) in added.items():
            new.writestr(f"word/{part}", xml)
    return stream.getvalue()


def styled(*body: str, styles: str = STYLES, fonts: str = "") -> bytes:
    added = {"styles.xml": ("styles", "styles", f"<w:styles {NAMESPACES}>{styles}</w:styles>")}
    if fonts:
        added["fontTable.xml"] = ("fontTable", "fontTable", f"<w:fonts {NAMESPACES}>{fonts}</w:fonts>")
    return with_parts(docx(*body), added)


def check(folder: Path, document: bytes) -> list[Finding]:
    found = check_template(save(folder, document), Paper)
    return [one for one in found if one.code != "check.unprinted"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row("a", "b", "c")], []),
        ([row("a", cell("b", properties=SPAN).replace('w:w="1000"', 'w:w="2000"'))], []),
        ([row("a", "b", properties='<w:trPr><w:gridAfter w:val="1"/></w:trPr>')], []),
        ([row("{%tr for r in rows %}"), row("{{ r.title }}", "b", "c"), row("{%tr endfor %}")], []),
        ([row("{%tc for r in rows %}", "{{ r.title }}", "{%tc endfor %}")], []),
        ([row("{% colspan year %}x")], []),
        ([row("a", "b", "c"), row("a", "b")], [("warning", "check.grid-columns", 2, "2")]),
        ([row("a", "b", cell("c", properties=SPAN))], [("warning", "check.grid-columns", 1, "4")]),
    ],
)
def test_rows_and_the_grid(tmp_path: Path, rows: list[str], expected: list[tuple[str, str, int, str]]) -> None:
    found = check(tmp_path, docx("x", table(*rows)))
    assert [(one.severity, one.code, one.place.row, one.params["found"]) for one in found] == expected
    assert all(one.place.table == 1 for one in found)


@pytest.mark.parametrize(("layout", "severity"), [("", "advice"), ('<w:tblLayout w:type="fixed"/>', "warning")])
def test_widths_and_the_grid(tmp_path: Path, layout: str, severity: str) -> None:
    wide = row("a", "b", cell("c").replace('w:w="1000"', 'w:w="3000"'))
    made = table(row("a", "b", "c"), wide).replace("</w:tblPr>", f"{layout}</w:tblPr>")
    found = check(tmp_path, docx(made))
    assert [(one.severity, one.code, one.place.table, one.place.row) for one in found] == [
        (severity, "check.grid-widths", 1, 2)
    ]
    assert found[0].params == {"found": "3.5"}


@pytest.mark.parametrize("other", ["{% vm %}", "<w:vMerge/>"])
def test_a_cell_that_is_merged_twice(tmp_path: Path, other: str) -> None:
    mixed = cell("{% merge r.key %}x", properties=other) if other[0] == "<" else cell(f"{{% merge r.key %}}{other}x")
    rows = [row("{%tr for r in rows %}"), row("a", mixed, "c"), row("{%tr endfor %}")]
    found = check(tmp_path, docx(table(*rows)))
    assert [(one.severity, one.code, one.place.row, one.place.cell) for one in found] == [
        ("warning", "check.merge-mixed", 2, 2)
    ]


def styled_as(name: str, text: str) -> str:
    return p(r(text), properties=f'<w:pPr><w:pStyle w:val="{name}"/></w:pPr>')


def test_styles_that_are_not_there(tmp_path: Path) -> None:
    body = [styled_as("Good", "a"), styled_as("Gone", "b"), styled_as("Gone", "c")]
    boxed = table(row("a", "b", "c")).replace("<w:tblPr>", '<w:tblPr><w:tblStyle w:val="NoGrid"/>')
    found = check(tmp_path, styled(*body, boxed))
    assert [(one.severity, one.code, one.params["found"], one.place.table, one.place.paragraph) for one in found] == [
        ("warning", "check.style", "Gone", None, 2),
        ("warning", "check.style", "NoGrid", 1, 1),
    ]


def test_fonts_that_others_may_not_have(tmp_path: Path) -> None:
    def font(name: str) -> str:
        return r("x", f'<w:rPr><w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/></w:rPr>')

    body = p(font("TH Sarabun New"), font("My Font"), font("Own Font"), font("Tahoma"))
    embedded = '<w:font w:name="Own Font"><w:embedRegular r:id="rId9"/></w:font><w:font w:name="My Font"/>'
    found = check(tmp_path, styled(body, fonts=embedded))
    assert [(one.severity, one.code, one.params["found"]) for one in found] == [("advice", "check.fonts", "My Font")]


BOTH = (
    '<w:rPr><w:rFonts w:ascii="Tahoma" w:hAnsi="Tahoma" w:cs="Tahoma"/><w:b/><w:bCs/>'
    '<w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr>'
)


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        (r("ไทย"), []),
        (r("ไทย", BOTH), []),
        (r("Latin 12", "<w:rPr><w:b/></w:rPr>"), []),
        (r("ไทย", '<w:rPr><w:sz w:val="32"/></w:rPr>'), []),  # what it is without
        (r("ไทย", '<w:rPr><w:b w:val="0"/></w:rPr>'), []),
        (r("ไทย", "<w:rPr><w:b/></w:rPr>"), ["w:bCs"]),
        (r("ไทย", "<w:rPr><w:i/></w:rPr>"), ["w:iCs"]),
        (r("{{ title }}", '<w:rPr><w:sz w:val="40"/></w:rPr>'), ["w:szCs"]),
        (r("{% if title %}", "<w:rPr><w:b/></w:rPr>") + r("x{% endif %}"), []),
        (r("ไทย", '<w:rPr><w:rFonts w:ascii="Tahoma" w:hAnsi="Tahoma"/></w:rPr>'), ["w:cs"]),
        (r("ไทย", '<w:rPr><w:b/><w:sz w:val="40"/></w:rPr>') + r("ไทย", "<w:rPr><w:b/></w:rPr>"), ["w:szCs, w:bCs"]),
    ],
)
def test_runs_that_set_only_the_latin_half(tmp_path: Path, run: str, expected: list[str]) -> None:
    found = check(tmp_path, styled("x", table(row("a", f"<w:tc><w:p>{run}</w:p></w:tc>", "c"))))
    assert [one.params["found"] for one in found] == expected
    for one in found:
        assert (one.severity, one.code) == ("warning", "check.thai-run")
        assert (one.place.table, one.place.row, one.place.cell, one.place.paragraph) == (1, 1, 2, 1)


def test_styles_that_set_only_the_latin_half(tmp_path: Path) -> None:
    strong = p(r("ไทย", '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'))
    body = [
        styled_as("Good", "ไทย"),
        styled_as("Big", "Latin"),
        styled_as("Big", "ไทย"),
        styled_as("Big", "ไทย"),
        strong,
    ]
    found = check(tmp_path, styled(*body))
    assert [(one.code, one.params["style"], one.params["found"], one.place.paragraph) for one in found] == [
        ("check.thai-style", "Big Title", "w:szCs", 3),
        ("check.thai-style", "Strong", "w:bCs", 5),
    ]


@pytest.mark.parametrize(
    ("alternative", "expected"),
    [
        ("chart: scores", []),
        ("chart: scroes", [("error", "template.unknown-name-near")]),
        ("chart: Scores", [("error", "check.capital")]),
        ("chart: title", [("error", "check.chart-type")]),
        ("chart scores", [("warning", "check.chart-unbound")]),
        ("Charts: scores", [("warning", "check.chart-unbound")]),
        ("chart: a b", [("error", "template.chart-name")]),
        ("A chart of last year", []),
    ],
)
def test_charts(tmp_path: Path, alternative: str, expected: list[tuple[str, str]]) -> None:
    path = template(tmp_path, drawn(), edit=replacing(BODY, ("chart: scores", alternative)))
    found = [one for one in check_template(path, Paper) if one.code != "check.unprinted"]
    assert [(one.severity, one.code) for one in found] == expected
    assert all((one.place.paragraph, one.place.tag) == (1, alternative) for one in found)
