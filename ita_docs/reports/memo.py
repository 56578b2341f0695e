"""The memo (บันทึกข้อความ) that lays a report before the chief executive, who decides on it and lets it be published.

Source: form 29 of ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖; its text in the order that offices use: background,
facts, law, proposal, closing.  Limits: what is not known is a dotted line to write on; the signatures that are not
stated follow from who is addressed and through whom; the Garuda is the user's own picture, the package has none.

>>> memo = Memo(fiscal_year=2566, agency={"kind": "อบต.", "name": "หินตั้ง"}, subject="ขออนุมัติแผน")
>>> memo.view().addressee
'นายกองค์การบริหารส่วนตำบลหินตั้ง'
>>> [stage.role for stage in memo.view().sign_off]
['ผู้รายงาน', 'คำสั่งของนายกองค์การบริหารส่วนตำบลหินตั้ง']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  a field has this name
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import ConfigDict, Field, PlainValidator, WithJsonSchema, model_validator

from ita_docs.errors import Fault, ParseError, Place
from ita_docs.findings import Finding
from ita_docs.records import DateField, Flag, Record, SignOff, Stage, Text, TextOrList
from ita_docs.records.agency import read_logo
from ita_docs.reports.paper import Companion, Texts
from ita_docs.reports.report import Report, finding
from ita_docs.reports.view import AgencyView, Picture, Points, StageView, View, agency_view, numbered, sign_off_view

#: The height of the Garuda of a memo, in millimetres.
GARUDA = 15.0
CLOSING = "จึงเรียนมาเพื่อโปรดพิจารณา"
#: The parts of the text in their order, by field; what is unknown of a needed one is a dotted line.
SECTIONS = {"background": "เรื่องเดิม", "facts": "ข้อเท็จจริง", "law": "ข้อกฎหมาย/ระเบียบ", "proposal": "ข้อเสนอ"}
_NEEDED = frozenset({"background", "facts", "proposal"})


class Decision(Record):
    """What was decided; the boxes of what is not said stay open."""

    model_config = ConfigDict(title="คำสั่ง")

    acknowledged: Flag = Field(default=False, description="true = ทราบ")
    approved: Flag = Field(default=False, description="true = อนุมัติ")
    permitted: Flag = Field(default=False, description="true = อนุญาตให้เผยแพร่")
    not_approved: Flag = Field(default=False, description="true = ไม่อนุมัติ")
    not_permitted: Flag = Field(default=False, description="true = ไม่อนุญาตให้เผยแพร่")
    reason: Text | None = Field(default=None, description="เหตุผลที่ไม่อนุมัติหรือไม่อนุญาต")

    @model_validator(mode="after")
    def _one_of_two(self) -> Self:
        both = [name for name in ("approved", "permitted") if getattr(self, name) and getattr(self, f"not_{name}")]
        if both:
            raise ParseError(Fault("memo.both-decided", Place(field=name), {"found": f"not_{name}"}) for name in both)
        return self


class Chain(SignOff):
    """The signatures of a memo: who reports, through whom it goes, who decides."""

    stages: tuple[Stage, ...] = Field(
        default=(), max_length=5, description="ลำดับการลงนาม ไม่เกิน 5 ลำดับ คนสุดท้ายเป็นผู้สั่งการ"
    )


@dataclass(frozen=True, slots=True)
class MemoSection(View):
    """One part of the text; without points a dotted line stands in their place."""

    heading: str
    points: Points
    last: bool


@dataclass(frozen=True, slots=True)
class DecisionView(View):
    """The boxes of the decision, and the reason where something is refused."""

    acknowledged: bool
    approved: bool
    permitted: bool
    not_approved: bool
    not_permitted: bool
    reason: str | None


@dataclass(frozen=True, slots=True)
class MemoView(View):
    """What the template of a memo sees; `sender` and `addressee` are whole lines."""

    title: str
    agency: AgencyView
    fiscal_year: int
    garuda: Picture | None
    sender: str
    number: str | None
    date: Date | None
    subject: str
    addressee: str
    sections: tuple[MemoSection, ...]
    closing: str
    decision: DecisionView
    sign_off: tuple[StageView, ...]
    extra: Mapping[str, object]


class Memo(Companion):
    """บันทึกข้อความ."""

    title_th: ClassVar[str] = "บันทึกข้อความ"

    kind: Literal["memo"] = Field(default="memo", description="ชนิดของเอกสาร")
    unit: Text | None = Field(default=None, description="ส่วนราชการเจ้าของเรื่อง เช่น สำนักปลัด (ชื่อหน่วยงานพิมพ์ต่อท้ายให้)")
    phone: Text | None = Field(default=None, description="โทรศัพท์ของส่วนราชการเจ้าของเรื่อง")
    number: Text | None = Field(default=None, description="เลขที่หนังสือ (ที่) ไม่ระบุ = เว้นเส้นประ")
    date: DateField | None = Field(default=None, description="วันที่ของบันทึก ไม่ระบุ = ช่องเลือกวันที่ใน Word")
    subject: Text = Field(description="เรื่อง")
    to: Text | None = Field(default=None, description="เรียน (ไม่ระบุ = ผู้บริหารของหน่วยงาน)")
    through: Texts = Field(default=(), max_length=3, description="ผ่าน (ไม่เกิน 3 ตำแหน่ง ตามลำดับที่เรื่องผ่าน)")
    background: TextOrList | None = Field(default=None, description="เรื่องเดิม")
    facts: TextOrList | None = Field(default=None, description="ข้อเท็จจริง")
    law: TextOrList | None = Field(default=None, description="ข้อกฎหมายหรือระเบียบ (ไม่ระบุ = ไม่พิมพ์หัวข้อนี้)")
    proposal: TextOrList | None = Field(default=None, description="ข้อเสนอ")
    closing: Text = Field(default=CLOSING, description="คำลงท้าย")
    decision: Decision = Field(default=Decision(), description="คำสั่งของผู้บริหาร (ไม่ระบุ = ช่องว่างทุกช่อง)")
    sign_off: Chain | None = Field(
        default=None, description="ลำดับการลงนาม ไม่เกิน 5 ลำดับ (ไม่ระบุ = ผู้รายงาน ผู้ที่เรื่องผ่าน และผู้ที่เรียนถึง)"
    )
    garuda: Annotated[Path, PlainValidator(read_logo), WithJsonSchema({"type": "string"})] | None = Field(
        default=None, description="ไฟล์ภาพครุฑของหน่วยงาน PNG หรือ JPEG (ไม่ระบุ = เว้นที่ว่างสูง 1.5 ซม.)"
    )

    @classmethod
    def for_report(cls, report: Report, **given: Any) -> Self:
        """The memo that lays a report before the chief executive; what is given stands in place of the draft.

        Nothing is guessed: a figure that the report does not state is a dotted line.
        """
        from ita_docs.reports.draft import memo_draft  # noqa: PLC0415  it knows every kind of report

        return cls.model_validate({**memo_draft(report), **given}, context={"folder": report.folder})

    @property
    def pictures(self) -> tuple[Path, ...]:
        """The Garuda too."""
        return (*super().pictures, *((self.garuda,) if self.garuda else ()))

    def view(self) -> MemoView:
        """The head, the parts of the text, the signatures."""
        sections = [(name, numbered(getattr(self, name))) for name in SECTIONS]
        printed = [(name, points) for name, points in sections if points or name in _NEEDED]
        last = printed[-1][0]
        return MemoView(
            title=f"{self.title_th} เรื่อง {self.subject}",
            agency=agency_view(self.agency),
            fiscal_year=self.fiscal_year.year,
            garuda=Picture(self.garuda, GARUDA) if self.garuda else None,
            sender=" ".join((self.unit_line(self.unit), *((f"โทร. {self.phone}",) if self.phone else ()))),
            number=self.number,
            date=self.date,
            subject=self.subject,
            addressee=self._addressee(),
            sections=tuple(MemoSection(SECTIONS[name], points, name == last) for name, points in printed),
            closing=self.closing,
            decision=DecisionView(**self.decision.model_dump()),
            sign_off=self._stages(),
            extra=self.extra,
        )

    @property
    def _to(self) -> str:
        return self.to or self.agency.executive_title

    def _addressee(self) -> str:
        if not self.through:
            return self._to
        *before, last = self.through
        way = " ".join((*before, f"และ{last}")) if before else last
        return f"{self._to} (ผ่าน {way})"

    def _stages(self) -> tuple[StageView, ...]:
        """The signatures as stated, else those of everyone whom the memo names; who they are is left open."""
        if self.sign_off is not None:
            return sign_off_view(self.sign_off)
        opinions = (_blank(f"ความเห็นของ{position}", position) for position in self.through)
        return (_blank("ผู้รายงาน"), *opinions, _blank(f"คำสั่งของ{self._to}", self._to))

    def _findings(self) -> Iterator[Finding]:
        for name in sorted(_NEEDED):
            if not getattr(self, name):
                yield finding("memo.blank-part", name, "advice", found=SECTIONS[name])
        refused = self.decision.not_approved or self.decision.not_permitted
        if refused and self.decision.reason is None:
            yield finding("memo.no-reason", "decision", "warning")
        if self.decision.reason is not None and not refused:
            yield finding("memo.reason-alone", "decision.reason", "warning", found=self.decision.reason)


def _blank(role: str, position: str | None = None) -> StageView:
    return StageView(role, None, position, None, None)
