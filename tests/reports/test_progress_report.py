"""The progress report: its view, its defaults, its dittos, and what it finds in its own data."""

from typing import Any

import pytest
from pydantic import ValidationError

from ita_docs import ParseError, Period, ProgressReport

AGENCY = {"kind": "อบต.", "name": "ตัวอย่าง", "district": "เมือง", "province": "ชัยนาท"}


def report(*measures: dict[str, Any], **more: Any) -> ProgressReport:
    return ProgressReport.model_validate({"fiscal_year": 2566, "agency": AGENCY, "measures": measures, **more})


def row(*measures: dict[str, Any], **more: Any) -> Any:
    return report(*measures, **more).view().measures[-1]


def texts(points: Any) -> list[str]:
    return [f"{point.number}{point.text}" for point in points]


def test_a_list_prints_its_numbers_even_with_one_entry_and_a_plain_text_prints_none() -> None:
    made = row({"title": "ก", "steps": ["หนึ่ง"], "results": "ผล", "suggestions": ["ควร"]})
    assert texts(made.steps) == ["1.หนึ่ง"]
    assert texts(made.results) == ["ผล"]
    assert texts(made.suggestions) == ["1.ควร"]


def test_a_plain_text_in_place_of_the_steps_has_no_number() -> None:
    assert texts(row({"steps": "ประชุม"}).steps) == ["ประชุม"]


def test_sub_steps_are_numbered_below_their_step() -> None:
    made = row({"steps": ["ก", {"text": "ข", "sub_steps": ["ค", "ง"]}, {"text": "จ", "numbered": False}, "ฉ"]})
    assert texts(made.steps) == ["1.ก", "2.ข", "2.1ค", "2.2ง", "จ", "3.ฉ"]
    assert [point.level for point in made.steps] == [0, 0, 1, 1, 0, 0]


def test_sub_steps_of_a_step_without_number_are_dashed() -> None:
    made = row({"steps": [{"text": "ก", "numbered": False, "sub_steps": ["ข"]}]})
    assert texts(made.steps) == ["ก", "-ข"]


def test_several_owners_are_one_paragraph_each_without_numbers() -> None:
    assert texts(row({"responsible": ["กองคลัง", "สำนักปลัด/งานธุรการ"]}).responsible) == [
        "กองคลัง",
        "สำนักปลัด/งานธุรการ",
    ]


def test_an_owner_or_period_of_a_step_is_not_lost() -> None:
    made = row(
        {
            "responsible": "กองคลัง",
            "period": "ต.ค.๖๕",
            "steps": [
                {"text": "ก", "responsible": "กองช่าง", "period": "ธ.ค.๖๕"},
                {"text": "ข", "responsible": "กองคลัง", "sub_steps": [{"text": "ค", "responsible": "สำนักปลัด"}]},
            ],
        }
    )
    assert texts(made.responsible) == ["กองคลัง", "ขั้นตอนที่ 1:\nกองช่าง", "ขั้นตอนที่ 2.1:\nสำนักปลัด"]
    assert texts(made.period) == ["ต.ค.๖๕", "ขั้นตอนที่ 1:\nธ.ค.๖๕"]


@pytest.mark.parametrize(
    ("own", "stated", "cell"),
    [
        ("ก", ["ข", None, "ข", "ข", "ค"], ["ก", "ขั้นตอนที่ 1, 3 - 4:\nข", "ขั้นตอนที่ 5:\nค"]),
        ("ก", ["ก", None], ["ก"]),
        ("ก", ["ข", "“"], ["ก", "ขั้นตอนที่ 1 - 2:\nข"]),
        (["ก", "ข"], [["ค", "ง"]], ["ก", "ข", "ขั้นตอนที่ 1:\nค\nง"]),
        (None, ["ก", "ก"], ["ก"]),
        (None, [["ก", "ข"]], ["ก", "ข"]),
        (None, ["ก", None], ["ขั้นตอนที่ 1:\nก"]),
        (None, ["ก", "ข"], ["ขั้นตอนที่ 1:\nก", "ขั้นตอนที่ 2:\nข"]),
        (None, [None, None], []),
    ],
)
def test_what_a_step_states_otherwise_stands_under_its_number(own: Any, stated: list[Any], cell: list[str]) -> None:
    steps = [{"text": "ขั้น", "responsible": one} for one in stated]
    assert texts(row({"responsible": own, "steps": steps}).responsible) == cell


