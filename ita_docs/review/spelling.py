"""Typing damage in a report's texts (การสะกดและการพิมพ์): characters that do not belong where they stand.

Source: the Thai block of Unicode (U+0E00-U+0E7F) and WTT 2.0, which say what may follow a consonant; the private-use
marks U+F700-U+F71A that older Thai fonts put into PDFs; what texts keep of the web page or program they came from.
Each finding shows what was found with a few letters around it, and the same letters repaired, never applied.
`look_alikes.py` reads digits and codes, `latin.py` letters of other scripts.

Limits: a dictionary is asked only which repair fits; a wrong word of right letters is not seen.

>>> list(slips("สํานักปลัดดำเนินการเเล้ว"))
[Slip(start=1, end=3, repair='ำ'), Slip(start=19, end=21, repair='แ')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from ita_docs.findings import Finding, Severity
from ita_docs.patterns import lazy_pattern
from ita_docs.reports import Report
from ita_docs.reports.report import finding
from ita_docs.review.latin import latin
from ita_docs.review.look_alikes import look_alikes
from ita_docs.review.passages import Passage
from ita_docs.review.shown import MOST, shown, without_addresses
from ita_docs.review.words import CONSONANTS, LETTERS, best

CONSONANT = "\u0e01-\u0e2e"
_TONE = "\u0e48-\u0e4b"
_VOWEL_MARK = "\u0e31\u0e34-\u0e3a"
_MARK = f"{_VOWEL_MARK}\u0e47-\u0e4e"
_LEADING = "\u0e40-\u0e44"
_FOLLOWING = "\u0e30\u0e32\u0e33\u0e45"

#: Two characters that look like one, and one that looks like another.
_PLAIN = {"\u0e40\u0e40": ("\u0e41", "\u0e40"), "\u0e45": ("\u0e32",)}
#: As far back as the letter of a mark is looked for.
_NEAR = 12
#: Marks that older fonts draw lower or to the left: each stands for a plain one.
_PRIVATE = dict(
    zip(
        range(0xF700, 0xF71B),
        "ฐิีึื่้๊๋์่้๊๋์ญัํ็่้๊๋์ฺุู",
        strict=True,
    )
) | {0xF0B7: "-", 0xF0A7: "-", 0xF0FC: "✓", 0xF0FE: "☑", 0xF0A8: "☐", 0xF06F: "☐"}

#: The marks that one consonant can have.
_RIGHT = rf"[{_VOWEL_MARK}]?[{_TONE}]?|\u0e47|[ิุ]?\u0e4c|\u0e4d[{_TONE}]?|\u0e4e"
_DAMAGED = lazy_pattern(
    rf"""(?=[{_MARK}{_FOLLOWING}{_LEADING} \u00a0])(?:  # most places need not be tried
    [{_TONE}]?\u0e4d[{_TONE}]?\u0e32         # ํ and า in place of ำ
    |\u0e40\u0e40                              # two เ in place of แ
    |(?P<twice>[{_FOLLOWING}{_LEADING}])(?P=twice)+
    |[{_LEADING}]{{2,}}
    |(?<![ฤฦ])\u0e45                           # ๅ in place of า
    |(?P<last>(?<=[{_FOLLOWING}][{CONSONANT}])[{_TONE}](?=[\s.,;:)]|\Z)(?!\s+[{_FOLLOWING}])|(?<=[ข-ฮ])\u0e47(?=[\s.,;:)]|\Z))
    |(?<![{_MARK}])(?!(?<=[{CONSONANT}])(?:{_RIGHT})(?![{_MARK}]))[{_MARK}]+
    |(?<![ \u00a0])[ \u00a0]{{1,3}}[\u0e33\u0e30\u0e32]
    |(?<![{CONSONANT}{_MARK}\u0e32\u0e45])[\u0e33\u0e30\u0e32]
    |[{_LEADING}][ \u00a0]+(?=[{CONSONANT}][^\s.])
    |(?<=[{CONSONANT}{_MARK}{_FOLLOWING}])[{_LEADING}](?=[\s.,;:)]|\Z))""",
    re.VERBOSE,
)
_FOREIGN = lazy_pattern(r"[^\W\d_\u0e00-\u0e7f]|\ufffd")
_RIGHT_MARKS = lazy_pattern(_RIGHT)
_HIDDEN = lazy_pattern("[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u206a-\u206f\ufeff]+")
_BROKEN = lazy_pattern("[\ufffc\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]+")
_REPEATED = lazy_pattern(r"ๆ(?:[ \u00a0]*ๆ)+|ฯลฯฯ+|(?<!ๆ)ฯฯ+(?:ลฯ+)?")
_FIRST_REPEAT = lazy_pattern(r"^\s*ๆ\s*")
_TAGS = "p|br|b|i|u|s|ol|ul|li|div|span|table|thead|tbody|tr|td|th|input|strong|em|h[1-6]|a|img|font|sup|sub|hr|center"
_LEFTOVER = lazy_pattern(
    rf"""</?(?:{_TAGS})(?:\s[^<>]*)?/?>
    |<!--.*?-->
    |&(?:nbsp|amp|lt|gt|quot|apos|ndash|mdash|bull|hellip|[lr][sd]quo|\#[0-9]+|\#x[0-9a-f]+);
    |\*\*+|(?<![^\s*])\#\#+[ ]?|```+|_x000[0-9a-f]_
    |\\[nrt](?![A-Za-z])|\{{\{{|\}}\}}|\{{%|%\}}
    |\#(?:REF|VALUE|NAME|DIV/0|N/A|NULL|NUM)[!?]?(?![A-Za-z])
    |\[(?P<label>[^\[\]\n]+)\]\(https?://[^()\s]*\)""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&ndash;": "–"}
#: One of these stands in every leftover.
_MARKUP = lazy_pattern(r"[<&*#`_\\{}\[]")
_BREAKS = lazy_pattern(r"<br|\\n|_x000|</?(?:p|li|div)", re.IGNORECASE)


class Slip(NamedTuple):
    """A damaged place of a text, and what belongs there."""

    start: int
    end: int
    repair: str


def spelling(report: Report, typed: Sequence[Passage]) -> Iterator[Finding]:
    """What was damaged in typing, copying or reading from paper, each with a proposed repair."""
    for passage in typed:
        yield from _characters(passage)
        yield from _marks(passage)
        yield from _leftovers(passage)
    yield from look_alikes(report, typed)
    yield from latin(report, typed)


def _marks(passage: Passage) -> Iterator[Finding]:
    found_slips = list(islice(slips(passage.text), MOST))
    ends = [0, *(slip.end for slip in found_slips)]
    starts = [*(slip.start for slip in found_slips[1:]), len(passage.text)]
    for slip, low, high in zip(found_slips, ends, starts, strict=False):
        found, repair = shown(passage.text, *slip, (low, max(high, slip.end)))
        wrong = passage.text[slip.start : slip.end]
        if "\u0e4d" in wrong and wrong.endswith("\u0e32"):
            yield finding("spelling.sara-am", passage.place, "warning", found=found, repair=repair)
        elif slip.repair == "\u0e41" and set(wrong) == {"\u0e40"}:
            yield finding("spelling.double-e", passage.place, "warning", found=found, repair=repair)
        elif len(set(wrong)) < len(wrong) and set(slip.repair) == set(wrong):
            yield finding("spelling.twice", passage.place, "warning", found=found, repair=repair)
        elif sorted(wrong.strip()) == sorted(slip.repair) and not wrong[0].isspace():
            yield finding("spelling.order", passage.place, "warning", found=found, repair=repair)
        else:
            yield finding("spelling.alone", passage.place, "warning", found=found, repair=repair)


def slips(text: str) -> Iterator[Slip]:
    """The damaged vowels and marks of a text."""
    for match in _DAMAGED.finditer(text):
        # What stands behind a letter of another script, or a lost one, is that letter's fault, which is told of.
        foreign = match.start() and _FOREIGN.match(text[match.start() - 1])
        if not foreign and (slip := _slip(text, match)) is not None:
            yield slip


def _slip(text: str, match: re.Match[str]) -> Slip | None:
    start, end, wrong = match.start(), match.end(), match[0]
    if match["last"]:
        return Slip(start, end, "")
    if (plain := _PLAIN.get(wrong)) is not None:
        return Slip(start, end, best(text, start, end, plain))
    if "\u0e4d" in wrong and wrong.endswith("\u0e32"):
        return Slip(start, end, wrong.strip("\u0e4d\u0e32").replace("\u0e4d", "") + "\u0e33")
    if match["twice"] or re.fullmatch(f"[{_LEADING}]+[ \u00a0]*", wrong):
        gone = len(wrong) == 1
        return Slip(start, end, "" if gone else best(text, start, end, dict.fromkeys(wrong.rstrip())))
    if wrong[-1] in _FOLLOWING:
        return _following(text, start, end, wrong)
    return _run(text, start, end, wrong)


def _following(text: str, start: int, end: int, wrong: str) -> Slip:
    """า, ะ and ำ behind a space, a sign or nothing: the space goes, else the vowel; ` า` is what PDFs leave of ำ."""
    vowel = wrong.lstrip()
    joined = wrong != vowel and re.search(rf"[{CONSONANT}][{_MARK}]*$", text[max(0, start - _NEAR) : start])
    if not joined:
        return Slip(start, end, "")
    return Slip(start, end, best(text, start, end, "\u0e33\u0e32") if vowel == "\u0e32" else vowel)


def _run(text: str, start: int, end: int, wrong: str) -> Slip | None:
    """Marks: on a consonant, vowel before tone, each once; else moved to the letter that wants them, or taken away."""
    before = text[start - 1] if start else ""
    if re.match(f"[{CONSONANT}]", before):
        if _RIGHT_MARKS.fullmatch(wrong):
            return None
        rights = dict.fromkeys(_in_order(marks) for marks in (wrong, wrong[::-1]))
        return Slip(start, end, best(text, start, end, rights) if list(rights) != [wrong] else wrong[0])
    after = text[end : end + 1]
    tone = re.fullmatch(f"[{_TONE}]", wrong)
    if tone and before in tuple("าำะ") and re.match(f"[{CONSONANT}]", text[max(0, start - 2) :]):
        return Slip(start - 1, end, wrong + before)
    if re.fullmatch(f"[{_LEADING}]", before) and re.match(f"[{CONSONANT}]", after):
        return Slip(start, end + 1, after + _in_order(wrong))
    near = max(0, start - _NEAR)
    spaced = before in (" ", "\u00a0") and re.search(rf"([{CONSONANT}][{_MARK}]*)[ \u00a0]+$", text[near:start])
    if spaced:
        there, gap = spaced[1][1:], spaced[0][len(spaced[1]) :]
        start = near + spaced.start() + 1
        lost = (f"{there}{gap}{letter}{wrong}" for letter in CONSONANTS)
        return Slip(start, end, best(text, start, end, [_in_order(there + wrong)], lost))
    lost = (letter + wrong for letter in CONSONANTS if not before.strip() and _RIGHT_MARKS.fullmatch(wrong))
    return Slip(start, end, best(text, start, end, [""], lost))


def _in_order(marks: str) -> str:
    """Each mark once: one vowel, then one tone or ์."""
    vowel = next((mark for mark in marks if re.match(f"[{_VOWEL_MARK}\u0e47\u0e4d]", mark)), "")
    upper = next((mark for mark in marks if re.match(f"[{_TONE}\u0e4c]", mark)), "")
    return vowel + ("" if vowel == "\u0e47" and upper else upper)


def _characters(passage: Passage) -> Iterator[Finding]:
    text = passage.text
    if passage.is_odd:
        yield from _unseen(passage, text)
    if "ๆ" not in text and "ฯ" not in text:
        return
    for match in islice(_REPEATED.finditer(text), MOST):
        found, repair = shown(text, match.start(), match.end(), "ๆ" if match[0][0] == "ๆ" else "ฯลฯ")
        yield finding("spelling.repeated", passage.place, "warning", found=found, repair=repair)
    if first := _FIRST_REPEAT.match(text):
        found, repair = shown(text, first.start(), first.end(), "")
        yield finding("spelling.alone", passage.place, "warning", found=found, repair=repair)


def _unseen(passage: Passage, text: str) -> Iterator[Finding]:
    """Characters that can not be seen, and those that are no letters any more."""
    for match in islice(_HIDDEN.finditer(text), MOST):
        found, repair = shown(text, match.start(), match.end(), "")
        name = f"U+{ord(match[0][0]):04X}"
        yield finding("spelling.hidden", passage.place, "warning", found=found, repair=repair, name=name)
    for match in islice(_BROKEN.finditer(text), MOST):
        found, repair = shown(text, match.start(), match.end(), _whole(text, match))
        name = f"U+{ord(match[0][0]):04X}"
        yield finding("spelling.broken", passage.place, "warning", found=found, repair=repair, name=name)


def _whole(text: str, match: re.Match[str]) -> str:
    """What broken characters stand for: marks of their own fonts; for what was lost, the letter that makes a word."""
    if set(match[0]) == {"\ufffd"}:
        return best(text, match.start(), match.end(), ("", *LETTERS))
    return "".join(_PRIVATE.get(ord(letter), "") for letter in match[0])


def _leftovers(passage: Passage) -> Iterator[Finding]:
    if not _MARKUP.search(passage.text):
        return
    text = without_addresses(passage.text) if "\\" in passage.text else passage.text
    stars = text.count("**")
    for match in islice(_LEFTOVER.finditer(text), MOST):
        piece = match[0]
        repair = match["label"] or _ENTITIES.get(piece.lower(), " " if _BREAKS.match(piece) else "")
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if repair == " " and (not before.strip() or not after.strip()):
            repair = ""
        # `** หมายเหตุ` is how some mark a note: two stars are a leftover for certain only in pairs.
        sure = not piece.startswith("**") or stars > 1
        severity: Severity = "warning" if sure else "advice"
        yield finding("spelling.leftover", passage.place, severity, found=piece, repair=repair)
