"""What templates can not do: reach Python, inject markup, or read what is no field."""

import dataclasses
import sys
from collections import namedtuple
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from markupsafe import Markup

from ita_docs.engine.template import Template
from ita_docs.errors import TemplateError
from ita_docs.reports import View
from tests.engine.documents import docx, field, p, part, r, save, texts


class Secret:
    """An object of the caller's, with something in it that a template must not see."""

    password = "hunter2"  # noqa: S105  # the bait

    def __repr__(self) -> str:
        return self.password

    def reveal(self) -> str:
        return self.password


@dataclasses.dataclass(frozen=True, slots=True)
class Block(View):
    """A view whose fields are named like methods."""

    items: tuple[str, ...]
    title: str
    count: int
    hidden: Secret = dataclasses.field(default_factory=Secret)

    def reveal(self) -> str:
        return self.title


Pair = namedtuple("Pair", "left count")  # noqa: PYI024  # as untyped data has it
DATA: dict[str, Any] = {
    "text": "abc",
    "name": "R&D",
    "rows": [{"a": 1, "items": 2}, {"a": 2, "items": 3}],
    "secret": Secret(),
    "secrets": [Secret()],
    "function": len,
    "bound": Secret().reveal,
    "kind": Secret,
    "module": sys,
    "block": Block(("x", "y"), "T", 3),
    "pair": Pair(1, 2),
    "mapping": {"items": "field", "b": 1},
    "lazy": (character for character in "ab"),
}


def rendered(folder: Path, *body: str, data: Mapping[str, Any] | None = None) -> list[str]:
    return texts(Template(save(folder, docx(*body))).render(DATA if data is None else data))


