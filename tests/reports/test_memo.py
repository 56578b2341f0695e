"""The memo: what it prints of its fields, what a report makes of it, and what is left open."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from ita_docs import KINDS, DataError, Dossier, Memo, load, render
from ita_docs.reports import ProgressReport
from ita_docs.reports.draft import BLANK
from ita_docs.review import review
from tests.engine.test_oracle import png

AGENCY = {"kind": "อบต.", "name": "หินตั้ง", "district": "บ้านไผ่", "province": "ขอนแก่น"}
WHOLE = "องค์การบริหารส่วนตำบลหินตั้ง"
TEXTS = {"background": "ตามที่", "facts": ["หนึ่ง", "สอง"], "proposal": "เห็นควร"}


def memo(**given: Any) -> Memo:
    return Memo.model_validate({"fiscal_year": 2566, "agency": AGENCY, "subject": "ขออนุมัติ", **given})


def report(**given: Any) -> ProgressReport:
    return ProgressReport.model_validate({"fiscal_year": 2566, "agency": AGENCY, "measures": [{"title": "ก"}], **given})


def points(view: Any) -> dict[str, list[str]]:
    return {one.heading: [f"{point.number}{point.text}" for point in one.points] for one in view.sections}


def test_the_head_names_the_unit_the_agency_and_the_phone() -> None:
    assert memo().view().sender == WHOLE
    assert memo(unit="สำนักปลัด", phone="๐ ๔๓").view().sender == f"สำนักปลัด {WHOLE} โทร. ๐ ๔๓"
    assert memo(unit="สำนักปลัด อบต.หินตั้ง").view().sender == "สำนักปลัด อบต.หินตั้ง"


def test_number_and_date_are_open_unless_stated() -> None:
    view = memo().view()
    assert (view.number, view.date, view.garuda) == (None, None, None)
    view = memo(number="ขก ๑/๒", date="๕ เมษายน ๒๕๖๖").view()
    assert (view.number, view.date) == ("ขก ๑/๒", date(2023, 4, 5))


@pytest.mark.parametrize(
    ("through", "line"),
    [
        ([], ""),
        ("ก", " (ผ่าน ก)"),
        (["ก"], " (ผ่าน ก)"),
        (["ก", "ข"], " (ผ่าน ก และข)"),
        (["ก", "ข", "ค"], " (ผ่าน ก ข และค)"),
    ],
)
def test_it_goes_through_nobody_or_up_to_three(through: Any, line: str) -> None:
    assert memo(through=through).view().addressee == f"นายก{WHOLE}{line}"
    assert memo(through=through, to="ผู้อำนวยการ").view().addressee == f"ผู้อำนวยการ{line}"
    with pytest.raises(ValidationError, match="at most 3"):
        memo(through=["ก"] * 4)


def test_the_parts_stand_in_their_order_and_the_last_is_marked() -> None:
    view = memo(**TEXTS, law="ระเบียบ").view()
    assert points(view) == {
        "เรื่องเดิม": ["ตามที่"],
        "ข้อเท็จจริง": ["1.หนึ่ง", "2.สอง"],
        "ข้อกฎหมาย/ระเบียบ": ["ระเบียบ"],
        "ข้อเสนอ": ["เห็นควร"],
    }
    assert [one.last for one in view.sections] == [False, False, False, True]
    assert view.closing == "จึงเรียนมาเพื่อโปรดพิจารณา"


def test_what_is_unknown_of_a_needed_part_is_blank_and_law_is_left_out() -> None:
    assert points(memo().view()) == {"เรื่องเดิม": [], "ข้อเท็จจริง": [], "ข้อเสนอ": []}
    found = [(one.code, one.place.field, one.severity) for one in memo().findings()]
    assert found == [("memo.blank-part", name, "advice") for name in ("background", "facts", "proposal")]
    assert memo(**TEXTS).findings() == ()


def test_the_signatures_follow_from_whom_it_names() -> None:
    stages = memo(through=["ปลัด", "รองนายก"]).view().sign_off
    assert [(stage.role, stage.name, stage.position) for stage in stages] == [
        ("ผู้รายงาน", None, None),
        ("ความเห็นของปลัด", None, "ปลัด"),
        ("ความเห็นของรองนายก", None, "รองนายก"),
        (f"คำสั่งของนายก{WHOLE}", None, f"นายก{WHOLE}"),
    ]
    assert memo(sign_off=[]).view().sign_off == ()
    assert [stage.role for stage in memo(sign_off=[{"role": str(n)} for n in range(5)]).view().sign_off] == [*"01234"]
    with pytest.raises(ValidationError, match="at most 5"):
        memo(sign_off=[{"role": "ก"}] * 6)


def test_a_decision_opens_and_closes_boxes() -> None:
    assert not any(getattr(memo().view().decision, name) for name in ("acknowledged", "approved", "not_permitted"))
    decided = memo(decision={"acknowledged": True, "not_permitted": True, "reason": "ยังไม่ครบ"}).view().decision
    assert (decided.acknowledged, decided.not_permitted, decided.approved) == (True, True, False)
    assert decided.reason == "ยังไม่ครบ"


def test_a_decision_that_says_both_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "memo.yaml"
    head = "kind: memo\nfiscal_year: 2566\nagency: {kind: อบต., name: ก}\nsubject: ก\n"
    file.write_text(f"{head}decision:\n  approved: true\n  not_approved: true\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        load(file)
    assert [(one.code, one.place.line, one.place.field) for one in caught.value.faults] == [
        ("memo.both-decided", 6, "decision.approved")
    ]


def test_a_refusal_wants_a_reason_and_a_reason_a_refusal() -> None:
    found = memo(**TEXTS, decision={"not_approved": True}).findings()
    assert [(one.code, one.severity) for one in found] == [("memo.no-reason", "warning")]
    found = memo(**TEXTS, decision={"approved": True, "reason": "ก"}).findings()
    assert [one.code for one in found] == ["memo.reason-alone"]


def test_the_garuda_is_the_users_picture_at_its_size(tmp_path: Path) -> None:
    (tmp_path / "garuda.png").write_bytes(png())
    own = Memo.model_validate(
        {"fiscal_year": 2566, "agency": AGENCY, "subject": "ก", "garuda": "garuda.png"}, context={"folder": tmp_path}
    )
    picture = own.view().garuda
    assert picture is not None
    assert (picture.path, picture.height) == (tmp_path / "garuda.png", 15.0)
    assert own.pictures == (tmp_path / "garuda.png",)
    with pytest.raises(ValidationError):
        memo(garuda="there-is-none.png")


def test_its_texts_are_reviewed() -> None:
    found = review(memo(**{**TEXTS, "facts": "ตามที่องค์การบริหารส่วนตำบลเมืองคง ได้ดําเนินการ"}))
    assert {one.code for one in found} >= {"names.other-agency", "spelling.sara-am"}


# -- made of a report --------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def dossier(root: Path) -> Dossier:
    found = load(root / "examples" / "dossier.yaml")
    assert isinstance(found, Dossier)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_of_any_kind_makes_a_memo_without_findings(dossier: Dossier, kind: str) -> None:
    made = Memo.for_report(dossier.report(KINDS[kind]))
    assert review(made) == ()
    view = made.view()
    assert view.addressee == "นายกเทศมนตรีตำบลเขาบายศรี (ผ่าน ปลัดเทศบาลตำบลเขาบายศรี)"
    assert "อนุญาตเผยแพร่" in view.subject
    (background,), facts, (asked, publish) = points(view).values()
    assert "ประจำปีงบประมาณ พ.ศ. 2565 ได้คะแนนรวม 93.38 คะแนน อยู่ในระดับ A (ดี)" in background
    assert "ประกอบด้วยมาตรการ จำนวน 7 มาตรการ" in facts[1]
    assert asked.startswith("1.เห็นควร")
    assert publish.startswith("2.เห็นควรอนุญาตให้เผยแพร่")
    assert render(made).document[:2] == b"PK"


def test_it_counts_what_was_done_and_what_is_pending(dossier: Dossier) -> None:
    statuses = ["ดำเนินการ", "ดำเนินการ", "ยังไม่ได้ดำเนินการ", "อยู่ระหว่างดำเนินการ", None]
    measures = [{"title": "ก", **({"progress": {"status": one}} if one else {})} for one in statuses]
    facts = points(Memo.for_report(report(measures=measures)).view())["ข้อเท็จจริง"]
    assert facts[1].endswith(
        "จำนวน 5 มาตรการ ดำเนินการแล้ว 2 มาตรการ ยังไม่ได้ดำเนินการ 1 มาตรการ "
        "อยู่ระหว่างดำเนินการ 1 มาตรการ ยังไม่ระบุสถานะ 1 มาตรการ"
    )
    facts = points(Memo.for_report(dossier.report(KINDS["implementation-report"])).view())["ข้อเท็จจริง"]
    assert facts[2].endswith("จำนวน 8 ตัวชี้วัด ดำเนินการแล้ว 8 ตัวชี้วัด ยังไม่ได้ดำเนินการ 0 ตัวชี้วัด")
    assert facts[3].endswith("จำนวน 43 ข้อ ดำเนินการแล้ว 43 ข้อ ยังไม่ได้ดำเนินการ 0 ข้อ")


def test_what_a_report_does_not_state_is_dotted() -> None:
    view = Memo.for_report(report(round=2)).view()
    assert "รอบ 12 เดือน (1 ตุลาคม 2565 – 30 กันยายน 2566)" in view.subject
    (background,), (_, measures), _ = points(view).values()
    assert f"ได้คะแนนรวม {BLANK} คะแนน อยู่ในระดับ {BLANK} และ" in background
    assert f"จำนวน 1 มาตรการ ดำเนินการแล้ว {BLANK} มาตรการ ยังไม่ได้ดำเนินการ {BLANK} มาตรการ" in measures
    assert (view.number, view.date, view.sender) == (None, None, WHOLE)


def test_the_total_of_a_year_without_a_register_is_as_stated() -> None:
    stated = report(fiscal_year=2599, assessment={"year": 2598, "total": "88.5", "level": "ผ่าน"})
    assert "พ.ศ. 2598 ได้คะแนนรวม 88.5 คะแนน อยู่ในระดับ ผ่าน" in points(Memo.for_report(stated).view())["เรื่องเดิม"][0]


def test_nobody_is_put_between_an_agency_of_another_kind_and_its_head() -> None:
    free = {"kind": "ศูนย์", "name": "ก", "full_name": "ศูนย์ก", "short_name": "ศก.", "executive_title": "ผู้อำนวยการ"}
    assert Memo.for_report(report(agency=free)).view().addressee == "ผู้อำนวยการ"


def test_who_signs_the_report_signs_the_memo_on_another_day() -> None:
    stages = [
        {"role": "ผู้จัดทำ", "name": "นางสาวสมมุติ ตัวอย่าง", "date": "2023-04-05"},
        {"role": f"นายก{WHOLE}", "opinion": "ทราบ"},
    ]
    first, last = Memo.for_report(report(sign_off=stages)).view().sign_off
    assert (first.role, first.name, first.position, first.date) == ("ผู้จัดทำ", "นางสาวสมมุติ ตัวอย่าง", None, None)
    assert (last.position, last.opinion) == (f"นายก{WHOLE}", None)
    alone = Memo.for_report(report(sign_off=stages[:1])).view().sign_off
    assert [stage.role for stage in alone][-1] == f"คำสั่งของนายก{WHOLE}"


def test_what_is_given_stands_in_place_of_the_draft() -> None:
    made = Memo.for_report(report(numerals="arabic"), unit="กองคลัง", facts="เอง", through=[])
    assert (made.unit, made.facts, made.through, made.numerals) == ("กองคลัง", "เอง", (), "arabic")
