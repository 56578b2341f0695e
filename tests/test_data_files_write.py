"""A dossier written as a data file: `load` gives the same dossier, and a person can read and go on with it."""

import string
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_docs import Dossier, Finding, ParseError, Place, load
from ita_docs.data_files.write import dump
from ita_docs.data_files.yaml_reader import read_yaml
from ita_docs.data_files.yaml_writer import Bare, lines_of, scalar
from ita_docs.thai import Period
from ita_docs.thai.periods import Span

AGENCY = {"kind": "อบต.", "name": "ตัวอย่าง", "district": "เมืองชัยนาท", "province": "ชัยนาท"}
PNG = b"\x89PNG\r\n\x1a\n"


def dossier(*measures: dict[str, Any], **more: Any) -> Dossier:
    data = {"fiscal_year": 2566, "agency": AGENCY, "measures": measures or ({"title": "ก"},), **more}
    return Dossier.model_validate(data)


def again(made: Dossier, folder: Path, text: str = "") -> Dossier:
    path = folder / "year.yaml"
    path.write_text(text or dump(made, folder=folder), encoding="utf-8")
    loaded = load(path)
    assert isinstance(loaded, Dossier)
    return loaded


def same(one: Dossier, other: Dossier) -> bool:
    """Equal in all that they say; words of periods too, which their equality leaves out."""
    return one.model_dump() == other.model_dump() and words(one) == words(other)


def words(made: Dossier) -> list[str | None]:
    periods = [made.defaults.period, *(measure.period for measure in made.measures)]
    periods += [step.period for measure in made.measures for step in measure.steps]
    return [period.text for period in periods if period]


FULL: dict[str, Any] = {
    "evidence_year": 2566,
    "numerals": "thai",
    "template_set": "ours",
    "extra": {"budget_source": "เงินรายได้", "risks": ["ก", "ข"]},
    "assessment": {
        "year": 2565,
        "total": "92.580",
        "level": "A (ดี)",
        "instruments": {"iit": "99.83"},
        "indicators": {"๑": 100},
        "sub_indicators": {"9.1": "87.5"},
        "classification": {"rule": "threshold", "deficient_below": 80},
        "items": {"O 1": 100, "๐๒": {"score": 0, "remark": ["ก", "ข"]}, "i1": {"text": "ถาม: ตอบ"}, "O3": {}},
        "levels": [{"label": "ผ่าน", "min": 85, "max": 100}, {"label": "ไม่ผ่าน", "total_below": 85}],
    },
    "defaults": {"responsible": ["ก", "ข"], "period": "ตลอดปีงบประมาณ"},
    "analysis": {
        "IIT": {"suggestions": ["ก", "ข"], "weaknesses": {"lead": "น", "blocks": [{"indicator": 1, "points": "ค"}]}},
        "OIT": {"to_maintain": "ข้อความ", "weaknesses": {"blocks": [{"points": ["ก"], "dashed": True}]}},
    },
    "principles": [{"heading": "๑) ส่วนที่ ๑", "text": ["ก", "ข"]}],
    "unit": ["งานนิติการ", "สำนักปลัด"],
    "show_chart": True,
    "chart": "radar",
    "indicator_progress": {1: {"guidelines": ["ก"], "period": "ต.ค.๖๕", "status": "รอรายงานผล"}, "๒": "ทำแล้ว"},
    "item_progress": {"O1": "เผยแพร่แล้ว", "๐๒": ["ก", "ข"], "O3": {}, "O4": {"responsible": "ค"}},
    "sign_off": [{"role": "ผู้จัดทำ", "date": "2023-04-05"}],
}
MEASURES: list[dict[str, Any]] = [
    {
        "number": 7,
        "title": ["ก", "ข"],
        "steps": "ข้อความเดียว",
        "responsible": "สำนักปลัด/งานธุรการ",
        "budget": "5,000.50",
        "targets": {"items": ["i4-i6", "O ๘"], "indicators": [1, 2], "sub_indicators": "9.1"},
        "period": "๙ ธ.ค.๖๕",
        "progress": {"status": "อยู่ระหว่างดำเนินการ", "notes": ["-"]},
        "evidence": "https://a.go.th/x?y=1#z",
    },
    {
        "steps": [
            *("ก", {"text": "ข", "numbered": False, "sub_steps": ["ค", {"text": "ง", "responsible": "จ"}]}),
            {"text": "ฉ", "period": {"text": "งานบุญ", "start": "2023-05-01", "end": "2023-05-31"}},
            {"text": "ช", "period": {"start": "2022-10-01", "end": "2023-03-31"}},
            {"text": "ซ", "period": {"text": "ปีงบประมาณหน้า"}},
        ],
        "title": "บรรทัดหนึ่ง\n  บรรทัดสอง\n\nบรรทัดสี่",
        "remark": "บรรทัดหนึ่ง\nบรรทัดสอง",
        "budget": "-",
        "period": "ต.ค.๖๕ - มี.ค.๖๖ และอื่น ๆ",
    },
    {},
]


