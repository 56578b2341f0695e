"""The file names of a batch: `{kind}-{agency}-{fiscal year}.docx`, safe on every system, no two of them one file.

Source: the names that Windows refuses or trims (`< > : " / | ? *`, a backslash, control characters, a dot or space at
the end); file systems that know no case or normalise (NTFS, APFS); 255 bytes a name on Linux.  The same reports in the
same order have the same names: the second of a name ends in `-2`.  Limits: agencies of one short name in two provinces
are told apart by that number only; files that stood in the folder before are not asked.
"""

from __future__ import annotations

import re
import unicodedata

from ita_docs.reports import Paper

#: Bytes of a name without its number and extension: an encrypted folder (eCryptfs) takes no more than 143 in all.
_LONGEST = 130
_KEPT = frozenset("-_.()")
_LAST_ROUND = 2


class Names:
    """The names given so far."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def of(self, report: object, place: int) -> str:
        """The name of a report's file; what is no report, or lacks its agency, is named by its place from 1."""
        stem = _stem(report) or f"report-{place}"
        count = self._next.get(_key(stem), 1)
        while _key(name := stem if count == 1 else f"{stem}-{count}") in self._taken:
            count += 1
        self._next[_key(stem)] = count + 1
        self._taken.add(_key(name))
        return f"{name}.docx"


def _stem(report: object) -> str:
    if not isinstance(report, Paper):
        return ""
    try:
        year = str(report.fiscal_year.year)
        kind, agency = safe(report.kind), safe(report.agency.short_name)
    except (AttributeError, TypeError):  # made without validation
        return ""
    tail = f"-{year}-12-months" if getattr(report, "round", None) == _LAST_ROUND else f"-{year}"
    return f"{cut(f'{kind}-{agency}', _LONGEST - len(tail))}{tail}"


def safe(text: str) -> str:
    """A text as a part of a file's name: letters, marks, digits and `-_.()`; anything else is a dash.

    >>> safe(" สนง. เขต 1/2: 'ก'\u200b ")
    'สนง.-เขต-1-2-ก'
    """
    shown = (char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char) not in {"Cf", "Cc"})
    dashed = "".join(char if char in _KEPT or unicodedata.category(char)[0] in "LMN" else "-" for char in shown)
    return re.sub("-{2,}", "-", dashed).strip("-. ")


def cut(text: str, most: int) -> str:
    """The beginning of a text that has no more bytes, never without the marks of its last letter.

    >>> cut("ที่", 6), cut("ที่", 9)
    ('', 'ที่')
    """
    end = len(text.encode()[:most].decode(errors="ignore"))
    while 0 < end < len(text) and unicodedata.category(text[end])[0] == "M":
        end -= 1
    return text[:end].rstrip("-. ")


def _key(name: str) -> str:
    """What two names have in common when some file system takes them for one."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
