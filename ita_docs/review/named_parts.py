"""What a text names of the assessment (ข้อ ตัวชี้วัด ประเด็น ในข้อความ): codes, parts by number, and the registers meant.

Source: how the sources of the layouts write them: `ข้อ O17`, `O8 - O9`, `ข้อ ๐๑๗`, `ตัวชี้วัดที่ ๙`, `ตัวชี้วัดย่อยที่ 9.1`,
`ประเด็นที่ 5`.  Limits: a report speaks of up to three years, and a text may name any of them; a code is judged by all
registers that its text can mean.

>>> [(found.first.number, found.last.number) for found in codes_of("ข้อ O๑๗ และ O27-O28 ของ E-Service")]
[(17, 17), (27, 28)]
>>> [found.id for found in parts_of("ตัวชี้วัดที่ ๙ และตัวชี้วัดย่อยที่ ๙.๑")]
['9', '9.1']
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ita_docs.assessment import Code, Edition, parse_code
from ita_docs.errors import ParseError
from ita_docs.patterns import lazy_pattern
from ita_docs.reports import Report
from ita_docs.reports.of_kind import is_kind
from ita_docs.review.passages import Passage
from ita_docs.thai import FiscalYear
from ita_docs.thai.digits import to_arabic_digits

_DIGITS = r"[0-9]{1,3}"
_CODE = lazy_pattern(
    rf"(?=[IiEeOo0])(?<![A-Za-z0-9./@_#-])(?P<first>[IiEeOo] ?{_DIGITS}|(?<=ข้อ)0{_DIGITS}|(?<=ข้อ )0{_DIGITS})"
    rf"(?: ?(?:[-–—]|ถึง) ?(?:ข้อ ?)?(?P<last>[IiEeOo]? ?{_DIGITS}))?(?![0-9A-Za-z%]|[.,][0-9]|-[A-Za-z])"
)
#: One of these is in every code.
_OF_CODES = lazy_pattern("[IiEeOo0๐]")
_PART = lazy_pattern(
    r"(?P<kind>ตัวชี้วัด(?:ย่อย)?(?:ที่)?|ประเด็นที่) ?(?P<id>[0-9]{1,2}(?:\.[0-9]{1,2})?)(?![0-9]|[.,/][0-9]| ?ตัวชี้วัด)"
)
_YEAR = lazy_pattern(r"(?<![0-9])(25[0-9]{2})(?![0-9])")
#: Prose between a part and the codes that it is said to have.
_BETWEEN = lazy_pattern(
    r"(?:[\s(\[:,/–-]|ข้อคำถาม|ข้อ|ได้แก่|คือ|จำนวน|ตั้งแต่|ประกอบด้วย|รวม|มี|ใน|แบบวัด|[IEO]IT|[0-9]+|ทั้งหมด|ที่|ไม่ได้คะแนน|เป็น)*"
)
_JOINT = lazy_pattern(r"(?:[\s,/]|และ|กับ|รวมทั้ง|ข้อ)*")
#: More items than a list has had in any year.
_MOST = 60


class CodeMention(NamedTuple):
    """A code or a range of codes in a text, with its place there; a single code is both ends."""

    first: Code
    last: Code
    start: int
    end: int
    named: bool

    @property
    def codes(self) -> tuple[Code, ...]:
        """All codes of the range; of a range that no year has, its ends."""
        if not 0 <= self.last.number - self.first.number <= _MOST:
            return (self.first, self.last)
        return tuple(Code(self.first.letter, n) for n in range(self.first.number, self.last.number + 1))


class PartMention(NamedTuple):
    """An indicator, sub-indicator or issue that a text names by its number; `end` is the end of the number."""

    id: str
    is_issue: bool
    start: int
    end: int


def codes_of(text: str) -> tuple[CodeMention, ...]:
    """The codes of a text, in order; `named` are those that stand after ข้อ or in a list or range of codes."""
    if not _OF_CODES.search(text):
        return ()
    digits = to_arabic_digits(text)
    found: list[CodeMention] = []
    for match in _CODE.finditer(digits):
        first, last = _read(match["first"]), _read(match["last"] or match["first"])
        if first is not None and match["last"] and match["last"].strip().isdigit():
            last = Code(first.letter, int(match["last"]))
        if first is None or last is None or first.letter != last.letter or first.number > last.number:
            continue
        before = digits[: match.start()].rstrip()
        named = before.endswith(("ข้อ", "ข้อคำถาม")) or match["last"] is not None
        if found and not named and _JOINT.fullmatch(digits, found[-1].end, match.start()):
            named = found[-1].named or bool(digits[found[-1].end : match.start()].strip())
        found.append(CodeMention(first, last, match.start(), match.end(), named))
    return tuple(found)


def parts_of(text: str) -> tuple[PartMention, ...]:
    """The indicators, sub-indicators and issues that a text names by number, in order."""
    if "ตัวชี้วัด" not in text and "ประเด็นที่" not in text:
        return ()
    digits = to_arabic_digits(text)
    return tuple(
        PartMention(found["id"], found["kind"].startswith("ประเด็น"), found.start(), found.end())
        for found in _PART.finditer(digits)
    )


def years_of(text: str) -> frozenset[int]:
    """The years of the Buddhist era that a text writes with four digits."""
    return frozenset(int(year) for year in _YEAR.findall(to_arabic_digits(text)))


def codes_after(text: str, end: int, names: Iterable[str]) -> tuple[CodeMention, ...]:
    """The codes that stand right after a part's number and name: the codes it is said to have."""
    rest = text[end:]
    start = end
    for name in sorted(names, key=len, reverse=True):
        if rest.lstrip(" .").startswith(name):
            start = end + rest.index(name) + len(name)
            break
    listed: list[CodeMention] = []
    for mention in codes_of(text):
        if mention.start < start:
            continue
        between = _JOINT if listed else _BETWEEN
        if between.fullmatch(to_arabic_digits(text), listed[-1].end if listed else start, mention.start) is None:
            break
        listed.append(mention)
    return tuple(listed)


class Registers(NamedTuple):
    """The registers of the years that a report speaks of: of the results, and of the assessment it is evidence for."""

    report: Report
    results: Edition | None
    evidence: Edition | None
    #: Those of the years that its texts name, as far as they were asked for.
    named: dict[int, Edition | None]

    def of(self, passage: Passage) -> tuple[Edition, ...]:
        """The registers that a text can mean, the nearest first; a year that it names adds its own."""
        if is_kind(self.report, "improvement-plan") or passage.top in {"item_progress", "indicator_progress"}:
            chosen = [self.evidence]
        elif passage.top in {"assessment", "analysis", "principles"}:
            chosen = [self.results]
        else:
            chosen = [self.results, self.evidence]
        chosen += [self._of(year) for year in sorted(years_of(passage.text))]
        return tuple({year.year: year for year in chosen if year is not None}.values())

    def _of(self, year: int) -> Edition | None:
        if year not in self.named:
            self.named[year] = _register(self.report, year)
        return self.named[year]


def registers(report: Report) -> Registers:
    """The registers of a report's years; None for a year that has none."""
    own = report.evidence_year or report.fiscal_year
    return Registers(report, _register(report, report.results_year.year), _register(report, own.year), {})


def _register(report: Report, year: int) -> Edition | None:
    try:
        return report.edition_of(FiscalYear(year), "fiscal_year")
    except ParseError:
        return None


def _read(text: str) -> Code | None:
    try:
        return parse_code(text)
    except ParseError:
        return None
