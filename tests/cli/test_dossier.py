"""One data file of an agency-year on the command line: its reports, their findings, the next year's file."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

import ita_docs
from ita_docs import template_sets
from ita_docs.cli import outputs
from ita_docs.cli.checking import Found, load, merged
from ita_docs.data_files import Loaded
from ita_docs.errors import Fault, OutputError, Place
from ita_docs.findings import Finding
from tests.command import Run

KINDS = tuple(ita_docs.KINDS)
#: Later than any year of the file: a warning in every report.
LATE = "- {title: จัดทำคู่มือการปฏิบัติงาน, targets: {indicators: 1}, steps: [จัดทำร่าง], period: 1 ธ.ค. 2598}\n"


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, English messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path


@pytest.fixture
def year(work: Path) -> Path:
    """A dossier that gives all reports, in a folder of its own."""
    (work / "data").mkdir()
    return Path(shutil.copy(template_sets.starter("dossier"), work / "data" / "year.yaml"))


@pytest.fixture
def last(year: Path) -> Path:
    """A dossier of a year whose next year has a register."""
    return Path(shutil.copy(template_sets.data_folder() / "examples" / "dossier.yaml", year.with_name("last.yaml")))


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def text(name: str | Path) -> str:
    return zipfile.ZipFile(name).read("word/document.xml").decode()


def late(year: Path) -> None:
    """Add a measure that is to begin when the year is long over."""
    typed = year.read_text(encoding="utf-8")
    year.write_text(typed.replace("\nmeasures:\n", f"\nmeasures:\n{LATE}", 1), encoding="utf-8")


@pytest.mark.parametrize("asked", [(), ("--report", "all"), ("--report", "all", "--report", KINDS[0])])
def test_every_report_beside_the_file(year: Path, run: Run, asked: tuple[str, ...]) -> None:
    code, out, err = run("render", "data/year.yaml", *asked)
    assert (code, err) == (0, "")
    assert out.splitlines() == [str(Path("data") / f"{kind}.docx") for kind in KINDS]
    assert files(year.parent) == sorted(["year.yaml", *(f"{kind}.docx" for kind in KINDS)])
    for name in out.splitlines():
        assert zipfile.ZipFile(name).testzip() is None


def test_the_reports_that_are_named_into_a_folder_that_is_made(year: Path, run: Run) -> None:
    asked = ("--report", KINDS[3], "--report", KINDS[1], "--report", KINDS[3])
    code, out, _ = run("render", str(year), *asked, "-o", "out/2566")
    assert code == 0
    assert out.splitlines() == [str(Path("out/2566") / f"{kind}.docx") for kind in (KINDS[3], KINDS[1])]
    assert files(year.parent) == ["year.yaml"]


@pytest.mark.parametrize(
    ("output", "document"),
    [
        ((), "data/progress-report.docx"),
        (("-o", "x.docx"), "x.docx"),
        (("-o", "data"), "data/progress-report.docx"),
        (("-o", "new/"), "new/progress-report.docx"),
    ],
)
def test_one_report(year: Path, run: Run, output: tuple[str, ...], document: str) -> None:
    assert year.is_file()
    code, out, err = run("render", "data/year.yaml", "--report", "progress-report", *output)
    assert (code, out, err) == (0, f"{Path(document)}\n", "")
    assert "รายงานผลการดำเนินการ" in text(document)


def test_the_round_of_the_progress_report(year: Path, run: Run) -> None:
    assert year.is_file()
    for number, months in (("1", "๖ เดือน"), ("2", "๑๒ เดือน")):
        name = f"round-{number}.docx"
        # What a round leaves outside may be said; the document is of the round that was asked for.
        assert run("render", "data/year.yaml", "--report", "progress-report", "--round", number, "-o", name)[0] == 0
        assert months in text(name)
    assert "๑๒ เดือน" not in text("round-1.docx")
    assert run("render", "data/year.yaml", "--round", "2", "-o", "all")[0] == 0
    assert "๑๒ เดือน" in text("all/progress-report.docx")
    assert run("check", "data/year.yaml", "--round", "๒")[0] == 0


@pytest.mark.parametrize(
    ("file", "asked"),
    [
        ("data/year.yaml", ("--report", "improvement-plan", "--round", "2")),
        ("plan.yaml", ("--report", "progress-report")),
        ("plan.yaml", ("--round", "1")),
    ],
)
def test_what_a_file_does_not_give_is_a_usage_error(year: Path, run: Run, file: str, asked: tuple[str, ...]) -> None:
    shutil.copy(template_sets.starter("improvement-plan"), "plan.yaml")
    before = files(year.parent)
    for command in ("render", "check"):
        code, out, err = run(command, file, *asked)
        assert (code, out) == (2, "")
        assert err.count("\n") == 1
    assert files(year.parent) == before


@pytest.mark.parametrize("asked", [("--report", "improvement-plan"), ("--report", "all")])
def test_a_reports_own_file_may_be_named(work: Path, run: Run, asked: tuple[str, ...]) -> None:
    shutil.copy(template_sets.starter("improvement-plan"), work / "plan.yaml")
    assert run("render", "plan.yaml", *asked) == (0, "plan.docx\n", "")


def test_the_round_of_a_progress_reports_own_file(work: Path, run: Run) -> None:
    shutil.copy(template_sets.starter("progress-report"), work / "mine.yaml")
    assert run("render", "mine.yaml", "--round", "2")[:2] == (0, "mine.docx\n")
    assert "๑๒ เดือน" in text("mine.docx")


def test_one_file_that_stands_there_stops_all(year: Path, run: Run) -> None:
    there = [year.parent / f"{kind}.docx" for kind in (KINDS[1], KINDS[4])]
    for path in there:
        path.write_text("mine")
    code, out, err = run("render", "data/year.yaml")
    faults = [Fault("cli.output-exists", Place(file=str(Path("data") / path.name))) for path in there]
    assert (code, out, err) == (5, "", "".join(f"{fault}\n" for fault in faults))
    assert files(year.parent) == sorted(["year.yaml", *(path.name for path in there)])
    assert run("render", "data/year.yaml", "--force")[0] == 0
    assert all(zipfile.is_zipfile(path) for path in there)


@pytest.mark.parametrize("output", ["all.docx", "-"])
def test_several_documents_are_no_single_file(year: Path, run: Run, output: str) -> None:
    code, out, err = run("render", str(year), "-o", output)
    assert (code, out, err) == (5, "", f"{Fault('cli.output-of-several', Place(file=output), {'count': '5'})}\n")
    assert files(year.parent) == ["year.yaml"]


def test_a_folder_that_is_a_file(year: Path, run: Run) -> None:
    fault = Fault("cli.folder-is-file", Place(file=str(year)))
    assert run("render", str(year), "-o", str(year)) == (5, "", f"{fault}\n")


def test_a_template_is_for_one_report(year: Path, run: Run) -> None:
    template = str(template_sets.standard_template("progress-report"))
    code, out, err = run("render", str(year), "--template", template)
    assert (code, out) == (2, "")
    assert err == f"{Fault('cli.template-of-several', params={'known': ', '.join(KINDS)})}\n"
    assert run("render", str(year), "--template", template, "--report", "progress-report")[0] == 0
    assert files(year.parent) == ["progress-report.docx", "year.yaml"]


def fail_at(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk is full at one of the documents, and has room again afterwards."""
    seen: list[Path] = []

    def write(path: Path, content: bytes) -> None:
        seen.append(path)
        if len(seen) == number:
            raise OutputError([Fault("output.full", Place(file=str(path)), {"found": "no space"})])
        path.write_bytes(content)

    monkeypatch.setattr(outputs, "write", write)


