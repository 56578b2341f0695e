"""Another year in a report (ปีอื่นที่ไม่ใช่ปีของรายงาน): a year or a date that is not the paper's own.

Source: the report's fiscal, results and evidence year, and the year before each, of which items report; a month belongs
to the fiscal year that begins in October.  Laws, orders and standards of earlier years, plans that cover the year and
comparisons stay quiet; what prepares the next year is advice.
Limits: a year is judged by the words around it; periods are the report's own findings, the register's notes its own.

>>> from ita_docs import Agency, Measure, ProgressReport
>>> from ita_docs.review.passages import passages
>>> steps = ["อบรมเมื่อวันที่ ๑๖ กุมภาพันธ์ ๒๕๖๗", "เปิดเผยตามพระราชบัญญัติข้อมูลข่าวสารของราชการ พ.ศ. ๒๕๔๐"]
>>> agency = Agency(kind="อบต.", name="เมืองคง")
>>> report = ProgressReport(fiscal_year=2566, agency=agency, measures=[Measure(steps=steps)])
>>> [(found.code, found.params["found"]) for found in years(report, passages(report))]
[('years.other-date', '๑๖ กุมภาพันธ์ ๒๕๖๗')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ita_docs.findings import Finding, Severity
from ita_docs.reports import Report
from ita_docs.reports.report import finding
from ita_docs.review.passages import Passage
from ita_docs.review.year_words import Year, years_in
from ita_docs.thai import to_arabic_digits, to_thai_digits
from ita_docs.thai.fiscal_year import FIRST_MONTH

#: What is cited with the year it was made.
_CITED = re.compile(
    r"พระราชบัญญัติ|พ ?\.? ?ร ?\.? ?บ(?![ก-๙])|รัฐธรรมนูญ|ประมวล(?!ผล)|พระราชกฤษฎีกา|พ\.ร\.ฎ|พระราชกำหนด|กฎกระทรวง|กฎหมาย"
    r"|ระเบียบ|ข้อบังคับ|ข้อบัญญัติ|เทศบัญญัติ|ประกาศ(?!เจตนา|นโยบาย|ผล|ใช้แผน)|คำสั่ง|มติ|หนังสือ|ราชกิจจา|หลักเกณฑ์|มาตรฐาน"
    r"|มาตรา|แก้ไขเพิ่มเติม|ว่าด้วย|ฎีกา|คำพิพากษา|มอก|ISO|ลงวันที่|ลว\.?(?![ก-๙])|สัญญา|ฉบับที่|ยุทธศาสตร์ชาติ|แผนแม่บท"
)
#: What joins two years of one citation.
_CITED_ON = re.compile(r"แก้ไข|ฉบับที่|^\s*(?:และ|,|ถึง|\)|ลงวันที่)")
#: What is cited with its day, and what is where the text says that it happened then.
_DATED = re.compile(r"ลงวันที่|ลว\.?|ประกาศ(?!เจตนา|นโยบาย|ผล|ใช้)|คำสั่ง|หนังสือ|มติ|ราชกิจจา|ระเบียบ|บังคับ|สัญญา|กฎ")
_DECIDED = re.compile(r"มติ|ราชกิจจา|คณะรัฐมนตรี|บังคับ|คำพิพากษา|หนังสือ")
_HISTORY = re.compile(
    r"ก่อตั้ง|จัดตั้ง|ยกฐานะ|เปิดใช้|ก่อสร้าง|เริ่ม|ตั้งแต่|นับแต่|นับจาก|ครบรอบ|รุ่น|ฉบับปรับปรุง|บังคับใช้|ใช้บังคับ|มีผลใช้"
    r"|สำมะโน|ปีฐาน|แต่งตั้งเมื่อ"
)
_COMPARED = re.compile(
    r"เปรียบเทียบ|เทียบ(?:กับ|ปี)|ย้อนหลัง|ที่ผ่านมา|ปีก่อน|จากปี|เพิ่มขึ้น|ลดลง|สูงกว่า|ต่ำกว่า|ติดต่อกัน|แนวโน้ม|พัฒนาการ"
    r"|จากเดิม|[0-9๐-๙] ปี(?:ซ้อน)?|ดีขึ้นจาก|ครั้งก่อน|ปีที่แล้ว|แต่ละปี|รายปี|เช่นเดียวกับปี"
)
_RESULT = re.compile(r"ผล|รายงาน|คะแนน|ประเมิน|วิเคราะห์|ข้อมูล|สถิติ|ITA|สำรวจ|เงินสะสม|เหลื่อมปี|กันเงิน|ร้องเรียน")
_ANSWERED = re.compile(r"ผลการประเมิน|ผลประเมิน|คะแนน|ประกาศผล|แบบวัด|แบบสำรวจ|ITA|วิเคราะห์|ที่ผ่านมา|ประจำปี")
_NEXT = re.compile(
    r"แผน|ปี(?:งบประมาณ)?(?:ถัดไป|ต่อไป|หน้า|ต่อ ๆ ไป)|เตรียม|ร่าง|ล่วงหน้า|กรอบ|คำของบ|ตั้งงบ|จัดทำงบ|ข้อบัญญัติ|เทศบัญญัติ"
    r"|เป้าหมาย|คาดว่า|จะ(?!ต้อง)|ต่อเนื่อง|ต่อไป|เพื่อใช้"
)
_REPORTED = re.compile(r"รายงาน|สรุป|เผยแพร่|เสนอ|ประเมิน|ติดตาม|ส่ง|ประกาศผล|แล้วเสร็จ|เบิกจ่าย|ลงนาม")
_WHEN = re.compile(r"เมื่อ(?:วัน)?(?:ที่)?\s*$")
_LEFT, _RIGHT, _CITED_LEFT = 80, 40, 150
_STALE = 4
_AFTER_THE_YEAR = 3
_DONE = frozenset(("results", "outcomes", "notes", "reason", "progress"))
_ANALYSES = frozenset(("analysis", "assessment", "principles"))
_OF_THE_REGISTER = re.compile(r"assessment\.(?:notes|levels|edition)")
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Own:
    """The years of a report, Buddhist era."""

    fiscal: int
    results: int
    evidence: int
    round: int

    @property
    def named(self) -> frozenset[int]:
        """The years that a report is about."""
        return frozenset((self.fiscal, self.results, self.evidence))

    @property
    def reported(self) -> frozenset[int]:
        """The years before them, of which the items of an assessment report."""
        return frozenset((self.fiscal - 1, self.evidence - 1))

    def __str__(self) -> str:
        return ", ".join(str(year) for year in sorted(self.named))


@dataclass(frozen=True, slots=True)
class Here:
    """A year in its text: the words before and after it, and whether it dates what is cited."""

    year: Year
    passage: Passage
    before: str
    after: str
    cited: bool
    #: The words before it and before the years that stand before it: one comparison names several years.
    beyond: str

    def around(self, words: re.Pattern[str]) -> bool:
        """Whether one of the words stands near, not beyond the year before."""
        return words.search(self.before) is not None or words.search(self.after) is not None

    @property
    def belongs(self) -> int:
        """The fiscal year in which a date lies."""
        return self.year.year + (self.year.month >= FIRST_MONTH)

    @property
    def compared(self) -> bool:
        """Whether the year is one of a comparison, or says since when something is."""
        return self.around(_HISTORY) or self.around(_COMPARED) or _COMPARED.search(self.beyond) is not None


def years(report: Report, passages: Sequence[Passage]) -> Iterator[Finding]:
    """The years and dates in a report's texts that are not its own; each once in a passage."""
    fiscal = report.fiscal_year.year
    evidence = report.evidence_year.year if report.evidence_year else fiscal
    own = Own(fiscal, report.results_year.year, evidence, getattr(report, "round", 2))
    for passage in passages:
        if passage.field == "period" or _OF_THE_REGISTER.match(passage.place):
            continue
        seen: set[str] = set()
        for here in _in_their_text(passage):
            for found in _judged(here, own):
                if found.params["found"] not in seen:
                    seen.add(found.params["found"])
                    yield found


