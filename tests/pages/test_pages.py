"""Pages, as LibreOffice draws them: nothing is lost, the heading row is on every page, a signature is never alone.

Compared by count and text, not by picture. LibreOffice runs once for all documents of this module.
"""

import re
import subprocess
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

from ita_docs import KINDS, PAPERS, ImplementationReport, ImprovementPlan, Memo, ProgressReport, load, render
from ita_docs.reports import Report
from ita_docs.thai import to_arabic_digits, to_thai_digits

pytestmark = pytest.mark.xdist_group("soffice")

AGENCY = {"kind": "อบต.", "name": "ตัวอย่าง", "district": "เมือง", "province": "ชัยนาท"}
STAGES = [{"role": role} for role in ("ผู้รายงาน", "ปลัด", "นายก")]
FILLER = "ดำเนินการตามแผนและรายงานผลให้ผู้บริหารทราบทุกเดือน "
STEPS = [f"{(FILLER * 12)[: 600 - 8]} E{measure:02}S{step:02}E" for measure in range(12) for step in range(40)]
#: A heading of each table without a tone mark over a vowel, which pdftotext moves.
HEADINGS = {"progress-report": "วิธีการดำเนินการ", "improvement-plan": "หน่วยงาน/ผู้รับผิดชอบ"}

#: How many notes the last item has: signatures fit below, only just not, not at all, on the next page but one.
NOTES = (2, 11, 14, 40)

#: How many steps the last measure has, and the kinds whose table ends in it; the same.
LENGTHS = (12, 16, 20, 30, 45)
MEASURED = ("progress-report", "improvement-plan", "integrity-measures", "assessment-analysis")

#: Through how many a memo goes, and how many sentences its text has.
THROUGH, SENTENCES = (0, 1, 2, 3), (0, 12, 30)

Pages = Callable[[str], list[str]]


def big(number: int) -> list[str]:
    return STEPS[number * 40 : number * 40 + 40]


def last_item(report: dict[str, Any], notes: int) -> dict[str, Any]:
    """A report whose last item has many notes, so that the signatures may not fit below."""
    return {**report, "measures": [{"title": "ก"}], "item_progress": {"O43": [f"{FILLER}{n}" for n in range(notes)]}}


def last_measure(steps: int) -> dict[str, Any]:
    """A report whose last measure has many sub-steps, which all layouts print in one row."""
    step = {"text": "หัวข้อ", "sub_steps": [f"{FILLER}{n}" for n in range(steps)]}
    measure = {"title": "ก", "targets": {"indicators": 9}, "steps": [step]}
    return {"fiscal_year": 2566, "agency": AGENCY, "sign_off": STAGES, "measures": [measure]}


def long_memo(way: int, sentences: int) -> dict[str, Any]:
    """A memo whose signatures may not fit below its text."""
    texts = {"background": FILLER * sentences or None, "facts": ["ก", "ข"], "proposal": ["ค", f"{FILLER}ท้ายสุด"]}
    return {"fiscal_year": 2566, "agency": AGENCY, "subject": "ก", "through": ["ปลัด"] * way, **texts}


def documents(examples: Path) -> dict[str, Any]:
    report = {"fiscal_year": 2566, "agency": AGENCY, "sign_off": STAGES}
    by_indicator = [{"targets": {"indicators": n % 9 + 1}, "steps": big(n)} for n in range(12)]
    measures = [{"title": "ชื่อมาตรการ", "steps": big(n), "results": "ผล"} for n in range(12)]
    small = {**report, "measures": [{"title": "ก", "steps": ["ข"] * 3, "results": ["ค"] * 3}]}
    return {
        **{kind: load(examples / f"{kind}.yaml") for kind in PAPERS},
        "progress-report-big": ProgressReport.model_validate({**report, "measures": measures}),
        "improvement-plan-big": ImprovementPlan.model_validate({**report, "measures": by_indicator}),
        **{f"implementation-report-{n}": ImplementationReport.model_validate(last_item(report, n)) for n in NOTES},
        **{f"{kind}-{n}": KINDS[kind].model_validate(last_measure(n)) for kind in MEASURED for n in LENGTHS},
        **{f"memo-{way}-{n}": Memo.model_validate(long_memo(way, n)) for way in THROUGH for n in SENTENCES},
        "progress-report-small": ProgressReport.model_validate(small),
        "progress-report-unsigned": ProgressReport.model_validate({**small, "sign_off": []}),
    }


@pytest.fixture(scope="module")
def pages(
    tmp_path_factory: pytest.TempPathFactory, soffice: str, pdftotext: str, root: Path
) -> Callable[[str], list[str]]:
    """The text of each page of a document by its name."""
    folder = tmp_path_factory.mktemp("pages")
    made = documents(root / "examples")
    for name, report in made.items():
        render(report, folder / f"{name}.docx")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [soffice, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir", str(folder)]
    files = [str(folder / f"{name}.docx") for name in made]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=240)

    def read(name: str) -> list[str]:
        text = subprocess.run([pdftotext, "-raw", str(folder / f"{name}.pdf"), "-"], check=True, capture_output=True)
        return text.stdout.decode().split("\f")[:-1]

    return read


def last_words(pages: list[str]) -> list[str]:
    """The markers at the end of the steps, in the order of the pages."""
    return re.findall(r"E[0-9๐-๙]{2}S[0-9๐-๙]{2}E", "".join(pages))


