"""Another agency's name, place or kind is found; neighbours, parents and laws named on purpose stay quiet."""

from typing import Any

import pytest

from ita_docs.review import Passage, passages
from ita_docs.review.names import names
from ita_docs.review.places import agency_names, districts, provinces, sub_districts
from tests.review.reports import OWN, made

ORGANISATION = {"kind": "อบต.", "name": "เมืองคง", "district": "ราษีไศล", "province": "ศรีสะเกษ"}
MUNICIPALITY = {"kind": "ทต.", "name": "เขาบายศรี", "district": "ท่าใหม่", "province": "จันทบุรี"}
CITY = {"kind": "ทน.", "name": "ขอนแก่น", "district": "เมืองขอนแก่น", "province": "ขอนแก่น"}
PROVINCE = {"kind": "อบจ.", "name": "ขอนแก่น", "province": "ขอนแก่น"}
OFFICE = {
    "kind": "สำนักงาน",
    "name": "ท้องถิ่นจังหวัดศรีสะเกษ",
    "full_name": "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดศรีสะเกษ",
    "short_name": "สถจ.ศรีสะเกษ",
    "executive_title": "ท้องถิ่นจังหวัดศรีสะเกษ",
}
HEALTH = {
    "kind": "สำนักงานสาธารณสุขอำเภอ",
    "name": "วารินชำราบ",
    "district": "วารินชำราบ",
    "province": "อุบลราชธานี",
    "full_name": "สำนักงานสาธารณสุขอำเภอวารินชำราบ",
    "short_name": "สสอ.วารินชำราบ",
    "executive_title": "สาธารณสุขอำเภอวารินชำราบ",
}


def seen(text: str, agency: dict[str, Any]) -> list[tuple[str, str, dict[str, str]]]:
    """Severity, code and parameters of what is found in one step."""
    report = made("progress", {"steps": [text], **OWN}, agency=agency)
    return [(found.severity, found.code, dict(found.params)) for found in names(report, passages(report))]


