"""A template: any docxtpl .docx, opened, checked and compiled once; immutable, shared by threads.

`Template(path).render(mapping)` gives the bytes of the document. Every story part (document, headers, footers, notes)
and the core properties are compiled, once for each script of digits that is asked for, and each is rendered exactly
once a document.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from html import escape
from itertools import islice
from os import PathLike
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

from jinja2 import Template as JinjaTemplate
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree

from ita_docs.engine import numerals as numerals_pass
from ita_docs.engine.chart_parts import localise
from ita_docs.engine.chart_store import CHART, NewCharts, TemplateCharts
from ita_docs.engine.compiled import CompiledPart, kept_parts
from ita_docs.engine.fields import check_fields
from ita_docs.engine.filters import environment
from ita_docs.engine.package import CONTENT_TYPES, RELATIONSHIPS, TYPES, Package, parse_xml, relationship_part
from ita_docs.engine.sandbox import Missing, RenderContext
from ita_docs.engine.state import DocumentState, Limit, NewRelationship, PartState
from ita_docs.engine.values import report_missing
from ita_docs.errors import Fault, TemplateError, UsageError
from ita_docs.thai import Numerals

#: Content types of the parts that hold text, by their last words.
_STORIES = re.compile(r"wordprocessingml\.(?:document\.main|header|footer|footnotes|endnotes)\+xml$")
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_NUMBERING = "wordprocessingml.numbering+xml"
_ENVIRONMENT = environment()
#: A province has a few sets of seven templates; a server that is handed ever new ones must not keep them all.
_MOST_OPENED = 64
#: How many texts are joined at a time. A list of all that a long part is made of would take more memory than the part,
#: and each pass of the garbage collector over all objects would look at every one of them.
_PIECES = 4096


class Template:
    """A .docx with docxtpl's tags, named styles, `{% merge key %}`, bound check boxes and bound charts.

    What is made of a file's content is made once in a process, however often that content is opened; a template that
    was pickled finds it again in the other process, or makes it there.
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        """Open and compile a template.

        Raises TemplateError: the file is missing or no .docx, holds what is refused, or has tags that can not be read.
        """
        self._opened = _Opened.of(*Package.read(path))
        self.path = Path(path)

    def __reduce__(self) -> tuple[Callable[[bytes, Path, bool], Template], tuple[bytes, Path, bool]]:
        """Compiled code does not pickle; the content does, whatever becomes of the file."""
        return Template.of, (self._opened.package.data, self.path, self._opened.own)

    @classmethod
    def of(cls, data: bytes, path: Path, own: bool = False) -> Template:
        """A template of these bytes, which stand or stood in a file; faults name that.  For `own` see `standard`."""
        template = cls.__new__(cls)
        template._opened = _Opened.of(str(path), data, own=own)  # noqa: SLF001  its own maker
        template.path = path
        return template

    @classmethod
    def standard(cls, path: Path) -> Template:
        """One of the package's own, which its tests open: compiled for the digits that are asked for, no others."""
        return cls.of(Package.read(path)[1], path, own=True)

    @property
    def digest(self) -> str:
        """The SHA-256 of the file's content, in hexadecimal."""
        return self._opened.digest

    def render(self, data: Mapping[str, Any], *, numerals: Numerals | None = None) -> bytes:
        """The document of a mapping: its values as they are, digits as typed unless `numerals` says otherwise.

        Raises TemplateError with every name that the mapping lacks and every value that can not be printed.
        """
        if not isinstance(data, Mapping):
            raise UsageError([Fault("usage.no-mapping", params={"found": type(data).__name__})])
        return self.render_state(data, DocumentState(numerals, official=False))

    @staticmethod
    def build_url_id(url: str) -> str:
        """What a RichText's `url_id` takes: here the address itself, in any part. docxtpl's method has this name."""
        return escape(str(url))

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> NoReturn:
            """Refuse by name what docxtpl's templates can do besides: parts from elsewhere, put in unseen."""
            if name == "new_subdoc":
                raise UsageError([Fault("usage.sub-document", params={"found": name})])
            if name in {"replace_pic", "replace_media"}:
                raise UsageError([Fault("usage.replace-picture", params={"found": name})])
            if name in {"replace_embedded", "replace_zipname"}:
                raise UsageError([Fault("usage.replace-part", params={"found": name})])
            message = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(message)

    def render_state(self, data: Mapping[str, Any], state: DocumentState) -> bytes:
        """The document of a mapping, by a state made for it."""
        package, variant = self._opened.package, self._opened.variant(state.numerals)
        state.relationship_id = self._opened.relationship_id
        state.relationship_ids = self._opened.relationship_ids
        state.charts = NewCharts(self._opened.charts, state.numerals)
        self._find_missing(variant, data, state)
        changed = dict(variant.static)
        cause: Exception | None = None
        for part, template in variant.templates:
            seen = PartState(state, part.name, part.slots, part.places)
            try:
                changed[part.name] = _render_part(part, template, data, seen)
                if part.name in package.with_fields:  # tags may have changed what their codes say
                    root = etree.fromstring(changed[part.name], etree.XMLParser(huge_tree=True))
                    check_fields(root, package.file, part.name)
            except Exception as error:  # noqa: BLE001  # a template can fail in any way; the fault names its tag
                cause = cause or error
                _record(error, part, seen)
        if state.faults:
            order = {
                place: n for n, place in enumerate(place for part, _ in variant.templates for place in part.places)
            }
            raise TemplateError(sorted(state.faults, key=lambda fault: order.get(fault.place, 0))) from cause
        changed.update(_with_new_parts(package, state))
        charts, dropped = state.charts.complete(changed, state.targets())
        written = {name: data for name, data in changed.items() if name not in dropped}
        return package.write({**written, **charts}, dropped)

    def _find_missing(self, variant: _Compiled, data: Mapping[str, Any], state: DocumentState) -> None:
        for part, _ in variant.templates:
            seen = PartState(state, part.name, part.slots, part.places)
            for name, lines in part.names.items():
                if name not in data and name not in _ENVIRONMENT.globals:
                    for line in lines:
                        seen.fail_missing(name, [str(key) for key in data], line)


