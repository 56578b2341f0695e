"""The memo (บันทึกข้อความ), form 29: Garuda and title, dotted lines for unit, number, date and subject, text, signatures.

Source: the form and the typing guide of ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖: a Garuda of 1.5 cm, the title
bold at 29 pt on a line of exactly 35 pt, labels bold at 20 pt, text at 16 pt, 6 pt before a block and 12 pt before the
closing; margins of 3, 2, 2.5 and 2 cm. The dots are tab leaders and dotted underlines, never a rule. The Garuda is the
user's picture: where none is given its room stays blank. The tags are those of the view of `memo`.
"""

from xml.etree.ElementTree import Element

from drawing import blocks, pickers, signatures, styles
from drawing.blocks import Page, cell, paragraph, statement
from drawing.boxes import box
from drawing.ooxml import text, w
from drawing.package import Document, header_id
from drawing.pickers import picker
from drawing.styles import KEEP_LINES, KEEP_NEXT, THAI_JUSTIFIED, letters, style

PAGE = Page(11906, 16838, left=1701, right=1134, top=1417, bottom=1134)
WIDTH = PAGE.text_width
#: The height of the Garuda, and the columns that keep the title in the middle beside it.
GARUDA, SIDE = 851, 1500
#: Where the date begins, beside the number.
HALF = 4536
INDENT = 1417
LINE, TEXT, HEADING, KEPT = "Memo Line", "Memo Text", "Memo Heading", "Memo Kept Text"
SIGNATURE, OPINION, BOXES = "Memo Signature", "Memo Opinion", "Memo Boxes"
COLUMN = "Memo Column Signature"
#: Through how many a memo may go.
THROUGH = 3
LABEL, VALUE = "Memo Label", "Memo Value"
#: A blank date, before the leader that fills the line.
DATE = "." * 24
#: A blank date in a column.
NARROW = "....../.................../.........."
#: Where the second and the third box of a line stand.
STOPS = (2000, 4650)
GRANTED = {"acknowledged": "ทราบ", "approved": "อนุมัติ", "permitted": "อนุญาตให้เผยแพร่"}
REFUSED = {"not_approved": "ไม่อนุมัติ", "not_permitted": "ไม่อนุญาตให้เผยแพร่"}


def draw() -> Document:
    """The template."""
    body = [
        _title(),
        blocks.table_end(),
        _line(1580, _label("ส่วนราชการ"), _value("{{ sender }}")),
        *_number_and_date(),
        _line(800, _label("เรื่อง"), _value("{{ subject }}")),
        _addressee(),
        *_text(),
        *_signatures(),
        blocks.section(PAGE, {"first": header_id(1), "default": header_id(2)}),
    ]
    headers = {"header1": [paragraph("Header")], "header2": [blocks.page_number()]}
    return Document(body, headers, _styles())


def _styles() -> list[Element]:
    dotted = w("rPr", w("u", val="dotted"))
    to_the_right = w("tab", val="right", leader="dot", pos=WIDTH)
    block = w("spacing", before=120)
    first_line, centred_right = w("ind", firstLine=INDENT), w("ind", left=4309)
    return [
        style("Memo Picture", runs=letters(size=2)),
        style("Memo Title", w("spacing", line=700, lineRule="exact"), styles.CENTRED, runs=letters(bold=True, size=58)),
        style(LINE, w("tabs", to_the_right)),
        style("Memo Date Line", w("tabs", w("tab", val="left", leader="dot", pos=HALF), to_the_right), based_on=LINE),
        style("Memo Addressee", w("tabs", w("tab", val="left", pos=800)), block, w("ind", left=800, hanging=800)),
        style(HEADING, KEEP_NEXT, KEEP_LINES, block, first_line, runs=letters(bold=True)),
        style(TEXT, first_line, THAI_JUSTIFIED),
        style(KEPT, KEEP_NEXT, based_on=TEXT),
        style("Memo Blank", w("tabs", to_the_right), based_on=TEXT),
        style("Memo Kept Blank", KEEP_NEXT, based_on="Memo Blank"),
        style("Memo Closing", KEEP_NEXT, KEEP_LINES, w("spacing", before=240), first_line, THAI_JUSTIFIED),
        style(SIGNATURE, centred_right, based_on="Signature"),
        style(f"{SIGNATURE} Role", w("spacing", before=120), based_on=SIGNATURE),
        style(f"{SIGNATURE} Name", w("spacing", before=styles.SIGNATURE_ROOM), based_on=SIGNATURE),
        style(f"{SIGNATURE} End", w("keepNext", val=0), based_on=SIGNATURE),
        style(f"{OPINION} Role", KEEP_NEXT, KEEP_LINES, w("spacing", before=240), runs=letters(bold=True)),
        style(OPINION, KEEP_NEXT, KEEP_LINES, THAI_JUSTIFIED),
        style(COLUMN, based_on="Signature"),
        style(f"{COLUMN} Name", w("spacing", before=styles.SIGNATURE_ROOM), based_on=COLUMN),
        style(
            BOXES,
            *(KEEP_NEXT, KEEP_LINES),
            w("tabs", *(w("tab", val="left", pos=at) for at in STOPS), to_the_right),
            w("spacing", before=60),
        ),
        _character(LABEL, letters(bold=True, size=40)),
        _character(VALUE, dotted),
    ]


