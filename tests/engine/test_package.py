"""What is refused when a template is opened, each class by its own code; nothing else ever escapes."""

import io
import os
import random
import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ita_docs.engine import package
from ita_docs.engine.package import Package
from ita_docs.engine.template import Template
from ita_docs.errors import TemplateError, UsageError
from tests.engine.archives import (
    BODY,
    PLAIN,
    RELS,
    TYPES,
    Parts,
    code_of,
    parts_of,
    typed,
    with_body,
    with_part,
    with_relationship,
    with_workbook,
    zipped,
)
from tests.engine.documents import NAMESPACES, WORD, control, docx, field, p, r, row, save, table, text_box

OPEN = "application/vnd.openxmlformats-officedocument"
SETTINGS = f"<w:settings {NAMESPACES}><w:mailMerge/></w:settings>"
VML = '<w:r><w:pict><v:shape><v:imagedata src="http://a.example/x"/></v:shape></w:pict></w:r>'
ROOT = PLAIN["_rels/.rels"]


def without(name: str) -> Parts:
    return {other: content for other, content in PLAIN.items() if other != name}


def test_a_plain_template_is_accepted() -> None:
    found = Package(zipped(PLAIN), "t.docx")
    assert found.main == BODY
    assert found.parts == PLAIN


# -- no .docx ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "template.empty"),
        (b"hello, this is text" * 9, "template.not-docx"),
        (b"%PDF-1.7 ...", "template.not-docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "template.old-format"),
        (zipped({"a.txt": b"a"}), "template.not-docx"),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}), "template.not-word"),
        (zipped(typed(f"{WORD}.template.main+xml")), "template.dotx"),
        (zipped(typed("application/vnd.ms-word.document.macroEnabled.main+xml")), "template.macros"),
        (zipped(typed("application/vnd.ms-word.template.macroEnabledTemplate.main+xml")), "template.macros"),
        (zipped(typed(f"{OPEN}.spreadsheetml.sheet.main+xml")), "template.not-word"),
        (zipped(typed(f"{OPEN}.presentationml.presentation.main+xml")), "template.not-word"),
        (zipped({**PLAIN, "_rels/.rels": ROOT.replace(b"/officeDocument", b"/other")}), "template.no-main"),
        (zipped({**PLAIN, "_rels/.rels": ROOT.replace(b"document.xml", b"other.xml")}), "template.relationship"),
        (zipped(without(BODY)), "template.relationship"),
        (zipped(without("_rels/.rels")), "template.no-main"),
        (zipped(with_relationship("officeDocument", "word/header1.xml", part="_rels/.rels")), "template.no-main"),
        (zipped({**PLAIN, BODY: PLAIN["word/header1.xml"]}), "template.no-main"),
        (
            zipped({**PLAIN, BODY: b'<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'}),
            "template.strict",
        ),
    ],
)
def test_what_is_no_document(data: bytes, code: str) -> None:
    assert code_of(data)[0] == code


def test_paths(tmp_path: Path) -> None:
    def code(path: object) -> str:
        with pytest.raises((TemplateError, UsageError)) as caught:
            Template(path)  # type: ignore[arg-type]
        return caught.value.faults[0].code

    os.mkfifo(tmp_path / "pipe")
    assert code(tmp_path) == "template.folder"
    assert code(tmp_path / "none.docx") == "template.missing"
    assert code(str(tmp_path / "none" / "none.docx")) == "template.missing"
    assert code(tmp_path / ("ก" * 300)) == "template.missing"
    assert code("a\0b") == "template.missing"
    assert code(tmp_path / "pipe") == "template.missing"
    assert code("/dev/zero") == "template.missing"
    assert code(None) == code(3) == code(io.BytesIO()) == code(b"x") == "usage.no-path"
    assert Template(save(tmp_path, zipped(PLAIN))).render({"name": "x"})
    assert Template(str(tmp_path / "template.docx")).render({"name": "x"})


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.docx"
    with path.open("wb") as stream:
        stream.truncate(20 * 2**30)  # a hole; reading it whole would take its size in memory
    with pytest.raises(TemplateError) as caught:
        Template(path)
    assert caught.value.faults[0].code == "template.too-big"


