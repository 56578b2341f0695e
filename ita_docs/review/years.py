"""Another year in a report (ปีอื่นที่ไม่ใช่ปีของรายงาน): a year or a date that is not the paper's own.

Source: the report's fiscal, results and evidence year, and the year before each, of which items report; a month belongs
to the fiscal year that begins in October.  Laws, orders and standards of earlier years, plans that cover the year and
comparisons stay quiet, as do prizes, accounts closed, the report on a whole year and what a suggestion leaves to the
next one; what else prepares the next year is advice.
Limits: a year is judged by the words around it; periods are the report's own findings; `ตั้งแต่ปี …` is believed.

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
from typing import NamedTuple

from ita_docs.findings import Finding, Severity
from ita_docs.patterns import lazy_pattern
from ita_docs.reports import Report
from ita_docs.reports.report import finding
from ita_docs.review.passages import Passage
from ita_docs.review.year_words import Year, years_in
from ita_docs.thai import FiscalYear, format_date, to_arabic_digits, to_thai_digits
from ita_docs.thai.fiscal_year import FIRST_MONTH

#: What is cited with the year it was made.
_CITED = lazy_pattern(
    r"พระราชบัญญัติ|พ ?\.? ?ร ?\.? ?บ(?![ก-๙])|รัฐธรรมนูญ|ประมวล(?!ผล)|พระราชกฤษฎีกา|พ\.ร\.ฎ|พระราชกำหนด|กฎกระทรวง|กฎหมาย"
    r"|ระเบียบ|ข้อบังคับ|ข้อบัญญัติ|เทศบัญญัติ|ประกาศ(?!เจตนา|นโยบาย|ผล|ใช้แผน)|คำสั่ง|มติ|หนังสือ|ราชกิจจา|หลักเกณฑ์|มาตรฐาน"
    r"|มาตรา|แก้ไขเพิ่มเติม|ว่าด้วย|ฎีกา|คำพิพากษา|มอก|ISO|ลงวันที่|ลว\.?(?![ก-๙])|สัญญา|ฉบับที่|ยุทธศาสตร์ชาติ|แผนแม่บท"
)
#: What joins two years of one citation.
_CITED_ON = lazy_pattern(r"แก้ไข|ฉบับที่|^\s*(?:และ|,|ถึง|\)|ลงวันที่)")
#: What is cited with its day, and what is where the text says that it happened then.
_DATED = lazy_pattern(r"ลงวันที่|ลว\.?|ประกาศ(?!เจตนา|นโยบาย|ผล|ใช้)|คำสั่ง|หนังสือ|มติ|ราชกิจจา|ระเบียบ|บังคับ|สัญญา|กฎ|ฉบับ")
_DECIDED = lazy_pattern(r"มติ|ราชกิจจา|คณะรัฐมนตรี|บังคับ|คำพิพากษา|หนังสือ")
_HISTORY = lazy_pattern(
    r"ก่อตั้ง|จัดตั้ง|ยกฐานะ|เปิดใช้|ก่อสร้าง|เริ่ม|ตั้งแต่|นับแต่|นับจาก|ครบรอบ|รุ่น|ฉบับปรับปรุง|บังคับใช้|ใช้บังคับ|มีผลใช้"
    r"|สำมะโน|ปีฐาน|แต่งตั้งเมื่อ"
)
#: What follows a year that only dates how long something is there.
_FOUNDED = lazy_pattern("ก่อตั้ง|จัดตั้ง|ยกฐานะ|ปีฐาน|บังคับใช้|ใช้บังคับ|มีผลใช้|รุ่น")
#: Who made what is followed, and when: `ที่กรมจัดทำขึ้นเมื่อปี …`, `ออกไว้เมื่อเดือน …`.
_MADE = lazy_pattern(
    r"(?:กำหนด|จัดทำ|วาง|ออก|ตรา|พัฒนา|สร้าง|ประกาศใช้|อนุมัติ|ประกาศ|เห็นชอบ|เผยแพร่)(?:ขึ้น|ไว้|ให้|มา)?"
    r"\s*(?:เมื่อ|ใน|ตั้งแต่)(?:ช่วง|เดือน|วันที่)?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.ศ\.)?\s*$"
)
_FOLLOWED = lazy_pattern(r"(?:ตาม|ยึด|ใช้|ทบทวน|ปรับปรุง|แก้ไข|อ้างอิง|ยกเลิก|ต่อจาก).{0,80}(?:ซึ่ง|ที่(?!ประชุม)).{0,50}$")
#: Prizes are named with their year.
_HONOURED = lazy_pattern(
    r"(?<!ไม่)รับรางวัล|ได้รับ.{0,20}รางวัล|รางวัล.{0,25}ประจำ|(?:ได้รับ|มอบ)โล่|โล่(?:รางวัล|เกียรติ|เชิดชู)|เกียรติบัตร|ผ่านการรับรอง"
)
#: What is told of several years.
_FIGURES = lazy_pattern("คะแนน|ร้อยละ|ระดับ")
#: The last day of a year, of which accounts are drawn.
_CLOSED = lazy_pattern(r"ณ\s*(?:วันที่)?\s*$|สิ้น|คงเหลือ|ฐานะการเงิน")
#: What was done, and not what is to be done by then.
_PAST = lazy_pattern(r"เมื่อ|ได้|แล้ว(?!เสร็จ)|เคย|ซึ่ง|ที่ผ่าน|เดิม|ตาม|ครั้งที่")
_DUE = lazy_pattern(r"ภายใน(?:วันที่|วัน)?\s*$")
_COMPARED = lazy_pattern(
    r"เปรียบเทียบ|เทียบ(?:กับ|ปี)|ย้อนหลัง|ที่ผ่านมา|ปีก่อน|จากปี|สูงกว่า|ต่ำกว่า|ติดต่อกัน|แนวโน้ม|พัฒนาการ|(?:ดี|มาก|น้อย)กว่า(?:ปี|เดิม)"
    r"|จากเดิม|[0-9๐-๙] ปี(?:ซ้อน)?|ดีขึ้นจาก|ครั้งก่อน|ปีที่แล้ว|แต่ละปี|รายปี|เช่นเดียวกับปี|จาก.{0,15}ในปี"
)
#: Figures that rose or fell compare; that people know more does not.
_ROSE = lazy_pattern("(?:เพิ่ม|สูง|ดี|มาก)ขึ้น|(?:ลด|ต่ำ|น้อย)ลง")
_FROM = lazy_pattern(r"จาก(?!การ)|กว่า|คะแนน|ร้อยละ|สถิติ")
_RESULT = lazy_pattern(r"ผล|รายงาน|คะแนน|ประเมิน|วิเคราะห์|(?<!ฐาน)ข้อมูล|สถิติ|ITA|สำรวจ|เงินสะสม|เหลื่อมปี|กันเงิน|ร้องเรียน")
_ANSWERED = lazy_pattern(r"ผลการประเมิน|ผลประเมิน|คะแนน|ประกาศผล|แบบวัด|แบบสำรวจ|ITA|วิเคราะห์|ที่ผ่านมา|ประจำปี")
#: The year's assessment itself, which is no programme.
_ASSESSED = lazy_pattern("ITA|คะแนน|ประเมินคุณธรรม")
_PUBLISHED = lazy_pattern("ประกาศผล|ผลการประเมิน|แบบวัด")
_NEXT = lazy_pattern(
    r"แผน|ปี(?:งบประมาณ)?(?:ถัดไป|ต่อไป|หน้า|ต่อ ๆ ไป)|เตรียม|ร่าง|ล่วงหน้า|กรอบ|คำของบ|ตั้งงบ|จัดทำงบ|ข้อบัญญัติ|เทศบัญญัติ"
    r"|เป้าหมาย|คาดว่า|จะ(?!ต้อง)|ต่อเนื่อง|ต่อไป|เพื่อใช้"
)
#: What was done for the next year; a plan of it that is already published is another year's.
_PREPARED = lazy_pattern(
    r"ปี(?:งบประมาณ)?(?:ถัดไป|ต่อไป|หน้า)|เตรียม|ร่าง|ล่วงหน้า|กรอบ|คำของบ|ตั้งงบ|จัดทำ(?:ร่าง|แผน|งบ|คำของบ)|ทบทวน|ข้อบัญญัติ|เทศบัญญัติ|เป้าหมาย|คาดว่า|จะ(?!ต้อง)"
    r"|ต่อไป|เพื่อใช้"
)
#: A budget is voted in the last months of the year before its own.
_BUDGET = lazy_pattern(
    r"(?:ข้อบัญญัติ|เทศบัญญัติ).{0,40}งบประมาณ|งบประมาณรายจ่าย|แผน(?:การใช้จ่าย|ดำเนินงาน|จัดซื้อ|การจัดซื้อ|พัฒนา|อัตรากำลัง|ปฏิบัติการ)"
)
_BUDGET_LAW = lazy_pattern(r"(?:ข้อบัญญัติ|เทศบัญญัติ).{0,40}งบประมาณ")
_DRAFTED = lazy_pattern(r"ร่าง|เสนอ(?:ต่อ)?สภา|จัดทำ|เตรียม|อนุมัติ|เห็นชอบ|ประกาศใช้")
_LAST_QUARTER = 7
#: What an opinion or a suggestion leaves to the year that follows.
_LEFT_OVER = lazy_pattern(
    r"ต่อไป|ต่อเนื่อง|ขยายผล|ถัดไป|ปีหน้า|นำ(?:ไป|ผล)|คาดว่า|ให้(?:นำ|รายงาน|ทุก|ดำเนิน|จัดทำ)|ควร|เห็นควร|จะ(?!ต้อง)"
)
_ADVISED = frozenset(("suggestions", "opinion", "reason", "remark", "follow_up"))
#: A report that can only be made when the year is over.
_WHOLE_YEAR = lazy_pattern(
    r"12 เดือน|๑๒ เดือน|ทั้งปี|ประจำปี|สิ้น(?:ปี|เดือนกันยายน)|รอบ\s?(?:ที่)?\s?[2๒]|ไตรมาส(?:ที่)?\s?[4๔]|6 เดือนหลัง|๖ เดือนหลัง"
)
_REPORTED = lazy_pattern(r"รายงาน|สรุป|เผยแพร่|เสนอ|ประเมิน|ติดตาม|ส่ง|ประกาศผล|แล้วเสร็จ|เบิกจ่าย|ลงนาม")
_WHEN = lazy_pattern(r"เมื่อ(?:วัน)?(?:ที่)?\s*$")
_LEFT, _RIGHT, _CITED_LEFT = 80, 40, 150
_STALE, _SERIES, _BETWEEN = 4, 3, 20
_AFTER_THE_YEAR = 3
_DONE = frozenset(("results", "outcomes", "notes", "reason", "progress"))
_ANALYSES = frozenset(("analysis", "assessment", "principles"))
_OF_THE_REGISTER = lazy_pattern(r"assessment\.(?:levels|edition)")
_MONTHS = 12
_LAST_DAY = (9, 30)


class Own(NamedTuple):
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


class Here(NamedTuple):
    """A year in its text: the words before and after it, and whether it dates what is cited."""

    year: Year
    passage: Passage
    before: str
    after: str
    cited: bool
    #: The words before it and before the years that stand before it: one comparison names several years.
    beyond: str
    #: Whether it is a part of the fiscal year that is named before it: `ของปี ๒๕๖๕ (ต.ค. ๖๔ - ก.ย. ๖๕)`.
    spells_out: bool

    def around(self, words: re.Pattern[str]) -> bool:
        """Whether one of the words stands near, not beyond the year before."""
        return words.search(self.before) is not None or words.search(self.after) is not None

    @property
    def for_a_year(self) -> bool:
        """Whether the year is that of a programme (ประจำปีงบประมาณ), which no law and no event is dated by."""
        return self.year.form == "year" and ("ประจำ" in self.year.quote or "งบ" in self.year.quote)

    @property
    def in_series(self) -> bool:
        """Whether the text gives figures of several years, one after the other."""
        if not _FIGURES.search(self.passage.text):
            return False
        return len({year.year for year in years_in(self.passage.text) if year.form in ("year", "bare")}) >= _SERIES

    @property
    def long_before(self) -> str:
        """The words before it as far as the title of a paper reaches."""
        return self.passage.text[max(0, self.year.start - _CITED_LEFT) : self.year.start]

    @property
    def made(self) -> bool:
        """Whether the year says when that was made which the text follows or amends."""
        made = _MADE.search(self.before)
        return made is not None and _FOLLOWED.search(self.before, 0, made.start()) is not None

    @property
    def advises(self) -> bool:
        """Whether the passage looks ahead by its nature: a suggestion, an opinion, a reason, a follow-up."""
        return self.passage.top == "sign_off" or self.passage.field in _ADVISED

    @property
    def belongs(self) -> int:
        """The fiscal year in which a date lies."""
        return self.year.year + (self.year.month >= FIRST_MONTH)

    @property
    def compared(self) -> bool:
        """Whether the year is one of a comparison, or says since when something is."""
        since = _HISTORY.search(self.before) or _FOUNDED.search(self.after)
        rose = self.year.form != "date" and self.around(_ROSE) and self.around(_FROM)
        near = since is not None or rose or self.around(_COMPARED) or self.around(_HONOURED)
        return near or _COMPARED.search(self.beyond) is not None or self.in_series


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
    yield from _of_signing(report)


def _of_signing(report: Report) -> Iterator[Finding]:
    """A signature that is neither of the year nor of the year before or after: a plan is early, a report late."""
    own = report.fiscal_year.year
    for number, stage in enumerate(report.sign_off.stages if report.sign_off else ()):
        if stage.date and abs((year := FiscalYear.of(stage.date).year) - own) > 1:
            params = {
                "found": format_date(stage.date, numerals=report.numerals or "thai"),
                "year": str(year),
                "own": str(own),
            }
            yield finding("years.other-date", f"sign_off.stages[{number}].date", "warning", **params)


def _in_their_text(passage: Passage) -> Iterator[Here]:
    text, done, cited, spelt = passage.text, 0, False, 0
    for year in years_in(text):
        between = text[max(done, year.start - _CITED_LEFT) : year.start]
        cited = _is_cited(year, between, cited and done > 0)
        beyond = text[max(0, year.start - _LEFT) : year.start]
        before = text[max(done, year.start - _LEFT) : year.start]
        if year.form != "date":
            spelt = year.year
        elif len(between) > _BETWEEN or year.year + (year.month >= FIRST_MONTH) != spelt:
            spelt = 0
        yield Here(year, passage, before, text[year.end : year.end + _RIGHT], cited, beyond, spelt > 0)
        done = year.end


def _is_cited(year: Year, between: str, cited_before: bool) -> bool:
    """Whether a year dates a law, an order or a standard that is named before it, after the year before."""
    if year.form == "year" and ("ประจำ" in year.quote or "งบ" in year.quote):
        return False  # a law is of a year, a programme is for one
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
    if last < own.fiscal:
        return None if here.cited or here.compared else "warning"
    return "advice"


def _of_year(here: Here, own: Own) -> Severity | None:
    year = here.year.year
    if year in own.named or year in own.reported:
        return None
    if year > max(own.named):
        words = _PREPARED if here.passage.field in _DONE else _NEXT
        follows = year == max(own.named) + 1
        next_year = follows and here.around(words)
        if follows and here.advises and here.around(_LEFT_OVER):
            return None
        if next_year and _BUDGET_LAW.search(here.before) and here.around(_DRAFTED):
            return None
        return "advice" if here.cited or next_year or here.year.form == "bare" else "warning"
    return None if here.cited or here.compared or here.made else _of_earlier(here, own)


def _of_earlier(here: Here, own: Own) -> Severity | None:
    """A year before the report's, which nothing around it explains."""
    analysed = here.passage.top in _ANALYSES
    if here.year.year == own.results - 1:
        if analysed or here.passage.field == "weakness":
            return None
        disclosed = here.passage.field in _DONE and here.for_a_year and not here.around(_ASSESSED)
        return "advice" if here.around(_RESULT) and not disclosed else "warning"
    if here.year.year < own.fiscal - _STALE and not here.for_a_year:
        return None if here.year.form == "bare" else "advice"
    return "advice" if analysed and not here.for_a_year else "warning"


