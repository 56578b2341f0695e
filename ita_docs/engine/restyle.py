"""A template in another font or size: what the standard templates look like for an agency that draws none of its own.

The template's own font is the one of its defaults (`w:docDefaults`), its size too.  Every place that names that font
names the new one; every size of letters grows or shrinks by the same factor, to the half point in which Word counts
(ECMA-376 part 1, 17.3.2.38), in charts to the hundredth.  Limits: widths, indents and exact line heights stay; symbols
in fonts of their own stay in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.sax.saxutils import escape

from lxml import etree

from ita_docs.engine import archive
from ita_docs.engine.chart_store import CHART
from ita_docs.engine.package import Package, parse_xml
from ita_docs.engine.wordml import W
from ita_docs.template_sets import Style

_SIZE = re.compile(rb'(<w:sz(?:Cs)? w:val=")(\d+)(")')
_CHART_SIZE = re.compile(rb'(<a:(?:rPr|defRPr|endParaRPr)\b[^>]*?\bsz=")(\d+)(")')
_FONTS = "wordprocessingml.fontTable+xml"
_STYLES = "wordprocessingml.styles+xml"


def restyled(data: bytes, file: str, style: Style) -> bytes:
    """The bytes of a .docx in another style; the same where nothing is asked for."""
    if style == Style():
        return data
    package = Package(data, file)
    font, size = _own(package)
    factor = style.size * 2 / size if style.size and size else 1.0
    changed = {}
    for name, part in package.parts.items():
        if not name.endswith(".xml"):
            continue
        made = part
        if style.font and font:
            fonts = package.content_type(name).endswith(_FONTS)
            made = _listed(part, font, file, name) if fonts else part
            made = _in_font(made, font, style.font)
        if factor != 1.0:
            chart = package.content_type(name) == CHART
            made = (_CHART_SIZE if chart else _SIZE).sub(_scaled(factor, 100 if chart else 1), made)
        if made != part:
            changed[name] = archive.deflated(made)
    return archive.write({**package.stored, **changed})


def _own(package: Package) -> tuple[str, int]:
    """The font and the size, in half points, of a template's defaults; empty and 0 where it states none."""
    for name in package.parts:
        if package.content_type(name).endswith(_STYLES):
            root = parse_xml(package.parts[name], package.file, name)
            font = root.find(f"{W}docDefaults//{W}rFonts")
            size = root.find(f"{W}docDefaults//{W}szCs")
            return (
                "" if font is None else font.get(f"{W}cs", ""),
                0 if size is None else int(size.get(f"{W}val", "0")),
            )
    return "", 0


def _listed(part: bytes, old: str, file: str, name: str) -> bytes:
    """The list of fonts without what it says of the old one, which is not so of the new."""
    root = parse_xml(part, file, name)
    for font in root.findall(f"{W}font"):
        if font.get(f"{W}name") == old:
            for child in list(font):
                font.remove(child)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _in_font(part: bytes, old: str, new: str) -> bytes:
    """Every attribute that names the old font, naming the new one."""
    return part.replace(f'="{_quoted(old)}"'.encode(), f'="{_quoted(new)}"'.encode())


def _quoted(text: str) -> str:
    return escape(text, {'"': "&quot;"})


def _scaled(factor: float, step: int) -> Callable[[re.Match[bytes]], bytes]:
    def scale(found: re.Match[bytes]) -> bytes:
        size = max(1, round(int(found[2]) * factor / step)) * step
        return b"%b%d%b" % (found[1], size, found[3])

    return scale
