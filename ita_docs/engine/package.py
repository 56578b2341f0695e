"""A .docx as parts: opened, judged, and written again (Open Packaging Conventions, ECMA-376 part 2).

Opening refuses what a document generator must not pass on: macros, ActiveX, OLE objects, foreign documents, anything
loaded from outside other than hyperlinks, fields that fetch or run something, DTDs, relationships to nothing,
signatures that would no longer hold, and what `archive.py` and `contents.py` refuse. The workbooks of charts are judged
alike. Nothing of a refused file is run or written.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from os import PathLike, fspath
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from ita_docs.engine import archive, pixels
from ita_docs.engine.archive import deflated, fault, unpack
from ita_docs.engine.contents import STRICT, check_elements
from ita_docs.engine.fields import check_fields, safe_link
from ita_docs.engine.wordml import NAMESPACE
from ita_docs.errors import Fault, TemplateError, UsageError
from ita_docs.kept import files_of, kept
from ita_docs.patterns import lazy_pattern

MAX_DEPTH = 200
#: Tags and attributes of one part: what an XML tree's memory grows with (about 100 bytes each).
MAX_NODES = 4_000_000
#: Tags of one part that have no end, or no begin: each costs docxtpl's patterns a look at the whole rest of the part.
MAX_LOOSE = 20
#: Of one picture: a page of A4 at 1,200 dots an inch. Each takes four bytes where it is shown.
MAX_PIXELS = 150_000_000

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
CONTENT_TYPES = "[Content_Types].xml"
#: Relationship types, by their last word in small letters, that bring code or foreign documents along.
_REFUSED_RELATIONSHIPS = {
    "vbaproject": "template.macros",
    "vbaprojectsignature": "template.macros",
    "wordvbadata": "template.macros",
    "keymapcustomizations": "template.macros",
    "attachedtoolbars": "template.macros",
    "extensibility": "template.macros",  # ribbons of one's own
    "usercustomization": "template.macros",
    "webextension": "template.macros",
    "webextensiontaskpanes": "template.macros",
    "control": "template.activex",
    "activexcontrolbinary": "template.activex",
    "oleobject": "template.ole",
    "afchunk": "template.foreign",
    "subdocument": "template.foreign",
    "frame": "template.external",
    "attachedtemplate": "template.external",
    "mailmergesource": "template.external",
    "mailmergeheadersource": "template.external",
    "recipientdata": "template.external",
    "connections": "template.external",  # these three of workbooks
    "querytable": "template.external",
    "externallink": "template.external",
    "origin": "template.signed",
    "signature": "template.signed",
}
#: The same by words of a part's content type, in small letters.
_REFUSED_TYPES = {
    "macroenabled": "template.macros",
    "vbaproject": "template.macros",
    "vbadata": "template.macros",
    "keymapcustomizations": "template.macros",
    "activex": "template.activex",
    "oleobject": "template.ole",
    "digital-signature": "template.signed",
}
_MARKS = lazy_pattern(r"\{[{%#]|[}%#]\}")
_CLOSED_BY = {"{{": "}}", "{%": "%}", "{#": "#}"}
_PARSER = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,  # so that they neither hide a field code nor hold tags
    "remove_pis": True,
}


class Relationship(NamedTuple):
    """One relationship of a part."""

    id: str
    kind: str
    target: str
    external: bool


def parse_xml(data: bytes, file: str, part: str) -> etree._Element:
    """The tree of one part; refuses DTDs and entities, other encodings than Unicode, and trees too large or deep."""
    if data.count(b"<") + data.count(b"=") > MAX_NODES:
        raise fault("template.too-big", file, part, limit=f"{MAX_NODES:,} XML")
    try:
        root = etree.fromstring(data, etree.XMLParser(**_PARSER))
    except etree.XMLSyntaxError as error:
        if error.code == etree.ErrorTypes.ERR_RESOURCE_LIMIT:
            raise fault("template.deep", file, part, limit=MAX_DEPTH) from error
        raise fault("template.xml", file, part, line=error.lineno or 0) from error
    info = root.getroottree().docinfo
    if info.doctype:
        raise fault("template.dtd", file, part)
    if not (info.encoding or "UTF-8").upper().startswith(("UTF-8", "UTF-16", "US-ASCII")):
        raise fault("template.encoding", file, part, found=info.encoding)
    if root.xpath("/*" * (MAX_DEPTH + 1)):
        raise fault("template.deep", file, part, limit=MAX_DEPTH)
    return root


def relationship_part(part: str) -> str:
    """The name of the part that holds a part's relationships."""
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


