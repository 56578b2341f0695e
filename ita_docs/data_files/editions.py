"""Agencies' own editions (ทะเบียนการประเมินที่หน่วยงานจัดทำเอง): `editions/2570.yaml` beside a data file.

Source: the commission changes the items every year, and the year being written is newer than the newest the package
knows.  The format is that of the package's own years; a folder's file stands above the package's of the same year.
Limits: a file is read when its year is asked for, and checked whole: every fault at once, with line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from pydantic import ValidationError

from ita_docs.assessment import Edition, Editions, edition_file, edition_of
from ita_docs.assessment import edition as package_edition
from ita_docs.data_files import DataFile, read_with_faults
from ita_docs.data_files.faults import faults_of, in_order
from ita_docs.errors import DataError, Fault, ParseError
from ita_docs.patterns import lazy_pattern
from ita_docs.records.base import read_fiscal_year
from ita_docs.thai import FiscalYear

FOLDER = "editions"
_NAMED = lazy_pattern(r"(2[4-6][0-9]{2})\.yaml")


@dataclass(frozen=True)
class FolderEditions(Editions):
    """The package's editions, and above them those of a folder, each read once."""

    folder: Path
    _read: dict[int, Edition] = field(default_factory=dict, compare=False, repr=False)

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a register here, oldest first."""
        return tuple(sorted({*super().years, *self.own}))

    @property
    def own(self) -> dict[int, Path]:
        """The files of the folder, by year."""
        try:
            found = {path.name: path for path in self.folder.iterdir()}
        except OSError:  # no such folder: nobody has one
            return {}
        named = {name: match for name in found if (match := _NAMED.fullmatch(name))}
        return {int(match[1]): found[name] for name, match in sorted(named.items())}

    def file(self, year: int) -> Path:
        """The file of a year: the folder's, else the package's."""
        return self.own.get(year) or edition_file(year)

    def get(self, year: int | FiscalYear) -> Edition:
        """Give the register of a year; a faulty file of the folder raises `DataError` with all its faults."""
        number = year.year if isinstance(year, FiscalYear) else year
        if number not in self._read and (path := self.own.get(number)):
            self._read[number] = load_edition(path)
        return self._read[number] if number in self._read else super().get(number)


def edition(year: int | FiscalYear, folder: str | PathLike[str] | None = None) -> Edition:
    """Give the register of a year: of a folder of editions where it has one, else the package's."""
    return FolderEditions(Path(folder)).get(year) if folder is not None else package_edition(year)


def load_edition(path: str | PathLike[str]) -> Edition:
    """Read an edition's file; `DataError` has every fault, with file and line."""
    from ita_docs.data_files.edition_faults import edition_faults  # noqa: PLC0415  few have an edition of their own
    from ita_docs.data_files.edition_form import EditionForm  # noqa: PLC0415  as the line above

    file, faults = read_with_faults(Path(path))
    year, more = _year(file)
    form = None
    try:
        form = EditionForm.model_validate(file.data)
    except ValidationError as error:
        faults += faults_of(error, EditionForm, file)
    between = edition_faults(file.data, year) if year else ()
    placed = [fault.at(file.at(fault)) for fault in between]
    faults = in_order([*faults, *more, *placed])
    if faults or form is None:
        raise DataError(faults)
    return edition_of(
        {**form.model_dump(exclude_none=True, exclude={"fiscal_year"}), "fiscal_year": form.fiscal_year.year}
    )


def _year(file: DataFile) -> tuple[int | None, list[Fault]]:
    """The year that the file states, and the fault of one that its name does not; a wrong one has its own fault."""
    try:
        year = read_fiscal_year(file.data.get("fiscal_year")).year
    except ParseError:
        return None, []
    if not (named := _NAMED.fullmatch(file.path.name)) or int(named[1]) == year:
        return year, []
    place = file.place_of(("fiscal_year",))
    return year, [Fault("edition.year", place, {"found": str(year), "named": named[1]})]
