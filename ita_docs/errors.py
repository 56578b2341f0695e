"""Every error of this library: records of what is wrong and where, and the exceptions that carry them.

A *fault* is one record: a code (`messages/` has its texts), the place, the parameters.  An exception carries all the
faults of one piece of work at once, and its class knows the exit code of the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import ClassVar

from ita_docs.messages import Language, table

#: What is counted on a page, in the order of the fields of a place.
_GRID = {"en": ("table", "row", "cell", "paragraph"), "th": ("ตาราง", "แถว", "ช่อง", "ย่อหน้า")}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fault or finding is: in a data file, or in a template; what is not known is left out.

    `field` is the path in the data (`measures[2].period`, counted from 0 as in Python); `table`, `row`, `cell` and
    `paragraph` count from 1, as a person counts on the page, and `paragraph` within its cell or else its part.
    """

    file: str = ""
    line: int | None = None
    column: int | None = None
    field: str = ""
    part: str = ""
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    paragraph: int | None = None
    tag: str = ""

    def text(self, language: Language = "en") -> str:
        """`plan.yaml:12: measures[2].period`, or `plan.docx: word/document.xml, table 1, row 2, cell 3: {{ x }}`.

        >>> Place("plan.docx", table=1, row=2, cell=3).text("th")
        'plan.docx: ตาราง 1, แถว 2, ช่อง 3'
        """
        spot = ":".join(str(piece) for piece in (self.file, self.line, self.column) if piece)
        numbers = (self.table, self.row, self.cell, self.paragraph)
        grid = ", ".join(
            f"{name} {number}" for name, number in zip(_GRID[language], numbers, strict=True) if number is not None
        )
        inside = ", ".join(piece for piece in (self.part, grid) if piece)
        return ": ".join(piece for piece in (spot, inside, self.field, self.tag) if piece)

    def __str__(self) -> str:
        """The place in English."""
        return self.text()


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: code, place, and the parameters of its message."""

    code: str
    place: Place = field(default_factory=Place)
    params: Mapping[str, str] = field(default_factory=dict)

    def text(self, language: Language = "en") -> str:
        """What was found."""
        return table()[self.code].text(self.params, language)

    def advice(self, language: Language = "en") -> str:
        """What to write or do instead."""
        return table()[self.code].advice(self.params, language)

    def at(self, place: Place) -> Fault:
        """The same fault with its place."""
        return replace(self, place=place)

    def line(self, language: Language = "en") -> str:
        """Place, text and advice in one line."""
        said = f"{self.text(language)}; {self.advice(language)}"
        place = self.place.text(language)
        return f"{place}: {said}" if place else said

    def __str__(self) -> str:
        """The line in English."""
        return self.line()


class ItaDocsError(Exception):
    """The base of all errors of this library; `faults` are all that was found, `exit_code` the command line's."""

    exit_code: ClassVar[int] = 70

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        """All faults in English, one a line."""
        return "\n".join(str(fault) for fault in self.faults)


class ParseError(ItaDocsError, ValueError):
    """A text can not be read as the date, period, year, amount or item code it should be."""

    exit_code = 3

    @classmethod
    def of(cls, code: str, **params: object) -> ParseError:
        """One fault without a place, which the caller adds."""
        return cls([Fault(code, params={name: str(value) for name, value in params.items()})])


class DataError(ItaDocsError):
    """A data file is missing, can not be read, or says what it must not."""

    exit_code = 3


class TemplateError(ItaDocsError):
    """A template is no .docx, is unsafe, or has tags that can not be rendered."""

    exit_code = 4


class OutputError(ItaDocsError):
    """A document can not be written where it should be."""

    exit_code = 5


class PdfError(OutputError):
    """A PDF can not be made: LibreOffice or a library is missing, or a document can not be drawn."""


class UsageError(ItaDocsError):
    """The command or call asks for something that does not exist."""

    exit_code = 2
