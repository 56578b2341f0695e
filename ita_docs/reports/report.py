"""What every report has in common: measures, results, sign-off; its periods read in its year; its findings.

A report is a frozen record. `view()` gives what its template sees, `findings()` what a person should look at before
signing. Nothing here knows Word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, ClassVar, Self

from pydantic import PrivateAttr, ValidationInfo, model_validator

from ita_docs.assessment import Edition, Editions
from ita_docs.errors import ParseError, Place
from ita_docs.findings import Finding, Severity
from ita_docs.records import Defaults, Measure, Step, SubStep
from ita_docs.records.agency_year import AgencyYear
from ita_docs.records.dossier import Dossier
from ita_docs.reports.carried import Carried
from ita_docs.reports.dittos import DITTO_FIELDS, ditto_in, written_out
from ita_docs.reports.named_codes import codes_in
from ita_docs.reports.paper import Paper
from ita_docs.thai import FiscalYear, Period

Owned = Measure | Step | SubStep
#: What a paper does not print, or prints another thing for, is printed by another paper of the same dossier.
_OF_ONE_PAPER = frozenset({"measure.not-printed", "measure.covered"})
#: The key of the validation context under which a report of a dossier is told what was taken over.
_CARRIED = "carried"


class Report(AgencyYear, Paper):
    """One paper on an agency's measures in one fiscal year; the base of the kinds that a dossier gives."""

    #: The fields of a measure and of a step that the layout prints; what else is given is a finding.
    printed: ClassVar[frozenset[str]] = frozenset()
    #: How many years before its own lie the results that the paper answers, where the file does not say.
    results_before: ClassVar[int] = 1

    #: What was taken over of a dossier; None for a report with data of its own.
    _carried: Carried | None = PrivateAttr(default=None)

    @model_validator(mode="after")
    def _complete(self, info: ValidationInfo) -> Self:
        """Give each measure what `defaults` states and it does not, and write out dittos."""
        self._carried = (info.context or {}).get(_CARRIED)
        complete = tuple(_with_defaults(measure, self.defaults) for measure in self.measures)
        object.__setattr__(self, "measures", written_out(complete))
        return self

    @classmethod
    def from_dossier(cls, dossier: Dossier, **options: Any) -> Self:
        """The report that a dossier gives: the fields that both have, and the options that the kind alone has.

        Raises `ValidationError` as any report does, `ParseError` where targets can not be taken over at all.
        """
        carried = cls.carried(dossier)
        shared = (dossier.model_fields_set & cls.model_fields.keys()) - {"kind"}
        data = {name: getattr(dossier, name) for name in sorted(shared)}
        data["assessment"] = dossier.assessment.model_copy(update={"year": dossier.results_year})
        data["measures"] = carried.measures
        context = {
            "fiscal_year": dossier.fiscal_year,
            "editions": dossier.editions,
            "folder": dossier.folder,
            _CARRIED: carried,
        }
        return cls.model_validate({**data, **options}, context=context)

    @classmethod
    def carried(cls, dossier: Dossier) -> Carried:
        """The measures as this kind reads their targets: in the register of the results, unless it says otherwise."""
        return Carried(dossier.measures)

    @property
    def of_dossier(self) -> bool:
        """Whether the report was made of a dossier."""
        return self._carried is not None

    @property
    def results_year(self) -> FiscalYear:
        """The year whose scores the paper answers; where the file does not say, as the kind has it."""
        return self.assessment.year or FiscalYear(self.fiscal_year.year - self.results_before)

    def edition_of(self, year: FiscalYear, field: str, *data: object) -> Edition:
        """The register of a year, the agency's own first; `ParseError` at the field that names the year.

        `data` is what may name items beyond a list that is not confirmed; all of the report, if not said.
        """
        return edition_at(self._editions, year, field, *(data or (self,)))

    @property
    def window(self) -> tuple[Period, str]:
        """The time that the report speaks of, and the code of the finding for what lies outside it."""
        return Period(self.fiscal_year.start, self.fiscal_year.end), "period.outside-year"

    def findings(self) -> tuple[Finding, ...]:
        """What a person should look at before signing; `place.field` says where in the data."""
        if self._carried is None:
            return tuple(self._findings())
        own = (finding for finding in self._findings() if finding.code not in _OF_ONE_PAPER)
        return (*own, *self._carried.findings)

    def _findings(self) -> Iterator[Finding]:
        for place, owned in (("defaults", self.defaults), *self._owned()):
            if owned.period is not None and "period" in owned.model_fields_set:
                yield from self._period_findings(f"{place}.period", owned.period)
            # What is the agency's own, the templates of its set print.
            for name in sorted(owned.model_fields_set - self.printed - {"extra"}):
                if getattr(owned, name) is not None:
                    yield finding("measure.not-printed", f"{place}.{name}", "advice", field=name, kind=self.kind)
        for name in sorted(DITTO_FIELDS & self.printed):
            if found := ditto_in(self.measures[0], name):
                yield finding("measure.ditto-first", f"measures[0].{name}", "error", found=found)

    def _period_findings(self, place: str, period: Period) -> Iterator[Finding]:
        if period.unreadable:
            near = "period.unreadable-near" if period.nearest else "period.unreadable"
            yield finding(near, place, "error", found=str(period), nearest=period.nearest or "")
        yield from self._outside(place, period)

    def _outside(self, place: str, period: Period) -> Iterator[Finding]:
        """What of a period lies outside the time that the report speaks of."""
        window, code = self.window
        if leaves(period, window):
            yield finding(code, place, "warning", found=str(period), window=window.format("short", "thai"))

    def _owned(self) -> Iterator[tuple[str, Owned]]:
        for number, measure in enumerate(self.measures):
            yield from _walk(f"measures[{number}]", measure)


def edition_at(editions: Editions, year: FiscalYear, field: str, *data: object) -> Edition:
    """The register of a year, a list that is not confirmed with the items that the data names beyond it.

    A year without a register is a fault at the field that names the year.
    """
    try:
        found = editions.get(year)
        return found.extended(codes_in(*data)) if found.unverified else found
    except ParseError as error:
        raise ParseError(fault.at(Place(field=field)) for fault in error.faults) from None


def finding(code: str, place: str, severity: Severity, **params: str) -> Finding:
    """A finding at a field of the data."""
    return Finding(code, Place(field=place), params, severity)


def leaves(period: Period, window: Period) -> bool:
    """Whether any day of a period lies outside a window of one span."""
    (whole,) = window.spans
    return any(span.start < whole.start or span.end > whole.end for span in period.spans)


def _walk(place: str, owned: Owned) -> Iterator[tuple[str, Owned]]:
    yield place, owned
    name = "steps" if isinstance(owned, Measure) else "sub_steps"
    for number, child in enumerate(getattr(owned, name, ())):
        yield from _walk(f"{place}.{name}[{number}]", child)


def _with_defaults(measure: Measure, defaults: Defaults) -> Measure:
    given = {
        name: getattr(defaults, name)
        for name in Defaults.model_fields
        if getattr(defaults, name) is not None and name not in measure.model_fields_set
    }
    if not given:
        return measure
    complete = measure.model_copy(update=given)
    # A default is not a field the author stated here, so it must not count as one in the findings.
    complete.model_fields_set.difference_update(given)
    return complete