class _Opened:
    """What is made of one file's content, shared by all templates that open it."""

    #: By name and content, the last used last; the name, since faults name it.
    _known: ClassVar[OrderedDict[tuple[str, bytes], _Opened]] = OrderedDict()
    _door: ClassVar[Lock] = Lock()

    def __init__(self, package: Package, *, own: bool) -> None:
        self.package = package
        self.own = own
        self.digest = sha256(package.data).hexdigest()
        self.relationship_id = _unused_id(package)
        stories = [name for name in package.parts if _STORIES.search(package.content_type(name))]
        self.relationship_ids = {name: frozenset(one.id for one in package.relationships(name)) for name in stories}
        self.charts = TemplateCharts(package)
        self._lock = Lock()
        self._compiled: dict[Numerals | None, _Compiled] = {}
        if not own:
            self.variant(None)

    @classmethod
    def of(cls, file: str, data: bytes, *, own: bool = False) -> _Opened:
        """What was made of this content before, else made now; `own`: one of the package's templates."""
        key = (file, sha256(data).digest())
        with cls._door:
            if key not in cls._known:
                cls._known[key] = cls(Package(data, file, own=own), own=own)
                if len(cls._known) > _MOST_OPENED:
                    cls._known.popitem(last=False)
            cls._known.move_to_end(key)
            return cls._known[key]

    def variant(self, numerals: Numerals | None) -> _Compiled:
        """The parts compiled for one script of digits, the first time they are asked for."""
        if numerals not in (None, "thai", "arabic"):  # what is given may not be hashable
            raise UsageError([Fault("usage.numerals", params={"found": str(numerals)})])
        with self._lock:
            if numerals not in self._compiled:
                self._compiled[numerals] = _Compiled(self.package, self.charts, numerals, own=self.own)
            return self._compiled[numerals]


class _Compiled:
    """A template's parts, compiled for one script of digits."""

    def __init__(self, package: Package, charts: TemplateCharts, numerals: Numerals | None, *, own: bool) -> None:
        #: Parts that differ from the file and hold nothing to print.
        self.static: dict[str, bytes] = {}
        for name in package.parts:
            kind = package.content_type(name)
            if not numerals:
                break
            if kind.endswith(_NUMBERING):
                root = parse_xml(package.parts[name], package.file, name)
                numerals_pass.rewrite_lists(root, numerals)
                self.static[name] = _serialised(root)
            elif kind == CHART:
                root = parse_xml(package.parts[name], package.file, name)
                localise(root, numerals)
                self.static[name] = _serialised(root)

        def made() -> list[CompiledPart]:
            return _parts(package, charts, numerals)

        parts = kept_parts(package, numerals, made) if own else made()
        self.templates = [(part, _jinja(part)) for part in parts]


def _jinja(part: CompiledPart) -> JinjaTemplate:
    return JinjaTemplate.from_code(_ENVIRONMENT, part.code, _ENVIRONMENT.make_globals(None))


