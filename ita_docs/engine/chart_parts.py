"""The chart parts of a template: read once, filled with data for each drawing of them, dropped when none is left.

A filled chart is a copy of the template's with its style, the data in its series and in a sheet of its own (DrawingML
charts, ECMA-376 part 1, 21.2; python-pptx rewrites the series as its `replace_data` does, and lays out the sheet).
What the copy says beside the data is the template's: title, legend, colours, axes. Labels and axes follow the
document's script of digits. A series more than the template has looks like its last, in the theme's next colour.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from lxml import etree

from ita_docs.engine import archive
from ita_docs.engine.wordml import TAG, joined, spread
from ita_docs.patterns import lazy_pattern
from ita_docs.thai import Numerals, localize_digits

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
#: Charts of points: they have no categories.
_POINTS = (f"{C}scatterChart", f"{C}bubbleChart")
_THAI = "[$-D00041E]"
_SCORE = "0.00"
#: What asks for a script of digits at the beginning of a number format; Thai versions of Excel write a `t`.
_SCRIPT = lazy_pattern(r"\[\$-[^\]]*\]|t(?=[0#?])")
_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001  # the sheet's properties know no zone


class Row(NamedTuple):
    """A series: its name and its numbers, None for a gap."""

    name: str
    values: tuple[Decimal | None, ...]


class Data(NamedTuple):
    """What a chart shows; each series has a value for each category, and there is one of both at least."""

    categories: tuple[str, ...]
    series: tuple[Row, ...]


class Source(NamedTuple):
    """A chart part of a template."""

    number: int
    part: str
    xml: bytes
    #: Why it can not be filled: the code of a fault and what was found.
    problem: tuple[str, str] | None


def source(number: int, part: str, xml: bytes, root: etree._Element) -> Source:
    """A chart part, with the reason why it can not be filled, if there is one."""
    return Source(number, part, xml, _problem(root))


def _problem(root: etree._Element) -> tuple[str, str] | None:
    points = next(root.iter(*_POINTS), None)
    if points is not None:
        return "template.chart-kind", etree.QName(points).localname
    if next(root.iter(f"{C}ser"), None) is None:
        return "template.chart-no-series", ""
    text = " ".join(joined(texts) for texts in _paragraphs(root))
    tag = TAG.search(text)
    return ("template.chart-tag", tag[0]) if tag else None


def _paragraphs(root: etree._Element) -> Iterator[list[etree._Element]]:
    """The texts of each paragraph of the chart's own words."""
    for paragraph in root.iter(f"{A}p"):
        yield list(paragraph.iter(f"{A}t"))


def fill(chart: Source, data: Data, numerals: Numerals | None, sheet: str) -> tuple[bytes, bytes]:
    """The chart with other data, and its workbook, which it finds by the relationship `sheet`."""
    from pptx.chart.xmlwriter import SeriesXmlRewriterFactory  # noqa: PLC0415  # only a chart needs it
    from pptx.enum.chart import XL_CHART_TYPE  # noqa: PLC0415  # only a chart needs it
    from pptx.oxml import parse_xml  # noqa: PLC0415  # only a chart needs it

    root = parse_xml(chart.xml)
    area = root.plotArea
    before = list(area.sers)
    number_format = formatted(next((f.text for f in root.iterfind(f".//{C}val//{C}formatCode")), ""), numerals)
    # every kind of chart that has categories is rewritten alike
    SeriesXmlRewriterFactory(XL_CHART_TYPE.BAR_CLUSTERED, _chart_data(data)).replace_series_data(root)
    for code in root.iterfind(f".//{C}val//{C}formatCode"):
        code.text = number_format
    for series in area.sers:
        _without_old_points(series, len(data.categories))
        if series not in before:
            _distinguish(series)
    _without_leftovers(root, area)
    if any(value is None for row in data.series for value in row.values):
        _leave_gaps(root.chart)
    if numerals:
        _localise(root, area, numerals)
    root.get_or_add_externalData().set(f"{_OFFICE}id", sheet)
    xml = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return bytes(xml), _workbook(data, number_format)


def formatted(code: str | None, numerals: Numerals | None) -> str:
    """A number format in a script of digits; what says nothing of decimals gets two.

    >>> formatted("0.0", "thai"), formatted("[$-D00041E]0;-0", "arabic"), formatted("General", "thai")
    ('[$-D00041E]0.0', '0;-0', '[$-D00041E]0.00')
    """
    code = code or "General"
    if numerals is None:
        return code
    if code.lower() == "general":
        code = _SCORE
    sections = [_SCRIPT.sub("", section, count=1) if _SCRIPT.match(section) else section for section in code.split(";")]
    return ";".join((_THAI if numerals == "thai" else "") + section for section in sections)


