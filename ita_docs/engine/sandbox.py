"""The Jinja environment of templates: what a template may name, call, filter and compute, and how much of it.

Names resolve as keys, view fields or fields of a named tuple; methods exist only where they are called, and only the
listed ones of texts, mappings and loops. Whatever can inject markup, read other files or be random is refused when
compiled; what can grow or take long is charged to the render (`guards.py`). Thread-safe: no state here changes.
"""

# ruff: noqa: N802, N815  # a visitor's methods are named after Jinja's nodes

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import CodeType
from typing import Any, cast

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range
from jinja2.utils import Namespace
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from ita_docs.engine.guards import (
    MAX_BITS,
    MAX_MADE,
    bounded_filter,
    bounded_test,
    check_operator,
    check_replace,
    plain,
    spend,
    weigh,
    written,
)
from ita_docs.engine.state import Limit
from ita_docs.reports import View

#: Methods of a text that a template may call; none of them can grow it without bound but `replace`, which is bounded.
TEXT_METHODS = frozenset(
    (
        *("capitalize", "casefold", "count", "endswith", "find", "index", "isalnum", "isalpha", "isdecimal"),
        *("isdigit", "islower", "isnumeric", "isspace", "istitle", "isupper", "lower", "lstrip", "partition"),
        *("removeprefix", "removesuffix", "replace", "rfind", "rpartition", "rsplit", "rstrip", "split"),
        *("splitlines", "startswith", "strip", "swapcase", "title", "upper"),
    )
)
MAPPING_METHODS = frozenset({"items", "keys", "values", "get"})
LOOP_METHODS = frozenset({"cycle", "changed"})
LOOP_FIELDS = frozenset(
    (
        *("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"),
        *("previtem", "nextitem"),
    )
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


#: What an expression, a call of a macro and a recursion of a loop cost, as measured, in characters of work.
_NODE, _CALL, _RECURSION = 20, 200, 2_000


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

    def derived(self, locals: dict[str, Any] | None = None) -> Context:  # noqa: A002  # Jinja's name
        """The context of a scoped block: the same render."""
        made = cast("RenderContext", super().derived(locals))
        made.state = self.state
        return made


class Generator(CodeGenerator):
    """Jinja's, but what the engine's own filters print is markup already: escaping it again would cost as much."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if not _is_markup(node):
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if not _is_markup(node):
            super()._output_child_post(node, frame, finalize)


def _is_markup(node: nodes.Expr) -> bool:
    return isinstance(node, nodes.Filter) and node.name.startswith("_")


class Environment(ImmutableSandboxedEnvironment):
    """Sandboxed, strict, escaping; see the module."""

    context_class = RenderContext
    code_generator_class = Generator
    intercepted_binops = frozenset({"*", "**", "%", "+", "-"})
    intercepted_unops = frozenset[str]()

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Missing, cache_size=0)
        for name in REFUSED_GLOBALS:
            del self.globals[name]
        self.filters = {
            name: bounded_filter(name, original)
            for name, original in self.filters.items()
            if name not in REFUSED_FILTERS
        }
        self.filters.update(_pass=_pass, _method=_method, _weigh=_weigh, _escape=_escape)
        self.tests = {
            name: bounded_test(name, cast("Callable[..., Any]", original)) for name, original in self.tests.items()
        }

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        try:
            tree = super()._parse(source, name, filename)
        except ValueError as error:  # a number of thousands of digits
            raise TemplateSyntaxError(str(error), 1, name) from error
        return cast("nodes.Template", _Guard().visit(tree))

    def _compile(self, source: str, filename: str) -> CodeType:
        try:
            return super()._compile(source, filename)
        except (SyntaxError, ValueError, OverflowError, MemoryError) as error:  # more nested than Python takes
            raise RecursionError from error

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute` of a template."""
        if type(obj) is dict:
            found = obj.get(attribute, self)
            return found if found is not self else self.undefined(obj=obj, name=attribute)
        fields = _VIEW_FIELDS.get(type(obj))
        if fields is not None and attribute in fields:
            return getattr(obj, attribute)
        return self._field(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`obj[argument]` of a template."""
        if isinstance(obj, Missing) or (isinstance(argument, str) and not isinstance(obj, Mapping)):
            return self._field(obj, argument)
        if isinstance(obj, (Mapping, Sequence)):
            if isinstance(argument, tuple) and weigh(argument) > MAX_BITS:
                raise Limit("[]")
            try:
                return str(obj)[argument] if isinstance(obj, str) else obj[argument]
            except (LookupError, TypeError):
                pass
        return self.undefined(obj=obj, name=argument)

    def _field(self, obj: Any, name: str) -> Any:
        if isinstance(obj, Missing):
            return obj
        try:
            if isinstance(obj, Mapping):
                return obj[name]
            if name in _fields(obj) and not name.startswith("_"):
                return getattr(obj, name)
        except (LookupError, AttributeError):
            pass
        return self.undefined(obj=obj, name=name)

    def is_safe_callable(self, obj: Any) -> bool:
        """Macros, recursive loops, `range`, `dict`, `namespace`, and the methods listed above; nothing of the data."""
        if isinstance(obj, (Macro, LoopContext)) or any(obj is known for known in (safe_range, dict, Namespace)):
            return True
        return getattr(obj, "__name__", "") in _methods(getattr(obj, "__self__", None))

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """`obj(…)` of a template."""
        if isinstance(obj, Undefined):
            return obj()  # says that it does not exist
        if not self.is_safe_callable(obj):
            raise SecurityError(type(obj).__name__)
        owner = getattr(obj, "__self__", None)
        if isinstance(owner, str):
            args = tuple(map(plain, args))
            spend(context, len(owner) * (1 + sum(map(weigh, args)) // 10))
            if obj.__name__ == "replace" and len(args) > 1:
                spend(context, check_replace(owner, *args[:2]))
            if obj.__name__.endswith(("split", "splitlines")) and 10 * len(owner) > MAX_MADE:
                raise Limit(obj.__name__)
        elif isinstance(obj, (Macro, LoopContext)):
            spend(context, _CALL if isinstance(obj, Macro) else _RECURSION)
        elif obj is not Namespace:
            spend(context, sum(map(weigh, args)))
        result = context.call(obj, *args, **kwargs)
        if isinstance(result, (str, list, dict)):
            spend(context, 10 * len(result))
        return result

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Bounded operators."""
        if operator == "%":
            left = plain(left)
        spend(context, check_operator(operator, left, right))
        result = super().call_binop(context, operator, left, right)
        if isinstance(result, int) and result.bit_length() > MAX_BITS:
            raise Limit(operator)
        return result


#: The public fields of each class of view that a template has read, so that they are gathered once.
_VIEW_FIELDS: dict[type, frozenset[str]] = {}


def _fields(obj: Any) -> Collection[str]:
    """The names that a template may read from a value."""
    if isinstance(obj, View):
        fields = frozenset(name for name in obj.__dataclass_fields__ if not name.startswith("_"))  # type: ignore[attr-defined]  # views are dataclasses
        _VIEW_FIELDS[type(obj)] = fields
        return fields
    if isinstance(obj, LoopContext):
        return LOOP_FIELDS
    if isinstance(obj, Namespace):
        return cast("Collection[str]", object.__getattribute__(obj, "_Namespace__attrs"))
    return getattr(type(obj), "_fields", ()) if isinstance(obj, tuple) else ()


def _methods(obj: Any) -> frozenset[str]:
    """The methods that a template may call."""
    if isinstance(obj, str):
        return TEXT_METHODS
    if isinstance(obj, Mapping):
        return MAPPING_METHODS
    return LOOP_METHODS if isinstance(obj, LoopContext) else frozenset()


class _Guard(NodeTransformer):
    """Completes a syntax tree: calls of methods are told from fields, loops and comparisons are charged."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        if isinstance(node.node, nodes.Getattr):
            node.node = _filter("_method", node.node.node, nodes.Const(node.node.attr))
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:
        self.generic_visit(node)
        node.expr = _filter("_weigh", node.expr)
        for operand in node.ops:
            operand.expr = _filter("_weigh", operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _filter("_weigh", node.node)
        return node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:
        self.generic_visit(node)
        node.key = _filter("_weigh", node.key)
        return node

    def visit_FilterBlock(self, node: nodes.FilterBlock | nodes.AssignBlock) -> nodes.Node:
        """What a block's filter makes of its markup is escaped, unless it is still markup."""
        self.generic_visit(node)
        if node.filter is not None:
            node.filter = _filter("_escape", node.filter)
        return node

    visit_AssignBlock = visit_FilterBlock

    def visit_For(self, node: nodes.For | nodes.Macro | nodes.CallBlock) -> nodes.Node:
        """Each pass is charged by the text and the expressions of its body, those of loops within it left out."""
        inside = list(_inside(node.body))
        self.generic_visit(node)
        printed = sum(len(inner.data) for inner in inside if isinstance(inner, nodes.TemplateData))
        tick = _filter("_pass", nodes.Const(printed), nodes.Const(_NODE * (1 + len(inside))))
        node.body.insert(0, nodes.ExprStmt(tick, lineno=node.lineno))
        return node

    visit_Macro = visit_CallBlock = visit_For


def _inside(body: Iterable[nodes.Node]) -> Iterable[nodes.Node]:
    rest = list(body)
    while rest:
        node = rest.pop()
        yield node
        if not isinstance(node, (nodes.For, nodes.Macro, nodes.CallBlock)):
            rest.extend(node.iter_child_nodes())


def _filter(name: str, node: nodes.Expr, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, [*args], [], None, None, lineno=node.lineno)


@pass_context
def _pass(context: RenderContext, printed: int, work: int) -> None:
    """One pass of a loop, or one call of a macro."""
    context.state.document.count_pass(printed, work)


@pass_context
def _method(context: RenderContext, obj: Any, name: str) -> Any:
    """What `obj.name(…)` calls: a field that can be called, or a listed method."""
    found = context.environment.getattr(obj, name)
    if isinstance(found, Undefined) and name in _methods(obj):
        return getattr(plain(obj), name)
    return found


def _escape(value: Any) -> Markup:
    """What a block's filter made of markup."""
    return escape(value if isinstance(value, str) else str(value))


@pass_context
def _weigh(context: RenderContext, value: Any) -> Any:
    """A value that is compared, sliced or made a key."""
    if not isinstance(value, (int, float)):
        spend(context, 2 * weigh(value))
    return value


def concat(context: Context, parts: Sequence[Any]) -> str:
    """Jinja's `~`, bounded: markup as soon as one part is markup."""
    size = sum(weigh(part, printed=True) for part in parts)
    if size > MAX_MADE:
        raise Limit("~")
    spend(context, size)
    texts = [part if hasattr(part, "__html__") else written(context, part) for part in parts]
    if context.eval_ctx.autoescape and any(hasattr(part, "__html__") for part in texts):
        return Markup("").join(texts)
    return "".join(texts)
