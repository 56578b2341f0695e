"""Indicators, sub-indicators and issues that are named under another's number (ตัวชี้วัดที่ระบุเลขผิด).

Source: the register of the year; layout 3 counts the indicators of each instrument from 1, but they are always 1-10.
Limits: only `ตัวชี้วัดที่ ๑ ชื่อ` and the like, with an official name in full behind the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ita_docs.assessment import Edition
from ita_docs.errors import ParseError
from ita_docs.findings import Finding
from ita_docs.patterns import lazy_pattern
from ita_docs.reports import Report
from ita_docs.reports.report import finding
from ita_docs.review.passages import Passage
from ita_docs.thai.digits import to_arabic_digits, to_thai_digits

_SPACES = lazy_pattern(r"\s+")
_NUMBERED = lazy_pattern(
    r"(?P<word>ตัวชี้วัด(?:ย่อย)?|ประเด็น)(?P<at>ที่)? ?(?P<number>[0-9๐-๙]{1,2}(?:\.[0-9๐-๙])?)(?![0-9๐-๙])[ .:]*"
)
_HEADING = lazy_pattern(
    r"\s*(?P<number>[0-9๐-๙]{1,2}(?:\.[0-9๐-๙])?)[.)]?\s*(?P<name>[\u0e01-\u0e4e]+)(?:\s+\(?[IiEeOo1]?[0-9๐-๙]{1,2}[^\u0e01-\u0e2e]*)?"
)
_GOES_ON = lazy_pattern("[\u0e01-\u0e4e]")


def indicator_names(report: Report, typed: Sequence[Passage]) -> Iterator[Finding]:
    """Names that stand behind a number which is not theirs."""
    speaking = [passage for passage in typed if _NUMBERED.search(passage.text) or _heads(passage)]
    if not speaking:
        return
    names = _names(report)
    for passage in speaking:
        text = _SPACES.sub(" ", passage.text)
        if (slip := _heading(passage, names)) is not None:
            yield finding("numbering.indicator", passage.place, "warning", found=slip[0], repair=slip[1])
        for match in _NUMBERED.finditer(text):
            number = to_arabic_digits(match["number"])
            rest = text[match.end() :]
            named = max((name for name in names if _begins(rest, name)), key=len, default=None)
            kind = "issue" if match["word"] == "ประเด็น" else "indicator"
            right = {of for of_kind, of in names.get(named or "", ()) if of_kind == kind}
            if named is None or not right or number in right:
                continue
            wanted = min(right, key=len)
            wanted = wanted if match["number"].isascii() else to_thai_digits(wanted)
            word = f"{match['word']}{match['at'] or ''}"
            found, repair = f"{word} {match['number']} {named}", f"{word} {wanted} {named}"
            yield finding("numbering.indicator", passage.place, "warning", found=found, repair=repair)


def _heads(passage: Passage) -> re.Match[str] | None:
    """The number before a heading, such as `๑.การใช้อำนาจ i๑๓-i๑๘`."""
    return _HEADING.fullmatch(passage.text) if passage.field in ("title", "heading") else None


def _heading(passage: Passage, names: dict[str, set[tuple[str, str]]]) -> tuple[str, str] | None:
    """A heading that is an indicator's name behind a number that is not its own: as found, and as it should be."""
    match = _heads(passage)
    right = {of for kind, of in names.get(match["name"], ()) if kind == "indicator"} if match else set()
    if match is None or not right or to_arabic_digits(match["number"]) in right:
        return None
    wanted = min(right, key=len)
    wanted = wanted if match["number"].isascii() else to_thai_digits(wanted)
    return f"{match['number']}. {match['name']}", f"{wanted}. {match['name']}"


def _begins(text: str, name: str) -> bool:
    return text.startswith(name) and not _GOES_ON.match(text[len(name) : len(name) + 1])


def _names(report: Report) -> dict[str, set[tuple[str, str]]]:
    """The official names of the years that the paper speaks of, each with the numbers that are its own."""
    found: dict[str, set[tuple[str, str]]] = {}
    for year in {report.results_year, report.fiscal_year, report.evidence_year or report.fiscal_year}:
        try:
            edition: Edition = report.edition_of(year, "fiscal_year")
        except ParseError:
            continue
        for indicator in edition.indicators:
            for name in (indicator.name_th, *indicator.aliases):
                found.setdefault(name, set()).add(("indicator", indicator.id))
        for sub in edition.sub_indicators:
            if sub.name_th:
                found.setdefault(sub.name_th, set()).add(("indicator", sub.id))
        for issue in edition.issues:
            found.setdefault(issue.name_th, set()).add(("issue", issue.id))
    return found
