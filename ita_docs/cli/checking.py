"""The command `check`, and what every command that reads a data file asks of its findings.

A dossier is checked as the papers that are made of it.  What several of them find is said once; `--json` names the
papers.  An error stops a document, with `--strict` a warning does too, and advice never.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import ita_docs
from ita_docs.cli.console import Console
from ita_docs.cli.unknown import unknown
from ita_docs.errors import DataError, Fault, UsageError
from ita_docs.findings import Finding

if TYPE_CHECKING:
    from ita_docs.data_files import Loaded

_ALL = "all"
_SEVERITIES = ("error", "warning", "advice")


class Found(NamedTuple):
    """A fault or finding, and the kinds of the reports that have it; a fault of the file is no report's."""

    fault: Fault
    reports: tuple[str, ...] = ()


def load(file: str, reports: Sequence[str], part: str | None, template: str | None = None) -> tuple[Loaded, ...]:
    """Read the reports that are asked for, with their findings; without any name all that the file gives.

    What the data gives beside the records' own fields is read as the set of `template` declares it.
    """
    kinds = kinds_of(reports)
    from ita_docs.data_files import load_reports  # noqa: PLC0415  loads the readers, which help does without

    loaded = load_reports(Path(file), kinds, round=None if part is None else int(part))
    _check_extras(file, loaded, template)
    return loaded


def kinds_of(reports: Sequence[str]) -> tuple[str, ...]:
    """The kinds that are asked for; none where all are. `UsageError` names what is no kind, and the nearest."""
    kinds = tuple(kind for kind in dict.fromkeys(reports) if kind != _ALL)
    faults = [
        unknown("cli.unknown-report", kind, (_ALL, *ita_docs.KINDS)) for kind in kinds if kind not in ita_docs.PAPERS
    ]
    if faults:
        raise UsageError(faults)
    return () if _ALL in reports else kinds


def _check_extras(file: str, loaded: Iterable[Loaded], template: str | None) -> None:
    """Raise `DataError` where the agency's own fields are not as their set declares them, with the lines."""
    from ita_docs.data_files import read  # noqa: PLC0415  loads the readers, which help does without
    from ita_docs.engine.choice import is_template, set_of  # noqa: PLC0415  loads Word's libraries
    from ita_docs.reports import Report  # noqa: PLC0415  as above
    from ita_docs.template_sets.extras import with_extras  # noqa: PLC0415  as above

    if template and is_template(template):
        return
    try:
        for report, _ in loaded:
            if isinstance(report, Report):
                with_extras(report, set_of(report, template).extra)
    except DataError as error:
        known = read(Path(file))
        raise DataError(fault.at(known.at(fault)) for fault in error.faults) from None


def merged(loaded: Iterable[Loaded]) -> list[Found]:
    """Every finding once, as the gravest that a report makes of it, with its reports; in the order of the lines."""
    found: dict[tuple[object, ...], Found] = {}
    for report, findings in loaded:
        for finding in findings:
            key = (finding.code, finding.place, *sorted(finding.params.items()))
            known = found.get(key, Found(finding))
            worst = min((known.fault, finding), key=_rank)
            found[key] = Found(worst, tuple(dict.fromkeys((*known.reports, report.kind))))
    return sorted(found.values(), key=lambda one: (one.fault.place.line or 0, one.fault.place.column or 0))


def stops(fault: Fault, *, strict: bool) -> bool:
    """Whether a document must not be made before this is mended."""
    return not isinstance(fault, Finding) or fault.severity == "error" or (strict and fault.severity == "warning")


def check(  # noqa: PLR0913, PLR0917  one parameter for each word of the command
    console: Console,
    file: str,
    report: Sequence[str],
    part: str | None,
    template: str | None,
    strict: bool,
    as_json: bool,
) -> int:
    """Say everything that is wrong or worth a look; the exit code says whether a document can be rendered."""
    try:
        found = merged(load(file, report, part, template))
    except DataError as error:
        found = [Found(fault) for fault in error.faults]
    errors = sum(stops(one.fault, strict=strict) for one in found)
    code = DataError.exit_code if errors else 0
    if as_json:
        records = [record(one.fault, console, one.reports) for one in found]
        said = {"file": file, "exit_code": code, "findings": records}
        console.product_file(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
        return code
    console.report(one.fault for one in found)
    if found:
        console.note("check.count", file=file, errors=errors, others=len(found) - errors)
    else:
        console.note("check.clean", file=file)
    return code


def _rank(fault: Fault) -> int:
    return _SEVERITIES.index(fault.severity) if isinstance(fault, Finding) else 0


def record(fault: Fault, console: Console, reports: Sequence[str] = ()) -> dict[str, object]:
    """A fault or finding as `--json` prints it."""
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
        "reports": list(reports),
    }
