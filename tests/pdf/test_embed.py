"""A document that carries its own font: what is embedded, what is refused, and that it is valid."""

import sys
from pathlib import Path
from uuid import UUID

import openxml_audit
import pytest

from ita_docs import OutputError, Template, render
from ita_docs.engine.embed import embed_fonts, obfuscated
from ita_docs.engine.restyle import restyled
from ita_docs.template_sets import Style
from tests.engine.archives import parts_of, zipped
from tests.engine.documents import W, docx, part
from tests.pdf.fonts_made import font, installed
from tests.pdf.test_to_pdf import sample

FAMILY = "Test Boxes"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.fixture
def document(root: Path) -> bytes:
    made = render(sample(root)).document
    return restyled(made, "a.docx", Style(font=FAMILY))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder whose fonts are installed."""
    for name, value in installed(tmp_path).items():
        monkeypatch.setenv(name, value)
    return tmp_path


def codes(document: bytes) -> list[tuple[str, dict[str, str]]]:
    with pytest.raises(OutputError) as caught:
        embed_fonts(document)
    assert caught.value.exit_code == 5
    assert all(fault.line("th") for fault in caught.value.faults)
    return [(fault.code, dict(fault.params)) for fault in caught.value.faults]


def test_regular_and_bold_are_embedded_and_the_document_is_valid(folder: Path, document: bytes) -> None:
    files = [font(folder / f"{style}.ttf", FAMILY, style=style) for style in ("Regular", "Bold")]
    made = embed_fonts(document)
    [entry] = [one for one in part(made.document, "word/fontTable.xml") if one.get(f"{W}name") == FAMILY]
    links = {one.get("Id"): one.get("Target") for one in part(made.document, "word/_rels/fontTable.xml.rels")}
    parts = parts_of(made.document)
    embedded = [entry.find(f"{W}{name}") for name in ("embedRegular", "embedBold")]
    for element, file in zip(embedded, files, strict=True):
        stored = parts[f"word/{links[element.get(f'{R}id')]}"]
        assert stored[:32] != file.read_bytes()[:32]
        assert obfuscated(stored, UUID(element.get(f"{W}fontKey"))) == file.read_bytes()
    settings = [child.tag.removeprefix(W) for child in part(made.document, "word/settings.xml")]
    assert settings[:3] == ["zoom", "embedTrueTypeFonts", "saveSubsetFonts"]
    path = folder / "made.docx"
    path.write_bytes(made.document)
    assert openxml_audit.OpenXmlValidator().validate(str(path)).errors == []
    Template(path)


def test_the_licence_is_told(folder: Path, document: bytes) -> None:
    font(folder / "a.ttf", FAMILY, rights=8)
    [finding] = embed_fonts(document).findings
    assert (finding.code, finding.severity) == ("embed.licence", "advice")
    assert finding.params == {"font": FAMILY, "licence": "For tests only. https://example.org"}


def test_the_same_document_gives_the_same_bytes_and_is_not_embedded_twice(folder: Path, document: bytes) -> None:
    font(folder / "a.ttf", FAMILY)
    made = embed_fonts(document)
    assert embed_fonts(document) == made
    assert embed_fonts(made.document) == (made.document, ())


def test_the_key_mixes_the_first_32_bytes_last_byte_first() -> None:
    key = UUID("{00112233-4455-6677-8899-AABBCCDDEEFF}")
    assert obfuscated(bytes(34), key) == bytes.fromhex("FFEEDDCCBBAA99887766554433221100") * 2 + bytes(2)


@pytest.mark.parametrize("rights", [2, 4, 6, 0x0200])
def test_a_font_that_may_not_be_embedded_is_refused(folder: Path, document: bytes, rights: int) -> None:
    font(folder / "a.ttf", FAMILY, rights=rights)
    assert codes(document) == [("embed.not-allowed", {"font": FAMILY, "found": str(rights)})]


def test_a_bold_that_may_not_be_embedded_is_refused_too(folder: Path, document: bytes) -> None:
    font(folder / "a.ttf", FAMILY)
    font(folder / "b.ttf", FAMILY, style="Bold", rights=2)
    assert codes(document) == [("embed.not-allowed", {"font": FAMILY, "found": "2"})]


def test_a_font_without_truetype_outlines_is_refused(folder: Path, document: bytes) -> None:
    font(folder / "a.otf", FAMILY, truetype=False)
    assert codes(document) == [("embed.no-truetype", {"font": FAMILY})]


def test_a_font_that_is_not_installed_is_named(document: bytes) -> None:
    assert codes(document) == [("embed.not-installed", {"font": FAMILY})]
    assert codes(docx("ก")) == [("embed.not-installed", {"font": "?"})]


def test_the_library_that_is_missing_is_named(folder: Path, document: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    font(folder / "a.ttf", FAMILY)
    monkeypatch.setitem(sys.modules, "fontTools.ttLib", None)
    assert codes(document) == [("pdf.no-library", {"found": "fonttools"})]


def test_a_document_without_settings_and_font_table_gets_them(folder: Path, document: bytes) -> None:
    font(folder / "a.ttf", FAMILY)
    plain = parts_of(docx("ก"))
    link = b'<Relationship Id="rIdS" Type="%s/styles" Target="styles.xml"/></Relationships>' % R[1:-1].encode()
    kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
    override = b'<Override PartName="/word/styles.xml" ContentType="%s"/></Types>' % kind
    relations, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    bare = {
        **plain,
        "word/styles.xml": parts_of(document)["word/styles.xml"],
        relations: plain[relations].replace(b"</Relationships>", link),
        types: plain[types].replace(b"</Types>", override),
    }
    made = embed_fonts(zipped(bare)).document
    assert [child.tag for child in part(made, "word/settings.xml")] == [f"{W}embedTrueTypeFonts", f"{W}saveSubsetFonts"]
    path = folder / "made.docx"
    path.write_bytes(made)
    errors = [error.description for error in openxml_audit.OpenXmlValidator().validate(str(path)).errors]
    assert [error for error in errors if not error.endswith("/theme' is missing.")] == []


def test_fonts_are_found_without_fontconfig_too(
    tmp_path: Path, document: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "Microsoft" / "Windows" / "Fonts"
    folder.mkdir(parents=True)
    font(folder / "a.TTF", FAMILY)
    font(folder / "b.ttf", FAMILY, style="Bold")
    (folder / "broken.ttf").write_bytes(b"no font")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr("ita_docs.engine.installed_fonts.has_fontconfig", lambda: False)
    [entry] = [
        one for one in part(embed_fonts(document).document, "word/fontTable.xml") if one.get(f"{W}name") == FAMILY
    ]
    assert [child.tag for child in entry] == [f"{W}embedRegular", f"{W}embedBold"]
