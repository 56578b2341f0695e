"""Which kind a report is, asked by name: asking for its class would load the models and views of every kind.

>>> from ita_docs.reports import KINDS
>>> [kind for kind in KINDS if is_kind(KINDS["progress-report"].model_construct(), kind)]
['progress-report']
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeGuard, overload

from ita_docs.reports.report import Report

if TYPE_CHECKING:
    from ita_docs.reports import (
        AssessmentAnalysis,
        ImplementationReport,
        ImprovementPlan,
        IntegrityMeasures,
        ProgressReport,
    )


@overload
def is_kind(report: Report, kind: Literal["assessment-analysis"]) -> TypeGuard[AssessmentAnalysis]: ...
@overload
def is_kind(report: Report, kind: Literal["implementation-report"]) -> TypeGuard[ImplementationReport]: ...
@overload
def is_kind(report: Report, kind: Literal["improvement-plan"]) -> TypeGuard[ImprovementPlan]: ...
@overload
def is_kind(report: Report, kind: Literal["integrity-measures"]) -> TypeGuard[IntegrityMeasures]: ...
@overload
def is_kind(report: Report, kind: Literal["progress-report"]) -> TypeGuard[ProgressReport]: ...
@overload
def is_kind(report: Report, kind: str) -> bool: ...
def is_kind(report: Report, kind: str) -> bool:
    """Whether a report is of a kind, and so of its class."""
    return report.kind == kind