# -- what it brings along ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "code", "part"),
    [
        (with_part("word/vbaProject.bin", b"x", "application/vnd.ms-office.vbaProject"), "template.macros", None),
        (with_part("word/VBAPROJECT.BIN", b"x", "application/octet-stream"), "template.macros", None),
        (with_part("word/x.bin", b"x", "application/vnd.ms-office.vbaProject"), "template.macros", None),
        (with_part("word/a.xml", b"<a/>", "application/vnd.ms-word.keyMapCustomizations+xml"), "template.macros", None),
        (with_part("a/x.bin", b"x", "application/vnd.ms-office.activeX"), "template.activex", None),
        (with_part("a/x.xml", b"<a/>", "application/vnd.ms-office.activeX+xml"), "template.activex", None),
        (with_part("a/x.bin", b"x", f"{OPEN}.oleObject"), "template.ole", None),
        (with_relationship("vbaProject", "header1.xml"), "template.macros", RELS),
        (with_relationship("attachedToolbars", "header1.xml"), "template.macros", RELS),
        (
            with_relationship("ui/extensibility", "word/header1.xml", part="_rels/.rels"),
            "template.macros",
            "_rels/.rels",
        ),
        (with_relationship("control", "header1.xml"), "template.activex", RELS),
        (with_relationship("oleObject", "header1.xml"), "template.ole", RELS),
        (with_relationship("oleObject", "file:///c:/x", external=True), "template.ole", RELS),
        (with_relationship("package", "header1.xml"), "template.ole", RELS),
        (with_relationship("aFChunk", "header1.xml"), "template.foreign", RELS),
        (with_relationship("subDocument", "x.docx", external=True), "template.foreign", RELS),
        (with_relationship("attachedTemplate", "http://a.example/x.dotm", external=True), "template.external", RELS),
        (with_relationship("attachedTemplate", "header1.xml"), "template.external", RELS),
        (with_relationship("frame", "http://a.example/", external=True), "template.external", RELS),
        (with_relationship("image", "http://a.example/x.png", external=True), "template.external", RELS),
        (with_relationship("mailMergeSource", "file:///c:/x.csv", external=True), "template.external", RELS),
        (with_relationship("recipientData", "header1.xml"), "template.external", RELS),
        (with_relationship("anything", "http://a.example/", external=True), "template.external", RELS),
        (with_body("<w:altChunk/>"), "template.foreign", BODY),
        (with_body("<w:subDoc/>"), "template.foreign", BODY),
        (with_body(p("<w:r><w:object/></w:r>")), "template.ole", BODY),
        (with_body(p("<w:r><w:control/></w:r>")), "template.activex", BODY),
        (with_body(p("<w:r><w:object/></w:r>"), part="word/header1.xml"), "template.ole", "word/header1.xml"),
        (
            with_part("word/settings.bin", SETTINGS.encode(), f"{WORD}.settings+xml"),
            "template.external",
            "word/settings.bin",
        ),
        (with_body(p(VML)), "template.external", BODY),
        (with_body(p('<w:r><w:drawing><a:blip r:link="{{ x }}"/></w:drawing></w:r>')), "template.external", BODY),
    ],
)
def test_what_may_not_come_along(parts: Parts, code: str, part: str | None) -> None:
    found = code_of(zipped(parts))
    assert found[0] == code
    assert part is None or found[1] == part


def test_a_hyperlink_is_no_picture() -> None:
    linked = with_relationship("hyperlink", "https://a.example/x.png", external=True)
    link = {**linked, BODY: with_body('<w:p><w:hyperlink r:id="rIdX"/></w:p>')[BODY]}
    picture = {**linked, BODY: with_body(p('<w:r><w:drawing><a:blip r:link="rIdX"/></w:drawing></w:r>'))[BODY]}
    assert Package(zipped(link), "t.docx").main == BODY
    assert code_of(zipped(picture)) == ("template.external", BODY)


def test_data_of_ones_own_may_have_any_names() -> None:
    parts = with_part("customXml/item1.xml", b"<object><control/></object>", "application/xml")
    assert Package(zipped(parts), "t.docx").main == BODY


def test_a_charts_workbook_is_no_object() -> None:
    assert Package(zipped(with_workbook({"xl/workbook.xml": b"<workbook/>"})), "t.docx").main == BODY


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java&#x9;script:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///c:/windows/x.exe",
        "C:\\x.exe",
        "\\\\host\\share\\x",
        "//host/share",
        "ms-word:ofe|u|http://a.example/x",
        "search-ms:query=x",
    ],
)
def test_links_that_can_do_harm(target: str) -> None:
    assert code_of(zipped(with_relationship("hyperlink", target, external=True))) == ("template.link", RELS)
    if "&" not in target:
        parts = with_body(p(field(f'HYPERLINK "{target}"', "x")))
        assert code_of(zipped(parts)) == ("template.link", BODY)


