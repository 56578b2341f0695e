"""A render that fails names the place of the tag that failed, whatever the class of the fault."""

from pathlib import Path
from typing import Any

import pytest

from ita_docs.engine import Template
from ita_docs.engine.state import DocumentState
from ita_docs.errors import TemplateError
from ita_docs.reports import Picture
from tests.engine.documents import cell, control, docx, field, p, row, save, table
from tests.engine.views import Chief

BODY = "word/document.xml"
DATA: dict[str, Any] = {
    "zero": 0,
    "text": "ก",
    "rows": ("a", "b"),
    "group": {"x": 1},
    "control": "a\x01",
    "chief": Chief("a"),
    "picture": Picture(Path("no-such.png")),
    "address": "javascript:x",
    "many": "x" * 1_000_000,
    "object": object(),
}

#: A tag that fails, and the code of its fault.
FAILS = [
    ("{{ 1 / zero }}", "template.runtime"),
    ("{{ 1 % zero }}", "template.runtime"),
    ("{{ text|date }}", "template.runtime"),
    ("{{ text|score(2) }}", "template.runtime"),
    ("{{ text|round }}", "template.runtime"),
    ("{{ text + zero }}", "template.runtime"),
    ("{{ text|int|baht_text(1) }}", "template.runtime"),
    ("{% if text > zero %}x{% endif %}", "template.runtime"),
    ("{% for a, b in group.x %}{% endfor %}", "template.not-a-list"),
    ("{% set a = 1 / zero %}", "template.runtime"),
    ("{{ group.missing }}", "template.unknown-name"),
    ("{{ group['missing'] }}", "template.unknown-name"),
    ("{{ rows[7] }}", "template.unknown-name"),
    ("{{ chief.nmae }}", "template.unknown-name-near"),
    ("{{ rows }}", "template.list-as-value"),
    ("{{ chief }}", "template.object"),
    ("{{ object }}", "template.object"),
    ("{{ object() }}", "template.forbidden"),
    ("{{ many * 9 }}", "template.limit"),
    ("{{ control }}", "template.control-character"),
    ("{{ picture }}", "template.picture"),
]


def faults(folder: Path, content: str) -> list[tuple[str, str]]:
    rows = table(row("{%tr for r in rows %}", ""), row("{{ r }}", cell("ok", content)), row("{%tr endfor %}", ""))
    path = save(folder, docx("{{ zero }}", rows))
    with pytest.raises(TemplateError) as error:
        Template(path).render_state(DATA, DocumentState("thai", official=True))
    return [(one.code, str(one.place).removeprefix(f"{path}: ")) for one in error.value.faults]


@pytest.mark.parametrize(("tag", "code"), FAILS)
def test_the_paragraph_and_the_tag(tmp_path: Path, tag: str, code: str) -> None:
    first = tag.partition("}}" if tag.startswith("{{") else "%}")
    found = faults(tmp_path, f"a {tag}")
    assert found == [(code, f"{BODY}, table 1, row 2, cell 2, paragraph 2: {first[0]}{first[1]}")]


def test_boxes_and_fields(tmp_path: Path) -> None:
    assert faults(tmp_path, control("text", p("x"))) == [("template.box", f"{BODY}, table 1, row 2, cell 2: text")]
    found = faults(tmp_path, p(field(' HYPERLINK "{{ address }}" ', "x")))
    assert found == [
        ("template.unsafe-target", f"{BODY}, table 1, row 2, cell 2, paragraph 2: {{{{ address }}}}"),
    ]


@pytest.mark.parametrize(("part", "place"), [("header1", "word/header1.xml"), ("footer1", "word/footer1.xml")])
def test_other_parts(tmp_path: Path, part: str, place: str) -> None:
    path = save(tmp_path, docx("x", headers={part: "{{ 1 / zero }}"}))
    with pytest.raises(TemplateError) as error:
        Template(path).render(DATA)
    assert [str(one.place) for one in error.value.faults] == [f"{path}: {place}, paragraph 1: {{{{ 1 / zero }}}}"]
