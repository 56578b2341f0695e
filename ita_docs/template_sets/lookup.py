"""Template sets (ชุดแม่แบบ): found by name or path, each with what it leaves to the set that it inherits from.

A name is looked for in the folders of `ITA_DOCS_TEMPLATES`, then in the folder `templates` beside the data file; the
standard set is always there.  A folder of `ITA_DOCS_TEMPLATES` that is itself a set is used where none is asked for.

Limits: a template of a set's own is used as it is; font and size restyle those that it inherits.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ita_docs.errors import Fault, Place, TemplateError
from ita_docs.near import near
from ita_docs.template_sets.packaged import STANDARD, data_folder, standard_template
from ita_docs.template_sets.set_file import FILE, ExtraField, SetFile, read_set_file

if TYPE_CHECKING:
    from ita_docs.thai import Numerals

VARIABLE = "ITA_DOCS_TEMPLATES"
_TEMPLATES = "templates"
#: How near the name of a file must be to that of a kind to be a slip of the keyboard.
_NEAR = 0.8


class Style(NamedTuple):
    """How an inherited template is restyled: a font and a size in points; None leaves them."""

    font: str | None = None
    size: float | None = None


@dataclass(frozen=True)
class TemplateSet:
    """One set; `parent` is None for the standard set alone."""

    name: str
    folder: Path
    parent: TemplateSet | None = None
    own: SetFile = field(default_factory=SetFile)

    @property
    def title(self) -> str:
        """The name that the set gives itself, else its folder's."""
        return self.own.name or self.name

    @cached_property
    def line(self) -> tuple[TemplateSet, ...]:
        """The set, its parent, and so on to the standard set."""
        return (self, *(self.parent.line if self.parent else ()))

    def template(self, kind: str) -> tuple[Path, Style]:
        """The template of a kind in the nearest set that has one, and how the sets below that one restyle it."""
        font: str | None = None
        size: float | None = None
        for one in self.line:
            path = one.folder / f"{kind}.docx"
            if one.parent is None:
                path = standard_template(kind)
            if path.is_file():
                return path, Style(font, size)
            font, size = font or one.own.font, size or one.own.size
        raise AssertionError(kind)  # the standard set has every kind, or has said that it has not

    @property
    def logo(self) -> Path | None:
        """The logo for agencies that state none."""
        return next((one.own.logo for one in self.line if one.own.logo), None)

    @property
    def numerals(self) -> Numerals | None:
        """The digits of documents whose data does not say."""
        return next((one.own.numerals for one in self.line if one.own.numerals), None)

    @cached_property
    def extra(self) -> dict[str, ExtraField]:
        """The fields of the agency's own, those of the parents too."""
        return {name: found for one in reversed(self.line) for name, found in one.own.extra.items()}


def standard_set() -> TemplateSet:
    """The set that the package brings."""
    return TemplateSet(STANDARD, data_folder() / _TEMPLATES / STANDARD)


def find_set(asked: str | os.PathLike[str] | None = None, beside: Path | None = None) -> TemplateSet:
    """The set of a name or path; without either, the one that `ITA_DOCS_TEMPLATES` is, else the standard set.

    `beside` is the folder of the data file.  `TemplateError` names what there is.
    """
    if asked is None:
        entry = next((folder for folder in _entries() if (folder / FILE).is_file()), None)
        return standard_set() if entry is None else _opened(entry, beside, ())
    return _opened(_folder(asked, beside, None), beside, ())


def known_sets(beside: Path | None = None) -> dict[str, Path]:
    """Every set that can be asked for by name, with its folder; the first of a name is the one that is found."""
    found: dict[str, Path] = {}
    for folder in _candidates(beside):
        found.setdefault(folder.name, folder)
    return {**found, STANDARD: data_folder() / _TEMPLATES / STANDARD}


def _entries() -> list[Path]:
    return [Path(entry) for entry in os.environ.get(VARIABLE, "").split(os.pathsep) if entry.strip()]


def _candidates(beside: Path | None) -> Iterator[Path]:
    """The folders that are sets, in the order in which they are looked for."""
    for entry in _entries():
        if (entry / FILE).is_file():
            yield entry
        yield from _sets_in(entry)
    if beside is not None:
        yield from _sets_in(beside / _TEMPLATES)


def _sets_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if (path / FILE).is_file())
    except OSError:  # not there, or not ours to read
        return []


def _folder(asked: str | os.PathLike[str], beside: Path | None, child: Path | None) -> Path:
    """The folder of a set; a parent is also looked for beside its child."""
    text = os.fspath(asked)
    known = known_sets(beside)
    if child is not None:
        known = {**{path.name: path for path in _sets_in(child.parent)}, **known}
    if text in known:
        return known[text]
    path = Path(text)
    if child is not None and not path.is_absolute():
        path = child / path
    if path.is_dir() and (path / FILE).is_file():
        return path
    place = Place(file=str(child / FILE), field="inherit") if child else Place()
    params = {"found": text, "known": ", ".join(known)}
    if path.is_dir():
        raise TemplateError([Fault("template-set.no-set-file", place, {**params, "file": str(path / FILE)})])
    if nearest := near(text, known):
        raise TemplateError([Fault("template-set.unknown-near", place, {**params, "nearest": nearest})])
    raise TemplateError([Fault("template-set.unknown", place, params)])


def _opened(folder: Path, beside: Path | None, children: tuple[Path, ...]) -> TemplateSet:
    """A set with its parents; `children` are the sets that led here."""
    if folder.resolve() == (data_folder() / _TEMPLATES / STANDARD).resolve():
        return standard_set()
    if folder.resolve() in {child.resolve() for child in children}:
        line = " → ".join(child.name for child in (*children, folder))
        place = Place(file=str(children[-1] / FILE), field="inherit")
        raise TemplateError([Fault("template-set.cycle", place, {"found": line})])
    own = read_set_file(folder)
    _check_files(folder)
    parent = _opened(_folder(own.inherit or STANDARD, beside, folder), beside, (*children, folder))
    return TemplateSet(folder.name, folder, parent, own)


def _check_files(folder: Path) -> None:
    """A template whose name is almost that of a kind would never be used, and nobody would know."""
    from ita_docs.reports import PAPERS  # noqa: PLC0415  loads the records, which help does without

    faults = []
    for path in sorted(folder.glob("*.docx")):
        if path.stem in PAPERS or path.name.startswith("~$"):
            continue
        if kind := near(path.stem, PAPERS, _NEAR):
            faults.append(Fault("template-set.file-near", Place(file=str(path)), {"nearest": f"{kind}.docx"}))
    if faults:
        raise TemplateError(faults)
