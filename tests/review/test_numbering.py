"""The review of numbering: numbers that skip, repeat, restart or stand twice; clean lists are left in peace."""

from typing import Any

import pytest

from ita_docs import Agency
from ita_docs.findings import Finding
from ita_docs.reports import KINDS
from ita_docs.review.numbering import numbering
from ita_docs.review.passages import passages

AGENCY = Agency(kind="อบต.", name="หินตั้ง", district="บ้านไผ่", province="ขอนแก่น")


def reviewed(*measures: dict[str, Any], kind: str = "progress-report", **fields: Any) -> list[Finding]:
    data = {"fiscal_year": 2566, "agency": AGENCY, "measures": list(measures), **fields}
    report = KINDS[kind].model_validate(data)
    return list(numbering(report, passages(report)))


def told(found: list[Finding]) -> list[tuple[str, str, str, str]]:
    return [(one.code, one.severity, str(one.place.field), one.params["found"]) for one in found]


def of_text(text: str) -> list[tuple[str, str, str]]:
    """What is found in one text that the document numbers in no way."""
    found = reviewed({"title": "อบรม", "responsible": text})
    return [(one.code.partition(".")[2], one.params["found"], one.params.get("repair", "")) for one in found]


# ---- the numbers of measures ----
def numbers(*stated: int | None) -> list[tuple[str, str, str, str]]:
    return told(reviewed(*({"number": number, "title": "อบรม"} for number in stated)))


def test_measure_number_that_skips() -> None:
    assert numbers(1, 3) == [("numbering.measure-skips", "warning", "measures[1].number", "3")]


def test_measure_number_that_repeats_is_told_once() -> None:
    assert numbers(1, 2, 2, 4) == [("numbering.measure-repeats", "warning", "measures[2].number", "2")]


def test_stated_numbers_agree_with_those_that_are_counted() -> None:
    assert numbers(1, None, 3) == []
    assert numbers(1, None, 2) == [("numbering.measure-repeats", "warning", "measures[2].number", "2")]


def test_first_number_other_than_one_is_only_advised() -> None:
    assert [(code, severity) for code, severity, _, _ in numbers(3, 4)] == [("numbering.measure-skips", "advice")]


# ---- typed numbers where the document writes its own ----
@pytest.mark.parametrize(
    ("measure", "place", "mark"),
    [
        ({"title": "๑. แนวทางการใช้งบประมาณ"}, "measures[0].title", "๑."),
        ({"title": "อบรม", "steps": ["๑. ประชุม"]}, "measures[0].steps[0].text", "๑."),
        ({"title": "อบรม", "steps": ["ประชุม", "(๒) รายงาน"]}, "measures[0].steps[1].text", "(๒)"),
        ({"title": "อบรม", "results": ["- มีคู่มือ"]}, "measures[0].results[0]", "-"),
        ({"title": "อบรม", "suggestions": ["1) ควรทำต่อ"]}, "measures[0].suggestions[0]", "1)"),
        (
            {"title": "อบรม", "steps": [{"text": "ประชุม", "sub_steps": ["๑.๑ เชิญวิทยากร"]}]},
            "measures[0].steps[0].sub_steps[0].text",
            "๑.๑",
        ),
    ],
)
def test_typed_number_before_a_written_one(measure: dict[str, Any], place: str, mark: str) -> None:
    assert told(reviewed(measure)) == [("numbering.twice", "warning", place, mark)]


@pytest.mark.parametrize(
    "measure",
    [
        {"title": "อบรม", "steps": "๑. ประชุม ๒. รายงาน"},
        {"title": "อบรม", "suggestions": "๑. ควรทำต่อ"},
        {"title": "อบรม", "steps": [{"text": "๑. ประชุม", "numbered": False}]},
        {"title": "อบรม", "results": ["๑๒ คนเข้าร่วม", "๙.๑ ข้อมูลพื้นฐาน ครบ", "๑ ตุลาคม ๒๕๖๕ ประชุม", "๒.๕ ล้านบาท"]},
        {"title": "แนวทางที่ ๑ อบรม", "responsible": ["- กองคลัง", "- กองช่าง"]},
    ],
)
def test_number_that_the_document_does_not_write(measure: dict[str, Any]) -> None:
    assert reviewed(measure) == []


def test_code_before_the_code_that_the_plan_writes() -> None:
    steps = [{"text": "O1 แผนผังโครงสร้าง", "targets": {"items": "O1"}}, {"text": "ข้อมูล", "targets": {"items": "O2"}}]
    found = reviewed({"targets": {"sub_indicators": "9.1"}, "steps": steps}, kind="improvement-plan")
    assert told(found) == [("numbering.twice", "warning", "measures[0].steps[0].text", "O1")]


