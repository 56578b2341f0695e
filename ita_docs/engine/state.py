"""What one render of one document keeps: faults, merges, ids, new parts. Nothing of it outlives the render."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from ita_docs.errors import Fault, Place
from ita_docs.near import near
from ita_docs.thai import Numerals

if TYPE_CHECKING:
    from ita_docs.engine.chart_store import NewCharts
    from ita_docs.engine.merge import Table

MAX_PASSES = 5_000_000
MAX_OUTPUT = 100_000_000
MAX_WORK = 100_000_000
#: What each row of a report's data adds to the last two: a template can not make rows, and no paper is too long.
ROW_OUTPUT = 20_000
ROW_WORK = 50_000

SlotKind = Literal["text", "attribute", "code", "property", "markup"]


class Limit(Exception):  # noqa: N818  # a limit is not a mistake of ours
    """A template computes more than the stated bounds."""


class Slot(NamedTuple):
    """Where a tag prints: the kind of place, and the properties of its run and paragraph."""

    kind: SlotKind
    run: str = ""
    paragraph: str = ""
    #: Not inside a link already.
    linkable: bool = True


class NewRelationship(NamedTuple):
    """A relationship that the render adds to a part."""

    kind: str
    target: str
    external: bool = False


@dataclass
class DocumentState:
    """The state of the whole document."""

    numerals: Numerals | None
    #: A report, not a mapping: dates print as official papers write them, and a list is no value.
    official: bool
    #: How many rows of data a report brings.
    rows: int = 0
    faults: list[Fault] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    #: Of each open table cell whose paragraphs can all vanish: whether it ends in a paragraph so far.
    cells: list[bool] = field(default_factory=list)
    media: dict[str, bytes] = field(default_factory=dict)
    #: Made by the template that is rendered.
    charts: NewCharts = field(init=False)
    #: The content of pictures by their paths, as far as it was read before; another machine does not have the files.
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    relationships: dict[str, dict[NewRelationship, str]] = field(default_factory=dict)
    #: Those of the template, by part.
    relationship_ids: Mapping[str, Collection[str]] = field(default_factory=dict)
    #: How the ids of new relationships begin; no id of the template does.
    relationship_id: str = "rIdNew"
    last_id: int = 1000
    passes: int = 0
    printed: int = 0
    work: int = 0

    def __post_init__(self) -> None:
        self.most_printed = MAX_OUTPUT + self.rows * ROW_OUTPUT
        self._most_work = MAX_WORK + self.rows * ROW_WORK

    def new_id(self) -> int:
        """An id for a content control or a drawing, unique in the document."""
        self.last_id += 1
        return self.last_id

    def targets(self) -> set[str]:
        """What the relationships that this render added lead to."""
        return {relationship.target for added in self.relationships.values() for relationship in added}

    def count_output(self, size: int) -> None:
        """Bound what is printed."""
        self.printed += size
        if self.printed > self.most_printed:
            raise Limit("output")

    def count_work(self, size: int) -> None:
        """Bound what is computed: about a character, or a tenth of an expression, for each unit."""
        self.work += size
        if self.work > self._most_work:
            raise Limit("work")

    def count_pass(self, printed: int, work: int) -> None:
        """Bound what one pass of a loop prints and computes."""
        self.printed += printed
        if self.printed > self.most_printed:
            raise Limit("output")
        self.count_work(work)

    def count_passes(self, passes: int) -> None:
        """Bound the passes of all loops and macros together."""
        self.passes += passes
        if self.passes > MAX_PASSES:
            raise Limit("loops")


@dataclass
class PartState:
    """The state seen from one part: its slots, and its tags' places by line."""

    document: DocumentState
    part: str
    slots: Sequence[Slot]
    places: Sequence[Place]

    def place(self, line: int) -> Place:
        """The place of the tag on a line of the compiled template."""
        return self.places[line] if 0 <= line < len(self.places) else replace(self.places[0], tag="")

    def fail(self, code: str, line: int, **params: object) -> None:
        """Record a fault at a tag, once."""
        found = Fault(code, self.place(line), {name: str(value) for name, value in params.items()})
        if found not in self.document.faults:
            self.document.faults.append(found)

    def fail_missing(self, name: str, known: Sequence[str], line: int) -> None:
        """Record that a name or field does not exist, with the nearest that does; once for each tag."""
        place = self.place(line)
        if any(fault.place == place and fault.params.get("found") == name for fault in self.document.faults):
            return
        nearest = near(name, known)
        code = "template.unknown-name-near" if nearest else "template.unknown-name"
        self.fail(code, line, found=name, nearest=nearest, known=", ".join(sorted(known)) or "-")

    def relate(self, relationship: NewRelationship) -> str:
        """The id of a relationship that this render adds to the part."""
        own = self.document.relationships.setdefault(self.part, {})
        return own.setdefault(relationship, f"{self.document.relationship_id}{len(own) + 1}")
