"""The Jinja environment of templates: what a template may name, call, filter and compute, and how much of it.

Names resolve as keys or view fields first; every other attribute is denied except a listed set of text methods and the
four readers of a mapping. Whatever can inject markup, read other files, be random or grow without bound is refused when
compiled or bounded when run (`engine.md` of the design lists the attacks). Thread-safe: no state here changes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from jinja2 import StrictUndefined, Undefined, nodes, pass_eval_context
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from ita_docs.engine.state import Limit
from ita_docs.reports import View

MAX_TEXT = 10_000_000
MAX_WIDTH = 1_000
MAX_DIGITS = 1_000

#: Methods of a text that a template may call; none of them can grow it without bound but `replace`, which is bounded.
TEXT_METHODS = frozenset(
    "capitalize casefold count endswith find index isalnum isalpha isdecimal isdigit islower isnumeric isspace istitle "
    "isupper lower lstrip partition removeprefix removesuffix replace rfind rpartition rsplit rstrip split splitlines "
    "startswith strip swapcase title upper".split()
)
MAPPING_METHODS = frozenset({"items", "keys", "values", "get"})
LOOP_FIELDS = frozenset(
    "index index0 revindex revindex0 first last length depth depth0 previtem nextitem cycle changed".split()
)
#: Filters of Jinja that inject markup, open doors, or make a document differ from run to run.
REFUSED_FILTERS = {
    "safe": "markup",
    "urlize": "markup",
    "xmlattr": "markup",
    "tojson": "markup",
    "attr": "attributes",
    "random": "chance",
    "pprint": "attributes",
}
REFUSED_GLOBALS = frozenset({"lipsum", "cycler", "joiner"})
REFUSED_TAGS: tuple[tuple[type[nodes.Node], str], ...] = (
    (nodes.Include, "include"),
    (nodes.Import, "import"),
    (nodes.FromImport, "import"),
    (nodes.Extends, "extends"),
    (nodes.ScopedEvalContextModifier, "autoescape"),
)


class Missing(StrictUndefined):
    """A name or field that does not exist. Looking deeper stays missing, so that the end of the path is reported."""

    __slots__ = ()

    @property
    def owner(self) -> object:
        """What was asked for the field, or Jinja's `missing` for a name."""
        return self._undefined_obj

    @property
    def name(self) -> str:
        """The name or field that was asked for."""
        return str(self._undefined_name)


class RenderContext(Context):
    """A Jinja context that carries the state of its one render."""

    state: Any = None


