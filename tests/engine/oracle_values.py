"""Templates that docxtpl and we render alike: the same bodies with data of many kinds."""

import datetime as dt
from decimal import Decimal
from typing import Any

from docxtpl import Listing, RichText, RichTextParagraph

from tests.engine.documents import cell, field, p, r, row, table
from tests.engine.oracle_cases import BOLD, CENTRED, END, FOR, Case

THAI = "องค์การบริหารส่วนตำบล “เมืองคง” & เทศบาล <ทต.> 'ก' \"ข\" ๒๕๖๖ – ฯลฯ"
#: What a value can be, by what it tries.
VALUES: dict[str, Any] = {
    "empty": "",
    "space": " ",
    "thai": THAI,
    "quotes": "' \" “ ” \u2018 \u2019 &quot; &amp; &#39;",
    "markup": "<w:p>x</w:p> <b>&nbsp;</b> ]]> <!-- -->",
    "tags": "{{ a }} {% if a %} {# a #}",
    "zero": 0,
    "negative": -12,
    "large": 10**30,
    "float": 92.58,
    "float that is whole": 4.0,
    "small float": 1e-7,
    "Decimal": Decimal("92.50"),
    "negative Decimal": Decimal("-0.10"),
    "true": True,
    "false": False,
    "date": dt.date(2023, 3, 31),
    "datetime": dt.datetime(2023, 3, 31, 12, 30),  # noqa: DTZ001  # as people have them
    "time": dt.time(8, 0),
    "timedelta": dt.timedelta(days=30),
    "tuple": (1, "ก & ข"),
    "set": {"x"},
    "bytes": b"a<b",
    "lines": "บรรทัด 1\nบรรทัด 2\n\n",
    "tabs": "\tก\tข\t",
    "paragraphs": "ก\aข\a",
    "pages": "ก\fข",
    "all marks": "a\n\tb\a\fc & <d>\n",
    "long": "กขค " * 500,
    "zero width": "ก\u200bข\u00a0ค\u00adง\ufeff",
    "emoji": "✓ ☑ 🙂",
}
ROWS: dict[str, list[dict[str, Any]]] = {
    "none": [],
    "one": [{"name": THAI, "n": 1, "tags": [], "sub": {"x": "&"}}],
    "two": [
        {"name": "ก\nข", "n": Decimal("1.50"), "tags": ["a"], "sub": {"x": ""}},
        {"name": "", "n": 0, "tags": ["a", "<b>", "c"], "sub": {"x": "z\tz"}},
    ],
    "many": [{"name": f"ข้อ {n} & <{n}>", "n": n, "tags": ["t"] * (n % 4), "sub": {"x": str(n)}} for n in range(1, 31)],
}
COLUMNS: dict[str, list[Any]] = {"none": [], "one": ["ก"], "many": ["ก", 2, "<ค>", "&", 5.5, THAI]}

_VALUE = [
    p("a {{ v }} b", properties=CENTRED),
    p(r("{{ v }}", BOLD), "{{ v }}"),
    table(row("{{ v }}", cell(p(r("x {{ v }}", BOLD), properties=CENTRED)), "{% if v %}{{ v }}{% else %}-{% endif %}")),
    "{{ v|upper }} {{ v|e }} {{ v|string|length }} {{ v ~ '!' }} {{ '%s' % (v,) }} {{ v|default('none', true) }}",
]
_ROWS = [
    table(
        row("h", "h", "h"),
        row(FOR, "", ""),
        row("{{ loop.index }} {{ item.name }}", "{{ item.n }}", "{{ item.sub.x }}"),
        row("{%tr if item.tags %}", "", ""),
        row(cell("{%p for t in item.tags %}", "- {{ t }}", "{%p endfor %}", "end"), "{{ item.tags|join(', ') }}", ""),
        row("{%tr endif %}", "", ""),
        row(END, "", ""),
        row("sum", "{{ items|length }}", "{% for item in items %}{{ item.n }};{% endfor %}"),
    ),
    "{%p for item in items %}",
    p("{{ item.name }}{% if item.n %} ({{ item.n }}){% endif %}", properties=CENTRED),
    "{%p endfor %}",
    "{% for item in items %}{{ item.name }}{% if not loop.last %}, {% endif %}{% else %}nothing{% endfor %}",
    p("x", r("{%r for item in items %}"), r("{{ item.n }} ", BOLD), r("{%r endfor %}"), "y"),
]
_COLUMNS = [
    table(
        row("name", "{%tc for c in cols %}", "{{ c }}", "{%tc endfor %}", "last"),
        row("{{ n }}", "{%tc for c in cols %}", "{{ loop.index }}: {{ c }}", "{%tc endfor %}", "{{ cols|length }}"),
        columns=5,
    )
]
_PARTS = Case(
    ["{{ v }}"],
    {},
    {
        "header1": table(row("{{ v }}", "{{r rich }}", "{% for x in l %}{{ x }}{% endfor %}")),
        "header2": p(r("{{ v }}", BOLD), properties=CENTRED),
        "footer1": p("{%p for x in l %}") + p("{{ x }}") + p("{%p endfor %}"),
        "footer2": p("page ", field("PAGE", "1"), " {{ v }}"),
    },
    p("{{ v }}", properties=CENTRED) + p("{%p if l %}") + p("{{ l|join(', ') }}") + p("{%p endif %}"),
)


