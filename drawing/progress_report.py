"""The progress report (รายงานผลการดำเนินการตามมาตรการ รอบ ๖ หรือ ๑๒ เดือน).

A portrait cover without a number, then a landscape body: title, preamble, a table of six columns with one row per
measure, signatures. The tags are those of the view of `progress-report`.
"""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from drawing import blocks, signatures
from drawing.blocks import ENTRY, KEPT, characters, paragraph, points, row, statement_row
from drawing.package import Document, header_id
from drawing.styles import FONT

PAGE = blocks.LANDSCAPE
COLUMNS = {
    "มาตรการ/แนวทาง": 2240,
    "วิธีการดำเนินการ": 3260,
    "ผู้รับผิดชอบ": 1650,
    "ระยะเวลาดำเนินงาน": 1770,
    "ผลการดำเนินการ": 2640,
    "ข้อเสนอแนะ": 2443,
}
#: All cells but the first by their name.
CELLS = {name: points(f"measure.{name}") for name in ("steps", "responsible", "period", "results", "suggestions")}
TITLES = (
    "รายงานผลการดำเนินการ",
    "ตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    "ประจำปีงบประมาณ พ.ศ. {{ fiscal_year }}",
)
# With no more characters in its long cells a row fills about half a page: it is not torn, a longer one may be.
LOW = {"steps": 350, "results": 260, "suggestions": 260}
WHOLE = " and ".join(f"{characters(f'measure.{name}')} <= {most}" for name, most in LOW.items())
PREAMBLE = (
    "ตามที่ {{ agency.full_name }} ได้นำผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
    "(Integrity and Transparency Assessment: ITA) ประจำปีงบประมาณ พ.ศ. {{ results_year }} มาวิเคราะห์ "
    "และได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน ประจำปีงบประมาณ พ.ศ. {{ fiscal_year }} ไว้แล้ว นั้น "
    "ในรอบ {{ round_name }} {{ agency.short_name }} ได้ขับเคลื่อนมาตรการดังกล่าว และมีผลการดำเนินการดังต่อไปนี้"
)


def draw() -> Document:
    """The template."""
    return drawn(COLUMNS, CELLS)


def drawn(
    columns: Mapping[str, int],
    cells: Mapping[str, Sequence[Element]],
    preamble: Sequence[Element] = (paragraph("Body Text", PREAMBLE),),
    font: str = FONT,
) -> Document:
    """A template with other columns: their headings and widths, all cells but the first by their name.

    The cells of `LOW` hold the points of their name and nothing else.
    """
    widths = list(columns.values())
    heading = blocks.row_heading("measure.heading", kept="loop.last and sign_off")
    measure = [heading, *cells.values()]
    measures = blocks.table(
        widths,
        [
            blocks.heading_row(widths, list(columns)),
            statement_row(widths, "for measure in measures"),
            statement_row(widths, f"if {WHOLE}"),
            row(widths, measure, whole=True),
            *_last(widths, cells),
            statement_row(widths, "else"),
            row(widths, measure),
            statement_row(widths, "endif"),
            statement_row(widths, "endfor"),
            *signatures.sign_off_rows(widths),
        ],
    )
    body = [
        *blocks.cover(TITLES, "(รอบ {{ round_name }} {{ period }})"),
        paragraph("Report Title", "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส พ.ศ. {{ fiscal_year }}"),
        paragraph("Report Subtitle", "(ดำเนินการ {{ period }})"),
        *preamble,
        measures,
        blocks.table_end(),
        blocks.section(PAGE, {"default": header_id(1)}),
    ]
    return Document(body, {"header1": [blocks.page_number()]}, font=font)


def _last(widths: Sequence[int], cells: Mapping[str, Sequence[Element]]) -> list[Element]:
    """A long last measure in two rows: in the lower one stands the end of its longest list."""
    found: list[Element] = []
    lengths = {name: characters(f"measure.{name}") for name in LOW}
    for name, length in lengths.items():
        longest = f"{length} == [{', '.join(lengths.values())}]|max"
        above = [points(f"measure.{name}[:-1]") if cell == name else whole for cell, whole in cells.items()]
        below = [points(f"measure.{name}[-1:]") if cell == name else [paragraph(ENTRY)] for cell in cells]
        heading = blocks.row_heading("measure.heading", kept="false")
        found += [
            statement_row(widths, f"elif loop.last and sign_off and measure.{name}|length > 1 and {longest}"),
            *blocks.parted(widths, [heading, *above], [[paragraph(KEPT)], *below], range(len(widths))),
        ]
    return found
