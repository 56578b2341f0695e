"""Work kept between processes: what is made of files that seldom change lies beside Python's own compiled modules.

Source: PEP 3147 and `importlib.util.cache_from_source`, which name the folder (`__pycache__`, or the one that
PYTHONPYCACHEPREFIX names).  Where Python writes none (with PYTHONDONTWRITEBYTECODE, in a package whose folder is
read-only) it lies in the user's folder for caches, or in the one that ITA_DOCS_CACHE names; empty, in none.
What is kept is trusted as compiled modules are, where only the user or the administrator can have written it, as far as
the system tells; and as they are it is made anew when a file it was made of has another size or time.
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

#: How many bytes of a file are the checksum of the others.
_SUM = 4
#: Bits of a file's mode: its group or anybody may write it.
_BY_OTHERS = 0o022
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
            if zlib.crc32(data[_SUM:]).to_bytes(_SUM, "big") != data[:_SUM]:  # a disk that lost power
                raise EOFError(place)
            known, value = marshal.loads(data[_SUM:])  # noqa: S302  trusted as the modules beside it are
            if known == key:
                if not sys.dont_write_bytecode:
                    _write(missed, data)  # found sooner the next time, if it can be written there by now
                return cast("Made", value)
        missed.append(place)
    made = make()
    places = _places(name)
    if sys.dont_write_bytecode:
        next(places)  # beside the modules nothing is written then
    with suppress(ValueError):
        data = marshal.dumps(cast("Any", (key, made)))
        _write(places, zlib.crc32(data).to_bytes(_SUM, "big") + data)
    return made


def files_of(package: str, *names: str) -> list[Path]:
    """Files of an installed package, which is found and not imported: all modules in it, and those named."""
    spec = find_spec(package)
    folders = list(spec.submodule_search_locations or ()) if spec else []
    return [
        path for folder in map(Path, folders) for path in (*sorted(folder.glob("*.py")), *map(folder.joinpath, names))
    ]


def _places(name: str) -> Iterator[Path]:
    """Where a thing of a name may lie: beside the modules, then in the user's folder, which takes a library to find."""
    file = f"kept-{name}.{sys.implementation.cache_tag}.bin"
    yield Path(cache_from_source(__file__)).with_name(file)
    folder = _users_folder()
    if folder.is_absolute():  # where several packages of several environments lie together
        yield folder / f"{zlib.crc32(__file__.encode()):08x}-{file}"


def _users_folder() -> Path:
    """The user's folder for caches; no absolute path where there is none, or no home."""
    with suppress(RuntimeError, KeyError, OSError):
        if (named := os.environ.get(VARIABLE)) is not None:
            return Path(named).expanduser().absolute() if named else Path()
        from platformdirs import user_cache_path  # noqa: PLC0415  few starts need it

        return user_cache_path("ita-docs", appauthor=False)
    return Path()


def _own(place: Path) -> bytes:
    """What a file holds, where the system does not tell that somebody else can have written it."""
    with place.open("rb") as file:
        status = os.fstat(file.fileno())
        if hasattr(os, "geteuid") and (status.st_uid not in {0, os.geteuid()} or status.st_mode & _BY_OTHERS):
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


def _opened_for_all_to_read(path: str, flags: int) -> int:
    """As Python opens its compiled modules: nobody else may write them, whatever the umask is."""
    return os.open(path, flags, 0o644)


def _write(places: Iterable[Path], data: bytes) -> None:
    """Write a file where it can be, whole or not at all: several processes may make the same."""
    for place in places:
        temporary = place.with_name(f"{place.name}.{secrets.token_hex(8)}")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with open(temporary, "xb", opener=_opened_for_all_to_read) as file:
                file.write(data)
            os.replace(temporary, place)  # noqa: PTH105  a path that tests can make fail
        except BaseException as error:  # Ctrl-C too leaves nothing behind
            with suppress(OSError):
                temporary.unlink()
            if not isinstance(error, OSError):
                raise
        else:
            return
