"""The blocks that templates are drawn from: paragraphs, points, tables, pages, the cover.

Every Jinja tag stands wholly inside one run; `{%p … %}` and `{%tr … %}` stand alone in their paragraph or row and
go with it. A cell keeps at least one paragraph whatever the data. Cells are as wide as their grid columns:
LibreOffice lays a table out from its grid, Word from its cells.

Distances are twentieths of a point.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from drawing.ooxml import reference, text, w
from drawing.styles import cell_margins, style_id

SHADED = w("shd", val="clear", color="auto", fill="EDEDED")
# No borders but the one above.
OPEN = w("tcBorders", *(w(edge, val="nil") for edge in ("left", "bottom", "right")))
CELL_SIDE = 85
ENTRY, KEPT = "Table Entry", "Table Kept Entry"


@dataclass(frozen=True)
class Page:
    """A size of paper and its margins."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    header: int = 709

    @property
    def text_width(self) -> int:
        """What lies between the left and the right margin."""
        return self.width - self.left - self.right


PORTRAIT = Page(11906, 16838, left=1418, right=1418, top=1418, bottom=1134)
LANDSCAPE = Page(16838, 11906, left=1701, right=1134, top=1418, bottom=1134)


def paragraph(style: str, *runs: str) -> Element:
    """A paragraph of a named style, one run for each text; a tab is a run of its own."""
    content = (w("r", w("tab") if run == "\t" else text(run)) for run in runs)
    return w("p", w("pPr", w("pStyle", val=style_id(style))), *content)


def link(style: str, tag: str) -> Element:
    """A paragraph whose one value is an address; the engine makes it a link with its run's look."""
    look = w("rPr", w("rStyle", val="Hyperlink"))
    return w("p", w("pPr", w("pStyle", val=style_id(style))), w("r", look, text(tag)))


def statement(words: str, style: str = "Normal") -> Element:
    """A paragraph that holds one statement and goes with it: `{%p if agency.logo %}`."""
    return paragraph(style, f"{{%p {words} %}}")


def points(expression: str, *, merge: str = "") -> list[Element]:
    """The paragraphs of a cell of points: sub-entries, numbered and plain entries, or one that is empty.

    `merge` is the key that merges the cell with the one above. Its tag counts for the cell wherever it stands: here
    in the empty paragraph, the only one that every statement leaves alone.
    """
    return _each(expression, _point(ENTRY), merge)


def entries(expression: str, plain: str = ENTRY) -> list[Element]:
    """The same paragraphs beside others of their cell: no points are no paragraph. `plain` have no number."""
    return [statement(f"for point in {expression}", ENTRY), *_point(plain), statement("endfor", ENTRY)]


def _point(plain: str) -> list[Element]:
    return [
        statement("if point.level", ENTRY),
        paragraph("Table Sub-entry", "{{ point.number }}", "\t", "{{ point.text }}"),
        statement("elif point.number", ENTRY),
        paragraph("Table Numbered Entry", "{{ point.number }}", "\t", "{{ point.text }}"),
        statement("else", ENTRY),
        paragraph(plain, "{{ point.text }}"),
        statement("endif", ENTRY),
    ]


def characters(expression: str) -> str:
    """How many characters the points of a cell hold, for a condition: a low row stays whole, a long one may break.

    >>> characters("row.steps")
    'row.steps|map(attribute="text")|join|length'
    """
    return f'{expression}|map(attribute="text")|join|length'


def row_heading(expression: str, kept: str) -> list[Element]:
    """The first cell of a row, a number directly before its text.

    Under the condition `kept` its row stays on the page of what follows: Word and LibreOffice ask the first cell.
    """
    return [
        statement(f"if {kept}", ENTRY),
        *_each(expression, [paragraph(KEPT, "{{ point.number }}", "{{ point.text }}")]),
        statement("else", ENTRY),
        *_each(expression, [paragraph(ENTRY, "{{ point.number }}", "{{ point.text }}")]),
        statement("endif", ENTRY),
    ]


def _each(expression: str, entries: Sequence[Element], merge: str = "") -> list[Element]:
    return [
        statement(f"for point in {expression}", ENTRY),
        *entries,
        statement("else", ENTRY),
        merged(ENTRY, merge) if merge else paragraph(ENTRY),
        statement("endfor", ENTRY),
    ]


def merged(style: str, key: str, *runs: str) -> Element:
    """A paragraph whose cell merges with the one above it while the key stays the same."""
    return paragraph(style, f"{{% merge {key} %}}", *runs)


def cell(
    width: int, content: Sequence[Element], *, span: int = 1, look: Element | None = None, align: str = "top"
) -> Element:
    """A cell of a table; its look is `SHADED`, `OPEN` or the table's own."""
    properties = w(
        "tcPr",
        w("tcW", w=width, type="dxa"),
        w("gridSpan", val=span) if span > 1 else None,
        look,
        w("vAlign", val=align),
    )
    return w("tc", properties, *content)


def row(widths: Sequence[int], cells: Sequence[Sequence[Element]], *, whole: bool = False) -> Element:
    """A row of a table; `whole` keeps it on one page, which rows with lists must not ask for."""
    content = (cell(width, paragraphs) for width, paragraphs in zip(widths, cells, strict=True))
    return w("tr", w("trPr", w("cantSplit")) if whole else None, *content)


