"""The assessment analysis (การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส) with next year's measures.

A cover, then portrait pages: the result with its chart, the scores of the indicators, one table for each issue with the
framed box of its three lists below. A second cover, then landscape pages: the table of measures and the signatures.
The tags are those of the view of `assessment-analysis`.

Box and table are rows of one Word table: only rows of one table stay on one page in LibreOffice as in Word, and where
a page does not hold them, the issue's name stands on the next one too.
"""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from drawing import blocks, signatures, styles
from drawing.blocks import ENTRY, KEPT, SHADED, cell, merged, paragraph, points, row, statement, statement_row
from drawing.charts import ChartDrawing, Kind, chart_drawing
from drawing.ooxml import w
from drawing.package import Document, header_id

CENTRED = "Table Centred Entry"
COVER = (
    "การวิเคราะห์ผลการประเมิน",
    "คุณธรรมและความโปร่งใส",
    "ในการดำเนินงานของหน่วยงานภาครัฐ",
    "ประจำปีงบประมาณ พ.ศ. {{ results_year }}",
)
SECOND_COVER = (
    "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    "ประจำปีงบประมาณ พ.ศ. {{ fiscal_year }}",
)
WHOSE = "ของ{{ agency.full_name }}{% if agency.locality %} {{ agency.locality }}{% endif %}"
TITLE = (
    "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงาน",
    # Unbroken: with Thai digits the line is longer than the page is wide, and the year must not stand alone.
    f"{WHOSE} ในปีงบประมาณ พ.ศ.\u00a0{{{{ results_year }}}}",
    "เพื่อจัดทำมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {{ fiscal_year }}",
)
RESULT = (
    "ในการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
    "(Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. {{ results_year }} {{ agency.full_name }} "
    "{% if total is not none %}มีคะแนนภาพรวมอยู่ที่ {{ total|score(2) }} คะแนน{% if level %} และ{% endif %}"
    "{% elif not level %}มีผลการประเมิน{% if not chart_kind %}ตามรายละเอียดต่อไปนี้{% endif %}{% endif %}"
    "{% if level %}อยู่ในระดับ{% if graded %} {% endif %}{{ level }}{% endif %}"
    "{% if chart_kind %} โดยแบ่งคะแนนตามตัวชี้วัด ดังภาพ{% endif %}"
)
# Centimetres, wide and high: ten bars leave room for the table of scores below, a radar is nearly as high as wide.
CHARTS: dict[Kind, tuple[float, float]] = {"bar": (16, 8.8), "radar": (15, 12)}
SCORES = {"แบบวัด": 1300, "ลำดับ": 1000, "รายละเอียดตัวชี้วัด": 5370, "คะแนน": 1400}
ISSUE = {"เครื่องมือการประเมิน": 1790, "ข้อคำถาม": 6300, "คะแนน": 980}
LISTS = {
    "ข้อบกพร่อง/ข้อปรับปรุง": "deficient",
    "ข้อที่ต้องพัฒนา": "to_develop",
    "ข้อที่ต้องรักษาระดับ": "maintain",
}
LINE = "ข้อ {{ line.code }} {{ line.text }}"
# A row stays with the next one: all of what a page holds, and the last item with the box below it.
ITEM_KEPT, LINE_KEPT = "issue.whole_table or loop.last", "issue.whole or loop.last"
MEASURES = {
    "ประเด็น": 2100,
    "มาตรการ/โครงการ/กิจกรรม": 4010,
    "ขั้นตอน/วิธีปฏิบัติ": 4203,
    "ผู้รับผิดชอบ": 1700,
    "ระยะเวลาดำเนินการ": 1990,
}
STEPS = 2


def draw() -> Document:
    """The template."""
    charts: dict[Kind, ChartDrawing] = {
        kind: chart_drawing(kind, "indicators", width, height, style="Chart")
        for kind, (width, height) in CHARTS.items()
    }
    numbered, bare = {"default": header_id(1)}, {"default": header_id(2)}
    body = [
        *blocks.cover_page(
            [paragraph("Cover Title", line) for line in COVER], blocks.cover_logo(), blocks.cover_agency()
        ),
        *_result(charts),
        *_scores(),
        *_issues(),
        blocks.table_end(blocks.section(blocks.PORTRAIT, numbered)),
        *blocks.cover_page([paragraph("Second Cover Title", line) for line in SECOND_COVER], headers=bare),
        *_measures(),
        blocks.section(blocks.LANDSCAPE, numbered),
    ]
    headers = {"header1": [blocks.page_number()], "header2": [paragraph("header")]}
    return Document(body, headers, [*styles.scores(), *_styles()], [chart.part for chart in charts.values()])


