"""A copy of a template with its findings as comments of Word: where they stand, and that it stays a template."""

import subprocess
import zipfile
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

from ita_docs.engine import Template
from ita_docs.engine.check import annotate, annotated, check_template, texts_around
from ita_docs.errors import Place
from ita_docs.findings import Finding
from ita_docs.reports import KINDS
from ita_docs.reports.view_types import view_class
from ita_docs.template_sets import standard_template
from tests.engine.documents import W, cell, docx, p, part, row, save, table, text_box
from tests.engine.test_check_layout import with_parts
from tests.engine.views import Paper

KIND = "progress-report"
VIEW = view_class(KINDS[KIND])


def comments(document: bytes) -> list[list[str]]:
    """Each comment's paragraphs."""
    found = part(document, "word/comments.xml").iter(f"{W}comment")
    return [["".join(one.itertext()) for one in comment.iter(f"{W}p")] for comment in found]


def anchors(document: bytes) -> dict[str, str]:
    """The text of the paragraph that each comment stands round, by its id."""
    found = {}
    for mark in part(document).iter(f"{W}commentReference"):
        paragraph = next(mark.iterancestors(f"{W}p"))
        ident = mark.get(f"{W}id", "")
        names = [etree.QName(one).localname for one in paragraph if one.get(f"{W}id") == ident]
        assert names == ["commentRangeStart", "commentRangeEnd"]
        found[ident] = "".join(text.text or "" for text in paragraph.iter(f"{W}t"))
    return found


def test_each_finding_at_its_paragraph(tmp_path: Path) -> None:
    body = ["first", table(row("a", cell("b", "{{ titel }}"), "c")), p("box", text_box(p("{{ yaer }}"))), "{{ rows }}"]
    path = save(tmp_path, docx(*body, headers={"header1": "{{ haed }}"}))
    found = [one for one in check_template(path, Paper) if one.code != "check.unprinted"]
    document = annotated(path, found, language="en")
    assert anchors(document) == {"0": "{{ titel }}", "1": "box{{ yaer }}{{ yaer }}", "2": "{{ rows }}", "3": "first"}
    said = comments(document)
    assert said[0] == ["error: {{ titel }}", "there is no 'titel'", "did you mean 'title'?"]
    assert said[3][0] == "error: word/header1.xml: {{ haed }}"
    thai = comments(annotated(path, found))
    assert thai[0] == ["ข้อผิดพลาด: {{ titel }}", "ไม่มี 'titel'", "หมายถึง 'title' หรือไม่"]
    assert {one.get(f"{W}author") for one in part(document, "word/comments.xml")} == {"ita-docs"}


def test_places_that_name_no_paragraph(tmp_path: Path) -> None:
    path = save(tmp_path, docx("first", table(row("a", "b", "c"), row("d", cell("e", "f"), "g"))))
    places = [
        Place(),
        Place(part="word/document.xml"),
        Place(part="word/document.xml", table=1),
        Place(part="word/document.xml", table=1, row=2),
        Place(part="word/document.xml", table=1, row=2, cell=2),
        Place(part="word/document.xml", table=9),
        Place(part="docProps/core.xml"),
    ]
    found = [Finding("template.deep", place, {"limit": "1"}, "warning") for place in places]
    by_number = sorted(anchors(annotated(path, found)).items())
    assert [text for _, text in by_number] == ["first", "first", "a", "d", "e", "first", "first"]


def test_a_body_without_a_paragraph_gets_one(tmp_path: Path) -> None:
    path = save(tmp_path, docx())
    assert list(anchors(annotated(path, [Finding("template.deep", Place(), {"limit": "1"})])).values()) == [""]


def test_the_text_around_a_tag(tmp_path: Path) -> None:
    long = f"{'ก' * 50} {{{{ titel }}}} {'ข' * 50}"
    path = save(
        tmp_path, docx(long, table(row("a", cell("b", "c {{ yaer }}"), "d")), headers={"header1": "{{ haed }} e"})
    )
    found = check_template(path, Paper)
    assert texts_around(path, found) == (
        f"…{'ก' * 39} {{{{ titel }}}} {'ข' * 39}…",
        "c {{ yaer }}",
        "{{ haed }} e",
        "",
    )


def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    old = f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="7" w:author="x"><w:p/></w:comment></w:comments>'
    path = save(tmp_path, with_parts(docx("{{ titel }}"), {"comments.xml": ("comments", "comments", old)}))
    document = annotated(path, check_template(path, Paper))
    found = part(document, "word/comments.xml")
    assert [one.get(f"{W}id") for one in found] == ["7", "8", "9"]
    assert set(anchors(document)) == {"8", "9"}


def broken_copy(folder: Path) -> Path:
    """The standard template with mistakes in its text, tables and header."""
    path = folder / "broken.docx"
    with zipfile.ZipFile(standard_template(KIND)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                data = data.replace(b"{{ agency.short_name }}", b"{{ agency.shrt_name }} {{ measures")
                data = data.replace(b"{%tr if sign_off %}", b"{%tr if sign_of %}")
            new.writestr(name, data)
    return path


def test_the_copy_is_valid_and_the_same_each_time(tmp_path: Path) -> None:
    path = broken_copy(tmp_path)
    found = check_template(path, VIEW)
    assert len(found) > 2
    out = annotate(path, found, tmp_path / "copy.docx")
    assert OpenXmlValidator().validate(str(out)).errors == []
    assert out.read_bytes() == annotated(path, found)
    assert len(comments(out.read_bytes())) == len(found)


def test_the_copy_is_checked_like_the_template(tmp_path: Path) -> None:
    path = broken_copy(tmp_path)
    found = check_template(path, VIEW)
    again = check_template(annotate(path, found, tmp_path / "copy.docx"), VIEW)
    assert [(one.code, one.place.tag, one.params) for one in again] == [
        (one.code, one.place.tag, one.params) for one in found
    ]
    clean = annotate(standard_template(KIND), [Finding("template.deep", Place(), {"limit": "1"})], tmp_path / "c.docx")
    assert Template(clean).path == clean  # it still opens as a template


def test_many_halves_of_tags_do_not_shut_the_copy(tmp_path: Path) -> None:
    path = save(tmp_path, docx(*(f"{{{{ a{n}" for n in range(15))))
    found = check_template(path, Paper)
    copy = annotate(path, found, tmp_path / "copy.docx")
    assert len(check_template(copy, Paper)) == len(found)


def test_no_findings_change_nothing(tmp_path: Path) -> None:
    path = standard_template(KIND)
    with_none = annotated(path, ())
    assert part(with_none).getroottree().docinfo.xml_version == "1.0"
    assert b"comments" not in with_none
    assert etree.tostring(part(with_none), method="c14n") == etree.tostring(part(path.read_bytes()), method="c14n")
    assert tmp_path.is_dir()


def test_libreoffice_opens_the_copy(tmp_path: Path, soffice: str) -> None:
    path = broken_copy(tmp_path)
    out = annotate(path, check_template(path, VIEW), tmp_path / "copy.docx")
    command = [soffice, "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--convert-to", "odt", "--outdir", str(tmp_path), str(out)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    with zipfile.ZipFile(tmp_path / "copy.odt") as archive:
        content = archive.read("content.xml").decode()
    assert content.count("<office:annotation ") == len(check_template(path, VIEW))
    assert "agency.shrt_name" in content
