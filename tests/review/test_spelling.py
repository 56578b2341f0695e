"""The review of typing: what is damaged is found with a repair that mends it, what is right is left in peace."""

import time
from collections.abc import Iterable

import pytest

from ita_docs import Agency, Measure, ProgressReport, load_reports
from ita_docs.findings import Finding
from ita_docs.messages import table
from ita_docs.review.passages import Passage, passages
from ita_docs.review.spelling import spelling
from tests.conftest import ROOT

AGENCY = Agency(kind="ทต.", name="เขาบายศรี", district="ท่าใหม่", province="จันทบุรี")


def reviewed(*texts: str, numerals: str | None = None, year: int = 2566) -> list[Finding]:
    report = ProgressReport.model_validate(
        {"fiscal_year": year, "agency": AGENCY, "measures": [Measure(title="อบรม")], "numerals": numerals}
    )
    return list(spelling(report, [Passage(f"measures[{at}].title", text) for at, text in enumerate(texts)]))


def mended(text: str, found: Iterable[Finding]) -> str:
    for one in found:
        text = text.replace(one.params["found"], one.params["repair"], 1)
    return text


DAMAGED = [
    # code, as typed, as it should be
    ("spelling.mixed-digits", "ปีงบประมาณ พ.ศ. 25๖๒ ของหน่วยงาน", "ปีงบประมาณ พ.ศ. ๒๕๖๒ ของหน่วยงาน"),
    ("spelling.mixed-digits", "งบประมาณ ๑2,๕00 บาท", "งบประมาณ ๑๒,๕๐๐ บาท"),
    ("spelling.mixed-digits", "ได้คะแนน 85.๘๓ คะแนน", "ได้คะแนน ๘๕.๘๓ คะแนน"),
    ("spelling.mixed-digits", "วันที่ ๙ ธันวาคม ๒๕6๕", "วันที่ ๙ ธันวาคม ๒๕๖๕"),
    ("spelling.mixed-digits", "มาตรการ COVID-๑9", "มาตรการ COVID-19"),
    ("spelling.mixed-digits", "จำนวน 1๒ เดือน", "จำนวน ๑๒ เดือน"),
    ("spelling.code", "ข้อ ๐๑๘ E-Service", "ข้อ O๑๘ E-Service"),
    ("spelling.code", "0๑๔ คู่มือการปฏิบัติงาน", "O๑๔ คู่มือการปฏิบัติงาน"),
    ("spelling.code", "1๑", "i๑"),
    ("spelling.code", "ดูข้อ 1๑๒ ประกอบ", "ดูข้อ i๑๒ ประกอบ"),
    ("spelling.code", "๑.การปฏิบัติหน้าที่ 1๑-1๖", "๑.การปฏิบัติหน้าที่ i๑-i๖"),
    ("spelling.code", "ช่วง 1๒๕-i๓๐", "ช่วง i๒๕-i๓๐"),
    ("spelling.code", "ประสิทธิภาพการสื่อสาร Eb-e๑๐", "ประสิทธิภาพการสื่อสาร e๖-e๑๐"),
    ("spelling.code", "ตัวชี้วัดที่ ๙ (๐๑-๐๓๐)", "ตัวชี้วัดที่ ๙ (O๑-O๓๐)"),
    ("spelling.code", "ดำเนินการตาม O๓๑-๐๓๘", "ดำเนินการตาม O๓๑-O๓๘"),
    ("spelling.code", "ข้อ ๐๑๗, ๐๒๗ และ ๐๒๘ ไม่ได้คะแนน", "ข้อ O๑๗, O๒๗ และ O๒๘ ไม่ได้คะแนน"),
    ("spelling.code", "ข้อ l๒๐ และข้อ |๒๑", "ข้อ i๒๐ และข้อ i๒๑"),
    ("spelling.code", "คะแนนเต็ม ๑OO คะแนน", "คะแนนเต็ม ๑๐๐ คะแนน"),
    ("spelling.code", "ข้อ O๑O นโยบาย", "ข้อ O๑๐ นโยบาย"),
    ("spelling.sara-am", "ส\u0e4d\u0e32นักปลัด", "สำนักปลัด"),
    ("spelling.sara-am", "น\u0e4d\u0e49\u0e32ประปา", "น้ำประปา"),
    ("spelling.sara-am", "น\u0e49\u0e4d\u0e32มันเชื้อเพลิง", "น้ำมันเชื้อเพลิง"),
    ("spelling.double-e", "ประกาศ\u0e40\u0e40ผน", "ประกาศแผน"),
    ("spelling.twice", "ที\u0e48\u0e48ประชุม", "ที่ประชุม"),
    ("spelling.twice", "เอกสา\u0e32รครบถ้วน", "เอกสารครบถ้วน"),
    ("spelling.twice", "ใ\u0e43ช้งบประมาณ", "ใช้งบประมาณ"),
    ("spelling.order", "ท\u0e48\u0e35ประชุม", "ที่ประชุม"),
    ("spelling.order", "นำ\u0e49ประปา", "น้ำประปา"),
    ("spelling.order", "หนา\u0e49ที่", "หน้าที่"),
    ("spelling.order", "เ\u0e48รงด่วน", "เร่งด่วน"),
    ("spelling.order", "แ ละเผยแพร่", "และเผยแพร่"),
    ("spelling.alone", "ด ำเนินการ", "ดำเนินการ"),
    ("spelling.alone", "ประก าศ", "ประกาศ"),
    ("spelling.alone", "ที \u0e48ประชุม", "ที่ประชุม"),
    ("spelling.alone", "\u0e48เริ่มต้น", "เริ่มต้น"),
    ("spelling.alone", "ข้อ ๗-\u0e34๑๒", "ข้อ ๗-๑๒"),
    ("spelling.alone", "อาวุ\u0e39ธ", "อาวุธ"),
    ("spelling.alone", "ๆ ต่าง", "ต่าง"),
    ("spelling.alone", "เวล\u0e45ราชการ", "เวลาราชการ"),
    ("spelling.repeated", "ด้านต่าง ๆ ๆ", "ด้านต่าง ๆ"),
    ("spelling.repeated", "ด้านต่างๆๆ", "ด้านต่างๆ"),
    ("spelling.hidden", "งบ\u200bประมาณ", "งบประมาณ"),
    ("spelling.hidden", "งบ\u00adประมาณ", "งบประมาณ"),
    ("spelling.hidden", "งบ\ufeffประมาณ", "งบประมาณ"),
    ("spelling.broken", "ทำ\ufffd\ufffdงาน", "ทำงาน"),
    ("spelling.broken", "ที\uf70aประชุม", "ที่ประชุม"),
    ("spelling.leftover", "<p>หัวข้อ</p>", "หัวข้อ"),
    ("spelling.leftover", "บรรทัดแรก<br/>บรรทัดสอง", "บรรทัดแรก บรรทัดสอง"),
    ("spelling.leftover", '<input type="checkbox"> ดำเนินการ', " ดำเนินการ"),
    ("spelling.leftover", "**มาตรการ** ใหม่", "มาตรการ ใหม่"),
    ("spelling.leftover", "## หัวข้อ", "หัวข้อ"),
    ("spelling.leftover", "แผน&nbsp;ผล", "แผน ผล"),
    ("spelling.leftover", "[เว็บไซต์](https://www.example.go.th/x)", "เว็บไซต์"),
    ("spelling.letters-in-word", "เทศบาลตำบลเขabayศรี", "เทศบาลตำบลเขาบายศรี"),
    ("spelling.letters-in-word", "ทต.เข\u0627\u0628ายศรี", "ทต.เขาบายศรี"),
    ("spelling.letters-in-word", "จัดทำกาnรป้องกัน", "จัดทำการป้องกัน"),
    ("spelling.letters-in-word", "ดำเนินnการแล้ว", "ดำเนินการแล้ว"),
    ("spelling.letters-in-word", "หน่วยงาnของรัฐ", "หน่วยงานของรัฐ"),
    ("spelling.letters-in-word", "ผู้บริหาs", "ผู้บริหาร"),
    ("spelling.letters-in-word", "ดำเนินการa แล้ว", "ดำเนินการ แล้ว"),
    ("spelling.stray-letters", "ด้านต่าง ๆ ivo อย่างชัดเจน", "ด้านต่าง ๆ อย่างชัดเจน"),
    ("spelling.latin-word", "ระบบ E-Servicr ออนไลน์", "ระบบ E-Service ออนไลน์"),
    # what a repair can be is settled by the words that it makes
    ("spelling.alone", "จัดท \u0e32แผนส \u0e32หรับประชาชนในต \u0e32บล", "จัดทำแผนสำหรับประชาชนในตำบล"),
    ("spelling.alone", "ให้ข\u0e48\u0e49อมูลแก่ผู้\u0e48มาติดต่อ", "ให้ข้อมูลแก่ผู้มาติดต่อ"),
    ("spelling.alone", "เผยแ\u0e40พร่แล้ว", "เผยแพร่แล้ว"),
    ("spelling.alone", "ใ\u0e44ห้ทุกคนทราบ", "ให้ทุกคนทราบ"),
    ("spelling.alone", "ประชุมแล้วแ", "ประชุมแล้ว"),
    ("spelling.alone", "แต่งตั้งคณะกรรมการ\u0e48", "แต่งตั้งคณะกรรมการ"),
    ("spelling.alone", "จัดทำแผนตามลำดับขั้น \u0e39แลทุกคน", "จัดทำแผนตามลำดับขั้น ดูแลทุกคน"),
    ("spelling.twice", "ระเ\u0e40บียบและเ\u0e40บิกเงิน", "ระเบียบและเบิกเงิน"),
    ("spelling.repeated", "เว็บไซต์ ฯลฯฯ", "เว็บไซต์ ฯลฯ"),
    ("spelling.repeated", "ร้านค้า ผู้รับเหมา ฯฯ", "ร้านค้า ผู้รับเหมา ฯลฯ"),
    ("spelling.broken", "ดำเนิน\ufffdารให้ครบ", "ดำเนินการให้ครบ"),
    ("spelling.leftover", "จัดทำแผน_x000D_เผยแพร่", "จัดทำแผน เผยแพร่"),
    ("spelling.code", "อบรมเมื่อวันที่ l๕ มีนาคม ๒๕๖๖", "อบรมเมื่อวันที่ ๑๕ มีนาคม ๒๕๖๖"),
    ("spelling.code", "รอบ I๒ เดือน และตัวชี้วัดที่ I๐", "รอบ ๑๒ เดือน และตัวชี้วัดที่ ๑๐"),
    ("spelling.code", "ผู้เข้าร่วม ๒l คน", "ผู้เข้าร่วม ๒๑ คน"),
    ("spelling.code", "ข้อ O1l และข้อ E๑o", "ข้อ O11 และข้อ E๑๐"),
    ("spelling.code", "การเปิดเผยข้อมูล (๐๓๔ และ ๐๓๕)", "การเปิดเผยข้อมูล (O๓๔ และ O๓๕)"),
    ("spelling.letters-in-word", "ใuการดำเนินงาu", "ในการดำเนินงาน"),
    ("spelling.letters-in-word", "nองคลังและoบต.", "กองคลังและอบต."),
    ("spelling.letters-in-word", "บนเว็บไซaiต์", "บนเว็บไซต์"),
    ("spelling.stray-letters", "แจกบัตรคิว ln ตามลำดับ", "แจกบัตรคิว ตามลำดับ"),
    ("spelling.two-scripts", "งดรับของขวัญ (No Gift P\u043elicy)", "งดรับของขวัญ (No Gift Policy)"),
    ("spelling.two-scripts", "ดูที่ https://www.ex\u0430mple.go.th", "ดูที่ https://www.example.go.th"),
    ("spelling.latin-word", "ทาง Faecbook ของเทศบาล", "ทาง Facebook ของเทศบาล"),
]


