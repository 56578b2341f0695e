"""Texts, numbers, dates, years and periods as the fields of a record take them."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from datetime import date, datetime
from threading import Barrier, BrokenBarrierError
from typing import Annotated, Any

import pytest
from jsonschema import Draft202012Validator
from pydantic import Field, GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema

from ita_docs.errors import ParseError
from ita_docs.records import (
    DateField,
    FiscalYearField,
    Flag,
    PeriodField,
    Record,
    Text,
    TextOrList,
    ThaiInt,
    is_ditto,
)
from ita_docs.records.texts import excerpt, quoted
from ita_docs.thai import FiscalYear, Period


class Sample(Record):
    text: Text | None = None
    many: TextOrList | None = None
    number: ThaiInt | None = Field(default=None, ge=1, le=9999)
    flag: Flag = False
    day: DateField | None = None
    year: FiscalYearField | None = None
    period: PeriodField | None = None


def made(**values: Any) -> Sample:
    return Sample.model_validate(values)


def codes(**values: Any) -> list[str]:
    """The codes of what is refused, pydantic's own types where it refuses."""
    with pytest.raises(ValidationError) as refused:
        made(**values)
    found = []
    for error in refused.value.errors():
        cause = error.get("ctx", {}).get("error")
        found.append(cause.faults[0].code if isinstance(cause, ParseError) else error["type"])
    return found


def test_a_text_is_trimmed_and_keeps_its_lines() -> None:
    assert made(text=" \u200bก\r\nข\t ").text == "ก\nข"
    assert made(many=("ก ", " ข")).many == ("ก", "ข")
    assert made(many=["ก"]).many == ("ก",)
    assert made(many="ก").many == "ก"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("", "records.empty-text"),
        (" \u200b\n", "records.empty-text"),
        ("a\x07", "records.control-character"),
        ("a\x0c", "records.control-character"),
        ("a\ud800", "records.control-character"),
        ("a\x85b", "records.control-character"),
        (True, "records.text-unquoted"),
        (5, "records.text-unquoted"),
        ({"๑. ข้อ": "แรก"}, "records.text-with-colon"),
        ({"ร่าง": None}, "records.text-in-braces"),
        ({"a": "1", "b": "2"}, "records.text-is-mapping"),
    ],
)
def test_no_text(value: object, code: str) -> None:
    assert codes(text=value) == [code]
    # In the choice of a text or a list, one mistake is one error.
    assert codes(many=value) == [code]
    assert codes(many=["ก", value]) == [code]


def test_a_list_is_no_text() -> None:
    assert codes(text=["ก"]) == ["records.text-is-list"]
    assert codes(many=[["ก"]]) == ["records.text-is-list"]
    assert codes(many=["ก", None]) == ["records.no-value"]


def test_the_remedy_for_a_colon_is_the_text_in_quotes() -> None:
    with pytest.raises(ValidationError, match=r'put the text in quotes: "๑\. ข้อ: แรก"'):
        made(text={"๑. ข้อ": "แรก"})


@pytest.mark.parametrize(("typed", "number"), [(7, 7), ("7", 7), (" ๑๒ ", 12), ("1๒", 12), ("007", 7)])
def test_a_number_in_either_script(typed: object, number: int) -> None:
    assert made(number=typed).number == number


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1_000", "records.not-a-number"),
        ("0x10", "records.not-a-number"),
        ("1e3", "records.not-a-number"),
        ("-1", "records.not-a-number"),
        ("๑.๕", "records.not-a-number"),
        ("٣", "records.not-a-number"),
        ("", "records.not-a-number"),
        (True, "records.not-a-number"),
        (1.0, "records.not-a-number"),
        ([1], "records.not-a-number"),
        ("9" * 5000, "records.number-too-long"),
        ("0", "greater_than_equal"),
        (10000, "less_than_equal"),
    ],
)
def test_no_number(typed: object, code: str) -> None:
    assert codes(number=typed) == [code]


@pytest.mark.parametrize("typed", ["yes", "true", 1, "1", None])
def test_a_flag_is_true_or_false_only(typed: object) -> None:
    assert codes(flag=typed) == ["bool_type"]
    assert made(flag=True).flag is True


@pytest.mark.parametrize(
    "typed", [date(2023, 3, 31), "2023-03-31", "2023-3-31", "๒๐๒๓-๐๓-๓๑", "๓๑ มีนาคม ๒๕๖๖", "31/03/2566"]
)
def test_a_date(typed: object) -> None:
    assert made(day=typed).day == date(2023, 3, 31)


@pytest.mark.parametrize("typed", ["2566-03-31", "๒๕๖๖-๐๓-๓๑", date(2566, 3, 31)])
def test_a_buddhist_iso_date_is_refused_with_the_date_meant(typed: object) -> None:
    with pytest.raises(ValidationError, match="write 2023-03-31"):
        made(day=typed)


def test_a_buddhist_leap_day_is_understood() -> None:
    with pytest.raises(ValidationError, match="write 2024-02-29"):
        made(day="2567-02-29")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2023-02-29", "records.no-such-day"),
        ("2566-02-29", "records.no-such-day"),
        (datetime(2023, 3, 31, 12), "records.not-a-date"),  # noqa: DTZ001 - the time is the fault
        ("เมื่อวาน", "thai.date"),
        (20230331, "records.text-unquoted"),
        (["2023-03-31"], "records.text-is-list"),
    ],
)
def test_no_date(typed: object, code: str) -> None:
    assert codes(day=typed) == [code]