WRONG = [
    ("names.other-agency", "อบต.โพธิ์ทอง", "เว็บไซต์ อบต.โพธิ์ทอง"),
    ("names.other-agency", "องค์การบริหารส่วนตำบลโพธิ์ทอง", "ขององค์การบริหารส่วนตำบลโพธิ์ทองทุกเดือน"),
    ("names.other-agency", "องค์การบริหารส่วน ตำบลโพธิ์ทอง", "ขององค์การบริหารส่วน ตำบลโพธิ์ทอง"),
    ("names.other-agency", "อบต. โพธิ์ทอง", "อบต. โพธิ์ทอง ได้เผยแพร่แผน"),
    ("names.other-agency", "อบต.หนองแค", "อบต.หนองแคมีคำสั่งแต่งตั้งคณะทำงาน"),
    ("names.other-agency", "เทศบาลตำบลสุเทพ", "แผนพัฒนาท้องถิ่นของเทศบาลตำบลสุเทพ"),
    ("names.other-agency", "เทศบาลเมืองปู่เจ้าสมิงพราย", "ผู้บริหารเทศบาลเมืองปู่เจ้าสมิงพรายลงนาม"),
    ("names.other-agency", "อบต.โพธิ์ทอง", "อบต.โพธิ์ทองร่วมกับ รพ.สต. จัดกิจกรรม"),
    ("names.other-agency", "อบต.โพธิ์ทอง", "ประชาชนมีส่วนร่วมกับ อบต.โพธิ์ทอง"),
    ("names.other-agency", "อบต.โพธิ์ทอง", "เผยแพร่ทางเครือข่ายสังคมออนไลน์ของ อบต.โพธิ์ทอง"),
    ("names.other-agency", "อบต.โพธิ์ทอง", "เสนอต่อนายก อบต.โพธิ์ทอง"),
    ("names.other-agency", "เทศบาลเมืองพัทลุง", "ถนนทุกสายของเทศบาลเมืองพัทลุง"),
    ("names.own-of-another-kind", "เทศบาลตำบลเมืองคง", "เทศบาลตำบลเมืองคงจัดทำแผน"),
    ("names.other-place", "อำเภอรัตนบุรี", "อบต.เมืองคง อำเภอรัตนบุรี"),
    ("names.other-place", "จ.นครราชสีมา", "อบต.เมืองคง อ.ราษีไศล จ.นครราชสีมา"),
    ("names.other-place", "อำเภอเมือง", "อบต.เมืองคง อำเภอเมือง"),
    ("names.other-place", "อำเภอโพธิ์ทอง", "หมู่ที่ ๑ ตำบลเมืองคง อําเภอโพธิ์ทอง"),
    ("names.other-place", "จังหวัดอ่างทอง", "ประชาชนในจังหวัดอ่างทองได้รับบริการ"),
    ("names.other-place", "ตำบลโพธิ์ทอง", "ลงพื้นที่ตำบลโพธิ์ทองเพื่อสำรวจ"),
    ("names.other-place", "อ่าเออโพธิ์ทอง", "เว็บไซต์ องค์การบริหารส่วนตำบลเมืองคง อ่าเออโพธิ์ทอง facebook"),
    ("names.misspelt", "อ่าเออราษีไศล", "อบต.เมืองคง อ่าเออราษีไศล"),
    ("names.misspelt", "อำเภอราศีไศล", "อบต.เมืองคง อำเภอราศีไศล"),
    ("names.misspelt", "อบต.เมืองกง", "อบต.เมืองกง ได้จัดทำแผน"),
    ("names.misspelt", "อบต.เมอืงคง", "อบต.เมอืงคง ได้จัดทำแผน"),
    ("names.other-place", "ตำบลหนองแค", "ประชาชนในตำบลหนองแคได้รับข่าวสาร"),
    ("names.other-place", "ต.โพธิ์ทอง", "ประชุม ณ ศาลาประชาคม ต.โพธิ์ทอง อ.ราษีไศล"),
    ("names.other-agency", "อบต.โพธิ์ทอง", "ติดป้าย ณ ที่ทำการ อบต.โพธิ์ทอง"),
    ("names.other-agency", "ทม.ชะอำ", "ตามคำสั่งทม.ชะอำ ที่ ๑๒/๒๕๖๖"),
    ("names.other-kind", "ปลัดเทศบาล", "เสนอปลัดเทศบาลเพื่อทราบทุกเดือน"),
    ("names.other-kind", "สมาชิกสภาเทศบาล", "จัดส่งแผนให้สมาชิกสภาเทศบาลทราบ"),
    ("names.other-kind", "เทศบาล", "ผู้บริหารของเทศบาลมีการประกาศเจตนารมณ์"),
    ("names.other-kind", "เทศบาล", "ตาม พ.ร.บ.ข้อมูลข่าวสารฯ เทศบาลได้เปิดเผยข้อมูล"),
    ("names.other-kind", "พนักงานเทศบาล", "พนักงานเทศบาลร่วมกับประชาชนจัดกิจกรรม"),
    ("names.other-kind", "ปลัดเทศบาล", "ปลัดเทศบาลกำกับดูแล"),
    ("names.other-kind", "นายกเทศมนตรี", "นายกเทศมนตรีลงนามในประกาศ"),
    ("names.other-kind", "เทศบัญญัติ", "จัดทำเทศบัญญัติงบประมาณรายจ่าย"),
]


@pytest.mark.parametrize(("code", "found", "text"), WRONG)
def test_what_is_anothers_is_found(code: str, found: str, text: str) -> None:
    severity, said, params = seen(text, ORGANISATION)[0]
    assert (severity, said, params["found"]) == ("warning", code, found)


