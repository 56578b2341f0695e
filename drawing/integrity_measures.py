"""The internal integrity measures (มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน).

A portrait cover without a number, portrait pages for the principles, the levels, the result and its analysis, then
landscape pages for what needs width: one detail table for each instrument, and the table of measures with the
signatures. The tags are those of the view of `integrity-measures`; numbers of sections are typed text.
"""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from drawing import blocks, signatures, styles
from drawing.blocks import ENTRY, KEPT, cell, merged, paragraph, points, row, statement, statement_row
from drawing.charts import ChartDrawing, Kind, chart_drawing
from drawing.ooxml import w
from drawing.package import Document, header_id

CENTRED, KEPT_CENTRED, TOTAL = "Table Centred Entry", "Table Kept Centred Entry", "Table Total"
COVER = (
    "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    "ของ{{ agency.full_name }}",
    "ประจำปีงบประมาณ พ.ศ. {{ fiscal_year }}",
)
TITLE = (COVER[0], f"{COVER[1]} {COVER[2]}")
ASSESSMENT = "คุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
WHOSE = "ของ{{ agency.full_name }} ประจำปีงบประมาณ พ.ศ. {{ results_year }}"
SECTIONS = (
    f"1. หลักการประเมิน{ASSESSMENT}",
    f"2. ผลคะแนนและระดับผลการประเมิน{ASSESSMENT} (Integrity and Transparency Assessment: ITA)",
    f"3. ผลการประเมิน{ASSESSMENT} (ITA) {WHOSE}",
    f"4. การวิเคราะห์ผลการประเมิน{ASSESSMENT} (ITA) {WHOSE}",
    f"5. มาตรการ/แนวทางการนำผลการวิเคราะห์การประเมิน{ASSESSMENT} {WHOSE} ไปสู่การปฏิบัติ เพื่อให้หน่วยงานมีคุณธรรมและความโปร่งใสยิ่งขึ้น",
)
PRINCIPLES = (
    "การประเมิน ITA ประจำปีงบประมาณ พ.ศ. {{ results_year }} ซึ่งสำนักงานคณะกรรมการป้องกันและปราบปรามการทุจริตแห่งชาติ "
    "(สำนักงาน ป.ป.ช.) เป็นผู้ดำเนินการ เก็บข้อมูลด้วยแบบวัด {{ instruments|length }} ส่วน ดังนี้"
)
LEVELS = (
    "ผลการประเมินมีคะแนนเต็ม {{ full_marks }} คะแนน"
    "{% if levels %} และจำแนกระดับผลการประเมินออกเป็น {{ levels|length }}\u00a0ระดับ ดังนี้{% endif %}"
)
RESULT = (
    "{% if total is not none %}ได้คะแนน {{ total|score }} คะแนน จากคะแนนเต็ม {{ full_marks }} คะแนน "
    "{% if level %}อยู่ในระดับ {{ level }} {% endif %}"
    "{% elif level %}ผลการประเมินอยู่ในระดับ {{ level }} {% endif %}"
    "มีรายละเอียดผลการประเมินจำแนกตามแบบวัด {{ instruments|length }} ส่วน ดังนี้"
)
DETAIL = "รายละเอียดการวิเคราะห์ผลการประเมิน ITA ตามตัวชี้วัด มีดังนี้"
INSTRUMENT = "ส่วนที่ {{ instrument.number }} {{ instrument.name }} ประกอบด้วย {{ instrument.rows|length }} ตัวชี้วัด ได้แก่"
LEVEL_COLUMNS = {"คะแนน": 5200, "ระดับ": 2200}
SCORE_COLUMNS = {
    "เครื่องมือการเก็บข้อมูล": 3000,
    "คะแนนเฉลี่ยตามแบบวัด": 1500,
    "ตัวชี้วัด": 3070,
    "คะแนนเฉลี่ยตามตัวชี้วัด": 1500,
}
VERDICT_COLUMNS = {
    "เครื่องมือการเก็บข้อมูล": 2000,
    "คะแนนเฉลี่ยตามแบบวัด": 1100,
    "ตัวชี้วัด": 2680,
    "คะแนนเฉลี่ยตามตัวชี้วัด": 1100,
    "การวิเคราะห์ผลการประเมินตามตัวชี้วัด": 2190,
}
# The first column is as wide as the longest name: a line each, in step with the scores beside it.
DETAIL_COLUMNS = {
    "ตัวชี้วัด": 2540,
    "คะแนน": 763,
    "ข้อเสนอแนะผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {{ results_year }} โดยสำนักงาน ป.ป.ช.": 3500,
    "วิเคราะห์ประเด็นข้อบกพร่องหรือจุดอ่อนที่ {{ agency.short_name }} ต้องปรับปรุงแก้ไขการดำเนินงานโดยเร่งด่วน": 3600,
    "วิเคราะห์ประเด็นที่ {{ agency.short_name }} จะต้องรักษาระดับ ต่อยอดและพัฒนาการดำเนินงานให้ดียิ่งขึ้น": 3600,
}
MEASURE_COLUMNS = {
    "ที่": 600,
    "มาตรการ/แนวทาง": 2550,
    "ขั้นตอน/วิธีการดำเนินการ": 4993,
    "ผู้รับผิดชอบ": 1810,
    "ระยะเวลาดำเนินการ": 1750,
    "การติดตาม/รายงานผล": 2300,
}
# With no more characters the steps of a row fill about half a page.
LOW_STEPS = f"{blocks.characters('row.steps')} <= 350"
STEPS = 2

