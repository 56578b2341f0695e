"""The officers' guide to templates says only what is so: its tags, names, commands, settings and pictures exist.

`templates/standard/README.md` is read as an officer reads it: each tag as it stands, each line of a command.
"""

import re
import shlex
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click import Option
from lxml import etree

from drawing.__main__ import FOLDER, OURS
from ita_docs import load
from ita_docs.cli.application import Group, application
from ita_docs.engine.check import check_template
from ita_docs.engine.filters import PUBLIC
from ita_docs.reports import KINDS, PAPERS, Report
from ita_docs.reports.view_types import ViewType, view_class, view_type
from ita_docs.template_sets import find_set, standard_template
from ita_docs.template_sets.described import declared
from ita_docs.template_sets.extras import with_extras
from ita_docs.template_sets.set_file import SetFile, read_set_file

GUIDE = (FOLDER / "README.md").read_text(encoding="utf-8")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
XML = etree.XMLParser(resolve_entities=False)
TAG = re.compile(r"\{\{(?P<value>[^{}…]+)\}\}|\{%-?(?:p|tr)? *(?P<words>[^{}%…]+)%\}")
PATH = re.compile(r"[a-z_]+(?:\.[a-z_]+)*")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
TREES = [view_type(view_class(kind), declared(find_set(OURS).extra)) for kind in PAPERS.values()]


def blocks(language: str) -> list[str]:
    return [text for found, text in FENCE.findall(GUIDE) if found == language]


def tags() -> list[re.Match[str]]:
    """Every tag of the guide but the one that shows a mistake."""
    return list(TAG.finditer(GUIDE.replace("\\|", "|").replace("{{ agency.shortname }}", "")))


def step(types: list[ViewType], name: str) -> list[ViewType]:
    """The types of a field, in all records that have it."""
    return [one.fields[name].type for one in types if name in one.fields]


def loops() -> dict[str, list[str]]:
    """What each loop of the guide runs over, by its variable."""
    # The tables of layout 4 stand in loops of their own.
    found = {"instrument": ["instruments"], "group": ["groups"]}
    for tag in tags():
        if made := re.fullmatch(r"for (\w+) in ([\w.]+) ?", tag["words"] or ""):
            found.setdefault(made[1], []).append(made[2])
    # In tables whose rows are called `row`.
    found["row"] += ["rows", "measures"]
    return found


LOOPS = loops()


def types_of(path: str) -> list[ViewType]:
    """What a name of the guide can be; nothing when it does not exist."""
    root, *rest = path.split(".")
    types = step(TREES, root)
    for over in LOOPS.get(root, []):
        types += [one.item for one in types_of(over) if one.item is not None]
    for name in rest:
        types = step(types, name)
    return types


def test_every_value_in_a_tag_exists_and_can_be_printed() -> None:
    values = [tag["value"] for tag in tags() if tag["value"]]
    assert len(values) > 10
    for value in values:
        path, *filters = (part.strip() for part in value.split("|"))
        assert PATH.fullmatch(path), value
        assert any(one.leaf for one in types_of(path)), value
        assert {re.sub(r"\(.*", "", one) for one in filters} <= set(PUBLIC), value


def test_every_statement_is_one_and_names_what_exists() -> None:
    words = [tag["words"].strip() for tag in tags() if tag["words"]]
    assert len(words) > 15
    for found in words:
        first, *rest = found.split()
        if first in {"endfor", "endif", "else"}:
            assert not rest
            continue
        assert first in {"for", "if", "merge"}, found
        types = types_of(rest[-1])
        assert types, found
        assert first != "for" or all(one.item for one in types), found
        assert first != "merge" or rest[-1].endswith("_key"), found


def test_loops_and_conditions_of_the_examples_are_closed() -> None:
    for text in blocks("text"):
        opened = re.findall(r"\{%(?:p|tr) (for|if|endfor|endif)", text)
        assert [word for word in opened if not word.startswith("end")] == [
            word.removeprefix("end") for word in reversed(opened) if word.startswith("end")
        ]


def test_the_names_of_boxes_and_charts_exist() -> None:
    boxes = set(re.findall(r"`(row\.progress\.\w+)`", GUIDE))
    assert len(boxes) == 3
    assert all({one.kind for one in types_of(name)} == {"flag"} for name in boxes)
    charts = set(re.findall(r"`chart: (\w+)`", GUIDE))
    assert charts
    assert all("chart" in {one.kind for one in types_of(name)} for name in charts)


