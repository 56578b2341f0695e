"""The paragraph "Numerals" of the design, as a table, and what untrusted text must not do."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.errors import ParseError
from ita_docs.thai import localize_digits, to_arabic_digits, to_thai_digits

RULE = {
    # numbers, alone and beside other tokens
    "25๖๒": "๒๕๖๒",
    "IIT 30 %": "IIT ๓๐ %",
    "ISO 9001": "ISO ๙๐๐๑",
    "ปี2566ถึง2570": "ปี๒๕๖๖ถึง๒๕๗๐",
    "1,234.50 บาท": "๑,๒๓๔.๕๐ บาท",
    "(1/10/2565)": "(๑/๑๐/๒๕๖๕)",
    "IIT\u00a030\t%\n4": "IIT\u00a0๓๐\t%\n๔",
    "ข้อ o 14": "ข้อ o ๑๔",
    "IIT–30": "IIT–๓๐",
    # item codes and ranges, with the sentence's punctuation
    "o14": "o๑๔",
    "O8-O9": "O๘-O๙",
    "O8–O9": "O๘–O๙",
    "i4-i6": "i๔-i๖",
    "i4-6": "i๔-๖",
    "ข้อo14ครับ": "ข้อo๑๔ครับ",
    "o14,": "o๑๔,",
    "(e1-e5)": "(e๑-e๕)",
    "O1,O2": "O๑,O๒",
    '"o14".': '"o๑๔".',
    "O1-O10/O12": "O๑-O๑๐/O๑๒",
    "O๑-10": "O๑-๑๐",
    # tokens with a Latin letter
    "e-PlanNACC": "e-PlanNACC",
    "COVID-19": "COVID-19",
    "PM2.5": "PM2.5",
    "A4": "A4",
    "o140": "o140",
    "o14a": "o14a",
    "io14": "io14",
    "4G/5G": "4G/5G",
    "IIT,30": "IIT,30",
    # addresses
    "http://a.go.th/2566": "http://a.go.th/2566",
    "เว็บwww.a.go.th/2566 ปี 2566": "เว็บwww.a.go.th/2566 ปี ๒๕๖๖",
    "hintang.go.th/news/12?id=3": "hintang.go.th/news/12?id=3",
    "http://a.go.th/ข่าว/2566/12 หน้า 3": "http://a.go.th/ข่าว/2566/12 หน้า ๓",
    "www.a.go.th/ข่าว2566": "www.a.go.th/ข่าว2566",
    "www.a.go.th/12หน้า3": "www.a.go.th/12หน้า๓",
    "(www.a.go.th/1)และ 2": "(www.a.go.th/1)และ ๒",
    "a1@b.go.th": "a1@b.go.th",
    "and/ข้อ2": "and/ข้อ๒",
    "": "",
    "ไม่มีตัวเลข": "ไม่มีตัวเลข",
}


@pytest.mark.parametrize("text", RULE)
def test_thai_numerals_follow_the_rule(text: str) -> None:
    assert localize_digits(text, "thai") == RULE[text]


@pytest.mark.parametrize("text", RULE)
def test_arabic_numerals_follow_the_same_rule(text: str) -> None:
    assert localize_digits(RULE[text], "arabic") == to_arabic_digits(RULE[text])


@pytest.mark.parametrize("text", ["www.a.go.th/๒๕๖๖", "COVID-๑๙", "a๑@b.go.th"])
def test_arabic_numerals_leave_latin_tokens_as_typed(text: str) -> None:
    assert localize_digits(text, "arabic") == text


def test_no_numerals_leave_the_text_as_typed() -> None:
    assert localize_digits("25๖๒ 30", None) == "25๖๒ 30"


def test_unknown_numerals_are_refused_and_the_known_ones_named() -> None:
    with pytest.raises(ParseError, match="thai, arabic"):
        localize_digits("1", "roman")  # type: ignore[arg-type]


@given(st.text())
def test_only_digits_ever_change(text: str) -> None:
    for numerals in ("thai", "arabic"):
        assert to_arabic_digits(localize_digits(text, numerals)) == to_arabic_digits(text)


@given(st.text())
def test_digits_go_there_and_back(text: str) -> None:
    assert to_arabic_digits(to_thai_digits(text)) == to_arabic_digits(text)


@pytest.mark.parametrize(
    "unit", ["o1-", "o1,(", "www.", "http://", "a.go.th/ก", "1", "((((1", "o1 ", "a@1", "o1" + "-" * 50, "ก1a"]
)
def test_long_text_takes_linear_time(unit: str) -> None:
    text = (unit * (400_000 // len(unit))) + "x1"
    begun = time.process_time()
    localize_digits(text, "thai")
    assert time.process_time() - begun < 3
