"""The review before signing (การตรวจก่อนลงนาม): what a careful deputy would see in a report.

`review` gives what the report finds itself and what these modules find in its texts and figures: each a promise of its
own, none of which changes anything.  A proposed repair is a parameter of its finding.

Limits: a report is reviewed as data; how its pages look is for the eye.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import cast

from ita_docs.findings import Finding
from ita_docs.reports import Paper, Report
from ita_docs.review.passages import Passage, passages

__all__ = ["CHECKS", "Check", "Passage", "passages", "review"]

#: What one module looks for, given the report and its passages.
Check = Callable[[Report, Sequence[Passage]], Iterator[Finding]]

#: The modules of this room that look for something, each with a `Check` of its own name, in the order they speak.
CHECKS = ("names", "years", "numbering", "periods", "spelling", "figures", "items", "copies", "required")

#: Those that read texts alone, for a paper without measures: they ask it for no more than agency, years and digits.
CHECKS_OF_TEXTS = ("names", "years", "spelling")


def review(paper: Paper) -> tuple[Finding, ...]:
    """Everything that a person should look at before signing, each once; `place.field` says where in the data."""
    typed = passages(paper)
    checks = CHECKS if isinstance(paper, Report) else CHECKS_OF_TEXTS
    report = cast("Report", paper)
    found = [*paper.findings(), *(finding for name in checks for finding in _check(name)(report, typed))]
    return tuple({(f.code, f.place, tuple(sorted(f.params.items()))): f for f in found}.values())


def _check(name: str) -> Check:
    """A module's check, loaded when it is first asked: who only renders needs none of the registers behind it."""
    check: Check = getattr(import_module(f"{__name__}.{name}"), name)
    return check
