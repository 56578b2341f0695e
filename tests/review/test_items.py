"""Items that stand where they do not belong: in targets, in the analysis, in prose, and texts of another item."""

from pathlib import Path
from typing import Any

import pytest

from ita_docs.assessment import edition
from ita_docs.review import passages
from ita_docs.review.items import items
from ita_docs.review.named_parts import codes_after, codes_of
from ita_docs.review.subjects import elsewhere
from tests.review.reports import OWN, loaded, made

PLAN = {"targets": {"indicators": 2}}


def found(kind: str, *measures: Any, **more: Any) -> list[tuple[str, str]]:
    report = made(kind, *measures, **more)
    return [(finding.code, finding.place.field) for finding in items(report, passages(report))]


def in_text(text: str, kind: str = "plan", **more: Any) -> list[str]:
    """What is found in one step of a plan for FY2566, whose register is that of 2566."""
    targets = {"targets": {"indicators": 2}} if kind != "progress" else {}
    return [code for code, _ in found(kind, {**targets, "steps": [text]}, **more)]


WRONG_IN_TEXT = [
    ("items.unknown-code", "แก้ไขข้อ O44 ให้ครบ"),
    ("items.unknown-code", "แก้ไขข้อ ๐๔๕ ให้ครบ"),
    ("items.unknown-code", "แก้ไขข้อ O17, O47 ให้ครบ"),
    ("items.unknown-code", "ยกระดับข้อ i๓๑"),
    ("items.other-part", "ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล O๑-O๓๓"),
    ("items.other-part", "ตัวชี้วัดที่ 9 ได้แก่ข้อ O30 และ O31"),
    ("items.other-part", "๙.การเปิดเผยข้อมูล O๑-O๓๓"),
    ("items.other-part", "ตัวชี้วัดย่อยที่ 9.4 การบริหารและพัฒนาทรัพยากรบุคคล (ข้อ O25 - O28)"),
    ("items.item-name", "ข้อ O28 แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"),
]


@pytest.mark.parametrize(("code", "text"), WRONG_IN_TEXT)
def test_a_code_in_prose_that_the_year_does_not_bear_out(code: str, text: str) -> None:
    assert in_text(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "แก้ไขข้อ O43 และข้อ O1-O43 ให้ครบ",
        "ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล O๑-O๓๐",
        "ตัวชี้วัดที่ 9 จำนวน 2 ข้อ คือ ข้อ O17 และ O18 ส่วนตัวชี้วัดที่ 10 คือ ข้อ O31",
        "ตัวชี้วัดที่ 9 ได้คะแนนน้อย และควรทำตามข้อ O31 ด้วย",
        "ตัวชี้วัดย่อยที่ 9.1-9.5 และตัวชี้วัดที่ 9 กับ 10",
        "ตามผลการประเมินปี ๒๕๖๕ ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล O๑-O๓๓",
        "ข้อ O28 ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ",
        "ในปี ๒๕๖๕ ข้อ O28 รายงานผลการบริหารและพัฒนาทรัพยากรบุคคลประจำปี",
        "ใช้ e-Service, E20, Core i9 และ PM2.5 ตามข้อ 44 ของระเบียบ",
        "ข้อ ๕ ของประกาศ และข้อ ๐.๕",
        "ทำตามข้อ O7 และลงข่าวทาง o365",
    ],
)
def test_prose_that_the_register_bears_out_is_quiet(text: str) -> None:
    assert in_text(text) == []


def test_a_progress_report_may_name_items_of_the_results_or_of_its_own_year() -> None:
    assert in_text("ตัวชี้วัดที่ 9 O1-O33", "progress") == []
    assert in_text("ตัวชี้วัดที่ 9 O1-O30", "progress") == []
    assert in_text("ตัวชี้วัดที่ 9 O1-O34", "progress") == ["items.other-part"]


def test_codes_are_read_as_they_are_typed() -> None:
    def spans(text: str) -> list[tuple[str, str]]:
        return [(str(code.first), str(code.last)) for code in codes_of(text)]

    assert spans("O ๑๗, ข้อ ๐๑๘ และ i๔ - i๖ กับ e1 ถึง 3") == [("o17", "o17"), ("o18", "o18"), ("i4", "i6"), ("e1", "e3")]
    assert spans("COVID-19 e-GP Windows10 O2.5 i7%") == []
    text = "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล (ข้อ O1 และ O2) ตามที่ O31"
    assert [str(code.first) for code in codes_after(text, 14, ["การเปิดเผยข้อมูล"])] == ["o1", "o2"]


