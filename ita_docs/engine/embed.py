"""A document's own font inside the document, so that it prints alike where the font is not installed.

Source: ECMA-376 part 1, 17.8 (embedded fonts, obfuscated with a key); OpenType, OS/2 `fsType`: only what may be
installed (0) or embedded in documents that are edited (8) is embedded.  Limits: the one font of the document's
defaults, regular and bold; TrueType outlines, since Word embeds no others.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from textwrap import shorten
from typing import Any, NamedTuple
from uuid import UUID

from lxml import etree

from ita_docs.engine.installed_fonts import FontFile, FontStyle, families, font_library
from ita_docs.engine.named_fonts import named_fonts
from ita_docs.engine.package import CONTENT_TYPES, OFFICE, RELATIONSHIPS, TYPES, Package, parse_xml, relationship_part
from ita_docs.engine.wordml import NAMESPACE, W
from ita_docs.errors import Fault, OutputError
from ita_docs.findings import Finding

_TABLE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
_SETTINGS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_R = f"{{{OFFICE.rstrip('/')}}}"
#: Where a font is embedded, in the order of the schema.
_SLOTS: dict[FontStyle, str] = {
    "Regular": "embedRegular",
    "Bold": "embedBold",
    "Italic": "embedItalic",
    "Bold Italic": "embedBoldItalic",
}
_WANTED: tuple[FontStyle, ...] = ("Regular", "Bold")
#: The two settings, and what stands before them (17.15.1; CT_Settings).
_FIRST = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime", "doNotDisplayPageBoundaries",
    "displayBackgroundShape", "printPostScriptOverText", "printFractionalCharacterWidth", "printFormsData",
)  # fmt: skip
_SETTINGS = {
    "embedTrueTypeFonts": {f"{W}{word}" for word in _FIRST},
    "saveSubsetFonts": {f"{W}{word}" for word in (*_FIRST, "embedTrueTypeFonts", "embedSystemFonts")},
}
_LEVELS, _BITMAP_ONLY = 0x000F, 0x0200
_ALLOWED = {0, 8}
_KEYED = 32
_LICENCE, _LICENCE_LINK = 13, 14
_LICENCE_LENGTH = 200


class Embedded(NamedTuple):
    """The document with its font, and the licence that the font states, as a finding."""

    document: bytes
    findings: tuple[Finding, ...]


def embed_fonts(document: bytes) -> Embedded:
    """The document with its own font in it; the same bytes where it stands in it already.

    Raises OutputError where the font is not installed or its licence does not allow it.
    """
    package = Package(document, "")
    roots = (parse_xml(data, "", name) for name, data in package.parts.items() if name.endswith(".xml"))
    fonts = named_fonts(roots)
    if fonts.own in fonts.embedded:
        return Embedded(document, ())
    files = families().get(fonts.own.casefold(), {})
    if "Regular" not in files:
        raise OutputError([Fault("embed.not-installed", params={"font": fonts.own or "?"})])
    font_library()
    licence = _licence(fonts.own, files["Regular"])
    contents = {style: _content(fonts.own, files[style]) for style in _WANTED if style in files}
    finding = Finding("embed.licence", params={"font": fonts.own, "licence": licence or "-"}, severity="advice")
    return Embedded(with_fonts(package, fonts.own, contents), (finding,))


def with_fonts(package: Package, family: str, fonts: Mapping[FontStyle, bytes]) -> bytes:
    """The bytes of a document that carries fonts under a family's name; the same input gives the same bytes."""
    changed: dict[str, bytes] = {}
    table = _font_table(package, changed)
    rels = relationship_part(table)
    links = _root(package, changed, rels, f'<Relationships xmlns="{RELATIONSHIPS[1:-1]}"/>')
    listed = _root(package, changed, table)
    font = next((font for font in listed if font.get(f"{W}name") == family), None)
    if font is None:
        font = etree.SubElement(listed, f"{W}font", {f"{W}name": family})
    for style in (style for style in _SLOTS if style in fonts):
        digest = hashlib.sha256(fonts[style]).digest()
        key = UUID(bytes=digest[:16])
        name, link = f"{table.rpartition('/')[0]}/fonts/{digest.hex()[:16]}.odttf", f"rIdFont{digest.hex()[:16]}"
        changed[name] = obfuscated(fonts[style], key)
        etree.SubElement(
            links,
            f"{RELATIONSHIPS}Relationship",
            Id=link,
            Type=f"{OFFICE}font",
            Target=f"fonts/{digest.hex()[:16]}.odttf",
        )
        told = {f"{_R}id": link, f"{W}fontKey": f"{{{str(key).upper()}}}"}
        etree.SubElement(font, f"{W}{_SLOTS[style]}", told, nsmap={"r": _R[1:-1]})
    changed[table], changed[rels] = _bytes(listed), _bytes(links)
    _set(package, changed)
    types = _root(package, changed, CONTENT_TYPES)
    if not any(default.get("Extension", "").lower() == "odttf" for default in types.iter(f"{TYPES}Default")):
        types.insert(0, types.makeelement(f"{TYPES}Default", {"Extension": "odttf", "ContentType": _FONT_TYPE}))
    changed[CONTENT_TYPES] = _bytes(types)
    return package.write(changed)