WRONG_IN_A_MUNICIPALITY = [
    ("names.misspelt", "เทศบาลตำบลเขาวงกตศรี", "การดำเนินงานของเทศบาลตำบลเขาวงกตศรี ประจำปี"),
    ("names.misspelt", "ทต.เขabayศรี", "ทต.เขabayศรีต้องปรับปรุงการดำเนินงาน"),
    ("names.misspelt", "เทศบาลตำบลเขาบายสี", "เทศบาลตำบลเขาบายสี"),
    ("names.misspelt", "เทศบาลตำบลเขาบายศรีย์", "คู่มือของเทศบาลตำบลเขาบายศรีย์"),
    ("names.own-of-another-kind", "อบต.เขาบายศรี", "รายงานต่อ อบต.เขาบายศรี ทุก ๖ เดือน"),
    ("names.own-of-another-kind", "อบต.เขาบายศรี", "อบต.เขาบายศรี"),
    ("names.other-kind", "พนักงานส่วนตำบล", "พนักงานส่วนตำบลทุกคนต้องปฏิบัติตาม"),
    ("names.other-kind", "ปลัด อบต.", "ปลัด อบต. กำกับดูแล"),
    ("names.other-kind", "นายกองค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบลลงนาม"),
    ("names.other-kind", "ร่างข้อบัญญัติ", "ร่างข้อบัญญัติงบประมาณรายจ่ายประจำปี"),
    ("names.other-kind", "อบต.", "อบต. มีการกำหนดมาตรการ"),
]


@pytest.mark.parametrize(("code", "found", "text"), WRONG_IN_A_MUNICIPALITY)
def test_what_is_anothers_is_found_in_a_municipality(code: str, found: str, text: str) -> None:
    severity, said, params = seen(text, MUNICIPALITY)[0]
    assert (severity, said, params["found"]) == ("warning", code, found)


WRONG_ELSEWHERE = [
    (PROVINCE, "names.other-agency", "อบจ.เลย", "บุคลากรสังกัด อบจ.เลย เข้ารับการอบรม"),
    (PROVINCE, "names.other-kind", "พนักงานส่วนตำบล", "พนักงานส่วนตำบลทุกคนลงนามรับทราบ"),
    (PROVINCE, "names.other-kind", "นายกเทศมนตรี", "นำข้อร้องเรียนเสนอนายกเทศมนตรีเพื่อพิจารณา"),
    (HEALTH, "names.other-agency", "สสอ.เดชอุดม", "เจ้าหน้าที่ สสอ.เดชอุดม ทุกคนลงนาม"),
    (HEALTH, "names.other-agency", "เทศบาลตำบลโพธิ์ทอง", "พนักงานของเทศบาลตำบลโพธิ์ทองทุกคนลงนาม"),
]


@pytest.mark.parametrize(("agency", "code", "found", "text"), WRONG_ELSEWHERE)
def test_every_kind_of_agency_has_wrong_texts(agency: dict[str, Any], code: str, found: str, text: str) -> None:
    severity, said, params = seen(text, agency)[0]
    assert (severity, said, params["found"]) == ("warning", code, found)


REPAIRS = [
    (ORGANISATION, "อบต.เมืองกง ได้จัดทำแผน", "อบต.เมืองคง"),
    (ORGANISATION, "อบต.เมืองคง อ่าเออราษีไศล", "อำเภอราษีไศล"),
    (ORGANISATION, "เทศบาลตำบลเมืองคง", "อบต.เมืองคง"),
    (ORGANISATION, "พนักงานเทศบาลทุกคน", "พนักงานส่วนตำบล"),
    (MUNICIPALITY, "ทต.เขabayศรี", "ทต.เขาบายศรี"),
    (MUNICIPALITY, "ปลัด อบต. กำกับดูแล", "ปลัดเทศบาล"),
    ({**ORGANISATION, "name": "หินตั้ง"}, "บุคลากร อบต. ทินตัง ได้พัฒนาตน", "อบต.หินตั้ง"),
]


@pytest.mark.parametrize(("agency", "text", "repair"), REPAIRS)
def test_a_repair_is_proposed(agency: dict[str, Any], text: str, repair: str) -> None:
    [(_, _, params)] = seen(text, agency)
    assert params["repair"] == repair


