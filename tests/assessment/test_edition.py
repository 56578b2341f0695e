import re

import pytest

from ita_docs.assessment import Component, Edition, Group, Indicator, SubIndicator, edition, editions
from ita_docs.assessment.codes import parse_code
from ita_docs.errors import ParseError
from ita_docs.thai import FiscalYear, to_thai_digits

YEARS = (2564, 2565, 2566, 2567, 2568)


@pytest.fixture(params=YEARS)
def ita(request: pytest.FixtureRequest) -> Edition:
    return edition(request.param)


def test_the_years_there_are() -> None:
    assert editions() == YEARS
    assert edition(2566) is edition(FiscalYear(2566))
    assert edition(2566).fiscal_year == FiscalYear(2566)


def test_a_year_without_register_names_those_there_are() -> None:
    with pytest.raises(ParseError) as refused:
        edition(2563)
    [fault] = refused.value.faults
    assert fault.code == "assessment.no-edition"
    assert fault.params == {"found": "2563", "known": "2564, 2565, 2566, 2567, 2568"}


@pytest.mark.parametrize("year", ["2566", 2566.0, True, None])
def test_a_year_is_a_whole_number(year: object) -> None:
    with pytest.raises(TypeError, match="2566"):
        edition(year)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("year", "iit", "eit", "oit"),
    [(2564, 30, 15, 43), (2565, 30, 15, 43), (2566, 30, 15, 43), (2567, 15, 9, 35), (2568, 15, 9, 28)],
)
def test_counts_of_items(year: int, iit: int, eit: int, oit: int) -> None:
    letters = [item.code.letter for item in edition(year).items]
    assert (letters.count("i"), letters.count("e"), letters.count("o")) == (iit, eit, oit)


def test_whole(ita: Edition) -> None:
    assert [i.id for i in ita.instruments] == ["IIT", "EIT", "OIT"]
    assert sum(i.weight for i in ita.instruments) == 1
    assert [i.number for i in ita.indicators] == list(range(1, 11))
    assert [s.id for s in ita.sub_indicators] == ["9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2"]
    # Every item is in exactly one indicator, and an O item has a name.
    assert sorted(item.id for i in ita.indicators for item in i.items) == sorted(item.id for item in ita.items)
    assert all((item.name_th is None) == (item.code.letter != "o") for item in ita.items)


def test_sub_indicators_and_groups_divide_what_they_stand_in(ita: Edition) -> None:
    for number in ("9", "10"):
        parts = [item for sub in ita.sub_indicators_of(number) for item in sub.items]
        if parts and not (ita.year == 2567 and number == "10"):  # whose split is not published
            assert tuple(parts) == ita.indicator(number).items
    for group in ita.groups:
        assert set(group.items) <= set(group.sub_indicator.items)
    assert not ita.groups or [item for g in ita.groups for item in g.items] == list(ita.indicator(9).items) + list(
        ita.indicator(10).items
    )


def test_ids_are_printed_as_their_year_prints_them(ita: Edition) -> None:
    assert all(item.id == parse_code(item.id).printed(ita.year) for item in ita.items)


def test_any_spelling_finds_the_item(ita: Edition) -> None:
    for item in ita.items:
        for typed in (item.id, item.id.swapcase(), to_thai_digits(item.id), f"{item.id[0]} {item.id[1:]}"):
            assert ita.item(typed) is item


def test_ranges_are_read_as_they_are_printed(ita: Edition) -> None:
    whole: tuple[tuple[Indicator | SubIndicator | Group, ...], ...] = (ita.indicators, ita.sub_indicators, ita.groups)
    ranges = [part.items for parts in whole for part in parts if part.items]
    assert len(ranges) >= 15
    for items in ranges:
        assert ita.parse_range(ita.code_range(items)) == items


def test_a_range_with_gaps_is_printed_in_runs() -> None:
    ita = edition(2567)
    assert ita.code_range(ita.issue(1).items) == "i1-i3, o7-o10"
    assert ita.code_range([ita.item("O9"), ita.item("o8")]) == "o8-o9"
    assert ita.code_range([]) == ""