def obfuscated(font: bytes, key: UUID) -> bytes:
    """A font whose first 32 bytes are mixed with the key, last byte first (17.8.1); the same again undoes it."""
    mask = key.bytes[::-1] * (_KEYED // 16)
    return bytes(a ^ b for a, b in zip(font[:_KEYED], mask, strict=False)) + font[_KEYED:]


def _licence(family: str, file: FontFile) -> str:
    """What a font says of its licence; refuses one that may not be embedded, or that Word would not."""
    with _opened(file) as font:
        rights = font["OS/2"].fsType if "OS/2" in font else 0
        if (rights & _LEVELS) not in _ALLOWED or rights & _BITMAP_ONLY:
            raise OutputError([Fault("embed.not-allowed", params={"font": family, "found": str(rights)})])
        if "glyf" not in font:
            raise OutputError([Fault("embed.no-truetype", params={"font": family})])
        said = [font["name"].getDebugName(number) for number in (_LICENCE, _LICENCE_LINK)]
    return " ".join(shorten(text, _LICENCE_LENGTH) for text in said if text)


def _content(family: str, file: FontFile) -> bytes:
    """The bytes of one font; one of a collection is taken out of it."""
    _licence(family, file)
    data = file.path.read_bytes()
    if not data.startswith(b"ttcf"):
        return data
    with _opened(file) as font:
        stream = io.BytesIO()
        font.save(stream)
    return stream.getvalue()


def _opened(file: FontFile) -> Any:
    from fontTools.ttLib import TTFont  # noqa: PLC0415  an extra

    return TTFont(file.path, fontNumber=file.number, lazy=True, recalcTimestamp=False)


def _font_table(package: Package, changed: dict[str, bytes]) -> str:
    """The part that lists the document's fonts, made where there is none."""
    found = [rel.target for rel in package.relationships(package.main) if rel.kind == "fontTable"]
    return found[0] if found else _add(package, changed, "fontTable", _TABLE_TYPE, "fonts")


def _set(package: Package, changed: dict[str, bytes]) -> None:
    """Tell Word to keep the fonts when it saves, and only the letters that the document uses."""
    found = [rel.target for rel in package.relationships(package.main) if rel.kind == "settings"]
    name = found[0] if found else _add(package, changed, "settings", _SETTINGS_TYPE, "settings")
    root = _root(package, changed, name)
    for word, before in _SETTINGS.items():
        for old in root.findall(f"{W}{word}"):
            root.remove(old)
        root.insert(sum(1 for child in root if child.tag in before), etree.Element(f"{W}{word}"))
    changed[name] = _bytes(root)


def _add(package: Package, changed: dict[str, bytes], kind: str, content_type: str, root: str) -> str:
    """A new part of the document, empty, with its relationship and content type."""
    folder = package.main.rpartition("/")[0]
    name, rels = f"{folder}/{kind}.xml".lstrip("/"), relationship_part(package.main)
    links = _root(package, changed, rels, f'<Relationships xmlns="{RELATIONSHIPS[1:-1]}"/>')
    etree.SubElement(
        links, f"{RELATIONSHIPS}Relationship", Id=f"rId_{kind}", Type=f"{OFFICE}{kind}", Target=f"{kind}.xml"
    )
    types = _root(package, changed, CONTENT_TYPES)
    etree.SubElement(types, f"{TYPES}Override", PartName=f"/{name}", ContentType=content_type)
    changed |= {rels: _bytes(links), CONTENT_TYPES: _bytes(types)}
    changed[name] = f'<w:{root} xmlns:w="{NAMESPACE}"/>'.encode()
    return name


def _root(package: Package, changed: Mapping[str, bytes], name: str, empty: str = "") -> etree._Element:
    data = changed.get(name) or package.parts.get(name) or empty.encode()
    return parse_xml(data, "", name)


def _bytes(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
