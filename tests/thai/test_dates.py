"""Dates as people type them, and as official papers print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.errors import ParseError
from ita_docs.thai import DATE_STYLES, NUMERALS, format_date, parse_date

FIRST = date(2022, 10, 1)
MARCH = date(2020, 3, 12)

READ = {
    "๑ ตุลาคม ๒๕๖๕": FIRST,
    "1 ตุลาคม 2565": FIRST,
    "๑ ตุลาคม 25๖๕": FIRST,
    "01 ตุลาคม 2565": FIRST,
    "1\u00a0ตุลาคม   2565\u200b": FIRST,
    " 1\tตุลาคม\n2565 ": FIRST,
    "๑ตุลาคม๒๕๖๕": FIRST,
    "1ต.ค.65": FIRST,
    "๑ ต.ค. ๖๕": FIRST,
    "1 ต. ค. 65": FIRST,
    "1 ต.ค 65": FIRST,
    "1 ตค. 65": FIRST,
    "1 ตค 2565": FIRST,
    "๙ธ.ค.๖๕": date(2022, 12, 9),
    "12 มีค. 63": MARCH,
    "12/03/2563": MARCH,
    "12/3/63": MARCH,
    "12-3-2563": MARCH,
    "12.3.2563": MARCH,
    "๑๒ / ๐๓ / ๒๕๖๓": MARCH,
    "วันที่ 1 ตุลาคม 2565": FIRST,
    "วันที่๑ เดือนตุลาคม พ.ศ.๒๕๖๕": FIRST,
    "เมื่อวันที่ ๑ เดือน ตุลาคม พ.ศ. ๒๕๖๕": FIRST,
    "ลงวันที่ 1 ต.ค. พศ. 2565": FIRST,
    "ประกาศ ณ วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๕": FIRST,
    "สั่ง ณ วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๕": FIRST,
    "ให้ไว้ ณ วันที่ ๑ ตุลาคม พ.ศ. ๒๕๖๕": FIRST,
    "ข้อมูล ณ วันที่ 1 ตุลาคม 2565": FIRST,
    "ลว. ๑ ต.ค. ๖๕": FIRST,
    "ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๕": FIRST,
    "ภายในวันที่ 1 ต.ค. 2565": FIRST,
    "วันที่ : ๑ ตุลาคม ๒๕๖๕": FIRST,
    "12-มี.ค.-63": MARCH,
    "ลว ๑ ต.ค. ๖๕": FIRST,
    "วันพฤหัสบดีที่ ๑๒ มีนาคม พุทธศักราช ๒๕๖๓": MARCH,
    "เมื่อวันพฤหัสบดีที่ 12 มีนาคม 2563": MARCH,
    "ที่ 12 มีนาคม 2563": MARCH,
    "1 ตุลาคม ค.ศ. 2022": FIRST,
    "1 ตุลาคม คศ. 2022": FIRST,
    "2022-10-01": FIRST,
    "29 ก.พ. 2567": date(2024, 2, 29),
    "1 ม.ค. 00": date(1957, 1, 1),
    "31 ธ.ค. 99": date(2056, 12, 31),
    "1 ม.ค. 2400": date(1857, 1, 1),
    "31 ธ.ค. 2699": date(2156, 12, 31),
}

REFUSED = {
    "31 เม.ย. 2566": "thai.date-no-such-day",
    "29 ก.พ. 2566": "thai.date-no-such-day",
    "0 ต.ค. 2565": "thai.date-no-such-day",
    "1/13/2565": "thai.date-no-such-day",
    "8 พฤศจิกายน 3105": "thai.date-year",
    "1 ตุลาคม 2022": "thai.date-year",
    "1 ตุลาคม ค.ศ. 2565": "thai.date-year",
    "1 ตุลาคม ค.ศ. 22": "thai.date-year",
    "1 ตุลาคม 2399": "thai.date-year",
    "1 ตุลาคม 265": "thai.date-year",
    "2566-03-31": "thai.date-year",
    "๒1 เดือน พฤศจิกายน พ.ศ. ๒๕6๒1": "thai.date",
    "ที่ ๑๕๐/๒๕๖๓": "thai.date",
    "1 ตุลาคม 2565 เวลา 9 น.": "thai.date",
    "1 ตุลาคน 2565": "thai.date",
    "1/10-2565": "thai.date",
    "ตุลาคม 2565": "thai.date",
    "สั่งวันที่ 1 ตุลาคม 2565": "thai.date",
    "1 ตุลาคม": "thai.date",
    "111 ตุลาคม 2565": "thai.date",
    "": "thai.date",
    "1" * 5000: "thai.date",
}


@pytest.mark.parametrize("text", READ)
def test_a_date_is_read_however_it_is_typed(text: str) -> None:
    assert parse_date(text) == READ[text]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_date_is_quoted_in_the_error(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        parse_date(text)
    fault = caught.value.faults[0]
    assert fault.code == REFUSED[text]
    assert fault.params["found"][:100] == text[:100]


@pytest.mark.parametrize("value", [date(2022, 10, 1), 2565, None, b"1/10/2565"])
def test_only_text_is_read(value: object) -> None:
    with pytest.raises(TypeError):
        parse_date(value)  # type: ignore[arg-type]


def test_styles() -> None:
    assert format_date(FIRST) == "๑ ตุลาคม ๒๕๖๕"
    assert format_date(FIRST, era=True) == "๑ ตุลาคม พ.ศ. ๒๕๖๕"
    assert format_date(FIRST, "short") == "๑ ต.ค. ๖๕"
    assert format_date(FIRST, "short", era=True) == "๑ ต.ค. พ.ศ. ๒๕๖๕"
    assert format_date(FIRST, "numeric") == "๑/๑๐/๒๕๖๕"
    assert format_date(FIRST, "long", "arabic") == "1 ตุลาคม 2565"
    assert format_date(date(1950, 5, 1), "short", "arabic") == "1 พ.ค. 2493"


def test_an_unknown_style_is_refused_and_the_known_ones_named() -> None:
    with pytest.raises(ValueError, match="long, short, numeric"):
        format_date(FIRST, "medium")
    with pytest.raises(ValueError, match="numerals"):
        format_date(FIRST, "long", "roman")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="numeric"):
        format_date(FIRST, "numeric", era=True)


@given(st.dates(date(1857, 1, 1), date(2156, 12, 31)), st.sampled_from(DATE_STYLES), st.sampled_from(NUMERALS))
def test_what_is_printed_is_read_back(day: date, style: str, numerals: str) -> None:
    assert parse_date(format_date(day, style, numerals)) == day  # type: ignore[arg-type]


@given(st.dates(date(1857, 1, 1), date(2156, 12, 31)), st.sampled_from(["long", "short"]))
def test_what_is_printed_with_the_era_is_read_back(day: date, style: str) -> None:
    assert parse_date(format_date(day, style, era=True)) == day
