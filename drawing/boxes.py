"""Check boxes that can be clicked in Word, and the progress cell that two or three of them head.

Source: [MS-DOCX] 2.6.1.15 (`w14:checkbox`); the progress cells of the implementation report: `☐ ยังไม่ได้ดำเนินการ` and
`☑ ดำเนินการ` on lines of their own, then dashed notes. A box is bound to its value by its Tag, a dotted name such as
`row.progress.done`; the engine ticks it where that is true.

Thai fonts have no boxes: Segoe UI Symbol does, on every Windows, and is smaller here since Thai letters are.
"""

from xml.etree.ElementTree import Element

from drawing import blocks, styles
from drawing.blocks import ENTRY, paragraph, statement
from drawing.ooxml import text, w, w14

FONT, SIZE = "Segoe UI Symbol", 24
TICKED, OPEN = "2611", "2610"
#: Each box by the last word of its Tag; the word beside it names the control too.
STANDARD = {"not_done": "ยังไม่ได้ดำเนินการ", "done": "ดำเนินการ"}
OTHER = "สถานะอื่น"
BOX = "Table Box Entry"


def box_styles() -> list[Element]:
    """The style of a line with a box: the words of a second line stand below those of the first."""
    return [styles.style(BOX, w("ind", left=312, hanging=312), based_on=ENTRY)]


def box(tag: str, title: str) -> Element:
    """A content control with an open box, to stand in a paragraph."""
    fonts = w("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    look = w("rPr", fonts, w("sz", val=SIZE), w("szCs", val=SIZE))
    states = w14(
        "checkbox",
        w14("checked", val=0),
        w14("checkedState", val=TICKED, font=FONT),
        w14("uncheckedState", val=OPEN, font=FONT),
    )
    # The id is counted when the document is written: no two controls may have the same.
    own = w("sdtPr", w("alias", val=title), w("tag", val=tag), w("id", val=0), states)
    return w("sdt", own, w("sdtContent", w("r", look, text(chr(int(OPEN, 16))))))


def boxed(tag: str, title: str, words: str) -> Element:
    """A line that begins with a box."""
    line = paragraph(BOX, f" {words}")
    line.insert(1, box(tag, title))
    return line


def progress(name: str, notes: str = "notes") -> list[Element]:
    """A progress cell: the two boxes, one more for any other status, the reason, the notes or a slice of them."""
    reason = "{% if loop.first %}เหตุผล: {% endif %}{% if point.number %}{{ point.number }} {% endif %}{{ point.text }}"
    return [
        *(boxed(f"{name}.{word}", title, title) for word, title in STANDARD.items()),
        statement(f"if {name}.other", ENTRY),
        boxed(f"{name}.other", OTHER, f"{{{{ {name}.other_status }}}}"),
        statement("endif", ENTRY),
        statement(f"for point in {name}.reason", ENTRY),
        paragraph(ENTRY, reason),
        statement("endfor", ENTRY),
        *blocks.entries(f"{name}.{notes}"),
    ]
