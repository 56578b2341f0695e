"""Which fonts a document names: the one of its defaults, and all others (ECMA-376 part 1, 17.3.2.26 and 20.1.4.2).

A name of the theme (`w:asciiTheme`, `w:cstheme`) is looked up in it; for Thai that is its typeface for the script
`Thai`, else its `cs`.  Limits: fonts for East Asian letters are left out, and what a style names counts though nothing
may use it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from ita_docs.engine.wordml import W

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLOTS = {"cs": "cstheme", "ascii": "asciiTheme", "hAnsi": "hAnsiTheme"}


class NamedFonts(NamedTuple):
    """The font of the defaults (empty: none is stated) and all that are named.

    `symbols` are those that print no letter or digit, only signs such as boxes; `embedded` the document carries.
    """

    own: str
    all: tuple[str, ...]
    symbols: frozenset[str]
    embedded: frozenset[str]


def named_fonts(roots: Iterable[etree._Element]) -> NamedFonts:
    """The fonts of a document's parts."""
    trees = list(roots)
    theme = {key: name for root in trees if root.tag == f"{A}theme" for key, name in _theme(root)}
    own, names, letters, embedded = "", dict[str, None](), set[str](), set[str]()
    for root in trees:
        for fonts in root.iter(f"{W}rFonts"):
            found = list(_of(fonts, theme))
            names.update(dict.fromkeys(found))
            if _prints_letters(fonts):
                letters.update(found)
            if found and next(fonts.iterancestors(f"{W}docDefaults"), None) is not None:
                own = found[0]
        for element in root.iter(f"{A}latin", f"{A}cs") if root.tag != f"{A}theme" else ():
            if (name := element.get("typeface", "")) and not name.startswith("+"):
                names[name] = None
                letters.add(name)
        for font in root.iter(f"{W}font"):
            if font.find(f"{W}embedRegular") is not None:
                embedded.add(font.get(f"{W}name", ""))
    return NamedFonts(own, tuple(names), frozenset(names.keys() - letters), frozenset(embedded))


def _prints_letters(fonts: etree._Element) -> bool:
    """Whether a font stands on a run with letters or digits, or on a style, which any text may have."""
    run = next(fonts.iterancestors(f"{W}r", f"{W}pPr"), None)
    return run is None or any(letter.isalnum() for text in run.iter(f"{W}t") for letter in text.text or "")


def _of(fonts: etree._Element, theme: Mapping[str, str]) -> Iterator[str]:
    for slot, in_theme in _SLOTS.items():
        name = theme.get(fonts.get(f"{W}{in_theme}", "")) or fonts.get(f"{W}{slot}")
        if name:
            yield name


def _theme(root: etree._Element) -> Iterator[tuple[str, str]]:
    """`minorBidi` → `Cordia New` and so on."""
    for size in ("major", "minor"):
        fonts = next(root.iter(f"{A}{size}Font"), None)
        if fonts is not None:
            latin = _typeface(fonts.find(f"{A}latin"))
            yield from ((f"{size}{slot}", latin) for slot in ("Ascii", "HAnsi"))
            yield f"{size}Bidi", _typeface(fonts.find(f"{A}font[@script='Thai']")) or _typeface(fonts.find(f"{A}cs"))


def _typeface(element: etree._Element | None) -> str:
    return "" if element is None else element.get("typeface", "")
