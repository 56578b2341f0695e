"""Documents with charts for tests, and what a reader of a rendered one finds: series, sheet, parts."""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from lxml import etree

from drawing import blocks, charts, package
from ita_docs.engine import Template
from ita_docs.reports.view import Chart, Series
from tests.engine.documents import OFFICE, PACKAGE

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONSHIP = f"{{{OFFICE}}}id"
STYLE = "http://schemas.microsoft.com/office/2011/relationships/chartStyle"
PARTS = dict[str, bytes]


CHART = "word/charts/chart1.xml"
BODY = "word/document.xml"
SCORES = Chart(("ตัวชี้วัดที่ 1", "O12", "www.a.go.th/1"), (Series("ปี 2567", (Decimal("88.10"), None, Decimal(100))),))
#: What the bar chart has, and a title in its place.
DELETED = '<c:autoTitleDeleted val="1" />'
TITLE = (
    "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>ผล ITA ปี 25</a:t></a:r><a:r><a:t>67 %s</a:t></a:r></a:p></c:rich>"
    '</c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
)


def plain(*values: Any, name: str = "a", categories: tuple[Any, ...] | None = None) -> dict[str, Any]:
    return {"categories": list(categories or range(len(values))), "series": [{"name": name, "values": list(values)}]}


def render(path: Path, value: Any = SCORES, numerals: Any = None, **more: Any) -> bytes:
    return Template(path).render({"scores": value, **more}, numerals=numerals)


def drawn(kind: charts.Kind = "bar", name: str = "scores") -> charts.ChartDrawing:
    return charts.chart_drawing(kind, name, 16, 11)


def statement(words: str) -> Element:
    return blocks.statement(words)


def template(folder: Path, *content: Element | charts.ChartDrawing, edit: Callable[[PARTS], object] = len) -> Path:
    """A document of paragraphs and charts, its parts edited as Word might have."""
    found = [one for one in content if isinstance(one, charts.ChartDrawing)]
    body = [one.paragraph if isinstance(one, charts.ChartDrawing) else one for one in content]
    document = package.Document([*body, blocks.section(blocks.PORTRAIT)], charts=[one.part for one in found])
    parts = package.parts(document)
    del parts["docProps/core.xml"]
    for name in ("_rels/.rels", "[Content_Types].xml"):
        parts[name] = re.sub(rb"<(Relationship|Override)[^>]*core[.]xml[^>]*>", b"", parts[name])
    edit(parts)
    path = folder / "template.docx"
    with zipfile.ZipFile(path, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data)
    return path


def replacing(part: str, *pairs: tuple[str, str]) -> Callable[[PARTS], None]:
    """An edit of one part's text; each old text must be there."""

    def edit(parts: PARTS) -> None:
        text = parts[part].decode()
        for old, new in pairs:
            assert old in text, old
            text = text.replace(old, new)
        parts[part] = text.encode()

    return edit


def with_style(parts: PARTS) -> None:
    """Give chart 1 the style part that Word keeps with each chart, and a picture that it fills its bars with."""
    rels = "word/charts/_rels/chart1.xml.rels"
    added = f'<Relationship Id="s" Type="{STYLE}" Target="style1.xml"/>'
    added += f'<Relationship Id="i" Type="{OFFICE}/image" Target="../media/fill.png"/></Relationships>'
    parts[rels] = parts[rels].replace(b"</Relationships>", added.encode())
    parts["word/charts/style1.xml"] = (
        b'<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle"/>'
    )
    parts["word/media/fill.png"] = b"png"
    types = '<Default Extension="png" ContentType="image/png"/><Override PartName="/word/charts/style1.xml" '
    types += 'ContentType="application/vnd.ms-office.chartstyle+xml"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", types.encode())


def parts_of(document: bytes) -> PARTS:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def targets(parts: Mapping[str, bytes], part: str) -> dict[str, str]:
    """The parts that a part leads to, by relationship."""
    folder, base = posixpath.split(part)
    data = parts.get(posixpath.join(folder, "_rels", f"{base}.rels"))
    found = [] if data is None else list(etree.fromstring(data))
    return {
        one.get("Id"): posixpath.normpath(posixpath.join("/", folder, one.get("Target"))).lstrip("/")
        for one in found
        if one.get("TargetMode") != "External"
    }


def shown(document: bytes, story: str = "word/document.xml") -> list[Any]:
    """The charts that a story shows, in its order, as trees."""
    parts = parts_of(document)
    known = targets(parts, story)
    found = etree.fromstring(parts[story]).iter(f"{C}chart")
    return [etree.fromstring(parts[known[chart.get(RELATIONSHIP)]]) for chart in found]


def names(document: bytes) -> list[str]:
    return sorted(name for name in parts_of(document) if re.match(r"word/(?:charts|embeddings)/[^/]*$", name))


def values(chart: Any) -> dict[str, dict[str, str]]:
    """What a chart's cache says: category and number of each point, by series."""
    found = {}
    for series in chart.iter(f"{C}ser"):
        categories = {pt.get("idx"): pt.findtext(f"{C}v") for pt in series.iterfind(f"{C}cat//{C}pt")}
        points = {pt.get("idx"): pt.findtext(f"{C}v") for pt in series.iterfind(f"{C}val//{C}pt")}
        name = series.findtext(f"{C}tx//{C}v") or ""
        found[name] = {categories[number]: value for number, value in points.items()}
        for kind, count in (("cat", len(categories)), ("val", len(categories))):
            assert series.find(f"{C}{kind}//{C}ptCount").get("val") == str(count)
    return found


def sheet(document: bytes, number: int = 0) -> list[list[Any]]:
    """The rows of a chart's sheet: texts, numbers as text, None for an empty cell; no formula among them."""
    parts = parts_of(document)
    part = [name for name in targets(parts, "word/document.xml").values() if "/charts/" in name][number]
    (book,) = (name for name in targets(parts, part).values() if name.endswith(".xlsx"))
    inside = parts_of(parts[book])
    strings = [
        "".join(one.itertext(f"{SHEET}t"))
        for one in etree.fromstring(inside["xl/sharedStrings.xml"]).iter(f"{SHEET}si")
    ]
    root = etree.fromstring(inside["xl/worksheets/sheet1.xml"])
    assert root.find(f".//{SHEET}f") is None
    return [[_cell(cell, strings) for cell in row] for row in root.iter(f"{SHEET}row")]


def _cell(cell: Any, strings: list[str]) -> str | None:
    value = cell.findtext(f"{SHEET}v")
    if value is None:
        return None
    return strings[int(value)] if cell.get("t") == "s" else str(value)


def orphans(document: bytes) -> set[str]:
    """Parts that no relationship leads to."""
    parts = parts_of(document)
    seen: set[str] = set()
    waiting = list(targets(parts, "").values())
    while waiting:
        part = waiting.pop()
        assert part in parts, part
        if part not in seen:
            seen.add(part)
            waiting += targets(parts, part).values()
    types = etree.fromstring(parts["[Content_Types].xml"])
    overridden = {one.get("PartName").lstrip("/") for one in types.iter(f"{{{PACKAGE}/content-types}}Override")}
    own = {name for name in parts if name.endswith(".rels") or name == "[Content_Types].xml"}
    return set(parts) - seen - own | overridden - set(parts)
