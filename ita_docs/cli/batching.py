"""The command `batch`: all data files of a folder, their documents into another, in as many processes as are wanted.

The paths of written documents go to stdout as they are written; what is said of a file, and at the end of those that
failed, to stderr: beside a bar on a terminal, one line a file in a pipe.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import ita_docs
from ita_docs.cli.checking import kinds_of
from ita_docs.cli.console import Console
from ita_docs.cli.documents import numerals_of
from ita_docs.cli.words import word
from ita_docs.errors import DataError, Fault, Place, UsageError

if TYPE_CHECKING:
    from ita_docs.batch.files import FileResult
    from ita_docs.findings import Finding

#: More processes than this one system can not wait for (Windows), and no machine needs.
_MOST_JOBS = 60
#: How many of the things that are left alone are named.
_NAMED = 8


def batch(  # noqa: PLR0913, PLR0917  one parameter for each word of the command
    console: Console,
    folder: str,
    output: str,
    report: Sequence[str],
    part: str | None,
    jobs: str | None,
    resume: bool,
    template: str | None,
    numerals: str | None,
    review: bool,
) -> int:
    """Render every data file of a folder; one that fails is listed at the end, and the others are made."""
    kinds = kinds_of(report)
    processes = _jobs(jobs)
    if template and template.lower().endswith(".docx") and len(kinds) != 1:
        raise UsageError([Fault("cli.template-of-several", params={"known": ", ".join(ita_docs.KINDS)})])
    from ita_docs.batch.files import render_files  # noqa: PLC0415  loads Word's libraries, which help does without
    from ita_docs.batch.found import data_files_in  # noqa: PLC0415  as above

    found = data_files_in(folder, output)
    if not found.files:
        raise DataError([Fault("batch.nothing", Place(file=folder))])
    with _progress(console, Path(folder), len(found.files)) as said, _pool(min(processes, len(found.files))) as pool:
        said.shows_findings = review
        try:
            render_files(
                found.files,
                output,
                kinds,
                round=None if part is None else int(part),
                template=template,
                numerals=numerals_of(numerals),
                check=review,
                executor=pool,
                resume=resume,
                on_done=said.take,
            )
        except KeyboardInterrupt:
            said.end()
            console.note("batch.interrupted", written=said.written)
            raise
    return said.told(found.others)


class _Said:
    """What is said of each file as it is done, and of all at the end."""

    def __init__(self, console: Console, folder: Path, files: int, advance: Callable[[], object] | None) -> None:
        self._console, self._folder, self._files, self._advance = console, folder, files, advance
        self.shows_findings = False
        self._findings: list[Finding] = []
        #: On a terminal that shows a bar, paths would be written through it.
        self._later: list[str] | None = [] if advance and sys.stdout is not None and sys.stdout.isatty() else None
        self._failed: list[FileResult] = []
        self._left: list[str] = []
        self.written = self.current = self.findings = self.done = 0

    def take(self, result: FileResult) -> None:
        """One file is done."""
        self.done += 1
        self.written += len(result.written)
        self.current += len(result.current)
        others = [finding for finding in result.findings if finding.severity != "error"]
        self.findings += len(others)
        if self.shows_findings:
            self._findings += others
        for path in result.written:
            if self._later is None:
                self._console.product(str(path))
            else:
                self._later.append(str(path))
        if result.faults:
            self._failed.append(result)
        if result.left:
            self._left.append(self._name(result))
        if self._advance is not None:
            self._advance()
        else:
            self._console.note(f"batch.{self._state(result)}", **self._counts(result))

    def end(self) -> None:
        """Write what waited for the bar to go."""
        for path in self._later or ():
            self._console.product(path)
        self._later = None if self._later is None else []

    def told(self, others: Sequence[str]) -> int:
        """The list of what failed, the summary, and the exit code."""
        self.end()
        console = self._console
        if left := sorted([*others, *self._left]):
            more = f" … (+{len(left) - _NAMED})" if len(left) > _NAMED else ""
            console.note("batch.left", names=", ".join(left[:_NAMED]) + more)
        console.report(self._findings)
        for result in self._failed:
            console.report(result.faults)
        failed, files = len(self._failed), self._files - len(self._left)
        console.note("batch.summary", files=files, written=self.written, current=self.current, failed=failed)
        if self.findings and not self.shows_findings:
            console.note("batch.findings", count=self.findings)
        return DataError.exit_code if self._failed else 0

    def _name(self, result: FileResult) -> str:
        return result.path.relative_to(self._folder).as_posix()

    def _counts(self, result: FileResult) -> dict[str, object]:
        documents = len(result.written) + len(result.current)
        return {"done": self.done, "files": self._files, "file": self._name(result), "documents": documents}

    @staticmethod
    def _state(result: FileResult) -> str:
        if result.faults:
            return "line-failed"
        if result.left:
            return "line-left"
        return "line-written" if result.written else "line-current"


@contextmanager
def _progress(console: Console, folder: Path, files: int) -> Iterator[_Said]:
    """A bar on a terminal, which goes when all is done; else lines."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield _Said(console, folder, files, None)
        return
    from rich.console import Console as Terminal  # noqa: PLC0415  a tenth of a second, for a terminal only
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Terminal(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(word("batch.bar", console.language), total=files)
        said = _Said(console, folder, files, lambda: bar.advance(task))
        yield said


@contextmanager
def _pool(processes: int) -> Iterator[Executor | None]:
    """So many processes; for one alone, this one."""
    if processes == 1:
        yield None
        return
    # A fork would copy the thread that draws the bar.
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=fresh, initializer=ready_worker) as pool:
        with _without_interrupt():
            for _ in range(processes):
                pool.submit(os.getpid)
        yield pool


@contextmanager
def _without_interrupt() -> Iterator[None]:
    """While workers are started: they are born deaf to Ctrl-C, which they could not answer before they are ready."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    known = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, known or signal.SIG_DFL)  # None: set by whoever embeds Python


def ready_worker() -> None:
    """Make a process a worker: Ctrl-C is for the one that started it, and with that one it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if parent := multiprocessing.parent_process():
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _jobs(asked: str | None) -> int:
    """How many processes: as many as there are processors for us, unless it is said."""
    if asked is None:
        free = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        return min(free, _MOST_JOBS)
    if not asked.isdecimal() or not 1 <= int(asked) <= _MOST_JOBS:
        raise UsageError([Fault("cli.jobs", params={"found": asked, "most": str(_MOST_JOBS)})])
    return int(asked)
