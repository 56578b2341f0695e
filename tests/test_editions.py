"""Agencies' own editions: found beside a data file, above the package's, and checked whole."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from ita_docs.assessment import (
    Component,
    Edition,
    Editions,
    computed,
    edition_faults,
    editions,
    level_findings,
    score_findings,
)
from ita_docs.assessment import edition as package_edition
from ita_docs.assessment.edition import edition_file
from ita_docs.data_files import load
from ita_docs.data_files.edition_new import new_edition
from ita_docs.data_files.editions import FolderEditions, edition, load_edition
from ita_docs.errors import DataError, ParseError
from ita_docs.records import Assessment
from ita_docs.reports import ImprovementPlan

SMALL = """\
fiscal_year: 2570
instruments:
- id: IIT
  name_th: แบบวัด ก
  name_en: Part
  weight: 0.3
  indicators:
  - {id: 1, name_th: ตัวชี้วัด ก, items: [i1, i2]}
- id: EIT
  name_th: แบบวัด ข
  name_en: Part
  weight: 0.3
  indicators:
  - {id: 6, name_th: ตัวชี้วัด ข, items: [e1]}
- id: OIT
  name_th: แบบวัด ค
  name_en: Part
  weight: 0.4
  indicators:
  - {id: 9, name_th: ตัวชี้วัด ค, items: [o1, o2]}
sub_indicators:
- {id: 9.1, indicator: 9, items: [o1]}
- {id: 9.2, indicator: 9, items: [o2]}
items:
- {id: o1, name_th: โครงสร้าง, sub_indicator: 9.1}
grading:
  levels:
  - {label: ดี, total_min: 50}
  - {label: ควรแก้, total_below: 50}
issues:
- {no: 1, name_th: ประเด็น, items: [i1, o1]}
labels: {i1: เรื่องแรก}
components:
  o1:
  - แสดงผัง
  - {text: อย่างน้อยมี, points: [สำนัก, กอง]}
  o2: แสดงชื่อ
principles:
- {id: IIT, lead: นำ, indicators: [{id: 1, text: ว่าด้วย ก}]}
notes: [หมายเหตุ]
"""
PLAN = """\
kind: improvement-plan
fiscal_year: 2570
agency: {kind: อบต., name: ก}
measures:
- targets: {items: i2}
  steps: [ข]
"""
Put = Callable[..., Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file of the folder `editions`."""

    def write(text: str, name: str = "2570.yaml") -> Path:
        (tmp_path / "editions").mkdir(exist_ok=True)
        path = tmp_path / "editions" / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def faults(path: Path) -> list[tuple[str, int | None, str]]:
    with pytest.raises(DataError) as refused:
        load_edition(path)
    for fault in refused.value.faults:
        assert fault.place.file == str(path)
        assert fault.text("th") != fault.text("en")
    return [(fault.code, fault.place.line, fault.place.field) for fault in refused.value.faults]


def test_a_small_edition_is_read_whole(put: Put) -> None:
    ita = load_edition(put(SMALL))
    assert ita.year == 2570
    assert [item.id for item in ita.items] == ["i1", "i2", "e1", "o1", "o2"]
    assert [item.name for item in ita.items] == ["เรื่องแรก", "", "", "โครงสร้าง", ""]
    assert ita.indicator(9).number == 9
    assert [level.label for level in ita.levels] == ["ดี", "ควรแก้"]
    assert ita.issue(1).items == (ita.item("i1"), ita.item("o1"))
    assert ita.item("o1").components == (Component("แสดงผัง"), Component("อย่างน้อยมี", ("สำนัก", "กอง")))
    assert ita.item("o2").components == (Component("แสดงชื่อ"),)
    assert ita.item("i1").components == ()
    assert ita.principles[0].indicators[0].text == "ว่าด้วย ก"
    assert ita.notes == ("หมายเหตุ",)
    assert sum(instrument.weight for instrument in ita.instruments) == 1


def test_arithmetic_on_an_edition_that_has_not_everything(put: Put) -> None:
    half = SMALL.replace("weight: 0.3\n", "weight: 0.6\n", 1)
    without = half[: half.index("- id: EIT")] + half[half.index("- id: OIT") : half.index("grading:")]
    ita = load_edition(put(without))
    result = Assessment.model_validate(
        {"total": 80, "level": "ดี", "items": {"i1": 100, "i2": 50, "o1": 100, "o2": 100}}
    )
    assert computed(result, ita).total.rounded == 85
    assert [finding.code for finding in score_findings(result, ita)] == ["assessment.total-differs"]
    assert list(level_findings(result, ita)) == []
    assert [fault.code for fault in edition_faults(Assessment.model_validate({"items": {"e1": 1}}), ita)] == [
        "assessment.no-item"
    ]


