"""The styles of a template: which it names and lacks, what each sets for Latin and for Thai, which fonts it needs.

Source: ECMA-376 part 1, 17.7 (styles), 17.3.2.26 (`rFonts`), 17.8.3 (`fontTable`, embedded fonts). Limits: of what
a table style sets for its cells nothing is read; a theme's fonts are Word's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from ita_docs.engine.package import Package, parse_xml
from ita_docs.engine.wordml import W, value
from ita_docs.errors import Place
from ita_docs.findings import Finding

_STYLES = "wordprocessingml.styles+xml"
_FONT_TABLE = "wordprocessingml.fontTable+xml"
_WITH_FONTS = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml", "styles+xml")
_NAMES = ("ascii", "hAnsi", "cs")
_NAMED = (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table"))
#: What Windows and Office bring in Thailand, and the thirteen national fonts of 2010 with their later versions.
STANDARD_FONTS = frozenset(
    name.casefold()
    for name in (
        *("TH Sarabun New", "TH SarabunPSK", "TH Sarabun PSK", "TH SarabunIT๙", "TH Sarabun IT๙", "TH Sarabun IT9"),
        *("TH Niramit AS", "TH NiramitIT๙", "TH Chakra Petch", "TH K2D July8", "TH Charm of AU", "TH Charmonman"),
        *(
            "TH Fah kwang",
            "TH Kodchasal",
            "TH KoHo",
            "TH Krub",
            "TH Mali Grade 6",
            "TH Srisakdi",
            "TH Baijam",
            "Chulabhorn",
        ),
        *("Angsana New", "AngsanaUPC", "Browallia New", "BrowalliaUPC", "Cordia New", "CordiaUPC", "DilleniaUPC"),
        *(
            "EucrosiaUPC",
            "FreesiaUPC",
            "IrisUPC",
            "JasmineUPC",
            "KodchiangUPC",
            "LilyUPC",
            "Leelawadee",
            "Leelawadee UI",
        ),
        *(
            "Tahoma",
            "Microsoft Sans Serif",
            "Segoe UI",
            "Segoe UI Symbol",
            "Times New Roman",
            "Arial",
            "Arial Unicode MS",
        ),
        *("Calibri", "Calibri Light", "Cambria", "Cambria Math", "Courier New", "Verdana", "Georgia", "Symbol"),
        *("Wingdings", "Wingdings 2", "Wingdings 3", "Webdings", "MS Gothic", "MS Mincho", "Consolas", "Aptos"),
    )
)


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document, by their ids."""

    defined: Mapping[str, etree._Element] = field(default_factory=dict)
    #: The default paragraph style, and what the document sets for all its runs.
    normal: str = ""
    defaults: etree._Element | None = None

    @classmethod
    def of(cls, package: Package) -> Styles:
        """The styles of a package; it may have none."""
        for name in package.parts:
            if package.content_type(name).endswith(_STYLES):
                root = parse_xml(package.parts[name], package.file, name)
                found = {one.get(f"{W}styleId", ""): one for one in root.iter(f"{W}style")}
                usual = (ident for ident, one in found.items() if _is_default(one))
                return cls(found, next(usual, ""), root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        return cls()

    def chain(self, ident: str) -> Iterator[tuple[str, etree._Element]]:
        """The run properties of a style and of those it is based on, nearest first, each with its style's name."""
        seen: set[str] = set()
        while ident in self.defined and ident not in seen:
            seen.add(ident)
            style = self.defined[ident]
            own = style.find(f"{W}rPr")
            if own is not None:
                yield value(style.find(f"{W}name"), ident), own
            ident = value(style.find(f"{W}basedOn"))


def _is_default(style: etree._Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true", "on"}


def undefined_styles(
    root: etree._Element, styles: Styles, places: Mapping[etree._Element, Place], begin: Place
) -> Iterator[Finding]:
    """Styles that a part names and the template does not define, each where it is named first."""
    known: set[str] = set()
    for element in root.iter(*(f"{W}{name}" for name, _ in _NAMED)):
        ident = value(element)
        if ident in styles.defined or ident in known:
            continue
        known.add(ident)
        above = next((p for p in element.iterancestors(f"{W}p") if p in places), None)
        if above is None:  # of a table
            table = next(element.iterancestors(f"{W}tbl"), None)
            above = None if table is None else next((p for p in table.iter(f"{W}p") if p in places), None)
        place = begin if above is None else places[above]
        yield Finding("check.style", place, {"found": ident}, "warning")


def needed_fonts(package: Package) -> Iterator[Finding]:
    """One finding with the fonts that another computer may not have."""
    used: set[str] = set()
    embedded: set[str] = set()
    for name in package.parts:
        kind = package.content_type(name)
        if kind.endswith(_WITH_FONTS):
            root = parse_xml(package.parts[name], package.file, name)
            fonts = (one.get(f"{W}{half}", "") for one in root.iter(f"{W}rFonts") for half in _NAMES)
            used |= {font for font in fonts if font and "{" not in font}
        elif kind.endswith(_FONT_TABLE):
            root = parse_xml(package.parts[name], package.file, name)
            embedded |= {one.get(f"{W}name", "") for one in root.iter(f"{W}font") if _is_embedded(one)}
    missing = sorted(font for font in used - embedded if font.casefold() not in STANDARD_FONTS)
    if missing:
        place = Place(file=package.file)
        yield Finding("check.fonts", place, {"found": ", ".join(missing)}, "advice")


def _is_embedded(font: etree._Element) -> bool:
    return font.find(f"{W}embedRegular") is not None
