"""Periods: every form of the municipal layouts, what can not be read, and all styles read back."""

from __future__ import annotations

import copy
import pickle
import time
from contextlib import suppress
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs.errors import ParseError
from ita_docs.thai import NUMERALS, PERIOD_STYLES, FiscalYear, Period, Span


def days(*ends: str) -> tuple[tuple[str, str], ...]:
    """`days("2022-10-01", "2023-03-31")` as pairs."""
    return tuple(zip(ends[::2], ends[1::2], strict=True))


def spans_of(period: Period) -> tuple[tuple[str, str], ...]:
    return tuple((str(span.start), str(span.end)) for span in period.spans)


FIRST_HALF = days("2022-10-01", "2023-03-31")
SECOND_HALF = days("2023-04-01", "2023-09-30")
YEAR = days("2022-10-01", "2023-09-30")
TWO_MONTHS = days("2022-10-01", "2022-10-31", "2023-04-01", "2023-04-30")
QUARTERS_1_3 = days("2022-10-01", "2022-12-31", "2023-04-01", "2023-06-30")

READ = {
    # as the five sources have them
    "ต.ค.๖๕ - มี.ค.๖๖": FIRST_HALF,
    "๙ ธ.ค.๖๕": days("2022-12-09", "2022-12-09"),
    "เดือนตุลาคม ๒๕๖๕ เดือนเมษายน ๒๕๖๖": TWO_MONTHS,
    "เดือนตุลาคม ๒๕๖๕ และเดือนเมษายน ๒๕๖๖": TWO_MONTHS,
    "๑ ตุลาคม ๒๕๖๕ – ๓๑ มีนาคม ๒๕๖๖": FIRST_HALF,
    "(ดำเนินการ ๑ ตุลาคม ๒๕๖๕ – ๓๑ มีนาคม ๒๕๖๖)": FIRST_HALF,
    "(รอบ ๖ เดือนแรก ๑ ตุลาคม ๒๕๖๕ – ๓๑ มีนาคม ๒๕๖๖)": FIRST_HALF,
    "ก.พ.- มี.ค. ๒๕๖๖": days("2023-02-01", "2023-03-31"),
    "มี.ค. - ก.ย. ๒๕๖๖": days("2023-03-01", "2023-09-30"),
    "ต.ค. ๖๕ ถึง ก.ย. ๖๖": YEAR,
    "๒๗ ม.ค.๖๖ - ๒๐ เม.ย.๖๖": days("2023-01-27", "2023-04-20"),
    "๒๗ ม.ค.๖๖-\n๒๐ เม.ย.๖๖": days("2023-01-27", "2023-04-20"),
    "1 ต.ค.67 - 30 ก.ย.68": days("2024-10-01", "2025-09-30"),
    "1 ต.ค.67- 30 ก.ย.68": days("2024-10-01", "2025-09-30"),
    # separators and spaces
    "ต.ค.65-มี.ค.66": FIRST_HALF,
    "ต.ค.65—มี.ค.66": FIRST_HALF,
    "ต.ค.65ถึงมี.ค.66": FIRST_HALF,
    "ตค65 ถึง มีค66": FIRST_HALF,
    "ตั้งแต่ ๑ ต.ค. ๖๕ ถึง ๓๑ มี.ค. ๖๖": FIRST_HALF,
    "๑ เดือน ตุลาคม ๒๕๖๕ ถึงวันที่ ๓๑ เดือน มีนาคม ๒๕๖๖": FIRST_HALF,
    "1/10/2565 - 31/3/2566": FIRST_HALF,
    "1.10.65-31.3.66": FIRST_HALF,
    "ต.ค. ค.ศ. 2022 - มี.ค. ค.ศ. 2023": FIRST_HALF,
    "ต.ค.๖๕ - ๓๑ มี.ค.๖๖": FIRST_HALF,
    # days and months that share a month or a year
    "วันที่ ๓ – ๙ กรกฎาคม ๒๕๖๘": days("2025-07-03", "2025-07-09"),
    "๓, ๕ และ ๙ กรกฎาคม ๒๕๖๘": days("2025-07-03", "2025-07-03", "2025-07-05", "2025-07-05", "2025-07-09", "2025-07-09"),
    "๑ ตุลาคม - ๓๑ ธันวาคม ๒๕๖๕": days("2022-10-01", "2022-12-31"),
    "ม.ค., เม.ย. ๒๕๖๖": days("2023-01-01", "2023-01-31", "2023-04-01", "2023-04-30"),
    "ต.ค. - ธ.ค. ๒๕๖๕, มี.ค. ๒๕๖๖": days("2022-10-01", "2022-12-31", "2023-03-01", "2023-03-31"),
    "ภายในเดือนเมษายน ๒๕๖๖": days("2023-04-01", "2023-04-30"),
    "กุมภาพันธ์ ๒๕๖๗": days("2024-02-01", "2024-02-29"),
    "(ต.ค.64 - มี.ค.65)": days("2021-10-01", "2022-03-31"),
    # quarters and halves with their own dates or year
    "ไตรมาสที่ 1 เดือนตุลาคม - เดือนธันวาคม 2564": days("2021-10-01", "2021-12-31"),
    "ไตรมาส ๑ (ต.ค., พ.ย. และ ธ.ค. ๒๕๖๕)": days("2022-10-01", "2022-12-31"),
    "ไตรมาส ๑ (ต.ค. - ธ.ค. ๖๕) และไตรมาส ๓ (เม.ย. - มิ.ย. ๖๖)": QUARTERS_1_3,
    "ไตรมาส ๑ และ ๓ ปีงบประมาณ พ.ศ. ๒๕๖๖": QUARTERS_1_3,
    "ไตรมาส ๑ และไตรมาส ๓ ปีงบประมาณ ๒๕๖๖": QUARTERS_1_3,
    "ไตรมาสที่ ๒/๒๕๖๖": days("2023-01-01", "2023-03-31"),
    "ปีงบประมาณ ๒๕๖๖ ไตรมาส ๒": days("2023-01-01", "2023-03-31"),
    "รอบ ๖ เดือนแรก (๑ ต.ค ๖๕ - ๓๑ มี.ค. ๖๖)": FIRST_HALF,
    "รอบ ๖ เดือน (๑ เม.ย. ๖๖ - ๓๐ ก.ย. ๖๖)": SECOND_HALF,
    "๑ ต.ค. ๖๕ - ๓๑ มี.ค. ๖๖ (รอบ ๖ เดือนแรก)": FIRST_HALF,
    "รอบ ๖ เดือนหลัง ปีงบประมาณ พ.ศ. ๒๕๖๖": SECOND_HALF,
    "รอบ ๖ เดือน พ.ศ.๒๕๖๖": FIRST_HALF,
    # years: fiscal after ปีงบประมาณ, calendar after พ.ศ.
    "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖": YEAR,
    "ปีงบประมาณ พ.ศ. ๒๕๖๖": YEAR,
    "ปีงบ ๖๖": YEAR,
    "ปีงบประมาณ ๒๕๖๖ - ๒๕๗๐": days("2022-10-01", "2027-09-30"),
    "พ.ศ. ๒๕๖๖-๒๕๗๐": days("2023-01-01", "2027-12-31"),
    "ม.ค. - มี.ค. ปีงบประมาณ ๒๕๖๖": days("2023-01-01", "2023-03-31"),
}