@pytest.mark.parametrize("year", editions())
def test_the_packages_own_files_have_no_fault(year: int) -> None:
    ita = load_edition(edition_file(year))
    assert ita == package_edition(year)
    assert ita.notes
    assert len(ita.principles) == 3
    assert [len(principle.indicators) for principle in ita.principles] == [5, 3, 2]
    assert all(item.name for item in ita.items)
    assert all((item.label is None) == (item.code.letter == "o") for item in ita.items)


# What is written in place of what, and the fault it gives.
FAULTY = {
    "key": ("notes: [หมายเหตุ]", "note: [หมายเหตุ]", ("data.unknown-key-near", 40, "note")),
    "inner key": ("lead: นำ", "laed: นำ", ("data.unknown-key-near", 39, "principles[0].laed")),
    "no name": ("  name_th: แบบวัด ก\n", "", ("data.missing", 3, "instruments[0].name_th")),
    "weight": ("weight: 0.4", "weight: 0.5", ("edition.weights", 2, "instruments")),
    "no weight": ("weight: 0.4", "weight: มาก", ("edition.not-a-weight", 18, "instruments[2].weight")),
    "instrument": ("- id: EIT", "- id: XIT", ("data.choice", 9, "instruments[1].id")),
    "item twice": ("[e1]", "[e1, e1]", ("edition.item-twice", 14, "instruments[1].indicators[0].items[1]")),
    "letter": ("[e1]", "[e1, i3]", ("edition.item-letter", 14, "instruments[1].indicators[0].items[1]")),
    "upper case": ("[o1, o2]", "[O1, o2]", ("edition.id-form", 20, "instruments[2].indicators[0].items[0]")),
    "no code": ("[e1]", "[e1, ๑๕]", ("assessment.code-near", 14, "instruments[1].indicators[0].items[1]")),
    "indicator": ("{id: 6,", "{id: หก,", ("edition.indicator-id", 14, "instruments[1].indicators[0].id")),
    "indicator twice": ("{id: 6,", "{id: 1,", ("edition.id-twice", 14, "instruments[1].indicators[0].id")),
    "sub-indicator": ("{id: 9.2,", "{id: 8.2,", ("edition.sub-indicator-id", 23, "sub_indicators[1].id")),
    "its items": ("[o2]}", "[o3, o2]}", ("edition.item-without-indicator", 23, "sub_indicators[1].items[0]")),
    "twice in subs": ("[o2]}", "[o2, o1]}", ("edition.item-twice", 23, "sub_indicators[1].items[1]")),
    "left out": (
        "items: [o2]}",
        "items: []}",
        ("edition.item-without-sub-indicator", 20, "instruments[2].indicators[0].items[1]"),
    ),
    "elsewhere": ("[o2]}", "[o2, e1]}", ("edition.item-elsewhere", 23, "sub_indicators[1].items[1]")),
    "item": ("{id: o1, name_th: โครง", "{id: o3, name_th: โครง", ("edition.item-without-indicator", 25, "items[0].id")),
    "its sub": ("sub_indicator: 9.1", "sub_indicator: 9.3", ("edition.no-sub-indicator", 25, "items[0].sub_indicator")),
    "another sub": (
        "sub_indicator: 9.1",
        "sub_indicator: 9.2",
        ("edition.item-elsewhere", 25, "items[0].sub_indicator"),
    ),
    "gap": ("total_min: 50", "total_min: 51", ("assessment.levels-gap", 28, "grading.levels[0]")),
    "overlap": ("total_min: 50", "total_min: 49", ("assessment.levels-overlap", 28, "grading.levels[0]")),
    "no score": ("total_min: 50", "total_min: 500", ("records.score-range", 28, "grading.levels[0].total_min")),
    "issue": ("[i1, o1]}", "[i1, o1, i1]}", ("edition.item-twice", 31, "issues[0].items[2]")),
    "label": ("labels: {i1:", "labels: {i9:", ("edition.item-without-indicator", 32, "labels.i9")),
    "component's item": (
        "  o2: แสดงชื่อ",
        "  o3: แสดงชื่อ",
        ("edition.item-without-indicator", 37, "components.o3"),
    ),
    "component's letter": ("  o2: แสดงชื่อ", "  e1: แสดงชื่อ", ("edition.components-letter", 37, "components.e1")),
    "component's form": ("  o2: แสดงชื่อ", "  O2: แสดงชื่อ", ("edition.id-form", 37, "components.O2")),
    "component's code": ("  o2: แสดงชื่อ", "  อ2: แสดงชื่อ", ("assessment.code-near", 37, "components.อ2")),
    "component empty": ("- แสดงผัง", "-", ("records.no-value", 35, "components.o1[0]")),
    "component's colon": ("- แสดงผัง", "- อย่างน้อย: ผัง", ("records.text-with-colon", 35, "components.o1[0]")),
    "component's key": ("points: [สำ", "point: [สำ", ("data.unknown-key-near", 36, "components.o1[1].point")),
    "component's points": ("[สำนัก, กอง]", "สำนัก", ("data.not-a-list", 36, "components.o1[1].points")),
    "component without text": ("{text: อย่างน้อยมี, p", "{p", ("data.missing", 36, "components.o1[1].text")),
    "principle": ("[{id: 1, text", "[{id: 2, text", ("edition.no-indicator", 39, "principles[0].indicators[0].id")),
    "year": ("fiscal_year: 2570", "fiscal_year: 2571", ("edition.year", 1, "fiscal_year")),
    "gregorian": ("fiscal_year: 2570", "fiscal_year: 2027", ("thai.fiscal-year-gregorian", 1, "fiscal_year")),
}


