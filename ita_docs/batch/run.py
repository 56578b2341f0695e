"""`render_many`: many reports to many files, on any executor, one failure recorded and the rest finished.

A bounded number of reports is under way at a time, so that memory stays flat however many a generator gives.  Workers
return bytes; the caller's thread alone writes files, notes them in the folder's manifest, and calls `on_done`.  What
ends the whole call (a template that can not be opened, a folder that can not be written, a full disk, an interruption)
leaves every file whole and the manifest written, and the next call with `resume` goes on from there.

Limits: one run at a time in a folder; two would only make the same files twice.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from ita_docs.batch.failure import Failure, light
from ita_docs.batch.manifest import Manifest
from ita_docs.batch.names import Names
from ita_docs.batch.task import Outcome, Task, contents, work, work_packed
from ita_docs.engine.choice import choose, is_template
from ita_docs.engine.render import Order, Rendered, checked_target, pack, write
from ita_docs.engine.template import Template
from ita_docs.errors import Fault, ItaDocsError, OutputError, Place, UsageError
from ita_docs.reports import Paper
from ita_docs.template_sets import STANDARD
from ita_docs.thai import Numerals

Result = Rendered | Failure
#: Tasks under way for each worker, and in all where an executor does not say how many it has: enough to keep a cluster
#: busy while one answer travels.
_EACH, _UNKNOWN = 4, 64


def render_many(  # noqa: PLR0913  # each a choice of its own
    reports: Iterable[Paper],
    directory: str | os.PathLike[str],
    *,
    template: str | os.PathLike[str] | Template | None = None,
    numerals: Numerals | None = None,
    executor: Executor | None = None,
    resume: bool = False,
    on_done: Callable[[Result], object] | None = None,
) -> list[Result]:
    """Render reports into a folder, which is made where it is missing; the results in the order of the reports.

    `template` and `numerals` are those of `render`. `executor` is any of `concurrent.futures` or of its kind (threads,
    processes, Dask's `Client().get_executor()`); without one, all is done in this thread. `resume` leaves a file alone
    that was made from the same data, template, options and version and was not changed since. `on_done` is called in
    this thread with each result as it is finished; an exception in it ends the run.

    A report that fails is a `Failure` in its place. Raises TemplateError when the template can not be opened,
    OutputError when the folder can not be written or the disk is full, UsageError for arguments that make no sense.
    """
    given: object = reports
    if isinstance(given, (Paper, str, bytes)) or not isinstance(given, Iterable):
        raise UsageError([Fault("batch.no-reports", params={"found": type(reports).__name__})])
    if executor is not None and not callable(getattr(executor, "submit", None)):
        raise UsageError([Fault("batch.no-executor", params={"found": type(executor).__name__})])
    if numerals not in (None, "thai", "arabic"):
        raise UsageError([Fault("usage.numerals", params={"found": str(numerals)})])
    if template is not None and not isinstance(template, Template) and template != STANDARD and is_template(template):
        template = Template(template)
    # Who hands over a list keeps the reports; what comes from a generator would be kept by the results alone.
    keeps = isinstance(reports, (list, tuple))
    run = _Run(_Options(template, numerals, resume, keeps), folder_of(directory), executor, on_done)
    return run.through(reports)


@dataclass(frozen=True, slots=True)
class _Options:
    template: str | os.PathLike[str] | Template | None
    numerals: Numerals | None
    resume: bool
    keeps: bool


@dataclass(frozen=True, slots=True)
class _Job:
    """A report under way: its file, and what its result keeps of it."""

    path: Path
    kept: Paper | bytes
    future: Future[Outcome]


class _Run:
    def __init__(
        self, options: _Options, folder: Path, executor: Executor | None, on_done: Callable[[Result], object] | None
    ) -> None:
        self._options, self._folder, self._on_done = options, folder, on_done
        self._executor = Here() if executor is None else executor
        #: Threads share the caller's objects.
        self._shares = isinstance(self._executor, (Here, ThreadPoolExecutor))
        self._window = window_of(executor)
        self._names = Names()
        self._manifest = Manifest(folder)
        self._results: list[Result | None] = []
        self._jobs: dict[int, _Job] = {}
        self._done: SimpleQueue[int] = SimpleQueue()

    def through(self, reports: Iterable[Paper]) -> list[Result]:
        """Everything, in order; whatever ends it, what is finished is noted."""
        self._manifest.save()  # so that a folder that can not be written is said before any work is done
        try:
            for place, report in enumerate(reports):
                self._results.append(None)
                self._start(place, report)
                while len(self._jobs) >= self._window:
                    self._finish(self._done.get())
            while self._jobs:
                self._finish(self._done.get())
        except BaseException:
            for job in self._jobs.values():
                job.future.cancel()
            with suppress(OutputError):
                self._manifest.save()
            raise
        self._manifest.save()
        return [result for result in self._results if result is not None]

    def _start(self, place: int, report: Paper) -> None:
        path = self._folder / self._names.of(report, place + 1)
        try:
            job = self._submitted(report, path)
        except Exception as error:  # noqa: BLE001  # no report, one that can not be pickled, an executor that is broken
            self._settle(place, Failure(path, light(error)))
            return
        self._jobs[place] = job
        job.future.add_done_callback(lambda _: self._done.put(place))

    def _submitted(self, report: Paper, path: Path) -> _Job:
        if not isinstance(report, Paper):
            raise UsageError([Fault("usage.no-report", params={"found": type(report).__name__})])
        chosen = choose(report, self._options.template)
        checked_target(path, chosen.template.path)
        order = Order.of(report, chosen, self._options.numerals)
        known = self._manifest.digest_of(path.name) if self._options.resume else None
        sent = order if self._shares else pack(order)
        task = Task(sent, chosen.template, contents(order.pictures), known)
        packed = None if self._options.keeps else _packed(report)
        kept = report if packed is None else packed
        return _Job(path, kept, self._future(task))

    def _future(self, task: Task) -> Future[Outcome]:
        sent = b"" if self._shares else pickle.dumps(task, pickle.HIGHEST_PROTOCOL)
        try:
            return self._executor.submit(work_packed, sent) if sent else self._executor.submit(work, task)
        except Exception as error:  # an executor that is broken or closed
            raise not_done(error) from error

    def _finish(self, place: int) -> None:
        job = self._jobs.pop(place)
        try:
            outcome = job.future.result()
        except Exception as error:  # noqa: BLE001  # the worker died, or the executor gave up: `work` itself returns
            self._settle(place, Failure(job.path, not_done(error)))
            return
        self._settle(place, self._written(job, outcome))

    def _settle(self, place: int, result: Result) -> None:
        self._results[place] = result
        if self._on_done is not None:
            self._on_done(result)

    def _written(self, job: _Job, outcome: Outcome) -> Result:
        if outcome.error is not None:
            return Failure(job.path, outcome.error)
        if outcome.document is not None:
            try:
                write(job.path, outcome.document)
            except OutputError as error:
                self._raise_if_general(error)
                return Failure(job.path, error)
            self._manifest.record(job.path.name, outcome.digest, outcome.document)
        return Rendered(None, job.path, job.kept)

    def _raise_if_general(self, error: OutputError) -> None:
        """A full disk, or a folder where not even the manifest can be written any more, is not one report's fault."""
        if any(fault.code == "output.full" for fault in error.faults):
            raise error
        self._manifest.save()
        light(error)


class Here(Executor):
    """Does a task at once, in the caller's thread."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it, and hand over what came of it."""
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def window_of(executor: Executor | None) -> int:
    """How many tasks may be under way."""
    workers = getattr(executor, "_max_workers", None)
    return 1 if executor is None else workers * _EACH if isinstance(workers, int) and workers else _UNKNOWN


def _packed(report: Paper) -> bytes | None:
    """The paper packed; None where it can not be."""
    try:
        return pack(report)
    except Exception:  # noqa: BLE001  # then it is kept as it is
        return None


def not_done(error: Exception) -> ItaDocsError:
    """The error of a task that no worker finished."""
    found = f"{type(error).__name__}: {error}".removesuffix(": ")
    return ItaDocsError([Fault("batch.not-done", params={"found": found})])


def folder_of(directory: str | os.PathLike[str]) -> Path:
    """The folder, made where it is missing."""
    try:
        folder = Path(directory)
    except TypeError as error:
        raise UsageError([Fault("usage.no-path", params={"found": type(directory).__name__})]) from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:  # ValueError: a NUL in its name
        place = Place(file=str(folder))
        if isinstance(error, FileExistsError):
            raise OutputError([Fault("batch.folder-is-file", place)]) from error
        reason = error.strerror if isinstance(error, OSError) else None
        raise OutputError([Fault("batch.no-folder", place, {"found": reason or type(error).__name__})]) from error
    return folder