@pytest.mark.parametrize("kind", KINDS)
def test_every_step_of_a_sample_is_on_its_pages_in_order(pages: Pages, root: Path, kind: str) -> None:
    drawn = letters("".join(pages(kind)))
    report = load(root / "examples" / f"{kind}.yaml")
    assert isinstance(report, Report)
    steps = [step for measure in report.measures for step in measure.steps]
    assert len(steps) > 4
    at = 0
    for step in steps:
        text = letters(step.text)
        at = drawn.find(text[:10], at)
        assert at >= 0, f"lost or out of order: {step.text}"
        whole = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(drawn[at:], text, strict=False)))
        # What is left stands on the next page, below its heading.
        at = drawn.find(text[whole:], at + whole)
        assert at >= 0, f"not whole: {step.text}"


@pytest.mark.parametrize("kind", ["progress-report", "improvement-plan"])
def test_every_step_of_a_huge_report_is_on_the_pages_in_order(pages: Pages, kind: str) -> None:
    assert last_words(pages(f"{kind}-big")) == [f"E{m:02}S{s:02}E" for m in range(12) for s in range(40)]


@pytest.mark.parametrize("kind", ["progress-report", "improvement-plan"])
@pytest.mark.parametrize("size", ["", "-big"])
def test_the_heading_row_is_on_every_page_of_the_table(pages: Pages, kind: str, size: str) -> None:
    drawn = pages(f"{kind}{size}")
    table = drawn[1:] if kind == "progress-report" else drawn
    assert len(table) > 1
    assert [number for number, page in enumerate(table) if HEADINGS[kind] not in squeezed(page)] == []


@pytest.mark.parametrize("name", ["progress-report", "improvement-plan-big", "progress-report-big"])
def test_the_signatures_stay_together_on_one_page(pages: Pages, name: str) -> None:
    *others, last = pages(name)
    assert [squeezed(last).count(role) for role in ("ผู้รายงาน", "ปลัด", "นายก")] >= [1, 1, 1]
    assert not any("(...." in page for page in others)


@pytest.mark.parametrize("name", ["progress-report", "progress-report-small"])
def test_the_signatures_share_their_page_with_the_end_of_the_table(pages: Pages, name: str) -> None:
    last = pages(name)[-1]
    assert "วันที่" in last
    above = squeezed(last.split("ผู้รายงาน")[0]).split(squeezed("ข้อเสนอแนะ"))[-1]
    assert len(above) > 2, "only the heading row stands above the signatures"


@pytest.mark.parametrize("notes", NOTES)
def test_the_signatures_stand_below_the_last_note(pages: Pages, notes: int) -> None:
    last = squeezed(pages(f"implementation-report-{notes}")[-1])
    assert last.count("วันที่") == 3
    assert f"{squeezed(FILLER)[-10:]}{to_thai_digits(str(notes - 1))}" in last.split("ผู้รายงาน")[0]


@pytest.mark.parametrize("kind", MEASURED)
def test_the_signatures_stand_below_the_last_step(pages: Pages, kind: str) -> None:
    for steps in LENGTHS:
        last = letters(pages(f"{kind}-{steps}")[-1])
        assert last.count(letters("วันที่")) == 3
        assert f"{letters(FILLER)[-10:]}{steps - 1}" in last.split(letters("ผู้รายงาน"))[0], steps


@pytest.mark.parametrize("way", THROUGH)
def test_all_who_sign_a_memo_sign_the_page_of_its_last_words(pages: Pages, way: int) -> None:
    for sentences in SENTENCES:
        drawn = pages(f"memo-{way}-{sentences}")
        assert len(drawn) <= 3
        last = letters(drawn[-1])
        assert last.count(letters("วันที่")) - (len(drawn) == 1) == way + 2, sentences
        assert letters("ท้ายสุด") in last.split(letters("ผู้รายงาน"))[0]
        assert letters("อนุญาตให้เผยแพร่") in last


def test_a_publication_form_is_one_page(pages: Pages) -> None:
    (page,) = pages("publication-form")
    assert letters("ผู้รับผิดชอบการนำข้อมูลขึ้นเผยแพร่") in letters(page)


def test_every_item_is_on_the_pages_once_below_a_heading_row(pages: Pages) -> None:
    drawn = pages("implementation-report")
    codes = [int(code) for page in drawn for code in re.findall(r"^O ?([0-9๐-๙]+) ", page, re.MULTILINE)]
    assert codes == list(range(1, 44))
    rows = [letters(heading) for heading in ("วิธีดำเนินการ", "ความก้าวหน้าผลการดำเนินการ")]
    assert [n for n, page in enumerate(drawn, 1) if not any(row in letters(page) for row in rows)] == []


def test_no_heading_of_a_group_ends_a_page(pages: Pages) -> None:
    for name in ("implementation-report", *(f"implementation-report-{notes}" for notes in NOTES)):
        parts = [letters(page).split(letters("ตัวชี้วัดย่อยที่")) for page in pages(name)]
        assert sum(len(part) - 1 for part in parts) == 11
        assert all(letters("ความก้าวหน้าผลการดำเนินการ") in part for page in parts for part in page[1:])


def test_without_signatures_there_is_no_page_more(pages: Pages) -> None:
    assert len(pages("progress-report-unsigned")) == len(pages("progress-report-small")) == 2


def test_the_title_of_the_plan_is_on_every_page(pages: Pages) -> None:
    drawn = pages("improvement-plan")
    assert len(drawn) > 5
    assert all("องค์การบริหารส่วนตำบลคอนสวรรค์ประจำปีงบประมาณพ.ศ.๒๕๖๖" in squeezed(page) for page in drawn)


def letters(text: str) -> str:
    """Letters and digits alone: pdftotext moves the marks above and below."""
    return re.sub(r"[^A-Za-z0-9ก-ฮ]", "", to_arabic_digits(text))


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)
