"""The arithmetic of the assessment (การคำนวณคะแนน): what the stated scores give, and where they do not agree.

Source: an OIT sub-indicator is the mean of its items, its indicator the mean of its sub-indicators; an IIT or EIT
indicator is the mean of its items; an instrument is the mean of its indicators; the total is their weighted sum.
Means are taken of unrounded values, where all items are known, else of the stated ones.
Limits: from FY2567 no EIT indicator follows from its items (two rounds of survey are mixed); an indicator whose
sub-indicators the edition does not divide (10 in FY2567) does not follow from its items.  A stated score is never
replaced: it is printed, and one that does not follow is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Context, Decimal, localcontext
from typing import NamedTuple

from ita_docs.assessment.edition import Edition
from ita_docs.assessment.levels import Level, half_up, level_name, possible_levels
from ita_docs.assessment.register import Indicator, Instrument, Item, SubIndicator
from ita_docs.assessment.stated import Part, Stated, place_of, stated_score, unconfirmed_items
from ita_docs.errors import Place
from ita_docs.findings import Finding

TOTAL = "total"
#: From this year two rounds of survey are mixed in EIT.
_MIXED_SURVEY = 2567
_TOLERANCE = Decimal("0.01")
_TOLERANCE_OF_ROUNDED = Decimal("0.02")
#: Sixty digits carry every mean; rounding to thirty places first makes three thirds one again, so that a tie is a tie.
_EXACT = Context(prec=60)
_PLACES = Decimal(1).scaleb(-30)
_CODES = {
    SubIndicator: "assessment.sub-indicator-differs",
    Indicator: "assessment.indicator-differs",
    Instrument: "assessment.instrument-differs",
    type(None): "assessment.total-differs",
}


class Score(NamedTuple):
    """One score: as stated, and as the scores below it give it (unrounded; None where they do not)."""

    stated: Decimal | None = None
    computed: Decimal | None = None

    @property
    def rounded(self) -> Decimal | None:
        """The computed score to two decimals, half up."""
        return None if self.computed is None else half_up(self.computed)

    @property
    def printed(self) -> Decimal | None:
        """What a paper prints: the stated score, else the computed one to two decimals."""
        return self.rounded if self.stated is None else self.stated


class Scores(NamedTuple):
    """All scores of one result, by the id of their part (`i1`, `9.1`, `9`, `OIT`, `total`)."""

    edition: Edition
    by_id: Mapping[str, Score]

    def of(self, part: Part | str) -> Score:
        """The score of a part of the edition, or of its id as the edition prints it."""
        return self.by_id[part if isinstance(part, str) else part.id]

    @property
    def total(self) -> Score:
        """The score of the whole assessment."""
        return self.by_id[TOTAL]


def computed(stated: Stated, edition: Edition) -> Scores:
    """Give every score of the edition's parts, stated and recomputed; a part that the edition lacks is left out."""
    tree = _Tree(stated, edition)
    parts: list[Part] = [*edition.items, *edition.sub_indicators, *edition.indicators, *edition.instruments]
    by_id = {part.id: Score(stated_score(stated, part), tree.mean(part)) for part in parts}
    return Scores(edition, {**by_id, TOTAL: Score(stated.total, tree.mean(None))})


def score_findings(stated: Stated, edition: Edition, place: str = "assessment") -> Iterator[Finding]:
    """A finding for each stated score that neither the stated nor the recomputed scores below it give.

    And one for each item that the year's list, not confirmed, does not have.
    """
    for fault in unconfirmed_items(stated, edition, place):
        yield Finding(fault.code, fault.place, fault.params)
    tree = _Tree(stated, edition)
    parts: list[Part | None] = [*edition.sub_indicators, *edition.indicators, *edition.instruments, None]
    for part in parts:
        found = stated_score(stated, part)
        given = tree.mean(part)
        if found is None or given is None:
            continue
        tolerance = _TOLERANCE_OF_ROUNDED if part is None and not tree.is_exact(None) else _TOLERANCE
        other = tree.mean_of_stated(part)
        if all(_differ(found, value, tolerance) for value in (given, other) if value is not None):
            params = {"part": part.id if part else TOTAL, "found": _typed(found), "computed": f"{half_up(given):.2f}"}
            yield Finding(_CODES[type(part)], place_of(stated, part, place), params)


def levels_of(stated: Stated, edition: Edition) -> tuple[Level, ...]:
    """Every level that the scores can have: one where they decide it, none where nothing is known."""
    scores = computed(stated, edition)
    instruments = {instrument.id: scores.of(instrument).printed for instrument in edition.instruments}
    if scores.total.printed is None and not any(score is not None for score in instruments.values()):
        return ()
    weights = {instrument.id: instrument.weight for instrument in edition.instruments}
    return possible_levels(table_of(stated, edition), scores.total.printed, instruments, weights)