CLEAN = """
อบต.เมืองคงได้จัดทำแผนปฏิบัติการป้องกันการทุจริต
อบต.เมืองคง อ.ราษีไศล จ.ศรีสะเกษ
อบต.เมืองคงพัฒนาช่องทางร้องเรียน
อบต.ต้องเผยแพร่ข้อมูลข่าวสารให้ประชาชนทราบ
อบต.ควรจัดให้มีช่องทางรับฟังความคิดเห็น
อบต. และอำเภอราษีไศลร่วมกันจัดงาน
อบต.ตรวจสอบการใช้ทรัพย์สินทุกไตรมาส
อบต.ขยายเวลาให้บริการในช่วงพักเที่ยง
อบต.ประกอบด้วยสำนักปลัด กองคลัง และกองช่าง
อบต.คงไว้ซึ่งมาตรฐานการให้บริการ
อบต.สามารถดำเนินการได้ตามกฎหมาย
อบต.กลางปีมีการทบทวนแผน
อบต. ตลาดสดและร้านค้าในพื้นที่ได้รับการตรวจ
รับผิดชอบต่อหน้าที่และประชาชน
พนักงานส่วนตำบลและพนักงานจ้างทุกคน
ร่วมกับ อบต.โพธิ์ทอง จัดกิจกรรมจิตอาสา
ศึกษาดูงานด้านความโปร่งใส ณ เทศบาลตำบลสุเทพ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่
สร้างเครือข่ายป้องกันการทุจริตกับ อบต.บัวหุ่งและ อบต.ไผ่
ทำบันทึกข้อตกลงความร่วมมือ (MOU) กับ อบต.บัวหุ่ง อบต.หนองแค และเทศบาลตำบลส้มป่อย
ประสานงานกับเทศบาลใกล้เคียงในการจัดการขยะ
รับโอน(ย้าย)พนักงานจาก อบต.หนองแค อำเภอราษีไศล
วิทยากรจากเทศบาลเมืองศรีสะเกษให้ความรู้
เสนอต่ออำเภอราษีไศลและจังหวัดศรีสะเกษตามลำดับ
สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดศรีสะเกษ
ประสานที่ว่าการอำเภอราษีไศล
สำนักงาน ป.ป.ช. ประจำจังหวัดศรีสะเกษ
องค์การบริหารส่วนจังหวัดศรีสะเกษสนับสนุนเครื่องจักรกล
คณะกรรมการพนักงานส่วนตำบลจังหวัดศรีสะเกษ (ก.อบต.จังหวัดศรีสะเกษ)
พระราชบัญญัติเทศบาล พ.ศ. ๒๔๙๖ และ พ.ร.บ.สภาตำบลและองค์การบริหารส่วนตำบล พ.ศ. ๒๕๓๗
สันนิบาตเทศบาลแห่งประเทศไทย
ข้าราชการหรือพนักงานส่วนท้องถิ่น ได้แก่ ข้าราชการ อบจ. พนักงานเทศบาล และพนักงานส่วนตำบล
แนวทางของเทศบาล/อบต. ตามหนังสือกรมส่งเสริมการปกครองท้องถิ่น
เทศบาลและองค์การบริหารส่วนตำบลในเขตอำเภอราษีไศล
โรงเรียนบ้านโพธิ์ทองร่วมจัดกิจกรรมโรงเรียนสุจริต
โรงเรียนเทศบาล ๑ วัดพระธาตุ ร่วมแข่งขัน
โรงพยาบาลส่งเสริมสุขภาพตำบลหนองแค
รพ.สต.หนองแคและวัดบ้านหลุบโมกร่วมกิจกรรม
อบรม ณ โรงแรมศรีลำดวน อำเภอเมือง จังหวัดศรีสะเกษ
ส่งบุคลากรเข้าอบรม ณ สถาบันพัฒนาบุคลากรท้องถิ่น อำเภอคลองหลวง จังหวัดปทุมธานี
ลงพื้นที่ตำบลเมืองคงและตำบลหนองแคเพื่อสำรวจความพึงพอใจ
อ.ก.พ. กรม และ จ.ส.อ. สมชาย ร่วมเป็นกรรมการ
ก. ชี้แจง ข. อบรม ค. ติดตาม ง. ประเมิน จ. สรุปผล
สำนักงานเลขที่ ๙๙ ถนนเทศบาล ๒ ตำบลเมืองคง
จังหวัดเคลื่อนที่และอำเภอยิ้มเคลื่อนที่
เปิดอบต.ของเราให้ประชาชนเข้าชม
ถนนสายเทศบาล ๑ และตลาดเทศบาลกันทรลักษ์
ประสานเทศบาลเมืองศรีสะเกษขอรถดับเพลิง
เจ้าหน้าที่ไปราชการที่จังหวัดระยองและจังหวัดชลบุรี
ทัศนศึกษาอ่างเก็บน้ำ อำเภอกันทรารมย์
""".strip().splitlines()


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_meant_stays_quiet(text: str) -> None:
    assert seen(text, ORGANISATION) == []


