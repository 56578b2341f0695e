"""What the arithmetic asks of a stated result (คะแนนที่หน่วยงานแจ้ง), and the parts of it that its year does not have.

Source: the fields of a data file's `assessment`.  Limits: this room knows no record; anything with these attributes
will do.  A part is an item, sub-indicator, indicator or instrument of an edition.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal, Protocol, TypeAlias

from ita_docs.assessment.codes import Code
from ita_docs.assessment.edition import Edition
from ita_docs.assessment.levels import Level
from ita_docs.assessment.register import Indicator, Instrument, Item, SubIndicator
from ita_docs.errors import Fault, ParseError, Place

Part: TypeAlias = Item | SubIndicator | Indicator | Instrument
#: ข้อบกพร่อง/ข้อปรับปรุง, ข้อที่ต้องพัฒนา, ข้อที่ต้องรักษาระดับ.
Verdict = Literal["deficient", "to_develop", "maintain"]


class StatedItem(Protocol):
    """One item as stated."""

    @property
    def score(self) -> Decimal | None:
        """Its score, 0 to 100."""

    @property
    def verdict(self) -> Verdict | None:
        """The author's own verdict, which stands above the rule's."""

    @property
    def reason(self) -> str | None:
        """Why the author decided so."""


class Stated(Protocol):
    """A result as stated, any part of it missing."""

    @property
    def total(self) -> Decimal | None:
        """The score of the whole assessment."""

    @property
    def level(self) -> str | None:
        """The level, which may carry a word in brackets."""

    @property
    def instruments(self) -> Mapping[str, Decimal]:
        """Scores by the instrument's id."""

    @property
    def indicators(self) -> Mapping[int, Decimal]:
        """Scores by the indicator's number."""

    @property
    def sub_indicators(self) -> Mapping[str, Decimal]:
        """Scores by the sub-indicator's number."""

    @property
    def items(self) -> Mapping[Code, StatedItem]:
        """Items by their code."""

    @property
    def levels(self) -> Sequence[Level] | None:
        """A table of levels in place of the year's."""


def place_of(stated: Stated, part: Part | None, place: str = "assessment") -> Place:
    """Where a part is stated in the data: its key as it was typed, or the key that it lacks; None is the total."""
    if part is None:
        return Place(field=f"{place}.total")
    name, key = _key(part)
    return Place(field=f"{place}.{name}{_step(getattr(stated, name), key)}")


def stated_score(stated: Stated, part: Part | None) -> Decimal | None:
    """The score that is stated for a part; None is the total."""
    if part is None:
        return stated.total
    name, key = _key(part)
    if name == "items":
        item = stated.items.get(key)
        return item.score if item else None
    score: Decimal | None = getattr(stated, name).get(key)
    return score


def edition_faults(stated: Stated, edition: Edition, place: str = "assessment") -> tuple[Fault, ...]:
    """A fault, at its field, for each part that the year's edition does not have; each names the nearest one.

    Items of an instrument whose list is not confirmed are passed over: `score_findings` speaks of them.
    """

    def item(code: Code) -> object:
        return edition.find(code) or edition.is_unverified(code.letter) or edition.item(code)

    looks: dict[str, Callable[[Any], object]] = {
        "instruments": edition.instrument,
        "indicators": edition.indicator,
        "sub_indicators": edition.sub_indicator,
        "items": item,
    }
    return tuple(fault for name, look in looks.items() for fault in _unknown(getattr(stated, name), look, place, name))


def unconfirmed_items(stated: Stated, edition: Edition, place: str = "assessment") -> tuple[Fault, ...]:
    """A record, at its field, for each item that a list which is not confirmed does not have."""
    return tuple(
        Fault(
            "assessment.item-unconfirmed",
            Place(field=f"{place}.items{_step(stated.items, code)}"),
            {"found": _typed(stated.items, code), "year": str(edition.year)},
        )
        for code in stated.items
        if edition.find(code) in (None, *edition.added) and edition.is_unverified(code.letter)
    )


def _unknown(scores: Mapping[Any, object], look: Callable[[Any], object], place: str, name: str) -> Iterator[Fault]:
    for key in scores:
        try:
            look(key)
        except ParseError as error:
            for fault in error.faults:
                spot = Place(field=f"{place}.{name}{_step(scores, key)}")
                yield replace(fault, place=spot, params={**fault.params, "found": _typed(scores, key)})


def _key(part: Part) -> tuple[str, Any]:
    if isinstance(part, Item):
        return "items", part.code
    if isinstance(part, Indicator):
        return "indicators", part.number
    return ("sub_indicators" if isinstance(part, SubIndicator) else "instruments"), part.id


def _typed(scores: Mapping[Any, object], key: object) -> str:
    typed = getattr(scores, "typed", None)
    return str(typed(key)) if typed else str(key)


def _step(scores: Mapping[Any, object], key: object) -> str:
    """A key as a step of a path; one that holds a dot or a bracket stands in quotes."""
    typed = _typed(scores, key)
    return f'["{typed}"]' if set(typed) & set('.[]"') else f".{typed}"
