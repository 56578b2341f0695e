"""Classifying results for the analysis (การจัดกลุ่มผลการประเมิน): deficient, to develop, to maintain.

Source: no official rule is published; two agencies' papers follow one each: by threshold (below 85 deficient, 100
to maintain, between them to develop), and relative (above the mean of its instrument to maintain, else deficient).
Limits: a rule is anything that takes a part, its score and all scores and gives a verdict; an author's own verdict on
an item stands above it.  Scores are compared as they are printed.

>>> [Threshold()(None, Decimal(score), None) for score in ("84.99", "85", "99.99", "100")]
['deficient', 'to_develop', 'to_develop', 'maintain']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, Protocol, TypeVar, get_args

from ita_docs.assessment.edition import Edition
from ita_docs.assessment.register import Indicator, Item
from ita_docs.assessment.scores import Scores, computed
from ita_docs.assessment.stated import Stated, Verdict, place_of
from ita_docs.errors import Fault, ParseError, Place
from ita_docs.findings import Finding

PartT = TypeVar("PartT", Item, Indicator)


class Rule(Protocol):
    """How a scored part is classified."""

    def __call__(self, part: Item | Indicator, score: Decimal, scores: Scores, /) -> Verdict:
        """Give the verdict on a part with this score among all scores."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """Below one bound deficient, from the other on to maintain, between them to develop."""

    deficient_below: Decimal = Decimal(85)
    maintain_from: Decimal = Decimal(100)

    def __post_init__(self) -> None:
        for name in ("deficient_below", "maintain_from"):
            # 85 and "85" are written as easily as Decimal(85).
            object.__setattr__(self, name, Decimal(getattr(self, name)))
        if self.deficient_below > self.maintain_from:
            raise ParseError.of("assessment.threshold-order", below=self.deficient_below, least=self.maintain_from)

    def __call__(self, part: Item | Indicator, score: Decimal, scores: Scores, /) -> Verdict:
        """Give the verdict by the score alone."""
        del part, scores
        if score < self.deficient_below:
            return "deficient"
        return "maintain" if score >= self.maintain_from else "to_develop"


@dataclass(frozen=True, slots=True)
class AboveInstrumentMean:
    """Above the score of its instrument to maintain; the others, an equal one too, deficient."""

    def __call__(self, part: Item | Indicator, score: Decimal, scores: Scores, /) -> Verdict:
        """Give the verdict by the instrument's score; without one `ParseError` says so."""
        instrument = scores.edition.instrument_of(part)
        mean = scores.of(instrument).printed
        if mean is None:
            raise ParseError.of("assessment.no-mean", found=part.id, instrument=instrument.id)
        return "maintain" if score > mean else "deficient"


@dataclass(frozen=True, slots=True)
class Classification(Generic[PartT]):
    """Every part that has a score, in exactly one list, each in the edition's order.

    `unjudged` says of each part that a lenient reading left out why it has no verdict.
    """

    deficient: tuple[PartT, ...] = ()
    to_develop: tuple[PartT, ...] = ()
    maintain: tuple[PartT, ...] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict, repr=False)
    unjudged: tuple[Fault, ...] = ()

    def verdict(self, part: PartT) -> Verdict | None:
        """The verdict on a part; None where it has no score."""
        return self.verdicts.get(part.id)


def classify(
    stated: Stated, edition: Edition, rule: Rule, place: str = "assessment", *, lenient: bool = False
) -> Classification[Item]:
    """Classify the items that have a score or an author's verdict; `ParseError` has every fault of the rule.

    A `lenient` reading leaves out the parts of an instrument whose mean is not known, and says so in `unjudged`.
    """
    known = ((edition.find(code), item.verdict) for code, item in stated.items.items())
    own = {part.id: verdict for part, verdict in known if part and verdict}
    return _classified(edition.items, computed(stated, edition), rule, own, place, lenient=lenient)


def classify_indicators(
    stated: Stated, edition: Edition, rule: Rule, place: str = "assessment", *, lenient: bool = False
) -> Classification[Indicator]:
    """Classify the indicators that have a score, stated or computed."""
    return _classified(edition.indicators, computed(stated, edition), rule, {}, place, lenient=lenient)


def unjudged_findings(stated: Stated, edition: Edition, rule: Rule, place: str = "assessment") -> Iterator[Finding]:
    """For each instrument whose mean the rule asks for and nothing gives: what is compared with it has no verdict."""
    faults = classify_indicators(stated, edition, rule, place, lenient=True).unjudged
    faults += classify(stated, edition, rule, place, lenient=True).unjudged
    for fault in {fault.params["instrument"]: fault for fault in reversed(faults)}.values():
        yield Finding(fault.code, fault.place, fault.params, "warning")


def verdict_findings(stated: Stated, edition: Edition, place: str = "assessment") -> Iterator[Finding]:
    """An author's verdict without a reason, or a reason without a verdict, which is printed nowhere."""
    for code, item in stated.items.items():
        part = edition.find(code)
        if part is None:
            continue
        spot = place_of(stated, part, place)
        if item.verdict and not item.reason:
            yield Finding("assessment.verdict-without-reason", spot, {"found": item.verdict}, "advice")
        if item.reason and not item.verdict:
            yield Finding("assessment.reason-without-verdict", spot, {"found": item.reason}, "advice")


def _classified(  # noqa: PLR0913  what both public functions take, and what they differ in
    parts: Iterable[PartT], scores: Scores, rule: Rule, own: Mapping[str, Verdict], place: str, *, lenient: bool
) -> Classification[PartT]:
    lists: dict[Verdict, list[PartT]] = {"deficient": [], "to_develop": [], "maintain": []}
    faults: dict[tuple[str, str], Fault] = {}
    for part in parts:
        score = scores.of(part).printed
        try:
            verdict = own.get(part.id) or (None if score is None else _judged(rule, part, score, scores))
        except ParseError as error:
            for fault in error.faults:
                instrument = fault.params.get("instrument", part.id)
                field = f"{place}.instruments" if "instrument" in fault.params else f"{place}.classification"
                faults.setdefault((fault.code, instrument), fault.at(Place(field=field)))
            continue
        if verdict:
            lists[verdict].append(part)
    unjudged = tuple(fault for fault in faults.values() if lenient and fault.code == "assessment.no-mean")
    if len(unjudged) < len(faults):
        raise ParseError(fault for fault in faults.values() if fault not in unjudged)
    verdicts = {part.id: verdict for verdict, listed in lists.items() for part in listed}
    sorted_out = {name: tuple(listed) for name, listed in lists.items()}
    return Classification(**sorted_out, verdicts=verdicts, unjudged=unjudged)


def _judged(rule: Rule, part: Item | Indicator, score: Decimal, scores: Scores) -> Verdict:
    verdict = rule(part, score, scores)
    if verdict not in get_args(Verdict):
        raise ParseError.of("assessment.no-verdict", found=verdict, part=part.id, known=", ".join(get_args(Verdict)))
    return verdict
