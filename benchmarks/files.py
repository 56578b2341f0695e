"""`ita-docs batch` as a person runs it: the five reports of many dossiers, each a file of its own, by two processes.

The data files are generated and written before the clock starts.  Memory is the peak of the command's own process and
of the largest of its workers, for 10 and for 1,000 files.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import ita_docs
from benchmarks import generated
from benchmarks.measuring import ROOT, table, told_by_fresh_process
from ita_docs.data_files.write import dump

JOBS = 2
FILES, QUICK = (10, 1_000), (1, 2)


def run(*, quick: bool = False) -> str:
    """Documents a second and peak memory, for few files and for many."""
    lines, peaks = [], []
    for files in QUICK if quick else FILES:
        with tempfile.TemporaryDirectory() as folder:
            write_files(files, Path(folder) / "data")
            told = told_by_fresh_process(["-m", "benchmarks.files", folder])
        documents = files * len(ita_docs.KINDS)
        peaks.append((told["parent"], told["worker"]))
        megabytes = [f"{peak / 1024:.0f}" for peak in peaks[-1]]
        again = f"{told['again']:.1f}"
        lines.append(
            [files, documents, f"{told['seconds']:.1f}", f"{documents / told['seconds']:.0f}", again, *megabytes]
        )
    headings = ["files", "documents", "seconds", "documents/s", "--resume s", "parent MB", "worker MB"]
    ratios = ", ".join(f"{last / first:.2f}" for first, last in zip(peaks[0], peaks[-1], strict=True))
    return f"{table(headings, lines)}\nratios of the peaks {ratios}"


def write_files(files: int, folder: Path) -> None:
    """So many dossiers of different agencies, as the library writes them."""
    folder.mkdir(parents=True)
    for seed in range(files):
        dossier = ita_docs.Dossier.model_validate(generated.dossier(seed))
        (folder / f"dossier-{seed:04}.yaml").write_text(dump(dossier, folder=folder), encoding="utf-8")


def measured(folder: Path) -> dict[str, float]:
    """The command, then once more with `--resume`: seconds, and peaks in KiB."""
    begin = time.perf_counter()
    command = ["batch", str(folder / "data"), "-o", str(folder / "out"), "--jobs", str(JOBS)]
    own = _peak_of([*command])
    seconds = time.perf_counter() - begin
    worker = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    begin = time.perf_counter()
    _peak_of([*command, "--resume"])
    return {"seconds": seconds, "again": time.perf_counter() - begin, "parent": own, "worker": worker}


def _peak_of(command: list[str]) -> int:
    """The peak of the command's own process, which tells it; RuntimeError where it fails."""
    program = (
        "import resource, sys; from ita_docs.cli import main\n"
        "if __name__ == '__main__':\n"
        "    code = main(sys.argv[1:])\n"
        "    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss); sys.exit(code)\n"
    )
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "measured.py"
        script.write_text(program, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(script), *command],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=True,
        )
    return int(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measured(Path(sys.argv[1]))))