def test_number_before_a_dash_that_the_document_writes() -> None:
    found = reviewed(
        {"title": "อบรม"}, kind="implementation-report", item_progress={"O1": ["เผยแพร่แล้ว", "๒. ปรับปรุงแล้ว"]}
    )
    assert told(found) == [("numbering.twice", "warning", 'item_progress["O1"].notes[1]', "๒.")]


# ---- the entries of lists ----
def test_entries_whose_typed_numbers_skip_and_repeat() -> None:
    found = reviewed({"title": "อบรม", "responsible": ["๑. กองคลัง", "๑. กองช่าง", "๓. สำนักปลัด", "๕. กองการศึกษา"]})
    assert told(found) == [
        ("numbering.repeats", "warning", "measures[0].responsible[1]", "๑."),
        ("numbering.skips", "warning", "measures[0].responsible[3]", "๕."),
    ]


def test_steps_that_are_labelled_skip() -> None:
    found = reviewed({"title": "อบรม", "steps": ["ขั้นตอนที่ ๑ ประชุม", "ขั้นตอนที่ ๓ รายงาน"]})
    assert told(found) == [("numbering.skips", "warning", "measures[0].steps[1].text", "ขั้นตอนที่ ๓")]


def test_indicators_that_are_all_one() -> None:
    """The mistake of layout 1: three headings, each `๑.`."""
    names = ("การใช้อำนาจ", "การใช้ทรัพย์สินของราชการ", "การแก้ไขปัญหาการทุจริต")
    measures = [{"title": f"๑.{name}", "targets": {"indicators": at}} for at, name in enumerate(names, 3)]
    found = reviewed(*measures, kind="improvement-plan")
    assert [(one.code, one.params.get("repair")) for one in found if one.code == "numbering.indicator"] == [
        ("numbering.indicator", "๓. การใช้อำนาจ"),
        ("numbering.indicator", "๔. การใช้ทรัพย์สินของราชการ"),
        ("numbering.indicator", "๕. การแก้ไขปัญหาการทุจริต"),
    ]
    assert [one.place.field for one in found if one.code == "numbering.repeats"] == [
        "measures[1].title",
        "measures[2].title",
    ]


# ---- the points of one text ----
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("๑. ประชุม ๓. รายงาน", [("skips", "๓.", "๒.")]),
        ("๑. ประชุม\n๒. อบรม\n๒. รายงาน", [("repeats", "๒.", "๓.")]),
        ("๑. ก ๒. ข ๓. ค ๓. ง ๕. จ ๖. ฉ", [("repeats", "๓.", "๔.")]),
        ("ดังนี้ (๑) ประชุม (๒) อบรม (๔) รายงาน", [("skips", "(๔)", "(๓)")]),
        ("1) ประชุม 2) อบรม 2) รายงาน", [("repeats", "2)", "3)")]),
        ("๑. ประชุม ๑.๑ เชิญ ๑.๓ สรุป", [("skips", "๑.๓", "๑.๒")]),
        ("๑. ประชุม\n๒. อบรม\n๑. รายงาน", [("restarts", "๑.", "๓.")]),
        ("๑. การปฏิบัติหน้าที่ ๒. การใช้งบประมาณ ๔. การใช้อำนาจ", [("skips", "๔.", "๓.")]),
        ("๑. ๑. จัดประชุม", [("twice", "๑. ๑.", "")]),
        ("๑. จัดทำ ๒. -มีคู่มือ", [("twice", "๒. -", "")]),
        ("๑.. หมายเหตุ", [("twice", "๑..", "")]),
    ],
)
def test_points_out_of_order(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert of_text(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "๑. ประชุม ๒. อบรม ๓. รายงาน",
        "ดังนี้ ๑. ก ๑.๑ ข ๑.๒ ค ๒. ง ๒.๑ จ ๒.๒ ฉ",
        "๑) ก (๑) ข (๒) ค ๒) ง (๑) จ (๒) ฉ",
        "ตามมาตรา ๗ (๑) และ (๔) แห่งพระราชบัญญัติข้อมูลข่าวสารของราชการ",
        "ระเบียบ ข้อ ๕ (๒) และ (๔) กำหนดไว้",
        "ได้คะแนน ๘๕.๘๓ คะแนน ใช้งบประมาณ ๒.๕ ล้านบาท",
        "โทร. ๐๔๓-๑๒๓๔๕๖ ต่อ ๑๒.",
        "ปัญหา ได้แก่ ๑. ก ๒. ข ข้อเสนอแนะ ดังนี้ ๑. ค ๒. ง",
        "หัวข้อแรก\n๑. ก\n๒. ข\nหัวข้อสอง\n๑. ค\n๒. ง",
        "ตัวชี้วัดที่ ๙.๑ ข้อมูลพื้นฐาน และ ๙.๔ การบริหารและพัฒนาทรัพยากรบุคคล",
        "ดำเนินการแล้ว ๑. เมื่อวันที่ ๙ ธ.ค. ๖๕. ๒. เมื่อวันที่ ๑ ก.พ. ๖๖",
        "๑. การปฏิบัติหน้าที่ ๒. การใช้งบประมาณ ๓. การใช้อำนาจ ๔. การใช้ทรัพย์สิน",
        "๑. รายงานปี ๒๕๖๖ ๒. เผยแพร่ทาง Facebook ๓. สรุป",
        "เวลา ๐๙.๐๐ น. ถึง ๑๒.๐๐ น. ณ ห้อง ๒. ชั้น ๓.",
        "๓. ประชุม ๔. รายงาน",
        "หมู่ที่ ๑. บ้านหนองบัว หมู่ที่ ๕. บ้านโนน",
        "สรุป (ข้อ ๑) และ (ข้อ ๓)",
        "ครั้งที่ ๑. วันแรก ครั้งที่ ๔. วันสุดท้าย",
        "คำสั่งที่ ๑/๒๕๖๖ และ ๕/๒๕๖๖ แผน (พ.ศ. ๒๕๖๖ - ๒๕๗๐)",
        "๑. ประชุม\n- เชิญวิทยากร\n- จัดเตรียมเอกสาร\n๒. รายงาน",
        "ก. ประชุม ข. อบรม ค. รายงาน",
        "ตาม ISO 9001 และ COVID-19 พบ 3 ราย",
        "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของทางราชการ และตัวชี้วัดที่ ๘ การปรับปรุงระบบการทำงาน",
        "ตัวชี้วัดที่ ๑ ของแผนพัฒนา และตัวชี้วัดที่ ๑๒ ร้อยละของครัวเรือน",
    ],
)
def test_clean_text_is_left_in_peace(text: str) -> None:
    assert of_text(text) == []