def test_a_step_without_a_number_is_not_named() -> None:
    steps = [{"text": "ก", "numbered": False, "responsible": "ค"}, {"text": "ข", "responsible": "ง"}]
    assert texts(row({"responsible": "ก", "steps": steps}).responsible) == ["ก", "ค", "ขั้นตอนที่ 1:\nง"]


def test_a_sub_step_is_named_where_it_differs_from_its_step() -> None:
    parts = [{"text": "ข", "responsible": "ก"}, {"text": "ค", "responsible": "ข"}]
    step = {"text": "ก", "responsible": "ข", "sub_steps": parts}
    assert texts(row({"responsible": "ก", "steps": [step]}).responsible) == ["ก", "ขั้นตอนที่ 1:\nข", "ขั้นตอนที่ 1.1:\nก"]


def test_a_default_serves_the_measures_that_do_not_state_their_own() -> None:
    made = report({"title": "ก"}, {"title": "ข", "suggestions": "อื่น"}, defaults={"suggestions": "เหมือนกัน"})
    assert [texts(r.suggestions) for r in made.view().measures] == [["เหมือนกัน"], ["อื่น"]]


@pytest.mark.parametrize("mark", ["“", "”", '"', "''", " “ "])
def test_a_ditto_is_the_value_above(mark: str) -> None:
    first = {"responsible": "กองคลัง", "period": "ต.ค.๖๕", "suggestions": ["ก", "ข"]}
    made = row(first, {"responsible": mark, "period": mark, "suggestions": mark})
    assert (texts(made.responsible), texts(made.period)) == (["กองคลัง"], ["ต.ค.๖๕"])
    assert texts(made.suggestions) == ["1.ก", "2.ข"]


def test_a_ditto_of_a_ditto_is_the_value_two_above() -> None:
    assert texts(row({"responsible": "ก"}, {"responsible": "“"}, {"responsible": "“"}).responsible) == ["ก"]


def test_quotation_marks_inside_a_text_stay() -> None:
    assert texts(row({"responsible": "“กองคลัง”"}).responsible) == ["“กองคลัง”"]


@pytest.mark.parametrize("name", ["title", "steps", "responsible", "period", "results", "suggestions"])
@pytest.mark.parametrize("alone_in_a_list", [False, True])
def test_a_ditto_with_nothing_above_is_an_error_finding(name: str, alone_in_a_list: bool) -> None:
    mark = ["“"] if alone_in_a_list and name != "period" else "“"
    assert [(f.code, f.place.field, f.params["found"]) for f in report({name: mark}).findings()] == [
        ("measure.ditto-first", f"measures[0].{name}", "“")
    ]


@pytest.mark.parametrize("mark", ["“", ["''"]])
def test_a_ditto_for_title_or_steps_is_the_words_of_the_measure_above(mark: Any) -> None:
    own = {"text": "ข", "responsible": "กองช่าง", "period": "ต.ค.๖๕", "sub_steps": [{"text": "ค", "responsible": "ง"}]}
    first = {"title": "ชื่อ", "steps": [{"text": "ก", "numbered": False}, own], "responsible": "กองคลัง"}
    made = row(first, {"title": mark, "steps": mark, "responsible": "สำนักปลัด"}, {"title": mark, "steps": mark})
    assert (texts(made.heading), texts(made.steps)) == (["3.ชื่อ"], ["ก", "1.ข", "1.1ค"])
    assert (made.responsible, made.period) == ((), ())


def test_a_ditto_beside_other_entries_is_a_text() -> None:
    made = row({"steps": ["ก"]}, {"steps": ["“", "ข"]}, {"steps": [{"text": "“", "responsible": "ค"}]})
    assert (texts(made.steps), texts(made.responsible)) == (["1.“"], ["ค"])


def test_a_ditto_of_a_step_is_its_measures_value() -> None:
    own = [{"text": "ก", "responsible": "กองช่าง"}, {"text": "ข", "responsible": "“", "period": "”"}]
    made = row({"responsible": "กองคลัง", "period": "ต.ค.๖๕", "steps": own})
    assert (texts(made.responsible), texts(made.period)) == (["กองคลัง", "ขั้นตอนที่ 1 - 2:\nกองช่าง"], ["ต.ค.๖๕"])
    above = {"responsible": "สำนักปลัด"}
    assert texts(row(above, {"steps": [{"text": "ก", "responsible": "“"}]}).responsible) == ["สำนักปลัด"]


