"""One XML part of a template, compiled once: passes over its tree, docxtpl's `patch_xml`, then Jinja.

The syntax tree that Jinja parses is judged, and completed by `syntax.py`, before it becomes code. All faults of a part
are collected.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, meta, nodes
from lxml import etree

from ita_docs.engine import boxes, charts, merge, numerals
from ita_docs.engine.chart_parts import Source
from ita_docs.engine.compiled import CompiledPart
from ita_docs.engine.places import Places, unmarked
from ita_docs.engine.sandbox import REFUSED_FILTERS, REFUSED_GLOBALS, REFUSED_TAGS, Environment
from ita_docs.engine.structure import changes_grid, cutting, elsewhere, keep_cells, misread, unpaired, vanishing
from ita_docs.engine.syntax import Completed
from ita_docs.engine.wordml import (
    LITERAL,
    NAMESPACE,
    TAG,
    W14,
    XML_SPACE,
    W,
    field_codes,
    joined,
    paragraphs,
    spread,
)
from ita_docs.errors import Fault, Place, TemplateError
from ita_docs.near import near
from ita_docs.thai import Numerals

#: docxtpl straightens every curly quote in a tag; in these guises those inside string literals survive it.
_GUISE = str.maketrans("“”‘’", "\ufdd5\ufdd6\ufdd7\ufdd8")
_LITERAL_OR_SPACE = re.compile(rf"{LITERAL}|\u00a0")
_STRAIGHT_LITERAL = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'")
_DYNAMIC_COLUMNS = re.compile(r"\{[%{#]tc\s|\{%\s*(?:colspan|hm)\b")


@dataclass(frozen=True)
class ReadPart:
    """A part after the passes over its tree: its source for Jinja and what is wrong so far."""

    places: Places
    source: str
    #: The place of each line of the source, from 1.
    lines: tuple[Place, ...]
    #: The tags as they stand in the source, one a line from its second, each with its place.
    tags: list[tuple[str, Place]]
    faults: list[Fault]
    columns: bool


def read_part(
    root: etree._Element, file: str, name: str, script: Numerals | None, *, shown: Mapping[str, Source]
) -> ReadPart:
    """Make the source of a part's tree, which is changed."""
    _clean(root)
    _gather(root)
    places = Places(root, file, name)
    _guise(root)
    keep_cells(root, places)
    faults = [*merge.rewrite(root, places), *vanishing(root, places), *_field_names(root, places)]
    boxes.rewrite(root, places)
    faults += charts.rewrite(root, places, shown)
    if script:
        numerals.rewrite(root, script)
    columns = bool(_DYNAMIC_COLUMNS.search("".join(root.itertext()))) or changes_grid(root)
    patched = DocxTemplate.patch_xml(None, etree.tostring(root, encoding="unicode"))  # it uses nothing of its object
    source, lines = places.lines(patched)
    tags = [(tag[0], lines[n]) for n, line in enumerate(source.split("\n"), 1) if n > 1 and (tag := TAG.match(line))]
    faults += [*elsewhere(tags), *_internal(tags)]
    return ReadPart(places, source, lines, tags, faults, columns)


def compile_part(  # noqa: PLR0913  # what a part is compiled from
    environment: Environment,
    root: etree._Element,
    file: str,
    name: str,
    script: Numerals | None,
    *,
    shown: Mapping[str, Source],
) -> CompiledPart:
    """Compile the tree of a part, which is changed; raises TemplateError with all faults found."""
    read = read_part(root, file, name, script, shown=shown)
    try:
        tree = environment.parse(read.source, name)
        if faults := [*read.faults, *refused(tree, environment, read.lines)]:
            raise TemplateError(faults)
        names, cuts = _names(tree), cutting(tree)
        completed = Completed()
        completed.body(tree.body)
        tree.set_environment(environment)
        code = environment.compile(tree, name, name)
    except TemplateSyntaxError as error:
        raise TemplateError(unreadable(error, environment, read)) from error
    except RecursionError as error:
        raise TemplateError([Fault("template.deep", read.places.part, {"limit": "200"})]) from error
    return CompiledPart(name, code, tuple(completed.slots), read.lines, names, cuts, read.columns)


def _clean(root: etree._Element) -> None:
    """Drop what loops would duplicate, comments, and every line break that is only layout of the XML."""
    doomed = {f"{W14}paraId", f"{W14}textId"}
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
    for element in root.iter(etree.Element):
        for attribute in list(element.attrib):
            if attribute in doomed or str(attribute).startswith(f"{{{NAMESPACE}}}rsid"):
                del element.attrib[attribute]
        if element.text:
            keep = element.text.strip() or not len(element)
            element.text = element.text.replace("\n", " ") if keep else None
        if element.tail:
            element.tail = element.tail.replace("\n", " ") if element.tail.strip() else None
    for gone in [*root.iter(f"{W}proofErr"), *_last_edit(root), *_bindings(root)]:
        gone.getparent().remove(gone)
    for first, *others in field_codes(root):  # a tag in a field code may be split over runs
        if others and "{" in (whole := joined([first, *others])):
            first.text = whole
            for other in others:
                other.text = ""


