"""The fonts that a document is drawn in, without a change to the user's or the system's own.

A private fontconfig file (`FONTCONFIG_FILE`) takes in the system's.  Where TH Sarabun is not installed it puts in its
place a copy of Laksaman with a larger unitsPerEm, which has the advances of TH Sarabun New within 0.55 %; what else is
missing is replaced by what fontconfig finds.  Numbers that LibreOffice counts are drawn in a copy of the document's
font whose ASCII digits have the shapes of its Thai digits.  All copies end with the temporary folder.
Limits: where LibreOffice does not use fontconfig (Windows, macOS) nothing is put in the place of a missing font, and
the digits are embedded in the copy that is drawn.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from ita_docs.engine.installed_fonts import (
    Families,
    FontFile,
    FontStyle,
    families,
    font_library,
    has_fontconfig,
    user_folders,
)

#: Names of TH Sarabun, which differ only in how it is sold.
SARABUN = ("TH SarabunPSK", "TH Sarabun PSK", "TH Sarabun New", "THSarabunNew", "TH SarabunIT๙", "TH SarabunIT9")
STAND_IN = "Laksaman"
#: The family of the copy of Laksaman, and the beginning of the names of those with Thai digits.
COPY, DIGITS = "Ita Docs Sarabun", "Ita Docs Digits"
_LARGER = 1.503
#: Line heights of TH Sarabun New, in thousandths of the em.
_UP, _DOWN, _GAP = 844, 457, 30
_HINTING = ("fpgm", "prep", "cvt ", "hdmx", "VDMX", "LTSH", "gasp")
_THAI_ZERO, _ZERO = 0x0E50, 0x30
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT, _TYPOGRAPHIC = 1, 2, 3, 4, 6, 16


class Fonts:
    """The fonts of one run of LibreOffice, in a folder of its own."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._folder = folder
        self._instead: dict[str, str] = {}
        self._made: dict[str, dict[FontStyle, Path]] = {}
        self._digits: dict[str, str] = {}
        self._replacements: dict[str, set[str]] = {}
        self.environment = dict(environment)
        folder.mkdir()
        if has_fontconfig():
            self.environment["FONTCONFIG_FILE"] = str(folder.parent / "fonts.conf")
            self._configure()
        self.installed: Families = families(self.environment)

    def stand_in(self, named: Iterable[str]) -> None:
        """Put something of the right metrics in the place of TH Sarabun, where a document names it in vain."""
        missing = [name for name in SARABUN if name.casefold() not in self.installed]
        if not has_fontconfig() or not {name.casefold() for name in named} & {name.casefold() for name in missing}:
            return
        sibling = next((name for name in SARABUN if name.casefold() in self.installed), None)
        if sibling is None and STAND_IN.casefold() in self.installed:
            font_library()
            files = self.installed[STAND_IN.casefold()]
            self._make(COPY, files)
            sibling = COPY
        if sibling is not None:
            self._instead = dict.fromkeys(missing, sibling)
            self._configure()

    def digits(self, family: str) -> str:
        """A family like another whose ASCII digits have Thai shapes; empty where none can be made."""
        if family not in self._digits:
            self._digits[family] = self._new_digits(family, f"{DIGITS} {len(self._digits) + 1}")
        return self._digits[family]

    def made(self, family: str) -> dict[FontStyle, bytes]:
        """The files of a family that was made here."""
        return {style: path.read_bytes() for style, path in self._made.get(family, {}).items()}

    def replacements(self, family: str) -> set[str]:
        """What may be drawn where a family is not installed, its Thai letters or others; empty: it can not be asked."""
        if not has_fontconfig():
            return set()
        if family not in self._replacements:
            asked = (self._match(family, "Regular", language) for language in (":lang=th", ""))
            self._replacements[family] = {name for name, _ in asked}
        return self._replacements[family]

    def _new_digits(self, family: str, name: str) -> str:
        font_library()
        files: dict[FontStyle, FontFile] = {}
        for style in ("Regular", "Bold", "Italic", "Bold Italic"):
            own = self.installed.get(family.casefold(), {})
            file = own.get(style) or (self._match(family, style)[1] if not own and has_fontconfig() else None)
            if file is not None:
                files[style] = file
        self._make(name, {style: file for style, file in files.items() if _has_thai_digits(file)})
        if has_fontconfig():
            self._configure()
        return name if "Regular" in self._made[name] else ""

    def _make(self, family: str, files: Mapping[FontStyle, FontFile]) -> None:
        """The fonts of a new family, in a folder that fontconfig sees only when they are all there."""
        (self._folder / family).mkdir()
        self._made[family] = {style: self._copy(file, style, family) for style, file in files.items()}

    def _match(self, family: str, style: FontStyle, language: str = ":lang=th") -> tuple[str, FontFile]:
        """The family and the file that fontconfig takes for a font."""
        weight, slant = ("bold" if "Bold" in style else "regular"), ("italic" if "Italic" in style else "roman")
        plain = "".join(f"\\{sign}" if sign in "\\-:," else sign for sign in family)
        command = ["fc-match", "--format", "%{family[0]}\t%{file}\t%{index}", f"{plain}{language}:{weight}:{slant}"]
        done = subprocess.run(command, env=self.environment, capture_output=True, timeout=60, check=False)  # noqa: S603
        name, file, index, *_ = *done.stdout.decode("utf-8", "replace").split("\t"), "", "", ""
        return name, FontFile(Path(file), int(index or "0") & 0xFFFF)

    def _copy(self, file: FontFile, style: FontStyle, family: str) -> Path:
        """A copy of a font under another name: larger to the measure of Sarabun, or with Thai shapes of digits."""
        from fontTools.ttLib import TTFont  # noqa: PLC0415  an extra

        path = self._folder / family / f"{style}.ttf"
        with TTFont(file.path, fontNumber=file.number, recalcTimestamp=False) as font:
            if family == COPY:
                _enlarge(font)
            else:
                _thai_shapes(font)
            _rename(font, family, style)
            font.save(path)
        return path

    def _configure(self) -> None:
        """Write the private file: the system's, the user's folders and ours, and what stands for what."""
        here = self._folder.parent
        system = os.environ.get("FONTCONFIG_FILE") or "fonts.conf"
        ours = [self._folder / family for family in self._made]
        folders = "".join(f"<dir>{escape(str(folder))}</dir>" for folder in (*user_folders(), *ours))
        aliases = "".join(
            f'<alias binding="same"><family>{escape(name)}</family>'
            f"<accept><family>{escape(other)}</family></accept></alias>"
            for name, other in self._instead.items()
        )
        # Nobody but who asks by name gets one of ours: their digits would surprise.
        hidden = (
            '<match target="scan"><test name="family" compare="contains"><string>Ita Docs </string></test>'
            '<edit name="charset" mode="assign"><minus><name>charset</name><charset><range><int>0</int><int>65535</int>'
            '</range></charset></minus></edit><edit name="lang" mode="assign"><string>zxx</string></edit></match>'
        )
        # Our cache stands first, so that nothing is written into the system's.
        (here / "fonts.conf").write_text(
            '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
            f"<cachedir>{escape(str(here / 'font-cache'))}</cachedir>"
            f'<include ignore_missing="yes">{escape(system)}</include>{folders}{hidden}{aliases}</fontconfig>\n',
            encoding="utf-8",
        )


