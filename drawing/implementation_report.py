"""The implementation report (รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน).

Landscape, no cover: two title lines and the opening paragraph stand over table A, the measures and what came of them.
Then a table B for each survey, one row per indicator, and a table C for each group of disclosed items, the last with
the signatures. The tags are those of the view of `implementation-report`.
"""

from collections.abc import Sequence
from copy import deepcopy
from xml.etree.ElementTree import Element

from drawing import blocks, boxes, signatures, styles
from drawing.blocks import ENTRY, characters, entries, paragraph, points, row, statement, statement_row
from drawing.ooxml import w
from drawing.package import Document, header_id

CENTRED, KEPT_CENTRED, WEAKNESS = "Table Centred Entry", "Table Kept Centred Entry", "Table Weakness"
PROGRESS = "ความก้าวหน้าผลการดำเนินการ"
MEASURES = {
    "ลำดับ": 700,
    "มาตรการ/กิจกรรม": 1680,
    "วิธีดำเนินการ": 3720,
    "ระยะเวลาในการดำเนินการ": 1760,
    "ผู้รับผิดชอบ": 1840,
    "สรุปผลการดำเนินการตามมาตรการหรือกิจกรรม": 2190,
    "ผลลัพธ์หรือความสำเร็จในการดำเนินการ": 2113,
}
INDICATORS = {
    "ตัวชี้วัด": 2160,
    "แนวทางในการยกระดับการประเมิน": 4060,
    "ผู้รับผิดชอบ": 1840,
    "ระยะเวลา": 1740,
    PROGRESS: 4203,
}
ITEMS = {"ข้อ": 740, "ข้อมูล": 2420, "องค์ประกอบด้านข้อมูล": 4800, "ผู้รับผิดชอบ": 1840, PROGRESS: 4203}
TITLE = (
    "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {{ fiscal_year }}",
    "{{ agency.full_name }}{% if agency.locality %} {{ agency.locality }}{% endif %}",
)
OPENING = (
    "ตามที่ {{ agency.full_name }} ได้รับการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
    "(Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. {{ results_year }} "
    "{% if total is not none %}โดยภาพรวมได้คะแนน {{ total|score(2) }} "
    "{% if level %}อยู่ในระดับ {{ level }} {% else %}คะแนน {% endif %}"
    "{% elif level %}โดยภาพรวมอยู่ในระดับ {{ level }} {% endif %}นั้น "
    "{{ agency.full_name }} ได้ดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน "
    "ประจำปีงบประมาณ พ.ศ. {{ fiscal_year }} และขอรายงานมาตรการและกิจกรรม วิธีดำเนินการ ผู้รับผิดชอบ "
    "ผลการดำเนินการ และผลลัพธ์ที่เกิดขึ้น ดังต่อไปนี้"
)
INSTRUMENT = "ประเด็นการประเมิน {{ instrument.id }} ({{ instrument.name }})"
#: The last item of all, above the signatures.
SIGNED = "last_group and loop.last and sign_off"
# With no more characters in its long cells, and no more points, a row fills half a page to two thirds: it is not torn.
MOST_POINTS = 10
LOW = {
    "measures": {"(row.weakness + row.steps)": 425, "row.results": 300, "row.outcomes": 280},
    "indicators": {"row.guidelines": 500, "(row.progress.reason + row.progress.notes)": 380},
    "items": {"row.components": 500, "(row.progress.reason + row.progress.notes)": 380},
}


def whole(table: str) -> str:
    """The condition under which a row of a table is not torn.

    >>> whole("items")[:60]
    'row.components|length <= 10 and row.components|map(attribute'
    """
    return " and ".join(
        f"{cell}|length <= {MOST_POINTS} and {characters(cell)} <= {most}" for cell, most in LOW[table].items()
    )


def draw() -> Document:
    """The template."""
    body = [
        *(paragraph(style, line) for style, line in zip(("Report Title", "Report Last Title"), TITLE, strict=True)),
        paragraph("Kept Body Text", OPENING),
        _measures(),
        statement("for instrument in instruments"),
        paragraph("Section Heading", INSTRUMENT),
        _indicators(),
        statement("endfor"),
        *_unlisted(),
        *_items(),
        blocks.table_end(),
        blocks.section(blocks.LANDSCAPE, {"first": header_id(1), "default": header_id(2)}),
    ]
    headers = {"header1": [paragraph("header")], "header2": [blocks.page_number()]}
    return Document(body, headers, [*styles.scores(), *boxes.box_styles(), *_styles()])