@pytest.mark.parametrize(
    "target", ["https://a.go.th/x?y=a:b", "http://a.go.th", "mailto:a@b.go.th", "tel:021234567", "#place", "annex.docx"]
)
def test_links_that_are_fine(target: str) -> None:
    parts = with_relationship("hyperlink", target, external=True)
    parts[BODY] = with_body(p(field(f'HYPERLINK "{target}"', "x"), field('HYPERLINK \\l "place"', "y")))[BODY]
    assert Package(zipped(parts), "t.docx").with_fields == {BODY}


@pytest.mark.parametrize(
    "target", ["none.xml", "../../header1.xml", "/etc/passwd", "//word/header1.xml", "http://a.example/", "", "NULL"]
)
def test_relationships_to_nothing(target: str) -> None:
    assert code_of(zipped(with_relationship("header", target))) == ("template.relationship", RELS)


def test_a_relationship_is_inside_or_outside() -> None:
    parts = with_relationship("header", "header1.xml", external=True)
    parts[RELS] = parts[RELS].replace(b"External", b"external")
    assert code_of(zipped(parts)) == ("template.relationship", RELS)


def test_relationships_in_capitals_are_seen() -> None:
    parts = with_relationship("attachedTemplate", "http://a.example/x.dotm", external=True)
    parts["word/_rels/DOCUMENT.XML.RELS"] = parts.pop(RELS)
    assert code_of(zipped(parts))[0] == "template.external"


@pytest.mark.parametrize(
    "name", ["DDE", "ddeauto", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "DATABASE", "MACROBUTTON", "RD", "IMPORT"]
)
def test_fields_that_fetch_or_run(name: str) -> None:
    split = field(f" {name} x", "r").replace(
        name, f"{name[:1]}</w:instrText></w:r><w:r><w:rPr/><w:instrText>{name[1:]}"
    )
    simple = f'<w:fldSimple w:instr=" {name} x"/>'
    nested = field("QUOTE ", field("x", "y")).replace(f"<w:t>{'y'}</w:t>", f"<w:t>y</w:t>{field(name + ' x', 'z')}")
    hidden = field(f"{name} x", "r").replace(name, f"{name[:1]}<!-- -->{name[1:]}")
    for markup in (p(field(f"{name} x", "r")), p(split), p(simple), p(nested), p(hidden), p(text_box(p(split)))):
        for part in (BODY, "word/header1.xml", "word/footnotes.xml"):
            assert code_of(zipped(with_body(markup, part=part))) == ("template.active-field", part)


@pytest.mark.parametrize("code", ["PAGE", "NUMPAGES \\* ThaiArabic", "TOC \\o", "REF DDE", "RDX", "LINKED", "DATE"])
def test_other_fields(code: str) -> None:
    assert Package(zipped(with_body(p(field(code, "1")))), "t.docx").with_fields == {BODY}


def test_field_codes_that_go_on_elsewhere() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    choice = '<mc:Choice Requires="wps"><w:instrText>X </w:instrText></mc:Choice>'
    other = f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
    piece = "<w:r><w:instrText>DDE x</w:instrText></w:r>"
    for markup in (begin + other + piece + end, piece, begin + piece, begin.replace("begin", "{{ 'begin' }}") + piece):
        assert code_of(zipped(with_body(f"<w:p>{markup}</w:p>"))) == ("template.active-field", BODY)


# -- XML --------------------------------------------------------------------------------------------------------------

FETCHING = b'<!DOCTYPE x SYSTEM "http://a.example/x.dtd">'
READING = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%b">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
)