def test_items_beside_a_part_that_does_not_hold_them() -> None:
    issues = {"targets": {"issues": 6, "items": "o15"}, "title": "ก", "steps": ["ข"], **OWN}
    scores = {"year": 2567, "items": {"o15": 0}}
    year = {"fiscal_year": 2568, "assessment": scores}
    assert ("items.other-target", "measures[0].targets.items") in found("analysis", issues, **year)
    right = {**issues, "targets": {"issues": 5, "items": "o15"}}
    assert [code for code, _ in found("analysis", right, **year)] == []
    wrong = {"targets": {"indicators": 9, "items": ["O17", "O38"]}, "title": "ก", "steps": ["ข"], **OWN}
    assert found("integrity", wrong) == [("items.other-target", "measures[0].targets.items")]


def test_a_plan_names_each_part_once() -> None:
    twice = [{"targets": {"indicators": 2}, "steps": ["ก"]}, {"targets": {"indicators": "1-2"}, "steps": ["ข"]}]
    assert found("plan", *twice) == [("items.twice", "measures[1].targets.indicators")]
    codes = [{"targets": {"items": "i1-i3"}, "steps": ["ก"]}, {"targets": {"items": "i3-i6"}, "steps": ["ข"]}]
    assert found("plan", *codes) == [("items.twice", "measures[1].targets.items")]
    steps = [{"text": "ก", "targets": {"items": code}} for code in ("O19", "O20", "O21-O22", "O21")]
    assert found("plan", {"targets": {"sub_indicators": "9.3"}, "steps": steps}) == [
        ("items.twice", "measures[0].steps[3].targets.items")
    ]


def test_a_plan_that_tells_items_apart_leaves_none_out() -> None:
    def plan(*codes: str) -> Any:
        return {"targets": {"sub_indicators": "9.3"}, "steps": [{"text": "ก", "targets": {"items": c}} for c in codes]}

    assert found("plan", plan("O19", "O20", "O22")) == [("items.left-out", "measures[0]")]
    assert found("plan", plan("O19", "O20-O22")) == []
    assert found("plan", plan("O20")) == []  # a plan for one item is no list of them
    apart = [{"targets": {"items": code}, "steps": ["ก"]} for code in ("i1", "i2", "i3", "i4", "i6")]
    assert found("plan", *apart) == [("items.left-out", "measures[4].targets")]
    assert found("plan", *apart, {"targets": {"indicators": 1}, "steps": ["ก"]}) == []


def analysed(weaknesses: Any, to_maintain: Any = None, **assessment: Any) -> list[tuple[str, str]]:
    said = {"OIT": {"weaknesses": {"blocks": weaknesses}, "to_maintain": {"blocks": to_maintain or []}}}
    measure = {"targets": {"indicators": "9-10"}, "title": "ก", "steps": ["ข"], **OWN}
    return found("integrity", measure, analysis=said, assessment={"year": 2565, **assessment})


def test_an_item_stands_once_in_the_analysis() -> None:
    both = [{"indicator": 9, "items": "O17"}, {"indicator": 9, "items": "O17, O27"}]
    assert analysed(both) == [("items.twice", "analysis.OIT.weaknesses.blocks[1].items")]
    assert analysed(both[:1], both[:1]) == [("items.weak-and-maintained", "analysis.OIT.to_maintain.blocks[0].items")]
    assert analysed([{"indicator": 9, "items": "O17, O27"}], [{"indicator": 9, "items": "O1"}]) == []


def test_an_item_at_zero_is_among_the_weaknesses_that_name_others() -> None:
    named = [{"indicator": 9, "items": "O17", "points": ["ข้อ O27 ยังไม่ครบ"]}]
    assert analysed(named, items={"O17": 0, "O27": 0, "O28": 100}) == []
    assert analysed(named, items={"O17": 0, "O27": 0, "O28": 0}) == [
        ("items.zero-not-named", "analysis.OIT.weaknesses")
    ]
    assert analysed([{"indicator": 9, "points": ["ยังไม่ครบ"]}], items={"O17": 0}) == []  # names none


