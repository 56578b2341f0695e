"""The review as a whole: the authors' mistakes put back into the samples are found, and the samples are clean.

Each row puts one mistake that the sources of the layouts made into the sample of that layout, and names the findings
that must speak of it.  Nothing else may be found, so that a row proves its own mistake and no other.
"""

import pickle
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from ita_docs import KINDS, render
from ita_docs.data_files import check
from ita_docs.findings import Finding
from ita_docs.reports import Report
from ita_docs.review import CHECKS, Passage, passages, review
from tests.review.reports import OWN, loaded, made

PLAN, PROGRESS = "improvement-plan", "progress-report"
INTEGRITY, DONE, ANALYSIS = "integrity-measures", "implementation-report", "assessment-analysis"

#: The sample, what is replaced in it and by what, the codes that must be found.
MISTAKES = [
    # Another agency left in, its own kind mistaken, its own name misspelt.
    (DONE, "แจ้งผลงานของ อบต.เมืองคง\n", "แจ้งผลงานของ อบต.โพธิ์ทอง\n", {"names.other-agency"}),
    (PLAN, "และแจ้งเวียนให้ทราบทั่วทั้ง อบต.", "และแจ้งเวียนให้ทราบทั่วทั้งเทศบาล", {"names.other-kind"}),
    (ANALYSIS, "ฝึกบุคลากร อบต.นาห่อม ให้", "ฝึกบุคลากร อบต.นาหม่อม ให้", {"names.misspelt", "names.other-agency"}),
    # Ranges and names of another edition; an item twice, left out, or under a second issue.
    (PLAN, "จนครบทุกข้อของตัวชี้วัดที่ ๙ และ", "จนครบทุกข้อของตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล O๑-O๓๓ และ", {"items.other-part"}),
    (PLAN, "- targets: {items: O21}\n", "- targets: {items: O20}\n", {"items.twice", "items.left-out"}),
    (ANALYSIS, "- targets: {issues: 6}", "- targets: {issues: 6, items: o15}", {"items.other-target"}),
    # One item's text under another.
    (
        DONE,
        "O24: รายงานความก้าวหน้าของทุกโครงการตามนโยบายด้านบุคคล พร้อมงบประมาณที่ใช้ในรอบ ๖ เดือนแรก",
        "O24: จัดทำรายงานผลจัดซื้อจัดจ้าง โดยมีรายละเอียดครบตามองค์ประกอบ",
        {"items.other-text"},
    ),
    (
        DONE,
        "O18: เปิดหน้าคำขอออนไลน์ให้ประชาชนยื่นเรื่องได้จากหน้าเว็บไซต์หลัก โดยไม่ต้องเดินทางมาที่ทำการ",
        "O18: คู่มือสำหรับประชาชนที่จะมาขอรับบริการ เปิดอ่านได้บนเว็บไซต์",
        {"items.copied-text"},
    ),
    # A copied measure, so that nothing answers o17.
    (
        ANALYSIS,
        (
            "  - ทำคู่มือว่าด้วยการเบิกจ่ายเงินงบประมาณ การซื้อ และการจ้าง\n"
            "  - ประชุมเพื่ออธิบายระเบียบการเงินและระเบียบพัสดุแก่ผู้เบิกและผู้ตรวจเอกสาร\n"
        ),
        "  - แจ้งให้ทุกคนรู้จักคู่มือการขอใช้ทรัพย์สินของราชการ\n  - ประชุมเพื่ออธิบายวิธีขออนุญาตใช้ทรัพย์สินนั้น\n",
        {"copies.measure"},
    ),
    # Zeros that do not give the printed score, and a count that does not fit.
    (INTEGRITY, "OIT: 87.5}", "OIT: 85.5}", {"assessment.instrument-differs", "assessment.total-differs"}),
    (
        INTEGRITY,
        "ซึ่ง ทต.เขาบายศรี ต้องเร่งแก้ไข มีจำนวน ๕ ข้อ คือ",
        "ซึ่ง ทต.เขาบายศรี ต้องเร่งแก้ไข มีจำนวน ๓ ข้อ คือ",
        {"figures.count"},
    ),
    (INTEGRITY, "รวม ๕ ข้อ เป็นข้อของ", "รวม ๔ ข้อ เป็นข้อของ", {"figures.count", "figures.zero-count"}),
    # One year's report that speaks of another.
    (DONE, "จัดบรรยายเมื่อวันที่ ๑๖ กุมภาพันธ์ พ.ศ. ๒๕๖๖", "จัดบรรยายเมื่อวันที่ ๑๖ กุมภาพันธ์ พ.ศ. ๒๕๖๗", {"years.other-date"}),
    # Periods outside the year or the round.
    (
        PROGRESS,
        "เดือนตุลาคม ๒๕๖๕ และเดือนมีนาคม ๒๕๖๖",
        "เดือนตุลาคม ๒๕๖๕ และเดือนเมษายน ๒๕๖๖",
        {"period.outside-round", "period.apart"},
    ),
    # Follow-up and period that disagree.
    (
        INTEGRITY,
        "    period: ก.พ. - มี.ค. ๒๕๖๖\n    follow_up: สอบทานว่าทำครบทุกขั้นตอนแล้วหรือไม่ และรายงานผล ไตรมาส ๒\n",
        "    period: ก.พ. - มี.ค. ๒๕๖๖\n    follow_up: สอบทานว่าทำครบทุกขั้นตอนแล้วหรือไม่ และรายงานผล ไตรมาส ๒ - ๔\n",
        {"period.follow-up-long"},
    ),
    # Mixed numerals, look-alike digits and scraps.
    (PLAN, "ประจำปี ๒๕๖๖ ให้ครอบคลุม", "ประจำปี 25๖๖ ให้ครอบคลุม", {"spelling.mixed-digits"}),
    (DONE, "ในงานแต่ละด้านไว้ในคู่มือ", "ในงานแต่ละด้าน ivo ไว้ในคู่มือ", {"spelling.stray-letters"}),
    # What is demanded and lacks.
    (PROGRESS, "QR Code", "แบบ", {"required.qr-code"}),
    (INTEGRITY, "  responsible: งานนิติการ สำนักปลัด\n", "", {"required.responsible"}),
]


