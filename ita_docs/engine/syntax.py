"""The syntax tree of a part, completed before it becomes code.

Every printed expression learns where in the markup it stands (its `Slot`); loops and macros are counted; conditions ask
for names that exist; joins are bounded; literals get their curly quotes back.
"""

from __future__ import annotations

import re
from typing import Any

from jinja2 import nodes

from ita_docs.engine.state import Slot

#: The guises in which curly quotes of literals pass docxtpl, which would straighten them.
_UNMASK = str.maketrans("\ufdd5\ufdd6\ufdd7\ufdd8", "“”‘’")
_ESCAPED_TAGS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_ELEMENT = re.compile(r"<([\w:.-]+)(?:\s[^<>]*)?(?<!/)>")
_BEGIN_OR_END = re.compile("<w:[pr][ >]|</w:p>")
_LINK_BEGINS = re.compile('<w:hyperlink[ >]|<w:fldSimple[ >]|CharType="begin"')
_LINK_ENDS = re.compile('</w:hyperlink>|</w:fldSimple>|CharType="end"')
_RUN_PROPERTIES, _PARAGRAPH_PROPERTIES = (
    re.compile(f"<w:{name}>(?:(?!</?w:{name}>).|<w:{name}>(?:(?!</?w:{name}>).)*</w:{name}>)*</w:{name}>", re.DOTALL)
    for name in ("rPr", "pPr")
)
_OLD_PROPERTIES = re.compile(r"<w:[rp]PrChange .*?</w:[rp]PrChange>", re.DOTALL)
_EXPRESSION = "\ufdd4"


class _Position:
    """What is open at one point of the markup, read forward."""

    def __init__(self) -> None:
        self._rest = ""  # markup since the last run or paragraph began, without the text in it
        self._paragraphs: list[tuple[str, int]] = []  # properties of the open ones, and how many links are open there

    def feed(self, data: str) -> None:
        """Go on over markup."""
        if "<" not in data and ">" not in data:
            return
        rest, at = self._rest + data, 0
        for found in _BEGIN_OR_END.finditer(rest):
            self._leave(rest[at : found.start()])
            if found[0] == "</w:p>" and self._paragraphs:
                self._paragraphs.pop()
            at = found.start()
        self._rest = rest[at:]

    def print(self) -> None:
        """Go on over an expression."""
        self._rest = self._rest.removesuffix(_EXPRESSION) + _EXPRESSION

    def _leave(self, piece: str) -> None:
        if piece.startswith(("<w:p>", "<w:p ")):
            self._paragraphs.append((_properties(_PARAGRAPH_PROPERTIES, piece), _links(piece)))
        elif self._paragraphs and (more := _links(piece)):
            own, links = self._paragraphs[-1]
            self._paragraphs[-1] = (own, links + more)

    def slot(self) -> Slot:
        """Where text would stand."""
        rest = self._rest
        last = rest.rfind("<")
        if last > rest.rfind(">"):
            return Slot("attribute")
        paragraph, links = self._paragraphs[-1] if self._paragraphs else ("", 0)
        if rest.startswith(("<w:p>", "<w:p ")):
            paragraph, links = _properties(_PARAGRAPH_PROPERTIES, rest), 0
        found = _ELEMENT.match(rest, last) if last >= 0 else None
        element = found[1] if found else "w:r"
        if element == "w:t":
            return Slot("text", _properties(_RUN_PROPERTIES, rest), paragraph, linkable=links + _links(rest) <= 0)
        if element in {"w:instrText", "w:delInstrText"}:
            return Slot("code")
        if element.startswith("w:") and element != "w:delText":
            return Slot("markup", "", paragraph)
        return Slot("property")


def _properties(pattern: re.Pattern[str], markup: str) -> str:
    """The properties of the run or paragraph that this markup begins with, unless an expression stands in them."""
    found = pattern.match(markup, markup.find(">") + 1)
    return _OLD_PROPERTIES.sub("", found[0]) if found and _EXPRESSION not in found[0] else ""


def _links(markup: str) -> int:
    """How many links and fields this markup leaves open."""
    return len(_LINK_BEGINS.findall(markup)) - len(_LINK_ENDS.findall(markup))


