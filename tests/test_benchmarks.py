"""Every benchmark runs, in its quick mode, and what it compares is equal; what it measures is for a quiet machine."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import ita_docs
from benchmarks import batch, generated, growth, reference, reports, speed, startup
from benchmarks.__main__ import NAMES, main
from benchmarks.measuring import Times, in_turns, table


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return reference.draw_template(tmp_path_factory.mktemp("reference") / "reference.docx")


@pytest.mark.parametrize("rows", [0, 1, 45])
def test_documents_of_the_comparison_are_equal_in_cells_and_parts(template: Path, rows: int) -> None:
    data = generated.mapping(rows, seed=rows)
    mine, theirs = ita_docs.Template(template).render(data), speed.theirs(template, data)
    assert reference.cells(mine) == reference.cells(theirs)
    assert reference.parts(mine) == reference.parts(theirs)
    assert reference.differences(mine, theirs) == []
    assert reference.cells(mine)[7:] == [text for row in data["rows"] for text in row.values()]
    parts = reference.parts(mine)
    assert {"word/document.xml", "word/header1.xml", "word/footer1.xml", "docProps/core.xml"} <= set(parts)
    for text in (data["title"], data["agency"], str(data["year"])):
        assert sum(text.encode() in part for part in parts.values()) >= 3


def test_a_difference_is_seen(template: Path) -> None:
    data = generated.mapping(3, seed=1)
    document = ita_docs.Template(template).render(data)
    data["rows"][2]["c6"] += "."
    other = ita_docs.Template(template).render(data)
    assert reference.differences(document, other) == ["cells", "word/document.xml"]
    data["title"] += "."
    assert {"word/header1.xml", "docProps/core.xml"} <= set(
        reference.differences(other, ita_docs.Template(template).render(data))
    )


def test_a_comparison_of_different_documents_is_no_benchmark(template: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speed, "theirs", lambda path, data: ita_docs.Template(path).render({**data, "rows": []}))
    with pytest.raises(ValueError, match=r"differ: cells, word/document\.xml"):
        speed.compared(template, 3)


def test_generated_data_differs_from_run_to_run_and_is_the_same_for_a_seed() -> None:
    assert generated.mapping(5, 1) == generated.mapping(5, 1) != generated.mapping(5, 2)
    assert generated.report(2, 2, 1) == generated.report(2, 2, 1) != generated.report(2, 2, 2)
    one, other = generated.dossier(1), generated.dossier(2)
    assert one == generated.dossier(1) != other
    assert one["agency"]["name"] != other["agency"]["name"]


@pytest.mark.parametrize("kind", ita_docs.KINDS)
@pytest.mark.parametrize(("measures", "steps"), [(3, 2), (1, 5)])
def test_every_kind_takes_the_reports_that_grow_and_prints_all_of_them(kind: str, measures: int, steps: int) -> None:
    data = generated.report(measures, steps, seed=1)
    document = ita_docs.render(ita_docs.KINDS[kind].model_validate(data), numerals="arabic").document
    printed = re.sub(r"\s", "", "".join(reference.cells(document)))
    texts = [step for measure in data["measures"] for step in measure["steps"]]
    assert len(texts) == measures * steps
    for text in texts:
        assert re.sub(r"\s", "", text) in printed


def test_actions_are_timed_in_turns_on_the_data_of_each_run() -> None:
    seen: list[tuple[str, int]] = []
    actions = {name: lambda data, name=name: seen.append((name, data)) for name in "ab"}
    times = in_turns(actions, lambda run: run * 10, runs=2)
    assert seen == [("b", 0), ("a", 0), ("a", 10), ("b", 10), ("b", 20), ("a", 20)]
    assert [len(times[name].wall) for name in "ab"] == [2, 2]
    assert Times([3.0, 1.0, 2.0], [6.0, 5.0, 4.0]).median == (2.0, 5.0)


def test_speed() -> None:
    lines = speed.run(quick=True).splitlines()
    assert lines[0] == "docxtpl 0.20.2, medians"
    assert re.fullmatch(r"45( +[0-9.]+){8} +≥ 15 +322 cells, 20 parts", lines[2])
    assert re.fullmatch(r"450( +[0-9.]+){8} +≥ 10 +3157 cells, 20 parts", lines[3])


def test_reports() -> None:
    lines = reports.run(quick=True).splitlines()[2:]
    assert [line.split()[0] for line in lines] == list(ita_docs.KINDS)
    assert all(len(line.split()) == 11 for line in lines)


def test_growth() -> None:
    lines = [line.split() for line in growth.run(quick=True).splitlines()[2:]]
    assert [line[2] for line in lines if line[0] != "ratio"] == [str(size) for size in growth.QUICK] * 2
    assert [line[0] for line in lines].count("ratio") == 2


def test_batch(tmp_path: Path) -> None:
    assert batch.rendered(2, tmp_path) == 2 * len(ita_docs.KINDS)
    assert len({path.read_bytes() for path in tmp_path.glob("*.docx")}) == 2 * len(ita_docs.KINDS)
    lines = batch.run(quick=True).splitlines()
    assert [line.split()[:2] for line in lines[1:3]] == [["1", "10"], ["2", "10"]]
    assert lines[-1].startswith("ratio of the peaks ")


def test_startup() -> None:
    told = startup.run(quick=True)
    assert re.search(r"(?m)^progress-report( +[0-9.]+){8}$", told)
    assert re.search(r"imports of progress-report by -X importtime.*ita_docs \d+", told)


def test_the_command(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["speed", "--quick"])
    assert "== speed ==" in capsys.readouterr().out
    assert {path.stem for path in (root / "benchmarks").glob("*.py")} >= set(NAMES)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks", "nothing"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "invalid choice: 'nothing'" in done.stderr


def test_a_table() -> None:
    assert table(["a", "b"], [["x", 10]]) == "a   b\nx  10"
