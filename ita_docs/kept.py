"""Work kept between processes: what is made of files that seldom change lies beside Python's own compiled modules.

Source: PEP 3147 and `importlib.util.cache_from_source`, which name the folder (`__pycache__`, or the one that
PYTHONPYCACHEPREFIX names).  What is kept is trusted as compiled modules are, and as they are it is made anew when a
file it was made of has another size or time, and not written where Python writes none: with PYTHONDONTWRITEBYTECODE,
and where the package's folder is read-only.
Limits: what `marshal` takes (texts, numbers, tuples, lists, sets, dictionaries, code); who gets it must not change it.

>>> kept("doctest", [Path(__file__)], lambda: ("made", 1))
('made', 1)
"""

from __future__ import annotations

import marshal
import os
import secrets
import sys
from collections.abc import Callable, Hashable, Iterable
from contextlib import suppress
from importlib.util import cache_from_source, find_spec
from pathlib import Path
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


def kept(name: str, sources: Iterable[Path], make: Callable[[], Made], *of: Hashable) -> Made:
    """What was made of these files before, and of what else is named; else what is made of them now.

    The module of `make` is one of the files: what it makes today may have another form than what it made.
    """
    place = _place(name)
    key = _key([_module_of(make), *sources], of) if place else None
    if place is None or key is None:
        return make()
    with suppress(OSError, EOFError, ValueError, TypeError):  # not there, torn, or another Python's
        known, value = marshal.loads(place.read_bytes())  # noqa: S302  trusted as the modules beside it are
        if known == key:
            return cast("Made", value)
    made = make()
    if not sys.dont_write_bytecode:
        with suppress(OSError, ValueError):
            _write(place, marshal.dumps(cast("Any", (key, made))))
    return made


def files_of(package: str, *names: str) -> list[Path]:
    """Files of an installed package, which is found and not imported: all modules in it, and those named."""
    spec = find_spec(package)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return [
        path for folder in map(Path, folders) for path in (*sorted(folder.glob("*.py")), *map(folder.joinpath, names))
    ]


def _place(name: str) -> Path | None:
    """Where a thing of a name is kept; None where Python keeps nothing."""
    try:
        beside = Path(cache_from_source(__file__))
    except NotImplementedError:
        return None
    return beside.with_name(f"kept-{name}.{sys.implementation.cache_tag}.bin")


def _module_of(make: Callable[[], object]) -> Path:
    return Path(getattr(sys.modules.get(make.__module__), "__file__", None) or "")


def _key(sources: Iterable[Path], of: tuple[Hashable, ...]) -> tuple[object, ...] | None:
    """What tells whether the files are still those; None where one can not be told, as within a ZIP archive."""
    try:
        stats = [(str(path), path.stat()) for path in sources]
    except OSError:
        return None
    return (sys.hexversion, of, tuple((path, stat.st_size, stat.st_mtime_ns) for path, stat in stats))


def _write(place: Path, data: bytes) -> None:
    """Write a file whole or not at all: several processes may make the same."""
    place.parent.mkdir(parents=True, exist_ok=True)
    temporary = place.with_name(f"{place.name}.{secrets.token_hex(8)}")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, place)  # noqa: PTH105  a path that tests can make fail
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
