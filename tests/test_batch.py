"""Many reports at once: the bytes of `render` from every executor, in order, one failure recorded, memory flat."""

import gc
import multiprocessing
import os
import pickle
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

import ita_docs
from ita_docs import Failure, ProgressReport, Rendered, render, render_many, template_sets
from ita_docs.batch.manifest import NAME
from ita_docs.errors import OutputError
from ita_docs.reports import Paper, Picture, View
from tests.batch_reports import (
    EXECUTORS,
    PNG,
    SAMPLES,
    STARTER,
    Crash,
    Odd,
    as_class,
    broken,
    documents,
    of_agency,
    reports,
    written,
)


@pytest.fixture(name="executor", params=EXECUTORS)
def _executor(request: pytest.FixtureRequest) -> Iterator[Executor | None]:
    made = EXECUTORS[request.param]()
    yield made
    if made is not None:
        made.shutdown()


def check_all(folder: Path, executor: Executor | None) -> None:
    """The same bytes as `render`, in order, one failure in the middle; then nothing is left to do."""
    given = [*reports(11), broken(), *reports(3)]
    done: list[Rendered | Failure] = []
    threads = set()

    def on_done(result: Rendered | Failure) -> None:
        done.append(result)
        threads.add(threading.get_ident())

    results = render_many(iter(given), folder, executor=executor, on_done=on_done)
    assert threads == {threading.get_ident()}
    assert sorted(map(id, done)) == sorted(map(id, results))
    failure = results.pop(11)
    assert isinstance(failure, Failure)
    assert [fault.code for fault in failure.faults] == ["template.picture"]
    assert not failure.path.exists()
    given.pop(11)
    for report, result in zip(given, results, strict=True):
        assert written(result).document == render(report).document
        assert written(result).report == report
        assert written(result).findings == render(report).findings
    assert documents(folder) == sorted(str(written(result).path.name) for result in results)  # type: ignore[union-attr]
    before = {path: path.stat().st_ino for path in folder.iterdir() if path.name != NAME}
    assert render_many(iter(given), folder, executor=executor, resume=True) == results
    assert {path: path.stat().st_ino for path in folder.iterdir() if path.name != NAME} == before


def test_the_bytes_of_render_from_every_executor(executor: Executor | None, tmp_path: Path) -> None:
    check_all(tmp_path / "made" / "here", executor)


def test_a_cluster_of_processes(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="install the extra `dask`")
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster,
        distributed.Client(cluster) as client,
    ):
        assert len({os.getpid(), *client.run(os.getpid).values()}) == 3
        check_all(tmp_path, client.get_executor())


def test_the_example_runs_on_a_cluster(root: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="install the extra `dask`")
    command = [sys.executable, str(root / "docs" / "batch_dask.py"), str(tmp_path / "out")]
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join((str(root), os.environ.get("PYTHONPATH", "")))}
    done = subprocess.run(command, env=variables, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert len(documents(tmp_path / "out")) == len(SAMPLES)
    assert done.stdout.splitlines()[-1] == f"{len(SAMPLES)} documents by 2 processes, 0 failed"


def test_threads_share_a_template(tmp_path: Path) -> None:
    names = [f"อบต.{number}" for number in range(400)]
    template = ita_docs.Template(template_sets.standard_template("progress-report"))
    with ThreadPoolExecutor(8) as executor:
        results = render_many((of_agency(name) for name in names), tmp_path, template=template, executor=executor)
    wrong = [n for n, r in zip(names, results, strict=True) if written(r).document != render(of_agency(n)).document]
    assert wrong == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda report: report.kind)
def test_a_report_names_all_the_pictures_of_its_view(sample: Paper) -> None:
    logo = Path("logo.png")

    def shown(value: object) -> Iterator[Path]:
        if isinstance(value, Picture):
            yield value.path
        elif isinstance(value, View):
            for name in value.__dataclass_fields__:  # type: ignore[attr-defined]
                yield from shown(getattr(value, name))
        elif isinstance(value, tuple):
            for inner in value:
                yield from shown(inner)

    report = of_agency("x", sample, logo=logo)
    assert set(shown(report.view())) == set(report.pictures) == {logo}


def test_workers_need_none_of_the_callers_files(tmp_path: Path) -> None:
    """What is sent is rendered when template and picture are gone."""
    logo, template = tmp_path / "logo.png", tmp_path / "t.docx"
    logo.write_bytes(PNG)
    template.write_bytes(template_sets.standard_template("progress-report").read_bytes())
    report = of_agency("x", logo=logo)
    expected = render(report, template=template).document

    class Elsewhere(Executor):
        def submit(self, fn: Any, /, *args: Any, **_: Any) -> Future[Any]:
            logo.unlink()
            template.unlink()
            future: Future[Any] = Future()
            future.set_result(fn(*args))
            return future

    [result] = render_many([report], tmp_path / "out", template=template, executor=Elsewhere())
    assert written(result).document == expected