def test_the_number_is_the_measures_own_or_its_place() -> None:
    made = report({"title": "ก"}, {"title": "ข", "number": 7}).view()
    assert [texts(r.heading) for r in made.measures] == [["1.ก"], ["7.ข"]]


def test_a_title_that_is_a_list_stands_below_its_number() -> None:
    assert texts(row({"title": ["ก", "ข"]}).heading) == ["1.", "1.1 ก", "1.2 ข"]


def test_years_and_round_of_the_cover() -> None:
    first, second = report({}).view(), report({}, round=2, assessment={"year": 2564}).view()
    assert (first.fiscal_year, first.results_year, first.round_name) == (2566, 2565, "6 เดือนแรก")
    assert first.period.format("long", "arabic") == "1 ตุลาคม 2565 – 31 มีนาคม 2566"
    assert (second.results_year, second.round_name) == (2564, "12 เดือน")
    assert second.period.format("long", "arabic") == "1 ตุลาคม 2565 – 30 กันยายน 2566"


def test_a_period_without_a_year_is_read_in_the_reports_year() -> None:
    made = report({"period": "ไตรมาส ๒", "steps": [{"text": "ก", "period": "ไตรมาส ๑"}]})
    assert made.measures[0].period == Period.parse("ม.ค.๖๖ - มี.ค.๖๖")
    assert made.measures[0].steps[0].period == Period.parse("ต.ค.๖๕ - ธ.ค.๖๕")
    assert made.findings() == ()


@pytest.mark.parametrize(
    ("period", "more", "code"),
    [
        ("เดือนตุลาคม ๒๕๖๕ เดือนเมษายน ๒๕๖๖", {}, "period.outside-round"),
        ("เดือนตุลาคม ๒๕๖๕ เดือนเมษายน ๒๕๖๖", {"round": 2}, None),
        ("ต.ค.๖๖ - มี.ค.๖๗", {"round": 2}, "period.outside-round"),
        ("ตุลาคน ๒๕๖๕", {}, "period.unreadable-near"),
        ("ไตรมาสหน้า", {}, "period.unreadable"),
        ("ตามห้วงเวลาจัดงานประเพณี", {}, None),
        ("ต.ค.๖๕ - มี.ค.๖๖", {}, None),
    ],
)
def test_periods_that_a_person_should_look_at(period: str, more: dict[str, Any], code: str | None) -> None:
    found = report({"period": period}, **more).findings()
    assert [(f.code, f.place.field) for f in found] == ([(code, "measures[0].period")] if code else [])


def test_a_field_that_the_layout_does_not_print_is_advice() -> None:
    found = report({"budget": "1,000", "weakness": "ก", "title": "ข"}).findings()
    assert [(f.code, f.severity, f.place.field) for f in found] == [
        ("measure.not-printed", "advice", "measures[0].budget"),
        ("measure.not-printed", "advice", "measures[0].weakness"),
    ]


def test_a_gregorian_year_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="2566") as caught:
        report({}, fiscal_year=2023)
    assert not isinstance(caught.value, ParseError)  # pydantic's error, which lists every fault


@pytest.mark.parametrize(
    ("measures", "kind", "place"),
    [
        ([], "too_short", ("measures",)),
        ([{"titel": "ก"}], "extra_forbidden", ("measures", 0, "titel")),
        (["ก"], "model_type", ("measures", 0)),
    ],
)
def test_one_mistake_in_the_only_measure_is_one_error(measures: Any, kind: str, place: tuple[Any, ...]) -> None:
    with pytest.raises(ValidationError) as caught:
        report(*measures)
    assert [(found["type"], found["loc"]) for found in caught.value.errors()] == [(kind, place)]


def test_a_report_goes_through_json() -> None:
    made = report(
        {"title": "ก", "period": "ไตรมาส ๒"},
        {"title": "ข", "period": "เดือนตุลาคม ๒๕๖๕ เดือนมีนาคม ๒๕๖๖"},
        {"title": "ค", "period": {"start": "2022-10-01", "end": "2023-03-31"}},
        {"title": "ง", "period": {"text": "ตลอดไป ๒๕๖๖"}},
        {"title": "จ", "period": "ตุลาคน"},
        assessment={"year": 2565},
    )
    again = ProgressReport.model_validate_json(made.model_dump_json())
    assert again == made
    assert [str(measure.period) for measure in again.measures] == [str(measure.period) for measure in made.measures]
    assert ProgressReport.model_validate(made.model_dump(exclude_unset=True)) == made
