"""What every report has in common: agency, year, measures, sign-off; its periods read in its year; its findings.

A report is a frozen record. `view()` gives what its template sees, `findings()` what a person should look at before
signing. Nothing here knows Word.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Self, TypeVar

from pydantic import AfterValidator, Field, PrivateAttr, ValidationInfo, model_validator
from pydantic_core import PydanticKnownError

from ita_docs.assessment import Edition, Editions
from ita_docs.errors import Fault, ParseError, Place
from ita_docs.findings import Finding, Severity
from ita_docs.records import (
    Agency,
    Assessment,
    Defaults,
    FiscalYearField,
    Measure,
    Record,
    SignOff,
    Step,
    SubStep,
)
from ita_docs.reports.dittos import DITTO_FIELDS, ditto_in, written_out
from ita_docs.reports.named_codes import codes_in
from ita_docs.reports.view import View
from ita_docs.thai import FiscalYear, Numerals, Period

Owned = Measure | Step | SubStep
T = TypeVar("T", Measure, Step, SubStep, Defaults)


def _not_empty(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Pydantic's own bound counts the entries that are valid, so that one mistake in the only measure would be two."""
    if not measures:
        raise PydanticKnownError("too_short", {"field_type": "Tuple", "min_length": 1, "actual_length": 0})
    return measures


class Report(Record):
    """One paper of one agency for one fiscal year; the base of every kind."""

    title_th: ClassVar[str]
    default_numerals: ClassVar[Numerals] = "thai"
    #: The fields of a measure and of a step that the layout prints; what else is given is a finding.
    printed: ClassVar[frozenset[str]] = frozenset()

    kind: str = Field(description="ชนิดของรายงาน")
    fiscal_year: FiscalYearField = Field(description="ปีงบประมาณที่ดำเนินมาตรการ เช่น 2566")
    agency: Agency = Field(description="หน่วยงานเจ้าของรายงาน")
    assessment: Assessment = Field(default=Assessment(), description="ผลการประเมินที่นำมาวิเคราะห์")
    evidence_year: FiscalYearField | None = Field(
        default=None, description="ปีของการประเมินที่เอกสารนี้ใช้เป็นหลักฐาน (ถ้าไม่ระบุ ใช้ปีงบประมาณที่ดำเนินมาตรการ)"
    )
    numerals: Numerals | None = Field(default=None, description="ตัวเลขในเอกสาร: thai หรือ arabic")
    defaults: Defaults = Field(default=Defaults(), description="ค่าที่ใช้กับทุกมาตรการที่ไม่ได้ระบุเอง")
    measures: Annotated[tuple[Measure, ...], AfterValidator(_not_empty)] = Field(
        description="มาตรการ", json_schema_extra={"minItems": 1}
    )
    sign_off: SignOff | None = Field(default=None, description="การลงนามท้ายรายงาน ไม่เกิน 3 ลำดับ")

    #: The package's registers, or with an agency's own above them, as the validation context gives them.
    _editions: Editions = PrivateAttr(default_factory=Editions)

    @model_validator(mode="after")
    def _complete(self, info: ValidationInfo) -> Self:
        """Give each measure what `defaults` states and it does not, write out dittos, read periods in this year."""
        self._editions = editions_in(info.context)
        complete = tuple(_in_year(_with_defaults(m, self.defaults), self.fiscal_year) for m in self.measures)
        object.__setattr__(self, "measures", written_out(complete))
        object.__setattr__(self, "defaults", _in_year(self.defaults, self.fiscal_year))
        return self

    @classmethod
    def faults_between(cls, data: Mapping[str, Any], context: Mapping[str, Any]) -> tuple[Fault, ...]:
        """What is wrong between the fields of data in which some field is wrong by itself.

        Validation stops before it looks between fields; a data file reports these faults all the same.
        """
        del data, context
        return ()

    @property
    def results_year(self) -> FiscalYear:
        """The year whose scores the paper answers; the year before the measures when the file does not say."""
        return self.assessment.year or FiscalYear(self.fiscal_year.year - 1)

    def edition_of(self, year: FiscalYear, field: str, *data: object) -> Edition:
        """The register of a year, the agency's own first; `ParseError` at the field that names the year.

        `data` is what may name items beyond a list that is not confirmed; all of the report, if not said.
        """
        return edition_at(self._editions, year, field, *(data or (self,)))

    @abstractmethod
    def view(self) -> View:
        """What the template of this kind sees."""

    @property
    def window(self) -> tuple[Period, str]:
        """The time that the report speaks of, and the code of the finding for what lies outside it."""
        return Period(self.fiscal_year.start, self.fiscal_year.end), "period.outside-year"

    def findings(self) -> tuple[Finding, ...]:
        """What a person should look at before signing; `place.field` says where in the data."""
        return tuple(self._findings())

    def _findings(self) -> Iterator[Finding]:
        for place, owned in self._owned():
            if isinstance(owned.period, Period):
                yield from self._period_findings(f"{place}.period", owned.period)
            for name in sorted(owned.model_fields_set - self.printed):
                if getattr(owned, name) is not None:
                    yield finding("measure.not-printed", f"{place}.{name}", "advice", field=name, kind=self.kind)
        for name in sorted(DITTO_FIELDS & self.printed):
            if found := ditto_in(self.measures[0], name):
                yield finding("measure.ditto-first", f"measures[0].{name}", "error", found=found)

    def _period_findings(self, place: str, period: Period) -> Iterator[Finding]:
        window, code = self.window
        if period.unreadable:
            near = "period.unreadable-near" if period.nearest else "period.unreadable"
            yield finding(near, place, "error", found=str(period), nearest=period.nearest or "")
        whole = window.spans[0]
        if any(span.start < whole.start or span.end > whole.end for span in period.spans):
            yield finding(code, place, "warning", found=str(period), window=window.format("short", "thai"))

    def _owned(self) -> Iterator[tuple[str, Owned]]:
        for number, measure in enumerate(self.measures):
            yield from _walk(f"measures[{number}]", measure)


def editions_in(context: Mapping[str, Any] | None) -> Editions:
    """The registers that a validation context gives; without any, the package's."""
    found = (context or {}).get("editions")
    return found if isinstance(found, Editions) else Editions()


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
    # A default is not a field the author stated here, so it must not count as one in the findings.
    return measure.model_copy(update=given)


def _in_year(owned: T, year: FiscalYear) -> T:
    changed: dict[str, object] = {}
    if isinstance(owned.period, Period) and (read := owned.period.within(year)) is not owned.period:
        changed["period"] = read
    for name in ("steps", "sub_steps"):
        children = getattr(owned, name, ())
        if children and (settled := tuple(_in_year(child, year) for child in children)) != children:
            changed[name] = settled
    return owned.model_copy(update=changed) if changed else owned
