"""The kinds of paper: each module has one kind's model and the view its template sees, and is loaded when it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from ita_docs.reports.report import Report
from ita_docs.reports.view import Picture, View

if TYPE_CHECKING:
    from ita_docs.reports.assessment_analysis import AssessmentAnalysis
    from ita_docs.reports.implementation_report import ImplementationReport
    from ita_docs.reports.improvement_plan import ImprovementPlan
    from ita_docs.reports.integrity_measures import IntegrityMeasures
    from ita_docs.reports.progress_report import ProgressReport

__all__ = [
    "KINDS",
    "AssessmentAnalysis",
    "ImplementationReport",
    "ImprovementPlan",
    "IntegrityMeasures",
    "Picture",
    "ProgressReport",
    "Report",
    "View",
]

_CLASSES = {
    "assessment-analysis": "AssessmentAnalysis",
    "implementation-report": "ImplementationReport",
    "improvement-plan": "ImprovementPlan",
    "integrity-measures": "IntegrityMeasures",
    "progress-report": "ProgressReport",
}


class _Kinds(Mapping[str, type[Report]]):
    """The classes by their kinds: who makes one paper does without the models and views of the others."""

    def __getitem__(self, kind: str) -> type[Report]:
        name = _CLASSES[kind]
        found: type[Report] = getattr(import_module(f"{__name__}.{kind.replace('-', '_')}"), name)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(_CLASSES)

    def __len__(self) -> int:
        return len(_CLASSES)

    def __contains__(self, kind: object) -> bool:
        return kind in _CLASSES


#: Every kind by its name on the command line and in data files.
KINDS: Mapping[str, type[Report]] = _Kinds()
_KIND_OF = {name: kind for kind, name in _CLASSES.items()}


def __getattr__(name: str) -> type[Report]:
    """Fetch the class of a kind, once."""
    if name not in _KIND_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    globals()[name] = KINDS[_KIND_OF[name]]
    return KINDS[_KIND_OF[name]]
