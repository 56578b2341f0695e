"""What every paper has in common: an agency, a year, digits, a view for its template, findings before signing.

A paper is a frozen record.  A *report* prints measures and is one of those that a dossier gives; a *companion* (memo,
publication form) travels with a report and has none.  Nothing here knows Word.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field

from ita_docs.errors import Fault
from ita_docs.findings import Finding
from ita_docs.records import Text
from ita_docs.records.agency_year import YearFile
from ita_docs.records.sign_off import SignOff
from ita_docs.reports.view import View
from ita_docs.thai import FiscalYear, Numerals


def _one_or_more(value: object) -> object:
    return [value] if isinstance(value, str) else value


#: A list of texts; one alone may stand without a list.
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_more, json_schema_input_type=Text | tuple[Text, ...])]


class Paper(YearFile):
    """The base of all papers: what can be loaded from a data file of its own and rendered with a template."""

    title_th: ClassVar[str]
    default_numerals: ClassVar[Numerals] = "thai"

    @classmethod
    def faults_between(cls, data: Mapping[str, Any], context: Mapping[str, Any]) -> tuple[Fault, ...]:
        """What is wrong between the fields of data in which some field is wrong by itself.

        Validation stops before it looks between fields; a data file reports these faults all the same.
        """
        del data, context
        return ()

    @property
    def pictures(self) -> tuple[Path, ...]:
        """The files of the pictures in its view; what a batch hands to workers that do not have them."""
        return (self.agency.logo,) if self.agency.logo else ()

    @property
    def of_dossier(self) -> bool:
        """Whether the paper was made of a dossier."""
        return False

    @abstractmethod
    def view(self) -> View:
        """What the template of this kind sees."""

    def findings(self) -> tuple[Finding, ...]:
        """What a person should look at before signing; `place.field` says where in the data."""
        return tuple(self._findings())

    def _findings(self) -> Iterator[Finding]:
        return iter(())


class Companion(Paper):
    """A paper that travels with a report; its years are those of most reports, so that its texts can be reviewed."""

    evidence_year: ClassVar[FiscalYear | None] = None

    sign_off: SignOff | None = Field(default=None, description="การลงนาม ไม่เกิน 3 ลำดับ")

    @property
    def results_year(self) -> FiscalYear:
        """The year before: the results that the papers of a year answer."""
        return FiscalYear(self.fiscal_year.year - 1)

    def unit_line(self, unit: str | None) -> str:
        """A unit and whose it is; the agency is not named twice."""
        if unit is None:
            return self.agency.full_name
        named = any(name in unit for name in (self.agency.full_name, self.agency.short_name))
        return unit if named else f"{unit} {self.agency.full_name}"
