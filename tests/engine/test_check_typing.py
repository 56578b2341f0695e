"""What is wrong in the writing of tags: the compiler's faults, Word's corrections, and the rest all the same."""

from pathlib import Path

import pytest

from ita_docs.engine import Template
from ita_docs.engine.check import check_template
from ita_docs.engine.check.autocorrect import restored
from ita_docs.errors import TemplateError
from ita_docs.findings import Finding
from tests.engine.documents import archive, cell, docx, field, p, r, row, save, table, text_box
from tests.engine.views import Paper

BODY = "word/document.xml"
BOLD = "<w:rPr><w:b/><w:bCs/></w:rPr>"


def check(folder: Path, *body: str) -> tuple[Finding, ...]:
    found = check_template(save(folder, docx(*body)), Paper)
    return tuple(one for one in found if one.code != "check.unprinted")


def spots(found: tuple[Finding, ...], folder: Path) -> list[tuple[str, str, str]]:
    before = f"{folder / 'template.docx'}: {BODY}, "
    return [(one.severity, one.code, str(one.place).removeprefix(before)) for one in found]


#: A tag, the code of what is found in it, and what is to be written.
SLIPS = [
    ("{% If title %}x{% endif %}", "check.capital", "if"),
    ("{% if title %}x{% Endif %}", "check.capital", "endif"),
    ("{% for r In rows %}x{% endfor %}", "check.capital", "in"),
    ("{% if title And year %}x{% endif %}", "check.capital", "and"),
    ("{{ Title }}", "check.capital", "title"),
    ("{{ title|Upper }}", "template.unknown-filter", "upper"),
    ("{{ year – 1 }}", "check.dash", "{{ year - 1 }}"),
    ("{%– if title %}x{% endif %}", "check.dash", "{%- if title %}"),
    ("{{ title|default(„x‟) }}", "check.quotes", '{{ title|default("x") }}'),
    ("{{ title|default(«x») }}", "check.quotes", '{{ title|default("x") }}'),
    ("{{ ti\u200btle }}", "check.invisible", "{{ title }}"),
    ("{{ year + ๑ }}", "check.digits", "{{ year + 1 }}"),
    ("{% tr for r in rows %}", "check.level", "{%tr for r in rows %}"),
    ("{%TR for r in rows %}", "check.level", "{%tr for r in rows %}"),
    ("{{ if title }}", "check.wrong-braces", "{% if title %}"),
    ("{ { title } }", "check.spaced-braces", "{{ title }}"),
    ("{% title %}", "check.unknown-tag", "{{ title }}"),
    ("{% fro r in rows %}", "check.unknown-tag-near", "for"),
    ("{% endfro %}", "check.unknown-tag-near", "endfor"),
]


@pytest.mark.parametrize(("tag", "code", "nearest"), SLIPS)
def test_a_slip_and_what_to_write(tmp_path: Path, tag: str, code: str, nearest: str) -> None:
    found = check(tmp_path, "a", table(row("x", cell("b", tag), "")))
    assert [(one.code, one.params["nearest"]) for one in found if one.code == code] == [(code, nearest)]
    assert all(one.severity == "error" for one in found)
    assert {one.code for one in found} - {code} <= {"template.block-open"}
    place = next(one.place for one in found if one.code == code)
    assert (place.part, place.table, place.row, place.cell, place.paragraph) == (BODY, 1, 1, 2, 2)


def test_curly_quotes_are_read(tmp_path: Path) -> None:
    found = check(tmp_path, "{{ title|default(“x”) }}", "{{ “a” }}", "{{ title|default('“x”') }}{{ 'a – b' }}")
    assert spots(found, tmp_path) == [
        ("advice", "check.curly-quotes", "paragraph 1: {{ title|default(“x”) }}"),
        ("advice", "check.curly-quotes", "paragraph 2: {{ “a” }}"),
    ]


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("{%Tr For r in rows %}", "{%tr for r in rows %}"),
        ("{{ a|replace('–', „x‟) }}", "{{ a|replace('–', \"x\") }}"),
        ("{{ a.If }}", "{{ a.If }}"),
        ("{% if a … b %}", "{% if a ... b %}"),
    ],
)
def test_what_was_typed(tag: str, meant: str) -> None:
    assert restored(tag) == meant


