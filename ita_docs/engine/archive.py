"""The zip archive of a .docx: read with suspicion, always written alike (ECMA-376 part 2, annex B; APPNOTE.TXT).

Reading refuses whatever two programs could understand differently: names that leave the archive or stand twice, local
headers that contradict the directory, entries that overlap, sizes that lie; and more than the stated limits. Nothing is
unpacked beyond its declared size. Writing needs no clock: fixed dates, the order given; entries that were not changed
are copied as they are stored, without data descriptors, extra fields or zip64.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote

from isal import isal_zlib

from ita_docs.errors import Fault, Place, TemplateError

MAX_ARCHIVE = 50 * 2**20
MAX_PART = 50 * 2**20
MAX_TOTAL = 150 * 2**20
MAX_RATIO = 400  # deflate can not do better than about 1,030; real parts stay below 60
MAX_ENTRIES = 2_000

#: Of ISA-L's levels, 2 packs the XML of documents best; 3 is slower by five times and packs it worse.
_LEVEL = 2
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED, _DESCRIPTOR, _UTF8 = 0x2041, 0x8, 0x800
_DATE = 0x21  # 1 January 1980, the first date a zip archive knows
_IN_EXTRA_FIELD = 0xFFFFFFFF
_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_END = struct.Struct("<4sHHHHLLH")


class Stored(NamedTuple):
    """An entry as the archive holds it: still compressed."""

    method: int
    crc: int
    size: int
    data: bytes


def fault(code: str, file: str, part: str = "", **params: object) -> TemplateError:
    """An error about a template file, or one part of it."""
    return TemplateError([Fault(code, Place(file=file, part=part), {k: str(v) for k, v in params.items()})])


def read(data: bytes, file: str) -> dict[str, Stored]:
    """The entries of an archive by their names, checked; folders left out."""
    if not data:
        raise fault("template.empty", file)
    if data.startswith(_OLD_OFFICE):
        raise fault("template.old-format", file)
    if len(data) > MAX_ARCHIVE:
        raise fault("template.too-big", file, limit=_megabytes(MAX_ARCHIVE))
    if data.count(b"PK\x01\x02") > MAX_ENTRIES:  # before the directory becomes objects
        raise fault("template.entries", file, limit=MAX_ENTRIES)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries, end = archive.infolist(), archive.start_dir
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, struct.error, IndexError) as error:
        raise fault("template.damaged" if data.startswith(b"PK") else "template.not-docx", file) from error
    _check_names(entries, file)
    _check_sizes(entries, file)
    places = sorted((entry.header_offset, _end_of(entry, data, file)) for entry in entries)
    if any(after[0] < before[1] for before, after in pairwise([*places, (end, end)])):
        raise fault("template.damaged", file)
    return {entry.filename: _stored(entry, data) for entry in entries if not entry.is_dir()}


def unpack(name: str, entry: Stored, file: str) -> bytes:
    """The content of an entry; never more than its declared size and one byte."""
    content, whole = entry.data, True
    if entry.method == zipfile.ZIP_DEFLATED:
        inflate = zlib.decompressobj(-15)
        try:
            content = inflate.decompress(entry.data, entry.size + 1)
            whole = inflate.eof and not inflate.unused_data
        except zlib.error:
            whole = False
    if not whole or len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise fault("template.damaged", file, name)
    return content


def deflated(data: bytes) -> Stored:
    """An entry made of new content."""
    packer = isal_zlib.compressobj(_LEVEL, isal_zlib.DEFLATED, -15)
    return Stored(zipfile.ZIP_DEFLATED, isal_zlib.crc32(data), len(data), packer.compress(data) + packer.flush())


def write(entries: Mapping[str, Stored]) -> bytes:
    """An archive of entries in the given order."""
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, entry in entries.items():
        label = name.encode()
        flags = 0 if name.isascii() else _UTF8
        head = (20, flags, entry.method, 0, _DATE, entry.crc, len(entry.data), entry.size, len(label), 0)
        body += [_LOCAL.pack(b"PK\x03\x04", *head), label, entry.data]
        directory += [_CENTRAL.pack(b"PK\x01\x02", 20, *head, 0, 0, 0, 0, offset), label]
        offset += _LOCAL.size + len(label) + len(entry.data)
    listing = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(listing), offset, 0)
    return b"".join((*body, listing, end))


def _check_names(entries: list[zipfile.ZipInfo], file: str) -> None:
    seen: set[str] = set()
    for entry in entries:
        raw = entry.orig_filename
        name = unquote(raw)  # part names may be percent-encoded, and readers differ in when they decode
        steps = name.removesuffix("/").split("/")
        if not {"", ".", ".."}.isdisjoint(steps) or any(c in "\\:" or c < " " or c == "\x7f" for c in name):
            raise fault("template.entry-name", file, found=raw)
        if name.casefold() in seen:  # part names are compared without regard to case
            raise fault("template.entry-twice", file, found=raw)
        seen.add(name.casefold())


def _check_sizes(entries: list[zipfile.ZipInfo], file: str) -> None:
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            raise fault("template.encrypted", file)
        if entry.file_size > MAX_PART:
            raise fault("template.too-big", file, entry.filename, limit=_megabytes(MAX_PART))
        if entry.file_size > MAX_RATIO * max(entry.compress_size, 1024):
            raise fault("template.bomb", file, entry.filename, limit=MAX_RATIO)
    if sum(entry.file_size for entry in entries) > MAX_TOTAL:
        raise fault("template.too-big", file, limit=_megabytes(MAX_TOTAL))


def _end_of(entry: zipfile.ZipInfo, data: bytes, file: str) -> int:
    """Where an entry's data ends, once its local header has been found to say what the directory says."""
    damaged = fault("template.damaged", file, entry.filename)
    if not 0 <= entry.header_offset <= len(data) - _LOCAL.size:
        raise damaged
    head = _LOCAL.unpack_from(data, entry.header_offset)
    signature, _, flags, method, _, _, *told, name_length, extra_length = head
    start = entry.header_offset + _LOCAL.size
    label = data[start : start + name_length]
    try:
        name = label.decode("utf-8" if flags & _UTF8 else "cp437")
    except UnicodeDecodeError as error:
        raise damaged from error
    known = [entry.CRC, entry.compress_size, entry.file_size]
    if (
        (signature, name, method) != (b"PK\x03\x04", entry.orig_filename, entry.compress_type)
        or method not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # others Word can not read
        or (not flags & _DESCRIPTOR and any(a not in {b, _IN_EXTRA_FIELD} for a, b in zip(told, known, strict=True)))
    ):
        raise damaged
    return int(start + name_length + extra_length + entry.compress_size)


def _stored(entry: zipfile.ZipInfo, data: bytes) -> Stored:
    start = entry.header_offset + _LOCAL.size + sum(struct.unpack_from("<HH", data, entry.header_offset + 26))
    return Stored(entry.compress_type, entry.CRC, entry.file_size, data[start : start + entry.compress_size])


def _megabytes(size: int) -> str:
    return f"{size // 2**20} MB"
