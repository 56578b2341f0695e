"""What keeps PDFs from being made: told clearly, before anything is written, and nothing is left running."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from ita_docs import ItaDocsError, OutputError, PdfError, Rendered, UsageError, render, to_pdf
from ita_docs.pdf import office
from tests.engine.documents import docx
from tests.pdf.test_to_pdf import sample

SCRIPT = "#!/bin/sh\n"


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "a.docx"
    path.write_bytes(docx("ก"))
    return path


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def fake(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """A program in LibreOffice's place."""
    programs = folder / "programs"
    programs.mkdir()
    (programs / "soffice").write_text(script, encoding="utf-8")
    (programs / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")


def faults(kind: type[ItaDocsError], *arguments: Any, **options: Any) -> list[tuple[str, str]]:
    """The code of each fault and the name of the file it is about."""
    with pytest.raises(kind) as caught:
        to_pdf(*arguments, **options)
    assert all(fault.line("en") and fault.line("th") for fault in caught.value.faults)
    assert caught.value.exit_code == (2 if kind is UsageError else 5)
    return [(fault.code, Path(fault.place.file).name) for fault in caught.value.faults]


def test_without_libreoffice_it_says_what_to_install(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("ita_docs.pdf.office._usual_places", lambda: iter(()))
    with pytest.raises(PdfError) as caught:
        to_pdf([document], tmp_path)
    [fault] = caught.value.faults
    assert fault.code == "pdf.no-office"
    for language in ("en", "th"):
        assert all(word in fault.advice(language) for word in ("apt install", "Windows", "macOS"))
    assert caught.value.exit_code == 5
    assert isinstance(caught.value, OutputError)


def test_a_program_that_does_not_start(document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake(tmp_path, monkeypatch, "")
    (tmp_path / "programs" / "soffice").write_bytes(b"\x7fELF no program")
    assert faults(PdfError, [document]) == [("pdf.office-not-run", "")]


def test_after_the_time_limit_everything_is_ended(
    document: Path, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = tmp_path / "pid"
    fake(tmp_path, monkeypatch, f"{SCRIPT}echo '%PDF-1.6' > 0001.pdf\nsleep 600 &\necho $! > {pid}\nwait\n")
    old = tmp_path / "a.pdf"
    old.write_bytes(b"old")
    second = tmp_path / "b.docx"
    second.write_bytes(docx("ข"))
    started = time.monotonic()
    with pytest.raises(PdfError) as caught:
        to_pdf([document, second], tmp_path, timeout=1.5)
    assert time.monotonic() - started < 30
    [fault] = caught.value.faults
    assert (fault.code, fault.params) == ("pdf.timeout", {"seconds": "1.5", "count": "0", "all": "2"})
    assert fault.place.file == str(document)
    assert not running(int(pid.read_text()))
    assert (old.read_bytes(), list(temporary.iterdir())) == (b"old", [])


def test_what_a_program_leaves_running_is_ended_too(
    document: Path, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = tmp_path / "pid"
    fake(tmp_path, monkeypatch, f"{SCRIPT}sleep 600 &\necho $! > {pid}\n")
    assert faults(PdfError, [document]) == [("pdf.not-drawn", "a.docx")]
    assert not running(int(pid.read_text()))
    assert list(temporary.iterdir()) == []


def test_a_libreoffice_that_is_stopped_leaves_no_socket(
    document: Path, temporary: Path, soffice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its time is up as soon as its socket is there."""
    assert soffice
    seen: list[Path] = []

    class Slow(subprocess.Popen[bytes]):
        def wait(self, timeout: float | None = None) -> int:
            if timeout is None:
                return super().wait()
            [profile] = temporary.glob("*/profile")
            while not seen and self.poll() is None:
                seen.extend(office.sockets(profile))
            raise subprocess.TimeoutExpired("soffice", timeout)

    monkeypatch.setattr(office, "_popen", Slow)
    assert faults(PdfError, [document]) == [("pdf.timeout", "a.docx")]
    assert len(seen) == 1
    assert not seen[0].exists()
    assert list(temporary.iterdir()) == []


def running(pid: int) -> bool:
    """Whether a process still runs; one that only nobody has asked after does not."""
    for _ in range(50):
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return False
        if state == "Z":
            return False
        time.sleep(0.1)
    return True


def test_a_document_that_can_not_be_drawn_keeps_all_from_being_written(
    document: Path, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = tmp_path / "b.docx"
    second.write_bytes(docx("ข"))
    fake(tmp_path, monkeypatch, f"{SCRIPT}printf '%%PDF-1.6%200s' x > 0002.pdf\necho not a pdf > 0001.pdf\n")
    (tmp_path / "a.pdf").write_bytes(b"old")
    assert faults(PdfError, [document, second], tmp_path) == [("pdf.not-drawn", "a.docx")]
    assert (tmp_path / "a.pdf").read_bytes() == b"old"
    assert not (tmp_path / "b.pdf").exists()
    assert list(temporary.iterdir()) == []


def test_a_pdf_that_is_damaged_counts_as_not_drawn(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(tmp_path, monkeypatch, f"{SCRIPT}printf '%%PDF-1.6%200s' x > 0001.pdf\n")
    assert faults(PdfError, [document], tmp_path) == [("pdf.not-drawn", "a.docx")]


@pytest.mark.parametrize(("module", "package"), [("pikepdf", "pikepdf"), ("fontTools.ttLib", "fonttools")])
def test_a_library_that_is_missing_is_named(
    tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch, module: str, package: str
) -> None:
    fake(tmp_path, monkeypatch, SCRIPT)
    made = render(sample(root))
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(OutputError) as caught:
        to_pdf([made])
    [fault] = caught.value.faults
    assert (fault.code, fault.params) == ("pdf.no-library", {"found": package})
    assert "ita-docs[pdf]" in fault.advice()


def test_all_documents_that_can_not_be_read_are_told_at_once(document: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.docx"
    damaged.write_bytes(document.read_bytes()[:200])
    listed = [tmp_path / "none.docx", document, damaged, tmp_path]
    assert faults(PdfError, listed) == [
        ("pdf.no-document", "none.docx"),
        ("pdf.not-docx", "damaged.docx"),
        ("pdf.no-document", tmp_path.name),
    ]


def test_two_documents_of_one_name(document: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "A.docx").write_bytes(document.read_bytes())
    expected = [("pdf.same-name", "a.docx"), ("pdf.same-name", "A.docx")]
    assert faults(PdfError, [document, other / "A.docx"]) == expected


def test_where_nothing_can_be_written_libreoffice_is_not_run(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake(tmp_path, monkeypatch, f"{SCRIPT}touch {tmp_path}/ran\n")
    assert faults(OutputError, [document], tmp_path / "none") == [("output.no-folder", "none")]
    assert faults(OutputError, [document], document) == [("output.no-folder", "a.docx")]
    (tmp_path / "a.pdf").mkdir()
    assert faults(OutputError, [document], tmp_path) == [("output.folder", "a.pdf")]
    assert not (tmp_path / "ran").exists()


def test_no_documents_are_no_pdfs(tmp_path: Path) -> None:
    assert to_pdf([], tmp_path) == []


def test_a_single_document_and_what_is_none(document: Path, root: Path) -> None:
    made = render(sample(root))
    assert isinstance(made, Rendered)
    for single in (document, str(document), made):
        assert faults(UsageError, single) == [("pdf.one-document", "")]
    assert faults(UsageError, [3]) == [("usage.no-path", "")]
