"""What every error and finding says, in English and Thai: one table, by code, a module for each room that speaks.

A code is `room.what-is-wrong`.  `text` says what was found, `advice` what to write or do instead.  A test walks the
table: each code has all four texts, both languages name the same parameters, and a test elsewhere names the code.

The table is made when the first message is said, which seldom happens.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module

from ita_docs.messages.message import Language, Message

__all__ = ["Language", "Message", "table"]

_ROOMS = (
    "thai",
    "assessment",
    "records",
    "reports",
    "memo",
    "dossier",
    "review_names",
    "review_typing",
    "review_figures",
    "data_files",
    "template_file",
    "template_sets",
    "template",
    "template_check",
    "output",
    "batch",
    "pdf",
    "pack",
    "cli",
)


@cache
def table() -> dict[str, Message]:
    """The messages of all codes."""
    return {code: one for room in _ROOMS for code, one in import_module(f"{__name__}.{room}").MESSAGES.items()}
