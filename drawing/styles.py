"""Named styles, fonts and settings shared by all templates.

Source: the typing rules of ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖: TH SarabunPSK 16 pt, single spacing,
first line 2.5 cm in; tables at 14 pt. Every property stands in its Latin and its complex-script half, or Word
would draw Thai in another font, size or weight.

Sizes are half-points, distances twentieths of a point. No latent styles: what a template uses is listed here.
"""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from drawing.ooxml import w

FONT = "TH SarabunPSK"
TEXT, TABLE = 32, 28
#: Four returns from the role to the name: three empty lines of 16 pt in which a signature is written or stamped.
SIGNATURE_ROOM = 1280
LINK_BLUE = "0563C1"

KEEP_NEXT, KEEP_LINES = w("keepNext"), w("keepLines")
CENTRED, THAI_JUSTIFIED = w("jc", val="center"), w("jc", val="thaiDistribute")


def style_id(name: str) -> str:
    """The id of a style in this project.

    >>> style_id("Table Sub-entry"), style_id("header")
    ('TableSubentry', 'Header')
    """
    return (name[0].upper() + name[1:]).replace(" ", "").replace("-", "")


def style(name: str, *properties: Element, based_on: str = "Normal", runs: Element | None = None) -> Element:
    """A paragraph style, its properties in schema order."""
    return w(
        "style",
        w("name", val=name),
        w("basedOn", val=style_id(based_on)),
        w("qFormat"),
        w("pPr", *properties) if properties else None,
        runs,
        type="paragraph",
        styleId=style_id(name),
    )


def letters(*, bold: bool = False, size: int | None = None) -> Element:
    """Run properties, both halves of each."""
    return w(
        "rPr",
        *((w("b"), w("bCs")) if bold else ()),
        *((w("sz", val=size), w("szCs", val=size)) if size else ()),
    )


def hanging(left: int, by: int) -> tuple[Element, Element]:
    """A hanging indent and its tab stop, for a typed number and a tab."""
    return w("tabs", w("tab", val="left", pos=left)), w("ind", left=left, hanging=by)


def styles(own: Sequence[Element] = (), font: str = FONT) -> Element:
    """`word/styles.xml`: what all templates share, then a template's own."""
    return w("styles", _defaults(font), *_built_in(), *_page(), *_cover(), *_table(), *_signature(), *own)