def localise(root: etree._Element, numerals: Numerals) -> None:
    """Turn the digits of a chart that no tag fills: its own words, and the number formats that it states."""
    for texts in _paragraphs(root):
        spread(texts, localize_digits(joined(texts), numerals))
    for number_format in root.iter(f"{C}numFmt"):
        number_format.set("formatCode", formatted(number_format.get("formatCode"), numerals))
        number_format.set("sourceLinked", "0")


def _chart_data(data: Data, number_format: str = "General") -> Any:
    from pptx.chart.data import CategoryChartData  # noqa: PLC0415  # only a chart needs it

    made = CategoryChartData(number_format)
    made.categories = data.categories
    for row in data.series:
        made.add_series(row.name, row.values)
    return made


def _workbook(data: Data, number_format: str) -> bytes:
    """The sheet that Word opens to edit the chart: texts stay texts, and no clock is asked."""
    from pptx.chart.xlsx import CategoryWorkbookWriter  # noqa: PLC0415  # only a chart needs it
    from xlsxwriter import Workbook  # noqa: PLC0415  # only a chart needs it

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": _EPOCH})
    writer = CategoryWorkbookWriter(_chart_data(data, number_format))
    writer._populate_worksheet(book, book.add_worksheet())  # noqa: SLF001  # its own way asks the clock and runs `=…`
    book.close()
    entries = archive.read(stream.getvalue(), "")
    return archive.write(entries)


def _without_old_points(series: etree._Element, count: int) -> None:
    """Drop the looks of points that are no more, and labels with words that were typed for old data."""
    for point in [*series.iterfind(f"{C}dPt"), *series.iterfind(f"{C}dLbls/{C}dLbl")]:
        number = point.find(f"{C}idx")
        gone = number is None or int(number.get("val", "0")) >= count
        if gone or point.find(f"{C}tx") is not None:
            point.getparent().remove(point)


def _distinguish(series: etree._Element) -> None:
    """Give a series that was copied from the one before it the theme's next colour, and no identity of that one."""
    _without_extensions(series, "uniqueId")
    look = series.find(f"{C}spPr")
    if look is None:
        return
    main = next((found for found in look.iterfind(f"{A}solidFill")), look.find(f"{A}ln/{A}solidFill"))
    if main is None:
        return
    old = etree.tostring(main, method="c14n")
    accent = f"accent{series.idx.val % 6 + 1}"
    for fill_ in list(series.iter(f"{A}solidFill")):
        if etree.tostring(fill_, method="c14n") == old:
            fill_[:] = [etree.Element(f"{A}schemeClr", val=accent)]


def _without_leftovers(root: etree._Element, area: etree._Element) -> None:
    """Drop the axes of plots that lost their last series, and series that were hidden in Word."""
    used = {ident.get("val") for plot in area.iter_xCharts() for ident in plot.iterfind(f"{C}axId")}
    for axis in [child for child in area if child.tag.endswith("Ax")]:
        if (ident := axis.find(f"{C}axId")) is not None and ident.get("val") not in used:
            area.remove(axis)
    _without_extensions(root, "filtered")


def _without_extensions(root: etree._Element, begin: str) -> None:
    """Drop the extensions whose content's name begins so, and lists of extensions that are then empty."""
    for extension in list(root.iter(f"{C}ext")):
        if any(etree.QName(child).localname.startswith(begin) for child in extension.iterchildren("*")):
            extensions = extension.getparent()
            extensions.remove(extension)
            if not len(extensions):
                extensions.getparent().remove(extensions)


def _leave_gaps(chart: Any) -> None:
    blanks = chart.find(f"{C}dispBlanksAs")
    if blanks is None:
        blanks = etree.Element(f"{C}dispBlanksAs")
        chart.insert_element_before(blanks, "c:showDLblsOverMax", "c:extLst")
    blanks.set("val", "gap")


def _localise(root: etree._Element, area: etree._Element, numerals: Numerals) -> None:
    """Turn the digits of the chart's own words, and the number formats of its labels and value axes."""
    for texts in _paragraphs(root):
        spread(texts, localize_digits(joined(texts), numerals))
    labels = [label for label in area.iter(f"{C}dLbls", f"{C}dLbl") if label.find(f"{C}delete") is None]
    for shown in (*labels, *area.iter(f"{C}valAx")):
        number_format = shown.find(f"{C}numFmt")
        if number_format is None:
            if shown.tag == f"{C}dLbl":  # as the labels of its series
                continue
            number_format = shown.get_or_add_numFmt()
        number_format.set("formatCode", formatted(number_format.get("formatCode"), numerals))
        number_format.set("sourceLinked", "0")
