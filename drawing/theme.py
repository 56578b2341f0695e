"""The theme that validators ask of every Word document: black on white, the office's blue, one font.

Source: ISO/IEC 29500-1, 20.1.6. No style refers to it; it is what Word's colour and font menus show.
"""

from drawing.styles import FONT, LINK_BLUE

_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6",
    "accent1": "4472C4", "accent2": "ED7D31", "accent3": "A5A5A5",
    "accent4": "FFC000", "accent5": "5B9BD5", "accent6": "70AD47",
    "hlink": LINK_BLUE, "folHlink": "954F72",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme(name: str = FONT) -> bytes:
    """`word/theme/theme1.xml`."""
    colors = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLORS.items())
    font = f'<a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface="{name}"/>'
    fonts = f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>"
    formats = (
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Standard"><a:themeElements>'
        f'<a:clrScheme name="Standard">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Standard">{fonts}</a:fontScheme>'
        f'<a:fmtScheme name="Standard">{formats}</a:fmtScheme>'
        "</a:themeElements></a:theme>"
    ).encode()
