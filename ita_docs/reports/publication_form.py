"""The form by which a paper is put on the agency's website (แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน).

Source: the forms that Thai agencies use: who asks, when, what it is about, a summary, links, a remark, and three
signatures: of who gives the data, who approves it, who puts it on the website.  Limits: what is not known is a dotted
line; a link is printed as typed.

>>> form = PublicationForm(fiscal_year=2566, agency={"kind": "อบต.", "name": "หินตั้ง"}, subject="รายงานผล")
>>> [stage.role for stage in form.view().sign_off]
['ผู้รับผิดชอบการให้ข้อมูล', 'ผู้อนุมัติรับรอง', 'ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  a field has this name
from typing import Any, ClassVar, Literal, Self

from pydantic import Field

from ita_docs.findings import Finding
from ita_docs.records import DateField, SignOff, Text, TextOrList
from ita_docs.reports.paper import Companion, Texts
from ita_docs.reports.report import Report, finding
from ita_docs.reports.view import AgencyView, Points, StageView, View, agency_view, numbered, sign_off_view

ROLES = ("ผู้รับผิดชอบการให้ข้อมูล", "ผู้อนุมัติรับรอง", "ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่")


@dataclass(frozen=True, slots=True)
class PublicationFormView(View):
    """What the template of a publication form sees."""

    title: str
    agency: AgencyView
    fiscal_year: int
    unit: str
    date: Date | None
    subject: str
    summary: Points
    links: tuple[str, ...]
    remark: Points
    sign_off: tuple[StageView, ...]
    extra: Mapping[str, object]


class PublicationForm(Companion):
    """แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน."""

    title_th: ClassVar[str] = "แบบฟอร์มการขอเผยแพร่ข้อมูลผ่านเว็บไซต์ของหน่วยงาน"

    kind: Literal["publication-form"] = Field(default="publication-form", description="ชนิดของเอกสาร")
    unit: Text | None = Field(default=None, description="ส่วนราชการที่ขอเผยแพร่ (ชื่อหน่วยงานพิมพ์ต่อท้ายให้)")
    date: DateField | None = Field(default=None, description="วันที่ขอเผยแพร่ ไม่ระบุ = ช่องเลือกวันที่ใน Word")
    subject: Text = Field(description="หัวข้อหรือชื่อเรื่องที่ขอเผยแพร่")
    summary: TextOrList | None = Field(default=None, description="รายละเอียดข้อมูลโดยสรุป")
    links: Texts = Field(default=(), description="ลิงก์ของข้อมูลที่ขอเผยแพร่ ข้อความเดียวหรือรายการ")
    remark: TextOrList | None = Field(default=None, description="หมายเหตุ")
    sign_off: SignOff | None = Field(
        default=None, description="การลงนาม ไม่เกิน 3 ลำดับ (ไม่ระบุ = ผู้ให้ข้อมูล ผู้อนุมัติ และผู้นำข้อมูลขึ้นเผยแพร่)"
    )

    @classmethod
    def for_report(cls, report: Report, **given: Any) -> Self:
        """The form that asks for a report to be published; what is given stands in place of the draft.

        Where it can be read is not guessed: without `links` the form has dotted lines for them.
        """
        from ita_docs.reports.draft import form_draft  # noqa: PLC0415  it knows every kind of report

        return cls.model_validate({**form_draft(report), **given}, context={"folder": report.folder})

    def view(self) -> PublicationFormView:
        """The fields, and the three signatures where none are stated."""
        blank = (StageView(role, None, None, None, None) for role in ROLES)
        return PublicationFormView(
            title=f"{self.title_th} เรื่อง {self.subject}",
            agency=agency_view(self.agency),
            fiscal_year=self.fiscal_year.year,
            unit=self.unit_line(self.unit),
            date=self.date,
            subject=self.subject,
            summary=numbered(self.summary),
            links=self.links,
            remark=numbered(self.remark),
            sign_off=tuple(blank) if self.sign_off is None else sign_off_view(self.sign_off),
            extra=self.extra,
        )

    def _findings(self) -> Iterator[Finding]:
        if not self.summary:
            yield finding("publication.no-summary", "summary", "advice")
        for number, link in enumerate(self.links):
            if any(letter.isspace() for letter in link) or "." not in link:
                yield finding("publication.no-link", f"links[{number}]", "warning", found=link)