PROCUREMENT = "จัดทำรายงานผลจัดซื้อจัดจ้าง โดยมีรายละเอียดครบตามองค์ประกอบ และเผยแพร่ผ่านเว็บไซต์องค์การบริหารส่วน ตำบลหินตั้ง"
MANUAL = "จัดทำคู่มือการให้บริการประชาชน ซึ่งเผยแพร่ผ่านเว็บไซต์องค์การบริหารส่วนตำบลหินตั้ง"


def progress(**notes: Any) -> list[tuple[str, str]]:
    return found("implementation", {"title": "ก", "steps": ["ข"], **OWN}, item_progress=notes)


def test_notes_on_another_item_s_subject() -> None:
    assert progress(O24=PROCUREMENT) == [("items.other-text", 'item_progress["O24"].notes')]
    assert progress(O15=MANUAL, O18=MANUAL) == [("items.copied-text", 'item_progress["O18"].notes')]
    assert progress(O32="จัดทำนโยบายคุ้มครองข้อมูลส่วนบุคคลแล้ว") == [("items.other-text", 'item_progress["O32"].notes')]


@pytest.mark.parametrize(
    ("code", "notes"),
    [
        ("O24", "เผยแพร่บนเว็บไซต์หลักของหน่วยงานครบตามองค์ประกอบ"),
        ("O24", "รายงานการสรรหา บรรจุ และอบรมพนักงาน รวมทั้งงานจ้างพนักงานจ้าง"),
        ("O18", "เปิดให้ยื่นคำขอทางออนไลน์ พร้อมคู่มือการให้บริการ"),
        ("O7", "ลงข่าวประชาสัมพันธ์การจัดซื้อจัดจ้างและการประชุมจริยธรรม"),
        ("O11", "แผนดำเนินงานรวมงานจัดซื้อจัดจ้างของปีไว้แล้ว"),
        ("O30", "เชิญประชาชนร่วมเป็นกรรมการตรวจรับงานจ้าง"),
        ("O41", "นำผลประเมินจริยธรรมไปใช้ในการบริหารทรัพยากรบุคคล"),
        ("O43", "รายงานผลตามมาตรการส่งเสริมคุณธรรม และแสดง QR Code แบบวัด EIT"),
    ],
)
def test_notes_that_speak_of_their_own_item_too_are_quiet(code: str, notes: str) -> None:
    assert progress(**{code: notes}) == []


FOREIGN = [
    ("O5", "เผยแพร่แผนยุทธศาสตร์การพัฒนาของหน่วยงานแล้ว"),
    ("O6", "รวบรวมข่าวกิจกรรมลงเว็บไซต์ทุกสัปดาห์"),
    ("O8", "รายงานผลสำรวจความพึงพอใจของผู้รับบริการ ได้ร้อยละ ๙๔.๒๐"),
    ("O10", "ประชุมประชาคมครบทุกหมู่บ้าน"),
    ("O13", "เผยแพร่รายงานผลการจัดซื้อจัดจ้าง พร้อมปัญหาและข้อเสนอแนะ"),
    ("O16", "รายงานผลสำรวจความพึงพอใจแล้ว"),
    ("O17", "สถิติผู้มารับบริการรอบ ๖ เดือนแรก"),
    ("O22", "จัดทำแผนพัฒนาบุคลากรและแผนอัตรากำลัง"),
    ("O28", "กระดานถาม-ตอบ (Q&A) โต้ตอบได้สองทาง"),
    ("O29", "จัดทำคู่มือการจัดการเรื่องร้องเรียนและแนวทางการดำเนินงาน"),
    ("O30", "มอบนโยบาย No Gift Policy แก่พนักงาน"),
    ("O34", "แผนปฏิบัติการป้องกันการทุจริตขึ้นเว็บไซต์แล้ว"),
    ("O36", "แผนอัตรากำลังและแผนพัฒนาบุคลากร"),
    ("O41", "จัดทำแบบประเมินความเสี่ยงการทุจริตและประพฤติมิชอบ"),
]


@pytest.mark.parametrize(("code", "notes"), FOREIGN)
def test_items_of_one_part_are_told_from_each_other(code: str, notes: str) -> None:
    assert progress(**{code: notes}) == [("items.other-text", f'item_progress["{code}"].notes')]


