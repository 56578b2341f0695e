"""What a data file holds is never lost to what is made of it, not even by force, be it named by another name."""

import shutil
from pathlib import Path

import pytest

from ita_docs import template_sets
from ita_docs.errors import Fault, Place
from tests.command import Run


@pytest.fixture
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Last year's dossier, in the folder to work in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    sample = template_sets.data_folder() / "examples" / "dossier.yaml"
    return Path(shutil.copy(sample, tmp_path / "year.yaml")).relative_to(tmp_path)


def said(target: str) -> str:
    return str(Fault("cli.output-is-data", Place(file=target)))


@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to"])
def test_a_document_does_not_replace_its_data(year: Path, run: Run, link: str) -> None:
    before = year.read_bytes()
    getattr(Path("mine.docx"), link)(year.resolve())
    code, out, err = run("render", str(year), "--report", "progress-report", "-o", "mine.docx", "--force")
    assert (code, out, err.splitlines()[-1], year.read_bytes()) == (5, "", said("mine.docx"), before)


def test_a_link_in_the_folder_of_several_documents_stops_them_all(year: Path, run: Run) -> None:
    before = year.read_bytes()
    Path("out").mkdir()
    Path("out/progress-report.docx").symlink_to(year.resolve())
    code, out, err = run("render", str(year), "-o", "out", "--force")
    assert (code, out, err.splitlines()[-1], year.read_bytes()) == (5, "", said("out/progress-report.docx"), before)
    assert [path.name for path in Path("out").iterdir()] == ["progress-report.docx"]


def test_next_year_does_not_replace_last_year(year: Path, run: Run) -> None:
    before = year.read_bytes()
    code, out, err = run("new", "--from", str(year), "-o", str(year), "--force")
    assert (code, out, err.splitlines()[-1], year.read_bytes()) == (5, "", said(str(year)), before)
