"""The kinds of paper: each module has one kind's model and the view its template sees."""

from ita_docs.reports.assessment_analysis import AssessmentAnalysis
from ita_docs.reports.implementation_report import ImplementationReport
from ita_docs.reports.improvement_plan import ImprovementPlan
from ita_docs.reports.integrity_measures import IntegrityMeasures
from ita_docs.reports.progress_report import ProgressReport
from ita_docs.reports.report import Report
from ita_docs.reports.view import Picture, View

#: Every kind by its name on the command line and in data files.
KINDS: dict[str, type[Report]] = {
    "assessment-analysis": AssessmentAnalysis,
    "implementation-report": ImplementationReport,
    "improvement-plan": ImprovementPlan,
    "integrity-measures": IntegrityMeasures,
    "progress-report": ProgressReport,
}

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
