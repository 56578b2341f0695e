"""The folder of a batch: names that never collide, files whole whatever ends a run, and runs that are resumed."""

import errno
import json
import os
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ita_docs import Failure, Rendered, render, render_many, template_sets
from ita_docs.batch.manifest import NAME, Manifest
from ita_docs.batch.names import Names, safe
from ita_docs.errors import ItaDocsError, OutputError, TemplateError, UsageError
from ita_docs.reports import Paper
from tests.batch_reports import EXECUTORS, PNG, STARTER, documents, of_agency, reports, stamp, written


def test_names(tmp_path: Path) -> None:
    same = [of_agency(name) for name in ("อบต.หิน", "อบต.หิน", "Abc", "aBC", "อบต.หิน-2", "กำ", "กํา", "อบต.หิน")]
    year = STARTER.fiscal_year.year
    stems = ["อบต.หิน", "อบต.หิน", "Abc", "aBC", "อบต.หิน-2", "กำ", "กํา", "อบต.หิน"]
    ends = ["", "-2", "", "-2", "", "", "-2", "-3"]
    expected = [f"progress-report-{s}-{year}{e}.docx" for s, e in zip(stems, ends, strict=True)]
    assert [Path(str(written(result).path)).name for result in render_many(same, tmp_path)] == expected
    assert documents(tmp_path) == sorted(expected)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ('a<b>c:d"e/f\\g|h?i*j', "a-b-c-d-e-f-g-h-i-j"),
        ("../../etc", "etc"),
        (" สนง.\u200b เขต\n1 ", "สนง.-เขต1"),
        ("x\ud800\U000f0000.", "x"),
        ("...", ""),
        ("Å", "Å"),
    ],
)
def test_a_name_is_safe_everywhere(name: str, shown: str) -> None:
    assert safe(name) == unicodedata.normalize("NFC", shown)
    made = Names().of(of_agency(name), 1)
    assert made.encode()
    assert made == f"progress-report-{safe(name)}".rstrip("-") + f"-{STARTER.fiscal_year.year}.docx"


@pytest.mark.parametrize("letters", ["ที่", "กำ", "abcดี", "🙂"])
def test_a_long_name_is_cut_between_letters(letters: str) -> None:
    names = Names()
    made = [names.of(of_agency(letters * 200), 1) for _ in range(12)]
    assert max(len(name.encode()) for name in made) <= 143
    assert len(set(made)) == 12
    kept = made[0].removeprefix("progress-report").removesuffix(f"-{STARTER.fiscal_year.year}.docx").removeprefix("-")
    assert letters * 200 == kept + (letters * 200)[len(kept) :] or not kept
    assert unicodedata.category((letters * 200)[len(kept)])[0] != "M"


def test_a_second_round_says_so() -> None:
    assert (
        Names().of(STARTER.model_copy(update={"round": 2}), 1).endswith(f"-{STARTER.fiscal_year.year}-12-months.docx")
    )


