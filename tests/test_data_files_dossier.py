"""A dossier's data file: the reports that it gives, every fault of all of them once, and the findings with lines."""

from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import ita_docs
from ita_docs import KINDS, DataError, Dossier, UsageError, check, load, load_reports, schema
from ita_docs.data_files import read

HEAD = """\
kind: dossier
fiscal_year: 2566
agency: {kind: อบต., name: เมืองคง, district: ราษีไศล, province: ศรีสะเกษ}
"""
GOOD = """\
measures:
- title: อบรมเจ้าหน้าที่
  targets: {indicators: 2}
  weakness: ประชาชนไม่ทราบขั้นตอน
  steps: [ประชุมชี้แจง]
  responsible: สำนักปลัด
  period: ต.ค.๖๕ - มี.ค.๖๖
"""
REPORT = HEAD.replace("dossier", "progress-report") + GOOD


def file(folder: Path, text: str) -> Path:
    path = folder / "year.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(path: Path, *kinds: str, **options: Any) -> list[tuple[str, int | None, str]]:
    with pytest.raises(DataError) as error:
        load_reports(path, kinds, **options)
    return [(fault.code, fault.place.line, fault.place.field) for fault in error.value.faults]


def usage(path: Path, *kinds: str, **options: Any) -> list[str]:
    with pytest.raises(UsageError) as error:
        load_reports(path, kinds, **options)
    assert all(fault.text("th") and fault.advice("en") for fault in error.value.faults)
    return [fault.code for fault in error.value.faults]


def test_its_file_gives_the_dossier(tmp_path: Path) -> None:
    loaded = load(file(tmp_path, HEAD + GOOD))
    assert isinstance(loaded, Dossier)
    assert loaded.report(ita_docs.ProgressReport, round=1).of_dossier


def test_all_kinds_come_out_in_their_order(tmp_path: Path) -> None:
    assert [loaded.report.kind for loaded in load_reports(file(tmp_path, HEAD + GOOD))] == list(KINDS)
    assert "dossier" not in KINDS


def test_named_kinds_come_out_as_named_and_once(tmp_path: Path) -> None:
    path = file(tmp_path, HEAD + GOOD)
    named = ("progress-report", "improvement-plan", "progress-report")
    assert [loaded.report.kind for loaded in load_reports(path, named)] == ["progress-report", "improvement-plan"]


@pytest.mark.parametrize("kinds", [(), ("progress-report",)])
def test_a_round_is_the_progress_reports(tmp_path: Path, kinds: tuple[str, ...]) -> None:
    loaded = load_reports(file(tmp_path, HEAD + GOOD), kinds, round=2)
    assert [made.report.round for made in loaded if isinstance(made.report, ita_docs.ProgressReport)] == [2]


def test_a_reports_file_gives_that_report(tmp_path: Path) -> None:
    path = file(tmp_path, REPORT)
    for kinds in ((), ("progress-report",)):
        (loaded,) = load_reports(path, kinds, round=2)
        assert isinstance(loaded.report, ita_docs.ProgressReport)
        assert (loaded.report.round, loaded.report.of_dossier) == (2, False)
        assert (loaded.findings[0].place.file, loaded.findings[0].place.line) == (str(path), 6)


def test_what_a_file_can_not_give_is_a_mistake_of_the_call(tmp_path: Path) -> None:
    year, report = tmp_path / "a", tmp_path / "b"
    year.mkdir()
    report.mkdir()
    dossier, own = file(year, HEAD + GOOD), file(report, REPORT)
    assert usage(own, "improvement-plan") == ["dossier.other-kind"]
    assert usage(own, "improvement-plan", "letter") == ["data.kind", "dossier.other-kind"]
    assert usage(dossier, "progres-report", "letter") == ["data.kind-near", "data.kind"]
    assert usage(dossier, "memo", "progress-report") == ["memo.not-of-dossier"]
    assert usage(dossier, "improvement-plan", round=1) == ["dossier.no-rounds"]
    assert usage(dossier, round=3) == ["dossier.round"]


def test_an_unknown_kind_of_file_names_the_dossier_too(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="did you mean dossier"):
        load(file(tmp_path, "kind: dosier\n"))


def test_what_is_wrong_in_several_kinds_is_one_fault(tmp_path: Path) -> None:
    text = HEAD + "assessment: {items: {O99: 100}}\nmeasures:\n- title: ก\n- title: ข\n  targets: {items: O88}\n"
    assert faults(file(tmp_path, text)) == [
        ("assessment.no-item", 4, "assessment.items.O99"),
        ("measure.no-target", 6, "measures[0].targets"),
        ("assessment.no-item", 8, "measures[1].targets.items"),
    ]


def test_only_the_kinds_that_are_asked_for_are_asked(tmp_path: Path) -> None:
    path = file(tmp_path, HEAD + "measures: [{title: ก}]\n")
    assert [loaded.report.kind for loaded in load_reports(path, ["progress-report"])] == ["progress-report"]
    assert [code for code, _, _ in faults(path)] == ["measure.no-target"]


def test_a_field_that_is_wrong_does_not_hide_what_is_wrong_between_others(tmp_path: Path) -> None:
    text = (
        HEAD.replace("2566", "2566\nnumeral: thai")
        + "assessment: {items: {O99: 100}}\nmeasures:\n- title: ก\n"
        + "item_progress: {O77: แล้ว}\nindicator_progress: {1: {stat: x}}\n"
    )
    assert [(code, line) for code, line, _ in faults(file(tmp_path, text))] == [
        ("data.unknown-key-near", 3),
        ("assessment.no-item", 5),
        ("measure.no-target", 7),
        ("assessment.no-item", 8),
        ("data.unknown-key-near", 9),
    ]


