"""Calls over types: methods of texts and loops, macros, `range`; the data has nothing to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import nodes

from ita_docs.engine.check import operations
from ita_docs.engine.check.known import UNKNOWN, Call, Scope, Value, either, listed, plain, unknown
from ita_docs.engine.check.record import nearest
from ita_docs.engine.sandbox import LOOP_METHODS, TEXT_METHODS
from ita_docs.findings import Finding
from ita_docs.reports.view_types import ViewType

if TYPE_CHECKING:
    from ita_docs.engine.check.expressions import Reader

#: Calls of macros inside macros that are followed.
MAX_DEPTH = 8


def called(reader: Reader, node: nodes.Call, scope: Scope) -> Value:
    """The result of a call."""
    arguments = [reader.value(one, scope) for one in node.args]
    named = {str(one.key): reader.value(one.value, scope) for one in node.kwargs}
    rest = [reader.value(one, scope) for one in (node.dyn_args, node.dyn_kwargs) if one is not None]
    if isinstance(node.node, nodes.Getattr):
        return _method(reader, node.node, arguments, scope)
    function = reader.value(node.node, scope)
    name = node.node.name if isinstance(node.node, nodes.Name) else ""
    if function.call is not None:
        return function.call(Call(arguments, named, node.lineno, scope.facts))
    if name == "range":
        return listed(ViewType("number"), *arguments)
    for value in (*arguments, *named.values(), *rest):
        reader.record.prints(value)
    if function.type is not None:
        reader.say(Finding("check.not-callable", params={"found": function.name}, severity="error"), node)
    return UNKNOWN


def _method(reader: Reader, asked: nodes.Getattr, arguments: list[Value], scope: Scope) -> Value:
    owner, name = reader.value(asked.node, scope), asked.attr
    if owner.type is None:
        for value in arguments:
            reader.record.prints(value)
        return unknown(owner, *arguments)
    reader.present(owner, asked, scope, f"{owner.name}.{name}")
    if owner.name == "loop" and name in LOOP_METHODS:
        made = arguments[0] if arguments else UNKNOWN
        for value in arguments[1:]:
            made = either(made, value)
        return plain("flag") if name == "changed" else made
    if owner.kind == "text" and name in TEXT_METHODS:
        kind = operations.of_method(name)
        return listed(ViewType("text"), owner) if kind == "list" else plain(kind, owner)
    if owner.kind == "text":
        reader.say(nearest(name, sorted(TEXT_METHODS)), asked)
    else:
        found = f"{owner.name}.{name}"
        reader.say(Finding("check.not-callable", params={"found": found}, severity="error"), asked)
    return UNKNOWN
