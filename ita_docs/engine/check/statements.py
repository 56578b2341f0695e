"""The walk over a part's syntax tree: scopes, loops, macros, and what they print.

Macros are read once for each call with the types of its arguments; one that is never called is read with arguments of
unknown type.
"""

# ruff: noqa: N802  # the methods are named after Jinja's nodes

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce

from jinja2 import nodes

from ita_docs.engine.check.calls import MAX_DEPTH
from ita_docs.engine.check.entries import entry
from ita_docs.engine.check.expressions import Reader
from ita_docs.engine.check.known import UNKNOWN, Call, Scope, Value, either, loop_value, plain
from ita_docs.engine.check.narrow import narrow
from ita_docs.engine.check.record import Record
from ita_docs.findings import Finding


class Walk(Reader):
    """Walks over the statements of one part."""

    def __init__(self, record: Record) -> None:
        super().__init__(record)
        self._depth = 0
        self._uncalled: dict[int, tuple[nodes.Macro, Scope]] = {}
        #: What `{% call %}` gives the macro that it calls.
        self._caller: Value | None = None

    def part(self, tree: nodes.Template, names: dict[str, Value]) -> None:
        """Walk over a whole part."""
        self.body(tree.body, Scope(dict(names), root=names))
        while self._uncalled:
            _, (macro, scope) = self._uncalled.popitem()
            self._run(macro, scope, Call([], {}, macro.lineno, scope.facts))

    def body(self, found: Iterable[nodes.Node], scope: Scope) -> None:
        """Walk over statements, one after the other."""
        for node in found:
            walk = getattr(self, f"_{type(node).__name__}", self._inside)
            walk(node, scope)

    def _inside(self, node: nodes.Node, scope: Scope) -> None:
        """What is refused elsewhere, or only wraps its body."""
        for name in node.fields:
            value = getattr(node, name)
            if isinstance(value, nodes.Expr):
                self.value(value, scope)
        self.body(getattr(node, "body", None) or (), scope.inner())

    # -- output --------------------------------------------------------------------------------------------------------

    def _Output(self, node: nodes.Output, scope: Scope) -> None:
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                continue
            value = self.value(child, scope)
            if not (isinstance(child, nodes.Filter) and child.name.startswith("_")):
                self.printable(value, child)

    def _ExprStmt(self, node: nodes.ExprStmt, scope: Scope) -> None:
        self.value(node.node, scope)

    def _FilterBlock(self, node: nodes.FilterBlock, scope: Scope) -> None:
        self.body(node.body, scope.inner())

    # -- branches and loops --------------------------------------------------------------------------------------------

    def _If(self, node: nodes.If, scope: Scope) -> None:
        branches, rest = [], scope
        for one in (node, *node.elif_):
            self.value(one.test, rest)
            true, rest = self.narrowed(one.test, rest)
            self.body(one.body, true)
            branches.append(true)
        self.body(node.else_, rest)
        scope.merge([*branches, rest])

    def _For(self, node: nodes.For, scope: Scope) -> None:
        over = self._looped(node, scope)
        one = replace(entry(over, object(), ""), key=("entry", object()))
        inner = scope.inner()
        inner.names["loop"] = loop_value(one)
        if node.recursive:
            inner.names["loop"] = replace(inner.names["loop"], call=self._recursion)
        self._bind(node.target, one, inner)
        if node.test is not None:
            self.value(node.test, inner)
            inner, _ = self.narrowed(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, scope.inner())

    def _looped(self, node: nodes.For, scope: Scope) -> Value:
        """What a loop runs over; said if it is no list, or may be none at all."""
        over = self.value(node.iter, scope)
        return self._list(node, over, scope)

    def _list(self, node: nodes.For, over: Value, scope: Scope) -> Value:
        if over.options:
            return reduce(either, [self._list(node, scope.settled(option), scope) for option in over.options])
        if over.kind == "list":
            self.present(over, node.iter, scope)
            return over
        if over.kind not in {"", "key"}:
            self.say(Finding("check.value-as-list", params={"found": over.name}, severity="error"), node.iter)
        return UNKNOWN

    def _recursion(self, call: Call) -> Value:
        for value in call.values:
            self.record.prints(value)
        self.record.say(Finding("check.recursive-loop", severity="advice"), call.line)
        return plain("text")

    def _bind(self, target: nodes.Node, value: Value, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            key = value.key or ("set", object())
            scope.names[target.name] = replace(value, name=target.name, key=key, unset=False)
        elif isinstance(target, nodes.NSRef):
            self.record.prints(value)  # whatever becomes of it
        elif isinstance(target, (nodes.Tuple, nodes.List)):
            for one in target.items:
                self._bind(one, Value(paths=value.paths), scope)

    # -- names ---------------------------------------------------------------------------------------------------------

    def _Assign(self, node: nodes.Assign, scope: Scope) -> None:
        value = scope.settled(self.value(node.node, scope))
        if isinstance(node.target, nodes.Tuple) and isinstance(node.node, nodes.Tuple):
            for target, one in zip(node.target.items, node.node.items, strict=False):
                self._bind(target, self.look(one, scope), scope)
            return
        true, false = narrow(node.node, lambda one: self.look(one, scope))
        self._bind(node.target, replace(value, true=true, false=false), scope)

    def _AssignBlock(self, node: nodes.AssignBlock, scope: Scope) -> None:
        self.body(node.body, scope.inner())
        self._bind(node.target, plain("text"), scope)

    def _With(self, node: nodes.With, scope: Scope) -> None:
        inner = scope.inner()
        for target, value in zip(node.targets, node.values, strict=True):
            self._bind(target, self.value(value, scope), inner)
        self.body(node.body, inner)

    def _Block(self, node: nodes.Block, scope: Scope) -> None:
        self.body(node.body, scope.inner() if node.scoped else Scope(dict(scope.root), root=scope.root))

    # -- macros --------------------------------------------------------------------------------------------------------

    def _Macro(self, node: nodes.Macro, scope: Scope) -> None:
        self._uncalled[id(node)] = (node, scope)

        def call(given: Call) -> Value:
            self._uncalled.pop(id(node), None)
            if any(value.type is None and not value.paths for value in given.values):
                params = {"found": node.name}
                self.record.say(Finding("check.macro-argument", params=params, severity="advice"), given.line)
            return self._run(node, scope, given)

        scope.names[node.name] = Value(name=node.name, call=call)

    def _CallBlock(self, node: nodes.CallBlock, scope: Scope) -> None:
        inner = scope.inner()

        def caller(call: Call) -> Value:
            given = dict(zip((one.name for one in node.args), call.arguments, strict=False)) | call.named
            body = inner.inner(call.facts)
            for one in node.args:
                self._bind(one, given.get(one.name, UNKNOWN), body)
            self.body(node.body, body)
            return plain("text")

        macro = self.value(node.call.node, scope)
        arguments = [self.value(one, scope) for one in node.call.args]
        named = {str(one.key): self.value(one.value, scope) for one in node.call.kwargs}
        outer, self._caller = self._caller, Value(name="caller", call=caller)
        (macro.call or caller)(Call(arguments, named, node.lineno, scope.facts))
        self._caller = outer

    def _run(self, node: nodes.Macro, scope: Scope, call: Call) -> Value:
        """Walk over a macro's body, as one call of it does."""
        if self._depth >= MAX_DEPTH:
            return plain("text")
        inner = scope.inner(call.facts)
        given = dict(zip((one.name for one in node.args), call.arguments, strict=False)) | call.named
        defaults = dict(zip((one.name for one in node.args[::-1]), node.defaults[::-1], strict=False))
        for one in node.args:
            value = given.get(one.name)
            if value is None:
                value = self.value(defaults[one.name], scope) if one.name in defaults else UNKNOWN
            self._bind(one, value, inner)
        others = call.named.keys() - {one.name for one in node.args}
        for value in (*call.arguments[len(node.args) :], *(call.named[name] for name in others)):
            self.record.prints(value)  # `varargs` and `kwargs`
        if self._caller is not None:
            inner.names["caller"] = self._caller
        self._depth += 1
        outer, self._caller = self._caller, None
        self.body(node.body, inner)
        self._caller = outer
        self._depth -= 1
        return plain("text")
