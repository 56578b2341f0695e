"""What templates can not do: take time, memory or output without bound."""

import itertools
import time
import tracemalloc
from decimal import Decimal
from pathlib import Path

import pytest

from ita_docs import ProgressReport, render
from ita_docs.engine import state
from ita_docs.engine.template import Template
from ita_docs.errors import TemplateError
from tests.engine.documents import docx, row, save, table, texts

ATTACKS = {
    "mul": "{{ 'a' * 10**8 }}",
    "mul2": "{{ ('a' * 10**6) * 10**6 }}",
    "pow2": "{{ 10**1000 * 10**1000 }}",
    "loops": (
        "{% for a in range(100000) %}{% for b in range(100000) %}{% for c in range(99999) %}{% endfor %}"
        "{% endfor %}{% endfor %}"
    ),
    "double": (
        "{% set ns = namespace(x='aaaaaaaa') %}{% for a in range(99999) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}"
    ),
    "doubleplus": (
        "{% set ns = namespace(x='aaaaaaaa') %}{% for a in range(99999) %}{% set ns.x = ns.x + ns.x %}{% endfor %}"
    ),
    "listdouble": (
        "{% set ns = namespace(x=[1,2]) %}{% for a in range(99999) %}{% set ns.x = ns.x + ns.x %}{% endfor %}"
    ),
    "keep": (
        "{% set ns = namespace(x=[]) %}{% for a in range(99999) %}{% set ns.x = ns.x + ['a' * 999999] %}{% endfor %}"
    ),
    "keep2": (
        "{% set ns = namespace(x=[]) %}{% for a in range(99999) %}{% set ns.x = ns.x + [range(99999)|lis"
        "t] %}{% endfor %}"
    ),
    "keep3": (
        "{% set ns = namespace(x=[]) %}{% set big='กข' * 999999 %}{% for a in range(99999) %}{% set ns.x"
        " = [ns.x, big|upper, big|list, big.split('ข')] %}{% endfor %}"
    ),
    "nested": (
        "{% set ns = namespace(x='a') %}{% for a in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %}{{ ns.x }}"
    ),
    "nestedstr": (
        "{% set ns = namespace(x='a') %}{% for a in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% endfor %"
        "}{{ ns.x ~ '' }}"
    ),
    "nestedhash": (
        "{% set ns = namespace(x='a') %}{% for a in range(99) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %"
        "}{% set d = {ns.x: 1} %}"
    ),
    "nestedkey": (
        "{% set ns = namespace(x='a') %}{% for a in range(99) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %}{{ {}[ns.x] }}"
    ),
    "nestedget": (
        "{% set ns = namespace(x='a') %}{% for a in range(99) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %"
        "}{{ {}.get(ns.x) }}"
    ),
    "nestedeq": (
        "{% set ns = namespace(x='a',y='a') %}{% for a in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% se"
        "t ns.y = [ns.y, ns.y] %}{% endfor %}{{ ns.x == ns.y }}"
    ),
    "nestedtest": (
        "{% set ns = namespace(x='a',y='a') %}{% for a in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% se"
        "t ns.y = [ns.y, ns.y] %}{% endfor %}{{ ns.x is eq(ns.y) }}"
    ),
    "nestedsort": (
        "{% set ns = namespace(x='a',y='a') %}{% for a in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% se"
        "t ns.y = [ns.y, ns.y] %}{% endfor %}{{ [ns.x, ns.y]|sort }}"
    ),
    "nesteduniq": (
        "{% set ns = namespace(x='a') %}{% for a in range(99) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %"
        "}{{ [ns.x]|unique|list|length }}"
    ),
    "nestedchanged": (
        "{% set ns = namespace(x='a',y='a') %}{% for a in range(99) %}{% set ns.x = [ns.x, ns.x] %}{% se"
        "t ns.y = [ns.y, ns.y] %}{% endfor %}{% for i in [ns.x,ns.y] %}{{ loop.changed(i) }}{% endfor %}"
    ),
    "nesteddict": (
        "{% set ns = namespace(x='a') %}{% for a in range(99) %}{% set ns.x = (ns.x, ns.x) %}{% endfor %"
        "}{{ dict([(ns.x, 1)])|length }}"
    ),
    "nestedns": (
        "{% set ns = namespace(x=namespace()) %}{% for a in range(99) %}{% set ns.x = namespace(a=ns.x, "
        "b=ns.x) %}{% endfor %}{{ ns.x|string }}"
    ),
    "batchnest": (
        "{% set ns = namespace(x=['a'*1000]) %}{% for a in range(99) %}{% set ns.x = (ns.x * 1000)|batch"
        "(1000)|list %}{% endfor %}{{ ns.x|join }}"
    ),
    "deeplist": (
        "{% set ns = namespace(x=[]) %}{% for a in range(99999) %}{% set ns.x = [ns.x] %}{% endfor %}{{ ns.x }}"
    ),
    "replace": "{{ ('a' * 999999)|replace('a', 'b' * 9999) }}",
    "replace2": "{{ ('a' * 999999).replace('', 'b' * 999) }}",
    "indent": "{{ ('a\\n' * 999999)|indent(1000) }}",
    "indent2": "{{ ('\\n' * 999999)|indent('a'*9999) }}",
    "center": "{{ 'a'|center(10**8) }}",
    "centerloop": "{% for a in range(99999) %}{% set x = 'a'|center(1000) %}{% endfor %}",
    "wordwrap": "{{ ('a' * 999999)|wordwrap(1) }}",
    "wordwrap2": "{{ ('a' * 9999)|wordwrap(1, true, 'b'*1000) }}",
    "format": "{{ '%99999999d'|format(1) }}",
    "format2": "{{ '%*d' % (10**8, 1) }}",
    "format3": "{{ ('%999d' * 100000) % (1,) }}",
    "format4": "{{ '%(a)s'*9999 % {'a': 'x'*99999} }}",
    "format5": "{{ '%.99999999f' % 1.0 }}",
    "round": "{{ 1.5|round(10**9) }}",
    "round2": "{{ 15|round(-100000000) }}",
    "batch": "{{ [1]|batch(10**9, 'x')|list }}",
    "slice": "{{ [1]|slice(10**9)|list }}",
    "join": "{{ (range(99999)|list * 9)|join('x' * 9999) }}",
    "list": "{{ ('ก' * 999999)|list|length }}",
    "string": "{{ ([1]*999999)|string }}",
    "sum": "{{ ([[1]] * 99999)|sum(start=[]) }}",
    "suml": "{{ ([[1,2]]*99999)|sum(attribute=0,start=[]) }}",
    "int16": "{{ ('f' * 999999)|int(base=16) }}",
    "int16b": "{{ ('f' * 999999)|int(base=16) * 2 }}",
    "int16p": "{{ '%d' % (('f' * 999999)|int(base=16)) }}",
    "int32": "{{ ('z'*4000)|int(base=36) }}",
    "intgrow": ("{% set ns = namespace(x=1) %}{% for a in range(99999) %}{% set ns.x = ns.x + ns.x %}{% endfor %}"),
    "intneg": (
        "{% set ns = namespace(x=1) %}{% for a in range(99999) %}{% set ns.x = ns.x - (0 - ns.x) %}{% endfor %}"
    ),
    "macro": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "macro2": "{% macro m(n) %}{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "recursive": "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    "recursive2": "{% for a in [1,2] recursive %}{% if loop.depth < 60 %}{{ loop([1,2]) }}{% endif %}{% endfor %}",
    "setns": (
        "{% set ns = namespace(x='aaaaaaaa') %}{% for a in range(9999) %}{% set ns.x %}{{ ns.x }}{{ ns.x"
        " }}{% endset %}{% endfor %}"
    ),
    "filterblock": (
        "{% set ns = namespace(x='aaaaaaaa') %}{% for a in range(9999) %}{% set ns.x | replace('a', 'aaa"
        "a') %}{{ ns.x }}{% endset %}{% endfor %}"
    ),
    "in": ("{% set big = 'a' * 999999 %}{% for a in range(99999) %}{% if 'b' in big %}{% endif %}{% endfor %}"),
    "inlist": (
        "{% set big = range(99999)|list %}{% for a in range(99999) %}{% if 'b' in big %}{% endif %}{% endfor %}"
    ),
    "inrange": "{% for a in range(99999) %}{% if 'b' in range(99999) %}{% endif %}{% endfor %}",
    "isin": "{% set big = range(99999)|list %}{{ big|select('in', big)|list|length }}",
    "slicing": "{% set big = 'a' * 999999 %}{% for a in range(99999) %}{% set x = big[1:] %}{% endfor %}",
    "methods": "{% set big = 'a' * 999999 %}{% for a in range(99999) %}{% set x = big.upper() %}{% endfor %}",
    "rfind": "{{ ('a' * 999999).rfind('ab' ~ 'a'*999999) }}",
    "strip": "{{ ('a' * 999999).strip('b'*999999 ~ 'a') }}",
    "trim": "{{ ('a' * 999999)|trim('b'*999999 ~ 'a') }}",
    "striptags": "{{ ('<!--' * 999999)|striptags }}",
    "striptags2": "{{ ('<!---->' * 999999)|striptags }}",
    "urlencode": "{{ ('ก' * 999999)|urlencode }}",
    "truncate": "{{ ('a '*999999)|truncate(999998, false, 'x'*999999) }}",
    "wordcount": "{% set big = 'a ' * 499999 %}{% for a in range(99999) %}{% set x = big|wordcount %}{% endfor %}",
    "split": "{{ ('a ' * 499999).split()|length }}",
    "score": "{{ '1e999999999'|score }}",
    "score2": "{{ 1|score(999999999) }}",
    "baht": "{{ '1e999999999'|baht_text }}",
    "truth": (
        "{% set big = range(99999)|list %}{% for a in range(99999) %}{% if big %}{% endif %}{{ big|lengt"
        "h }}{% endfor %}"
    ),
    "print": "{% set big = 'a' * 999999 %}{% for a in range(99999) %}{{ big }}{% endfor %}",
    "dictbig": "{% for a in range(99999) %}{% set x = dict(a=1, b=range(9999)|list) %}{% endfor %}",
    "args": (
        "{% macro m() %}{% endmacro %}{% set big = range(99999)|list %}{% for a in range(9999) %}{{ m(*b"
        "ig) }}{% endfor %}"
    ),
    "ops": "{% for a in range(99999) %}" + "{% if a == 1 %}{% endif %}{% set x = a + 1 %}" * 300 + "{% endfor %}",
    "macro3": "{% macro m(n) %}"
    + "A" * 5_000
    + "{% if n %}{{ m(n-1) }}{{ m(n-1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "static": "{% for a in range(99999) %}" + "A" * 20_000 + "{% endfor %}",
    "call": "{% macro m() %}"
    + "{{ caller() }}" * 9
    + "{% endmacro %}"
    + "{% call m() %}" * 12
    + "A"
    + "{% endcall %}" * 12,
    "setblock": "{% set x = 'aaaaaaaa' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
}


