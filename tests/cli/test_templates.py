"""The commands on templates: sets, copies, names, the static check; and rendering with a set."""

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from ita_docs import KINDS, PAPERS
from ita_docs.cli import main
from ita_docs.template_sets import find_set, starter


class Done(NamedTuple):
    """What a command gave."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def command(*arguments: str) -> Done:
        code = main(arguments)
        return Done(code, *capsys.readouterr())

    return command


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ITA_DOCS_TEMPLATES", raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def changed(path: Path, old: bytes, new: bytes) -> None:
    """A template with something in its document replaced, as a person would in Word."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts["word/document.xml"]
    parts["word/document.xml"] = parts["word/document.xml"].replace(old, new)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)


@pytest.mark.parametrize("kind", PAPERS)
def test_a_copy_is_a_set_whose_template_is_clean(run: Run, kind: str, tmp_path: Path) -> None:
    done = run("template", "copy", kind, "templates/ours")
    assert done.code == 0
    assert done.out.splitlines() == [f"templates/ours/{kind}.docx", "templates/ours/set.toml"]
    assert find_set("ours", tmp_path).template(kind)[0] == tmp_path / "templates" / "ours" / f"{kind}.docx"
    assert run("template", "check", f"templates/ours/{kind}.docx", "--for", kind).code == 0


def test_a_copy_replaces_nothing_unasked_and_keeps_the_sets_file(run: Run) -> None:
    run("template", "copy", "progress-report", "ours")
    Path("ours/set.toml").write_text('font = "A"\n')
    refused = run("template", "copy", "progress-report", "ours")
    assert (refused.code, refused.out) == (5, "")
    assert run("template", "copy", "progress-report", "ours", "--force").out == "ours/progress-report.docx\n"
    assert Path("ours/set.toml").read_text() == 'font = "A"\n'


def test_a_copy_of_a_set_inherits_from_it_in_its_style(run: Run) -> None:
    run("template", "copy", "progress-report", "templates/mother")
    Path("templates/mother/set.toml").write_text('font = "Noto Sans Thai"\n')
    assert run("template", "copy", "improvement-plan", "templates/child", "--template", "mother").code == 0
    assert 'inherit = "mother"' in Path("templates/child/set.toml").read_text(encoding="utf-8")
    with zipfile.ZipFile("templates/child/improvement-plan.docx") as archive:
        assert b'w:cs="Noto Sans Thai"' in archive.read("word/styles.xml")


def test_the_sets_that_can_be_named_are_listed(run: Run) -> None:
    run("template", "copy", "progress-report", "templates/ours")
    lines = [line.split("\t") for line in run("template", "list").out.splitlines()]
    assert [line[0] for line in lines] == ["ours", "standard"]
    assert (Path(lines[0][1]).resolve(), lines[0][2]) == (Path("templates/ours").resolve(), "progress-report")
    assert set(KINDS) <= set(lines[1][2].split(", "))


@pytest.mark.parametrize("kind", PAPERS)
def test_every_name_of_a_kind_is_told(run: Run, kind: str) -> None:
    told = json.loads(run("template", "fields", kind, "--json").out)
    assert {"agency", "agency.full_name", "fiscal_year"} <= {one["name"] for one in told}
    assert all(set(one) == {"name", "type", "meaning", "example"} and one["type"] for one in told)
    tree = run("template", "fields", kind).out
    assert len(tree.splitlines()) == len(told)
    assert "\n  full_name: text" in tree


