"""What each command does; it returns the exit code, and raises what ends it.

Every file is written whole or not at all, after everything that can be wrong has been looked at in the order data,
template, output.  The libraries behind a command are loaded by its first use of `ita_docs`, so that help is quick.
"""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path

import ita_docs
from ita_docs import template_sets
from ita_docs.cli import outputs
from ita_docs.cli.console import Console
from ita_docs.errors import DataError, Fault, UsageError
from ita_docs.findings import Finding


def demo(console: Console, folder: str, force: bool) -> int:
    """Render every sample; nothing is written unless all of them can be."""
    documents = {}
    for sample in template_sets.samples():
        done = ita_docs.render(ita_docs.load(sample))
        documents[Path(folder) / f"{sample.stem}.docx"] = done.document
    outputs.make_folder(Path(folder))
    outputs.refuse_changed(documents, force=force)
    for path, document in documents.items():
        outputs.write(path, document)
        console.product(str(path))
    return 0


def list_kinds(console: Console) -> int:
    """Kind, Thai name, sample and template: a table on a terminal, else lines of four columns with tabs between."""
    samples = {sample.stem: sample for sample in template_sets.samples()}
    rows = [
        (kind, report.title_th, str(samples[kind]), str(template_sets.standard_template(kind)))
        for kind, report in ita_docs.KINDS.items()
    ]
    if sys.stdout is not None and sys.stdout.isatty():
        console.product_file(_table(rows))
    else:
        for row in rows:
            console.product("\t".join(row))
    return 0


def new(console: Console, kind: str, output: str | None, force: bool) -> int:
    """Write the commented data file of a kind."""
    starter = template_sets.starter(_known(kind)).read_bytes()
    if output == "-":
        console.product_file(starter.decode())
        return 0
    target = Path(output or f"{kind}.yaml")
    outputs.refuse(target, force=force)
    outputs.write(target, starter)
    console.product(str(target))
    return 0


def check(console: Console, file: str, as_json: bool) -> int:
    """Say everything that is wrong or worth a look; the exit code says whether a document can be rendered."""
    faults: Sequence[Fault]
    try:
        faults = ita_docs.check(Path(file))
    except DataError as error:
        faults = error.faults
    code = DataError.exit_code if any(_stops(fault) for fault in faults) else 0
    if as_json:
        records = [_record(fault, console) for fault in faults]
        report = {"file": file, "exit_code": code, "findings": records}
        console.product_file(json.dumps(report, ensure_ascii=False, indent=2) + "\n")
        return code
    console.report(faults)
    errors = sum(_stops(fault) for fault in faults)
    if faults:
        console.note("check.count", file=file, errors=errors, others=len(faults) - errors)
    else:
        console.note("check.clean", file=file)
    return code


def schema(console: Console, kind: str) -> int:
    """Print the JSON Schema of a kind's data file."""
    known = _known(kind)
    console.product_file(json.dumps(ita_docs.schema(known), ensure_ascii=False, indent=2) + "\n")
    return 0


def render(  # noqa: PLR0913, PLR0917  one parameter for each word of the command
    console: Console, file: str, output: str | None, template: str | None, numerals: str | None, force: bool
) -> int:
    """Write a data file's document, when nothing in data, template and output stands against it."""
    from ita_docs.data_files import load_with_findings  # noqa: PLC0415  loads the readers, which help does without

    source = Path(file)
    report, findings = load_with_findings(source)
    console.report(findings)
    if any(_stops(finding) for finding in findings):
        return DataError.exit_code
    done = ita_docs.render(report, template=template, numerals=_numerals(numerals))
    target = Path(output) if output else source.with_suffix(".docx")
    outputs.refuse_document(target, force=force, template=template)
    outputs.write(target, done.document)
    console.product(str(target))
    return 0


def version() -> str:
    """Name and version."""
    return f"ita-docs {ita_docs.__version__}"


_FAR = {
    "cli.unknown-command": "cli.unknown-command-far",
    "cli.unknown-kind": "cli.unknown-kind-far",
    "cli.unknown-option": "cli.unknown-option-far",
}


def unknown(code: str, found: str, known: Iterable[str]) -> Fault:
    """A fault that names what there is, and what is near."""
    names = list(known)
    near = get_close_matches(found, names, n=1, cutoff=0.5)
    params = {"found": found, "nearest": near[0] if near else "", "known": ", ".join(names)}
    return Fault(code if near else _FAR[code], params=params)


def _known(kind: str) -> str:
    if kind not in ita_docs.KINDS:
        raise UsageError([unknown("cli.unknown-kind", kind, ita_docs.KINDS)])
    return kind


def _numerals(asked: str | None) -> ita_docs.Numerals | None:
    return "thai" if asked == "thai" else "arabic" if asked == "arabic" else None


def _stops(fault: Fault) -> bool:
    return not isinstance(fault, Finding) or fault.severity == "error"


def _record(fault: Fault, console: Console) -> dict[str, object]:
    return {
        "code": fault.code,
        "severity": fault.severity if isinstance(fault, Finding) else "error",
        "file": fault.place.file,
        "line": fault.place.line,
        "column": fault.place.column,
        "field": fault.place.field,
        "text": fault.text(console.language),
        "advice": fault.advice(console.language),
        "params": dict(fault.params),
    }


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
