"""The table of measures with a row for each step (ขั้นตอน/วิธีการดำเนินการ), layout 3.

What a step does not state is its measure's, stated once: cells of one key merge over the steps that share it.  A
sub-step that states something of its own parts the row of its step.  Limits: titles and steps only print their points;
dittos are written out within their measure.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from ita_docs.records import Measure
from ita_docs.reports.dittos import Column
from ita_docs.reports.owned_rows import OwnedRow, rows_of_step
from ita_docs.reports.view import Points, View, numbered, period_text
from ita_docs.thai import Period

COLUMNS = ("responsible", "period", "follow_up")
#: A measure with no more rows and characters fills less than a page: rows kept together over pages would each take one.
MOST_ROWS, MOST_CHARACTERS = 5, 700


@dataclass(frozen=True, slots=True)
class StepRow(View):
    """One step of a measure, with the keys by which its cells merge with those above.

    The row of a short measure is `kept` on the page of its measure's next row.
    """

    number: str
    title: Points
    measure_key: Hashable
    steps: Points
    responsible: Points
    responsible_key: Hashable
    period: Points
    period_key: Hashable
    follow_up: Points
    follow_up_key: Hashable
    kept: bool
    extra: Mapping[str, object]


def step_rows(measures: tuple[Measure, ...]) -> Iterator[StepRow]:
    """The rows of all measures, in their order."""
    above = {name: Column() for name in COLUMNS}
    for place, measure in enumerate(measures):
        parts = list(_parts(place, measure))
        title = numbered(measure.title)
        short = len(parts) <= MOST_ROWS and sum(len(p.text) for part in parts for p in part.points) <= MOST_CHARACTERS
        for part in parts:
            responsible, period, follow_up = (above[name].read(*part.stated(name, words=_months)) for name in COLUMNS)
            yield StepRow(
                number=f"{measure.number or place + 1}.",
                title=title,
                measure_key=place,
                steps=part.points,
                # A value written out for a ditto stands in its own measure.
                responsible=responsible.points,
                responsible_key=(place, responsible.key),
                period=period.points,
                period_key=(place, period.key),
                follow_up=follow_up.points,
                follow_up_key=(place, follow_up.key),
                kept=short and part is not parts[-1],
                extra=measure.extra,
            )


def _months(period: Period) -> str | None:
    """A period's words; made from dates, its months, a year that they share said once (`ก.พ. - มี.ค. 2566`)."""
    shared = all(span.start.year == span.end.year for span in period.spans)
    return period_text(period, "months-one-year" if shared else "months")


def _parts(place: int, measure: Measure) -> Iterator[OwnedRow]:
    counted = 0
    for at, step in enumerate(measure.steps):
        counted += step.numbered
        yield from rows_of_step(measure, step, f"{counted}." if step.numbered else "", (place, at), COLUMNS)
    if not measure.steps:
        yield OwnedRow((), (measure,), (place,))