READ_IN_2566 = {
    "รอบ ๖ เดือนแรก": FIRST_HALF,
    "รอบ ๖ เดือนหลัง": SECOND_HALF,
    "รอบ ๖ เดือน": FIRST_HALF,
    "รอบ ๑๒ เดือน": YEAR,
    "ไตรมาส ๒ - ๔": days("2023-01-01", "2023-09-30"),
    "ไตรมาสที่ ๑": days("2022-10-01", "2022-12-31"),
    "ไตรมาสแรก": days("2022-10-01", "2022-12-31"),
    "ไตรมาสสุดท้าย": days("2023-07-01", "2023-09-30"),
    "ไตรมาส ๑ และ ๓": QUARTERS_1_3,
    "ตลอดปีงบประมาณ": YEAR,
    "ปีงบประมาณ": YEAR,
    "ตลอดปี": YEAR,
    "ตลอดปีงบ": YEAR,
    "ครึ่งปีแรก": FIRST_HALF,
    "ครึ่งปีงบประมาณหลัง": SECOND_HALF,
    "ม.ค. - มี.ค.": days("2023-01-01", "2023-03-31"),
    "พ.ย. - ก.พ.": days("2022-11-01", "2023-02-28"),
    "เดือนตุลาคม และเดือนเมษายน": TWO_MONTHS,
    "๑๕ พ.ย.": days("2022-11-15", "2022-11-15"),
    "ไตรมาส ๒ (ม.ค. - มี.ค.)": days("2023-01-01", "2023-03-31"),
}

