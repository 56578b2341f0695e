"""The improvement plan (มาตรการ/แนวทางการปรับปรุงและพัฒนาเพื่อยกระดับผลการประเมินคุณธรรมและความโปร่งใส).

Landscape, no cover: the title stands in the header of every page, above it from page 2 the page's number. One table
of five columns whose cells merge by group, then the signatures. The tags are those of the view of `improvement-plan`.
"""

from dataclasses import replace
from xml.etree.ElementTree import Element

from drawing import blocks, signatures
from drawing.blocks import ENTRY, KEPT, characters, merged, paragraph, points, row, statement_row
from drawing.package import Document, header_id

# Three lines of header: number and title.
PAGE = replace(blocks.LANDSCAPE, header=567, top=1985)
COLUMNS = {
    "แบบสำรวจ": 1060,
    "ตัวชี้วัด": 3380,
    "วิธีการ/ขั้นตอนการดำเนินการ": 4973,
    "หน่วยงาน/ผู้รับผิดชอบ": 2420,
    "หมายเหตุ": 2170,
}
# A row of sub-steps or items with no more characters fills about half a page: it is not torn, a longer one may be.
LOW = 350
SHORT = f"(row.steps|length == 1 or {characters('row.steps')} <= {LOW})"
STEPS = 2
TITLE = (
    "มาตรการ/แนวทางการปรับปรุงและพัฒนาเพื่อยกระดับผลการประเมินคุณธรรมและความโปร่งใส ในการดำเนินงานของ",
    "{{ agency.full_name }} ประจำปีงบประมาณ พ.ศ. {{ fiscal_year }}",
)


def draw() -> Document:
    """The template."""
    widths = list(COLUMNS.values())
    plan = blocks.table(
        widths,
        [
            blocks.heading_row(widths, list(COLUMNS)),
            statement_row(widths, "for row in rows"),
            statement_row(widths, f"if not row.steps or (loop.last and sign_off and {SHORT})"),
            row(widths, _cells(KEPT)),
            statement_row(widths, "elif loop.last and sign_off"),
            *blocks.parted(widths, _cells(ENTRY, "[:-1]"), _cells(KEPT, "[-1:]"), {STEPS}),
            statement_row(widths, f"elif {SHORT}"),
            row(widths, _cells(ENTRY), whole=True),
            statement_row(widths, "else"),
            row(widths, _cells(ENTRY)),
            statement_row(widths, "endif"),
            statement_row(widths, "endfor"),
            *signatures.sign_off_rows(widths),
        ],
    )
    body = [
        plan,
        blocks.table_end(),
        blocks.section(PAGE, {"first": header_id(1), "default": header_id(2)}),
    ]
    title = [paragraph("Page Title", line) for line in TITLE]
    # The empty line keeps the title of page 1 where it stands on the others.
    return Document(body, {"header1": [paragraph("header"), *title], "header2": [blocks.page_number(), *title]})


def _cells(style: str, part: str = "") -> list[list[Element]]:
    """The cells of one row, or of a part of its steps; `KEPT` holds a heading or the last with what follows."""
    return [
        [merged(style, "row.instrument_key", "{{ row.instrument }}")],
        [merged(style, "row.target_key", "{{ row.target }}")],
        points(f"row.steps{part}"),
        points("row.responsible", merge="row.responsible_key"),
        points("row.remark", merge="row.remark_key across"),
    ]
