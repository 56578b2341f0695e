"""Names and types of a template against its view, without data: each fault at its place, each guard taken for one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from ita_docs.engine import Template
from ita_docs.engine.check import check_template
from ita_docs.engine.state import DocumentState
from ita_docs.errors import TemplateError
from ita_docs.findings import Finding
from ita_docs.reports.view import Chart, Point
from ita_docs.thai import Period
from tests.engine.documents import cell, control, docx, p, row, save, table
from tests.engine.views import ALL, Chief, Owner, Paper, Row

BODY = "word/document.xml"
UNPRINTED = "check.unprinted"


def check(folder: Path, *body: str, **parts: object) -> tuple[Finding, ...]:
    found = check_template(save(folder, docx(*body, **parts)), Paper)  # type: ignore[arg-type]  # parts of a document
    return tuple(one for one in found if one.code != UNPRINTED)


def named(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(one.severity, one.code) for one in found]


#: A tag inside `{% for r in rows %}`, what is found in it: severity, code, and the parameter `found`.
FAULTS = [
    ("{{ titel }}", "error", "template.unknown-name-near", "titel"),
    ("{{ Title }}", "error", "check.capital", "Title"),
    ("{{ nothing_like_it }}", "error", "template.unknown-name", "nothing_like_it"),
    ("{{ r.titel }}", "error", "template.unknown-name-near", "titel"),
    ("{{ R.title }}", "error", "check.capital", "R"),
    ("{{ r['titel'] }}", "error", "template.unknown-name-near", "titel"),
    ("{{ r.owner.chief.nmae if r.owner and r.owner.chief }}", "error", "template.unknown-name-near", "nmae"),
    ("{% if r.titel %}x{% endif %}", "error", "template.unknown-name-near", "titel"),
    ("{% if titel is defined %}x{% endif %}", "warning", "template.unknown-name-near", "titel"),
    ("{{ titel|default('x') }}", "warning", "template.unknown-name-near", "titel"),
    ("{% for s in r.setps %}{% endfor %}", "error", "template.unknown-name-near", "setps"),
    ("{{ rows|map(attribute='titel')|join }}", "error", "template.unknown-name-near", "titel"),
    ("{{ loop.indx }}", "error", "template.unknown-name-near", "indx"),
    ("{{ r.steps }}", "error", "check.list-as-value", "r.steps"),
    ("{{ r.steps ~ 'x' }}", "error", "check.list-as-value", "r.steps"),
    ("{{ r.steps|upper }}", "error", "check.list-as-value", "r.steps"),
    ("{{ r.steps|join(', ') }}", "error", "check.list-as-value", "r.steps"),
    ("{{ r }}", "error", "check.record-as-value", "r"),
    ("{{ total or r.notes }}", "error", "check.list-as-value", "r.notes"),
    ("{{ r.notes and r.notes|first }}", "error", "check.list-as-value", "r.notes"),
    ("{% set x = r.title if r.done else r.steps %}{{ x }}", "error", "check.list-as-value", "r.steps"),
    ("{% for x in r.notes or r.title %}{{ x }}{% endfor %}", "error", "check.value-as-list", "r.title"),
    ("{{ scores }}", "error", "check.chart-as-value", "scores"),
    ("{{ r.done }}", "warning", "check.flag-as-value", "r.done"),
    ("{% for x in r.title %}{% endfor %}", "error", "check.value-as-list", "r.title"),
    ("{% for x in year %}{% endfor %}", "error", "check.value-as-list", "year"),
    ("{{ year|length }}", "error", "check.value-as-list", "year"),
    ("{{ r.period|first }}", "error", "check.value-as-list", "r.period"),
    ("{{ r.steps.text }}", "error", "check.field-of-list", "text"),
    ("{{ r.title.text }}", "error", "check.field-of-value", "text"),
    ("{{ r.title.upper }}", "error", "check.field-of-value", "upper"),
    ("{{ r.title.uper() }}", "error", "template.unknown-name-near", "uper"),
    ("{{ r.steps.append('x') }}", "error", "check.not-callable", "r.steps.append"),
    ("{{ title() }}", "error", "check.not-callable", "title"),
    ("{{ r.owner.name }}", "error", "check.may-be-absent", "r.owner.name"),
    ("{{ r.owner['name'] }}", "error", "check.may-be-absent", "r.owner.name"),
    ("{% if r.owner.name %}x{% endif %}", "error", "check.may-be-absent", "r.owner.name"),
    ("{% if r.owner %}{{ r.owner.chief.name }}{% endif %}", "error", "check.may-be-absent", "r.owner.chief.name"),
    ("{% if owner %}{{ r.owner.name }}{% endif %}", "error", "check.may-be-absent", "r.owner.name"),
    ("{% if not r.owner %}{{ r.owner.name }}{% endif %}", "error", "check.may-be-absent", "r.owner.name"),
    ("{% if r.owner or r.done %}{{ r.owner.name }}{% endif %}", "error", "check.may-be-absent", "r.owner.name"),
    ("{% if r.owner %}{% endif %}{{ r.owner.name }}", "error", "check.may-be-absent", "r.owner.name"),
    ("{% for e in extra %}{% endfor %}", "error", "check.may-be-absent", "extra"),
    ("{{ extra|length }}", "error", "check.may-be-absent", "extra|length"),
    ("{{ total + 1 }}", "error", "check.may-be-absent", "total + 1"),
    ("{% if total > 90 %}x{% endif %}", "error", "check.may-be-absent", "total"),
    ("{{ r.owner.phone.strip() if r.owner }}", "error", "check.may-be-absent", "r.owner.phone.strip"),
    ("{% if r.owner is defined %}{{ r.owner.name }}{% endif %}", "advice", "check.defined-none", "r.owner.name"),
    ("{% if r.done %}{% set x = 1 %}{% endif %}{{ x }}", "error", "check.unset", "x"),
    ("{{ r.title|date }}", "error", "check.filter-type", "r.title"),
    ("{{ day|score(2) }}", "error", "check.filter-type", "day"),
    ("{{ r.period|money }}", "error", "check.filter-type", "r.period"),
    ("{{ r.steps|round }}", "error", "check.filter-type", "r.steps"),
    ("{{ (total or 0) * 1.5 }}", "error", "check.operands", "… * 1.5"),
    ("{{ r.title - 1 }}", "error", "check.operands", "r.title - 1"),
    ("{% if r.title > 3 %}x{% endif %}", "error", "check.operands", "r.title > 3"),
    ("{{ r.title|uper }}", "error", "template.unknown-filter", "uper"),
    ("{{ r.title|safe }}", "error", "template.refused-filter", "safe"),
    ("{% if r.title is odde %}x{% endif %}", "error", "template.unknown-test", "odde"),
    ("{{ rows[0].title }}", "advice", "check.index", "rows"),
    ("{{ (rows|first).title }}", "advice", "check.index", "rows"),
    ("{{ r[title] }}", "advice", "check.computed-key", "r"),
]


@pytest.mark.parametrize(("tag", "severity", "code", "found"), FAULTS)
def test_a_fault_at_its_place(tmp_path: Path, tag: str, severity: str, code: str, found: str) -> None:
    rows = table(row("{%tr for r in rows %}", "", ""), row("a", cell("b", tag), ""), row("{%tr endfor %}", "", ""))
    all_found = check(tmp_path, "x", rows)
    assert [(one.severity, one.code, one.params["found"]) for one in all_found] == [(severity, code, found)]
    place = all_found[0].place
    assert (place.part, place.table, place.row, place.cell, place.paragraph) == (BODY, 1, 2, 2, 2)
    assert place.tag
    assert place.tag in tag


#: Ways to say that what may be absent is there, and other tags in which nothing is wrong.
CLEAN = [
    "{% if r.owner %}{{ r.owner.name }}{% endif %}",
    "{% if r.owner and r.owner.chief %}{{ r.owner.chief.name }}{% endif %}",
    "{% if r.owner %}{% if r.done %}{{ r.owner.name }}{% endif %}{% endif %}",
    "{% if not r.owner %}none{% else %}{{ r.owner.name }}{% endif %}",
    "{% if r.owner is none %}none{% else %}{{ r.owner.name }}{% endif %}",
    "{% if r.owner is not none %}{{ r.owner.name }}{% endif %}",
    "{% if r.owner != none %}{{ r.owner.name }}{% endif %}",
    "{% if none != r.owner %}{{ r.owner.name }}{% endif %}",
    "{% if r.owner == none %}none{% elif r.owner.chief %}{{ r.owner.chief.name }}{% endif %}",
    "{% if not r.owner or not r.owner.chief %}none{% else %}{{ r.owner.chief.name }}{% endif %}",
    "{% if r.owner is defined and r.owner %}{{ r.owner.name }}{% endif %}",
    "{% if r.owner.name is defined %}{{ r.owner.name }}{% endif %}",
    "{{ r.owner.name if r.owner }}",
    "{{ r.owner.name if r.owner else 'none' }}",
    "{{ 'none' if not r.owner else r.owner.name }}",
    "{{ r.owner and r.owner.name }}",
    "{{ (r.notes and r.notes|first) or '-' }}",
    "{{ not r.owner or r.owner.name == 'x' and 'yes' or 'no' }}",
    "{{ r.owner.name|default('none') }}",
    "{% for e in extra or [] %}{{ e.text }}{% endfor %}",
    "{% for e in extra|default([], true) %}{{ e.text }}{% endfor %}",
    "{% if extra %}{% for e in extra %}{{ e.text }}{% endfor %}{% endif %}",
    "{% if extra|length > 1 %}{{ extra[1].text }}{% endif %}".replace("extra", "rows").replace("text", "title"),
    "{% if rows %}{{ rows[0].title }}{{ (rows|last).title }}{% endif %}",
    "{% for x in rows if x.owner %}{{ x.owner.name }}{% endfor %}",
    "{% for x in rows|selectattr('owner') %}{{ x.owner.name }}{% endfor %}",
    "{% for x in rows|rejectattr('owner', 'none') %}{{ x.owner.name }}{% endfor %}",
    "{% for x in rows|sort(attribute='title') %}{{ x.title }}{% else %}none{% endfor %}",
    "{% for some in rows|batch(2) %}{% for x in some %}{{ x.title }}{% endfor %}{% endfor %}",
    "{% for x in r.notes %}{{ x }}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{{ loop.cycle('a', 'b') }}{{ loop.previtem.title if loop.previtem }}",
    "{% set o = r.owner %}{% if o %}{{ o.name }}{{ r.owner.name }}{% endif %}",
    "{% set has = r.owner is not none %}{% if has %}{{ r.owner.name }}{% endif %}",
    "{% set o = r.owner or owner %}{% if o %}{{ o.name }}{% endif %}",
    "{% if r.done %}{% set x = 1 %}{% else %}{% set x = 2 %}{% endif %}{{ x }}",
    "{% set x %}{{ r.title }}{% endset %}{{ x }}",
    "{% set ns = namespace(n=0) %}{% set ns.n = ns.n + 1 %}{{ ns.n }}",
    "{% with o = r.owner %}{% if o %}{{ o.name }}{% endif %}{% endwith %}",
    "{% macro m(o) %}{% if o %}{{ o.name }}{% endif %}{% endmacro %}{{ m(r.owner) }}",
    "{% macro m(o, sep=', ') %}{{ o|join(sep) }}{% endmacro %}{{ m(r.notes) }}{{ m(r.notes, sep='-') }}",
    "{% macro box() %}({{ caller() }}){% endmacro %}{% call box() %}{{ r.title }}{% endcall %}",
    "{% filter upper %}{{ r.title }}{% endfilter %}",
    "{{ total|score(2) }}{{ day|date('short') }}{{ r.budget|money }}{{ r.budget|baht_text }}{{ r.period|period }}",
    "{% if total is not none and total > 90 %}{{ total - 90 }}{% endif %}",
    "{{ (total or 0) * 2 }}{{ year + 543 }}{{ 'ปี %s' % year }}{{ r.title ~ year }}{{ r.title + 'x' }}",
    "{{ r.title.upper() }}{{ r.title.split(' ')|join('-') }}{{ r.title[:3] }}{{ r.title|length }}",
    "{{ r.steps|map(attribute='text')|join(', ') }}{{ r.notes|first if r.notes }}{{ r.notes|length }}",
    "{% if r.title in ['a', 'b'] and r.title.startswith('x') %}x{% endif %}",
    "{% if r.done and r.checked %}yes{% endif %}{{ 'yes' if r.done else 'no' }}",
    "{% for n in range(3) %}{{ n }}{% endfor %}{# comment of {{ nothing }} #}",
    "{% raw %}{{ nothing }}{% endraw %}{_{ nothing }_}",
    "{{ r.owner.phone if r.owner }}{{ r.owner.phone|upper if r.owner }}",
    "{% if owner and owner.phone == '1' %}{{ owner.phone.strip() }}{% endif %}",
]


@pytest.mark.parametrize("tag", CLEAN)
def test_nothing_is_wrong(tmp_path: Path, tag: str) -> None:
    rows = table(row("{%tr for r in rows %}", "", ""), row("a", cell("b", tag), ""), row("{%tr endfor %}", "", ""))
    assert check(tmp_path, rows) == ()


OWNER = Owner("a", "1", Chief("b"))
STEPS = (Point("s", "1."),)
#: Reports in which everything is there, and in which all is absent that may be.
FULL = Row("t", "k", True, True, STEPS, ("n",), Decimal(5), OWNER, Period.parse("ต.ค.65"))
BARE = Row("", "k", False, None, (), (), None, None, Period.parse("ต.ค.65"))
HALF = replace(FULL, owner=Owner("a", None, None))
PICTURE = None  # no file is needed to see whether a tag fails
PAPERS = (
    Paper("t", 1, Decimal(95), date(2024, 1, 2), PICTURE, Chart((), ()), OWNER, (FULL, HALF, FULL), STEPS),
    Paper("", 0, None, None, PICTURE, Chart((), ()), None, (BARE, BARE), None),
    Paper("", 0, None, None, PICTURE, Chart((), ()), None, (FULL,), ()),
    Paper("t", 1, None, None, PICTURE, Chart((), ()), OWNER, (replace(FULL, owner=None),), None),
)


def failures(folder: Path, tag: str) -> int:
    """In how many of the papers a template fails."""
    rows = table(row("{%tr for r in rows %}", "", ""), row("a", cell("b", tag), ""), row("{%tr endfor %}", "", ""))
    path = save(folder, docx(rows))
    failed = 0
    for paper in PAPERS:
        data = {name: getattr(paper, name) for name in Paper.__dataclass_fields__}
        try:
            Template(path).render_state(data, DocumentState("thai", official=True))
        except TemplateError:
            failed += 1
    return failed


@pytest.mark.parametrize("tag", CLEAN)
def test_what_is_clean_renders_whatever_is_absent(tmp_path: Path, tag: str) -> None:
    assert failures(tmp_path, tag) == 0


@pytest.mark.parametrize("tag", [tag for tag, severity, _, _ in FAULTS if severity == "error"])
def test_what_is_an_error_fails_in_some_report(tmp_path: Path, tag: str) -> None:
    assert failures(tmp_path, tag) > 0


def test_all_parts_at_once_in_the_order_of_the_text(tmp_path: Path) -> None:
    found = check(
        tmp_path,
        "{{ one }}",
        table(row("{{ two }}", "", "")),
        "{{ three }}",
        headers={"header1": "{{ head }}"},
        footnote="{{ note }}",
        core="<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'>{{ core }}</dc:title>",
    )
    assert [(one.params["found"], str(one.place).partition(": ")[2]) for one in found] == [
        ("one", f"{BODY}, paragraph 1: {{{{ one }}}}"),
        ("two", f"{BODY}, table 1, row 1, cell 1, paragraph 1: {{{{ two }}}}"),
        ("three", f"{BODY}, paragraph 2: {{{{ three }}}}"),
        ("core", "docProps/core.xml: {{ core }}"),
        ("note", "word/footnotes.xml, paragraph 1: {{ note }}"),
        ("head", "word/header1.xml, paragraph 1: {{ head }}"),
    ]


def test_merge_keys(tmp_path: Path) -> None:
    data = row("{% merge r.kye %}x", "{% merge r.owner.name %}", "{% merge r.key %}{{ r.title }}")
    found = check(tmp_path, table(row("{%tr for r in rows %}", "", ""), data, row("{%tr endfor %}", "", "")))
    assert [(one.code, one.place.row, one.place.cell, one.place.tag) for one in found] == [
        ("template.unknown-name-near", 2, 1, "{% merge r.kye %}"),
        ("check.may-be-absent", 2, 2, "{% merge r.owner.name %}"),
    ]
    assert named(check(tmp_path, "{% merge title %}")) == [("error", "template.merge-outside")]
    twice = table(row("{% merge title %}{% merge year %}", "", ""))
    assert named(check(tmp_path, twice)) == [("error", "template.merge-twice")]
    assert named(check(tmp_path, table(row("{% merge %}", "", "")))) == [("error", "check.merge-key")]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("r.done", []),
        ("r.doen", [("error", "template.unknown-name-near")]),
        ("r.title", [("error", "check.box-type")]),
        ("r.checked", [("error", "check.may-be-absent")]),
        ("{{ r.done }}", []),
        ("r.done ", []),
        ("r/done", [("advice", "check.box-name")]),
    ],
)
def test_check_boxes(tmp_path: Path, tag: str, expected: list[tuple[str, str]]) -> None:
    box = row(cell(control(tag, p("x")), "z"), "", "")
    found = check(tmp_path, table(row("{%tr for r in rows %}", "", ""), box, row("{%tr endfor %}", "", "")))
    assert sorted(named(found)) == expected
    assert all((one.place.table, one.place.row, one.place.cell) == (1, 2, 1) for one in found)


def test_macros_are_read_with_what_they_are_given(tmp_path: Path) -> None:
    macro = "{% macro m(o) %}{{ o.name }}{{ o.nmae }}{% endmacro %}"
    found = check(tmp_path, macro, "{% if owner %}{{ m(owner) }}{% endif %}")
    assert [(one.code, one.place.paragraph) for one in found] == [("template.unknown-name-near", 1)]
    assert check(tmp_path, macro) == ()  # never called: nothing is known of its argument
    data = "{% set ns = namespace(x=1) %}{{ m(ns.x) }}"
    assert named(check(tmp_path, macro, data)) == [("advice", "check.macro-argument")]


def test_a_loop_that_calls_itself_is_out_of_reach(tmp_path: Path) -> None:
    found = check(tmp_path, "{% for r in rows recursive %}{{ r.title }}{{ loop(r.steps) }}{% endfor %}")
    assert named(found) == [("advice", "check.recursive-loop")]


def unprinted(folder: Path, *body: str) -> list[str]:
    found = check_template(save(folder, docx(*body)), Paper)
    return [one.params["found"] for one in found if one.code == UNPRINTED and one.severity == "warning"]


def test_what_is_never_printed(tmp_path: Path) -> None:
    chart = "scores"  # only a drawing prints it
    assert unprinted(tmp_path, ALL) == [chart]
    assert unprinted(tmp_path, ALL.replace("{{ title }}", "")) == [f"title, {chart}"]
    assert unprinted(tmp_path, ALL.replace("{{ r.title }}", "{% if r.title %}x{% endif %}")) == [f"{chart}, rows.title"]
    assert unprinted(tmp_path, ALL.replace("{{ s.number }}", "")) == [f"{chart}, rows.steps.number, extra.number"]
    without = ALL.replace("{% for s in r.steps %}{{ s.number }}{{ s.text }}{% endfor %}", "")
    assert unprinted(tmp_path, without) == [f"{chart}, rows.steps"]
    assert unprinted(tmp_path, "x") == ["title, year, total, day, logo, scores, owner, rows, extra"]


@pytest.mark.parametrize(
    "instead",
    [
        "{% set t = r.title %}{{ t }}",
        "{% set t %}{{ r.title }}{% endset %}{{ t }}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(r.title) }}",
        "{% macro n(x) %}{{ x.title }}{% endmacro %}{{ n(r) }}",
        "{{ r.title|upper|trim }}",
        "{{ 'a' ~ r.title }}",
        "{{ r.title or 'none' }}",
        "{{ rows|map(attribute='title')|join }}",
        "{{ r[title] }}",
    ],
)
def test_what_is_printed_by_another_way(tmp_path: Path, instead: str) -> None:
    assert unprinted(tmp_path, ALL.replace("{{ r.title }}", instead)) == ["scores"]
