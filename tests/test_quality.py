"""Lint, format and types, as tests: one command runs everything."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECKS = {
    "lint": ["ruff", "check", "."],
    "format": ["ruff", "format", "--check", "."],
    "types": ["mypy", "ita_docs", "drawing", "docs", "benchmarks", "tests"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_clean(root: Path, check: str) -> None:
    done = subprocess.run([sys.executable, "-m", *CHECKS[check]], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
