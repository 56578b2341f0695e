"""What reaches outside, runs or unpacks without a relationship of its own: one case at least for each way in.

Each guard of the engine was taken out by itself, and a test here or in its neighbours failed: `test_package.py`,
`test_fields.py`, `test_archive.py`, `test_sandbox.py`, `test_limits.py`, `test_values.py`, `test_pictures.py`,
`test_picture_guards.py`.
"""

import os
import threading
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from ita_docs.engine.package import Package
from ita_docs.engine.template import Template
from tests.engine.archives import (
    BODY,
    OPEN,
    PLAIN,
    RELS,
    SHEET,
    TYPES,
    Parts,
    code_of,
    with_body,
    with_part,
    with_relationship,
    with_workbook,
    zipped,
)
from tests.engine.documents import NAMESPACES, OFFICE, PACKAGE, WORD, field, p, save

URL = "http://a.example/x"
MS = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
SETTINGS, ITEM, PROPERTIES = "word/settings.xml", "customXml/item1.xml", "docProps/app.xml"


def settings(inside: str) -> Parts:
    return with_part(SETTINGS, f"<w:settings {NAMESPACES}>{inside}</w:settings>".encode(), f"{WORD}.settings+xml")


def shape(inside: str, own: str = "") -> Parts:
    return with_body(p(f"<w:r><w:pict><v:shape {own}>{inside}</v:shape></w:pict></w:r>"))


def item(inside: str) -> Parts:
    return with_part(ITEM, inside.encode(), "application/xml")


def property_of(inside: str) -> Parts:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return with_part(
        PROPERTIES, f'<Properties xmlns="{space}">{inside}</Properties>'.encode(), f"{OPEN}.extended-properties+xml"
    )


FORM = "http://schemas.microsoft.com/office/2006/metadata/customXsn"
PANEL = "http://schemas.microsoft.com/office/2006/customDocumentInformationPanel"
SCHEMAS = "http://schemas.openxmlformats.org/schemaLibrary/2006/main"
VIDEO = "http://schemas.microsoft.com/office/word/2012/wordprocessingDrawing"