def fails(folder: Path, body: str) -> set[str]:
    with pytest.raises(TemplateError) as caught:
        Template(save(folder, docx(body))).render({})
    assert len(str(caught.value)) < 2_000 + len(body)
    return {fault.code for fault in caught.value.faults}


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks_end_early(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attack: str) -> None:
    monkeypatch.setattr(state, "MAX_WORK", 10_000_000)
    monkeypatch.setattr(state, "MAX_OUTPUT", 10_000_000)
    begin = time.perf_counter()
    assert fails(tmp_path, ATTACKS[attack]) & {"template.limit", "template.runtime", "template.forbidden"}
    assert time.perf_counter() - begin < 5  # seconds; about a tenth of one where nothing else runs


@pytest.mark.parametrize("attack", ["loops", "keep", "macro3", "inlist", "setblock", "score"])
def test_attacks_end_early_with_the_limits_as_they_are(tmp_path: Path, attack: str) -> None:
    begin = time.perf_counter()
    fails(tmp_path, ATTACKS[attack])
    assert time.perf_counter() - begin < 10


@pytest.mark.parametrize("attack", ["keep", "keep2", "keep3", "setns", "urlencode", "list"])
def test_attacks_stay_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attack: str) -> None:
    monkeypatch.setattr(state, "MAX_WORK", 10_000_000)
    monkeypatch.setattr(state, "MAX_OUTPUT", 10_000_000)
    tracemalloc.start()
    try:
        fails(tmp_path, ATTACKS[attack])
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("numerals", [None, "thai"])
def test_ten_thousand_rows_are_no_attack(tmp_path: Path, numerals: None) -> None:
    line = row("{{ loop.index }} {{ r.a|upper }}", "{% if r.b == 1 %}{{ r.b + 1 }}{% endif %}", "{{ r.a ~ r.b }}")
    body = table(row("{%tr for r in rows|sort(attribute='b') %}"), line, row("{%tr endfor %}"))
    data = {"rows": [{"a": "กขค" * 20, "b": n} for n in range(10_000)]}
    assert len(texts(Template(save(tmp_path, docx(body))).render(data, numerals=numerals))) == 30_000


