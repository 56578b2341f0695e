"""What is kept between processes is what would be made, and is made anew as soon as what it was made of changed."""

import marshal
import os
import sys
import zlib
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import ita_docs
from ita_docs import template_sets
from ita_docs.assessment import edition as editions_module
from ita_docs.assessment import edition_file, editions
from ita_docs.data_files import read
from ita_docs.engine import compiled
from ita_docs.engine.template import Template
from ita_docs.kept import VARIABLE, files_of, kept
from ita_docs.review import places
from ita_docs.thai import dates


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for what Python keeps."""
    folder = tmp_path / "cache"
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(folder))
    monkeypatch.setenv(VARIABLE, "")
    return folder


@pytest.fixture
def users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for what can not lie where Python keeps its own."""
    folder = tmp_path / "users" / "cache"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.txt"
    path.write_text("one", encoding="utf-8")
    return path


class Maker:
    """Counts how often it makes what it reads."""

    def __init__(self, source: Path) -> None:
        self.source, self.made = source, 0

    def __call__(self) -> str:
        self.made += 1
        return self.source.read_text(encoding="utf-8")

    def kept(self, *of: str) -> str:
        return kept("test", [self.source], self, *of)


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_second_time_nothing_is_made(cache: Path, source: Path) -> None:
    maker = Maker(source)
    assert [maker.kept(), maker.kept()] == ["one", "one"]
    assert maker.made == 1
    assert [path.name for path in files(cache)] == [f"kept-test.{sys.implementation.cache_tag}.bin"]