class Package:
    """The parts of a .docx, checked. `main` is the name of the document part.

    One of the package's `own` templates is checked once for each content, and what was found is kept (`kept.py`).
    """

    def __init__(self, data: bytes, file: str, *, own: bool = False) -> None:
        self.file = file
        self.data = data
        self.stored = archive.read(data, file)
        self.parts = {name: unpack(name, entry, file) for name, entry in self.stored.items()}
        self._names = {unquote(name).casefold(): name for name in self.parts}
        self._types, self._defaults = self._content_types()
        #: Parts of the template with fields of their own, whose codes are checked again when rendered.
        self.with_fields: frozenset[str]
        self.main, self.with_fields = self._kept_names() if own else self._checked()

    @staticmethod
    def read(path: str | PathLike[str]) -> tuple[str, bytes]:
        """The name and the bytes of a file, which are not looked at yet."""
        try:
            file = fspath(path)
        except TypeError:
            file = None
        if not isinstance(file, str):
            raise UsageError([Fault("usage.no-path", params={"found": type(path).__name__})])
        try:
            if Path(file).is_dir():
                raise fault("template.folder", file)
            if not Path(file).is_file():  # a device or a pipe never ends
                raise fault("template.missing", file)
            with Path(file).open("rb") as stream:
                data = stream.read(archive.MAX_ARCHIVE + 1)
        except (OSError, ValueError) as error:  # not there, not ours to read, too long a name, a NUL in it
            raise fault("template.missing", file) from error
        return file, data

    def find(self, name: str) -> str | None:
        """The part of a name, as the archive spells it."""
        return self._names.get(unquote(name).casefold())

    def content_type(self, name: str) -> str:
        """The content type of a part."""
        folded = unquote(name).casefold()
        return self._types.get(folded) or self._defaults.get(folded.rpartition(".")[2], "")

    def relationships(self, part: str) -> Iterator[Relationship]:
        """The relationships of a part (the package's own for an empty name), targets as part names."""
        name = self.find(relationship_part(part))
        if name is not None:
            yield from self._relationships(name)

    def write(self, changed: Mapping[str, bytes], dropped: Collection[str] = ()) -> bytes:
        """The archive with some parts replaced, added or dropped; the same parts give the same bytes."""
        entries = {CONTENT_TYPES: self.stored[CONTENT_TYPES], **self.stored}
        entries = {name: entry for name, entry in entries.items() if name not in dropped}
        entries.update({name: deflated(data) for name, data in changed.items()})
        return archive.write(entries)

    def _kept_names(self) -> tuple[str, frozenset[str]]:
        of = (self.file, sha256(self.data).digest(), etree.LXML_VERSION, etree.LIBXML_VERSION)
        return kept(f"{Path(self.file).stem}-names", files_of("ita_docs.engine"), self._checked, *of)

    def _checked(self) -> tuple[str, frozenset[str]]:
        """Refuse what must not be passed on; the names of the document part, and of the parts with fields."""
        for name in self.parts:
            _check_type(self.content_type(name), self.file, name)
        main = self._main_part()
        return main, frozenset([name for name in self.parts if self._check_part(name)])

    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        if CONTENT_TYPES not in self.parts:
            if kind := self.parts.get("mimetype"):  # OpenDocument
                raise fault("template.not-word", self.file, found=kind[:100].decode("ascii", "replace"))
            raise fault("template.not-docx", self.file)
        root = parse_xml(self.parts[CONTENT_TYPES], self.file, CONTENT_TYPES)
        found: tuple[dict[str, str], dict[str, str]] = ({}, {})
        for element in root.iter(f"{TYPES}Override", f"{TYPES}Default"):
            override = element.tag == f"{TYPES}Override"
            name = element.get("PartName" if override else "Extension", "")
            key = unquote(name).removeprefix("/").casefold()
            known = found[0] if override else found[1]
            if key in known:
                raise fault("template.content-types", self.file, CONTENT_TYPES, found=name)
            known[key] = element.get("ContentType", "")
        return found

    def _main_part(self) -> str:
        mains = [found for found in self.relationships("") if found.kind == "officeDocument" and not found.external]
        if len(mains) != 1:
            raise fault("template.no-main", self.file)
        name, kind = mains[0].target, self.content_type(mains[0].target)
        if "wordprocessingml.template" in kind:
            raise fault("template.dotx", self.file)
        if kind != MAIN:
            raise fault("template.not-word", self.file, found=kind or "?")
        root = parse_xml(self.parts[name], self.file, name)
        if etree.QName(root).namespace == STRICT:
            raise fault("template.strict", self.file)
        if root.tag != f"{{{NAMESPACE}}}document":
            raise fault("template.no-main", self.file, name)
        return name

    def _relationships(self, name: str) -> Iterator[Relationship]:
        folder = posixpath.dirname(posixpath.dirname(name))
        for element in parse_xml(self.parts[name], self.file, name).iter(f"{RELATIONSHIPS}Relationship"):
            kind, target = element.get("Type", "").rstrip("/").rsplit("/", 1)[-1], element.get("Target", "")
            mode = element.get("TargetMode", "Internal")
            if mode not in {"Internal", "External"}:
                raise fault("template.relationship", self.file, name, found=target)
            if mode == "Internal" and not target.startswith("#"):
                target = self._target(name, folder, target)
            yield Relationship(element.get("Id", ""), kind, target, mode == "External")

    def _target(self, name: str, folder: str, target: str) -> str:
        """The part that a relationship points to; it must exist, inside the package."""
        path = target.partition("#")[0]
        whole = posixpath.normpath(path[1:] if path.startswith("/") else posixpath.join(folder, path))
        found = self.find(whole)
        if found is None:
            raise fault("template.relationship", self.file, name, found=target)
        return found

    def _check_part(self, name: str) -> bool:
        """Refuse what one part must not hold; whether it has fields."""
        kind, suffix = self.content_type(name).lower(), name.rpartition(".")[2].lower()
        if suffix == "rels":
            source = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[:-5])
            for relationship in self._relationships(name):
                self._check_relationship(name, relationship, self.content_type(source))
        elif suffix in {"xml", "vml", "svg"} or kind.endswith("xml"):
            root = parse_xml(self.parts[name], self.file, name)
            outside = {found.id for found in self.relationships(name) if found.external}
            check_elements(root, self.file, name, outside)
            self._check_tags(name, root)
            return check_fields(root, self.file, name, tags=True)
        elif pixels.count(self.parts[name]) > MAX_PIXELS:
            raise fault("template.too-big", self.file, name, limit=f"{MAX_PIXELS // 1_000_000} megapixels")
        return False

    def _check_relationship(self, name: str, relationship: Relationship, source: str) -> None:
        kind = relationship.kind.lower()
        refused = _REFUSED_RELATIONSHIPS.get(kind)
        if refused is None and relationship.external and kind != "hyperlink":
            refused = "template.external"
        if refused is None and kind == "package":
            if "chart" in source:
                _check_workbook(self.parts[relationship.target], self.file, relationship.target)
            else:  # an object
                refused = "template.ole"
        if refused:
            raise fault(refused, self.file, name, kind=relationship.kind, found=relationship.target)
        if relationship.external and not safe_link(relationship.target):
            raise fault("template.link", self.file, name, found=relationship.target)

    def _check_tags(self, name: str, root: etree._Element) -> None:
        """Refuse a text made to keep patterns busy; what else is wrong with tags is told when they are compiled."""
        if not any(sign in self.parts[name] for sign in (b"{", b"}", b"&")):  # a byte of theirs in any encoding
            return
        attributes = (str(value) for value in root.xpath("//@*[contains(., '{')]"))
        loose, begun = 0, ""
        for mark in _MARKS.findall("".join((*root.itertext(), *attributes))):
            if mark[0] == "{":
                loose += bool(begun)
                begun = mark
            elif begun and _CLOSED_BY[begun] == mark:
                begun = ""
            else:
                loose += not begun and mark == "%}"
            if loose > MAX_LOOSE:
                raise fault("template.tag-open", self.file, name, found=mark)


