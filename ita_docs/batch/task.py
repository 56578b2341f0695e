"""What a worker does for one report: the digest of all that the document is made from, and, where new, its bytes.

A worker writes nothing and needs none of the caller's files: the task carries the report, the template's content and
the pictures.  Threads are handed the task as it is, processes one pickle of it, which Dask neither looks into nor
hashes slowly.

Limits: a worker has this library in the caller's version; the digest names the version of the worker.
"""

from __future__ import annotations

import pickle
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ita_docs import __version__
from ita_docs.batch.failure import light, portable
from ita_docs.engine.render import Order, document_of, unpack
from ita_docs.engine.template import Template


@dataclass(frozen=True, slots=True)
class Task:
    """One document to make; `known` is the digest of the file that is there already."""

    order: Order | bytes
    template: Template
    pictures: Mapping[str, bytes]
    known: str | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document; or neither document nor error: what is there already is current."""

    digest: str = ""
    document: bytes | None = None
    error: Exception | None = None


def work(task: Task) -> Outcome:
    """Make the document, unless it is known; whatever goes wrong with it is in the outcome."""
    try:
        order = task.order if isinstance(task.order, Order) else unpack(task.order)
        digest = digest_of(order, task.template, task.pictures)
        if digest == task.known:
            return Outcome(digest)
        return Outcome(digest, document_of(order, task.template, task.pictures))
    except Exception as error:  # noqa: BLE001  # one report must not end the others
        return Outcome(error=light(error))


def work_packed(packed: bytes) -> Outcome:
    """The same in another process."""
    task: Task = pickle.loads(packed)  # noqa: S301  # the caller's own
    outcome = work(task)
    return outcome if outcome.error is None else Outcome(error=portable(outcome.error))


def digest_of(order: Order, template: Template, pictures: Mapping[str, bytes]) -> str:
    """The SHA-256 of data, template, options and version; a view's `repr` holds everything that is printed."""
    shown = {path: sha256(content).hexdigest() for path, content in pictures.items()}
    made_from = (__version__, template.digest, order.script, shown, order.view())
    return sha256(repr(made_from).encode("utf-8", "backslashreplace")).hexdigest()


def contents(paths: tuple[Path, ...]) -> dict[str, bytes]:
    """The pictures of a report by their paths; one that can not be read is left for the worker to miss."""
    found = {}
    for path in paths:
        try:
            found[str(path)] = path.read_bytes()
        except OSError:
            continue
    return found
