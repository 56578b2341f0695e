"""What a template may compute: the size of values, the cost of operations, Jinja's filters and tests within bounds.

Every operation on a text or list is charged to the budget of its render (`DocumentState.count_work`) before it runs, by
what it reads and what it can make; one value may not grow beyond `MAX_SIZE`. Nested lists count in full, however few
objects they are made of: printing, comparing and hashing walk them in full.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Collection, Iterator, Mapping, Sized
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.exceptions import SecurityError
from jinja2.filters import make_attrgetter
from jinja2.runtime import Context
from markupsafe import Markup

from ita_docs.engine.state import Limit
from ita_docs.patterns import lazy_pattern
from ita_docs.reports import View
from ita_docs.thai import Period, format_date

#: Of a value that is read: a character counts 1, an entry of a list 10, as its memory and time do.
MAX_SIZE = 10_000_000
#: Of a value that is made.
MAX_MADE = 2_000_000
MAX_WIDTH = 1_000
MAX_BITS = 4_000

_SCALARS = (int, float, complex, type(None))
#: Filters that make a text of their value: it must be one that can be printed, and markup becomes plain text first.
_TEXT = frozenset(
    (
        *("capitalize", "center", "filesizeformat", "format", "indent", "lower", "replace", "reverse"),
        *("striptags", "title", "trim", "truncate", "upper", "urlencode", "wordcount", "wordwrap"),
    )
)
#: Filters that print their value and keep markup.
_PRINT = frozenset(
    (
        "e",
        "escape",
        "forceescape",
        "join",
        "string",
    )
)
#: Filters that compare or hash their values.
_COMPARE = frozenset(
    (
        "dictsort",
        "groupby",
        "max",
        "min",
        "sort",
        "sum",
        "unique",
    )
)
_WIDTHS = frozenset(
    (
        "batch",
        "center",
        "indent",
        "round",
        "slice",
        "trim",
        "truncate",
        "wordwrap",
    )
)
_COMPARE_TESTS = frozenset(
    (
        *("!=", "<", "<=", "==", ">", ">=", "eq", "equalto", "ge", "greaterthan", "gt", "in", "le"),
        *("lessthan", "lower", "lt", "ne", "upper"),
    )
)


def weigh(value: Any, *, printed: bool = False) -> int:
    """The size of a value, nested ones in full; to be printed, it must be made of texts, numbers and dates."""
    if type(value) is str:
        return len(value)
    total, rest = 0, [value]
    while rest:
        one = rest.pop()
        if isinstance(one, Collection) and not isinstance(one, (str, bytes, range, Undefined)):
            total += 10 * len(one) + 10
            if total <= MAX_SIZE:
                rest.extend(one.items() if isinstance(one, Mapping) else one)
        elif printed and isinstance(one, Undefined):
            str(one)  # says what is missing
        elif printed and not _printable(one):
            raise SecurityError(type(one).__name__)
        else:
            total += _own_size(one)
        if total > MAX_SIZE:
            raise Limit("size")
    return total


def _own_size(value: Any) -> int:
    if isinstance(value, (str, bytes)):
        return len(value)
    if isinstance(value, range):
        return 10 * len(value)
    if isinstance(value, int):
        return value.bit_length() // 3 + 1
    if isinstance(value, Decimal) and value.is_finite():
        return abs(value.adjusted()) + 30
    return 10


def _printable(value: Any) -> bool:
    if isinstance(value, (*_SCALARS, str, bytes, range)):
        return True
    own = getattr(type(value), "__str__", None)
    if isinstance(value, View) or callable(value) or own is getattr(object, "__str__"):  # noqa: B009  # a slot, to mypy
        return False
    return not hasattr(value, "__html__") or type(value).__module__.startswith("docxtpl.")


def spend(context: Context, size: int) -> None:
    """Charge the render for an operation."""
    state = getattr(context, "state", None)
    if state is not None and size > MAX_WIDTH // 10:
        state.document.count_work(size)


def plain(value: Any) -> Any:
    """Markup as the text that it shows, to be escaped again when printed: half an entity is no XML."""
    if not isinstance(value, Markup):
        return value
    if "<" in value:
        raise SecurityError("markup")
    return html.unescape(str(value))


def written(context: Context, value: Any) -> str:
    """What a value prints: nothing for None, and in a report a date as official papers write it."""
    state = getattr(context, "state", None)
    return text_of(value, official=state is not None and state.document.official)


def text_of(value: Any, *, official: bool) -> str:
    """The same; a mapping's dates print as Python writes them."""
    if value is None:
        return ""
    if isinstance(value, Period):
        return value.text or value.format("long", "arabic")
    if official and isinstance(value, date):
        return format_date(value, "long", "arabic")
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def listed(value: Any) -> Any:
    """What is lazy becomes a list, so that its size is known."""
    if not isinstance(value, Iterator):
        return value
    found = list(islice(value, MAX_MADE // 10 + 1))
    if len(found) > MAX_MADE // 10:
        raise Limit("size")
    return found


def bounded_filter(name: str, original: Callable[..., Any]) -> Callable[..., Any]:
    """One of Jinja's filters, within bounds; never run at compile time, since it needs the context."""
    passed = getattr(getattr(original, "jinja_pass_arg", None), "name", "")

    @pass_context
    def bounded(context: Context, value: Any, *args: Any, **kwargs: Any) -> Any:
        first: dict[str, list[Any]] = {
            "context": [context],
            "eval_context": [context.eval_ctx],
            "environment": [context.environment],
        }
        if isinstance(value, Undefined):
            return original(*first.get(passed, []), value, *args, **kwargs)
        value = listed(value)
        if value is None and (name in _TEXT or name == "string"):
            value = ""
        if name == "join" and (attribute := kwargs.pop("attribute", None) or (args[1:] and args[1])):
            value, args = [*map(make_attrgetter(context.environment, attribute), value)], args[:1]
        if name == "map" and args and str(args[0]).startswith("_"):  # a filter that only our own passes may write
            raise SecurityError(args[0])
        if name in _TEXT and name != "striptags" and (name, *args) != ("trim",):
            value, args = plain(value), tuple(map(plain, args))
            kwargs = {key: plain(one) for key, one in kwargs.items()}
        spend(context, _cost(name, value, [*args, *kwargs.values()]))
        if name == "join":
            value = [
                one if isinstance(one, (str, Undefined)) or hasattr(one, "__html__") else written(context, one)
                for one in value
            ]
        result = listed(original(*first.get(passed, []), value, *args, **kwargs))
        spend(context, _length(result))
        return result

    return bounded


def _cost(name: str, value: Any, arguments: list[Any]) -> int:
    """The size of what a filter reads and can make; raises Limit for what may not be."""
    widest = max(map(_width, arguments), default=0)
    if name in _WIDTHS and widest > MAX_WIDTH:
        raise Limit(name)
    if name == "sum" and any(isinstance(argument, (list, tuple)) for argument in arguments):  # joins them one by one
        raise Limit(name)
    if name in _COMPARE:
        return 3 * weigh(value)
    if name not in _TEXT | _PRINT:
        cost = 10 * len(value) if isinstance(value, str) else _length(value)  # the characters may become a list
        if name in {"list", "batch", "slice", "sort", "unique"} and cost > MAX_MADE:
            raise Limit(name)
        return cost
    cost = weigh(value, printed=True) + sum(weigh(argument, printed=True) for argument in arguments)
    if name == "join":
        cost += len(value) * widest
    elif name in _MADE:
        cost += _MADE[name](str(value), arguments, widest)
    if cost > MAX_MADE:
        raise Limit(name)
    return cost


#: What some filters make of a text, by its arguments, or the time that they take.
_MADE: dict[str, Callable[[str, list[Any], int], int]] = {
    "striptags": lambda text, _, __: len(text) ** 2 // 100,
    "wordwrap": lambda text, _, widest: len(text) ** 2 // 100 + len(text) * widest // 10,
    "trim": lambda text, _, widest: len(text) * widest // 10,
    "indent": lambda text, _, widest: (text.count("\n") + 1) * widest,
    "replace": lambda text, arguments, _: check_replace(text, *arguments[:2]),
    "format": lambda text, arguments, _: check_format(text, arguments),
}


def _width(argument: Any) -> int:
    """How wide an argument can make a text."""
    if isinstance(argument, (int, float)):
        return abs(int(min(max(argument, -1e9), 1e9)))
    return len(argument) if isinstance(argument, str) else 0


def _length(value: Any) -> int:
    if isinstance(value, str):
        return len(value)
    return 10 * len(value) if isinstance(value, Sized) and not isinstance(value, Undefined) else 0


def bounded_test(name: str, original: Callable[..., Any]) -> Callable[..., Any]:
    """One of Jinja's tests; those that compare are charged."""
    if name not in _COMPARE_TESTS:
        return original

    @pass_context
    def bounded(context: Context, value: Any, *args: Any) -> Any:
        spend(context, 2 * (weigh(value) + sum(map(weigh, args))))
        return original(value, *args)

    return bounded


def check_replace(text: str, old: Any = "", new: Any = "") -> int:
    """The size of what a replacement makes."""
    size = text.count(str(old)) * len(str(new)) + len(text)
    if size > MAX_MADE:
        raise Limit("replace")
    return size


_WIDE = lazy_pattern(r"\d{4,}|\*")


def check_format(text: str, values: Any) -> int:
    """The size of what `%` makes: no width of four digits, and none taken from the values."""
    size = len(text) + text.count("%") * (MAX_WIDTH + weigh(values, printed=True))
    if _WIDE.search(text) or size > MAX_MADE:
        raise Limit("%")
    return size


def check_operator(operator: str, left: Any, right: Any) -> int:
    """The size of what an operator makes; raises Limit when it is too large."""
    size = 0
    whole = isinstance(left, int) and isinstance(right, int)
    if operator == "*" and not whole:
        size = (
            _length(left) * right if isinstance(right, int) else _length(right) * left if isinstance(left, int) else 0
        )
    elif operator == "*":
        size = MAX_MADE * (left.bit_length() + right.bit_length()) // MAX_BITS
    elif operator == "**":
        if not isinstance(right, (int, float)) or abs(right) > MAX_WIDTH:
            raise Limit("**")
        size = MAX_MADE * left.bit_length() * abs(right) // MAX_BITS if whole else 0
    elif operator == "%" and isinstance(left, str):
        size = check_format(left, right)
    elif operator == "+":
        size = _length(left) + _length(right)
    if size > MAX_MADE:
        raise Limit(operator)
    return size
