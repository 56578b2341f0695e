"""From a place of a finding back to the paragraph, and the text around it."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from lxml import etree

from ita_docs.engine.package import Package, parse_xml
from ita_docs.engine.places import grid, placed
from ita_docs.engine.wordml import W
from ita_docs.errors import Place
from ita_docs.findings import Finding

#: Table, row, cell and paragraph, counted as in a `Place`; none at all for the first paragraph of a part.
Spot = tuple[int | None, ...]
#: How much of a paragraph stands on each side of a tag.
_AROUND = 40


def spot(place: Place) -> Spot:
    """Where in its part a place is."""
    return place.table, place.row, place.cell, place.paragraph


def spots(root: etree._Element, part: str) -> Mapping[Spot, etree._Element]:
    """The paragraph of each place of a part: of a cell, row or table its first; of a text box the one it stands in."""
    found: dict[Spot, etree._Element] = {}
    begin = Place(part=part)
    for inner, _, place in placed(root, begin, dict(grid(root, begin))):
        outer = next(iter([*inner.iterancestors(f"{W}p")][::-1]), inner)
        found.setdefault((), outer)
        for size in range(1, 5):
            found.setdefault((*spot(place)[:size], *(None,) * (4 - size)), outer)
    return found


def texts_around(path: str | os.PathLike[str], findings: Sequence[Finding]) -> tuple[str, ...]:
    """For each finding the text of its paragraph near its tag; nothing for what concerns a whole part or file.

    Raises TemplateError for a file that is refused.
    """
    file, data = Package.read(path)
    package = Package(data, file)
    parts: dict[str, Mapping[Spot, etree._Element]] = {}
    for name in {finding.place.part for finding in findings} & set(package.parts):
        parts[name] = spots(parse_xml(package.parts[name], file, name), name)
    return tuple(_around(parts.get(one.place.part, {}), one.place) for one in findings)


def _around(paragraphs: Mapping[Spot, etree._Element], place: Place) -> str:
    paragraph = paragraphs.get(spot(place)) if any(spot(place)) else None
    if paragraph is None:
        return ""
    text = "".join(element.text or "" for element in paragraph.iter(f"{W}t"))
    at = max(text.find(place.tag), 0)
    begin, end = max(at - _AROUND, 0), at + len(place.tag) + _AROUND
    return f"{'…' if begin else ''}{text[begin:end]}{'…' if end < len(text) else ''}"