def test_fields_of_an_agencys_own_are_told_checked_and_printed(run: Run) -> None:
    run("template", "copy", "progress-report", "templates/ours")
    Path("templates/ours/set.toml").write_text('[extra.source]\ntype = "text"\nmeaning = "แหล่งเงิน"\n', encoding="utf-8")
    assert "source: text · แหล่งเงิน" in run("template", "fields", "progress-report", "--template", "ours").out
    template = Path("templates/ours/progress-report.docx")
    changed(
        template,
        b"{{ agency.short_name }}",
        b"{{ agency.short_name }}{{ measures[0].extra.source if measures else '' }}",
    )
    shutil.copy(starter("progress-report"), "data.yaml")
    text = Path("data.yaml").read_text(encoding="utf-8")
    with_own = re.sub(r"(?m)^(measures:\n(?:\s*#.*\n)*)- ", r"\1- extra: {source: เงินรายได้}\n  ", text, count=1)
    assert with_own != text
    Path("data.yaml").write_text(with_own, encoding="utf-8")
    assert run("render", "data.yaml", "--template", "ours").code == 0
    with zipfile.ZipFile("data.docx") as archive:
        assert "เงินรายได้" in archive.read("word/document.xml").decode()
    line = with_own[: with_own.index("extra:")].count("\n") + 1
    alone = run("check", "data.yaml")
    assert alone.code == 3
    assert f"data.yaml:{line}:" in alone.err
    Path("data.yaml").write_text(with_own.replace("source: เงินรายได้", "sauce: เงินรายได้"), encoding="utf-8")
    wrong = run("check", "data.yaml", "--template", "ours")
    assert (wrong.code, f"data.yaml:{line}:" in wrong.err, "source" in wrong.err) == (3, True, True)


def test_a_set_that_the_data_names_needs_no_option(run: Run) -> None:
    run("template", "copy", "progress-report", "templates/ours")
    Path("templates/ours/set.toml").write_text('numerals = "arabic"\n')
    text = starter("progress-report").read_text(encoding="utf-8")
    Path("data.yaml").write_text(f"template_set: ours\n{text}", encoding="utf-8")
    assert run("render", "data.yaml").code == 0
    with zipfile.ZipFile("data.docx") as archive:
        assert "๒๕".encode() not in archive.read("word/document.xml")


def test_a_dossier_is_rendered_with_a_set_but_not_with_one_template(run: Run) -> None:
    run("template", "copy", "progress-report", "templates/ours")
    shutil.copy(starter("dossier"), "year.yaml")
    assert len(run("render", "year.yaml", "--template", "ours").out.splitlines()) == len(KINDS)
    assert run("render", "year.yaml", "--force", "--template", "templates/ours/progress-report.docx").code == 2


def test_every_fault_of_a_template_is_told_with_its_place_and_its_words(run: Run) -> None:
    run("template", "copy", "progress-report", "ours")
    template = Path("ours/progress-report.docx")
    changed(template, b"agency.short_name }}", b"agency.shrt_name }}")
    done = run("template", "check", str(template), "--for", "progress-report", "--json", "--annotate", "noted.docx")
    assert done.code == 4
    said = json.loads(done.out)
    assert said["exit_code"] == 4
    first = said["findings"][0]
    assert (first["code"], first["part"], first["tag"]) == (
        "template.unknown-name-near",
        "word/document.xml",
        "{{ agency.shrt_name }}",
    )
    assert first["around"]
    with zipfile.ZipFile("noted.docx") as archive:
        assert "shrt_name" in archive.read("word/comments.xml").decode()
    plain = run("template", "check", str(template), "--for", "progress-report")
    assert (plain.code, "shrt_name" in plain.err, plain.out) == (4, True, "")


def test_a_file_that_is_no_template_is_told_too(run: Run) -> None:
    Path("no.docx").write_bytes(b"PK no")
    done = run("template", "check", "no.docx", "--for", "memo", "--json")
    assert done.code == 4
    assert json.loads(done.out)["findings"][0]["severity"] == "error"
    assert run("template", "check", "missing.docx", "--for", "memo").code == 4


@pytest.mark.parametrize(
    "words",
    [
        ("template", "copy", "progres-report", "x"),
        ("template", "fields", "nothing"),
        ("template", "check", "x.docx", "--for", "nothing"),
        ("template", "check", "x.docx"),
        ("template", "chek"),
    ],
)
def test_what_is_not_there_is_a_usage_error(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).code == 2
