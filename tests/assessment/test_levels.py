"""Levels of both scales, at every boundary and with every instrument; tables that can not be."""

from decimal import Decimal
from itertools import product

import pytest

from ita_docs.assessment import Level, edition, half_up, level_name, possible_levels
from ita_docs.assessment.levels import table_faults

WEIGHTS = {"IIT": Decimal("0.3"), "EIT": Decimal("0.3"), "OIT": Decimal("0.4")}
BEST, GOOD, PASS, MEND, URGENT = "ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน"

# FY2564-2565: the total alone.
BY_TOTAL = [
    ("100", "AA"),
    ("95.00", "AA"),
    ("95", "AA"),
    ("94.995", "AA"),  # half up, as it is printed
    ("94.99", "A"),
    ("94.994", "A"),
    ("93.38", "A"),
    ("85", "A"),
    ("84.99", "B"),
    ("75", "B"),
    ("74.99", "C"),
    ("65", "C"),
    ("64.99", "D"),
    ("55", "D"),
    ("54.99", "E"),
    ("50", "E"),
    ("49.99", "F"),
    ("0", "F"),
]

# From FY2566: total, IIT, EIT, OIT.
BY_INSTRUMENTS = [
    ("100", "100", "100", "100", BEST),
    ("95.00", "95", "95", "95", BEST),
    ("94.995", "95", "95", "94.995", BEST),
    ("95.00", "95", "94.99", "95.01", GOOD),
    ("95.81", "99.83", "94.99", "93.40", GOOD),
    ("94.99", "95", "95", "94.99", GOOD),
    ("85.00", "85", "85", "85", GOOD),
    ("85.00", "85.01", "84.99", "85", PASS),
    ("94.64", "99", "84.99", "98.60", PASS),
    ("97.00", "100", "100", "84.99", PASS),
    ("84.99", "85", "85", "84.97", MEND),
    ("84.995", "85", "85", "85", GOOD),
    ("84.99", "100", "100", "62.48", MEND),
    ("70.00", "70", "70", "70", MEND),
    ("69.99", "70", "70", "69.98", URGENT),
    ("69.99", "100", "100", "24.98", URGENT),
    ("0", "0", "0", "0", URGENT),
]

# What can be known where not all instruments are.
UNKNOWN = [
    ("100", {}, [BEST]),
    ("99", {}, [BEST]),  # with one instrument under 95 no total is above 98.50
    ("98.40", {}, [BEST, GOOD]),
    ("96", {}, [BEST, GOOD]),  # with one instrument under 85 no total is above 95.50
    ("95", {}, [BEST, GOOD, PASS]),
    ("94.99", {}, [GOOD, PASS]),
    ("90", {}, [GOOD, PASS]),
    ("85", {}, [GOOD, PASS]),
    ("84.99", {}, [MEND]),
    ("69.99", {}, [URGENT]),
    ("90", {"EIT": "84.99"}, [PASS]),
    ("90", {"EIT": "85"}, [GOOD, PASS]),
    ("90", {"IIT": "85", "EIT": "85"}, [GOOD]),  # then OIT is 97.50
    ("86", {"IIT": "100", "EIT": "100"}, [PASS]),  # then OIT is 65
    ("95", {"IIT": "95", "EIT": "95"}, [BEST, GOOD]),  # OIT is 95 within what rounding hides
    (None, {}, [BEST, GOOD, PASS, MEND, URGENT]),
    (None, {"OIT": "60"}, [PASS, MEND, URGENT][1:]),  # the total is at most 84
    (None, {"OIT": "80"}, [PASS, MEND, URGENT]),
]


@pytest.mark.parametrize("year", [2564, 2565])
@pytest.mark.parametrize(("total", "label"), BY_TOTAL)
def test_level_by_total(year: int, total: str, label: str) -> None:
    found = possible_levels(edition(year).levels, Decimal(total), {}, WEIGHTS)
    assert [level.label for level in found] == [label]


@pytest.mark.parametrize("year", [2566, 2567, 2568])
@pytest.mark.parametrize(("total", "iit", "eit", "oit", "label"), BY_INSTRUMENTS)
def test_level_by_instruments(  # noqa: PLR0913, PLR0917  the columns of the table
    year: int, total: str, iit: str, eit: str, oit: str, label: str
) -> None:
    instruments = {"IIT": Decimal(iit), "EIT": Decimal(eit), "OIT": Decimal(oit)}
    found = possible_levels(edition(year).levels, Decimal(total), instruments, WEIGHTS)
    assert [level.label for level in found] == [label]


