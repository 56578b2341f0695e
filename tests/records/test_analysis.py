"""The analysis of an instrument: what may stand in place of what, and one fault for one mistake."""

from typing import Any

import pytest
from pydantic import ValidationError

from ita_docs.records.analysis import Analysis, PrincipleText


def faults(given: Any) -> list[tuple[str, tuple[int | str, ...]]]:
    with pytest.raises(ValidationError) as caught:
        Analysis.model_validate({"IIT": {"weaknesses": given}})
    return [(code(error), error["loc"][2:]) for error in caught.value.errors()]


def code(error: Any) -> str:
    """The code of our own fault, else pydantic's type."""
    cause = error.get("ctx", {}).get("error")
    return str(cause.faults[0].code if cause else error["type"])


@pytest.mark.parametrize("given", ["ก", ["ก"], {"blocks": [{"points": "ก"}]}, {"blocks": [{"points": ["ก"]}]}])
def test_a_text_or_list_in_place_of_a_part_is_a_block_of_points(given: Any) -> None:
    part = Analysis.model_validate({"IIT": {"weaknesses": given}}).IIT.weaknesses
    assert part is not None
    assert [block.points for block in part.blocks] in (["ก"], [("ก",)])


def test_an_instrument_or_part_that_is_left_out_says_nothing() -> None:
    analysis = Analysis.model_validate({"EIT": {"suggestions": None}})
    assert (analysis.EIT.suggestions, analysis.OIT.weaknesses) == (None, None)


@pytest.mark.parametrize(
    ("given", "code", "place"),
    [
        ({"blocks": [{}]}, "records.empty-block", ("blocks", 0)),
        ({"blocks": [{"dashed": True}]}, "records.empty-block", ("blocks", 0)),
        ({"๑. ข้อ": "แรก"}, "records.text-with-colon", ()),
        ("", "records.empty-text", ("blocks", 0, "points", "<text>")),
        ({"blocks": [{"items": "x9"}]}, "assessment.code-near", ("blocks", 0, "items", 0)),
        ({"blocks": [{"items": "i1, i3-i2"}]}, "assessment.range-order", ("blocks", 0, "items", 0)),
        ({"lead": ["ก"]}, "records.text-is-list", ("lead",)),
        ({"points": "ก"}, "extra_forbidden", ("points",)),
    ],
)
def test_a_mistake_is_one_fault(given: Any, code: str, place: tuple[int | str, ...]) -> None:
    assert faults(given) == [(code, place)]


def test_a_principle_says_something() -> None:
    with pytest.raises(ValidationError) as caught:
        PrincipleText.model_validate({})
    assert caught.value.errors()[0]["ctx"]["error"].faults[0].code == "records.empty-principle"
