"""The script of digits: of values, of the template's own text, of literals; never of markup; and Word's own numbers."""

from pathlib import Path
from typing import Any

import pytest
from docxtpl import RichText

from ita_docs.engine import Template
from tests.engine.documents import W, cell, control, docx, field, p, part, r, row, save, table, texts


def rendered(
    tmp_path: Path, *body: str, numerals: Any = "thai", data: dict[str, Any] | None = None, **parts: Any
) -> bytes:
    return Template(save(tmp_path, docx(*body, **parts))).render(data or {}, numerals=numerals)


@pytest.mark.parametrize(
    ("runs", "thai"),
    [
        (["ปี 2566"], "ปี ๒๕๖๖"),
        (["25", "66 ", "IIT 3", "0 %"], "๒๕๖๖ IIT ๓๐ %"),
        (["o1", "4 PM2", ".5 ISO 90", "01"], "o๑๔ PM2.5 ISO ๙๐๐๑"),
        (["www.a.go", ".th/2566 ปี 2566"], "www.a.go.th/2566 ปี ๒๕๖๖"),
        (["{{ n }}/{{ y }} 5"], "๗/๒๕๖๖ ๕"),
        (["{{ 'ปี 2566' }} {{ 9 }} {{ 'a' ~ 5 }}"], "ปี ๒๕๖๖ ๙ a5"),
        (["{% if y == '2566' %}12{% else %}no{% endif %}"], "๑๒"),
        (["{% if 12 > n %}a{% endif %}{{ [1, 22][1] }}{{ '%05.1f'|format(n) }}"], "a๒๒๐๐๗.๐"),
        (["{", "{ n }", "}1", "2{# 34 #}"], "๗๑๒"),
        (["{{ l }}"], "web http://a.go.th/2566, ๒๕๖๖"),
        (["{{ y|e }}"], "๒๕๖๖"),
        (["{% macro m(x) %}{{ x }} 1{% endmacro %}{{ m(y) }}"], "๒๕๖๖ ๑"),
        (["{_{ 12 }_}"], "{{ ๑๒ }}"),
    ],
)
def test_text_and_values(tmp_path: Path, runs: list[str], thai: str) -> None:
    data = {"n": 7, "y": "2566", "l": "web http://a.go.th/2566, 2566"}
    assert texts(rendered(tmp_path, p(*runs), data=data)) == [thai]


@pytest.mark.parametrize("between", ["<w:tab/>", "<w:br/>", "<w:cr/>", "</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>"])
def test_a_tab_or_a_new_line_ends_a_token(tmp_path: Path, between: str) -> None:
    inside = between if between.startswith("</") else f"</w:t>{between}<w:t>"
    tabs = '<w:pPr><w:tabs><w:tab w:val="left" w:pos="500"/></w:tabs></w:pPr>'
    body = f"<w:p>{tabs}<w:r><w:t>1.{inside}OIT{inside}5 A4{inside}{{{{ '6' {inside} }}}}7</w:t></w:r></w:p>"
    found = "".join(one.text or "" for one in part(rendered(tmp_path, body)).iter(f"{W}t"))
    assert found == "๑.OIT๕ A4๖๗"


def test_to_arabic(tmp_path: Path) -> None:
    body = "๒๕๖๖ {{ y }} {{ '๑๒' }}", p(field("PAGE \\* ThaiArabic", "๑"))
    document = rendered(tmp_path, *body, numerals="arabic", data={"y": "ข้อ ๓ 25๖๖"})
    assert texts(document) == ["2566 ข้อ 3 2566 12", "1"]
    assert next(part(document).iter(f"{W}instrText")).text == "PAGE \\* Arabic"


def test_as_typed(tmp_path: Path) -> None:
    document = rendered(tmp_path, "๒๕๖๖ 12 {{ y }}", numerals=None, data={"y": "๑2"})
    assert texts(document) == ["๒๕๖๖ 12 ๑2"]
    assert part(document).find(f".//{W}pgNumType") is None


