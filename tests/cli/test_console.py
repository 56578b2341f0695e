"""The two streams: languages, encodings, readers that go away, disks that are full."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ita_docs.cli import main
from ita_docs.cli.console import asked_language, locale_language
from ita_docs.errors import Fault


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "LC_ALL": "C.UTF-8", **variables}
    return subprocess.run(
        [sys.executable, "-m", "ita_docs", *arguments], env=environment, capture_output=True, check=False
    )


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["check", "th"], None),
        (["--lang", "th", "check", "x"], "th"),
        (["check", "x", "--lang=en"], "en"),
        (["--lang", "th", "check", "x", "--lang", "en"], "en"),
        (["check", "--", "--lang", "th"], None),
        (["check", "--lang"], None),
        (["check", "--lang", "fr"], None),
    ],
)
def test_language_asked_for(arguments: list[str], language: str | None) -> None:
    assert asked_language(arguments) == language


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "th_TH.UTF-8"}, "th"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "th_TH", "LANG": "en_GB.UTF-8"}, "th"),
        ({"LC_ALL": "C.UTF-8", "LANG": "th_TH.UTF-8"}, "en"),
    ],
)
def test_language_of_the_locale(variables: dict[str, str], language: str) -> None:
    assert locale_language(variables) == language


@pytest.mark.parametrize("place", ["before", "after"])
def test_messages_in_thai(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--lang", "th", "schema", "x"] if place == "before" else ["schema", "x", "--lang", "th"]
    assert main(asked) == 2
    out, err = capsys.readouterr()
    assert not out
    assert err.startswith("ไม่มีไฟล์ข้อมูลชนิด 'x'; ชนิดที่มี: ")


@pytest.mark.parametrize("command", [[], ["demo"], ["list"], ["new"], ["check"], ["schema"], ["render"]])
def test_help_in_both_languages(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*command, "--help", "--lang", "en"]) == 0
    english = capsys.readouterr()
    assert main([*command, "-h", "--lang", "th"]) == 0
    thai = capsys.readouterr()
    assert english.out.startswith(f"Usage: {' '.join(['ita-docs', *command])} ")
    assert thai.out.startswith("วิธีใช้: ita-docs")
    assert "Options" not in thai.out
    assert not english.err + thai.err


@pytest.mark.parametrize("encoding", ["cp874", "tis-620", "utf-8"])
def test_thai_where_the_console_has_it(encoding: str) -> None:
    done = run("schema", "x", "--lang", "th", PYTHONIOENCODING=encoding)
    assert done.returncode == 2
    assert done.stderr.decode(encoding).startswith("ไม่มีไฟล์ข้อมูลชนิด")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437"])
def test_english_where_the_console_has_no_thai(encoding: str, tmp_path: Path) -> None:
    missing = tmp_path / "ไม่มี ✓.yaml"
    done = run("check", str(missing), "--lang", "th", PYTHONIOENCODING=encoding)
    assert done.returncode == 3
    said = done.stderr.decode(encoding)
    assert "\\u0e44" in said
    assert "Traceback" not in said


def test_a_product_is_utf_8_whatever_the_console_is() -> None:
    done = run("new", "progress-report", "-o", "-", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0
    assert done.stdout.decode().startswith("#")
    assert "มาตรการ" in done.stdout.decode()


@pytest.mark.parametrize("command", ["list", "--help", "schema progress-report"])
def test_a_reader_that_has_gone_is_no_error(command: str) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ita_docs", *command.split()], stdout=writer, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_no_standard_output_at_all(root: Path) -> None:
    shell = f'"{sys.executable}" -m ita_docs list >&- 2>&-'
    assert subprocess.run(["/bin/sh", "-c", shell], cwd=root, check=False).returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_behind_standard_output(root: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ita_docs", "list"], cwd=root, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 5
    assert done.stderr.decode() == f"{Fault('cli.stdout')}\n"


def test_what_is_quoted_can_not_move_the_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "a\x1b[2J\nb.yaml", "--lang", "en"]) == 3
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert "a\\x1b[2J\\x0ab.yaml" in err
