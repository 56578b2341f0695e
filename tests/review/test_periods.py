"""The review of periods: follow-ups and steps that do not agree with the time in which a measure is carried out."""

from typing import Any

import pytest

from ita_docs import Agency, IntegrityMeasures
from ita_docs.findings import Finding
from ita_docs.review.passages import passages
from ita_docs.review.periods import periods

AGENCY = Agency(kind="ทต.", name="เขาบายศรี", district="ท่าใหม่", province="จันทบุรี")
YEAR = "ต.ค. ๖๕ - ก.ย. ๖๖"


def reviewed(*measures: dict[str, Any], **fields: Any) -> list[Finding]:
    data = {"fiscal_year": 2566, "agency": AGENCY, "measures": [{"title": "อบรม", **m} for m in measures], **fields}
    report = IntegrityMeasures.model_validate(data)
    return list(periods(report, passages(report)))


def told(found: list[Finding]) -> list[tuple[str, str, str]]:
    return [(one.code, one.severity, str(one.place.field)) for one in found]


def beside(period: str, follow_up: str) -> list[tuple[str, str]]:
    """What is found of a follow-up beside a period; a step's own, and a measure's for all its steps, are the same."""
    own = reviewed({"steps": [{"text": "ประชุม", "period": period, "follow_up": follow_up}]})
    shared = reviewed({"period": period, "follow_up": follow_up, "steps": ["ประชุม", "รายงาน"]})
    assert [(one.code, one.severity) for one in own] == [(one.code, one.severity) for one in shared]
    return [(one.code, one.severity) for one in own]


LONG, SHORT, EARLY = "period.follow-up-long", "period.follow-up-short", "period.follow-up-early"


@pytest.mark.parametrize(
    ("period", "follow_up", "code"),
    [
        # the two cases of layout 3
        ("ก.พ.- มี.ค. ๒๕๖๖", "ตรวจสอบและรายงานผล ไตรมาส ๒ - ๔", LONG),
        ("มี.ค. - ก.ย. ๒๕๖๖", "ตรวจสอบและรายงานผล ไตรมาส ๒", SHORT),
        ("ต.ค. ๖๕ - มี.ค. ๖๖", "รายงานผล รอบ ๖ เดือนหลัง", LONG),
        ("เม.ย. - ก.ย. ๒๕๖๖", "รายงานผล รอบ ๖ เดือนแรก", EARLY),
        ("เม.ย. - ก.ย. ๒๕๖๖", "รายงานผลเดือนมกราคม ๒๕๖๖", EARLY),
        ("เม.ย. - ก.ย. ๒๕๖๖", "รายงานผล ไตรมาส ๑", EARLY),
        ("ม.ค. - มี.ค. ๒๕๖๖", "ไตรมาส ๑ - ๒", EARLY),
        (YEAR, "รายงานผลไตรมาสที่ ๑", SHORT),
        (YEAR, "สรุปผลครึ่งปีแรก", SHORT),
        (YEAR, "ติดตาม ต.ค. ๖๕ - มี.ค. ๖๖", SHORT),
        ("ก.พ. - มี.ค. ๒๕๖๖", "ไตรมาส 4", LONG),
        ("ก.พ. - มี.ค. ๒๕๖๖", "ติดตาม ก.พ. - ก.ย. ๒๕๖๖", LONG),
        ("ไตรมาส ๒", "รายงานไตรมาสสอง และไตรมาสสี่", LONG),
        (YEAR, "รายงานผล ไตรมาส ๕", "period.follow-up-quarter"),
    ],
)
def test_follow_up_that_does_not_agree(period: str, follow_up: str, code: str) -> None:
    assert beside(period, follow_up)[0] == (code, "warning")


@pytest.mark.parametrize(
    ("period", "follow_up"),
    [
        ("ก.พ. - มี.ค. ๒๕๖๖", "รายงานผล ไตรมาส ๒"),
        ("มี.ค. - ก.ย. ๒๕๖๖", "รายงานผล ไตรมาส ๒ - ๔"),
        ("มี.ค. - ก.ย. ๒๕๖๖", "ติดตาม มี.ค. - ก.ย. ๒๕๖๖"),
        ("ก.พ. - มี.ค. ๒๕๖๖", "รายงานทุกไตรมาส"),
        ("ก.พ. - มี.ค. ๒๕๖๖", "รายงานทุก ๖ เดือน"),
        ("ก.พ. - มี.ค. ๒๕๖๖", "รายงานสิ้นปีงบประมาณ"),
        ("ก.พ. - มี.ค. ๒๕๖๖", "รายงานผลต่อผู้บริหาร"),
        ("ก.พ. - มี.ค. ๒๕๖๖", "รายงานผลไตรมาส ๒ ปีงบประมาณ พ.ศ. ๒๕๖๖"),
        ("ก.พ. - มี.ค. ๒๕๖๖", "รายงานผลไตรมาส ๒/๒๕๖๖"),
        ("ก.พ. - มี.ค. ๒๕๖๖", "ประชุมติดตามไตรมาสละ ๑ ครั้ง"),
        ("ก.พ. - มี.ค. ๒๕๖๖", "รายงานผล รอบ ๖ เดือนแรก"),
        (YEAR, "รายงานผล รอบ ๖ เดือน และรอบ ๑๒ เดือน"),
        (YEAR, "รอบ ๖ เดือนภายในเดือนเมษายน และรอบ ๑๒ เดือนภายในเดือนตุลาคม"),
        (YEAR, "รอบ ๖ เดือนแรก และ ๖ เดือนหลัง"),
        (YEAR, "ไตรมาส ๑ - ๔"),
        (YEAR, "ไตรมาส ๒ และไตรมาส ๔"),
        (YEAR, "ไตรมาส ๔"),
        ("ตลอดปีงบประมาณ", "ไตรมาส ๑, ๒, ๓ และ ๔"),
        (YEAR, "รายงานผลเดือนเมษายน และเดือนตุลาคม ๒๕๖๖"),
        (YEAR, "ภายในวันที่ ๓๑ ตุลาคม ๒๕๖๖"),
        (YEAR, "รายงานรายเดือนและสรุปไตรมาส ๒"),
        ("ต.ค. ๖๕ - มี.ค. ๖๖", "รายงานผลภายในเดือนเมษายน ๒๕๖๖"),
        ("๙ ธ.ค.๖๕", "รายงานผลภายใน ๑๕ วัน"),
        ("๙ ธ.ค.๖๕", "รายงานผลภายในเดือนมกราคม ๒๕๖๖"),
        ("ตามห้วงเวลาจัดงานประเพณี", "รายงานผล ไตรมาส ๒"),
    ],
)
def test_follow_up_that_agrees(period: str, follow_up: str) -> None:
    assert beside(period, follow_up) == []


