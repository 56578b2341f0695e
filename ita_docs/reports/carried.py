"""The measures of a dossier in another register than that of the results (มาตรการเมื่ออ่านตามทะเบียนของอีกปี).

A dossier's targets are codes of the year whose results its measures answer; a paper that is drawn in the register of
another year takes over what bears the same name there.  A measure of which nothing is left stays in its place, so that
places in the data stay true, and is left out of the paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ita_docs.assessment.succession import Succession
from ita_docs.errors import Fault, ParseError, Place
from ita_docs.findings import Finding
from ita_docs.records import Measure, Step, Targets
from ita_docs.records.successors import Successors, successors
from ita_docs.reports.answers import target_faults


class Carried(NamedTuple):
    """The measures as a kind reads them, and what a person should look at.

    `shortened` are the places of those that answer less than was said, `left_out` of those that answer nothing.
    """

    measures: tuple[Measure, ...]
    shortened: frozenset[int] = frozenset()
    left_out: frozenset[int] = frozenset()
    findings: tuple[Finding, ...] = ()


def carried_over(measures: tuple[Measure, ...], years: Succession) -> Carried:
    """The measures with the targets that the new register knows by the same name.

    `ParseError` has a fault for each target that the old register does not have, for each measure that names issues
    alone which the new one has not, and where no measure is left.
    """
    placed = dict(enumerate(measures))
    if faults := tuple(target_faults(placed, years.old)):
        raise ParseError(faults)
    if years.same:
        return Carried(measures)
    taken = {number: _taken(number, measure, years) for number, measure in placed.items()}
    faults = tuple(
        fault for number in taken for fault in _issues_alone(number, placed[number], taken[number].measure, years)
    )
    left_out = frozenset(number for number, found in taken.items() if found.left_out)
    if not faults and len(left_out) == len(measures):
        faults = (Fault("dossier.nothing-carried", Place(field="measures"), _years(years)),)
    if faults:
        raise ParseError(faults)
    findings = tuple(finding for found in taken.values() for finding in found.findings)
    shortened = frozenset(number for number, found in taken.items() if found.shortened)
    return Carried(tuple(found.measure for found in taken.values()), shortened, left_out, findings)


def untargeted(measures: dict[int, Measure]) -> Iterator[Fault]:
    """A fault for each measure that says nothing of what it answers."""
    for number, measure in measures.items():
        if not _names_any(measure.targets):
            yield Fault("measure.no-target", Place(field=f"measures[{number}].targets"))


class _Taken(NamedTuple):
    measure: Measure
    shortened: bool
    findings: tuple[Finding, ...]

    @property
    def left_out(self) -> bool:
        return self.shortened and self.measure.targets is None


def _taken(number: int, measure: Measure, years: Succession) -> _Taken:
    place = f"measures[{number}]"
    own = successors(measure.targets, years)
    findings = list(_losses(place, own, years))
    if own.lost and own.targets is None:
        findings.append(Finding("dossier.measure-left-out", Place(field=f"{place}.targets"), _years(years), "warning"))
    steps: list[Step] = []
    for at, step in enumerate(measure.steps):
        found = successors(step.targets, years)
        steps.append(step.model_copy(update={"targets": found.targets}) if found.lost or found.targets else step)
        findings += _losses(f"{place}.steps[{at}]", found, years)
    carried = measure.model_copy(update={"steps": tuple(steps), "targets": own.targets})
    return _Taken(carried, bool(own.lost), tuple(findings))


def _losses(place: str, found: Successors, years: Succession) -> Iterator[Finding]:
    """What is left out; nothing where an indicator of both years stands beside it, as one is advised to write."""
    if found.targets is not None and (found.targets.indicators or found.targets.sub_indicators):
        return
    for lost in found.lost:
        spot = Place(field=f"{place}.targets.{lost.kind}")
        yield Finding("dossier.target-not-carried", spot, {"found": lost.found, **_years(years)}, "advice")


def _issues_alone(number: int, before: Measure, after: Measure, years: Succession) -> Iterator[Fault]:
    """A measure for issues only, of which the new register has none: its author must say more."""
    stated = before.targets
    if stated is None or after.targets is not None or not stated.issues:
        return
    if not (stated.indicators or stated.sub_indicators or stated.items or stated.instrument):
        found = ", ".join(map(str, stated.issues))
        spot = Place(field=f"measures[{number}].targets.issues")
        yield Fault("dossier.issues-alone", spot, {"found": found, **_years(years)})


def _names_any(targets: Targets | None) -> bool:
    return targets is not None and any(getattr(targets, kind) for kind in Targets.model_fields)


def _years(years: Succession) -> dict[str, str]:
    return {"old": str(years.old.year), "new": str(years.new.year)}