def test_second_list_inside_a_line_is_only_advised() -> None:
    found = reviewed({"title": "อบรม", "responsible": "ส่วนกลาง ๑. ก ๒. ข ส่วนท้องถิ่น ๑. ค ๒. ง"})
    assert [(one.code, one.severity) for one in found] == [("numbering.restarts", "advice")]


def test_indicator_under_the_number_of_another() -> None:
    """The mistake of layout 3: each instrument counts from 1."""
    assert of_text("ตัวชี้วัดที่ ๑ คุณภาพการดำเนินงาน") == [
        ("indicator", "ตัวชี้วัดที่ ๑ คุณภาพการดำเนินงาน", "ตัวชี้วัดที่ ๖ คุณภาพการดำเนินงาน")
    ]
    assert of_text("ตัวชี้วัดย่อยที่ ๙.๒ ข้อมูลพื้นฐาน")[0][2] == "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน"


# ---- letters, words with a number, and points of points ----
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ก. ประกาศ\nข. แจ้งเวียน\nง. รายงาน", [("skips", "ง.", "ค.")]),
        ("(ก) ประกาศ\n(ข) แจ้งเวียน\n(ข) รายงาน", [("repeats", "(ข)", "(ค)")]),
        ("ขั้นตอนที่ ๑ ตั้งคณะทำงาน\nขั้นตอนที่ ๒ ประชุม\nขั้นตอนที่ ๔ สรุป", [("skips", "ขั้นตอนที่ ๔", "ขั้นตอนที่ ๓")]),
        ("กิจกรรมที่ 1 อบรม\nกิจกรรมที่ 1 ดูงาน\nกิจกรรมที่ 2 สรุป", [("repeats", "กิจกรรมที่ 1", "กิจกรรมที่ 2")]),
        ("๑. เตรียม ๑.๑ ประชุม ๑.๒ มอบงาน ๒. ลงมือ ๑.๑ อบรม ๑.๒ สรุป", [("repeats", "๑.๑", "๒.๑")]),
        ("ก. ประกาศ\nข. แจ้งเวียน\nค. รายงาน", []),
        ("จ. - ศ. เปิดบริการ\nส. - อา. ปิด", []),
        ("ก.พ. ทำร่าง\nก.ค. ทบทวน", []),
        ("ระยะที่ ๑ เตรียม\n๑. ประชุม\n๒. มอบงาน\nระยะที่ ๒ ลงมือ\n๑. อบรม\n๒. สรุป", []),
        ("๑. เตรียม ๑.๑ ประชุม ๒. ลงมือ ๒.๑ อบรม ๓. ทบทวนแผนตามข้อ ๑.๑", []),
    ],
)
def test_letters_words_and_points_of_points(text: str, found: list[tuple[str, str, str]]) -> None:
    assert of_text(text) == found


def test_a_text_with_thousands_of_wrong_numbers_is_told_of_a_few_times() -> None:
    assert 0 < len(of_text("๑. ก ๑.๑ ก ๒. ก ๑.๑ ก " * 900)) < 100
