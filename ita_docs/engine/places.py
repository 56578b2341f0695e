"""Where each tag of a template stands: part, table, row, cell, paragraph; and the way back from a compiled line.

docxtpl's `patch_xml` moves and rewrites tags, so every tag carries a mark with it: its number, written in spaces of
Unicode that both docxtpl and Jinja take for white space. Calls that our own passes add are held back as placeholders,
which docxtpl does not take for tags at all. After patching every tag gets a line of its own, and Jinja's line numbers
then name single tags.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from ita_docs.engine.wordml import TAG, W, insert, joined, own, paragraphs
from ita_docs.errors import Place
from ita_docs.patterns import lazy_pattern

_MARK = lazy_pattern("\u205f[\u2000-\u2009]+\u205f")
_HELD = "\ufdd0([\u2000-\u2009]+)\ufdd1"  # code points that are no characters: no text holds them
_HELD_OR_TAG = lazy_pattern(f"{_HELD}|{TAG.pattern}", re.DOTALL)
HALF_TAG = lazy_pattern(r"\{[{%]|[%}]\}")
_TO_SPACES = {ord("0") + digit: 0x2000 + digit for digit in range(10)}
_TO_DIGITS = {spaces: chr(digit) for digit, spaces in _TO_SPACES.items()}
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
#: The entities that stand in a tag because the part is XML; docxtpl resolves only the first two.
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#9;", " "), ("&#10;", " "), ("&amp;", "&"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def grid(root: etree._Element, part: Place) -> Iterator[tuple[etree._Element, Place]]:
    """Each cell of a part with its place."""
    for t, table in enumerate(root.iter(f"{W}tbl"), 1):
        for r, row in enumerate(own(table, "tr"), 1):
            for c, cell in enumerate(own(row, "tc"), 1):
                yield cell, replace(part, table=t, row=r, cell=c)


def placed(
    root: etree._Element, part: Place, cells: Mapping[etree._Element, Place]
) -> Iterator[tuple[etree._Element, list[etree._Element], Place]]:
    """Each paragraph of a part with its texts and its place."""
    counts: dict[etree._Element | None, int] = defaultdict(int)
    for paragraph, texts in paragraphs(root):
        cell = next(paragraph.iterancestors(f"{W}tc"), None)
        counts[cell] += next(paragraph.iterancestors(_FALLBACK), None) is None  # a text box is stored twice
        yield paragraph, texts, replace(cells.get(cell, part), paragraph=counts[cell])


class Places:
    """The places of the tags of one part; marks its tags."""

    def __init__(self, root: etree._Element, file: str, part: str) -> None:
        self.part = Place(file=file, part=part)
        self._marked: list[Place] = []
        self._held: list[tuple[str, Place]] = []
        #: Paragraphs with the beginning of a tag and no end, named if the template can not be read.
        self.unclosed: list[Place] = []
        self._cells = dict(grid(root, self.part))
        self._paragraphs: dict[etree._Element, Place] = {}
        for paragraph, texts, place in placed(root, self.part, self._cells):
            self._paragraphs[paragraph] = place
            text = joined(texts)
            if "{" in text or "}" in text:
                self._mark_paragraph(texts, text, place)
        self._mark_others(root)

    def _mark_paragraph(self, texts: list[etree._Element], text: str, place: Place) -> None:
        insert(texts, [(tag.start() + len(_head(tag[0])), self._mark(tag[0], place)) for tag in TAG.finditer(text)])
        rest = TAG.sub("", text)
        if half := HALF_TAG.search(rest):
            self.unclosed.append(replace(place, tag=rest[half.start() :][:60]))

    def _mark_others(self, root: etree._Element) -> None:
        """Mark the tags of attributes, field codes and document properties."""
        for element in root.iter(etree.Element):
            texts = {key: text for key, text in element.attrib.items() if "{" in text}
            if element.tag != f"{W}t" and "{" in (element.text or ""):
                element.text = self._mark_all(element.text, element)
            for key, text in texts.items():
                element.set(key, self._mark_all(text, element))

    def _mark_all(self, text: str, element: etree._Element) -> str:
        def marked(tag: re.Match[str]) -> str:
            head = _head(tag[0])
            return head + self._mark(tag[0], self.of(element)) + tag[0][len(head) :]

        return TAG.sub(marked, text)

    def _mark(self, tag: str, place: Place) -> str:
        self._marked.append(replace(place, tag=tag))
        return f"\u205f{_spaces(len(self._marked) - 1)}\u205f"

    def of(self, element: etree._Element, tag: str = "") -> Place:
        """The place of an element, such as a content control, by the paragraph or cell it stands in."""
        for above in element.iterancestors(f"{W}p", f"{W}tc"):
            place = self._paragraphs.get(above) or self._cells.get(above)
            if place:
                return replace(place, tag=tag)
        return replace(self.part, tag=tag)

    def of_tag(self, tag: str) -> Place:
        """The place of a marked tag."""
        mark = _MARK.search(tag)
        number = int(mark[0][1:-1].translate(_TO_DIGITS)) if mark else -1
        return self._marked[number] if 0 <= number < len(self._marked) else self.part

    def hold(self, call: str, place: Place | None = None) -> str:
        """A placeholder for a tag of our own, which `lines` puts in its place."""
        self._held.append((_MARK.sub("", call).translate(STRAIGHT), place or self.part))
        return f"\ufdd0{_spaces(len(self._held) - 1)}\ufdd1"

    def lines(self, source: str) -> tuple[str, tuple[Place, ...]]:
        """The patched source with each tag on a line of its own, and the place of each line (from 1)."""
        found: list[Place] = [self.part, self.part]

        def on_its_line(match: re.Match[str]) -> str:
            if match[1] is not None:
                tag, place = self._held[int(match[1].translate(_TO_DIGITS))]
            else:
                tag, place = _MARK.sub("", match[0]), self.of_tag(match[0])
                if tag.startswith("{#"):
                    return tag
                for entity, meant in _ENTITIES:
                    tag = tag.replace(entity, meant)
            found.append(place)
            return f"\n{tag}"

        return _HELD_OR_TAG.sub(on_its_line, source), tuple(found)


def unmarked(tag: str) -> str:
    """A tag as it was written."""
    return _MARK.sub("", tag)


def _head(tag: str) -> str:
    """A tag without its end."""
    return tag[: -3 if tag[-3] in "-+" else -2]


def _spaces(number: int) -> str:
    return str(number).translate(_TO_SPACES)
