"""Which item of OIT a report is evidence for (ข้อที่ใช้เป็นหลักฐาน): found by its official name, never by its number.

Source: the registers of the years.  Measures (layouts 1, 3, 5) are O42 in 2565-2566, o34 in 2567 and, unverified, o27
in 2568; reports on the measures (layouts 2, 4) are O43, o35 and o28.  Limits: a year without a register, or whose
register has no item of that name, gives none; an agency's own register counts as the package's do.
"""

from __future__ import annotations

from ita_docs.assessment import Edition, Item
from ita_docs.reports.report import Report

_MEASURES = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
_RESULTS = (
    f"การดำเนินการตาม{_MEASURES}",
    "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
)
_ON_RESULTS = frozenset({"progress-report", "implementation-report"})


def evidence_item(report: Report, year: Edition) -> Item | None:
    """The item of a register that a kind of report is evidence for; None where it has none of that name."""
    wanted = _RESULTS if report.kind in _ON_RESULTS else (_MEASURES,)
    return next((item for item in year.items if any(name in wanted for name in (item.name_th, *item.aliases))), None)
