"""A PDF as LibreOffice wrote it, made fit to publish.

Title and language are set, no date of its making stays, and where digits are drawn in Thai shapes by a font of ours,
what a reader finds and copies are Thai digits too (ISO 32000-1, 9.10.3: ToUnicode).  Nothing on the pages is changed.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, NamedTuple

from ita_docs.errors import Fault, PdfError

if TYPE_CHECKING:
    import pikepdf

_THAI_ZERO, _ZERO = 0x0E50, 0x30
#: A mapping to an ASCII digit in a CMap: `<05> <0032>`.
_TO_DIGIT = re.compile(rb"(<[0-9A-Fa-f]+>\s*)<003([0-9])>")
_DATES = ("/CreationDate", "/ModDate")


class DamagedError(Exception):
    """What should be a PDF is none."""


class Finished(NamedTuple):
    """The PDF, and the names of the fonts in it."""

    content: bytes
    fonts: frozenset[str]


def library() -> None:
    """Say what to install where the library that writes PDFs is missing."""
    try:
        import pikepdf  # noqa: F401, PLC0415  an extra, asked for before LibreOffice is run
    except ImportError as error:
        raise PdfError([Fault("pdf.no-library", params={"found": "pikepdf"})]) from error


def finished(content: bytes, *, title: str, language: str, digits: str) -> Finished:
    """A PDF with its title and language; `digits` begins the names of the fonts that draw digits in Thai shapes."""
    import pikepdf  # noqa: PLC0415  an extra

    try:
        opened = pikepdf.open(io.BytesIO(content))
    except pikepdf.PdfError as error:
        raise DamagedError from error
    with opened as pdf:
        for date in _DATES:
            if date in pdf.docinfo:
                del pdf.docinfo[date]
        if "/Metadata" in pdf.Root:  # the same once more, with dates
            del pdf.Root["/Metadata"]
        pdf.docinfo["/Title"] = title
        pdf.Root["/Lang"] = pikepdf.String(language)
        pdf.Root["/ViewerPreferences"] = pikepdf.Dictionary(DisplayDocTitle=True)
        for mark in ("/DocChecksum", "/ID"):  # both differ from run to run
            if mark in pdf.trailer:
                del pdf.trailer[mark]
        fonts = set()
        for font in _fonts(pdf):
            name = str(font["/BaseFont"])[1:].rpartition("+")[2]
            fonts.add(name)
            if name.startswith(digits.replace(" ", "")) and "/ToUnicode" in font:
                said = font["/ToUnicode"]
                said.write(_TO_DIGIT.sub(_thai, said.read_bytes()))
        stream = io.BytesIO()
        pdf.save(stream, deterministic_id=True)
    return Finished(stream.getvalue(), frozenset(fonts))


def _fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    import pikepdf  # noqa: PLC0415  an extra

    return [
        item
        for item in pdf.objects
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font" and "/BaseFont" in item
    ]


def _thai(found: re.Match[bytes]) -> bytes:
    return b"%b<%04X>" % (found[1], _THAI_ZERO + int(found[2]))
