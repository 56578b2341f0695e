"""The internal integrity measures: scores, verdicts, analysis, rows of the measures, what the register must know."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from ita_docs import DataError, load
from ita_docs.assessment import Level
from ita_docs.reports.integrity_measures import IntegrityMeasures
from ita_docs.reports.score_tables import level_rows

AGENCY = {"kind": "ทต.", "name": "ตัวอย่าง", "district": "เมือง", "province": "ชัยนาท"}
#: The figures of the layout's source, FY2565.
INDICATORS = dict(enumerate(("100", "100", "100", "99.15", "100", "96.07", "94.41", "93.79", "87.5", "87.50"), 1))
MAINTAIN, IMPROVE = "รักษาระดับและต่อยอด", "ปรับปรุงแก้ไขและพัฒนา"
OWN = {"responsible": "กองคลัง", "period": "ก.พ. - มี.ค. ๒๕๖๖", "follow_up": "ไตรมาส ๒"}
EVERYTHING = {"targets": {"indicators": "1-10"}, "steps": ["ก"]}


def report(*measures: dict[str, Any], **more: Any) -> IntegrityMeasures:
    data = {"fiscal_year": 2566, "agency": AGENCY, "measures": measures or (EVERYTHING,), **more}
    return IntegrityMeasures.model_validate(data)


def faults(*measures: dict[str, Any], **more: Any) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        report(*measures, **more)
    found = [fault for error in caught.value.errors() for fault in error["ctx"]["error"].faults]
    return [(fault.code, fault.place.field) for fault in found]


def findings(*measures: dict[str, Any], **more: Any) -> list[tuple[str, str]]:
    return [(found.code, found.place.field) for found in report(*measures, **more).findings()]


def texts(points: Any) -> list[str]:
    return [f"{point.number}{point.text}" for point in points]


# Scores, verdicts, levels.


def test_each_indicator_is_set_against_the_mean_of_its_instrument() -> None:
    view = report(assessment={"indicators": INDICATORS}).view()
    assert [(row.number, str(row.instrument_score), row.verdict) for row in view.scores] == [
        (1, "99.83", MAINTAIN),
        (2, "99.83", MAINTAIN),
        (3, "99.83", MAINTAIN),
        (4, "99.83", IMPROVE),
        (5, "99.83", MAINTAIN),
        (6, "94.76", MAINTAIN),
        (7, "94.76", IMPROVE),
        (8, "94.76", IMPROVE),
        (9, "87.50", IMPROVE),
        (10, "87.50", IMPROVE),
    ]
    assert (view.total, view.level) == (Decimal("93.38"), "A")


def test_what_is_stated_is_printed_whatever_the_scores_give() -> None:
    stated = {"indicators": INDICATORS, "instruments": {"IIT": "99.8"}, "total": "93.4", "level": "A (ดี)"}
    view = report(assessment=stated).view()
    assert (view.scores[0].instrument_score, view.total, view.level) == (Decimal("99.8"), Decimal("93.4"), "A (ดี)")
    found = findings(assessment=stated)
    assert found == [
        ("assessment.instrument-differs", "assessment.instruments.IIT"),
        ("assessment.total-differs", "assessment.total"),
    ]


def test_a_score_that_is_not_known_is_no_score_and_no_verdict() -> None:
    view = report(assessment={"indicators": {6: "96.07"}, "instruments": {"EIT": "94.76"}}).view()
    assert [(row.number, row.verdict) for row in view.scores if row.score is not None] == [(6, MAINTAIN)]
    assert {row.verdict for row in view.scores} == {MAINTAIN, ""}
    assert (view.total, view.level, view.scores[0].instrument_score) == (None, None, None)


def test_indicators_are_numbered_from_1_to_10_in_every_part() -> None:
    instruments = report().view().instruments
    assert [(i.number, [row.number for row in i.rows]) for i in instruments] == [
        (1, [1, 2, 3, 4, 5]),
        (2, [6, 7, 8]),
        (3, [9, 10]),
    ]
    assert instruments[1].name == "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)"


@pytest.mark.parametrize(
    ("level", "condition"),
    [
        (Level("AA", Decimal("95.00"), Decimal(100)), "95.00 - 100"),
        (Level("A", Decimal(85), Decimal("94.99")), "85.00 - 94.99"),
        (Level("F", Decimal("0.00"), Decimal("39.99")), "0 - 39.99"),
        (Level("ก", Decimal(95), None, None, Decimal(95)), "คะแนนเฉลี่ยรวมและคะแนนของทุกแบบวัด ตั้งแต่ 95.00 ขึ้นไป"),
        (
            Level("ก", Decimal(95), None, None, Decimal(90)),
            "คะแนนเฉลี่ยรวม ตั้งแต่ 95.00 ขึ้นไป และคะแนนของทุกแบบวัด ตั้งแต่ 90.00 ขึ้นไป",
        ),
        (Level("ก", Decimal(85)), "คะแนนเฉลี่ยรวม ตั้งแต่ 85.00 ขึ้นไป"),
        (Level("ก", Decimal(70), None, Decimal(85)), "คะแนนเฉลี่ยรวม ตั้งแต่ 70.00 แต่ต่ำกว่า 85.00"),
        (Level("ก", None, None, Decimal(70)), "คะแนนเฉลี่ยรวม ต่ำกว่า 70.00"),
    ],
)
def test_a_level_is_printed_with_what_it_asks_for(level: Level, condition: str) -> None:
    assert [(row.condition, row.label) for row in level_rows([level])] == [(condition, level.label)]


def test_the_table_of_levels_is_the_years_or_the_agencys() -> None:
    assert [row.label for row in report().view().levels] == ["AA", "A", "B", "C", "D", "E", "F"]
    newer = report(fiscal_year=2567).view().levels
    assert [row.label for row in newer] == ["ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"]
    own = [{"label": "ดี", "min": 50, "max": 100}, {"label": "ไม่ดี", "min": 0, "max": "49.99"}]
    assert [row.condition for row in report(assessment={"levels": own}).view().levels] == ["50.00 - 100", "0 - 49.99"]


def test_the_notes_word_the_rule_that_is_used() -> None:
    assert report().view().notes[1].startswith("ตัวชี้วัดที่ได้คะแนนสูงกว่าค่าเฉลี่ยของแบบวัดเดียวกัน")
    threshold = report(assessment={"classification": {"rule": "threshold", "deficient_below": "80.50"}}).view().notes
    assert threshold[0] == report().view().notes[0]
    assert threshold[1].startswith(f"ตัวชี้วัดที่ได้คะแนนต่ำกว่า 80.50 จัดเป็น{IMPROVE} ")
    assert report(assessment={"notes": "หนึ่ง"}).view().notes == ("หนึ่ง",)


# Principles, analysis.


def test_the_principles_are_the_registers_under_typed_numbers() -> None:
    view = report().view()
    assert [(part.level, part.heading.split()[0]) for part in view.principles] == [
        (1, "1)"), *((2, f"1.{n}") for n in range(1, 6)),
        (1, "2)"), *((2, f"2.{n}") for n in range(1, 4)),
        (1, "3)"), (2, "3.1"), (2, "3.2"),
    ]  # fmt: skip
    assert view.principles[7].heading == "2.1 ตัวชี้วัดที่ 6 คุณภาพการดำเนินงาน"
    assert all(len(text) > 50 for part in view.principles for text in part.texts)
    assert not view.own_principles


def test_an_agencys_own_principles_replace_them() -> None:
    view = report(principles=[{"heading": "๑) ก", "text": ["ข", "ค"]}, {"text": "ง"}]).view()
    assert view.own_principles
    assert [(p.heading, p.texts) for p in view.principles] == [("๑) ก", ("ข", "ค")), ("", ("ง",))]


@pytest.mark.parametrize(
    ("given", "lead", "blocks"),
    [
        (None, None, []),
        ("ข้อความเดียว", None, [("", "", ["ข้อความเดียว"])]),
        (["ก", "ข"], None, [("", "", ["1.ก", "2.ข"])]),
        ({"lead": "นำ"}, "นำ", []),
        ({"blocks": [{"points": ["ก"]}]}, None, [("", "", ["1.ก"])]),
        ({"blocks": [{"indicator": "๔"}]}, None, [("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", "", [])]),
        ({"blocks": [{"indicator": 4, "heading": "หัวข้อ", "points": "ก"}]}, None, [("หัวข้อ", "", ["ก"])]),
        ({"blocks": [{"items": ["I๒๐", "i 21-i23"]}]}, None, [("", "i20, i21-i23", [])]),
        ({"blocks": [{"items": "i20, i21 และ i23"}]}, None, [("", "i20, i21, i23", [])]),
        ({"blocks": [{"points": ["ก", "ข"], "dashed": True}]}, None, [("", "", ["-ก", "-ข"])]),
        ({"blocks": [{"points": "ก", "dashed": True}]}, None, [("", "", ["-ก"])]),
    ],
)
def test_a_cell_of_the_analysis_is_a_lead_and_blocks(given: Any, lead: str | None, blocks: list[Any]) -> None:
    part = report(analysis={"IIT": {"weaknesses": given}}).view().instruments[0].weaknesses
    assert part.lead == lead
    assert [(block.heading, block.items, texts(block.points)) for block in part.blocks] == blocks


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            {"analysis": {"EIT": {"weaknesses": {"blocks": [{"points": "ก"}, {"indicator": 4}]}}}},
            [("analysis.indicator-elsewhere", "analysis.EIT.weaknesses.blocks[1].indicator")],
        ),
        (
            {"analysis": {"OIT": {"to_maintain": {"blocks": [{"items": ["O1", "O44", "O50"]}]}}}},
            [("assessment.no-item", "analysis.OIT.to_maintain.blocks[0].items")] * 2,
        ),
        ({"assessment": {"items": {"O44": 0}}}, [("assessment.no-item", "assessment.items.O44")]),
        ({"assessment": {"year": 2580}}, [("assessment.no-edition", "assessment.year")]),
        (
            {
                "measures": [
                    {"steps": ["ก"]},
                    {"targets": {"items": "O44"}, "steps": [{"text": "ข", "targets": {"sub_indicators": "9.9"}}]},
                ]
            },
            [
                ("assessment.no-item", "measures[1].targets.items"),
                ("assessment.no-sub-indicator", "measures[1].steps[0].targets.sub_indicators"),
            ],
        ),
    ],
)
def test_what_the_year_does_not_have_is_named_with_its_place(more: dict[str, Any], expected: list[Any]) -> None:
    assert faults(**more) == expected


def test_without_its_mean_an_indicator_has_no_verdict() -> None:
    scores = {"indicators": {4: 80, 9: 100}, "items": {"i20": 0}, "instruments": {"OIT": 90}}
    verdicts = {row.number: row.verdict for row in report(assessment=scores).view().scores}
    assert (verdicts[4], verdicts[9]) == ("", MAINTAIN)
    assert findings(assessment=scores)[-1] == ("assessment.no-mean", "assessment.instruments")


def test_faults_of_scores_analysis_and_measures_come_together() -> None:
    found = faults(
        {"targets": {"issues": 1}},
        assessment={"indicators": {11: 80}},
        analysis={"IIT": {"suggestions": {"blocks": [{"indicator": 9}]}}},
    )
    assert [code for code, _ in found] == [
        "assessment.no-indicator",
        "analysis.indicator-elsewhere",
        "assessment.no-issues",
    ]


def test_a_data_file_tells_them_together_with_wrong_fields(tmp_path: Path) -> None:
    file = tmp_path / "measures.yaml"
    file.write_text(
        "kind: integrity-measures\nfiscal_year: 2566\nagency: {kind: อบต., name: ก}\n"
        "assessment:\n  items:\n    O44: 0\n"
        "analysis:\n  IIT:\n    weaknesses:\n      blocks:\n      - {indicator: 9, points: ก}\n"
        "measures:\n- title: ก\n  stepps: [ข]\n- targets: {items: O45}\n",
        encoding="utf-8",
    )
    with pytest.raises(DataError) as caught:
        load(file)
    assert [(fault.code, fault.place.line) for fault in caught.value.faults] == [
        ("assessment.no-item", 6),
        ("analysis.indicator-elsewhere", 11),
        ("data.unknown-key-near", 14),
        ("assessment.no-item", 15),
    ]


# Findings.


def test_an_indicator_to_be_improved_wants_a_measure() -> None:
    stated = {"indicators": INDICATORS}
    some = {"targets": {"indicators": [4, 7], "items": "e11", "sub_indicators": "10.1"}}
    assert findings(some, assessment=stated) == [("measure.unanswered-indicator", "assessment.indicators.9")]
    by_step = {"steps": [{"text": "ก", "targets": {"indicators": "4-8"}}]}
    assert findings({"targets": {"instrument": "OIT"}}, by_step, assessment=stated) == []


def test_a_deficient_item_wants_a_measure_for_itself_or_its_part() -> None:
    stated = {"items": {"O17": 0, "O27": 0, "O38": 0, "O1": 100}, "instruments": {"OIT": 90}}
    found = findings({"targets": {"items": "O17"}}, {"targets": {"sub_indicators": "9.4"}}, assessment=stated)
    assert found == [
        ("assessment.level-open", "assessment.level"),
        ("analysis.deficient-unanswered", "assessment.items.O38"),
    ]


def test_an_item_under_another_indicator_than_its_own_is_a_finding() -> None:
    blocks = [{"indicator": 4, "items": ["i19-i20", "i18"]}, {"items": "i1"}]
    assert findings(analysis={"IIT": {"weaknesses": {"blocks": blocks}}}) == [
        ("analysis.item-elsewhere", "analysis.IIT.weaknesses.blocks[0].items")
    ]


def test_what_the_layout_does_not_print_is_a_finding() -> None:
    step = {"text": "ง", "targets": {"items": "i1"}, "remark": "จ", "sub_steps": [{"text": "ฉ", "remark": "ช"}]}
    every = {
        "number": 1,
        "title": "ก",
        "targets": {"indicators": 1},
        **OWN,
        "steps": [step],
        "weakness": "ซ",
        "budget": "-",
    }
    assert findings(every) == [
        ("measure.not-printed", "measures[0].budget"),
        ("measure.not-printed", "measures[0].weakness"),
        ("measure.not-printed", "measures[0].steps[0].remark"),
        ("measure.not-printed", "measures[0].steps[0].sub_steps[0].remark"),
    ]


# The rows of the measures.


def outline(*measures: dict[str, Any]) -> list[tuple[str, list[str], list[str], str, str, str]]:
    """A line for each row: number, title, steps, owner, period, follow-up; `^` where they merge with those above."""
    rows = report(*measures).view().measures
    made = []
    for above, row in zip((None, *rows), rows, strict=False):

        def shown(name: str, key: str, above: Any = above, row: Any = row) -> Any:
            merged = above is not None and getattr(above, key) == getattr(row, key)
            return "^" if merged else getattr(row, name)

        title = shown("title", "measure_key")
        cells = (shown(name, f"{name}_key") for name in ("responsible", "period", "follow_up"))
        made.append(
            (
                shown("number", "measure_key"),
                [] if title == "^" else texts(title),
                texts(row.steps),
                *(cell if cell == "^" else "|".join(texts(cell)) for cell in cells),
            )
        )
    return made


UNNUMBERED = {"text": "ง", "numbered": False}


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        ([{"title": "ก"}], [("1.", ["ก"], [], "", "", "")]),
        ([{"title": ["ก", "ข"], "steps": "ค"}], [("1.", ["1.ก", "2.ข"], ["ค"], "", "", "")]),
        (
            [{"number": 7, "steps": ["ก"]}, {"steps": ["ข"]}],
            [("7.", [], ["1.ก"], "", "", ""), ("2.", [], ["1.ข"], "", "", "")],
        ),
        (
            [{"title": "ก", "steps": [{"text": "ข", **OWN}, {"text": "ค", **OWN}]}],
            [("1.", ["ก"], ["1.ข"], *OWN.values()), ("^", [], ["2.ค"], *OWN.values())],
        ),
        (
            [{"title": "ก", **OWN, "steps": ["ข", "ค"]}, {"title": "ง", **OWN, "steps": ["จ"]}],
            [
                ("1.", ["ก"], ["1.ข"], *OWN.values()),
                ("^", [], ["2.ค"], "^", "^", "^"),
                ("2.", ["ง"], ["1.จ"], *OWN.values()),
            ],
        ),
        (
            [{**OWN, "steps": ["ก", {"text": "ข", "responsible": ["ทุกส่วนราชการ", "ช่าง"]}, "ค", UNNUMBERED]}],
            [
                ("1.", [], ["1.ก"], *OWN.values()),
                ("^", [], ["2.ข"], "ทุกส่วนราชการ|ช่าง", "^", "^"),
                ("^", [], ["3.ค"], "กองคลัง", "^", "^"),
                ("^", [], ["ง"], "^", "^", "^"),
            ],
        ),
        (
            [{**OWN, "steps": [{"text": "ก", "sub_steps": ["ข", "ค"]}]}],
            [("1.", [], ["1.ก", "1.1ข", "1.2ค"], *OWN.values())],
        ),
        (
            [{**OWN, "steps": [{"text": "ก", "sub_steps": ["ข", {"text": "ค", "follow_up": "ไตรมาส ๔"}, "ง"]}, "จ"]}],
            [
                ("1.", [], ["1.ก", "1.1ข"], *OWN.values()),
                ("^", [], ["1.2ค"], "^", "^", "ไตรมาส ๔"),
                ("^", [], ["1.3ง"], "^", "^", "ไตรมาส ๒"),
                ("^", [], ["2.จ"], "^", "^", "^"),
            ],
        ),
        (
            [{**OWN, "steps": ["ก", {"text": "ข", "responsible": "“"}]}, {"responsible": "''", "steps": ["ค"]}],
            [
                ("1.", [], ["1.ก"], *OWN.values()),
                ("^", [], ["2.ข"], "^", "^", "^"),
                ("2.", [], ["1.ค"], "กองคลัง", "", ""),
            ],
        ),
    ],
)
def test_a_measure_has_a_row_for_each_step_and_states_a_shared_value_once(measures: Any, expected: Any) -> None:
    assert outline(*measures) == expected


def test_a_short_measure_stays_on_one_page() -> None:
    steps = {"short": ["ก"] * 3, "many": ["ก"] * 6, "long": ["ก" * 400] * 2}
    kept = {name: [row.kept for row in report({"steps": listed}).view().measures] for name, listed in steps.items()}
    assert kept == {"short": [True, True, False], "many": [False] * 6, "long": [False] * 2}


# The chart and the cover.


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({}, ""),
        ({"show_chart": True}, "bar"),
        ({"show_chart": True, "chart": "radar"}, "radar"),
        ({"show_chart": True, "assessment": {"total": 90}}, ""),
    ],
)
def test_the_chart_is_shown_when_asked_for_and_there_is_a_score(more: dict[str, Any], kind: str) -> None:
    view = report(**{"assessment": {"indicators": INDICATORS}, **more}).view()
    assert view.chart_kind == kind
    assert len(view.indicators.categories) == len(view.indicators.series[0].values) == 10
    assert view.indicators.categories[9] == "10. การป้องกันการทุจริต"


@pytest.mark.parametrize(("unit", "lines"), [(None, ()), ("งานนิติการ", ("งานนิติการ",)), (["ก", "ข"], ("ก", "ข"))])
def test_the_owning_unit_is_a_line_or_several(unit: Any, lines: tuple[str, ...]) -> None:
    assert report(unit=unit).view().unit == lines
