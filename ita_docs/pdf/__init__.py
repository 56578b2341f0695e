"""Documents become PDFs, drawn by LibreOffice as Word would draw them, with text that can be searched.

One run of LibreOffice draws them all, from throw-away copies (`engine/drawn_copy.py`); user's and system's settings
and fonts stay as they are.  A font that is not installed is a finding: which, and what was drawn in its place.
Limits: the same document does not promise the same bytes with another version of LibreOffice or of a font.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ita_docs.engine import Rendered
from ita_docs.engine.drawn_copy import Original
from ita_docs.engine.embed import with_fonts
from ita_docs.engine.installed_fonts import has_fontconfig
from ita_docs.engine.package import Package
from ita_docs.engine.render import write
from ita_docs.errors import Fault, OutputError, PdfError, Place, TemplateError, UsageError
from ita_docs.findings import Finding
from ita_docs.pdf import finish, office
from ita_docs.pdf.fonts import COPY, DIGITS, SARABUN, STAND_IN, Fonts

#: Seconds that LibreOffice may take: to start, and for each document.
START, EACH = 60, 15
Document = str | os.PathLike[str] | Rendered


@dataclass(frozen=True, slots=True)
class Pdf:
    """A finished PDF: its bytes, where it was written (None: nowhere), what to look at."""

    content: bytes = field(repr=False)
    path: Path | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Job:
    """One document: the file that messages name, the name of its PDF, what is drawn."""

    file: str
    name: str
    original: Original


def to_pdf(
    documents: Iterable[Document],
    directory: str | os.PathLike[str] | None = None,
    *,
    timeout: float | None = None,
) -> list[Pdf]:
    """Make a PDF of each document, in their order, named after it in a folder; without a folder nothing is written.

    A document is the path of a .docx or a Rendered; one that was written nowhere is named after its kind.  `timeout`
    is in seconds for all together (default: a minute, and 15 seconds for each).  Raises PdfError, before any file is
    written, when one document can not be drawn, and OutputError when a file can not be written: each appears whole or
    not at all, and an older file is then as it was.
    """
    jobs = list(_jobs(documents))
    targets = _targets(jobs, directory)
    if not jobs:
        return []
    made = _drawn(jobs, START + EACH * len(jobs) if timeout is None else timeout)
    return [
        Pdf(content, None if target is None else write(target, content), findings)
        for (content, findings), target in zip(made, targets, strict=True)
    ]


def _jobs(documents: Iterable[Document]) -> Iterator[_Job]:
    """The documents, opened; the faults of all of them at once."""
    if isinstance(documents, (str, bytes, os.PathLike, Rendered)):
        raise UsageError([Fault("pdf.one-document")])
    jobs, faults = list[_Job](), list[Fault]()
    for document in documents:
        try:
            jobs.append(_job(document))
        except PdfError as error:
            faults += error.faults
    names = [job.name.casefold() for job in jobs]
    twice = [job for job in jobs if names.count(job.name.casefold()) > 1]
    faults += [Fault("pdf.same-name", Place(file=job.file), {"found": job.name}) for job in twice]
    if faults:
        raise PdfError(faults)
    yield from jobs


def _job(document: Document) -> _Job:
    if isinstance(document, Rendered):
        path = document.path or Path(f"{document.report.kind}.docx")
        return _Job(str(path), f"{path.stem}.pdf", Original(document.document, str(path)))
    try:
        path = Path(document)
    except TypeError as error:
        raise UsageError([Fault("usage.no-path", params={"found": type(document).__name__})]) from error
    try:
        data = Package.read(path)[1]
    except TemplateError as error:
        raise PdfError([Fault("pdf.no-document", Place(file=str(path)))]) from error
    try:
        return _Job(str(path), f"{path.stem}.pdf", Original(data, str(path)))
    except TemplateError as error:
        raise PdfError([Fault("pdf.not-docx", Place(file=str(path)))]) from error


def _targets(jobs: list[_Job], directory: str | os.PathLike[str] | None) -> list[Path | None]:
    """Where the PDFs go; what can not be written is said before LibreOffice is run."""
    if directory is None:
        return [None] * len(jobs)
    folder = Path(directory)
    if not os.path.isdir(folder):  # noqa: PTH112  a name that no system can hold is no folder
        raise OutputError([Fault("output.no-folder", Place(file=str(folder)))])
    targets = [folder / job.name for job in jobs]
    if folders := [target for target in targets if os.path.isdir(target)]:  # noqa: PTH112  as above
        raise OutputError(Fault("output.folder", Place(file=str(target))) for target in folders)
    return list(targets)


def _drawn(jobs: list[_Job], timeout: float) -> list[tuple[bytes, tuple[Finding, ...]]]:
    """The bytes and findings of each document."""
    office.program()
    finish.library()
    names = [f"{number:04}" for number in range(1, len(jobs) + 1)]
    with tempfile.TemporaryDirectory(prefix="ita-docs-", ignore_cleanup_errors=True) as temporary:
        work = Path(temporary)
        fonts = Fonts(work / "fonts", os.environ)
        fonts.stand_in(
            name for job in jobs for name in job.original.fonts.all if name not in job.original.fonts.embedded
        )
        copies = [_copy(job, fonts) for job in jobs]
        pdfs = [work / f"{name}.pdf" for name in names]
        try:
            drawn = {f"{name}.docx": copy for name, (copy, _) in zip(names, copies, strict=True)}
            office.to_pdf(drawn, work, fonts.environment, timeout)
        except subprocess.TimeoutExpired as error:
            slow = next((job for job, pdf in zip(jobs, pdfs, strict=True) if not _is_pdf(pdf)), jobs[-1])
            params = {"seconds": f"{timeout:g}", "count": str(sum(map(_is_pdf, pdfs))), "all": str(len(jobs))}
            raise PdfError([Fault("pdf.timeout", Place(file=slow.file), params)]) from error
        failed = [job for job, pdf in zip(jobs, pdfs, strict=True) if not _is_pdf(pdf)]
        if failed:
            raise PdfError(Fault("pdf.not-drawn", Place(file=job.file)) for job in failed)
        return [
            (content, (*_findings(job, used, fonts), *lost))
            for job, pdf, (_, lost) in zip(jobs, pdfs, copies, strict=True)
            for content, used in [_finished(job, pdf.read_bytes())]
        ]


def _copy(job: _Job, fonts: Fonts) -> tuple[bytes, tuple[Finding, ...]]:
    """What LibreOffice draws; it carries the font of its digits where there is no fontconfig to find it."""
    if not job.original.counts_in_thai:
        return job.original.copy(""), ()
    if digits := fonts.digits(job.original.fonts.own):
        copy = job.original.copy(digits)
        if has_fontconfig():
            return copy, ()
        with suppress(TemplateError):  # something in it that a template must not hold: only its page numbers suffer
            return with_fonts(Package(copy, job.file), digits, fonts.made(digits)), ()
    return job.original.copy(""), (Finding("pdf.no-thai-numbers", Place(file=job.file)),)


def _finished(job: _Job, content: bytes) -> finish.Finished:
    title = job.original.title or Path(job.name).stem
    try:
        return finish.finished(content, title=title, language=job.original.language, digits=DIGITS)
    except finish.DamagedError as error:
        raise PdfError([Fault("pdf.not-drawn", Place(file=job.file))]) from error


def _findings(job: _Job, drawn: frozenset[str], fonts: Fonts) -> Iterator[Finding]:
    """The fonts that the document names and that were not there, where their replacement is on the pages."""
    place, named = Place(file=job.file), job.original.fonts
    for name in named.all:
        if name in named.embedded or name.casefold() in fonts.installed:
            continue
        others = fonts.replacements(name)
        seen = {other for other in others if any(_squeezed(font).startswith(_squeezed(other)) for font in drawn)}
        if others and not seen:
            continue  # named, but no letter of it is printed
        alike = name in named.symbols or (name in SARABUN and bool(seen) and seen <= {COPY, *SARABUN})
        seen = seen or {font for font in drawn if not font.startswith(DIGITS.replace(" ", ""))}
        said = ", ".join(sorted(seen)).replace(COPY, f"{STAND_IN} × TH Sarabun")
        yield Finding("pdf.font-replaced", place, {"font": name, "found": said}, "advice" if alike else "warning")


def _is_pdf(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return stream.read(5) == b"%PDF-" and path.stat().st_size > 100  # noqa: PLR2004  more than a head
    except OSError:
        return False


def _squeezed(name: str) -> str:
    return re.sub(r"[\s-]", "", name).casefold()


__all__ = ["EACH", "START", "Document", "Pdf", "to_pdf"]
