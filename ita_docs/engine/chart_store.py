"""The charts of one template, and those that one render makes of them (Open Packaging Conventions, ECMA-376 part 2).

Each new chart is a part with a new name, a workbook, its own copies of Word's style and colour parts, and the template
chart's other relationships. Template charts that no printed drawing shows any more leave the archive, with what only
they used: workbooks of sample data, pictures of their fills.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING

from lxml import etree

from ita_docs.engine.chart_parts import Data, Source, fill, source
from ita_docs.engine.package import (
    CONTENT_TYPES,
    OFFICE,
    RELATIONSHIPS,
    TYPES,
    Package,
    Relationship,
    parse_xml,
    relationship_part,
)
from ita_docs.engine.state import NewRelationship
from ita_docs.thai import Numerals

if TYPE_CHECKING:
    from ita_docs.engine.state import PartState

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#: Parts that Word keeps one of for each chart.
_OWN = {"chartStyle": "style", "chartColorStyle": "colors"}
#: What a chart costs beside its points: a workbook is slow to make.
_WORK, _WORK_OF_POINT = 100_000, 100


class TemplateCharts:
    """The chart parts of a template; read once, shared by threads."""

    def __init__(self, package: Package) -> None:
        self.package = package
        names = [name for name in package.parts if package.content_type(name) == CHART]
        self.sources = tuple(self._source(number, name) for number, name in enumerate(names))
        #: The relationships inside the package, by the part that has them; empty for a template without charts.
        self.links = dict(self._links()) if names else {}

    def _source(self, number: int, name: str) -> Source:
        data = self.package.parts[name]
        return source(number, name, data, parse_xml(data, self.package.file, name))

    def _links(self) -> Iterator[tuple[str, tuple[Relationship, ...]]]:
        for name in self.package.parts:
            folder, base = posixpath.split(name)
            if base.endswith(".rels"):
                part = posixpath.join(posixpath.dirname(folder), base.removesuffix(".rels"))
                part = self.package.find(part) or part
                yield part, tuple(found for found in self.package.relationships(part) if not found.external)

    def shown_by(self, part: str) -> dict[str, Source]:
        """The charts that a part may show, by the relationship it shows them by."""
        known = {source.part: source for source in self.sources}
        found = self.links.get(part, ())
        return {link.id: known[link.target] for link in found if link.kind == "chart" and link.target in known}


class NewCharts:
    """The charts that one render makes."""

    def __init__(self, template: TemplateCharts, numerals: Numerals | None) -> None:
        self._template, self._package, self._numerals = template, template.package, numerals
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        #: Parts of the template that new charts use too.
        self._shared: set[str] = set()

    def add(self, number: int, data: Data, state: PartState) -> str:
        """Make a chart of a template's chart; the relationship by which the part of `state` shows it."""
        state.document.count_work(_WORK + _WORK_OF_POINT * len(data.categories) * len(data.series))
        chart = self._template.sources[number]
        folder = posixpath.dirname(chart.part)
        name = self._unused(folder, "chart", "xml")
        workbook = self._unused("word/embeddings", "Microsoft_Excel_Worksheet", "xlsx")
        relationships, sheet = self._relationships(chart.part, workbook)
        xml, cells = fill(chart, data, self._numerals, sheet)
        state.document.count_output(len(xml) + len(cells))
        self._put(name, xml, CHART)
        self._put(workbook, cells, SHEET)
        self._parts[relationship_part(name)] = relationships
        return state.relate(NewRelationship(f"{OFFICE}chart", f"/{name}"))

    def _relationships(self, part: str, workbook: str) -> tuple[bytes, str]:
        """The relationships of a copy of a chart part, and which of them leads to its workbook."""
        file = self._package.find(relationship_part(part))
        root = (
            etree.Element(f"{RELATIONSHIPS}Relationships", nsmap={None: RELATIONSHIPS.strip("{}")})
            if file is None
            else parse_xml(self._package.parts[file], self._package.file, file)
        )
        links = {link.id: link for link in self._template.links.get(part, ())}
        for element in list(root):
            link = links.get(element.get("Id", ""))
            if link is not None and link.kind == "package":
                root.remove(element)
            elif link is not None and link.kind in _OWN:
                copy = self._unused(posixpath.dirname(link.target), _OWN[link.kind], "xml")
                self._put(copy, self._package.parts[link.target], self._package.content_type(link.target))
                element.set("Target", f"/{copy}")
            elif link is not None:
                self._shared.add(link.target)
                element.set("Target", f"/{link.target}")
        sheet = "rIdSheet"
        while sheet in {element.get("Id") for element in root}:
            sheet += "x"
        etree.SubElement(root, f"{RELATIONSHIPS}Relationship", Id=sheet, Type=f"{OFFICE}package", Target=f"/{workbook}")
        return _serialised(root), sheet

    def _unused(self, folder: str, base: str, extension: str) -> str:
        names = (posixpath.join(folder, f"{base}{number}.{extension}") for number in count(1))
        return next(name for name in names if name not in self._parts and self._package.find(name) is None)

    def _put(self, name: str, data: bytes, kind: str) -> None:
        self._parts[name] = data
        self._types[name] = kind

    def complete(self, changed: Mapping[str, bytes], used: set[str]) -> tuple[dict[str, bytes], set[str]]:
        """Parts to write beside those that changed, and parts of the template to drop.

        `used` are the targets of the relationships that the render added.
        """
        more = dict(self._parts)
        unshown = {part: ids for part in changed if (ids := self._unshown(part, changed[part]))}
        for part, ids in unshown.items():
            name = self._package.find(relationship_part(part)) or ""
            root = parse_xml(changed.get(name, self._package.parts[name]), self._package.file, name)
            for element in [element for element in root if element.get("Id") in ids]:
                root.remove(element)
            more[name] = _serialised(root)
        dropped = self._orphans(unshown, used)
        if self._types or dropped:
            more[CONTENT_TYPES] = self._content_types(changed, dropped)
        return more, dropped

    def _unshown(self, part: str, rendered: bytes) -> set[str]:
        """The relationships to charts that a rendered part names nowhere."""
        return {ident for ident in self._template.shown_by(part) if f'"{ident}"'.encode() not in rendered}

    def _orphans(self, unshown: Mapping[str, set[str]], used: set[str]) -> set[str]:
        """Charts that nothing shows any more, and what only they led to."""
        links = self._template.links
        gone = {part: {link for link in links[part] if link.id in ids} for part, ids in unshown.items()}
        uses = Counter(target.removeprefix("/") for target in (*used, *self._shared))
        uses.update(link.target for part, found in links.items() for link in found if link not in gone.get(part, ()))
        doubted = [link.target for found in gone.values() for link in found]
        dropped: set[str] = set()
        while doubted:
            part = doubted.pop()
            if uses[part] or part in dropped:
                continue
            dropped.add(part)
            if own := self._package.find(relationship_part(part)):
                dropped.add(own)
            for link in links.get(part, ()):
                uses[link.target] -= 1
                doubted.append(link.target)
        return dropped

    def _content_types(self, changed: Mapping[str, bytes], dropped: set[str]) -> bytes:
        data = changed.get(CONTENT_TYPES, self._package.parts[CONTENT_TYPES])
        root = parse_xml(data, self._package.file, CONTENT_TYPES)
        for element in list(root.iter(f"{TYPES}Override")):
            if self._package.find(element.get("PartName", "").removeprefix("/")) in dropped:
                root.remove(element)
        for name, kind in self._types.items():
            etree.SubElement(root, f"{TYPES}Override", PartName=f"/{name}", ContentType=kind)
        return _serialised(root)


def _serialised(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
