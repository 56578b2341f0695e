"""Patterns that are compiled late are what `re.compile` gives, and every one of the package can be compiled."""

import copy
import importlib
import pkgutil
import re

import pytest

import ita_docs
from ita_docs.patterns import _Lazy, lazy_pattern

#: `(?:…)*+` and the like, which fail to match before Python 3.11.5 (gh-106052); an atomic group does not.
_POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+")


def test_a_late_pattern_is_a_pattern() -> None:
    late, known = lazy_pattern(r"(?P<word>[a-z]+)|\d", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)|\d", re.IGNORECASE)
    text = "Ab 1 c"
    assert [found.span() for found in late.finditer(text)] == [found.span() for found in known.finditer(text)]
    for name in ("search", "match", "fullmatch"):
        for tried in ("ab", "1a", " "):
            assert str(getattr(late, name)(tried)) == str(getattr(known, name)(tried))
    assert (late.pattern, late.flags, late.groupindex) == (known.pattern, known.flags, known.groupindex)
    assert (late.sub("-", text), late.subn("-", text), late.split(text)) == (
        known.sub("-", text),
        known.subn("-", text),
        known.split(text),
    )
    with pytest.raises(AttributeError):
        _ = late.nothing  # type: ignore[attr-defined]
    assert copy.copy(lazy_pattern("[a-z]")).findall("a1") == ["a"]


def test_a_mistake_shows_at_the_first_use() -> None:
    wrong = lazy_pattern("[")
    with pytest.raises(re.error):
        wrong.search("")


def test_every_late_pattern_compiles() -> None:
    seen = 0
    for module in pkgutil.walk_packages(ita_docs.__path__, "ita_docs."):
        names = vars(importlib.import_module(module.name))
        for name, value in names.items():
            pattern = getattr(value, "pattern", "")
            if isinstance(pattern, str):
                assert not _POSSESSIVE_GROUP.search(pattern), f"{module.name}.{name}"
            several = value if isinstance(value, tuple) else (value,)
            parts = [part for one in several for part in (one if isinstance(one, tuple) else (one,))]
            for late in (part for part in parts if isinstance(part, _Lazy)):
                assert late.flags
                seen += 1
    assert seen > 150