def _defaults(font: str) -> Element:
    fonts = w("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font)
    language = w("lang", val="en-US", eastAsia="en-US", bidi="th-TH")
    return w(
        "docDefaults",
        w("rPrDefault", w("rPr", fonts, w("sz", val=TEXT), w("szCs", val=TEXT), language)),
        w(
            "pPrDefault",
            w("pPr", w("widowControl"), w("spacing", before=0, after=0, line=240, lineRule="auto")),
        ),
    )


def _built_in() -> list[Element]:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = w("tblBorders", *(w(edge, val="single", sz=4, space=0, color="auto") for edge in edges))
    link = w("rPr", w("color", val=LINK_BLUE), w("u", val="single"))
    unruled = w("tblPr", w("tblInd", w=0, type="dxa"), cell_margins(top=0, side=108))
    return [
        w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal"),
        _default("character", "Default Paragraph Font"),
        _default("table", "Normal Table", unruled, identity="TableNormal"),
        _default("numbering", "No List"),
        _derived("table", "Table Grid", "TableNormal", w("tblPr", borders)),
        _derived("character", "Hyperlink", "DefaultParagraphFont", link),
    ]


def _default(kind: str, name: str, *properties: Element, identity: str = "") -> Element:
    head = (w("name", val=name), w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"))
    return w("style", *head, *properties, type=kind, default=1, styleId=identity or style_id(name))


def _derived(kind: str, name: str, based_on: str, *properties: Element) -> Element:
    head = (w("name", val=name), w("basedOn", val=based_on), w("uiPriority", val=59))
    return w("style", *head, *properties, type=kind, styleId=style_id(name))


def cell_margins(*, top: int, side: int) -> Element:
    """The space between a cell's border and its text."""
    widths = {"top": top, "left": side, "bottom": top, "right": side}
    return w("tblCellMar", *(w(edge, w=width, type="dxa") for edge, width in widths.items()))


def _page() -> list[Element]:
    after = w("spacing", after=120)
    return [
        style("header", CENTRED),
        style("Page Title", CENTRED, runs=letters(bold=True)),
        style("Report Title", KEEP_NEXT, CENTRED, w("outlineLvl", val=0), runs=letters(bold=True)),
        style("Report Subtitle", KEEP_NEXT, after, CENTRED),
        style("Body Text", after, w("ind", firstLine=1417), THAI_JUSTIFIED),
        # Word wants a paragraph after every table: one so low that it never needs a page of its own.
        style("Table End", w("spacing", line=20, lineRule="exact"), runs=letters(size=2)),
    ]


def _cover() -> list[Element]:
    return [
        style("Cover Picture", CENTRED),
        style("Cover Title", CENTRED, runs=letters(bold=True, size=60)),
        style("Cover Period", w("spacing", before=360), CENTRED, runs=letters(bold=True, size=44)),
        style("Cover Agency", CENTRED, runs=letters(bold=True, size=48)),
        style("Cover Line", CENTRED, runs=letters(size=40)),
    ]


def _table() -> list[Element]:
    return [
        style("Table Heading", KEEP_NEXT, KEEP_LINES, CENTRED, runs=letters(bold=True, size=TABLE)),
        style("Table Entry", KEEP_LINES, runs=letters(size=TABLE)),
        style("Table Kept Entry", KEEP_NEXT, based_on="Table Entry"),
        style("Table Numbered Entry", *hanging(369, 369), based_on="Table Entry"),
        style("Table Sub-entry", *hanging(909, 540), based_on="Table Entry"),
    ]


def scores() -> list[Element]:
    """The styles of papers that print scores in sections with headings."""
    return [
        style("Section Heading", KEEP_NEXT, KEEP_LINES, w("spacing", before=160, after=60), runs=letters(bold=True)),
        style("Table Centred Entry", CENTRED, based_on="Table Entry"),
    ]


def _signature() -> list[Element]:
    return [
        style("Signature", KEEP_NEXT, KEEP_LINES, CENTRED),
        style("Signature Role", w("spacing", before=240), based_on="Signature"),
        style("Signature Name", w("spacing", before=SIGNATURE_ROOM), based_on="Signature"),
    ]


def settings() -> Element:
    """`word/settings.xml`: compatibility mode 15; a line break in justified Thai does not stretch its line."""
    word = "http://schemas.microsoft.com/office/word"
    modes = {
        "compatibilityMode": 15,
        "overrideTableStyleFontSizeAndJustification": 1,
        "enableOpenTypeFeatures": 1,
        "doNotFlipMirrorIndents": 1,
        "differentiateMultirowTableHeaders": 1,
    }
    compatibility = [w("compatSetting", name=name, uri=word, val=value) for name, value in modes.items()]
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", w("doNotExpandShiftReturn"), *compatibility),
        w("themeFontLang", val="en-US", bidi="th-TH"),
        w("clrSchemeMapping", **_color_scheme()),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _color_scheme() -> dict[str, str | int]:
    accents = [f"accent{number}" for number in range(1, 7)]
    same = [*accents, "hyperlink", "followedHyperlink"]
    return {"bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2", **{name: name for name in same}}


def font_table(font: str = FONT) -> Element:
    """`word/fontTable.xml`: the font, and the one that stands in for it; of another font, its name."""
    if font != FONT:
        return w("fonts", w("font", name=font))
    described = w(
        "font",
        w("altName", val="TH Sarabun New"),
        w("panose1", val="020B0500040200020003"),
        w("charset", val="DE"),
        w("family", val="swiss"),
        w("pitch", val="variable"),
        name=FONT,
    )
    return w("fonts", described)
