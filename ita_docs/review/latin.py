"""Letters of another script in a Thai text that belong to no word (ตัวอักษรอื่นที่ปนในคำไทย).

Source: the typed papers: `เขabayศรี`, `กาnร`, a stray `ivo` between Thai words, `E-Servicr`.  What an English word is,
the Thai National Corpus says (tnc_freq.txt of PyThaiNLP, CC0-1.0), and a list of newer words here; `words.py` finds the
repair of a Thai word.
Limits: capitals alone are an abbreviation (`การITAของ`); a name in Latin letters is not checked; the corpora are read
only when something is suspected.

>>> [(s.found, s.repair) for s in strange("เทศบาลตำบลเขabayศรี มีเพจFacebookและการITAของตน", ("เขาบายศรี",))]
[('abay', 'าบาย')]
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, islice
from typing import Literal, NamedTuple

from ita_docs.findings import Finding
from ita_docs.patterns import lazy_pattern
from ita_docs.reports import Report
from ita_docs.reports.report import finding
from ita_docs.review.passages import Passage
from ita_docs.review.shown import MOST, shown, without_addresses
from ita_docs.review.words import LETTERS, best, tears

_THAI = "\u0e01-\u0e3a\u0e40-\u0e4e"
_LATIN = lazy_pattern(r"[A-Za-z]")
_LETTERS = lazy_pattern(rf"[^\W\d_{_THAI}\u00b5\u0e50-\u0e59]+")
_WORD = lazy_pattern(r"[A-Za-z]+")
#: Newer words than the corpus has, and abbreviations in small letters.
_NEWER_WORDS = """
admin app apps qr pdf jpg png doc docx xls xlsx ppt web wifi wi fi id line tiktok upload uploads download downloads
dashboard oit iit eit ita itas egp gp gfmis pdpa covid elaas laas nacc plannacc plan chatbot chat blog vlog clip
hashtag infographic timeline inbox messenger youtube instagram twitter facebook gmail google meet zoom webex email
mail sms url link server cloud ai iot gis gps cctv ev led usb vdo video call center one stop click smart kpi okr
swot pdca risk matrix fax tel mobile walk in on off site kg km cm mm ml sq ft vs etc no of to go th co or www http
https log login logout username password user popup pop up banner scan code play store follow like share live post
page fan fanpage webboard board webpage website homepage home menu open data set api json csv excel word powerpoint
form forms drive sheet sheets canva ebook book e do don dos donts policy gift zero tolerance bit ly goo gl oa
"""
NEWER = frozenset(_NEWER_WORDS.split())
#: Words of these papers: one letter off one of them is a slip.
_TERM_WORDS = """
Service Facebook Website Policy Online Integrity Transparency Assessment Instagram Twitter YouTube TikTok Dashboard
Internet Network Social Conflict Interest Tolerance Account Official Download Upload Google Digital Messenger External
Internal Email Excel Public Governance
"""
_TERMS = tuple(_TERM_WORDS.split())
_SHORT, _LONG = 4, 5
#: Words of two letters; the corpus has every pair of letters as some abbreviation.
_PAIRS = "of in to on is be by or it me my an no as at we if up us so he do go am hi ok de la et al"
_TWO_LETTERS = frozenset(_PAIRS.split())
#: A word of three letters that the corpus has more often is one.
_CHANCE = 5
#: Letters of other scripts that look like Latin ones.
_PLAIN = str.maketrans(
    "асеорхуіјѕАВСЕНІЈКМОРЅТХУΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",  # noqa: RUF001  these are meant
    "aceopxyijsABCEHIJKMOPSTXYABEZHIKMNOPTYXo",
)
_OTHER = lazy_pattern("[\u0370-\u052f]")
_TOUCHING = lazy_pattern(r"(?:[^\W\u0e00-\u0e7f]|-(?=\w))+")
_SPACES = lazy_pattern(r"\s*")
#: Words that a single capital may follow without a space.
_LETTERED = lazy_pattern(
    "(?:ระดับ|กลุ่ม|เกรด|ชนิด|ประเภท|แผน|แบบ|วิตามิน|รุ่น|ชุด|โซน|ตัว|ช่อง|อาคาร|สาย|ห้อง|จุด|ทีม|ข้อ|ไวรัส|ตับอักเสบ"
    "|หลักสูตร|มาตรฐาน|เครื่อง|หมวด|คะแนน)$"
)
_EXPLAINED = lazy_pattern(r"(?:ID|Line|LINE|ไลน์|ไอดี|ชื่อผู้ใช้|รหัส|โดเมน|บัญชี|@|:|[A-Za-z(\"'“\u2018/.])\s*$")

#: The Thai letters that scanning reads as a Latin one.
_SCANNED = "u:นบม n:กทหถน s:ร w:พผ o:อจ v:งบ a:ลส e:ย c:วอ l:าเ m:ท i:า U:นบ N:ท W:พผ O:อ V:ง S:ร I:าเ J:ง"
_LOOKS_LIKE = dict(pair.split(":") for pair in _SCANNED.split())


class Strange(NamedTuple):
    """Letters that belong to no word, and what may belong there."""

    start: int
    end: int
    found: str
    repair: str
    what: Literal["inside", "stray", "term", "scripts"]


def latin(report: Report, typed: Sequence[Passage]) -> Iterator[Finding]:
    """Letters of another script in and between Thai words."""
    names = tuple(name for name in (report.agency.name, report.agency.district, report.agency.province) if name)
    for passage in typed:
        if _LETTERS.search(passage.text) is None:
            continue
        both = chain(_two_scripts(passage.text), strange(without_addresses(passage.text), names))
        for strange_ in islice(both, MOST):
            found, repair = shown(passage.text, strange_.start, strange_.end, strange_.repair)
            if strange_.what == "inside":
                yield finding("spelling.letters-in-word", passage.place, "warning", found=found, repair=repair)
            elif strange_.what == "stray":
                yield finding("spelling.stray-letters", passage.place, "warning", found=found, repair=repair)
            elif strange_.what == "scripts":
                yield finding("spelling.two-scripts", passage.place, "warning", found=found, repair=repair)
            else:
                yield finding("spelling.latin-word", passage.place, "warning", found=found, repair=repair)


def strange(text: str, names: Sequence[str] = ()) -> Iterator[Strange]:
    """The letters of a text that belong to no word; `names` are the agency's own."""
    for match in _LETTERS.finditer(text):
        start, end, run = match.start(), match.end(), match[0]
        after = text[end : end + 1]
        inside = _is_thai(text[start - 1 : start]), _is_thai(after)
        if all(inside) and (own := _own_name(text, start, end, names)) is not None:
            yield Strange(start, end, run, own, "inside")
        elif not (run.isascii() or any(inside)):
            continue
        elif _is_in_word(text, start, end):
            yield Strange(start, end, run, _repair(text, start, end), "inside")
        elif _is_stray(text, start, end, run):
            gap = _SPACES.match(text, end)
            yield Strange(start, gap.end() if gap and not inside[0] else end, run, "", "stray")
        elif len(run) >= _LONG and (term := _term(run)) is not None:
            yield Strange(start, end, run, term, "term")