def table_of(stated: Stated, edition: Edition) -> tuple[Level, ...]:
    """The table of levels: the agency's own, else the edition's."""
    return tuple(stated.levels) if stated.levels else edition.levels


def printed_level(stated: Stated, edition: Edition) -> str | None:
    """The level that a paper prints: the stated one with its word in brackets, else the one that the scores decide."""
    if stated.level is not None:
        return stated.level
    possible = levels_of(stated, edition)
    return possible[0].label if len(possible) == 1 else None


def level_findings(stated: Stated, edition: Edition, place: str = "assessment") -> Iterator[Finding]:
    """What is to be said of the level: it is not in the table, the scores do not give it, or do not decide it."""
    table = table_of(stated, edition)
    if not table:  # a register of the agency's own need not have one
        return
    possible = [level.label for level in levels_of(stated, edition)]
    spot = Place(field=f"{place}.level")
    known = ", ".join(level.label for level in table)
    missing = _missing(stated, edition)
    params = {"known": known, "possible": ", ".join(possible), "missing": ", ".join(missing)}
    if stated.level is None:
        if len(possible) > 1:
            yield Finding("assessment.level-open", spot, params)
        return
    params["found"] = stated.level
    row = next((level for level in table if level.label == level_name(stated.level)), None)
    if row is None:
        yield Finding("assessment.level-unknown", spot, params)
    elif possible and row.label not in possible:
        yield Finding("assessment.level-differs", spot, params)
    elif len(possible) > 1 and len(missing) < len(edition.instruments):
        yield Finding("assessment.level-instrument-missing", spot, params)
    elif possible and missing and row.each_instrument_min is not None:
        params["least"] = f"{row.each_instrument_min:.2f}"
        yield Finding("assessment.level-instrument-not-given", spot, params, "advice")


def _differ(found: Decimal, given: Decimal, tolerance: Decimal) -> bool:
    """Whether a stated score is too far from a computed one, as it is and as it is printed."""
    return abs(found - given) > tolerance and abs(found - half_up(given)) > tolerance


def _typed(score: Decimal) -> str:
    """A stated score with two decimals, or with as many as it has."""
    return f"{score:.2f}" if score == half_up(score) else f"{score:f}"


def _missing(stated: Stated, edition: Edition) -> list[str]:
    scores = computed(stated, edition)
    return [part.id for part in edition.instruments if scores.of(part).printed is None]


class _Tree:
    """The parts of an edition with the scores stated for them; None stands for the whole assessment."""

    def __init__(self, stated: Stated, edition: Edition) -> None:
        self.stated = stated
        self.edition = edition
        self._means: dict[str, Decimal | None] = {}

    def mean(self, part: Part | None) -> Decimal | None:
        """What the best scores below a part give, unrounded; None where one is missing."""
        name = part.id if part else TOTAL
        if name not in self._means:
            self._means[name] = self._weighted(part, [self.best(below) for below in self._below(part)])
        return self._means[name]

    def mean_of_stated(self, part: Part | None) -> Decimal | None:
        """What the scores stated below a part give; what is not stated there is computed."""
        values = [stated_score(self.stated, below) for below in self._below(part)]
        rounded = [self.mean(below) for below in self._below(part)]
        return self._weighted(
            part, [mean if value is None else value for value, mean in zip(values, rounded, strict=True)]
        )

    def best(self, part: Part) -> Decimal | None:
        """The unrounded value where all items are there, else the stated one, else what stated ones below give."""
        found = stated_score(self.stated, part)
        if isinstance(part, Item) or (found is not None and not self.is_exact(part)):
            return found
        return self.mean(part)

    def is_exact(self, part: Part | None) -> bool:
        """Whether a part is computed from the scores of all its items."""
        if isinstance(part, Item):
            return stated_score(self.stated, part) is not None
        below = self._below(part)
        return bool(below) and all(self.is_exact(child) for child in below)

    def _below(self, part: Part | None) -> tuple[Part, ...]:
        """What a part is the mean of; nothing where it does not follow from what is below it."""
        if part is None:
            return self.edition.instruments
        if isinstance(part, Instrument):
            return self.edition.indicators_of(part)
        if isinstance(part, SubIndicator):
            return part.items
        if isinstance(part, Item) or (part.instrument.id == "EIT" and self.edition.year >= _MIXED_SURVEY):
            return ()
        return self.edition.sub_indicators_of(part) or part.items

    def _weighted(self, part: Part | None, values: list[Decimal | None]) -> Decimal | None:
        known = [value for value in values if value is not None]
        if not known or len(known) < len(values):
            return None
        with localcontext(_EXACT):
            if part is None:
                weights = [instrument.weight for instrument in self.edition.instruments]
                total = sum((weight * value for weight, value in zip(weights, known, strict=True)), Decimal(0))
            else:
                total = sum(known, Decimal(0)) / len(known)
            return total.quantize(_PLACES).normalize()
