"""A .docx as parts: opened, judged, and written again (Open Packaging Conventions, ECMA-376 part 2).

Opening refuses what a document generator must not pass on: macros, ActiveX, OLE objects, anything loaded from outside
other than hyperlinks, DTDs, entry names that leave the archive or stand twice, encrypted and damaged archives, and more
than the stated limits of size, ratio, entries and depth. Writing is deterministic: fixed order, fixed dates; parts that
were not changed are copied as they are stored.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from isal import isal_zlib
from lxml import etree

from ita_docs.errors import Fault, Place, TemplateError

MAX_ARCHIVE = 50 * 2**20
MAX_PART = 100 * 2**20
MAX_TOTAL = 200 * 2**20
MAX_RATIO = 400  # deflate can not do better than about 1,030; real parts stay below 60
MAX_ENTRIES = 2_000
MAX_DEPTH = 200

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
#: Relationship types, by their last word, that bring code or foreign documents along.
REFUSED = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "keyMapCustomizations": "macros",
    "attachedToolbars": "macros",
    "control": "ActiveX",
    "activeXControlBinary": "ActiveX",
    "oleObject": "OLE",
    "aFChunk": "foreign",
    "subDocument": "foreign",
    "frame": "foreign",
    "attachedTemplate": "foreign",
    "mailMergeSource": "foreign",
    "mailMergeHeaderSource": "foreign",
    "recipientData": "foreign",
}
#: Field codes that fetch or run something when the document is opened or updated.
ACTIVE_FIELDS = re.compile(
    r"^\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD|AUTOTEXT)\b", re.IGNORECASE
)
_PARSER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False, "remove_pis": False}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Stored(NamedTuple):
    """An entry as the archive holds it: still compressed."""

    method: int
    crc: int
    size: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship of a part."""

    id: str
    kind: str
    target: str
    external: bool


def fault(code: str, file: str, part: str = "", **params: object) -> TemplateError:
    """An error about a template file, or one part of it."""
    return TemplateError([Fault(code, Place(file=file, part=part), {k: str(v) for k, v in params.items()})])


def parse_xml(data: bytes, file: str, part: str) -> etree._Element:
    """The tree of one part; refuses DTDs, entities, and trees that are too deep."""
    try:
        root = etree.fromstring(data, etree.XMLParser(**_PARSER))
    except etree.XMLSyntaxError as error:
        raise fault("template.xml", file, part, line=error.lineno or 0) from error
    if root.getroottree().docinfo.doctype:
        raise fault("template.dtd", file, part)
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise fault("template.deep", file, part, limit=MAX_DEPTH)
    return root


def field_codes(root: etree._Element) -> Iterator[str]:
    """The code of each field, however many runs it is split over."""
    open_fields: list[list[str]] = []
    for element in root.iter("{*}fldSimple", "{*}fldChar", "{*}instrText"):
        kind = etree.QName(element).localname
        if kind == "fldSimple":
            yield next((value for key, value in element.attrib.items() if str(key).endswith("}instr")), "")
        elif kind == "instrText" and open_fields:
            open_fields[-1].append(element.text or "")
        elif kind == "fldChar" and element.get(f"{{{element.nsmap[element.prefix]}}}fldCharType") == "begin":
            open_fields.append([])
        elif kind == "fldChar" and open_fields:
            yield "".join(open_fields[-1])
            if element.get(f"{{{element.nsmap[element.prefix]}}}fldCharType") == "end":
                open_fields.pop()


