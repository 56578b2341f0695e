"""The file names of a batch: `{kind}-{agency}-{fiscal year}.docx`, safe on every system, no two of them one file.

Source: the names that Windows refuses or trims (`< > : " / | ? *`, a backslash, control characters, a dot or space at
the end); file systems that know no case or normalise (NTFS, APFS); 255 bytes a name on Linux.  The same reports in the
same order have the same names: the second of a name ends in `-2`, or, where data files are rendered, in its data file's
name.  Limits: `Names` tells agencies of one short name in two provinces apart by that number only, and does not ask
which files stood in the folder before.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import chain, count
from pathlib import PurePosixPath

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
        stem = stem_of(report) or f"report-{place}"
        number = self._next.get(key_of(stem), 1)
        while key_of(name := stem if number == 1 else f"{stem}-{number}") in self._taken:
            number += 1
        self._next[key_of(stem)] = number + 1
        self._taken.add(key_of(name))
        return f"{name}.docx"


class OwnedNames:
    """Names that stay with the data file that first had them, whatever files come or go beside it.

    A document is named without its data file, and with it where another file has that name.
    """

    def __init__(self, owners: Mapping[str, str], is_there: Callable[[str], bool]) -> None:
        """`owners` are the data files of the names given before; one that is not there any more owns nothing."""
        self._owners = {key_of(name.removesuffix(".docx")): source for name, source in owners.items()}
        self._is_there = is_there
        self._given: dict[str, str] = {}

    def of(self, stem: str, source: str) -> str:
        """The name of a document of a data file, which is named by its path as seen from the documents."""
        named = [stem, *(_with(stem, said) for said in _sayings(source))]
        owned = next((name for name in named if self._owner(name) == source), None)
        names = chain([owned] if owned else [], named, (f"{named[-1]}-{number}" for number in count(2)))
        name = next(name for name in names if self._owner(name) in {None, source})
        self._given[key_of(name)] = source
        return f"{name}.docx"

    def _owner(self, name: str) -> str | None:
        key = key_of(name)
        if key in self._given:
            return self._given[key]
        owner = self._owners.get(key)
        return owner if owner is not None and self._is_there(owner) else None


def _sayings(source: str) -> Iterator[str]:
    """How a data file is named within a name: shortly first."""
    path = PurePosixPath(source)
    folders = [part for part in path.parts[:-1] if part not in {"..", "/"}]
    yield path.stem
    yield "-".join((*folders, path.stem))
    yield "-".join((*folders, path.name))


def _with(stem: str, said: str) -> str:
    end = cut(safe(said), _LONGEST // 2)
    return f"{cut(stem, _LONGEST - len(end.encode()) - 1)}-{end}"


def stem_of(report: object) -> str:
    """Kind, agency, year and round of a report as the beginning of a name; empty where it lacks its agency."""
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


def key_of(name: str) -> str:
    """What two names have in common when some file system takes them for one."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
