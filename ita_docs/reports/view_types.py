"""The tree of types of a view: what each name of a template is, read from the annotations of the View classes.

`template check` walks a template against this tree, `template fields` prints it. A meaning is taken from
`Annotated[str, "…"]` where a view has one, else from `meanings`. Recursive views do not exist, and are refused.

>>> from ita_docs.reports import KINDS
>>> tree = view_type(view_class(KINDS["progress-report"]))
>>> tree.fields["agency"].type.fields["logo"].type.label
'picture'
>>> [(path, field.type.label) for path, field in walk(tree) if path.startswith("measures.heading")]
[('measures.heading', 'points'), ('measures.heading.text', 'text'), ('measures.heading.number', 'text'), \
('measures.heading.level', 'number')]
"""

from __future__ import annotations

from collections import abc
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from decimal import Decimal
from pathlib import PurePath
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from ita_docs.reports.meanings import EXAMPLES, meaning
from ita_docs.reports.paper import Paper
from ita_docs.reports.view import Chart, Picture, Point, View
from ita_docs.thai import Period

Kind = Literal["text", "number", "score", "date", "period", "flag", "picture", "chart", "key", "record", "list"]

_SCALARS: tuple[tuple[type, Kind], ...] = (
    (str, "text"),
    (PurePath, "text"),
    (bool, "flag"),  # before int, which it is one of
    (int, "number"),
    (float, "number"),
    (Decimal, "score"),
    (date, "date"),
    (Period, "period"),
)
_EXAMPLES: dict[str, str] = {
    "text": "ข้อความ",
    "number": "2567",
    "score": "92.58",
    "date": "31 มีนาคม 2567",
    "period": "ต.ค.66 - มี.ค.67",
    "flag": "true",
}


@dataclass(frozen=True, slots=True)
class ViewType:
    """What a name holds: `item` is a list's entry, `fields` are a record's; `optional`, whether it may be absent."""

    kind: Kind
    optional: bool = False
    item: ViewType | None = None
    fields: Mapping[str, ViewField] = field(default_factory=dict)
    #: The class of a record, of a picture or of a chart.
    view: type | None = None

    @property
    def label(self) -> str:
        """The kind as a person reads it: a list of points is `points`."""
        return "points" if self.item is not None and self.item.view is Point else self.kind

    @property
    def leaf(self) -> bool:
        """Whether it is printed by itself; a picture and a chart are, though they have fields."""
        return self.kind not in {"record", "list"}


@dataclass(frozen=True, slots=True)
class ViewField:
    """One name of a view."""

    name: str
    type: ViewType
    meaning: str = ""
    example: str = ""


#: Where the views stand whose meanings are known.
_OURS = "ita_docs.reports."
#: The name under which a view and its rows show what an agency declares beside them.
EXTRA = "extra"
#: The fields that are declared, of the report and of each measure's rows.
Declared = Mapping[Literal["report", "measure"], Mapping[str, "ViewField"]]


def view_type(view: type[View], declared: Declared | None = None) -> ViewType:
    """The tree of a view class. Raises TypeError for an annotation that no template can use."""
    return _record(view, (), declared or {})


def example_of(kind: ViewType) -> str:
    """What a value of a type may print; a record or a list has none."""
    return _EXAMPLES.get(kind.kind, "")


def points_type() -> ViewType:
    """A list of points, as a declared list is shown."""
    return ViewType("list", item=_record(Point, (), {}))


def view_class(kind: type[Paper]) -> type[View]:
    """The view of a kind of paper, as its `view()` declares it."""
    found = get_type_hints(kind.view)["return"]
    if not (isinstance(found, type) and issubclass(found, View)):
        raise TypeError(kind)
    return found


def walk(tree: ViewType, before: str = "") -> Iterator[tuple[str, ViewField]]:
    """Every name below a type by its path, parents first; the entries of a list have the path of their list."""
    inner = tree
    while inner.item is not None:
        inner = inner.item
    if inner.kind != "record":
        return
    for one in inner.fields.values():
        path = f"{before}.{one.name}" if before else one.name
        yield path, one
        yield from walk(one.type, path)


def _record(view: type, above: tuple[type, ...], declared: Declared) -> ViewType:
    if view in above:
        raise TypeError(view)
    hints = get_type_hints(view, include_extras=True)
    name = view.__name__ if view.__module__.startswith(_OURS) else ""
    found: dict[str, ViewField] = {}
    for one in fields(view):
        if one.name.startswith("_"):
            continue
        hint, said = hints[one.name], meaning(name, one.name)
        if get_origin(hint) is Annotated:
            hint, *notes = get_args(hint)
            said = next((word for word in notes if isinstance(word, str)), said)
        if get_origin(hint) is abc.Mapping:  # what an agency declares
            own = declared.get("measure" if above else "report", {})
            found[one.name] = ViewField(one.name, ViewType("record", fields=own), said)
            continue
        made = _type(hint, (*above, view), declared)
        example = EXAMPLES.get(name, {}).get(one.name) or example_of(made)
        found[one.name] = ViewField(one.name, made, said, example)
    kind: Kind = "picture" if view is Picture else "chart" if view is Chart else "record"
    return ViewType(kind, fields=found, view=view)


def _type(hint: Any, above: tuple[type, ...], declared: Declared) -> ViewType:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated or origin is Literal:
        return _type(inner[0] if origin is Annotated else type(inner[0]), above, declared)
    if origin in (Union, UnionType):
        return _one_of(inner, above, declared)
    if origin is tuple:
        return ViewType("list", item=_type(inner[0], above, declared))
    if hint in (Hashable, object, Any):
        return ViewType("key")
    if isinstance(hint, type) and issubclass(hint, View):
        return _record(hint, above, declared)
    kind = next((kind for known, kind in _SCALARS if isinstance(hint, type) and issubclass(hint, known)), None)
    if kind is None:
        raise TypeError(hint)
    return ViewType(kind)


def _one_of(inner: tuple[Any, ...], above: tuple[type, ...], declared: Declared) -> ViewType:
    several = [_type(one, above, declared) for one in inner if one is not NoneType]
    made = several[0] if all(one == several[0] for one in several) else ViewType(_wider(several))
    return replace(made, optional=NoneType in inner or any(one.optional for one in several))


def _wider(several: list[ViewType]) -> Kind:
    """What a value of several types can be taken for: an amount or a word (`budget`) prints as a text."""
    return "text" if {one.kind for one in several} <= {"text", "number", "score"} else "key"
