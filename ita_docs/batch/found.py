"""The data files of a folder (ไฟล์ข้อมูลในโฟลเดอร์): what a batch takes, and what it leaves alone.

Taken is every .yaml, .yml and .json, in the folders below too, in the order of their paths.  Left alone are hidden
files and folders, `editions`, template sets, the folder of the documents itself, files of other types, and links to
files that are taken.

Limits: whether a file is a data file of ours is seen when it is read; links to folders are not followed.

>>> sorted(ENDINGS)
['.json', '.yaml', '.yml']
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from ita_docs.errors import DataError, Fault, Place
from ita_docs.template_sets.set_file import FILE

ENDINGS = frozenset({".yaml", ".yml", ".json"})
#: Folders that stand beside data files and hold none.
_OTHERS = frozenset({"editions", "templates", "__pycache__", "node_modules"})
_HIDDEN = (".", "~$")


class Found(NamedTuple):
    """Data files in the order of their paths, and the names of what is left alone; a folder's ends in a slash."""

    files: tuple[Path, ...]
    others: tuple[str, ...]


def data_files_in(folder: str | os.PathLike[str], output: str | os.PathLike[str] | None = None) -> Found:
    """Look through a folder; `output` is the one that the documents go to.  `DataError` where there is no folder."""
    root = Path(folder)
    if not os.path.isdir(root):  # noqa: PTH112  a name that no system can hold is no folder
        code = "batch.data-is-file" if os.path.exists(root) else "batch.no-data-folder"  # noqa: PTH110  as above
        raise DataError([Fault(code, Place(file=str(root)))])
    written = None if output is None else os.path.realpath(output)
    files, others = list[Path](), list[str]()
    for place, folders, names in os.walk(root, onerror=_refused):
        here = Path(place)
        left = [name for name in folders if _holds_no_data(here / name, written)]
        folders[:] = sorted(set(folders) - set(left))
        for name in sorted(name for name in names if not name.startswith(_HIDDEN)):
            if Path(name).suffix.lower() in ENDINGS and not _never_ends(here / name):
                files.append(here / name)
            else:
                others.append((here / name).relative_to(root).as_posix())
        others += [f"{(here / name).relative_to(root).as_posix()}/" for name in left if not name.startswith(_HIDDEN)]
    once: dict[str, Path] = {}
    for path in sorted(files, key=lambda path: (path.is_symlink(), path)):
        once.setdefault(os.path.realpath(path), path)
    others += [path.relative_to(root).as_posix() for path in set(files) - set(once.values())]
    return Found(tuple(sorted(once.values())), tuple(sorted(others)))


def is_of_ours(data: object) -> bool:
    """Whether what a file holds is meant to be a data file: it says whose it is, or what was done."""
    return isinstance(data, dict) and bool({"agency", "measures"} & data.keys())


def _never_ends(path: Path) -> bool:
    """Whether a pipe or device has the name of a file; a file that is gone or closed to us is told when it is read."""
    return os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113  as above


def _holds_no_data(folder: Path, output: str | None) -> bool:
    if folder.name.startswith(_HIDDEN) or folder.name in _OTHERS or os.path.isfile(folder / FILE):  # noqa: PTH113  a folder that is closed to us has none
        return True
    return output is not None and os.path.realpath(folder) == output


def _refused(error: OSError) -> None:
    found = {"found": error.strerror or type(error).__name__}
    raise DataError([Fault("batch.folder-unreadable", Place(file=str(error.filename)), found)]) from error
