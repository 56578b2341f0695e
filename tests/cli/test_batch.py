"""`ita-docs batch`: what goes to which stream, exit codes, an interruption, a terminal."""

import multiprocessing
import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from ita_docs import template_sets
from ita_docs.batch.manifest import NAME
from ita_docs.cli import batching
from ita_docs.errors import Fault, Place
from tests.command import Run

PROGRAM = "import sys; from ita_docs.cli import main\nif __name__ == '__main__': sys.exit(main(sys.argv[1:]))\n"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a dossier and a report of its own, English messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    (tmp_path / "in" / "editions").mkdir(parents=True)
    shutil.copy(template_sets.starter("dossier"), tmp_path / "in" / "a.yaml")
    shutil.copy(template_sets.starter("progress-report"), tmp_path / "in" / "b.yaml")
    return tmp_path


def documents(folder: Path) -> list[str]:
    return sorted(str(path) for path in folder.iterdir() if path.name != NAME)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_batch(work: Path, run: Run, jobs: str) -> None:
    assert work == Path.cwd()
    code, out, err = run("batch", "in", "-o", "out", "--jobs", jobs)
    assert code == 0
    assert sorted(out.splitlines()) == documents(Path("out"))
    assert len(out.splitlines()) == 6
    first, second, left, told, *_ = err.splitlines()
    assert (first, second) == ("1/2 a.yaml: 5 documents", "2/2 b.yaml: 1 documents")
    assert left.endswith("editions/")
    assert told == "2 data files: 6 documents written, 0 current, 0 files failed"
    code, out, err = run("batch", "in", "-o", "out", "--resume", "--jobs", jobs)
    assert (code, out) == (0, "")
    assert err.splitlines()[0] == "1/2 a.yaml: current"
    assert "0 documents written, 6 current" in err


def test_what_failed_is_listed_at_the_end(work: Path, run: Run) -> None:
    bad = work / "in" / "bad.yaml"
    bad.write_text(
        "kind: dossier\nfiscal_year: 2566\nagency: {kind: อบต., name: ก}\nmeasures: []\nx: 1\n", encoding="utf-8"
    )
    (work / "in" / "pod.yaml").write_text("kind: Pod\n", encoding="utf-8")
    code, out, err = run("batch", "in", "-o", "out", "--report", "all", "--jobs", "1")
    assert code == 3
    assert len(out.splitlines()) == 6
    lines = err.splitlines()
    assert lines[2:4] == ["3/4 bad.yaml: failed", "4/4 pod.yaml: left alone"]
    assert lines[4].endswith("editions/, pod.yaml")
    faults = [line for line in lines if line.startswith(f"{Path('in/bad.yaml')}:")]
    assert len(faults) >= 1
    assert any(line.startswith(f"{Path('in/bad.yaml')}:5:1: x: ") for line in faults)
    assert lines[-1] == "3 data files: 6 documents written, 0 current, 1 files failed"
    assert (
        run("batch", "in", "-o", "out", "--resume", "--lang", "th", "--jobs", "1")[2]
        .splitlines()[-1]
        .startswith("ไฟล์ข้อมูล 3 ไฟล์")
    )


def test_the_reports_that_are_named(work: Path, run: Run) -> None:
    assert work == Path.cwd()
    code, out, err = run(
        "batch", "in", "-o", "out", "--report", "improvement-plan", "--jobs", "1", "--numerals", "arabic"
    )
    assert (code, len(out.splitlines())) == (0, 1)
    assert "2/2 b.yaml: left alone" in err
    assert err.splitlines()[2].endswith(": b.yaml, editions/")


def test_the_review_is_asked_for(work: Path, run: Run) -> None:
    path = work / "in" / "b.yaml"
    text = path.read_text(encoding="utf-8")
    typed = "\nmeasures:\n- {title: สำรวจ 25๖๖, targets: {indicators: 1}}\n"
    path.write_text(text.replace("\nmeasures:\n", typed, 1), encoding="utf-8")
    quick, slow = (
        run("batch", "in", "-o", "out", "--jobs", "1"),
        run("batch", "in", "-o", "out", "--jobs", "1", "--check"),
    )
    assert (quick[0], slow[0]) == (0, 0)
    assert "25๖๖" not in quick[2]
    assert "25๖๖" in slow[2]
    assert "--check" in quick[2]
    assert "--check" not in slow[2]


