"""The least that each standard template can be given, at the edges of its data: what a view of its kind would hold."""

from typing import Any

from ita_docs.reports.view import Chart

AGENCY = {
    "full_name": "องค์การบริหารส่วนตำบลทดสอบ",
    "short_name": "อบต.ทดสอบ",
    "locality": "อำเภอเมือง จังหวัดทดสอบ",
    "website": None,
    "logo": None,
}
POINTS = [
    {"level": 0, "number": "1.", "text": "ขั้นแรก"},
    {"level": 1, "number": "1.1", "text": "ขั้นย่อย"},
    {"level": 0, "number": "", "text": "ข้อความ"},
]
STAGE = {"role": "ผู้รายงาน", "name": None, "position": "ปลัด", "opinion": None, "date": None}


ANALYSIS: dict[str, Any] = {
    "total": None,
    "level": None,
    "graded": False,
    "chart_kind": "",
    "indicators": Chart((), ()),
    "scores": [],
    "by_issue": True,
    "issues": [
        {
            "heading": "ประเด็นที่ 1",
            "rows": [],
            "deficient": [],
            "to_develop": [],
            "maintain": [],
            "whole_table": True,
            "whole": True,
        }
    ],
}


NOTHING: dict[str, Any] = {"lead": None, "blocks": []}
INTEGRITY: dict[str, Any] = {
    **dict.fromkeys(("unit", "principles", "levels", "scores", "notes"), ()),
    **dict.fromkeys(("total", "level", "own_principles", "chart_kind", "full_marks")),
    "indicators": Chart((), ()),
    "instruments": [
        {"number": 1, "name": "IIT", "rows": [], **dict.fromkeys(("suggestions", "weaknesses", "to_maintain"), NOTHING)}
    ],
}


def implementation(cells: dict[str, Any]) -> dict[str, Any]:
    texts = {"weakness": cells["steps"], "outcomes": cells["steps"], "guidelines": cells["steps"]}
    progress = {"done": True, "not_done": False, "other": False, "other_status": "", "reason": [], "notes": []}
    row = {**cells, **texts, "progress": progress, "components": cells["steps"], "code": "O1", "name": "ชื่อ"}
    return {
        "total": None,
        "level": None,
        "graded": False,
        "measures": [{**row, "number": "1"}],
        "instruments": [{"id": "IIT", "name": "แบบวัด", "rows": [{**row, "heading": "ตัวชี้วัด"}]}],
        "groups": [{"heading": "9.1", "group": None, "rows": [row, row]}],
    }


def data(name: str, points: list[dict[str, Any]], stages: list[dict[str, Any]]) -> dict[str, Any]:
    shared = {"title": "ชื่อเรื่อง", "agency": AGENCY, "fiscal_year": 2566, "results_year": 2565, "sign_off": stages}
    cells = dict.fromkeys(
        (
            "heading",
            "title",
            "measures",
            "steps",
            "follow_up",
            "responsible",
            "period",
            "results",
            "suggestions",
            "remark",
        ),
        points,
    )
    keys = dict.fromkeys(
        (
            "instrument_key",
            "target_key",
            "issue_key",
            "measure_key",
            "responsible_key",
            "period_key",
            "follow_up_key",
            "remark_key",
        ),
        1,
    )
    row = {**cells, **keys, "instrument": "IIT", "target": "1.การปฏิบัติหน้าที่ i1-i6", "issue": "1. ชื่อ", "number": "1."}
    own: dict[str, dict[str, Any]] = {
        "assessment-analysis.docx": {"measures": [{**row, "whole": False}] * 2, **ANALYSIS},
        "improvement-plan.docx": {"rows": [row, row]},
        "implementation-report.docx": {"measures": [row, row], **implementation(cells)},
        "integrity-measures.docx": {"measures": [{**row, "kept": False}] * 2, **INTEGRITY},
        "progress-report.docx": {
            "measures": [row, row],
            "round_name": "6 เดือนแรก",
            "period": "1 ตุลาคม 2565 – 31 มีนาคม 2566",
        },
    }
    return {**shared, **own[name]}