def _of_date(here: Here, own: Own) -> Severity | None:
    belongs = here.belongs
    if belongs in (own.fiscal, own.evidence):
        return None
    if belongs > own.fiscal:
        return _of_later(here, own)
    return None if _is_explained(here, own) else _of_earlier_date(here, own)


def _is_explained(here: Here, own: Own) -> bool:
    """Whether the text says why it gives a date before the year: a law, a comparison, a budget, an account closed."""
    if here.cited or here.compared or here.made or (here.spells_out and here.belongs in (own.results, *own.reported)):
        return True
    if here.belongs != own.fiscal - 1:
        return False
    closed = (here.year.month, here.year.day) == _LAST_DAY and here.around(_CLOSED)
    return closed or (here.year.month >= _LAST_QUARTER and _BUDGET.search(here.long_before) is not None)


def _of_earlier_date(here: Here, own: Own) -> Severity | None:
    """A date before the year, which nothing around it explains."""
    belongs = here.belongs
    analysed = here.passage.top in _ANALYSES
    if belongs == own.results or belongs in own.reported:
        if analysed or here.passage.field == "weakness" or here.around(_ANSWERED) or _PUBLISHED.search(here.beyond):
            return None
        # A plan for the year has no business in the year before, unless it says what was done then.
        past = _PAST.search(here.before) and not _DUE.search(here.before)
        return "advice" if past and here.passage.field not in _DONE else "warning"
    return "advice" if analysed or belongs < own.fiscal - 3 * _STALE else "warning"


def _of_later(here: Here, own: Own) -> Severity | None:
    """A date after the year: soon after it a report may be made, and what is planned may come."""
    date = here.year
    months = (date.year - own.fiscal) * _MONTHS + date.month - (FIRST_MONTH - 1)
    soon = months <= _AFTER_THE_YEAR
    reported = here.around(_REPORTED) or _REPORTED.search(here.beyond) is not None
    if here.advises and (soon or here.around(_LEFT_OVER)) and months <= _MONTHS:
        return None
    if soon and reported and (_WHOLE_YEAR.search(here.beyond) or _WHOLE_YEAR.search(here.after)):
        return None  # the report on the whole year is made when it is over
    happened = _WHEN.search(here.before) is not None and here.passage.field in _DONE
    if (here.cited and not _WHEN.search(here.before)) or (soon and reported):
        return "advice"
    return "advice" if here.around(_NEXT) and not happened else "warning"


def _after_round(here: Here, own: Own) -> bool:
    """Whether a report on the first half says that something was done in the second."""
    second = FIRST_MONTH - 6 <= here.year.month < FIRST_MONTH and here.belongs == own.fiscal
    done = here.passage.field in _DONE and _WHEN.search(here.before) is not None
    return own.round == 1 and second and done