@pytest.mark.parametrize(
    "tag",
    [
        *("big[1:]", "big[::2]", "big == other", "other in big", "{big: 1}", "big.upper()", "big|upper", "big ~ 'x'"),
        *("big + 'x'", "big * 2", "big is eq(other)", "big|replace('b', 'c')", "big.replace('b', 'c')", "big|list"),
        *("[big]|join", "[big, other]|sort", "[big]|unique|list", "'%s' % big", "'%s'|format(big)", "big|trim('b')"),
        *("rows[1:]", "rows == []", "0 in rows", "rows + [1]", "rows|list", "rows|sum", "rows|map('string')|list"),
        *("[rows]|max", "dict(rows)", "range(30000)|list", "{}.get(big)", "rows|batch(2)|list", "rows|reverse|list"),
    ],
)
def test_each_operation_is_charged_by_what_it_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tag: str) -> None:
    template = Template(save(tmp_path, docx(f"{{% set x = {tag} %}}")))
    big, rows = "a" * 300_000, [0] * 30_000
    monkeypatch.setattr(state, "MAX_WORK", 200_000)
    with pytest.raises(TemplateError) as caught:
        template.render({"big": big, "other": big[1:], "rows": rows})
    assert [fault.code for fault in caught.value.faults] == ["template.limit"]


