"""The tree of a view's types, as the template check and the list of fields read it."""

import re
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest

from ita_docs import load
from ita_docs.reports import KINDS, PAPERS, meanings
from ita_docs.reports.examples import LONGEST, examples
from ita_docs.reports.view import Chart, Picture, Point, Points, View
from ita_docs.reports.view_types import ViewField, ViewType, view_class, view_type, walk
from ita_docs.template_sets import standard_set, starter
from ita_docs.template_sets.described import described
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


def views(tree: ViewType) -> set[type]:
    """Every view class of a tree."""
    found = {tree.view} if tree.view else set()
    for inner in (*([tree.item] if tree.item else []), *(one.type for one in tree.fields.values())):
        found |= views(inner)
    return found


EVERY_VIEW: set[type] = set().union(*(views(view_type(view_class(kind))) for kind in PAPERS.values()))


def name_of(view: type) -> str:
    return view.__name__


VIEWS = sorted(EVERY_VIEW, key=name_of)


@pytest.mark.parametrize("view", VIEWS, ids=name_of)
def test_every_field_of_every_view_has_a_meaning_in_thai(view: type[View]) -> None:
    said = {name: one.meaning for name, one in view_type(view).fields.items()}
    assert said
    assert {name for name, text in said.items() if not re.search("[ก-๙]", text)} == set()


def test_no_meaning_is_of_a_view_or_field_that_does_not_exist() -> None:
    fields = {view.__name__: set(view_type(view).fields) for view in EVERY_VIEW}
    assert len(fields) == len(EVERY_VIEW) > 20
    known = {view: set(texts) for view, texts in meanings.OF_VIEW.items()}
    known["EXAMPLES"] = {name for texts in meanings.EXAMPLES.values() for name in texts}
    assert {view: names - fields.get(view, set().union(*fields.values())) for view, names in known.items()} == {
        view: set() for view in known
    }
    assert set(meanings.SHARED) - set().union(*fields.values()) == set()


def test_views_that_are_not_ours_have_no_meaning_from_their_names() -> None:
    @dataclass(frozen=True)
    class MeasureRow(View):
        heading: str

    assert view_type(MeasureRow).fields["heading"].meaning == ""


def test_examples_are_what_a_view_prints() -> None:
    point = Point("ประกาศแผน\nการใช้จ่าย " * 9, "๑.", level=1)
    made = examples(
        All(
            text="ก",
            number=7,
            score=Decimal("92.50"),
            day=date(2024, 3, 31),
            period=Period.parse("ต.ค.66 - มี.ค.67"),
            flag=False,
            picture=None,
            chart=Chart((), ()),
            key="k",
            word="bar",
            amount=None,
            points=(Point(""), point),
            lines=("", "บรรทัด"),
            rows=(),
            group=Inner("ในกลุ่ม"),
        )
    )
    assert {name: made[name] for name in ("number", "score", "day", "flag", "lines", "group.text")} == {
        "number": "7",
        "score": "92.50",
        "day": "31 มีนาคม 2567",
        "flag": "false",
        "lines": "บรรทัด",
        "group.text": "ในกลุ่ม",
    }
    assert made["period"] == "ต.ค.66 - มี.ค.67"
    assert made["points.text"].startswith("ประกาศแผน การใช้จ่าย")
    assert len(made["points.text"]) <= LONGEST
    assert made["points.text"].endswith("…")
    assert set(made) & {"amount", "picture", "chart", "rows", "rows.text"} == set()


@pytest.mark.parametrize("kind", PAPERS)
def test_the_list_of_names_has_examples_of_the_starter(kind: str) -> None:
    view: Any = load(starter(kind))
    found = dict(described(kind, standard_set(), view.view()))
    assert found["agency.short_name"].example == view.agency.short_name
    assert {
        path for path, one in found.items() if one.type.label in {"text", "number", "score"} and not one.example
    } == set()