def parted(
    widths: Sequence[int],
    above: Sequence[Sequence[Element]],
    below: Sequence[Sequence[Element]],
    open_columns: Collection[int],
) -> list[Element]:
    """A long last row in two that look like one, the lower to be kept on the page of the signatures.

    Neither Word nor LibreOffice breaks a row for what follows it: one that just fills its page, or a taller one, would
    leave the signatures alone on the next. Cells of the open columns have no line between them; the others are merged.
    """
    return [
        w(
            "tr",
            *(
                cell(width, content, look=w("tcBorders", w(edge, val="nil")) if column in open_columns else None)
                for column, (width, content) in enumerate(zip(widths, cells, strict=True))
            ),
        )
        for edge, cells in (("bottom", above), ("top", below))
    ]


def heading_row(widths: Sequence[int], headings: Sequence[str]) -> Element:
    """The row that stands on every page of the table."""
    cells = (
        cell(width, [paragraph("Table Heading", heading)], look=SHADED, align="center")
        for width, heading in zip(widths, headings, strict=True)
    )
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def statement_row(widths: Sequence[int], words: str) -> Element:
    """A row that holds one statement and goes with it: `{%tr for row in rows %}`."""
    content = [paragraph("Table Entry", f"{{%tr {words} %}}")]
    return w("tr", cell(sum(widths), content, span=len(widths)))


def table(widths: Sequence[int], rows: Sequence[Element], *, ruled: bool = True, centred: bool = False) -> Element:
    """A table of fixed columns, ruled or without borders; one narrower than the page may stand in its middle."""
    return w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="TableGrid" if ruled else "TableNormal"),
            w("tblW", w=sum(widths), type="dxa"),
            w("jc", val="center") if centred else None,
            w("tblLayout", type="fixed"),
            cell_margins(top=28, side=CELL_SIDE),
            w("tblLook", val="0420" if ruled else "0400"),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
        *rows,
    )


def page_number() -> Element:
    """The header line `- ๒ -`; the section's number format decides the digits."""
    field = [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", _instruction(" PAGE ")),
        w("r", w("fldChar", fldCharType="separate")),
        w("r", text("๒")),
        w("r", w("fldChar", fldCharType="end")),
    ]
    return w("p", w("pPr", w("pStyle", val="Header")), w("r", text("- ")), *field, w("r", text(" -")))


def _instruction(words: str) -> Element:
    element = text(words)
    element.tag = element.tag.removesuffix("}t") + "}instrText"
    return element


def section(page: Page, headers: dict[str, str] | None = None) -> Element:
    """The properties of a section: headers by page kind (`first`, `default`) and relationship id."""
    headers = headers or {}
    orientation = {"orient": "landscape"} if page.width > page.height else {}
    return w(
        "sectPr",
        *(reference(kind, relationship) for kind, relationship in headers.items()),
        w("type", val="nextPage"),
        w("pgSz", w=page.width, h=page.height, **orientation),
        w("pgMar", top=page.top, right=page.right, bottom=page.bottom, left=page.left,
          header=page.header, footer=567, gutter=0),
        w("pgNumType", fmt="thaiNumbers"),
        w("cols", space=708),
        w("titlePg") if "first" in headers else None,
    )  # fmt: skip


def table_end(section_properties: Element | None = None) -> Element:
    """The low paragraph that Word wants after a table; with properties, it ends a section."""
    return w("p", w("pPr", w("pStyle", val="TableEnd"), section_properties))


def cover(titles: Sequence[str], period: str) -> list[Element]:
    """A cover with the agency's logo, name, place and website, and the period that the paper is about."""
    middle = [*(paragraph("Cover Title", title) for title in titles), paragraph("Cover Period", period)]
    foot = [
        *cover_agency(),
        statement("if agency.website", "Cover Line"),
        link("Cover Line", "{{ agency.website }}"),
        statement("endif", "Cover Line"),
    ]
    return cover_page(middle, cover_logo(), foot)


def cover_logo() -> list[Element]:
    """The agency's logo, or an empty line."""
    return [
        statement("if agency.logo", "Cover Picture"),
        paragraph("Cover Picture", "{{ agency.logo }}"),
        statement("else", "Cover Picture"),
        paragraph("Cover Picture"),
        statement("endif", "Cover Picture"),
    ]


def cover_agency() -> list[Element]:
    """The agency's name and place."""
    return [paragraph("Cover Agency", "{{ agency.full_name }}"), paragraph("Cover Line", "{{ agency.locality }}")]


def cover_page(
    middle: Sequence[Element],
    head: Sequence[Element] = (),
    foot: Sequence[Element] = (),
    headers: dict[str, str] | None = None,
) -> list[Element]:
    """A cover that fills one portrait page, balanced with and without a logo.

    Three rows without borders hold the picture above, the titles in the middle and the agency at the foot:
    LibreOffice does not centre a section on its page, a row's cell both programs do. A cover after numbered pages
    names a header of its own, or it would show theirs.
    """
    width = PORTRAIT.text_width
    empty = [paragraph("Cover Line")]
    rows = [
        _cover_row(width, 3200, "top", head or empty),
        _cover_row(width, 6400, "center", middle),
        _cover_row(width, 4000, "bottom", foot or empty),
    ]
    return [table([width], rows, ruled=False), table_end(section(PORTRAIT, headers))]


def _cover_row(width: int, height: int, align: str, content: Sequence[Element]) -> Element:
    properties = w("trPr", w("cantSplit"), w("trHeight", val=height, hRule="atLeast"))
    return w("tr", properties, cell(width, content, align=align))