class Package:
    """The parts of a .docx, checked. `main` is the name of the document part."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file = file
        if data.startswith(_OLD_OFFICE):
            raise fault("template.old-format", file)
        if len(data) > MAX_ARCHIVE:
            raise fault("template.too-big", file, limit=f"{MAX_ARCHIVE // 2**20} MB")
        try:
            self._read(data)
        except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise fault("template.not-docx", file) from error
        self.types, self._defaults = self._content_types()
        self.main = self._main_part()
        for name in self.parts:
            self._check_part(name)

    @classmethod
    def open(cls, path: str | Path) -> Package:
        """Read and check a file."""
        try:
            data = Path(path).read_bytes()
        except IsADirectoryError as error:
            raise fault("template.folder", str(path)) from error
        except OSError as error:
            raise fault("template.missing", str(path)) from error
        return cls(data, str(path))

    def _read(self, data: bytes) -> None:
        self.stored: dict[str, Stored] = {}
        self.parts: dict[str, bytes] = {}
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES:
                raise fault("template.entries", self.file, limit=MAX_ENTRIES)
            total = sum(entry.file_size for entry in entries)
            if total > MAX_TOTAL:
                raise fault("template.too-big", self.file, limit=f"{MAX_TOTAL // 2**20} MB")
            seen: set[str] = set()
            for entry in entries:
                self._check_entry(entry, seen)
                if entry.is_dir():
                    continue
                self.parts[entry.filename] = self._unpack(archive, entry)
                self.stored[entry.filename] = _as_stored(data, entry)

    def _check_entry(self, entry: zipfile.ZipInfo, seen: set[str]) -> None:
        name = entry.orig_filename
        if "\\" in name or "\0" in name or name.startswith("/") or ".." in name.split("/") or ":" in name:
            raise fault("template.entry-name", self.file, found=name)
        if name.lower() in seen:  # part names are compared without regard to case
            raise fault("template.entry-twice", self.file, found=name)
        seen.add(name.lower())
        if entry.flag_bits & 0x1:
            raise fault("template.encrypted", self.file)
        if entry.file_size > MAX_PART or entry.file_size > MAX_RATIO * max(entry.compress_size, 1024):
            raise fault("template.bomb", self.file, name, limit=MAX_RATIO)

    def _unpack(self, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
        with archive.open(entry) as stream:
            data = stream.read(MAX_PART + 1)
        if len(data) != entry.file_size:
            raise fault("template.bomb", self.file, entry.filename, limit=MAX_RATIO)
        return data

    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        if "[Content_Types].xml" not in self.parts:
            raise fault("template.not-docx", self.file)
        root = parse_xml(self.parts["[Content_Types].xml"], self.file, "[Content_Types].xml")
        parts = {e.get("PartName", "").lstrip("/"): e.get("ContentType", "") for e in root.iter(f"{TYPES}Override")}
        defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root.iter(f"{TYPES}Default")}
        for name, kind in parts.items():
            if "macroEnabled" in kind or "vbaProject" in kind:
                raise fault("template.macros", self.file, name)
            if "activeX" in kind:
                raise fault("template.activex", self.file, name)
        return parts, defaults

    def content_type(self, name: str) -> str:
        """The content type of a part."""
        return self.types.get(name) or self._defaults.get(name.rsplit(".", 1)[-1].lower(), "")

    def _main_part(self) -> str:
        for relationship in self.relationships(""):
            if relationship.kind == "officeDocument":
                kind = self.content_type(relationship.target)
                if kind == MAIN and relationship.target in self.parts:
                    return relationship.target
                if "wordprocessingml.template" in kind:
                    raise fault("template.dotx", self.file)
                raise fault("template.not-word", self.file, found=kind or "?")
        raise fault("template.not-docx", self.file)

    def relationships(self, part: str) -> Iterator[Relationship]:
        """The relationships of a part (the package's own for an empty name), targets as part names."""
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if name not in self.parts:
            return
        for element in parse_xml(self.parts[name], self.file, name).iter(f"{RELATIONSHIPS}Relationship"):
            target, external = element.get("Target", ""), element.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield Relationship(element.get("Id", ""), element.get("Type", "").rsplit("/", 1)[-1], target, external)

    def _check_part(self, name: str) -> None:
        if name.lower().endswith("vbaproject.bin"):
            raise fault("template.macros", self.file, name)
        if name.endswith(".rels"):
            source = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[: -len(".rels")])
            for relationship in self.relationships(source):
                self._check_relationship(name, relationship)
        elif name.endswith(".xml"):
            root = parse_xml(self.parts[name], self.file, name)
            for element in root.iter("{*}altChunk", "{*}subDoc", "{*}object", "{*}control"):
                code = {"object": "template.ole", "control": "template.activex"}
                kind = etree.QName(element).localname
                raise fault(code.get(kind, "template.external"), self.file, name, kind=kind, found=kind)
            for field in field_codes(root):
                if found := ACTIVE_FIELDS.match(field):
                    raise fault("template.active-field", self.file, name, found=found[1].upper())

    def _check_relationship(self, name: str, relationship: Relationship) -> None:
        reason = REFUSED.get(relationship.kind)
        if relationship.external:
            scheme = relationship.target.split(":", 1)[0].lower()
            if relationship.kind != "hyperlink" or scheme in {"javascript", "vbscript", "data"}:
                raise fault("template.external", self.file, name, kind=relationship.kind, found=relationship.target)
        if reason == "macros":
            raise fault("template.macros", self.file, name)
        if reason == "ActiveX":
            raise fault("template.activex", self.file, name)
        if reason == "OLE":
            raise fault("template.ole", self.file, name)
        if reason:
            raise fault("template.external", self.file, name, kind=relationship.kind, found=relationship.target)

    def write(self, changed: Mapping[str, bytes]) -> bytes:
        """The archive with some parts replaced or added; the same parts give the same bytes."""
        entries = dict(self.stored)
        entries.update({name: _deflated(data) for name, data in changed.items()})
        return _archive(entries)


def _as_stored(data: bytes, entry: zipfile.ZipInfo) -> Stored:
    """The compressed bytes of an entry, found behind its local header."""
    name_length, extra_length = struct.unpack_from("<HH", data, entry.header_offset + 26)
    start = entry.header_offset + 30 + name_length + extra_length
    return Stored(entry.compress_type, entry.CRC, entry.file_size, data[start : start + entry.compress_size])


def _deflated(data: bytes) -> Stored:
    packer = isal_zlib.compressobj(isal_zlib.ISAL_BEST_COMPRESSION, isal_zlib.DEFLATED, -15)
    return Stored(zipfile.ZIP_DEFLATED, isal_zlib.crc32(data), len(data), packer.compress(data) + packer.flush())


_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_CENTRAL = struct.Struct("<4sHHHHHHLLLHHHHHLL")
_END = struct.Struct("<4sHHHHLLH")
_UTF8, _DATE = 0x800, 0x21  # file names in UTF-8; 1 January 1980, the first date a zip archive knows


def _archive(entries: Mapping[str, Stored]) -> bytes:
    """A zip archive of entries in the given order (no data descriptors, no extra fields, no zip64)."""
    body, directory, offset = [], [], 0
    for name, entry in entries.items():
        label = name.encode()
        head = (20, _UTF8, entry.method, 0, _DATE, entry.crc, len(entry.data), entry.size, len(label), 0)
        body += [_LOCAL.pack(b"PK\x03\x04", *head), label, entry.data]
        directory += [_CENTRAL.pack(b"PK\x01\x02", 20, *head, 0, 0, 0, 0, offset), label]
        offset += _LOCAL.size + len(label) + len(entry.data)
    listing = b"".join(directory)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), len(listing), offset, 0)
    return b"".join((*body, listing, end))