def test_all_that_a_dossier_can_say_comes_back(tmp_path: Path) -> None:
    made = dossier(*MEASURES, **FULL)
    assert same(again(made, tmp_path), made)


@pytest.mark.parametrize("rule", ["threshold", "above-instrument-mean"])
def test_a_rule_comes_back_by_its_name(rule: str, tmp_path: Path) -> None:
    made = dossier(assessment={"classification": rule})
    assert f"classification: {rule}\n" in dump(made)
    assert same(again(made, tmp_path), made)


def test_a_rule_of_python_can_not_be_written() -> None:
    made = dossier(assessment={"classification": lambda *_: None})
    with pytest.raises(ParseError) as error:
        dump(made)
    assert [fault.code for fault in error.value.faults] == ["dossier.rule-from-python"]


def test_what_is_carried_to_the_next_year_comes_back(tmp_path: Path) -> None:
    made = dossier(*MEASURES, **FULL).roll_forward()
    loaded = again(made.dossier, tmp_path, dump(made.dossier, made.findings, folder=tmp_path))
    assert loaded.model_dump() == made.dossier.model_dump()
    assert made.findings


def test_two_spans_that_no_words_say_are_written_out(tmp_path: Path) -> None:
    period = Period.of_spans(
        [Span(date(2022, 10, 1), date(2022, 10, 31)), Span(date(2023, 4, 3), date(2023, 4, 5))], "สองงาน"
    )
    made = dossier({"period": period})
    assert again(made, tmp_path).measures[0].period == period


#: Texts as people type them, and all that YAML might take for something else.
TYPED = st.text(
    alphabet=st.one_of(
        st.sampled_from("กขา่ำ๑๒ \n\t:#-?[]{}&*!|>'\"%@`~=,.\\/\u200b\u00a0\u2028\u00ad\ufeff😀"),
        st.sampled_from(string.ascii_letters + string.digits),
    ),
    min_size=1,
    max_size=24,
)


def is_text(text: str) -> bool:
    return bool(text.strip().strip("\u200b\u2060\ufeff").strip())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(texts=st.lists(TYPED.filter(is_text), min_size=1, max_size=4))
