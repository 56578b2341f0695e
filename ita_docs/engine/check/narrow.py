"""What a condition says of values where it is true, and where it is false.

`if x`, `if x is defined`, `x is none`, `x == "a"`, `x or …`, `x and x.y`, `not x`, `x|length`, and names that hold such
a condition. Limits: nothing is concluded from two conditions together that only hold at once (`if a or b` says nothing
of `a`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from jinja2 import nodes

from ita_docs.engine.check.known import NO_FACTS, NONE, Fact, Facts, Key, Value

#: Of these, a true result means that there was a value; the others may make one up.
_KEEP_NOTHING = frozenset(
    (
        *(
            "length",
            "count",
            "trim",
            "string",
            "upper",
            "lower",
            "title",
            "capitalize",
            "list",
            "first",
            "last",
            "join",
        ),
        *("sum", "score", "date", "period", "money", "baht_text", "int", "float", "round", "abs", "map", "e", "escape"),
    )
)
_ORDER = frozenset({"lt", "lteq", "gt", "gteq"})
#: Tests that None does not pass.
_OF_SOMETHING = frozenset(
    (
        *("string", "number", "integer", "float", "sequence", "mapping", "iterable", "boolean", "true", "odd", "even"),
        *("divisibleby", "gt", "ge", "lt", "le", "greaterthan", "lessthan", ">", ">=", "<", "<=", "lower", "upper"),
    )
)
Look = Callable[[nodes.Node], Value]


def narrow(test: nodes.Node, look: Look) -> tuple[Facts, Facts]:
    """The facts where a condition is true, and where it is false; `look` gives the value of an expression."""
    true, false = _both(test, look)
    asked = _asked(test, look)
    return true | asked, false | asked


def _both(test: nodes.Node, look: Look) -> tuple[Facts, Facts]:
    if isinstance(test, nodes.Not):
        true, false = _both(test.node, look)
        return false, true
    if isinstance(test, (nodes.And, nodes.Or)):
        left, right = _both(test.left, look), _both(test.right, look)
        if isinstance(test, nodes.And):  # where it is false, the left is, or the right after it
            return left[0] | right[0], left[1] & (left[0] | right[1])
        return left[0] & (left[1] | right[0]), left[1] | right[1]
    return _of_one(test, True, look), _of_one(test, False, look)


def _of_one(test: nodes.Node, true: bool, look: Look) -> Facts:
    if isinstance(test, (nodes.Name, nodes.Getattr, nodes.Getitem)):
        value = look(test)
        return (_some(value) | value.true) if true else value.false
    if isinstance(test, nodes.Test):
        return _of_test(test, true, look)
    if isinstance(test, nodes.Compare):
        return _of_compare(test, true, look)
    if isinstance(test, nodes.Call) and isinstance(test.node, nodes.Getattr):
        return _some(look(test.node.node))  # it could be called
    return _of_filter(test, look) if true and isinstance(test, nodes.Filter) else NO_FACTS


def _of_filter(test: nodes.Filter, look: Look) -> Facts:
    """A filter that makes nothing of nothing had something."""
    if test.node is None:  # the filter of a block
        return NO_FACTS
    if test.name in _KEEP_NOTHING:
        return _both(test.node, look)[0]
    if test.name in {"default", "d"} and not (test.args and look(test.args[0]).constant):
        return _some(look(test.node))
    return NO_FACTS


def _of_test(test: nodes.Test, true: bool, look: Look) -> Facts:
    value = look(test.node)
    if test.name in {"defined", "undefined"}:
        if (test.name == "defined") != true or value.key is None:
            return NO_FACTS
        return _some(value, own=False) | {("defined", value.key)}
    if test.name == "none":
        return NO_FACTS if true else _some(value)
    if test.name in {"eq", "==", "equalto", "sameas", "ne", "!="} and test.args:
        same = test.name not in {"ne", "!="}
        return _of_equal(value, look(test.args[0]), same == true)
    return _some(value) if true and test.name in _OF_SOMETHING else NO_FACTS


def _of_compare(test: nodes.Compare, true: bool, look: Look) -> Facts:
    found: set[Fact] = set()
    left = look(test.expr)
    for operand in test.ops:
        right = look(operand.expr)
        if operand.op in {"eq", "ne"} and len(test.ops) == 1:
            same = (operand.op == "eq") == true
            found |= _of_equal(left, right, same) | _of_equal(right, left, same)
        elif operand.op in _ORDER:  # comparing None fails
            found |= _some(left) | _some(right)
        elif operand.op == "in" and true:
            found |= _some(right)
        left = right
    if isinstance(test.expr, nodes.Filter) and test.expr.node is not None and test.expr.name in {"length", "count"}:
        found |= _some(look(test.expr.node))
    return frozenset(found)


def _of_equal(value: Value, other: Value, same: bool) -> Facts:
    """A value that equals something is something; one that differs from None too."""
    if same:
        return _some(value) if other.constant is not None else NO_FACTS
    return _some(value) if other is NONE else NO_FACTS


def _some(value: Value, *, own: bool = True) -> Facts:
    """There is a value, hence also all that it was reached through."""
    key: Key = value.key or ()
    return frozenset(("some", key[:n]) for n in range(1, len(key) + own))


def _asked(test: nodes.Node, look: Look) -> Facts:
    return frozenset(("asked", key) for node in _names(test) if (key := look(node).key) is not None)


def _names(test: nodes.Node) -> Iterator[nodes.Node]:
    kinds = (nodes.Name, nodes.Getattr, nodes.Getitem)
    if isinstance(test, kinds):
        yield test
    yield from test.find_all(kinds)