CHARTS: dict[Kind, float] = {"bar": 11, "radar": 11}


def draw() -> Document:
    """The template."""
    charts = {
        kind: chart_drawing(kind, "indicators", width_cm=15.5, height_cm=height, style="Chart")
        for kind, height in CHARTS.items()
    }
    body = [
        *_cover(),
        paragraph("Report Title", TITLE[0]),
        paragraph("Report Title", TITLE[1]),
        paragraph("Report Rule"),
        *_principles(),
        *_levels(),
        *_result(),
        *_charts(charts),
        *_analysis(),
        blocks.table_end(blocks.section(blocks.PORTRAIT, {"default": header_id(1)})),
        *_details(),
        blocks.table_end(blocks.section(blocks.LANDSCAPE)),
        paragraph("Section Heading", SECTIONS[4]),
        _measures(),
        blocks.table_end(),
        blocks.section(blocks.LANDSCAPE),
    ]
    return Document(
        body,
        {"header1": [blocks.page_number()]},
        [*styles.scores(), *_styles()],
        [chart.part for chart in charts.values()],
    )


def _styles() -> list[Element]:
    bold = styles.letters(bold=True)
    bold_entry = styles.letters(bold=True, size=styles.TABLE)
    rule = w("pBdr", w("bottom", val="dotted", sz=12, space=1, color="auto"))
    kept = (styles.KEEP_NEXT, styles.KEEP_LINES)
    return [
        styles.style("Cover Long Title", styles.CENTRED, runs=styles.letters(bold=True, size=52)),
        styles.style("Cover Rule", rule, w("spacing", before=240), w("ind", left=3400, right=3400)),
        styles.style(
            "Report Rule", rule, w("spacing", after=200, line=200, lineRule="exact"), w("ind", left=3400, right=3400)
        ),
        styles.style("Kept Body Text", styles.KEEP_NEXT, based_on="Body Text"),
        styles.style("Principle", *kept, w("spacing", before=60), w("ind", left=567), runs=bold),
        styles.style("Sub-principle", w("ind", left=1134), based_on="Principle"),
        styles.style("Note", w("tabs", *(w("tab", val="left", pos=at) for at in (1134, 1474))),
                     w("spacing", before=60), w("ind", left=1474, hanging=1474)),
        styles.style(KEPT_CENTRED, styles.KEEP_NEXT, based_on=CENTRED),
        styles.style(TOTAL, runs=bold_entry, based_on=CENTRED),
        styles.style("Table Block Heading", w("spacing", before=60), based_on=ENTRY, runs=bold_entry),
        styles.style("Chart", w("spacing", before=240, after=120), styles.CENTRED),
    ]  # fmt: skip


def _cover() -> list[Element]:
    middle = [*(paragraph("Cover Long Title", line) for line in COVER), paragraph("Cover Rule")]
    foot = [
        statement("for line in unit", "Cover Line"),
        paragraph("Cover Line", "{{ line }}"),
        statement("else", "Cover Line"),
        paragraph("Cover Line"),
        statement("endfor", "Cover Line"),
    ]
    return blocks.cover_page(middle, blocks.cover_logo(), foot)


