"""Which template is used: sets, what they inherit, how they restyle; and where the package finds its own files."""

import os
import shutil
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openxml_audit
import pytest
from pydantic import ValidationError

from ita_docs import ProgressReport, render, template_sets
from ita_docs.data_files import load_reports
from ita_docs.errors import DataError, TemplateError
from ita_docs.reports import Report
from ita_docs.template_sets import Style, find_set, known_sets, packaged
from ita_docs.template_sets.extras import with_extras
from tests.engine.test_oracle import png


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
    monkeypatch.setattr(packaged, "__file__", str(tmp_path / "ita_docs" / "template_sets" / "packaged.py"))
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
    monkeypatch.setattr(packaged, "__file__", str(tmp_path / "ita_docs" / "template_sets" / "packaged.py"))
    (tmp_path / "ita_docs" / "_data").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "ita-docs"\n')
    template_sets.data_folder.cache_clear()
    try:
        assert template_sets.data_folder() == tmp_path / "ita_docs" / "_data"
    finally:
        template_sets.data_folder.cache_clear()


AGENCY = {"kind": "อบต.", "name": "ตัวอย่าง", "district": "เมือง", "province": "ชัยนาท"}


def a_set(folder: Path, content: str = "", *templates: str) -> Path:
    """A set in a folder, with copies of standard templates."""
    folder.mkdir(parents=True)
    (folder / "set.toml").write_text(content, encoding="utf-8")
    for kind in templates:
        shutil.copy(template_sets.standard_template(kind), folder / f"{kind}.docx")
    return folder


def a_report(folder: Path | None = None, **more: Any) -> ProgressReport:
    data = {"fiscal_year": 2566, "agency": AGENCY, "measures": [{"title": "ข้อ 1"}], **more}
    return ProgressReport.model_validate(data, context={"folder": folder} if folder else None)


def faults_of(asked: Any = None, beside: Path | None = None) -> list[tuple[str, str, int | None, str]]:
    with pytest.raises(TemplateError) as caught:
        find_set(asked, beside)
    return [
        (fault.code, Path(fault.place.file).name, fault.place.line, fault.place.field) for fault in caught.value.faults
    ]


@pytest.fixture(autouse=True)
def _no_sets_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ITA_DOCS_TEMPLATES", raising=False)


def test_a_set_inherits_what_it_does_not_state(tmp_path: Path) -> None:
    (tmp_path / "templates" / "province").mkdir(parents=True)
    picture(tmp_path / "templates" / "province" / "logo.png")
    (tmp_path / "templates" / "province" / "set.toml").write_text('font = "A"\nsize = 15\nlogo = "logo.png"\n')
    a_set(
        tmp_path / "templates" / "ours", 'inherit = "province"\nfont = "B"\nnumerals = "arabic"\n', "improvement-plan"
    )
    found = find_set("ours", tmp_path)
    assert [one.name for one in found.line] == ["ours", "province", "standard"]
    assert found.template("progress-report") == (template_sets.standard_template("progress-report"), Style("B", 15.0))
    assert found.template("improvement-plan") == (found.folder / "improvement-plan.docx", Style())
    assert (found.logo, found.numerals) == (found.line[1].folder / "logo.png", "arabic")


def test_a_name_is_looked_for_in_the_environment_and_beside_the_data_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    near = a_set(tmp_path / "data" / "templates" / "ours")
    assert find_set("ours", tmp_path / "data").folder == near
    far = a_set(tmp_path / "sets" / "ours")
    monkeypatch.setenv("ITA_DOCS_TEMPLATES", f"{tmp_path / 'none'}{os.pathsep}{tmp_path / 'sets'}")
    assert find_set("ours", tmp_path / "data").folder == far
    assert find_set(near).folder == near
    assert find_set().name == "standard"
    assert set(known_sets(tmp_path / "data")) == {"ours", "standard"}


def test_a_folder_of_the_environment_that_is_a_set_is_used_where_none_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ITA_DOCS_TEMPLATES", str(a_set(tmp_path / "ours", 'numerals = "arabic"\n')))
    assert find_set().name == "ours"
    assert find_set("standard").name == "standard"
    assert b"\xe0\xb9\x92\xe0\xb9\x95" not in body(a_report())  # ๒๕


def test_sets_that_can_not_be_found_name_what_there_is(tmp_path: Path) -> None:
    a_set(tmp_path / "templates" / "ours")
    (tmp_path / "bare").mkdir()
    assert faults_of("our", tmp_path)[0][0] == "template-set.unknown-near"
    assert faults_of("something-else", tmp_path)[0][0] == "template-set.unknown"
    assert faults_of(tmp_path / "bare")[0][0] == "template-set.no-set-file"
    with pytest.raises(TemplateError, match="ours, standard"):
        find_set("something-else", tmp_path)