def _all_marks(**style: Any) -> RichText:
    return RichText("ก & <ข>\nline\ttab\aparagraph\fpage", **style)


def _mixed() -> RichText:
    found = RichText("ก", bold=True)
    found.add(" & ", italic=True, color="#FF0000")
    found.add(THAI, font="TH SarabunPSK", size=32, style="Strong")
    found.add(RichText("inner\n", underline="dash"))
    found.add(12)
    found.add("", strike=True)
    return found


def _paragraphs() -> RichTextParagraph:
    found = RichTextParagraph(_mixed(), parastyle="Heading1")
    found.add("plain & simple")
    found.add(RichText("a\nb\tc", bold=True), parastyle="ListBullet")
    return found


VALUE_CASES: dict[str, Case] = {
    **{f"value: {name}": Case(_VALUE, {"v": value}) for name, value in VALUES.items()},
    **{f"rows: {name}": Case(_ROWS, {"items": items}) for name, items in ROWS.items()},
    **{f"columns: {name}": Case(_COLUMNS, {"cols": cols, "n": THAI}) for name, cols in COLUMNS.items()},
    **{
        f"parts: {name}": Case(
            _PARTS.body, {"v": VALUES[name], "l": found, "rich": _mixed()}, _PARTS.headers, _PARTS.footnote
        )
        for name, found in (("thai", []), ("lines", ["ก"]), ("Decimal", ["ก", "<ข>", "&"]), ("zero", [1, 2]))
    },
    **{
        f"RichText: {name}": Case(
            [p("x {{r v }} y", properties=CENTRED), table(row("{{r v }}", "", "{{r v }}"))], {"v": v}
        )
        for name, v in {
            "empty": RichText(),
            "empty text": RichText(""),
            "mixed": _mixed(),
            "marks": _all_marks(),
            "bold marks": _all_marks(bold=True, italic=True, underline=True),
            "colours": _all_marks(color="00FF00", highlight="#ffff00"),
            "script": _all_marks(subscript=True, superscript=True),
            "fonts": _all_marks(font="eastAsia:TH SarabunPSK", size=28),
            "language": _all_marks(rtl=True, bold=True, italic=True, lang="th-TH"),
            "style": _all_marks(style="Strong", strike=True),
            "number": RichText(12.5, bold=True),
            "bytes": RichText("ก".encode(), bold=True),
        }.items()
    },
    "RichText in an if": Case(
        ["{% if v %}{{r v }}{% endif %}", "{%p if v %}", "{{r v }}", "{%p endif %}"], {"v": _mixed()}
    ),
    "RichText in a set": Case(["{% set x = v %}{{r x }}"], {"v": _mixed()}),
    "RichTextParagraph of several": Case(
        ["before", "{{p v }}", "after", table(row(cell("{{p v }}", "x"), "", ""))], {"v": _paragraphs()}
    ),
    "Listing in a table": Case(
        [
            table(
                row(FOR, "", ""),
                row("{{ item }}", cell(p(r("{{ item }}", BOLD), properties=CENTRED)), ""),
                row(END, "", ""),
            )
        ],
        {"items": [Listing(text) for text in ("", "ก", "ก\nข", "<a>\n\n&\t'b'\"", "a\ab\fc")]},
    ),
    "Listing elsewhere": Case(["{{ v }}"], {"v": Listing("a\nb & c")}, {"header1": "{{ v }}"}, "{{ v }}"),
}
