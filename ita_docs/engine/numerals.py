"""The script of digits in what the template itself brings: its text, its page numbers, lists and field switches.

Values are localised when printed (`values.py`), by the same token rule (`ita_docs.thai.localize_digits`). The
template's text is read a paragraph at a time with its runs joined, never inside a tag.
"""

from __future__ import annotations

import re

from lxml import etree

from ita_docs.engine.wordml import TAG, W, field_codes, joined, paragraphs, spread
from ita_docs.patterns import lazy_pattern
from ita_docs.thai import Numerals, localize_digits

_WORD_FORMAT = {"thai": ("decimal", "thaiNumbers"), "arabic": ("thaiNumbers", "decimal")}
#: Of the document's properties, those that are words and no dates, numbers or names.
_CORE, _DC = (
    "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}",
    "{http://purl.org/dc/elements/1.1/}",
)
_PROPERTIES = (f"{_DC}title", f"{_DC}subject", f"{_DC}description", f"{_CORE}keywords", f"{_CORE}category")
_BREAKS = tuple(f"{W}{name}" for name in ("br", "cr", "ptab", "tab"))
_BREAK = "\ufdd9"  # no character: no text holds it
#: What stands before `w:pgNumType` in `w:sectPr` (ECMA-376 part 1, 17.6.17).
_BEFORE_PAGE_NUMBERS = tuple(
    f"{W}{name}"
    for name in (
        *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc"),
        *("pgBorders", "lnNumType"),
    )
)
_SWITCH = {
    "thai": (lazy_pattern(r"(\\\*\s*)Arabic\b", re.IGNORECASE), r"\1ThaiArabic"),
    "arabic": (lazy_pattern(r"(\\\*\s*)ThaiArabic\b", re.IGNORECASE), r"\1Arabic"),
}
#: Numbers that follow no page or list format, and what says how a field's number is written.
_COUNTS = lazy_pattern(r"\s*(?:NUMPAGES|SECTIONPAGES|SEQ)\b", re.IGNORECASE)
_NUMBER_FORMAT = lazy_pattern(r"\\\*\s*(?!MERGEFORMAT|CHARFORMAT)\w", re.IGNORECASE)


def rewrite(root: etree._Element, numerals: Numerals) -> None:
    """Turn the digits of a story part's own text, its page numbers and its field switches."""
    for paragraph, texts in paragraphs(root):
        text = _with_breaks(paragraph, texts)
        new = _outside_tags(text, numerals)
        if new != text:
            spread(texts, new.replace(_BREAK, ""))
    for said in root.iter(*_PROPERTIES):
        said.text = _outside_tags(said.text or "", numerals)
    for section in root.iter(f"{W}sectPr"):
        _page_numbers(section, numerals)
    for first, *others in field_codes(root):
        code = joined([first, *others])
        new = _switched(code, numerals)
        if new != code:
            first.text = new
            for other in others:
                other.text = ""
    for simple in root.iter(f"{W}fldSimple"):
        simple.set(f"{W}instr", _switched(simple.get(f"{W}instr", ""), numerals))


def rewrite_lists(root: etree._Element, numerals: Numerals) -> None:
    """Turn the number formats of the numbering part's lists."""
    old, new = _WORD_FORMAT[numerals]
    for number_format in root.iter(f"{W}numFmt"):
        if number_format.get(f"{W}val") == old:
            number_format.set(f"{W}val", new)


def _switched(code: str, numerals: Numerals) -> str:
    """A field code that prints its number in the script."""
    pattern, switched = _SWITCH[numerals]
    new = pattern.sub(switched, code)
    if numerals == "thai" and _COUNTS.match(new) and not _NUMBER_FORMAT.search(new):
        return f"{new.rstrip()} \\* ThaiArabic "
    return new


def _with_breaks(paragraph: etree._Element, texts: list[etree._Element]) -> str:
    """The joined text of a paragraph, with a mark where a tab or a new line ends a token."""
    own, pieces = set(texts), list[str]()
    for element in paragraph.iter(f"{W}t", *_BREAKS):
        if element in own:
            pieces.append(element.text or "")
        elif element.tag in _BREAKS and element.getparent().tag == f"{W}r":  # else a tab stop
            pieces.append(_BREAK)
    return "".join(pieces)


def _outside_tags(text: str, numerals: Numerals) -> str:
    """The text localised between its tags; a tag ends a token."""
    pieces: list[str] = []
    at = 0
    for tag in TAG.finditer(text):
        pieces += [localize_digits(text[at : tag.start()], numerals), tag[0]]
        at = tag.end()
    pieces.append(localize_digits(text[at:], numerals))
    return "".join(pieces)


def _page_numbers(section: etree._Element, numerals: Numerals) -> None:
    own = section.find(f"{W}pgNumType")
    old, new = _WORD_FORMAT[numerals]
    if own is None:
        if numerals == "arabic":
            return
        own = etree.Element(f"{W}pgNumType")
        place = sum(1 for child in section if child.tag in _BEFORE_PAGE_NUMBERS)
        section.insert(place, own)
    if own.get(f"{W}fmt", "decimal") == old:
        own.set(f"{W}fmt", new)