@pytest.mark.parametrize("typed", [2566, "2566", "๒๕๖๖", "25๖๖", FiscalYear(2566), "ปีงบประมาณ พ.ศ. 2566"])
def test_a_fiscal_year(typed: object) -> None:
    assert made(year=typed).year == FiscalYear(2566)


def test_a_gregorian_fiscal_year_names_the_year_meant() -> None:
    with pytest.raises(ValidationError, match="did you mean 2566"):
        made(year="2023")


@pytest.mark.parametrize("typed", [True, 2566.0, [2566], "9" * 4000, "ปีหน้า", ""])
def test_no_fiscal_year(typed: object) -> None:
    assert len(codes(year=typed)) == 1


def test_a_period_from_words_dates_and_both() -> None:
    half = Period(date(2022, 10, 1), date(2023, 3, 31))
    assert made(period=half).period is half
    assert made(period="ต.ค.๖๕ - มี.ค.๖๖").period == half
    assert made(period={"start": "2022-10-01", "end": "2023-03-31"}).period == half
    stated = made(period={"text": "ครึ่งปีแรก", "start": "2022-10-01", "end": "2023-03-31"}).period
    assert stated is not None
    assert (stated, str(stated)) == (half, "ครึ่งปีแรก")


def test_words_on_purpose_have_no_span_and_are_not_unreadable() -> None:
    period = made(period={"text": "ตามแผนประจำเดือน"}).period
    assert period is not None
    assert (period.spans, period.unreadable) == ((), False)


@pytest.mark.parametrize("year", [FiscalYear(2566), 2566])
def test_the_context_names_the_fiscal_year_of_a_period(year: object) -> None:
    read = Sample.model_validate({"period": "ไตรมาส ๒ - ๔"}, context={"fiscal_year": year}).period
    assert read == Period(date(2023, 1, 1), date(2023, 9, 30))
    assert made(period="ไตรมาส ๒ - ๔").period != read


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({}, "records.empty-period"),
        ({"start": "2022-10-01"}, "records.half-period"),
        ({"text": "ก", "end": "2022-10-01"}, "records.half-period"),
        ({"start": "2023-10-01", "end": "2022-10-01"}, "thai.period-backwards"),
        ({"text": "ก", "start": "2566-03-31", "end": "2566-04-01x"}, "records.buddhist-date"),
        ({"words": "ก"}, "extra_forbidden"),
        (["ก"], "records.text-is-list"),
        (2566, "records.text-unquoted"),
    ],
)
def test_no_period(typed: object, code: str) -> None:
    assert codes(period=typed)[0] == code


def test_a_record_does_not_change() -> None:
    sample = made(text="ก")
    with pytest.raises(ValidationError, match="frozen"):
        sample.text = "ข"  # type: ignore[misc]
    assert hash(sample) == hash(made(text="ก"))


@pytest.mark.parametrize("mark", ["“", "”", '"', "''", " ” "])
def test_ditto(mark: str) -> None:
    assert is_ditto(mark)


@pytest.mark.parametrize("text", ["“ตัวอย่าง”", '""', "'", "", None, ("“",)])
def test_no_ditto(text: object) -> None:
    assert not is_ditto(text)


def test_an_excerpt_is_short_and_on_one_line() -> None:
    deep: Any = "x"
    for _ in range(5000):
        deep = [deep]
    assert excerpt(deep) == "[[[…]]]"
    assert excerpt({"a": ["ข\nค", None, True]}) == "{a: [ข ค, null, true]}"
    assert len(excerpt("ก" * 10_000)) == 60


def test_quotes_hold_quotes() -> None:
    assert (quoted("ก: ข"), quoted('"ก" ข\'')) == ('"ก: ข"', "'\"ก\" ข'''")


def test_the_schema_of_a_bounded_number_bounds_its_text_too() -> None:
    class Round(Record):
        round: ThaiInt = Field(default=1, ge=1, le=2)

    validator = Draft202012Validator(TypeAdapter(Round).json_schema())
    for good in (1, 2, "๒", " 1 ", "02"):
        assert validator.is_valid({"round": good})
        Round.model_validate({"round": good})
    for bad in (0, 3, "๓", "12", "", True, [1]):
        assert not validator.is_valid({"round": bad})
        with pytest.raises(ValidationError):
            Round.model_validate({"round": bad})


def test_one_thread_at_a_time_makes_the_checks_of_a_record(monkeypatch: pytest.MonkeyPatch) -> None:
    # Before 2.14 pydantic had no lock of its own, and one thread took away what another was making.
    monkeypatch.setattr("pydantic.main._rebuild_lock", nullcontext(), raising=False)
    both, met = Barrier(2), list[int]()

    class Meeting:
        @classmethod
        def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
            with suppress(BrokenBarrierError):
                met.append(both.wait(0.2))
            return handler(source)

    class Made(Record):
        number: Annotated[int, Meeting]

    with ThreadPoolExecutor(2) as threads:
        assert [made.number for made in threads.map(lambda number: Made(number=number), range(2))] == [0, 1]
    assert met == []