def _in_their_text(passage: Passage) -> Iterator[Here]:
    text, done, cited = passage.text, 0, False
    for year in years_in(text):
        between = text[max(done, year.start - _CITED_LEFT) : year.start]
        cited = _is_cited(year, between, cited and done > 0)
        beyond = text[max(0, year.start - _LEFT) : year.start]
        before = text[max(done, year.start - _LEFT) : year.start]
        yield Here(year, passage, before, text[year.end : year.end + _RIGHT], cited, beyond)
        done = year.end


def _is_cited(year: Year, between: str, cited_before: bool) -> bool:
    """Whether a year dates a law, an order or a standard that is named before it, after the year before."""
    if year.form == "year" and "ประจำ" in year.quote:
        return False
    words = _CITED
    if year.form == "date":
        words = _DECIDED if _WHEN.search(between) else _DATED
    return words.search(between) is not None or (cited_before and _CITED_ON.search(between) is not None)


def _judged(here: Here, own: Own) -> Iterator[Finding]:
    year, place = here.year, here.passage.place
    if year.wrong_era:
        repair = f"พ.ศ. {year.year}"
        in_thai = to_arabic_digits(year.quote) != year.quote
        yield finding(
            "years.era", place, "warning", found=year.quote, repair=to_thai_digits(repair) if in_thai else repair
        )
    elif year.form == "date":
        if _after_round(here, own):
            yield finding("years.after-round", place, "warning", found=year.quote)
        elif severity := _of_date(here, own):
            params = {"found": year.quote, "year": str(here.belongs), "own": str(own.fiscal)}
            yield finding("years.other-date", place, severity, **params)
    elif severity := _of_range(here, own) if year.form == "range" else _of_year(here, own):
        yield finding("years.other-year", place, severity, found=year.quote, own=str(own))


