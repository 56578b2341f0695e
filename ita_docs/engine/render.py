"""A paper becomes a document: its view into its template, the bytes to a file that appears whole or not at all."""

from __future__ import annotations

import errno
import os
import pickle
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from stat import S_IMODE, S_ISREG
from typing import Any

from isal import isal_zlib

from ita_docs.engine.choice import Choice, choose
from ita_docs.engine.state import DocumentState
from ita_docs.engine.template import Template
from ita_docs.errors import Fault, OutputError, Place, UsageError
from ita_docs.findings import Finding
from ita_docs.reports import Paper, Picture, Report, View
from ita_docs.review import review
from ita_docs.template_sets.extras import with_extras
from ita_docs.thai import Numerals


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished document: its bytes, where it was written (None: nowhere), the paper that it prints.

    A batch keeps neither the bytes, which are read from the file, nor what came from a generator, except packed.
    """

    _document: bytes | None = field(repr=False)
    path: Path | None
    _report: Paper | bytes = field(repr=False)
    _findings: tuple[Finding, ...] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def document(self) -> bytes:
        """The bytes; of a batch, what the file holds when they are asked for. OutputError when it is gone."""
        if self._document is not None or self.path is None:
            return self._document or b""
        try:
            return self.path.read_bytes()
        except OSError as error:
            found = {"found": error.strerror or type(error).__name__}
            raise OutputError([Fault("output.gone", Place(file=str(self.path)), found)]) from error

    @property
    def report(self) -> Paper:
        """The paper, unpacked anew each time when it is kept packed."""
        return self._report if isinstance(self._report, Paper) else unpack(self._report)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What to look at before signing: the paper is reviewed when this is first asked, since few who print ask."""
        if self._findings is None:
            object.__setattr__(self, "_findings", review(self.report))
        return self._findings or ()


#: Of ISA-L's levels, the one that packs best while it is still faster than pickling.
_LEVEL = 2


def pack(report: Paper | Order) -> bytes:
    """A paper or an order in a tenth of its memory, as a batch keeps it and sends it to another process."""
    return isal_zlib.compress(pickle.dumps(report, pickle.HIGHEST_PROTOCOL), _LEVEL)


def unpack(packed: bytes) -> Any:
    """What `pack` packed; never for bytes from elsewhere."""
    return pickle.loads(isal_zlib.decompress(packed))  # noqa: S301  # our own, see above


def render(
    report: Paper,
    target: str | os.PathLike[str] | None = None,
    *,
    template: str | os.PathLike[str] | Template | None = None,
    numerals: Numerals | None = None,
) -> Rendered:
    """Render a paper; with a target, replace that file atomically.

    `template` is a path of a .docx, an opened Template, or a set by name or path (default: the one that the data
    names, else the one that `ITA_DOCS_TEMPLATES` is, else `standard`); `numerals` overrides those of the data file, of
    the set and of the kind.
    Raises TemplateError, or OutputError when the target can not be written; then an older file there is as it was. A
    target that is a link stays one: the file it leads to is replaced.
    """
    if not isinstance(report, Paper):
        raise UsageError([Fault("usage.no-report", params={"found": type(report).__name__})])
    chosen = choose(report, template)
    path = None if target is None else checked_target(target, chosen.template.path)
    document = document_of(Order.of(report, chosen, numerals), chosen.template)
    return Rendered(document, None if path is None else write(path, document), report)


@dataclass(frozen=True, slots=True)
class Order:
    """A paper with all that its set and its caller say of it, ready to be made a document anywhere."""

    report: Paper
    script: Numerals | None
    #: The set's, for an agency that states none.
    logo: Path | None = None

    @classmethod
    def of(cls, report: Paper, chosen: Choice, numerals: Numerals | None) -> Order:
        """Raises DataError where the fields of the agency's own are not as the set declares them."""
        made_for = chosen.set
        if made_for:
            report = with_extras(report, made_for.extra)
        script = report.numerals or (made_for and made_for.numerals) or report.default_numerals
        logo = made_for.logo if made_for and report.agency.logo is None else None
        return cls(report, script if numerals is None else numerals, logo)

    @property
    def pictures(self) -> tuple[Path, ...]:
        """The files of the pictures in its view; what a batch hands to workers that do not have them."""
        return (*self.report.pictures, *((self.logo,) if self.logo else ()))

    def view(self) -> View:
        """What the template sees."""
        view: Any = self.report.view()
        if self.logo is None:
            made: View = view
            return made
        return replace(view, agency=replace(view.agency, logo=Picture(self.logo)))  # type: ignore[no-any-return]

    @property
    def rows(self) -> int:
        """About how many rows and paragraphs its measures have."""
        measures = self.report.measures if isinstance(self.report, Report) else ()
        return sum(1 + len(one.steps) + sum(len(step.sub_steps) for step in one.steps) for one in measures)


def document_of(order: Order, template: Template, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """The document of an order; `pictures` holds by path what need not be read from disk."""
    view = order.view()
    data = {name: getattr(view, name) for name in view.__dataclass_fields__}  # type: ignore[attr-defined]  # views are dataclasses
    state = DocumentState(order.script, official=True, rows=order.rows, pictures=pictures or {})
    return template.render_state(data, state)


def checked_target(target: str | os.PathLike[str], template: Path) -> Path:
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
