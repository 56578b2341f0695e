"""Findings: what a person should look at before signing, returned beside the document, never printed here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ita_docs.errors import Fault

Severity = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True)
class Finding(Fault):
    """A fault's record with a severity.

    `error`: the paper says something that can not be right; the command line writes nothing until it is mended.
    `warning`: probably wrong.  `advice`: worth a look.
    """

    severity: Severity = "warning"
