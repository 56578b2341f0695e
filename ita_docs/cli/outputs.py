"""Where the command line may write: never into a folder that is not there nor over a file unasked; all or nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ita_docs.errors import Fault, OutputError, Place


def refuse(target: Path, *, force: bool, source: str | None = None) -> None:
    """Refuse a target that can not be a new file, and the data that it is made of, even by force."""
    # The functions of `os.path`, not of `Path`: a name that the system can not hold is no file; writing it says so.
    if os.path.isdir(target):  # noqa: PTH112
        raise _fault("cli.output-is-folder", target)
    if not os.path.isdir(target.parent):  # noqa: PTH112
        raise _fault("cli.output-no-folder", target, folder=str(target.parent))
    exists = os.path.exists(target)  # noqa: PTH110
    if exists and source and target.samefile(source):
        raise _fault("cli.output-is-data", target)
    if exists and not force:
        raise _fault("cli.output-exists", target)


def refuse_document(target: Path, *, force: bool, template: str | None, source: str | None = None) -> None:
    """Refuse also what Word would not open by its name, and the template and the data themselves, even by force."""
    if target.suffix.lower() != ".docx":
        raise _fault("cli.output-not-docx", target)
    refuse(target, force=force, source=source)
    if template and os.path.exists(target) and target.samefile(template):  # noqa: PTH110
        raise _fault("cli.output-is-template", target)


def refuse_documents(targets: Iterable[Path], *, force: bool, template: str | None, source: str | None = None) -> None:
    """Refuse all of several documents when one can not be written, and say of each why."""
    _refuse_each(targets, lambda target: refuse_document(target, force=force, template=template, source=source))


def refuse_all(targets: Iterable[Path], *, force: bool, source: str | None = None) -> None:
    """The same for files that are no documents of Word."""
    _refuse_each(targets, lambda target: refuse(target, force=force, source=source))


def _refuse_each(targets: Iterable[Path], refused: Callable[[Path], None]) -> None:
    faults: list[Fault] = []
    for target in targets:
        try:
            refused(target)
        except OutputError as error:
            faults += error.faults
    if faults:
        raise OutputError(faults)


def refuse_changed(documents: Mapping[Path, bytes], *, force: bool) -> None:
    """Refuse to lose what somebody wrote: a file that stands there may be replaced only by the same bytes."""
    changed = [path for path, document in documents.items() if path.exists() and not _holds(path, document)]
    if changed and not force:
        raise OutputError(Fault("cli.demo-changed", Place(file=str(path))) for path in changed)


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    from ita_docs.engine.render import write as write_whole  # noqa: PLC0415  the engine loads Word's libraries

    write_whole(path, content)


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write all files or none: when one can not be written, those before it become again what they were."""
    from ita_docs.engine.together import write_all as write_together  # noqa: PLC0415  as above

    write_together(contents, write)


def make_folder(folder: Path) -> None:
    """Make the folder that a command writes to, where it is missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise _fault("cli.folder-is-file", folder) from error
    except OSError as error:
        raise _fault("cli.folder-not-made", folder) from error


def _holds(path: Path, document: bytes) -> bool:
    return path.is_file() and path.read_bytes() == document


def _fault(code: str, target: Path, **params: str) -> OutputError:
    return OutputError([Fault(code, Place(file=str(target)), params)])