def _check_type(kind: str, file: str, name: str) -> None:
    """Refuse a part by its content type, or by a name that macros alone have."""
    for word, code in _REFUSED_TYPES.items():
        if word in kind.lower() or (word == "vbaproject" and word in name.lower()):
            raise fault(code, file, name)


def _check_workbook(data: bytes, file: str, name: str) -> None:
    """Refuse the workbook of a chart that holds code or objects, or fetches its data from elsewhere."""
    if not data.startswith(b"PK"):
        raise fault("template.ole", file, name)
    try:
        parts = {inside: unpack(inside, entry, file) for inside, entry in archive.read(data, file).items()}
        for inside, content in parts.items():
            if not inside.lower().endswith((".xml", ".rels", ".vml")):
                continue
            root = parse_xml(content, file, inside)
            for element in root.iter(f"{TYPES}Override", f"{TYPES}Default"):
                _check_type(element.get("ContentType", ""), file, element.get("PartName", ""))
            for element in root.iter(f"{RELATIONSHIPS}Relationship"):
                kind, target = element.get("Type", "").rstrip("/").rsplit("/", 1)[-1], element.get("Target", "")
                link, external = kind == "hyperlink", element.get("TargetMode", "Internal") != "Internal"
                code = _REFUSED_RELATIONSHIPS.get(kind.lower()) or ("template.external" if external else "")
                if code and not link:
                    raise fault(code, file, inside, kind=kind, found=target)
                if link and external and not safe_link(target):
                    raise fault("template.link", file, inside, found=target)
    except TemplateError as error:
        place = replace(error.faults[0].place, part=name)
        raise TemplateError([found.at(place) for found in error.faults]) from error
