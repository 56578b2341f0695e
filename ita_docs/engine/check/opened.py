"""A part of a template, opened for the check: read as the compiler reads it, its tags walked against the view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jinja2 import Environment as PlainEnvironment
from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from ita_docs.engine.chart_store import TemplateCharts
from ita_docs.engine.check.autocorrect import meant
from ita_docs.engine.check.known import Value
from ita_docs.engine.check.mend import UNKNOWN_NAME, mended
from ita_docs.engine.check.record import Record, placed
from ita_docs.engine.check.statements import Walk
from ita_docs.engine.compile import ReadPart, compile_part, read_part, refused, unreadable
from ita_docs.engine.package import Package, parse_xml
from ita_docs.engine.places import HALF_TAG
from ita_docs.engine.sandbox import REFUSED_GLOBALS, Environment
from ita_docs.engine.structure import cutting, elsewhere, unpaired
from ita_docs.engine.wordml import TAG, cut, joined, paragraphs
from ita_docs.errors import Fault, TemplateError
from ita_docs.findings import Finding, Severity

_PLAIN = PlainEnvironment(autoescape=True)  # the compiler's own adds what measures work
_JINJA = ("range", "dict", "namespace", *REFUSED_GLOBALS)


@dataclass(frozen=True, slots=True)
class Part:
    """A part that holds text, as it was written."""

    name: str
    root: etree._Element


class Against(NamedTuple):
    """What parts are checked against: the names of the view, and what they show and print."""

    package: Package
    charts: TemplateCharts
    environment: Environment
    view: dict[str, Value]
    printed: set[str]


def tags_checked(part: Part, against: Against) -> Iterator[Finding]:
    """All that is wrong with the tags of a part."""
    read, faults = _read(part, against)
    source = read.source
    try:
        guarded = against.environment.parse(source, part.name)
    except TemplateSyntaxError as error:
        faults += unreadable(error, against.environment, read)
        faults = [fault for fault in faults if not fault.code.startswith("template.block-")]
        faults += [*elsewhere(read.tags), *unpaired((meant(tag), place) for tag, place in read.tags)]
        source, guarded = mended(source, _PLAIN), None
    except RecursionError:  # the compiler said so
        source, guarded = mended(source, _PLAIN), None
    yield from (placed(fault, _severity(fault)) for fault in faults)
    try:
        guarded = guarded or against.environment.parse(source, part.name)
        yield from (placed(fault, "error") for fault in refused(guarded, against.environment, read.lines))
        yield from _cuts(guarded, read) if not faults else ()
        yield from _walked(_PLAIN.parse(source, part.name), read, against)
    except (TemplateSyntaxError, RecursionError):
        yield Finding("check.rest-unchecked", read.places.part, {"found": part.name}, "advice")


def _severity(fault: Fault) -> Severity:
    """An end of a tag without its begin is printed as it is, which may be meant."""
    lone = fault.code == "template.tag-open" and fault.params["found"].startswith(("}", "%"))
    return "warning" if lone else "error"


def _read(part: Part, against: Against) -> tuple[ReadPart, list[Fault]]:
    """A part as the compiler reads it, with what it refuses; halves of tags are taken out before."""
    package, shown = against.package, against.charts.shown_by(part.name)

    def fresh() -> etree._Element:
        return parse_xml(package.parts[part.name], package.file, part.name)

    read = read_part(fresh(), package.file, part.name, None, shown=shown)
    if halves := [Fault("template.tag-open", place, {"found": place.tag}) for place in read.places.unclosed]:
        root = fresh()  # docxtpl takes all up to the next tag for a part of the half
        _without_halves(root)
        read = read_part(root, package.file, part.name, None, shown=shown)
        return read, [*halves, *read.faults]
    try:
        compile_part(against.environment, fresh(), package.file, part.name, None, shown=shown)
    except TemplateError as error:
        return read, list(error.faults)
    return read, []


def _without_halves(root: etree._Element) -> None:
    """Take out what begins or ends a tag that is not whole."""
    for _, texts in paragraphs(root):
        text = joined(texts)
        spans = [tag.span() for tag in TAG.finditer(text)]
        for half in reversed([*HALF_TAG.finditer(text)]):
            if not any(start <= half.start() < end for start, end in spans):
                cut(texts, half.start(), half.end())


def _cuts(tree: nodes.Template, read: ReadPart) -> Iterator[Finding]:
    for line in cutting(tree):
        yield Finding("check.cuts", read.lines[line], {"found": read.lines[line].tag}, "warning")


def _walked(tree: nodes.Template, read: ReadPart, against: Against) -> Iterator[Finding]:
    record = Record(read.lines, against.printed)
    jinja = {name: Value(name=name) for name in (*_JINJA, UNKNOWN_NAME)}
    Walk(record).part(tree, {**jinja, **against.view})
    yield from record.findings