@pytest.mark.parametrize("name", [BODY, RELS, TYPES, "_rels/.rels", "word/header1.xml", "word/footnotes.xml"])
@pytest.mark.parametrize(
    "dtd",
    [
        BOMB,
        b"<!DOCTYPE x>",
        b'<!DOCTYPE x SYSTEM "http://a.example/x.dtd">',
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_document_types(name: str, dtd: bytes) -> None:
    assert code_of(zipped({**PLAIN, name: dtd + PLAIN[name]})) == ("template.dtd", name)


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16"])
@pytest.mark.parametrize("brace", ["{", "&#123;", "&#x7b;"])
def test_loose_tags_however_they_are_written(encoding: str, brace: str) -> None:
    parts = with_body(p(r("LOOSE")))
    document = parts[BODY].decode().replace("{{ name }}", "").replace("LOOSE", f"{brace}{brace} " * 30)
    document = re.sub(r"^<\?xml[^>]*\?>", "", document)
    typed = f'<?xml version="1.0" encoding="{encoding}"?>{document}'.encode(encoding)
    assert code_of(zipped({**parts, BODY: typed})) == ("template.tag-open", BODY)


@pytest.mark.parametrize("text", ["{{ ", "{%p ", "{% colspan ", "}}{% merge ", '{{ "', "{", "{# ", "-%}"])
def test_texts_made_to_keep_patterns_busy(text: str) -> None:
    begin = time.perf_counter()
    for body in (p(r(text * 60_000)), table(row(text * 60_000)), p(*[text[:1], text[1:] or text] * 2_000)):
        assert code_of(zipped(with_body(body), zipfile.ZIP_STORED)) == ("template.tag-open", BODY)
    assert time.perf_counter() - begin < 10


@pytest.mark.parametrize("name", [BODY, RELS, TYPES])
def test_broken_xml(name: str) -> None:
    assert code_of(zipped({**PLAIN, name: PLAIN[name][:-3]})) == ("template.xml", name)
    assert code_of(zipped({**PLAIN, name: b""})) == ("template.xml", name)


@pytest.mark.parametrize("depth", [package.MAX_DEPTH, 300, 20_000])
def test_depth(depth: int) -> None:
    assert code_of(zipped(with_body("<w:p>" * depth + "</w:p>" * depth))) == ("template.deep", BODY)


def test_size_of_the_tree(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_NODES", 100_000)
    assert code_of(zipped(with_body("<w:p/>" * 100_000), zipfile.ZIP_STORED)) == ("template.too-big", BODY)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_unicode_of_any_width(tmp_path: Path, encoding: str) -> None:
    mark = "\ufeff" if encoding == "utf-16-le" else ""
    data = zipped({**PLAIN, BODY: (mark + PLAIN[BODY].decode()).encode(encoding)})
    document = Template(save(tmp_path, data)).render({"name": "ก"})
    assert "ก".encode() in parts_of(document)[BODY]


@pytest.mark.parametrize("encoding", ["tis-620", "iso-8859-1", "utf-7"])
def test_other_encodings(encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    assert code_of(zipped({**PLAIN, BODY: head.encode() + PLAIN[BODY]})) == ("template.encoding", BODY)


@pytest.mark.parametrize("entry", ["Override", "Default"])
def test_content_types_stand_once(entry: str) -> None:
    what = 'PartName="/WORD/document.xml"' if entry == "Override" else 'Extension="XML"'
    new = f'<{entry} {what} ContentType="application/xml"/></Types>'.encode()
    assert code_of(zipped({**PLAIN, TYPES: PLAIN[TYPES].replace(b"</Types>", new)})) == (
        "template.content-types",
        TYPES,
    )


# -- fuzz -------------------------------------------------------------------------------------------------------------


Change = Callable[[bytes, random.Random], bytes]


def _flip(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    return bytes(found)


def _cut(data: bytes, chance: random.Random) -> bytes:
    at, size = chance.randrange(len(data)), chance.randrange(1, 200)
    return chance.choice(
        (data[:at], data[at:], data[:at] + data[at + size :], data[:at] + data[at : at + size] * 2 + data[at:])
    )


def _inside(change: Change) -> Change:
    def changed(data: bytes, chance: random.Random) -> bytes:
        parts = parts_of(data)
        name = chance.choice(list(parts))
        return zipped({**parts, name: change(parts[name], chance)}, zipfile.ZIP_STORED)

    return changed


@pytest.mark.parametrize("change", [_flip, _cut, _inside(_flip), _inside(_cut)], ids=list("abcd"))
def test_whatever_the_bytes_only_a_template_error(tmp_path: Path, change: Change) -> None:
    cells = table(row("{%tr for x in name %}"), row("{% merge x %}{{ x }}"), row("{%tr endfor %}"))
    body = (p(r("{{ na"), r("me }}")), cells, p(field("PAGE", "1")), p(control("name", r("x"))))
    document = docx(*body, headers={"header1": "{{ name }}"}, core="<dc:title>{{ name }}</dc:title>")
    chance = random.Random(2566)  # noqa: S311  # the same every time
    end, refused = time.perf_counter() + 0.5, 0
    while time.perf_counter() < end:
        path = save(tmp_path, change(document, chance))
        try:
            Template(path).render({"name": "xy"})
        except TemplateError:
            refused += 1
    assert refused > 10
    assert [path.name for path in tmp_path.iterdir()] == ["template.docx"]