@pytest.mark.parametrize(
    ("parts", "code", "part"),
    [
        (shape('<v:imagedata src="//host/x"/>'), "external", BODY),
        (shape('<v:imagedata src=" //host/x"/>'), "external", BODY),
        (shape(f'<v:imagedata {MS} o:href="{URL}"/>'), "external", BODY),
        (shape(f'<v:fill {MS} o:althref="{URL}"/>'), "external", BODY),
        (shape("", 'href="file:///c:/x.exe"'), "link", BODY),
        (shape("", 'href="{{ name }}"'), "link", BODY),
        (
            with_body(p(f'<w:r><w:drawing><x:webVideoPr xmlns:x="{VIDEO}" embeddedHtml="x"/></w:drawing></w:r>')),
            "external",
            BODY,
        ),
        (with_body(p(f"<w:r><w:pict><o:OLEObject {MS}/></w:pict></w:r>")), "ole", BODY),
        (with_part("word/a.xml", b"<a/>", "application/vnd.ms-word.vbaData+xml"), "macros", "word/a.xml"),
        (with_relationship("hyperlink", " //host/share", external=True), "link", RELS),
        (with_relationship("hyperlink", "/ \\host", external=True), "link", RELS),
        (settings('<w:saveThroughXslt w:solutionID="x"/>'), "external", SETTINGS),
        (
            settings(
                f'<s:schemaLibrary xmlns:s="{SCHEMAS}"><s:schema s:uri="a" s:schemaLocation="{URL}"/></s:schemaLibrary>'
            ),
            "external",
            SETTINGS,
        ),
        (
            settings(f'<s:schemaLibrary xmlns:s="{SCHEMAS}"><s:schema s:manifestLocation="{URL}"/></s:schemaLibrary>'),
            "external",
            SETTINGS,
        ),
        (item(f'<customXsn xmlns="{FORM}"><xsnLocation>{URL}</xsnLocation></customXsn>'), "external", ITEM),
        (item(f'<p:a xmlns:p="{PANEL}"><p:XSNLocation>{URL}</p:XSNLocation></p:a>'), "external", ITEM),
        (property_of("<HyperlinkBase>\\\\host\\share\\</HyperlinkBase>"), "link", PROPERTIES),
        (
            with_body(p('<w:r><w:fldChar><w:ffData><w:entryMacro w:val="x"/></w:ffData></w:fldChar></w:r>')),
            "macros",
            BODY,
        ),
        (
            with_body(p('<w:r><w:fldChar><w:ffData><w:exitMacro w:val="x"/></w:ffData></w:fldChar></w:r>')),
            "macros",
            BODY,
        ),
        (
            with_relationship("ui/userCustomization", "word/header1.xml", part="_rels/.rels"),
            "macros",
            "_rels/.rels",
        ),
        (with_relationship("webextensiontaskpanes", "word/header1.xml", part="_rels/.rels"), "macros", "_rels/.rels"),
        (
            with_relationship("digital-signature/origin", "word/header1.xml", part="_rels/.rels"),
            "signed",
            "_rels/.rels",
        ),
        (
            with_part("x/origin.sigs", b"", "application/vnd.openxmlformats-package.digital-signature-origin"),
            "signed",
            "x/origin.sigs",
        ),
        (with_relationship("transform", URL, external=True), "external", RELS),
        (with_relationship("font", URL, external=True), "external", RELS),
        (with_relationship("printerSettings", URL, external=True), "external", RELS),
        (with_relationship("customXml", URL, external=True), "external", RELS),
        (with_relationship("glossaryDocument", URL, external=True), "external", RELS),
        (with_relationship("video", URL, external=True), "external", RELS),
    ],
)
def test_what_reaches_outside(parts: Parts, code: str, part: str) -> None:
    assert code_of(zipped(parts)) == (f"template.{code}", part)


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("macros", "vbaProject vbaProjectSignature wordVbaData keyMapCustomizations webextension"),
        ("activex", "control activeXControlBinary"),
        ("foreign", "aFChunk subDocument"),
        ("external", "frame attachedTemplate mailMergeSource mailMergeHeaderSource recipientData"),
        ("external", "connections queryTable externalLink"),
        ("signed", "digital-signature/origin digital-signature/signature"),
    ],
)
def test_what_may_not_come_along_inside_either(code: str, kinds: str) -> None:
    for kind in kinds.split():
        assert code_of(zipped(with_relationship(kind, "header1.xml"))) == (f"template.{code}", RELS)


@pytest.mark.parametrize(
    "parts",
    [
        shape('<v:imagedata r:id="rIdF"/>', 'href="https://a.go.th"'),
        settings('<w:attachedSchema w:val="http://a.example/names"/>'),
        settings('<w:smartTagType w:namespaceuri="urn:x" w:name="place"/>'),
        item(f'<customXsn xmlns="{FORM}"><xsnLocation></xsnLocation></customXsn>'),
        property_of("<HyperlinkBase>https://a.go.th/</HyperlinkBase>"),
        with_relationship("font", "header1.xml"),
        with_relationship("printerSettings", "header1.xml"),
    ],
)
def test_what_only_names_or_stays_inside(parts: Parts) -> None:
    assert Package(zipped(parts), "t.docx").main == BODY


# -- parts that nobody looks at ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        *("word/glossary/document.xml", "word/comments.xml", "word/endnotes.xml", "word/webSettings.xml"),
        *(
            "word/theme/theme1.xml",
            "word/charts/chart1.xml",
            "word/diagrams/data1.xml",
            "word/drawings/vmlDrawing1.vml",
        ),
        *("customXml/item1.xml", "docProps/custom.xml", "word/stray.xml"),
    ],
)
def test_every_part_is_looked_at(name: str) -> None:
    """Whether or not the document leads to it, by its name or by its content type."""
    kind = "application/octet-stream"
    ole, active = (f"<w:x {NAMESPACES}>{inside}</w:x>" for inside in ("<w:object/>", p(field("DDE x", "y"))))
    assert code_of(zipped(with_part(name, ole.encode(), kind))) == ("template.ole", name)
    assert code_of(zipped(with_part(name, active.encode(), kind))) == ("template.active-field", name)
    assert code_of(zipped(with_part(name, b"<!DOCTYPE x>" + ole.encode(), kind))) == ("template.dtd", name)
    hidden = with_part("word/hidden.bin", ole.encode(), "application/some+xml")
    assert code_of(zipped(hidden)) == ("template.ole", "word/hidden.bin")


