"""The result as stated: scores from their digits, keys in any spelling, one fault for each mistake."""

import copy
import pickle
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from ita_docs.assessment import AboveInstrumentMean, Code, Level, Threshold, Verdict, edition
from ita_docs.errors import ItaDocsError
from ita_docs.records import Assessment
from ita_docs.records.assessment import read_score
from ita_docs.records.mappings import Frozen


def stated(**data: Any) -> Assessment:
    return Assessment.model_validate(data)


def always(part: object, score: Decimal, scores: object) -> Verdict:
    """The simplest rule."""
    del part, score, scores
    return "maintain"


def faults(**data: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    """Code and path of each of our own faults; pydantic's own by their type."""
    with pytest.raises(ValidationError) as refused:
        stated(**data)
    found: list[tuple[str, tuple[str | int, ...]]] = []
    for error in refused.value.errors():
        cause = error.get("ctx", {}).get("error")
        if isinstance(cause, ItaDocsError):
            found += [(fault.code, (*error["loc"], *filter(None, [fault.place.field]))) for fault in cause.faults]
        else:
            found.append((error["type"], error["loc"]))
    # Pydantic counts only valid entries: a list of faulty ones is called too short as well.
    return [fault for fault in found if fault[0] != "too_short"] or found


@pytest.mark.parametrize("typed", ["87.5", "87.50", " 87.500 ", "๘๗.๕", Decimal("87.5")])
def test_a_score_is_its_digits(typed: object) -> None:
    assert read_score(typed) == Decimal("87.5")


def test_a_score_keeps_the_digits_it_was_given() -> None:
    assert str(stated(total="93.380").total) == "93.380"
    assert str(stated(total=100).total) == "100"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("100.01", "records.score-range"),
        (101, "records.score-range"),
        (-1, "records.score-range"),
        ("-0.5", "records.score-range"),
        (Decimal("NaN"), "records.not-a-score"),
        ("ดี", "records.not-a-score"),
        ("87,5", "records.not-a-score"),
        ("87.5%", "records.not-a-score"),
        ("1e2", "records.not-a-score"),
        (".5", "records.not-a-score"),
        ("", "records.not-a-score"),
        (True, "records.not-a-score"),
        ([100], "records.not-a-score"),
        ("0.12345678901", "records.number-too-long"),
        (87.5, "records.score-float"),
    ],
)
def test_what_is_no_score(typed: object, code: str) -> None:
    assert faults(total=typed) == [(code, ("total",))]
    assert faults(items={"i1": typed})[0][0] == code
    assert faults(indicators={"๑": typed}) == [(code, ("indicators", "๑"))]


def test_keys_in_any_readable_spelling() -> None:
    result = stated(
        instruments={"iit": 1},
        indicators={"๑๐": 2, 9: 3},
        sub_indicators={"๙.๑": 4, 9.2: 5},
        items={"O 17": 6, "๐๑": 7},
    )
    assert result.instruments == {"IIT": Decimal(1)}
    assert result.indicators == {10: Decimal(2), 9: Decimal(3)}
    assert result.sub_indicators == {"9.1": Decimal(4), "9.2": Decimal(5)}
    assert {code: item.score for code, item in result.items.items()} == {Code("o", 17): 6, Code("o", 1): 7}
    assert (result.indicators.typed(10), result.items.typed(Code("o", 17))) == ("๑๐", "O 17")


def test_every_wrong_key_and_value_at_once() -> None:
    found = faults(
        total="x",
        instruments={"XIT": 1},
        indicators={"หนึ่ง": 1, 1: 1, "๑": 2, 0: 1},
        sub_indicators={"9": 1},
        items={"O17": 1, "๐๑๗": 1, "15": 1, "i1": {"verdict": "bad", "scroe": 1}, "i2": None},
    )
    assert found == [
        ("records.not-a-score", ("total",)),
        ("records.not-an-instrument", ("instruments", "XIT")),
        ("records.not-a-number", ("indicators", "หนึ่ง")),
        ("records.key-twice", ("indicators", "๑")),
        ("records.number-range", ("indicators", 0)),
        ("records.not-a-sub-indicator", ("sub_indicators", "9")),
        ("records.key-twice", ("items", "๐๑๗")),
        ("assessment.code-near", ("items", "15")),
        ("literal_error", ("items", "i1", "verdict")),
        ("extra_forbidden", ("items", "i1", "scroe")),
    ]


def test_a_mapping_is_frozen_hashable_and_survives_a_process() -> None:
    result = stated(items={"o๗": 100}, indicators={1: "88.13"})
    for again in (pickle.loads(pickle.dumps(result)), copy.deepcopy(result)):  # noqa: S301  our own bytes
        assert again == result
        assert hash(again) == hash(result)
        assert again.items.typed(Code("o", 7)) == "o๗"
    with pytest.raises(TypeError, match="can not be changed"):
        result.indicators.update({2: Decimal(1)})
    with pytest.raises(TypeError, match="can not be changed"):
        result.indicators.pop(1)
    with pytest.raises(TypeError, match="can not be changed"):
        result.indicators[2] = Decimal(1)
    assert result.model_dump()["indicators"] == {"1": Decimal("88.13")}
    assert stated(items=None).items == Frozen()
    assert stated(items={"i1": None, "i2": 5}, indicators={1: None}).items.keys() == {Code("i", 2)}


def test_classification_by_name_by_bounds_and_by_any_callable() -> None:
    assert stated(classification="threshold").classification == Threshold()
    assert stated(classification="above-instrument-mean").classification == AboveInstrumentMean()
    bounds = {"rule": "threshold", "deficient_below": "80", "maintain_from": 95}
    assert stated(classification=bounds).classification == Threshold(Decimal(80), Decimal(95))
    assert stated(classification=Threshold()).classification == Threshold()
    assert stated(classification=always).classification is always


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("treshold", "literal_error"),
        (5, "literal_error"),
        ({"rule": "treshold"}, "literal_error"),
        ({"rule": "threshold", "below": 1}, "extra_forbidden"),
        ({"deficient_below": 1}, "missing"),
        ({"rule": "threshold", "deficient_below": 200}, "records.score-range"),
        ({"rule": "threshold", "deficient_below": 90, "maintain_from": 80}, "assessment.threshold-order"),
        ({"rule": "above-instrument-mean", "maintain_from": 80}, "records.rule-bounds"),
    ],
)
def test_classifications_that_are_none(given: object, code: str) -> None:
    assert [found for found, _ in faults(classification=given)] == [code]


def test_a_table_of_levels() -> None:
    result = stated(levels=[{"label": "A", "min": 50, "max": "100"}, {"label": "B", "total_below": 50}])
    assert result.levels == (Level("A", Decimal(50), Decimal(100)), Level("B", total_below=Decimal(50)))
    assert stated(levels=edition(2566).levels).levels == edition(2566).levels


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([], [("too_short", ("levels",))]),
        ([{"label": "A", "min": 50}], [("assessment.levels-gap", ("levels", "[0]"))]),
        ([{"label": "A", "mim": 50}], [("extra_forbidden", ("levels", 0, "<mapping>", "mim"))]),
        ([{"min": 50}], [("missing", ("levels", 0, "<mapping>", "label"))]),
        ([{"label": "A", "min": 101}], [("records.score-range", ("levels", 0, "<mapping>", "min"))]),
        ([{"label": "A", "min": 0, "total_min": 0}], [("records.level-bounds", ("levels", 0, "<mapping>"))]),
    ],
)
def test_tables_that_are_none(levels: object, expected: object) -> None:
    assert faults(levels=levels) == expected