def _of_range(here: Here, own: Own) -> Severity | None:
    """A plan over several years covers one of the report's years, or is another's."""
    first, last = here.year.year, here.year.last
    if any(first <= year <= last for year in own.named | own.reported):
        return None
    return None if last < own.fiscal and (here.cited or here.compared) else "advice"


def _of_year(here: Here, own: Own) -> Severity | None:
    year = here.year.year
    if year in own.named or year in own.reported:
        return None
    if year > max(own.named):
        next_year = year == max(own.named) + 1 and here.around(_NEXT)
        return "advice" if here.cited or next_year or here.year.form == "bare" else "warning"
    return None if here.cited or here.compared else _of_earlier(here, own)


def _of_earlier(here: Here, own: Own) -> Severity | None:
    """A year before the report's, which nothing around it explains."""
    analysed = here.passage.top in _ANALYSES
    if here.year.year == own.results - 1:
        if analysed or here.passage.field == "weakness":
            return None
        return "advice" if here.around(_RESULT) else "warning"
    if here.year.year < own.fiscal - _STALE:
        return None if here.year.form == "bare" else "advice"
    return "advice" if analysed else "warning"


def _of_date(here: Here, own: Own) -> Severity | None:
    belongs = here.belongs
    if belongs in (own.fiscal, own.evidence):
        return None
    if belongs > own.fiscal:
        return _of_later(here, own)
    if here.cited or here.compared:
        return None
    analysed = here.passage.top in _ANALYSES
    if belongs == own.results or belongs in own.reported:
        if analysed or here.passage.field == "weakness" or here.around(_ANSWERED):
            return None
        return "warning" if here.passage.field in _DONE else "advice"
    return "advice" if analysed or belongs < own.fiscal - 3 * _STALE else "warning"


def _of_later(here: Here, own: Own) -> Severity:
    """A date after the year: soon after it a report may be made, and what is planned may come."""
    date = here.year
    months = (date.year - own.fiscal) * _MONTHS + date.month - (FIRST_MONTH - 1)
    happened = _WHEN.search(here.before) is not None and here.passage.field in _DONE
    if (here.cited and not _WHEN.search(here.before)) or (months <= _AFTER_THE_YEAR and here.around(_REPORTED)):
        return "advice"
    return "advice" if here.around(_NEXT) and not happened else "warning"


def _after_round(here: Here, own: Own) -> bool:
    """Whether a report on the first half says that something was done in the second."""
    second = FIRST_MONTH - 6 <= here.year.month < FIRST_MONTH and here.belongs == own.fiscal
    done = here.passage.field in _DONE and _WHEN.search(here.before) is not None
    return own.round == 1 and second and done
