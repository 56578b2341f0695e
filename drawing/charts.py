"""Native charts that a report fills: a bar or a radar of scores, with the sheet that Word edits them through.

Source: ISO/IEC 29500-1, 21.2 (charts), 20.4.2.8 (inline drawings). The chart's alternative text, `chart: name`, binds
it to the data; what it shows before that is sample data. python-pptx writes chart and sheet; what it leaves open, or
writes for PowerPoint alone, is repaired here: axis ids without sign, no smooth lines in a radar, the Thai font in both
halves, and the children in schema order.

>>> chart_drawing("bar", "indicators", 16, 11).part.relationship
'rIdChartBarIndicators'
"""

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE

from drawing.ooxml import WP, A, C, R, element, serialize, w
from drawing.styles import FONT, style_id

Kind = Literal["bar", "radar"]
TYPES = {"bar": XL_CHART_TYPE.BAR_CLUSTERED, "radar": XL_CHART_TYPE.RADAR_MARKERS}
NAMES = {"bar": "Bar Chart", "radar": "Radar Chart"}
EMU_PER_CM = 360_000
#: Hundredths of a point: the size of tables.
LABEL_SIZE = 1400
SCORE, WHOLE = "0.00", "0"
SAMPLE = {
    "การปฏิบัติหน้าที่": 91.25,
    "การใช้งบประมาณ": 88.5,
    "การใช้อำนาจ": 90.75,
    "การใช้ทรัพย์สินของทางราชการ": 84.25,
    "การแก้ไขปัญหาการทุจริต": 86.5,
    "คุณภาพการดำเนินงาน": 92.75,
    "ประสิทธิภาพการสื่อสาร": 89.25,
    "การปรับปรุงระบบการทำงาน": 85.75,
    "การเปิดเผยข้อมูล": 80.5,
    "การป้องกันการทุจริต": 75.25,
}
SERIES = "คะแนน"
# What stands before the look of a series and before its labels.
_SERIES_HEAD = ("idx", "order", "tx")
_SERIES_BODY = (*_SERIES_HEAD, "spPr", "invertIfNegative", "marker")
_OFFICE_2010 = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass(frozen=True)
class ChartPart:
    """A chart and its sheet, and the relationship by which the document shows them."""

    relationship: str
    xml: bytes
    workbook: bytes


@dataclass(frozen=True)
class ChartDrawing:
    """What a layout takes over: the paragraph into its body, the part into `Document.charts`."""

    paragraph: Element
    part: ChartPart


def chart_drawing(kind: Kind, name: str, width_cm: float, height_cm: float, *, style: str = "Normal") -> ChartDrawing:
    """A chart bound to the dotted name of its data, in a paragraph of its own.

    Bars lie, so that long Thai names are read on one line; ten of them want 11 cm of height, a radar 12 cm.
    """
    words = "".join(word.capitalize() for word in re.split(r"[._]", name))
    part = ChartPart(f"rIdChart{kind.capitalize()}{words}", _chart(kind), _workbook(_sample().xlsx_blob))
    inline = _inline(part.relationship, kind, name, round(width_cm * EMU_PER_CM), round(height_cm * EMU_PER_CM))
    run = w("r", w("drawing", inline))
    return ChartDrawing(w("p", w("pPr", w("pStyle", val=style_id(style))), run), part)


def _inline(relationship: str, kind: Kind, name: str, width: int, height: int) -> Element:
    chart = element(C, "chart")
    chart.set(f"{{{R}}}id", relationship)
    return element(
        WP,
        "inline",
        element(WP, "extent", cx=width, cy=height),
        element(WP, "docPr", id=1, name=NAMES[kind], descr=f"chart: {name}"),  # numbered when the package is written
        element(WP, "cNvGraphicFramePr"),
        element(A, "graphic", element(A, "graphicData", chart, uri=C)),
        **dict.fromkeys(("distT", "distB", "distL", "distR"), 0),
    )


