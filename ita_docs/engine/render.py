"""A report becomes a document: its view into its template, the bytes to a file that appears whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_IMODE, S_ISREG
from typing import Any

from ita_docs.engine.choice import choose
from ita_docs.engine.state import DocumentState
from ita_docs.engine.template import Template
from ita_docs.errors import Fault, OutputError, Place, UsageError
from ita_docs.findings import Finding
from ita_docs.reports import Picture, Report
from ita_docs.review import review
from ita_docs.template_sets import TemplateSet
from ita_docs.template_sets.extras import with_extras
from ita_docs.thai import Numerals


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished document: its bytes, where it was written (None: nowhere), the report that it prints."""

    document: bytes = field(repr=False)
    path: Path | None
    report: Report = field(repr=False)
    _findings: tuple[Finding, ...] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What to look at before signing: the report is reviewed when this is first asked, since few who print ask."""
        if self._findings is None:
            object.__setattr__(self, "_findings", review(self.report))
        return self._findings or ()


def render(
    report: Report,
    target: str | os.PathLike[str] | None = None,
    *,
    template: str | os.PathLike[str] | Template | None = None,
    numerals: Numerals | None = None,
) -> Rendered:
    """Render a report; with a target, replace that file atomically.

    `template` is a path of a .docx, an opened Template, or a set by name or path (default: the one that
    `ITA_DOCS_TEMPLATES` is, else `standard`); `numerals` overrides the data file's, the set's and the kind's.
    Raises TemplateError, or OutputError when the target can not be written; then an older file there is as it was. A
    target that is a link stays one: the file it leads to is replaced.
    """
    if not isinstance(report, Report):
        raise UsageError([Fault("usage.no-report", params={"found": type(report).__name__})])
    chosen = choose(report.kind, template, report.folder)
    path = None if target is None else _target(target, chosen.template.path)
    if chosen.set:
        report = with_extras(report, chosen.set.extra)
    script = report.numerals or (chosen.set and chosen.set.numerals) or report.default_numerals
    document = chosen.template.render_state(
        _seen(report, chosen.set),
        DocumentState(script if numerals is None else numerals, official=True, rows=_rows(report)),
    )
    return Rendered(document, None if path is None else write(path, document), report)


def _seen(report: Report, chosen: TemplateSet | None) -> dict[str, Any]:
    """What the template sees: the report's view, with the set's logo where the agency states none."""
    view: Any = report.view()
    data = {name: getattr(view, name) for name in view.__dataclass_fields__}
    if chosen and chosen.logo and data["agency"].logo is None:
        data["agency"] = replace(data["agency"], logo=Picture(chosen.logo))
    return data


def _rows(report: Report) -> int:
    """About how many rows and paragraphs a report's measures have."""
    return sum(
        1 + len(measure.steps) + sum(len(step.sub_steps) for step in measure.steps) for measure in report.measures
    )


def _target(target: str | os.PathLike[str], template: Path) -> Path:
    """The target as a path; never the template itself."""
    try:
        path = Path(target)
    except TypeError as error:
        raise UsageError([Fault("usage.no-path", params={"found": type(target).__name__})]) from error
    with suppress(OSError, ValueError):  # one of the two is not there
        if path.samefile(template):
            raise OutputError([Fault("output.is-template", Place(file=str(path)))])
    return path


def write(path: Path, document: bytes) -> Path:
    """Write a file whole: beside its place first, then into it by one rename. An older file's rights are kept."""
    temporary: Path | None = None
    try:
        place = Path(os.path.realpath(path))
        mode = _mode_of_old(place)
        temporary = place.with_name(f".ita-docs-{secrets.token_hex(8)}.part")
        # The system applies the umask; asking for the umask would change it, in all threads.
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(handle, "wb") as stream:
            stream.write(document)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(mode)
        os.replace(temporary, place)  # noqa: PTH105  # the seam where tests inject faults
    except BaseException as error:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()
        if isinstance(error, (OSError, ValueError)):
            reason = error.strerror if isinstance(error, OSError) else None
            found = {"found": reason or type(error).__name__}
            raise OutputError([Fault(_code(error, path), Place(file=str(path)), found)]) from error
        raise
    return path


def _mode_of_old(place: Path) -> int | None:
    """The rights of the file that is replaced; only ordinary files are."""
    try:
        status = place.stat()
    except FileNotFoundError:
        return None
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not S_ISREG(status.st_mode):
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
    return S_IMODE(status.st_mode)


_CODES = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "output.full"),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), "output.no-folder"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY), "output.locked"),
    errno.EISDIR: "output.folder",
    errno.ENXIO: "output.no-file",
    errno.ENAMETOOLONG: "output.name",
}


def _code(error: OSError | ValueError, path: Path) -> str:
    if isinstance(error, ValueError):  # a NUL, or a letter that the system's names do not have
        return "output.name"
    if os.path.isdir(path):  # noqa: PTH112  # never fails; Windows says of a folder that it may not be replaced
        return "output.folder"
    return _CODES.get(error.errno or 0, "output.failed")
