"""Filters over types: what a filter makes of a value, a list's entries and their fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from jinja2 import nodes

from ita_docs.engine.check import operations
from ita_docs.engine.check.known import UNKNOWN, Scope, Value, either, listed, plain, unknown
from ita_docs.findings import Finding
from ita_docs.reports.view_types import ViewType

if TYPE_CHECKING:
    from ita_docs.engine.check.expressions import Reader


def entry(owner: Value, step: object, name: str) -> Value:
    """An entry of a list; it stands in the view where its list does."""
    if owner.options:
        return reduce(either, [entry(option, step, name) for option in owner.options])
    if owner.type is None or owner.type.item is None:
        return Value(name=name, paths=owner.paths)
    return owner.child(step, owner.type.item, name, owner.paths)


class Applied(NamedTuple):
    """A filter as it is applied: what reads it, to what, where, and with which arguments."""

    reader: Reader
    node: nodes.Filter
    value: Value
    scope: Scope
    arguments: list[Value]
    named: dict[str, Value]

    @property
    def name(self) -> str:
        """The filter's name."""
        return self.node.name

    def say(self, code: Finding) -> None:
        """Record a finding at the filter."""
        self.reader.say(code, self.node)


def filtered(reader: Reader, node: nodes.Filter, value: Value, scope: Scope) -> Value:
    """The result of a filter; what it can not take is said."""
    arguments = [reader.value(one, scope) for one in node.args]
    named = {str(one.key): reader.value(one.value, scope) for one in node.kwargs}
    applied = Applied(reader, node, value, scope, arguments, named)
    if node.name.startswith("_"):
        return _own(reader, node, value, scope)
    if node.name in operations.TAKES:
        takes = operations.TAKES[node.name]
        if value.kind and value.kind not in takes | {"key"}:
            reader.say(_unfit(node.name, value), node)
        return plain("text", value)
    if node.name in operations.TEXTS:
        reader.printable(value, node) if value.kind in {"list", "record", "chart"} else None
        return plain("text", value, *arguments)
    if node.name in operations.OF_LISTS:
        return _of_list(applied)
    if node.name in operations.COMPUTES | operations.MAKES_NUMBERS:
        return _computed(applied)
    return unknown(value, *arguments, *named.values())


def _computed(given: Applied) -> Value:
    value, computes = given.value, given.name in operations.COMPUTES
    if computes:
        given.reader.present(value, given.node, given.scope, f"{value.name}|{given.name}")
    if value.kind in {"list", "record", "date", "period", "picture", "chart"} or (computes and value.kind == "text"):
        given.say(_unfit(given.name, value))
    return plain("score" if value.kind == "score" and computes else "number", value)


def _unfit(name: str, value: Value) -> Finding:
    return Finding("check.filter-type", params={"found": value.name, "filter": name}, severity="error")


def _of_list(given: Applied) -> Value:
    value = given.value
    given.reader.present(value, given.node, given.scope, f"{value.name}|{given.name}")
    if value.type is None or (value.kind == "text" and given.name in operations.OF_TEXTS):
        of_text = given.name == "join" or (value.kind == "text" and given.name not in operations.LISTS | {"list"})
        return plain("text", value) if of_text else listed(ViewType("text") if value.type else None, value)
    if value.kind != "list":
        given.say(Finding("check.value-as-list", params={"found": value.name}, severity="error"))
        return UNKNOWN
    inside = _by_field(given)
    if given.name in {"map", "join", "sum", "groupby"}:
        return _gathered(given, inside)
    if given.name in operations.ENTRY:
        if not (value.filled or given.scope.knows("asked", value)):
            given.say(Finding("check.index", params={"found": value.name}, severity="advice"))
        return entry(value, given.name, f"{value.name}|{given.name}")
    if given.name in operations.LISTS:
        return replace(value, type=ViewType("list", item=replace(value.type, optional=False)), key=None)
    return replace(value, type=replace(value.type, item=_kept(given, inside)), key=None)


def _by_field(given: Applied) -> Value:
    """What a filter reads of each entry: a field it names, or the entry."""
    one = entry(given.value, object(), f"{given.value.name}[…]")
    named = given.named.get("attribute")
    place = 0 if given.name in operations.BY_FIELD else operations.ATTRIBUTE_AT.get(given.name)
    if named is None and place is not None and len(given.arguments) > place:
        named = given.arguments[place]
    if named is None or not isinstance(named.constant, str):
        return one
    for name in named.constant.split("."):
        one = given.reader.field(given.node, one, name, given.scope)
    return one


def _gathered(given: Applied, inside: Value) -> Value:
    """One value, or a list of others, made of all entries."""
    value = given.value
    if given.name == "map":
        return _mapped(inside, value, given.arguments, given.named)
    if given.name == "groupby":
        return unknown(value)
    if given.name == "join" and inside.kind in {"record", "list"}:
        given.say(Finding("check.list-as-value", params={"found": value.name}, severity="error"))
    return plain("text" if given.name == "join" else "score", inside)


def _mapped(inside: Value, value: Value, arguments: list[Value], named: Mapping[str, Value]) -> Value:
    """`map(attribute=…)` gives what it read; `map("filter")` something made of the entries."""
    if "attribute" not in named:
        made = arguments[0].constant if arguments else None
        kept = ViewType("text") if made in operations.TEXTS | operations.TAKES.keys() else None
        return listed(kept, value)
    item = inside.type
    if item is not None and "default" in named:
        item = replace(item, optional=False)
    return listed(item, inside)


def _kept(given: Applied, inside: Value) -> ViewType | None:
    """The entries that are left: those of which a field was asked for have it."""
    item = given.value.type.item if given.value.type else None
    constants = [one.constant for one in given.arguments]
    if item is not None and given.name == "select" and not constants:
        return replace(item, optional=False)
    sure = given.name == "selectattr" and len(constants) == 1
    sure = sure or (given.name == "rejectattr" and constants[1:] == ["none"])
    name = str(constants[0]) if constants else ""
    if item is None or not sure or name not in item.fields or inside.type is None:
        return item
    known = item.fields[name]
    present = replace(known, type=replace(known.type, optional=False))
    return replace(item, fields={**item.fields, name: present})


def _own(reader: Reader, node: nodes.Filter, value: Value, scope: Scope) -> Value:
    """What our own passes wrote: merges, boxes and charts."""
    if node.name in {"_box", "_chart"} and value.type is not None:
        wanted = {"_box": "flag", "_chart": "chart"}[node.name]
        reader.record.prints(value)
        params = {"found": value.name}
        if value.kind != wanted and node.name == "_box":
            reader.say(Finding("check.box-type", params=params, severity="error"), node)
        elif value.kind != wanted:
            reader.say(Finding("check.chart-type", params=params, severity="error"), node)
        else:
            reader.present(value, node, scope)
    return Value()
