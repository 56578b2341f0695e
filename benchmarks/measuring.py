"""How the benchmarks measure: runs in turns, medians of the clock and of the processor, fresh processes, tables."""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

Data = TypeVar("Data")

ROOT = Path(__file__).resolve().parent.parent


@dataclass(slots=True)
class Times:
    """The runs of one thing, in seconds of the clock and of the processor."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    def add(self, wall: float, cpu: float) -> None:
        """Keep one more run."""
        self.wall.append(wall)
        self.cpu.append(cpu)

    @property
    def median(self) -> tuple[float, float]:
        """The medians of clock and processor."""
        return statistics.median(self.wall), statistics.median(self.cpu)


def in_turns(
    actions: Mapping[str, Callable[[Data], object]], prepare: Callable[[int], Data], runs: int
) -> dict[str, Times]:
    """Times of each action, all on the data of each run, in an order that turns round from run to run.

    Making the data is not timed, and the first run of all is not kept.
    """
    times = {name: Times() for name in actions}
    for run in range(runs + 1):
        data = prepare(run)
        order = list(actions.items())
        for name, action in order if run % 2 else reversed(order):
            wall, cpu = time.perf_counter(), time.process_time()
            action(data)
            if run:
                times[name].add(time.perf_counter() - wall, time.process_time() - cpu)
    return times


def repeated(action: Callable[[], object], runs: int) -> Times:
    """Times of one action."""
    return in_turns({"": lambda _: action()}, lambda _: None, runs)[""]


def in_fresh_process(command: Sequence[str], environment: Mapping[str, str] | None = None) -> tuple[float, float, int]:
    """Clock, processor time and peak memory in KiB of a process of this Python, its children's time included."""
    wall = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command], stdout=subprocess.DEVNULL, cwd=ROOT, env={**os.environ, **(environment or {})}
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        message = f"{' '.join(command)} ended with {process.returncode}"
        raise RuntimeError(message)
    return time.perf_counter() - wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def told_by_fresh_process(command: Sequence[str]) -> Any:
    """What a process of this Python prints as JSON."""
    done = subprocess.run([sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def peak_memory() -> int:
    """The most memory that this process has had, in KiB."""
    status = Path("/proc/self/status")
    if status.exists():  # where the system's own figure begins with that of the process that started this one
        found = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(found.split()[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def ms(seconds: float) -> str:
    """Seconds as milliseconds, three figures of them.

    >>> ms(0.00123456), ms(0.0123456), ms(1.23456)
    ('1.23', '12.3', '1235')
    """
    value = seconds * 1e3
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"  # noqa: PLR2004


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Columns under headings, figures to the right.

    >>> print(table(["what", "ms"], [["ours", 1], ["theirs", 20]]))
    what    ms
    ours     1
    theirs  20
    """
    lines = [list(headings), *([str(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    padded = (
        [
            cell.ljust(width) if first else cell.rjust(width)
            for first, cell, width in zip([True, *[False] * 99], line, widths, strict=False)
        ]
        for line in lines
    )
    return "\n".join("  ".join(line).rstrip() for line in padded)
