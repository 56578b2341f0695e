"""The fast reader of YAML says what the careful one does, line by line, or nothing at all."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ita_docs import template_sets
from ita_docs.assessment import edition_file, editions
from ita_docs.data_files import yaml_fast, yaml_reader
from ita_docs.data_files.tree import Key, Node, Position, Unreadable

pytest.importorskip("_ruamel_yaml", reason="ruamel.yaml.clib is missing: pip install '.[test]'")

PIECES = (
    "a", "b:", " ", "  ", "\n", "\n  ", "\n- ", "- ", ": ", "key: ", "'", '"', "#", " # c", "{", "}", "[", "]", ", ",
    ",",
    "|\n  x\n", ">-\n  y\n", "?", "? ", "ก", "๑. ", "%", "---\n", "...", "&x ", "*x", "!t ", "~", "null", "1.0", "\r\n",
    "<<: ", "\n\n", "😀", ":", "-", "@", "`", "''", '""', "|", "|2-\n   z", "\nk2: ", "\nk3:", "\n  - x", "\n  - y: z",
    "{a: b, c: d}", "[x, 'y']", "ำ", "\u200b", "|#", '"\\x41"', "'it''s'", "\n    long\n    text", "#x\n", "\t",
)  # fmt: skip


def starts(node: Node, path: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], Position, bool]]:
    yield path, node.start, node.is_list
    for key, child in (node.children or {}).items():
        yield from starts(child, (*path, key))


def read(text: str) -> Any:
    """All that a text is read as: data, faults, and where everything stands."""
    try:
        builder, faults = yaml_reader.read_yaml(text, "x.yaml")
    except Unreadable as error:
        return [str(fault) for fault in error.faults]
    places = list(starts(builder.root)) if builder.root else []
    return builder.data, [str(fault) for fault in (*faults, *builder.faults)], places


def carefully(text: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    with monkeypatch.context() as patch:
        patch.setattr(yaml_reader, "fast_events", lambda _: None)
        return read(text)


def isread_fast(text: str) -> bool:
    return yaml_reader.read_fast(text, text.split("\n"), "x.yaml") is not None


def files() -> list[Path]:
    starters = [template_sets.starter(path.stem) for path in template_sets.samples()]
    return [*template_sets.samples(), *starters, *map(edition_file, editions())]


def test_files_of_ours_areread_fast_and_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(files()) > 10
    for path in files():
        text = path.read_text(encoding="utf-8")
        assert isread_fast(text), path
        assert read(text) == carefully(text, monkeypatch), path


def test_whatever_isread_fast_is_read_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(2566)  # noqa: S311  the same texts every time
    fast = 0
    for _ in range(4000):
        text = "k: " * (chance.random() < 0.6) + "".join(chance.choices(PIECES, k=chance.randint(2, 14)))
        if isread_fast(text):
            fast += 1
            assert read(text) == carefully(text, monkeypatch), repr(text)
    assert fast > 200


@pytest.mark.parametrize(
    "text",
    [
        "a:\tb",
        "a: b\rc: d",
        "a: x\u2028y",
        "%YAML 1.1\n---\na: b",
        "a: |#\n x",
        "a: |-\n \n  x",
        "a: b\n...\n...\n",
        "a:\n- # c\n",
        "a: &x b",
        "a: *x",
        "a: !!str b",
        "a: b: c",
        "- a",
        "a: b\n---\nc: d\n",
        "a: 1\na: 2",
    ],
)
def test_what_is_wrong_or_unusual_is_left_to_the_careful_reader(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not isread_fast(text)
    assert read(text) == carefully(text, monkeypatch)


def test_without_the_library_there_is_one_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: [1, 'b']\nc:\n"
    expected = read(text)
    monkeypatch.setattr(yaml_fast, "CParser", None)
    assert yaml_fast.fast_events(text) is None
    assert read(text) == expected
