"""The filters that a template may use, beside Jinja's own text filters."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ita_docs.engine import Template
from ita_docs.engine.filters import PUBLIC
from ita_docs.errors import TemplateError
from ita_docs.thai import Period
from tests.engine.documents import docx, save, texts

DAY = date(2022, 10, 1)
TESTED: set[str] = set()
CASES: list[tuple[str, Any, str]] = [
    ("date", DAY, "1 ตุลาคม 2565"),
    ('date("short")', DAY, "1 ต.ค. 65"),
    ('date("numeric")', DAY, "1/10/2565"),
    ("date(era=true)", DAY, "1 ตุลาคม พ.ศ. 2565"),
    ("date", None, ""),
    ("period", Period(DAY, date(2023, 3, 31)), "1 ตุลาคม 2565 – 31 มีนาคม 2566"),
    ('period("months")', Period(DAY, date(2023, 3, 31)), "ต.ค.65 - มี.ค.66"),
    ("period", None, ""),
    ("score(2)", Decimal("85.005"), "85.01"),
    ("score(2)", 2.675, "2.68"),
    ("score", Decimal("85.50"), "85.5"),
    ("score", Decimal(100), "100"),
    ("score(0)", Decimal("0.5"), "1"),
    ("score", None, ""),
    ("money", Decimal("1234567.5"), "1,234,567.50"),
    ("money", "ไม่ใช้งบประมาณ", "ไม่ใช้งบประมาณ"),
    ("money", None, ""),
    ("baht_text", Decimal("21.50"), "ยี่สิบเอ็ดบาทห้าสิบสตางค์"),
    ("baht_text", None, ""),
    ("e", "R&D", "R&D"),
    ("escape|upper", "r&d", "R&D"),
    ("upper", "r&d <x>", "R&D <X>"),
    ("replace('a', '<')", "aba", "<b<"),
    ("join('&')", ["a", "<b>"], "a&<b>"),
    ("default('x', true)", "", "x"),
    ("length", [1, 2], "2"),
]


@pytest.mark.parametrize(("text", "value", "shown"), CASES)
def test_prints(tmp_path: Path, text: str, value: Any, shown: str) -> None:
    template = Template(save(tmp_path, docx(f"{{{{ a|{text} }}}}")))
    assert texts(template.render({"a": value})) == [shown]


def test_every_filter_of_ours_is_tested() -> None:
    assert set(PUBLIC) <= {text.partition("(")[0] for text, _, _ in CASES}


@pytest.mark.parametrize("text", ["date('shrot')", "date", "money", "baht_text", "period", "score"])
def test_what_a_filter_can_not_print(tmp_path: Path, text: str) -> None:
    with pytest.raises(TemplateError) as error:
        Template(save(tmp_path, docx(f"{{{{ a|{text} }}}}"))).render({"a": [DAY]})
    (fault,) = error.value.faults
    assert (fault.code, fault.place.tag) == ("template.runtime", f"{{{{ a|{text} }}}}")
