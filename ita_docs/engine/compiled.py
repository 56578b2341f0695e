"""What is kept of a template's parts when they are compiled, within a process and, for our own templates, between them.

Source: `kept.py`.  Only the package's own templates are kept on disk: a folder of Python's is no place for the many an
agency may try.  They are compiled anew when this room, Jinja, docxtpl or the template itself is another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import Any, NamedTuple

from lxml import etree

from ita_docs.engine.package import Package
from ita_docs.engine.state import Slot
from ita_docs.errors import Place
from ita_docs.kept import files_of, kept
from ita_docs.thai import Numerals


class CompiledPart(NamedTuple):
    """What is kept of a part: its code, its slots and places, the names it needs."""

    name: str
    code: CodeType
    slots: tuple[Slot, ...]
    places: tuple[Place, ...]
    #: Names the part takes from the data, each with the lines that use it without asking first whether it is there.
    names: dict[str, tuple[int, ...]]
    #: The lines of loops and conditions that may leave elements open; then the output is read before it is trusted.
    cuts: tuple[int, ...]
    #: Whether the grid of a table must follow what was printed: loops make columns, or its widest rows may vanish.
    columns: bool


def kept_parts(
    package: Package, script: Numerals | None, make: Callable[[], Iterable[CompiledPart]]
) -> list[CompiledPart]:
    """The compiled parts of one of our own templates, as a process before has left them, else made now."""
    rooms = ("ita_docs.engine", "ita_docs.thai", "jinja2", "docxtpl")
    sources = [path for room in rooms for path in files_of(room)]
    of = (package.file, sha256(package.data).digest(), etree.LXML_VERSION, etree.LIBXML_VERSION)
    name = f"{Path(package.file).stem}-{script}"
    return [_part(*plain) for plain in kept(name, sources, lambda: [_plain(part) for part in make()], *of)]


def _plain(part: CompiledPart) -> tuple[Any, ...]:
    """A part in values that `marshal` takes."""
    slots, places = [tuple(slot) for slot in part.slots], [astuple(place) for place in part.places]
    return part.name, part.code, slots, places, part.names, part.cuts, part.columns


def _part(  # noqa: PLR0913, PLR0917  the fields of a part
    name: str,
    code: CodeType,
    slots: Iterable[tuple[Any, ...]],
    places: Sequence[tuple[Any, ...]],
    names: dict[str, tuple[int, ...]],
    cuts: tuple[int, ...],
    columns: bool,
) -> CompiledPart:
    made = tuple(Slot(*slot) for slot in slots)
    return CompiledPart(name, code, made, tuple(Place(*place) for place in places), names, cuts, columns)
