"""Pictures: a PNG or JPEG becomes a media part, a relationship of the part that shows it, and an inline drawing.

Size and resolution are read by python-docx; a size that is not given follows from the picture's own.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import IO
from xml.sax.saxutils import quoteattr

from markupsafe import Markup

from ita_docs.engine.package import OFFICE
from ita_docs.engine.state import NewRelationship, PartState

EMU_PER_MM = 36_000
MAX_PICTURE = 20 * 2**20
_NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def inline(
    source: str | Path | IO[bytes],
    state: PartState,
    line: int,
    *,
    width: int | None = None,
    height: int | None = None,
    anchor: str | None = None,
) -> Markup:
    """The drawing of a picture, from inside one `w:t` to inside the next; `width` and `height` in EMU."""
    from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError  # noqa: PLC0415
    from docx.image.image import Image  # noqa: PLC0415

    try:
        data = Path(source).read_bytes() if isinstance(source, (str, Path)) else _rewound(source)
        image = Image.from_blob(data)
        wide, high = image.scaled_dimensions(width, height)
    except (OSError, UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError, ZeroDivisionError):
        state.fail("template.picture", line, found=str(source))
        return Markup("")
    if len(data) > MAX_PICTURE or image.ext not in {"png", "jpg", "gif", "bmp", "tiff"}:
        state.fail("template.picture", line, found=str(source))
        return Markup("")
    name = f"word/media/{hashlib.sha256(data).hexdigest()[:16]}.{image.ext}"
    state.document.media[name] = data
    shown = state.relate(NewRelationship(OFFICE + "image", f"/{name}"))
    link = ""
    if anchor:
        target = state.relate(NewRelationship(OFFICE + "hyperlink", anchor, external=True))
        link = f'<a:hlinkClick r:id="{target}"/>'
    return Markup(_drawing(state.document.new_id(), shown, int(wide), int(high), quoteattr(Path(name).name), link))


def _rewound(stream: IO[bytes]) -> bytes:
    stream.seek(0)
    return stream.read()


def _drawing(ident: int, shown: str, wide: int, high: int, name: str, link: str) -> str:
    """`wp:inline` with the picture, between two runs (ECMA-376 part 1, 20.4.2.8)."""
    return (
        f'</w:t></w:r><w:r><w:drawing><wp:inline {_NAMESPACES} distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:docPr id="{ident}" name="Picture {ident}">{link}</wp:docPr>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="0" name={name}>{link}</pic:cNvPr><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{shown}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
        '</w:drawing></w:r><w:r><w:t xml:space="preserve">'
    )
