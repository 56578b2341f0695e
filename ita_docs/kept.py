"""Work kept between processes: what is made of files that seldom change lies beside Python's own compiled modules.

Source: PEP 3147 and `importlib.util.cache_from_source`, which name the folder (`__pycache__`, or the one that
PYTHONPYCACHEPREFIX names).  Where Python writes none (with PYTHONDONTWRITEBYTECODE, in a package whose folder is
read-only) it lies in the user's folder for caches, or in the one that ITA_DOCS_CACHE names; empty, in none.
What is kept is trusted as compiled modules are, if it is the user's own, and as they are it is made anew when a file it
was made of has another size or time.
Limits: what `marshal` takes (texts, numbers, tuples, lists, sets, dictionaries, code); who gets it must not change it.

>>> kept("doctest", [Path(__file__)], lambda: ("made", 1))
('made', 1)
"""

from __future__ import annotations

import marshal
import os
import secrets
import sys
import zlib
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import suppress
from importlib.util import cache_from_source, find_spec
from pathlib import Path
from typing import Any, TypeVar, cast

Made = TypeVar("Made")

#: Names the folder for what can not lie beside the modules.
VARIABLE = "ITA_DOCS_CACHE"


def kept(name: str, sources: Iterable[Path], make: Callable[[], Made], *of: Hashable) -> Made:
    """What was made of these files before, and of what else is named; else what is made of them now.

    The module of `make` is one of the files: what it makes today may have another form than what it made.
    """
    key = _key([_module_of(make), *sources], of)
    if key is None or sys.implementation.cache_tag is None:
        return make()
    missed: list[Path] = []
    for place in _places(name):
        with suppress(OSError, EOFError, ValueError, TypeError):  # not there, torn, or another Python's
            data = _own(place)
            known, value = marshal.loads(data)  # noqa: S302  trusted as the modules beside it are
            if known == key:
                _write(missed, data)  # found sooner the next time, if it can be written there by now
                return cast("Made", value)
        missed.append(place)
    made = make()
    with suppress(ValueError):
        _write(_places(name), marshal.dumps(cast("Any", (key, made))))
    return made


def files_of(package: str, *names: str) -> list[Path]:
    """Files of an installed package, which is found and not imported: all modules in it, and those named."""
    spec = find_spec(package)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return [
        path for folder in map(Path, folders) for path in (*sorted(folder.glob("*.py")), *map(folder.joinpath, names))
    ]


def _places(name: str) -> Iterator[Path]:
    """Where a thing of a name may lie; one after the other, since the second takes a library to find."""
    file = f"kept-{name}.{sys.implementation.cache_tag}.bin"
    if not sys.dont_write_bytecode:
        yield Path(cache_from_source(__file__)).with_name(file)
    folder = os.environ.get(VARIABLE)
    if folder is None:
        from platformdirs import user_cache_dir  # noqa: PLC0415  few starts need it

        folder = user_cache_dir("ita-docs", appauthor=False)
    if folder:  # where several packages of several environments lie together
        yield Path(folder, f"{zlib.crc32(__file__.encode()):08x}-{file}")


def _own(place: Path) -> bytes:
    """What a file holds that nobody else can have written."""
    with place.open("rb") as file:
        if hasattr(os, "geteuid") and os.fstat(file.fileno()).st_uid not in {0, os.geteuid()}:
            raise PermissionError(place)
        return file.read()


def _module_of(make: Callable[[], object]) -> Path:
    return Path(getattr(sys.modules.get(make.__module__), "__file__", None) or "")


def _key(sources: Iterable[Path], of: tuple[Hashable, ...]) -> tuple[object, ...] | None:
    """What tells whether the files are still those; None where one can not be told, as within a ZIP archive."""
    try:
        stats = [(str(path), path.stat()) for path in sources]
    except OSError:
        return None
    return (sys.hexversion, of, tuple((path, stat.st_size, stat.st_mtime_ns) for path, stat in stats))


def _write(places: Iterable[Path], data: bytes) -> None:
    """Write a file where it can be, whole or not at all: several processes may make the same."""
    for place in places:
        temporary = place.with_name(f"{place.name}.{secrets.token_hex(8)}")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(data)
            os.replace(temporary, place)  # noqa: PTH105  a path that tests can make fail
        except OSError:
            with suppress(OSError):
                temporary.unlink()
        else:
            return
