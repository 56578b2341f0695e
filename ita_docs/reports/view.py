"""What a template sees: frozen trees of text, numbers, dates, periods and tuples, nothing to call, nothing to change.

Every class a template can meet derives from `View`; the engine lets a template read the fields of a view and nothing
else of it.  The blocks here are shared by the layouts: points (the paragraphs of a cell), the agency, the sign-off.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ita_docs.records import Agency, SignOff, Step
    from ita_docs.thai import Period


class View:
    """The base of all views; subclasses are frozen dataclasses with slots."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Point(View):
    """One paragraph of a cell: its text, its typed number (`1.`, `1.1`, or none), and its level (1 below a step)."""

    text: str
    number: str = ""
    level: int = 0


Points = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Picture(View):
    """A picture to print: `path` of a PNG or JPEG, `height` in millimetres (the width follows)."""

    path: Path
    height: float = 30.0


@dataclass(frozen=True, slots=True)
class Series(View):
    """One row of a chart's numbers, as many as the chart has categories; None leaves a gap."""

    name: str
    values: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Chart(View):
    """The data of a native chart; a template binds a chart to it by the alternative text `chart: name`."""

    categories: tuple[str, ...]
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class AgencyView(View):
    """The agency with all its names derived."""

    full_name: str
    short_name: str
    executive_title: str
    locality: str
    website: str | None
    logo: Picture | None


@dataclass(frozen=True, slots=True)
class StageView(View):
    """One signature: what is not known is None, and the template leaves a blank line for it."""

    role: str
    name: str | None
    position: str | None
    opinion: str | None
    date: date | None


def agency_view(agency: Agency) -> AgencyView:
    """The agency as a cover or a title names it."""
    return AgencyView(
        full_name=agency.full_name,
        short_name=agency.short_name,
        executive_title=agency.executive_title,
        locality=agency.locality,
        website=agency.website,
        logo=Picture(agency.logo) if agency.logo else None,
    )


def sign_off_view(sign_off: SignOff | None) -> tuple[StageView, ...]:
    """The stages of a sign-off, in order; none when the paper has none."""
    stages = sign_off.stages if sign_off else ()
    return tuple(StageView(s.role, s.name, s.position, s.opinion, s.date) for s in stages)


def numbered(value: str | tuple[str, ...] | None) -> Points:
    """A list with its numbers, even when it has one entry; a plain text without."""
    if value is None or isinstance(value, str):
        return plain(value)
    return tuple(Point(text, f"{number}.") for number, text in enumerate(value, 1))


def plain(value: str | tuple[str, ...] | None) -> Points:
    """A text, or a list of owners or remarks: one paragraph each, no numbers."""
    if value is None:
        return ()
    return tuple(Point(text) for text in ((value,) if isinstance(value, str) else value))


def step_points(steps: Iterable[Step]) -> Points:
    """Steps numbered `1.` and sub-steps `1.1`; a step that is not numbered does not count.

    A step that names items of the assessment is headed by their code instead of a number.
    """
    found: list[Point] = []
    count = 0
    for step in steps:
        number = ""
        if step.numbered:
            count += 1
            number = f"{count}."
        found.append(Point(step.text, number))
        found += sub_points(step, number)
    return tuple(found)


def sub_points(step: Step, number: str, first: int = 1, last: int | None = None) -> Points:
    """The sub-steps `first` to `last` of a step whose number is `number`, counted from 1; dashes where it has none."""
    chosen = step.sub_steps[first - 1 : last]
    return tuple(
        Point(sub.text, f"{number}{place}" if number else "-", level=1) for place, sub in enumerate(chosen, first)
    )


def period_text(period: Period | None, style: str = "months") -> str | None:
    """A period's words as typed, or, made from dates, its months (`ต.ค.65 - มี.ค.66`)."""
    if period is None:
        return None
    return period.text or period.format(style, "arabic")
