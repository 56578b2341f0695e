"""What a data file gives (รายงานจากไฟล์ข้อมูล): the record that it holds, and the reports that are made of it.

Source: the kinds of `reports.PAPERS`, and the dossier of which `reports.KINDS` are made.  Limits: what is wrong in
several kinds is one fault; a report that can not be made stops the others, since they are asked for together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ita_docs.data_files import DOSSIER, kind_of, kinds, model_of, papers, read_with_faults, unknown_kind
from ita_docs.data_files.editions import FOLDER, FolderEditions
from ita_docs.data_files.faults import faults_of, in_order
from ita_docs.errors import DataError, Fault, ItaDocsError, ParseError, Place, UsageError
from ita_docs.records import Dossier
from ita_docs.records.base import read_fiscal_year
from ita_docs.reports import Paper
from ita_docs.reports.partial import results_year_in
from ita_docs.thai import FiscalYear

_ROUNDS = (1, 2)


class Making:
    """A data file that is being made a record of, and reports of that."""

    def __init__(self, path: Path) -> None:
        """Read the file's form; what can not be gone on with raises `DataError`."""
        self.file, self._form = read_with_faults(path)
        self.kind = kind_of(self.file, self._form)
        folder = path.parent
        self._context: dict[str, Any] = {
            "folder": folder,
            "fiscal_year": _year(self.file.data.get("fiscal_year")),
            "editions": FolderEditions(folder / FOLDER),
        }

    def made(self) -> Paper | Dossier:
        """The record that the file holds; `DataError` has every fault of it."""
        made = self._validated({}, () if self.kind == DOSSIER else (self.kind,))
        if self._form:
            raise DataError(self._form)
        return made

    def reports(self, asked: tuple[str, ...], part: int | None) -> tuple[Paper, ...]:
        """The reports of these kinds, all if none is named, `part` for the kinds that report in rounds."""
        self._refuse(asked, part)
        names = asked or (tuple(kinds()) if self.kind == DOSSIER else (self.kind,))
        options = {name: {"round": part} if part is not None and _in_rounds(name) else {} for name in names}
        made = self._validated(options[self.kind] if self.kind != DOSSIER else {}, names)
        reports, faults = ([made], []) if isinstance(made, Paper) else self._of(made, options)
        if self._form or faults:
            raise DataError(in_order([*self._form, *faults]))
        return tuple(reports)

    def _of(self, dossier: Dossier, options: Mapping[str, Mapping[str, Any]]) -> tuple[list[Paper], list[Fault]]:
        """The reports of a dossier that can be made, and what stands against the others."""
        reports: list[Paper] = []
        faults: list[Fault] = []
        for name, more in options.items():
            try:
                reports.append(dossier.report(kinds()[name], **more))
            except ValidationError as error:
                faults += faults_of(error, kinds()[name], self.file)
            except ItaDocsError as error:
                faults += self._placed(error)
        return reports, faults

    def _validated(self, options: Mapping[str, Any], names: Iterable[str]) -> Paper | Dossier:
        """The file's record; where it is refused, with what is wrong between its fields for the kinds named."""
        model: type[Paper | Dossier] = model_of(self.kind)
        data = {**self.file.data, **options, "kind": self.kind}
        try:
            return model.model_validate(data, context=self._context)
        except DataError as error:  # of an edition of the agency's own
            raise DataError([*self._form, *error.faults]) from None
        except ValidationError as error:
            found = faults_of(error, model, self.file)
        elsewhere: list[Fault] = []
        for name in names:
            try:
                between = papers()[name].faults_between(self._data_of_a_report(), self._context)
            except DataError as error:
                elsewhere += error.faults
            else:
                found += [fault.at(self.file.at(fault)) for fault in between]
        # Where the form of a line is wrong, what its value then lacks is the same mistake.
        known = {fault.place.line for fault in self._form}
        kept = [fault for fault in found if fault.place.line not in known]
        raise DataError([*in_order([*self._form, *kept]), *in_order(elsewhere)])

    def _data_of_a_report(self) -> Mapping[str, Any]:
        """The data as a report of it has them: a dossier's results are of the year before, whatever the kind."""
        data = self.file.data
        assessment = data.get("assessment") or {}
        if self.kind != DOSSIER or not isinstance(assessment, Mapping):
            return data
        year = results_year_in(data, 1)
        return {**data, "assessment": {**assessment, "year": year}} if year else data

    def _placed(self, error: ItaDocsError) -> list[Fault]:
        """The faults with file and line; those of an agency's own edition have theirs."""
        if isinstance(error, DataError):
            return list(error.faults)
        return [fault.at(self.file.at(fault)) for fault in error.faults]

    def _refuse(self, asked: tuple[str, ...], part: int | None) -> None:
        """Refuse what the file can not give."""
        place = Place(str(self.file.path))
        faults = [unknown_kind(name) for name in asked if name not in papers()]
        given = asked or (tuple(kinds()) if self.kind == DOSSIER else (self.kind,))
        others = [name for name in asked if name in papers() and name != self.kind]
        if self.kind != DOSSIER:
            faults += [Fault("dossier.other-kind", place, {"found": self.kind, "kind": name}) for name in others]
        else:
            faults += [Fault("memo.not-of-dossier", place, {"kind": name}) for name in others if name not in kinds()]
        if part is not None and part not in _ROUNDS:
            faults.append(Fault("dossier.round", place, {"found": str(part)}))
        elif part is not None and not faults and not any(map(_in_rounds, given)):
            faults.append(Fault("dossier.no-rounds", place, {"kind": ", ".join(given)}))
        if faults:
            raise UsageError(faults)


def _in_rounds(name: str) -> bool:
    return "round" in papers()[name].model_fields


def _year(value: object) -> FiscalYear | None:
    """The fiscal year in which periods are read; one that is wrong is reported by its own field."""
    with suppress(ParseError):
        return read_fiscal_year(value)
    return None
