"""The dossier: its years, its periods, and next year's dossier with what can not be carried over."""

import pickle
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from ita_docs import Dossier, ParseError
from ita_docs.records.later import Later
from ita_docs.thai import FiscalYear, Period
from ita_docs.thai.periods import Span

AGENCY = {"kind": "อบต.", "name": "ตัวอย่าง", "district": "เมืองชัยนาท", "province": "ชัยนาท"}


def dossier(*measures: dict[str, Any], year: int = 2566, **more: Any) -> Dossier:
    return Dossier.model_validate(
        {"fiscal_year": year, "agency": AGENCY, "measures": measures or ({"title": "อบรม"},), **more}
    )


def rolled(*measures: dict[str, Any], **more: Any) -> Dossier:
    return dossier(*measures, **more).roll_forward().dossier


def test_its_results_are_those_of_the_year_before_unless_it_says_otherwise() -> None:
    assert dossier().results_year == FiscalYear(2565)
    assert dossier(assessment={"year": 2566}).results_year == FiscalYear(2566)
    assert dossier().evidence == FiscalYear(2566)
    assert dossier(evidence_year=2567).evidence == FiscalYear(2567)


def test_periods_of_measures_defaults_and_indicators_are_read_in_its_year() -> None:
    made = dossier(
        {"period": "ไตรมาส ๒", "steps": [{"text": "ก", "period": "ม.ค."}]},
        defaults={"period": "ไตรมาส ๑"},
        indicator_progress={1: {"period": "ไตรมาส ๔"}},
    )
    entry = made.indicator_progress[1]
    starts = [made.measures[0].period, made.measures[0].steps[0].period, made.defaults.period, entry.period]
    assert [period.start for period in starts if period] == [
        date(2023, 1, 1),
        date(2023, 1, 1),
        date(2022, 10, 1),
        date(2023, 7, 1),
    ]


def test_a_measure_keeps_what_was_typed_without_the_defaults() -> None:
    assert dossier({"title": "ก"}, defaults={"responsible": "กองคลัง"}).measures[0].responsible is None


def test_a_dossier_without_measures_is_refused() -> None:
    with pytest.raises(ValidationError, match="at least 1 item"):
        Dossier.model_validate({"fiscal_year": 2566, "agency": AGENCY, "measures": []})


def test_it_can_be_pickled() -> None:
    made = dossier({"title": "ก", "period": "ไตรมาส ๒"}, item_progress={"๐๑": "เผยแพร่"})
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301  our own bytes


PERIODS = [
    ("ต.ค.๖๕ - มี.ค.๖๖", "ต.ค.๖๖ - มี.ค.๖๗"),
    ("1 ต.ค.65 - 30 ก.ย.66", "1 ต.ค.66 - 30 ก.ย.67"),
    ("ก.พ. - มี.ค. ๒๕๖๖", "ก.พ. - มี.ค. ๒๕๖๗"),
    ("ก.พ.๖๖", "ก.พ.๖๗"),
    ("1 ก.พ.66 - 28 ก.พ.66", "1 ก.พ.67 - 28 ก.พ.67"),
    ("ไตรมาส ๒", "ไตรมาส ๒"),
    ("ไตรมาส ๑ - ๒ ปีงบประมาณ ๒๕๖๖", "ไตรมาส ๑ - ๒ ปีงบประมาณ ๒๕๖๗"),
    ("ตลอดปีงบประมาณ", "ตลอดปีงบประมาณ"),
    ("เดือนตุลาคม ๒๕๖๕ เดือนเมษายน ๒๕๖๖", "เดือนตุลาคม ๒๕๖๖ เดือนเมษายน ๒๕๖๗"),
    ("๙ ธ.ค.๖๕", "๙ ธ.ค.๖๖"),
    ("ตามห้วงเวลาจัดงานประเพณี", "ตามห้วงเวลาจัดงานประเพณี"),
    ("ภายใน 66 วัน", "ภายใน 66 วัน"),  # no year
    ("เมื่อได้รับแจ้งทาง 1567", "เมื่อได้รับแจ้งทาง 1567"),
]


@pytest.mark.parametrize(("typed", "moved"), PERIODS)
def test_a_period_moves_in_the_words_it_was_typed_in(typed: str, moved: str) -> None:
    later = Later(FiscalYear(2566)).period(Period.parse(typed, 2566))
    assert str(later) == moved
    assert later.spans == Period.parse(moved, 2567).spans
    assert later.text == moved


def test_words_that_would_not_mean_the_next_year_are_written_anew() -> None:
    moved = Later(FiscalYear(2567)).period(Period.parse("29 ก.พ. 2567", 2567))
    assert moved.text is None
    assert moved.spans == (Span(date(2025, 2, 28), date(2025, 2, 28)),)


