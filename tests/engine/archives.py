"""Archives for tests: good ones, and ones with something in them that a template must not have."""

import io
import zipfile
from collections.abc import Mapping

import pytest

from ita_docs.engine.package import MAIN, OFFICE, Package
from ita_docs.errors import TemplateError
from tests.engine.documents import PACKAGE, docx, p

TYPES = "[Content_Types].xml"
RELS = "word/_rels/document.xml.rels"
BODY = "word/document.xml"
SHEET = "word/embeddings/sheet1.xlsx"
OPEN = "application/vnd.openxmlformats-officedocument"
Parts = dict[str, bytes]


def parts_of(document: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(document)) as source:
        return {name: source.read(name) for name in source.namelist()}


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return stream.getvalue()


PLAIN = parts_of(docx("{{ name }}", headers={"header1": "{{ name }}"}, footnote="note"))


def code_of(data: bytes) -> tuple[str, str]:
    """The code and the part of what is wrong."""
    with pytest.raises(TemplateError) as caught:
        Package(data, "t.docx")
    [fault] = caught.value.faults
    assert fault.place.file == "t.docx"
    assert fault.text("th")
    assert fault.advice()
    return fault.code, fault.place.part


def with_relationship(kind: str, target: str, *, external: bool = False, part: str = RELS) -> Parts:
    mode = ' TargetMode="External"' if external else ""
    new = f'<Relationship Id="rIdX" Type="{OFFICE}{kind}" Target="{target}"{mode}/></Relationships>'.encode()
    return {**PLAIN, part: PLAIN[part].replace(b"</Relationships>", new)}


def with_part(name: str, content: bytes, kind: str) -> Parts:
    new = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'.encode()
    return {**PLAIN, name: content, TYPES: PLAIN[TYPES].replace(b"</Types>", new)}


def with_body(*body: str, part: str = BODY) -> Parts:
    """The markup put into a story."""
    inside = "".join(block if block.startswith("<") else p(block) for block in body).encode()
    old = PLAIN[part]
    at = old.index(b"<w:p>")
    return {**PLAIN, part: old[:at] + inside + old[at:]}


def typed(kind: str) -> Parts:
    return {**PLAIN, TYPES: PLAIN[TYPES].replace(MAIN.encode(), kind.encode())}


def with_workbook(parts: Parts | bytes, kind: str = "") -> Parts:
    """A chart with a workbook, which is given as its parts besides those that every workbook has, or as it is."""
    sheet = f"{OPEN}.spreadsheetml.sheet"
    types = f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="{sheet}.main+xml"/></Types>'
    rels = f'<Relationships xmlns="{PACKAGE}/relationships"/>'
    whole = (
        parts if isinstance(parts, bytes) else zipped({TYPES: types.encode(), "_rels/.rels": rels.encode(), **parts})
    )
    new = with_part(SHEET, whole, kind or sheet)
    chart = with_part("word/charts/chart1.xml", b"<c/>", f"{OPEN}.drawingml.chart+xml")
    both = f'<Override PartName="/{SHEET}" ContentType="{kind or sheet}"/></Types>'.encode()
    relation = f'<Relationship Id="rId1" Type="{OFFICE}package" Target="/{SHEET}"/></Relationships>'
    return {
        **new,
        **chart,
        SHEET: whole,
        TYPES: chart[TYPES].replace(b"</Types>", both),
        "word/charts/_rels/chart1.xml.rels": rels.replace("/>", ">").encode() + relation.encode(),
    }
