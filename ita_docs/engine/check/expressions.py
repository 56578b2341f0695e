"""The value of an expression before there is data, and what is wrong with it.

Limits: keys that are computed and the arguments of macros can be out of reach; both are said, once a place.
"""

# ruff: noqa: N802  # the methods are named after Jinja's nodes

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from typing import Any

from jinja2 import nodes

from ita_docs.engine.check import calls, entries
from ita_docs.engine.check.known import NONE, NUMBERS, UNKNOWN, Scope, Value, either, listed, plain, unknown
from ita_docs.engine.check.narrow import narrow
from ita_docs.engine.check.operations import LENGTHS
from ita_docs.engine.check.record import Record
from ita_docs.findings import Finding
from ita_docs.reports.view_types import Kind, ViewType

_ORDER = frozenset({"lt", "lteq", "gt", "gteq"})
_SIGNS = {
    "Add": "+",
    "Sub": "-",
    "Mul": "*",
    "Div": "/",
    "FloorDiv": "//",
    "Mod": "%",
    "Pow": "**",
    "lt": "<",
    "lteq": "<=",
    "gt": ">",
    "gteq": ">=",
    "in": "in",
    "notin": "not in",
}
_CONSTANTS: tuple[tuple[type, Kind], ...] = ((bool, "flag"), (int, "number"), (float, "number"), (str, "text"))


