"""Speed against docxtpl, as its documentation uses it: `DocxTemplate(path)`, `render(…, autoescape=True)`, `save`.

Ours is used as its documentation says: the template is opened once, and each document is a call of `render`.  "cold"
opens and compiles a template that this process has never seen for each single document.
"""

from __future__ import annotations

import io
import itertools
import shutil
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate

from benchmarks import generated
from benchmarks.measuring import in_turns, ms, table
from benchmarks.reference import cells, differences, draw_template, parts
from ita_docs import Template

#: Rows, runs that are timed, and how many times faster ours has to be.
SIZES = ((45, 31, 15), (450, 11, 10), (10_000, 3, 10))
QUICK = ((45, 1, 15), (450, 1, 10))


def run(*, quick: bool = False) -> str:
    """The table, and what was compared; documents that differ raise ValueError."""
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        path = draw_template(Path(folder) / "reference.docx")
        for rows, runs, wanted in QUICK if quick else SIZES:
            equal = compared(path, rows)
            lines.append([*_times(path, rows, runs), f"≥ {wanted}", equal])
    headings = ["rows", "docxtpl ms", "ours ms", "ratio", "cold ms", "ratio", "docxtpl CPU", "ours CPU", "ratio"]
    return f"docxtpl {version('docxtpl')}, medians\n{table([*headings, 'wanted', 'equal'], lines)}"


def theirs(path: Path, data: dict[str, Any]) -> bytes:
    """A document as docxtpl's documentation makes it."""
    template = DocxTemplate(path)
    template.render(data, autoescape=True)
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


def compared(path: Path, rows: int) -> str:
    """What is equal in two documents of the same data."""
    data = generated.mapping(rows, seed=rows)
    mine, other = Template(path).render(data), theirs(path, data)
    if found := differences(mine, other):
        message = f"the documents of {rows} rows differ: {', '.join(found)}"
        raise ValueError(message)
    return f"{len(cells(mine))} cells, {len(parts(mine))} parts"


def _times(path: Path, rows: int, runs: int) -> list[str]:
    template, copies = Template(path), itertools.count()

    def cold(data: dict[str, Any]) -> bytes:
        other = path.with_name(f"{rows}-{next(copies)}.docx")
        shutil.copyfile(path, other)  # the name is part of what a process knows a template by
        return Template(other).render(data)

    actions = {"theirs": lambda data: theirs(path, data), "ours": template.render, "cold": cold}
    times = in_turns(actions, lambda number: generated.mapping(rows, seed=number), runs)
    (slow, slow_cpu), (fast, fast_cpu), (first, _) = (times[name].median for name in ("theirs", "ours", "cold"))
    walls = [ms(slow), ms(fast), f"{slow / fast:.1f}", ms(first), f"{slow / first:.1f}"]
    return [str(rows), *walls, ms(slow_cpu), ms(fast_cpu), f"{slow_cpu / fast_cpu:.1f}"]
