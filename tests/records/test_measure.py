from collections.abc import Iterator
from decimal import Decimal
from typing import Any, get_args

import pytest
from pydantic import BaseModel, ValidationError

import ita_docs.records
from ita_docs.errors import ParseError
from ita_docs.records import Measure, Record, SignOff, Step, SubStep, Targets


def made(**values: Any) -> Measure:
    return Measure.model_validate(values)


def faults(model: type[Record], values: object) -> list[tuple[str, tuple[int | str, ...]]]:
    with pytest.raises(ValidationError) as refused:
        model.model_validate(values)
    found = []
    for error in refused.value.errors():
        cause = error.get("ctx", {}).get("error")
        code = cause.faults[0].code if isinstance(cause, ParseError) else error["type"]
        found.append((code, error["loc"]))
    return found


def test_a_text_in_place_of_steps_is_one_step_without_number() -> None:
    assert made(steps="ประชุม").steps == (Step(text="ประชุม", numbered=False),)
    assert made(steps=["ประชุม"]).steps == (Step(text="ประชุม"),)
    assert made(steps=None).steps == made().steps == ()


def test_a_text_in_place_of_sub_steps() -> None:
    both = [{"text": "ก", "sub_steps": "ข"}, {"text": "ค", "sub_steps": ["ง", {"text": "จ", "responsible": "ฉ"}]}]
    first, second = made(steps=both).steps
    assert first.sub_steps == (SubStep(text="ข"),)
    assert second.sub_steps == (SubStep(text="ง"), SubStep(text="จ", responsible="ฉ"))


def test_one_mistake_in_a_step_is_one_error() -> None:
    steps = ["ก", {"text": "ข", "txet": "ค"}, {"๑. ข้อ": "แรก"}, None, {"text": ""}, {"text": "ก", "sub_steps": [{}]}]
    assert faults(Measure, {"steps": steps}) == [
        ("extra_forbidden", ("steps", 1, "txet")),
        ("records.text-with-colon", ("steps", 2)),
        ("model_type", ("steps", 3)),
        ("records.empty-text", ("steps", 4, "text")),
        ("missing", ("steps", 5, "sub_steps", 0, "text")),
    ]


def test_collections_do_not_change() -> None:
    given = ["ก"]
    measure = made(steps=given, results=given, targets={"indicators": [1]})
    given.append("ข")
    assert (len(measure.steps), measure.results) == (1, ("ก",))
    assert measure.targets is not None
    assert isinstance(hash(measure), int)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("50000", Decimal(50000)),
        ("๕๐,๐๐๐.๕๐", Decimal("50000.50")),
        ("9.10", Decimal("9.10")),
        (Decimal("1E+3"), Decimal(1000)),
        (7, Decimal(7)),
        ("0", Decimal(0)),
        ("-", "-"),
        ("ไม่มี", "ไม่มี"),
        (" ไม่ใช้งบประมาณ ", "ไม่ใช้งบประมาณ"),
    ],
)
def test_budget(typed: object, amount: object) -> None:
    assert str(made(budget=typed).budget) == str(amount)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("-5", "records.negative-amount"),
        (Decimal(-5), "records.negative-amount"),
        (-5, "records.negative-amount"),
        ("1e3", "records.not-an-amount"),
        (".5", "records.not-an-amount"),
        ("1_000", "records.not-an-amount"),
        ("1,00", "records.not-an-amount"),
        ("50,000 บาท", "records.not-an-amount"),
        (Decimal("NaN"), "records.not-an-amount"),
        (Decimal("Infinity"), "records.not-an-amount"),
        (1.5, "records.amount-float"),
        ("9" * 30, "records.number-too-long"),
        (10**30, "records.number-too-long"),
        (Decimal("1E+999999999"), "records.number-too-long"),
        (True, "records.text-unquoted"),
        (["5"], "records.text-is-list"),
        ({"a": "5"}, "records.text-is-mapping"),
    ],
)
def test_no_budget(typed: object, code: str) -> None:
    assert faults(Measure, {"budget": typed}) == [(code, ("budget",))]


def test_targets_take_one_a_range_or_a_list() -> None:
    targets = Targets.model_validate(
        {
            "instrument": "oit",
            "indicators": ["1-3", "๙", 10],
            "sub_indicators": "9.1-9.5",
            "items": ["i4-i6", " O8 - O9 "],
            "issues": 7,
        }
    )
    assert targets == Targets(
        instrument="OIT",
        indicators=(1, 2, 3, 9, 10),
        sub_indicators=("9.1-9.5",),
        items=("i4-i6", "O8 - O9"),
        issues=(7,),
    )
    assert Targets(indicators=(), items=()) == Targets()


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("instrument", "XIT", "records.not-an-instrument"),
        ("indicators", "100", "records.number-range"),
        ("indicators", 0, "records.number-range"),
        ("indicators", "3-1", "records.range-order"),
        ("indicators", "1-999999999", "records.number-range"),
        ("indicators", "1-99999999999", "records.number-too-long"),
        ("indicators", "1,2", "records.not-a-number"),
        ("issues", "100", "records.number-range"),
        ("sub_indicators", "9", "records.not-a-sub-indicator"),
        ("sub_indicators", "9.5-9.1", "records.range-order"),
        ("sub_indicators", 9.1, "records.text-unquoted"),
        ("items", "๑๕", "assessment.code-near"),
        ("items", "i6-i4", "assessment.range-order"),
        ("items", {"a": "b"}, "records.text-is-mapping"),
    ],
)
def test_no_target(field: str, typed: object, code: str) -> None:
    assert [found for found, _ in faults(Targets, {field: typed})] == [code]


def test_every_entry_of_a_list_of_targets_is_reported() -> None:
    assert faults(Targets, {"items": ["i1", "๑๕", "x"]}) == [
        ("assessment.code-near", ("items", 1)),
        ("assessment.code", ("items", 2)),
    ]


@pytest.mark.parametrize("stages", [[], [{"role": "ผู้จัดทำ"}], [{"role": "ก"}] * 3])
def test_a_sign_off_is_its_stages(stages: list[dict[str, str]]) -> None:
    signed = SignOff.model_validate(stages)
    assert signed == SignOff.model_validate({"stages": stages})
    assert len(signed.stages) == len(stages)


def test_four_stages_are_too_many() -> None:
    assert faults(SignOff, [{"role": "ก"}] * 4) == [("too_long", ("stages",))]


def models() -> Iterator[type[BaseModel]]:
    for name in ita_docs.records.__all__:
        value = getattr(ita_docs.records, name)
        if isinstance(value, type) and issubclass(value, Record) and value is not Record:
            yield value


def test_every_field_is_described_in_thai() -> None:
    fields = [(model, name, field) for model in models() for name, field in model.model_fields.items()]
    assert len(fields) > 50
    bare = [f"{model.__name__}.{name}" for model, name, field in fields if not _is_thai(field.description)]
    assert not bare


def test_no_field_holds_a_list_or_mapping_that_can_change() -> None:
    seen = 0
    for model in models():
        for name, field in model.model_fields.items():
            seen += 1
            assert not {list, dict, set} & set(_parts(field.annotation)), f"{model.__name__}.{name}"
    assert seen > 50


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    yield getattr(annotation, "__origin__", None)
    for inner in get_args(annotation):
        yield from _parts(inner)


def _is_thai(text: str | None) -> bool:
    return text is not None and any("ก" <= letter <= "๛" for letter in text)
