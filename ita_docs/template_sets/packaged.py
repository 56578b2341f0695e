"""Where this package keeps its own templates and samples.

A wheel carries them as `ita_docs/_data/`; a checkout or an editable install has them beside the `pyproject.toml` that
names this project.  A folder that only happens to be called `templates` is never used.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from ita_docs.errors import Fault, Place, TemplateError

_PROJECT = "ita-docs"
#: The name of the set of templates that the package brings.
STANDARD = "standard"


@cache
def data_folder() -> Path:
    """Return the folder that holds `templates/` and `examples/`: in the package, else beside our own pyproject.toml."""
    package = Path(__file__).resolve().parent.parent
    if (package / "_data").is_dir():
        return package / "_data"
    if _names_this_project(package.parent / "pyproject.toml"):
        return package.parent
    raise TemplateError([Fault("template-set.no-data", Place(file=str(package)))])


def standard_template(kind: str) -> Path:
    """Return the standard template of a report kind (`progress-report`)."""
    return _existing(data_folder() / "templates" / STANDARD / f"{kind}.docx", kind)


def starter(kind: str) -> Path:
    """Return the commented data file that a new report of this kind, or a dossier, starts from."""
    return _existing(data_folder() / "examples" / "new" / f"{kind}.yaml", kind)


def samples() -> tuple[Path, ...]:
    """Return every sample data file; each is named after its kind, a second one with more after a dash."""
    return tuple(sorted((data_folder() / "examples").glob("*.yaml")))


def _existing(path: Path, kind: str) -> Path:
    if not path.is_file():
        raise TemplateError([Fault("template-set.no-file", Place(file=str(path)), {"kind": kind})])
    return path


def _names_this_project(pyproject: Path) -> bool:
    try:
        project = tomllib.loads(pyproject.read_text(encoding="utf-8")).get("project", {})
    except (OSError, ValueError):  # absent, unreadable, not UTF-8 or not TOML: in any case not ours
        return False
    name = project.get("name", "") if isinstance(project, dict) else ""
    return isinstance(name, str) and name.lower().replace("_", "-") == _PROJECT
