"""Names of WordprocessingML, and the walks over a part's tree that every pass needs (ECMA-376 part 1, chapter 17)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from ita_docs.patterns import lazy_pattern

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

#: A string literal of Jinja, or one whose quotes Word has curled.
LITERAL = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|“[^”]*”|‘[^’]*’"""
#: A Jinja tag. A literal may hold its end; a quote that stands alone does not hide it. Nothing makes it backtrack:
#: atomic groups, since `(?:…)*+` fails to match before Python 3.11.5 (gh-106052).
TAG = lazy_pattern(
    rf"\{{\{{(?>(?:{LITERAL}|(?!\}}\}}|[\"'“‘]).)*)\}}\}}|\{{\{{(?>(?:(?!\}}\}}).)*)\}}\}}"
    rf"|\{{%(?>(?:{LITERAL}|(?!%\}}|[\"'“‘]).)*)%\}}|\{{%(?>(?:(?!%\}}).)*)%\}}"
    r"|\{\#(?>(?:(?!\#\}).)*)\#\}",
    re.DOTALL,
)
_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}


def paragraphs(root: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """Each paragraph with its own `w:t` elements; those of a text box inside it belong to the box's paragraphs."""
    for paragraph in root.iter(f"{W}p"):
        texts = [text for text in paragraph.iter(f"{W}t") if next(text.iterancestors(f"{W}p")) is paragraph]
        yield paragraph, texts


def joined(texts: list[etree._Element]) -> str:
    """The text of a paragraph, its runs joined."""
    return "".join(text.text or "" for text in texts)


def spread(texts: list[etree._Element], new: str) -> None:
    """Write a text of the same length back into the elements it came from."""
    at = 0
    for element in texts:
        size = len(element.text or "")
        element.text = new[at : at + size]
        at += size


def cut(texts: list[etree._Element], start: int, end: int) -> None:
    """Remove a stretch of the joined text."""
    at = 0
    for element in texts:
        text = element.text or ""
        low, high = max(start - at, 0), max(min(end - at, len(text)), 0)
        if low < high:
            element.text = text[:low] + text[high:]
            element.set(XML_SPACE, "preserve")
        at += len(text)


def insert(texts: list[etree._Element], pieces: list[tuple[int, str]]) -> None:
    """Put each piece before the character at its position of the joined text; positions ascend."""
    at = done = 0
    for element in texts:
        text = element.text or ""
        new, low = [], 0
        while done < len(pieces) and pieces[done][0] < at + len(text):
            where, piece = pieces[done]
            new += [text[low : where - at], piece]
            low = where - at
            done += 1
        if new:
            element.text = "".join(new) + text[low:]
        at += len(text)


def own(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """The rows of a table, the cells of a row, the blocks of a cell: its children, seen through content controls."""
    wanted = {f"{W}{name}" for name in names}
    for child in element:
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from own(child, *names)


def cell_paragraphs(cell: etree._Element) -> Iterator[tuple[etree._Element, list[etree._Element]]]:
    """The paragraphs of a cell, without those of tables inside it."""
    for paragraph, texts in paragraphs(cell):
        if next(paragraph.iterancestors(f"{W}tc")) is cell:
            yield paragraph, texts


def field_codes(root: etree._Element) -> Iterator[list[etree._Element]]:
    """The `w:instrText` elements of each field, however many runs its code is split over."""
    fields: list[list[etree._Element]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText"):
        kind = element.get(f"{W}fldCharType")
        if element.tag == f"{W}instrText" and fields:
            fields[-1].append(element)
        elif kind == "begin":
            fields.append([])
        elif kind == "end" and fields and (codes := fields.pop()):
            yield codes


def properties(element: etree._Element, name: str) -> etree._Element:
    """The properties element of a cell, row or paragraph (`tcPr`, `trPr`, `pPr`), made first if it is missing."""
    found = element.find(f"{W}{name}")
    if found is None:
        found = etree.Element(f"{W}{name}")
        element.insert(0, found)
    return found


def value(element: etree._Element | None, default: str = "") -> str:
    """The `w:val` of an element, if there is one."""
    return default if element is None else str(element.get(f"{W}val", default))