CLEAN_ELSEWHERE = [
    (MUNICIPALITY, "เทศบาลเขาบายศรีให้บริการด้วยความเป็นธรรม"),
    (MUNICIPALITY, "นายกเทศมนตรีตำบลเขาบายศรี ลงนามประกาศ"),
    (MUNICIPALITY, "กฎหมาย ระเบียบ ข้อบัญญัติท้องถิ่นที่เกี่ยวข้อง"),
    (MUNICIPALITY, "องค์กรปกครองส่วนท้องถิ่น (อบจ. เทศบาล อบต.)"),
    (MUNICIPALITY, "เทศบาลตำบลท่าใหม่ที่อยู่ข้างเคียงให้ความอนุเคราะห์รถดับเพลิง"),
    (MUNICIPALITY, "ประชาชนในตำบลเขาบายศรี ตำบลสองพี่น้อง และตำบลทุ่งเบญจา"),
    (MUNICIPALITY, "เทศบาลมีชัยชนะในการประกวด"),
    (CITY, "เทศบาลนครขอนแก่น อ.เมือง จ.ขอนแก่น"),
    (CITY, "อำเภอเมือง จังหวัดขอนแก่น"),
    (PROVINCE, "องค์การบริหารส่วนจังหวัดขอนแก่นสนับสนุน อบต.หินตั้ง และเทศบาลเมืองบ้านไผ่"),
    (PROVINCE, "จัดประชุม ณ เทศบาลนครขอนแก่น อำเภอพล"),
    (PROVINCE, "เชิญปลัดเทศบาลและปลัด อบต. ในจังหวัดขอนแก่นร่วมสัมมนา"),
    (HEALTH, "ประสานเทศบาลเมืองวารินชำราบ และร่วมกับ สสอ.เดชอุดม จัดอบรม"),
    (MUNICIPALITY, "ได้รับการยกฐานะจากองค์การบริหารส่วนตำบลเขาบายศรี"),
    (OFFICE, "เทศบาลตำบลและ อบต. ทุกแห่ง"),
]


@pytest.mark.parametrize(("agency", "text"), CLEAN_ELSEWHERE)
def test_every_kind_of_agency_has_clean_texts(agency: dict[str, Any], text: str) -> None:
    assert seen(text, agency) == []


ADVISED = [
    (ORGANISATION, "names.other-agency", "ศึกษาดูงานระบบจัดการขยะของเทศบาลตำบลสุเทพ"),
    (ORGANISATION, "names.other-agency", "ได้รับการสนับสนุนรถกระเช้าจากเทศบาลเมืองศรีสะเกษ"),
    (ORGANISATION, "names.other-place", "ประชุม ณ ที่ว่าการอำเภออุทุมพรพิสัย"),
    (OFFICE, "names.other-agency", "ตรวจเยี่ยม อบต.โพธิ์ทอง"),
    ({"kind": "อบต.", "name": "เขาบายศรี"}, "names.other-place", "ประชาชนในอำเภอโพธิ์ทอง"),
]