def test_resume_renders_what_is_not_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, logo, template = tmp_path / "out", tmp_path / "logo.png", tmp_path / "t.docx"
    logo.write_bytes(PNG)
    template.write_bytes(template_sets.standard_template("progress-report").read_bytes())
    given = [of_agency(f"a{number}") for number in range(5)]
    given[4] = of_agency("a4", logo=logo)

    def anew(**options: Any) -> list[str]:
        """The files that a resumed run made, each right."""
        before = stamp(folder) if folder.exists() else {}
        results = render_many(given, folder, resume=True, **{"template": template, **options})
        for report, result in zip(given, results, strict=True):
            expected = render(report, template=template, numerals=options.get("numerals"))
            assert written(result).document == expected.document
        return [name.split("-")[2] for name, inode in sorted(stamp(folder).items()) if before.get(name) != inode]

    everything = ["a0", "a1", "a2", "a3", "a4"]
    assert anew() == everything
    assert anew() == []
    given[1] = of_agency("a1", full_name="อีกชื่อหนึ่ง")
    assert anew() == ["a1"]
    paths = {path.name.split("-")[2]: path for path in folder.iterdir() if path.name != NAME}
    status = paths["a0"].stat()
    paths["a0"].write_bytes(paths["a2"].read_bytes())
    os.utime(paths["a0"], ns=(status.st_atime_ns, status.st_mtime_ns))
    paths["a2"].unlink()
    assert anew() in (["a2"], ["a0", "a2"])  # a file written anew may have the number of the one it replaces
    assert anew() == []
    logo.write_bytes(PNG + b"\0")
    assert anew() == ["a4"]
    assert anew(numerals="arabic") == everything
    assert anew() == everything
    with monkeypatch.context() as patch:
        patch.setattr("ita_docs.batch.task.__version__", "9.9")
        assert anew() == everything
    assert anew() == everything
    content = template_sets.standard_template("improvement-plan").read_bytes()
    template.write_bytes(content)
    assert all(isinstance(r, Failure) for r in render_many(given, folder, resume=True, template=template))
    assert sorted(stamp(folder)) == sorted(path.name for path in paths.values())
    for path in folder.iterdir():
        os.utime(path, (0, 0))
    template.write_bytes(template_sets.standard_template("progress-report").read_bytes())
    assert anew() == []


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"files": 1}', b'{"files": {"x": 1}}', b"[" * 100_000, b'"' * 3],
)
def test_a_manifest_that_is_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    [result] = render_many([STARTER], tmp_path, resume=True)
    assert written(result).path is not None
    found = json.loads((tmp_path / NAME).read_bytes())
    assert documents(tmp_path)[0] in found["files"]


def test_what_else_a_manifest_holds_is_kept(tmp_path: Path) -> None:
    files = {"other.docx": {"digest": "d", "sha256": "s", "more": [1]}, "odd": 7}
    kept = {"note": "half \ud800", "files": files}
    (tmp_path / NAME).write_text(json.dumps(kept), encoding="utf-8")
    render_many([STARTER], tmp_path)
    found = json.loads((tmp_path / NAME).read_bytes())
    assert found["note"] == kept["note"]
    assert files.items() <= found["files"].items()


def test_a_killed_run_goes_on(root: Path, tmp_path: Path) -> None:
    """The process is killed in the middle; the files are whole, and what the manifest knows is not made again."""
    code = (
        "import os, signal, sys, ita_docs\n"
        "from ita_docs import template_sets\n"
        "report = ita_docs.load(template_sets.starter('progress-report'))\n"
        "def done(result, count=[]):\n"
        "    count.append(1)\n"
        "    if len(count) == 70: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"ita_docs.render_many((report for _ in range(99)), {str(tmp_path)!r}, on_done=done)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=root, check=False)
    assert done.returncode == -signal.SIGKILL
    assert len(documents(tmp_path)) == 70
    before = stamp(tmp_path)
    results = render_many((STARTER for _ in range(99)), tmp_path, resume=True)
    assert {written(result).document for result in results} == {render(STARTER).document}
    assert len(documents(tmp_path)) == 99
    assert len(before.items() & stamp(tmp_path).items()) >= 50


def test_a_manifest_is_saved_so_rarely_that_a_million_files_cost_the_same_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest, sizes = Manifest(tmp_path), list[int]()
    monkeypatch.setattr("ita_docs.batch.manifest.write", lambda _, text: sizes.append(len(text)))
    for number in range(20_000):
        manifest.record(f"{number}.docx", "", b"")
    assert 20 < len(sizes) < 160
    assert sum(sizes) < 25 * sizes[-1]