def test_what_belongs_to_what() -> None:
    ita = edition(2566)
    assert ita.item("o๑๗").id == "O17"
    assert ita.indicator("๙") == ita.indicator(9) == ita.indicator_of("O17")
    assert ita.sub_indicator("๙.๒") == ita.sub_indicator("9.2") == ita.sub_indicator_of("O17")
    assert ita.sub_indicator_of("i4") is None
    assert [i.number for i in ita.indicators_of("EIT")] == [6, 7, 8]
    parts = (ita.item("e3"), ita.indicator(6), ita.sub_indicator("10.1"), ita.groups[0], "i9")
    assert [ita.instrument_of(part).id for part in parts] == ["EIT", "EIT", "OIT", "OIT", "IIT"]
    assert ita.instrument("iit") == ita.instrument("แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน")


def test_names_are_the_official_ones() -> None:
    assert edition(2566).item("O1").name_th == "โครงสร้าง"
    assert edition(2566).indicator(2).name_th == "การใช้งบประมาณ"
    assert edition(2566).item("O11").aliases == ("แผนดำเนินงานและการใช้จ่ายงบประมาณประจำปี",)
    assert edition(2567).issue("๔").name_th == "กระบวนการกำกับดูแลการใช้ทรัพย์สินของราชการ"


def test_no_remark_of_the_register_is_a_name(ita: Edition) -> None:
    aliases = [alias for item in ita.items for alias in item.aliases]
    aliases += [alias for indicator in ita.indicators for alias in indicator.aliases]
    assert len(aliases) >= 3
    assert not [alias for alias in aliases if alias.isascii() or "(" in alias]


def test_every_oit_item_of_2566_has_its_components() -> None:
    stated = {item.id: item.components for item in edition(2566).items if item.components}
    assert list(stated) == [f"O{number}" for number in range(1, 44)]
    assert len({components[0].text for components in stated.values()}) == 43  # none is another's by mistake
    points = {code: sum(len(c.points) for c in components) for code, components in stated.items()}
    listed = " ".join(f"{code}:{count}" for code, count in points.items() if count)
    assert listed == "O14:3 O15:2 O22:4 O24:2 O25:5 O26:4 O38:4 O40:3 O42:2"
    assert stated["O16"][0] == Component("จำนวนผู้รับบริการหรือสถิติอื่นของงานบริการ")


def test_components_name_the_years_of_their_edition_and_its_items() -> None:
    ita = edition(2566)
    years: dict[str, list[str]] = {}
    named: dict[str, list[str]] = {}
    for item in ita.items:
        text = " ".join(piece for c in item.components for piece in (c.text, *c.points))
        assert not re.search("[๐-๙]", text), item.id
        for year in re.findall("25[0-9]{2}", text):
            years.setdefault(year, []).append(item.id)
        for code in re.findall(r"ข้อ (O[0-9]+)", text):
            assert ita.item(code).id != item.id
            named.setdefault(code, []).append(item.id)
    assert sorted(years) == ["2560", "2565", "2566"]
    assert years["2560"] == ["O19", "O20"]  # the law on procurement
    assert years["2565"] == ["O12", "O13", "O22", "O26", "O30", "O38", "O42"]
    assert named == {"O23": ["O24"], "O34": ["O35"], "O36": ["O37"], "O42": ["O43"]}


@pytest.mark.parametrize("year", [2564, 2565, 2567, 2568])
def test_other_years_state_no_components(year: int) -> None:
    assert not [item.id for item in edition(year).items if item.components]


@pytest.mark.parametrize(
    ("look", "code"),
    [
        (lambda ita: ita.item("O44"), "assessment.no-item"),
        (lambda ita: ita.parse_range("O40-O999"), "assessment.no-item"),
        (lambda ita: ita.indicator(11), "assessment.no-indicator"),
        (lambda ita: ita.sub_indicator("9.10"), "assessment.no-sub-indicator"),
        (lambda ita: ita.instrument("XIT"), "assessment.no-instrument"),
        (lambda ita: ita.issue(1), "assessment.no-issues"),
        (lambda _: edition(2567).issue(8), "assessment.no-issue"),
    ],
)
def test_what_is_not_in_the_register(look, code: str) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    with pytest.raises(ParseError) as refused:
        look(edition(2566))
    assert refused.value.faults[0].code == code
    assert "2566" in str(refused.value) or "2567" in str(refused.value)
