"""The documentation is what the code says: the table of fields, and every field in it has a meaning."""

import runpy
from pathlib import Path


def test_the_table_of_fields_is_what_the_records_say(root: Path) -> None:
    drawn = runpy.run_path(str(root / "docs" / "fields.py"))
    rows = [line for line in drawn["table"]().splitlines() if line.startswith("| `")]
    assert len(rows) > 60
    assert [row for row in rows if row.split("|")[3].strip() == ""] == []
    assert (root / "docs" / "fields.md").read_text(encoding="utf-8") == drawn["table"](), "run: python docs/fields.py"