def _parts(package: Package, charts: TemplateCharts, numerals: Numerals | None) -> list[CompiledPart]:
    """The parts that print, compiled; TemplateError has the faults of all."""
    from ita_docs.engine.compile import compile_part  # noqa: PLC0415  with docxtpl, which a compiled template is without

    parts: list[CompiledPart] = []
    faults: list[Fault] = []
    for name, data in package.parts.items():
        core = package.content_type(name) == _CORE
        if not (core or _STORIES.search(package.content_type(name))) or (core and not numerals and b"{" not in data):
            continue
        try:
            root, shown = parse_xml(data, package.file, name), charts.shown_by(name)
            parts.append(compile_part(_ENVIRONMENT, root, package.file, name, numerals, shown=shown))
        except TemplateError as error:
            faults += error.faults
    if faults:
        raise TemplateError(faults)
    return parts


def _render_part(part: CompiledPart, template: JinjaTemplate, data: Mapping[str, Any], seen: PartState) -> bytes:
    context = template.new_context(dict(data))
    assert isinstance(context, RenderContext)  # noqa: S101  # the environment's context class
    context.state = seen
    made = b"".join(_encoded(template.root_render_func(context)))
    if part.columns or part.cuts:
        etree.fromstring(made, etree.XMLParser(huge_tree=True))
    if part.columns and not seen.document.faults:
        from docxtpl import DocxTemplate  # noqa: PLC0415  it takes long to import, and few templates have such loops

        return _serialised(DocxTemplate.fix_tables(None, made))
    return made


def _encoded(pieces: Iterator[str]) -> Iterator[bytes]:
    """A part as its file holds it."""
    yield _DECLARATION
    while some := list(islice(pieces, _PIECES)):
        yield "".join(some).encode()


_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _serialised(root: etree._Element) -> bytes:
    return _DECLARATION + bytes(etree.tostring(root, encoding="utf-8"))


def _record(error: Exception, part: CompiledPart, seen: PartState) -> None:
    """Record the fault of an exception in a template's code, at the tag whose line was running."""
    if isinstance(error, etree.XMLSyntaxError):
        for line in part.cuts or (0,):
            seen.fail("template.broken-markup", line)
        return
    if isinstance(error, TemplateError):
        seen.document.faults += error.faults
        return
    line = 0
    last: object = None
    trace = error.__traceback__
    while trace is not None:
        frame = trace.tb_frame
        template, last = frame.f_globals.get("__jinja_template__"), frame.f_locals.get("self")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    if isinstance(error, UndefinedError) and isinstance(last, Missing):  # it complains about itself
        report_missing(last, seen, line)
    elif isinstance(error, (Limit, RecursionError, MemoryError)):
        seen.fail("template.limit", line, found=str(error) if isinstance(error, Limit) else type(error).__name__)
    elif isinstance(error, (SecurityError, UndefinedError)):
        seen.fail("template.forbidden", line, found=error)
    else:
        seen.fail("template.runtime", line, found=f"{type(error).__name__}: {error}")


def _unused_id(package: Package) -> str:
    """How the ids of new relationships begin: a document may have been rendered before."""
    known = b"".join(data for name, data in package.parts.items() if name.endswith(".rels"))
    begin = "rIdNew"
    while f'"{begin}'.encode() in known:
        begin += "x"
    return begin


def _with_new_parts(package: Package, state: DocumentState) -> Iterator[tuple[str, bytes]]:
    """Media that the render brought, the relationships that show them, and their content types."""
    yield from state.media.items()
    for part, added in state.relationships.items():
        name = relationship_part(part)
        root = (
            parse_xml(package.parts[name], package.file, name)
            if name in package.parts
            else etree.Element(f"{RELATIONSHIPS}Relationships", nsmap={None: RELATIONSHIPS.strip("{}")})
        )
        for relationship, ident in added.items():
            _relate(root, relationship, ident)
        yield name, _serialised(root)
    if state.media:
        root = parse_xml(package.parts[CONTENT_TYPES], package.file, CONTENT_TYPES)
        known = {element.get("Extension", "").lower() for element in root.iter(f"{TYPES}Default")}
        for extension in sorted({name.rsplit(".", 1)[-1] for name in state.media} - known):
            kind = {"jpg": "image/jpeg"}.get(extension, f"image/{extension}")
            root.insert(0, etree.Element(f"{TYPES}Default", Extension=extension, ContentType=kind))
        yield CONTENT_TYPES, _serialised(root)


def _relate(root: etree._Element, relationship: NewRelationship, ident: str) -> None:
    element = etree.SubElement(
        root, f"{RELATIONSHIPS}Relationship", Id=ident, Type=relationship.kind, Target=relationship.target
    )
    if relationship.external:
        element.set("TargetMode", "External")
