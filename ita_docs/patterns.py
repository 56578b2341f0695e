"""Patterns that are compiled when they are first used: a start needs few of the hundreds that a review may need.

Source: measured, compiling all of them took a fifth of the start of the command line.  Limits: a mistake in a pattern
shows when it is used, not when its module is loaded; a test compiles every one.

>>> word = lazy_pattern("[a-z]+")
>>> word.findall("ab 1 c"), word.pattern
(['ab', 'c'], '[a-z]+')
"""

from __future__ import annotations

import re
from typing import Any, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class _Lazy:
    """Stands for a compiled pattern until one of its attributes is asked for, and hands on to it from then on."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # of copying and pickling, which ask a thing that is not made yet
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        self.__dict__.update({method: getattr(compiled, method) for method in _METHODS})
        return getattr(compiled, name)


def lazy_pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, made at its first use."""
    return cast("re.Pattern[str]", _Lazy(source, flags))
