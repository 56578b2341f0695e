"""A drawn document as a .docx file, the same bytes every time.

Source: ISO/IEC 29500-2 (packages). Entries stand in one order and carry the date 1980-01-01; parts are XML only,
pictures and charts come in when a report is rendered. The bytes of the archive depend on the deflate library at
hand, those of the parts do not.
"""

import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from drawing import styles, theme
from drawing.ooxml import serialize, w

_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIXED = {"styles": "styles.xml", "settings": "settings.xml", "fontTable": "fontTable.xml", "theme": "theme/theme1.xml"}


@dataclass(frozen=True)
class Document:
    """What a template module draws: the body, and each header's paragraphs by the header's name."""

    body: list[Element]
    headers: dict[str, list[Element]] = field(default_factory=dict)


def header_id(number: int) -> str:
    """The relationship of a header, counted from 1.

    >>> header_id(1)
    'rId5'
    """
    return f"rId{len(_FIXED) + number}"


def parts(document: Document) -> dict[str, bytes]:
    """Every entry of the archive in its order."""
    headers = {name: serialize(w("hdr", *content)) for name, content in document.headers.items()}
    return {
        "[Content_Types].xml": _content_types(list(headers)),
        "_rels/.rels": _relationships(
            [
                (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
                (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
            ]
        ),
        "docProps/core.xml": _core_properties(),
        "docProps/app.xml": _application_properties(),
        "word/document.xml": serialize(w("document", w("body", *document.body))),
        "word/_rels/document.xml.rels": _relationships(
            [(f"{_OFFICE}/relationships/{name}", target) for name, target in _FIXED.items()]
            + [(f"{_OFFICE}/relationships/header", f"{name}.xml") for name in headers]
        ),
        "word/styles.xml": serialize(styles.styles()),
        "word/settings.xml": serialize(styles.settings()),
        "word/fontTable.xml": serialize(styles.font_table()),
        "word/theme/theme1.xml": theme.theme(),
        **{f"word/{name}.xml": content for name, content in headers.items()},
    }


def write(document: Document, path: Path) -> None:
    """Write the .docx."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts(document).items():
            entry = zipfile.ZipInfo(name)  # dated 1980-01-01
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            archive.writestr(entry, content, compresslevel=9)


def _content_types(headers: list[str]) -> bytes:
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings", "fontTable": "fontTable"}
    kinds |= dict.fromkeys(headers, "header")
    overrides = [(f"/word/{name}.xml", f"{_TYPES}.{kind}+xml") for name, kind in kinds.items()]
    overrides += [
        ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    ]
    lines = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    ).encode()


def _relationships(targets: list[tuple[str, str]]) -> bytes:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
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
