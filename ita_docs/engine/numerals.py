"""The script of digits in what the template itself brings: its text, its page numbers, lists and field switches.

Values are localised when printed (`values.py`), by the same token rule (`ita_docs.thai.localize_digits`). The
template's text is read a paragraph at a time with its runs joined, never inside a tag.
"""

from __future__ import annotations

import re
from typing import Literal

from lxml import etree

from ita_docs.engine.wordml import TAG, W, field_codes, joined, paragraphs, spread
from ita_docs.thai import localize_digits

Numerals = Literal["thai", "arabic"]

_WORD_FORMAT = {"thai": ("decimal", "thaiNumbers"), "arabic": ("thaiNumbers", "decimal")}
#: What stands before `w:pgNumType` in `w:sectPr` (ECMA-376 part 1, 17.6.17).
_BEFORE_PAGE_NUMBERS = tuple(
    f"{W}{name}"
    for name in (
        *("headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz", "pgMar", "paperSrc"),
        *("pgBorders", "lnNumType"),
    )
)
_SWITCH = {
    "thai": (re.compile(r"(\\\*\s*)Arabic\b", re.IGNORECASE), r"\1ThaiArabic"),
    "arabic": (re.compile(r"(\\\*\s*)ThaiArabic\b", re.IGNORECASE), r"\1Arabic"),
}
#: Numbers that follow no page or list format, and what says how a field's number is written.
_COUNTS = re.compile(r"\s*(?:NUMPAGES|SECTIONPAGES|SEQ)\b", re.IGNORECASE)
_NUMBER_FORMAT = re.compile(r"\\\*\s*(?!MERGEFORMAT|CHARFORMAT)\w", re.IGNORECASE)


def rewrite(root: etree._Element, numerals: Numerals) -> None:
    """Turn the digits of a story part's own text, its page numbers and its field switches."""
    for _, texts in paragraphs(root):
        text = joined(texts)
        new = _outside_tags(text, numerals)
        if new != text:
            spread(texts, new)
    for section in root.iter(f"{W}sectPr"):
        _page_numbers(section, numerals)
    pattern, switched = _SWITCH[numerals]
    for first, *others in field_codes(root):
        code = joined([first, *others])
        new = pattern.sub(switched, code)
        if numerals == "thai" and _COUNTS.match(new) and not _NUMBER_FORMAT.search(new):
            new = f"{new.rstrip()} \\* ThaiArabic "
        if new != code:
            first.text = new
            for other in others:
                other.text = ""
    for simple in root.iter(f"{W}fldSimple"):
        simple.set(f"{W}instr", pattern.sub(switched, simple.get(f"{W}instr", "")))


def rewrite_lists(root: etree._Element, numerals: Numerals) -> None:
    """Turn the number formats of the numbering part's lists."""
    old, new = _WORD_FORMAT[numerals]
    for number_format in root.iter(f"{W}numFmt"):
        if number_format.get(f"{W}val") == old:
            number_format.set(f"{W}val", new)


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