def _principles() -> list[Element]:
    """The standard text under its instruments and indicators, or the agency's own."""
    return [
        paragraph("Section Heading", SECTIONS[0]),
        statement("if not own_principles", "Body Text"),
        paragraph("Body Text", PRINCIPLES),
        statement("endif", "Body Text"),
        statement("for principle in principles", "Body Text"),
        statement("if principle.heading and principle.level == 2", "Body Text"),
        paragraph("Sub-principle", "{{ principle.heading }}"),
        statement("elif principle.heading", "Body Text"),
        paragraph("Principle", "{{ principle.heading }}"),
        statement("endif", "Body Text"),
        statement("for text in principle.texts", "Body Text"),
        paragraph("Body Text", "{{ text }}"),
        statement("endfor", "Body Text"),
        statement("endfor", "Body Text"),
    ]


def _levels() -> list[Element]:
    widths = list(LEVEL_COLUMNS.values())
    table = blocks.table(
        widths,
        [
            blocks.heading_row(widths, list(LEVEL_COLUMNS)),
            statement_row(widths, "for level in levels"),
            statement_row(widths, "if loop.last"),
            row(widths, _level(CENTRED), whole=True),
            statement_row(widths, "else"),
            row(widths, _level(KEPT_CENTRED), whole=True),
            statement_row(widths, "endif"),
            statement_row(widths, "endfor"),
        ],
        centred=True,
    )
    return [
        paragraph("Section Heading", SECTIONS[1]),
        paragraph("Kept Body Text", LEVELS),
        statement("if levels"),
        table,
        statement("endif"),
    ]


def _level(style: str) -> list[list[Element]]:
    return [[paragraph(style, "{{ level.condition }}")], [paragraph(CENTRED, "{{ level.label }}")]]


def _result() -> list[Element]:
    """The result sentence, and the scores with their total."""
    widths = list(SCORE_COLUMNS.values())
    label = sum(widths[:-1])
    total = w(
        "tr",
        w("trPr", w("cantSplit")),
        cell(label, [paragraph(TOTAL, "คะแนนเฉลี่ยรวม")], span=len(widths) - 1),
        cell(widths[-1], [paragraph(TOTAL, "{{ total|score }}")]),
    )
    return [
        paragraph("Section Heading", SECTIONS[2]),
        paragraph("Kept Body Text", RESULT),
        _scores(SCORE_COLUMNS, [], [total]),
    ]


def _charts(charts: Mapping[Kind, ChartDrawing]) -> list[Element]:
    """The scores of the indicators as a native chart, in the form that is asked for."""
    found: list[Element] = []
    for kind, chart in charts.items():
        found += [statement(f'{"elif" if found else "if"} chart_kind == "{kind}"'), chart.paragraph]
    return [*found, statement("endif")]


def _analysis() -> list[Element]:
    """The scores without their total, with the verdict on each indicator, and the notes.

    The notes are an open row of the table: as paragraphs below it they would not stay on its page in LibreOffice.
    """
    widths = list(VERDICT_COLUMNS.values())
    verdict = [paragraph(CENTRED, "{{ row.verdict }}")]
    notes = [
        statement("for note in notes", "Note"),
        paragraph("Note", "{% if loop.first %}หมายเหตุ{% endif %}", "\t", "{{ loop.index }}.", "\t", "{{ note }}"),
        statement("endfor", "Note"),
    ]
    last = [
        statement_row(widths, "if notes"),
        w("tr", w("trPr", w("cantSplit")), cell(sum(widths), notes, span=len(widths), look=blocks.OPEN)),
        statement_row(widths, "endif"),
    ]
    return [
        paragraph("Section Heading", SECTIONS[3] + " โดยจำแนกตามแบบวัด {{ instruments|length }} ส่วน ดังนี้"),
        _scores(VERDICT_COLUMNS, [verdict], last),
    ]


