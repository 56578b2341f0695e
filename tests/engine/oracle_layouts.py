"""Templates that docxtpl and we render alike: layouts that are rarer, or easily got wrong."""

from tests.engine.documents import cell, p, r, row, table, text_box
from tests.engine.oracle_cases import BOLD, CENTRED, END, FOR, Case
from tests.engine.oracle_values import ROWS, THAI

FILL = '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/><w:vAlign w:val="center"/>'
SECTION = '<w:pPr><w:sectPr><w:pgSz w:w="%d" w:h="2000"/></w:sectPr></w:pPr>'


def control(*content: str, inline: bool = False, own: str = "") -> str:
    inside = "".join(p(one) if not one.startswith("<") else one for one in content)
    made = f'<w:sdt><w:sdtPr><w:alias w:val="n"/>{own}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>'
    return p("a ", made, " b") if inline else made


LAYOUT_CASES: dict[str, Case] = {
    "cellbg in columns": Case(
        [table(row("x", "{%tc for c in cols %}", "{% cellbg c %}{{ c }}", "{%tc endfor %}", "y"), columns=5)],
        {"cols": ["FF0000", "00FF00", ""]},
    ),
    "cellbg of nothing": Case([table(row("{% cellbg c %}x", "", ""))], {"c": ""}),
    "cellbg with an if": Case(
        [
            table(
                row(FOR, "", ""),
                row("{% cellbg 'FF0000' if item > 1 else '00FF00' %}{{ item }}", "", ""),
                row(END, "", ""),
            )
        ],
        {"items": [1, 2, 3]},
    ),
    **{
        f"colspan: {n}": Case(
            [table(row("a", "b", "c"), row("{% colspan n %}{{ t }}", "{%tc if n < 3 %}", "x", "{%tc endif %}"))],
            {"n": n, "t": THAI},
        )
        for n in (1, 2, 3)
    },
    "colspan over a span": Case(
        [table(row("a", "b", "c"), row(cell("{% colspan n %}x", properties='<w:gridSpan w:val="2"/>'), "y"))], {"n": 3}
    ),
    "colspan of a list": Case([table(row("a", "b", "c"), row("{% colspan l|length %}x"))], {"l": [1, 2, 3]}),
    **{
        f"vm: {len(items)} rows": Case(
            [table(row("h", "h", "h"), row(FOR, "", ""), row("{% vm %}{{ t }}", "{{ item }}", ""), row(END, "", ""))],
            {"items": items, "t": THAI},
        )
        for items in ([], [1], [1, 2], list(range(20)))
    },
    **{
        f"grids: {wide}": Case(
            [
                table(row("{%tr if wide %}", "", ""), row("a", "b", "c"), row("{%tr endif %}", "", ""), row("a", "b")),
                table(row("{%tr for x in l %}", "", ""), row("a", "b", "c"), row("{%tr endfor %}", "", ""), columns=4),
                table(
                    row("a", "b"), row("{%tr if wide %}", ""), row("a", "b", "c"), row("{%tr endif %}", ""), columns=2
                ),
                table(row("a", cell("b", properties='<w:gridSpan w:val="2"/>'))),
                table(row(cell(table(row("a", "b", "c", "d"), columns=4), ""), "x"), columns=2),
                table(row(cell(table(row("{%tr if wide %}", ""), row("{%tr endif %}", ""), columns=2), ""), "b", "c")),
            ],
            {"wide": wide, "l": [1] * wide},
        )
        for wide in (0, 1, 2)
    },
    "vm in two loops": Case(
        [
            table(
                row("{%tr for g in groups %}", ""),
                row("{%tr for x in g.l %}", ""),
                row("{% vm %}{{ g.n }}", "{{ x }}"),
                row("{%tr endfor %}", ""),
                row("{%tr endfor %}", ""),
                columns=2,
            )
        ],
        {"groups": [{"n": "ก", "l": [1, 2]}, {"n": "ข", "l": []}, {"n": "ค", "l": [3]}]},
    ),
    "vm in formatted cells": Case(
        [
            table(
                row(FOR, "", ""),
                row(cell(p(r("{% vm %}", BOLD), r("{{ t }}", BOLD), properties=CENTRED)), "x", ""),
                row(END, "", ""),
            )
        ],
        {"items": [1, 2, 3], "t": "&"},
    ),
    **{
        f"hm: {len(cols)} columns": Case(
            [table(row("a", "b", "c"), row("{%tc for c in cols %}", "{% hm %}{{ t }}", "{%tc endfor %}"))],
            {"cols": cols, "t": THAI},
        )
        for cols in ([1], [1, 2, 3], [1, 2, 3, 4, 5, 6])
    },
    "vm and hm where cells have properties": Case(
        [
            table(
                row(FOR, ""), row(cell("{% vm %}{{ t }}", properties=FILL), cell("y", properties=FILL)), row(END, "")
            ),
            table(row("{%tc for x in items %}", cell("{% hm %}a", properties=FILL), "{%tc endfor %}")),
        ],
        {"items": [1, 2], "t": "&"},
    ),
    "vm and hm and cellbg": Case(
        [
            table(
                row("{%tc for c in cols %}", "{% hm %}{% cellbg 'EEEEEE' %}{{ t }}", "{%tc endfor %}"),
                row("{%tr for x in cols %}", "", ""),
                row("{% vm %}{% cellbg 'DDDDDD' %}{{ t }}", "{{ x }}", ""),
                row("{%tr endfor %}", "", ""),
            )
        ],
        {"cols": [1, 2, 3], "t": "wide"},
    ),
    "white space": Case(
        [
            "a {%- if v %} b {% endif -%} c",
            "{%+ if v %} x {% endif +%} y",
            "{{- v -}}",
            "x {{- v }} {{ v -}} y",
            "{% for x in l -%}",
            "{{ x }}",
            "{%- endfor %}",
            "  {{ v }}  {% if v %}  {{ v }}  {% endif %}  ",
            "{%p if v -%}",
            "z",
            "{%p endif %}",
        ],
        {"v": " ก ", "l": [1, 2]},
    ),
    "comments everywhere": Case(
        [
            "a {# {{ b }} {% if %} #} c",
            table(row("{#tr x #}", "", ""), row("{# y #}z", "", "")),
            "{#p gone #}",
            "{#- tight -#} d",
        ]
    ),
    "raw everywhere": Case(
        [
            "{% raw %}{{ a }}{% endraw %} {{ a }}",
            "{%p raw %}",
            "{{ b }} {% for %}",
            "{%p endraw %}",
            table(row("{% raw %}{{ c }}{% endraw %}", "{{ a }}", "")),
        ],
        {"a": "&"},
    ),
    "escaped tags everywhere": Case(
        [
            "{_{ a }_} {_% a %_} {{ a }}",
            p(r("{_{", BOLD), " a ", r("}_}", BOLD)),
            table(row("{_% x %_}", "{{ a }}", "")),
        ],
        {"a": "x"},
        {"header1": "{_{ h }_}"},
        "{_{ f }_}",
    ),
    "macro of runs": Case(
        ["{%p macro m(x) %}", p("[", r("{{ x }}", BOLD), "]"), "{%p endmacro %}", "{{p m('a b') }}", "{{p m(v) }}"],
        {"v": "ก\nข"},
    ),
    "macro with a loop": Case(
        ["{% macro m(l) %}{% for x in l %}{{ loop.index }}.{{ x }} {% endfor %}{% endmacro %}{{ m(l) }}|{{ m([]) }}"],
        {"l": ["<", "&", "ก"]},
    ),
    "set in loops": Case(
        ["{% set t = namespace(n=0) %}", "{% for x in l %}{% set t.n = t.n + x %}{% endfor %}{{ t.n }}"],
        {"l": [1, 2, 3]},
    ),
    "set block of a value": Case(["{% set x %}{{ v }} & more{% endset %}{{ x }}|{{ x }}"], {"v": THAI}),
    "nested tables": Case(
        [
            table(
                row(FOR, ""),
                row(
                    cell(
                        "{{ item.name }}",
                        table(
                            row("{%tr for t in item.tags %}", ""),
                            row("{% vm %}{{ item.n }}", "{{ t }}"),
                            row("{%tr endfor %}", ""),
                            columns=2,
                        ),
                        "",
                    ),
                    "{{ item.n }}",
                ),
                row(END, ""),
                columns=2,
            )
        ],
        {"items": ROWS["two"]},
    ),
    "text boxes in rows": Case(
        [
            table(row(FOR, ""), row(cell(p(text_box(p("{{ item }}"), p("y")))), "{{ item }}"), row(END, ""), columns=2),
            p(text_box(p("{%p for x in items %}"), p(r("{{ x }}", BOLD)), p("{%p endfor %}"), p("end"))),
        ],
        {"items": [1, 2]},
    ),
    "content controls of all kinds": Case(
        [
            control("{{ v }}", "{%p for x in l %}", "{{ x }}", "{%p endfor %}"),
            control(r("{{ v }}", BOLD), inline=True),
            control(r("{{ v }}"), inline=True, own='<w:text w:multiLine="1"/>'),
            control("{{ v }}", own='<w:lock w:val="sdtLocked"/><w:placeholder><w:docPart w:val="X"/></w:placeholder>'),
            table(row(FOR, ""), row(cell(control("{{ item }}")), "x"), row(END, ""), columns=2),
        ],
        {"v": "R&D\nx", "l": ["ก"], "items": [1, 2]},
    ),
    "hyperlinks of all kinds": Case(
        [
            p('<w:hyperlink r:id="rIdF"><w:r><w:rPr><w:b/></w:rPr><w:t>{{ v }} x</w:t></w:r></w:hyperlink>'),
            p('<w:hyperlink w:anchor="a"><w:r><w:t>{{ </w:t></w:r><w:r><w:t>v }}</w:t></w:r></w:hyperlink>'),
            p('<w:fldSimple w:instr=" HYPERLINK &quot;http://x/?a&quot; "><w:r><w:t>{{ v }}</w:t></w:r></w:fldSimple>'),
            p(
                "{% for x in l %}",
                '<w:hyperlink w:anchor="a"><w:r><w:t>{{ x }}</w:t></w:r></w:hyperlink>',
                "{% endfor %}",
            ),
        ],
        {"v": "R&D\nก", "l": ["<", "ข"]},
        footnote="x",
    ),
    "sections of several headers": Case(
        [
            p("{{ v }}", properties=SECTION % 1000),
            "{%p for x in l %}",
            p("{{ x }}"),
            "{%p endfor %}",
            p(properties=SECTION % 3000),
            "{{ v }}",
        ],
        {"v": "ก & ข", "l": [1, 2]},
        {
            "header1": "{{ v }} {{ l|length }}",
            "header2": "{{ v|upper }}",
            "footer1": "{% for x in l %}{{ x }}{% endfor %}",
        },
        "{{ v }}",
    ),
    "loops in sections": Case(
        ["{%p for x in l %}", p("{{ x }}"), p(properties=SECTION % 1000), "{%p endfor %}", "end"], {"l": [1, 2]}
    ),
    "tracked changes": Case(
        [
            p(
                '<w:ins w:id="1" w:author="a"><w:r><w:t>{{ v }}</w:t></w:r></w:ins>',
                '<w:del w:id="2" w:author="a"><w:r><w:delText>old</w:delText></w:r></w:del>',
            ),
        ],
        {"v": "&"},
    ),
    "bookmarks and breaks": Case(
        [
            p(
                '<w:bookmarkStart w:id="1" w:name="x"/>',
                "{{ v }}",
                '<w:bookmarkEnd w:id="1"/>',
                "<w:r><w:br/><w:t>{{ v }}</w:t><w:tab/></w:r>",
            )
        ],
        {"v": "ก\nข"},
    ),
    "filters of Thai text": Case(
        [
            "{{ v|length }} {{ v|truncate(9) }} {{ v|replace('ก', '<') }} {{ v|wordcount }} {{ v|reverse }}",
            "{{ v[2:5] }} {{ v|center(60) }} {{ '{:,}'|length }} {{ v|indent(2) }} {{ v|trim }} {{ v|wordwrap(9) }}",
        ],
        {"v": THAI},
    ),
    "filters of lists": Case(
        [
            "{{ l|sort|join(', ') }} {{ l|unique|list|length }} {{ l|max }} {{ l|sum }} {{ l|last }} {{ l|first }}",
            "{{ l|batch(2)|list|length }} {{ l|reverse|list }} {{ l|reject('odd')|list }} {{ d|dictsort }}",
            "{{ items|map(attribute='n')|join('/') }} {{ items|selectattr('n')|list|length }}",
        ],
        {"l": [3, 1, 2, 3], "items": ROWS["two"], "d": {"b": 1, "a": "&"}},
    ),
    "filters of numbers": Case(
        ["{{ n|round(1) }} {{ n|int }} {{ n|abs }} {{ n|round|int }} {{ '%.2f'|format(n) }} {{ '%05d'|format(7) }}"],
        {"n": -3.14159},
    ),
    "tests": Case(
        [
            "{% if v is defined %}d{% endif %}{% if n is none %}n{% endif %}{% if l is iterable %}i{% endif %}",
            "{% if s is string %}s{% endif %}{% if i is even %}e{% endif %}{% if i is divisibleby 3 %}3{% endif %}",
            "{% if i in l and not s == '' or n %}x{% endif %}{% if s is sameas s %}y{% endif %}",
            "{% if m is mapping %}m{% endif %}{% if n is not none %}n{% endif %}{{ 'a' if n else 'b' }}",
        ],
        {"v": 1, "n": None, "l": [6], "s": "ก", "i": 6, "m": {}},
    ),
    "groups": Case(
        [
            "{%p for g, items in rows|groupby('n') %}",
            "{{ g }}: {% for x in items %}{{ x.name }} {% endfor %}",
            "{%p endfor %}",
        ],
        {"rows": [{"n": 2, "name": "ก"}, {"n": 1, "name": "ข"}, {"n": 2, "name": "<"}]},
    ),
}
