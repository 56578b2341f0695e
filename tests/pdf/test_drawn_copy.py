"""The copy that LibreOffice draws: what it changes, and what it leaves."""

import io
import zipfile

import pytest

from ita_docs.engine.drawn_copy import Original
from ita_docs.engine.named_fonts import named_fonts
from ita_docs.errors import TemplateError
from tests.engine.archives import parts_of, with_relationship, zipped
from tests.engine.documents import NAMESPACES, W, docx, field, p, part, r, texts

THAI_PAGES = '<w:p><w:pPr><w:sectPr><w:pgNumType w:fmt="thaiNumbers"/></w:sectPr></w:pPr></w:p>'
LIST = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>'
)


A_CS = 'a:cs typeface="Loma"'


def defaults(properties: str) -> str:
    """The styles of a document with these run properties as defaults."""
    inside = f"<w:rPrDefault><w:rPr>{properties}</w:rPr></w:rPrDefault>"
    return f"<w:styles {NAMESPACES}><w:docDefaults>{inside}</w:docDefaults></w:styles>"


def fonts_of(document: bytes, name: str) -> list[str]:
    return [fonts.get(f"{W}cs") for fonts in part(document, name).iter(f"{W}rFonts")]


def codes_of(document: bytes, name: str) -> list[str]:
    return [code.text or "" for code in part(document, name).iter(f"{W}instrText")]


def test_thai_justification_becomes_one_that_is_drawn() -> None:
    body = [p("ก", properties=f'<w:pPr><w:jc w:val="{jc}"/></w:pPr>') for jc in ("thaiDistribute", "center")]
    document = docx(*body)
    copy = Original(document, "a.docx").copy("")
    assert [jc.get(f"{W}val") for jc in part(copy).iter(f"{W}jc")] == ["both", "center"]
    assert [jc.get(f"{W}val") for jc in part(document).iter(f"{W}jc")] == ["thaiDistribute", "center"]


@pytest.mark.parametrize(
    ("code", "thai_pages", "drawn"),
    [
        (" PAGE ", True, [" PAGE "]),
        (" PAGE \\* MERGEFORMAT ", True, [" PAGE \\* MERGEFORMAT "]),
        (" PAGE \\* Arabic ", True, []),
        (" PAGE ", False, []),
        (" PAGE \\* ThaiArabic ", False, [" PAGE "]),
        (" NUMPAGES \\* thaiarabic ", False, [" NUMPAGES "]),
        (" NUMPAGES ", True, []),
    ],
)
def test_pages_are_counted_in_the_font_of_digits(code: str, thai_pages: bool, drawn: list[str]) -> None:
    document = docx(THAI_PAGES if thai_pages else "ก", headers={"header1": p("- ", field(code, "2"), " -")})
    original = Original(document, "a.docx")
    copy = original.copy("Digits")
    assert original.counts_in_thai == bool(drawn)
    assert codes_of(copy, "word/header1.xml") == (drawn or [code])
    assert set(fonts_of(copy, "word/header1.xml")) == ({"Digits"} if drawn else set())
    assert texts(copy, "word/header1.xml") == ["- 2 -"]


def test_the_original_stays_as_it_is() -> None:
    original = Original(docx("ก", headers={"header1": p(field(" PAGE \\* ThaiArabic ", "๒"))}), "a.docx")
    plain = original.copy("")
    assert original.copy("Digits") != plain
    assert original.copy("") == plain


def test_without_such_a_font_the_switch_still_goes() -> None:
    document = docx("ก", headers={"header1": p(field(" PAGE \\* ThaiArabic ", "๒"))})
    copy = Original(document, "a.docx").copy("")
    assert (codes_of(copy, "word/header1.xml"), fonts_of(copy, "word/header1.xml")) == ([" PAGE "], [])


def test_other_numbers_in_thai_stand_as_the_text_that_word_stored() -> None:
    inner = field(" SEQ x ", "7")
    simple = f'<w:fldSimple w:instr=" REF b \\* ThaiArabic ">{r("25")}</w:fldSimple>'
    whole = p("ที่ ", field(" SEQ รูป \\* ThaiArabic ", "12"), " ", simple, " ", field(" = 3 \\* ThaiArabic ", inner))
    copy = Original(docx(whole), "a.docx").copy("Digits")
    assert texts(copy) == ["ที่ ๑๒ ๒๕ ๗"]
    assert codes_of(copy, "word/document.xml") == [" SEQ x "]
    assert not list(part(copy).iter(f"{W}fldSimple"))