def mended(root: Path, kind: str, old: str, new: str, folder: Path) -> Path:
    text = (root / "examples" / f"{kind}.yaml").read_text(encoding="utf-8")
    assert old in text
    path = folder / f"{kind}.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


@pytest.mark.parametrize(("kind", "old", "new", "codes"), MISTAKES)
def test_a_mistake_of_the_sources_is_found(  # noqa: PLR0913, PLR0917  a row of the table
    root: Path, tmp_path: Path, kind: str, old: str, new: str, codes: set[str]
) -> None:
    found = review(loaded(mended(root, kind, old, new, tmp_path)))
    assert {finding.code for finding in found} & codes
    assert {finding.code for finding in found} <= codes


def test_one_zero_named_where_the_printed_score_needs_two(root: Path, tmp_path: Path) -> None:
    """Layout 3 as its author printed it: no scores of items, O38 alone for indicator 10, and 87.5."""
    text = (root / "examples" / f"{INTEGRITY}.yaml").read_text(encoding="utf-8")
    text = re.sub(r"\n  items: \{.*?\n  \}", "", text, flags=re.DOTALL).replace("items: [O37, O38]", "items: O38")
    path = tmp_path / "layout3.yaml"
    path.write_text(text, encoding="utf-8")
    found = {finding.code: dict(finding.params) for finding in review(loaded(path))}
    assert found["figures.zeros"] == {"named": "O38", "part": "ตัวชี้วัดที่ 10", "found": "87.50", "computed": "93.75"}
    assert found["figures.count"] == {"found": "๕ ข้อ", "listed": "4"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("folder", ["examples", "examples/new"])
def test_samples_and_starters_are_clean(root: Path, folder: str, kind: str) -> None:
    assert [str(finding) for finding in review(loaded(root / folder / f"{kind}.yaml"))] == []


def test_the_review_is_what_the_report_finds_and_every_check_adds(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def check_of(name: str) -> object:
        def check(report: Report, typed: Sequence[Passage]) -> Sequence[Finding]:
            asked.append(name)
            assert typed == passages(report)
            return [Finding("items.twice", params={"found": name})] * 2

        return check

    monkeypatch.setattr("ita_docs.review._check", check_of)
    report = made("progress", {"title": "ก", "steps": ["ข"], "period": "เม.ย. ๖๖", "remark": "ค"})
    found = review(report)
    assert asked == list(CHECKS)
    own = [finding.code for finding in report.findings()]
    assert own == ["period.outside-round", "measure.not-printed"]
    assert [finding.code for finding in found] == own + ["items.twice"] * len(CHECKS)  # each once


def test_a_rendered_document_is_reviewed_when_it_is_asked(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[Report] = []

    def counted(report: Report) -> tuple[Finding, ...]:
        calls.append(report)
        return review(report)

    monkeypatch.setattr(sys.modules["ita_docs.engine.render"], "review", counted)
    done = render(made("progress", {"title": "ก", "steps": ["ข"], **OWN}))
    assert calls == []
    twin = pickle.loads(pickle.dumps(done))  # noqa: S301  our own bytes
    assert {"required.results", "required.qr-code"} <= {finding.code for finding in done.findings}
    assert done.findings is done.findings
    assert len(calls) == 1
    assert twin == done
    assert twin.findings == done.findings
    assert render(loaded(root / "examples" / "progress-report.yaml")).findings == ()


def test_findings_name_the_line_of_the_file(root: Path, tmp_path: Path) -> None:
    path = mended(root, DONE, "O24: รายงานความก้าวหน้าของทุกโครงการตามนโยบายด้านบุคคล", "O24: รายงานผลจัดซื้อจัดจ้าง", tmp_path)
    line = next(n for n, text in enumerate(path.read_text(encoding="utf-8").splitlines(), 1) if "O24: รายงานผล" in text)
    assert [(finding.code, finding.place.line) for finding in check(path)] == [("items.other-text", line)]


def test_passages_are_what_the_author_typed() -> None:
    report = made(
        "progress",
        {"number": 1, "title": ["ก", "ข"], "steps": ["ค"], "period": "ต.ค.๖๕", "targets": {"items": "O1"}},
        defaults={"suggestions": "ง"},
        sign_off=[{"role": "ปลัด"}],
    )
    typed = [(passage.place, passage.text, passage.field, passage.top) for passage in passages(report)]
    assert typed == [
        ("defaults.suggestions", "ง", "suggestions", "defaults"),
        ("measures[0].title[0]", "ก", "title", "measures"),
        ("measures[0].title[1]", "ข", "title", "measures"),
        ("measures[0].steps[0].text", "ค", "text", "measures"),
        ("measures[0].period", "ต.ค.๖๕", "period", "measures"),
        ("sign_off.stages[0].role", "ปลัด", "role", "sign_off"),
    ]