def _styles() -> list[Element]:
    return [
        styles.style("Report Last Title", styles.KEEP_NEXT, w("spacing", after=120), based_on="Report Title"),
        styles.style("Kept Body Text", styles.KEEP_NEXT, based_on="Body Text"),
        styles.style("Group Heading", w("spacing", before=0, after=60), based_on="Section Heading"),
        styles.style("Group Parent Heading", w("spacing", before=160, after=0), based_on="Section Heading"),
        styles.style(KEPT_CENTRED, styles.KEEP_NEXT, based_on=CENTRED),
        styles.style(WEAKNESS, w("spacing", after=60), based_on=ENTRY),
    ]


def _rows(
    columns: dict[str, int], loop: str, cells: Sequence[Sequence[Element]], low: str, special: Sequence[Element] = ()
) -> list[Element]:
    """The heading row and the rows of a loop, the low ones whole; `special` rows begin with an `elif`."""
    widths = list(columns.values())
    return [
        blocks.heading_row(widths, list(columns)),
        statement_row(widths, f"for row in {loop}"),
        statement_row(widths, f"if {low}"),
        row(widths, deepcopy(cells), whole=True),  # controls have ids of their own
        *special,
        statement_row(widths, "else"),
        row(widths, cells),
        statement_row(widths, "endif"),
        statement_row(widths, "endfor"),
    ]


def _measures() -> Element:
    """Table A: what a measure answers stands above its steps, in the same cell."""
    cells = [
        [paragraph(CENTRED, "{{ row.number }}")],
        points("row.title"),
        [
            *entries("row.weakness", WEAKNESS),
            statement("if row.steps or not row.weakness", ENTRY),
            *points("row.steps"),
            statement("endif", ENTRY),
        ],
        *(points(f"row.{name}") for name in ("period", "responsible", "results", "outcomes")),
    ]
    return blocks.table(list(MEASURES.values()), _rows(MEASURES, "measures", cells, whole("measures")))


def _indicators() -> Element:
    """Table B, of one survey."""
    cells = [
        [paragraph(ENTRY, "{{ row.heading }}")],
        *(points(f"row.{name}") for name in ("guidelines", "responsible", "period")),
        boxes.progress("row.progress"),
    ]
    return blocks.table(list(INDICATORS.values()), _rows(INDICATORS, "instrument.rows", cells, whole("indicators")))


def _items() -> list[Element]:
    """Tables C, one for each group under its two headings; the last one ends with the signatures."""
    widths = list(ITEMS.values())
    cells = [
        [
            statement(f"if {SIGNED}", ENTRY),
            paragraph(KEPT_CENTRED, "{{ row.code }}"),
            statement("else", ENTRY),
            paragraph(CENTRED, "{{ row.code }}"),
            statement("endif", ENTRY),
        ],
        [paragraph(ENTRY, "{{ row.name }}")],
        points("row.components"),
        points("row.responsible"),
        boxes.progress("row.progress"),
    ]
    table = blocks.table(
        widths,
        [
            *_rows(ITEMS, "group.rows", cells, whole("items"), _last_item(widths)),
            statement_row(widths, "if last_group"),
            *signatures.sign_off_rows(widths),
            statement_row(widths, "endif"),
        ],
    )
    return [
        statement("for group in groups"),
        statement("set last_group = loop.last"),
        statement("if group.group"),
        paragraph("Group Parent Heading", "{{ group.heading }}"),
        paragraph("Group Heading", "{{ group.group }}"),
        statement("else"),
        paragraph("Section Heading", "{{ group.heading }}"),
        statement("endif"),
        table,
        statement("endfor"),
    ]


def _last_item(widths: Sequence[int]) -> list[Element]:
    """A long last item in two rows: its last note stays on the page of the signatures."""
    return [
        statement_row(widths, f"elif {SIGNED} and row.progress.notes|length > 1"),
        *blocks.parted(
            widths,
            _part(CENTRED, boxes.progress("row.progress", "notes[:-1]")),
            _part(KEPT_CENTRED, entries("row.progress.notes[-1:]")),
            {len(widths) - 1},
        ),
    ]


def _part(style: str, progress: list[Element]) -> list[list[Element]]:
    """The cells of one of the two rows of an item."""
    return [
        [blocks.merged(style, "row.code", "{{ row.code }}")],
        [blocks.merged(ENTRY, "row.code", "{{ row.name }}")],
        points("row.components", merge="row.code"),
        points("row.responsible", merge="row.code"),
        progress,
    ]


def _unlisted() -> list[Element]:
    """The signatures, where an agency's own register lists no items.

    With as many columns as the table inside has, or each document would have its grids fitted to its rows.
    """
    columns = signatures.STAGES + 1
    widths = [blocks.LANDSCAPE.text_width // columns] * columns
    return [
        statement("if sign_off and not groups"),
        blocks.table(widths, [signatures.sign_off_row(widths)]),
        statement("endif"),
    ]