@pytest.mark.parametrize(("total", "instruments", "labels"), UNKNOWN)
def test_only_what_can_be_known(total: str | None, instruments: dict[str, str], labels: list[str]) -> None:
    known = {name: Decimal(score) for name, score in instruments.items()}
    found = possible_levels(edition(2566).levels, Decimal(total) if total else None, known, WEIGHTS)
    assert [level.label for level in found] == labels


def test_levels_that_instruments_on_a_grid_can_have_are_never_ruled_out() -> None:
    """The oracle tries instruments one by one; what it finds must be among the levels given without one of them."""
    levels = edition(2566).levels
    grid = [Decimal(score) for score in (0, 60, 84, 85, 90, 94, 95, 97, 100)]
    tried = 0
    for scores in product(grid, repeat=3):
        instruments = dict(zip(WEIGHTS, scores, strict=True))
        total = half_up(sum((WEIGHTS[name] * score for name, score in instruments.items()), Decimal(0)))
        [level] = possible_levels(levels, total, instruments, WEIGHTS)
        for hidden in (*WEIGHTS, None):
            known = {name: score for name, score in instruments.items() if hidden not in {None, name}}
            assert level in possible_levels(levels, total, known, WEIGHTS)
            assert level in possible_levels(levels, None, known, WEIGHTS)
            tried += 1
    assert tried == 4 * 9**3


def test_scores_that_contradict_each_other_still_have_the_levels_of_their_rows() -> None:
    found = possible_levels(edition(2566).levels, Decimal(90), {"IIT": Decimal(0), "EIT": Decimal(0)}, WEIGHTS)
    assert [level.label for level in found] == [PASS]


def test_the_word_in_brackets_is_not_the_level() -> None:
    assert [level_name(stated) for stated in ("A (ดี)", "AA", " ผ่าน ", "ผ่าน(ดี)")] == ["A", "AA", "ผ่าน", "ผ่าน"]


def test_every_table_of_the_package_is_whole() -> None:
    tables = [edition(year).levels for year in range(2564, 2569)]
    assert [len(table) for table in tables] == [7, 7, 5, 5, 5]
    assert not [fault for table in tables for fault in table_faults(table)]
    assert str(tables[0][0].total_min) == "95.00"
    assert str(tables[0][0].total_max) == "100"


def level(
    label: str, least: str | None = None, most: str | None = None, below: str | None = None, each: str | None = None
) -> Level:
    return Level(label, *(None if bound is None else Decimal(bound) for bound in (least, most, below, each)))


@pytest.mark.parametrize(
    ("levels", "faults"),
    [
        ([level("A", "50", "100"), level("B", "0", "49.99")], []),
        ([level("B", "0", "49.99"), level("A", "50")], []),
        ([level("A", "50"), level("B", None, None, "50")], []),
        ([level("A", "50", "100"), level("B", "0", "49")], [("assessment.levels-gap", "[0]", "49.01", "49.99")]),
        ([level("A", "50", "99"), level("B", "0", "49.99")], [("assessment.levels-gap", "[0]", "99.01", "100.00")]),
        ([level("A", "50"), level("B", "10", "49.99")], [("assessment.levels-gap", "[1]", "0.00", "9.99")]),
        ([level("A", "50"), level("B", "0", "50")], [("assessment.levels-overlap", "[0]", "A", "B")]),
        ([level("A", "50"), level("A", "0", "49.99")], [("assessment.levels-twice", "[1]", "A")]),
        (
            [level("A", "50"), level("B", "49.99", "0")],
            [("assessment.levels-order", "[1]", "B"), ("assessment.levels-gap", "[0]", "0.00", "49.99")],
        ),
        ([level("A"), level("B", "85", each="85")], [("assessment.levels-hidden", "[1]", "B")]),
        ([level("A", "85", each="85")], [("assessment.levels-gap", "[0]", "0.00", "100.00")]),
    ],
)
def test_tables(levels: list[Level], faults: list[tuple[str, ...]]) -> None:
    assert [(fault.code, fault.place.field, *fault.params.values()) for fault in table_faults(levels)] == faults