@pytest.mark.parametrize("kind", ["threads", "spawn"])
def test_failures_of_every_sort(tmp_path: Path, kind: str) -> None:
    unmade: Any = ProgressReport
    given: list[Any] = [STARTER, as_class(Odd, "odd"), None, unmade.model_construct(), broken(), STARTER]
    with EXECUTORS[kind]() as executor:  # type: ignore[union-attr]
        results = render_many(given, tmp_path, executor=executor)
    assert [type(result) for result in results] == [Rendered, *[Failure] * 4, Rendered]
    odd, none, hollow, lost = (result for result in results if isinstance(result, Failure))
    assert "odd: 3" in str(odd.error)
    assert "in view" in str(odd.error) + "".join(getattr(odd.error, "__notes__", ()))
    assert odd.faults == ()
    assert [fault.code for fault in none.faults] == ["usage.no-report"]
    assert (none.path.name, hollow.path.name) == ("report-3.docx", "report-4.docx")
    assert isinstance(hollow.error, AttributeError)
    assert [fault.code for fault in lost.faults] == ["template.picture"]
    assert len(documents(tmp_path)) == 2
    for result in results:
        assert isinstance(result, Rendered) or result.error.__traceback__ is None
    again = pickle.loads(pickle.dumps([results[0], lost]))  # noqa: S301  # its own
    assert written(again[0]) == results[0]
    assert (again[1].path, again[1].faults) == (lost.path, lost.faults)


def test_a_worker_that_dies(tmp_path: Path) -> None:
    given = [*reports(30), as_class(Crash, "crash"), *reports(30)]
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as executor:
        results = render_many(iter(given), tmp_path, executor=executor)
    assert len(results) == len(given)
    failed = [result for result in results if isinstance(result, Failure)]
    assert results[30] in failed
    assert {fault.code for failure in failed for fault in failure.faults} == {"batch.not-done"}
    assert "BrokenProcessPool" in str(failed[0].error)
    assert sorted(str(r.path.name) for r in results if isinstance(r, Rendered) and r.path) == documents(tmp_path)
    finished = render_many(given[:30], tmp_path, resume=True)
    assert not [result for result in finished if isinstance(result, Failure)]


@pytest.mark.parametrize("error", [BrokenExecutor("gone"), RuntimeError("cannot schedule new futures")])
def test_an_executor_that_takes_nothing(tmp_path: Path, error: Exception) -> None:
    class Closed(Executor):
        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            raise error

    results = render_many(reports(3), tmp_path, executor=Closed())
    assert [f.code for r in results if isinstance(r, Failure) for f in r.faults] == ["batch.not-done"] * 3


def test_threads_that_were_shut_down(tmp_path: Path) -> None:
    executor = ThreadPoolExecutor(1)
    executor.shutdown()
    [result] = render_many([STARTER], tmp_path, executor=executor)
    assert isinstance(result, Failure)
    assert [fault.code for fault in result.faults] == ["batch.not-done"]


def test_no_more_than_a_window_is_taken_from_a_generator(tmp_path: Path) -> None:
    taken = 0
    ahead = []

    def counted() -> Iterator[Paper]:
        nonlocal taken
        for report in (of_agency(number) for number in range(60)):
            taken += 1
            yield report

    finished = iter(range(60))
    with ThreadPoolExecutor(2) as executor:
        render_many(counted(), tmp_path, executor=executor, on_done=lambda _: ahead.append(taken - next(finished)))
    assert len(ahead) == 60
    assert max(ahead) <= 8


def test_memory_is_flat(tmp_path: Path) -> None:
    """What a result keeps of a generator's report is a third of a document: neither its bytes nor the report."""

    def left(count: int) -> int:
        tracemalloc.start()
        results = render_many((of_agency(n, SAMPLES[0].model_copy(deep=True)) for n in range(count)), tmp_path)
        gc.collect()
        found = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        assert len(results) == count
        return found

    left(10)  # what is made once
    document = len(render(SAMPLES[0]).document)
    # What else grows in the process meanwhile, such as Python's own caches, is not the batch's.
    assert min((left(40) - left(10)) / 30 for _ in range(3)) < document / 3


def test_nothing_to_do(tmp_path: Path) -> None:
    assert render_many([], tmp_path) == []
    assert documents(tmp_path) == []


def test_a_document_that_is_gone(tmp_path: Path) -> None:
    [result] = render_many([STARTER], tmp_path)
    assert written(result).path is not None
    Path(str(written(result).path)).unlink()
    with pytest.raises(OutputError) as caught:
        _ = written(result).document
    assert [fault.code for fault in caught.value.faults] == ["output.gone"]