class Environment(ImmutableSandboxedEnvironment):
    """Sandboxed, strict, escaping; see the module."""

    context_class = RenderContext
    intercepted_binops = frozenset({"*", "**", "%", "+"})
    intercepted_unops = frozenset[str]()

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Missing, cache_size=0)
        for name in REFUSED_GLOBALS:
            del self.globals[name]
        for name in REFUSED_FILTERS:
            del self.filters[name]
        self.filters.update(_bounded(self.filters))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute` of a template."""
        return self._field(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]` of a template."""
        if isinstance(argument, str) and not isinstance(obj, Mapping):
            return self._field(obj, argument)
        if isinstance(obj, (Mapping, Sequence)):
            try:
                return obj[argument]
            except (LookupError, TypeError):
                pass
        return self.undefined(obj=obj, name=argument)

    def _field(self, obj: Any, name: str) -> Any:
        if isinstance(obj, View):
            if not name.startswith("_") and name in obj.__dataclass_fields__:  # type: ignore[attr-defined]
                return getattr(obj, name)
        elif isinstance(obj, Mapping):
            try:
                return obj[name]
            except LookupError:
                if name in MAPPING_METHODS:
                    return getattr(obj, name)
        elif isinstance(obj, str):
            if name in TEXT_METHODS:
                return _bounded_replace(obj) if name == "replace" else getattr(obj, name)
        elif isinstance(obj, (LoopContext, Namespace)):
            allowed = LOOP_FIELDS if isinstance(obj, LoopContext) else None
            if name in allowed if allowed is not None else not name.startswith("_"):
                try:
                    return getattr(obj, name)
                except AttributeError:
                    pass
        elif isinstance(obj, Undefined):
            if isinstance(obj, Missing):
                return obj
            return getattr(obj, name)
        return self.undefined(obj=obj, name=name)

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, loop helpers, and the methods that `getattr` hands out; nothing of the data."""
        owner = getattr(obj, "__self__", None)
        return isinstance(obj, (Macro, LoopContext)) or obj in _CALLABLE or isinstance(owner, (str, Mapping, LoopContext)) or (
            getattr(obj, "__module__", "") == __name__
        )

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Bounded `*`, `**`, `%` and `+`."""
        check = {"*": _check_product, "**": _check_power, "%": _check_format, "+": _check_sum}[operator]
        check(left, right)
        return super().call_binop(context, operator, left, right)


_CALLABLE = (range, dict, Namespace)


def _check_product(left: Any, right: Any) -> None:
    for text, times in ((left, right), (right, left)):
        if hasattr(text, "__len__") and isinstance(times, int) and len(text) * times > MAX_TEXT:
            raise Limit("*")
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() + right.bit_length() > 4 * MAX_DIGITS:
        raise Limit("*")


def _check_power(left: Any, right: Any) -> None:
    if not isinstance(right, (int, float)) or abs(right) > MAX_DIGITS or abs(left) > 10**9:
        raise Limit("**")
    if isinstance(left, int) and isinstance(right, int) and left.bit_length() * abs(right) > 4 * MAX_DIGITS:
        raise Limit("**")


def _check_sum(left: Any, right: Any) -> None:
    if hasattr(left, "__len__") and hasattr(right, "__len__") and len(left) + len(right) > MAX_TEXT:
        raise Limit("+")


_WIDTHS = re.compile(r"\d{4,}")


def _check_format(left: Any, right: Any) -> None:
    """Widths of a format text: no number of four digits, and none taken from the arguments."""
    if isinstance(left, str) and (_WIDTHS.search(left) or "*" in left):
        raise Limit("%")


def _bounded_replace(text: str) -> Callable[..., str]:
    def replace(old: str, new: str, count: int = -1) -> str:
        if (text.count(str(old)) + 1) * len(str(new)) + len(text) > MAX_TEXT:
            raise Limit("replace")
        return text.replace(old, new, count)

    return replace


def _bounded(filters: Mapping[str, Callable[..., Any]]) -> dict[str, Callable[..., Any]]:
    """Jinja's filters that can grow a text, with their widths and results bounded."""

    def by_width(name: str) -> Callable[..., Any]:
        original = filters[name]

        def bounded(*args: Any, **kwargs: Any) -> Any:
            for value in (*args[1:], *kwargs.values()):  # the first is the value itself, or the environment
                if isinstance(value, (int, float)) and abs(value) > MAX_WIDTH:
                    raise Limit(name)
            return original(*args, **kwargs)

        return _like(bounded, original)

    def by_result(name: str) -> Callable[..., Any]:
        original = filters[name]

        def bounded(*args: Any, **kwargs: Any) -> Any:
            sizes = [len(value) for value in (*args, *kwargs.values()) if isinstance(value, str)]
            if name == "replace" and len(sizes) > 2 and sizes[0] * max(sizes[2], 1) > MAX_TEXT:  # noqa: PLR2004
                raise Limit(name)
            result = original(*args, **kwargs)
            if len(result) > MAX_TEXT:
                raise Limit(name)
            return result

        return _like(bounded, original)

    def bounded_format(value: Any, *args: Any, **kwargs: Any) -> Any:
        _check_format(str(value), args)
        return filters["format"](value, *args, **kwargs)

    def bounded_join(eval_ctx: EvalContext, value: Any, d: str = "", attribute: Any = None) -> Any:
        parts = list(value)
        if sum(len(p) if isinstance(p, str) else 20 for p in parts) + len(d) * len(parts) > MAX_TEXT:
            raise Limit("join")
        return filters["join"](eval_ctx, parts, d, attribute)

    widths = {name: by_width(name) for name in ("center", "indent", "wordwrap", "batch", "slice", "round")}
    results = {name: by_result(name) for name in ("replace",)}
    return {**widths, **results, "format": bounded_format, "join": pass_eval_context(bounded_join)}


def _like(bounded: Callable[..., Any], original: Callable[..., Any]) -> Callable[..., Any]:
    """Hand over what Jinja passes to the original (environment, context), and nothing else of it."""
    if hasattr(original, "jinja_pass_arg"):
        bounded.jinja_pass_arg = original.jinja_pass_arg  # type: ignore[attr-defined]
    return bounded


def concat(eval_ctx: EvalContext, parts: Sequence[Any]) -> str:
    """Jinja's `~`, bounded: markup as soon as one part is markup."""
    texts = [part if hasattr(part, "__html__") else str(part) for part in parts]
    if sum(map(len, texts)) > MAX_TEXT:
        raise Limit("~")
    if eval_ctx.autoescape and any(hasattr(part, "__html__") for part in texts):
        return Markup("").join(texts)
    return "".join(texts)