IMPOSSIBLE = {
    "มี.ค. ๖๖ - ต.ค. ๖๕": "thai.period-backwards",
    "๒๗ - ๓ ก.ค. ๒๕๖๘": "thai.period-backwards",
    "๓๑ มี.ค. ๖๖ - ๑ ต.ค. ๖๕": "thai.period-backwards",
    "ไตรมาส ๔ - ๒": "thai.period-backwards",
    "ปีงบประมาณ ๒๕๗๐ - ๒๕๖๖": "thai.period-backwards",
    "พ.ศ. ๒๕๗๐ - ๒๕๖๖": "thai.period-backwards",
    "๓๑ เม.ย. ๒๕๖๖": "thai.period-no-such-day",
    "๑ - ๓๑ เม.ย.": "thai.period-no-such-day",
    "31/4/2566": "thai.period-no-such-day",
    "๒๙ ก.พ. ๒๕๖๖": "thai.period-no-such-day",
    "ไตรมาส ๕": "thai.period-quarter",
    "ไตรมาส ๐ - ๔": "thai.period-quarter",
    "  ": "thai.period-empty",
    "\u200b": "thai.period-empty",
}

UNREADABLE: dict[str, str | None] = {
    "ตุลาคน ๒๕๖๕": "เดือนตุลาคม ๒๕๖๕",
    "ตุลาคน": "ตุลาคม",
    "ต.ค.๖๕ - มี.ค.๖๖ และอื่น ๆ ตามสมควร": "ต.ค.๖๕ - มี.ค.๖๖",
    "ประชุมเดือนตุลาคม 2565": "เดือนตุลาคม 2565",
    "ต.ค. - มี.ค. ๒๕๖๖": "ต.ค.๖๕ - มี.ค.๖๖",
    "ต.ค. ๒๕๖๕ - มี.ค.": "ต.ค.๖๕ - มี.ค.๖๖",
    "ต.ค. 2022 - มี.ค. 2023": "ต.ค.65 - มี.ค.66",
    "1/10/2022": None,
    "ไตรมาสที่ ๒ เดือนตุลาคม - เดือนธันวาคม ๒๕๖๔": "เดือนตุลาคม ๒๕๖๔ - เดือนธันวาคม ๒๕๖๔",
    "ตั้งแต่ ๑ ต.ค. ๖๕ เป็นต้นไป": "๑ ต.ค.๖๕",
    "ตั้งแต่ ๑ ต.ค. ๖๕": "๑ ต.ค.๖๕",
    "และรายงานผล ไตรมาส ๒ - ๔": "ไตรมาส ๒ - ๔",
    "ปลายปี พ.ศ. ๒๕๖๖": "ม.ค.๖๖ - ธ.ค.๖๖",
    "๒1 เดือน พฤศจิกายน พ.ศ. ๒๕6๒1": None,
    "๘ พฤศจิกายน ๓๑๐๕": None,
    "ต.ค. 12 พ.ย. 65": None,
    "ก.ค. - ธ.ค.": None,
    "ปีงบประมาณ ๙๙๙๙": None,
    "(ต.ค. ๖๕": None,
}

