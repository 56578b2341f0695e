"""The kinds of paper: each module has one kind's model and the view its template sees, and is loaded when used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar, cast

from ita_docs.reports.paper import Paper
from ita_docs.reports.report import Report
from ita_docs.reports.view import Picture, View

if TYPE_CHECKING:
    from ita_docs.reports.assessment_analysis import AssessmentAnalysis
    from ita_docs.reports.implementation_report import ImplementationReport
    from ita_docs.reports.improvement_plan import ImprovementPlan
    from ita_docs.reports.integrity_measures import IntegrityMeasures
    from ita_docs.reports.memo import Memo
    from ita_docs.reports.progress_report import ProgressReport
    from ita_docs.reports.publication_form import PublicationForm

__all__ = [
    "KINDS",
    "PAPERS",
    "AssessmentAnalysis",
    "ImplementationReport",
    "ImprovementPlan",
    "IntegrityMeasures",
    "Memo",
    "Paper",
    "Picture",
    "ProgressReport",
    "PublicationForm",
    "Report",
    "View",
]

PaperT = TypeVar("PaperT", bound=Paper)
_REPORTS = {
    "assessment-analysis": "AssessmentAnalysis",
    "implementation-report": "ImplementationReport",
    "improvement-plan": "ImprovementPlan",
    "integrity-measures": "IntegrityMeasures",
    "progress-report": "ProgressReport",
}
_CLASSES = {**_REPORTS, "memo": "Memo", "publication-form": "PublicationForm"}


class _Kinds(Mapping[str, type[PaperT]]):
    """The classes by their kinds: who makes one paper does without the models and views of the others."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._classes = classes

    def __getitem__(self, kind: str) -> type[PaperT]:
        name = self._classes[kind]
        return cast("type[PaperT]", getattr(import_module(f"{__name__}.{kind.replace('-', '_')}"), name))

    def __iter__(self) -> Iterator[str]:
        return iter(self._classes)

    def __len__(self) -> int:
        return len(self._classes)

    def __contains__(self, kind: object) -> bool:
        return kind in self._classes


#: The kinds of report that a dossier gives, by their names on the command line and in data files.
KINDS: Mapping[str, type[Report]] = _Kinds(_REPORTS)
#: Every kind of paper: the reports, and what travels with them.
PAPERS: Mapping[str, type[Paper]] = _Kinds(_CLASSES)
_KIND_OF = {name: kind for kind, name in _CLASSES.items()}


def __getattr__(name: str) -> type[Paper]:
    """Fetch the class of a kind, once."""
    if name not in _KIND_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    globals()[name] = PAPERS[_KIND_OF[name]]
    return PAPERS[_KIND_OF[name]]