@pytest.mark.parametrize(("agency", "code", "text"), ADVISED)
def test_what_may_be_meant_is_advice(agency: dict[str, Any], code: str, text: str) -> None:
    assert [(severity, said) for severity, said, _ in seen(text, agency)] == [("advice", code)]


OF_THE_AGENCY = [
    ({**ORGANISATION, "district": "รามัญ"}, "names.district-elsewhere-near", "agency.district"),
    ({**MUNICIPALITY, "name": "สวยงามมาก", "district": "ราษีไศล"}, "names.district-elsewhere", "agency.district"),
    ({**ORGANISATION, "district": "กันทรลักษ์"}, "names.sub-district-elsewhere", "agency.district"),
    ({**ORGANISATION, "province": "ศรีสะเกส"}, "names.misspelt", "agency.province"),
]


@pytest.mark.parametrize(("agency", "code", "field"), OF_THE_AGENCY)
def test_the_agencys_own_place_is_looked_up(agency: dict[str, Any], code: str, field: str) -> None:
    report = made("progress", {"steps": ["อบรม"], **OWN}, agency=agency)
    assert [(found.code, found.place.field) for found in names(report, passages(report))] == [(code, field)]


def test_a_placeholder_is_no_place() -> None:
    agency = {"kind": "อบต.", "name": "ตัวอย่าง", "district": "ตัวอย่าง", "province": "ตัวอย่าง"}
    assert seen("อบต.ตัวอย่าง อำเภอตัวอย่าง จังหวัดตัวอย่าง", agency) == []


def test_each_name_is_said_once_in_a_passage_and_its_address_with_it() -> None:
    text = "อบต.โพธิ์ทอง อำเภอโพธิ์ทอง จังหวัดอ่างทอง และ อบต.โพธิ์ทอง"
    found = [params["found"] for _, _, params in seen(text, ORGANISATION)]
    assert found == ["อบต.โพธิ์ทอง", "อำเภอโพธิ์ทอง", "จังหวัดอ่างทอง"]


def test_the_register_is_whole() -> None:
    assert len(provinces()) == 77
    assert sum(len(inside) for inside in districts().values()) == 928
    assert sum(len(places) for places in sub_districts().values()) >= 7_436
    assert {"แหลมฉบัง", "เมืองแกนพัฒนา", "เขลางค์นคร"} <= agency_names()


OWN_SENTENCES = (
    "อบต.{name}ได้จัดทำแผน",
    "อบต. {name} มีคำสั่ง",
    "องค์การบริหารส่วนตำบล{name} อำเภอ{district} จังหวัด{province}",
    "อบต.{name} อ.{district} จ.{province}",
    "ขององค์การบริหารส่วนตำบล{name}ในปีงบประมาณ",
    "บุคลากร อบต.{name}ทุกคน",
    "อบต.{name}พัฒนาระบบและลงพื้นที่",
)


def test_no_agency_of_the_country_is_taken_for_another_or_overlooked() -> None:
    places = [place for found in sub_districts().values() for place in found if place.province != "กรุงเทพมหานคร"][::60]
    assert len(places) > 100
    stranger = made("progress", {"steps": ["อบรม"], **OWN}, agency=ORGANISATION)
    overlooked = []
    for place in places:
        agency = {"kind": "อบต.", **place._asdict()}
        report = made("progress", {"steps": [text.format(**agency) for text in OWN_SENTENCES]}, agency=agency)
        assert list(names(report, passages(report))) == []
        if not list(names(stranger, [Passage("x", f"เว็บไซต์ อบต.{place.name}ได้เผยแพร่")])):
            overlooked.append(place.name)
    # Names that are words as well (`อบต.กลาง…`, `อบต.ควร…`) are left alone.
    assert len(overlooked) <= len(places) * 0.03
