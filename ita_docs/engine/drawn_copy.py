r"""A copy of a document that LibreOffice draws as Word draws the document. It is for drawing only, never for a reader.

LibreOffice (measured with 7.4) draws `thaiDistribute` left-aligned, page numbers and lists in `thaiNumbers` as 1 2 3,
and the field switch `\* ThaiArabic` as a letter.  In the copy paragraphs are `both`, which spreads Thai letters too;
numbers that LibreOffice counts itself stand in a font whose ASCII digits have Thai shapes; of other fields with that
switch the result stands as text.  Nothing that the copy names outside itself is fetched: only links stay.
Limits: numbers of footnotes stay as LibreOffice draws them; `thaiCounting` is drawn in digits, not in words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from ita_docs.engine import archive
from ita_docs.engine.named_fonts import NamedFonts, named_fonts
from ita_docs.engine.package import CONTENT_TYPES, RELATIONSHIPS, parse_xml
from ita_docs.engine.wordml import XML_SPACE, W, properties, value
from ita_docs.thai import to_thai_digits

_SWITCH = re.compile(r"\s*\\\*\s*ThaiArabic\b", re.IGNORECASE)
_FORMAT = re.compile(r"\\\*\s*(?!MERGEFORMAT|CHARFORMAT)\w", re.IGNORECASE)
_COUNTED = {"PAGE", "NUMPAGES"}
_THAI_LISTS = {"thaiNumbers", "thaiCounting"}
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_DC = "{http://purl.org/dc/elements/1.1/}"


@dataclass
class _Field:
    """A field that has begun: its runs, the pieces of its code, its marks, the texts of its result."""

    runs: list[etree._Element] = field(default_factory=list)
    codes: list[etree._Element] = field(default_factory=list)
    marks: list[etree._Element] = field(default_factory=list)
    result: list[etree._Element] | None = None

    @property
    def code(self) -> str:
        return "".join(code.text or "" for code in self.codes)

    def take(self, child: etree._Element, kind: str | None, *, innermost: bool) -> None:
        """A mark, a piece of the code or a text of the result; those inside an inner field are only its result."""
        if child.tag == f"{W}t" and self.result is not None:
            self.result.append(child)
        elif innermost and kind:
            self.marks.append(child)
            if kind == "separate":
                self.result = []
        elif innermost and child.tag == f"{W}instrText" and self.result is None:
            self.codes.append(child)


class Original:
    """A document that is to be drawn; raises TemplateError where it is no .docx."""

    def __init__(self, data: bytes, file: str) -> None:
        self._stored = archive.read(data, file)
        parts = {name: archive.unpack(name, entry, file) for name, entry in self._stored.items()}
        if CONTENT_TYPES not in parts:
            raise archive.fault("template.not-docx", file)
        trees = (name for name in parts if name.endswith((".xml", ".rels")))
        self._roots = {name: parse_xml(parts[name], file, name) for name in trees}
        if not any(root.tag == f"{W}document" for root in self._roots.values()):
            raise archive.fault("template.no-main", file)

        #: The fonts that the document names.
        self.fonts: NamedFonts = named_fonts(self._roots.values())
        #: The title of its properties; empty where it has none.
        self.title = _title(self._roots)
        self.language = _language(self._roots.values())
        self._thai_pages = _has_thai_pages(self._roots.values())
        #: Whether LibreOffice would have to count pages or entries of a list in Thai digits.
        self.counts_in_thai = any(_counts_in_thai(root, thai_pages=self._thai_pages) for root in self._roots.values())

    def copy(self, digits: str) -> bytes:
        """The copy; `digits` is the font that draws ASCII digits in Thai shapes (empty: there is none)."""
        thai_pages = self._thai_pages
        changed = {}
        for name, original in self._roots.items():
            root = deepcopy(original)
            if name.endswith(".rels"):
                _cut_off(root)
            else:
                for aligned in root.iter(f"{W}jc"):
                    if value(aligned) == "thaiDistribute":
                        aligned.set(f"{W}val", "both")
                _redraw(root, digits, thai_pages=thai_pages)
            changed[name] = archive.deflated(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
        return archive.write({**self._stored, **changed})


def _title(roots: Mapping[str, etree._Element]) -> str:
    texts = (root.findtext(f"{_DC}title") for name, root in roots.items() if name.startswith("docProps/"))
    return next((" ".join(text.split()) for text in texts if text), "")


def _language(roots: Iterable[etree._Element]) -> str:
    """The language of the defaults: that of Thai letters where it is Thai, which is what the text is in."""
    tags = (tag for root in roots for tag in root.iterfind(f"{W}docDefaults//{W}lang"))
    stated = next(tags, None)
    if stated is None:
        return "th-TH"
    thai, latin = stated.get(f"{W}bidi", ""), stated.get(f"{W}val", "")
    return str(thai if thai.startswith("th") or not latin else latin)


def _has_thai_pages(roots: Iterable[etree._Element]) -> bool:
    numbers = (number for root in roots for number in root.iter(f"{W}pgNumType"))
    return any(number.get(f"{W}fmt") == "thaiNumbers" for number in numbers)


def _counts_in_thai(root: etree._Element, *, thai_pages: bool) -> bool:
    counted = (code for code in _codes(root) if _name(code) in _COUNTED)
    return any(True for _ in _thai_levels(root)) or any(_is_thai(code, thai_pages=thai_pages) for code in counted)


def _cut_off(root: etree._Element) -> None:
    """Let relationships to the outside lead nowhere, except links, which are only followed by a reader."""
    for element in root.iter(f"{RELATIONSHIPS}Relationship"):
        kind = element.get("Type", "").rpartition("/")[2]
        if element.get("TargetMode") == "External" and kind != "hyperlink":
            element.set("Target", "about:blank")


def _redraw(root: etree._Element, digits: str, *, thai_pages: bool) -> None:
    if digits:
        for level in _thai_levels(root):
            _set_font(_level_properties(level), digits)
    for found in list(_fields(root)):
        code = found.code
        if _is_thai(code, thai_pages=thai_pages):
            if _name(code) in _COUNTED:
                for element in found.codes:
                    element.text = ""
                found.codes[0].text = _SWITCH.sub("", code)
                _in_digits(found.runs, digits)
            else:
                _to_text(found)
    for simple in list(root.iter(f"{W}fldSimple")):
        code = simple.get(f"{W}instr", "")
        if _is_thai(code, thai_pages=thai_pages):
            if _name(code) in _COUNTED:
                simple.set(f"{W}instr", _SWITCH.sub("", code))
                _in_digits(list(simple.iter(f"{W}r")), digits)
            else:
                _in_thai(simple)
                _unwrap(simple)


def _is_thai(code: str, *, thai_pages: bool) -> bool:
    if _SWITCH.search(code):
        return True
    return thai_pages and _name(code) == "PAGE" and not _FORMAT.search(code)


def _name(code: str) -> str:
    return (code.split() or [""])[0].upper()


def _codes(root: etree._Element) -> Iterator[str]:
    yield from (found.code for found in _fields(root))
    yield from (simple.get(f"{W}instr", "") for simple in root.iter(f"{W}fldSimple"))


def _fields(root: etree._Element) -> Iterator[_Field]:
    """The fields of a part, those inside another before it."""
    opened: list[_Field] = []
    for run in root.iter(f"{W}r"):
        for one in opened:
            one.runs.append(run)
        for child in run:
            kind = child.get(f"{W}fldCharType") if child.tag == f"{W}fldChar" else None
            if kind == "begin":
                opened.append(_Field([run]))
            for one in opened:
                one.take(child, kind, innermost=one is opened[-1])
            if kind == "end" and opened:
                yield opened.pop()


def _thai_levels(root: etree._Element) -> Iterator[etree._Element]:
    for level in root.iter(f"{W}lvl"):
        if value(level.find(f"{W}numFmt")) in _THAI_LISTS:
            yield level


def _level_properties(level: etree._Element) -> etree._Element:
    """The run properties of a list's level, which stand last in it."""
    found = level.find(f"{W}rPr")
    return etree.SubElement(level, f"{W}rPr") if found is None else found


def _in_digits(runs: list[etree._Element], digits: str) -> None:
    if digits:
        for run in runs:
            _set_font(properties(run, "rPr"), digits)


def _set_font(run_properties: etree._Element, font: str) -> None:
    for old in run_properties.findall(f"{W}rFonts"):
        run_properties.remove(old)
    new = etree.Element(f"{W}rFonts", {f"{W}{slot}": font for slot in _SLOTS})
    run_properties.insert(0 if run_properties.find(f"{W}rStyle") is None else 1, new)


def _to_text(found: _Field) -> None:
    """Leave of a field the result that Word stored, in Thai digits."""
    for text in found.result or ():
        text.text = to_thai_digits(text.text or "")
        text.set(XML_SPACE, "preserve")
    for element in (*found.marks, *found.codes):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def _in_thai(element: etree._Element) -> None:
    for text in element.iter(f"{W}t"):
        text.text = to_thai_digits(text.text or "")


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)
