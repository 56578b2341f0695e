"""The commands on kinds: which there are, a data file to start from, a data file for the next year, a schema.

Every file is written whole or not at all.  The libraries behind a command are loaded by its first use of `ita_docs`,
so that help is quick.
"""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import ita_docs
from ita_docs import template_sets
from ita_docs.cli import outputs
from ita_docs.cli.console import Console
from ita_docs.cli.unknown import unknown
from ita_docs.errors import Fault, ParseError, Place, UsageError

_DOSSIER = "dossier"
#: What stands in the table of kinds where a kind has no such file.
_NONE = "-"


def list_kinds(console: Console) -> int:
    """Kind, Thai name, sample and template: a table on a terminal, else lines of four columns with tabs between."""
    samples = {sample.stem: sample for sample in template_sets.samples()}
    rows = [
        (kind, report.title_th, str(samples[kind]), str(template_sets.standard_template(kind)))
        for kind, report in ita_docs.PAPERS.items()
    ]
    rows.append((_DOSSIER, ita_docs.Dossier.title_th, str(samples[_DOSSIER]), _NONE))
    if sys.stdout is not None and sys.stdout.isatty():
        console.product_file(_table(rows))
    else:
        for row in rows:
            console.product("\t".join(row))
    return 0


def new(console: Console, kind: str | None, source: str | None, output: str | None, force: bool) -> int:
    """Write the commented data file of a kind, or the next year's from last year's."""
    if kind is not None and kind not in _kinds():
        raise UsageError([unknown("cli.unknown-kind", kind, _kinds())])
    if source is not None:
        name, text = _next_year(console, kind, source, Path(output or "").parent)
    elif kind is not None:
        name, text = f"{kind}.yaml", template_sets.starter(kind).read_text(encoding="utf-8")
    else:
        raise UsageError([Fault("cli.new-of-nothing", params={"known": ", ".join(_kinds())})])
    if output == "-":
        console.product_file(text)
        return 0
    target = Path(output or name)
    outputs.refuse(target, force=force, source=source)
    outputs.write(target, text.encode())
    console.product(str(target))
    return 0


def schema(console: Console, kind: str) -> int:
    """Print the JSON Schema of a kind's data file."""
    if kind not in _kinds():
        raise UsageError([unknown("cli.unknown-kind", kind, _kinds())])
    console.product_file(json.dumps(ita_docs.schema(kind), ensure_ascii=False, indent=2) + "\n")
    return 0


def _kinds() -> tuple[str, ...]:
    return (*ita_docs.PAPERS, _DOSSIER)


def _next_year(console: Console, kind: str | None, source: str, folder: Path) -> tuple[str, str]:
    """The name and the text of next year's data file, which will lie in a folder; what is not carried over is said."""
    from ita_docs.data_files import load_with_file  # noqa: PLC0415  loads the readers, which help does without
    from ita_docs.data_files.write import dump  # noqa: PLC0415  as the line above

    last, file = load_with_file(Path(source))
    place = Place(file=source)
    if kind not in {None, last.kind}:
        raise UsageError([Fault("cli.from-another-kind", place, {"found": last.kind, "kind": str(kind)})])
    if not isinstance(last, ita_docs.Dossier):
        raise UsageError([Fault("cli.from-no-dossier", place, {"found": last.kind})])
    try:
        rolled = last.roll_forward()
    except ParseError as error:
        raise ParseError(fault.at(file.at(fault)) for fault in error.faults) from error
    console.report(replace(finding, place=file.at(finding)) for finding in rolled.findings)
    return f"{last.kind}-{rolled.dossier.fiscal_year.year}.yaml", dump(rolled.dossier, rolled.findings, folder=folder)


def _table(rows: Iterable[Sequence[str]]) -> str:
    """Columns aligned by the width of the letters: Thai vowels above and below take none."""
    from rich.console import Console as Terminal  # noqa: PLC0415  a tenth of a second, for one command on a terminal
    from rich.table import Table  # noqa: PLC0415  as the line above

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*row)
    text = io.StringIO()
    Terminal(file=text, width=shutil.get_terminal_size().columns, color_system=None, markup=False).print(table)
    return text.getvalue()
