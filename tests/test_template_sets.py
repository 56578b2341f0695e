"""Where the package's own templates and samples are found, and where they are not looked for."""

from pathlib import Path

import pytest

from ita_docs import template_sets
from ita_docs.errors import TemplateError


def test_in_a_checkout_they_stand_beside_its_pyproject(root: Path) -> None:
    assert template_sets.data_folder() == root
    assert (
        template_sets.standard_template("progress-report") == root / "templates" / "standard" / "progress-report.docx"
    )
    assert {path.parent for path in template_sets.samples()} == {root / "examples"}


def test_a_kind_without_files_is_a_fault_of_the_package() -> None:
    for find in (template_sets.standard_template, template_sets.starter):
        with pytest.raises(TemplateError) as caught:
            find("nothing")
        assert [fault.code for fault in caught.value.faults] == ["template-set.no-file"]


@pytest.mark.parametrize(
    ("content", "ours"),
    [
        ('[project]\nname = "ita-docs"\n', True),
        ('[project]\nname = "ITA_Docs"\n', True),
        ('[project]\nname = "ita-docs-fork"\n', False),
        ("project = 3\n", False),
        ("[project\n", False),
        ("", False),
        (None, False),
    ],
)
def test_a_pyproject_is_ours_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None, ours: bool
) -> None:
    monkeypatch.setattr(template_sets, "__file__", str(tmp_path / "ita_docs" / "template_sets.py"))
    template_sets.data_folder.cache_clear()
    if content is not None:
        (tmp_path / "pyproject.toml").write_text(content)
    try:
        if ours:
            assert template_sets.data_folder() == tmp_path
        else:
            with pytest.raises(TemplateError):
                template_sets.data_folder()
    finally:
        template_sets.data_folder.cache_clear()


def test_the_wheels_own_data_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template_sets, "__file__", str(tmp_path / "ita_docs" / "template_sets.py"))
    (tmp_path / "ita_docs" / "_data").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "ita-docs"\n')
    template_sets.data_folder.cache_clear()
    try:
        assert template_sets.data_folder() == tmp_path / "ita_docs" / "_data"
    finally:
        template_sets.data_folder.cache_clear()
