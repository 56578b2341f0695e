"""What a document of a data file is made from, as digests that need no reading of the data (ของเดิมยังใช้ได้หรือไม่).

Of a data file count its bytes, the registers beside it and the version of this library; of each document its template,
digits and round too, and the pictures in it.  Everything is compared by content, never by times.

Limits: which set and which pictures a file names is known from when it was last read, which is enough, since its bytes
are the same then.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from ita_docs import __version__
from ita_docs.data_files.editions import FOLDER
from ita_docs.engine.choice import is_template
from ita_docs.template_sets import STANDARD, TemplateSet, find_set, standard_set
from ita_docs.thai import Numerals


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of every file of a batch."""

    #: Kinds of report; none are all that a file gives.
    kinds: tuple[str, ...] = ()
    round: int | None = None
    template: str | None = None
    numerals: Numerals | None = None
    #: Whether the reports are reviewed; else only what they find themselves is looked at.
    check: bool = False


def digest_of_file(path: Path, run: str) -> str:
    """The digest of a data file and of what stands beside it; empty where it can not be read."""
    try:
        content = path.read_bytes()
    except (OSError, ValueError):
        return ""
    return _digest(__version__, sha256(content).hexdigest(), _registers(run, str(path.parent / FOLDER)))


def digest_of_document(data: str, made: Asked, kind: str, template: str, pictures: Mapping[str, str]) -> str:
    """The digest of one document; `template` is what `template_print` gives."""
    return _digest(data, kind, template, made.numerals, made.round, sorted(pictures.items()))


@lru_cache(maxsize=256)
def template_print(run: str, asked: str | None, named: str | None, folder: str, kind: str) -> str:
    """What a kind of paper is rendered with: template, style, digits, logo and own fields of its set.

    `asked` is the caller's, `named` the data file's; `run` tells one batch from another.  Raises TemplateError.
    """
    del run
    if asked is not None and asked != STANDARD and is_template(asked):
        return _of(Path(asked))
    name = asked or named
    found: TemplateSet = standard_set() if name == STANDARD else find_set(name, Path(folder))
    path, style = found.template(kind)
    logo = _of(found.logo) if found.logo else None
    return _digest(_of(path), style, found.numerals, logo, sorted(found.extra.items()))


def picture_digests(pictures: Mapping[str, bytes | None], folder: Path) -> dict[str, str]:
    """The pictures of a file by their paths as seen from it."""
    return {
        os.path.relpath(path, folder): "" if content is None else sha256(content).hexdigest()
        for path, content in pictures.items()
    }


def same_pictures(known: Mapping[str, str], folder: Path) -> bool:
    """Whether the pictures that were printed are those that are there."""
    return all(_of(folder / name) == digest for name, digest in known.items())


@lru_cache(maxsize=256)
def _registers(run: str, folder: str) -> str:
    del run
    try:
        files = sorted(Path(folder).glob("*.yaml"))
    except OSError:
        return ""
    return _digest([(path.name, _of(path)) for path in files])


def _of(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _digest(*parts: object) -> str:
    return sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()
