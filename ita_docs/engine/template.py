"""A template: any docxtpl .docx, opened, checked and compiled once; immutable, shared by threads.

`Template(path).render(mapping)` gives the bytes of the document. Every story part (document, headers, footers, notes)
and the core properties are compiled, once for each script of digits that is asked for, and each is rendered exactly once
a document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import Any, Literal

from docxtpl import DocxTemplate
from jinja2 import Template as JinjaTemplate
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree

from ita_docs.engine import numerals as numerals_pass
from ita_docs.engine.compile import CompiledPart, compile_part
from ita_docs.engine.filters import environment
from ita_docs.engine.package import RELATIONSHIPS, TYPES, Package, parse_xml
from ita_docs.engine.sandbox import RenderContext
from ita_docs.engine.state import DocumentState, Limit, NewRelationship, PartState
from ita_docs.errors import Fault, Place, TemplateError

Numerals = Literal["thai", "arabic"]
#: Content types of the parts that hold text, by their last words.
_STORIES = re.compile(r"wordprocessingml\.(?:document\.main|header|footer|footnotes|endnotes|comments)\+xml$")
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_NUMBERING = "wordprocessingml.numbering+xml"
_ENVIRONMENT = environment()


class Template:
    """A .docx with docxtpl's tags, named styles, `{% merge key %}` and check boxes bound by their tags."""

    def __init__(self, path: str | Path) -> None:
        """Open and compile a template.

        Raises TemplateError: the file is missing or no .docx, holds what is refused, or has tags that can not be read.
        """
        self._package = Package.open(path)
        self.path = Path(path)
        self._lock = Lock()
        self._compiled: dict[Numerals | None, _Compiled] = {}
        self._variant(None)

    def __reduce__(self) -> tuple[type[Template], tuple[Path]]:
        """Compiled code does not pickle; another process opens the file again."""
        return Template, (self.path,)

    def _variant(self, numerals: Numerals | None) -> _Compiled:
        with self._lock:
            if numerals not in self._compiled:
                self._compiled[numerals] = _Compiled(self._package, numerals)
            return self._compiled[numerals]

    def render(self, data: Mapping[str, Any], *, numerals: Numerals | None = None) -> bytes:
        """The document of a mapping: its values as they are, digits as typed unless `numerals` says otherwise.

        Raises TemplateError with every name that the mapping lacks and every value that can not be printed.
        """
        return self.render_state(data, DocumentState(numerals, official=False))

    def render_state(self, data: Mapping[str, Any], state: DocumentState) -> bytes:
        """The document of a mapping, by a state made for it."""
        variant = self._variant(state.numerals)
        self._find_missing(variant, data, state)
        changed = dict(variant.static)
        failed: list[TemplateError] = []
        for part, template in variant.templates:
            try:
                changed[part.name] = _render_part(part, template, data, state, self._package.file)
            except TemplateError as error:
                failed.append(error)
        faults = [*state.faults, *(fault for error in failed for fault in error.faults)]
        if faults:
            raise TemplateError(faults)
        changed.update(_with_new_parts(self._package, state))
        return self._package.write(changed)

    def _find_missing(self, variant: _Compiled, data: Mapping[str, Any], state: DocumentState) -> None:
        for part, _ in variant.templates:
            seen = PartState(state, part.name, part.slots, part.places)
            for name, lines in part.names.items():
                if name not in data and name not in _ENVIRONMENT.globals:
                    for line in lines:
                        seen.fail_missing(name, [str(key) for key in data], line)


