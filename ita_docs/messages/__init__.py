"""What every error and finding says, in English and Thai: one table, by code, a module for each room that speaks.

A code is `room.what-is-wrong`.  `text` says what was found, `advice` what to write or do instead.  A test walks the
table: each code has all four texts, both languages name the same parameters, and a test elsewhere names the code.
"""

from __future__ import annotations

from ita_docs.messages import (
    assessment,
    batch,
    cli,
    data_files,
    dossier,
    memo,
    output,
    pack,
    pdf,
    records,
    reports,
    review_figures,
    review_names,
    review_typing,
    template,
    template_check,
    template_file,
    template_sets,
    thai,
)
from ita_docs.messages.message import Language, Message

MESSAGES: dict[str, Message] = {
    code: message
    for room in (
        thai,
        assessment,
        records,
        reports,
        memo,
        dossier,
        review_names,
        review_typing,
        review_figures,
        data_files,
        template_file,
        template_sets,
        template,
        template_check,
        output,
        batch,
        pdf,
        pack,
        cli,
    )
    for code, message in room.MESSAGES.items()
}

__all__ = ["MESSAGES", "Language", "Message"]