@pytest.mark.parametrize("owner", ["settings", "theme/theme1", "comments", "glossary/document", "webSettings"])
def test_the_relationships_of_every_part_are_looked_at(owner: str) -> None:
    folder, _, base = f"word/{owner}".rpartition("/")
    link = f'<Relationship Id="rId1" Type="{OFFICE}/attachedTemplate" Target="{URL}" TargetMode="External"/>'
    name = f"{folder}/_rels/{base}.xml.rels"
    rels = f'<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'
    parts = {**with_part(f"word/{owner}.xml", b"<a/>", "application/xml"), name: rels.encode()}
    assert code_of(zipped(parts)) == ("template.external", name)


def test_what_an_entity_names_is_not_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)  # opening it to read waits for somebody who writes
    dtd = f'<!DOCTYPE x [<!ENTITY a SYSTEM "{pipe.as_uri()}">]>'.encode()
    parts = {**PLAIN, BODY: dtd + PLAIN[BODY].replace(b"<w:t>", b"<w:t>&a;")}
    reader = threading.Thread(target=code_of, args=(zipped(parts),), daemon=True)
    reader.start()
    reader.join(5)
    with suppress(OSError):  # nobody reads
        os.close(os.open(pipe, os.O_WRONLY | os.O_NONBLOCK))
        pytest.fail("the file was opened")
    assert code_of(zipped(parts)) == ("template.dtd", BODY)


# -- workbooks of charts ----------------------------------------------------------------------------------------------


def workbook_rels(kind: str, target: str, *, external: bool = False) -> Parts:
    mode = ' TargetMode="External"' if external else ""
    link = f'<Relationship Id="rId1" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
    rels = f'<Relationships xmlns="{PACKAGE}/relationships">{link}</Relationships>'
    return {"xl/_rels/workbook.xml.rels": rels.encode()}


def workbook_types(kind: str) -> Parts:
    types = f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/x.bin" ContentType="{kind}"/></Types>'
    return {TYPES: types.encode()}


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        (workbook_rels("vbaProject", "vbaProject.bin"), "macros"),
        (workbook_rels("connections", "connections.xml"), "external"),
        (workbook_rels("queryTable", "queryTable1.xml"), "external"),
        (workbook_rels("externalLink", "externalLinks/externalLink1.xml"), "external"),
        (workbook_rels("externalLinkPath", "file:///c:/x.xlsx", external=True), "external"),
        (workbook_rels("image", URL, external=True), "external"),
        (workbook_rels("hyperlink", "file:///c:/x.exe", external=True), "link"),
        (workbook_rels("oleObject", "x.bin"), "ole"),
        (workbook_rels("control", "x.bin"), "activex"),
        (workbook_types("application/vnd.ms-office.vbaProject"), "macros"),
        (workbook_types("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "macros"),
        ({"xl/workbook.xml": b"<!DOCTYPE a><a/>"}, "dtd"),
        ({"xl/workbook.xml": b"<a>"}, "xml"),
        ({"xl/x.bin": bytes(2_000_000)}, "bomb"),
        ({"../x.xml": b"<a/>"}, "entry-name"),
    ],
)
def test_what_a_workbook_may_not_hold(parts: Parts, code: str) -> None:
    assert code_of(zipped(with_workbook(parts))) == (f"template.{code}", SHEET)


@pytest.mark.parametrize("content", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"MZ", b"{\\rtf1}"])
def test_what_is_no_workbook_is_an_object(content: bytes) -> None:
    assert code_of(zipped(with_workbook(content)))[0] == "template.ole"


def test_workbooks_as_people_have_them() -> None:
    for parts in (workbook_rels("hyperlink", "https://a.go.th", external=True), workbook_rels("theme", "theme.xml")):
        assert Package(zipped(with_workbook(parts)), "t.docx").main == BODY


def test_nothing_beside_the_entries_is_passed_on(tmp_path: Path) -> None:
    """What stands before, between and behind the entries of an archive is read by none, and not copied."""
    data = b"#!/bin/sh\n" + zipped(PLAIN) + b"\0" * 9
    document = Template(save(tmp_path, data)).render({"name": "x"})
    assert document.startswith(b"PK\x03\x04")
    assert b"#!/bin/sh" not in document
    assert zlib.crc32(document[-2:]) == zlib.crc32(b"\0\0")  # no comment
