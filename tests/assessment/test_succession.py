"""What is the same in two years: by name, never by number."""

from collections.abc import Iterable

import pytest

from ita_docs.assessment import Code, Edition, Item, Succession, edition, edition_of, editions
from ita_docs.errors import ParseError


def pairs(years: Succession) -> dict[str, str]:
    return {item.id: found.id for item in years.old.items if (found := years.item(item))}


def range_of(edition_: Edition, items: Iterable[str]) -> str:
    return edition_.code_range(edition_.item(code) for code in items)


def test_2565_to_2566() -> None:
    years = Succession(edition(2565), edition(2566))
    found = pairs(years)
    # O27 and O28 change meaning: what was O27 is O25, and the new O27 was O29.
    assert (found["O27"], found["O28"], found["O29"], found["O30"]) == ("O25", "O26", "O27", "O28")
    assert (found["O25"], found["O26"]) == ("O23", "O24")  # by aliases
    assert found["O24"] == "O22"
    assert found["O43"] == "O43"
    assert len(found) == 34
    gone = [code.id for code in years.old.items if code.code.letter == "o" and code.id not in found]
    assert range_of(years.old, gone) == "O10-O11, O18-O20, O32, O34-O35, O38"
    assert [name for name in ("9.1", "9.2", "9.3", "9.4", "9.5", "10.1", "10.2") if years.sub_indicator(name)] == [
        *("9.1", "9.2", "9.4", "9.5", "10.1"),
    ]
    assert {years.indicator(number) for number in range(1, 11)} == set(years.new.indicators)


def test_2566_to_2567() -> None:
    years = Succession(edition(2566), edition(2567))
    found = pairs(years)
    assert (found["O4"], found["O5"], found["O18"], found["O42"]) == ("o7", "o4", "o13", "o34")
    assert "O43" not in found  # o35 has another name
    assert "O34" not in found  # and o34 is not its number either
    assert len(found) == 22
    assert years.sub_indicator("9.5") == years.new.sub_indicator("9.5")
    assert years.sub_indicator("10.1") is None  # FY2567 publishes no name of it
    assert years.issue(1) is None  # FY2566 has no issues


def test_2567_to_2568() -> None:
    years = Succession(edition(2567), edition(2568))
    found = pairs(years)
    assert (found["o12"], found["o13"], found["o34"], found["o35"]) == ("o11", "o10", "o27", "o28")
    assert "o1" not in found  # two items have become one, with a name of its own
    assert len(found) == 20
    assert years.sub_indicator("9.2") is None
    assert years.issue(1) is None  # FY2568 publishes none


@pytest.mark.parametrize("old", editions())
@pytest.mark.parametrize("new", editions())
def test_both_ways_and_never_of_a_survey(old: int, new: int) -> None:
    there, back = Succession(edition(old), edition(new)), Succession(edition(new), edition(old))
    found = pairs(there)
    assert len(found) >= 10
    assert {after: before for before, after in found.items()} == pairs(back)
    if old != new:
        assert not [code for code in found if code[0] in "ie"]
        assert years_names(there, found)


def years_names(years: Succession, found: dict[str, str]) -> bool:
    """Whether each pair has a name in common, read with all spaces taken out."""
    return all(
        {"".join(name.split()) for name in (before.name_th or "", *before.aliases)}
        & {"".join(name.split()) for name in (after.name_th or "", *after.aliases)}
        for before, after in ((years.old.item(a), years.new.item(b)) for a, b in found.items())
    )


@pytest.mark.parametrize("year", editions())
def test_of_one_year_everything_is_itself(year: int) -> None:
    ita = edition(year)
    years = Succession(ita, ita)
    assert years.same
    assert pairs(years) == {item.id: item.id for item in ita.items}
    assert [years.indicator(str(part.number)) for part in ita.indicators] == list(ita.indicators)
    assert [years.sub_indicator(part.id) for part in ita.sub_indicators] == list(ita.sub_indicators)
    assert [years.issue(part.number) for part in ita.issues] == list(ita.issues)


