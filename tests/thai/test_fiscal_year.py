"""The fiscal year of the Thai government."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.errors import ParseError
from ita_docs.thai import FiscalYear, Period

YEARS = st.integers(2400, 2699).map(FiscalYear)


def test_it_runs_from_october_to_september() -> None:
    year = FiscalYear(2566)
    assert (year.start, year.end, year.gregorian) == (date(2022, 10, 1), date(2023, 9, 30), 2023)
    assert year.start in year
    assert year.end in year
    assert date(2022, 9, 30) not in year


def test_quarters_and_halves() -> None:
    year = FiscalYear(2567)  # with a 29 February
    starts = [date(2023, 10, 1), date(2024, 1, 1), date(2024, 4, 1), date(2024, 7, 1)]
    ends = [date(2023, 12, 31), date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30)]
    assert [year.quarter(number) for number in (1, 2, 3, 4)] == [
        Period(start, end) for start, end in zip(starts, ends, strict=True)
    ]
    assert year.half(1) == Period(starts[0], ends[1])
    assert year.half(2) == Period(starts[2], ends[3])


@given(YEARS)
def test_quarters_fill_the_year(year: FiscalYear) -> None:
    quarters = [year.quarter(number).spans[0] for number in (1, 2, 3, 4)]
    assert quarters[0].start == year.start
    assert quarters[3].end == year.end
    assert all(b.start - a.end == timedelta(days=1) for a, b in pairwise(quarters))


@given(st.dates(date(1857, 1, 1), date(2156, 9, 30)))
def test_every_day_lies_in_its_year(day: date) -> None:
    assert day in FiscalYear.of(day)


@pytest.mark.parametrize("number", [0, 5, -1])
def test_there_is_no_other_quarter_or_half(number: int) -> None:
    with pytest.raises(ParseError):
        FiscalYear(2566).quarter(number)
    with pytest.raises(ParseError):
        FiscalYear(2566).half(number)


@pytest.mark.parametrize(
    ("number", "code", "meant"),
    [
        (2023, "thai.fiscal-year-gregorian", "2566"),
        (66, "thai.fiscal-year-two-digits", "2566"),
        (5, "thai.fiscal-year-two-digits", "2505"),
        (2700, "thai.fiscal-year", None),
        (25666, "thai.fiscal-year", None),
        (566, "thai.fiscal-year", None),
        (-66, "thai.fiscal-year", None),
    ],
)
def test_what_is_no_fiscal_year_is_refused_with_the_year_meant(number: int, code: str, meant: str | None) -> None:
    with pytest.raises(ParseError) as caught:
        FiscalYear(number)
    fault = caught.value.faults[0]
    assert (fault.code, fault.params["found"], fault.params.get("meant")) == (code, str(number), meant)


@pytest.mark.parametrize("value", [True, 2566.0, "2566", None])
def test_only_whole_numbers_are_years(value: object) -> None:
    with pytest.raises(TypeError):
        FiscalYear(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["๒๕๖๖", "2566", "25๖๖", "ปีงบประมาณ พ.ศ. ๒๕๖๖", "ประจำปีงบประมาณ 2566", "พ.ศ.๒๕๖๖"])
def test_it_is_read_from_words(text: str) -> None:
    assert FiscalYear.parse(text) == FiscalYear(2566)


@pytest.mark.parametrize("text", ["2023", "66", "ปีหน้า", "", "2566-2570", "9" * 5000, "9" * 150])
def test_other_words_are_refused(text: str) -> None:
    with pytest.raises(ParseError):
        FiscalYear.parse(text)


def test_it_prints_and_sorts() -> None:
    years = [FiscalYear(2567), FiscalYear(2565), FiscalYear(2566)]
    assert [str(year) for year in sorted(years)] == ["2565", "2566", "2567"]
    assert FiscalYear(2566).format() == "ปีงบประมาณ พ.ศ. ๒๕๖๖"
    assert FiscalYear(2566).format("arabic") == "ปีงบประมาณ พ.ศ. 2566"
    assert len({FiscalYear(2566), FiscalYear(2566)}) == 1