def _character(name: str, look: Element) -> Element:
    head = (w("name", val=name), w("basedOn", val="DefaultParagraphFont"), w("qFormat"))
    return w("style", *head, look, type="character", styleId=styles.style_id(name))


def _title() -> Element:
    """The Garuda or its blank at the left, the title in the middle of the page."""
    picture = [
        statement("if garuda", "Memo Picture"),
        paragraph("Memo Picture", "{{ garuda }}"),
        statement("else", "Memo Picture"),
        paragraph("Memo Picture"),
        statement("endif", "Memo Picture"),
    ]
    widths = [SIDE, WIDTH - 2 * SIDE, SIDE]
    contents = (picture, [paragraph("Memo Title", "บันทึกข้อความ")], [paragraph("Memo Picture")])
    cells = [cell(width, content, align="bottom") for width, content in zip(widths, contents, strict=True)]
    head = w("tr", w("trPr", w("cantSplit"), w("trHeight", val=GARUDA, hRule="atLeast")), *cells)
    return blocks.table(widths, [head], ruled=False)


def _label(words: str) -> Element:
    return w("r", w("rPr", w("rStyle", val=styles.style_id(LABEL))), text(words))


def _value(tag: str) -> Element:
    """A value with dots below it, as the form has them behind what is typed."""
    return w("r", w("rPr", w("rStyle", val=styles.style_id(VALUE))), text(tag))


def _tab() -> Element:
    return w("r", w("tab"))


def _line(hanging: int, label: Element, value: Element) -> Element:
    """A label, its value, and dots to the right margin; further lines of the value stand below its first."""
    stops = w("tabs", w("tab", val="left", pos=hanging))
    properties = w("pPr", w("pStyle", val=styles.style_id(LINE)), stops, w("ind", left=hanging, hanging=hanging))
    return w("p", properties, label, _tab(), value, _tab())


def _number_and_date() -> list[Element]:
    """Number and date on one line; a date that is open is a date picker."""

    def line(*date: Element) -> Element:
        properties = w("pPr", w("pStyle", val=styles.style_id("Memo Date Line")))
        space = w("r", text(" "))
        number = (_label("ที่"), space, _value("{{ number }}"), _tab())
        return w("p", properties, *number, space, _label("วันที่"), space, *date, _tab())

    return [
        statement("if date", LINE),
        line(_value("{{ date }}")),
        statement("else", LINE),
        line(picker("วันที่", DATE)),
        statement("endif", LINE),
    ]


def _addressee() -> Element:
    return paragraph("Memo Addressee", "เรียน", "\t", "{{ addressee }}")


def _text() -> list[Element]:
    """The parts of the text and the closing; the last point stays with the closing, the closing with who reports."""
    entry = "{% if point.number %}{{ point.number }} {% endif %}{{ point.text }}"
    return [
        statement("for section in sections", TEXT),
        paragraph(HEADING, "{{ section.heading }}"),
        statement("for point in section.points", TEXT),
        statement("if section.last and loop.last", TEXT),
        paragraph(KEPT, entry),
        statement("else", TEXT),
        paragraph(TEXT, entry),
        statement("endif", TEXT),
        statement("else", TEXT),
        statement("if section.last", TEXT),
        paragraph("Memo Kept Blank", "\t"),
        statement("else", TEXT),
        paragraph("Memo Blank", "\t"),
        statement("endif", TEXT),
        statement("endfor", TEXT),
        statement("endfor", TEXT),
        paragraph("Memo Closing", "{{ closing }}"),
    ]


