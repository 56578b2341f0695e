"""All that an agency says of one year, once (แฟ้มข้อมูลประจำปี): every kind of report is made of it.

Source: the fields of the reports, each with the name, type and meaning that it has there.  Limits: the targets of
measures are codes of the year whose results they answer, progress is told by the codes of the evidence year; whether
these exist is asked when a report is made.

>>> dossier = Dossier(fiscal_year=2566, agency={"kind": "อบต.", "name": "หินตั้ง"}, measures=[{"title": "อบรม"}])
>>> dossier.results_year, dossier.evidence
(FiscalYear(year=2565), FiscalYear(year=2566))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol, Self, TypeVar

from pydantic import Field, model_validator

from ita_docs.assessment import Editions
from ita_docs.records.agency_year import AgencyYear
from ita_docs.records.analysis import Analysis, PrincipleText
from ita_docs.records.base import Flag, TextOrList
from ita_docs.records.mappings import Frozen
from ita_docs.records.progress import IndicatorProgresses, ItemProgresses
from ita_docs.thai import FiscalYear

if TYPE_CHECKING:
    from ita_docs.records.roll_forward import RolledForward


class FromDossier(Protocol):
    """A kind of report, which this room does not know: it can be made of a dossier."""

    @classmethod
    def from_dossier(cls, dossier: Dossier, **options: Any) -> Self:
        """The report that a dossier gives."""


ReportT = TypeVar("ReportT", bound=FromDossier)


class Dossier(AgencyYear):
    """One agency-year."""

    title_th: ClassVar[str] = "แฟ้มข้อมูลของหน่วยงานหนึ่งปีงบประมาณ ซึ่งใช้ทำรายงานได้ทุกชนิด"

    kind: Literal["dossier"] = Field(default="dossier", description="ชนิดของไฟล์ข้อมูล")
    indicator_progress: IndicatorProgresses = Frozen()
    item_progress: ItemProgresses = Frozen()
    analysis: Analysis = Field(default=Analysis.empty(), description="บทวิเคราะห์รายแบบวัด")
    principles: tuple[PrincipleText, ...] = Field(
        default=(), description="หลักการประเมินของตนเอง ใช้แทนข้อความในทะเบียนของปี"
    )
    unit: TextOrList | None = Field(default=None, description="ส่วนงานเจ้าของเอกสาร พิมพ์ท้ายหน้าปก รายการหนึ่งคือหนึ่งบรรทัด")
    show_chart: Flag = Field(default=False, description="true = แสดงแผนภูมิคะแนนตัวชี้วัด")
    chart: Literal["bar", "radar"] = Field(default="bar", description="แบบของแผนภูมิ: bar = แท่ง, radar = ใยแมงมุม")

    @model_validator(mode="after")
    def _progress_in_year(self) -> Self:
        """Read the periods of the indicators in this year too."""
        entries = {
            number: entry.model_copy(update={"period": entry.period.within(self.fiscal_year)})
            for number, entry in self.indicator_progress.items()
            if entry.period is not None
        }
        object.__setattr__(self, "indicator_progress", self.indicator_progress.with_values(entries))
        return self

    @property
    def results_year(self) -> FiscalYear:
        """The year whose results the measures answer: the year before, where the data does not say."""
        return self.assessment.year or FiscalYear(self.fiscal_year.year - 1)

    @property
    def evidence(self) -> FiscalYear:
        """The year of the assessment that the papers are evidence for."""
        return self.evidence_year or self.fiscal_year

    @property
    def editions(self) -> Editions:
        """The registers that its codes are read in."""
        return self._editions

    def report(self, kind: type[ReportT], **options: Any) -> ReportT:
        """The report of a kind, with what that kind alone asks (`round=1`)."""
        if not hasattr(kind, "from_dossier"):
            message = f"a dossier gives reports of the classes in ita_docs.KINDS, not of {kind!r}"
            raise TypeError(message)
        return kind.from_dossier(self, **options)

    def roll_forward(self) -> RolledForward:
        """Next year's dossier: what stands is carried over, what must be written anew is empty."""
        from ita_docs.records.roll_forward import rolled_forward  # noqa: PLC0415  it makes a dossier

        return rolled_forward(self)
