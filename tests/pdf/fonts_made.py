"""Fonts for tests: boxes for letters, with Thai digits, under any name and with any right to embed them."""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

LETTERS = {*range(0x20, 0x7F), *range(0x0E01, 0x0E3B), *range(0x0E3F, 0x0E5C)}


def box(pen: TTGlyphPen | T2CharStringPen, width: int) -> None:
    pen.moveTo((50, 0))
    for point in ((50, 500), (width - 50, 500), (width - 50, 0)):
        pen.lineTo(point)
    pen.closePath()


def font(path: Path, family: str, *, style: str = "Regular", rights: int = 0, truetype: bool = True) -> Path:
    """Write a font; the box of a Thai digit is wider than that of an ASCII one."""
    glyphs = {f"uni{letter:04X}": 700 if letter >= 0x0E50 else 500 for letter in sorted(LETTERS)}
    builder = FontBuilder(1000, isTTF=truetype)
    builder.setupGlyphOrder([".notdef", *glyphs])
    builder.setupCharacterMap({int(name[3:], 16): name for name in glyphs})
    widths = {".notdef": 500, **glyphs}
    if truetype:
        drawn = {}
        for name, width in widths.items():
            pen = TTGlyphPen(None)
            box(pen, width)
            drawn[name] = pen.glyph()
        builder.setupGlyf(drawn)
    else:
        strings = {}
        for name, width in widths.items():
            charstring = T2CharStringPen(width, None)
            box(charstring, width)
            strings[name] = charstring.getCharString()
        builder.setupCFF(family.replace(" ", ""), {}, strings, {})
    builder.setupHorizontalMetrics({name: (width, 50) for name, width in widths.items()})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    names = {"familyName": family, "styleName": style, "psName": f"{family}-{style}".replace(" ", "")}
    builder.setupNameTable({**names, "licenseDescription": "For tests only.", "licenseInfoURL": "https://example.org"})
    bold = style == "Bold"
    weight, selection = (700, 0x20) if bold else (400, 0x40)
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200, fsType=rights, usWeightClass=weight)
    builder.font["OS/2"].fsSelection = selection
    builder.font["head"].macStyle = int(bold)
    builder.setupPost()
    builder.save(path)
    return path


def installed(folder: Path, *, system: bool = True) -> dict[str, str]:
    """The environment in which the fonts of a folder are installed, beside the system's or alone."""
    included = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>' if system else ""
    config = folder / "fonts.conf"
    config.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{folder}</dir><cachedir>{folder / "cache"}</cachedir>'
        f"{included}</fontconfig>",
        encoding="utf-8",
    )
    return {"FONTCONFIG_FILE": str(config)}