@pytest.mark.parametrize(
    ("code", "notes"),
    [
        ("O1", "แสดงตำแหน่งสำคัญและการแบ่งส่วนงานภายในครบทุกกอง"),
        ("O7", "ลงข่าวรับสมัครงาน ข่าวจัดซื้อจัดจ้าง และข่าวประชุมสภา"),
        ("O8", "ส่งคำถามเรื่องภาษี เบี้ยยังชีพ และเรื่องร้องเรียนได้"),
        ("O11", "โครงการป้องกันการทุจริตรวมอยู่ในแผนดำเนินงานด้วย"),
        ("O13", "เล่มสรุปผลงานแจกในที่ประชุมประชาคมและลงเว็บไซต์"),
        ("O14", "คู่มือปฏิบัติงานด้านการเงินและการจัดซื้อจัดจ้าง"),
        ("O22", "สรุปว่าใช้วิธีเฉพาะเจาะจงเป็นส่วนใหญ่ พร้อมปัญหาอุปสรรค"),
        ("O30", "เชิญผู้แทนกลุ่มอาชีพร่วมแสดงความเห็นต่อร่างข้อบัญญัติ"),
        ("O35", "อบรมกรรมการตรวจรับพัสดุตามมาตรการคุมความเสี่ยง"),
        ("O37", "ความก้าวหน้าโครงการสุจริตไทย โตไปไม่โกง รอบ ๖ เดือน"),
        ("O42", "วิเคราะห์ผลการประเมิน ทั้งเรื่องความพึงพอใจและการเปิดเผยข้อมูล"),
    ],
)
def test_free_wordings_of_what_an_item_asks_for_are_quiet(code: str, notes: str) -> None:
    assert progress(**{code: notes}) == []


def test_one_text_under_two_items_of_one_part_is_worth_a_look() -> None:
    risks = "ประเมินความเสี่ยงการทุจริต ๓ ประเด็น พร้อมมาตรการจัดการ"
    report = made("implementation", {"title": "ก", "steps": ["ข"], **OWN}, item_progress={"O34": risks, "O35": risks})
    (copied,) = items(report, passages(report))
    assert (copied.code, copied.severity, copied.params["item"]) == ("items.copied-text", "advice", "O35")


def test_the_same_general_words_under_two_items_are_quiet() -> None:
    words = "เผยแพร่บนเว็บไซต์หลักของหน่วยงานครบตามองค์ประกอบที่กำหนด"
    assert progress(O1=words, O2=words, O20=words, O31=words) == []


@pytest.mark.parametrize("year", range(2564, 2569))
def test_no_item_s_own_name_is_another_s_subject(year: int) -> None:
    known = edition(year)
    named = [(item, name) for item in known.items for name in (item.name_th, *item.aliases) if name]
    assert len(named) >= 28
    assert [(item.id, name) for item, name in named if elsewhere(f"จัดทำ{name}แล้ว", item, known)] == []


def test_an_entry_of_the_plan_on_another_item_s_subject() -> None:
    steps = [{"text": PROCUREMENT, "targets": {"items": "O24"}}]
    assert found("plan", {"targets": {"sub_indicators": "9.4"}, "steps": steps}) == [
        ("items.other-text", "measures[0].steps[0].text")
    ]


def test_a_wording_that_is_another_item_s() -> None:
    measure = {"targets": {"issues": 1}, "title": "ก", "steps": ["ข"], **OWN}

    def worded(**texts: str) -> list[tuple[str, str]]:
        scores = {code: {"score": 100, "text": text} for code, text in texts.items()}
        return found("analysis", measure, fiscal_year=2568, assessment={"year": 2567, "items": scores})

    o17, o18 = (edition(2567).item(code).name for code in ("o17", "o18"))
    assert worded(o17=o18) == [("items.other-wording", 'assessment.items["o17"].text')]
    assert worded(o17=o17, o18=o18) == []
    assert worded(i1="ก ข", i2="ก ค") == []
    assert worded(i1="ทำงานตรงเวลาเพียงใด", i2="ทำงานตรงเวลาเพียงใด") == [
        ("items.other-wording", 'assessment.items["i2"].text')
    ]


def test_the_sample_with_a_zero_taken_out_of_its_analysis(root: Path, tmp_path: Path) -> None:
    sample = (root / "examples" / "integrity-measures.yaml").read_text(encoding="utf-8")
    broken = sample.replace("        items: [O37, O38]\n", "        items: [O38]\n")
    assert broken != sample
    path = tmp_path / "broken.yaml"
    path.write_text(broken, encoding="utf-8")
    report = loaded(path)
    assert [(f.code, f.params["found"]) for f in items(report, passages(report))] == [("items.zero-not-named", "O37")]


