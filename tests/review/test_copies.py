"""Measures that repeat another's, and what two measures may share."""

import random
import time
from difflib import SequenceMatcher
from typing import Any

from ita_docs.review import passages
from ita_docs.review.copies import alike, copies
from tests.review.reports import OWN, made

#: Layout 5: issue 5 is on budget and procurement, and its measures are those of issue 4 with a few words changed.
ISSUE_4 = {
    "targets": {"issues": 4},
    "title": [
        "ประชาสัมพันธ์คู่มือเกี่ยวกับวิธีขออนุญาตใช้ทรัพย์สินของราชการ",
        "ประชุมชี้แจงเกี่ยวกับการขออนุญาตใช้ทรัพย์สินของทางราชการ",
        "ติดตามการลงข้อมูลบนเว็บไซต์ให้ครบถ้วน",
    ],
    "steps": ["ฝึกบุคลากรให้ขออนุญาตได้ถูกต้อง", "ดูแลเว็บไซต์ให้เป็นปัจจุบัน"],
    **OWN,
}
YEAR = {"fiscal_year": 2568, "assessment": {"year": 2567}}


def found(kind: str, *measures: Any, **more: Any) -> list[tuple[str, str]]:
    report = made(kind, *measures, **more)
    return [(finding.code, finding.place.field) for finding in copies(report, passages(report))]


def test_another_issue_s_measures_with_a_few_words_changed() -> None:
    titles = [
        "จัดทำคู่มือเกี่ยวกับวิธีขออนุญาตใช้ทรัพย์สินของราชการ",
        "ประชุมชี้แจงการขออนุญาตใช้ทรัพย์สินของทางราชการ",
        "ติดตามการลงข้อมูลบนเว็บไซต์ให้ครบถ้วน",
    ]
    copied = {**ISSUE_4, "targets": {"issues": 5}, "title": titles, "steps": ["กำชับบุคลากร"]}
    assert found("analysis", ISSUE_4, copied, **YEAR) == [("copies.measure", "measures[1]")]
    by_steps = {**copied, "title": ["วางแผนจัดซื้อจัดจ้าง"], "steps": ISSUE_4["steps"]}
    assert found("analysis", ISSUE_4, by_steps, **YEAR) == [("copies.measure", "measures[1]")]
    untitled = {name: value for name, value in ISSUE_4.items() if name != "title"}
    assert found("analysis", untitled, {**untitled, "targets": {"issues": 5}}, **YEAR) == [
        ("copies.measure", "measures[1]")
    ]


def test_a_text_made_to_keep_the_comparison_busy() -> None:
    begin = time.perf_counter()
    assert found("progress", {"title": "ก", "steps": ["_" * 200_000], **OWN}) == []
    assert time.perf_counter() - begin < 10


def test_one_shared_title_or_step_is_no_copy() -> None:
    own = ["สรุปการจัดซื้อจัดจ้างทุกเดือน", "ชี้แจงระเบียบการเบิกจ่าย", "ติดตามการลงข้อมูลบนเว็บไซต์ให้ครบถ้วน"]
    other = {**ISSUE_4, "targets": {"issues": 5}, "title": own, "steps": ["ดูแลเว็บไซต์ให้เป็นปัจจุบัน"]}
    assert found("analysis", ISSUE_4, other, **YEAR) == []


def test_the_finding_says_whose_measure_it_is_and_what_is_not_answered() -> None:
    report = made("analysis", ISSUE_4, {**ISSUE_4, "targets": {"issues": 5}}, **YEAR)
    (said,) = copies(report, passages(report))
    assert said.params["first"] == "0"
    assert "การใช้ทรัพย์สินของราชการ" in said.params["other"]
    assert "การจัดซื้อจัดจ้าง" in said.params["own"]


def test_measures_for_two_indicators_and_for_items_of_one() -> None:
    steps = ["ประชุมชี้แจงระเบียบ", "จัดทำคู่มือ"]
    one, other = ({"targets": {"indicators": n}, "steps": steps} for n in (2, 3))
    assert found("plan", one, other) == [("copies.measure", "measures[1]")]
    one, other = ({"targets": {"items": code}, "steps": steps} for code in ("i14", "i15"))
    assert found("plan", one, other) == []
    one, other = ({"targets": {"indicators": n}, "steps": ["จัดทำคู่มือ"]} for n in (2, 3))
    assert found("plan", one, other) == []


