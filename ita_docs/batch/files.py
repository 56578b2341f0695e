"""`render_files`: many data files to many documents, read and rendered by the workers of any executor.

A bounded number of files is under way at a time, so that memory stays flat.  The caller's thread alone writes, in the
order of the files, so that the same files have the same names however many workers there are; a file's documents are
made all or none.  What ends the whole call leaves every document whole and the manifest written, and the next call
with `resume` goes on from there: it does not even read what is current.

Limits: workers see the caller's files, as processes of this machine do; one run at a time in a folder.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ita_docs.batch.current import Asked, digest_of_document, digest_of_file, same_pictures, template_print
from ita_docs.batch.file_task import FileOutcome, FileTask, work_file
from ita_docs.batch.manifest import Manifest, Source
from ita_docs.batch.names import OwnedNames
from ita_docs.batch.run import Here, folder_of, not_done, window_of
from ita_docs.engine.choice import is_template
from ita_docs.engine.render import write
from ita_docs.engine.template import Template
from ita_docs.errors import Fault, ItaDocsError, OutputError, Place, TemplateError, UsageError
from ita_docs.findings import Finding
from ita_docs.reports import KINDS, PAPERS
from ita_docs.template_sets import STANDARD, find_set, standard_template
from ita_docs.thai import Numerals


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of a data file: the documents that were written, those that were current, or why there are none.

    `left` says that it was left alone: no data file, or of a kind that was not asked for.
    """

    path: Path
    written: tuple[Path, ...] = ()
    current: tuple[Path, ...] = ()
    findings: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()
    left: bool = False


def render_files(  # noqa: PLR0913  # each a choice of its own
    paths: Iterable[str | os.PathLike[str]],
    directory: str | os.PathLike[str],
    kinds: Sequence[str] = (),
    *,
    round: int | None = None,  # noqa: A002  # the field's name
    template: str | os.PathLike[str] | None = None,
    numerals: Numerals | None = None,
    check: bool = False,
    executor: Executor | None = None,
    resume: bool = False,
    on_done: Callable[[FileResult], object] | None = None,
) -> list[FileResult]:
    """Render data files into a folder, which is made where it is missing; the results in the order of the files.

    A dossier gives the reports of `kinds`, or all five; any other file its own paper, unless `kinds` names others.
    `template` is a set by name or path; `round` that of the progress report.  An `error` found in a paper stops its
    file; with `check` the papers are reviewed too, which takes longer than all else.  `executor`, `resume` and
    `on_done` are those of `render_many`.

    Raises UsageError for arguments that make no sense, TemplateError when the template can not be used, OutputError
    when the folder can not be written or the disk is full.
    """
    asked = Asked(tuple(kinds), round, None if template is None else os.fspath(template), numerals, check)
    _refuse(paths, asked, executor)
    run = _Run(asked, folder_of(directory), executor, resume=resume, on_done=on_done)
    return run.through([Path(path) for path in paths])


def _refuse(paths: object, asked: Asked, executor: Executor | None) -> None:
    if isinstance(paths, (str, bytes, os.PathLike)) or not isinstance(paths, Iterable):
        raise UsageError([Fault("batch.no-files", params={"found": type(paths).__name__})])
    if executor is not None and not callable(getattr(executor, "submit", None)):
        raise UsageError([Fault("batch.no-executor", params={"found": type(executor).__name__})])
    if asked.numerals not in {None, "thai", "arabic"}:
        raise UsageError([Fault("usage.numerals", params={"found": str(asked.numerals)})])
    unknown = [kind for kind in asked.kinds if kind not in PAPERS]
    if unknown:
        known = ", ".join(PAPERS)
        raise UsageError(Fault("batch.no-kind", params={"found": kind, "known": known}) for kind in unknown)


@dataclass(slots=True)
class _Job:
    """A file under way, or finished and waiting for those before it."""

    path: Path
    digest: str
    source: str
    future: Future[FileOutcome] | None = None
    current: tuple[Path, ...] = ()


