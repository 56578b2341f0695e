"""What each command does, its exit code, and that nothing is written where something is wrong."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

import ita_docs
from ita_docs import data_files, template_sets
from ita_docs.errors import Fault, OutputError, Place
from tests.command import Run

KINDS = tuple(sorted(ita_docs.KINDS))
PAPERS = (*KINDS, "memo", "publication-form")


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, English messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


@pytest.fixture
def data(work: Path) -> Path:
    """A data file that renders."""
    return Path(shutil.copy(template_sets.starter("progress-report"), work / "mine.yaml"))


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def said(code: str, place: str, **params: str) -> str:
    """The whole of stderr when one fault is said."""
    return f"{Fault(code, Place(file=place), params)}\n"


def test_demo(work: Path, run: Run) -> None:
    code, out, _ = run("demo")
    assert code == 0
    names = [*PAPERS, *(f"{kind}-dossier" for kind in KINDS)]
    assert sorted(out.splitlines()) == sorted(str(Path("ita-docs-demo") / f"{name}.docx") for name in names)
    assert files(work) == sorted(out.splitlines())
    for name in out.splitlines():
        assert zipfile.ZipFile(name).testzip() is None


def test_demo_again_and_elsewhere(work: Path, run: Run) -> None:
    assert run("demo", "a/b")[0] == 0
    document = work / "a" / "b" / "progress-report.docx"
    first = document.read_bytes()
    assert run("demo", "a/b")[0] == 0
    assert document.read_bytes() == first


def test_demo_does_not_replace_what_somebody_changed(work: Path, run: Run) -> None:
    assert run("demo", "d")[0] == 0
    changed = work / "d" / "progress-report.docx"
    changed.write_bytes(b"changed in Word")
    code, out, err = run("demo", "d")
    assert (code, out, changed.read_bytes()) == (5, "", b"changed in Word")
    assert err == said("cli.demo-changed", "d/progress-report.docx")
    assert run("demo", "d", "--force")[0] == 0
    assert zipfile.ZipFile(changed).testzip() is None


def test_demo_into_a_file(work: Path, run: Run) -> None:
    (work / "d").write_text("mine")
    assert run("demo", "d") == (5, "", said("cli.folder-is-file", "d"))
    assert run("demo", "d/e") == (5, "", said("cli.folder-not-made", "d/e"))
    assert (work / "d").read_text() == "mine"


def test_list(work: Path, run: Run) -> None:
    code, out, err = run("list")
    rows = [line.split("\t") for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [row[0] for row in rows] == [*PAPERS, "dossier"]
    for kind, title, sample, template in rows:
        assert title.startswith(("การ", "มาตรการ", "รายงาน", "แฟ้ม", "บันทึก", "แบบ"))
        assert Path(sample).stem == kind
        assert Path(sample).is_file()
        assert template == "-" if kind == "dossier" else zipfile.is_zipfile(template)
    assert not files(work)


def test_list_on_a_terminal_is_a_table(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "400")
    code, out, _ = run("list")
    assert code == 0
    assert "\t" not in out
    assert [line.split()[0] for line in out.splitlines()] == [*PAPERS, "dossier"]


@pytest.mark.parametrize("kind", PAPERS)
def test_new_renders_as_it_is(work: Path, run: Run, kind: str) -> None:
    assert run("new", kind) == (0, f"{kind}.yaml\n", "")
    assert f"$schema={kind}.schema.json" in (work / f"{kind}.yaml").read_text(encoding="utf-8")
    assert run("check", f"{kind}.yaml")[0] == 0
    assert run("render", f"{kind}.yaml")[:2] == (0, f"{kind}.docx\n")


def test_new_to_a_file_and_to_standard_output(work: Path, run: Run) -> None:
    assert run("new", "progress-report", "-o", "my report.yaml")[:2] == (0, "my report.yaml\n")
    code, out, err = run("new", "progress-report", "-o", "-")
    assert (code, out, err) == (0, (work / "my report.yaml").read_text(encoding="utf-8"), "")
    assert files(work) == ["my report.yaml"]


def test_new_does_not_overwrite(work: Path, run: Run) -> None:
    target = work / "progress-report.yaml"
    target.write_text("mine")
    code, out, err = run("new", "progress-report")
    assert (code, out, target.read_text()) == (5, "", "mine")
    assert err == said("cli.output-exists", "progress-report.yaml")
    assert run("new", "progress-report", "--force")[0] == 0
    assert target.read_text(encoding="utf-8").startswith("#")


def test_check(data: Path, run: Run) -> None:
    assert run("check", "mine.yaml") == (0, "", "mine.yaml: nothing to mend\n")
    assert files(data.parent) == ["mine.yaml"]


def broken(data: Path) -> None:
    """Two faults, in the first lines that can hold them."""
    text = (
        data.read_text(encoding="utf-8")
        .replace("fiscal_year:", "fiscal_yaer:", 1)
        .replace("kind: อบต.", "knid: อบต.", 1)
    )
    data.write_text(text, encoding="utf-8")


def test_check_says_every_fault_with_its_line(data: Path, run: Run) -> None:
    broken(data)
    lines = data.read_text(encoding="utf-8").splitlines()
    code, out, err = run("check", "mine.yaml")
    assert (code, out) == (3, "")
    for key, near in (("fiscal_yaer", "fiscal_year"), ("knid", "kind")):
        number = next(number for number, line in enumerate(lines, 1) if f"{key}:" in line)
        [said] = [line for line in err.splitlines() if f"'{key}'" in line or f".{key}" in line]
        assert said.startswith(f"mine.yaml:{number}:")
        assert near in said
    assert " to mend" in err.splitlines()[-1]


def test_check_for_programs(data: Path, run: Run) -> None:
    code, out, err = run("check", "mine.yaml", "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {"file": "mine.yaml", "exit_code": 0, "findings": []}
    broken(data)
    code, out, err = run("check", "mine.yaml", "--json")
    report = json.loads(out)
    assert (code, err, report["exit_code"]) == (3, "", 3)
    assert len(report["findings"]) >= 2
    for record in report["findings"]:
        assert record["severity"] == "error"
        assert record["line"] > 0
        assert record["file"] == "mine.yaml"
        assert record["code"]
        assert record["text"]
        assert record["advice"]
        assert record["reports"] == []


def test_a_warning_is_said_and_stops_nothing(data: Path, run: Run) -> None:
    text = data.read_text(encoding="utf-8")
    year = ita_docs.load(data).fiscal_year.year
    period = next(line for line in text.splitlines() if line.lstrip(" -").startswith("period:"))
    late = f"{period.partition('period:')[0]}period: 1 ธ.ค. {year + 1}"
    data.write_text(text.replace(period, late, 1), encoding="utf-8")
    code, _, err = run("check", "mine.yaml")
    assert code == 0
    assert ": warning: " in err.splitlines()[0]
    assert err.splitlines()[0].startswith("mine.yaml:")
    assert err.splitlines()[-1] == "mine.yaml: 0 to mend, 1 to look at"
    code, out, err = run("render", "mine.yaml")
    assert (code, out) == (0, "mine.docx\n")
    assert ": warning: " in err


def test_a_finding_that_is_an_error_stops_the_render(data: Path, run: Run) -> None:
    text = data.read_text(encoding="utf-8")
    period = next(line for line in text.splitlines() if line.lstrip(" -").startswith("period:"))
    unreadable = f"{period.partition('period:')[0]}period: ตลาคม ธ.ค. กว่า"
    data.write_text(text.replace(period, unreadable, 1), encoding="utf-8")
    code, out, err = run("render", "mine.yaml")
    assert (code, out, files(data.parent)) == (3, "", ["mine.yaml"])
    assert err.startswith("mine.yaml:")
    assert err.splitlines()[-1] == "mine.yaml: nothing is written, 1 to mend"


@pytest.mark.parametrize("kind", [*PAPERS, "dossier"])
def test_schema(run: Run, kind: str) -> None:
    code, out, err = run("schema", kind)
    assert (code, err) == (0, "")
    assert ("subject" if kind in PAPERS[-2:] else "measures") in json.loads(out)["properties"]


def test_render_names_the_document_after_the_data_beside_it(data: Path, run: Run) -> None:
    folder = data.parent / "folder"
    folder.mkdir()
    data.rename(folder / "plan.v2.yaml")
    assert run("render", "folder/plan.v2.yaml")[:2] == (0, "folder/plan.v2.docx\n")
    assert run("render", "folder/plan.v2.yaml", "-o", "here.DOCX")[:2] == (0, "here.DOCX\n")
    assert files(data.parent) == ["folder/plan.v2.docx", "folder/plan.v2.yaml", "here.DOCX"]


def test_numerals(data: Path, run: Run) -> None:
    def text(name: str) -> str:
        return zipfile.ZipFile(name).read("word/document.xml").decode()

    assert run("render", "mine.yaml", "-o", "thai.docx", "--numerals", "thai")[0] == 0
    assert run("render", "mine.yaml", "-o", "arabic.docx", "--numerals", "arabic")[0] == 0
    year = str(ita_docs.load(data).fiscal_year.year)
    assert year in text("arabic.docx")
    assert year not in text("thai.docx")
    assert ita_docs.thai.to_thai_digits(year) in text("thai.docx")


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("missing/out.docx", "cli.output-no-folder"),
        (".", "cli.output-not-docx"),
        ("out.doc", "cli.output-not-docx"),
        ("folder.docx", "cli.output-is-folder"),
        ("there.docx", "cli.output-exists"),
    ],
)
def test_outputs_that_are_refused(data: Path, run: Run, target: str, code: str) -> None:
    work = data.parent
    (work / "folder.docx").mkdir()
    (work / "there.docx").write_bytes(b"mine")
    assert run("render", "mine.yaml", "-o", target) == (5, "", said(code, target, folder="missing"))
    assert files(work) == ["mine.yaml", "there.docx"]
    assert (work / "there.docx").read_bytes() == b"mine"


def test_a_name_that_no_system_can_hold(data: Path, run: Run) -> None:
    name = f"{'ก' * 100}.docx"
    code, out, err = run("render", "mine.yaml", "-o", name)
    assert (code, out, files(data.parent)) == (5, "", ["mine.yaml"])
    assert err.startswith(f"{name}: ")
    assert run("new", "progress-report", "-o", name)[0] == 5
    assert run("demo", "ก" * 100)[0] == 5


def test_force_replaces_the_document_but_never_its_template(data: Path, run: Run) -> None:
    template = Path(shutil.copy(template_sets.standard_template("progress-report"), data.parent / "mine.docx"))
    before = template.read_bytes()
    code, _, err = run("render", "mine.yaml", "--template", "mine.docx", "--force")
    assert (code, template.read_bytes(), err) == (5, before, said("cli.output-is-template", "mine.docx"))
    assert run("render", "mine.yaml", "--force")[0] == 0
    assert template.read_bytes() != before


@pytest.mark.parametrize(
    ("content", "code"), [(None, 4), (b"no zip archive", 4), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, 4)]
)
def test_templates_that_are_refused(data: Path, run: Run, content: bytes | None, code: int) -> None:
    if content is not None:
        (data.parent / "t.docx").write_bytes(content)
    before = files(data.parent)
    done, out, err = run("render", "mine.yaml", "--template", "t.docx")
    assert (done, out, files(data.parent)) == (code, "", before)
    assert err.startswith("t.docx: ")


def test_data_comes_before_template_comes_before_output(data: Path, run: Run) -> None:
    assert run("render", "mine.yaml", "--template", "missing.docx", "-o", "missing/x.docx")[0] == 4
    broken(data)
    assert run("render", "mine.yaml", "--template", "missing.docx", "-o", "missing/x.docx")[0] == 3
    assert run("render", "missing.yaml", "--template", "missing.docx", "-o", "missing/x.docx")[0] == 3


def test_a_write_that_fails_leaves_nothing(data: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, _: bytes) -> None:
        raise OutputError([Fault("output.full", Place(file=str(path)), {"found": "no space"})])

    monkeypatch.setattr("ita_docs.cli.outputs.write", fail)
    assert run("render", "mine.yaml")[0] == 5
    assert run("demo")[0] == 5
    assert files(data.parent) == ["mine.yaml"]


def test_a_fault_of_ours_is_one_line(data: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        message = "one\ntwo"
        raise RuntimeError(message)

    monkeypatch.setattr(data_files, "load_reports", fail)
    code, out, err = run("render", str(data))
    fault = Fault("cli.internal", params={"error": "RuntimeError: one\\x0atwo"})
    assert (code, out, err) == (70, "", f"{fault}\n")
    monkeypatch.setenv("ITA_DOCS_DEBUG", "1")
    code, _, err = run("render", str(data))
    assert code == 70
    assert "Traceback (most recent call last)" in err


def test_an_interruption_is_quiet(data: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(data_files, "load_reports", stop)
    code, out, err = run("render", str(data))
    assert (code, out, err.strip()) == (130, "", "")