def test_a_simple_page_field_keeps_counting() -> None:
    body = f'<w:p><w:fldSimple w:instr=" PAGE \\* ThaiArabic ">{r("1")}</w:fldSimple></w:p>'
    copy = Original(docx(body), "a.docx").copy("Digits")
    [simple] = part(copy).iter(f"{W}fldSimple")
    assert simple.get(f"{W}instr") == " PAGE "
    assert fonts_of(copy, "word/document.xml") == ["Digits"]


def test_only_thai_levels_of_a_list_are_drawn_in_digits() -> None:
    original = Original(docx("ก", numbering=LIST), "a.docx")
    assert original.counts_in_thai
    thai, decimal = part(original.copy("Digits"), "word/numbering.xml").iter(f"{W}lvl")
    assert [fonts.get(f"{W}cs") for fonts in thai.iter(f"{W}rFonts")] == ["Digits"]
    assert not list(decimal.iter(f"{W}rFonts"))


def test_nothing_outside_is_fetched_but_links_stay() -> None:
    for kind, target in (("image", "https://example.org/a.png"), ("hyperlink", "https://example.org/")):
        document = zipped(with_relationship(kind, target, external=True))
        relations = parts_of(Original(document, "a.docx").copy(""))["word/_rels/document.xml.rels"].decode()
        assert (target in relations) == (kind == "hyperlink")


@pytest.mark.parametrize(
    ("core", "title"),
    [("<dc:title> รายงาน \n ผล </dc:title>", "รายงาน ผล"), ("<dc:title/>", ""), ("", "")],
)
def test_the_title_of_the_properties(core: str, title: str) -> None:
    assert Original(docx("ก", core=core), "a.docx").title == title


@pytest.mark.parametrize(
    ("language", "found"),
    [
        ('<w:lang w:val="en-US" w:bidi="th-TH"/>', "th-TH"),
        ('<w:lang w:val="en-GB" w:bidi="ar-SA"/>', "en-GB"),
        ('<w:lang w:val="th-TH"/>', "th-TH"),
        ("", "th-TH"),
    ],
)
def test_the_language_is_that_of_the_text(language: str, found: str) -> None:
    document = zipped({**parts_of(docx("ก")), "word/styles.xml": defaults(language).encode()})
    assert Original(document, "a.docx").language == found


def test_fonts_are_read_from_defaults_theme_runs_and_charts() -> None:
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:minorFont>'
        '<a:latin typeface="Calibri"/><a:cs typeface=""/><a:font script="Thai" typeface="Cordia New"/>'
        "</a:minorFont></a:theme>"
    )
    fonts = '<w:rFonts w:asciiTheme="minorAscii" w:eastAsia="SimSun" w:cstheme="minorBidi"/>'
    chart = theme.replace("a:theme", "a:chart").replace("Calibri", "+mn-lt").replace('a:cs typeface=""', A_CS)
    table = f'<w:fonts {NAMESPACES}><w:font w:name="Loma"><w:embedRegular/></w:font></w:fonts>'
    signs = [f'<w:rPr><w:rFonts w:ascii="{name}" w:cs="{name}"/></w:rPr>' for name in ("Segoe UI Symbol", "Wingdings")]
    body = p(r("☐", signs[0]), r("☐ ก", signs[1]))
    texts_of_parts = [theme, defaults(fonts), chart, table]
    document = zipped(
        {
            **parts_of(docx(body)),
            **{f"word/{n}.xml": text.encode() for n, text in enumerate(texts_of_parts)},
        }
    )
    found = Original(document, "a.docx").fonts
    assert found.own == "Cordia New"
    assert set(found.all) == {"Calibri", "Cordia New", "Loma", "Segoe UI Symbol", "Wingdings"}
    assert [*found.symbols, *found.embedded] == ["Segoe UI Symbol", "Loma"]
    assert named_fonts([]).own == ""


def test_what_is_no_document_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.txt", "a")
    missing = {name: data for name, data in parts_of(docx("ก")).items() if name != "word/document.xml"}
    for data in (b"no zip", stream.getvalue(), zipped(missing)):
        with pytest.raises(TemplateError):
            Original(data, "a.docx")
