"""The improvement plan: which rows its measures make, which cells share a key, and what the register must know."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from ita_docs import DataError, ImprovementPlan, load

AGENCY = {"kind": "ทต.", "name": "ตัวอย่าง", "district": "เมือง", "province": "ชัยนาท"}


def plan(*measures: dict[str, Any], **more: Any) -> ImprovementPlan:
    return ImprovementPlan.model_validate({"fiscal_year": 2566, "agency": AGENCY, "measures": measures, **more})


def outline(*measures: dict[str, Any], **more: Any) -> list[tuple[str, str, list[str], list[str], list[str]]]:
    return [
        (
            row.instrument,
            row.target,
            [f"{p.number}{p.text}" for p in row.steps],
            [p.text for p in row.responsible],
            [p.text for p in row.remark],
        )
        for row in plan(*measures, **more).view().rows
    ]


def test_an_indicator_is_named_with_its_range_and_has_a_row_for_each_step() -> None:
    assert outline({"targets": {"indicators": 2}, "steps": ["ก", "ข"], "responsible": "กองคลัง"}) == [
        ("IIT", "2.การใช้งบประมาณ i7-i12", ["1.ก"], ["กองคลัง"], []),
        ("IIT", "2.การใช้งบประมาณ i7-i12", ["2.ข"], ["กองคลัง"], []),
    ]


def test_items_told_apart_stand_below_a_row_for_their_indicator() -> None:
    assert outline(
        {"targets": {"items": "i1"}, "steps": ["ก"]},
        {"targets": {"items": "i๔ - i๖"}, "steps": ["ข"]},
        {"targets": {"items": "I13"}, "steps": ["ค"]},
    ) == [
        ("IIT", "1.การปฏิบัติหน้าที่ i1-i6", [], [], []),
        ("IIT", "i1", ["1.ก"], [], []),
        ("IIT", "i4-i6", ["1.ข"], [], []),
        ("IIT", "3.การใช้อำนาจ i13-i18", [], [], []),
        ("IIT", "i13", ["1.ค"], [], []),
    ]


def test_an_item_of_open_data_stands_below_its_sub_indicator() -> None:
    assert [row[1] for row in outline({"targets": {"items": "O17"}, "steps": "ก"})] == [
        "9.2 การบริหารงาน O11-O18",
        "O17",
    ]


def test_entries_of_a_sub_indicator_share_a_row_as_long_as_they_share_owner_and_remark() -> None:
    entries = [
        {"targets": {"items": "O๑"}, "text": "ก"},
        {"targets": {"items": "o8-o9"}, "text": "ข\nต่อ", "responsible": "กองช่าง"},
        {"targets": {"items": "O10"}, "text": "ค", "responsible": "กองช่าง", "sub_steps": ["ง"]},
    ]
    assert outline({"targets": {"sub_indicators": "9.1"}, "steps": entries, "responsible": "สำนักปลัด"}) == [
        ("OIT", "9.1 ข้อมูลพื้นฐาน O1-O10", ["O1 ก"], ["สำนักปลัด"], []),
        ("OIT", "9.1 ข้อมูลพื้นฐาน O1-O10", ["O8-O9 ข", "ต่อ", "O10 ค", "-ง"], ["กองช่าง"], []),
    ]


def test_the_range_of_indicator_nine_comes_from_the_edition() -> None:
    measure = {"targets": {"indicators": 9}, "steps": ["ก"]}
    assert outline(measure)[0][1] == "9.การเปิดเผยข้อมูล O1-O30"
    assert outline(measure, fiscal_year=2565)[0][1] == "9.การเปิดเผยข้อมูล O1-O33"
    assert outline(measure, evidence_year=2568)[0][1] == "9.การเปิดเผยข้อมูล o1-o20"


def test_sub_steps_with_owners_of_their_own_part_the_row() -> None:
    step = {
        "text": "ก",
        "sub_steps": [
            {"text": "ข", "responsible": "กองคลัง"},
            {"text": "ค", "responsible": "สำนักปลัด"},
            {"text": "ง", "responsible": "สำนักปลัด"},
        ],
    }
    assert outline({"targets": {"indicators": 7}, "steps": [step, "จ"]}) == [
        ("EIT", "7.ประสิทธิภาพการสื่อสาร e6-e10", ["1.ก", "1.1ข"], ["กองคลัง"], []),
        ("EIT", "7.ประสิทธิภาพการสื่อสาร e6-e10", ["1.2ค", "1.3ง"], ["สำนักปลัด"], []),
        ("EIT", "7.ประสิทธิภาพการสื่อสาร e6-e10", ["2.จ"], [], []),
    ]


def test_the_remark_stands_before_the_follow_up_and_the_follow_up_before_the_period() -> None:
    base = {"targets": {"indicators": 2}, "steps": ["ก"]}
    period, follow_up = {"period": "ต.ค.๖๕"}, {"follow_up": "รายงานทุก ๖ เดือน"}
    assert outline({**base, **period})[0][4] == ["ต.ค.๖๕"]
    assert outline({**base, **period, **follow_up})[0][4] == ["รายงานทุก ๖ เดือน"]
    assert outline({**base, **period, **follow_up, "remark": "ก"})[0][4] == ["ก"]


def test_an_owner_is_one_value_where_it_is_stated_once_and_another_where_it_is_stated_again() -> None:
    shared = plan({"targets": {"indicators": 2}, "steps": ["ก", "ข"], "responsible": "กองคลัง"}).view().rows
    stated = [{"text": text, "responsible": "กองคลัง"} for text in "กข"]
    own = plan({"targets": {"indicators": 2}, "steps": stated}).view().rows
    assert shared[0].responsible_key == shared[1].responsible_key
    assert own[0].responsible_key != own[1].responsible_key


def test_a_ditto_is_written_out_with_the_key_of_the_value_above() -> None:
    steps = [{"text": "ก", "responsible": "กองคลัง", "remark": "ร"}, {"text": "ข", "responsible": "“", "remark": "''"}]
    first, second = plan({"targets": {"indicators": 2}, "steps": steps}).view().rows
    assert (second.responsible, second.responsible_key) == (first.responsible, first.responsible_key)
    assert (second.remark, second.remark_key) == (first.remark, first.remark_key)


def test_empty_cells_are_not_one_value() -> None:
    first, second = plan({"targets": {"indicators": 2}, "steps": ["ก", "ข"]}).view().rows
    assert first.remark_key != second.remark_key


def test_several_targets_are_several_lines() -> None:
    measure = {"targets": {"indicators": [1, 2], "sub_indicators": "9.4-9.5"}, "steps": ["ก"]}
    assert outline(measure)[0][1].split("\n") == [
        "1.การปฏิบัติหน้าที่ i1-i6",
        "2.การใช้งบประมาณ i7-i12",
        "9.4 การบริหารและพัฒนาทรัพยากรบุคคล O23-O26",
        "9.5 การส่งเสริมความโปร่งใส O27-O30",
    ]


def test_a_sub_indicator_whose_items_are_not_published_stands_by_its_number() -> None:
    assert outline({"targets": {"sub_indicators": "10.1"}, "steps": ["ก"]}, fiscal_year=2567)[0][:2] == ("OIT", "10.1")


def test_what_the_remark_covers_is_advice() -> None:
    steps = [{"text": "ก", "period": "ต.ค.๖๕", "sub_steps": [{"text": "ข", "follow_up": "ค"}]}]
    made = plan({"targets": {"indicators": 2}, "steps": steps, "remark": "ร", "follow_up": "ต"})
    assert [(f.code, f.place.field, f.params["cover"]) for f in made.findings()] == [
        ("measure.covered", "measures[0].follow_up", "remark"),
        ("measure.covered", "measures[0].steps[0].period", "remark"),
        ("measure.covered", "measures[0].steps[0].sub_steps[0].follow_up", "remark"),
    ]


def test_an_entry_on_another_sub_indicators_item_is_a_finding() -> None:
    steps = [{"text": "ก", "targets": {"items": "O9-O11"}}, {"text": "ข", "targets": {"items": "O10"}}]
    made = plan({"targets": {"sub_indicators": "9.1"}, "steps": steps})
    assert [(f.code, f.place.field, f.params["found"]) for f in made.findings()] == [
        ("measure.item-elsewhere", "measures[0].steps[0].targets.items", "O11")
    ]


def test_a_period_outside_the_year_is_a_finding() -> None:
    made = plan({"targets": {"indicators": 2}, "steps": ["ก"], "period": "พ.ศ. ๒๕๖๖-๒๕๗๐"})
    assert [(f.code, f.severity, f.place.field) for f in made.findings()] == [
        ("period.outside-year", "warning", "measures[0].period")
    ]


def test_a_title_leads_the_first_row_of_its_measure() -> None:
    assert [row[2] for row in outline({"title": "ชื่อ", "targets": {"indicators": 2}, "steps": ["ก", "ข"]})] == [
        ["ชื่อ", "1.ก"],
        ["2.ข"],
    ]


def test_every_target_that_the_year_does_not_have_is_named_at_once() -> None:
    with pytest.raises(ValidationError) as caught:
        plan(
            {"targets": {"items": "O44"}, "steps": ["ก"]},
            {"steps": ["ข"]},
            {"targets": {"sub_indicators": "9.1"}, "steps": [{"text": "ค", "targets": {"items": "i31"}}]},
            {"targets": {"indicators": 2}, "steps": ["ง"]},
        )
    faults = caught.value.errors()[0]["ctx"]["error"].faults
    assert [(f.code, f.place.field) for f in faults] == [
        ("assessment.no-item", "measures[0].targets.items"),
        ("measure.no-target", "measures[1].targets"),
        ("assessment.no-item", "measures[2].steps[0].targets.items"),
    ]


def test_a_year_without_a_register_is_refused_with_those_that_exist() -> None:
    with pytest.raises(ValidationError, match="2568"):
        plan({"targets": {"indicators": 2}, "steps": ["ก"]}, fiscal_year=2580)


def test_a_data_file_tells_wrong_targets_together_with_wrong_fields(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(
        "kind: improvement-plan\nfiscal_year: 2566\nagency: {kind: อบต., name: ก}\nmeasures:\n"
        "  - targets: {items: O44}\n    steps: [ก]\n"
        "  - targets: {indicators: 2}\n    step: [ข]\n"
        "  - steps: [ค]\n",
        encoding="utf-8",
    )
    with pytest.raises(DataError) as caught:
        load(file)
    assert [(f.code, f.place.line) for f in caught.value.faults] == [
        ("assessment.no-item", 5),
        ("data.unknown-key-near", 8),
        ("measure.no-target", 9),
    ]
