"""Data files (ไฟล์ข้อมูล): YAML and JSON in, reports out, with file and line in every fault.

Source: one file a report or a dossier, `kind:` first; UTF-8.  Limits: numbers keep their digits and are read by the
field they stand in; every fault of a file is reported at once, except what ends the reading (a broken bracket, an
unknown kind).

    report = load("progress.yaml")      # DataError with all faults
    load_reports("year.yaml")           # every report of a dossier, each with its findings
    check("progress.yaml")              # the findings, with file and line
    schema("progress-report")           # for an editor
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ita_docs.data_files.faults import in_order, nearest, path_of
from ita_docs.data_files.json_reader import read_json
from ita_docs.data_files.source import read_text_file
from ita_docs.data_files.tree import Builder, Key, Node, Unreadable, path_at, path_text
from ita_docs.data_files.yaml_reader import read_yaml
from ita_docs.errors import DataError, Fault, Place, UsageError
from ita_docs.records.base import excerpt
from ita_docs.records.texts import control_characters, without_control_characters

if TYPE_CHECKING:
    from ita_docs.findings import Finding
    from ita_docs.records import Dossier
    from ita_docs.reports import Paper, Report

__all__ = [
    "DataFile",
    "Loaded",
    "check",
    "kinds",
    "load",
    "load_reports",
    "load_with_file",
    "papers",
    "read",
    "read_with_faults",
    "schema",
]

DOSSIER = "dossier"

_MOST_CONTROL_CHARACTERS = 20


class DataFile(NamedTuple):
    """A file's data, texts and all, and where in the file each part stands."""

    path: Path
    data: Mapping[str, Any]
    root: Node

    def place_of(self, loc: Iterable[Key]) -> Place:
        """File, line and column of a path such as `("measures", 2, "period")`.

        Of what the file does not write, its nearest part: for a key that is missing, the mapping that lacks it.
        """
        path = tuple(loc)
        node = self.root
        for part in path:
            child = (node.children or {}).get(part)
            if child is None:
                break
            node = child
        return Place(str(self.path), *node.start, field=path_text(path))

    def value_at(self, loc: Iterable[Key]) -> object:
        """The value at a path; None where there is none."""
        value: Any = self.data
        for part in loc:
            try:
                value = value[part]
            except (KeyError, IndexError, TypeError):
                return None
        return value

    def at(self, fault: Fault) -> Place:
        """File, line and column of the field that a record's fault names."""
        return self.place_of(self.settle(path_of(fault.place.field)))

    def settle(self, loc: Iterable[Key]) -> tuple[Key, ...]:
        """Give the part of a path that the file writes, and the key it lacks, if any.

        What stands in a report for a shorter form of the file (a text for a list, a list for a mapping) is left out,
        and so are the tags of a choice between forms.
        """
        path: list[Key] = []
        node = self.root
        for part in loc:
            if node.children is None:
                break
            if part in node.children:
                node = node.children[part]
                path.append(part)
            elif isinstance(part, int):
                break
            elif not node.is_list and not part.startswith("<"):
                path.append(part)
                break
        return tuple(path)


def read(path: str | PathLike[str]) -> DataFile:
    """Read a file's data without asking what it means; `DataError` has every fault of its form."""
    file, faults = read_with_faults(Path(path))
    if faults:
        raise DataError(faults)
    return file


class Loaded(NamedTuple):
    """A paper, and what to look at in it before signing, with file and line."""

    report: Paper
    findings: tuple[Finding, ...]


def load(path: str | PathLike[str]) -> Paper | Dossier:
    """Read a paper or a dossier; `DataError` has every fault: file, line, field, what was found, what to write."""
    return load_with_file(path)[0]


def load_with_file(path: str | PathLike[str]) -> tuple[Paper | Dossier, DataFile]:
    """Read a paper or a dossier, and give the file too, which knows the lines of its findings."""
    from ita_docs.data_files.making import Making  # noqa: PLC0415 - it reads files with this module

    making = Making(Path(path))
    return making.made(), making.file


def load_reports(
    path: str | PathLike[str],
    kinds: str | Iterable[str] = (),
    *,
    round: int | None = None,  # noqa: A002 - the field's name
) -> tuple[Loaded, ...]:
    """Read the reports of a dossier, all kinds if none is named, or the one of a report's file; each with its findings.

    `DataError` has every fault of all of them, each once; `UsageError` says what the file can not give.
    """
    from ita_docs.data_files.making import Making  # noqa: PLC0415 - it reads files with this module
    from ita_docs.review import review  # noqa: PLC0415 - who only reads a file needs no review

    making = Making(Path(path))
    names = (kinds,) if isinstance(kinds, str) else dict.fromkeys(kinds)
    reports = making.reports(tuple(names), round)
    place = making.file.at
    return tuple(Loaded(report, tuple(replace(f, place=place(f)) for f in review(report))) for report in reports)


