"""The words of a period as tokens: months, numbers, quarters, halves, years, separators, and what is none of these.

Limits: words that only introduce a time (เดือน, วันที่, ภายใน) are left out, since they change no reading.

>>> [(token.kind, token.text) for token in tokens("ภายในเดือนเมษายน ๒๕๖๖ ฯ")]
[('month', 'เมษายน'), ('number', '2566'), ('other', 'ฯ')]
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from ita_docs.patterns import lazy_pattern
from ita_docs.thai.dates import BUDDHIST, GREGORIAN, THAI_LETTER, WEEKDAY, month_pattern
from ita_docs.thai.digits import plain


class Token(NamedTuple):
    """A piece of a period's words: what it is, and its text with ASCII digits."""

    kind: str
    text: str


@cache
def _pattern() -> re.Pattern[str]:
    """One alternative for each kind, tried in this order."""
    # An abbreviation without its first dot is one only where no word runs into it.
    month_begins = rf"(?:(?<!{THAI_LETTER})|(?<=เดือน)|(?={THAI_LETTER}{{1,2}} ?\.)|(?={THAI_LETTER}{{5}}))"
    kinds = {
        "numeric": r"[0-9]{1,2}(?: ?/ ?[0-9]{1,2} ?/ ?|-[0-9]{1,2}-|\.[0-9]{1,2}\.)(?:[0-9]{4}|[0-9]{2})(?![0-9])",
        "iso": r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])",
        # How often something is done names no time.
        "often": r"(?:ทุก|ราย|แต่ละ) ?(?:[0-9]+ ?)?(?:เดือน|ไตรมาส|ปีงบประมาณ|ปี|วัน|สัปดาห์)|(?:เดือน|ไตรมาส|ปี)ละ",
        "half": r"(?:(?:รอบ(?:ระยะเวลา)? ?)?6 ?เดือน|ครึ่ง ?ปี(?: ?งบประมาณ)?) ?(?:แรก|หลัง)|รอบ(?:ระยะเวลา)? ?6 ?เดือน",
        "twelve": r"รอบ(?:ระยะเวลา)? ?12 ?เดือน",
        "quarter": r"ไตรมาส ?(?:ที่)?",
        "fiscal": r"(?:ตลอด(?:ทั้ง)?|ทั้ง)? ?(?:ประจำ ?)?ปี ?งบ(?:ประมาณ)?",
        "all_year": r"(?:ตลอด(?:ทั้ง)?|ทั้ง) ?ปี",
        "month": month_begins + month_pattern(),
        "gregorian": rf"(?:(?:ประจำ)?ปี ?)?{GREGORIAN}",
        "era": rf"(?:(?:ประจำ)?ปี ?)?{BUDDHIST}|(?:ประจำ)?ปี",
        "to": r"[-–~\u2010\u2011\u2014\u2212]+|จนถึง|ถึง",
        "and": r"และ|กับ|[,;&]",
        "open": r"[(\[]",
        "close": r"[)\]]",
        "slash": r"/",
        "since": r"ตั้งแต่|เริ่ม",
        "filler": rf"ภายใน|ระหว่าง|ในช่วง|ช่วง|ประจำ|ระยะเวลา|ดำเนินการ|เมื่อ|ลง|ใน|ของ|ณ|:|วัน ?{WEEKDAY} ?(?:ที่)?|วันที่|เดือน|ที่",
        "number": r"[0-9]+",
        "space": r" ",
        "other": r".",
    }
    return re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items()), re.DOTALL)


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order, without spaces and introducing words; unknown ones are of the kind `other`."""
    found: list[Token] = []
    gap = True
    for match in _pattern().finditer(_NAMED_QUARTER.sub(lambda named: _QUARTERS[named[1]], plain(text))):
        kind = str(match.lastgroup)
        if kind in ("space", "filler"):
            gap = True
        elif kind == "other" and not gap and found and found[-1].kind == "other":
            found[-1] = Token(kind, found[-1].text + match.group())
        else:
            found.append(Token("other" if kind == "often" else kind, match.group().strip()))
            gap = False
    return found


_QUARTERS = {"แรก": "ไตรมาส 1", "สุดท้าย": "ไตรมาส 4"}
# Not `สองไตรมาสแรก`, which counts quarters and names none.
_NAMED_QUARTER = lazy_pattern(rf"(?<!สอง)(?<!สาม)(?<![0-9])(?<![0-9] )ไตรมาส ?({'|'.join(_QUARTERS)})")
_TIME = frozenset(("numeric", "iso", "half", "twelve", "quarter", "fiscal", "month"))
_YEAR_DIGITS = 4
_YEARS = range(1900, 2700)


def names_a_time(found: list[Token]) -> bool:
    """Whether there is a month, a quarter, a half, a fiscal year or a number that looks like a year.

    >>> names_a_time(tokens("ตามห้วงเวลาจัดงานประเพณี")), names_a_time(tokens("ปลายปี พ.ศ. ๒๕๖๖"))
    (False, True)
    """
    if any(token.kind in _TIME or _looks_like_year(token) for token in found):
        return True
    return any(first.kind in ("era", "gregorian") and second.kind == "number" for first, second in pairwise(found))


def _looks_like_year(token: Token) -> bool:
    return token.kind == "number" and len(token.text) == _YEAR_DIGITS and int(token.text) in _YEARS
