"""Every fault of a template names its part, table, row, cell or paragraph, and tag; all at once where that can be."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate

from ita_docs.engine import Template
from ita_docs.engine.state import DocumentState
from ita_docs.errors import TemplateError
from ita_docs.reports import View
from tests.engine.documents import cell, control, docx, field, p, row, save, table, text_box

BODY = "word/document.xml"


def faults(tmp_path: Path, *body: str, data: dict[str, Any] | None = None, **parts: Any) -> list[tuple[str, str]]:
    """Code and place (without the file) of each fault of a template that fails."""
    path = save(tmp_path, docx(*body, **parts))
    with pytest.raises(TemplateError) as error:
        Template(path).render(data or {})
    return [
        (one.code.removeprefix("template."), str(one.place).removeprefix(f"{path}: ")) for one in error.value.faults
    ]


def test_unknown_names_of_all_parts_at_once(tmp_path: Path) -> None:
    found = faults(
        tmp_path,
        "ok",
        "{{ titel }}",
        table(
            row("a", cell("b", "{{ nobody }}")),
            row("{%tr for g in gruops %}", ""),
            row("{{ g }}", ""),
            row("{%tr endfor %}", ""),
        ),
        p("a", text_box(p("{{ boxed }}"))),
        headers={"header1": "{{ head }}"},
        footnote="{{ note }}",
        core="<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'>{{ property }}</dc:title>",
        data={"title": "", "groups": []},
    )
    assert found == [  # in the order of the parts and of their text
        ("unknown-name", "docProps/core.xml: {{ property }}"),
        ("unknown-name-near", f"{BODY}, paragraph 2: {{{{ titel }}}}"),
        ("unknown-name", f"{BODY}, table 1, row 1, cell 2, paragraph 2: {{{{ nobody }}}}"),
        ("unknown-name-near", f"{BODY}, table 1, row 2, cell 1, paragraph 1: {{%tr for g in gruops %}}"),
        ("unknown-name", f"{BODY}, paragraph 4: {{{{ boxed }}}}"),
        ("unknown-name", "word/footnotes.xml, paragraph 1: {{ note }}"),
        ("unknown-name", "word/header1.xml, paragraph 1: {{ head }}"),
    ]


def test_the_same_tag_at_several_places(tmp_path: Path) -> None:
    body = ["{{ ok }}{{ no }}", table(row("{{ ok }}", "{% cellbg ok %}{{ no }} and {{no}}")), "{{ ok }}"]
    found = faults(tmp_path, *body, data={"ok": 1})
    assert [place for _, place in found] == [
        f"{BODY}, paragraph 1: {{{{ no }}}}",
        f"{BODY}, table 1, row 1, cell 2, paragraph 1: {{{{ no }}}}",
        f"{BODY}, table 1, row 1, cell 2, paragraph 1: {{{{no}}}}",
    ]


def test_tags_that_docxtpl_moves(tmp_path: Path) -> None:
    cells = row("a", "{% colspan wide %}x", "{{ y }}{% cellbg dark %}")
    found = faults(tmp_path, table(cells), p("b {{r rich }}"), data={"y": 1})
    assert sorted(place for _, place in found) == [
        f"{BODY}, paragraph 1: {{{{r rich }}}}",
        f"{BODY}, table 1, row 1, cell 2, paragraph 1: {{% colspan wide %}}",
        f"{BODY}, table 1, row 1, cell 3, paragraph 1: {{% cellbg dark %}}",
    ]


def test_nested_tables_and_content_controls(tmp_path: Path) -> None:
    inner = table(row("{{ no }}"))
    wrapped = f"<w:sdt><w:sdtContent>{row('x', '{{ nor }}')}</w:sdtContent></w:sdt>"
    found = faults(tmp_path, table(row("a", cell(inner, "z")), wrapped), data={"a": 1})
    assert sorted(place for _, place in found) == [
        f"{BODY}, table 1, row 2, cell 2, paragraph 1: {{{{ nor }}}}",
        f"{BODY}, table 2, row 1, cell 1, paragraph 1: {{{{ no }}}}",
    ]


def test_boxes_fields_and_attributes(tmp_path: Path) -> None:
    picture = '<w:p><w:r><w:rPr><w:color w:val="{{ colour }}"/></w:rPr><w:t>x</w:t></w:r></w:p>'
    body = [
        table(row(cell(control("item.done", p("x")), "z"), cell(p(field(' HYPERLINK "{{ url }}" ', "x"))))),
        picture,
    ]
    found = faults(tmp_path, *body, data={"item": {"doen": True}})
    assert sorted(place for _, place in found) == [
        f"{BODY}, paragraph 1: {{{{ colour }}}}",
        f"{BODY}, table 1, row 1, cell 1: item.done",
        f"{BODY}, table 1, row 1, cell 2, paragraph 1: {{{{ url }}}}",
    ]


@dataclass(frozen=True)
class Step(View):
    """A step."""

    text: str


@dataclass(frozen=True)
class Measure(View):
    """A measure."""

    steps: tuple[Step, ...]
    title: str = "t"


def test_unknown_fields_of_views_deep_in_loops(tmp_path: Path) -> None:
    rows = [
        row("{%tr for m in measures %}", ""),
        row(
            "{{ m.titel }}",
            cell("{%p for s in m.steps %}", "{{ s.text }}", "{{ s.owner.name }} {{ s.txt }}", "{%p endfor %}"),
        ),
        row("{%tr endfor %}", ""),
    ]
    template = Template(save(tmp_path, docx(table(*rows))))
    steps = (Step("a"), Step("b"))
    with pytest.raises(TemplateError) as error:
        template.render_state({"measures": (Measure(steps), Measure(steps))}, DocumentState("thai", official=True))
    assert [
        (one.params["found"], one.params["nearest"], one.place.paragraph, one.place.tag) for one in error.value.faults
    ] == [
        ("titel", "title", 1, "{{ m.titel }}"),
        ("owner", "", 3, "{{ s.owner.name }}"),
        ("txt", "text", 3, "{{ s.txt }}"),
    ]


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ 1 // a }}", "runtime"),
        ("{{ b|round }}", "runtime"),
        ("{{ a|date }}", "runtime"),
        ("{{ d.missing + 1 }}", "unknown-name"),
        ("{{ d['mising'] ~ 'x' }}", "unknown-name"),
        ("{% for x in a %}{% endfor %}", "not-a-list"),
        ("{% if d.missing %}{% endif %}", "unknown-name"),
        ("{% set x = d.missing %}{{ x }}", "unknown-name"),
    ],
)
def test_what_fails_when_it_runs(tmp_path: Path, tag: str, code: str) -> None:
    rows = [row("{%tr for x in l %}", ""), row("{{ x }}", cell("ok", f"a {tag}")), row("{%tr endfor %}", "")]
    found = faults(tmp_path, "{{ a }}", table(*rows), data={"a": 0, "b": "text", "d": {"x": 1}, "l": [1, 2]})
    assert [one for one, _ in found] == [code]
    assert found[0][1].startswith(f"{BODY}, table 1, row 2, cell 2, paragraph 2: {{")


def test_unknown_filters_and_tests(tmp_path: Path) -> None:
    found = faults(tmp_path, "{{ a|uper }}", table(row("{% if a is odde %}x{% endif %}{{ b|safe }}")))
    assert sorted(found) == [
        ("refused-filter", f"{BODY}, table 1, row 1, cell 1, paragraph 1: {{{{ b|safe }}}}"),
        ("unknown-filter", f"{BODY}, paragraph 1: {{{{ a|uper }}}}"),
        ("unknown-test", f"{BODY}, table 1, row 1, cell 1, paragraph 1: {{% if a is odde %}}"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (["a {{ name", "{{ b }}"], [("tag-open", "paragraph 1: {{ name")]),
        (["a", "{% if x %", "b {% endif %}"], [("tag-open", "paragraph 2: {% if x %")]),
        (["{% for x in l %}a"], [("block-open", "paragraph 1: {% for x in l %}")]),
        (["a{% endif %}"], [("block-stray", "paragraph 1: {% endif %}")]),
        (["{% else %}"], [("block-stray", "paragraph 1: {% else %}")]),
        (["{% for x in l %}{% if x %}a{% endfor %}"], [("block-open", "paragraph 1: {% if x %}")]),
        (["{% foo %}"], [("syntax", "paragraph 1: {% foo %}")]),
        (
            ["{{ a b }}", "{% if %}x{% endif %}", "{{ c. }}"],
            [
                ("syntax", "paragraph 1: {{ a b }}"),
                ("syntax", "paragraph 2: {% if %}"),
                ("syntax", "paragraph 3: {{ c. }}"),
            ],
        ),
        (["{{ a ? b }}", "ok {{ a }}"], [("syntax", "paragraph 1: {{ a ? b }}")]),
        (
            ["{{ a b }}", "{% for x in l %}"],
            [("syntax", "paragraph 1: {{ a b }}"), ("block-open", "paragraph 2: {% for x in l %}")],
        ),
        (["{% set x %}a"], [("block-open", "paragraph 1: {% set x %}")]),
        (["{%p if a % 2 %}", "x", "{%p endif %}"], [("syntax", "paragraph 1: {%p if a % 2 %}")]),
        (
            ["{% include 'x' %}", "{{ lipsum() }}"],
            [("refused-tag", "paragraph 1: {% include 'x' %}"), ("refused-name", "paragraph 2: {{ lipsum() }}")],
        ),
    ],
)
def test_what_can_not_be_read(tmp_path: Path, body: list[str], expected: list[tuple[str, str]]) -> None:
    found = faults(tmp_path, *body)
    for code, place in expected:
        assert (code, f"{BODY}, {place}") in found
    assert len(found) == len(expected)


LOOP = row("{%tr for x in l %}", "")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (["x", "{%p if a %} text", "y", "{%p endif %}"], ("vanishes", "paragraph 2: {%p if a %}")),
        (["{%p if a %}{{ a }}", "y", "{%p endif %}"], ("vanishes", "paragraph 1: {%p if a %}")),
        (
            ["{%p for x in l %}{%p if x %}", "{%p endif %}", "{%p endfor %}"],
            ("vanishes", "paragraph 1: {%p for x in l %}"),
        ),
        ([p(text_box(p("x")), "{%p if a %}"), "y", "{%p endif %}"], ("vanishes", "paragraph 1: {%p if a %}")),
        (["{#p note #} text"], ("vanishes", "paragraph 1: {#p note #}")),
        (
            [table(row("{%tr for x in l %}", "text"), row("{%tr endfor %}", ""))],
            ("vanishes", "table 1, row 1, cell 1, paragraph 1: {%tr for x in l %}"),
        ),
        (
            [table(row("{%tr for x in l %}{{ x }}{%tr endfor %}", ""))],
            ("vanishes", "table 1, row 1, cell 1, paragraph 1: {%tr for x in l %}"),
        ),
        (
            [table(row("a", cell("{%tc if a %}", "b"), "{%tc endif %}"))],
            ("vanishes", "table 1, row 1, cell 2, paragraph 1: {%tc if a %}"),
        ),
        (["{%tr for x in l %}", "{%tr endfor %}"], ("tr-outside", "paragraph 1: {%tr for x in l %}")),
        (["{%tc for x in l %}", "{%tc endfor %}"], ("tc-outside", "paragraph 1: {%tc for x in l %}")),
        (
            [table(LOOP, row("x", "")), table(row("{%tr endfor %}", ""))],
            ("block-elsewhere", "table 1, row 1, cell 1, paragraph 1: {%tr for x in l %}"),
        ),
        (
            [table(LOOP, row("{{ x }}", "{% endfor %}"))],
            ("block-elsewhere", "table 1, row 1, cell 1, paragraph 1: {%tr for x in l %}"),
        ),
        (
            [table(row("{% for x in l %}", ""), row("x", ""), row("{%tr endfor %}", ""))],
            ("block-elsewhere", "table 1, row 1, cell 1, paragraph 1: {% for x in l %}"),
        ),
    ],
)
def test_what_would_vanish(tmp_path: Path, body: list[str], expected: tuple[str, str]) -> None:
    code, place = expected
    assert (code, f"{BODY}, {place}") in faults(tmp_path, *body, data={"a": 1, "l": [1]})


@pytest.mark.parametrize(
    "beside",
    [
        '<w:r><w:br w:type="page"/></w:r>',
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:fldSimple w:instr="PAGE"/>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_what_is_no_text_would_vanish_too(tmp_path: Path, beside: str) -> None:
    found = faults(tmp_path, p("{%p if a %}", beside), "y", "{%p endif %}", data={"a": 1})
    assert found == [("vanishes", f"{BODY}, paragraph 1: {{%p if a %}}")]


def test_a_section_would_vanish_too(tmp_path: Path) -> None:
    section = '<w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906"/></w:sectPr></w:pPr>'
    found = faults(tmp_path, "{%p if a %}", "y", p("{%p endif %}", properties=section), data={"a": 1})
    assert found == [("vanishes", f"{BODY}, paragraph 3: {{%p endif %}}")]


def test_what_may_stand_beside(tmp_path: Path) -> None:
    body = ["{%p if a %}{# why #} ", "x", "{%p endif %} "]
    path = save(tmp_path, docx(*body))
    Template(path).render({"a": 1})
    DocxTemplate(path).render({"a": 1})


def test_many_rows_take_no_longer_each(tmp_path: Path) -> None:
    """The place of the last of many tags is found as surely as the first one's."""
    rows = [row(f"{{{{ a{n} }}}}", "{{ b }}") for n in range(2000)]
    found = faults(tmp_path, table(*rows), data={"b": 1, **{f"a{n}": n for n in range(1999)}})
    assert found == [("unknown-name-near", f"{BODY}, table 1, row 2000, cell 1, paragraph 1: {{{{ a1999 }}}}")]
