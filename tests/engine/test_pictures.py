"""Pictures: one media part for each, a relationship of the part that shows it, its content type, its size."""

import io
import zipfile
from pathlib import Path

import pytest
from docx.shared import Mm
from docxtpl import InlineImage

from ita_docs.engine import Template
from ita_docs.engine.pictures import EMU_PER_MM
from ita_docs.engine.state import DocumentState
from ita_docs.errors import TemplateError
from ita_docs.reports import Picture
from tests.engine.documents import docx, p, part, save
from tests.engine.test_oracle import png

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def sizes(document: bytes) -> list[tuple[int, int]]:
    return [(int(one.get("cx")), int(one.get("cy"))) for one in part(document).iter(f"{WP}extent")]


def names(document: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(document)) as source:
        return [name for name in source.namelist() if "media" in name]


def test_the_picture_of_a_view(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(png(30, 20))
    path = save(tmp_path, docx("{{ logo }}", headers={"header1": "{{ logo }}"}))
    document = Template(path).render_state({"logo": Picture(logo, 20)}, DocumentState("thai", official=True))
    assert sizes(document) == [(30 * EMU_PER_MM, 20 * EMU_PER_MM)]
    assert len(names(document)) == 1
    assert len(list(part(document, "word/_rels/header1.xml.rels"))) == 1
    defaults = {one.get("Extension"): one.get("ContentType") for one in part(document, "[Content_Types].xml")}
    assert defaults["png"] == "image/png"


def test_each_picture_once(tmp_path: Path) -> None:
    path = save(tmp_path, docx("{%p for x in l %}", "{{ a }}{{ b }}", "{%p endfor %}"))
    images = {name: InlineImage(None, io.BytesIO(png(n, 1)), width=Mm(5)) for n, name in enumerate("ab", 1)}
    document = Template(path).render({"l": [1, 2, 3], **images})
    assert len(sizes(document)) == 6
    assert len(names(document)) == len(list(part(document, "word/_rels/document.xml.rels"))) == 2
    ids = [one.get("id") for one in part(document).iter(f"{WP}docPr")]
    assert len(set(ids)) == 6


@pytest.mark.parametrize("content", [b"", b"no picture", png()[:20], b"<svg/>", b"GIF89a"])
def test_what_is_no_picture(tmp_path: Path, content: bytes) -> None:
    path = save(tmp_path, docx("x", p("a {{ a }}")))
    with pytest.raises(TemplateError) as error:
        Template(path).render({"a": InlineImage(None, io.BytesIO(content))})
    assert [(one.code, one.place.paragraph) for one in error.value.faults] == [("template.picture", 2)]


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as error:
        Template(save(tmp_path, docx("{{ a }}"))).render({"a": InlineImage(None, str(tmp_path / "none.png"))})
    assert [one.code for one in error.value.faults] == ["template.picture"]


def test_sub_documents_are_refused_by_name(tmp_path: Path) -> None:
    made = type(
        "Subdoc", (), {"__module__": "docxtpl.subdoc", "__html__": lambda _: "<w:p/>"}
    )  # its library is not here
    with pytest.raises(TemplateError) as error:
        Template(save(tmp_path, docx("{{p a }}"))).render({"a": made()})
    assert [(one.code, one.params["found"]) for one in error.value.faults] == [("template.sub-document", "Subdoc")]


def test_a_link_of_a_picture_goes_nowhere_else(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as error:
        Template(save(tmp_path, docx("{{ a }}"))).render(
            {"a": InlineImage(None, io.BytesIO(png()), anchor="javascript:x")}
        )
    assert [one.code for one in error.value.faults] == ["template.unsafe-target"]
