"""The signatures at the end of a paper: one to three side by side, or below each other; blank where names are unknown.

Source: the closing of the agencies' papers: role and opinion, four returns of room for the signature, the name in
brackets, position, date. The left of the page's foot stays free: document systems stamp a signature layer and a QR code
there. A signature is never drawn, and never stands alone on a page.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from drawing.blocks import CELL_SIDE, OPEN, cell, paragraph, row, statement, statement_row, table, table_end
from drawing.ooxml import w
from drawing.pickers import BLANK, dated

STAGES = 3
#: A name to be written, and a position.
DOTS, POSITION = "." * 46, "ตำแหน่ง" + "." * 36


def sign_off_rows(widths: Sequence[int]) -> list[Element]:
    """No signature, or one to three side by side, as the last row of a table.

    In a row without borders they stay on one page with the row before (a table of their own would not in
    LibreOffice).
    """
    return [statement_row(widths, "if sign_off"), sign_off_row(widths), statement_row(widths, "endif")]


def sign_off_row(widths: Sequence[int]) -> Element:
    """One to three signatures side by side, as a row."""
    width = sum(widths) - 2 * CELL_SIDE
    alternatives: list[Element] = []
    for stages in range(1, STAGES + 1):
        alternatives += [
            statement(f"{'if' if stages == 1 else 'elif'} sign_off|length == {stages}", "Signature"),
            _stages(width, stages),
        ]
    content = [*alternatives, statement("endif", "Signature"), table_end()]
    return w("tr", w("trPr", w("cantSplit")), cell(sum(widths), content, span=len(widths), look=OPEN))


def _stages(width: int, stages: int) -> Element:
    """A table of one column for each stage: what is signed above, the signatures below on one line."""
    column = {1: 6000, 2: 5000, 3: 4150}[stages]
    widths = [width - stages * column] + [column] * stages
    above = [[paragraph("Signature")]] + [opinion(f"sign_off[{at}]") for at in range(stages)]
    below = [[paragraph("Signature")]] + [signature(f"sign_off[{at}]") for at in range(stages)]
    return table(widths, [row(widths, above, whole=True), row(widths, below, whole=True)], ruled=False)


def opinion(stage: str, style: str = "Signature") -> list[Element]:
    """In which role somebody signs, and what they say."""
    return [
        paragraph(f"{style} Role", f"{{{{ {stage}.role }}}}"),
        statement(f"if {stage}.opinion", style),
        paragraph(style, f"{{{{ {stage}.opinion }}}}"),
        statement("endif", style),
    ]


def signature(
    stage: str, style: str = "Signature", last: str = "", *, position: str = "", blank: str = BLANK
) -> list[Element]:
    """The name, the position and the date, the `last` in a style of its own; the blank of a `position`, if any."""
    return [
        statement(f"if {stage}.name", style),
        paragraph(f"{style} Name", f"({{{{ {stage}.name }}}})"),
        statement("else", style),
        paragraph(f"{style} Name", f"({DOTS})"),
        statement("endif", style),
        statement(f"if {stage}.position", style),
        paragraph(style, f"{{{{ {stage}.position }}}}"),
        *([statement("else", style), paragraph(style, position)] if position else []),
        statement("endif", style),
        *dated(last or style, f"{stage}.date", blank),
    ]