def _last_edit(root: etree._Element) -> Iterator[etree._Element]:
    """The bookmark that Word leaves where a document was edited last."""
    marks = list(root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"))
    idents = {mark.get(f"{W}id") for mark in marks if mark.get(f"{W}name") == "_GoBack"}
    return (mark for mark in marks if mark.get(f"{W}id") in idents)


def _bindings(root: etree._Element) -> Iterator[etree._Element]:
    """What binds a control with tags in it to data of the file, which Word would show in place of what is printed."""
    for control in root.iter(f"{W}sdt"):
        if "{" in joined([*control.iter(f"{W}t")]):
            yield from control.iterfind(f"{W}sdtPr/{{*}}dataBinding")


def _gather(root: etree._Element) -> None:
    """Let each tag stand within one parent: docxtpl joins runs, but cuts through what wraps them (a link, a change)."""
    for _, texts in paragraphs(root):
        text = joined(texts)
        if "{" not in text:
            continue
        ends = list(accumulate(len(element.text or "") for element in texts))
        for tag in TAG.finditer(text):
            first, last = bisect_right(ends, tag.start()), bisect_left(ends, tag.end())
            if texts[first].getparent().getparent() is texts[last].getparent().getparent():
                continue
            texts[first].text += text[ends[first] : tag.end()]
            for element in texts[first + 1 : last]:
                element.text = ""
            texts[last].text = text[tag.end() : ends[last]]
            texts[last].set(XML_SPACE, "preserve")
            ends[first:last] = [tag.end()] * (last - first)


def _guise(root: etree._Element) -> None:
    """Hide the curly quotes inside straight-quoted literals from docxtpl, which knows no non-breaking space either."""

    def guised(found: re.Match[str]) -> str:
        return " " if found[0] == "\u00a0" else found[0].translate(_GUISE) if found[0][0] in "\"'" else found[0]

    for _, texts in paragraphs(root):
        text = joined(texts)
        if "{" in text and any(character in text for character in "“”‘’\u00a0"):
            spread(texts, TAG.sub(lambda tag: _LITERAL_OR_SPACE.sub(guised, tag[0]), text))


def _field_names(root: etree._Element, places: Places) -> Iterator[Fault]:
    """Fields whose kind would be decided by a tag: data could then fetch or run something."""
    codes = [(first, first.text or "") for first, *_ in field_codes(root)]
    codes += [(simple, simple.get(f"{W}instr", "")) for simple in root.iter(f"{W}fldSimple")]
    for element, code in codes:
        tag = TAG.search(code)
        if tag and not re.match(r"\s*[A-Za-z]+\s", code[: tag.start()]):
            yield Fault("template.field-name", places.of(element, unmarked(tag[0])))


def _internal(tags: Iterable[tuple[str, Place]]) -> Iterator[Fault]:
    """Filters that only our own passes may write."""
    for _, place in tags:
        if place.tag and (found := re.search(r"\|\s*(_\w*)", _STRAIGHT_LITERAL.sub("", place.tag))):
            yield Fault("template.refused-filter", place, {"found": found[1]})


def unreadable(error: TemplateSyntaxError, environment: Environment, read: ReadPart) -> list[Fault]:
    """All that makes a part unreadable, as far as each can be told by itself; else what Jinja says."""
    unclosed = read.places.unclosed
    found = [*read.faults, *(Fault("template.tag-open", place, {"found": place.tag}) for place in unclosed)]
    found += misread(environment, read.tags)
    if not unclosed:
        found += unpaired(read.tags)
    place = dict(enumerate((place for _, place in read.tags), 2)).get(error.lineno, read.places.part)
    return found or [Fault("template.syntax", place, {"found": error.message or ""})]


def _names(tree: nodes.Template) -> dict[str, tuple[int, ...]]:
    """The names that can come from the data alone and are never asked for first, with the lines that use them."""
    assigned = {node.name for node in tree.find_all(nodes.Macro)}
    assigned |= {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    for node in tree.find_all((nodes.Test, nodes.Filter)):
        if node.name in {"defined", "undefined", "default", "d"} and isinstance(node.node, nodes.Name):
            assigned.add(node.node.name)
    lines: dict[str, set[int]] = {name: set() for name in sorted(meta.find_undeclared_variables(tree) - assigned)}
    for used in tree.find_all(nodes.Name):
        if used.name in lines:
            lines[used.name].add(used.lineno)
    return {name: tuple(sorted(found)) for name, found in lines.items()}


def refused(tree: nodes.Template, environment: Environment, lines: tuple[Place, ...]) -> Iterable[Fault]:
    """What a template must not use: tags, filters, tests and names."""

    def fault(code: str, node: nodes.Node, found: str, **params: str) -> Fault:
        place = lines[node.lineno] if node.lineno < len(lines) else lines[0]
        return Fault(code, place, {"found": found, **params})

    def unknown(code: str, node: nodes.Filter | nodes.Test, known: Iterable[str]) -> Iterator[Fault]:
        public = sorted(name for name in known if not name.startswith("_"))
        if node.name not in known:
            yield fault(code, node, node.name, nearest=near(node.name, public, 0.5) or ", ".join(public))

    for kind, word in REFUSED_TAGS:
        yield from (fault("template.refused-tag", node, word) for node in tree.find_all(kind))
    for used in tree.find_all(nodes.Filter):
        if used.name in REFUSED_FILTERS:
            yield fault("template.refused-filter", used, used.name)
        else:
            yield from unknown("template.unknown-filter", used, environment.filters)
    for asked in tree.find_all(nodes.Test):
        yield from unknown("template.unknown-test", asked, environment.tests)
    for name in tree.find_all(nodes.Name):
        if name.name in REFUSED_GLOBALS:
            yield fault("template.refused-name", name, name.name)
