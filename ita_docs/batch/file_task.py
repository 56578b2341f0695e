"""What a worker does for one data file: it reads it, makes its reports, looks at what they find, makes the documents.

Reading and making cost as much as printing, so that all of it is done beside each other.  A worker writes nothing.
The documents of a file are made all or none, as `render` does: an `error` in one paper stops the file.

Limits: a worker sees the caller's files; the texts of faults are of the worker's version.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from traceback import format_exc

from ita_docs.batch.current import Asked, digest_of_document, picture_digests, template_print
from ita_docs.batch.found import is_of_ours
from ita_docs.batch.names import stem_of
from ita_docs.batch.task import contents
from ita_docs.data_files import DOSSIER, DataFile, kinds, papers, read_with_faults
from ita_docs.data_files.making import Making
from ita_docs.engine.choice import choose
from ita_docs.engine.render import Order, document_of
from ita_docs.engine.template import Template
from ita_docs.errors import DataError, Fault, ItaDocsError, Place
from ita_docs.findings import Finding
from ita_docs.reports import Paper

_GRAVEST = ("error", "warning", "advice")
_NO_KIND = {"data.no-kind", "data.kind", "data.no-report"}


@dataclass(frozen=True, slots=True)
class FileTask:
    """One data file; `known` are the kinds whose documents are there and may be current, with their digests."""

    path: Path
    asked: Asked
    digest: str
    run: str
    known: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Made:
    """A document: its kind, the beginning of its name, what it is made from, its bytes (None: it is there already)."""

    kind: str
    stem: str
    digest: str
    content: bytes | None


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """The documents of a file, or why there are none; `left` says that the file is none of the batch's."""

    made: tuple[Made, ...] = ()
    findings: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()
    left: bool = False
    dossier: bool = False
    template_set: str | None = None
    pictures: Mapping[str, str] | None = None
    #: The traceback of a fault of a program.
    trace: str = ""


def work_file(task: FileTask) -> FileOutcome:
    """Make the documents of a file; whatever goes wrong with it is in the outcome."""
    try:
        return _made(task)
    except ItaDocsError as error:
        faults = error.faults
        if any(fault.code in _NO_KIND for fault in faults) and not _of_ours(task.path):
            return FileOutcome(left=True)
        return FileOutcome(faults=tuple(_at_file(faults, task.path)))
    except Exception as error:  # noqa: BLE001  one file must not end the others
        found = {"found": f"{type(error).__name__}: {error}".removesuffix(": ")}
        return FileOutcome(faults=(Fault("batch.broken", Place(file=str(task.path)), found),), trace=format_exc())


def _made(task: FileTask) -> FileOutcome:
    asked = task.asked
    making = Making(task.path)
    names = _wanted(making.kind, asked)
    if not names:
        return FileOutcome(left=True)
    in_rounds = any("round" in papers()[name].model_fields for name in names)
    reports = making.reports(names, asked.round if in_rounds else None)
    findings = _findings(reports, making.file, check=asked.check)
    if stopped := [finding for finding in findings if finding.severity == "error"]:
        return FileOutcome(findings=findings, faults=tuple(stopped))
    with _lines_of(making.file):
        choices = [choose(report, asked.template) for report in reports]
        orders = [Order.of(report, chosen, asked.numerals) for report, chosen in zip(reports, choices, strict=True)]
    pictures: dict[str, bytes] = {}
    for order in orders:
        pictures |= contents(order.pictures)
    shown = picture_digests(
        {str(path): pictures.get(str(path)) for order in orders for path in order.pictures}, task.path.parent
    )
    made = tuple(
        _document(task, order, chosen.template, pictures, shown) for order, chosen in zip(orders, choices, strict=True)
    )
    return FileOutcome(
        made, findings, dossier=making.kind == DOSSIER, template_set=reports[0].template_set, pictures=shown
    )


def _document(
    task: FileTask, order: Order, template: Template, pictures: Mapping[str, bytes], shown: Mapping[str, str]
) -> Made:
    report, asked = order.report, task.asked
    printed = template_print(task.run, asked.template, report.template_set, str(task.path.parent), report.kind)
    digest = digest_of_document(task.digest, asked, report.kind, printed, shown)
    current = task.known.get(report.kind) == digest
    return Made(report.kind, stem_of(report), digest, None if current else document_of(order, template, pictures))


def _wanted(kind: str, asked: Asked) -> tuple[str, ...]:
    """The kinds that a file is to give."""
    if kind != DOSSIER:
        return (kind,) if not asked.kinds or kind in asked.kinds else ()
    return tuple(name for name in kinds() if not asked.kinds or name in asked.kinds)


def _findings(reports: Iterable[Paper], file: DataFile, *, check: bool) -> tuple[Finding, ...]:
    """What the reports find, each once and as grave as any makes it, with file and line."""
    from ita_docs.review import review  # noqa: PLC0415  who only renders needs no review

    found = [finding for report in reports for finding in (review(report) if check else report.findings())]
    placed: dict[object, Finding] = {}
    for finding in sorted(found, key=lambda one: _GRAVEST.index(one.severity)):
        key = (finding.code, finding.place, tuple(sorted(finding.params.items())))
        placed.setdefault(key, replace(finding, place=file.at(finding)))
    return tuple(sorted(placed.values(), key=lambda one: (one.place.line or 0, one.place.column or 0)))


class _lines_of:  # noqa: N801  it reads as what it does
    """Give the faults of an agency's own fields the lines of the data file."""

    def __init__(self, file: DataFile) -> None:
        self._file = file

    def __enter__(self) -> None:
        return None

    def __exit__(self, _: object, error: object, __: object) -> None:
        if isinstance(error, DataError):
            raise DataError(
                fault if fault.place.file else fault.at(self._file.at(fault)) for fault in error.faults
            ) from None


def _of_ours(path: Path) -> bool:
    """Whether a file without a known kind is a data file with a mistake."""
    with suppress(DataError):
        return is_of_ours(read_with_faults(path)[0].data)
    return False


def _at_file(faults: Iterable[Fault], path: Path) -> Iterable[Fault]:
    """The faults, each with a file: what speaks of a template alone names it."""
    return (fault if fault.place.file else fault.at(replace(fault.place, file=str(path))) for fault in faults)