@pytest.mark.usefixtures("cache")
def test_what_was_made_of_other_files_or_for_another_thing_is_made_anew(source: Path) -> None:
    maker = Maker(source)
    maker.kept("thai")
    assert maker.kept("arabic") == "one"
    assert maker.made == 2
    source.write_text("other", encoding="utf-8")
    assert maker.kept("arabic") == "other"
    status = source.stat()
    source.write_text("third", encoding="utf-8")  # of the same length
    os.utime(source, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert maker.kept("arabic") == "third"
    assert maker.made == 4


@pytest.mark.parametrize("damage", ["nothing left", "half", "first byte", "a letter", "zeros"])
def test_what_a_disk_has_damaged_is_made_anew(cache: Path, source: Path, damage: str) -> None:
    maker = Maker(source)
    maker.kept()
    [place] = files(cache)
    data = place.read_bytes()
    place.write_bytes(
        {
            "nothing left": b"",
            "half": data[: len(data) // 2],
            "first byte": bytes([data[0] ^ 1]) + data[1:],
            "a letter": data.replace(b"one", b"ore"),
            "zeros": bytes(len(data)),
        }[damage]
    )
    assert [maker.kept(), maker.kept()] == ["one", "one"]
    assert maker.made == 2


def test_an_interruption_leaves_nothing_behind(cache: Path, source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Maker(source).kept()
    assert files(cache) == []


@pytest.mark.parametrize("torn", [b"", b"no marshal", marshal.dumps(1), marshal.dumps((1, 2, 3)), marshal.dumps("ab")])
def test_what_can_not_be_read_is_made_anew(cache: Path, source: Path, torn: bytes) -> None:
    maker = Maker(source)
    maker.kept()
    [place] = files(cache)
    place.write_bytes(zlib.crc32(torn).to_bytes(4, "big") + torn)
    assert [maker.kept(), maker.kept()] == ["one", "one"]
    assert maker.made == 2


@pytest.mark.parametrize("why", ["writes none", "can not write"])
def test_where_python_writes_nothing_the_users_folder_has_it(
    cache: Path, users: Path, source: Path, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    if why == "writes none":
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
    else:
        cache.write_bytes(b"")  # a file, in which no folder can be made
    maker = Maker(source)
    assert [maker.kept(), maker.kept()] == ["one", "one"]
    assert maker.made == 1
    assert not cache.is_dir()
    assert [path.name.partition("-")[2] for path in files(users)] == [f"kept-test.{sys.implementation.cache_tag}.bin"]


def test_what_the_users_folder_has_is_found_beside_the_modules_as_soon_as_it_can_be(
    cache: Path, users: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = Maker(source)
    with monkeypatch.context() as none:
        none.setattr(sys, "dont_write_bytecode", True)
        maker.kept()
    [there] = files(users)
    assert maker.kept() == "one"
    assert maker.made == 1
    assert [path.read_bytes() for path in files(cache)] == [there.read_bytes()]


def test_two_installations_share_the_users_folder(
    users: Path, source: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    for place in ("one", "another"):
        monkeypatch.setattr("ita_docs.kept.__file__", str(tmp_path / place / "kept.py"))
        assert [Maker(source).kept() for _ in range(2)] == ["one", "one"]
    assert len(files(users)) == 2


def test_the_folder_of_the_system_where_none_is_named(
    cache: Path, source: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [Maker(source).kept() for _ in range(2)] == ["one", "one"]
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr("platformdirs.user_cache_path", lambda name, **_: tmp_path / "system" / name)
    assert Maker(source).kept() == "one"
    assert len(files(tmp_path / "system" / "ita-docs")) == 1
    assert not cache.exists()


def test_a_folder_below_a_home_that_there_is_not(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def expanded(path: Path) -> Path:
        raise RuntimeError(path)

    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setenv(VARIABLE, "~/cache")
    monkeypatch.setattr(Path, "expanduser", expanded)
    assert Maker(source).kept() == "one"


@pytest.mark.parametrize("home", ["raises", "~"])
def test_without_a_home_nothing_is_kept(
    source: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str
) -> None:
    def folder(name: str, **_: object) -> Path:
        if home == "raises":
            raise RuntimeError(name)
        return Path(home, ".cache", name)

    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr("platformdirs.user_cache_path", folder)
    monkeypatch.delenv(VARIABLE, raising=False)
    (here := tmp_path / "here").mkdir()
    monkeypatch.chdir(here)
    maker = Maker(source)
    assert [maker.kept(), maker.kept()] == ["one", "one"]
    assert maker.made == 2
    assert files(here) == []


def test_what_lies_beside_the_modules_is_read_where_nothing_is_written(
    cache: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    maker = Maker(source)
    maker.kept()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert maker.kept() == "one"
    assert maker.made == 1
    assert len(files(cache)) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="only POSIX tells who may write a file")
def test_what_anybody_can_write_is_neither_made_nor_read(cache: Path, source: Path) -> None:
    maker = Maker(source)
    before = os.umask(0)
    try:
        maker.kept()
    finally:
        os.umask(before)
    [place] = files(cache)
    assert place.stat().st_mode & 0o777 == 0o644
    place.chmod(0o664)
    assert [maker.kept(), maker.kept()] == ["one", "one"]
    assert maker.made == 2


@pytest.mark.usefixtures("cache")
@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="only POSIX tells whose a file is")
def test_what_somebody_else_wrote_is_not_read(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maker = Maker(source)
    maker.kept()
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    monkeypatch.setattr(os, "fstat", lambda _: os.stat_result((0o600, 0, 0, 0, 54321, 0, 0, 0, 0, 0)))
    assert maker.kept() == "one"
    assert maker.made == 2


def test_a_folder_that_can_not_be_written_stops_nothing(
    cache: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "replace", refused)
    assert Maker(source).kept() == "one"
    assert files(cache) == []
    cache.parent.joinpath("file").write_bytes(b"")
    monkeypatch.setattr(sys, "pycache_prefix", str(cache.parent / "file"))
    assert Maker(source).kept() == "one"


def test_without_a_file_to_tell_it_by_it_is_made_each_time(cache: Path, source: Path) -> None:
    maker = Maker(source)
    missing = source.with_name("missing")
    assert [kept("test", [missing], maker) for _ in range(2)] == ["one", "one"]
    assert maker.made == 2
    assert not cache.exists()


def test_python_that_keeps_nothing(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert Maker(source).kept() == "one"


def test_files_of_a_package_that_is_not_imported() -> None:
    assert {path.name for path in files_of("geothai", "_data/provinces.json")} >= {"__init__.py", "provinces.json"}
    assert files_of("no_such_package") == []


REGISTERS: dict[str, tuple[Any, Callable[[], Any]]] = {
    "register": (places._register, lambda: places._register()),  # noqa: SLF001, PLW0108
    "words": (places.common_words, lambda: {n: places.common_words().beginning(n) for n in "กขเแa"}),
    "months": (dates.months, lambda: dates.months()),  # noqa: PLW0108
}


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("name", REGISTERS)
def test_a_register_that_was_kept_is_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cached, read = REGISTERS[name]
    found: list[Any] = []
    for _ in range(2):
        cached.cache_clear()
        found.append(read())
        monkeypatch.delattr("geothai.provinces", raising=False)  # the second time no source is asked
        monkeypatch.setitem(sys.modules, "pythainlp.corpus", None)
        monkeypatch.setitem(sys.modules, "babel.dates", None)
    cached.cache_clear()
    assert found[0] == found[1]
    assert all(found[0])


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("year", editions())
def test_an_edition_that_was_kept_is_the_same(year: int) -> None:
    load = editions_module.__globals__["_load"]
    fresh = editions_module.__globals__["_entry"](edition_file(year))
    found = []
    for _ in range(3):
        load.cache_clear()
        found.append(load(year))
    assert found[0] == found[1] == found[2]
    assert len(found[2].items) == len(found[0].items) > 50
    assert found[2].year == int(fresh["fiscal_year"])


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("kind", ita_docs.KINDS)
def test_a_template_that_was_kept_prints_the_same_bytes(root: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    report = ita_docs.KINDS[kind].model_validate(read(root / "examples" / f"{kind}.yaml").data)
    path = template_sets.standard_template(kind)
    fresh = ita_docs.render(report, template=path).document
    documents = []
    for _ in range(2):
        monkeypatch.setattr("ita_docs.engine.template._Opened._known", OrderedDict())
        documents.append(ita_docs.render(report, template=Template.standard(path)).document)
        monkeypatch.setitem(sys.modules, "ita_docs.engine.compile", None)  # the second time nothing is compiled
    assert documents == [fresh, fresh]


def test_a_part_is_the_same_after_marshal() -> None:
    opened = Template(template_sets.standard_template("progress-report"))._opened  # noqa: SLF001
    parts = [part for part, _ in opened.variant("thai").templates]
    again = marshal.loads(marshal.dumps([compiled._plain(part) for part in parts]))  # noqa: S302, SLF001
    assert [compiled._part(*plain) for plain in again] == parts  # noqa: SLF001
    assert len(parts) >= 2