@pytest.mark.parametrize("executor", [None, "threads"])
@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_an_error_of_the_callers_own_ends_the_run(
    tmp_path: Path, executor: str | None, error: type[BaseException]
) -> None:
    count = 0

    def on_done(_: object) -> None:
        nonlocal count
        count += 1
        if count == 5:
            raise error

    def failing() -> Iterator[Paper]:
        yield from (of_agency(number) for number in range(30))
        raise error

    made = EXECUTORS[executor]() if executor else None
    with pytest.raises(error):
        render_many((of_agency(number) for number in range(30)), tmp_path, executor=made, on_done=on_done)
    assert len(documents(tmp_path)) == 5
    assert set(json.loads((tmp_path / NAME).read_bytes())["files"]) == set(documents(tmp_path))
    with pytest.raises(error):
        render_many(failing(), tmp_path, executor=made)
    if made:
        made.shutdown()
    assert set(json.loads((tmp_path / NAME).read_bytes())["files"]) == set(documents(tmp_path))


def test_a_full_disk_ends_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced, count = os.fsync, 0

    def full(handle: int) -> None:
        nonlocal count
        count += 1
        if count > 4:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        synced(handle)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OutputError) as caught:
            render_many(reports(9), tmp_path)
    assert [fault.code for fault in caught.value.faults] == ["output.full"]
    assert len(documents(tmp_path)) == 3
    assert not list(tmp_path.glob("*.part"))
    assert len(render_many(reports(9), tmp_path, resume=True)) == 9


def test_one_file_that_can_not_be_replaced(tmp_path: Path) -> None:
    given = [*reports(3)]
    (tmp_path / Names().of(given[1], 1)).mkdir()
    results = render_many(given, tmp_path)
    assert [type(result) for result in results] == [Rendered, Failure, Rendered]
    [fault] = results[1].faults  # type: ignore[union-attr]
    assert fault.code == "output.folder"


def test_a_folder_that_goes_away_ends_the_run(tmp_path: Path) -> None:
    folder = tmp_path / "out"

    def on_done(_: object) -> None:
        for path in folder.iterdir():
            path.unlink()
        folder.rmdir()

    with pytest.raises(OutputError):
        render_many(reports(3), folder, on_done=on_done)


def test_the_template_is_never_replaced(tmp_path: Path) -> None:
    template = tmp_path / Names().of(STARTER, 1)
    content = template_sets.standard_template("progress-report").read_bytes()
    template.write_bytes(content)
    [result] = render_many([STARTER], tmp_path, template=template)
    assert isinstance(result, Failure)
    assert [fault.code for fault in result.faults] == ["output.is-template"]
    assert template.read_bytes() == content


def test_what_is_wrong_with_the_whole_call(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "manifest" / NAME).mkdir(parents=True)
    out = tmp_path / "out"
    wrong: list[tuple[type[ItaDocsError], str, dict[str, Any]]] = [
        (UsageError, "batch.no-reports", {"reports": STARTER}),
        (UsageError, "batch.no-reports", {"reports": "plan.yaml"}),
        (UsageError, "batch.no-reports", {"reports": None}),
        (UsageError, "batch.no-executor", {"executor": 8}),
        (UsageError, "usage.numerals", {"numerals": []}),
        (UsageError, "usage.no-path", {"directory": None}),
        (TemplateError, "template.missing", {"template": tmp_path / "none.docx"}),
        (TemplateError, "template.empty", {"template": tmp_path / "file"}),
        (OutputError, "batch.folder-is-file", {"directory": tmp_path / "file"}),
        (OutputError, "batch.no-folder", {"directory": tmp_path / "file" / "out"}),
        (OutputError, "batch.no-folder", {"directory": "a\0b"}),
        (OutputError, "output.folder", {"directory": tmp_path / "manifest"}),
    ]
    for error, code, arguments in wrong:
        with pytest.raises(error) as caught:
            render_many(**{"reports": [STARTER], "directory": out, **arguments})
        assert [fault.code for fault in caught.value.faults] == [code]
        assert caught.value.faults[0].line("th")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "manifest"]
