"""A small view with every kind of value, for the tests of the static check."""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ita_docs.reports.view import Chart, Picture, Point, Points, View
from ita_docs.thai import Period


@dataclass(frozen=True, slots=True)
class Owner(View):
    """Who does it: a group that may be absent, with a field that may be."""

    name: str
    phone: str | None
    chief: "Chief | None"


@dataclass(frozen=True, slots=True)
class Chief(View):
    """Who leads."""

    name: str


@dataclass(frozen=True, slots=True)
class Row(View):
    """One row of a table."""

    title: str
    key: Hashable
    done: bool
    checked: bool | None
    steps: Points
    notes: tuple[str, ...]
    budget: Decimal | None
    owner: Owner | None
    period: Period


@dataclass(frozen=True, slots=True)
class Paper(View):
    """What the template sees."""

    title: str
    year: int
    total: Decimal | None
    day: date | None
    logo: Picture | None
    scores: Chart
    owner: Owner | None
    rows: tuple[Row, ...]
    extra: tuple[Point, ...] | None


#: Prints all of it, so that only what a test adds is found.
ALL = (
    "{{ title }}{{ year }}{{ total }}{{ day }}{{ logo }}{% if owner %}{{ owner.name }}{{ owner.phone }}"
    "{% if owner.chief %}{{ owner.chief.name }}{% endif %}{% endif %}"
    "{% for r in rows %}{{ r.title }}{{ r.notes|join }}{{ r.budget }}{{ r.period }}"
    "{% for s in r.steps %}{{ s.number }}{{ s.text }}{% endfor %}"
    "{% if r.owner %}{{ r.owner.name }}{{ r.owner.phone }}{{ r.owner.chief and r.owner.chief.name }}{% endif %}"
    "{% endfor %}"
    "{% for s in extra or [] %}{{ s.number }}{{ s.text }}{% endfor %}"
)
