"""Thai and ASCII digits (เลขไทย, เลขอารบิก), and which of them a text may have.

Source: Thai digits are U+0E50 to U+0E59.
Limits: only the digits 0-9 and ๐-๙ change; no number is parsed, and markup is not known here.

>>> to_thai_digits("ปี 2566"), to_arabic_digits("๒๕๖๖")
('ปี ๒๕๖๖', '2566')
>>> localize_digits("IIT 30 % ข้อ o14 ของ COVID-19 ที่ www.a.go.th/2566", "thai")
'IIT ๓๐ % ข้อ o๑๔ ของ COVID-19 ที่ www.a.go.th/2566'
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias

from ita_docs.errors import ParseError

Numerals: TypeAlias = Literal["thai", "arabic"]
NUMERALS: tuple[Numerals, ...] = ("thai", "arabic")

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_FULL_WIDTH = "".join(map(chr, range(0xFF10, 0xFF1A)))
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)

# What reading forgives: other digits of the same value, dashes that look alike, characters that can not be seen, and
# the two spellings that look like แ and ำ on paper but are two characters.
_PLAIN = str.maketrans(_THAI + _FULL_WIDTH, _ARABIC * 2, "\u200b\u200c\u200d\u2060\ufeff\u00ad")
_SPACES = re.compile(r"\s+")

_HAS_ARABIC = re.compile("[0-9]")
_HAS_THAI = re.compile("[๐-๙]")
_HAS_LATIN = re.compile("[A-Za-z]")

_TOKEN = re.compile("[!-~๐-๙]+")
_POINT = r"""[()\[\]{}<>"',;:./+&*!?-]"""
# An item code (`o14`), a range (`i4-i6`, `i4-6`), a list of them, with the punctuation of the sentence around it.
_CODES = re.compile(
    rf"{_POINT}*+[ieoIEO][0-9๐-๙]{{1,2}}+(?>(?:{_POINT}++[ieoIEO][0-9๐-๙]{{1,2}}+|[-,][0-9๐-๙]{{1,2}}+)*){_POINT}*+"
)
# An address that goes on over Thai letters: `http://a.go.th/ข่าว/2566` is three tokens but one URL.
_ADDRESS = re.compile(r"://|www\.|[A-Za-z0-9]\.[A-Za-z]{2,}/", re.IGNORECASE)
_ADDRESS_GOES_ON = frozenset("/=#?&_-")
_THAI_LETTERS = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]+")


def to_thai_digits(text: str) -> str:
    """Every ASCII digit as its Thai digit.

    >>> to_thai_digits("31.50")
    '๓๑.๕๐'
    """
    return text.translate(_TO_THAI)


def to_arabic_digits(text: str) -> str:
    """Every Thai digit as its ASCII digit.

    >>> to_arabic_digits("๓๑.5๐")
    '31.50'
    """
    for thai, arabic in zip(_THAI, _ARABIC, strict=True):  # of a translation they take a tenth of the time
        text = text.replace(thai, arabic)
    return text


def check_numerals(numerals: str) -> None:
    """Refuse a name of numerals that does not exist, naming those that do."""
    if numerals not in NUMERALS:
        raise ParseError.of("thai.numerals", found=numerals, known=", ".join(NUMERALS))


def in_numerals(text: str, numerals: Numerals = "thai") -> str:
    """All digits of a text of our own (a date, an amount) in one script.

    >>> in_numerals("1/10/2565")
    '๑/๑๐/๒๕๖๕'
    """
    check_numerals(numerals)
    return text.translate(_TO_THAI if numerals == "thai" else _TO_ARABIC)


def localize_digits(text: str, numerals: Numerals | None) -> str:
    """The text with the digits of its numbers in one script; `None` leaves the text as typed.

    A token is a run of ASCII characters without spaces, plus Thai digits; a Thai letter ends it.  A token with a Latin
    letter stays as it is (URL, e-mail, `PM2.5`), except one that holds nothing but item codes, ranges and punctuation.

    >>> localize_digits("ข้อ (i4-i6), O8–O9 ตาม ISO 9001 ปี 25๖๒", "thai")
    'ข้อ (i๔-i๖), O๘–O๙ ตาม ISO ๙๐๐๑ ปี ๒๕๖๒'
    >>> localize_digits("๒๕๖๖ a๑@b.go.th", "arabic")
    '2566 a๑@b.go.th'
    """
    if numerals is None:
        return text
    check_numerals(numerals)
    thai = numerals == "thai"
    if not (_HAS_ARABIC if thai else _HAS_THAI).search(text):
        return text
    table = _TO_THAI if thai else _TO_ARABIC
    if not _HAS_LATIN.search(text):
        return text.translate(table)
    return _by_token(text, table)


def _by_token(text: str, table: dict[int, int]) -> str:
    """The text with each token converted or kept."""
    pieces: list[str] = []
    done = 0
    inside_address = False
    for match in _TOKEN.finditer(text):
        token, between = match.group(), text[done : match.start()]
        pieces.append(between)
        done = match.end()
        inside_address = inside_address and _THAI_LETTERS.fullmatch(between) is not None
        if inside_address:
            pieces.append(token)
        elif _HAS_LATIN.search(token) and not _CODES.fullmatch(token):
            pieces.append(token)
            inside_address = token[-1] in _ADDRESS_GOES_ON and _ADDRESS.search(token) is not None
        else:
            pieces.append(token.translate(table))
    pieces.append(text[done:])
    return "".join(pieces)


def plain(text: str) -> str:
    r"""The text as a reader of dates and years wants it: ASCII digits, single spaces, no invisible characters.

    >>> plain(" ๑\u00a0 ต.ค.  ๖๕ ")
    '1 ต.ค. 65'
    """
    seen = text.translate(_PLAIN).replace("ํา", "ำ").replace("เเ", "แ")
    return _SPACES.sub(" ", seen).strip()
