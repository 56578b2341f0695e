"""Each refusal of the Thai helpers has a code of its own, with what was found."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ita_docs.errors import ParseError
from ita_docs.thai import FiscalYear, Period, baht_text, format_date, localize_digits

DAY = date(2022, 10, 1)
ANY: Any = "roman"


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("thai.numerals", lambda: localize_digits("1", ANY)),
        ("thai.date-style", lambda: format_date(DAY, ANY)),
        ("thai.date-style-era", lambda: format_date(DAY, "numeric", era=True)),
        ("thai.quarter", lambda: FiscalYear(2566).quarter(5)),
        ("thai.half", lambda: FiscalYear(2566).half(0)),
        ("thai.period-style", lambda: Period(DAY, DAY).format(ANY)),
        ("thai.period-out-of-range", lambda: Period(date(2566, 1, 1), date(2566, 2, 1))),
        ("thai.amount", lambda: baht_text(Decimal("NaN"))),
        ("thai.amount-too-long", lambda: baht_text(Decimal("1E+999999"))),
    ],
)
def test_a_refusal_has_its_code(code: str, call: Callable[[], object]) -> None:
    with pytest.raises(ParseError) as caught:
        call()
    assert [fault.code for fault in caught.value.faults] == [code]
