"""Every scored item in exactly one list, whatever the rule; the author's own verdict above it."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.assessment import (
    AboveInstrumentMean,
    Indicator,
    Item,
    Rule,
    Scores,
    Threshold,
    Verdict,
    classify,
    classify_indicators,
    edition,
    unjudged_findings,
    verdict_findings,
)
from ita_docs.errors import ParseError
from ita_docs.records import Assessment

YEAR = edition(2567)
SCORES = st.decimals(min_value=0, max_value=100, places=2, allow_nan=False)


def stated(**data: Any) -> Assessment:
    return Assessment.model_validate(data)


def odd(part: Item | Indicator, score: Decimal, scores: Scores) -> Verdict:
    """Any callable will do."""
    assert scores.of(part).printed == score
    return "deficient" if part.id[-1] in "13579" else "maintain"


@pytest.mark.parametrize(
    ("score", "verdict"),
    [("0", "deficient"), ("84.99", "deficient"), ("85", "to_develop"), ("99.99", "to_develop"), ("100", "maintain")],
)
def test_threshold(score: str, verdict: Verdict) -> None:
    result = classify(stated(items={"i1": score}), YEAR, Threshold())
    assert result.verdict(YEAR.item("i1")) == verdict
    assert result.verdict(YEAR.item("i2")) is None


def test_thresholds_can_be_moved_but_not_crossed() -> None:
    assert classify(stated(items={"i1": 84}), YEAR, Threshold(Decimal(80), Decimal(84))).maintain
    with pytest.raises(ParseError) as refused:
        Threshold(Decimal(90), Decimal(85))
    assert refused.value.faults[0].code == "assessment.threshold-order"


def test_above_the_instruments_mean_as_layout_3_has_it() -> None:
    figures = {1: 100, 2: 100, 3: 100, 4: "99.15", 5: 100, 6: "96.07", 7: "94.41", 8: "93.79", 9: "87.5", 10: "87.50"}
    result = classify_indicators(stated(indicators=figures), edition(2565), AboveInstrumentMean())
    assert [part.number for part in result.maintain] == [1, 2, 3, 5, 6]
    assert [part.number for part in result.deficient] == [4, 7, 8, 9, 10]  # an equal one is not above
    assert result.to_develop == ()


def test_a_rule_that_needs_a_mean_says_once_which_is_missing() -> None:
    with pytest.raises(ParseError) as refused:
        classify(stated(items={"o1": 100, "o2": 0, "i1": 50}), YEAR, AboveInstrumentMean())
    assert [(f.code, f.place.field, f.params["instrument"]) for f in refused.value.faults] == [
        ("assessment.no-mean", "assessment.instruments", "IIT"),
        ("assessment.no-mean", "assessment.instruments", "OIT"),
    ]
    found = classify(stated(items={"o1": 100, "o2": 0}, instruments={"OIT": 50}), YEAR, AboveInstrumentMean())
    assert ([item.id for item in found.maintain], [item.id for item in found.deficient]) == (["o1"], ["o2"])


def test_a_lenient_reading_leaves_out_what_has_no_mean_and_says_so_once_for_an_instrument() -> None:
    result = stated(items={"o1": 100, "i1": 50, "i2": 60}, indicators={1: 50}, instruments={"OIT": 50})
    found = classify(result, YEAR, AboveInstrumentMean(), lenient=True)
    assert (list(found.verdicts), [fault.params["instrument"] for fault in found.unjudged]) == (["o1"], ["IIT"])
    assert [(f.code, f.place.field, f.severity) for f in unjudged_findings(result, YEAR, AboveInstrumentMean())] == [
        ("assessment.no-mean", "assessment.instruments", "warning")
    ]
    assert list(unjudged_findings(result, YEAR, Threshold())) == []


def test_an_answer_that_is_no_verdict() -> None:
    def wrong(part: Item | Indicator, score: Decimal, scores: Scores) -> Any:
        del part, score, scores
        return "good"

    with pytest.raises(ParseError) as refused:
        classify(stated(items={"i1": 1}), YEAR, wrong, lenient=True)
    [fault] = refused.value.faults
    assert (fault.code, fault.params["found"], fault.params["part"]) == ("assessment.no-verdict", "good", "i1")


def test_an_authors_verdict_stands_above_the_rule_and_wants_a_reason() -> None:
    result = stated(
        items={
            "i1": {"score": 100, "verdict": "deficient", "reason": "ข้อร้องเรียนซ้ำ"},
            "i2": {"verdict": "to_develop"},
            "i3": {"score": 1, "reason": "ลอย"},
        }
    )
    found = classify(result, YEAR, Threshold())
    assert [item.id for item in found.deficient] == ["i1", "i3"]
    assert [item.id for item in found.to_develop] == ["i2"]
    assert [(f.code, f.place.field, f.severity) for f in verdict_findings(result, YEAR)] == [
        ("assessment.verdict-without-reason", "assessment.items.i2", "advice"),
        ("assessment.reason-without-verdict", "assessment.items.i3", "advice"),
    ]


@given(
    scores=st.dictionaries(st.sampled_from([item.id for item in YEAR.items]), SCORES, min_size=1),
    own=st.dictionaries(st.sampled_from([item.id for item in YEAR.items]), st.sampled_from(["deficient", "maintain"])),
    rule=st.sampled_from([Threshold(), Threshold(Decimal(50), Decimal(60)), AboveInstrumentMean(), odd]),
)
def test_nothing_is_forgotten_and_nothing_stands_twice(
    scores: dict[str, Decimal], own: dict[str, str], rule: Rule
) -> None:
    items: dict[str, Any] = {name: {"score": score} for name, score in scores.items()}
    for name, verdict in own.items():
        items.setdefault(name, {})["verdict"] = verdict
    result = stated(items=items, instruments={"IIT": 80, "EIT": 80, "OIT": 80})
    found = classify(result, YEAR, rule)
    listed = [item.id for item in (*found.deficient, *found.to_develop, *found.maintain)]
    assert sorted(listed) == sorted(items)
    assert all(found.verdict(YEAR.item(name)) == verdict for name, verdict in own.items())
    for part in (found.deficient, found.to_develop, found.maintain):
        assert [YEAR.items.index(item) for item in part] == sorted(YEAR.items.index(item) for item in part)
