"""Several files written all or none: when one can not be, those before it become again what they were.

Limits: each file appears by one rename; a machine that stops between two of them leaves both whole, old or new.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from ita_docs.engine.render import write as write_whole
from ita_docs.errors import Fault, OutputError, Place


def write_all(contents: Mapping[Path, bytes], write: Callable[[Path, bytes], object] = write_whole) -> None:
    """Write all files, each whole, or leave all as they were. Raises OutputError.

    A file that could not be read back is not replaced.
    """
    before: dict[Path, bytes | None] = {}
    try:
        for path, content in contents.items():
            old = _content(path)
            write(path, content)
            before[path] = old
    except BaseException:
        # New files first, which makes room on a full disk.
        for path, old in sorted(before.items(), key=lambda item: item[1] is not None):
            with suppress(OSError, OutputError):
                path.unlink() if old is None else write(path, old)
        raise


def _content(path: Path) -> bytes | None:
    """What a file holds that may have to be restored; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise OutputError([Fault("output.unreadable", Place(file=str(path)))]) from error
