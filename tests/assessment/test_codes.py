import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.assessment import Code, parse_code, parse_code_range
from ita_docs.assessment.codes import Letter
from ita_docs.errors import ParseError
from ita_docs.thai import to_thai_digits


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("O17", Code("o", 17)),
        ("o๑๗", Code("o", 17)),
        ("O 17", Code("o", 17)),
        ("I4", Code("i", 4)),
        (" e ๑๐ ", Code("e", 10)),
        ("๐๑", Code("o", 1)),
        ("0๑๔", Code("o", 14)),
        ("015", Code("o", 15)),
        ("1๑", Code("i", 1)),
        ("1๑๒", Code("i", 12)),
        ("O1๒", Code("o", 12)),
    ],
)
def test_readable(typed: str, code: Code) -> None:
    assert parse_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [
        ("๑๕", "i15, e15, o15"),
        ("15", "i15, e15, o15"),
        ("11", "i11, e11, o11"),
        ("๑1", "i11, e11, o11"),
        ("Eb-e๑๐", "e10"),
        ("(O17)", "o17"),
        ("x1", "i1, e1, o1"),
    ],
)
def test_not_readable_names_the_nearest(typed: str, nearest: str) -> None:
    with pytest.raises(ParseError) as refused:
        parse_code(typed)
    [fault] = refused.value.faults
    assert (fault.code, fault.params) == ("assessment.code-near", {"found": typed, "nearest": nearest})


@pytest.mark.parametrize("typed", ["", "O", "ข้อ", "i0", "๐๐", "O1000", "๐"])
def test_not_readable_without_a_nearest(typed: str) -> None:
    with pytest.raises(ParseError) as refused:
        parse_code(typed)
    assert refused.value.faults[0].code == "assessment.code"


@pytest.mark.parametrize("dash", ["-", " - ", "–", " — ", " ถึง ", "ถึง"])
def test_a_range_with_any_dash(dash: str) -> None:
    assert parse_code_range(f"O๘{dash}O9") == (Code("o", 8), Code("o", 9))
    assert parse_code_range(f"i4{dash}6") == (Code("i", 4), Code("i", 6))


def test_a_single_code_is_a_range_of_one() -> None:
    assert parse_code_range("e3") == (Code("e", 3), Code("e", 3))


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("i1-e3", "assessment.range-letters"),
        ("i6-i4", "assessment.range-order"),
        ("4-i6", "assessment.code-near"),
        ("i1--i3", "assessment.code-near"),
        ("-", "assessment.code"),
    ],
)
def test_a_range_that_is_none(typed: str, code: str) -> None:
    with pytest.raises(ParseError) as refused:
        parse_code_range(typed)
    assert refused.value.faults[0].code == code


def test_a_backward_range_says_the_right_order() -> None:
    with pytest.raises(ParseError, match="write i4-i6"):
        parse_code_range("i6-i4")


def test_the_letter_o_is_upper_case_until_2566() -> None:
    assert (Code("o", 7).printed(2566), Code("o", 7).printed(2567), Code("i", 7).printed(2566)) == ("O7", "o7", "i7")


@given(st.sampled_from(["i", "e", "o"]), st.integers(1, 999), st.booleans(), st.booleans(), st.booleans())
def test_reads_what_is_printed(letter: Letter, number: int, upper: bool, space: bool, thai: bool) -> None:
    digits = to_thai_digits(str(number)) if thai else str(number)
    assert parse_code(f"{letter.upper() if upper else letter}{' ' if space else ''}{digits}") == Code(letter, number)


@given(st.text(alphabet="iIeEoOlb0123๐๑๒-–ถึง ()", max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        first, last = parse_code_range(text)
    except ParseError:
        return
    assert first <= last
    assert first.letter == last.letter
