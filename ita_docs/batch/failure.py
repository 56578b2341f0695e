"""One report of a batch that became no document: the file that is not there, and why.

>>> Failure(Path("out/memo.docx"), ValueError("no such thing")).faults
()
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from pathlib import Path
from traceback import format_exception

from ita_docs.errors import Fault, ItaDocsError


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that was not made or not written; an older file at `path` is as it was."""

    path: Path
    error: Exception

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was found; none when the error is not one of this library, and so a fault of a program."""
        return self.error.faults if isinstance(self.error, ItaDocsError) else ()


def light(error: Exception) -> Exception:
    """The error without the frames it was raised in, which would keep a whole document in memory.

    Where the error is not one of ours, its traceback stays as a note.
    """
    if not isinstance(error, ItaDocsError) and error.__traceback__ is not None:
        error.add_note("".join(format_exception(error)))
    error.__traceback__ = error.__cause__ = error.__context__ = None
    return error


def portable(error: Exception) -> Exception:
    """The error, or its words where it can not go to another process: a pool would break over it."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301  # our own
    except Exception:  # noqa: BLE001  # a class of anybody's can fail in any way
        return RuntimeError("".join(format_exception(error)).strip())
    return error