def _styles() -> list[Element]:
    return [
        styles.style("Second Cover Title", styles.CENTRED, runs=styles.letters(bold=True, size=52)),
        styles.style("Kept Body Text", styles.KEEP_NEXT, based_on="Body Text"),
        styles.style("Chart", styles.KEEP_LINES, w("spacing", before=60, after=120), styles.CENTRED),
        styles.style("Issue Heading", styles.KEEP_NEXT, styles.KEEP_LINES, runs=styles.letters(bold=True)),
        styles.style("Box Heading", based_on="Table Kept Entry", runs=styles.letters(bold=True)),
        styles.style("Box Entry", w("ind", left=369), based_on="Table Entry"),
        styles.style("Box Kept Entry", styles.KEEP_NEXT, based_on="Box Entry"),
        styles.style("Table Gap", w("spacing", after=240, line=20, lineRule="exact"), runs=styles.letters(size=2)),
    ]


def _result(charts: Mapping[Kind, ChartDrawing]) -> list[Element]:
    """Title, the result in one sentence, and the chart in the form that is asked for."""
    return [
        *(paragraph("Report Title", line) for line in TITLE),
        paragraph("Section Heading", "1. ผลการประเมินในภาพรวม ประจำปีงบประมาณ พ.ศ. {{ results_year }}"),
        statement("if chart_kind"),
        paragraph("Kept Body Text", RESULT),
        statement("else"),
        paragraph("Body Text", RESULT),
        statement("endif"),
        statement('if chart_kind == "bar"'),
        charts["bar"].paragraph,
        statement('elif chart_kind == "radar"'),
        charts["radar"].paragraph,
        statement("endif"),
    ]


def _scores() -> list[Element]:
    """The scores of the indicators, on one page."""
    widths = list(SCORES.values())
    cells = [
        [merged(KEPT, "row.instrument_key", "{{ row.instrument_id }}")],
        [paragraph(CENTRED, "{{ row.number }}")],
        [paragraph(ENTRY, "{{ row.name }}")],
        [paragraph(CENTRED, "{{ row.score|score(2) }}")],
    ]
    return [
        paragraph("Section Heading", "2. ผลการประเมินรายตัวชี้วัด ประจำปีงบประมาณ พ.ศ. {{ results_year }}"),
        blocks.table(
            widths,
            [
                blocks.heading_row(widths, list(SCORES)),
                statement_row(widths, "for row in scores"),
                row(widths, cells, whole=True),
                statement_row(widths, "endfor"),
            ],
        ),
        paragraph("Table Gap"),
    ]


def _issues() -> list[Element]:
    """One table for each issue, its box below."""
    widths = list(ISSUE.values())
    rows = [
        _issue_heading(widths),
        blocks.heading_row(widths, list(ISSUE)),
        statement_row(widths, "for row in issue.rows"),
        statement_row(widths, f"if {ITEM_KEPT}"),
        row(widths, _item(KEPT), whole=True),
        statement_row(widths, "else"),
        row(widths, _item(ENTRY), whole=True),
        statement_row(widths, "endif"),
        statement_row(widths, "endfor"),
        *_box(widths),
    ]
    return [
        paragraph(
            "Section Heading",
            "3. รายละเอียดการวิเคราะห์ผลการประเมินของ{{ agency.full_name }} ประจำปีงบประมาณ พ.ศ. {{ results_year }} "
            "{% if by_issue %}แยกเป็น {{ issues|length }} ประเด็น{% else %}แยกตามตัวชี้วัด{% endif %} ดังต่อไปนี้",
        ),
        statement("for issue in issues"),
        blocks.table(widths, rows),
        paragraph("Table Gap"),
        statement("endfor"),
    ]


def _item(style: str) -> list[list[Element]]:
    return [
        [merged(style, "row.instrument_id", "{{ row.instrument_id }}")],
        [paragraph(ENTRY, "ข้อ {{ row.code }}{% if row.text %} {{ row.text }}{% endif %}")],
        [paragraph(CENTRED, "{{ row.score|score(2) }}")],
    ]


