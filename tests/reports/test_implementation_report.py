"""The implementation report: its three kinds of table, the boxes of a status, the year it speaks of, what it finds."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from ita_docs import DataError, ImplementationReport, load
from ita_docs.assessment import edition, parse_code
from ita_docs.reports.named_codes import codes_in

AGENCY = {"kind": "อบต.", "name": "ตัวอย่าง", "district": "เมือง", "province": "ชัยนาท"}
MEASURE = {"title": "มาตรการ", "steps": ["ก"]}


def report(*measures: dict[str, Any], year: int = 2566, **more: Any) -> ImplementationReport:
    data = {"fiscal_year": year, "agency": AGENCY, "measures": measures or [MEASURE], **more}
    return ImplementationReport.model_validate(data)


def texts(points: Any) -> list[str]:
    return [f"{point.number}{point.text}" for point in points]


def item(entry: Any, **more: Any) -> Any:
    return report(item_progress={"O1": entry}, **more).view().groups[0].rows[0]


def boxes(cell: Any) -> tuple[bool, bool, bool]:
    return cell.not_done, cell.done, cell.other


#: What is found of the tables that a small report does not fill in.
UNREPORTED = ("progress.not-reported", "progress.none-reported")


def codes(made: ImplementationReport, *unwanted: str) -> list[tuple[str, str]]:
    return [(found.code, found.place.field) for found in made.findings() if found.code not in unwanted]


def faults(**more: Any) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        report(**more)
    found = [fault for error in caught.value.errors() for fault in error["ctx"]["error"].faults]
    return [(fault.code, fault.place.field) for fault in found]


def test_the_weakness_and_where_it_comes_from_stand_above_the_steps() -> None:
    row = report({**MEASURE, "targets": {"sub_indicators": "9.4"}, "weakness": "ระบุแผนไม่ครบ"}).view().measures[0]
    assert texts(row.weakness) == [
        "จากผลการประเมิน ITA ตัวชี้วัดที่ 9.4 การบริหารและพัฒนาทรัพยากรบุคคล",
        "ประเด็น ระบุแผนไม่ครบ",
    ]
    assert texts(row.steps) == ["1.ก"]
    assert report(MEASURE).view().measures[0].weakness == ()


@pytest.mark.parametrize(
    ("targets", "named"),
    [
        ({"indicators": [1, 2]}, "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ตัวชี้วัดที่ 2 การใช้งบประมาณ"),
        ({"instrument": "EIT"}, "แบบวัด EIT"),
        ({"items": "O17"}, "ข้อ O17 รายงานผลการสำรวจความพึงพอใจการให้บริการ"),
        ({"items": "i1-i3"}, "ข้อ i1-i3"),
    ],
)
def test_every_target_is_named_in_words(targets: dict[str, Any], named: str) -> None:
    row = report({**MEASURE, "targets": targets}).view().measures[0]
    assert texts(row.weakness) == [f"จากผลการประเมิน ITA {named}"]


def test_results_and_outcomes_are_lists_or_plain_texts_and_nothing_of_a_step_is_lost() -> None:
    steps = [{"text": "ก", "period": "ธ.ค.๖๕", "responsible": "กองช่าง"}]
    row = report({"steps": steps, "responsible": "กองคลัง", "results": "ผล", "outcomes": ["ดี"]}).view().measures[0]
    assert (texts(row.results), texts(row.outcomes)) == (["ผล"], ["1.ดี"])
    assert (texts(row.responsible), texts(row.period)) == (["กองคลัง", "ขั้นตอนที่ 1:\nกองช่าง"], ["ธ.ค.๖๕"])


@pytest.mark.parametrize(
    ("entry", "ticked", "status"),
    [
        ("เผยแพร่แล้ว", "done", ""),
        (["เผยแพร่แล้ว", "แจ้งเวียนแล้ว"], "done", ""),
        ({"status": "ดำเนินการ"}, "done", ""),
        ({"status": "ยังไม่ได้ดำเนินการ", "notes": "อยู่ในแผน"}, "not_done", ""),
        ({"responsible": "กองคลัง"}, "not_done", ""),
        (None, "not_done", ""),
        ({"status": "อยู่ระหว่างดำเนินการ"}, "other", "อยู่ระหว่างดำเนินการ"),
        ({"status": "ดำเนินการแล้วเสร็จ"}, "other", "ดำเนินการแล้วเสร็จ"),
        ({"status": "ไม่สามารถดำเนินการได้", "reason": "งบไม่พอ"}, "other", "ไม่สามารถดำเนินการได้"),
        ({"status": "รอรายงานผล"}, "other", "รอรายงานผล"),
        ({"status": "โอนให้หน่วยงานอื่น"}, "other", "โอนให้หน่วยงานอื่น"),
    ],
)
def test_exactly_one_box_is_ticked(entry: Any, ticked: str, status: str) -> None:
    cell = item(entry).progress
    assert {name: getattr(cell, name) for name in ("done", "not_done", "other")} == {
        name: name == ticked for name in ("done", "not_done", "other")
    }
    assert cell.other_status == status


def test_notes_are_dashed_and_a_reason_is_printed() -> None:
    assert texts(item("แล้ว").progress.notes) == ["-แล้ว"]
    cell = item({"status": "ไม่สามารถดำเนินการได้", "reason": "งบไม่พอ", "notes": ["ก", "ข"]}).progress
    assert (texts(cell.reason), texts(cell.notes)) == (["งบไม่พอ"], ["-ก", "-ข"])


def test_the_indicators_of_each_survey_stand_under_its_own_heading() -> None:
    entry = {"guidelines": ["ก", "ข"], "responsible": "กองคลัง", "period": "ต.ค. ๖๕ ถึง ก.ย. ๖๖", "notes": "แล้ว"}
    tables = report(indicator_progress={"๒": entry}).view().instruments
    assert [(table.id, len(table.rows)) for table in tables] == [("IIT", 5), ("EIT", 3)]
    row = tables[0].rows[1]
    assert row.heading == "ตัวชี้วัดที่ 2 การใช้งบประมาณ"
    assert (texts(row.guidelines), texts(row.responsible)) == (["1.ก", "2.ข"], ["กองคลัง"])
    assert texts(row.period) == ["ต.ค. ๖๕ ถึง ก.ย. ๖๖"]
    assert boxes(row.progress) == (False, True, False)
    assert boxes(tables[1].rows[0].progress) == (True, False, False)


def test_a_ditto_in_a_column_is_the_value_above_and_defaults_fill_what_is_not_stated() -> None:
    made = report(
        defaults={"responsible": "สำนักปลัด"},
        indicator_progress={1: {"responsible": "กองคลัง", "period": "ธ.ค.๖๕"}, 2: {"responsible": "“", "period": "“"}},
        item_progress={"O1": {"responsible": "กองช่าง"}, "O2": {"responsible": '"'}},
    ).view()
    assert [texts(row.responsible) for row in made.instruments[0].rows[:3]] == [["กองคลัง"]] * 2 + [["สำนักปลัด"]]
    assert [texts(row.period) for row in made.instruments[0].rows[:3]] == [["ธ.ค.๖๕"]] * 2 + [[]]
    assert [texts(row.responsible) for row in made.groups[0].rows[:3]] == [["กองช่าง"]] * 2 + [["สำนักปลัด"]]


def test_the_eleven_tables_of_2566() -> None:
    tables = report().view().groups
    assert [(table.rows[0].code, table.rows[-1].code) for table in tables] == [
        *[("O1", "O10"), ("O11", "O18"), ("O19", "O22"), ("O23", "O26"), ("O27", "O29"), ("O30", "O30")],
        *[("O31", "O33"), ("O34", "O35"), ("O36", "O38"), ("O39", "O41"), ("O42", "O43")],
    ]
    assert tables[0].group is None  # the group's name is its sub-indicator's
    assert tables[5].heading == "ตัวชี้วัดย่อยที่ 9.5 การส่งเสริมความโปร่งใส (ต่อ)"
    assert tables[5].group == "การเปิดโอกาสให้เกิดการมีส่วนร่วม"
    assert tables[10].heading == "ตัวชี้วัดย่อยที่ 10.2 มาตรการส่งเสริมคุณธรรมและความโปร่งใส (ต่อ)"


@pytest.mark.parametrize(("year", "count"), [(2564, 43), (2565, 43), (2566, 43), (2567, 35), (2568, 28)])
def test_every_item_of_the_year_stands_in_one_table(year: int, count: int) -> None:
    rows = [row for table in report(year=year).view().groups for row in table.rows]
    assert len(rows) == count
    assert [row.code for row in rows] == [found.id for found in edition(year).items if found.id[0] in "Oo"]


def test_a_year_of_two_registers_names_targets_by_one_and_rows_by_the_other() -> None:
    made = report(
        {**MEASURE, "targets": {"items": "O27"}}, year=2566, evidence_year=2567, assessment={"year": 2565}
    ).view()
    assert made.results_year == 2565
    assert edition(2565).item("O27").name in texts(made.measures[0].weakness)[0]
    assert sum(len(table.rows) for table in made.groups) == 35


def test_the_opening_speaks_of_its_own_year_unless_told_otherwise() -> None:
    made = report(assessment={"total": "92.58", "level": "ผ่าน"}).view()
    assert (made.results_year, str(made.total), made.level, made.graded) == (2566, "92.58", "ผ่าน", False)
    assert report(assessment={"year": 2565, "level": "A"}).view().graded
    assert report().view().total is None


def test_what_a_table_leaves_out_is_a_finding_each_and_a_table_without_a_word_is_one() -> None:
    made = report(item_progress={"O5": {"responsible": "กองคลัง"}, "๐๖": "แล้ว"}, indicator_progress={1: "แล้ว"})
    found = codes(made)
    # Nine items of 9.1, O30 alone in its table, four indicators of IIT; nine tables of items, and EIT.
    assert [code for code, _ in found].count("progress.not-reported") == 9 + 1 + 4
    silent = [finding.params["found"] for finding in made.findings() if finding.code == "progress.none-reported"]
    assert silent == [
        "ตัวชี้วัดที่ 6-8",
        "O11-O18",
        "O19-O22",
        "O23-O26",
        "O27-O29",
        "O31-O33",
        "O34-O35",
        "O36-O38",
        "O39-O41",
        "O42-O43",
    ]
    assert ("progress.not-reported", 'item_progress["O5"]') in found
    assert all("O6 " not in str(finding) for finding in made.findings())


def test_owners_alone_leave_a_table_without_a_word() -> None:
    made = report(item_progress={"O34": {"responsible": "กองคลัง"}})
    (finding,) = (found for found in made.findings() if found.params.get("found") == "O34-O35")
    assert (finding.code, finding.place.field) == ("progress.none-reported", 'item_progress["O34"]')


def test_a_list_that_is_whole_has_no_finding() -> None:
    everything = {found.id: "แล้ว" for found in edition(2566).items if found.id[0] == "O"}
    assert codes(report(item_progress=everything, indicator_progress=dict.fromkeys(range(1, 9), "แล้ว"))) == []


@pytest.mark.parametrize(
    ("entry", "code", "field"),
    [
        ({"status": "ไม่สามารถดำเนินการได้"}, "progress.no-reason", ".status"),
        ({"status": "ดำเนินการ"}, "progress.no-notes", ""),
        ({"status": "ยังไมได้ดำเนินการ"}, "progress.status-near", ".status"),
        ({"status": "ดำเนินกาน"}, "progress.status-near", ".status"),
        ({"responsible": "“", "notes": "แล้ว"}, "progress.ditto-first", ".responsible"),
    ],
)
def test_what_a_status_lacks(entry: dict[str, str], code: str, field: str) -> None:
    assert codes(report(item_progress={"๐๑": entry}), *UNREPORTED) == [(code, f'item_progress["๐๑"]{field}')]


@pytest.mark.parametrize(
    ("entry", "code", "field"),
    [
        ({"status": "ยังไม่ดำเนินการ"}, "progress.status-near", ".status"),
        ({"status": "ไม่สามารถดำเนินการได้", "reason": []}, "progress.no-reason", ".status"),
        ({"status": "ดำเนินการ", "notes": []}, "progress.no-notes", ""),
        ({"status": "“", "notes": "แล้ว"}, "progress.ditto", ".status"),
        ({"status": "รอรายงานผล", "reason": "”"}, "progress.ditto", ".reason"),
        ("“", "progress.ditto", ".notes"),
    ],
)
def test_what_looks_like_a_status_or_notes_and_is_none(entry: Any, code: str, field: str) -> None:
    assert codes(report(item_progress={"O5": entry}), *UNREPORTED) == [(code, f'item_progress["O5"]{field}')]


def test_a_ditto_for_a_status_stops_the_document() -> None:
    found = report(item_progress={"O1": {"status": "“"}, "O2": "“"}).findings()
    assert [one.severity for one in found if one.code == "progress.ditto"] == ["error", "warning"]


@pytest.mark.parametrize("entry", [[], {"notes": []}, {"notes": [], "responsible": "กองคลัง"}, {}])
def test_an_empty_list_of_notes_says_nothing(entry: Any) -> None:
    assert boxes(item(entry).progress) == (True, False, False)
    assert not report(item_progress={"O1": entry}).item_progress[parse_code("O1")].stated


def test_an_entry_that_the_year_lacks_is_named_as_typed() -> None:
    with pytest.raises(ValidationError, match="'๐๔๔'"):
        report(item_progress={"๐๔๔": "แล้ว"})


def test_a_status_of_ones_own_is_left_alone() -> None:
    made = report(item_progress={"O1": {"status": "ดำเนินการแล้ว", "notes": "ก"}})
    assert codes(made, *UNREPORTED) == []


def test_a_period_of_an_indicator_is_read_in_the_year() -> None:
    made = report(
        indicator_progress={1: {"period": "ต.ค. - ธ.ค.", "notes": "ก"}, 2: {"period": "ต.ค.๖๖", "notes": "ก"}}
    )
    assert made.indicator_progress[1].period.start.year == 2022  # type: ignore[union-attr]
    assert codes(made, *UNREPORTED) == [("period.outside-year", 'indicator_progress["2"].period')]


def test_a_score_that_does_not_add_up_is_a_finding() -> None:
    made = report(assessment={"total": "92.58", "instruments": {"IIT": 90, "EIT": 90, "OIT": 90}})
    assert any(code.startswith("assessment.") for code, _ in codes(made))


def test_entries_without_a_row_are_refused_all_at_once() -> None:
    assert faults(indicator_progress={9: "แล้ว", 11: "แล้ว"}, item_progress={"i4": "แล้ว", "O44": "แล้ว"}) == [
        ("progress.indicator-by-item", 'indicator_progress["9"]'),
        ("assessment.no-indicator", 'indicator_progress["11"]'),
        ("progress.item-of-survey", 'item_progress["i4"]'),
        ("assessment.no-item", 'item_progress["O44"]'),
    ]


def test_the_codes_of_the_entries_may_extend_a_list_that_is_not_confirmed() -> None:
    assert [str(code) for code in codes_in(report(item_progress={"O41": "แล้ว", "๐๒": "แล้ว"}))] == ["o41", "o2"]


def test_a_file_tells_faults_of_fields_and_of_rows_in_one_run(tmp_path: Path) -> None:
    file = tmp_path / "report.yaml"
    file.write_text(
        "kind: implementation-report\nfiscal_year: 2566\nagency: {kind: อบต., name: ก, colour: แดง}\n"
        "measures:\n- title: ก\n  targets: {indicators: 12}\nitem_progress:\n  O44: แล้ว\n  O2: {notes: []}\n",
        encoding="utf-8",
    )
    with pytest.raises(DataError) as caught:
        load(file)
    assert {(fault.place.line, fault.code) for fault in caught.value.faults} >= {
        (3, "data.unknown-key"),
        (6, "assessment.no-indicator"),
        (8, "assessment.no-item"),
    }
