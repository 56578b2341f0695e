"""Field codes that fetch or run something, and links that do harm, however they are written (`fields.py`)."""

from pathlib import Path

import pytest

from ita_docs.engine.package import Package
from ita_docs.engine.template import Template
from ita_docs.errors import TemplateError
from tests.engine.archives import BODY, code_of, with_body, zipped
from tests.engine.documents import docx, field, p, r, save

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))


def code(text: str, element: str = "instrText") -> str:
    return f"<w:r><w:{element}>{text}</w:{element}></w:r>"


@pytest.mark.parametrize(
    "markup",
    [
        *(field(f"{name} x", "y") for name in ("PRINT", "Control", "HTMLCONTROL", "EMBED", "GLOSSARY", "AUTOTEXTLIST")),
        *(field(f"{name} x", "y") for name in ("INCLUDE", "AUTOTEXT", "DATA", "SUBSCRIBER", '"DDE"', "“DDE”")),
        BEGIN + field("QUOTE 68 68 69", "DDE") + code(" c:\\x") + END,
        BEGIN + '<w:fldSimple w:instr="QUOTE 68 68 69"/>' + code(" c:\\x") + END,
        BEGIN + code("HYPERLINK ") + field('QUOTE "file:///c:/x"', "x") + SEPARATE + r("x") + END,
        field("DDE x", "y").replace("instrText", "delInstrText"),
        f"<w:del>{field('DDE x', 'y').replace('instrText', 'delInstrText')}</w:del>",
        BEGIN + code("PAGE ") + "<w:del>" + code("DDE x", "delInstrText") + "</w:del>" + END,
        BEGIN.replace("begin", "{{ 'begin' }}"),
        BEGIN + code("D") + "<w:del>" + code("X", "delInstrText") + "</w:del>" + code("DE x") + END,
        BEGIN + code("D") + "<w:del>" + code("DE x", "delInstrText") + "</w:del>" + code("ATE") + END,
    ],
)
def test_fields_in_disguise(markup: str) -> None:
    assert code_of(zipped(with_body(p(markup)))) == ("template.active-field", BODY)


@pytest.mark.parametrize(
    "instruction",
    [
        'HYPERLINK \\o "tip" "file:///c:/x.exe"',
        'HYPERLINK \\n \\t "_blank" \\l "place" file:///c:/x.exe',
        'HYPERLINK"file:///c:/x.exe"',
        'HYPERLINK "http://a.go.th" "file:///c:/x.exe"',
        '"HYPERLINK" "file:///c:/x.exe"',
        "HYPERLINK “file:///c:/x.exe”",
        'HYPERLINK "file:///{{ name }}"',
        'HYPERLINK "{{ name }}file:///x"',
        'HYPERLINK "file:///x{}"',
    ],
)
def test_links_in_disguise(instruction: str) -> None:
    assert code_of(zipped(with_body(p(field(instruction, "x"))))) == ("template.link", BODY)


@pytest.mark.parametrize(
    "markup",
    [
        field('HYPERLINK "https://a.go.th" \\l "file:x" \\o "see: here" \\t "_blank" \\n \\* MERGEFORMAT', "x"),
        field("HYPERLINKS file:x", "x"),
        field('HYPERLINK "{{ name }}"', "x"),
        BEGIN + code("= ") + field("PAGE", "1") + code(" - 1") + SEPARATE + r("0") + END,
        BEGIN + code("TOC \\h") + SEPARATE + field('HYPERLINK \\l "_Toc1"', "x") + END,
        field("ADDIN ZOTERO_ITEM {}", "x"),
        field("MERGEFIELD name", "x"),
    ],
)
def test_fields_as_people_use_them(markup: str) -> None:
    assert Package(zipped(with_body(p(markup))), "t.docx").with_fields == {BODY}


@pytest.mark.parametrize("target", ["\\\\host\\share{}", "//host/{x", "x:y{", 'http://a" "file:///c:/x'])
def test_a_brace_in_a_value_hides_no_link(tmp_path: Path, target: str) -> None:
    template = Template(save(tmp_path, docx(p(field('HYPERLINK "{{ a }}"', "x")))))
    assert template.render({"a": "https://a.go.th/{x}"})
    with pytest.raises(TemplateError) as caught:
        template.render({"a": target})
    assert [fault.code for fault in caught.value.faults] == ["template.link"]