#: A body, and what the compiler finds in it with its place.
COMPILED = [
    (["{{ title"], [("template.tag-open", "paragraph 1: {{ title")]),
    (
        ["a {{ title", "}} b"],
        [("template.tag-open", "paragraph 1: {{ title"), ("template.tag-open", "paragraph 2: }} b")],
    ),
    (["{% if title %"], [("template.tag-open", "paragraph 1: {% if title %")]),
    (["{{ title } and {{ year }}"], [("template.tag-open", "paragraph 1: {{ title } and {{ year }}")]),
    (["{{ title }} }}"], [("template.tag-open", "paragraph 1: }}")]),
    (["{% for r in rows %}x"], [("template.block-open", "paragraph 1: {% for r in rows %}")]),
    (["x{% endif %}"], [("template.block-stray", "paragraph 1: {% endif %}")]),
    (["{{ title + }}"], [("template.syntax", "paragraph 1: {{ title + }}")]),
    (["{% include 'x' %}"], [("template.refused-tag", "paragraph 1: {% include 'x' %}")]),
    (["{{ lipsum() }}"], [("template.refused-name", "paragraph 1: {{ lipsum() }}")]),
    (["lost {%p if title %}", "{%p endif %}"], [("template.vanishes", "paragraph 1: {%p if title %}")]),
    (
        ["{%tr if title %}", "{%tr endif %}"],
        [
            ("template.tr-outside", "paragraph 1: {%tr if title %}"),
            ("template.tr-outside", "paragraph 2: {%tr endif %}"),
        ],
    ),
    (
        [table(row("{%tr for r in rows %}", "lost", ""), row("{%tr endfor %}", "", ""))],
        [("template.vanishes", "table 1, row 1, cell 1, paragraph 1: {%tr for r in rows %}")],
    ),
    (
        [table(row("{%tc for r in rows %} lost", "x", "{%tc endfor %}"))],
        [("template.vanishes", "table 1, row 1, cell 1, paragraph 1: {%tc for r in rows %}")],
    ),
    (
        [table(row("{%tr for r in rows %}", "", "")), "{%tr endfor %}"],
        [
            ("template.block-elsewhere", "table 1, row 1, cell 1, paragraph 1: {%tr for r in rows %}"),
            ("template.tr-outside", "paragraph 1: {%tr endfor %}"),
        ],
    ),
    (
        [p(field(" {{ title }} x ", "y"))],
        [("template.field-name", "paragraph 1: {{ title }}")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), COMPILED)
def test_what_the_compiler_refuses(tmp_path: Path, body: list[str], expected: list[tuple[str, str]]) -> None:
    found = check(tmp_path, *body)
    severities = ["warning" if ": }}" in place else "error" for _, place in expected]
    assert spots(found, tmp_path) == [(severity, *one) for severity, one in zip(severities, expected, strict=True)]
    rest = check(tmp_path, *body, "{{ titel }}{{ owner.name }}")
    assert [one.code for one in rest] == [
        *(code for code, _ in expected),
        "template.unknown-name-near",
        "check.may-be-absent",
    ]


@pytest.mark.parametrize(
    "broken",
    [
        "{% for r in rows %}{{ r.titel }}",
        "{% for r in rows – 1 %}{{ titel }}{% endfor %}",
        "{% For r in rows %}{{ r.titel }}{% endfor %}",
        "{% if title %}{% for r in rows %}{{ r.titel }}{% endif %}",
        "{% for r in = %}{{ titel }}{{ r.x }}{% endfor %}",
        "{% set x = %}{{ x }}{{ titel }}",
        "{% if = %}{{ titel }}{% else %}{{ title }}{% endif %}",
        "{% fi title %}{{ titel }}{% endif %}",
        "{{ title }{% if title %}{{ titel }}{% endif %}",
        "{% raw %}{{ nothing }}{% endraw %}{{ title + }}{{ titel }}",
    ],
)
def test_the_rest_is_checked_all_the_same(tmp_path: Path, broken: str) -> None:
    with pytest.raises(TemplateError):
        Template(save(tmp_path, docx(broken)))
    found = check(tmp_path, broken, "{{ yaer }}")
    names = [one.params["found"] for one in found if one.code.startswith("template.unknown-name")]
    assert names == ["titel", "yaer"]
    assert len(found) > 2


def test_what_only_jinja_can_say(tmp_path: Path) -> None:
    found = check(tmp_path, "{% block a %}x{% endblock %}{% block a %}y{% endblock %}{{ titel }}")
    assert [one.code for one in found] == ["template.syntax", "template.unknown-name-near"]


def test_an_expression_without_end(tmp_path: Path) -> None:
    found = check(tmp_path, "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "{{ titel }}")
    assert [one.code for one in found] == ["template.deep", "template.unknown-name-near"]
    blocks = "{% if title %}" * 400 + "{{ titel }}" + "{% endif %}" * 400
    found = check(tmp_path, blocks)
    assert ("advice", "check.rest-unchecked") in [(one.severity, one.code) for one in found]


def test_blocks_that_cut_through_the_layout(tmp_path: Path) -> None:
    found = check(tmp_path, "x", "{% if title %}a", table(row("b{% endif %}", "", "")))
    assert spots(found, tmp_path) == [("warning", "check.cuts", "paragraph 2: {% if title %}")]
    assert check(tmp_path, "{% if title %}a", "b{% endif %}") == ()  # each pass closes and opens the same


def test_text_after_a_run_tag_loses_its_look(tmp_path: Path) -> None:
    found = check(tmp_path, p(r("{%r if title %} bold {%r endif %}", BOLD)))
    assert spots(found, tmp_path) == [("warning", "check.run-look", "paragraph 1: {%r if title %}")]
    assert check(tmp_path, p(r("{%r if title %}"), r("bold", BOLD), r("{%r endif %}"))) == ()


def test_text_boxes_are_read_once(tmp_path: Path) -> None:
    found = check(tmp_path, p("a", text_box(p("{{ titel }}"))))
    assert [one.code for one in found] == ["template.unknown-name-near"]


def test_a_refused_file_says_why(tmp_path: Path) -> None:
    found = check_template(save(tmp_path, archive({"a.txt": "x"})), Paper)
    assert [(one.severity, one.code) for one in found] == [("error", "template.not-docx")]
    assert [one.code for one in check_template(tmp_path / "none.docx", Paper)] == ["template.missing"]