@pytest.mark.parametrize("case", FAULTY)
def test_one_mistake_is_one_fault_at_its_line(put: Put, case: str) -> None:
    good, bad, fault = FAULTY[case]
    assert SMALL.count(good) == 1
    assert faults(put(SMALL.replace(good, bad))) == [fault]


def test_every_fault_at_once(put: Put) -> None:
    text = SMALL
    for case in ("key", "weight", "item twice", "upper case", "label", "no score", "item", "principle"):
        text = text.replace(*FAULTY[case][:2])
    found = faults(put(text))
    assert {code for code, _, _ in found} == {
        *("data.unknown-key-near", "edition.weights", "edition.item-twice", "edition.id-form"),
        *("edition.item-without-indicator", "records.score-range", "edition.no-indicator"),
    }
    assert [line for _, line, _ in found] == [2, 14, 20, 25, 28, 32, 39, 40]


def test_a_sub_indicator_of_an_unknown_indicator_and_principles_of_an_unknown_instrument(put: Put) -> None:
    text = SMALL.replace("{id: 9.2, indicator: 9,", "{id: 8.2, indicator: 8,")
    assert ("edition.no-indicator", 23, "sub_indicators[1].indicator") in faults(put(text))
    half = SMALL.replace("weight: 0.3\n", "weight: 0.5\n", 1).replace("weight: 0.4", "weight: 0.5")
    start, end = half.index("- id: EIT"), half.index("- id: OIT")
    without = (
        (half[:start] + half[end:])
        .replace("- {id: IIT, lead", "- {id: EIT, lead")
        .replace("{id: 1, text", "{id: 9, text")
    )
    assert faults(put(without)) == [("edition.no-instrument", 33, "principles[0].id")]


def test_the_folders_file_stands_above_the_packages(put: Put) -> None:
    put(SMALL.replace("2570", "2567"), "2567.yaml")
    folder = put(SMALL).parent
    (folder / "notes.yaml").write_text("x", encoding="utf-8")
    found = FolderEditions(folder)
    assert found.years == (2564, 2565, 2566, 2567, 2568, 2570)
    assert found.get(2567).indicator(1).name_th == "ตัวชี้วัด ก"
    assert found.get(2566) is package_edition(2566)
    assert edition(2570, folder).year == 2570
    assert edition(2567) is package_edition(2567)
    assert found == FolderEditions(folder) != Editions()
    with pytest.raises(ParseError, match=r"2563.*2564, 2565, 2566, 2567, 2568, 2570"):
        found.get(2563)