def test_parents_that_are_unknown_or_go_round_in_a_circle_are_faults(tmp_path: Path) -> None:
    a_set(tmp_path / "a", 'inherit = "b"\n')
    a_set(tmp_path / "b", 'inherit = "c"\n')
    a_set(tmp_path / "c", 'inherit = "a"\n')
    with pytest.raises(TemplateError, match="a → b → c → a") as caught:
        find_set(tmp_path / "a")
    assert caught.value.faults[0].code == "template-set.cycle"
    lonely = a_set(tmp_path / "d", 'inherit = "nobody-at-all"\n')
    assert faults_of(lonely) == [("template-set.unknown", "set.toml", None, "inherit")]
    assert faults_of(a_set(tmp_path / "e", 'inherit = "e"\n'))[0][0] == "template-set.cycle"


def test_all_faults_of_a_set_file_come_at_once_with_their_lines(tmp_path: Path) -> None:
    content = (
        'fonts = "A"\nname = 3\nsize = 15.3\nlogo = "../logo.png"\nnumerals = "roman"\n\n[extra.Big]\ntype = "text"\n'
        'meaning = "x"\n[extra.rate]\ntype = "percent"\nmeaning = "x"\nmeans = "y"\n[extra.source]\ntype = "text"\n'
        '[extra.day]\nmeaning = "x"\n'
    )
    assert faults_of(a_set(tmp_path / "ours", content)) == [
        ("template-set.unknown-key", "set.toml", 1, "fonts"),
        ("template-set.not-a-text", "set.toml", 2, "name"),
        ("template-set.size", "set.toml", 3, "size"),
        ("records.logo-outside", "set.toml", 4, "logo"),
        ("template-set.choice", "set.toml", 5, "numerals"),
        ("template-set.extra", "set.toml", 7, "extra.Big"),
        ("template-set.choice", "set.toml", 11, "extra.rate.type"),
        ("template-set.unknown-key", "set.toml", 13, "extra.rate.means"),
        ("template-set.no-meaning", "set.toml", 14, "extra.source"),
        ("template-set.choice", "set.toml", 16, "extra.day"),
    ]


def test_a_set_file_that_is_no_toml_or_no_text_is_a_fault(tmp_path: Path) -> None:
    assert faults_of(a_set(tmp_path / "a", 'font = "A"\nsize = \n'))[0][:3] == ("template-set.syntax", "set.toml", 2)
    broken = a_set(tmp_path / "b")
    (broken / "set.toml").write_bytes("font = 'ก'".encode("cp874"))
    assert faults_of(broken)[0][0] == "template-set.unreadable"


def test_a_template_whose_name_is_almost_that_of_a_kind_is_a_fault(tmp_path: Path) -> None:
    ours = a_set(tmp_path / "ours", "", "progress-report")
    (ours / "progress-report.docx").rename(ours / "progres-report.docx")
    (ours / "~$improvement-plan.docx").write_bytes(b"")
    (ours / "notes.docx").write_bytes(b"")
    assert faults_of(ours) == [("template-set.file-near", "progres-report.docx", None, "")]


