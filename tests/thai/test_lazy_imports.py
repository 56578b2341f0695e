"""The room costs nothing at import: Babel and PyThaiNLP come with the first call that needs them."""

from __future__ import annotations

import subprocess
import sys


def test_importing_the_room_imports_neither_babel_nor_pythainlp() -> None:
    code = """
import sys
from decimal import Decimal
from ita_docs.thai import baht_text, format_money, localize_digits
localize_digits("2566", "thai")
heavy = ("babel", "pythainlp")
print([name for name in heavy if name in sys.modules])
baht_text(1), format_money(Decimal(1))
print([name for name in heavy if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[]", "['babel', 'pythainlp']"]
