"""`ita-docs render --pdf` and `--embed-fonts`: beside the documents, all or nothing, what is found of fonts is said."""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

import ita_docs
from ita_docs import template_sets
from ita_docs.engine.embed import Embedded
from ita_docs.errors import Fault, OutputError, PdfError, Place
from ita_docs.findings import Finding
from tests.command import Run

KINDS = tuple(ita_docs.KINDS)


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a report and a dossier, English messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    shutil.copy(template_sets.starter("progress-report"), "one.yaml")
    shutil.copy(template_sets.starter("dossier"), "year.yaml")
    return tmp_path


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[ita_docs.Rendered]:
    """What LibreOffice would have drawn; each page lacks a font."""
    seen: list[ita_docs.Rendered] = []

    def to_pdf(documents: Iterable[ita_docs.Rendered]) -> list[ita_docs.Pdf]:
        seen.extend(documents)
        return [ita_docs.Pdf(b"%PDF-" + one.document, None, (_replaced(str(one.path)),)) for one in seen]

    monkeypatch.setattr(ita_docs, "to_pdf", to_pdf)
    return seen


def _replaced(file: str) -> Finding:
    return Finding("pdf.font-replaced", Place(file=file), {"font": "F", "found": "G"}, "warning")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_pdf_beside_each_document(work: Path, run: Run, drawn: list[ita_docs.Rendered]) -> None:
    code, out, err = run("render", "year.yaml", "-o", "out", "--pdf")
    assert code == 0
    assert names(work / "out") == sorted(f"{kind}{end}" for kind in KINDS for end in (".docx", ".pdf"))
    assert sorted(out.splitlines()) == sorted(str(Path("out") / name) for name in names(work / "out"))
    assert err.count("\n") == len(KINDS) == len(drawn)
    assert str(_replaced(str(Path("out") / f"{KINDS[0]}.docx")).place) in err
    for kind in KINDS:
        pdf = (work / "out" / f"{kind}.pdf").read_bytes()
        assert pdf == b"%PDF-" + (work / "out" / f"{kind}.docx").read_bytes()


def test_strict_stops_at_a_font_that_is_missing(work: Path, run: Run, drawn: list[ita_docs.Rendered]) -> None:
    assert run("render", "one.yaml", "--pdf", "--strict")[0] == 3
    assert (names(work), len(drawn)) == (["one.yaml", "year.yaml"], 1)


def test_a_pdf_is_replaced_only_by_force(work: Path, run: Run, drawn: list[ita_docs.Rendered]) -> None:
    (work / "one.pdf").write_bytes(b"signed")
    code, out, err = run("render", "one.yaml", "--pdf")
    assert (code, out, err) == (5, "", f"{Fault('cli.output-exists', Place(file='one.pdf'))}\n")
    assert (drawn, (work / "one.docx").exists()) == ([], False)
    assert run("render", "one.yaml", "--pdf", "--force")[0] == 0
    assert (work / "one.pdf").read_bytes().startswith(b"%PDF-")


def test_no_document_without_its_pdf(work: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise PdfError([Fault("pdf.no-office")])

    monkeypatch.setattr(ita_docs, "to_pdf", fail)
    assert run("render", "year.yaml", "-o", "out", "--pdf")[:2] == (5, "")
    assert names(work / "out") == []


def test_fonts_are_embedded_before_a_pdf_is_drawn(
    work: Path, run: Run, drawn: list[ita_docs.Rendered], monkeypatch: pytest.MonkeyPatch
) -> None:
    licence = Finding("embed.licence", params={"font": "F", "licence": "L"}, severity="advice")
    monkeypatch.setattr("ita_docs.engine.embed.embed_fonts", lambda content: Embedded(content + b"font", (licence,)))
    code, _, err = run("render", "one.yaml", "--embed-fonts", "--pdf")
    assert code == 0
    assert err.startswith("one.docx: advice: ")
    assert (work / "one.docx").read_bytes().endswith(b"font")
    assert drawn[0].document.endswith(b"font")


def test_a_font_that_can_not_be_embedded_stops_all(work: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    fault = Fault("embed.not-installed", params={"font": "F"})

    def fail(_: bytes) -> None:
        raise OutputError([fault])

    monkeypatch.setattr("ita_docs.engine.embed.embed_fonts", fail)
    assert run("render", "one.yaml", "--embed-fonts") == (5, "", f"{fault.at(Place(file='one.docx'))}\n")
    assert names(work) == ["one.yaml", "year.yaml"]


@pytest.mark.xdist_group("office")
def test_with_libreoffice(work: Path, run: Run, soffice: str) -> None:
    assert soffice
    assert run("render", "one.yaml", "--pdf")[0] == 0
    assert (work / "one.pdf").read_bytes().startswith(b"%PDF-")
