"""Where each tag of a template stands: part, table, row, cell, paragraph; and the way back from a compiled line.

docxtpl's `patch_xml` moves and rewrites tags, so a place is found again by the tag's own text: tags of one text keep
their order. After patching every tag gets a line of its own, and Jinja's line numbers then name single tags.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from dataclasses import replace

from jinja2 import Environment
from lxml import etree

from ita_docs.engine.wordml import TAG, W, joined, paragraphs
from ita_docs.errors import Place

_PREFIX = re.compile(r"^(\{[{%#])[-+]?(?:(?:tr|tc|p|r)\s)?\s*")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_BEGINS = {"variable_begin", "block_begin", "comment_begin", "raw_begin"}
_ENDS = {"variable_end", "block_end", "comment_end", "raw_end", "raw_begin"}


def normal(tag: str) -> str:
    """A tag as `patch_xml` leaves it, without white space: the key under which its place is kept."""
    return re.sub(r"\s+|-(?=[%}]})", "", _PREFIX.sub(r"\1", tag.translate(_STRAIGHT)))


class Places:
    """The places of the tags of one part."""

    def __init__(self, root: etree._Element, file: str, part: str) -> None:
        self.part = Place(file=file, part=part)
        self._queues: dict[str, deque[Place]] = defaultdict(deque)
        #: Paragraphs with the beginning of a tag and no end, named if the template can not be read.
        self.unclosed: list[Place] = []
        self._tables: dict[etree._Element, int] = {table: n for n, table in enumerate(root.iter(f"{W}tbl"), 1)}
        counts: dict[etree._Element | None, int] = defaultdict(int)
        for paragraph, texts in paragraphs(root):
            cell = next(paragraph.iterancestors(f"{W}tc"), None)
            counts[cell] += 1
            text = joined(texts)
            if "{" not in text:
                continue
            place = replace(self._of_cell(cell), paragraph=counts[cell])
            for tag in TAG.findall(text):
                self.add(tag, replace(place, tag=tag))
            if rest := re.search(r"\{[{%]|[%}]\}", TAG.sub("", text)):
                self.unclosed.append(replace(place, tag=TAG.sub("", text)[rest.start() :][:60]))

    def _of_cell(self, cell: etree._Element | None) -> Place:
        if cell is None:
            return self.part
        row = next(cell.iterancestors(f"{W}tr"))
        table = next(row.iterancestors(f"{W}tbl"))
        rows = [r for r in table.iter(f"{W}tr") if next(r.iterancestors(f"{W}tbl")) is table]
        cells = [c for c in row.iter(f"{W}tc") if next(c.iterancestors(f"{W}tr")) is row]
        return replace(self.part, table=self._tables[table], row=rows.index(row) + 1, cell=cells.index(cell) + 1)

    def of(self, element: etree._Element, tag: str) -> Place:
        """The place of an element that is no text, such as a content control."""
        return replace(self._of_cell(next(element.iterancestors(f"{W}tc"), None)), tag=tag)

    def add(self, tag: str, place: Place) -> None:
        """Keep the place of a tag."""
        self._queues[normal(tag)].append(place)

    def move(self, tag: str, new_tag: str) -> None:
        """A pass has rewritten a tag: its place now belongs to the new text."""
        if queue := self._queues.get(normal(tag)):
            self.add(new_tag, queue.popleft())

    def lines(self, environment: Environment, source: str) -> tuple[str, tuple[Place, ...]]:
        """The patched source with each tag on a line of its own, and the place of each line (from 1)."""
        pieces: list[str] = []
        found: list[Place] = [self.part, self.part]
        tag: list[str] = []
        for _, token, text in environment.lexer.tokeniter(source, None):
            if token in _BEGINS:
                pieces.append("\n")
                tag = []
            pieces.append(text)
            tag.append(text)
            if token in _ENDS:
                queue = self._queues.get(normal("".join(tag)))
                found.append(queue.popleft() if queue else self.part)
        return "".join(pieces), tuple(found)