NO_TIME = ["ตามห้วงเวลาจัดงานประเพณี", "ทุกเดือน", "ทุกไตรมาส", "รายงานทุก ๖ เดือน", "ปีละ ๑ ครั้ง", "-", "ไม่มี", "()", "ถึง"]


@pytest.mark.parametrize("text", READ)
def test_words_are_read(text: str) -> None:
    period = Period.parse(text)
    assert spans_of(period) == READ[text]
    assert (period.text, str(period)) == (text, text)
    assert (period.unreadable, period.needs_year, period.nearest) == (False, False, None)


@pytest.mark.parametrize("text", READ)
def test_a_fiscal_year_changes_no_words_that_have_one(text: str) -> None:
    period = Period.parse(text)
    assert period.within(FiscalYear(2550)) is period


@pytest.mark.parametrize("text", READ_IN_2566)
def test_words_without_a_year_lie_in_the_fiscal_year(text: str) -> None:
    without = Period.parse(text)
    assert (without.spans, without.needs_year, without.unreadable) == ((), True, False)
    assert (without.start, without.end) == (None, None)
    assert spans_of(without.within(2566)) == READ_IN_2566[text]
    assert spans_of(Period.parse(text, FiscalYear(2566))) == READ_IN_2566[text]


def test_the_fiscal_year_settles_months_that_would_run_backwards() -> None:
    assert spans_of(Period.parse("ต.ค. - มี.ค. ๒๕๖๖", 2566)) == FIRST_HALF
    assert spans_of(Period.parse("ต.ค., เม.ย. ๒๕๖๖", 2566)) == TWO_MONTHS
    assert Period.parse("ต.ค. - มี.ค. ๒๕๖๖", 2570).unreadable


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_what_can_not_be_is_an_error_that_quotes_the_words(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        Period.parse(text)
    fault = caught.value.faults[0]
    assert fault.code == IMPOSSIBLE[text]
    assert fault.params["found"].strip() == text.strip()


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_time_that_can_not_be_read_is_told_with_the_nearest_reading(text: str) -> None:
    period = Period.parse(text)
    assert (period.spans, period.unreadable, period.needs_year) == ((), True, False)
    assert period.nearest == UNREADABLE[text]


@pytest.mark.parametrize("text", NO_TIME)
def test_words_that_name_no_time_are_a_period_without_span(text: str) -> None:
    period = Period.parse(text, 2566)
    assert (period.spans, period.unreadable, period.needs_year, period.nearest) == ((), False, False, None)
    assert period.format("short", "thai") == text
    assert period == Period.of_spans([], text)


def test_only_text_is_read_and_only_dates_make_spans() -> None:
    with pytest.raises(TypeError):
        Period.parse(2566)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Period("2022-10-01", "2022-10-02")  # type: ignore[arg-type]
    with pytest.raises(ParseError):
        Period(date(2023, 1, 1), date(2022, 1, 1))
    with pytest.raises(ParseError):
        Period(date(2566, 10, 1), date(2567, 3, 31))  # Buddhist years where Gregorian ones belong
    with pytest.raises(ParseError):
        Period.of_spans([])
    assert Period(datetime(2022, 12, 9, 8), date(2022, 12, 9)) == Period(date(2022, 12, 9))  # noqa: DTZ001


HALF = Period(date(2022, 10, 1), date(2023, 3, 31))
DAY = Period(date(2022, 12, 9), date(2022, 12, 9))
MONTH = Period(date(2023, 2, 1), date(2023, 2, 28))
TWO = Period.of_spans([Span(date(2022, 10, 1), date(2022, 10, 31)), Span(date(2023, 4, 1), date(2023, 4, 30))])


@pytest.mark.parametrize(
    ("period", "style", "text"),
    [
        (HALF, "long", "๑ ตุลาคม ๒๕๖๕ – ๓๑ มีนาคม ๒๕๖๖"),
        (HALF, "short", "๑ ต.ค.๖๕ - ๓๑ มี.ค.๖๖"),
        (HALF, "months", "ต.ค.๖๕ - มี.ค.๖๖"),
        (HALF, "months-one-year", "๑ ต.ค.๖๕ - ๓๑ มี.ค.๖๖"),
        (HALF, "months-to", "ต.ค. ๖๕ ถึง มี.ค. ๖๖"),
        (HALF, "months-long", "เดือนตุลาคม ๒๕๖๕ - เดือนมีนาคม ๒๕๖๖"),
        (HALF, "quarters", "ไตรมาส ๑ - ๒ ปีงบประมาณ พ.ศ. ๒๕๖๖"),
        (HALF, "fiscal-year", "๑ ต.ค.๖๕ - ๓๑ มี.ค.๖๖"),
        (DAY, "long", "๙ ธันวาคม ๒๕๖๕"),
        (DAY, "months-long", "๙ ธ.ค.๖๕"),
        (MONTH, "months", "ก.พ.๖๖"),
        (MONTH, "months-one-year", "ก.พ. ๒๕๖๖"),
        (MONTH, "months-to", "ก.พ. ๖๖"),
        (MONTH, "quarters", "๑ ก.พ.๖๖ - ๒๘ ก.พ.๖๖"),
        (Period(date(2023, 2, 1), date(2023, 3, 31)), "months-one-year", "ก.พ. - มี.ค. ๒๕๖๖"),
        (TWO, "months-long", "เดือนตุลาคม ๒๕๖๕ และ เดือนเมษายน ๒๕๖๖"),
        (Period.parse("ไตรมาส ๑, ๓ และ ๔", 2566), "quarters", "ไตรมาส ๑ และ ๓ - ๔ ปีงบประมาณ พ.ศ. ๒๕๖๖"),
        (Period.parse("ตลอดปี", 2566), "fiscal-year", "ตลอดปีงบประมาณ พ.ศ. ๒๕๖๖"),
        (Period.parse("ปีงบประมาณ ๒๕๖๖ - ๒๕๖๗"), "fiscal-year", "๑ ต.ค.๖๕ - ๓๐ ก.ย.๖๗"),
        (Period(date(2056, 10, 1), date(2057, 9, 30)), "months", "๑ ตุลาคม ๒๕๙๙ – ๓๐ กันยายน ๒๖๐๐"),
        (Period(date(2156, 10, 1), date(2156, 12, 31)), "quarters", "๑ ตุลาคม ๒๖๙๙ – ๓๑ ธันวาคม ๒๖๙๙"),
    ],
)
def test_styles(period: Period, style: str, text: str) -> None:
    assert period.format(style) == text


def test_an_unknown_style_is_refused_and_the_known_ones_named() -> None:
    for period in (HALF, Period.parse("ทุกเดือน")):
        with pytest.raises(ValueError, match="months-one-year"):
            period.format("medium")
    with pytest.raises(ValueError, match="thai, arabic"):
        HALF.format("long", "roman")  # type: ignore[arg-type]


def test_equality_compares_spans_or_else_words() -> None:
    assert HALF == Period.parse("ต.ค.๖๕ - มี.ค.๖๖") == FiscalYear(2566).half(1)
    assert hash(HALF) == hash(Period.parse("(1 ต.ค. 65 - 31 มี.ค. 66)"))
    assert Period.parse("ทุก 6 เดือน") == Period.parse("ทุก  ๖ เดือน")
    assert len({HALF, FiscalYear(2566).half(1), DAY, Period.parse("ทุกเดือน")}) == 3
    assert Period.parse("ทุกเดือน") != Period.parse("ทุกปี")
    assert HALF != "ต.ค.๖๕ - มี.ค.๖๖"


def test_stated_spans_are_kept_beside_their_words() -> None:
    stated = Period.of_spans(HALF.spans, "ไตรมาส ๔")
    assert stated.within(2570) is stated
    assert (str(stated), stated) == ("ไตรมาส ๔", HALF)


def test_spans_that_touch_are_one() -> None:
    assert Period.parse("ไตรมาส ๑, ๒, ๓ และ ๔", 2566) == Period.parse("ตลอดปีงบประมาณ", 2566)
    assert spans_of(Period.parse("เม.ย. ๖๖, ม.ค. ๖๖")) == days("2023-01-01", "2023-01-31", "2023-04-01", "2023-04-30")


def test_a_period_does_not_change_but_can_be_copied() -> None:
    period = Period.parse("ตุลาคน ๒๕๖๕")
    with pytest.raises(AttributeError):
        period.text = "ต.ค."
    with pytest.raises(AttributeError):
        del period.text
    for twin in (copy.copy(period), copy.deepcopy(period), pickle.loads(pickle.dumps(period))):  # noqa: S301
        assert (twin, twin.text, twin.unreadable, twin.nearest) == (period, period.text, True, period.nearest)


# As far back as the first fiscal year, as far ahead as four digits go; most in the years of two digits.
DAYS = st.dates(date(1957, 1, 1), date(2056, 12, 31)) | st.dates(date(1856, 10, 1), date(2156, 12, 31))
MONTH_STARTS = DAYS.map(lambda day: day.replace(day=1))


@st.composite
def random_spans(draw: st.DrawFn) -> Span:
    """Days, months, quarters or years, so that each style says some of them."""
    kind = draw(st.sampled_from(["days", "months", "quarters", "year"]))
    if kind == "days":
        return Span(*sorted((draw(DAYS), draw(DAYS))))
    if kind == "months":
        first, last = sorted((draw(MONTH_STARTS), draw(MONTH_STARTS)))
        return Span(first, end_of_month(last))
    year = FiscalYear(draw(st.integers(2400, 2699)))
    if kind == "year":
        return Span(year.start, year.end)
    first_quarter, last_quarter = sorted((draw(st.integers(1, 4)), draw(st.integers(1, 4))))
    return Span(year.quarter(first_quarter).spans[0].start, year.quarter(last_quarter).spans[0].end)


def end_of_month(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


@given(st.lists(random_spans(), min_size=1, max_size=5), st.sampled_from(PERIOD_STYLES), st.sampled_from(NUMERALS))
def test_every_style_is_read_back_as_the_same_spans(spans: list[Span], style: str, numerals: str) -> None:
    period = Period.of_spans(spans)
    text = period.format(style, numerals)  # type: ignore[arg-type]
    assert Period.parse(text) == period


WORDS = [
    "ต.ค.", "มี.ค.", "ตุลาคม", "เดือน", "ไตรมาส", "ที่", "รอบ ๖ เดือน", "แรก", "ปีงบประมาณ", "พ.ศ.", "ค.ศ.", "ปี", "ตลอดปี", "-",
    "ถึง", "และ", ",", "(", ")", "/", "1", "๓๑", "65", "๒๕๖๖", "2022", "25666", "9" * 5000, "ตั้งแต่", "ตุลาคน", "ๆ",
    "1/10/2565", "1/1/2022", "2022-10-01",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=3), max_size=12), st.sampled_from([None, 2566, 2400, 2699]))
def test_any_words_are_read_or_refused(words: list[str], year: int | None) -> None:
    text = " ".join(words)
    try:
        period = Period.parse(text, year)
    except ParseError as error:
        assert error.faults[0].code.startswith("thai.period-")  # noqa: PT017  which words raise is not known
        return
    assert period.text == text.strip()
    assert bool(period.spans) + period.unreadable + period.needs_year <= 1


@pytest.mark.parametrize(
    "unit", ["ต", "ต.", "1", "1 ", "ต.ค. ", "ต.ค. 65, ", "(", "ไตรมาส 1 และ", "รอบ", "ปี", "ตุลาคน ", "1/1/", " "]
)
def test_long_words_take_little_time(unit: str) -> None:
    begun = time.process_time()
    for length in (15_000, 300_000):
        for before in ("", "ก"):
            with suppress(ParseError):
                Period.parse(before + unit * (length // len(unit)) + "๒๕๖๖")
    assert time.process_time() - begun < 5
