"""Another year is found; laws, plans that cover the year, last year's results and mere figures stay quiet."""

from typing import Any

import pytest

from ita_docs.review import passages
from ita_docs.review.year_words import years_in
from ita_docs.review.years import years
from tests.review.reports import OWN, made


def seen(text: str, field: str = "results", **more: Any) -> list[tuple[str, str, str]]:
    """Severity, code and words of what is found in one field of a report for FY2566 on the results of FY2565."""
    kind = more.pop("kind", "progress")
    report = made(
        kind, {"steps": ["อบรม"], **OWN, field: [text]}, **{"round": 2, **more} if kind == "progress" else more
    )
    return [(found.severity, found.code, found.params["found"]) for found in years(report, passages(report))]


WRONG = [
    ("years.other-date", "๑๖ กุมภาพันธ์ พ.ศ. ๒๕๖๗", "จัดอบรมเมื่อวันที่ ๑๖ กุมภาพันธ์ พ.ศ. ๒๕๖๗"),
    ("years.other-date", "๑๖ ก.พ. ๖๗", "อบรมเมื่อ ๑๖ ก.พ. ๖๗"),
    ("years.other-date", "16/02/2567", "อบรมเมื่อวันที่ 16/02/2567"),
    ("years.other-date", "เดือนตุลาคม ๒๕๖๖", "จัดอบรมเมื่อเดือนตุลาคม ๒๕๖๖"),
    ("years.other-date", "๑๒ กันยายน ๒๕๖๕", "จัดอบรมเมื่อวันที่ ๑๒ กันยายน ๒๕๖๕ ให้แก่บุคลากร"),
    ("years.other-date", "๕ มีนาคม ๒๕๖๓", "จัดกิจกรรมเมื่อวันที่ ๕ มีนาคม ๒๕๖๓"),
    ("years.other-date", "๑๖ กุมภาพันธ์ ๒๕๖๔", "ประกาศเจตนารมณ์ No Gift Policy เมื่อวันที่ ๑๖ กุมภาพันธ์ ๒๕๖๔"),
    ("years.other-date", "เดือน กุมภาพันธ์ 2024", "จัดอบรมเมื่อเดือน กุมภาพันธ์ 2024"),
    ("years.other-year", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", "จัดโครงการอบรมคุณธรรม ประจำปีงบประมาณ พ.ศ. ๒๕๖๗"),
    ("years.other-year", "ประจำปี ๒๕๖๓", "โครงการอบรม ประจำปี ๒๕๖๓"),
    ("years.other-year", "ประจำปี ๒๕๖๘", "เผยแพร่แผนการจัดซื้อจัดจ้าง ประจำปี ๒๕๖๘"),
    ("years.other-year", "ครั้งที่ ๒/๒๕๖๗", "ประชุมครั้งที่ ๒/๒๕๖๗"),
    ("years.other-year", "ปี ๖๗", "จัดทำคู่มือปี ๖๗ เรียบร้อยแล้ว"),
    ("years.other-year", "ปี 2024", "ปี 2024 ได้จัดอบรม"),
    ("years.other-year", "ประจำปี ๒๕๖๒", "ประกาศเจตนารมณ์ No Gift Policy ประจำปี ๒๕๖๒"),
    ("years.other-year", "ประจำปีงบ ๒๕๖๘", "เผยแพร่แผนจัดซื้อจัดจ้างประจำปีงบ ๒๕๖๘ แล้ว"),
    ("years.other-year", "ปีงบประมาณ ๒๕๖๓", "ประกาศใช้มาตรการในปีงบประมาณ ๒๕๖๓"),
    ("years.other-year", "ประจำปีงบประมาณ พ.ศ. ๒๕๕๖", "มาตรการประจำปีงบประมาณ พ.ศ. ๒๕๕๖"),
    ("years.other-year", "ประจำปีงบประมาณ ๒๕๖๗", "แผนดำเนินงานประจำปีงบประมาณ ๒๕๖๗ เปิดดูได้บนเว็บไซต์"),
    ("years.other-year", "ประจำปี ๒๕๖๔", "จัดอบรมประจำปี ๒๕๖๔ ทำให้พนักงานมีความรู้มากขึ้น"),
    ("years.other-year", "พ.ศ. ๒๕๕๗ - ๒๕๖๐", "แผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๕๗ - ๒๕๖๐)"),
    ("years.other-date", "๑๕ มกราคม ๒๕๖๔", "จัดอบรมเมื่อวันที่ ๑๕ มกราคม ๒๕๖๔ ทำให้บุคลากรมีความรู้มากขึ้น"),
    ("years.other-date", "เดือนมกราคม ๒๕๖๔", "ดำเนินการตามแผน โดยจัดทำคู่มือในเดือนมกราคม ๒๕๖๔"),
    ("years.era", "ปี พ.ศ. 2023", "ในปี พ.ศ. 2023"),
    ("years.era", "ปี ค.ศ. ๒๕๖๖", "ในปี ค.ศ. ๒๕๖๖"),
]


@pytest.mark.parametrize(("code", "found", "text"), WRONG)
def test_another_year_is_found(code: str, found: str, text: str) -> None:
    assert seen(text) == [("warning", code, found)]


def test_a_wrong_era_is_repaired_in_its_own_digits() -> None:
    report = made("progress", {"steps": ["พ.ศ. 2023", "ค.ศ. ๒๕๖๖"], **OWN})
    assert [found.params["repair"] for found in years(report, passages(report))] == ["พ.ศ. 2566", "พ.ศ. ๒๕๖๖"]


CLEAN = """
ตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐
ตามพ.ร.บ.จัดซื้อจัดจ้างฯ ๒๕๖๐ โดยเป็นข้อมูลของปี ๖๖
พระราชบัญญัติเทศบาล พ.ศ. ๒๔๙๖ แก้ไขเพิ่มเติมถึงฉบับที่ ๑๔ พ.ศ. ๒๕๖๒
ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖ และที่แก้ไขเพิ่มเติม (ฉบับที่ ๔) พ.ศ. ๒๕๖๔
รัฐธรรมนูญแห่งราชอาณาจักรไทย พุทธศักราช ๒๕๖๐
ประกาศคณะกรรมการ ป.ป.ช. เรื่อง หลักเกณฑ์การรับทรัพย์สินฯ พ.ศ. ๒๕๖๓
หนังสือกรมส่งเสริมการปกครองท้องถิ่น ที่ มท ๐๘๑๖.๓/ว ๑๒๓๔ ลงวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๓
ประกาศ ก.อบต.จังหวัด เรื่อง หลักเกณฑ์ฯ ลงวันที่ ๒๔ ตุลาคม ๒๕๔๕ และที่แก้ไขเพิ่มเติม
คำสั่งองค์การบริหารส่วนตำบลเมืองคง ที่ ๑๒๓/๒๕๖๔ ลงวันที่ ๓ มีนาคม ๒๕๖๔
มติคณะรัฐมนตรีเมื่อวันที่ ๒๗ มีนาคม ๒๕๖๑
แผนพัฒนาท้องถิ่น (พ.ศ. ๒๕๖๖ - ๒๕๗๐)
แผนอัตรากำลัง ๓ ปี ประจำปีงบประมาณ ๒๕๖๔ - ๒๕๖๖
ยุทธศาสตร์ชาติ ๒๐ ปี (พ.ศ. ๒๕๖๑ - ๒๕๘๐)
ยุทธศาสตร์ชาติว่าด้วยการป้องกันและปราบปรามการทุจริต ระยะที่ ๓ (พ.ศ. ๒๕๖๐ – ๒๕๖๔)
ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. ๒๕๖๕ ได้ ๙๒.๕๘ คะแนน
คะแนนเพิ่มขึ้นจากปี ๒๕๖๓ ปี ๒๕๖๔ และปี ๒๕๖๕ ตามลำดับ
ข้อมูลสถิติย้อนหลัง ๓ ปี (๒๕๖๓ - ๒๕๖๕)
สำนักงาน ป.ป.ช. ประกาศผลการประเมินเมื่อวันที่ ๑ สิงหาคม ๒๕๖๕
ต.ค. ๖๕ ถึง ก.ย. ๖๖
ไตรมาสที่ ๑ (ตุลาคม - ธันวาคม ๒๕๖๕)
เมื่อวันที่ ๙ ธ.ค.๖๕ จัดกิจกรรมวันต่อต้านคอร์รัปชันสากล
ประชุมครั้งที่ ๔/๒๕๖๕ เมื่อวันที่ ๒๐ ธันวาคม ๒๕๖๕
ก่อตั้งเมื่อ พ.ศ. ๒๕๓๙
ยกฐานะจากสภาตำบลเป็น อบต. เมื่อวันที่ ๓๐ มีนาคม ๒๕๓๙
โทร. ๐ ๒๕๖๕ ๑๒๓๔
โทรศัพท์ 044-2567-123 ต่อ 2564
จำนวน 2564 คน งบประมาณ ๒,๕๖๔ บาท ใช้จ่าย 2563 บาท
ISO 9001:2015 และ มอก. 2560-2556
ผู้ตอบแบบวัด ๖๖ คน จากทั้งหมด ๗๐ คน ภายใน ๕ ปี ๖๐ วัน
รหัสไปรษณีย์ ๓๓๑๖๐ เลขที่ ๒๕/๖๖ ข้อ ๒๕ หน้า ๖๖ ข้อ O13
https://www.x.go.th/2567/05/news และ admin2567@x.go.th
ปี ค.ศ. 2023
ตามคู่มือที่กรมส่งเสริมการปกครองท้องถิ่นจัดทำขึ้นเมื่อปี พ.ศ. ๒๕๖๓
ทบทวนคำสั่งแบ่งงานซึ่งออกไว้เมื่อเดือนมิถุนายน ๒๕๖๔ ให้เป็นปัจจุบัน
เทศบัญญัติงบประมาณรายจ่าย ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ ประกาศใช้เมื่อวันที่ ๒๕ กันยายน ๒๕๖๕
ร่างเทศบัญญัติงบประมาณรายจ่ายประจำปีงบประมาณ พ.ศ. ๒๕๖๗ เสนอสภาเมื่อวันที่ ๑๕ สิงหาคม ๒๕๖๖
รายงานผลการจัดซื้อจัดจ้างของปี พ.ศ. ๒๕๖๕ (ต.ค. ๖๔ - ก.ย. ๖๕) เผยแพร่แล้ว
รายงานแสดงฐานะการเงิน ณ วันที่ ๓๐ กันยายน ๒๕๖๕
รายงานผลการดำเนินการรอบ ๑๒ เดือน เสนอผู้บริหารเมื่อวันที่ ๑๐ ตุลาคม ๒๕๖๖
ได้รับรางวัลพระปกเกล้า ประจำปี ๒๕๖๓
จำนวนเรื่องร้องเรียนลดลงจาก ๑๒ ราย ในปี ๒๕๖๓
ปี ๒๕๖๓ ได้ ๗๐.๑๑ คะแนน ปี ๒๕๖๔ ได้ ๘๑.๔๐ คะแนน และปี ๒๕๖๕ ได้ ๘๘.๐๒ คะแนน
""".strip().splitlines()


@pytest.mark.parametrize("text", CLEAN)
@pytest.mark.parametrize("field", ["steps", "results"])
def test_what_is_cited_compared_or_no_year_stays_quiet(text: str, field: str) -> None:
    assert seen(text, field) == []


ADVISED = [
    "จัดทำร่างแผนการใช้จ่ายงบประมาณ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗",
    "เตรียมการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๗",
    "จะนำผลไปใช้ในปีงบประมาณ พ.ศ. ๒๕๖๗",
    "รายงานผลต่อผู้บริหารภายในเดือนตุลาคม ๒๕๖๖",
    "ตามพระราชบัญญัติใหม่ พ.ศ. ๒๕๖๘",
]


@pytest.mark.parametrize("text", ADVISED)
def test_what_prepares_the_next_year_is_advice(text: str) -> None:
    assert [severity for severity, _, _ in seen(text)] == ["advice"]


def test_the_year_before_the_results_belongs_in_the_analysis_only() -> None:
    text = "รายงานผลของปี พ.ศ. ๒๕๖๔"
    assert seen(text, "steps") == [("advice", "years.other-year", "ปี พ.ศ. ๒๕๖๔")]
    analysis = {"IIT": {"weaknesses": {"lead": text, "blocks": []}}}
    report = made("integrity", {"title": "อบรม", "targets": {"indicators": 1}, **OWN}, analysis=analysis)
    assert text in [passage.text for passage in passages(report)]
    assert list(years(report, passages(report))) == []


def test_a_plan_is_not_due_in_the_year_before() -> None:
    code = "years.other-date"
    assert seen("ให้แล้วเสร็จภายในเดือนมีนาคม ๒๕๖๕", "steps") == [("warning", code, "เดือนมีนาคม ๒๕๖๕")]
    assert seen("จัดกิจกรรมวันที่ ๙ ธันวาคม ๒๕๖๔", "steps") == [("warning", code, "๙ ธันวาคม ๒๕๖๔")]
    assert seen("นำเรื่องที่ได้รับเมื่อวันที่ ๙ ธันวาคม ๒๕๖๔", "steps") == [("advice", code, "๙ ธันวาคม ๒๕๖๔")]


LOOKING_AHEAD = [
    "นำไปกำหนดเป็นมาตรการในปีงบประมาณ พ.ศ. ๒๕๖๗ ต่อไป",
    "ควรจัดตั้งงบประมาณไว้ในปี ๒๕๖๗",
    "ให้นำขึ้นเว็บไซต์ภายในวันที่ ๓๑ ตุลาคม ๒๕๖๖",
]


@pytest.mark.parametrize("text", LOOKING_AHEAD)
def test_a_suggestion_and_an_opinion_look_ahead(text: str) -> None:
    assert seen(text, "suggestions") == []
    report = made("progress", {"steps": ["อบรม"], **OWN}, round=2, sign_off=[{"role": "ผู้ตรวจสอบ", "opinion": text}])
    assert text in [passage.text for passage in passages(report)]
    assert list(years(report, passages(report))) == []


SIGNED = [
    ("๕ ตุลาคม ๒๕๖๖", []),
    ("๒๐ กันยายน ๒๕๖๕", []),
    ("๕ ตุลาคม ๒๕๖๓", ["๕ ตุลาคม ๒๕๖๓"]),
    ("2024-10-05", ["๕ ตุลาคม ๒๕๖๗"]),
]


@pytest.mark.parametrize(("date", "found"), SIGNED)
def test_a_signature_is_of_the_year_or_next_to_it(date: str, found: list[str]) -> None:
    report = made("progress", {"steps": ["อบรม"], **OWN}, round=2, sign_off=[{"role": "ผู้รายงาน", "date": date}])
    places = [(item.code, item.place.field, item.params["found"]) for item in years(report, passages(report))]
    assert places == [("years.other-date", "sign_off.stages[0].date", words) for words in found]


def test_the_evidence_year_is_the_reports_own() -> None:
    assert seen("ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", evidence_year=2567) == []


def test_a_first_half_does_not_report_the_second() -> None:
    text = "จัดอบรมเมื่อวันที่ ๕ พฤษภาคม ๒๕๖๖"
    assert seen(text, round=1) == [("warning", "years.after-round", "๕ พฤษภาคม ๒๕๖๖")]
    assert seen(text, round=2) == []
    assert seen("จะจัดอบรมในเดือนพฤษภาคม ๒๕๖๖", round=1) == []


FORMS = [
    ("๑๖ กุมภาพันธ์ ๒๕๖๗", "date", 2567, 2),
    ("1 ต.ค.67", "date", 2567, 10),
    ("16/2/2567", "date", 2567, 2),
    ("พ.ศ.๒๕๔๐", "era", 2540, 0),
    ("ประจำปีงบประมาณ พ.ศ. 2566", "year", 2566, 0),
    ("ปี ๖๖", "year", 2566, 0),
    ("ค.ศ. 2023", "era", 2566, 0),
    ("๒๕๖๑-๒๕๖๕", "range", 2561, 0),
    ("ที่ ๑๒๓/๒๕๖๔", "number", 2564, 0),
    ("2566", "bare", 2566, 0),
]


@pytest.mark.parametrize(("text", "form", "year", "month"), FORMS)
def test_a_year_is_read_in_every_form(text: str, form: str, year: int, month: int) -> None:
    [found] = years_in(text)
    assert (found.quote, found.form, found.year, found.month) == (text, form, year, month)
