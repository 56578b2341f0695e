"""Sums of money in words and in figures (จำนวนเงินตัวอักษร), exact to the satang.

Source: the reading of numbers by the Royal Institute (เอ็ด after any higher digit, ล้าน repeated for millions of
millions); the words are PyThaiNLP's, the grouping is Babel's.  Halves of a satang are rounded up, away from zero.
Limits: Decimal and int only, of at most 10,000 digits; float can not hold satang and is refused.

>>> baht_text(Decimal("1234.50"))
'หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์'
>>> format_money(Decimal("1234.5"))
'1,234.50'
"""

from __future__ import annotations

import os
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cache

from ita_docs.errors import ParseError

MOST_DIGITS = 10_000
_SATANG = Decimal("0.01")
_ZERO = Decimal("0.00")
_CONTEXT = Context(prec=MOST_DIGITS + 10, rounding=ROUND_HALF_UP)
_MILLION_DIGITS = 6


def baht_text(amount: Decimal | int) -> str:
    """An amount in words.

    >>> baht_text(Decimal("0.50")), baht_text(21), baht_text(0)
    ('ห้าสิบสตางค์', 'ยี่สิบเอ็ดบาทถ้วน', 'ศูนย์บาทถ้วน')
    >>> baht_text(Decimal("-1000001.005"))
    'ลบหนึ่งล้านเอ็ดบาทหนึ่งสตางค์'
    """
    exact = _to_the_satang(amount)
    baht, satang = f"{exact.copy_abs():f}".split(".")
    words = _words(baht) + "บาท" if baht.strip("0") else ""
    if satang == "00":
        words = (words or "ศูนย์บาท") + "ถ้วน"
    else:
        words += _words(satang) + "สตางค์"
    return f"ลบ{words}" if exact < 0 else words


def format_money(amount: Decimal | int) -> str:
    """An amount in ASCII figures with grouping and two decimals.

    >>> format_money(Decimal("-1234567.885")), format_money(0)
    ('-1,234,567.89', '0.00')
    """
    return _grouped()(_to_the_satang(amount))


def _to_the_satang(amount: Decimal | int) -> Decimal:
    """The amount with two decimals, never a negative zero."""
    if isinstance(amount, bool) or not isinstance(amount, Decimal | int):
        msg = f"an amount of money is a Decimal or an int, not {type(amount).__name__}"
        raise TypeError(msg)
    exact = Decimal(amount)
    if not exact.is_finite():
        raise ParseError.of("thai.amount", found=amount)
    if exact and exact.adjusted() >= MOST_DIGITS:
        # The number itself would fill pages, or, as 1E+999999999, the memory.
        raise ParseError.of("thai.amount-too-long", found=f"{exact:.3E}", most=MOST_DIGITS)
    rounded = exact.quantize(_SATANG, context=_CONTEXT)
    return rounded or _ZERO


def _words(digits: str) -> str:
    """A number in words, millions at a time: what stands before ล้าน is read as a number by itself."""
    read = _reader()
    first = len(digits) % _MILLION_DIGITS
    ends = range(first or _MILLION_DIGITS, len(digits) + 1, _MILLION_DIGITS)
    words = ""
    for end in ends:
        number = int(digits[max(0, end - _MILLION_DIGITS) : end])
        words += "ล้าน" if words else ""
        if number:
            words += "เอ็ด" if number == 1 and words else read(number)
    return words


@cache
def _reader() -> Callable[[int], str]:
    """PyThaiNLP's words of a number below a million."""
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")  # or its import creates a folder in the user's home
    from pythainlp.util import num_to_thaiword  # noqa: PLC0415  importing the library must not import PyThaiNLP

    def read(number: int) -> str:
        return str(num_to_thaiword(number))

    return read


@cache
def _grouped() -> Callable[[Decimal], str]:
    """Babel's pattern, parsed once."""
    from babel import Locale  # noqa: PLC0415  importing the library must not import Babel
    from babel.numbers import parse_pattern  # noqa: PLC0415  as the line above

    pattern, locale = parse_pattern("#,##0.00"), Locale("th")

    def grouped(amount: Decimal) -> str:
        with localcontext(_CONTEXT):
            return str(pattern.apply(amount, locale))

    return grouped
