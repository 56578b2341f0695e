"""A name that is not known (command, option, kind): the fault says what there is, and what is near.

>>> str(unknown("cli.unknown-command", "rendr", ["check", "render"]))
"there is no command 'rendr'; did you mean render? The commands are: check, render"
"""

from __future__ import annotations

from collections.abc import Iterable

from ita_docs.errors import Fault, UsageError
from ita_docs.near import near

_FAR = {
    "cli.unknown-command": "cli.unknown-command-far",
    "cli.unknown-kind": "cli.unknown-kind-far",
    "cli.unknown-option": "cli.unknown-option-far",
    "cli.unknown-report": "cli.unknown-report-far",
}


def known_kind(kind: str) -> str:
    """A kind of paper, or UsageError with the nearest."""
    import ita_docs  # noqa: PLC0415  the package fetches its names on first use

    if kind not in ita_docs.PAPERS:
        raise UsageError([unknown("cli.unknown-kind", kind, ita_docs.PAPERS)])
    return kind


def unknown(code: str, found: str, known: Iterable[str]) -> Fault:
    """A fault that names what there is, and what is near."""
    names = list(known)
    nearest = near(found, names, 0.5)
    params = {"found": found, "nearest": nearest, "known": ", ".join(names)}
    return Fault(code if nearest else _FAR[code], params=params)
