"""The tree of a view's types, as the template check and the list of fields read it."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest

from ita_docs.reports import KINDS
from ita_docs.reports.view import Chart, Picture, Points, View
from ita_docs.reports.view_types import ViewField, ViewType, view_class, view_type, walk
from ita_docs.thai import Period


@dataclass(frozen=True, slots=True)
class Inner(View):
    """A group."""

    text: str


@dataclass(frozen=True, slots=True)
class All(View):
    """Every kind of value."""

    text: Annotated[str, "what it means"]
    number: int
    score: Decimal | None
    day: date | None
    period: Period
    flag: bool
    picture: Picture | None
    chart: Chart
    key: Hashable
    word: Literal["bar", "radar"]
    amount: Decimal | str | None
    points: Points
    lines: tuple[str, ...]
    rows: tuple[Inner, ...]
    group: Inner | None


def test_every_kind_of_value() -> None:
    tree = view_type(All)
    assert [(one.name, one.type.label, one.type.optional) for one in tree.fields.values()] == [
        ("text", "text", False),
        ("number", "number", False),
        ("score", "score", True),
        ("day", "date", True),
        ("period", "period", False),
        ("flag", "flag", False),
        ("picture", "picture", True),
        ("chart", "chart", False),
        ("key", "key", False),
        ("word", "text", False),
        ("amount", "text", True),
        ("points", "points", False),
        ("lines", "list", False),
        ("rows", "list", False),
        ("group", "record", True),
    ]
    assert tree.fields["text"] == ViewField("text", ViewType("text"), "what it means", tree.fields["text"].example)
    assert tree.fields["rows"].type.item == view_type(Inner)


def test_the_paths_of_all_names() -> None:
    paths = [path for path, _ in walk(view_type(All))]
    assert paths[-9:] == [
        *("points", "points.text", "points.number", "points.level"),
        *("lines", "rows", "rows.text", "group", "group.text"),
    ]


@pytest.mark.parametrize("hint", [bytes, dict[str, str], list[str]])
def test_what_no_template_can_use(hint: Any) -> None:
    made: type[View] = dataclass(frozen=True)(type("Odd", (View,), {"__annotations__": {"odd": hint}}))
    with pytest.raises(TypeError):
        view_type(made)


@pytest.mark.parametrize("kind", KINDS)
def test_every_view_of_a_report_has_its_tree(kind: str) -> None:
    view = view_class(KINDS[kind])
    found = dict(walk(view_type(view)))
    assert set(view_type(view).fields) == set(view.__dataclass_fields__)  # type: ignore[attr-defined]  # a dataclass
    assert found["agency.logo"].type.optional
    assert found["agency.full_name"].example