def test_a_plan_that_answers_all_indicators_but_one() -> None:
    entries = [{"targets": {"indicators": number}, "steps": ["ก"]} for number in (1, 2, 3, 4, 6, 7, 8)]
    assert found("plan", *entries) == [("items.part-left-out", "measures")]
    assert found("plan", *entries[1:]) == []  # a choice of indicators leaves the others out on purpose
    whole = {"targets": {"instrument": "IIT"}, "steps": ["ก"]}
    assert found("plan", whole, *entries[4:]) == []
    subs = [
        {"targets": {"sub_indicators": sub}, "steps": ["ก"]} for sub in ("9.1", "9.2", "9.3", "9.5", "10.1", "10.2")
    ]
    assert found("plan", *subs) == [("items.part-left-out", "measures")]


def test_a_measure_that_speaks_of_what_it_does_not_answer() -> None:
    year: dict[str, Any] = {"fiscal_year": 2568, "assessment": {"year": 2567}}
    own = {"title": "ก", **OWN, "period": "ต.ค.๖๗ - ก.ย.๖๘"}

    def issue(*steps: str) -> list[tuple[str, str]]:
        return found("analysis", {**own, "targets": {"issues": 5}, "steps": steps}, **year)

    assert issue("ทำรายงาน (ข้อ o17)", "ทำรายงาน (ข้อ o19)") == [("items.other-target", "measures[0].steps[1].text")]
    weak = {**own, "targets": {"indicators": 4}, "steps": ["ข"]}
    told = {"weakness": "จากผลการประเมินตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน"}
    assert ("items.other-target", "measures[0].weakness") in found("implementation", {**weak, **told, **OWN})
    told = {"weakness": "ตัวชี้วัดที่ ๔ ได้คะแนนน้อยกว่าตัวชี้วัดที่ ๘"}
    assert found("implementation", {**weak, **told, **OWN}) == []
    # A code may be that of the year for which the paper is evidence: O18 of 2566 is O17 of 2565.
    online = {**OWN, "title": "ก", "targets": {"indicators": 10, "items": "O38"}}
    assert found("integrity", {**online, "targets": {"items": "O17"}, "steps": ["เปิดบริการตามข้อ O18"]}) == []


def test_an_item_twice_in_one_list_of_an_analysis() -> None:
    assert analysed([{"indicator": 9, "items": ["O17", "O27", "O17"]}]) == [
        ("items.twice", "analysis.OIT.weaknesses.blocks[0].items")
    ]


def test_an_item_whose_score_alone_is_missing() -> None:
    scores = {f"O{number}": 100 for number in range(1, 44) if number != 7}
    assert analysed([{"indicator": 9}], items=scores) == [("items.score-missing", "assessment.items")]
    assert analysed([{"indicator": 9}], items={"O7": 100}) == []


def test_a_short_foreign_name_after_another_item_s_code() -> None:
    assert in_text("ข้อ O38 E-Service ต้องปรับปรุง") == ["items.item-name"]
    assert in_text("ข้อ O18 E-Service ต้องปรับปรุง") == []


def test_a_remark_that_is_another_question_s() -> None:
    def remarked(remark: str) -> list[tuple[str, str]]:
        first, second = "เจ้าหน้าที่ทำงานตรงตามขั้นตอนและเวลา", "เจ้าหน้าที่ดูแลผู้มาติดต่อโดยเท่าเทียม"
        scores = {"i1": {"score": 90, "text": first}, "i2": {"score": 90, "text": second, "remark": remark}}
        measure = {"targets": {"issues": 1}, "title": "ก", "steps": ["ข"], **OWN}
        return found("analysis", measure, fiscal_year=2568, assessment={"year": 2567, "items": scores})

    assert remarked("ต้องให้เจ้าหน้าที่ทำงานตรงตามขั้นตอนและเวลายิ่งขึ้น") == [
        ("items.copied-text", 'assessment.items["i2"].remark')
    ]
    assert remarked("ต้องให้เจ้าหน้าที่ดูแลผู้มาติดต่อโดยเท่าเทียมยิ่งขึ้น") == []


def test_a_measure_of_the_plan_on_another_item_s_subject() -> None:
    assert found("plan", {"targets": {"items": "O24"}, "steps": [PROCUREMENT]}) == [
        ("items.other-text", "measures[0].steps[0].text")
    ]