@pytest.mark.parametrize(("code", "typed", "right"), DAMAGED, ids=[f"{d[0]} {d[1]!a}" for d in DAMAGED])
def test_damage_is_found_and_its_repair_mends_it(code: str, typed: str, right: str) -> None:
    found = reviewed(typed)
    assert {one.code for one in found} == {code}
    assert all(one.severity == "warning" for one in found)
    assert mended(typed, found) == right
    assert reviewed(right) == []


CLEAN = """\
ให้บริการ e-Service ผ่าน QR Code และ LINE Official Account
มาตรการป้องกัน COVID-19 ตาม พ.ร.บ. โรคติดต่อ
เพจFacebookของเทศบาลและการITAของหน่วยงาน
ค่า PM2.5 กระดาษ A4 มาตรฐาน ISO 9001:2015 และ 5G
โทร. ๐๓๙-๔๓๑๒๓๔ ต่อ ๑๐๑ สายด่วน 1567 และ ๑๖๖๙
โทร. 08-1234-5678 หรือ 0812345678 อีเมล saraban@example.go.th
แนวปฏิบัติ Do's & Don'ts ทั้งออนไลน์และ on-site
งบประมาณ ๑๒,๕๐๐ บาท และ ๑,๒๐๐,๐๐๐.๕๐ บาท ราคา ๑๐๐.- บาท
ระหว่างวันที่ ๐๑ ตุลาคม ๒๕๖๕ ถึง ๓๐ กันยายน ๒๕๖๖
๐๑ ตุลาคม ๒๕๖๕ เริ่มดำเนินการ
เวลา ๐๘.๓๐ - ๑๖.๓๐ น. ทุกวันทำการ
๐๘.๓๐ น. ลงทะเบียน
ระบบ e-GP e-PlanNACC e-LAAS GFMIS และระบบบัญชีคอมพิวเตอร์
ข้อ i๑ ข้อ e๑๐ ข้อ O๑๘ และข้อ o34
ข้อ O๘-O๙ และ i๔-i๖
ดูได้ที่ www.example.go.th/news/detail/๑2 หรือ https://example.go.th/3xYz0๑๒
ก็ สิทธิ์ พันธุ์ บริสุทธิ์ น้ำ จำ ทำ นั้น ผู้ที่ ศักดิ์ เชื่อมั่น เสร็จ เป็น ฤๅษี เกาะ เยอะ ค่ะ โต๊ะ เพราะ ฯพณฯ
ต่าง ๆ นานา และอื่นๆ ฯลฯ ผู้บริหารฯ และสำนักปลัดฯ
วิตามินC กลุ่มA และระดับ A (ดี)
หลักสูตร No Gift Policy และ Conflict of Interest
Line ID: hintang และ facebook.com/khaobaisri
แบบ บก.๐๑ ราคากลาง และแบบ ปร.๔
หมู่ที่ ๐๑ บ้านหนองบัว
หนังสือ ที่ มท ๐๘๐๘.๒/ว ๑๒๓๔ ลงวันที่ ๑ มีนาคม ๒๕๖๖
คำสั่งเทศบาลที่ ๑๒๓/๒๕๖๖ เลขที่บัญชี ๐๒๐-๑๒๓๔๕๖-๗
ไฟล์ excel pdf jpg และ app ของเทศบาล
กว้าง ๔ m ยาว ๑๒๐ m ระยะทาง ๕ km น้ำหนัก ๒๐ kg
ข้อ ๑๕ ของระเบียบ และข้อ ๘ (๒)
โครงการ 5ส และ ๓Rs กับ Thailand 4.0
จำนวน ๐ เรื่อง และ ๐.๕๐ คะแนน
กรุงเทพฯ ๑๐๓๐๐ เครื่องปรับอากาศ ๑๒,๐๐๐ BTU ณ กม.ที่ ๐+๒๐๐
ก.ค.ศ. ก.ถ. และ ก.ท.จ. จันทบุรี
เซ็นต์ ชมพู่ ม้วน สี่แยก เปลี่ยน กลั่นกรอง โน้ต แก๊ส
กล้องวงจรปิด cctv ๑๒ ตัว ระบบ traffy fondue และ thaid
ประชุม zoom cloud meeting ส่งงานผ่าน google form และ line oa
นโม ตสฺส ภควโต พุทธํ สรณํ ทั้งหมดก็ดี แต่ก็ ค่า pH และ µg/m³ วัคซีน mRNA และไวรัสตัวใหม่
สำนักงานใช้ระบบappของจังหวัด และโซน B ชั้น ๒ หลักสูตร de la Thai
ข้อ I๑๒ ข้อ i๑ และ I๑๕ โทรสาร (๐๔๓) ๒๑๐๙๙๙ นมขนาด ๕ l และหัวข้อ จ. - ศ. เปิดบริการ
คะแนน < 85 ต้องปรับปรุง และ > 95 ดีเยี่ยม
Q&A และ Web board กล่องข้อความถาม - ตอบ
#NoGiftPolicy งดรับของขวัญ
ลงชื่อ........................ผู้รายงาน
“Zero Tolerance คนไทยไม่ทนต่อการทุจริต”
นโยบาย – มาตรการ… และ \u2018สุจริต\u2019
""".splitlines()


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_is_left_in_peace(text: str) -> None:
    assert reviewed(text) == []


