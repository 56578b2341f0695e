"""A drawn document as a .docx file, the same bytes every time.

Source: ISO/IEC 29500-2 (packages). Entries stand in one order and carry the date 1980-01-01; parts are XML, but for
the sheets of charts; pictures come in when a report is rendered. The bytes of the archive depend on the deflate library
at hand, those of the parts do not.
"""

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from drawing import styles, theme
from drawing.charts import ChartPart
from drawing.ooxml import WP, W, serialize, w
from drawing.styles import FONT

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIXED = {"styles": "styles.xml", "settings": "settings.xml", "fontTable": "fontTable.xml", "theme": "theme/theme1.xml"}


@dataclass(frozen=True)
class Document:
    """What a template module draws: the body, the paragraphs of each header by its name, own styles, charts."""

    body: list[Element]
    headers: dict[str, list[Element]] = field(default_factory=dict)
    styles: list[Element] = field(default_factory=list)
    charts: list[ChartPart] = field(default_factory=list)
    font: str = FONT


def header_id(number: int) -> str:
    """The relationship of a header, counted from 1.

    >>> header_id(1)
    'rId5'
    """
    return f"rId{len(_FIXED) + number}"


def parts(document: Document) -> dict[str, bytes]:
    """Every entry of the archive in its order."""
    headers = {name: serialize(w("hdr", *content)) for name, content in document.headers.items()}
    body = w("body", *document.body)
    charts = list({chart.relationship: chart for chart in document.charts}.values())
    for number, drawing in enumerate(body.iter(f"{{{WP}}}docPr"), start=1):
        drawing.set("id", str(number))
    for number, identity in enumerate(body.iterfind(f".//{{{W}}}sdtPr/{{{W}}}id"), start=1):
        identity.set(f"{{{W}}}val", str(number))
    return {
        "[Content_Types].xml": _content_types(list(headers), len(charts)),
        "_rels/.rels": _relationships(
            [
                (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
            ]
        ),
        "docProps/core.xml": _core_properties(),
        "docProps/app.xml": _application_properties(),
        "word/document.xml": serialize(w("document", body)),
        "word/_rels/document.xml.rels": _relationships(
            [(f"{_OFFICE}/relationships/{name}", target) for name, target in _FIXED.items()]
            + [(f"{_OFFICE}/relationships/header", f"{name}.xml") for name in headers],
            {
                chart.relationship: (f"{_OFFICE}/relationships/chart", f"charts/chart{number}.xml")
                for number, chart in enumerate(charts, start=1)
            },
        ),
        "word/styles.xml": serialize(styles.styles(document.styles, document.font)),
        "word/settings.xml": serialize(styles.settings()),
        "word/fontTable.xml": serialize(styles.font_table(document.font)),
        "word/theme/theme1.xml": theme.theme(document.font),
        **{f"word/{name}.xml": content for name, content in headers.items()},
        **_charts(charts),
    }


def _charts(charts: list[ChartPart]) -> dict[str, bytes]:
    """The parts of the charts, each with its sheet."""
    made: dict[str, bytes] = {}
    for number, chart in enumerate(charts, start=1):
        sheet = f"embeddings/Microsoft_Excel_Worksheet{number}.xlsx"
        made[f"word/charts/chart{number}.xml"] = chart.xml
        made[f"word/charts/_rels/chart{number}.xml.rels"] = _relationships(
            [(f"{_OFFICE}/relationships/package", f"../{sheet}")]
        )
        made[f"word/{sheet}"] = chart.workbook
    return made


def write(document: Document, path: Path) -> None:
    """Write the .docx."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts(document).items():
            entry = zipfile.ZipInfo(name)  # dated 1980-01-01
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            archive.writestr(entry, content, compresslevel=9)


def _content_types(headers: list[str], charts: int) -> bytes:
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "fontTable": "fontTable"}
    kinds |= dict.fromkeys(headers, "header")
    overrides = [(f"/word/{name}.xml", f"{_TYPES}.{kind}+xml") for name, kind in kinds.items()]
    overrides += [
        ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    overrides += [(f"/word/charts/chart{number}.xml", _CHART) for number in range(1, charts + 1)]
    sheets = f'<Default Extension="xlsx" ContentType="{_SHEET}"/>' if charts else ""
    lines = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{sheets}{lines}</Types>'
    ).encode()


def _relationships(targets: list[tuple[str, str]], named: dict[str, tuple[str, str]] | None = None) -> bytes:
    """Relationships counted from `rId1`, and those that have ids of their own."""
    every = {f"rId{number}": target for number, target in enumerate(targets, start=1)} | (named or {})
    lines = "".join(
        f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>' for identity, (kind, target) in every.items()
    )
    return f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'.encode()


def _core_properties() -> bytes:
    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>{{ title }}</dc:title><dc:subject>{{ title }}</dc:subject>"
        "<dc:creator>{{ agency.full_name }}</dc:creator><dc:language>th-TH</dc:language></cp:coreProperties>"
    ).encode()


def _application_properties() -> bytes:
    return (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties">'
        "<Application>ita_docs</Application></Properties>"
    ).encode()