def refused(folder: Path, *body: str) -> set[str]:
    with pytest.raises(TemplateError) as caught:
        rendered(folder, *body)
    assert "hunter2" not in str(caught.value)
    assert " at 0x" not in str(caught.value)
    return {fault.code for fault in caught.value.faults}


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("{{ mapping.items }}", "field"),
        ("{{ mapping['items'] }}", "field"),
        ("{{ mapping.get('c', 'none') }} {{ mapping.keys()|join }}", "none itemsb"),
        ("{% for row in rows %}{{ row.items }}{% endfor %}", "23"),
        ("{% for key, value in rows[0].items() %}{{ key }}{{ value }}{% endfor %}", None),
        ("{{ block.title }} {{ block.count }} {{ block.items|join('-') }}", "T 3 x-y"),
        ("{{ pair.left }} {{ pair.count }} {{ pair.count + 1 }}", "1 2 3"),
        ("{{ text.upper() }} {{ text.title() }} {{ text.replace('b', '<') }}", "ABC Abc a<c"),
        ("{{ text[1:] }} {{ text[0] }} {{ text|length }}", "bc a 3"),
        ("{{ name|e|upper }} {{ (name|e)[1] }} {{ name|e|truncate(3, true, '') }}", "R&D & R&D"),
        ("{% for i in range(3) %}{{ loop.cycle('a', 'b') }}{{ loop.index }}{% endfor %}", "a1b2a3"),
        ("{% set n = namespace(x=1) %}{% for i in range(4) %}{% set n.x = n.x + i %}{% endfor %}{{ n.x }}", "7"),
        ("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(name) }}", "[R&D]"),
        ("{% macro m() %}({{ caller() }}){% endmacro %}{% call m() %}{{ name }}{% endcall %}", "(R&D)"),
        (
            "{{ rows|map(attribute='a')|sum }} {{ rows|sort(attribute='a', reverse=true)|map(attribute='a')|join }}",
            "3 21",
        ),
        ("{% for g in rows|groupby('a') %}{{ g.grouper }}:{{ g.list|length }} {% endfor %}", "1:1 2:1 "),
        ("{{ rows|selectattr('a', 'eq', 2)|list|length }} {{ rows|map(attribute='a')|join(',') }}", "1 1,2"),
        ("{% filter upper %}{{ name }}{% endfilter %}", "R&D"),
        ("{% set x | striptags %}{{ '<b>' }}{{ name }}{% endset %}{{ x }}", "<b>R&D"),
        ("{% filter striptags %}{{ '<w:object/>' }}{% endfilter %}", "<w:object/>"),
        ("{{ '%s %05.1f' % (name, 2.25) }} {{ '%s'|format(name) }}", "R&D 002.2 R&D"),
        ("{% block b scoped %}{{ name }}{% endblock %}", "R&D"),
        ("{{ text ~ 1 ~ name }} {{ 2 ** 10 }} {{ 'ab' * 2 }} {{ 7 % 4 }}", "abc1R&D 1024 abab 3"),
        (
            "{{ [3, 1, 2]|sort|join }} {{ [1, 1]|unique|list|length }} {{ 'x' in text }} {{ 1 == 1.0 }}",
            "123 1 False True",
        ),
    ],
)
def test_what_templates_may_do(tmp_path: Path, tag: str, shown: str | None) -> None:
    if shown is None:  # `items` is a field here, so that it can not be called
        assert refused(tmp_path, tag) == {"template.forbidden"}
    else:
        assert rendered(tmp_path, tag) == [shown]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ text.__class__.__mro__[1].__subclasses__() }}",
        "{{ text.__init__.__globals__ }}",
        "{{ secret.password }}",
        "{{ secret['password'] }}",
        "{{ secret.reveal() }}",
        "{{ secret.reveal }}",
        "{{ block.reveal() }}",
        "{{ block.__dataclass_fields__ }}",
        "{{ block.hidden.password }}",
        "{{ module.modules }}",
        "{{ kind.password }}",
        "{{ pair._asdict() }}",
        "{{ pair.__class__ }}",
        "{{ text.title }}",
        "{{ text.format(1) }}",
        "{{ '{0.__class__}'.format(text) }}",
        "{{ '{x}'.format_map(mapping) }}",
        "{{ text.join(rows) }}",
        "{{ text.center(9) }}",
        "{{ text.encode() }}",
        "{{ mapping.values }}",
        "{{ mapping.pop('b') }}",
        "{{ mapping.update }}",
        "{{ rows.append(1) }}",
        "{{ rows.count }}",
        "{{ rows|map(attribute='__class__')|list }}",
        "{{ secrets|map(attribute='password')|join }}",
        "{{ secrets|sort(attribute='password') }}",
        "{{ secrets|groupby('password') }}",
        "{{ secrets|sum(attribute='password') }}",
        "{{ secrets|join('', 'password') }}",
        "{{ secrets|selectattr('password')|list }}",
        "{{ loop }}",
        "{% for r in rows %}{{ loop._iterator }}{% endfor %}",
        "{% for r in rows %}{{ loop.__init__.__globals__ }}{% endfor %}",
        "{% for r in rows %}{{ loop.changed }}{% endfor %}",
        "{{ self.__init__ }}",
        "{{ self.x() }}",
        "{{ range.__globals__ }}",
        "{{ namespace.__init__ }}",
        "{{ namespace(a=1).__class__ }}",
        "{{ namespace(a=1)._Namespace__attrs }}",
        "{% macro m() %}{{ caller.__globals__ }}{{ varargs.__class__ }}{% endmacro %}{% call m() %}{% endcall %}",
        "{% macro m() %}{% endmacro %}{{ m._func }}",
        "{{ undefined.__class__ }}",
        "{{ joiner() }}",
    ],
)
def test_attributes_are_no_fields(tmp_path: Path, tag: str) -> None:
    names = {"template.unknown-name", "template.unknown-name-near", "template.refused-name"}
    assert refused(tmp_path, tag) & (names | {"template.object"})


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("{{ function(text) }}", "template.forbidden"),
        ("{{ bound() }}", "template.forbidden"),
        ("{{ kind() }}", "template.forbidden"),
        ("{{ rows[0].items() }}", "template.forbidden"),
        *(
            (template % name, code)
            for name in ("secret", "secrets", "block", "kind", "function", "namespace(a=1)", "self")
            for template, code in (
                ("{{ %s ~ '' }}", "template.forbidden"),
                ("{{ %s|string }}", "template.forbidden"),
                ("{{ %s|upper }}", "template.forbidden"),
                ("{{ %s|e }}", "template.forbidden"),
                ("{{ [%s]|join }}", "template.forbidden"),
                ("{{ '%%s' %% %s }}", "template.forbidden"),
                ("{{ '%%r'|format(%s) }}", "template.forbidden"),
                ("{{ text|replace('a', %s) }}", "template.forbidden"),
            )
        ),
        ("{% filter upper %}{% endfilter %}{% set x %}{% for i in rows %}{% endfor %}{% endset %}{{ x.y() }}", None),
        ("{{ text|attr('__class__') }}", "template.refused-filter"),
        ("{{ text|safe }}", "template.refused-filter"),
        ("{{ rows|tojson }}", "template.refused-filter"),
        ("{{ rows|pprint }}", "template.refused-filter"),
        ("{{ rows|random }}", "template.refused-filter"),
        ("{{ mapping|xmlattr }}", "template.refused-filter"),
        ("{{ text|urlize }}", "template.refused-filter"),
        ("{{ rows|map('attr', '__class__')|list }}", "template.runtime"),
        ("{{ rows|map('safe')|list }}", "template.runtime"),
        ("{{ lipsum() }}", "template.refused-name"),
        ("{{ cycler(1) }}", "template.refused-name"),
        ("{% include 'x' %}", "template.refused-tag"),
        ("{% import 'x' as x %}", "template.refused-tag"),
        ("{% from 'x' import x %}", "template.refused-tag"),
        ("{% extends 'x' %}", "template.refused-tag"),
        ("{% autoescape false %}{% endautoescape %}", "template.refused-tag"),
        ("{% do rows %}", "template.syntax"),
        ("{% debug %}", "template.syntax"),
        ("{% trans %}{% endtrans %}", "template.syntax"),
        ("{{ " + "9" * 5000 + " }}", "template.syntax"),
        ("{% for i in [1] %}" * 25 + "{% endfor %}" * 25, "template.deep"),
        ("{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}", "template.deep"),
    ],
)
def test_other_doors(tmp_path: Path, tag: str, code: str | None) -> None:
    found = refused(tmp_path, tag)
    assert code is None or code in found or found == {"template.object"}


