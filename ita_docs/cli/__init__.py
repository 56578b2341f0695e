"""The command line, `ita-docs`: what is asked for goes to stdout, what is said about it to stderr.

Exit codes: 0 done, 2 usage, 3 data, 4 template, 5 output, 70 a fault of ours; the class of an error knows its own.
A fault of ours is one line; `ITA_DOCS_DEBUG=1` adds the traceback.

>>> main(["schema", "progres-report", "--lang", "en"])
2
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from ita_docs.cli.application import application, usage_fault
from ita_docs.cli.console import Console
from ita_docs.errors import Fault, ItaDocsError, UsageError

_INTERRUPTED = 130
_INTERNAL = 70


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; whatever happens, no traceback reaches the person unasked."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    console = Console.of(given)
    try:
        try:
            return _run(console, given)
        except click.UsageError as error:
            raise UsageError([usage_fault(error)]) from error
    except ItaDocsError as error:
        console.report(error.faults)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001  the last line of defence: said in one line, with its own exit code
        if os.environ.get("ITA_DOCS_DEBUG"):
            import traceback  # noqa: PLC0415  for a fault of ours

            console.say(traceback.format_exc(), keep_lines=True)
        console.report([Fault("cli.internal", params={"error": f"{type(error).__name__}: {error}"})])
        return _INTERNAL


def _run(console: Console, given: list[str]) -> int:
    code: object = application(console.language).main(given, prog_name="ita-docs", standalone_mode=False, obj=console)
    return code if isinstance(code, int) else 0
