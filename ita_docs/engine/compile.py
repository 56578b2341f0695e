"""One XML part of a template, compiled once: passes over its tree, docxtpl's `patch_xml`, then Jinja.

The syntax tree that Jinja parses is completed before it becomes code: every printed expression learns where in the
markup it stands (`Slot`), loops and macros are counted, what is unsafe is refused, literals get their curly quotes back.
All faults of a part are collected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from types import CodeType
from typing import Literal

from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, meta, nodes
from lxml import etree

from ita_docs.engine import boxes, merge, numerals
from ita_docs.engine.places import Places
from ita_docs.engine.sandbox import REFUSED_FILTERS, REFUSED_GLOBALS, REFUSED_TAGS, Environment
from ita_docs.engine.state import Slot, SlotKind
from ita_docs.engine.wordml import NAMESPACE, TAG, W14, W, joined, paragraphs, spread
from ita_docs.errors import Fault, Place, TemplateError

#: docxtpl straightens every curly quote in a tag; in these guises those inside string literals survive it.
_GUISE = str.maketrans("“”‘’", "\ue0f1\ue0f2\ue0f3\ue0f4")
_UNMASK = str.maketrans("\ue0f1\ue0f2\ue0f3\ue0f4", "“”‘’")
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'")
_ESCAPED_TAGS = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_MARKUP = re.compile(r"<(/?)([\w:.-]+)([^<>]*?)(/?)>")
_OPEN_TAG = re.compile(r"<([\w:.-]+)(?:\s[^<>]*)?>[^<>]*\Z")
_RUN_PROPERTIES = re.compile(r"<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>", re.DOTALL)
_PARAGRAPH_PROPERTIES = re.compile(r"<w:pPr>(?:(?!</w:pPr>).)*</w:pPr>", re.DOTALL)
_DYNAMIC_COLUMNS = re.compile(r"\{[%{]tc\s|\{%\s*(?:colspan|hm)\b")
_EXPRESSION = "\ue0ff"


@dataclass(frozen=True)
class CompiledPart:
    """What is kept of a part: its code, its slots and places, the names it needs."""

    name: str
    code: CodeType
    slots: tuple[Slot, ...]
    places: tuple[Place, ...]
    #: Names the part takes from the data, each with the lines that use it without asking first whether it is there.
    names: dict[str, tuple[int, ...]]
    #: Whether loops or conditions cut through elements, so that the output must be parsed before it is trusted.
    loose: bool
    #: Whether loops make columns, so that the grid of a table must follow what was printed.
    columns: bool


def compile_part(
    environment: Environment, root: etree._Element, file: str, name: str, script: Literal["thai", "arabic"] | None
) -> CompiledPart:
    """Compile the tree of a part, which is changed; raises TemplateError with all faults found."""
    places = Places(root, file, name)
    _clean(root)
    _guise(root)
    merge.rewrite(root, places)
    boxes.rewrite(root, places)
    if script:
        numerals.rewrite(root, script)
    text = etree.tostring(root, encoding="unicode")
    columns = bool(_DYNAMIC_COLUMNS.search("".join(root.itertext())))
    patched = DocxTemplate.patch_xml(None, text)  # the method uses nothing of its object
    try:
        source, lines = places.lines(environment, patched)
    except TemplateSyntaxError as error:
        raise _syntax(error, places, (places.part,)) from error
    try:
        tree = environment.parse(source, name)
        faults = list(_refused(tree, environment, lines))
        if faults:
            raise TemplateError(faults)
        names = _names(tree)
        completed = _Completed()
        completed.body(tree.body)
        tree.set_environment(environment)
        code = environment.compile(tree, name, name)
    except TemplateSyntaxError as error:
        raise _syntax(error, places, lines) from error
    except RecursionError as error:
        raise TemplateError([Fault("template.deep", places.part, {"limit": "200"})]) from error
    loose = not _balanced(tree.body)
    return CompiledPart(name, code, tuple(completed.slots), lines, names, loose, columns)


def _clean(root: etree._Element) -> None:
    """Drop what loops would duplicate, and every line break that is only layout of the XML."""
    doomed = {f"{W14}paraId", f"{W14}textId"}
    for element in root.iter(etree.Element):
        for attribute in list(element.attrib):
            if attribute in doomed or str(attribute).startswith(f"{{{NAMESPACE}}}rsid"):
                del element.attrib[attribute]
        if element.text:
            keep = element.text.strip() or element.tag.endswith("}t") or element.tag.endswith("}instrText")
            element.text = element.text.replace("\n", " ") if keep else None
        if element.tail:
            element.tail = element.tail.replace("\n", " ") if element.tail.strip() else None
    for gone in [*root.iter(f"{W}proofErr"), *root.iter(f"{W}lastRenderedPageBreak")]:
        parent = gone.getparent()
        if parent is not None and not gone.tail:
            parent.remove(gone)


def _guise(root: etree._Element) -> None:
    """Hide the curly quotes inside straight-quoted literals from docxtpl."""
    for _, texts in paragraphs(root):
        text = joined(texts)
        if "{" in text and any(quote in text for quote in "“”‘’"):
            spread(texts, TAG.sub(lambda tag: _LITERAL.sub(lambda s: s[0].translate(_GUISE), tag[0]), text))


def _syntax(error: TemplateSyntaxError, places: Places, lines: tuple[Place, ...]) -> TemplateError:
    """A syntax error at its tag; tags that are not closed are named first, since they are the usual cause."""
    if places.unclosed:
        return TemplateError(Fault("template.tag-open", place, {"found": place.tag}) for place in places.unclosed)
    place = lines[error.lineno] if 0 <= error.lineno < len(lines) else places.part
    return TemplateError([Fault("template.syntax", place, {"found": error.message or ""})])


def _names(tree: nodes.Template) -> dict[str, tuple[int, ...]]:
    """The names that come from the data, with the lines where each is used unguarded."""
    free = meta.find_undeclared_variables(tree)
    guarded = {
        id(inner)
        for node in tree.find_all((nodes.Test, nodes.Filter))
        if node.name in {"defined", "undefined", "default", "d"}
        for inner in [node.node]
        if isinstance(inner, nodes.Name)
    }
    lines: dict[str, list[int]] = {name: [] for name in free}
    for used in tree.find_all(nodes.Name):
        if used.name in free and used.ctx == "load" and id(used) not in guarded:
            lines[used.name].append(used.lineno)
    return {name: tuple(sorted(set(found))) for name, found in sorted(lines.items())}


def _refused(tree: nodes.Template, environment: Environment, lines: tuple[Place, ...]) -> Iterable[Fault]:
    """What a template must not use: tags, filters, tests and names."""

    def fault(code: str, node: nodes.Node, found: str, **params: str) -> Fault:
        place = lines[node.lineno] if node.lineno < len(lines) else lines[0]
        return Fault(code, place, {"found": found, **params})

    def nearest(name: str, known: Iterable[str]) -> str:
        public = [n for n in known if not n.startswith("_")]
        return ", ".join(get_close_matches(name, public, n=1, cutoff=0.5) or sorted(public))

    for kind, word in REFUSED_TAGS:
        for node in tree.find_all(kind):
            yield fault("template.refused-tag", node, word)
    for used in tree.find_all(nodes.Filter):
        if used.name in REFUSED_FILTERS:
            yield fault("template.refused-filter", used, used.name)
        elif used.name not in environment.filters:
            yield fault("template.unknown-filter", used, used.name, nearest=nearest(used.name, environment.filters))
    for asked in tree.find_all(nodes.Test):
        if asked.name not in environment.tests:
            yield fault("template.unknown-test", asked, asked.name, nearest=nearest(asked.name, environment.tests))
    for name in tree.find_all(nodes.Name):
        if name.name in REFUSED_GLOBALS:
            yield fault("template.refused-name", name, name.name)


class _Completed:
    """The walk that completes a syntax tree, in the order of the text."""

    def __init__(self) -> None:
        self.slots: list[Slot] = []
        self._known: dict[Slot, int] = {}
        self._markup = ""  # since the last paragraph began, expressions as one private character

    def body(self, found: list[nodes.Node]) -> None:
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
            self._feed(data)
            return nodes.TemplateData(data, lineno=child.lineno)
        slot = self._slot()
        self._markup += _EXPRESSION
        if isinstance(child, nodes.Filter) and child.name.startswith("_"):
            child = _expression(child)
            child.args.append(nodes.Const(child.lineno))
            return child
        number = self._known.setdefault(slot, len(self.slots))
        if number == len(self.slots):
            self.slots.append(slot)
        return _filter("_print", _expression(child), nodes.Const(number), child.lineno)

    def _feed(self, data: str) -> None:
        self._markup += data
        start = max(self._markup.rfind("<w:p>"), self._markup.rfind("<w:p "))
        if start > 0:
            self._markup = self._markup[start:]

    def _slot(self) -> Slot:
        """Where the text of an expression at this point would stand."""
        markup = self._markup
        if markup.rfind("<") > markup.rfind(">"):
            return Slot("attribute")
        opened = _OPEN_TAG.search(markup)
        if opened is None or opened[0].startswith("</") or opened[0][: opened[0].index(">")].endswith("/"):
            return Slot("markup", "", self._last(_PARAGRAPH_PROPERTIES, "<w:p>", "<w:p "))
        element = opened[1]
        if element == "w:t":
            inside_link = markup.rfind("<w:hyperlink") > markup.rfind("</w:hyperlink>")
            run = self._last(_RUN_PROPERTIES, "<w:r>", "<w:r ")
            paragraph = self._last(_PARAGRAPH_PROPERTIES, "<w:p>", "<w:p ")
            return Slot("text", run, paragraph, linkable=not inside_link)
        kinds: dict[str, SlotKind] = {"w:instrText": "code", "w:delInstrText": "code"}
        if element.startswith("w:") and element not in kinds and element != "w:delText":
            return Slot("markup", "", self._last(_PARAGRAPH_PROPERTIES, "<w:p>", "<w:p "))
        return Slot(kinds.get(element, "property"))

    def _last(self, pattern: re.Pattern[str], *begins: str) -> str:
        """The properties of the run or paragraph that is open, unless an expression stands in them."""
        start = max(self._markup.rfind(begin) for begin in begins)
        found = pattern.match(self._markup, self._markup.find(">", start) + 1) if start >= 0 else None
        return found[0] if found and _EXPRESSION not in found[0] else ""


def _expression(node: nodes.Expr) -> nodes.Expr:
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
        return nodes.Filter(nodes.List(node.nodes, "load"), "_concat", [], [], None, None, lineno=node.lineno)
    return node


def _filter(name: str, value: nodes.Expr, *arguments: nodes.Expr | int) -> nodes.Filter:
    """An internal filter; the last argument is the line."""
    line = arguments[-1]
    args = [argument if isinstance(argument, nodes.Expr) else nodes.Const(argument) for argument in arguments]
    return nodes.Filter(value, name, args, [], None, None, lineno=line)


def _tick(line: int) -> nodes.Output:
    return nodes.Output([_filter("_tick", nodes.Const(0), line)], lineno=line)


def _balanced(found: Iterable[nodes.Node]) -> bool:
    """Whether the markup of these nodes, and of every loop and branch in them, closes what it opens."""
    pieces: list[str] = []
    whole = True
    for node in found:
        if isinstance(node, nodes.Output):
            pieces += [child.data for child in node.nodes if isinstance(child, nodes.TemplateData)]
            continue
        for name in ("body", "else_", "elif_"):
            inner = getattr(node, name, None)
            if inner and name != "elif_":
                whole = whole and _balanced(inner)
            elif inner:
                whole = whole and all(_balanced([branch]) for branch in inner)
    return whole and _closes("".join(pieces))


def _closes(markup: str) -> bool:
    depth: list[str] = []
    rest = _MARKUP.sub("", markup)
    for closing, name, _, alone in _MARKUP.findall(markup):
        if closing:
            if not depth or depth.pop() != name:
                return False
        elif not alone:
            depth.append(name)
    return not depth and "<" not in rest and ">" not in rest.replace("?>", "")