class Reader:
    """Reads the expressions of one part; subclassed by the walk over its statements."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self._lenient = False

    def value(self, node: nodes.Node | None, scope: Scope) -> Value:
        """The value of an expression."""
        if node is None:
            return UNKNOWN
        read = getattr(self, f"_{type(node).__name__}", None)
        return self._other(node, scope) if read is None else read(node, scope)

    def look(self, node: nodes.Node, scope: Scope) -> Value:
        """The same, recording nothing."""
        with self.record.silence():
            return self.value(node, scope)

    def narrowed(self, test: nodes.Node, scope: Scope) -> tuple[Scope, Scope]:
        """The scopes where a condition is true, and where it is false."""
        true, false = narrow(test, lambda node: self.look(node, scope))
        return scope.inner(true), scope.inner(false)

    def present(self, value: Value, node: nodes.Node, scope: Scope, found: str = "") -> bool:
        """Whether a value that is used can not be None; else it is said, for `found`."""
        if value.type is None or not value.type.optional or scope.knows("some", value):
            return value is not NONE
        params = {"found": found or value.name, "owner": value.name}
        if scope.knows("defined", value):
            self.record.say(Finding("check.defined-none", params=params, severity="advice"), node.lineno)
        elif not self._lenient:
            self.record.say(Finding("check.may-be-absent", params=params, severity="error"), node.lineno)
        return False

    def say(self, code: Finding, node: nodes.Node) -> None:
        """Record a finding at a node."""
        self.record.say(code, node.lineno)

    # -- names and fields ----------------------------------------------------------------------------------------------

    def _Name(self, node: nodes.Name, scope: Scope) -> Value:
        value = scope.names.get(node.name)
        if value is None:
            if node.name not in {"self", "super", "caller", "varargs", "kwargs"}:
                known = [name for name in scope.names if not name.startswith("_")]
                self.record.missing(node.name, known, node.lineno, "warning" if self._lenient else "error")
            return Value(name=node.name)
        if value.unset and not self._lenient:
            self.say(Finding("check.unset", params={"found": node.name}, severity="error"), node)
        return value

    def _Getattr(self, node: nodes.Getattr, scope: Scope) -> Value:
        return self.field(node, self.value(node.node, scope), node.attr, scope)

    def field(self, node: nodes.Node, owner: Value, name: str, scope: Scope) -> Value:
        """A field of a value; what is wrong with asking for it is said."""
        if owner.options:
            found = [self.field(node, scope.settled(one), name, scope) for one in owner.options]
            return reduce(either, found)
        if owner.type is None:
            return Value(name=f"{owner.name}.{name}", paths=owner.paths)
        self.present(owner, node, scope, f"{owner.name}.{name}")
        params = {"owner": owner.name, "found": name}
        if owner.kind == "list":
            self.say(Finding("check.field-of-list", params=params, severity="error"), node)
            return UNKNOWN
        if owner.kind == "key" or owner.type.fields:
            return self._of_fields(node, owner, name)
        self.say(Finding("check.field-of-value", params=params, severity="error"), node)
        return UNKNOWN

    def _of_fields(self, node: nodes.Node, owner: Value, name: str) -> Value:
        fields = owner.type.fields if owner.type else {}
        if name not in fields:
            if fields:
                self.record.missing(name, fields, node.lineno, "warning" if self._lenient else "error")
            return UNKNOWN
        paths = frozenset(f"{path}.{name}" for path in owner.paths)
        return owner.child(name, fields[name].type, f"{owner.name}.{name}", paths)

    def _Getitem(self, node: nodes.Getitem, scope: Scope) -> Value:
        owner = self.value(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self.field(node, owner, node.arg.value, scope)
        if isinstance(node.arg, nodes.Slice):
            for part in (node.arg.start, node.arg.stop, node.arg.step):
                self.value(part, scope)
            self.present(owner, node, scope)
            return replace(owner, key=None)
        index = self.value(node.arg, scope)
        if owner.type is None:
            return unknown(owner)
        self.present(owner, node, scope)
        if owner.kind == "text":
            return plain("text", owner)
        if owner.kind == "list":
            return self._entry(node, owner, index, scope)
        if owner.kind == "record":
            self.record.prints(owner)
            self.say(Finding("check.computed-key", params={"found": owner.name}, severity="advice"), node)
        else:
            self.say(Finding("check.value-as-list", params={"found": owner.name}, severity="error"), node)
        return UNKNOWN

    def _entry(self, node: nodes.Getitem, owner: Value, index: Value, scope: Scope) -> Value:
        if not (owner.filled or scope.knows("asked", owner)):
            self.say(Finding("check.index", params={"found": owner.name}, severity="advice"), node)
        step = index.constant if index.constant is not None else index.key
        return entries.entry(owner, step, f"{owner.name}[{'…' if index.constant is None else index.constant}]")

    # -- values --------------------------------------------------------------------------------------------------------

    def _Const(self, node: nodes.Const, scope: Scope) -> Value:
        del scope
        if node.value is None:
            return NONE
        kind = next((kind for known, kind in _CONSTANTS if isinstance(node.value, known)), None)
        return Value(ViewType(kind) if kind else None, repr(node.value), constant=node.value)

    def _List(self, node: nodes.List | nodes.Tuple, scope: Scope) -> Value:
        values = [self.value(item, scope) for item in node.items]
        made = values[0] if values else UNKNOWN
        for value in values[1:]:
            made = either(made, value)
        return replace(listed(made.type, *values), filled=True) if values else Value(ViewType("list"), "[]")

    _Tuple = _List

    def _Dict(self, node: nodes.Dict, scope: Scope) -> Value:
        return unknown(*(self.value(one, scope) for pair in node.items for one in (pair.key, pair.value)))

    def _Compare(self, node: nodes.Compare, scope: Scope) -> Value:
        left = self.value(node.expr, scope)
        for operand in node.ops:
            right = self.value(operand.expr, scope)
            sign = _SIGNS.get(operand.op, "")
            if operand.op in _ORDER:
                whole = self.present(left, node, scope) & self.present(right, node, scope)
                if whole and left.kind and right.kind and _class(left) != _class(right):
                    self._unfit(node, sign, left, right)
            elif operand.op in {"in", "notin"}:
                self.present(right, node, scope)
                if right.kind and right.kind not in {"list", "text", "key"}:
                    self._unfit(node, sign, left, right)
            left = right
        return plain("flag")

    def _And(self, node: nodes.And, scope: Scope) -> Value:
        left = self.value(node.left, scope)
        true, _ = self.narrowed(node.left, scope)
        right = true.settled(self.value(node.right, true))
        if left.kind == "list":  # an empty one is what comes out
            return either(replace(left, empty=True), right)
        if right.type is None:
            return replace(right, paths=left.paths | right.paths, key=None)
        optional = right.type.optional or (left.type.optional if left.type else False)
        return replace(right, type=replace(right.type, optional=optional), paths=left.paths | right.paths, key=None)

    def _Or(self, node: nodes.Or, scope: Scope) -> Value:
        left = self.value(node.left, scope)
        _, false = self.narrowed(node.left, scope)
        right = false.settled(self.value(node.right, false))
        if left.options:
            full = [option for option in left.options if not option.empty]
            left = reduce(either, full) if full else UNKNOWN
        elif left.type is not None:
            left = replace(left, type=replace(left.type, optional=False))
        return either(left, right)

    def _Not(self, node: nodes.Not, scope: Scope) -> Value:
        self.value(node.node, scope)
        return plain("flag")

    def _CondExpr(self, node: nodes.CondExpr, scope: Scope) -> Value:
        self.value(node.test, scope)
        true, false = self.narrowed(node.test, scope)
        first = true.settled(self.value(node.expr1, true))
        return first if node.expr2 is None else either(first, false.settled(self.value(node.expr2, false)))

    def _Test(self, node: nodes.Test, scope: Scope) -> Value:
        lenient, self._lenient = self._lenient, self._lenient or node.name in {"defined", "undefined"}
        self.value(node.node, scope)
        self._lenient = lenient
        for argument in node.args:
            self.value(argument, scope)
        return plain("flag")

    def _Concat(self, node: nodes.Concat, scope: Scope) -> Value:
        values = [self.value(one, scope) for one in node.nodes]
        for value in values:
            self.printable(value, node)
        return plain("text", *values)

    def _binary(self, node: nodes.BinExpr, scope: Scope) -> Value:
        left, right = self.value(node.left, scope), self.value(node.right, scope)
        sign = _SIGNS[type(node).__name__]
        if sign == "%" and left.kind == "text":
            return plain("text", left, right)
        whole = self.present(left, node, scope, f"{left.name} {sign} {right.name}")
        whole &= self.present(right, node, scope, f"{left.name} {sign} {right.name}")
        if not (whole and left.kind and right.kind):
            return unknown(left, right)
        kinds = {left.kind, right.kind}
        inexact = "score" in kinds and any(isinstance(one.constant, float) for one in (left, right))
        if kinds <= NUMBERS and not inexact:
            return plain("score" if "score" in kinds or sign == "/" else "number", left, right)
        repeated = sign == "*" and kinds == {"text", "number"}
        if (sign == "+" and left.kind == right.kind and kinds <= {"text", "list"}) or repeated:
            return replace(either(left, right), key=None) if sign == "+" else plain("text", left, right)
        if "key" not in kinds and not (sign == "-" and kinds == {"date"}):
            self._unfit(node, sign, left, right)
        return unknown(left, right)

    _Add = _Sub = _Mul = _Div = _FloorDiv = _Mod = _Pow = _binary

    def _Neg(self, node: nodes.UnaryExpr, scope: Scope) -> Value:
        value = self.value(node.node, scope)
        self.present(value, node, scope)
        if value.kind and value.kind not in NUMBERS:
            self._unfit(node, "-", value, value)
        return replace(value, key=None, constant=None)

    _Pos = _Neg

    def _unfit(self, node: nodes.Node, sign: str, left: Value, right: Value) -> None:
        params = {"found": f"{left.name} {sign} {right.name}"}
        self.say(Finding("check.operands", params=params, severity="error"), node)

    def _Filter(self, node: nodes.Filter, scope: Scope) -> Value:
        if node.name in {"default", "d"}:
            lenient, self._lenient = self._lenient, True
            value = self.value(node.node, scope)
            self._lenient = lenient
            other = self.value(node.args[0], scope) if node.args else plain("text")
            if value.type and len(node.args) > 1 and self.look(node.args[1], scope).constant:
                value = replace(value, type=replace(value.type, optional=False))
            return either(value, other)
        value = self.value(node.node, scope)
        if node.name in LENGTHS:
            self.present(value, node, scope, f"{value.name}|{node.name}")
            if value.kind and value.kind not in {"text", "list", "key"}:
                self.say(Finding("check.value-as-list", params={"found": value.name}, severity="error"), node)
            return plain("number")
        return entries.filtered(self, node, value, scope)

    def _Call(self, node: nodes.Call, scope: Scope) -> Value:
        return calls.called(self, node, scope)

    def _other(self, node: nodes.Node, scope: Scope) -> Value:
        values = [self.value(one, scope) for one in node.iter_child_nodes() if isinstance(one, nodes.Expr)]
        return unknown(*values)

    # -- what is printed -----------------------------------------------------------------------------------------------

    def printable(self, value: Value, node: nodes.Node) -> None:
        """Record that a value is printed; a list or a group can not be."""
        self.record.prints(value)
        for option in value.options:
            self.printable(option, node)
        params: dict[str, Any] = {"found": value.name}
        if value.kind == "list":
            self.say(Finding("check.list-as-value", params=params, severity="error"), node)
        elif value.kind == "record":
            params["known"] = ", ".join(sorted(value.type.fields)) if value.type else ""
            self.say(Finding("check.record-as-value", params=params, severity="error"), node)
        elif value.kind == "chart":
            self.say(Finding("check.chart-as-value", params=params, severity="error"), node)
        elif value.kind == "flag" and value.key is not None:
            self.say(Finding("check.flag-as-value", params=params, severity="warning"), node)


def _class(value: Value) -> str:
    return "number" if value.kind in NUMBERS or value.kind == "flag" else value.kind