@pytest.mark.parametrize(
    ("first", "last", "moved_first", "moved_last"),
    [
        (date(2022, 10, 1), date(2023, 3, 31), date(2023, 10, 1), date(2024, 3, 31)),
        (date(2023, 2, 1), date(2023, 2, 28), date(2024, 2, 1), date(2024, 2, 29)),  # a whole month stays one
        (date(2024, 2, 1), date(2024, 2, 29), date(2025, 2, 1), date(2025, 2, 28)),
        (date(2024, 2, 29), date(2024, 3, 2), date(2025, 2, 28), date(2025, 3, 2)),
    ],
)
def test_days_move_by_a_year(first: date, last: date, moved_first: date, moved_last: date) -> None:
    assert Later(FiscalYear(2566)).period(Period(first, last)) == Period(moved_first, moved_last)


def test_words_of_the_authors_own_stay_beside_the_days() -> None:
    stated = Period.of_spans([Span(date(2023, 5, 1), date(2023, 5, 31))], "งานบุญบั้งไฟ")
    moved = Later(FiscalYear(2566)).period(stated)
    assert (moved.text, moved.start) == ("งานบุญบั้งไฟ", date(2024, 5, 1))


def test_words_that_can_not_be_read_stay_unreadable() -> None:
    typed = Period.parse("ต.ค.๖๕ - มี.ค.๖๖ และอื่น ๆ ตามสมควร", 2566)
    moved = Later(FiscalYear(2566)).period(typed)
    assert typed.unreadable
    assert moved.unreadable


TEXTS = [
    ("ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"),
    ("ปีงบประมาณพ.ศ.2566 และประจำปี 2565", "ปีงบประมาณพ.ศ.2567 และประจำปี 2566"),
    ("แผนปฏิบัติการ (พ.ศ. 2566 - 2570)", "แผนปฏิบัติการ (พ.ศ. 2566 - 2570)"),
    ("แผนปีงบประมาณ พ.ศ. 2566 - 2570", "แผนปีงบประมาณ พ.ศ. 2566 - 2570"),
    ("พ.ร.บ. ข้อมูลข่าวสาร พ.ศ. 2540 ประจำปี 2560", "พ.ร.บ. ข้อมูลข่าวสาร พ.ศ. 2540 ประจำปี 2560"),
    ("ภายในเดือนมีนาคม 2566", "ภายในเดือนมีนาคม 2566"),
    ("ปีงบประมาณ ๒๕๖๕ และ ๒๕๖๖", "ปีงบประมาณ ๒๕๖๕ และ ๒๕๖๖"),  # neither moves alone
    ("ปีงบประมาณ 2566 - ปีงบประมาณ 2570", "ปีงบประมาณ 2566 - ปีงบประมาณ 2570"),
    ("ปีงบประมาณ 2562 ถึงปีงบประมาณ 2566", "ปีงบประมาณ 2562 ถึงปีงบประมาณ 2566"),
    ("ปีงบประมาณ 2566 และประจำปี 2565", "ปีงบประมาณ 2567 และประจำปี 2566"),
]


@pytest.mark.parametrize(("typed", "moved"), TEXTS)
def test_only_the_dossiers_own_budget_years_move_in_a_text(typed: str, moved: str) -> None:
    made = rolled({"title": typed, "steps": [{"text": typed, "sub_steps": [typed]}]}, unit=[typed])
    (measure,) = made.measures
    assert measure.title == measure.steps[0].text == measure.steps[0].sub_steps[0].text == moved
    assert made.unit == (moved,)


def test_what_stands_is_carried_over_and_what_tells_of_the_year_is_empty() -> None:
    made = rolled(
        {
            "number": 3,
            "title": "อบรม",
            "targets": {"indicators": 2},
            "steps": ["ก"],
            "responsible": "กองคลัง",
            "follow_up": "รายงานผล",
            "period": "ไตรมาส ๑",
            "remark": "ทุกปี",
            "weakness": "ว",
            "results": "ผ",
            "outcomes": "อ",
            "suggestions": "ส",
            "budget": "500",
            "evidence": "ห",
            "progress": {"status": "ดำเนินการ"},
        },
        assessment={"year": 2565, "total": "92.58", "level": "A", "items": {"O1": 100}, "classification": "threshold"},
        analysis={"IIT": {"weaknesses": "อ่อน"}},
        defaults={"responsible": "สำนักปลัด", "suggestions": "ดีแล้ว"},
        sign_off=[{"role": "ผู้จัดทำ", "name": "ก ข", "position": "ปลัด", "opinion": "เห็นชอบ", "date": "2023-04-05"}],
        numerals="arabic",
        evidence_year=2566,
        show_chart=True,
        chart="radar",
    )
    assert (made.fiscal_year, made.evidence_year, made.assessment.year) == (*map(FiscalYear, (2567, 2567, 2566)),)
    (measure,) = made.measures
    assert measure.model_fields_set == {
        *("number", "title", "targets", "steps", "responsible", "follow_up", "period", "remark")
    }
    assert (measure.number, measure.title, measure.responsible, measure.remark) == (3, "อบรม", "กองคลัง", "ทุกปี")
    assert made.assessment.model_fields_set == {"year", "classification"}
    assert made.analysis == Dossier.model_fields["analysis"].default
    assert (made.defaults.responsible, made.defaults.suggestions) == ("สำนักปลัด", None)
    assert made.sign_off
    (stage,) = made.sign_off.stages
    assert (stage.name, stage.position, stage.opinion, stage.date) == ("ก ข", "ปลัด", None, None)
    assert (made.numerals, made.show_chart, made.chart) == ("arabic", True, "radar")


