"""Redraw all standard templates and what `examples/agency` has of its own: `python -m drawing`."""

import sys
from pathlib import Path

from drawing import (
    agency_logo,
    agency_progress_report,
    assessment_analysis,
    implementation_report,
    improvement_plan,
    integrity_measures,
    memo,
    progress_report,
    publication_form,
)
from drawing.package import Document, write

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "templates" / "standard"
#: The set of the agency in the examples.
OURS = ROOT / "examples" / "agency" / "templates" / "ours"


def drawn() -> dict[str, Document]:
    """Every standard template by its file name."""
    return {
        "assessment-analysis.docx": assessment_analysis.draw(),
        "implementation-report.docx": implementation_report.draw(),
        "improvement-plan.docx": improvement_plan.draw(),
        "integrity-measures.docx": integrity_measures.draw(),
        "memo.docx": memo.draw(),
        "progress-report.docx": progress_report.draw(),
        "publication-form.docx": publication_form.draw(),
    }


def main() -> None:
    """Write every file and name it."""
    for folder in (FOLDER, OURS):
        folder.mkdir(parents=True, exist_ok=True)
    for name, document in drawn().items():
        write(document, FOLDER / name)
        sys.stdout.write(f"{(FOLDER / name).relative_to(ROOT)}\n")
    write(agency_progress_report.draw(), OURS / "progress-report.docx")
    (OURS / "logo.png").write_bytes(agency_logo.draw())
    sys.stdout.writelines(f"{path.relative_to(ROOT)}\n" for path in (OURS / "progress-report.docx", OURS / "logo.png"))


if __name__ == "__main__":
    main()
