"""Dates that are left open: a dotted blank to write on, which in Word is a date picker of the Thai calendar.

Source: ISO/IEC 29500-1, 17.5.2.7 (`w:date`) and 17.5.2.3 (`w:calendar`); `bbbb` is the year of the Buddhist era in the
date formats of Word. Limits: what is picked in Word is written with the digits that Word uses, and a dotted blank that
is left alone prints as it stands.
"""

from xml.etree.ElementTree import Element

from drawing.blocks import paragraph, statement
from drawing.ooxml import text, w

FORMAT = "d MMMM bbbb"
#: Day, month and year to be written by hand.
BLANK = "........./........................./............."
TITLE = "วันที่ลงนาม"


def picker(title: str, blank: str) -> Element:
    """A content control that shows a blank until a date is picked, to stand in a paragraph."""
    date = w(
        "date",
        w("dateFormat", val=FORMAT),
        w("lid", val="th-TH"),
        w("storeMappedDataAs", val="dateTime"),
        w("calendar", val="thai"),
    )
    # The id is counted when the document is written: no two controls may have the same.
    own = w("sdtPr", w("alias", val=title), w("tag", val="date"), w("id", val=0), w("showingPlcHdr"), date)
    return w("sdt", own, w("sdtContent", w("r", text(blank))))


def dated(style: str, expression: str, open_date: str = BLANK) -> list[Element]:
    """The line of a signature's date: the date, or the blank."""
    blank = paragraph(style, "วันที่ ")
    blank.append(picker(TITLE, open_date))
    return [
        statement(f"if {expression}", style),
        paragraph(style, f"วันที่ {{{{ {expression} }}}}"),
        statement("else", style),
        blank,
        statement("endif", style),
    ]