def _two_scripts(text: str) -> Iterator[Strange]:
    """Words and codes in Latin letters that hold some of another script which look the same."""
    if not _OTHER.search(text):
        return
    for match in _TOUCHING.finditer(text):
        plain = match[0].translate(_PLAIN)
        if plain != match[0] and plain.isascii() and (_LATIN.search(match[0]) or len(match[0]) > 1):
            yield Strange(match.start(), match.end(), match[0], plain, "scripts")


def _is_thai(letter: str) -> bool:
    return bool(letter) and "\u0e01" <= letter <= "\u0e4e" and letter not in "ฯๆ"


def _is_in_word(text: str, start: int, end: int) -> bool:
    """Whether letters without a space between them and a Thai word are none of their own."""
    before, run, after = text[start - 1 : start], text[start:end], text[end : end + 1]
    inside = _is_thai(before), _is_thai(after)
    if all(inside) and _breaks_word(text, start, end):
        return True
    if not run.isascii():
        return any(inside) and not _LATIN.search(run)
    return any(inside) and not all(inside) and _hangs_on(run, before, after)


def _breaks_word(text: str, start: int, end: int) -> bool:
    """Whether letters with Thai on both sides belong to no word of their own."""
    run = text[start:end]
    if len(run) == 1:
        return run.islower() or not _LETTERED.search(text, max(0, start - 12), start)
    if not run.islower():
        return False
    if len(run) < _SHORT and tears(text, start, end):
        return True
    return not (run in NEWER if len(run) < _SHORT else _known(run))


