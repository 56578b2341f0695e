"""What each filter and method makes of what it is given, as far as types tell: one table, read by `expressions.py`."""

from __future__ import annotations

from ita_docs.engine.sandbox import TEXT_METHODS
from ita_docs.reports.view_types import Kind

#: Filters that take one of these kinds; all of them print nothing for None.
TAKES: dict[str, frozenset[str]] = {
    "date": frozenset({"date"}),
    "period": frozenset({"period"}),
    "score": frozenset({"number", "score"}),
    "money": frozenset({"number", "score", "text"}),
    "baht_text": frozenset({"number", "score"}),
}
#: Filters that make a text of one value.
TEXTS = frozenset(
    (
        *("capitalize", "center", "e", "escape", "forceescape", "format", "indent", "lower", "replace", "string"),
        *("striptags", "title", "trim", "truncate", "upper", "urlencode", "wordwrap"),
    )
)
#: Filters of lists that give an entry, lists of entries, or the same list or a shorter one.
ENTRY, LISTS = frozenset({"first", "last", "min", "max"}), frozenset({"batch", "slice"})
SAME = frozenset({"list", "reverse", "select", "reject", "selectattr", "rejectattr", "sort", "unique"})
OF_LISTS = ENTRY | SAME | LISTS | {"groupby", "join", "map", "sum"}
#: Those of them that take a text too, as a list of its letters.
OF_TEXTS = frozenset({"first", "last", "list", "reverse", "join", "unique", "sort", "batch", "slice", "min", "max"})
#: Filters of numbers.
COMPUTES = frozenset({"abs", "round"})
MAKES_NUMBERS = frozenset({"int", "float", "wordcount"})
LENGTHS = frozenset({"length", "count"})
#: Filters whose first argument, or `attribute`, names a field of the entries.
BY_FIELD = frozenset({"selectattr", "rejectattr", "groupby"})
BY_ATTRIBUTE = frozenset({"map", "sort", "unique", "min", "max", "sum", "join"})
#: The place of `attribute` among the arguments, where it can be given without its name.
ATTRIBUTE_AT = {"join": 1, "sum": 0}

_FLAGS = frozenset(name for name in TEXT_METHODS if name.startswith("is") or name in {"endswith", "startswith"})
_NUMBERS = frozenset({"count", "find", "index", "rfind"})
_LISTS = frozenset({"partition", "rpartition", "rsplit", "split", "splitlines"})


def of_method(name: str) -> Kind:
    """What a method of a text gives; a list is one of texts."""
    if name in _LISTS:
        return "list"
    return "flag" if name in _FLAGS else "number" if name in _NUMBERS else "text"
