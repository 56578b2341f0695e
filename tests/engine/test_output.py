"""A document appears at its target whole, or not at all."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import ita_docs
from ita_docs import template_sets
from ita_docs.engine import Template, render
from ita_docs.engine.render import write
from ita_docs.errors import OutputError, UsageError

REPORT = ita_docs.load_reports(template_sets.starter("progress-report"))[0].report
OLD = b"what was there before"


def failure(path: Any, document: bytes = b"new") -> str:
    with pytest.raises(OutputError) as caught:
        write(path, document)
    [fault] = caught.value.faults
    assert fault.place.file == str(path)
    assert fault.text("th")
    return fault.code


@pytest.fixture(name="old")
def _old(tmp_path: Path) -> Iterator[Path]:
    """A file that must be as it was, alone in its folder."""
    path = tmp_path / "report.docx"
    path.write_bytes(OLD)
    yield path
    assert path.read_bytes() == OLD
    assert [found.name for found in tmp_path.iterdir()] == ["report.docx"]


def test_the_standard_set_has_a_name() -> None:
    assert render(REPORT, template="standard").document == render(REPORT).document


def test_a_new_file_and_an_old_one(tmp_path: Path) -> None:
    done = render(REPORT, tmp_path / "a.docx")
    assert done.path == tmp_path / "a.docx"
    assert done.path.read_bytes() == done.document
    assert render(REPORT, str(tmp_path / "a.docx")) == done
    assert render(REPORT).path is None
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("seam", ["open", "fsync", "replace"])
@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "output.full"),
        (errno.EDQUOT, "output.full"),
        (errno.EFBIG, "output.full"),
        (errno.EACCES, "output.locked"),
        (errno.EPERM, "output.locked"),
        (errno.EROFS, "output.locked"),
        (errno.EBUSY, "output.locked"),
        (errno.EIO, "output.failed"),
    ],
)
def test_faults_of_the_system(monkeypatch: pytest.MonkeyPatch, old: Path, seam: str, number: int, code: str) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, seam, fail)
        assert failure(old) == code


def test_a_disk_that_fills_in_the_middle(monkeypatch: pytest.MonkeyPatch, old: Path) -> None:
    opened = os.fdopen

    def full(handle: int, mode: str) -> Any:
        os.close(handle)
        return opened(os.open("/dev/full", os.O_WRONLY), mode)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fdopen", full)
        assert failure(old, b"x" * 100_000) == "output.full"


@pytest.mark.parametrize("seam", ["fsync", "replace"])
@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, SystemExit])
def test_an_interruption(monkeypatch: pytest.MonkeyPatch, old: Path, seam: str, error: type[BaseException]) -> None:
    def stop(*_: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(os, seam, stop)
        with pytest.raises(error):
            write(old, b"new")


def test_a_failed_clean_up_does_not_hide_the_reason(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(Path, "unlink", fail)
    assert failure(tmp_path / "a.docx") == "output.full"


def test_targets_that_can_not_be_files(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    before = sorted(tmp_path.iterdir())
    assert failure(tmp_path) == "output.folder"
    assert failure(tmp_path / "none" / "a.docx") == "output.no-folder"
    assert failure(tmp_path / "file" / "a.docx") == "output.no-folder"
    assert failure(tmp_path / f"{'ก' * 90}.docx") == "output.name"
    assert failure(Path("a\0b.docx")) == "output.name"
    assert failure(tmp_path / "pipe") == "output.no-file"
    assert failure(Path(os.devnull)) == "output.no-file"
    assert failure(tmp_path / "loop") == "output.failed"
    assert sorted(tmp_path.iterdir()) == before


def test_the_longest_name_that_a_file_can_have(tmp_path: Path) -> None:
    path = tmp_path / f"{'ก' * 83}.docx"
    assert write(path, b"new").read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="rights and links are those of Unix")
def test_rights(tmp_path: Path) -> None:
    old, new = tmp_path / "old.docx", tmp_path / "new.docx"
    old.write_bytes(OLD)
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        write(old, b"new")
        write(new, b"new")
    finally:
        os.umask(mask)
    assert (old.stat().st_mode & 0o777, new.stat().st_mode & 0o777) == (0o640, 0o640)
    assert write(new, b"newer").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(os.name != "posix", reason="rights and links are those of Unix")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    real, link = tmp_path / "folder" / "real.docx", tmp_path / "link.docx"
    real.write_bytes(OLD)
    link.symlink_to(real)
    assert write(link, b"new") == link
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    real.unlink()
    write(link, b"newer")  # a link to a file that is not there yet
    assert real.read_bytes() == b"newer"
    assert [path.name for path in real.parent.iterdir()] == ["real.docx"]


def test_many_writers_of_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    contents = [bytes([number]) * 200_000 for number in range(8)]
    threads = [threading.Thread(target=write, args=(path, content)) for content in contents for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_bytes() in contents
    assert [found.name for found in tmp_path.iterdir()] == ["a.docx"]


def test_the_template_is_no_target(tmp_path: Path) -> None:
    template = tmp_path / "template.docx"
    template.write_bytes(template_sets.standard_template("progress-report").read_bytes())
    (tmp_path / "link.docx").symlink_to(template)
    before = template.read_bytes()
    for target in (template, tmp_path / "link.docx", tmp_path / "." / "template.docx"):
        for given in (template, str(template), Template(template)):
            with pytest.raises(OutputError) as caught:
                render(REPORT, target, template=given)
            assert caught.value.faults[0].code == "output.is-template"
    assert template.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "options", "code"),
    [
        (("progress.yaml",), {}, "usage.no-report"),
        (({"kind": "progress-report"},), {}, "usage.no-report"),
        ((None,), {}, "usage.no-report"),
        ((type(REPORT),), {}, "usage.no-report"),
        ((REPORT, 5), {}, "usage.no-path"),
        ((REPORT,), {"template": 5}, "usage.no-path"),
        ((REPORT,), {"numerals": "roman"}, "usage.numerals"),
        ((REPORT,), {"numerals": ["thai"]}, "usage.numerals"),
    ],
)
def test_what_render_is_not_given(arguments: tuple[Any, ...], options: dict[str, Any], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        render(*arguments, **options)
    assert caught.value.faults[0].code == code


def test_a_template_takes_a_mapping() -> None:
    template = Template(template_sets.standard_template("progress-report"))
    with pytest.raises(UsageError) as caught:
        template.render(REPORT)  # type: ignore[arg-type]
    assert caught.value.faults[0].code == "usage.no-mapping"
    with pytest.raises(UsageError) as caught:
        template.render({}, numerals=["thai"])  # type: ignore[arg-type]
    assert caught.value.faults[0].code == "usage.numerals"


@pytest.mark.parametrize("found", ["none.docx", "."])
def test_a_template_that_is_not_there(tmp_path: Path, found: str) -> None:
    with pytest.raises(ita_docs.TemplateError):
        render(REPORT, tmp_path / "a.docx", template=tmp_path / found)
    assert not [*tmp_path.iterdir()]


def test_a_killed_process_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(OLD)
    code = (
        "import os, sys, pathlib; from ita_docs.engine.render import write\n"
        "os.replace = lambda *_: os._exit(9)\n"
        "write(pathlib.Path(sys.argv[1]), b'new')"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False, cwd=template_sets.data_folder())
    assert done.returncode == 9
    assert path.read_bytes() == OLD
