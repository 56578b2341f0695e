"""What is known of a value before there is data: its type, where in the view it comes from, what conditions say of it.

A value is named by its *key*: the way from a binding to it (`agency`, then `logo`). Views never change, so a fact about
a key holds wherever the same value is reached. Facts are pairs: `some` (it is not None), `defined` (only `is defined`
was asked, which None passes), `asked` (a condition speaks of it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from ita_docs.engine.sandbox import LOOP_FIELDS
from ita_docs.reports.view_types import Kind, ViewField, ViewType

Key = tuple[object, ...]
Fact = tuple[str, Key]
Facts = frozenset[Fact]
NO_FACTS: Facts = frozenset()
NUMBERS = frozenset({"number", "score"})
#: How messages name what has no name in the view.
ANONYMOUS = "…"


@dataclass(frozen=True, slots=True)
class Value:
    """A value; without a type it is out of reach."""

    type: ViewType | None = None
    #: What it is called in the template.
    name: str = ANONYMOUS
    #: The names of the view whose content it holds.
    paths: frozenset[str] = frozenset()
    key: Key | None = None
    #: What is known where it is true, and where it is false.
    true: Facts = NO_FACTS
    false: Facts = NO_FACTS
    #: What it does when it is called: a macro, the body of a call block, a recursive loop.
    call: Callable[[Call], Value] | None = None
    #: Whether a branch may have left it without a value.
    unset: bool = False
    constant: object = None
    #: What it can be, when that is several kinds of value; then its type is not known.
    options: tuple[Value, ...] = ()
    #: Whether it is one of several only when it is empty.
    empty: bool = False
    #: Whether it is a list that the template writes, with entries.
    filled: bool = False

    @property
    def kind(self) -> str:
        """The kind of its type, or nothing."""
        return self.type.kind if self.type else ""

    def child(self, step: object, kind: ViewType, name: str, paths: frozenset[str]) -> Value:
        """A field or an entry."""
        return Value(kind, name, paths, None if self.key is None else (*self.key, step))


class Call(NamedTuple):
    """A call of a macro: its arguments, its line, and what is known where it stands."""

    arguments: list[Value]
    named: dict[str, Value]
    line: int
    facts: Facts

    @property
    def values(self) -> list[Value]:
        """All that is given."""
        return [*self.arguments, *self.named.values()]


UNKNOWN = Value()
NONE = Value(ViewType("text", optional=True), "none")


def plain(kind: Kind, *origins: Value) -> Value:
    """A value that is made of others."""
    return Value(ViewType(kind), paths=_paths(origins))


def _paths(origins: Iterable[Value]) -> frozenset[str]:
    return frozenset().union(*(origin.paths for origin in origins))


def unknown(*origins: Value) -> Value:
    """A value of which only the origin is known."""
    return Value(paths=_paths(origins))


def listed(item: ViewType | None, *origins: Value) -> Value:
    """A list that is made of others; nothing is known of it when its entries are not."""
    return Value(ViewType("list", item=item) if item else None, paths=_paths(origins))


def either(first: Value, second: Value) -> Value:
    """What a value can be that is one of two."""
    paths = first.paths | second.paths
    if first is NONE or second is NONE:
        other = second if first is NONE else first
        return replace(other, type=replace(other.type, optional=True) if other.type else None, key=None)
    if first.type is None or second.type is None:
        return Value(paths=paths, options=_options(first, second))
    optional = first.type.optional or second.type.optional
    if (first.kind, first.type.view) != (second.kind, second.type.view):
        kind = _wider({first.kind, second.kind})
        return Value(ViewType(kind, optional), paths=paths) if kind else Value(paths=paths, options=(first, second))
    if first.kind == "list" and first.type.item != second.type.item:
        items = [one for one in (first.type.item, second.type.item) if one is not None]
        if len(items) > 1:
            return Value(paths=paths, options=(first, second))
        return Value(ViewType("list", optional, items[0]), paths=paths)
    return Value(replace(first.type, optional=optional), first.name if first.name == second.name else ANONYMOUS, paths)


def _options(*values: Value) -> tuple[Value, ...]:
    return tuple(option for value in values for option in (value.options or (value,)) if option.type is not None)


def _wider(kinds: set[str]) -> Kind | None:
    """What a value is that is of one of two kinds."""
    if kinds <= NUMBERS:
        return "score"
    return "text" if kinds <= NUMBERS | {"text", "date", "period"} else None


def loop_value(item: Value) -> Value:
    """The `loop` of a loop: numbers, flags, and its neighbours, which are not there at the ends."""
    flags, neighbours = {"first", "last"}, {"previtem", "nextitem"}
    fields: dict[str, ViewField] = {}
    for name in LOOP_FIELDS:
        if name in neighbours:
            known = replace(item.type, optional=True) if item.type else ViewType("key")
        else:
            known = ViewType("flag" if name in flags else "number")
        fields[name] = ViewField(name, known)
    return Value(ViewType("record", fields=fields), "loop", key=("loop", object()))


@dataclass(slots=True)
class Scope:
    """The names that can be seen at one point, and the facts that hold there."""

    names: dict[str, Value]
    facts: Facts = NO_FACTS
    #: Names of the data and of Jinja, which blocks and parts begin with.
    root: dict[str, Value] = field(default_factory=dict)

    def inner(self, facts: Iterable[Fact] = ()) -> Scope:
        """A scope inside, or a branch."""
        return Scope(dict(self.names), self.facts | frozenset(facts), self.root)

    def knows(self, strength: str, value: Value) -> bool:
        """Whether a fact holds here."""
        return value.key is not None and (strength, value.key) in self.facts

    def settled(self, value: Value) -> Value:
        """A value as it is known here, wherever it goes from here."""
        if value.type is None or not value.type.optional or not self.knows("some", value):
            return value
        return replace(value, type=replace(value.type, optional=False))

    def merge(self, branches: Iterable[Scope]) -> None:
        """Go on after branches of which one was taken: what only some of them set may have no value."""
        found = list(branches)
        changed = {name for one in found for name, value in one.names.items() if self.names.get(name) is not value}
        for name in sorted(changed):
            values = [one.names.get(name) for one in found]
            known = [value for value in values if value is not None]
            made = known[0]
            for value in known[1:]:
                made = made if value is made else either(made, value)
            unset = len(known) < len(values) or any(value.unset for value in known)
            self.names[name] = replace(made, unset=unset, name=name)
