"""The text of a data file (เนื้อความของไฟล์ข้อมูล): from its bytes, or a fault that names what the bytes are instead.

Source: UTF-8 with or without a byte order mark; files saved by Thai Windows programs are often TIS-620 (code page 874).
Limits: other encodings are recognised and named, never guessed into text; files above 10 MB are refused unread.

>>> decode("ปี: ๒๕๖๖".encode(), "plan.yaml")
'ปี: ๒๕๖๖'
"""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from ita_docs.errors import DataError, Fault, Place

LARGEST = 10 * 1024 * 1024
_UTF32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_SAMPLE = 4096
#: With bytes that are no UTF-8, these say that the file is no text: a picture, an archive, a program.
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_THAI = re.compile("[\u0e01-\u0e3a\u0e3f-\u0e5b]")


def read_text_file(path: Path) -> str:
    """Give the text of a file; `DataError` says why there is none."""
    file = str(path)
    try:
        if path.is_dir():
            raise _error("data.is-a-folder", file)
        if (size := path.stat().st_size) > LARGEST:
            raise _error("data.file-too-large", file, size=f"{size / 1024 / 1024:.1f}", limit=str(LARGEST // 1024**2))
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise _error("data.no-file", file) from None
    except (OSError, ValueError):  # a path with a NUL is a ValueError
        raise _error("data.unreadable", file) from None
    return decode(content, file)


def decode(content: bytes, file: str) -> str:
    """Give the text of UTF-8 bytes without a byte order mark; `DataError` names what they are instead."""
    if code := _no_text(content):
        raise _error(code, file)
    if encoding := _wide(content):
        raise _error("data.encoding", file, encoding=encoding)
    if b"\x00" in content:
        raise _error("data.binary", file)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _is_thai_windows(content):
            raise _error("data.encoding", file, encoding="TIS-620 (CP874)") from None
        if _CONTROL.search(content):
            raise _error("data.binary", file) from None
        line = content.count(b"\n", 0, error.start) + 1
        found = " ".join(f"{byte:02X}" for byte in content[error.start : error.start + 1])
        place = Place(file, line)
        raise DataError([Fault("data.not-utf8", place, {"found": found})]) from None


def _error(code: str, file: str, **params: str) -> DataError:
    return DataError([Fault(code, Place(file), params)])


def _no_text(content: bytes) -> str | None:
    """Name a Word file, an Office file or a PDF, whose first bytes tell."""
    if content.startswith(_OLE):
        return "data.word-file"
    if content.startswith(_ZIP):
        return "data.word-file" if _holds_a_document(content) else "data.binary"
    return "data.binary" if content.startswith((b"%PDF-", b"{\\rtf")) else None


def _holds_a_document(content: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return any(name.startswith("word/") for name in package.namelist())
    except (zipfile.BadZipFile, ValueError):
        return b"word/document.xml" in content


def _wide(content: bytes) -> str | None:
    """Name UTF-16 or UTF-32, by their mark or, without one, by a zero in every other byte of ASCII text."""
    if content.startswith(_UTF32):
        return "UTF-32"
    if content.startswith(_UTF16):
        return "UTF-16"
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    least = len(sample) // 8
    return "UTF-16" if least and (even > least > odd * 8 or odd > least > even * 8) else None


def _is_thai_windows(content: bytes) -> bool:
    """Tell TIS-620 from UTF-8 that is merely damaged: nearly all its high bytes are Thai letters, and none UTF-8."""
    intact = content.decode("utf-8", errors="replace")
    if len(_THAI.findall(intact)) > intact.count("\ufffd"):
        return False
    try:
        text = content.decode("cp874")
    except UnicodeDecodeError:
        return False
    high = sum(character > "\x7f" for character in text)
    return len(_THAI.findall(text)) >= 0.9 * high
