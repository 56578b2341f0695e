"""The form by which a paper is put on the agency's website (แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน).

Source: the forms that Thai agencies use. One portrait page: the title, a table of what is asked for, and the signatures
below it: who gives the data and who approves it side by side, who puts it on the website below them. What is not known
is a dotted line. The tags are those of the view of `publication-form`.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from drawing import blocks, signatures, styles
from drawing.blocks import Page, cell, link, paragraph, row, statement, statement_row, table
from drawing.ooxml import w
from drawing.package import Document, header_id
from drawing.pickers import picker
from drawing.styles import style

PAGE = Page(11906, 16838, left=1701, right=1134, top=1417, bottom=1134)
WIDTHS = [2100, PAGE.text_width - 2100]
LABEL, LAST, FIELD, BLANK = "Form Label", "Form Last Label", "Form Field", "Form Blank"
SIGNATURE = "Form Signature"
POINT = "{% if point.number %}{{ point.number }} {% endif %}{{ point.text }}"


def draw() -> Document:
    """The template."""
    fields = table(
        WIDTHS,
        [
            _field("ชื่อหน่วยงาน", [paragraph(FIELD, "{{ unit }}")]),
            _field("วัน/เดือน/ปี", _date()),
            _field("หัวข้อ", [paragraph(FIELD, "{{ subject }}")]),
            _field("รายละเอียดข้อมูล (โดยสรุป หรือเอกสารแนบ)", _points("summary", 3)),
            _field("ลิงก์ (Link)", _each("address in links", [link(FIELD, "{{ address }}")], 1)),
            _field("หมายเหตุ", _points("remark", 1), LAST),
            *_signatures(),
        ],
    )
    body = [
        paragraph("Report Title", "แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน"),
        paragraph("Report Subtitle", "{{ agency.full_name }}"),
        fields,
        blocks.table_end(),
        blocks.section(PAGE, {"first": header_id(1), "default": header_id(2)}),
    ]
    headers = {"header1": [paragraph("Header")], "header2": [blocks.page_number()]}
    return Document(body, headers, _styles())


def _styles() -> list[Element]:
    room = WIDTHS[1] - 2 * blocks.CELL_SIDE
    return [
        style(LABEL, styles.KEEP_LINES, runs=styles.letters(bold=True)),
        # The last field stays on the page of the signatures: Word and LibreOffice ask the first cell of a row.
        style(LAST, styles.KEEP_NEXT, based_on=LABEL),
        style(FIELD),
        style(BLANK, w("tabs", w("tab", val="right", leader="dot", pos=room)), based_on=FIELD),
        style(SIGNATURE, based_on="Signature"),
        style(f"{SIGNATURE} Role", w("spacing", before=160), based_on=SIGNATURE, runs=styles.letters(bold=True)),
        style(f"{SIGNATURE} Name", w("spacing", before=styles.SIGNATURE_ROOM), based_on=SIGNATURE),
    ]


def _field(label: str, content: Sequence[Element], style: str = LABEL) -> Element:
    return row(WIDTHS, [[paragraph(style, label)], content])


def _date() -> list[Element]:
    blank = paragraph(BLANK)
    blank.extend([picker("วัน/เดือน/ปี", "." * 24), w("r", w("tab"))])
    return [
        statement("if date", FIELD),
        paragraph(FIELD, "{{ date }}"),
        statement("else", FIELD),
        blank,
        statement("endif", FIELD),
    ]


def _points(name: str, lines: int) -> list[Element]:
    return _each(f"point in {name}", [paragraph(FIELD, POINT)], lines)


def _each(loop: str, content: Sequence[Element], lines: int) -> list[Element]:
    """The paragraphs of a field, or as many dotted lines."""
    return [
        statement(f"for {loop}", FIELD),
        *content,
        statement("else", FIELD),
        *(paragraph(BLANK, "\t") for _ in range(lines)),
        statement("endfor", FIELD),
    ]


def _signatures() -> list[Element]:
    """The signatures in a row without borders, so that they stay with the fields."""
    width = sum(WIDTHS) - 2 * blocks.CELL_SIDE
    halves = [width // 2, width - width // 2]
    first = [statement("if sign_off|length == 1", SIGNATURE), *_alone(0)]
    pair = [statement("else", SIGNATURE), *_side_by_side(halves), statement("endif", SIGNATURE)]
    third = [statement("if sign_off|length > 2", SIGNATURE), *_alone(2), statement("endif", SIGNATURE)]
    content = [*first, *pair, *third, blocks.table_end()]
    return [
        statement_row(WIDTHS, "if sign_off"),
        w("tr", w("trPr", w("cantSplit")), cell(sum(WIDTHS), content, span=2, look=blocks.OPEN)),
        statement_row(WIDTHS, "endif"),
    ]


def _side_by_side(widths: Sequence[int]) -> list[Element]:
    above = [signatures.opinion(f"sign_off[{at}]", SIGNATURE) for at in (0, 1)]
    below = [_signed(at) for at in (0, 1)]
    return [table(widths, [row(widths, above, whole=True), row(widths, below, whole=True)], ruled=False)]


def _alone(at: int) -> list[Element]:
    return [*signatures.opinion(f"sign_off[{at}]", SIGNATURE), *_signed(at)]


def _signed(at: int) -> list[Element]:
    return signatures.signature(f"sign_off[{at}]", SIGNATURE, position=signatures.POSITION)