def test_items_are_carried_by_name_never_by_number() -> None:
    found = dossier(
        {"targets": {"items": ["O27", "O32"], "indicators": 1, "sub_indicators": "9.1"}},
        year=2565,
        assessment={"year": 2565},
        item_progress={"O27": {"responsible": "สำนักปลัด", "notes": "แล้ว"}, "๐๓๒": "ไม่มีในปีถัดไป"},
    ).roll_forward()
    targets = found.dossier.measures[0].targets
    assert targets
    assert targets.items == ("O25",)  # O27 of 2566 is another item
    assert {str(code): entry.responsible for code, entry in found.dossier.item_progress.items()} == {"o25": "สำนักปลัด"}
    assert all(entry.notes is None for entry in found.dossier.item_progress.values())
    said = [(finding.code, finding.place.field, finding.params["found"]) for finding in found.findings]
    assert said == [
        ("dossier.item-not-carried", "measures[0].targets.items", "O32"),
        ("dossier.item-not-carried", "item_progress.๐๓๒", "O32"),
    ]


def test_an_indicator_keeps_guidelines_owner_and_period() -> None:
    made = rolled(
        indicator_progress={
            "๑": {"guidelines": ["ก"], "responsible": "ข", "period": "ต.ค.๖๕", "notes": "ค", "status": "ง"}
        }
    )
    entry = made.indicator_progress[1]
    assert (entry.guidelines, entry.responsible, str(entry.period)) == (("ก",), "ข", "ต.ค.๖๖")
    assert (entry.notes, entry.status) == (None, None)


def test_what_another_year_does_not_have_is_a_finding_at_its_field() -> None:
    found = dossier(
        {"targets": {"issues": 1}, "steps": [{"text": "ก", "targets": {"items": "i1-i3"}}]},
        year=2567,
        assessment={"year": 2567},
        indicator_progress={"99": {"guidelines": "ก"}},
    ).roll_forward()
    assert [(finding.code, finding.place.field) for finding in found.findings] == [
        ("dossier.part-not-carried", "measures[0].targets.issues"),
        ("dossier.item-not-carried", "measures[0].steps[0].targets.items"),
        ("dossier.part-not-carried", "indicator_progress.99"),
    ]
    assert found.dossier.measures[0].targets is None


def test_a_year_without_a_register_is_named_at_its_field() -> None:
    with pytest.raises(ParseError) as error:
        dossier(year=2568).roll_forward()
    (fault,) = error.value.faults
    assert (fault.code, fault.place.field, fault.params["found"]) == ("dossier.no-edition", "fiscal_year", "2569")
    assert "`ita-docs edition new 2569 --from 2568`" in fault.advice("th")


def test_every_field_is_carried_over_or_known_to_be_written_anew() -> None:
    anew = {"kind", "fiscal_year", "analysis"}
    full: dict[str, Any] = {
        "assessment": {"year": 2565},
        "evidence_year": 2566,
        "numerals": "thai",
        "defaults": {"remark": "ก"},
        "indicator_progress": {1: {"responsible": "ก"}},
        "item_progress": {"O1": {"responsible": "ก"}},
        "analysis": {"IIT": {"suggestions": "ก"}},
        "principles": [{"heading": "ก"}],
        "unit": "ก",
        "show_chart": True,
        "chart": "radar",
        "sign_off": [{"role": "ก"}],
        "extra": {"name": "ก"},
        "template_set": "ours",
    }
    made = dossier(**full)
    assert made.model_fields_set | {"kind"} == set(Dossier.model_fields)
    assert made.roll_forward().dossier.model_fields_set >= set(Dossier.model_fields) - anew
