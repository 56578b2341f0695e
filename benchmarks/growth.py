"""Growth: time and memory for each row, from 100 to 10,000: of a mapping, of a report's measures, of a measure's steps.

Each size has a process of its own, which first makes a small document, so that the template is compiled and everything
is imported.  Time is of the processor: making the report from plain data ("make"), the document ("render"), and the
review.  Memory is what the peak of the process has grown by ("RSS") and what Python had allocated at most ("traced", in
a further run), both for each row.  Flat is a ratio of 1 between the largest size that was measured and the smallest; a
fixed cost makes it less.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import ita_docs
from benchmarks import generated
from benchmarks.measuring import peak_memory, table, told_by_fresh_process
from benchmarks.reference import draw_template
from ita_docs.review import review

SIZES, QUICK = (100, 1_000, 10_000), (20, 40)
_WARM = 5
#: The review looks at texts only, and is not a part of rendering; larger reports are no papers.
_MOST_REVIEWED = 1_000
#: Tracing makes everything several times slower; the peak of the process tells of the largest size.
_MOST_TRACED = 1_000


def run(*, quick: bool = False) -> str:
    """A table for each thing that can grow."""
    sizes = QUICK if quick else SIZES
    cases = ["mapping rows", *(f"{kind} {what}" for kind in ita_docs.KINDS for what in ("measures", "steps"))]
    lines = [line for case in (cases[::10] if quick else cases) for line in _lines(case, sizes)]
    return "for each row\n" + table(["what", "rows", "make µs", "render µs", "review µs", "RSS KB", "traced KB"], lines)


def _lines(case: str, sizes: tuple[int, ...]) -> Iterator[list[str]]:
    """A line for each size, and one of the ratios between the last and the first."""
    found = [told_by_fresh_process(["-m", "benchmarks.growth", *case.split(), str(size)]) for size in sizes]
    for size, measured in zip(sizes, found, strict=True):
        yield [case, f"{size:,}", *("–" if one is None else f"{one:.2f}" for one in measured)]
    yield ["", "ratio", *(_ratio(column) for column in zip(*found, strict=True))]


def _ratio(column: tuple[float | None, ...]) -> str:
    """The last that was measured by the first."""
    known = [one for one in column if one is not None]
    return f"{known[-1] / known[0]:.2f}" if len(known) > 1 and known[0] else "–"


def measured(case: str, what: str, size: int) -> list[float | None]:
    """What one size takes for each row: make, render and review in µs, peak memory and traced memory in KB."""
    make, render, look = _actions(case)
    render(make(generated_for(case, what, _WARM, seed=0)))
    gc.collect()
    before = peak_memory()
    runs = max(1, 1_000 // size)
    data = [generated_for(case, what, size, seed=run) for run in range(1, runs + 1)]
    made, making = _timed(lambda: [make(one) for one in data])
    _, rendering = _timed(lambda: [render(one) for one in made])
    peak = peak_memory() - before
    reviewing = None
    if look and size <= _MOST_REVIEWED:
        look(made[0])  # the registers of names are read
        _, reviewing = _timed(lambda: look(made[0]))
    made.clear()
    traced = _traced(lambda: render(make(data[0]))) if size <= _MOST_TRACED else None
    each = 1e6 / runs / size
    return [
        making * each,
        rendering * each,
        None if reviewing is None else reviewing * 1e6 / size,
        peak / size if runs == 1 else None,
        None if traced is None else traced / 1024 / size,
    ]


def _traced(action: Callable[[], object]) -> int:
    """The most that Python has allocated at once in an action, in bytes."""
    gc.collect()
    tracemalloc.start()
    action()
    return tracemalloc.get_traced_memory()[1]


def generated_for(case: str, what: str, size: int, seed: int) -> dict[str, Any]:
    """The data of a size."""
    if case == "mapping":
        return generated.mapping(size, seed)
    return generated.report(size, 3, seed) if what == "measures" else generated.report(1, size, seed)


def _actions(case: str) -> tuple[Callable[[Any], Any], Callable[[Any], Any], Callable[[Any], Any] | None]:
    if case == "mapping":
        with tempfile.TemporaryDirectory() as folder:
            template = ita_docs.Template(draw_template(Path(folder) / "reference.docx"))
        return dict, template.render, None
    return ita_docs.KINDS[case].model_validate, ita_docs.render, review


def _timed(action: Callable[[], Any]) -> tuple[Any, float]:
    begin = time.process_time()
    result = action()
    return result, time.process_time() - begin


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
