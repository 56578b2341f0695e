"""The name that was probably meant: what a message proposes in place of one that is not known.

Source: `difflib.get_close_matches`, which is loaded when the first name is not known.

>>> near("rendr", ["check", "render"]), near("rendr", ["check"])
('render', '')
"""

from __future__ import annotations

from collections.abc import Iterable


def near(found: str, known: Iterable[str], cutoff: float = 0.6) -> str:
    """The known name that is most like what was found, if it is as like as `cutoff` (0 to 1) asks; else empty."""
    from difflib import get_close_matches  # noqa: PLC0415  most data and templates have no such name

    return next(iter(get_close_matches(found, list(known), n=1, cutoff=cutoff)), "")