def _scores(columns: dict[str, int], more: Sequence[Sequence[Element]], last: Sequence[Element]) -> Element:
    """Indicators under their instruments, on one page together with what follows."""
    widths = list(columns.values())
    cells = [
        [merged(KEPT, "row.instrument_key", "{{ row.instrument_number }}. {{ row.instrument }}")],
        [merged(CENTRED, "row.instrument_key", "{{ row.instrument_score|score }}")],
        [paragraph("Table Numbered Entry", "{{ row.number }}.", "\t", "{{ row.name }}")],
        [paragraph(CENTRED, "{{ row.score|score }}")],
        *more,
    ]
    return blocks.table(
        widths,
        [
            blocks.heading_row(widths, list(columns)),
            statement_row(widths, "for row in scores"),
            row(widths, cells, whole=True),
            statement_row(widths, "endfor"),
            *last,
        ],
    )


def _details() -> list[Element]:
    """One table of one row for each instrument; the row is taller than a page and may break between paragraphs."""
    widths = list(DETAIL_COLUMNS.values())
    cells = [
        _rows([paragraph("Table Numbered Entry", "{{ row.number }}.", "\t", "{{ row.name }}")]),
        _rows([paragraph(CENTRED, "{{ row.score|score }}")]),
        *(_part(f"instrument.{name}") for name in ("suggestions", "weaknesses", "to_maintain")),
    ]
    table = blocks.table(widths, [blocks.heading_row(widths, list(DETAIL_COLUMNS)), row(widths, cells)])
    return [
        paragraph("Section Heading", DETAIL),
        statement("for instrument in instruments"),
        paragraph("Section Heading", INSTRUMENT),
        table,
        statement("endfor"),
    ]


def _rows(entry: Sequence[Element]) -> list[Element]:
    return [
        statement("for row in instrument.rows", ENTRY),
        *entry,
        statement("else", ENTRY),
        paragraph(ENTRY),
        statement("endfor", ENTRY),
    ]


def _part(name: str) -> list[Element]:
    """A lead, then blocks: heading, the items named, points; an empty paragraph where there is nothing."""
    point = [
        statement("if point.number", ENTRY),
        paragraph("Table Numbered Entry", "{{ point.number }}", "\t", "{{ point.text }}"),
        statement("else", ENTRY),
        paragraph(ENTRY, "{{ point.text }}"),
        statement("endif", ENTRY),
    ]
    return [
        statement(f"if {name}.lead or not {name}.blocks", ENTRY),
        paragraph(ENTRY, f"{{{{ {name}.lead }}}}"),
        statement("endif", ENTRY),
        statement(f"for block in {name}.blocks", ENTRY),
        statement("if block.heading", ENTRY),
        paragraph("Table Block Heading", "{{ block.heading }}"),
        statement("endif", ENTRY),
        statement("if block.items", ENTRY),
        paragraph(ENTRY, "ข้อ {{ block.items }}"),
        statement("endif", ENTRY),
        statement("for point in block.points", ENTRY),
        *point,
        statement("endfor", ENTRY),
        statement("endfor", ENTRY),
    ]


def _measures() -> Element:
    widths = list(MEASURE_COLUMNS.values())
    return blocks.table(
        widths,
        [
            blocks.heading_row(widths, list(MEASURE_COLUMNS)),
            statement_row(widths, "for row in measures"),
            statement_row(widths, f"if loop.last and sign_off and (row.steps|length < 2 or {LOW_STEPS})"),
            row(widths, _measure(KEPT_CENTRED)),
            statement_row(widths, "elif loop.last and sign_off"),
            *blocks.parted(widths, _measure(CENTRED, "[:-1]"), _measure(KEPT_CENTRED, "[-1:]"), {STEPS}),
            statement_row(widths, "elif row.kept"),
            row(widths, _measure(KEPT_CENTRED), whole=True),
            statement_row(widths, "elif row.steps|length < 2"),
            row(widths, _measure(CENTRED), whole=True),
            statement_row(widths, "else"),
            row(widths, _measure(CENTRED)),
            statement_row(widths, "endif"),
            statement_row(widths, "endfor"),
            *signatures.sign_off_rows(widths),
        ],
    )


def _measure(style: str, part: str = "") -> list[list[Element]]:
    """The cells of one row; a kept one stays on the page of its measure's next row, the last on the signatures'."""
    return [
        [merged(style, "row.measure_key", "{{ row.number }}")],
        points("row.title", merge="row.measure_key"),
        points(f"row.steps{part}"),
        points("row.responsible", merge="row.responsible_key across"),
        points("row.period", merge="row.period_key across"),
        points("row.follow_up", merge="row.follow_up_key across"),
    ]