@pytest.mark.parametrize(
    "tag",
    [
        "{{ '<w:object/>' }}",
        "{{ '<w:object/>'|e|striptags }}",
        "{{ '<w:object/>'|upper|lower }}",
        "{{ '<w:object/>'|list|join }}",
        "{{ ('<w:object/>'|e)|replace('&lt;', '<') }}",
        "{{ ('<w:object/>'|e).replace('x', 'y') }}",
        "{{ '<w:object/>'|e|reverse|reverse }}",
        "{{ '%s'|e|format('<w:object/>') }}",
        "{{ ('%s'|e) % '<w:object/>' }}",
        "{{ ['<w:object/>'|e, '<w:object/>']|join('<w:object/>'|e) }}",
        "{{ '<w:object/>' ~ ('<w:object/>'|e) }}",
        "{{ ('<w:object/>'|e) + '<w:object/>' }}",
        "{% set x %}{{ '<w:object/>' }}{% endset %}{{ x }}{{ x|striptags }}{{ x|lower }}{{ x|trim('&') }}",
        "{% set x | striptags %}{{ '<w:object/>' }}{% endset %}{{ x }}",
        "{% filter striptags|lower %}{{ '<w:object/>' }}{% endfilter %}",
        "{% macro m(x) %}{{ x }}{% endmacro %}{{ m('<w:object/>')|striptags }}{{ m('<w:object/>').replace('a', 'b') }}",
        "{{ '<w:object/>'|e|map('lower')|join }}{{ ['<w:object/>'|e]|map('striptags')|join }}",
        "{{ ('<w:object/>'|e)[:20] }}{{ ('<w:object/>'|e)[:2] }}{{ '<w:object/>'|e|first }}",
    ],
)
def test_no_value_becomes_markup(tmp_path: Path, tag: str) -> None:
    document = Template(save(tmp_path, docx(tag))).render(DATA)
    assert not [*part(document).iter("{*}object")]  # well-formed, or this raises


def test_markup_with_tags_is_not_taken_apart(tmp_path: Path) -> None:
    data = {"m": Markup("a</w:t></w:r><w:r><w:t>b")}
    template = Template(save(tmp_path, docx("{{ m|upper }}")))
    with pytest.raises(TemplateError) as caught:
        template.render(data)
    assert [fault.code for fault in caught.value.faults] == ["template.forbidden"]
    assert rendered(tmp_path, "{{ m|default('') ~ name }}", data={**data, "name": "&"}) == ["ab&"]


def test_data_is_not_changed(tmp_path: Path) -> None:
    data = {"mapping": {"a": 1}, "rows": [1, 2]}
    before = repr(data)
    for tag in ("{{ mapping.pop('a') }}", "{{ rows.pop() }}", "{{ mapping.setdefault('b', 1) }}"):
        with pytest.raises(TemplateError):
            rendered(tmp_path, tag, data=data)
    assert repr(data) == before


def test_a_paragraph_of_every_kind_keeps_its_text(tmp_path: Path) -> None:
    assert rendered(tmp_path, p("{{ name", " }}"), "{{ name }}") == ["R&D", "R&D"]


def test_a_field_is_not_made_active_by_tags(tmp_path: Path) -> None:
    """What the whole code is shows when the part is rendered: here the tags stand between its pieces."""
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    quote, active = (f"<w:r><w:instrText>{code} x</w:instrText></w:r>" for code in ("QUOTE", "DDE"))
    template = Template(save(tmp_path, docx(p(begin, r("{% if shown %}"), quote, r("{% endif %}"), active, end))))
    assert template.render({"shown": True})
    with pytest.raises(TemplateError) as caught:
        template.render({"shown": False})
    assert [fault.code for fault in caught.value.faults] == ["template.active-field"]


@pytest.mark.parametrize("code", ["{{ 'DD' ~ 'E' }} x", "{{ name }} x", "{% if true %}DDE{% endif %} x", "{# #}DDE x"])
def test_a_tag_does_not_choose_the_field(tmp_path: Path, code: str) -> None:
    assert refused(tmp_path, p(field(code, "x")))
