"""A report becomes a document: its view into its template, the bytes to a file that appears whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ita_docs.engine.state import DocumentState
from ita_docs.engine.template import Numerals, Template
from ita_docs.errors import Fault, OutputError, Place, UsageError
from ita_docs.findings import Finding
from ita_docs.reports import Report
from ita_docs.template_sets import standard_template


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished document: its bytes, where it was written (None: nowhere), what to look at before signing."""

    document: bytes
    path: Path | None
    findings: tuple[Finding, ...]


_standard: dict[str, Template] = {}


def render(
    report: Report,
    target: str | Path | None = None,
    *,
    template: str | Path | Template | None = None,
    numerals: Numerals | None = None,
) -> Rendered:
    """Render a report; with a target, replace that file atomically.

    `template` is a path or an opened Template (default: the standard one of the kind); `numerals` overrides the data
    file's and the kind's. Raises TemplateError, or OutputError when the target can not be written; then an older file
    there is as it was.
    """
    if numerals not in {None, "thai", "arabic"}:
        raise UsageError([Fault("usage.numerals", params={"found": str(numerals)})])
    chosen = template if isinstance(template, Template) else _opened(report.kind, template)
    script = numerals or report.numerals or report.default_numerals
    view = report.view()
    data = {name: getattr(view, name) for name in view.__dataclass_fields__}  # type: ignore[attr-defined]
    document = chosen.render_state(data, DocumentState(script, official=True))
    path = None if target is None else write(Path(target), document)
    return Rendered(document, path, report.findings())


def _opened(kind: str, template: str | Path | None) -> Template:
    """A template by its path, or the standard one, which is opened once."""
    if template is not None:
        return Template(template)
    if kind not in _standard:
        _standard[kind] = Template(standard_template(kind))
    return _standard[kind]


def write(path: Path, document: bytes) -> Path:
    """Write a file whole: beside its place first, then into it by one rename."""
    temporary: str | None = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(document)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise OutputError([Fault(_code(error, path), Place(file=str(path)), {"found": str(error)})]) from error
    except BaseException:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise
    return path


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, else those that a new file gets here."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _code(error: OSError, path: Path) -> str:
    if not path.parent.is_dir():
        return "output.no-folder"
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return "output.full"
    if path.is_dir():
        return "output.folder"
    if isinstance(error, PermissionError) or error.errno in {errno.EBUSY, errno.ETXTBSY}:
        return "output.locked"
    return "output.failed"