def test_font_size_and_logo_restyle_the_standard_templates(tmp_path: Path) -> None:
    folder = tmp_path / "templates" / "ours"
    folder.mkdir(parents=True)
    picture(folder / "logo.png")
    (folder / "set.toml").write_text('font = "Noto Sans Thai"\nsize = 14\nlogo = "logo.png"\nnumerals = "arabic"\n')
    document = render(a_report(tmp_path), template="ours").document
    with ZipFile(BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not any(b'"TH SarabunPSK"' in part for part in parts.values())
    assert b'w:cs="Noto Sans Thai"' in parts["word/styles.xml"]
    assert b'<w:szCs w:val="28" />' in parts["word/styles.xml"].split(b"</w:docDefaults>")[0]
    assert b"w:panose1" not in parts["word/fontTable.xml"]
    assert any(name.startswith("word/media/") for name in parts)
    assert b"2566" in parts["word/document.xml"]
    assert openxml_errors(document, tmp_path) == []


def test_the_argument_and_the_data_stand_above_the_set_in_digits(tmp_path: Path) -> None:
    ours = a_set(tmp_path / "ours", 'numerals = "arabic"\n')
    assert "๒๕๖๖".encode() not in body(a_report(), template=ours)
    assert "๒๕๖๖".encode() in body(a_report(numerals="thai"), template=ours)
    assert "๒๕๖๖".encode() in body(a_report(), template=ours, numerals="thai")


def test_a_sets_own_template_is_used_as_it_is(tmp_path: Path) -> None:
    ours = a_set(tmp_path / "ours", 'font = "A"\n', "progress-report")
    assert render(a_report(), template=ours).document == render(a_report()).document


def body(report: ProgressReport, **more: Any) -> bytes:
    with ZipFile(BytesIO(render(report, **more).document)) as archive:
        return archive.read("word/document.xml")


def picture(path: Path) -> None:
    path.write_bytes(png())


def openxml_errors(document: bytes, folder: Path) -> list[Any]:
    (folder / "made.docx").write_bytes(document)
    return list(openxml_audit.OpenXmlValidator().validate(str(folder / "made.docx")).errors)


OWN = (
    '[extra.source]\ntype = "text"\nmeaning = "แหล่งงบประมาณ"\n[extra.risks]\ntype = "list"\nmeaning = "ความเสี่ยง"\n'
    '[extra.due]\ntype = "date"\nmeaning = "กำหนดส่ง"\n[extra.when]\ntype = "period"\nmeaning = "ช่วง"\n'
    '[extra.sum]\ntype = "money"\nmeaning = "วงเงิน"\n[extra.times]\ntype = "number"\nmeaning = "ครั้ง"\n'
    '[extra.urgent]\ntype = "flag"\nmeaning = "เร่งด่วน"\n[extra.office]\ntype = "text"\nof = "report"\nmeaning = "งาน"\n'
)
GIVEN = {
    "source": "เงินรายได้",
    "risks": ["ก", "ข"],
    "due": "๕ เมษายน ๒๕๖๖",
    "when": "ต.ค. - ธ.ค.",
    "sum": "๑,๒๐๐",
    "times": "๓",
    "urgent": True,
}


def own_fields(tmp_path: Path) -> Any:
    return find_set(a_set(tmp_path / "ours", OWN)).extra


def test_fields_of_an_agencys_own_are_read_by_the_types_that_the_set_declares(tmp_path: Path) -> None:
    measures = [{"title": "ก", "extra": GIVEN}, {"title": "ข"}]
    made: Any = with_extras(a_report(measures=measures, extra={"office": "นิติการ"}), own_fields(tmp_path))
    first, second = (row.extra for row in made.view().measures)
    assert (first["due"], first["sum"], first["times"]) == (date(2023, 4, 5), Decimal(1200), 3)
    assert [(point.number, point.text) for point in first["risks"]] == [("1.", "ก"), ("2.", "ข")]
    assert first["when"].start == date(2022, 10, 1)
    assert second == dict.fromkeys(GIVEN)
    assert made.view().extra == {"office": "นิติการ"}


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ({"sources": "x"}, "template-set.extra-unknown"),
        ({"office": "x"}, "template-set.extra-elsewhere"),
        ({"due": "พรุ่งนี้"}, "thai.date"),
        ({"sum": "มาก"}, "records.not-an-amount"),
        ({"times": "หลายครั้ง"}, "records.not-a-number"),
        ({"urgent": "ใช่"}, "template-set.extra-type"),
        ({"source": ["ก"]}, "records.text-is-list"),
    ],
)
def test_what_is_not_declared_or_not_of_its_type_is_a_fault_at_its_field(
    tmp_path: Path, extra: dict[str, Any], code: str
) -> None:
    report = a_report(measures=[{"title": "ก"}, {"title": "ข", "extra": extra}])
    with pytest.raises(DataError) as caught:
        with_extras(report, own_fields(tmp_path))
    found = [(fault.code, fault.place.field) for fault in caught.value.faults]
    assert found == [(code, f"measures[1].extra.{next(iter(extra))}")]


def test_fields_that_no_set_declares_would_be_lost_and_are_refused() -> None:
    with pytest.raises(DataError, match=r"\[extra\.source\]") as caught:
        render(a_report(extra={"source": "x"}))
    assert [fault.code for fault in caught.value.faults] == ["template-set.extra-none"]


@pytest.mark.parametrize(
    ("extra", "code"), [({"Name": 1}, "records.extra-name"), ({"a": {"b": 1}}, "records.extra-group")]
)
def test_names_and_values_of_own_fields(extra: dict[str, Any], code: str) -> None:
    with pytest.raises(ValidationError) as caught:
        a_report(extra=extra)
    assert [error["ctx"]["error"].faults[0].code for error in caught.value.errors()] == [code]


def test_every_kind_shows_own_fields_in_its_rows(tmp_path: Path) -> None:
    fields = own_fields(tmp_path)
    for path in template_sets.samples():
        for loaded in load_reports(path):
            if not isinstance(loaded.report, Report):
                continue
            report = loaded.report.model_copy(
                update={"measures": tuple(m.model_copy(update={"extra": {"times": 7}}) for m in loaded.report.measures)}
            )
            view: Any = with_extras(report, fields).view()
            rows = getattr(view, "rows", None) or view.measures
            assert {row.extra["times"] for row in rows} <= {7, None}
            assert any(row.extra["times"] == 7 for row in rows)
