"""Reports, executors and folders that the tests of batches share."""

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import ita_docs
from ita_docs import Failure, ProgressReport, Rendered, render_files, template_sets
from ita_docs.batch.found import data_files_in
from ita_docs.batch.manifest import NAME
from ita_docs.data_files import load_reports
from ita_docs.reports import Paper

SAMPLES = [one.report for path in template_sets.samples() for one in load_reports(path)]
_starter = ita_docs.load(template_sets.starter("progress-report"))
assert isinstance(_starter, ProgressReport)
STARTER = _starter


def of_agency(name: object, report: Paper = STARTER, **fields: Any) -> Paper:
    return report.model_copy(
        update={"agency": report.agency.model_copy(update={"short_name": str(name), "full_name": str(name), **fields})}
    )


def reports(count: int) -> Iterator[Paper]:
    """So many reports, no two alike, of all kinds."""
    for number in range(count):
        yield of_agency(f"อบต.{number}", SAMPLES[number % len(SAMPLES)])


def broken(name: str = "อบต.เสีย") -> Paper:
    """A report whose picture is gone since it was made."""
    return of_agency(name, logo=Path("gone.png"))


def documents(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != NAME)


def written(result: Rendered | Failure) -> Rendered:
    assert isinstance(result, Rendered), result
    return result


def stamp(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_ino for path in folder.iterdir() if path.name != NAME}


PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)


class Crash(ProgressReport):
    """A report that ends its worker as a lack of memory does."""

    def view(self) -> Any:
        os.kill(os.getpid(), signal.SIGKILL)


class Odd(ProgressReport):
    """A report of somebody's own class that fails in its own way."""

    def view(self) -> Any:
        raise OddError(1, 2)


class OddError(Exception):
    """An error that pickles and does not unpickle: a pool of processes would break over it."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"odd: {one + two}")


def as_class(kind: type[ProgressReport], name: str) -> Paper:
    return kind.model_validate({field: getattr(of_agency(name), field) for field in ProgressReport.model_fields})


EXECUTORS: dict[str, Callable[[], Executor | None]] = {
    "none": lambda: None,
    "threads": lambda: ThreadPoolExecutor(4),
    "spawn": lambda: ProcessPoolExecutor(2, multiprocessing.get_context("spawn")),
    "fork": lambda: ProcessPoolExecutor(2, multiprocessing.get_context("fork")),
}


REPORT = template_sets.starter("progress-report")


def data(folder: Path, name: str, agency: str = "ตัวอย่าง", starter: Path = REPORT) -> Path:
    """A data file of an agency."""
    text = starter.read_text(encoding="utf-8")
    own = ita_docs.load(starter).agency.name
    assert own in text
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(f"name: {own}", f"name: {agency}"), encoding="utf-8")
    return path


class Counting(Executor):
    """Does everything at once, and counts it."""

    def __init__(self) -> None:
        self.done: list[str] = []

    def submit(self, fn: Any, /, *args: Any, **_: Any) -> Future[Any]:
        self.done.append(args[0].path.name)
        future: Future[Any] = Future()
        future.set_result(fn(*args))
        return future


def again(root: Path, **options: Any) -> list[str]:
    """The data files that are not current; these alone are read."""
    counting = Counting()
    files = data_files_in(root / "in").files
    results = render_files(files, root / "out", executor=counting, resume=True, **options)
    assert [result.path.name for result in results if result.written] == counting.done
    assert all(result.written or result.current for result in results)
    return counting.done