@pytest.mark.parametrize("number", [1, 3, 5])
def test_a_write_that_fails_undoes_those_before(
    year: Path, run: Run, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    old = year.parent / f"{KINDS[0]}.docx"
    old.write_bytes(b"last week's")
    fail_at(number, monkeypatch)
    code, out, err = run("render", "data/year.yaml", "--force")
    assert (code, out, err.count("\n")) == (5, "", 1)
    assert files(year.parent) == sorted([old.name, "year.yaml"])
    assert old.read_bytes() == b"last week's"


def test_a_file_that_could_not_be_restored_is_not_replaced(
    year: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = year.parent / f"{KINDS[2]}.docx"
    locked.write_bytes(b"open in Word")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == locked.name:
            raise PermissionError
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    code, out, err = run("render", "data/year.yaml", "--force")
    assert (code, out) == (5, "")
    assert err == f"{Fault('output.unreadable', Place(file=str(Path('data') / locked.name)))}\n"
    assert files(year.parent) == sorted([locked.name, "year.yaml"])


def test_the_demo_undoes_what_it_wrote_too(work: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_at(7, monkeypatch)
    assert run("demo")[0] == 5
    assert files(work) == []


def test_a_finding_of_all_reports_is_said_once(year: Path, run: Run) -> None:
    late(year)
    line = next(n for n, line in enumerate(year.read_text(encoding="utf-8").splitlines(), 1) if "2598" in line)
    code, out, err = run("check", "data/year.yaml")
    said = [found for found in err.splitlines() if found.startswith(f"data/year.yaml:{line}:") and ".period" in found]
    assert (code, out) == (0, "")
    assert len(said) == 1
    assert ": warning: " in said[0]
    rendered = run("render", "data/year.yaml", "-o", "out")
    assert rendered[0] == 0
    assert rendered[2].splitlines() == err.splitlines()[:-1]


def test_of_two_severities_the_graver_is_said(year: Path) -> None:
    [plan, report] = (each.report for each in load(str(year), ["improvement-plan", "progress-report"], None))
    place = Place(file="year.yaml", line=3)
    advice, warning = (Finding("period.unreadable", place, {"found": "x"}, how) for how in ("advice", "warning"))
    other = Finding("period.unreadable", Place(file="year.yaml", line=2), {"found": "x"})
    found = merged([Loaded(plan, (advice, advice)), Loaded(report, (warning, other))])
    assert found == [Found(other, ("progress-report",)), Found(warning, ("improvement-plan", "progress-report"))]


def test_a_program_reads_which_reports_have_a_finding(year: Path, run: Run) -> None:
    late(year)
    code, out, err = run("check", "data/year.yaml", "--json")
    findings = json.loads(out)["findings"]
    assert (code, err) == (0, "")
    reports = {found["code"]: found["reports"] for found in findings if found["field"].startswith("measures[0]")}
    assert reports["period.outside-year"] == list(KINDS)
    assert reports["required.outcomes"] == ["implementation-report"]
    code, out, _ = run("check", "data/year.yaml", "--json", "--report", "progress-report")
    codes = {found["code"]: found["reports"] for found in json.loads(out)["findings"]}
    assert "required.outcomes" not in codes
    assert codes["period.outside-year"] == ["progress-report"]


def test_a_fault_of_all_reports_is_said_once(year: Path, run: Run) -> None:
    typed = year.read_text(encoding="utf-8")
    year.write_text(typed.replace("\nmeasures:\n", "\nmeasrues:\n", 1), encoding="utf-8")
    code, out, err = run("check", "data/year.yaml")
    assert (code, out) == (3, "")
    assert len([line for line in err.splitlines() if "measrues" in line]) == 1
    assert run("render", "data/year.yaml")[0] == 3
    assert files(year.parent) == ["year.yaml"]


def test_strict_makes_a_warning_fail(year: Path, run: Run) -> None:
    assert run("check", "data/year.yaml", "--strict") == (0, "", "data/year.yaml: nothing to mend\n")
    late(year)
    code, out, err = run("check", "data/year.yaml", "--strict")
    assert (code, out) == (3, "")
    assert " 0 to mend" not in err.splitlines()[-1]
    code, out, _ = run("check", "data/year.yaml", "--strict", "--json")
    assert (code, json.loads(out)["exit_code"]) == (3, 3)
    code, out, err = run("render", "data/year.yaml", "--strict", "--report", "progress-report")
    assert (code, out, files(year.parent)) == (3, "", ["year.yaml"])
    assert ": nothing is written, " in err.splitlines()[-1]
    assert run("render", "data/year.yaml", "--report", "progress-report")[0] == 0


def test_advice_never_fails(work: Path, run: Run) -> None:
    starter = template_sets.starter("progress-report").read_text(encoding="utf-8")
    (work / "mine.yaml").write_text(
        starter.replace("\n  steps:", "\n  weakness: ขาดคู่มือ\n  steps:", 1), encoding="utf-8"
    )
    code, out, _ = run("check", "mine.yaml", "--strict", "--json")
    report = json.loads(out)
    assert (code, report["exit_code"]) == (0, 0)
    assert {found["severity"] for found in report["findings"]} == {"advice"}
    assert run("render", "mine.yaml", "--strict")[:2] == (0, "mine.docx\n")


def test_new_dossier_renders_as_it_is(work: Path, run: Run) -> None:
    assert run("new", "dossier") == (0, "dossier.yaml\n", "")
    assert "$schema=dossier.schema.json" in (work / "dossier.yaml").read_text(encoding="utf-8")
    assert run("check", "dossier.yaml", "--strict")[0] == 0
    assert run("render", "dossier.yaml", "-o", "out")[0] == 0


def dossier(path: str | Path) -> ita_docs.Dossier:
    loaded = ita_docs.load(path)
    assert isinstance(loaded, ita_docs.Dossier)
    return loaded


def test_next_year(last: Path, run: Run) -> None:
    before = dossier(last)
    after = before.fiscal_year.year + 1
    code, out, err = run("new", "--from", "data/last.yaml")
    assert (code, out) == (0, f"dossier-{after}.yaml\n")
    made = dossier(f"dossier-{after}.yaml")
    rolled = before.roll_forward()
    assert dict(made) == dict(rolled.dossier)
    assert len(err.splitlines()) == len(rolled.findings)
    assert all(line.startswith("data/last.yaml:") for line in err.splitlines())
    typed = Path(out.strip()).read_text(encoding="utf-8")
    assert run("new", "dossier", "--from", "data/last.yaml", "-o", "-")[:2] == (0, typed)


def test_what_is_lost_on_the_way_to_the_next_year_is_said_with_its_line(last: Path, run: Run) -> None:
    # The register of 2565 has a plan of procurement that that of 2566 has under no name of its own.
    typed = last.read_text(encoding="utf-8")
    lost = typed.replace("\nmeasures:\n", "\nmeasures:\n- {title: จัดทำคู่มือ, targets: {items: O10}}\n", 1)
    line = next(n for n, line in enumerate(lost.splitlines(), 1) if "targets: {items: O10}" in line)
    last.write_text(lost, encoding="utf-8")
    code, out, err = run("new", "--from", "data/last.yaml", "-o", "next.yaml")
    assert (code, out) == (0, "next.yaml\n")
    [said] = [found for found in err.splitlines() if found.startswith(f"data/last.yaml:{line}:")]
    assert ": warning: " in said
    assert not dossier("next.yaml").measures[0].targets


def test_next_year_replaces_nothing_unasked(last: Path, run: Run) -> None:
    after = Path(f"dossier-{dossier(last).fiscal_year.year + 1}.yaml")
    after.write_text("mine")
    code, out, err = run("new", "--from", "data/last.yaml")
    assert (code, out, after.read_text()) == (5, "", "mine")
    assert err.splitlines()[-1] == str(Fault("cli.output-exists", Place(file=str(after))))
    assert run("new", "--from", "data/last.yaml", "--force")[0] == 0


def test_the_logo_stays_where_it_is(last: Path, run: Run) -> None:
    (last.parent / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    typed = last.read_text(encoding="utf-8")
    last.write_text(typed.replace("\nagency:\n", "\nagency:\n  logo: logo.png\n", 1), encoding="utf-8")
    assert run("new", "--from", "data/last.yaml", "-o", "data/next.yaml")[0] == 0
    assert dossier("data/next.yaml").agency.logo == dossier(last).agency.logo


def test_next_year_of_something_else(year: Path, run: Run) -> None:
    shutil.copy(template_sets.starter("improvement-plan"), "plan.yaml")
    place = Place(file="plan.yaml")
    fault = Fault("cli.from-no-dossier", place, {"found": "improvement-plan"})
    assert run("new", "--from", "plan.yaml") == (2, "", f"{fault}\n")
    fault = Fault("cli.from-another-kind", place, {"found": "improvement-plan", "kind": "dossier"})
    assert run("new", "dossier", "--from", "plan.yaml") == (2, "", f"{fault}\n")
    fault = Fault("cli.from-another-kind", Place(file=str(year)), {"found": "dossier", "kind": "progress-report"})
    assert run("new", "progress-report", "--from", str(year)) == (2, "", f"{fault}\n")
    assert run("new", "--from", "missing.yaml")[0] == 3


def test_a_year_without_a_register_has_no_next_year_yet(year: Path, run: Run) -> None:
    newest = dossier(year).editions.years[-1]
    typed = year.read_text(encoding="utf-8")
    old = dossier(year).fiscal_year.year
    year.write_text(typed.replace(f"fiscal_year: {old}", f"fiscal_year: {newest}", 1), encoding="utf-8")
    code, out, err = run("new", "--from", "data/year.yaml")
    assert (code, out, files(year.parent.parent)) == (3, "", ["year.yaml"])
    assert err.startswith("data/year.yaml:")
    assert str(newest + 1) in err
    own = f"data/editions/{newest + 1}.yaml"
    (year.parent / "editions").mkdir()
    assert run("edition", "new", str(newest + 1), "--from", str(newest), "-o", own)[0] == 0
    assert run("new", "--from", "data/year.yaml", "-o", "data/next.yaml")[:2] == (0, "data/next.yaml\n")


def test_in_thai(year: Path, run: Run) -> None:
    late(year)
    code, _, err = run("render", str(year), "--strict", "--lang", "th")
    assert code == 3
    assert ": คำเตือน: " in err.splitlines()[0]
    assert "ไม่ได้เขียนเอกสาร" in err.splitlines()[-1]
