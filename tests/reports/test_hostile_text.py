"""Text that looks like markup or like tags appears in the document exactly as typed, the script of digits aside."""

import io
from typing import Any

import docx
import pytest
from docx.document import Document

from ita_docs import ImprovementPlan, ProgressReport, render
from ita_docs.reports.integrity_measures import IntegrityMeasures
from ita_docs.thai import to_thai_digits

HOSTILE = "R&D <ลับ> \"x\" 'y' {{ 7*7 }} {% x %} {_{"
COMMON: dict[str, Any] = {
    "fiscal_year": 2566,
    "agency": {
        "kind": f"ชนิด {HOSTILE}",
        "name": f"ชื่อ {HOSTILE}",
        "full_name": f"เต็ม {HOSTILE}",
        "short_name": f"ย่อ {HOSTILE}",
        "executive_title": f"ผู้บริหาร {HOSTILE}",
        "district": f"แดน {HOSTILE}",
        "province": f"เขตใหญ่ {HOSTILE}",
        "website": f"เว็บ {HOSTILE}",
    },
    "sign_off": [
        {name: f"{name} {HOSTILE} {stage}" for name in ("role", "name", "position", "opinion")} for stage in "กขค"
    ],
}
STEPS = [
    f"ขั้นตอน {HOSTILE}",
    {
        "text": f"มีย่อย {HOSTILE}",
        "responsible": f"เจ้าของขั้น {HOSTILE}",
        "sub_steps": [f"ย่อย {HOSTILE}", {"text": f"ย่อยสอง {HOSTILE}", "responsible": [f"เจ้าของย่อย {HOSTILE}"]}],
    },
]
MEASURE: dict[str, Any] = {
    "title": f"ชื่อมาตรการ {HOSTILE}",
    "steps": STEPS,
    "responsible": [f"ก {HOSTILE}", f"ข {HOSTILE}"],
}
#: What neither layout prints of an agency.
UNPRINTED = {"ชนิด", "ชื่อ", "ผู้บริหาร"}


def typed(value: object) -> list[str]:
    """Every hostile text somewhere in the data."""
    if isinstance(value, str):
        return [value] if HOSTILE in value and value.split()[0] not in UNPRINTED else []
    if isinstance(value, dict):
        return [text for inner in value.values() for text in typed(inner)]
    return [text for inner in value for text in typed(inner)] if isinstance(value, list) else []


def printed(document: Document) -> str:
    """All text of the document's body and headers, in one line a paragraph."""
    parts = [document.element, *(section.header._element for section in document.sections)]  # noqa: SLF001
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter("{*}t")) for part in parts for paragraph in part.iter("{*}p")
    )


@pytest.mark.parametrize(
    ("kind", "measure", "absent"),
    [
        (
            ProgressReport,
            {**MEASURE, "results": [f"ผล {HOSTILE}"], "suggestions": f"ควร {HOSTILE}", "period": f"ช่วง {HOSTILE}"},
            set(),
        ),
        (
            ImprovementPlan,
            {**MEASURE, "targets": {"indicators": 2}, "remark": f"หมายเหตุ {HOSTILE}"},
            {"ย่อ", "แดน", "เขตใหญ่", "เว็บ"},
        ),
        (
            IntegrityMeasures,
            {**MEASURE, "follow_up": f"ติดตาม {HOSTILE}", "period": f"ช่วง {HOSTILE}"},
            {"แดน", "เขตใหญ่", "เว็บ"},
        ),
    ],
)
def test_hostile_text_in_every_field_is_printed_as_typed(kind: Any, measure: dict[str, Any], absent: set[str]) -> None:
    report = kind.model_validate({**COMMON, "measures": [measure]})
    document = docx.Document(io.BytesIO(render(report).document))
    text = printed(document)
    expected = [t for t in typed([{**COMMON}, measure]) if t.split()[0] not in absent]
    assert len(expected) > 15
    assert [t for t in expected if to_thai_digits(t) not in text] == []
    assert document.core_properties.title.count(to_thai_digits(HOSTILE)) == 1


@pytest.mark.parametrize("numerals", ["thai", "arabic"])
def test_the_script_of_digits_is_the_callers(numerals: Any) -> None:
    measure = {"title": "ปี 2566", "steps": ["ข้อ ๑๒ ของ o14 และ COVID-19", "ดู http://a.go.th/๑2"]}
    report = ProgressReport.model_validate({**COMMON, "agency": {"kind": "อบต.", "name": "ก"}, "measures": [measure]})
    text = printed(docx.Document(io.BytesIO(render(report, numerals=numerals).document)))
    thai, arabic = ("๑.ปี ๒๕๖๖", "ข้อ ๑๒ ของ o๑๔ และ COVID-19"), ("1.ปี 2566", "ข้อ 12 ของ o14 และ COVID-19")
    expected, other = (thai, arabic) if numerals == "thai" else (arabic, thai)
    assert all(part in text for part in expected)
    assert not any(part in text for part in other)
    assert "http://a.go.th/๑2" in text