def test_any_text_comes_back_as_typed(texts: list[str], tmp_path: Path) -> None:
    first = texts[0]
    made = dossier(
        {"title": first, "steps": texts, "results": texts, "remark": first, "progress": {"status": first}},
        {"title": texts, "steps": [{"text": first, "sub_steps": texts, "responsible": texts}], "suggestions": first},
        item_progress={"O1": texts, "O2": first, "O3": {"responsible": first}},
        analysis={"IIT": {"weaknesses": texts, "suggestions": first}},
        unit=texts,
    )
    assert same(again(made, tmp_path), made)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ข้อ ๑ ประชุม (ครั้งที่ ๒) - สรุป", "ข้อ ๑ ประชุม (ครั้งที่ ๒) - สรุป"),
        ("https://a.go.th/?q=1#x", "https://a.go.th/?q=1#x"),
        ("๑. ข้อ: แรก", '"๑. ข้อ: แรก"'),
        ("-", '"-"'),
        ("ก #ข", '"ก #ข"'),
        ("null", '"null"'),
        ("True", '"True"'),
        ('เขา"ว่า"', 'เขา"ว่า"'),
        ("“", "“"),
        ('"', '"\\""'),
        ("ก\u200bข", '"ก\\u200Bข"'),
        ("[ก]", '"[ก]"'),
        ("2566", "2566"),
    ],
)
def test_quotes_stand_only_where_they_are_needed(text: str, written: str) -> None:
    assert scalar(text) == written
    builder, faults = read_yaml(f"key: {written}\n", "x.yaml")
    assert (builder.data, faults, builder.faults) == ({"key": text}, [], [])


def test_codes_and_numbers_stand_in_brackets_and_texts_below_each_other() -> None:
    data = {"items": ["O1", "O8-O9"], "numbers": [Bare("1"), Bare("2")], "owners": ["กองคลัง", "กองช่าง"], "none": []}
    assert list(lines_of(data)) == [
        *("items: [O1, O8-O9]", "numbers: [1, 2]"),
        *("owners:", "- กองคลัง", "- กองช่าง", "none: []"),
    ]


def test_keys_stand_in_the_order_of_the_records_and_signatures_last(tmp_path: Path) -> None:
    made = dossier(*MEASURES, **FULL)
    text = dump(made, folder=tmp_path)
    keys = [line.partition(":")[0] for line in text.splitlines() if line[:1].isalpha()]
    in_order = [name for name in Dossier.model_fields if name != "sign_off"]
    assert keys == [*in_order, "sign_off"]


def test_what_must_be_written_anew_is_said_where_it_belongs() -> None:
    rolled = dossier(
        {"title": "ก", "targets": {"indicators": 1}, "results": "ผล"}, item_progress={"O1": "แล้ว"}
    ).roll_forward()
    text = dump(rolled.dossier)
    assert "  # results: " in text
    assert "  # weakness: " in text
    assert "# analysis: " in text
    assert "# assessment:\n#   total: " in text  # commented as a whole: nothing of it is stated
    assert "  # targets: " not in text
    assert "  o1: {}" in text
    assert "2567" in text.splitlines()[0]
    assert "  # o2-o35: " in text  # what the new register has besides


def test_findings_stand_above_the_data_in_thai_one_a_line() -> None:
    made = dossier()
    params = {"found": "O7\nO8", "old": "2565", "new": "2566"}
    text = dump(made, [Finding("dossier.item-not-carried", Place(field="item_progress.O7"), params)])
    above = text.partition("kind:")[0].splitlines()
    assert all(line.startswith("#") for line in above)
    assert any("item_progress.O7" in line and "ไม่ได้ยกไป" in line for line in above)


def test_a_logo_is_named_from_the_files_folder(tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    logo = tmp_path / "pictures" / "logo.png"
    logo.write_bytes(PNG)
    made = Dossier.model_validate({"fiscal_year": 2566, "agency": {**AGENCY, "logo": logo}, "measures": [{}]})
    assert "  logo: pictures/logo.png\n" in dump(made, folder=tmp_path)
    assert again(made, tmp_path).agency.logo == logo.resolve()
    elsewhere = dump(made, folder=tmp_path / "other")
    assert str(tmp_path) not in elsewhere
    assert "  # logo: logo.png" in elsewhere


def test_a_score_keeps_its_digits(tmp_path: Path) -> None:
    made = dossier(assessment={"total": Decimal("87.50")})
    assert "total: 87.50\n" in dump(made)
    assert again(made, tmp_path).assessment.total == Decimal("87.5")