def _signatures() -> list[Element]:
    """Who reports at the right, then the opinions, then the decision; its boxes stand there even where nobody signs.

    With the closing they are one block, so that nobody signs a page without a word of the text. What stands below
    columns is a row of their table: LibreOffice keeps a row with the next, not a table with what follows it.
    """
    found = [
        statement("if sign_off", SIGNATURE),
        *signatures.opinion("sign_off[0]", SIGNATURE),
        *_signed("sign_off[0]"),
        statement("endif", SIGNATURE),
    ]
    for columns in range(2, THROUGH + 1):
        word = "if" if columns == 2 else "elif"  # noqa: PLR2004  the first of them
        found += [
            statement(f"{word} sign_off|length == {2 + columns}", SIGNATURE),
            _in_columns(columns),
            blocks.table_end(),
        ]
    return [
        *found,
        statement("else", SIGNATURE),
        statement("if sign_off|length > 2", SIGNATURE),
        *_opinion(1, WIDTH),
        *_signed("sign_off[1]"),
        statement("endif", SIGNATURE),
        *_decision(),
        statement("endif", SIGNATURE),
    ]


def _signed(stage: str, last: str = "", style: str = SIGNATURE, blank: str = pickers.BLANK) -> list[Element]:
    return signatures.signature(stage, style, last, position=signatures.POSITION, blank=blank)


def _decision() -> list[Element]:
    """Who decides: role, opinion, boxes, signature."""
    last = "sign_off[-1]"
    return [
        statement("if sign_off|length > 1", SIGNATURE),
        paragraph(f"{OPINION} Role", f"{{{{ {last}.role }}}}"),
        statement(f"if {last}.opinion", OPINION),
        paragraph(OPINION, f"{{{{ {last}.opinion }}}}"),
        statement("endif", OPINION),
        statement("endif", SIGNATURE),
        *_boxes(),
        statement("if sign_off|length > 1", SIGNATURE),
        *_signed(last, f"{SIGNATURE} End"),
        statement("endif", SIGNATURE),
    ]


def _in_columns(columns: int) -> Element:
    """Several opinions side by side, and the decision below them."""
    widths = [WIDTH // columns] * columns
    inner = widths[0] - 2 * blocks.CELL_SIDE
    above = [_opinion(at, inner) for at in range(1, columns + 1)]
    below = [_signed(f"sign_off[{at}]", style=COLUMN, blank=NARROW) for at in range(1, columns + 1)]
    decision = cell(sum(widths), _decision(), span=columns)
    rows = [
        blocks.row(widths, above, whole=True),
        blocks.row(widths, below, whole=True),
        w("tr", w("trPr", w("cantSplit")), decision),
    ]
    return blocks.table(widths, rows, ruled=False)


def _opinion(at: int, width: int) -> list[Element]:
    """A stated opinion, or two lines to write one."""
    stops = w("tabs", w("tab", val="right", leader="dot", pos=width))
    line = w("p", w("pPr", w("pStyle", val=styles.style_id(OPINION)), stops), _tab())
    return [
        paragraph(f"{OPINION} Role", f"{{{{ sign_off[{at}].role }}}}"),
        statement(f"if sign_off[{at}].opinion", OPINION),
        paragraph(OPINION, f"{{{{ sign_off[{at}].opinion }}}}"),
        statement("else", OPINION),
        line,
        line,
        statement("endif", OPINION),
    ]


def _boxes() -> list[Element]:
    """What can be decided, each a box that can be clicked; a refusal wants its reason."""
    refused = _boxed(REFUSED)
    refused.extend([_tab(), w("r", text("เพราะ ")), _value("{{ decision.reason }}"), _tab()])
    return [_boxed(GRANTED), refused]


def _boxed(boxes: dict[str, str]) -> Element:
    line = paragraph(BOXES)
    for number, (name, words) in enumerate(boxes.items()):
        if number:
            line.append(_tab())
        line.extend([box(f"decision.{name}", words), w("r", text(f" {words}"))])
    return line
