"""What every data file says (ข้อมูลของหน่วยงานหนึ่งปี): whose it is, of which year, what was done; the periods read in it.

Source: the fields that all layouts share.  Limits: a measure stays as it was typed, without what `defaults` states for
it; the registers come with the validation context (`{"editions": …}`), else they are the package's.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Self, TypeVar

from pydantic import AfterValidator, Field, PrivateAttr, ValidationInfo, model_validator
from pydantic_core import PydanticKnownError

from ita_docs.assessment import Editions
from ita_docs.records.agency import Agency
from ita_docs.records.assessment import Assessment
from ita_docs.records.base import FiscalYearField, Record, Text
from ita_docs.records.extra import Extra
from ita_docs.records.mappings import Frozen
from ita_docs.records.measure import Defaults, Measure, Step, SubStep
from ita_docs.records.sign_off import SignOff
from ita_docs.thai import FiscalYear, Numerals, Period

T = TypeVar("T", Measure, Step, SubStep, Defaults)


def _not_empty(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Pydantic's own bound counts the entries that are valid, so that one mistake in the only measure would be two."""
    if not measures:
        raise PydanticKnownError("too_short", {"field_type": "Tuple", "min_length": 1, "actual_length": 0})
    return measures


class YearFile(Record):
    """One agency and one fiscal year: how every data file begins, and what it is read with."""

    kind: str = Field(description="ชนิดของรายงาน")
    fiscal_year: FiscalYearField = Field(description="ปีงบประมาณที่ดำเนินมาตรการ เช่น 2566")
    agency: Agency = Field(description="หน่วยงานเจ้าของรายงาน")
    numerals: Numerals | None = Field(default=None, description="ตัวเลขในเอกสาร: thai หรือ arabic")
    template_set: Text | None = Field(default=None, description="ชุดแม่แบบที่ใช้: ชื่อหรือโฟลเดอร์ (ไม่ระบุ = ชุดมาตรฐาน)")
    extra: Extra = Frozen()

    #: The package's registers, or with an agency's own above them, as the validation context gives them.
    _editions: Editions = PrivateAttr(default_factory=Editions)

    #: Where the data file stands; what is looked for beside it is found there.
    _folder: Path | None = PrivateAttr(default=None)

    @property
    def folder(self) -> Path | None:
        """The folder of the data file; None for data from Python."""
        return self._folder

    @model_validator(mode="after")
    def _read_with(self, info: ValidationInfo) -> Self:
        """Keep the registers and the folder that the data is read with."""
        self._editions = editions_in(info.context)
        self._folder = (info.context or {}).get("folder")
        return self


class AgencyYear(YearFile):
    """The measures of a year and the results that they answer: what a report and a dossier have in common."""

    assessment: Assessment = Field(default=Assessment.empty(), description="ผลการประเมินที่นำมาวิเคราะห์")
    evidence_year: FiscalYearField | None = Field(
        default=None, description="ปีของการประเมินที่เอกสารนี้ใช้เป็นหลักฐาน (ถ้าไม่ระบุ ใช้ปีงบประมาณที่ดำเนินมาตรการ)"
    )
    defaults: Defaults = Field(default=Defaults.empty(), description="ค่าที่ใช้กับทุกมาตรการที่ไม่ได้ระบุเอง")
    measures: Annotated[tuple[Measure, ...], AfterValidator(_not_empty)] = Field(
        description="มาตรการ", json_schema_extra={"minItems": 1}
    )
    sign_off: SignOff | None = Field(default=None, description="การลงนามท้ายรายงาน ไม่เกิน 3 ลำดับ")

    @model_validator(mode="after")
    def _read_in_year(self) -> Self:
        """Read the periods of defaults and measures in this year."""
        object.__setattr__(self, "measures", tuple(in_year(measure, self.fiscal_year) for measure in self.measures))
        object.__setattr__(self, "defaults", in_year(self.defaults, self.fiscal_year))
        return self


def editions_in(context: Mapping[str, Any] | None) -> Editions:
    """The registers that a validation context gives; without any, the package's."""
    found = (context or {}).get("editions")
    return found if isinstance(found, Editions) else Editions()


def in_year(owned: T, year: FiscalYear) -> T:
    """The same with its periods, and those of its steps, read in a fiscal year."""
    changed: dict[str, object] = {}
    if isinstance(owned.period, Period) and (read := owned.period.within(year)) is not owned.period:
        changed["period"] = read
    for name in ("steps", "sub_steps"):
        children = getattr(owned, name, ())
        if children and (settled := tuple(in_year(child, year) for child in children)) != children:
            changed[name] = settled
    return owned.model_copy(update=changed) if changed else owned
