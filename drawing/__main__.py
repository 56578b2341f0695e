"""Redraw all standard templates: `python -m drawing`."""

import sys
from pathlib import Path

from drawing import (
    assessment_analysis,
    implementation_report,
    improvement_plan,
    integrity_measures,
    memo,
    progress_report,
    publication_form,
)
from drawing.package import Document, write

FOLDER = Path(__file__).parent.parent / "templates" / "standard"


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
    """Write every template to its file and name the file."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, document in drawn().items():
        write(document, FOLDER / name)
        sys.stdout.write(f"templates/standard/{name}\n")


if __name__ == "__main__":
    main()
