"""Check boxes bound by their tags: state, glyph, tag and ids, wherever the box stands."""

from pathlib import Path
from typing import Any

import pytest

from ita_docs.engine import Template
from ita_docs.errors import TemplateError
from tests.engine.documents import W, cell, control, docx, p, part, r, row, save, table, text_box

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def rendered(tmp_path: Path, *body: str, **data: Any) -> Any:
    return part(Template(save(tmp_path, docx(*body))).render(data))


def boxes(root: Any) -> list[tuple[str, str, str]]:
    """Tag, state and what is seen of each box."""
    return [
        (
            one.find(f"{W}sdtPr/{W}tag").get(f"{W}val"),
            one.find(f"{W}sdtPr/{W14}checkbox/{W14}checked").get(f"{W14}val"),
            "".join(t.text or "" for t in one.iter(f"{W}t")),
        )
        for one in root.iter(f"{W}sdt")
        if one.find(f"{W}sdtPr/{W14}checkbox") is not None
    ]


def test_loop_variables(tmp_path: Path) -> None:
    body = table(row("{%tr for i in l %}"), row(cell(control("i.p.done", p("☐")), "z")), row("{%tr endfor %}"))
    root = rendered(tmp_path, body, control("top", p("☐")), l=[{"p": {"done": True}}, {"p": {"done": False}}], top=True)
    assert boxes(root) == [("done", "1", "☒"), ("done", "0", "☐"), ("top", "1", "☒")]
    ids = [one.get(f"{W}val") for one in root.iter(f"{W}id")]
    assert len(set(ids)) == 3


def test_inside_a_paragraph_and_a_header(tmp_path: Path) -> None:
    assert boxes(rendered(tmp_path, p("a ", control("x", r("☐")), " b"), x=True)) == [("x", "1", "☒")]
    path = save(tmp_path, docx("y", headers={"header1": p(control("x", r("☐")))}))
    assert boxes(part(Template(path).render({"x": True}), "word/header1.xml")) == [("x", "1", "☒")]


def test_own_glyphs(tmp_path: Path) -> None:
    states = '<w14:checkedState w14:val="2611"/><w14:uncheckedState w14:val="25A1"/></w14:checkbox>'
    body = control("x", p("?", "rest")).replace("</w14:checkbox>", states)
    assert boxes(rendered(tmp_path, body, x=True))[0][2] == "☑"
    assert boxes(rendered(tmp_path, body, x=False))[0][2] == "□"


def test_a_symbol_of_another_font(tmp_path: Path) -> None:
    states = '<w14:checkedState w14:val="00FE" w14:font="Wingdings"/></w14:checkbox>'
    symbol = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:p>'
    root = rendered(tmp_path, control("x", symbol).replace("</w14:checkbox>", states), x=True)
    assert next(root.iter(f"{W}sym")).get(f"{W}char") == "00FE"


def test_a_box_without_dotted_name_is_left_alone(tmp_path: Path) -> None:
    for tag in ("just a note", "ช่อง", "a-b", "goog_rdk_1()"):
        assert boxes(rendered(tmp_path, control(tag, p("☐")))) == [(tag, "0", "☐")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"a": {"done": "yes"}}, "template.box"),
        ({"a": {"done": None}}, "template.box"),
        ({"a": {"done": 1}}, "template.box"),
        ({"a": {"doen": True}}, "template.unknown-name-near"),
        ({"b": 1}, "template.unknown-name"),
    ],
)
def test_what_is_neither_true_nor_false(tmp_path: Path, data: dict[str, Any], code: str) -> None:
    with pytest.raises(TemplateError) as error:
        rendered(tmp_path, table(row("x", cell(control("a.done", p("☐"))))), **data)
    (fault,) = error.value.faults
    assert (fault.code, fault.place.cell, fault.place.tag) == (code, 2, "a.done")


def test_ids_of_drawings_are_new(tmp_path: Path) -> None:
    body = ["{%p for x in l %}", p(text_box(p("a"))), "{%p endfor %}"]
    root = rendered(tmp_path, *body, l=[1, 2])
    ids = [
        one.get("id")
        for one in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    ]
    assert ids == ["1001", "1002"]