def test_a_measure_twice() -> None:
    one = {"title": "อบรมบุคลากร", "steps": ["เชิญวิทยากร", "สรุปผล"]}
    assert found("progress", one, {**one, "results": "อบรมแล้ว"}) == [("copies.measure-twice", "measures[1]")]
    assert found("progress", one, {"title": "อบรมบุคลากร", "steps": ["จัดซื้อวัสดุ", "ออกคำสั่ง"]}) == []
    title = "อบรมบุคลากรทุกคนให้เข้าใจระเบียบและกฎหมายที่ใช้ในงานของตน"
    two = {"title": title, "steps": ["จัดซื้อวัสดุ", "ออกคำสั่ง"]}
    assert found("progress", {**one, "title": title}, two) == [("copies.measure-twice", "measures[1]")]


def test_guidelines_of_an_indicator_under_another() -> None:
    text = "ประชุมชี้แจงแนวปฏิบัติแก่บุคลากรทุกคนในหน่วยงานเป็นประจำทุกไตรมาส"
    rows = {1: {"guidelines": text, "notes": "ดำเนินการแล้ว"}, 2: {"guidelines": [text], "notes": "ดำเนินการแล้ว"}}
    measure = {"title": "ก", "steps": ["ข"], **OWN}
    assert found("implementation", measure, indicator_progress=rows) == [
        ("copies.indicator", 'indicator_progress["2"].guidelines')
    ]


def test_digits_and_spaces_make_no_other_text() -> None:
    assert alike("อบรม ๒ ครั้ง", "อบรม 2 ครั้ง")
    assert not alike("อบรมเรื่องพัสดุ", "อบรมเรื่องวินัย")


def test_results_of_another_measure() -> None:
    told = ["ทบทวนขั้นตอนการทำงานแล้วเสร็จทุกเรื่อง", "ประกาศให้ประชาชนทราบที่หน้าสำนักงาน"]
    first = {"title": "ก", "steps": ["ข"], "results": told}
    assert found("progress", first, {"title": "ค", "steps": ["ง"], "results": told}) == [
        ("copies.told", "measures[1].results")
    ]
    said = [{"title": title, "steps": [title], "results": "ดำเนินการแล้ว"} for title in ("ก", "ค")]
    assert found("progress", *said) == []  # short words are true of many


def test_copies_are_found_among_very_many_measures() -> None:
    """Beyond what a paper has, only measures that share a run of letters are compared, and none is lost by it."""
    steps = [[f"ขั้นตอนที่ {letters(n, 1)} {letters(n, 2)}", f"{letters(n, 3)} {letters(n, 4)}"] for n in range(200)]
    for original, copy in ((3, 150), (80, 81), (0, 199)):
        steps[copy] = [steps[original][0], f"{steps[original][1]} อีก"]
    measures = [{"title": steps[n][0][::-1], "steps": steps[n], "results": "ผล", **OWN} for n in range(200)]
    copied = [("copies.measure-twice", f"measures[{n}]") for n in (81, 150, 199)]
    assert sorted(found("progress", *measures)) == sorted(copied)
    assert found("progress", *measures[70:100]) == [("copies.measure-twice", "measures[11]")]


def test_a_copy_is_found_however_much_was_left_out_or_put_in() -> None:
    """Texts of another length are not compared letter by letter: where that would find a copy, one is found."""
    title = "ประชาสัมพันธ์คู่มือเกี่ยวกับวิธีขออนุญาตใช้ทรัพย์สินของทางราชการให้บุคลากรทุกคนทราบ"
    seen = set()
    for length in range(len(title) * 6 // 10, len(title) * 3 // 2):
        other = (title + letters(1, 1) + letters(1, 2))[:length]
        is_copy = SequenceMatcher(None, title, other, autojunk=False).ratio() >= 0.85
        measures = ({"title": title, "steps": ["ก"]}, {"title": other, "steps": ["ข"]})
        assert found("progress", *measures) == [("copies.measure-twice", "measures[1]")] * is_copy
        seen.add(is_copy)
    assert seen == {True, False}


def letters(number: int, part: int) -> str:
    """Thirty letters that no other number and part have."""
    chance = random.Random(number * 10 + part)  # noqa: S311
    return "".join(chance.choices("กขคงจฉชซญดตถทนบปผพฟมยรลวสหอ", k=30))
