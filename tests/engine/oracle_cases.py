"""Templates that docxtpl and we render alike, with the data for them."""

from dataclasses import dataclass, field
from typing import Any

from docxtpl import Listing, RichText, RichTextParagraph

from tests.engine.documents import cell, p, r, row, table, text_box
from tests.engine.documents import field as field_of


@dataclass
class Case:
    """A template's body and the data for it."""

    body: list[str]
    data: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    footnote: str = ""


ITEMS = [
    {"name": "ก & ข", "qty": 1, "tags": ["x", "y"]},
    {"name": "<ค>", "qty": 22, "tags": []},
    {"name": '"ง"', "qty": 3, "tags": ["z"]},
]
BOLD = '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>'
CENTRED = '<w:pPr><w:jc w:val="center"/></w:pPr>'
SPELL = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="b"/><w:bookmarkEnd w:id="0"/>'
FOR, END = "{%tr for item in items %}", "{%tr endfor %}"


CASES: dict[str, Case] = {
    "values": Case(
        ["{{ a }} and {{b}} and {{ c.d }} {{ c['d'] }} {{ e[0] }} {{ n }} {{ f }} {{ t }}"],
        {"a": "x", "b": "R&D <x> 'q' \"", "c": {"d": "y"}, "e": ["z"], "n": 12, "f": 1.5, "t": True},
    ),
    "filters": Case(
        [
            "{{ a|upper }} {{ a|replace('x','<') }} {{ l|join(', ') }} {{ '%.2f'|format(n) }}",
            "{{ a|length }} {{ z|default('none') }} {{ a|e }} {{ l|first }} {{ n|round(1) }} {{ a|title|center(9) }}",
        ],
        {"a": "xy &", "l": ["1", "<2>"], "n": 3.14159, "z": "z"},
    ),
    "expressions": Case(
        [
            "{{ n + 1 }} {{ n // 2 }} {{ a ~ n }} {{ 'yes' if n > 3 else 'no' }} {{ n < 3 }}",
            '{{ n in [1, 5] }} {{ a[1:] }} {{ a == "R" }}',
        ],
        {"n": 5, "a": "R&D"},
    ),
    "list as value": Case(["{{ l }} {{ d }}"], {"l": [1, "<"], "d": {"k": "&"}}),
    "rows": Case(
        [
            table(
                row("h1", "h2", "h3"),
                row(FOR, "", ""),
                row("{{ item.name }}", "{{ item.qty }}", "{{ loop.index }}"),
                row(END, "", ""),
            )
        ],
        {"items": ITEMS},
    ),
    "no rows": Case(
        [table(row("h1", "h2", "h3"), row(FOR, "", ""), row("{{ item.name }}", "", ""), row(END, "", ""))],
        {"items": []},
    ),
    "rows with if": Case(
        [
            table(
                row(FOR, "", ""),
                row("{%tr if item.qty > 2 %}", "", ""),
                row("{{ item.name }}", "big", ""),
                row("{%tr else %}", "", ""),
                row("{{ item.name }}", "small", ""),
                row("{%tr endif %}", "", ""),
                row(END, "", ""),
            )
        ],
        {"items": ITEMS},
    ),
    "columns": Case(
        [
            table(
                row("name", "{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"),
                row(FOR, "", "", ""),
                row("{{ item.name }}", "{%tc for c in cols %}", "{{ item.qty }}{{ c }}", "{%tc endfor %}"),
                row(END, "", "", ""),
                columns=4,
            )
        ],
        {"items": ITEMS, "cols": ["a", "b", "c", "d", "e"]},
    ),
    "fewer columns": Case(
        [table(row("name", "{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}"), columns=4)], {"cols": ["a"]}
    ),
    "cellbg": Case(
        [
            table(
                row(FOR, "", ""),
                row(
                    "{% cellbg item.colour %}{{ item.name }}", cell(p("{%", " cellbg item.colour", " %}", "text")), "x"
                ),
                row(END, "", ""),
            )
        ],
        {"items": [{"name": "a", "colour": "FF0000"}, {"name": "b", "colour": "00FF00"}]},
    ),
    "cellbg over a fill": Case(
        [table(row(cell("{% cellbg c %}x", properties='<w:shd w:val="clear" w:fill="0000FF"/>'), "", ""))],
        {"c": "FF0000"},
    ),
    "colspan": Case([table(row("a", "b", "c"), row("{% colspan n %}{{ t }}", "x"))], {"n": 2, "t": "wide"}),
    "vm": Case(
        [table(row(FOR, "", ""), row("{% vm %}{{ t }}", "{{ item.name }}", "a{% vm %}b"), row(END, "", ""))],
        {"items": ITEMS, "t": "all"},
    ),
    "hm": Case(
        [table(row("a", "b", "c"), row("{%tc for c in cols %}", "{% hm %}{{ t }}", "{%tc endfor %}"))],
        {"cols": [1, 2, 3], "t": "wide"},
    ),
    "hm over a span": Case(
        [
            table(
                row("a", "b", "c", "d"),
                row(
                    "{%tc for c in cols %}",
                    cell("{% hm %}{{ t }}", properties='<w:gridSpan w:val="2"/>'),
                    "{%tc endfor %}",
                ),
                columns=4,
            )
        ],
        {"cols": [1, 2], "t": "wide"},
    ),
    "paragraphs": Case(
        [
            "{%p for item in items %}",
            p("{{ item.name }}", properties=CENTRED),
            "{%p for t in item.tags %}",
            "- {{ t }}",
            "{%p endfor %}",
            "{%p endfor %}",
        ],
        {"items": ITEMS},
    ),
    "paragraph if": Case(
        ["{%p if a %}", "yes", "{%p elif b %}", "maybe", "{%p else %}", "no", "{%p endif %}", "after"],
        {"a": False, "b": False},
    ),
    "runs": Case(
        [
            p("start ", r("{%r if a %}"), r("bold", BOLD), r("{%r endif %}"), " end"),
            p("x{%r for i in l %}{{ i }}{%r endfor %}y"),
        ],
        {"a": True, "l": [1, 2]},
    ),
    "r value": Case(
        [p("before {{r rich }} after"), p(r("{{r plain_rich }}", BOLD))],
        {"rich": RichText("a & b", bold=True, color="#00FF00"), "plain_rich": RichText("x")},
    ),
    "RichText": Case(
        [p("{{r rich }}")], {"rich": RichText("line 1\nline 2\tb\aparagraph\fpage", italic=True, size=28)}
    ),
    "RichText of several": Case(
        [p("{{r rich }}", properties=CENTRED)], {"rich": RichText("a", underline="double", font="Arial", strike=True)}
    ),
    "RichText in a row": Case(
        [table(row(FOR, "", ""), row("{{r item.name }}", "", ""), row(END, "", ""))],
        {"items": [{"name": RichText("<a>", superscript=True)}, {"name": RichText("b\nc", highlight="#eeeeee")}]},
    ),
    "RichTextParagraph": Case(["{{p para }}", "after"], {"para": RichTextParagraph("text & more")}),
    "Listing": Case([p(r("{{ l }}", BOLD), properties=CENTRED)], {"l": Listing("one & <two>\nthree\tfour\afive\fsix")}),
    "breaks in values": Case(
        [p(r("{{ l }}", BOLD), properties=CENTRED), "a {{ l }} b {{ l }}", table(row("{{ l }}", "x", ""))],
        {"l": "one & <two>\nthree\tfour\afive\fsix\n\n\t"},
    ),
    "breaks in loops": Case(
        [p("{% for x in l %}", r("{{ x }}", BOLD), "{% if not loop.last %}, {% endif %}{% endfor %}")],
        {"l": ["a\nb", "c\td"]},
    ),
    "spaces": Case(["{{ a }}{{ b }}", "x {{ a }}  y", p("{{ a }}", " z")], {"a": "  lead and trail  ", "b": "a  b"}),
    "strip": Case(
        [
            "My name is",
            "{%- if a %}",
            " long ",
            "{%- else %}",
            " short ",
            "{%- endif %}",
            ".",
            "a {%- if a -%}",
            "b",
            "{%- endif -%}",
            "c",
        ],
        {"a": True},
    ),
    "jinja strip": Case(["a {{- b -}} c", "{% for x in l -%} {{ x }} {{- x }} {% endfor %}"], {"b": "-", "l": [1, 2]}),
    "escaped tags": Case(["write {_{ name }_} and {_% if %_}", "{{ a }}"], {"a": "x"}),
    "comments": Case(
        ["a{# comment #}b", "{#p gone #}", table(row("{#tr gone #}", "", ""), row("x", "{#tc gone #}", "y"), columns=3)]
    ),
    "conditions": Case(
        [
            "{% if a == 1 %}one{% elif a == 2 %}two{% else %}many{% endif %}",
            "{% if a < 3 and a > 1 %}in{% endif %}",
            "{% if s == 'x' or \"y\" in s %}s{% endif %}",
        ],
        {"a": 2, "s": "y"},
    ),
    "for else": Case(
        [
            "{% for x in e %}{{ x }}{% else %}nothing{% endfor %}",
            "{%p for x in e %}",
            "x",
            "{%p else %}",
            "none at all",
            "{%p endfor %}",
            "{% for x in l if x > 1 %}{{ x }}{% else %}no{% endfor %}",
        ],
        {"e": [], "l": [1, 2, 3]},
    ),
    "set": Case(
        ["{% set x = a ~ '!' %}{{ x }}", "{% set y %}<b>{{ a }}</b>{% endset %}{{ y }}", "{%p set z = 3 %}", "{{ z }}"],
        {"a": "R&D"},
    ),
    "macro": Case(["{% macro m(x, y='d') %}[{{ x }}|{{ y }}]{% endmacro %}{{ m(a) }}{{ m('<', y=a) }}"], {"a": "R&D"}),
    "call": Case(["{% macro box() %}({{ caller() }}){% endmacro %}{% call box() %}{{ a }}{% endcall %}"], {"a": "R&D"}),
    "with": Case(["{% with q = a %}{{ q }}{% endwith %}"], {"a": "R&D"}),
    "block": Case(["{% block one %}{{ a }}{% endblock %}"], {"a": "R&D"}),
    "scoped block": Case(["{% for x in l %}{% block two scoped %}{{ x }}{% endblock %}{% endfor %}"], {"l": [1, 2]}),
    "raw": Case(["{% raw %}{{ a }} {% if %}{% endraw %}{{ a }}", "{{ a }}"], {"a": "x"}),
    "filter block": Case(["{% filter upper %}abc{% endfilter %}"], {}),
    "nested loops": Case(
        [
            table(
                row(FOR, "", ""),
                row(
                    "{{ loop.index }}",
                    "{% for t in item.tags %}{{ t }}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}",
                    cell("{%p for t in item.tags %}", "* {{ t }}", "{%p endfor %}", "end"),
                ),
                row(END, "", ""),
            )
        ],
        {"items": ITEMS},
    ),
    "loop variables": Case(
        [
            "{% for x in l %}{{ loop.index0 }}{{ loop.first }}{{ loop.last }}{{ loop.length }}{% endfor %}",
            "{% for x in l %}{{ loop.cycle('a', 'b') }}{{ loop.revindex }}{{ loop.previtem }}{% endfor %}",
        ],
        {"l": [1]},
    ),
    "recursive": Case(
        ["{% for x in tree recursive %}{{ x.n }}({{ loop(x.c) }}){% endfor %}"],
        {"tree": [{"n": "a", "c": [{"n": "b", "c": []}]}]},
    ),
    "namespace": Case(
        ["{% set ns = namespace(n=0) %}{% for x in l %}{% set ns.n = ns.n + x %}{% endfor %}{{ ns.n }}"], {"l": [1, 2]}
    ),
    "unpacking": Case(
        [
            "{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}",
            "{% for k in d %}{{ k }}{% endfor %}",
            "{% for a, b in pairs %}{{ a }}{{ b }}{% endfor %}",
        ],
        {"d": {"x": "<", "y": 2}, "pairs": [(1, 2)]},
    ),
    "methods": Case(
        ["{{ a.upper() }} {{ a.split(' ')|join('-') }} {{ d.get('x', 'y') }} {{ range(3)|list }}"],
        {"a": "b c", "d": {}},
    ),
    "split": Case(
        [
            p("{", "{ na", "me }", "}"),
            p("{", "% if a %", "}", "yes{", "% end", "if %}"),
            p("{{ ", r("name", BOLD), " }}"),
        ],
        {"name": "x", "a": 1},
    ),
    "split by marks": Case(
        [p("a {", "{ name", " }", "} b", between=SPELL), p("{%r if a ", "%}", "x", "{%r endif %}", between=SPELL)],
        {"name": "x", "a": 1},
    ),
    "curly delimiters": Case(["{{ a|default(“none”) }} {% if a == \u2018x\u2019 %}yes{% endif %}"], {"a": "x"}),
    "comparisons": Case(["{% if n >= 2 and n <= 5 %}in{% endif %}{% if n != 3 %}not{% endif %}"], {"n": 4}),
    "over paragraphs": Case(
        ["{% for x in l %}", "in {{ x }}", "{% endfor %}", "{% if a %}a", "b{% endif %}", "c"],
        {"l": [1, 2], "a": False},
    ),
    "over cells": Case([table(row("{% for x in l %}", "{{ x }}", "{% endfor %}"))], {"l": [1]}),
    "text boxes": Case([p("a", text_box(p("{{ a }}"), p("{{ a }} b")), "c {{ a }}")], {"a": "R&D"}),
    "hyperlinks": Case(
        [
            p("a", '<w:hyperlink w:anchor="x"><w:r><w:t>{{ a }}</w:t></w:r></w:hyperlink>', "b"),
            p(field_of(' HYPERLINK "{{ u }}" ', "{{ a }}")),
        ],
        {"a": "R&D\nx", "u": "http://x/?a=1&b=2"},
    ),
    "links in values": Case(["{{ a }}"], {"a": "see http://a.go.th/ or a@b.go.th"}),
    "attributes": Case(
        ['<w:p><w:r><w:rPr><w:color w:val="{{ c }}"/></w:rPr><w:t>x</w:t></w:r></w:p>'], {"c": "FF0000"}
    ),
    "nested tables": Case(
        [
            table(
                row(FOR, "", ""),
                row(
                    cell(table(row("{{ item.name }}", "{%tc for t in item.tags %}", "{{ t }}", "{%tc endfor %}")), ""),
                    "{{ item.qty }}",
                    "",
                ),
                row(END, "", ""),
            )
        ],
        {"items": ITEMS},
    ),
    "content controls": Case(
        [
            '<w:sdt><w:sdtPr><w:alias w:val="n"/></w:sdtPr><w:sdtContent>'
            + p("{{ a }}")
            + p("{%p if a %}")
            + p("x")
            + p("{%p endif %}")
            + "</w:sdtContent></w:sdt>",
            p("<w:sdt><w:sdtContent>" + r("{{ a }}") + "</w:sdtContent></w:sdt>"),
        ],
        {"a": "R&D"},
    ),
    "sections": Case(
        [p(properties='<w:pPr><w:sectPr><w:pgSz w:w="1000" w:h="2000"/></w:sectPr></w:pPr>'), "{{ a }}"],
        {"a": "x"},
        {"header1": "{{ a }}"},
        "{{ a }}",
    ),
    "headers": Case(
        ["{{ a }}"],
        {"a": "R&D\nx", "l": [1, 2]},
        {
            "header1": "h {{ a }}",
            "header2": "{% for x in l %}{{ x }}{% endfor %}",
            "header3": "{{ a|upper }}",
            "footer1": p("{%p if a %}")
            + p("f {{ a }}")
            + p("{%p endif %}")
            + table(row(FOR.replace("items", "l"), "", ""), row("{{ item }}", "", ""), row(END, "", "")),
            "footer2": "plain",
        },
    ),
    "footnotes": Case(["x {{ a }}"], {"a": "R&D\ty"}, footnote="note {{ a }}"),
    "tag in a literal": Case(['{{ "it\'s" }} {{ \'say "x"\' }}', "{{ a }}"], {"a": "x"}),
    "modulo": Case(["{{ n % 3 }}"], {"n": 5}),
    "lone braces": Case(["a } b { c }} d %} e"], {}),
}
