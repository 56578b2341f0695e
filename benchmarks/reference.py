"""The reference document of the comparison with docxtpl: its template, and what makes two documents the same.

Source: a report as agencies write it: A4 landscape, a cover with a picture, header and footer, six core properties, and
a table of seven columns with a heading row and one row in a loop.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from lxml import etree

from benchmarks.generated import COLUMNS

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADINGS = ("ที่", "มาตรการ", "ขั้นตอน", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ", "หมายเหตุ")
#: The six that docxtpl renders.
_PROPERTIES = {
    "title": "{{ title }}",
    "author": "{{ agency }}",
    "subject": "ปีงบประมาณ {{ year }}",
    "comments": "{{ agency }}",
    "identifier": "ITA-{{ year }}",
    "language": "th-TH",
}


def draw_template(path: Path) -> Path:
    """Draw the template with python-docx."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.header.paragraphs[0].text = "{{ title }}"
    section.footer.paragraphs[0].text = "{{ agency }} ปีงบประมาณ พ.ศ. {{ year }}"
    for name, value in _PROPERTIES.items():
        setattr(document.core_properties, name, value)
    document.add_picture(io.BytesIO(_picture(240, 240)), width=Mm(40))
    for line, size in (("{{ title }}", 28), ("ปีงบประมาณ พ.ศ. {{ year }}", 22), ("{{ agency }}", 22)):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(line)
        run.bold, run.font.size = True, Pt(size)
    document.add_page_break()  # type: ignore[no-untyped-call]  # python-docx types most of its methods, not this
    grid = document.add_table(rows=4, cols=COLUMNS)
    grid.style = "Table Grid"
    for column, heading in enumerate(_HEADINGS):
        grid.rows[0].cells[column].paragraphs[0].add_run(heading).bold = True
        grid.rows[2].cells[column].text = f"{{{{ row.c{column} }}}}"
    grid.rows[1].cells[0].text = "{%tr for row in rows %}"
    grid.rows[3].cells[0].text = "{%tr endfor %}"
    document.save(str(path))
    return path


def _picture(width: int, height: int) -> bytes:
    """A PNG of one colour for each line."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    lines = b"".join(b"\0" + bytes((line % 256, 64, 128)) * width for line in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def cells(document: bytes) -> list[str]:
    """The text of every cell, in order."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"), etree.XMLParser(huge_tree=True))
    return ["".join(text.text or "" for text in cell.iter(f"{_W}t")) for cell in root.iter(f"{_W}tc")]


def parts(document: bytes) -> dict[str, bytes]:
    """Every part by its name: XML canonical, all else as it is."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        found = {name: archive.read(name) for name in sorted(archive.namelist())}
    return {name: _canonical(data) if name.endswith((".xml", ".rels")) else data for name, data in found.items()}


def _canonical(data: bytes) -> bytes:
    """XML without what says nothing: ids of revisions and drawings, and white space between elements."""
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    for element in root.iter(etree.Element):
        if element.tag != f"{_W}t" and not (element.text or "").strip():
            element.text = None
        if not (element.tail or "").strip():
            element.tail = None
        for name in list(element.attrib):
            if "rsid" in str(name) or str(name).endswith(("paraId", "textId")):
                del element.attrib[name]
        if etree.QName(element).localname == "docPr":
            element.attrib.pop("id", None)
    children = sorted(
        root, key=lambda child: (child.get("PartName", ""), child.get("Extension", ""), child.get("Id", ""))
    )
    if etree.QName(root).localname in {"Types", "Relationships"}:  # their order means nothing
        root[:] = children
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, method="c14n"))


def differences(one: bytes, other: bytes) -> list[str]:
    """What differs between two documents: cells, lists of parts, single parts; nothing if they are equal."""
    found = [] if cells(one) == cells(other) else ["cells"]
    mine, theirs = parts(one), parts(other)
    found += sorted(f"{name} is in one only" for name in set(mine) ^ set(theirs))
    return found + [name for name in mine if name in theirs and mine[name] != theirs[name]]