def _sample() -> CategoryChartData:
    data = CategoryChartData(number_format=SCORE)
    data.categories = list(SAMPLE)
    data.add_series(SERIES, list(SAMPLE.values()))
    return data


def _workbook(written: bytes) -> bytes:
    """The sheet as it was written, but without a clock and without compression, which differs between systems."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"1980-01-01T00:00:00Z", content)
            entry = zipfile.ZipInfo(name)
            entry.create_system = 0
            target.writestr(entry, content)
    return stream.getvalue()


def _chart(kind: Kind) -> bytes:
    """The chart part: what python-pptx writes, repaired and styled."""
    root = ET.fromstring(ChartXmlWriter(TYPES[kind], _sample()).xml.encode())  # noqa: S314  # written just now
    _without_blanks(root)
    for reference in [*root.iter(_c("axId")), *root.iter(_c("crossAx"))]:
        reference.set("val", reference.get("val", "").lstrip("-"))
    for unwanted in ("date1904", "roundedCorners", _OFFICE_2010):
        _remove(root, unwanted)
    root[:0] = [c("date1904", val=0), c("lang", val="th-TH"), c("roundedCorners", val=0)]
    _place(root, [_shape("noFill", line=None)], after=("chart",))
    _replace(root, "txPr", _letters())
    data = c("externalData", c("autoUpdate", val=0))
    data.set(f"{{{R}}}id", "rId1")
    root.append(data)
    chart = _child(root, "chart")
    _replace(chart, "autoTitleDeleted", c("autoTitleDeleted", val=1))
    for unwanted in ("plotVisOnly", "dispBlanksAs", "showDLblsOverMax"):
        _remove(chart, unwanted)
    chart.extend([c("plotVisOnly", val=1), c("dispBlanksAs", val="gap")])
    area = _child(chart, "plotArea")
    (_bars if kind == "bar" else _spokes)(area)
    return serialize(root)


def _bars(area: Element) -> None:
    """Lying bars, the first category on top, the scale below; room for the label of a full bar."""
    _remove(area, "layout")
    area.insert(0, _layout(x=0.38, y=0.02, width=0.53, height=0.88))
    plot = _child(area, "barChart")
    _place(plot, [c("varyColors", val=0)], after=("barDir", "grouping"))
    _place(plot, [c("gapWidth", val=60)], after=("ser",))
    for series in plot.iter(_c("ser")):
        _place(series, [_shape("accent1", line=None), c("invertIfNegative", val=0)], after=_SERIES_HEAD)
        _place(series, [_labels("outEnd")], after=_SERIES_BODY)
    names = _child(area, "catAx")
    _categories(names, "maxMin")
    _place(names, [c("tickLblSkip", val=1)], after=_before("lblOffset", names))  # every name, however long
    _scale(_child(area, "valAx"), crosses="max")


def _spokes(area: Element) -> None:
    """A line round the centre, with a mark and a label at each score."""
    plot = _child(area, "radarChart")
    for series in plot.iter(_c("ser")):
        _remove(series, "smooth")
        mark = c("marker", c("symbol", val="circle"), c("size", val=6), _shape("accent1", line=None))
        _place(series, [_shape(None, line="accent1", width=28575), mark], after=_SERIES_HEAD)
        _place(series, [_labels(None)], after=_SERIES_BODY)
    categories = _child(area, "catAx")
    _remove(categories, "numFmt")
    _replace(categories, "majorGridlines", c("majorGridlines", _shape(None, line="D9D9D9")))
    _categories(categories, "minMax")
    _scale(_child(area, "valAx"), crosses="autoZero")


def _categories(axis: Element, orientation: str) -> None:
    _replace(axis, "scaling", c("scaling", c("orientation", val=orientation)))
    _replace(axis, "majorTickMark", c("majorTickMark", val="none"))
    _place(axis, [_shape(None, line="BFBFBF")], after=_before("tickLblPos", axis))


def _scale(axis: Element, *, crosses: str) -> None:
    """The axis of the scores, 0 to 100."""
    limits = c("scaling", c("orientation", val="minMax"), c("max", val=100), c("min", val=0))
    _replace(axis, "scaling", limits)
    _replace(axis, "majorGridlines", c("majorGridlines", _shape(None, line="D9D9D9")))
    _remove(axis, "numFmt")
    _place(axis, [c("numFmt", formatCode=WHOLE, sourceLinked=0)], after=_before("majorGridlines", axis))
    _replace(axis, "majorTickMark", c("majorTickMark", val="none"))
    _place(axis, [_shape(None, line="BFBFBF")], after=_before("tickLblPos", axis))
    _replace(axis, "crosses", c("crosses", val=crosses))
    _remove(axis, "crossBetween")
    axis.extend([c("crossBetween", val="between"), c("majorUnit", val=20)])


def _labels(position: str | None) -> Element:
    """The score at each bar or point, with two decimals."""
    shown = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
    return c(
        "dLbls",
        c("numFmt", formatCode=SCORE, sourceLinked=0),
        c("dLblPos", val=position) if position else None,
        *(c(name, val=int(name == "showVal")) for name in shown),
    )


def _letters() -> Element:
    """The text of the whole chart: the Thai font in its Latin and its complex-script half."""
    fonts = (element(A, slot, typeface=FONT) for slot in ("latin", "cs"))
    black = element(A, "solidFill", element(A, "schemeClr", val="tx1"))
    properties = element(A, "pPr", element(A, "defRPr", black, *fonts, sz=LABEL_SIZE))
    end = element(A, "endParaRPr", lang="th-TH")
    return c("txPr", element(A, "bodyPr"), element(A, "lstStyle"), element(A, "p", properties, end))


def _shape(fill: str | None, *, line: str | None, width: int = 9525) -> Element:
    """A look: a fill (or `noFill`, or the series' own) and a line (None: none where there is a fill)."""
    filled = None if fill is None else element(A, "noFill") if fill == "noFill" else _color(fill)
    drawn = element(A, "ln", element(A, "noFill")) if line is None else element(A, "ln", _color(line), w=width)
    return c("spPr", filled, drawn)


def _color(name: str) -> Element:
    kind = "schemeClr" if name.startswith("accent") else "srgbClr"
    return element(A, "solidFill", element(A, kind, val=name))


def _layout(**place: float) -> Element:
    modes = [c("layoutTarget", val="inner"), c("xMode", val="edge"), c("yMode", val="edge")]
    sizes = [c(name[0], val=share) for name, share in place.items()]
    return c("layout", c("manualLayout", *modes, *sizes))


def c(tag: str, *children: Element | None, **attributes: str | float) -> Element:
    """The element `c:tag`; children that are None are left out."""
    return element(C, tag, *children, **attributes)


def _c(tag: str) -> str:
    return tag if tag.startswith("{") else f"{{{C}}}{tag}"


def _child(parent: Element, tag: str) -> Element:
    found = parent.find(_c(tag))
    assert found is not None, tag  # noqa: S101  # python-pptx writes it
    return found


def _remove(parent: Element, tag: str) -> None:
    for found in parent.findall(_c(tag)):
        parent.remove(found)


def _replace(parent: Element, tag: str, new: Element) -> None:
    parent[list(parent).index(_child(parent, tag))] = new


def _place(parent: Element, new: Iterable[Element], *, after: Iterable[str]) -> None:
    """Put elements behind the last of those that the schema wants before them."""
    before = {_c(tag) for tag in after}
    at = max((number for number, child in enumerate(parent, 1) if child.tag in before), default=0)
    parent[at:at] = list(new)


def _before(tag: str, parent: Element) -> tuple[str, ...]:
    """What stands in an element up to and with the child `tag`."""
    tags = [child.tag for child in parent]
    return tuple(tags[: tags.index(_c(tag)) + 1])


def _without_blanks(root: Element) -> None:
    for found in root.iter():
        if len(found) and not (found.text or "").strip():
            found.text = None
        found.tail = None
