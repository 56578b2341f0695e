"""What a report says of itself, as the papers that travel with it begin (ร่างบันทึกข้อความและแบบขอเผยแพร่).

Source: the report alone: its year, its result, its measures and what is said of their progress.  Limits: nothing is
guessed: a figure that the report does not state is a row of dots, and whoever signs is left open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from decimal import Decimal
from typing import Any, NamedTuple

from ita_docs.assessment import computed, printed_level
from ita_docs.errors import ParseError
from ita_docs.records import Agency
from ita_docs.records.agency import KINDS
from ita_docs.records.progress import DONE, NOT_DONE
from ita_docs.reports.assessment_analysis import AssessmentAnalysis
from ita_docs.reports.implementation_report import ImplementationReport
from ita_docs.reports.progress_report import ProgressReport
from ita_docs.reports.progress_tables import ProgressCell
from ita_docs.reports.report import Report

#: What is not known, inside a sentence.
BLANK = "." * 16
_ASSESSMENT = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (Integrity and Transparency Assessment: ITA)"


class _Asked(NamedTuple):
    """How a paper is laid before who decides: the subject, its noun, and what is proposed of it."""

    subject: str
    noun: str
    proposal: str


_PLAN = _Asked("ขออนุมัติ{name} และขออนุญาตเผยแพร่", "เอกสารดังกล่าว", "เห็นควรอนุมัติมาตรการตามเอกสารดังกล่าว")
_REPORT = _Asked("{name} และขออนุญาตเผยแพร่", "รายงานดังกล่าว", "เห็นควรรับทราบและให้ความเห็นชอบรายงานดังกล่าว")
_ANALYSIS = _Asked(
    "รายงาน{name} และขออนุญาตเผยแพร่", "เอกสารดังกล่าว", "เห็นควรรับทราบผลการวิเคราะห์และอนุมัติมาตรการในเอกสารดังกล่าว"
)


def memo_draft(report: Report) -> dict[str, Any]:
    """The fields of the memo that lays a report before the chief executive."""
    agency, asked = report.agency, _asked(report)
    return {
        **_shared(report),
        "subject": asked.subject.format(name=_name(report)),
        "to": agency.executive_title,
        "through": _through(agency),
        "background": _background(report),
        "facts": list(_facts(report)),
        "proposal": [asked.proposal, f"เห็นควรอนุญาตให้เผยแพร่{asked.noun}ทางเว็บไซต์ของ {_website(report)}"],
        "sign_off": _signers(report),
    }


def form_draft(report: Report) -> dict[str, Any]:
    """The fields of the form that asks for a report to be published."""
    _, *facts = _facts(report)
    return {**_shared(report), "subject": _name(report), "summary": [_result_line(report), *facts]}


def _shared(report: Report) -> dict[str, Any]:
    """What both take from a report."""
    unit = getattr(report, "unit", None)
    return {
        "fiscal_year": report.fiscal_year,
        "agency": report.agency,
        "numerals": report.numerals,
        "unit": " ".join(unit) if isinstance(unit, tuple) else unit,
    }


def _name(report: Report) -> str:
    """The title of a report with its year and round."""
    year = report.results_year if isinstance(report, AssessmentAnalysis) else report.fiscal_year
    # The title of a plan ends in the middle of a sentence that its agency completes.
    whose = f"ของ {report.agency.short_name}" if report.kind == "improvement-plan" else ""
    name = f"{report.title_th}{whose} ประจำปีงบประมาณ พ.ศ. {year.year}"
    return f"{name} {_round(report)}" if isinstance(report, ProgressReport) else name


def _round(report: ProgressReport) -> str:
    return f"รอบ {report.view().round_name} ({report.period.format('long', 'arabic')})"


def _asked(report: Report) -> _Asked:
    if isinstance(report, AssessmentAnalysis):
        return _ANALYSIS
    return _REPORT if isinstance(report, ProgressReport | ImplementationReport) else _PLAN


def _website(report: Report) -> str:
    agency = report.agency
    return f"{agency.short_name} ({agency.website})" if agency.website else agency.short_name


def _background(report: Report) -> str:
    return (
        f"ตามที่ {report.agency.full_name} เข้ารับ{_ASSESSMENT} ประจำปีงบประมาณ พ.ศ. {report.results_year.year} "
        f"ได้{_score(report)} และได้นำผลการประเมินมาวิเคราะห์เพื่อกำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสแล้ว นั้น"
    )


def _result_line(report: Report) -> str:
    return f"ผลการประเมิน ITA ที่นำมาวิเคราะห์ ประจำปีงบประมาณ พ.ศ. {report.results_year.year} {_score(report)}"


def _score(report: Report) -> str:
    total, level = _result(report)
    return f"คะแนนรวม {BLANK if total is None else total} คะแนน อยู่ในระดับ {level or BLANK}"


def _result(report: Report) -> tuple[Decimal | None, str | None]:
    """The total and the level as stated or as the scores give them; a year without a register gives no more."""
    with suppress(ParseError):
        year = report.edition_of(report.results_year, "assessment.year")
        return computed(report.assessment, year).total.printed, printed_level(report.assessment, year)
    return report.assessment.total, report.assessment.level


def _facts(report: Report) -> Iterator[str]:
    yield f"{report.agency.short_name} ได้จัดทำ{_name(report)} ตามเอกสารที่แนบมาพร้อมนี้"
    noun = _asked(report).noun
    statuses = [measure.progress.status if measure.progress else None for measure in report.measures]
    if any(statuses) or isinstance(report, ProgressReport | ImplementationReport):
        yield f"{noun}ประกอบด้วยมาตรการ {_counted(statuses, 'มาตรการ')}"
    else:
        yield f"{noun}ประกอบด้วยมาตรการ จำนวน {len(statuses)} มาตรการ"
    if isinstance(report, ImplementationReport):
        view = report.view()
        surveys = [_status(row.progress) for table in view.instruments for row in table.rows]
        items = [_status(row.progress) for group in view.groups for row in group.rows]
        if surveys:
            yield f"การดำเนินการตามตัวชี้วัดของแบบวัด IIT และ EIT {_counted(surveys, 'ตัวชี้วัด')}"
        if items:
            yield f"การเปิดเผยข้อมูลตามแบบวัด OIT {_counted(items, 'ข้อ')}"


def _status(cell: ProgressCell) -> str:
    return cell.other_status or (DONE if cell.done else NOT_DONE)


def _counted(statuses: Iterable[str | None], unit: str) -> str:
    """How many there are, done, pending and of each other status; dots where nothing is said of any."""
    found = Counter(statuses)
    known = found.total() > found[None]
    parts = [
        f"จำนวน {found.total()} {unit}",
        *(
            f"{word} {found[status] if known else BLANK} {unit}"
            for word, status in (("ดำเนินการแล้ว", DONE), (NOT_DONE, NOT_DONE))
        ),
        *(f"{status} {count} {unit}" for status, count in found.items() if status not in {DONE, NOT_DONE, None}),
        *([f"ยังไม่ระบุสถานะ {found[None]} {unit}"] if known and found[None] else []),
    ]
    return " ".join(parts)


def _through(agency: Agency) -> list[str]:
    """The head of the staff, whose title follows from the kind of the agency; of another kind nobody knows."""
    return [f"ปลัด{agency.full_name}"] if agency.kind in KINDS else []


def _signers(report: Report) -> list[dict[str, str | None]] | None:
    """Who signs the report signs the memo, on another day and with an opinion of its own; one alone decides nothing.

    Where a role is the title of somebody whom the memo names, it is the position too.
    """
    stages = report.sign_off.stages if report.sign_off else ()
    if len(stages) < 2:  # noqa: PLR2004  who reports and who decides
        return None
    titles = {report.agency.executive_title, *_through(report.agency)}
    return [
        {
            "role": stage.role,
            "name": stage.name,
            "position": stage.position or (stage.role if stage.role in titles else None),
        }
        for stage in stages
    ]
