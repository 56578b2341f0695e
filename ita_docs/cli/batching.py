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
from contextlib import contextmanager, nullcontext
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

_MOST_JOBS = 64
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
        self.findings += sum(finding.severity != "error" for finding in result.findings)
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
        for result in self._failed:
            console.report(result.faults)
        failed, files = len(self._failed), self._files - len(self._left)
        console.note("batch.summary", files=files, written=self.written, current=self.current, failed=failed)
        if self.findings:
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