def test_any_spelling_names_the_entry_and_what_the_old_year_has_not_is_none() -> None:
    years = Succession(edition(2565), edition(2566))
    assert not years.same
    wanted = years.new.item("O25")
    typed: tuple[str | Code | Item, ...] = ("o๒๗", "O 27", Code("o", 27), years.old.item("O27"))
    assert [years.item(one) for one in typed] == [wanted] * 4
    assert years.indicator("๙") == years.indicator(9) == years.new.indicator(9)
    assert years.sub_indicator(" ๙.๔") == years.new.sub_indicator("9.4")
    assert [years.item("O44"), years.indicator(11), years.sub_indicator("9.10"), years.issue(1)] == [None] * 4
    with pytest.raises(ParseError):
        years.item("ข้อแรก")


def test_an_item_beyond_an_unconfirmed_list_has_no_name_to_go_by() -> None:
    more = edition(2568).extended([Code("i", 16)])
    assert Succession(more, more).item("i16") == more.item("i16")
    assert Succession(edition(2568), more).item("i16") == more.item("i16")
    assert Succession(more, edition(2567)).item("i16") is None


def made(year: int, *names: str | tuple[str, ...], issues: tuple[str, ...] = ()) -> Edition:
    """An edition of the named items: a text is a name, a tuple a name and its aliases."""
    named = [(name,) if isinstance(name, str) else name for name in names]
    codes = [Code("o", number).printed(year) for number in range(1, len(named) + 1)]
    oit = {"id": "OIT", "name_th": "แบบวัด", "name_en": "Part", "weight": 1}
    indicator = {"id": "9", "name_th": "การเปิดเผย", "aliases": ["การเปิดเผยข้อมูล"], "items": codes}
    return edition_of(
        {
            "fiscal_year": year,
            "instruments": [{**oit, "indicators": [indicator]}],
            "items": [
                {"id": code, "name_th": name, "aliases": aliases}
                for code, (name, *aliases) in zip(codes, named, strict=True)
            ],
            "issues": [{"no": number, "name_th": name} for number, name in enumerate(issues, 1)],
        }
    )


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (["โครงสร้าง", "แผน"], ["แผน", "โครงสร้าง"], {"o1": "o2", "o2": "o1"}),
        (["ประกาศต่างๆ  รอบ ๖ เดือน"], ["ประกาศต่าง ๆ รอบ 6 เดือน"], {"o1": "o1"}),
        (["แผนประจำปี"], ["แผนรายปี"], {}),
        ([("แผนประจำปี", "แผนรายปี")], ["แผนรายปี"], {"o1": "o1"}),
        (["แผนรายปี"], ["โครงสร้าง", ("แผนประจำปี", "แผนรายปี")], {"o1": "o2"}),
        ([("ก", "แผน")], [("ข", "แผน")], {"o1": "o1"}),
        # Two that fit: nobody knows which is meant.
        (["แผน"], ["แผน", ("แผนประจำปี", "แผน")], {}),
        (["แผน", ("แผนประจำปี", "แผน")], ["แผน"], {}),
        (["แผน", "โครงสร้าง"], ["แผน", "แผน", "โครงสร้าง"], {"o2": "o3"}),
        # Names that differ by a letter are two names.
        (["E-Service"], ["e-Service"], {}),
    ],
)
def test_names_and_aliases(old: list[str], new: list[str], found: dict[str, str]) -> None:
    assert pairs(Succession(made(2570, *old), made(2571, *new))) == found


def test_issues_and_indicators_by_name() -> None:
    years = Succession(made(2570, "ก", issues=("งบประมาณ", "บุคคล")), made(2571, "ก", issues=("บุคคล", "ทุจริต")))
    assert years.issue(1) is None
    assert years.issue("๒") == years.new.issue(1)
    assert years.indicator(9) == years.new.indicator(9)
    assert Succession(edition(2567), years.new).indicator(9) == years.new.indicator(9)  # by an alias
    assert Succession(edition(2567), years.new).indicator(1) is None
