"""Pictures: a PNG or JPEG becomes a media part, a relationship of the part that shows it, and an inline drawing.

Size and resolution are read by python-docx; a size that is not given follows from the picture's own.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import IO

from markupsafe import Markup

from ita_docs.engine.fields import safe_link
from ita_docs.engine.package import MAX_PIXELS, OFFICE
from ita_docs.engine.state import NewRelationship, PartState

EMU_PER_MM = 36_000
MAX_PICTURE = 20 * 2**20
_NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
#: `wp:inline` with a picture, between two runs (ECMA-376 part 1, 20.4.2.8), as python-docx writes it.
_DRAWING = (
    f"</w:t></w:r><w:r><w:drawing><wp:inline {_NAMESPACES}>"
    '<wp:extent cx="{cx}" cy="{cy}"/><wp:docPr id="{id}" name="Picture {id}">{link}</wp:docPr>'
    '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="0" name={label}>{link}</pic:cNvPr><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{shown}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>'
    '</w:drawing></w:r><w:r><w:t xml:space="preserve">'
)


def inline(
    source: str | Path | IO[bytes],
    state: PartState,
    line: int,
    size: tuple[int | None, int | None],
    anchor: str | None = None,
) -> Markup:
    """The drawing of a picture, from inside one `w:t` to inside the next; `size` is width and height in EMU."""
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415  it imports all that urllib can do

    from docx.image.image import Image  # noqa: PLC0415  # python-docx takes long to import

    if anchor and not safe_link(anchor):
        state.fail("template.unsafe-target", line, found=anchor[:60])
        return Markup("")
    try:
        data = _content(source, state)
        image = Image.from_blob(data)
        wide, high = image.scaled_dimensions(*size)
    except Exception:  # noqa: BLE001  # python-docx raises what happens to go wrong in a damaged picture
        state.fail("template.picture", line, found=str(source))
        return Markup("")
    large = len(data) > MAX_PICTURE or image.px_width * image.px_height > MAX_PIXELS
    if large or image.ext not in {"png", "jpg", "gif", "bmp", "tiff"}:
        state.fail("template.picture", line, found=str(source))
        return Markup("")
    name = f"word/media/{hashlib.sha256(data).hexdigest()[:16]}.{image.ext}"
    state.document.media[name] = data
    shown = state.relate(NewRelationship(OFFICE + "image", f"/{name}"))
    link = ""
    if anchor:
        target = state.relate(NewRelationship(OFFICE + "hyperlink", anchor, external=True))
        link = f'<a:hlinkClick r:id="{target}"/>'
    label = quoteattr(Path(source).name if isinstance(source, (str, Path)) else f"image.{image.ext}")
    return Markup(
        _DRAWING.format(id=state.document.new_id(), shown=shown, cx=int(wide), cy=int(high), label=label, link=link)
    )


def _content(source: str | Path | IO[bytes], state: PartState) -> bytes:
    if isinstance(source, (str, Path)):
        known = state.document.pictures.get(str(source))
        if known is not None:
            return known
        if not Path(source).is_file():  # a device or a pipe never ends
            return b""
        with Path(source).open("rb") as stream:
            return stream.read(MAX_PICTURE + 1)
    source.seek(0)
    return source.read(MAX_PICTURE + 1)
