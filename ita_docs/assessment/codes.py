"""Codes of the assessment's items (รหัสข้อคำถาม เช่น i1, e10, O17), read as officials type them.

Source: the published lists print `i` and `e` lower case, `O` upper case up to FY2566 and `o` from FY2567; typed papers
hold any case, a space after the letter, Thai digits, `๐` or `0` for the letter O and `1` for the letter i.
Limits: a bare number (`๑๕`) names no instrument and is refused; whether an item exists is known to its edition only.

>>> parse_code("O ๑๗")
Code(letter='o', number=17)
>>> parse_code_range("i๔ - i๖")
(Code(letter='i', number=4), Code(letter='i', number=6))
>>> print(parse_code("๐๑").printed(2566), parse_code("๐๑").printed(2567))
O1 o1
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ita_docs.errors import ParseError
from ita_docs.patterns import lazy_pattern
from ita_docs.thai.digits import to_arabic_digits

Letter = Literal["i", "e", "o"]

#: The last fiscal year whose list prints the O of a code in upper case.
_LAST_UPPER_O = 2566

_DIGIT = "[0-9๐-๙]"
_WRITTEN = lazy_pattern(rf"([IiEeOo])\s*({_DIGIT}{{1,3}})")
_ZERO_FOR_O = lazy_pattern(rf"[0๐]({_DIGIT}{{1,3}})")
#: ASCII 1 before Thai digits only: in `11` and `๑๕` nothing tells a letter from a digit.
_ONE_FOR_I = lazy_pattern(r"1([๐-๙]{1,3})")
_RANGE = lazy_pattern(r"(.*?[^\s–—-])\s*(?:[-–—]|ถึง)\s*([^\s–—-].*)", re.DOTALL)


@dataclass(frozen=True, slots=True, order=True)
class Code:
    """The letter of an instrument (i, e, o) and the number of an item in it."""

    letter: Letter
    number: int

    def printed(self, fiscal_year: int) -> str:
        """The code as the list of that year prints it, with ASCII digits."""
        letter = "O" if self.letter == "o" and fiscal_year <= _LAST_UPPER_O else self.letter
        return f"{letter}{self.number}"

    def __str__(self) -> str:
        """The code in lower case, as printed from FY2567."""
        return f"{self.letter}{self.number}"


def parse_code(text: str) -> Code:
    """Read one code; a text that is none raises `ParseError` with the nearest codes, where there are any."""
    code = _read(text.strip())
    if code is None:
        raise _unreadable(text)
    return code


def parse_code_range(text: str) -> tuple[Code, Code]:
    """Read `i4-i6`, `O8 – O9`, `e1 ถึง 3`: first and last code; a single code is both.

    The last code may leave out its letter. The letters must agree and the order must rise.
    """
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        code = parse_code(text)
        return code, code
    first, last = _read(found[1]), _read(found[2])
    if first is not None and last is None and re.fullmatch(rf"{_DIGIT}{{1,3}}", found[2]):
        last = _numbered(first.letter, found[2])
    if first is None or last is None:
        raise _unreadable(text)
    if first.letter != last.letter:
        raise ParseError.of("assessment.range-letters", found=text)
    if first.number > last.number:
        raise ParseError.of("assessment.range-order", found=text, nearest=f"{last}-{first}")
    return first, last


def _read(text: str) -> Code | None:
    if written := _WRITTEN.fullmatch(text):
        letter: Letter = "i" if written[1] in "Ii" else "e" if written[1] in "Ee" else "o"
        return _numbered(letter, written[2])
    if zero := _ZERO_FOR_O.fullmatch(text):
        return _numbered("o", zero[1])
    if one := _ONE_FOR_I.fullmatch(text):
        return _numbered("i", one[1])
    return None


def _numbered(letter: Letter, digits: str) -> Code | None:
    number = int(to_arabic_digits(digits))
    return Code(letter, number) if number else None


def _unreadable(text: str) -> ParseError:
    nearest = ", ".join(str(code) for code in _nearest(text))
    if nearest:
        return ParseError.of("assessment.code-near", found=text, nearest=nearest)
    return ParseError.of("assessment.code", found=text)


def _nearest(text: str) -> list[Code]:
    """The codes written inside the text; for a bare number, that number under each letter."""
    inside = [_read(found[0]) for found in re.finditer(rf"(?<![A-Za-z])[IiEeOo]\s*{_DIGIT}{{1,3}}(?!{_DIGIT})", text)]
    if codes := [code for code in inside if code]:
        return codes[:3]
    bare = re.search(rf"(?<!{_DIGIT}){_DIGIT}{{1,3}}(?!{_DIGIT})", text)
    letters: tuple[Letter, ...] = ("i", "e", "o")
    return [code for letter in letters if bare and (code := _numbered(letter, bare[0]))]
