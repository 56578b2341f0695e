"""Word documents of the Thai public-sector integrity assessment (ITA), from one data file to a paper ready to sign.

The pipeline is the tree: data file → records → report → view + template → .docx, with the findings beside it.

    report = ita_docs.load("progress.yaml")
    done = ita_docs.render(report, "progress.docx")

Every name is fetched on first use, so that `import ita_docs` loads none of the libraries behind it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ita_docs.errors import (
    DataError,
    Fault,
    ItaDocsError,
    OutputError,
    ParseError,
    PdfError,
    Place,
    TemplateError,
    UsageError,
)
from ita_docs.findings import Finding

if TYPE_CHECKING:
    from ita_docs import assessment as assessment
    from ita_docs import pack as pack
    from ita_docs import thai as thai
    from ita_docs.batch import Failure, FileResult, render_files, render_many
    from ita_docs.data_files import Loaded, check, load, load_reports, schema
    from ita_docs.engine import Rendered, Template, render
    from ita_docs.pdf import Pdf, to_pdf
    from ita_docs.records import (
        Agency,
        Assessment,
        Defaults,
        Dossier,
        IndicatorProgress,
        ItemProgress,
        Measure,
        Progress,
        SignOff,
        Stage,
        Step,
        SubStep,
        Targets,
    )
    from ita_docs.records.roll_forward import RolledForward
    from ita_docs.reports import (
        KINDS,
        PAPERS,
        AssessmentAnalysis,
        ImplementationReport,
        ImprovementPlan,
        IntegrityMeasures,
        Memo,
        ProgressReport,
        PublicationForm,
    )
    from ita_docs.thai import FiscalYear, Numerals, Period

__version__ = "0.1.0"

__all__ = [
    "KINDS",
    "PAPERS",
    "Agency",
    "Assessment",
    "AssessmentAnalysis",
    "DataError",
    "Defaults",
    "Dossier",
    "Failure",
    "Fault",
    "FileResult",
    "Finding",
    "FiscalYear",
    "ImplementationReport",
    "ImprovementPlan",
    "IndicatorProgress",
    "IntegrityMeasures",
    "ItaDocsError",
    "ItemProgress",
    "Loaded",
    "Measure",
    "Memo",
    "Numerals",
    "OutputError",
    "ParseError",
    "Pdf",
    "PdfError",
    "Period",
    "Place",
    "Progress",
    "ProgressReport",
    "PublicationForm",
    "Rendered",
    "RolledForward",
    "SignOff",
    "Stage",
    "Step",
    "SubStep",
    "Targets",
    "Template",
    "TemplateError",
    "UsageError",
    "__version__",
    "check",
    "load",
    "load_reports",
    "render",
    "render_files",
    "render_many",
    "schema",
    "to_pdf",
]

_ROOMS = {
    "batch": ("Failure", "FileResult", "render_files", "render_many"),
    "data_files": ("Loaded", "check", "load", "load_reports", "schema"),
    "engine": ("Rendered", "Template", "render"),
    "pdf": ("Pdf", "to_pdf"),
    "records": (
        "Agency",
        "Assessment",
        "Defaults",
        "Dossier",
        "IndicatorProgress",
        "ItemProgress",
        "Measure",
        "Progress",
        "SignOff",
        "Stage",
        "Step",
        "SubStep",
        "Targets",
    ),
    "records.roll_forward": ("RolledForward",),
    "reports": (
        "KINDS",
        "PAPERS",
        "AssessmentAnalysis",
        "ImplementationReport",
        "ImprovementPlan",
        "IntegrityMeasures",
        "Memo",
        "ProgressReport",
        "PublicationForm",
    ),
    "thai": ("FiscalYear", "Numerals", "Period"),
}
_WHOLE_ROOMS = ("assessment", "pack", "thai")
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}


def __getattr__(name: str) -> object:
    """Fetch a public name from its room, once; or a room that is public as a whole."""
    if name in _WHOLE_ROOMS:
        return import_module(f"{__name__}.{name}")
    if name not in _ROOM_OF:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the names not fetched yet too."""
    return sorted({*globals(), *__all__, *_WHOLE_ROOMS})
