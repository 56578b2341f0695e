"""What the XML of a part must not hold: objects, code, foreign documents, and whatever is loaded from elsewhere.

Relationships are judged in `package.py`, fields in `fields.py`; this is what needs neither: references that stand in
the markup itself (VML, SVG, forms and schemas in custom XML, online videos), and elements that are what they are named.
Data of one's own in `customXml` may use any names; only the namespaces that Office itself acts upon are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from lxml import etree

from ita_docs.engine.archive import fault
from ita_docs.engine.fields import safe_link
from ita_docs.engine.wordml import NAMESPACE
from ita_docs.patterns import lazy_pattern

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_NAMESPACES = (_OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
_OFFICE_ATTRIBUTES = " or ".join(f"namespace-uri()='{name}'" for name in _OFFICE_NAMESPACES)
_MS_OFFICE = "urn:schemas-microsoft-com:office:office"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_WORD = (NAMESPACE, STRICT, _MS_OFFICE)
_VML = "urn:schemas-microsoft-com:vml"
_SVG = "http://www.w3.org/2000/svg"
_SCHEMAS = "http://schemas.openxmlformats.org/schemaLibrary/2006/main"
_REFUSED_ELEMENTS = {
    "altChunk": "template.foreign",
    "subDoc": "template.foreign",
    "object": "template.ole",
    "OLEObject": "template.ole",
    "control": "template.activex",
    "mailMerge": "template.external",
    "saveThroughXslt": "template.external",
    "entryMacro": "template.macros",  # of an old form field
    "exitMacro": "template.macros",
}
_LINKING = {"hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver"}
#: Forms that Office opens with a document, and the page that stands for an online video.
_FORMS, _VIDEO = {"xsnLocation", "XSNLocation"}, "webVideoPr"
_OUTSIDE_IN_STYLE = lazy_pattern(r"@import|url\(\s*[\"']?(?!\s*[\"']?(?:#|data:image/))", re.IGNORECASE)


def check_elements(root: etree._Element, file: str, part: str, outside: Collection[str]) -> None:
    """Refuse what a part must not hold; `outside` are the ids of its relationships that leave the package."""
    for element in root.iter(*(f"{{{space}}}{word}" for space in _WORD for word in _REFUSED_ELEMENTS)):
        word = etree.QName(element).localname
        raise fault(_REFUSED_ELEMENTS[word], file, part, kind=word, found=word)
    for value in root.xpath(f"//@*[{_OFFICE_ATTRIBUTES}]"):
        owner = etree.QName(value.getparent()).localname
        if (value in outside and owner not in _LINKING) or "{" in value:
            raise fault("template.external", file, part, kind=owner, found=value)
    _check_named(root, file, part)
    _check_vml(root, file, part)
    if root.tag == f"{{{_SVG}}}svg":
        _check_svg(root, file, part)


def _check_named(root: etree._Element, file: str, part: str) -> None:
    """Videos, forms, schemas and the base of links, which name what they load."""
    if next(root.iter(f"{{*}}{_VIDEO}"), None) is not None:
        raise fault("template.external", file, part, kind=_VIDEO, found=_VIDEO)
    for element in root.iter(*(f"{{*}}{word}" for word in _FORMS)):
        if found := "".join(element.itertext()).strip():
            raise fault("template.external", file, part, kind=etree.QName(element).localname, found=found)
    for element in root.iter(f"{{{_SCHEMAS}}}schema"):
        for name in ("schemaLocation", "manifestLocation"):
            if found := element.get(f"{{{_SCHEMAS}}}{name}"):
                raise fault("template.external", file, part, kind=name, found=found)
    for element in root.iter("{*}HyperlinkBase"):
        if not safe_link(found := "".join(element.itertext())):
            raise fault("template.link", file, part, found=found)


def _check_vml(root: etree._Element, file: str, part: str) -> None:
    """Pictures of the old drawings that are not in the package, and where these drawings lead."""
    for element in root.iter(f"{{{_VML}}}*"):
        for name in ("src", f"{{{_MS_OFFICE}}}href", f"{{{_MS_OFFICE}}}althref"):
            if found := element.get(name):
                raise fault("template.external", file, part, kind="VML", found=found)
        if (link := element.get("href")) and (not safe_link(link) or "{" in link):
            raise fault("template.link", file, part, found=link)


def _check_svg(root: etree._Element, file: str, part: str) -> None:
    """A picture shows itself: no script, no other document in it, nothing but its own pieces and pixels."""
    for element in root.iter(etree.Element):
        word = etree.QName(element).localname
        if word in {"script", "foreignObject"}:
            raise fault("template.svg-script", file, part, found=word)
        for key, value in element.items():
            name = etree.QName(key).localname
            if name.lower().startswith("on"):
                raise fault("template.svg-script", file, part, found=name)
            leads = name in {"href", "src", "base"} and not value.strip().startswith(("#", "data:image/"))
            if (leads and value.strip() and word != "a") or _OUTSIDE_IN_STYLE.search(value):
                raise fault("template.external", file, part, kind="SVG", found=value[:100])
            if leads and not safe_link(value):
                raise fault("template.link", file, part, found=value[:100])
        if word == "style" and (found := _OUTSIDE_IN_STYLE.search("".join(element.itertext()))):
            raise fault("template.external", file, part, kind="SVG", found=found[0])