@pytest.mark.parametrize(
    "tag",
    [
        *("'a' * 3000000", "[1] * 300000", "'%1000000d' % 1", "'%*d' % (1000000, 1)", "'%1000000d'|format(1)"),
        *("2 ** 5000", "1.0 ** 5000", "d ** 5000", "('a' * 1999999) ~ 'aa'", "('a' * 1999999) + 'aa'"),
        *("('a' * 9999)|replace('a', 'b' * 999)", "('a' * 9999).replace('a', 'b' * 999)", "'a'|center(5000)"),
    ],
)
def test_no_value_is_made_that_is_too_large(tmp_path: Path, tag: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(save(tmp_path, docx(f"{{% set x = {tag} %}}"))).render({"d": Decimal("1.1")})
    assert [fault.code for fault in caught.value.faults] == ["template.limit"]


@pytest.mark.parametrize("body", ["{{ x|list|length }}", "{{ x|join }}", "{% for a in x %}{% endfor %}"])
def test_data_without_an_end_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    monkeypatch.setattr(state, "MAX_PASSES", 100_000)
    template = Template(save(tmp_path, docx(body)))
    for lazy in (itertools.count(), iter(range(300_000))):
        with pytest.raises(TemplateError) as caught:
            template.render({"x": lazy})
        assert [fault.code for fault in caught.value.faults] == ["template.limit"]


@pytest.mark.parametrize("grow", ["n.x + n.x", "n.x - (0 - n.x)"])
def test_numbers_stay_short(tmp_path: Path, grow: str) -> None:
    """Long before the passes are used up: each operation on a long number takes as long as it is."""
    body = "{%% set n = namespace(x=1) %%}{%% for a in range(%d) %%}{%% set n.x = %s %%}{%% endfor %%}"
    assert fails(tmp_path, body % (5_000, grow)) == {"template.limit"}
    assert Template(save(tmp_path, docx(body % (3_000, grow)))).render({})


def test_each_render_has_its_own_budget(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "MAX_PASSES", 15)
    template = Template(save(tmp_path, docx("{% for a in range(10) %}{{ a }}{% endfor %}")))
    assert {template.render({}) for _ in range(5)} == {template.render({})}
    with pytest.raises(TemplateError):
        Template(save(tmp_path, docx("{% for a in range(10) %}{% endfor %}" * 2))).render({})


def test_a_long_report_may_compute_more_since_a_template_can_not_make_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "MAX_WORK", 100_000)
    monkeypatch.setattr(state, "MAX_OUTPUT", 100_000)
    measures = [{"title": "ก", "steps": ["ข"] * 9}] * 30
    agency = {"kind": "อบต.", "name": "ก"}
    report = ProgressReport.model_validate({"fiscal_year": 2566, "agency": agency, "measures": measures})
    assert render(report).document
    monkeypatch.setattr(state, "ROW_WORK", 0)
    with pytest.raises(TemplateError) as caught:
        render(report)
    assert {fault.code for fault in caught.value.faults} == {"template.limit"}
