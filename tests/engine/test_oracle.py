"""A docxtpl template renders as docxtpl renders it with `autoescape=True`; docxtpl itself is the oracle.

Parts are compared as canonical XML, without what says nothing: revision ids, marks of the spelling checker, ids of
drawings and controls, names of relationships.
"""

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, RichText
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from ita_docs.engine import Template
from tests.engine.documents import W, cell, docx, p, r, row, save, table
from tests.engine.oracle_cases import BOLD, CASES, CENTRED, END, FOR
from tests.engine.oracle_layouts import LAYOUT_CASES
from tests.engine.oracle_values import VALUE_CASES

ALL = {**CASES, **VALUE_CASES, **LAYOUT_CASES}
DROPPED = {f"{W}proofErr", f"{W}lastRenderedPageBreak"}


def png(width: int = 3, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x80\x20\x20" * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def canonical(document: bytes) -> dict[str, str]:
    """Each story and the core properties in canonical XML; relationship ids as what they point to."""
    found = {}
    with zipfile.ZipFile(io.BytesIO(document)) as source:
        names = source.namelist()
        for name in names:
            if name.startswith("word/") and name.endswith(".xml") and "numbering" not in name and "styles" not in name:
                folder, base = name.rsplit("/", 1)
                relations = f"{folder}/_rels/{base}.rels"
                targets = {}
                if relations in names:
                    for one in etree.fromstring(source.read(relations)):
                        path = (
                            f"{folder}/{one.get('Target')}"
                            if not one.get("Target").startswith("/")
                            else one.get("Target")[1:]
                        )
                        media = "media" in path
                        targets[one.get("Id")] = (
                            str(zlib.crc32(source.read(path))) if media else one.get("Target").lstrip("/")
                        )
                found[name] = _normal(etree.fromstring(source.read(name)), targets)
    return found


def _normal(root: etree._Element, targets: dict[str, str]) -> str:
    for element in [*root.iter(*DROPPED)]:
        element.getparent().remove(element)
    for element in root.iter(etree.Element):
        if element.tag != f"{W}t":
            element.text = element.text if (element.text or "").strip() else None
        if not (element.tail or "").strip():
            element.tail = None
        for name, value in list(element.attrib.items()):
            if "rsid" in name or name.endswith(("paraId", "textId")):
                del element.attrib[name]
            elif name.startswith("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"):
                element.set(name, targets.get(value, value))
        if etree.QName(element).localname == "docPr":
            element.set("id", "0")
            element.set("name", "drawing")
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, method="c14n", exclusive=True)).decode()


def by_docxtpl(path: Path, data: dict[str, Any]) -> bytes:
    template = DocxTemplate(path)
    template.render(data, autoescape=True)
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", ALL)
def test_as_docxtpl(name: str, tmp_path: Path) -> None:
    case = ALL[name]
    path = save(tmp_path, docx(*case.body, headers=case.headers, footnote=case.footnote))
    ours, theirs = canonical(Template(path).render(case.data)), canonical(by_docxtpl(path, case.data))
    assert set(ours) == set(theirs)
    for story, expected in theirs.items():
        assert ours[story] == expected


def test_inline_images_as_docxtpl(tmp_path: Path) -> None:
    picture = tmp_path / "logo.png"
    picture.write_bytes(png())
    body = [
        p("a {{ image }} b {{ linked }}"),
        table(row(FOR, "", ""), row("{{ image }}", "{{ item }}", ""), row(END, "", "")),
    ]
    path = save(tmp_path, docx(*body, headers={"header1": "{{ image }}"}))

    def data(template: DocxTemplate | None) -> dict[str, Any]:
        return {
            "image": InlineImage(template, str(picture), width=Mm(20)),
            "linked": InlineImage(template, io.BytesIO(png(5, 4)), height=Mm(5), anchor="https://a.go.th"),
            "items": [1, 2],
        }

    theirs = DocxTemplate(path)
    theirs.render(data(theirs), autoescape=True)
    stream = io.BytesIO()
    theirs.save(stream)
    ours, expected = canonical(Template(path).render(data(None))), canonical(stream.getvalue())
    for story, xml in expected.items():
        assert ours[story] == xml


# -- any template ------------------------------------------------------------------------------------------------------

WORDS = st.text("abฟ๕7 &<>'\"“”\n\t{}%", max_size=6)
VALUES = st.one_of(WORDS, st.integers(-9, 99), st.booleans(), st.sampled_from([1.5, "  x  ", "a\nb"]))
PLAIN = st.text("xyก ๑2.,", max_size=5)
TAGS = st.sampled_from(
    [
        "{{ a }}",
        "{{ b|upper }}",
        "{{ a ~ b }}",
        "{# note #}",
        "{% if b == 7 %}y{% else %}n{% endif %}",
        "{% for x in l %}{{ x }}, {% endfor %}",
        "{{r rich }}",
        "{% for x in l -%} {{ x }}{% endfor %}",
        "{%r if flag %}{{ a }}{%r endif %}",
    ]
)


@st.composite
def split_paragraphs(draw: st.DrawFn) -> str:
    """A paragraph of text and tags whose runs are cut anywhere, with some properties."""
    text = "".join(draw(st.lists(st.one_of(PLAIN, TAGS), min_size=1, max_size=4)))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=3)))
    runs = [text[low:high] for low, high in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    properties = draw(st.sampled_from(["", CENTRED]))
    return p(*(r(run, draw(st.sampled_from(["", BOLD]))) for run in runs if run), properties=properties)


BLOCKS = st.recursive(
    split_paragraphs(),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        inner.map(lambda block: p("{%p for x in l %}") + block + p("{%p endfor %}")),
        inner.map(lambda block: p("{%p if flag %}") + block + p("{%p else %}") + p("{{ a }}") + p("{%p endif %}")),
        inner.map(lambda block: table(row(cell(block + p()), "{{ a }}"), columns=2)),
        inner.map(
            lambda block: table(
                row("h", ""), row("{%tr for x in l %}", ""), row(cell(block + p()), "x"), row(END, ""), columns=2
            )
        ),
    ),
    max_leaves=5,
)


@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
@given(
    BLOCKS,
    st.fixed_dictionaries(
        {"a": VALUES, "b": VALUES, "l": st.lists(st.one_of(PLAIN, st.integers()), max_size=2), "flag": st.booleans()}
    ),
)
def test_any_template_as_docxtpl(tmp_path_factory: pytest.TempPathFactory, body: str, data: dict[str, Any]) -> None:
    path = save(tmp_path_factory.mktemp("oracle"), docx(body))
    data = {**data, "rich": RichText("r & r", bold=True)}
    assert canonical(Template(path).render(data)) == canonical(by_docxtpl(path, data))
