"""The rows of a measure's steps: how a period that is made from dates is said."""

import pytest

from ita_docs.records import Measure
from ita_docs.reports.step_rows import step_rows


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2023-02-01", "2023-03-31", "ก.พ. - มี.ค. 2566"),
        ("2023-02-01", "2023-02-28", "ก.พ. 2566"),
        ("2022-10-01", "2023-03-31", "ต.ค.65 - มี.ค.66"),
        ("2023-02-06", "2023-02-10", "6 ก.พ.66 - 10 ก.พ.66"),
    ],
)
def test_a_year_of_all_months_is_said_once(start: str, end: str, said: str) -> None:
    measure = Measure.model_validate({"steps": ["ก"], "period": {"start": start, "end": end}})
    (row,) = step_rows((measure,))
    assert [point.text for point in row.period] == [said]