def check(path: str | PathLike[str]) -> tuple[Finding, ...]:
    """Give what to look at before signing, each once, with file and line; `DataError` where nothing can be made."""
    found = [finding for loaded in load_reports(path) for finding in loaded.findings]
    return tuple({(f.code, f.place, tuple(sorted(f.params.items()))): f for f in reversed(found)}.values())[::-1]


def schema(kind: str) -> dict[str, Any]:
    """Give the JSON Schema of a kind's data file; `UsageError` names the kinds there are."""
    from ita_docs.data_files.json_schema import schema_of  # noqa: PLC0415 - loads a generator that reading does not need

    return schema_of(model_of(kind), kind)


def kinds() -> Mapping[str, type[Report]]:
    """Every kind of report that a dossier gives, by its name."""
    from ita_docs.reports import KINDS  # noqa: PLC0415 - reading a file's form needs no report

    return KINDS


def papers() -> Mapping[str, type[Paper]]:
    """Every kind of paper by its name: the reports, and what travels with them."""
    from ita_docs.reports import PAPERS  # noqa: PLC0415 - as in `kinds`

    return PAPERS


def model_of(kind: str) -> type[Paper | Dossier]:
    """Give the class of a kind of data file; `UsageError` names the kinds there are."""
    from ita_docs.records import Dossier  # noqa: PLC0415 - as in `kinds`

    if kind == DOSSIER:
        return Dossier
    if kind not in papers():
        raise UsageError([unknown_kind(kind)])
    return papers()[kind]


def read_with_faults(path: Path) -> tuple[DataFile, list[Fault]]:
    """Give a file's data and the faults of its form; `DataError` where there is no data to go on with."""
    text, faults = _without_control_characters(read_text_file(path), str(path))
    try:
        builder, more = _build(text, path)
    except Unreadable as error:
        raise DataError(in_order([*faults, *error.faults])) from None
    if builder.root is None or builder.data is None:
        faults = in_order([*faults, *more, *builder.faults])
        raise DataError(faults or [Fault("data.empty", Place(str(path)))])
    faults = in_order([*(_in_its_field(fault, builder.root) for fault in (*faults, *more)), *builder.faults])
    if not isinstance(builder.data, dict):
        found = Fault("data.no-report", Place(str(path), *builder.root.at), {"found": excerpt(builder.data)})
        raise DataError([*faults, found])
    return DataFile(path, builder.data, builder.root), faults


def _in_its_field(fault: Fault, root: Node) -> Fault:
    """A fault of one line with the field that the line turned out to be, when it had been mended."""
    place = fault.place
    path = path_at(root, (place.line or 0, place.column or sys.maxsize))
    return fault.at(replace(place, field=without_control_characters(path_text(path))))


def _build(text: str, path: Path) -> tuple[Builder, list[Fault]]:
    """Read as JSON what is named or looks so, all else as YAML."""
    named = path.suffix.lower() == ".json"
    if named and text.strip():
        return read_json(text, str(path)), []
    if text.lstrip().startswith("{"):
        try:
            return read_json(text, str(path)), []
        except Unreadable:
            pass  # YAML has braces too
    return read_yaml(text, str(path))


def _without_control_characters(text: str, file: str) -> tuple[str, list[Fault]]:
    """A space in place of each control character, and their faults; no reader takes them."""
    faults = []
    for index, name in islice(control_characters(text), _MOST_CONTROL_CHARACTERS):
        start = text.rfind("\n", 0, index) + 1
        line = text[start:].partition("\n")[0]
        place = Place(file, text.count("\n", 0, start) + 1, index - start + 1)
        faults.append(Fault("records.control-character", place, {"found": name, "text": excerpt(line)}))
    return (without_control_characters(text), faults) if faults else (text, faults)


def kind_of(file: DataFile, faults: Iterable[Fault] = ()) -> str:
    """Give the kind that a file names; `DataError` has its fault and those of the file's form."""
    value = file.data.get("kind")
    known = (*papers(), DOSSIER)
    if isinstance(value, str) and value.strip() in known:
        return value.strip()
    missing = Fault("data.no-kind", params={"known": ", ".join(known)})
    fault = missing if value is None else unknown_kind(excerpt(value))
    raise DataError(in_order([*faults, fault.at(file.place_of(("kind",)))]))


def unknown_kind(kind: str) -> Fault:
    """A fault that names the kinds there are, and the one that is near."""
    known = (*papers(), DOSSIER)
    near = nearest(kind, known)
    params = {"found": kind, "known": ", ".join(known)}
    return Fault("data.kind-near", params={**params, "nearest": near}) if near else Fault("data.kind", params=params)