class _Compiled:
    """A template's parts, compiled for one script of digits."""

    def __init__(self, package: Package, numerals: Numerals | None) -> None:
        self.templates: list[tuple[CompiledPart, JinjaTemplate]] = []
        #: Parts that differ from the file and hold nothing to print.
        self.static: dict[str, bytes] = {}
        faults: list[Fault] = []
        for name in package.parts:
            kind = package.content_type(name)
            if kind.endswith(_NUMBERING) and numerals:
                root = parse_xml(package.parts[name], package.file, name)
                numerals_pass.rewrite_lists(root, numerals)
                self.static[name] = _serialised(root)
            elif _STORIES.search(kind) or kind == _CORE:
                try:
                    self._add(package, name, numerals, core=kind == _CORE)
                except TemplateError as error:
                    faults += error.faults
        if faults:
            raise TemplateError(faults)

    def _add(self, package: Package, name: str, numerals: Numerals | None, *, core: bool) -> None:
        if core and b"{" not in package.parts[name]:
            return
        root = parse_xml(package.parts[name], package.file, name)
        part = compile_part(_ENVIRONMENT, root, package.file, name, None if core else numerals)
        template = JinjaTemplate.from_code(_ENVIRONMENT, part.code, _ENVIRONMENT.make_globals(None))
        self.templates.append((part, template))


def _render_part(
    part: CompiledPart, template: JinjaTemplate, data: Mapping[str, Any], state: DocumentState, file: str
) -> bytes:
    seen = PartState(state, part.name, part.slots, part.places)
    context = template.new_context(dict(data))
    assert isinstance(context, RenderContext)  # noqa: S101  # the environment's context class
    context.state = seen
    try:
        text = "".join(template.root_render_func(context))
    except Exception as error:  # a template can fail in any way; the fault names its tag
        raise TemplateError([_runtime_fault(error, seen)]) from error
    if part.columns:
        return _serialised(DocxTemplate.fix_tables(None, text))
    if part.loose:
        try:
            etree.fromstring(text)
        except etree.XMLSyntaxError as error:
            raise TemplateError([Fault("template.broken-markup", Place(file=file, part=part.name))]) from error
    return _DECLARATION + text.encode()


_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def _serialised(root: etree._Element) -> bytes:
    return _DECLARATION + bytes(etree.tostring(root, encoding="utf-8"))


def _runtime_fault(error: Exception, seen: PartState) -> Fault:
    """The fault of an exception in a template's code, at the tag whose line was running."""
    line = 0
    trace = error.__traceback__
    while trace is not None:
        template = trace.tb_frame.f_globals.get("__jinja_template__")
        if template is not None:
            line = template.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    place = seen.place(line)
    if isinstance(error, Limit):
        return Fault("template.limit", place, {"found": str(error)})
    if isinstance(error, (RecursionError, MemoryError)):
        return Fault("template.limit", place, {"found": type(error).__name__})
    if isinstance(error, (SecurityError, UndefinedError)):
        return Fault("template.forbidden", place, {"found": str(error)})
    return Fault("template.runtime", place, {"found": f"{type(error).__name__}: {error}"})


def _with_new_parts(package: Package, state: DocumentState) -> Iterator[tuple[str, bytes]]:
    """Media that the render brought, the relationships that show them, and their content types."""
    yield from state.media.items()
    for part, added in state.relationships.items():
        folder, _, base = part.rpartition("/")
        name = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
        root = (
            parse_xml(package.parts[name], package.file, name)
            if name in package.parts
            else etree.Element(f"{RELATIONSHIPS}Relationships", nsmap={None: RELATIONSHIPS.strip("{}")})
        )
        for relationship, ident in added.items():
            _relate(root, relationship, ident)
        yield name, _serialised(root)
    if state.media:
        root = parse_xml(package.parts["[Content_Types].xml"], package.file, "[Content_Types].xml")
        known = {element.get("Extension", "").lower() for element in root.iter(f"{TYPES}Default")}
        for extension in sorted({name.rsplit(".", 1)[-1] for name in state.media} - known):
            kind = {"jpg": "image/jpeg"}.get(extension, f"image/{extension}")
            root.insert(0, etree.Element(f"{TYPES}Default", Extension=extension, ContentType=kind))
        yield "[Content_Types].xml", _serialised(root)


def _relate(root: etree._Element, relationship: NewRelationship, ident: str) -> None:
    element = etree.SubElement(
        root, f"{RELATIONSHIPS}Relationship", Id=ident, Type=relationship.kind, Target=relationship.target
    )
    if relationship.external:
        element.set("TargetMode", "External")