def _hangs_on(run: str, before: str, after: str) -> bool:
    """Whether small letters hang on one side of a Thai word and mean nothing."""
    if (
        not run.islower()
        or (after and after in "-)./'\u2019&0123456789๐๑๒๓๔๕๖๗๘๙")
        or (before and before in "(-/'\u2019&")
    ):
        return False
    return len(run) == 1 or (len(run) < _LONG and not _known(run))


def _is_stray(text: str, start: int, end: int, run: str) -> bool:
    """Whether a scrap of two to four small letters stands between Thai words, and no dictionary has it."""
    if not 1 < len(run) <= _SHORT or not run[1:].islower() or run[0].isupper() or not run.isascii():
        return False
    before, after = text[max(0, start - 12) : start].rstrip(), text[end : end + 12].lstrip()
    beside = text[start - 1 : start] + text[end : end + 1]
    if beside.strip() and not all(letter.isspace() or _is_thai(letter) for letter in beside):
        return False
    if _EXPLAINED.search(text[max(0, start - 12) : start]):
        return False
    between = _is_thai(before[-1:]) or before[-1:] in tuple("ๆฯ")
    return between and (not after or _is_thai(after[0])) and not _known(run)


def _own_name(text: str, start: int, end: int, names: Sequence[str]) -> str | None:
    """The middle of the agency's own name, where what stands around the letters is its beginning and its end."""
    for name in names:
        for head in range(len(name) - 1, 0, -1):
            if not text[:start].endswith(name[:head]):
                continue
            for tail in range(head + 1, len(name)):
                rest = name[tail:]
                if text.startswith(rest, end) and head + len(rest) >= max(2, len(name) // 2 - 1):
                    return name[head:tail]
            break
    return None


def _repair(text: str, start: int, end: int) -> str:
    """The Thai letter that looks like it, nothing, or any other letter, as makes words of those around."""
    run = text[start:end]
    if len(run) > 1:
        return ""
    return best(text, start, end, (*_LOOKS_LIKE.get(run, ""), ""), LETTERS)


@lru_cache(maxsize=512)
def _term(run: str) -> str | None:
    """The word of these papers that is one letter off, for a word that no dictionary has."""
    small = run.lower()
    near = [term for term in _TERMS if abs(len(term) - len(small)) <= 1 and _one_off(small, term.lower())]
    if not near or _known(run):
        return None
    return near[0] if run[0].isupper() else near[0].lower()


def _one_off(a: str, b: str) -> bool:
    """Whether one letter is wrong, missing, too many, or two are exchanged."""
    if a == b:
        return False
    if len(a) == len(b):
        first, *others = [at for at in range(len(a)) if a[at] != b[at]]
        return not others or (others == [first + 1] and a[first : first + 2] == b[first : first + 2][::-1])
    short, long = sorted((a, b), key=len)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _known(run: str) -> bool:
    """Whether a word is English, or one of the newer words."""
    small = run.lower()
    return small in NEWER or small in (_TWO_LETTERS if len(small) == 2 else _english())  # noqa: PLR2004


@cache
def _english() -> frozenset[str]:
    """The words in Latin letters of the Thai National Corpus; the short ones only where they are no chance."""
    return frozenset(word for word, count in _corpus("tnc_freq.txt") if len(word) >= _SHORT or count > _CHANCE)


def _corpus(name: str) -> Iterator[tuple[str, int]]:
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    from pythainlp.corpus import get_corpus  # noqa: PLC0415

    for line in get_corpus(name):
        word, _, count = line.partition("\t")
        if word.isascii() and word.isalpha():
            yield word.lower(), int(count or 0)