def test_every_filter_is_named() -> None:
    assert {name for name in PUBLIC if f"`{name}`" not in GUIDE} == set()


def test_every_command_and_its_options_exist() -> None:
    lines = [line for text in blocks("sh") for line in text.splitlines()]
    lines += re.findall(r"`(ita-docs [^`]+)`", GUIDE)
    assert {" ".join(line.split()[:3]) for line in lines} >= {
        *(f"ita-docs template {name}" for name in ("list", "copy", "fields", "check")),
        "ita-docs render progress-report.yaml",
    }
    for line in lines:
        program, *words = shlex.split(line)
        command = application("th")
        assert program == "ita-docs"
        while isinstance(command, Group):
            command = command.commands[words.pop(0)]  # type: ignore[assignment]  # a command, or another group
        known = {name for param in command.params if isinstance(param, Option) for name in param.opts}
        assert {word for word in words if word.startswith("-")} <= known, line


def test_the_settings_are_those_of_a_set(tmp_path: Path) -> None:
    settings, extra = blocks("toml")
    (tmp_path / "set.toml").write_text(settings + extra, encoding="utf-8")
    (tmp_path / "logo.png").write_bytes((OURS / "logo.png").read_bytes())
    assert read_set_file(tmp_path).extra == find_set(OURS).extra
    assert set(tomllib.loads(settings)) == set(SetFile._fields) - {"extra"}


def test_the_data_of_the_guide_is_data_of_the_set(tmp_path: Path) -> None:
    extra, chosen = blocks("yaml")
    data = "kind: progress-report\nfiscal_year: 2567\nagency: {kind: อบต., name: ตัวอย่าง}\n" + chosen + extra
    (tmp_path / "report.yaml").write_text(data, encoding="utf-8")
    report = load(tmp_path / "report.yaml")
    assert isinstance(report, Report)
    assert report.template_set == OURS.name
    made = with_extras(report, find_set(OURS).extra)
    assert made.extra["prepared_by"]
    assert made.measures[0].extra["budget_source"]


def test_every_template_and_every_picture_is_shown() -> None:
    assert {kind for kind in PAPERS if f"| `{kind}` |" not in GUIDE} == set()
    named = set(re.findall(r"\((pictures/[\w.-]+)\)", GUIDE))
    held = sorted((FOLDER / "pictures").iterdir())
    assert {f"pictures/{path.name}" for path in held} == named
    assert sum(path.stat().st_size for path in held) < 1_500_000  # the wheel brings them


def test_the_message_in_the_guide_is_what_the_check_says(tmp_path: Path) -> None:
    (said,) = (text for text in blocks("text") if "shortname" in text)
    path = changed(tmp_path, lambda data: data.replace(b"{{ agency.short_name }}", b"{{ agency.shortname }}"))
    (found, _) = check_template(path, view_class(PAPERS["progress-report"]))
    assert said.split(": ", 2)[1] == found.place.tag
    assert said.split(": ", 2)[2].strip() == f"{found.text('th')}; {found.advice('th')}"


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_of_one_kind_of_row_is_as_right_as_the_guide_says(tmp_path: Path, kind: str) -> None:
    path = changed(tmp_path, one_row, kind)
    assert check_template(path, view_class(PAPERS[kind])) == ()


def one_row(data: bytes) -> bytes:
    """The rows of the measures as the guide tells to thin them out."""
    root = etree.fromstring(data, XML)
    for table in root.iter(f"{W}tbl"):
        rows = list(table.iterfind(f"{W}tr"))
        texts = ["".join(row.itertext(f"{W}t")) for row in rows]
        if not any(re.match(r"\{%tr for \w+ in (measures|rows) %", text) for text in texts):
            continue
        first = next(number for number, text in enumerate(texts) if text.startswith("{%tr if"))
        until = texts.index("{%tr else %}")
        for number in (*range(first, until + 1), texts.index("{%tr endif %}")):
            table.remove(rows[number])
        assert sum(text.startswith("{%tr else") for text in texts) == 1
        return bytes(etree.tostring(root))
    raise AssertionError


def changed(folder: Path, change: Callable[[bytes], bytes], kind: str = "progress-report") -> Path:
    path = folder / f"{kind}.docx"
    with zipfile.ZipFile(standard_template(kind)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == "word/document.xml" else data)
    return path