def _has_thai_digits(file: FontFile) -> bool:
    from fontTools.ttLib import TTFont, TTLibError  # noqa: PLC0415  an extra

    try:
        with TTFont(file.path, fontNumber=file.number, lazy=True) as font:
            known = font.getBestCmap() or {}
            return "name" in font and all(_THAI_ZERO + digit in known for digit in range(10))
    except (OSError, TTLibError):
        return False


def _enlarge(font: Any) -> None:
    """Widths and line heights of TH Sarabun New; without hinting, which was made for the old size."""
    head, hhea, os2, glyphs = font["head"], font["hhea"], font["OS/2"], font["glyf"]
    head.unitsPerEm = round(head.unitsPerEm * _LARGER)
    for table in _HINTING:
        if table in font:
            del font[table]
    for glyph in glyphs.glyphs.values():
        glyph.expand(glyphs)
        if hasattr(glyph, "program"):
            glyph.removeHinting()
    up, down, gap = (round(part * head.unitsPerEm / 1000) for part in (_UP, _DOWN, _GAP))
    hhea.ascent, hhea.descent, hhea.lineGap = up, -down, gap
    os2.usWinAscent, os2.usWinDescent = up, down
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = up, -down, gap
    os2.fsSelection &= ~(1 << 7)  # USE_TYPO_METRICS


def _thai_shapes(font: Any) -> None:
    for table in font["cmap"].tables:
        for digit in range(10):
            if _THAI_ZERO + digit in table.cmap and _ZERO + digit in table.cmap:
                table.cmap[_ZERO + digit] = table.cmap[_THAI_ZERO + digit]


def _rename(font: Any, family: str, style: FontStyle) -> None:
    names = font["name"]
    new = {
        _FAMILY: family,
        _STYLE: style,
        _UNIQUE: f"{family} {style}",
        _FULL: f"{family} {style}",
        _POSTSCRIPT: f"{family}-{style}".replace(" ", ""),
        _TYPOGRAPHIC: family,
    }
    for record in list(names.names):
        if record.nameID in new:
            names.setName(new[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
        elif record.nameID == _TYPOGRAPHIC + 1:
            names.names.remove(record)
