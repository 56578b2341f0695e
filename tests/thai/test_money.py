"""Sums of money in words, checked by reading the words back."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.errors import ParseError
from ita_docs.thai import baht_text, format_money

DIGITS = {
    "ศูนย์": 0, "หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4,
    "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9,
}  # fmt: skip
UNITS = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000}
WORD = re.compile("|".join([*DIGITS, *UNITS, "ล้าน"]))


def value(words: str) -> int:
    """The number that words say: digits times units, all before ล้าน times a million."""
    total, digit = 0, 0
    above = 0
    for word in WORD.findall(words):
        if word in DIGITS:
            digit = DIGITS[word]
        elif word in UNITS:
            total, digit = total + (digit or 1) * UNITS[word], 0
        else:
            above, total, digit = (above + total + digit) * 1_000_000, 0, 0
    return above + total + digit


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "ศูนย์บาทถ้วน"),
        ("0.004", "ศูนย์บาทถ้วน"),
        ("-0.001", "ศูนย์บาทถ้วน"),
        ("-0", "ศูนย์บาทถ้วน"),
        ("0.005", "หนึ่งสตางค์"),
        ("0.50", "ห้าสิบสตางค์"),
        ("-0.5", "ลบห้าสิบสตางค์"),
        ("1.005", "หนึ่งบาทหนึ่งสตางค์"),
        ("1.25", "หนึ่งบาทยี่สิบห้าสตางค์"),
        ("2.115", "สองบาทสิบสองสตางค์"),
        ("0.995", "หนึ่งบาทถ้วน"),
        ("11", "สิบเอ็ดบาทถ้วน"),
        ("21.11", "ยี่สิบเอ็ดบาทสิบเอ็ดสตางค์"),
        ("101", "หนึ่งร้อยเอ็ดบาทถ้วน"),
        ("1000001", "หนึ่งล้านเอ็ดบาทถ้วน"),
        ("11000000", "สิบเอ็ดล้านบาทถ้วน"),
        ("1000000000000", "หนึ่งล้านล้านบาทถ้วน"),
        ("1000001000000", "หนึ่งล้านเอ็ดล้านบาทถ้วน"),
        ("1E+6", "หนึ่งล้านบาทถ้วน"),
        ("12345678901.89", "หนึ่งหมื่นสองพันสามร้อยสี่สิบห้าล้านหกแสนเจ็ดหมื่นแปดพันเก้าร้อยเอ็ดบาทแปดสิบเก้าสตางค์"),
    ],
)  # fmt: skip
def test_amounts(amount: str, words: str) -> None:
    assert baht_text(Decimal(amount)) == words


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40))
def test_words_say_the_amount_to_the_satang(amount: Decimal) -> None:
    exact = amount.quantize(Decimal("0.01"), context=Context(prec=100, rounding=ROUND_HALF_UP))
    words = baht_text(amount)
    assert words.startswith("ลบ") == (exact < 0)
    baht, _, rest = words.removeprefix("ลบ").rpartition("บาท")
    satang = value(rest.removesuffix("สตางค์")) if rest != "ถ้วน" else 0
    assert value(baht) * 100 + satang == int(f"{exact.copy_abs():f}".replace(".", ""))


@given(st.integers(-(10**30), 10**30))
def test_whole_amounts(amount: int) -> None:
    words = baht_text(amount)
    assert words.endswith("บาทถ้วน")
    assert value(words) == abs(amount)


def test_the_longest_amount() -> None:
    assert value(baht_text(10**9999 + 1)) % 10**100 == 1
    assert format_money(Decimal("9" * 200 + ".995")).replace(",", "") == f"1{'0' * 200}.00"


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+999999999", "1E+10000"])
def test_what_has_no_words_is_refused(amount: str) -> None:
    for function in (baht_text, format_money):
        with pytest.raises(ParseError):
            function(Decimal(amount))


@pytest.mark.parametrize("amount", [1.5, True, "1", None])
def test_only_exact_numbers_are_amounts(amount: object) -> None:
    for function in (baht_text, format_money):
        with pytest.raises(TypeError):
            function(amount)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "figures"),
    [
        ("0", "0.00"),
        ("-0.001", "0.00"),
        ("1234.5", "1,234.50"),
        ("0.125", "0.13"),
        ("-1234567.885", "-1,234,567.89"),
        ("1E+6", "1,000,000.00"),
    ],
)
def test_figures(amount: str, figures: str) -> None:
    assert format_money(Decimal(amount)) == figures