def test_a_fault_of_a_measure_does_not_hide_what_its_targets_name(tmp_path: Path) -> None:
    text = HEAD + (
        "measures:\n- titel: ก\n  targets: {items: [O99, x], indicators: 12}\n"
        "- number: 0\n  targets: {sub_indicators: 9.9}\n- number: 0\n- title: ''\n  targets: {items: x}\n- ก\n"
    )
    assert [(code, line, field) for code, line, field in faults(file(tmp_path, text))] == [
        ("data.unknown-key-near", 5, "measures[0].titel"),
        ("assessment.code", 6, "measures[0].targets.items[1]"),
        ("assessment.no-indicator", 6, "measures[0].targets.indicators"),
        ("data.too-small", 7, "measures[1].number"),
        ("assessment.no-sub-indicator", 8, "measures[1].targets.sub_indicators"),
        ("data.too-small", 9, "measures[2].number"),
        ("measure.no-target", 9, "measures[2].targets"),
        ("records.empty-text", 10, "measures[3].title"),
        ("assessment.code", 11, "measures[3].targets.items"),
        ("data.not-a-mapping", 12, "measures[4]"),
    ]


def test_the_form_of_a_line_and_the_faults_of_the_kinds_come_in_one_run(tmp_path: Path) -> None:
    text = HEAD + "measures:\n- title: ๑. ข้อ: แรก\n"
    assert {(code, line) for code, line, _ in faults(file(tmp_path, text))} == {
        ("yaml.quote", 5),
        ("measure.no-target", 5),
    }


def test_a_year_without_a_register_is_one_fault_of_each_field_that_names_it(tmp_path: Path) -> None:
    found = faults(file(tmp_path, HEAD.replace("2566", "2580") + GOOD))
    assert {code for code, _, _ in found} == {"assessment.no-edition"}
    assert len(found) == len(set(found))


def test_a_broken_edition_of_the_agencys_own_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "2565.yaml").write_text("fiscal_year: 2564\n", encoding="utf-8")
    found = faults(file(tmp_path, HEAD + GOOD))
    assert found
    assert len(found) == len(set(found))
    with pytest.raises(DataError, match=r"2565\.yaml"):
        load_reports(file(tmp_path, HEAD + GOOD))


def test_an_edition_of_the_agencys_own_is_read_for_every_kind(tmp_path: Path, root: Path) -> None:
    (tmp_path / "editions").mkdir()
    known = (root / "ita_docs" / "assessment" / "editions" / "2568.yaml").read_text(encoding="utf-8")
    (tmp_path / "editions" / "2569.yaml").write_text(known.replace("2568", "2569"), encoding="utf-8")
    text = HEAD.replace("2566", "2569") + "assessment: {year: 2568}\n" + GOOD.replace("๖๕", "๖๘").replace("๖๖", "๖๙")
    assert len(load_reports(file(tmp_path, text))) == len(KINDS)


def test_findings_have_lines_and_check_tells_each_once(tmp_path: Path) -> None:
    path = file(tmp_path, HEAD + GOOD.replace("มี.ค.๖๖", "ต.ค.๖๖"))
    per_report = [[finding.code for finding in loaded.findings] for loaded in load_reports(path)]
    assert [codes.count("period.outside-year") for codes in per_report] == [1] * len(KINDS)
    said = [finding for finding in check(path) if finding.code == "period.outside-year"]
    assert [(finding.place.file, finding.place.line) for finding in said] == [(str(path), 10)]


def test_a_finding_of_an_entry_has_the_entrys_line(tmp_path: Path) -> None:
    text = HEAD + GOOD + "item_progress:\n  O1: แล้ว\n  ๐๒: {status: ดำเนินการ}\n"
    (loaded,) = load_reports(file(tmp_path, text), "implementation-report")
    assert {one.code: one.place.line for one in loaded.findings}["progress.no-notes"] == 13


def test_check_of_a_reports_file_is_its_review(tmp_path: Path) -> None:
    path = file(tmp_path, REPORT)
    (loaded,) = load_reports(path)
    assert check(path) == loaded.findings
    assert "measure.not-printed" in {finding.code for finding in loaded.findings}


def test_its_schema_takes_what_load_takes(root: Path) -> None:
    made = schema("dossier")
    Draft202012Validator.check_schema(made)
    assert made["properties"]["kind"]["const"] == "dossier"
    assert {"item_progress", "analysis", "measures"} <= made["properties"].keys()
    for path in (root / "examples" / "dossier.yaml", root / "examples" / "new" / "dossier.yaml"):
        assert not list(Draft202012Validator(made).iter_errors(read(path).data)), path


def test_the_sample_gives_every_kind_and_next_year(root: Path) -> None:
    dossier = load(root / "examples" / "dossier.yaml")
    assert isinstance(dossier, Dossier)
    assert [loaded.report.kind for loaded in load_reports(root / "examples" / "dossier.yaml")] == list(KINDS)
    rolled = dossier.roll_forward()
    assert rolled.dossier.fiscal_year.year == dossier.fiscal_year.year + 1
    assert len(rolled.dossier.measures) == len(dossier.measures)
