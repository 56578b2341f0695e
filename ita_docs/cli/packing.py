"""The command `pack`: all papers of an agency's year into one folder, with a page that lists them.

As `render` does, it writes nothing while something found in the data stands against it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ita_docs.cli.checking import load, merged, stops
from ita_docs.cli.console import Console
from ita_docs.cli.documents import numerals_of
from ita_docs.errors import DataError, Fault


def pack_year(  # noqa: PLR0913, PLR0917  one parameter for each word of the command
    console: Console,
    file: str,
    output: str,
    report: Sequence[str],
    part: str | None,
    pdf: bool | None,
    template: str | None,
    numerals: str | None,
    strict: bool,
    force: bool,
) -> int:
    """Write the pack of a data file; the page is the last of the files that are named."""
    from ita_docs.pack import pack as packed  # noqa: PLC0415  loads Word's libraries, which help does without

    loaded = load(file, report, part, template)
    found = [one.fault for one in merged(loaded)]
    console.report(found)
    if _stopped(console, file, found, strict=strict):
        return DataError.exit_code

    def agreed(said: Sequence[Fault]) -> bool:
        console.report(said)
        return not _stopped(console, file, said, strict=strict)

    done = packed(
        loaded,
        output,
        template=template,
        numerals=numerals_of(numerals),
        pdf=pdf,
        force=force,
        agreed=agreed,
    )
    if any(stops(finding, strict=strict) for finding in done.findings):
        return DataError.exit_code
    for path in done.files:
        console.product(str(path))
    return 0


def _stopped(console: Console, file: str, found: Sequence[Fault], *, strict: bool) -> bool:
    """Whether something found stands against the pack, which is then said."""
    errors = sum(stops(fault, strict=strict) for fault in found)
    if errors:
        console.note("render.stopped", file=file, errors=errors)
    return bool(errors)