@pytest.mark.parametrize(
    ("arguments", "code", "fault"),
    [
        (("in", "-o", "out", "--jobs", "0"), 2, Fault("cli.jobs", params={"found": "0", "most": "60"})),
        (("in", "-o", "out", "--jobs", "two"), 2, Fault("cli.jobs", params={"found": "two", "most": "60"})),
        (("in/editions", "-o", "out"), 3, Fault("batch.nothing", Place(file="in/editions"))),
        (("no", "-o", "out"), 3, Fault("batch.no-data-folder", Place(file="no"))),
        (("in/a.yaml", "-o", "out"), 3, Fault("batch.data-is-file", Place(file="in/a.yaml"))),
        (("in", "-o", "in/a.yaml", "--jobs", "1"), 5, Fault("batch.folder-is-file", Place(file="in/a.yaml"))),
    ],
)
def test_what_is_refused(work: Path, run: Run, arguments: tuple[str, ...], code: int, fault: Fault) -> None:
    assert run("batch", *arguments) == (code, "", f"{fault}\n")
    assert not (work / "out").exists()


def test_usage(work: Path, run: Run) -> None:
    assert work.is_dir()
    assert run("batch", "in")[0] == 2
    assert run("batch", "in", "-o", "out", "--report", "progres-report")[0] == 2
    assert run("batch", "in", "-o", "out", "--template", "x.docx")[0] == 2
    assert run("batch", "in", "-o", "out", "--template", "nobody's", "--jobs", "1")[0] == 4


@pytest.fixture
def program(work: Path) -> list[str]:
    """The command as a program of its own, with many files to do."""
    for number in range(60):
        shutil.copy(work / "in" / "a.yaml", work / "in" / f"c{number:02}.yaml")
    (work / "program.py").write_text(PROGRAM, encoding="utf-8")
    return [sys.executable, str(work / "program.py"), "batch", "in", "-o", "out", "--jobs", "2"]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "TERM": "xterm"}


def begun(program: list[str]) -> subprocess.Popen[bytes]:
    """The program, when it has written something."""
    process = subprocess.Popen(
        program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True
    )
    assert process.stdout is not None
    assert process.stdout.readline().endswith(b".docx\n")
    return process


def resumed(program: list[str]) -> str:
    done = subprocess.run([*program, "--resume"], env=environment(), capture_output=True, text=True, check=True)
    return done.stderr.splitlines()[-2] if "--check" in done.stderr else done.stderr.splitlines()[-1]


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="a terminal's Ctrl-C reaches all processes of a group, as here")
def test_ctrl_c_leaves_whole_files_and_a_manifest(program: list[str], work: Path) -> None:
    process = begun(program)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert err.split()[-1] == b"--resume"
    assert (work / "out" / NAME).is_file()
    written = len(documents(work / "out"))
    assert not [name for name in documents(work / "out") if not name.endswith(".docx")]
    current = int(resumed(program).partition(" current")[0].rpartition(" ")[2])
    assert 0 < current <= written < 300


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks the system which processes there are")
def test_workers_end_with_the_command_that_is_killed(program: list[str]) -> None:
    process = begun(program)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text(encoding="ascii").split()
    assert len(children) >= 2
    process.kill()
    process.communicate(timeout=60)
    until = time.monotonic() + 30
    while alive := [child for child in children if is_alive(child)]:
        assert time.monotonic() < until, alive
        time.sleep(0.1)
    assert " 0 files failed" in resumed(program)


def is_alive(process: str) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{process}/stat").read_text(encoding="ascii")
    except OSError:
        return False


def test_a_bar_on_a_terminal(program: list[str], work: Path) -> None:
    for path in (work / "in").glob("c*.yaml"):
        path.unlink()
    parent, child = pty.openpty()
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=child, env=environment()) as process:
        os.close(child)
        seen = b""
        while True:
            try:
                seen += os.read(parent, 65536)
            except OSError:  # the other end is closed
                break
        out, _ = process.communicate(timeout=60)
    os.close(parent)
    assert process.returncode == 0
    assert b"2/2" in seen
    assert "━".encode() in seen
    assert b"1/2 a.yaml" not in seen
    assert b"6 documents written" in seen
    assert len(out.splitlines()) == 6


def test_a_worker_leaves_ctrl_c_to_the_command() -> None:
    process = multiprocessing.get_context("spawn").Process(target=_ready_and_struck)
    process.start()
    process.join(60)
    assert process.exitcode == 7


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks the system which signals a process ignores")
def test_workers_are_born_deaf_to_ctrl_c() -> None:
    known = signal.getsignal(signal.SIGINT)
    with batching._pool(2) as pool:  # noqa: SLF001  looked at before they are ready
        assert isinstance(pool, ProcessPoolExecutor)
        workers = list(pool._processes)  # noqa: SLF001  nothing else tells
        ignored = [Path(f"/proc/{worker}/status").read_text(encoding="ascii") for worker in workers]
    assert len(workers) == 2
    for status in ignored:
        [mask] = [line.split()[1] for line in status.splitlines() if line.startswith("SigIgn:")]
        assert int(mask, 16) >> (signal.SIGINT - 1) & 1
    assert signal.getsignal(signal.SIGINT) is known


def _ready_and_struck() -> None:
    batching.ready_worker()
    os.kill(os.getpid(), signal.SIGINT)
    sys.exit(7)
