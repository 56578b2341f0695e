"""`python -m benchmarks [NAME…] [--quick]`: run the benchmarks, and print what the README says of speed."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from importlib import import_module

NAMES = ("speed", "reports", "growth", "batch", "files", "startup")


def main(arguments: list[str] | None = None) -> None:
    """Run those that are named, else all."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="What the README says of speed.")
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], metavar="NAME", help=", ".join(NAMES))
    parser.add_argument("--quick", action="store_true", help="seconds instead of minutes; the figures mean nothing")
    asked = parser.parse_args(arguments)
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    _say(f"Python {platform.python_version()}, {os.cpu_count()} processors{load}")
    for name in asked.names or NAMES:
        begin = time.perf_counter()
        told = import_module(f"benchmarks.{name}").run(quick=asked.quick)
        _say(f"\n== {name} ==\n{told}\n({time.perf_counter() - begin:.0f} s)")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
