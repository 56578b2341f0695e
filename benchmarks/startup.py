"""Start-up: the whole process `ita-docs render` of one report, against importing what that report needs.

The process reads the data file, reviews the report, renders it and writes it; it is compared with a process that does
nothing but import the modules of other projects that the first one had loaded in the end.  Both have their bytecode,
and ours what it keeps between processes (`kept.py`), as from the second start on; "first" is the first start after
installing, which makes all of these.  Python's own start is in every figure, and shown by itself.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import ita_docs
from benchmarks.measuring import ROOT, Times, in_fresh_process, ms, table

#: A process that makes a document and then says what it has loaded from outside this package and Python.
_LISTING = """
import sys
from ita_docs.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
known = {*sys.stdlib_module_names, "ita_docs", "__main__"}
names = [name for name, module in list(sys.modules.items()) if getattr(module, "__spec__", None)]
# An extension may call itself a part of a package that there is not.
names = [name for name in names if all(part in sys.modules for part in [name.rpartition(".")[0]] if part)]
sys.stderr.write("\\n".join(name for name in names if name.partition(".")[0] not in known))
"""
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)")


def run(*, quick: bool = False) -> str:
    """The table of the processes, and what the imports of one start are."""
    kinds = ["progress-report"] if quick else list(ita_docs.KINDS)
    with tempfile.TemporaryDirectory() as folder:
        environment = {"PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": "", "ITA_DOCS_CACHE": ""}
        lines = [_line(kind, Path(folder), environment, runs=1 if quick else 7) for kind in kinds]
        imports = _imports(kinds[-1], Path(folder), environment)
    headings = [
        "report",
        "first ms",
        "render ms",
        "imports ms",
        "ratio",
        "CPU ms",
        "imports CPU",
        "ratio",
        "bare Python ms",
    ]
    return f"whole processes, medians\n{table(headings, lines)}\n{imports}"


def _line(kind: str, folder: Path, environment: dict[str, str], runs: int) -> list[str]:
    command = _command(kind, folder)
    first, *_ = in_fresh_process(["-m", *command], environment)
    needed = "import " + ", ".join(_needed(command, environment))
    processes = {"render": ["-m", *command], "imports": ["-c", needed], "bare": ["-c", "pass"]}
    times = {name: Times() for name in processes}
    for turn in range(runs + 1):
        for name, process in processes.items():
            wall, cpu, _ = in_fresh_process(process, environment)
            if turn:
                times[name].add(wall, cpu)
    (wall, cpu), (importing, importing_cpu) = times["render"].median, times["imports"].median
    ratios = f"{wall / importing:.2f}", f"{cpu / importing_cpu:.2f}"
    bare = ms(times["bare"].median[0])
    return [kind, ms(first), ms(wall), ms(importing), ratios[0], ms(cpu), ms(importing_cpu), ratios[1], bare]


def _command(kind: str, folder: Path) -> list[str]:
    sample = str(ROOT / "examples" / f"{kind}.yaml")
    return ["ita_docs", "render", sample, "-o", str(folder / f"{kind}.docx"), "--force"]


def _needed(command: Iterable[str], environment: dict[str, str]) -> list[str]:
    """The modules of other projects that making this document has loaded."""
    _, *words = command
    told = _told(["-c", _LISTING, *words], environment)
    return [name for name in told.split() if re.fullmatch(r"[A-Za-z_][\w.]*", name)]


def _imports(kind: str, folder: Path, environment: dict[str, str]) -> str:
    """What part of a start is spent in importing, by whose modules they are, as `-X importtime` says."""
    took: Counter[str] = Counter()
    for spent, name in _IMPORT.findall(_told(["-X", "importtime", "-m", *_command(kind, folder)], environment)):
        top = name.partition(".")[0]
        took["Python's own" if top in sys.stdlib_module_names else top] += int(spent)
    whole = sum(took.values())
    shares = ", ".join(f"{name} {spent / 1e3:.0f}" for name, spent in took.most_common(9))
    return f"imports of {kind} by -X importtime, which itself costs: {whole / 1e3:.0f} ms: {shares}"


def _told(command: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    return done.stderr