def _issue_heading(widths: Sequence[int]) -> Element:
    heading = cell(
        sum(widths), [paragraph("Issue Heading", "{{ issue.heading }}")], span=len(widths), look=SHADED, align="center"
    )
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), heading)


def _box(widths: Sequence[int]) -> list[Element]:
    """The framed box: a gap, then a row for each line, so that a page may end after any of them."""
    rows = [_framed(widths, paragraph("Table Kept Entry"), "top", "bottom", height=120)]
    for number, (heading, name) in enumerate(LISTS.items()):
        rows += [
            _framed(widths, paragraph("Box Heading", heading), *_sides("top" if number == 0 else "")),
            statement_row(widths, f"for line in issue.{name}"),
            statement_row(widths, f"if {LINE_KEPT}"),
            _framed(widths, paragraph("Box Kept Entry", LINE), *_sides(), torn=True),
            statement_row(widths, "else"),
            _framed(widths, paragraph("Box Entry", LINE), *_sides(), torn=True),
            statement_row(widths, "endif"),
            statement_row(widths, "else"),
            _framed(widths, paragraph("Box Kept Entry", "ไม่มี"), *_sides()),
            statement_row(widths, "endfor"),
        ]
    return [*rows, _framed(widths, paragraph("Table End"), *_sides("bottom"), height=60)]


def _sides(*more: str) -> Sequence[str]:
    return ("left", "right", *more)


def _framed(widths: Sequence[int], content: Element, *edges: str, height: int = 0, torn: bool = False) -> Element:
    """A row over all columns that is ruled at the edges named and open at the others, low by a height of its own.

    A row of prose may be torn by the page's end; of two lines or three it is not, since no line stands alone.
    """
    borders = w(
        "tcBorders",
        *(
            w(edge, val="single", sz=4, space=0, color="auto") if edge in edges else w(edge, val="nil")
            for edge in ("top", "left", "bottom", "right")
        ),
    )
    whole = w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="exact") if height else None)
    return w("tr", None if torn else whole, cell(sum(widths), [content], span=len(widths), look=borders))


def _measures() -> list[Element]:
    """The two headings, and the table of measures with the signatures as its last row."""
    widths = list(MEASURES.values())
    table = blocks.table(
        widths,
        [
            blocks.heading_row(widths, list(MEASURES)),
            statement_row(widths, "for row in measures"),
            statement_row(widths, "if loop.last and sign_off and row.whole"),
            row(widths, _measure(KEPT), whole=True),
            statement_row(widths, "elif loop.last and sign_off and row.steps|length < 2"),
            row(widths, _measure(KEPT)),
            statement_row(widths, "elif loop.last and sign_off"),
            *blocks.parted(widths, _measure(ENTRY, "[:-1]"), _last_step(), {1, STEPS}),
            statement_row(widths, "elif row.whole"),
            row(widths, _measure(ENTRY), whole=True),
            statement_row(widths, "else"),
            row(widths, _measure(ENTRY)),
            statement_row(widths, "endif"),
            statement_row(widths, "endfor"),
            *signatures.sign_off_rows(widths),
        ],
    )
    return [
        paragraph(
            "Section Heading",
            "4. วิธีการนำผลการวิเคราะห์แต่ละประเด็นไปสู่การปฏิบัติ ในปีงบประมาณ พ.ศ. {{ fiscal_year }}",
        ),
        paragraph("Section Heading", "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายใน{{ agency.full_name }}"),
        table,
        blocks.table_end(),
    ]


def _last_step() -> list[list[Element]]:
    """The cells of the lower part of a long last row: its last step alone."""
    cells = _measure(KEPT, "[-1:]")
    cells[1] = [paragraph(ENTRY)]
    return cells


def _measure(style: str, part: str = "") -> list[list[Element]]:
    """The cells of one row or of a part of its steps; `KEPT` holds the last on the page of the signatures."""
    return [
        [merged(style, "row.issue_key", "{{ row.issue }}")],
        points("row.measures"),
        points(f"row.steps{part}"),
        points("row.responsible", merge="row.responsible_key"),
        points("row.period", merge="row.period_key"),
    ]