class _Run:
    def __init__(
        self,
        asked: Asked,
        folder: Path,
        executor: Executor | None,
        *,
        resume: bool,
        on_done: Callable[[FileResult], object] | None,
    ) -> None:
        self._asked, self._folder, self._resume, self._on_done = asked, folder, resume, on_done
        self._executor = Here() if executor is None else executor
        self._window = window_of(executor)
        self._run = secrets.token_hex(8)
        self._manifest = Manifest(folder)
        self._root = os.path.realpath(folder)
        self._names = OwnedNames(self._manifest.owners(), lambda source: os.path.exists(self._absolute(source)))  # noqa: PTH110  # never fails
        self._results: list[FileResult] = []

    def through(self, paths: list[Path]) -> list[FileResult]:
        """Everything, in order; whatever ends it, what is finished is noted."""
        self._manifest.save()  # so that a folder that can not be written is said before any work is done
        self._check_template(paths)
        jobs: list[_Job] = []
        try:
            for path in paths:
                jobs.append(self._started(path))
                if len(jobs) >= self._window:
                    self._settle(jobs.pop(0))
            while jobs:
                self._settle(jobs.pop(0))
        except BaseException:
            for job in jobs:
                if job.future is not None:
                    job.future.cancel()
            with suppress(OutputError):
                self._manifest.save()
            raise
        self._manifest.save()
        return self._results

    def _check_template(self, paths: list[Path]) -> None:
        """What is wrong with the template or set that is asked for is said once, not of every file."""
        asked = self._asked.template
        if asked is None or not paths:
            return
        if asked != STANDARD and is_template(asked):
            Template(asked)
            return
        chosen = find_set(asked, paths[0].parent)
        for kind in self._asked.kinds or KINDS:
            path, _ = chosen.template(kind)
            if path != standard_template(kind):
                Template(path)

    def _absolute(self, source: str) -> str:
        return os.path.join(self._root, source)  # noqa: PTH118  # of a text that a manifest holds

    def _source(self, path: Path) -> str:
        """A data file as seen from the documents, by which the manifest knows it."""
        real = os.path.realpath(path)
        try:
            return Path(os.path.relpath(real, self._root)).as_posix()
        except ValueError:  # on another drive
            return Path(real).as_posix()

    def _started(self, path: Path) -> _Job:
        job = _Job(path, digest_of_file(path, self._run), self._source(path))
        known = self._known(job) if self._resume else {}
        if known and not self._asked.check and self._is_all(known, job):
            job.current = tuple(self._folder / name for name, _ in known.values())
            return job
        digests = {kind: digest for kind, (_, digest) in known.items()}
        task = FileTask(path, self._asked, job.digest, self._run, digests)
        try:
            job.future = self._executor.submit(work_file, task)
        except Exception as error:  # noqa: BLE001  # an executor that is broken or closed
            job.future = Future()
            job.future.set_exception(not_done(error))
        return job

    def _known(self, job: _Job) -> dict[str, tuple[str, str]]:
        """By kind, the documents of a file that are there and current, each with its digest."""
        source = self._manifest.source(job.source)
        if source is None or not job.digest or source.digest != job.digest:
            return {}
        folder = job.path.parent
        if not same_pictures(source.pictures, folder):
            return {}
        found = {}
        for kind, name in source.documents.items():
            with suppress(TemplateError):
                printed = template_print(self._run, self._asked.template, source.template_set, str(folder), kind)
                digest = digest_of_document(job.digest, self._asked, kind, printed, source.pictures)
                if self._manifest.digest_of(name) == digest:
                    found[kind] = (name, digest)
        return found

    def _is_all(self, known: dict[str, tuple[str, str]], job: _Job) -> bool:
        """Whether nothing else is asked of a file; only a dossier gives more than one kind."""
        source = self._manifest.source(job.source)
        if source is None:
            return False
        gives = tuple(KINDS) if source.dossier else tuple(source.documents)
        wanted = [kind for kind in gives if not self._asked.kinds or kind in self._asked.kinds]
        return bool(wanted) and known.keys() >= set(wanted)

    def _settle(self, job: _Job) -> None:
        if job.future is None:
            result = FileResult(job.path, current=job.current)
        else:
            try:
                outcome = job.future.result()
            except Exception as error:  # noqa: BLE001  # the worker died, or the executor gave up
                lost = error if isinstance(error, ItaDocsError) else not_done(error)
                outcome = FileOutcome(faults=tuple(fault.at(Place(file=str(job.path))) for fault in lost.faults))
            result = self._result(job, outcome)
        self._results.append(result)
        if self._on_done is not None:
            self._on_done(result)

    def _result(self, job: _Job, outcome: FileOutcome) -> FileResult:
        if outcome.faults or outcome.left:
            return FileResult(job.path, (), (), outcome.findings, outcome.faults, outcome.left)
        before = self._manifest.source(job.source)
        documents = dict(before.documents) if before else {}
        written, current = list[Path](), list[Path]()
        try:
            for made in outcome.made:
                documents[made.kind] = name = self._names.of(made.stem, job.source)
                if made.content is None:
                    current.append(self._folder / name)
                else:
                    written.append(write(self._folder / name, made.content))
                    self._manifest.record(name, made.digest, made.content)
        except OutputError as error:
            if any(fault.code == "output.full" for fault in error.faults):
                raise
            self._manifest.save()  # a folder that can not be written at all ends the run
            return FileResult(job.path, tuple(written), tuple(current), outcome.findings, error.faults)
        source = Source(job.digest, outcome.dossier, outcome.template_set, dict(outcome.pictures or {}), documents)
        self._manifest.record_source(job.source, source)
        return FileResult(job.path, tuple(written), tuple(current), outcome.findings)


__all__ = ["FileResult", "render_files"]