@pytest.mark.parametrize(
    ("period", "follow_up", "code"),
    [
        ("ก.พ. - มี.ค. ๒๕๖๖", "รายงานผล ไตรมาส ๓", LONG),  # in the quarter that follows
        (YEAR, "ไตรมาส ๒ - ๔", SHORT),  # the last quarters, with the first in them perhaps
        (YEAR, "รายงานผลเดือนเมษายน ๒๕๖๖", SHORT),  # a report on the way
    ],
)
def test_what_may_be_meant_is_only_advised(period: str, follow_up: str, code: str) -> None:
    assert beside(period, follow_up) == [(code, "advice")]


def test_measures_follow_up_covers_the_periods_of_its_steps_together() -> None:
    steps = [{"text": "ประชุม", "period": "ม.ค. - มี.ค. ๖๖"}, {"text": "รายงาน", "period": "เม.ย. - ก.ย. ๖๖"}]
    assert reviewed({"follow_up": "ไตรมาส ๒ - ๔", "steps": steps}) == []
    assert told(reviewed({"follow_up": "ไตรมาส ๒", "steps": steps})) == [(SHORT, "warning", "measures[0].follow_up")]


def test_steps_follow_ups_cover_the_period_of_their_measure_together() -> None:
    steps = [{"text": "ประชุม", "follow_up": "ไตรมาส ๑"}, {"text": "รายงาน", "follow_up": "ไตรมาส ๔"}]
    assert reviewed({"period": YEAR, "steps": steps}) == []
    assert told(reviewed({"period": YEAR, "steps": steps[:1]})) == [
        (SHORT, "warning", "measures[0].steps[0].follow_up")
    ]


def test_ditto_is_the_value_above() -> None:
    first = {"steps": [{"text": "ประชุม", "period": "ม.ค. - มี.ค. ๖๖", "follow_up": "ไตรมาส ๒"}]}
    second = {"steps": [{"text": "รายงาน", "period": "เม.ย. - ก.ย. ๖๖", "follow_up": "“"}]}
    assert told(reviewed(first, second)) == [(EARLY, "warning", "measures[1].steps[0].follow_up")]


def test_follow_up_that_defaults_give_is_told_of_there() -> None:
    found = reviewed(
        {"period": "ก.พ. - มี.ค. ๒๕๖๖", "steps": ["ประชุม"]}, defaults={"follow_up": "รายงานผล ไตรมาส ๒ - ๔"}
    )
    assert told(found) == [(LONG, "warning", "defaults.follow_up")]


def test_remark_that_speaks_of_reporting_is_a_follow_up() -> None:
    measure = {"period": "ก.พ. - มี.ค. ๒๕๖๖", "steps": ["ประชุม"]}
    assert told(reviewed({**measure, "remark": "รายงานผล ไตรมาส ๔"})) == [(LONG, "warning", "measures[0].remark")]
    assert reviewed({**measure, "remark": "อบรมต่อใน ไตรมาส ๔"}) == []


def test_words_are_shown_as_typed() -> None:
    (found,) = reviewed({"period": "ก.พ.- มี.ค. ๒๕๖๖", "follow_up": "รายงานผล ไตรมาส  ๒ - ๔", "steps": ["ประชุม"]})
    assert found.params == {"found": "ไตรมาส ๒ - ๔", "period": "ก.พ.- มี.ค. ๒๕๖๖"}


def test_step_outside_its_measure() -> None:
    steps = [{"text": "ประชุม", "period": "ก.พ. ๒๕๖๖"}, {"text": "รายงาน", "period": "มี.ค. - เม.ย. ๒๕๖๖"}]
    found = reviewed({"period": "ก.พ. - มี.ค. ๒๕๖๖", "steps": steps})
    assert told(found) == [("period.outside-measure", "warning", "measures[0].steps[1].period")]
    assert reviewed({"steps": steps}, defaults={"period": "ก.พ. - มี.ค. ๒๕๖๖"}) == []


def test_months_that_stand_apart_with_one_outside() -> None:
    found = reviewed({"period": "เดือนตุลาคม ๒๕๖๕ เดือนตุลาคม ๒๕๖๖"})
    assert told(found) == [("period.apart", "advice", "measures[0].period")]
    assert found[0].params["outside"] == "เดือนตุลาคม ๒๕๖๖"
    assert reviewed({"period": "เดือนตุลาคม ๒๕๖๕ เดือนเมษายน ๒๕๖๖"}) == []
