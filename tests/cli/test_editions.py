"""The commands on registers: years, one register, a new one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ita_docs.assessment import editions
from ita_docs.cli import main
from ita_docs.data_files.editions import load_edition

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, English messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


@pytest.fixture
def run(work: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    assert work == Path.cwd()

    def command(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        return code, *capsys.readouterr()

    return command


def years(out: str) -> list[str]:
    return [line.split("\t")[0] for line in out.splitlines()]


def test_list_new_and_list_again(run: Run) -> None:
    code, out, _ = run("edition", "list")
    assert code == 0
    assert years(out) == [str(year) for year in editions()]
    assert all(Path(line.split("\t")[1]).is_file() for line in out.splitlines())
    own = str(Path("editions") / "2570.yaml")
    assert run("edition", "new", "๒๕๗๐", "--from", "2568") == (0, f"{own}\n", "")
    assert load_edition(own).year == 2570
    code, out, _ = run("edition", "list")
    assert out.splitlines()[-1] == f"2570\t{own}"
    assert run("edition", "new", "2571", "--from", "2570")[0] == 0


def test_new_replaces_nothing_unasked_and_writes_where_it_is_told(run: Run) -> None:
    assert run("edition", "new", "2570", "--from", "2568")[0] == 0
    code, out, err = run("edition", "new", "2570", "--from", "2567")
    assert (code, out) == (5, "")
    assert "--force" in err
    assert run("edition", "new", "2570", "--from", "2567", "--force")[0] == 0
    assert len(load_edition("editions/2570.yaml").items) == 59
    assert run("edition", "new", "2572", "--from", "2566", "-o", "mine.yaml") == (0, "mine.yaml\n", "")
    code, out, _ = run("edition", "new", "2572", "--from", "2566", "-o", "-")
    assert (code, out) == (0, Path("mine.yaml").read_text(encoding="utf-8"))


def test_show(run: Run) -> None:
    code, out, err = run("edition", "show", "2567", "--lang", "th")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    for line in (
        "IIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (0.3)",
        "    9.1 ข้อมูลพื้นฐาน",
        "      o1 โครงสร้าง",
        "ประเด็น",
        "ระดับ",
    ):
        assert line in lines, line
    assert "    10.1 [ยังไม่ยืนยัน]" in lines
    assert "  ผ่านดี: >= 85.00, ทุกแบบวัดตั้งแต่ 85.00" in lines
    assert "  4 กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ (i10-i12)" in lines
    code, out, _ = run("edition", "show", "2564")
    assert "  A: 85.00 - 94.99" in out.splitlines()
    assert "Issues" not in out


def test_a_faulty_register_is_not_shown_and_not_copied(run: Run, work: Path) -> None:
    assert run("edition", "new", "2570", "--from", "2568")[0] == 0
    own = work / "editions" / "2570.yaml"
    own.write_text(own.read_text(encoding="utf-8").replace("weight: 0.4", "weight: 0.5"), encoding="utf-8")
    for arguments in (("show", "2570"), ("new", "2571", "--from", "2570")):
        code, out, err = run("edition", *arguments)
        assert (code, out) == (3, "")
        assert "add up to 1.1" in err
    assert not (work / "editions" / "2571.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "2563"), "2564, 2565, 2566, 2567, 2568"),
        (("new", "2570", "--from", "2563"), "2564, 2565, 2566, 2567, 2568"),
        (("show", "2024"), "2567"),
        (("new", "ปีหน้า", "--from", "2568"), "ปีหน้า"),
        (("new", "2570"), "--from"),
        (("show",), "YEAR"),
        (("shwo", "2567"), "did you mean show"),
        (("list", "2567"), "2567"),
    ],
)
def test_usage(run: Run, work: Path, arguments: tuple[str, ...], said: str) -> None:
    code, out, err = run("edition", *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert not list(work.iterdir())


def test_the_group_alone_shows_its_commands(run: Run) -> None:
    code, out, err = run("edition")
    assert (code, out) == (2, "")
    assert all(f"\n  {name} " in err for name in ("list", "show", "new"))
