"""Many data files at once: what is taken, how it is named, what is current, what fails."""

import os
import pickle
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import ita_docs
from ita_docs import FileResult, render_files, template_sets
from ita_docs.batch import current, file_task
from ita_docs.batch.found import data_files_in
from ita_docs.batch.names import OwnedNames
from ita_docs.engine.render import write as write_whole
from ita_docs.errors import DataError, Fault, ItaDocsError, OutputError, Place, TemplateError, UsageError
from tests.batch_reports import EXECUTORS, PNG, again, data, documents
from tests.engine.documents import docx, p, save

KINDS = tuple(ita_docs.KINDS)


def codes(result: FileResult) -> list[str]:
    return [fault.code for fault in result.faults]


def names(results: list[FileResult]) -> list[list[str]]:
    return [[path.name for path in result.written] for result in results]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    return data(tmp_path, "mine.yaml")


def test_what_is_taken_of_a_folder(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml", "c.JSON", "deep/er/d.yaml", "editions/2570.yaml", "templates/x/y.yaml", ".h.yaml"):
        data(tmp_path, name)
    data(tmp_path, "ours/e.yaml")
    (tmp_path / "ours" / "set.toml").write_text("name = 'ours'\n", encoding="utf-8")
    data(tmp_path, "out/f.yaml")
    (tmp_path / "logo.png").write_bytes(PNG)
    found = data_files_in(tmp_path, tmp_path / "out")
    assert [path.relative_to(tmp_path).as_posix() for path in found.files] == [
        "a.yml",
        "b.yaml",
        "c.JSON",
        "deep/er/d.yaml",
    ]
    assert found.others == ("editions/", "logo.png", "ours/", "out/", "templates/")


def test_a_file_of_two_names_is_taken_once(tmp_path: Path, mine: Path) -> None:
    (tmp_path / "a-link.yaml").symlink_to(mine)
    outside = tmp_path.with_suffix(".yaml")
    shutil.copy(mine, outside)
    for name in ("c.yaml", "b.yaml"):
        (tmp_path / name).symlink_to(outside)
    assert data_files_in(tmp_path) == ((tmp_path / "b.yaml", mine), ("a-link.yaml", "c.yaml"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in folders are POSIX")
def test_a_pipe_that_is_named_as_a_file_is_left_alone(tmp_path: Path, mine: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    assert data_files_in(tmp_path) == ((tmp_path / "gone.yaml", mine), ("pipe.yaml",))


def test_folders_that_can_not_be_looked_through(tmp_path: Path, mine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, code in ((tmp_path / "no", "batch.no-data-folder"), (mine, "batch.data-is-file")):
        with pytest.raises(DataError) as raised:
            data_files_in(folder)
        assert raised.value.faults == (Fault(code, Place(file=str(folder))),)

    def refused(_: Path, onerror: Any) -> Any:
        onerror(PermissionError(13, "denied", str(tmp_path / "locked")))

    monkeypatch.setattr("ita_docs.batch.found.os.walk", refused)
    with pytest.raises(DataError) as raised:
        data_files_in(tmp_path)
    place = Place(file=str(tmp_path / "locked"))
    assert raised.value.faults == (Fault("batch.folder-unreadable", place, {"found": "denied"}),)


@pytest.mark.parametrize("name", EXECUTORS)
def test_documents_are_those_of_render(tmp_path: Path, name: str) -> None:
    year = data(tmp_path, "year.yaml", starter=template_sets.starter("dossier"))
    one = data(tmp_path, "one.yaml")
    executor = EXECUTORS[name]()
    seen: list[FileResult] = []
    try:
        results = render_files([year, str(one)], tmp_path / "out", executor=executor, on_done=seen.append)
    finally:
        if executor is not None:
            executor.shutdown()
    assert seen == results
    assert [len(result.written) for result in results] == [5, 1]
    loaded = [*ita_docs.load_reports(year), *ita_docs.load_reports(one)]
    for path, (report, _) in zip([path for result in results for path in result.written], loaded, strict=True):
        assert path.name.startswith(f"{report.kind}-{report.agency.short_name}-{report.fiscal_year.year}")
        assert path.read_bytes() == ita_docs.render(report).document


def test_kinds_and_round(tmp_path: Path) -> None:
    year = data(tmp_path, "year.yaml", starter=template_sets.starter("dossier"))
    one = data(tmp_path, "one.yaml")
    memo = Path(shutil.copy(template_sets.starter("memo"), tmp_path))
    asked = ("progress-report", "improvement-plan")
    results = render_files([year, one, memo], tmp_path / "out", asked, round=2)
    assert [len(result.written) for result in results] == [2, 1, 0]
    assert [result.left for result in results] == [False, False, True]
    assert sum("-12-months" in name for found in names(results) for name in found) == 2


def test_names_say_the_data_file_where_two_are_alike_and_stay(tmp_path: Path) -> None:
    out = tmp_path / "out"
    plain = "progress-report-อบต.ตัวอย่าง-2566"
    b = data(tmp_path, "b.yaml")
    year = ita_docs.load(b).fiscal_year.year
    plain = f"progress-report-{ita_docs.load(b).agency.short_name}-{year}"
    assert names(render_files([b], out)) == [[f"{plain}.docx"]]
    a, c, deep = data(tmp_path, "a.yaml"), data(tmp_path, "c.yaml"), data(tmp_path, "deep/a.yaml")
    both = [[f"{plain}-a.docx"], [f"{plain}.docx"], [f"{plain}-c.docx"], [f"{plain}-deep-a.docx"]]
    assert names(render_files([a, b, c, deep], out)) == both
    assert names(render_files([deep, c, b, a], out)) == both[::-1]
    assert sorted(documents(out)) == sorted(name for (name,) in both)
    # In another folder the first has the name; who had it and is gone, has it no more.
    assert names(render_files([a, b], tmp_path / "new")) == [[f"{plain}.docx"], [f"{plain}-b.docx"]]
    b.unlink()
    d = data(tmp_path, "d.yaml")
    assert names(render_files([d], out)) == [[f"{plain}.docx"]]


def test_names_that_data_files_can_not_tell_apart() -> None:
    given = OwnedNames({}, lambda _: True)
    sources = ["../in/x.yaml", "../in/x.json", "in/x.yaml", "/in/x.yaml", "x/x.yaml", "z.yaml"]
    assert [given.of("r", source) for source in sources] == [
        "r.docx",
        "r-x.docx",
        "r-in-x.docx",
        "r-in-x.yaml.docx",
        "r-x-x.docx",
        "r-z.docx",
    ]
    assert given.of("r", "../../in/x.yaml") == "r-in-x.yaml-2.docx"
    long = OwnedNames({}, lambda _: True)
    made = [long.of("ก" * 40, f"{'ข' * 60}{number}.yaml") for number in range(3)]
    assert len(set(made)) == 3
    assert all(len(name.encode()) < 143 for name in made)


def test_one_that_fails_is_said_and_the_others_are_made(tmp_path: Path) -> None:
    good = data(tmp_path, "good.yaml")
    wrong = data(tmp_path, "wrong.yaml")
    wrong.write_text(f"{wrong.read_text(encoding='utf-8')}measurs: []\n", encoding="utf-8")
    typo = tmp_path / "typo.yaml"
    typo.write_text("fiscal_year: 2566\nagency: {kind: อบต., name: ก}\n", encoding="utf-8")
    lost = tmp_path / "lost.yaml"
    bad = tmp_path / "syntax.yaml"
    bad.write_text("kind: [\n", encoding="utf-8")
    results = render_files([wrong, good, typo, lost, bad], tmp_path / "out")
    assert [bool(result.written) for result in results] == [False, True, False, False, False]
    assert codes(results[2]) == ["data.no-kind"]
    assert codes(results[3]) == ["data.no-file"]
    (fault,) = results[0].faults
    assert (fault.place.file, fault.place.field) == (str(wrong), "measurs")
    assert fault.place.line == len(wrong.read_text(encoding="utf-8").splitlines())
    assert len(documents(tmp_path / "out")) == 1
    lines = data(tmp_path, "wrong.yaml").read_text(encoding="utf-8").splitlines()
    assert "measurs: []" not in lines
    assert [bool(result.written) for result in render_files([wrong, good], tmp_path / "out", resume=True)] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    "text",
    ["kind: Deployment\nspec: 1\n", "fiscal_year: 2570\ninstruments: []\n", "[1, 2]\n", '{"$schema": "x"}\n', "- a\n"],
)
def test_what_is_none_of_ours_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    (result,) = render_files([path], tmp_path / "out")
    assert result == FileResult(path, left=True)


def test_an_error_found_in_a_report_stops_its_file(mine: Path) -> None:
    text = mine.read_text(encoding="utf-8")
    period = next(line for line in text.splitlines() if line.strip().startswith("period:"))
    head = period[: period.index("period:")]
    mine.write_text(text.replace(period, f"{head}period: ต.ค. ๖๕ - มีนาคนม ๖๖", 1), encoding="utf-8")
    (result,) = render_files([mine], mine.parent / "out")
    assert {fault.code for fault in result.faults} <= {"period.unreadable", "period.unreadable-near"}
    assert result.faults
    assert result.faults[0].place.line is not None
    assert documents(mine.parent / "out") == []


def test_findings_are_reviewed_only_when_asked(tmp_path: Path) -> None:
    path = data(tmp_path, "x.yaml")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("\nmeasures:\n", "\nmeasures:\n- {title: สำรวจ 25๖๖, targets: {indicators: 1}}\n", 1),
        encoding="utf-8",
    )
    (quick,) = render_files([path], tmp_path / "out")
    (reviewed,) = render_files([path], tmp_path / "out", check=True, resume=True)
    assert (len(quick.written), len(reviewed.written), len(reviewed.current)) == (1, 0, 1)
    assert {finding.code for finding in quick.findings} < {finding.code for finding in reviewed.findings}
    assert all(finding.place.line for finding in reviewed.findings)


def test_a_fault_of_ours_is_one_file_s(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> bytes:
        raise ZeroDivisionError

    good, path = data(tmp_path, "good.yaml", "ดี"), data(tmp_path, "x.yaml")
    monkeypatch.setattr(file_task, "document_of", fail)
    results = render_files([path], tmp_path / "out")
    assert results[0].faults == (Fault("batch.broken", Place(file=str(path)), {"found": "ZeroDivisionError"}),)
    monkeypatch.undo()
    with ThreadPoolExecutor(1) as executor:
        executor.shutdown()
        (result,) = render_files([good], tmp_path / "out", executor=executor)
    assert codes(result) == ["batch.not-done"]


def test_a_disk_that_is_full_ends_the_run_and_a_locked_file_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [data(tmp_path, f"{name}.yaml", name) for name in ("ก", "ข", "ค")]
    code = "output.locked"

    def put(path: Path, content: bytes) -> Path:
        if "ข" in path.name:
            raise OutputError([Fault(code, Place(file=str(path)), {"found": "x"})])
        return write_whole(path, content)

    monkeypatch.setattr("ita_docs.batch.files.write", put)
    results = render_files(files, tmp_path / "out")
    assert [codes(result) for result in results] == [[], ["output.locked"], []]
    code = "output.full"
    with pytest.raises(OutputError):
        render_files(files, tmp_path / "full")
    assert len(documents(tmp_path / "full")) == 1
    monkeypatch.undo()
    assert [len(result.written) for result in render_files(files, tmp_path / "full", resume=True)] == [0, 1, 1]


def test_an_interruption_leaves_whole_files_and_a_manifest(tmp_path: Path) -> None:
    files = [data(tmp_path, f"in/{name}.yaml", name) for name in ("ก", "ข", "ค")]

    def stop(result: FileResult) -> None:
        if result.path == files[1]:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        render_files(files, tmp_path / "out", on_done=stop)
    assert len(documents(tmp_path / "out")) == 2
    assert again(tmp_path) == ["ค.yaml"]


@pytest.mark.parametrize(
    ("arguments", "error", "code"),
    [
        ({"paths": "a.yaml"}, UsageError, "batch.no-files"),
        ({"paths": 5}, UsageError, "batch.no-files"),
        ({"kinds": ["x"]}, UsageError, "batch.no-kind"),
        ({"executor": 5}, UsageError, "batch.no-executor"),
        ({"numerals": "roman"}, UsageError, "usage.numerals"),
        ({"template": "nobody's"}, TemplateError, "template-set.unknown"),
    ],
)
def test_what_makes_no_sense(mine: Path, arguments: dict[str, Any], error: type[ItaDocsError], code: str) -> None:
    given = {"paths": [mine], **arguments}
    with pytest.raises(error) as raised:
        render_files(given.pop("paths"), mine.parent / "out", **given)
    assert [fault.code for fault in raised.value.faults] == [code]


@pytest.mark.parametrize("of_a_set", [False, True])
def test_a_template_that_can_not_be_read_is_said_once(tmp_path: Path, mine: Path, of_a_set: bool) -> None:
    folder = tmp_path / "templates" / "ours"
    folder.mkdir(parents=True)
    (folder / "set.toml").write_text("name = 'ours'\n", encoding="utf-8")
    broken = save(folder, docx(p("{% if agency %}")), "progress-report.docx")
    template = "ours" if of_a_set else broken
    with pytest.raises(TemplateError) as raised:
        render_files([mine, data(tmp_path, "b.yaml")], tmp_path / "out", ["progress-report"], template=template)
    assert [(fault.code, fault.place.file) for fault in raised.value.faults] == [("template.block-open", str(broken))]


def test_a_task_travels(mine: Path) -> None:
    task = file_task.FileTask(mine, current.Asked(), "d", "run", {})
    sent = pickle.loads(pickle.dumps(task))  # noqa: S301  our own
    outcome = pickle.loads(pickle.dumps(file_task.work_file(sent)))  # noqa: S301  as above
    assert [made.kind for made in outcome.made] == ["progress-report"]
