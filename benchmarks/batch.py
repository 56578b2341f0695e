"""A batch: the five reports of many dossiers by `render_many`, in this process and in two, and its memory.

The dossiers are generated, each of another agency with other words.  Making the reports of a dossier is timed with
their documents.  Memory is the peak of a fresh process, for 10 and for 1,000 documents.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import nullcontext
from pathlib import Path

import ita_docs
from benchmarks import generated
from benchmarks.measuring import peak_memory, table, told_by_fresh_process
from ita_docs.reports import Report

DOSSIERS, QUICK = 100, 2
DOCUMENTS = (10, 1_000)


def run(*, quick: bool = False) -> str:
    """Documents a second, and peak memory."""
    dossiers = QUICK if quick else DOSSIERS
    lines = [_line(dossiers, processes) for processes in (1, 2)]
    speed = table(["processes", "documents", "seconds", "documents/s"], lines)
    sizes = (5, 10) if quick else DOCUMENTS
    peaks = [told_by_fresh_process(["-m", "benchmarks.batch", str(size)]) for size in sizes]
    memory = table(
        ["documents", "peak MB"], [[size, f"{peak / 1024:.0f}"] for size, peak in zip(sizes, peaks, strict=True)]
    )
    return f"{speed}\n{memory}\nratio of the peaks {peaks[-1] / peaks[0]:.2f}"


def reports(dossiers: int) -> Iterator[Report]:
    """Every report of so many dossiers, each made when it is asked for."""
    for seed in range(dossiers):
        dossier = ita_docs.Dossier.model_validate(generated.dossier(seed))
        for kind in ita_docs.KINDS.values():
            yield dossier.report(kind)


def rendered(dossiers: int, folder: Path, executor: Executor | None = None) -> int:
    """How many documents were written; a report that fails raises RuntimeError."""
    done = ita_docs.render_many(reports(dossiers), folder, executor=executor)
    failed = [one for one in done if not isinstance(one, ita_docs.Rendered)]
    if failed:
        message = f"{len(failed)} of {len(done)} reports failed, the first: {failed[0]}"
        raise RuntimeError(message)
    return len(done)


def _line(dossiers: int, processes: int) -> list[str]:
    pool = ProcessPoolExecutor(processes) if processes > 1 else nullcontext()
    with tempfile.TemporaryDirectory() as folder, pool as executor:
        rendered(1, Path(folder) / "warm", executor)
        begin = time.perf_counter()
        written = rendered(dossiers, Path(folder) / "out", executor)
        took = time.perf_counter() - begin
    return [str(processes), str(written), f"{took:.1f}", f"{written / took:.0f}"]


def peak(documents: int) -> int:
    """The peak memory of this process after so many documents, in KiB."""
    with tempfile.TemporaryDirectory() as folder:
        rendered(documents // len(ita_docs.KINDS), Path(folder))
    return peak_memory()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(peak(int(sys.argv[1]))))
