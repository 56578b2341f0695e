"""What of many data files is current: by content, without reading them; what changed is made anew, and nothing else."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

import ita_docs
from ita_docs import render_files, template_sets
from ita_docs.batch import current
from ita_docs.batch.found import data_files_in
from ita_docs.batch.manifest import NAME
from tests.batch_reports import PNG, again, data, documents, stamp

KINDS = tuple(ita_docs.KINDS)


@pytest.fixture
def rendered(tmp_path: Path) -> Path:
    """A folder with what a report of its own picture and register gave."""
    mine = data(tmp_path, "in/mine.yaml")
    (mine.parent / "logo.png").write_bytes(PNG)
    text = mine.read_text(encoding="utf-8").replace("\nagency:\n", "\nagency:\n  logo: logo.png\n", 1)
    mine.write_text(text, encoding="utf-8")
    assert "logo" in text
    assert ita_docs.load(mine).agency.logo is not None
    data(tmp_path, "in/other.yaml", "อื่น")
    assert again(tmp_path) == ["mine.yaml", "other.yaml"]
    return tmp_path


def test_what_is_current_is_not_even_read(rendered: Path) -> None:
    before = stamp(rendered / "out")
    for path in (rendered / "in").iterdir():
        path.touch()
    assert again(rendered) == []
    assert stamp(rendered / "out") == before
    shutil.copytree(rendered, rendered / "moved")
    assert again(rendered / "moved") == []
    assert len(render_files(data_files_in(rendered / "in").files, rendered / "out")[0].written) == 1


def change_text(root: Path) -> None:
    path = root / "in" / "mine.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}# more\n", encoding="utf-8")


def change_logo(root: Path) -> None:
    (root / "in" / "logo.png").write_bytes(PNG[:-1] + b"\x83")


def change_document(root: Path) -> None:
    path = next(path for path in (root / "out").iterdir() if "ตัวอย่าง" in path.name)
    path.write_bytes(path.read_bytes()[:-1])


def drop_document(root: Path) -> None:
    next(path for path in (root / "out").iterdir() if "ตัวอย่าง" in path.name).unlink()


@pytest.mark.parametrize("change", [change_text, change_logo, change_document, drop_document])
def test_what_changed_is_made_anew_and_nothing_else(rendered: Path, change: Any) -> None:
    change(rendered)
    assert again(rendered) == ["mine.yaml"]
    assert again(rendered) == []


def own_register(root: Path, _: pytest.MonkeyPatch) -> dict[str, Any]:
    folder = root / "in" / "editions"
    folder.mkdir()
    (folder / "2599.yaml").write_text("fiscal_year: 2599\n", encoding="utf-8")
    return {}


def other_version(_: Path, patch: pytest.MonkeyPatch) -> dict[str, Any]:
    patch.setattr(current, "__version__", "99")
    return {}


def other_digits(_: Path, __: pytest.MonkeyPatch) -> dict[str, Any]:
    return {"numerals": "arabic"}


def own_set(root: Path, patch: pytest.MonkeyPatch) -> dict[str, Any]:
    folder = root / "in" / "templates" / "ours"
    folder.mkdir(parents=True)
    (folder / "set.toml").write_text("size = 15\n", encoding="utf-8")
    patch.setenv("ITA_DOCS_TEMPLATES", str(folder))
    return {}


@pytest.mark.parametrize("change", [own_register, other_version, other_digits, own_set])
def test_what_all_are_made_from(rendered: Path, monkeypatch: pytest.MonkeyPatch, change: Any) -> None:
    options = change(rendered, monkeypatch)
    assert again(rendered, **options) == ["mine.yaml", "other.yaml"]
    assert again(rendered, **options) == []


def test_a_change_in_the_set_is_seen(rendered: Path) -> None:
    folder = rendered / "in" / "templates" / "ours"
    folder.mkdir(parents=True)
    (folder / "set.toml").write_text("size = 15\n", encoding="utf-8")
    assert again(rendered, template="ours") == ["mine.yaml", "other.yaml"]
    assert again(rendered, template="ours") == []
    (folder / "set.toml").write_text("size = 14\n", encoding="utf-8")
    assert again(rendered, template="ours") == ["mine.yaml", "other.yaml"]
    shutil.copy(template_sets.standard_template("progress-report"), folder)
    assert again(rendered, template="ours") == ["mine.yaml", "other.yaml"]


def test_more_kinds_of_a_dossier_make_those_alone(tmp_path: Path) -> None:
    year = data(tmp_path, "in/year.yaml", starter=template_sets.starter("dossier"))
    first = render_files([year], tmp_path / "out", KINDS[:2])
    before = stamp(tmp_path / "out")
    (all_of_it,) = render_files([year], tmp_path / "out", resume=True)
    assert (len(all_of_it.written), set(all_of_it.current)) == (3, set(first[0].written))
    assert stamp(tmp_path / "out").items() > before.items()
    assert again(tmp_path) == []
    assert again(tmp_path, kinds=KINDS[4:]) == []


@pytest.mark.parametrize("entry", [{}, {"digest": 1}, [], "x", None])
def test_a_damaged_manifest_costs_time_only(rendered: Path, entry: object) -> None:
    path = rendered / "out" / NAME
    noted = json.loads(path.read_text(encoding="utf-8"))
    noted["sources"] = dict.fromkeys(noted["sources"], entry) if entry != "x" else entry
    path.write_text(json.dumps(noted), encoding="utf-8")
    before = documents(rendered / "out")
    assert again(rendered) == ["mine.yaml", "other.yaml"]
    assert documents(rendered / "out") == before
