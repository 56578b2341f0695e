"""The five real reports, from their samples: time of a document, documents a second, and where the time goes.

A document is `render(report)` of a report that was made already, by a template that was opened before.  Its stages are
timed by doing each again by itself, on what one document had it do: the view is built, the texts that it printed are
localised and escaped, the parts that it changed are deflated and put into an archive.  What is left of the whole is
Jinja: the loops and the joining of texts.  The two columns before it are what comes before a document: reading the file
and making the report of it, and the review.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

import ita_docs
from benchmarks.measuring import ROOT, ms, repeated, table
from ita_docs.engine import archive, package, values
from ita_docs.engine.state import Slot
from ita_docs.reports import Report
from ita_docs.review import review
from ita_docs.thai import localize_digits

_PLAIN = Slot("property")


def run(*, quick: bool = False) -> str:
    """The table of the samples."""
    lines = [_line(kind, runs=1 if quick else 41) for kind in ita_docs.KINDS]
    headings = [
        "report",
        "load",
        "review",
        "render",
        "docs/s",
        "view",
        "Jinja",
        "numerals",
        "escaping",
        "deflate",
        "KB",
    ]
    return f"milliseconds of the processor, medians\n{table(headings, lines)}"


def _line(kind: str, runs: int) -> list[str]:
    file = ROOT / "examples" / f"{kind}.yaml"
    report = ita_docs.load(file)
    assert isinstance(report, Report)  # noqa: S101  the samples of kinds are reports
    whole = repeated(lambda: ita_docs.render(report), runs)
    stages = [_cpu(stage, runs) for stage in (report.view, *_stages(report))]
    view, numerals, escaping, deflating = stages
    rest = whole.median[1] - sum(stages)
    before = [_cpu(lambda: ita_docs.load(file), min(runs, 5)), _cpu(lambda: review(report), min(runs, 5))]
    size = f"{len(ita_docs.render(report).document) / 1024:.0f}"
    took = [*before, whole.median[1]]
    after = [view, rest, numerals, escaping, deflating]
    return [kind, *map(ms, took), f"{1 / whole.median[0]:.0f}", *map(ms, after), size]


def _cpu(action: Callable[[], object], runs: int) -> float:
    return repeated(action, runs).median[1]


def _stages(report: Report) -> Iterator[Callable[[], object]]:
    """The numerals, the escaping and the deflating of one document, each as an action by itself."""
    with _recorded() as (localised, deflated, written):
        ita_docs.render(report)
    printed = [localize_digits(text, script) for text, script in localised]
    escape: Any = values._escaped  # noqa: SLF001  the stage that is timed has no other name

    yield lambda: [localize_digits(text, script) for text, script in localised]
    yield lambda: [escape(text, _PLAIN, None, 0) for text in printed]
    yield lambda: ([archive.deflated(data) for data in deflated], [archive.write(entries) for entries in written])


@contextmanager
def _recorded() -> Iterator[tuple[list[Any], list[bytes], list[Any]]]:
    """What one document has localised, deflated and written."""
    localised: list[Any] = []
    deflated: list[bytes] = []
    written: list[Any] = []

    def localise(text: str, script: Any) -> str:
        localised.append((text, script))
        return localize_digits(text, script)

    def deflate(data: bytes) -> Any:
        deflated.append(data)
        return archive.deflated(data)

    write = archive.write

    def keep(entries: Any) -> bytes:
        written.append(dict(entries))
        return write(entries)

    with (
        patch.object(values, "localize_digits", localise),
        patch.object(package, "deflated", deflate),
        patch.object(archive, "write", keep),
    ):
        yield localised, deflated, written