def test_a_report_uses_the_edition_beside_its_data_file(put: Put, tmp_path: Path) -> None:
    put(SMALL)
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    report = load(tmp_path / "plan.yaml")
    assert isinstance(report, ImprovementPlan)
    assert report.edition.indicator(1).name_th == "ตัวชี้วัด ก"
    assert report.view().rows[0].target == "1.ตัวชี้วัด ก i1-i2"
    again = pickle.loads(pickle.dumps(report))  # noqa: S301  our own bytes
    assert again == report
    assert again.edition == report.edition


def test_without_the_file_the_year_is_refused_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        load(tmp_path / "plan.yaml")
    [fault] = refused.value.faults
    assert (fault.code, fault.place.line, fault.params["known"]) == (
        "assessment.no-edition",
        2,
        "2564, 2565, 2566, 2567, 2568",
    )


def test_a_report_says_what_is_wrong_in_its_edition_and_in_itself(put: Put, tmp_path: Path) -> None:
    own = put(SMALL.replace("weight: 0.4", "weight: 0.5"))
    (tmp_path / "plan.yaml").write_text(PLAN, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        load(tmp_path / "plan.yaml")
    assert [(f.code, f.place.file) for f in refused.value.faults] == [("edition.weights", str(own))]
    (tmp_path / "plan.yaml").write_text(PLAN.replace("steps:", "stepps:"), encoding="utf-8")
    with pytest.raises(DataError) as refused:
        load(tmp_path / "plan.yaml")
    assert [(f.code, f.place.file) for f in refused.value.faults] == [
        ("data.unknown-key-near", str(tmp_path / "plan.yaml")),
        ("edition.weights", str(own)),
    ]


@pytest.mark.parametrize("source", editions())
def test_a_new_year_is_a_new_file(put: Put, source: int) -> None:
    text = new_edition(edition_file(source).read_text(encoding="utf-8"), source, 2570)
    made, old = load_edition(put(text)), package_edition(source)
    assert made.year == 2570
    assert [item.id for item in made.items] == [item.id.lower() for item in old.items]
    assert [item.name for item in made.items] == [item.name for item in old.items]
    assert made.levels == old.levels
    assert {item.status for item in made.items} == {None, "unverified"}
    assert text.count("#") >= 10
    assert [len(item.components) for item in made.items] == [len(item.components) for item in old.items]
    assert (f"คัดลอกจากปี {source} ทั้งข้อความและปี พ.ศ. ต้องตรวจ" in text) == any(i.components for i in old.items)


def test_components_that_are_copied_name_items_as_the_new_year_prints_them(put: Put) -> None:
    made = load_edition(put(new_edition(edition_file(2566).read_text(encoding="utf-8"), 2566, 2570)))
    assert made.item("o24").components[0].text.endswith("ของข้อ o23 คืบหน้าเพียงใด")


def test_an_agencys_own_components_stand_in_place_of_the_packages(put: Put) -> None:
    text = edition_file(2566).read_text(encoding="utf-8")
    start, end = text.index("components:\n"), text.index("notes:\n")
    own = put(f"{text[:start]}components:\n  O1: [ผังโครงสร้าง]\n{text[end:]}", "2566.yaml")
    found = edition(2566, own.parent)
    assert found.item("O1").components == (Component("ผังโครงสร้าง"),)
    assert [item.id for item in found.items if item.components] == ["O1"]
    put(text[:start] + text[end:], "2566.yaml")
    assert not [item.id for item in edition(2566, own.parent).items if item.components]


@pytest.mark.parametrize(
    "none", ["components:\n", "components: {}\n", "components: {o1: }\n", "components: {o1: []}\n"]
)
def test_no_components_are_no_fault(put: Put, none: str) -> None:
    start, end = SMALL.index("components:\n"), SMALL.index("principles:\n")
    assert not [item.id for item in load_edition(put(SMALL[:start] + none + SMALL[end:])).items if item.components]


def test_one_item_has_its_components_once(put: Put) -> None:
    text = SMALL.replace("  o2: แสดงชื่อ", "  o๑: แสดงชื่อ")
    assert faults(put(text)) == [
        ("edition.id-form", 37, "components.o๑"),
        ("edition.id-twice", 37, "components.o๑"),
    ]


def test_letters_follow_the_year_both_ways(put: Put) -> None:
    newer = package_edition(2568)
    text = new_edition(edition_file(2568).read_text(encoding="utf-8"), 2568, 2566)
    made: Edition = load_edition(put(text, "2566.yaml"))
    assert [item.id for item in made.items if item.code.letter == "o"] == [
        item.id.upper() for item in newer.items if item.code.letter == "o"
    ]