class Completed:
    """The walk that completes a syntax tree, in the order of the text."""

    def __init__(self) -> None:
        self.slots: list[Slot] = []
        self._known: dict[Slot, int] = {}
        self._position = _Position()

    def body(self, found: list[nodes.Node]) -> None:
        """Complete a stretch of the template."""
        for node in found:
            self._node(node)

    def _node(self, node: nodes.Node) -> None:
        if isinstance(node, nodes.Output):
            node.nodes = [self._output(child) for child in node.nodes]
        elif isinstance(node, nodes.For):
            self._expressions(node, "iter", "test")
            node.iter = _filter("_each", node.iter, node.lineno)
            self.body(node.body)
            self.body(node.else_)
            if node.recursive:
                node.body.insert(0, _tick(node.lineno))
        elif isinstance(node, nodes.If):
            self._expressions(node, "test")
            node.test = _filter("_truth", node.test, node.lineno)
            self.body(node.body)
            for other in node.elif_:
                self._node(other)
            self.body(node.else_)
        else:
            inner = [list_ for name in node.fields if isinstance(list_ := getattr(node, name), list)]
            self._expressions(node, *(name for name in node.fields if isinstance(getattr(node, name), nodes.Expr)))
            for list_ in inner:
                if list_ and isinstance(list_[0], nodes.Stmt):
                    self.body(list_)
                else:
                    list_[:] = [_expression(child) if isinstance(child, nodes.Expr) else child for child in list_]
            if isinstance(node, nodes.Macro):
                node.body.insert(0, _tick(node.lineno))
            elif isinstance(node, (nodes.FilterBlock, nodes.AssignBlock)) and node.filter is not None:
                node.filter = self._printed(node.filter)  # Jinja takes what comes out of a block's filter for markup

    def _expressions(self, node: nodes.Node, *names: str) -> None:
        for name in names:
            child = getattr(node, name)
            if isinstance(child, nodes.Expr):
                setattr(node, name, _expression(child))

    def _output(self, child: nodes.Expr) -> nodes.Expr:
        if isinstance(child, nodes.TemplateData):
            data = child.data.replace("\n", "")
            for written, meant in _ESCAPED_TAGS:
                data = data.replace(written, meant)
            self._position.feed(data)
            return nodes.TemplateData(data, lineno=child.lineno)
        if isinstance(child, nodes.Filter) and child.name.startswith("_"):
            self._position.print()
            own: nodes.Filter = _expression(child)
            own.args.append(nodes.Const(child.lineno))
            return own
        printed = self._printed(_expression(child))
        self._position.print()
        return printed

    def _printed(self, child: nodes.Expr) -> nodes.Filter:
        slot = self._position.slot()
        number = self._known.setdefault(slot, len(self.slots))
        if number == len(self.slots):
            self.slots.append(slot)
        return _filter("_print", child, nodes.Const(number), child.lineno)


def _expression(node: nodes.Node) -> Any:
    """An expression with its literals unmasked, its conditions strict and its joins bounded."""
    for name, child in list(node.iter_fields()):
        if isinstance(child, nodes.Expr):
            setattr(node, name, _expression(child))
        elif isinstance(child, list):
            child[:] = [_expression(item) if isinstance(item, (nodes.Expr, nodes.Helper)) else item for item in child]
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        node.value = node.value.translate(_UNMASK)
    elif isinstance(node, nodes.CondExpr):
        node.test = _filter("_truth", node.test, node.lineno)
    elif isinstance(node, nodes.Concat):
        joined = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(joined, "_concat", [], [], None, None, lineno=node.lineno)
    return node


def _filter(name: str, value: Any, *arguments: nodes.Expr | int) -> nodes.Filter:
    """An internal filter; the last argument is the line."""
    line = arguments[-1]
    args = [argument if isinstance(argument, nodes.Expr) else nodes.Const(argument) for argument in arguments]
    return nodes.Filter(value, name, args, [], None, None, lineno=line)


def _tick(line: int) -> nodes.Output:
    return nodes.Output([_filter("_tick", nodes.Const(0), line)], lineno=line)
