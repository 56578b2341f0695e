"""Where we are not docxtpl, on purpose (`docs/compatibility.md`), and what of docxtpl is refused by name."""

import copy
import io
import pickle
from pathlib import Path
from typing import Any

import pytest
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage, RichText

from ita_docs.engine import Template
from ita_docs.errors import TemplateError, UsageError
from tests.engine.documents import OFFICE, docx, p, part, row, save, table, texts
from tests.engine.test_oracle import ALL, by_docxtpl, canonical, png

DC = "{http://purl.org/dc/elements/1.1/}"
R = f"{{{OFFICE}}}"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("new_subdoc", "usage.sub-document"),
        ("replace_pic", "usage.replace-picture"),
        ("replace_media", "usage.replace-picture"),
        ("replace_embedded", "usage.replace-part"),
        ("replace_zipname", "usage.replace-part"),
    ],
)
def test_what_is_refused_by_name(tmp_path: Path, root: Path, name: str, code: str) -> None:
    template = Template(save(tmp_path, docx("x")))
    with pytest.raises(UsageError) as caught:
        getattr(template, name)("a", "b")
    [fault] = caught.value.faults
    assert (fault.code, fault.params) == (code, {"found": name})
    assert name in fault.text("th")
    assert hasattr(DocxTemplate, name)
    assert f"`{name}`" in (root / "docs" / "compatibility.md").read_text(encoding="utf-8")


def test_other_names_are_no_attributes(tmp_path: Path) -> None:
    template = Template(save(tmp_path, docx("x")))
    assert not hasattr(template, "replace_anything")
    again = pickle.loads(pickle.dumps(template))  # noqa: S301  # our own
    assert again.render({}) == copy.copy(template).render({}) == template.render({})


# -- links of RichText -------------------------------------------------------------------------------------------------


def test_links_of_rich_text_as_docxtpl(tmp_path: Path) -> None:
    body = [
        p("a {{r rich }} b"),
        table(row("{%tr for x in l %}", ""), row("{{r rich }}", "x"), row("{%tr endfor %}", "")),
    ]
    path = save(tmp_path, docx(*body))

    def data(template: Any) -> dict[str, Any]:
        rich = RichText("see ", bold=True)
        rich.add("ก & ข", url_id=template.build_url_id("https://a.go.th/?x=1&y=2"), color="0000FF", underline=True)
        rich.add(" or ", url_id=template.build_url_id("mailto:a@b.go.th"))
        return {"rich": rich, "l": [1, 2]}

    theirs = DocxTemplate(path)
    theirs.render(data(theirs), autoescape=True)
    stream = io.BytesIO()
    theirs.save(stream)
    ours = Template(path)
    assert canonical(ours.render(data(ours))) == canonical(stream.getvalue())


def test_a_link_of_rich_text_works_in_any_part_and_keeps_the_templates_own(tmp_path: Path) -> None:
    rich = RichText("new", url_id="https://a.go.th")
    rich.add("old", url_id="rIdF")
    document = Template(save(tmp_path, docx("{{r v }}", footnote="x", headers={"header1": "{{r h }}"}))).render(
        {"v": rich, "h": RichText("new", url_id="https://a.go.th")}
    )
    ids = [one.get(f"{R}id") for one in part(document).iter("{*}hyperlink")]
    known = {one.get("Id"): one.get("Target") for one in part(document, "word/_rels/document.xml.rels")}
    assert [known[ident] for ident in ids] == ["https://a.go.th", "footnotes.xml"]
    [link] = part(document, "word/_rels/header1.xml.rels")
    assert (link.get("Target"), link.get("TargetMode")) == ("https://a.go.th", "External")


@pytest.mark.parametrize(
    ("link", "code"),
    [
        ("rId99", "template.link-id"),  # of another document: Word would not open this one
        ("javascript:alert(1)", "template.unsafe-target"),
        ("file:///c:/x.exe", "template.unsafe-target"),
        ("//host/share", "template.link-id"),
    ],
)
def test_a_link_of_rich_text_that_leads_nowhere(tmp_path: Path, link: str, code: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(save(tmp_path, docx("{{r v }}"))).render({"v": RichText("x", url_id=link)})
    assert [fault.code for fault in caught.value.faults] == [code]


def test_a_rich_text_of_ones_own(tmp_path: Path) -> None:
    class Red(RichText):  # type: ignore[misc]  # docxtpl has no types
        """As people make them."""

    assert texts(Template(save(tmp_path, docx("{{r v }}"))).render({"v": Red("ก & ข", color="FF0000")})) == ["ก & ข"]


# -- properties, notes, pictures ---------------------------------------------------------------------------------------


def test_core_properties_as_docxtpl(tmp_path: Path) -> None:
    names = ("title", "subject", "creator", "description", "identifier", "language")
    core = "".join(f"<dc:{name}>{name} {{{{ v }}}}{{% if v %}}!{{% endif %}}</dc:{name}>" for name in names)
    path = save(tmp_path, docx("x", core=core))
    for value in ("ปี ๒๕๖๖", "", 2566):
        ours, theirs = (
            [part(made, "docProps/core.xml").findtext(f"{DC}{name}") for name in names]
            for made in (Template(path).render({"v": value}), by_docxtpl(path, {"v": value}))
        )
        assert ours == theirs == [f"{name} {value}{'!' if value else ''}" for name in names]


@pytest.mark.parametrize(
    "size",
    [{}, {"width": Mm(20)}, {"height": Mm(20)}, {"width": Mm(20), "height": Mm(5)}],
    ids=["own", "width", "height", "both"],
)
def test_inline_images_of_every_size_as_docxtpl(tmp_path: Path, size: dict[str, Any]) -> None:
    body = [
        "{%p for x in l %}",
        "{{ x }} {{ image }}",
        "{%p endfor %}",
        p("{% if image %}{{ image }}{% endif %}"),
        table(row("{%tr for x in l %}", ""), row("{{ image }}", "{{ x }}"), row("{%tr endfor %}", "")),
    ]
    path = save(tmp_path, docx(*body))
    for found in ([], [1], ["ก", "&", 3]):

        def data(template: DocxTemplate | None, found: list[Any] = found) -> dict[str, Any]:
            return {"image": InlineImage(template, io.BytesIO(png(7, 5)), **size), "l": found}

        theirs = DocxTemplate(path)
        theirs.render(data(theirs), autoescape=True)
        stream = io.BytesIO()
        theirs.save(stream)
        assert canonical(Template(path).render(data(None))) == canonical(stream.getvalue())


# -- unlike docxtpl ----------------------------------------------------------------------------------------------------


def test_what_a_control_is_bound_to_does_not_hide_its_tags(tmp_path: Path) -> None:
    bound = '<w:dataBinding w:xpath="/x" w:storeItemID="{0}"/><w15:dataBinding xmlns:w15="urn:x" w15:xpath="/x"/>'
    control = f"<w:sdt><w:sdtPr>{bound}</w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>"
    document = Template(save(tmp_path, docx(control % p("{{ ", "v }}"), control % p("fixed")))).render({"v": "ก"})
    assert texts(document)[:2] == ["ก", "fixed"]
    assert [len(list(one)) for one in part(document).iter("{*}sdtPr")] == [0, 2]


def test_every_case_compares_something() -> None:
    assert len(ALL) > 150
    assert all(case.body for case in ALL.values())
