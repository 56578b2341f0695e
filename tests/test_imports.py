"""Imports point one way, along the pipeline, and only the engine knows Word's libraries.

Read from the source, so that an import inside a function or under TYPE_CHECKING counts too.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import ita_docs

# Each room and what it may import of ours beside itself; what has no room is open to all.
FOUNDATION = {"errors", "findings", "messages", "kept", "near", "patterns"}
UP_TO_RECORDS = FOUNDATION | {"thai", "assessment", "records"}
UP_TO_REPORTS = UP_TO_RECORDS | {"reports"}
UP_TO_ENGINE = UP_TO_REPORTS | {"review", "data_files", "template_sets", "engine"}
MAY_IMPORT = {
    "messages": set[str](),
    "kept": set[str](),
    "near": set[str](),
    "patterns": set[str](),
    "errors": {"messages"},
    "findings": {"errors", "messages"},
    "thai": FOUNDATION,
    "assessment": FOUNDATION | {"thai"},
    "records": UP_TO_RECORDS,
    "reports": UP_TO_REPORTS,
    "review": UP_TO_REPORTS,
    "template_sets": UP_TO_REPORTS,
    "data_files": UP_TO_REPORTS | {"review"},
    "engine": UP_TO_ENGINE,
    "batch": UP_TO_ENGINE | {""},
    "pdf": UP_TO_ENGINE,
    "pack": UP_TO_ENGINE | {"batch", "pdf"},
    "cli": UP_TO_ENGINE | {"batch", "pdf", "pack", ""},
    "__main__": {"cli"},
    # ita_docs itself: lazily
    "": UP_TO_REPORTS | {"data_files", "engine", "batch", "pdf", "pack"},
}
WORD_LIBRARIES = {"docxtpl", "docx", "lxml", "jinja2", "isal", "pptx", "xlsxwriter"}


def imports(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source}: relative import"
            module = node.module or ""
            # `from ita_docs import x` may name a room or a public name of the package itself
            yield from (f"{module}.{alias.name}" if module == "ita_docs" else module for alias in node.names)


def sources(root: Path) -> list[tuple[str, Path]]:
    package = root / "ita_docs"
    found = []
    for source in sorted(package.rglob("*.py")):
        room = source.relative_to(package).parts[0].removesuffix(".py")
        found.append(("" if room == "__init__" else room, source))
    return found


def test_direction(root: Path) -> None:
    seen = 0
    wrong = []
    for room, source in sources(root):
        for name in imports(source):
            if name.partition(".")[0] != "ita_docs":
                continue
            seen += 1
            imported = name.split(".")[1] if "." in name else ""
            imported = imported if imported in MAY_IMPORT else ""
            if imported not in MAY_IMPORT[room] | {room}:
                wrong.append(f"{source.relative_to(root)} imports {name}")
    assert not wrong
    assert seen > 50


def test_only_the_engine_knows_word(root: Path) -> None:
    seen = 0
    wrong = []
    for room, source in sources(root):
        for name in imports(source):
            if name.partition(".")[0] in WORD_LIBRARIES:
                seen += 1
                if room != "engine":
                    wrong.append(f"{source.relative_to(root)} imports {name}")
    assert not wrong
    assert seen > 3


def test_importing_the_package_loads_none_of_the_libraries(root: Path) -> None:
    heavy = WORD_LIBRARIES | {"fontTools", "pikepdf", "babel", "pythainlp", "pydantic", "ruamel", "click", "rich"}
    code = "import sys, ita_docs; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "ita_docs.errors" in loaded
    assert not heavy & loaded


def test_every_public_name_is_there() -> None:
    assert len(ita_docs.__all__) > 20
    for name in ita_docs.__all__:
        assert getattr(ita_docs, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = ita_docs.nothing