def test_markup_never_changes(tmp_path: Path) -> None:
    style = '<w:rPr><w:sz w:val="{{ size }}"/></w:rPr>'
    box = control("done", p("5"))
    body = (
        p(r("{{ 5 }}", style)),
        table(row("{% cellbg '123456' %}1", cell("2", properties='<w:gridSpan w:val="2"/>'))),
        box,
    )
    data = {"size": 32, "done": True, "rich": RichText("5", size=24)}
    document = rendered(tmp_path, *body, p("{{r rich }}"), data=data)
    root = part(document)
    assert [one.get(f"{W}val") for one in root.iter(f"{W}sz")] == ["32", "24"]
    assert next(root.iter(f"{W}shd")).get(f"{W}fill") == "123456"
    assert texts(document) == ["๕", "๑", "๒", "☒", "5"]
    assert [one.get(f"{W}val") for one in root.iter(f"{W}id")] == ["1001"]


def test_properties_headers_and_footnotes(tmp_path: Path) -> None:
    core = "<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'>ปี 1 {{ y }}</dc:title>"
    document = rendered(
        tmp_path, "x", data={"y": "2566"}, headers={"header1": "ปี 1 {{ y }}"}, footnote="{{ y }}", core=core
    )
    assert part(document, "docProps/core.xml")[0].text == "ปี ๑ ๒๕๖๖"
    assert texts(document, "word/header1.xml") + texts(document, "word/footnotes.xml") == ["ปี ๑ ๒๕๖๖", "๒๕๖๖"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "thaiNumbers"),
        ('w:fmt="decimal" ', "thaiNumbers"),
        ('w:start="3" ', "thaiNumbers"),
        ('w:fmt="upperRoman" ', "upperRoman"),
    ],
)
def test_page_numbers(tmp_path: Path, before: str, after: str) -> None:
    inner = f'<w:sectPr><w:pgSz w:w="1" w:h="2"/>{f"<w:pgNumType {before}/>" if before else ""}<w:titlePg/></w:sectPr>'
    root = part(rendered(tmp_path, p(properties=f"<w:pPr>{inner}</w:pPr>"), headers={"header1": "x"}))
    first, last = root.iter(f"{W}sectPr")
    assert first.find(f"{W}pgNumType").get(f"{W}fmt") == after
    assert [one.tag.removeprefix(W) for one in first] == ["pgSz", "pgNumType", "titlePg"]
    assert [one.tag.removeprefix(W) for one in last] == ["headerReference", "pgSz", "pgNumType", "titlePg"]


@pytest.mark.parametrize(
    ("code", "thai"),
    [
        (" PAGE ", " PAGE "),
        (" PAGE \\* Arabic ", " PAGE \\* ThaiArabic "),
        (" PAGE  \\*arabic \\* MERGEFORMAT", " PAGE  \\*ThaiArabic \\* MERGEFORMAT"),
        (" NUMPAGES ", " NUMPAGES \\* ThaiArabic "),
        (" NUMPAGES \\* MERGEFORMAT", " NUMPAGES \\* MERGEFORMAT \\* ThaiArabic "),
        (" SEQ ตาราง \\* ROMAN ", " SEQ ตาราง \\* ROMAN "),
        (" PAGE \\* ArabicDash ", " PAGE \\* ArabicDash "),
    ],
)
def test_field_switches(tmp_path: Path, code: str, thai: str) -> None:
    half = code.index("*") if "*" in code else 2
    split = '</w:instrText></w:r><w:r><w:instrText xml:space="preserve">'
    whole = field(code, "1")
    halved = whole.replace(code, code[:half] + split + code[half:])
    for one in (whole, halved):
        root = part(rendered(tmp_path, p(one)))
        assert "".join(each.text or "" for each in root.iter(f"{W}instrText")) == thai
    root = part(rendered(tmp_path, f'<w:p><w:fldSimple w:instr="{code}">{r("1")}</w:fldSimple></w:p>'))
    assert next(root.iter(f"{W}fldSimple")).get(f"{W}instr") == thai


def test_lists(tmp_path: Path) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:numFmt w:val="{kind}"/></w:lvl>'
        for n, kind in enumerate(["decimal", "bullet", "thaiLetters"])
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    for numerals, expected in (("thai", "thaiNumbers"), (None, "decimal")):
        root = part(rendered(tmp_path, "x", numbering=numbering, numerals=numerals), "word/numbering.xml")
        assert [one.get(f"{W}val") for one in root.iter(f"{W}numFmt")] == [expected, "bullet", "thaiLetters"]
