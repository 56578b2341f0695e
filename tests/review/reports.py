"""Small reports for the tests of the review: each gives what is asked for and is clean in all else."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ita_docs import load
from ita_docs.reports import (
    AssessmentAnalysis,
    ImplementationReport,
    ImprovementPlan,
    IntegrityMeasures,
    ProgressReport,
    Report,
)

AGENCY = {"kind": "อบต.", "name": "หินตั้ง", "district": "บ้านไผ่", "province": "ขอนแก่น"}
OWN = {"responsible": "สำนักปลัด", "period": "ต.ค.๖๕ - มี.ค.๖๖"}
KINDS: dict[str, type[Report]] = {
    "analysis": AssessmentAnalysis,
    "implementation": ImplementationReport,
    "plan": ImprovementPlan,
    "integrity": IntegrityMeasures,
    "progress": ProgressReport,
}


def loaded(path: Path) -> Report:
    """The report of a file."""
    report = load(path)
    assert isinstance(report, Report)
    return report


def made(kind: str, *measures: Mapping[str, Any], **more: Any) -> Report:
    """A report of FY2566, for an agency that exists."""
    return KINDS[kind].model_validate({"fiscal_year": 2566, "agency": AGENCY, "measures": measures, **more})
