"""Elements of WordprocessingML and DrawingML, written by their schema names.

Source: ISO/IEC 29500-1 (transitional), chapters 17, 20 and 21; [MS-DOCX] for boxes that can be ticked. Children are
written in the order given: who calls keeps to the order of the schema.

>>> ET.tostring(w("jc", val="center"), encoding="unicode")
'<w:jc xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:val="center" />'
"""

import xml.etree.ElementTree as ET
from xml.etree.ElementTree import Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
XML = "http://www.w3.org/XML/1998/namespace"

ET.register_namespace("w", W)
ET.register_namespace("r", R)
ET.register_namespace("a", A)
ET.register_namespace("c", C)
ET.register_namespace("wp", WP)
ET.register_namespace("mc", MC)
ET.register_namespace("w14", W14)


def w(tag: str, *children: Element | None, **attributes: str | int) -> Element:
    """The element `w:tag` with `w:` attributes; children that are None are left out."""
    element = Element(f"{{{W}}}{tag}", {f"{{{W}}}{name}": str(value) for name, value in attributes.items()})
    element.extend(child for child in children if child is not None)
    return element


def element(namespace: str, tag: str, *children: Element | None, **attributes: str | float) -> Element:
    """An element whose attributes have no namespace, as those of DrawingML; children that are None are left out."""
    made = Element(f"{{{namespace}}}{tag}", {name: str(value) for name, value in attributes.items()})
    made.extend(child for child in children if child is not None)
    return made


def w14(tag: str, *children: Element, **attributes: str | int) -> Element:
    """The element `w14:tag` with `w14:` attributes, which Word knows since 2010."""
    made = Element(f"{{{W14}}}{tag}", {f"{{{W14}}}{name}": str(value) for name, value in attributes.items()})
    made.extend(children)
    return made


def text(content: str) -> Element:
    """A `w:t` that keeps its outer spaces."""
    element = w("t")
    element.text = content
    element.set(f"{{{XML}}}space", "preserve")
    return element


def reference(kind: str, relationship: str) -> Element:
    """The header of one kind of page (`default` or `first`), by relationship id."""
    element = w("headerReference", type=kind)
    element.set(f"{{{R}}}id", relationship)
    return element


def serialize(element: Element) -> bytes:
    """One part as bytes, with the declaration that Word writes; a reader that does not know `w14` may pass over it."""
    if any(inner.tag.startswith(f"{{{W14}}}") for inner in element.iter()):
        element.set(f"{{{MC}}}Ignorable", "w14")
    declaration = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return declaration + ET.tostring(element, encoding="unicode", short_empty_elements=True).encode()