def test_repair_follows_the_numerals_of_the_document() -> None:
    assert [one.params["repair"] for one in reviewed("ปี 25๖๒", numerals="arabic")] == ["2562"]


def test_code_has_the_letter_of_its_year() -> None:
    assert [one.params["repair"] for one in reviewed("ข้อ ๐๑๘", year=2567)] == ["o๑๘"]


def test_two_stars_before_a_note_are_only_advised() -> None:
    assert [(one.code, one.severity) for one in reviewed("** หมายเหตุ ข้อมูล ณ วันที่รายงาน")] == [
        ("spelling.leftover", "advice")
    ]


def test_invisible_character_is_named() -> None:
    (found,) = reviewed("งบ\u200bประมาณ")
    assert found.params["name"] == "U+200B"
    assert "U+200B" in table()[found.code].text(found.params, "th")


def test_place_is_the_passage() -> None:
    assert [one.place.field for one in reviewed("อบรม", "25๖๒")] == ["measures[1].title"]


@pytest.mark.parametrize(
    ("damage", "right"),
    [("\u0e4d\u0e32", "\u0e33"), ("\u0e40\u0e40", "\u0e41")],
    ids=["sara am as two characters", "sara ae as two characters"],
)
def test_damage_of_every_sample_text_is_undone(damage: str, right: str) -> None:
    """The samples' own texts are the oracle: what is damaged in one place comes back by the repair."""
    ((report, _),) = load_reports(ROOT / "examples" / "improvement-plan.yaml")
    texts = [passage.text for passage in passages(report) if right in passage.text]
    assert len(texts) > 20
    for text in texts:
        typed = text.replace(right, damage, 1)
        assert mended(typed, reviewed(typed)) == text


@pytest.mark.parametrize(
    "damage",
    [
        "กa",
        "ก \u0e48",
        "1๑ ",
        "กuขcคaงdาe",
        "\ufffdก",
        "ี\u0e48",
        "** ",
        "ข้อ ๐๑๘ ",
        "P\u043e ",
        "ก า",
        "O๑๐-",
        "\u200bก",
    ],
)
def test_a_text_of_nothing_but_damage_takes_no_time(damage: str) -> None:
    reviewed("จัดทำกาnรป้องกัน ivo และ")  # reads the dictionaries
    start = time.perf_counter()
    assert len(reviewed((damage * 20_000)[:20_000])) < 200
    assert time.perf_counter() - start < 2


def test_what_is_shown_ends_with_no_vowel_of_the_next_letter() -> None:
    assert [one.params["found"] for one in reviewed("ด\u0e4d\u0e32เนินการแล้ว")] == ["ด\u0e4d\u0e32เนินการ"]
