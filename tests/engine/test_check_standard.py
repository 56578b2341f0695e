"""No false alarm: the standard templates, and those of the engine's own tests with types read from their data."""

import zipfile
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ita_docs.engine.check import check_template, check_types
from ita_docs.reports import KINDS, PAPERS, ImprovementPlan
from ita_docs.reports.view_types import ViewField, ViewType, view_class, view_type
from ita_docs.template_sets import ExtraField, standard_template
from tests.engine.documents import docx, save
from tests.engine.oracle_cases import CASES


@pytest.mark.parametrize("kind", PAPERS)
def test_the_standard_templates_are_clean(kind: str) -> None:
    assert check_template(standard_template(kind), view_class(PAPERS[kind])) == ()


def test_a_template_for_another_kind_is_not() -> None:
    found = check_template(standard_template("progress-report"), view_class(ImprovementPlan))
    assert {one.code for one in found if one.severity == "error"} >= {"template.unknown-name"}
    assert [one.params["found"] for one in found if one.code == "check.unprinted"] == ["rows"]


def replaced(folder: Path, kind: str, *pairs: tuple[bytes, bytes]) -> Path:
    """A standard template with some of its text replaced everywhere."""
    path = folder / f"{kind}.docx"
    with zipfile.ZipFile(standard_template(kind)) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            for before, after in pairs:
                data = data.replace(before, after)
            new.writestr(name, data)
    return path


def test_a_column_that_was_lost(tmp_path: Path) -> None:
    path = replaced(tmp_path, "improvement-plan", (b"row.remark %}", b"row.responsible %}"))
    found = check_template(path, view_class(KINDS["improvement-plan"]))
    assert [(one.severity, one.code, one.params["found"]) for one in found] == [
        ("warning", "check.unprinted", "rows.remark")
    ]


def test_names_that_a_set_declares(tmp_path: Path) -> None:
    view = view_class(KINDS["progress-report"])
    path = save(tmp_path, docx("{% for m in measures %}{{ m.extra.source }}{{ m.extra.sauce }}{% endfor %}"))
    found = check_template(path, view, extra={"source": ExtraField("source", "text", "แหล่งเงิน")})
    assert [(one.code, one.params["found"]) for one in found[:1]] == [("template.unknown-name-near", "sauce")]
    assert {"source", "sauce"} <= {one.params["found"] for one in check_template(path, view)}


def test_names_that_a_set_declares_for_a_kind(tmp_path: Path) -> None:
    view = view_class(KINDS["progress-report"])
    extra = {"watchword": ExtraField("watchword", "text", "คำขวัญ", "report")}
    found = check_template(standard_template("progress-report"), view, extra=extra)
    assert [one.params["found"] for one in found] == ["extra.watchword"]
    path = replaced(
        tmp_path, "progress-report", (b"{{ agency.short_name }}", b"{{ agency.short_name }}{{ extra.watchword }}")
    )
    assert check_template(path, view, extra=extra) == ()


def type_of(value: Any) -> ViewType:
    """The type of a value of a mapping."""
    kinds = ((bool, "flag"), ((int, float), "number"), (Decimal, "score"), (str, "text"), (date, "date"))
    for known, kind in kinds:
        if isinstance(value, known):
            return ViewType(kind)  # type: ignore[arg-type]  # one of the kinds
    if isinstance(value, Mapping):
        return ViewType("record", fields={name: ViewField(name, type_of(one)) for name, one in value.items()})
    if isinstance(value, (list, tuple)):
        return ViewType("list", item=type_of(value[0]) if value else None)
    return ViewType("key")


#: Templates that docxtpl takes and a report's would not: a mapping's methods and loops, lists printed as they are,
#: numbers as texts, bold for Latin letters alone, braces that print themselves; and what is out of reach.
OTHERWISE = {
    "list as value": {"check.list-as-value", "check.record-as-value"},
    "unpacking": {"check.not-callable", "check.value-as-list"},
    "methods": {"check.not-callable", "check.list-as-value"},
    "filters": {"check.index"},
    "r value": {"check.thai-run"},
    "Listing": {"check.thai-run"},
    "breaks in values": {"check.thai-run"},
    "breaks in loops": {"check.thai-run"},
    "lone braces": {"template.tag-open"},
    "recursive": {"check.recursive-loop"},
    "curly delimiters": {"check.curly-quotes"},
    "values": {"check.flag-as-value", "check.index"},
    "loop variables": {"check.flag-as-value"},
}


@pytest.mark.parametrize("name", CASES)
def test_templates_whose_names_exist(tmp_path: Path, name: str) -> None:
    case = CASES[name]
    path = save(tmp_path, docx(*case.body, headers=case.headers, footnote=case.footnote))
    found = check_types(path, {key: type_of(value) for key, value in case.data.items()}).findings
    assert {one.code for one in found if not one.code.startswith("check.grid")} <= OTHERWISE.get(name, set())


def test_every_kind_of_view_has_a_tree() -> None:
    assert len(KINDS) >= 4
    for kind in KINDS.values():
        assert view_type(view_class(kind)).fields["agency"].type.fields["logo"].type.kind == "picture"
