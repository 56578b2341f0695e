"""What every error and finding says, in English and Thai: one table, by code.

A code is `room.what-is-wrong`; its texts are `str.format` patterns over the parameters of the record that carries the
code.  `text` says what was found, `advice` what to write or do instead.  A test walks the table: each code has all four
texts, and both languages name the same parameters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "th"]


@dataclass(frozen=True, slots=True)
class Message:
    """The two languages of one code."""

    en: str
    en_advice: str
    th: str
    th_advice: str

    def text(self, params: Mapping[str, str], language: Language = "en") -> str:
        """What was found."""
        return (self.th if language == "th" else self.en).format_map(params)

    def advice(self, params: Mapping[str, str], language: Language = "en") -> str:
        """What to write or do instead."""
        return (self.th_advice if language == "th" else self.en_advice).format_map(params)


MESSAGES: dict[str, Message] = {
    # -- thai: texts that can not be read -----------------------------------------------------------------------------
    "thai.date": Message(
        "{found!r} is not a date",
        "write a date such as ๑ ตุลาคม ๒๕๖๕, 1 ต.ค. 65 or 1/10/2565",
        "{found!r} ไม่ใช่วันที่",
        "ให้เขียนวันที่ เช่น ๑ ตุลาคม ๒๕๖๕, 1 ต.ค. 65 หรือ 1/10/2565",
    ),
    "thai.date-no-such-day": Message(
        "{found!r} is a day that the calendar does not have",
        "correct the day or the month",
        "{found!r} เป็นวันที่ที่ไม่มีในปฏิทิน",
        "ให้แก้วันหรือเดือนให้ถูกต้อง",
    ),
    "thai.date-year": Message(
        "{found!r} has a year that can not be meant",
        "write the year in the Buddhist era, 2400 to 2699 or its last two digits, or put ค.ศ. before a Gregorian year",
        "{found!r} มีปีที่เป็นไปไม่ได้",
        "ให้เขียนปี พ.ศ. ๒๔๐๐ ถึง ๒๖๙๙ หรือเลขสองหลักท้าย หากเป็นปีคริสต์ศักราชให้เขียน ค.ศ. นำหน้า",
    ),
    "thai.date-style": Message(
        "there is no date style {found!r}",
        "use one of: {known}",
        "ไม่มีรูปแบบวันที่ {found!r}",
        "ให้ใช้รูปแบบใดรูปแบบหนึ่งต่อไปนี้: {known}",
    ),
    "thai.date-style-era": Message(
        "the date style {found!r} has no place for พ.ศ.",
        "use the style long or short with era, or leave era out",
        "รูปแบบวันที่ {found!r} แสดงคำว่า พ.ศ. ไม่ได้",
        "ให้ใช้รูปแบบ long หรือ short เมื่อต้องการ พ.ศ. หรือตัด era ออก",
    ),
    "thai.numerals": Message(
        "there are no numerals {found!r}",
        "use one of: {known}",
        "ไม่มีชนิดตัวเลข {found!r}",
        "ให้ใช้ชนิดใดชนิดหนึ่งต่อไปนี้: {known}",
    ),
    # -- thai: fiscal years -------------------------------------------------------------------------------------------
    "thai.fiscal-year": Message(
        "{found!r} is not a fiscal year",
        "write a year of the Buddhist era, 2400 to 2699, such as 2566",
        "{found!r} ไม่ใช่ปีงบประมาณ",
        "ให้เขียนปี พ.ศ. ๒๔๐๐ ถึง ๒๖๙๙ เช่น 2566",
    ),
    "thai.fiscal-year-gregorian": Message(
        "{found!r} is a year of the Gregorian calendar, not a fiscal year",
        "did you mean {meant}?",
        "{found!r} เป็นปีคริสต์ศักราช ไม่ใช่ปีงบประมาณ",
        "หมายถึง {meant} ใช่หรือไม่",
    ),
    "thai.fiscal-year-two-digits": Message(
        "{found!r} is too short for a fiscal year",
        "write all four digits; did you mean {meant}?",
        "{found!r} สั้นเกินไปสำหรับปีงบประมาณ",
        "ให้เขียนเลขให้ครบสี่หลัก หมายถึง {meant} ใช่หรือไม่",
    ),
    "thai.quarter": Message(
        "there is no quarter {found!r}",
        "a fiscal year has the quarters 1 to 4",
        "ไม่มีไตรมาส {found!r}",
        "ปีงบประมาณมีไตรมาส ๑ ถึง ๔",
    ),
    "thai.half": Message(
        "there is no half {found!r} of a fiscal year",
        "use 1 (October to March) or 2 (April to September)",
        "ปีงบประมาณไม่มีครึ่งปีที่ {found!r}",
        "ให้ใช้ 1 (ตุลาคมถึงมีนาคม) หรือ 2 (เมษายนถึงกันยายน)",
    ),
    # -- thai: periods ------------------------------------------------------------------------------------------------
    "thai.period-empty": Message(
        "a period is empty",
        "write a period such as ต.ค.๖๕ - มี.ค.๖๖, or leave it out",
        "ระยะเวลาว่างเปล่า",
        "ให้เขียนระยะเวลา เช่น ต.ค.๖๕ - มี.ค.๖๖ หรือไม่ต้องใส่",
    ),
    "thai.period-backwards": Message(
        "{found!r} ends before it begins",
        "correct the months or years, the earlier one first",
        "{found!r} สิ้นสุดก่อนเริ่มต้น",
        "ให้แก้เดือนหรือปี โดยให้วันเริ่มต้นมาก่อนวันสิ้นสุด",
    ),
    "thai.period-no-such-day": Message(
        "{found!r} names a day that the calendar does not have",
        "correct the day or the month",
        "{found!r} มีวันที่ที่ไม่มีในปฏิทิน",
        "ให้แก้วันหรือเดือนให้ถูกต้อง",
    ),
    "thai.period-quarter": Message(
        "{found!r} names a quarter that does not exist",
        "a fiscal year has the quarters 1 to 4",
        "{found!r} มีไตรมาสที่ไม่มีอยู่จริง",
        "ปีงบประมาณมีไตรมาส ๑ ถึง ๔",
    ),
    "thai.period-out-of-range": Message(
        "the period {found!r} lies outside the years that can be written",
        "use Gregorian dates from 1856-10-01 to 2156-12-31 (พ.ศ. 2400 to 2699)",
        "ระยะเวลา {found!r} อยู่นอกช่วงปีที่เขียนได้",
        "ให้ใช้วันที่ของปี ค.ศ. ตั้งแต่ 1856-10-01 ถึง 2156-12-31 (พ.ศ. ๒๔๐๐ ถึง ๒๖๙๙)",
    ),
    "thai.period-style": Message(
        "there is no period style {found!r}",
        "use one of: {known}",
        "ไม่มีรูปแบบระยะเวลา {found!r}",
        "ให้ใช้รูปแบบใดรูปแบบหนึ่งต่อไปนี้: {known}",
    ),
    # -- thai: money --------------------------------------------------------------------------------------------------
    "thai.amount": Message(
        "{found!r} is not an amount of money",
        "use a number with a value, such as 1234.50",
        "{found!r} ไม่ใช่จำนวนเงิน",
        "ให้ใช้ตัวเลขจำนวนเงิน เช่น 1234.50",
    ),
    "thai.amount-too-long": Message(
        "{found!r} has more digits than can be written",
        "use an amount of at most {most} digits",
        "{found!r} มีจำนวนหลักมากเกินกว่าจะเขียนได้",
        "ให้ใช้จำนวนเงินไม่เกิน {most} หลัก",
    ),
    # -- reports: findings on measures and periods ---------------------------------------------------------------------
    "measure.no-target": Message(
        "the measure does not say what it answers",
        "write for example `targets: {{indicators: 2}}`, `targets: {{items: i4-i6}}` or `targets: {{sub_indicators: 9.1}}`",
        "มาตรการนี้ไม่ได้ระบุว่าตอบตัวชี้วัดหรือข้อใด",
        "ให้ระบุ เช่น `targets: {{indicators: 2}}`, `targets: {{items: i4-i6}}` หรือ `targets: {{sub_indicators: 9.1}}`",
    ),
    "measure.not-printed": Message(
        "{field} is given, but the layout of {kind} does not print it",
        "leave it if another report of the same data prints it",
        "มีค่า {field} แต่แบบ {kind} ไม่พิมพ์ค่านี้",
        "คงไว้ได้หากรายงานอื่นที่ใช้ข้อมูลเดียวกันพิมพ์ค่านี้",
    ),
    "measure.ditto-first": Message(
        "{found!r} stands for the value above, but this is the first measure",
        "write the value itself",
        "{found!r} หมายถึงค่าข้างบน แต่นี่คือมาตรการแรก",
        "ให้เขียนค่าจริง",
    ),
    "period.unreadable": Message(
        "the period {found!r} names a month, quarter or year but can not be read",
        "write it as in `ต.ค.๖๕ - มี.ค.๖๖`, or state the dates: `{{text: …, start: 2022-10-01, end: 2023-03-31}}`",
        "อ่านระยะเวลา {found!r} ไม่ได้ แม้จะมีเดือน ไตรมาส หรือปี",
        "ให้เขียน เช่น `ต.ค.๖๕ - มี.ค.๖๖` หรือระบุวันที่: `{{text: …, start: 2022-10-01, end: 2023-03-31}}`",
    ),
    "period.unreadable-near": Message(
        "the period {found!r} names a month, quarter or year but can not be read",
        "did you mean {nearest!r}? Or state the dates: `{{text: …, start: 2022-10-01, end: 2023-03-31}}`",
        "อ่านระยะเวลา {found!r} ไม่ได้ แม้จะมีเดือน ไตรมาส หรือปี",
        "หมายถึง {nearest!r} หรือไม่ หรือระบุวันที่: `{{text: …, start: 2022-10-01, end: 2023-03-31}}`",
    ),
    "period.outside-year": Message(
        "the period {found!r} lies outside the fiscal year ({window})",
        "check the years of the period, or the report's `fiscal_year`",
        "ระยะเวลา {found!r} อยู่นอกปีงบประมาณ ({window})",
        "ให้ตรวจปีของระยะเวลา หรือ `fiscal_year` ของรายงาน",
    ),
    "period.outside-round": Message(
        "the period {found!r} lies outside the round that is reported on ({window})",
        "report only what falls into the round, or check `round`",
        "ระยะเวลา {found!r} อยู่นอกรอบที่รายงาน ({window})",
        "ให้รายงานเฉพาะที่อยู่ในรอบ หรือตรวจค่า `round`",
    ),
    # -- cli: commands and options, and where a document may be written --------------------------------------------------
    "cli.unknown-command": Message(
        "there is no command {found!r}",
        "did you mean {nearest}? The commands are: {known}",
        "ไม่มีคำสั่ง {found!r}",
        "หมายถึง {nearest} หรือไม่ คำสั่งที่มี: {known}",
    ),
    "cli.unknown-command-far": Message(
        "there is no command {found!r}",
        "the commands are: {known}",
        "ไม่มีคำสั่ง {found!r}",
        "คำสั่งที่มี: {known}",
    ),
    "cli.unknown-option": Message(
        "there is no option {found!r}",
        "did you mean {nearest}? The options are: {known}",
        "ไม่มีตัวเลือก {found!r}",
        "หมายถึง {nearest} หรือไม่ ตัวเลือกที่มี: {known}",
    ),
    "cli.unknown-option-far": Message(
        "there is no option {found!r}",
        "the options are: {known}",
        "ไม่มีตัวเลือก {found!r}",
        "ตัวเลือกที่มี: {known}",
    ),
    "cli.unknown-kind": Message(
        "there is no kind of report {found!r}",
        "did you mean {nearest}? The kinds are: {known}",
        "ไม่มีรายงานชนิด {found!r}",
        "หมายถึง {nearest} หรือไม่ ชนิดที่มี: {known}",
    ),
    "cli.unknown-kind-far": Message(
        "there is no kind of report {found!r}",
        "the kinds are: {known}",
        "ไม่มีรายงานชนิด {found!r}",
        "ชนิดที่มี: {known}",
    ),
    "cli.choice": Message(
        "{option} can not be {found!r}",
        "use one of: {known}",
        "{option} เป็น {found!r} ไม่ได้",
        "ให้ใช้ค่าใดค่าหนึ่งต่อไปนี้: {known}",
    ),
    "cli.missing-argument": Message(
        "{command} needs {name}",
        "`{command} --help` shows how it is called",
        "คำสั่ง {command} ต้องมี {name}",
        "ดูวิธีใช้ด้วย `{command} --help`",
    ),
    "cli.extra-arguments": Message(
        "{command} does not take {found!r}",
        "leave it out; a file name with spaces goes into quotation marks",
        "คำสั่ง {command} ไม่รับ {found!r}",
        "ให้ตัดออก หากเป็นชื่อไฟล์ที่มีช่องว่าง ให้ใส่เครื่องหมายคำพูด",
    ),
    "cli.option-value": Message(
        "the option {option} is not used as it should be",
        "`ita-docs COMMAND --help` shows which options take a value",
        "ใช้ตัวเลือก {option} ไม่ถูกต้อง",
        "ดูว่าตัวเลือกใดต้องมีค่าด้วย `ita-docs COMMAND --help`",
    ),
    "cli.usage": Message(
        "the command can not be understood: {said}",
        "`ita-docs --help` shows the commands",
        "ไม่เข้าใจคำสั่ง: {said}",
        "ดูคำสั่งที่มีด้วย `ita-docs --help`",
    ),
    "cli.output-is-folder": Message(
        "the output is a folder",
        "name a file in it",
        "ปลายทางเป็นโฟลเดอร์",
        "ให้ระบุชื่อไฟล์ในโฟลเดอร์นั้น",
    ),
    "cli.output-no-folder": Message(
        "the folder {folder!r} does not exist",
        "make it, or choose another with -o",
        "ไม่มีโฟลเดอร์ {folder!r}",
        "ให้สร้างโฟลเดอร์ก่อน หรือเลือกที่อื่นด้วย -o",
    ),
    "cli.output-exists": Message(
        "the file exists",
        "replace it with --force, or choose another name with -o",
        "มีไฟล์นี้อยู่แล้ว",
        "ให้เขียนทับด้วย --force หรือใช้ชื่ออื่นด้วย -o",
    ),
    "cli.output-not-docx": Message(
        "the document's name does not end in .docx",
        "choose a name that does, with -o",
        "ชื่อเอกสารไม่ได้ลงท้ายด้วย .docx",
        "ให้ใช้ชื่อที่ลงท้ายด้วย .docx ด้วย -o",
    ),
    "cli.output-is-template": Message(
        "the document would replace its own template",
        "choose another name with -o",
        "เอกสารจะเขียนทับแม่แบบของตัวเอง",
        "ให้ใช้ชื่ออื่นด้วย -o",
    ),
    "cli.demo-changed": Message(
        "the file exists and is not this sample document",
        "replace it with --force, or name another folder: `ita-docs demo DIR`",
        "มีไฟล์นี้อยู่แล้ว และไม่ใช่เอกสารตัวอย่างนี้",
        "ให้เขียนทับด้วย --force หรือระบุโฟลเดอร์อื่น: `ita-docs demo DIR`",
    ),
    "cli.folder-is-file": Message(
        "the folder for the documents is a file",
        "name another folder",
        "ชื่อโฟลเดอร์ปลายทางเป็นไฟล์",
        "ให้ระบุโฟลเดอร์อื่น",
    ),
    "cli.folder-not-made": Message(
        "the folder can not be made",
        "name a folder in which you may write",
        "สร้างโฟลเดอร์ไม่ได้",
        "ให้ระบุโฟลเดอร์ที่ท่านมีสิทธิ์เขียน",
    ),
    "cli.stdout": Message(
        "standard output can not be written",
        "check the disk that it goes to",
        "เขียนผลลัพธ์ทาง stdout ไม่ได้",
        "ให้ตรวจที่เก็บข้อมูลปลายทาง",
    ),
    "cli.internal": Message(
        "a fault of ita-docs itself: {error}",
        "please report it; with ITA_DOCS_DEBUG=1 it says where",
        "ข้อผิดพลาดของ ita-docs เอง: {error}",
        "โปรดแจ้งผู้พัฒนา ตั้ง ITA_DOCS_DEBUG=1 เพื่อดูตำแหน่ง",
    ),
    # -- template sets: the package's own files ------------------------------------------------------------------------
    "template-set.no-data": Message(
        "the package has lost its templates and samples",
        "install ita-docs again",
        "ไม่พบแม่แบบและตัวอย่างของโปรแกรม",
        "ให้ติดตั้ง ita-docs ใหม่",
    ),
    "template-set.no-file": Message(
        "the package has no such file for {kind}",
        "install ita-docs again",
        "โปรแกรมไม่มีไฟล์นี้สำหรับ {kind}",
        "ให้ติดตั้ง ita-docs ใหม่",
    ),
    # -- assessment: codes of items and the register of a year ----------------------------------------------------------
    "assessment.code": Message(
        "{found!r} is not the code of an item",
        "write the letter of the instrument and a number, such as i4, e10 or O17",
        "{found!r} ไม่ใช่รหัสข้อคำถาม",
        "ให้เขียนอักษรของแบบวัดตามด้วยตัวเลข เช่น i4, e10 หรือ O17",
    ),
    "assessment.code-near": Message(
        "{found!r} is not the code of an item",
        "write the letter of the instrument and a number; meant may be {nearest}",
        "{found!r} ไม่ใช่รหัสข้อคำถาม",
        "ให้เขียนอักษรของแบบวัดตามด้วยตัวเลข อาจหมายถึง {nearest}",
    ),
    "assessment.range-letters": Message(
        "{found!r} runs from one instrument into another",
        "write a range for each instrument, such as i1-i30 and e1-e15",
        "{found!r} เป็นช่วงที่ข้ามจากแบบวัดหนึ่งไปอีกแบบวัดหนึ่ง",
        "ให้เขียนแยกช่วงตามแบบวัด เช่น i1-i30 และ e1-e15",
    ),
    "assessment.range-order": Message(
        "{found!r} runs backwards",
        "write {nearest}",
        "{found!r} เรียงจากมากไปน้อย",
        "ให้เขียน {nearest}",
    ),
    "assessment.no-edition": Message(
        "there is no register of the assessment of fiscal year {found}",
        "use one of the years {known}",
        "ไม่มีทะเบียนการประเมินของปีงบประมาณ {found}",
        "ให้ใช้ปีใดปีหนึ่งต่อไปนี้ {known}",
    ),
    "assessment.no-item": Message(
        "{found!r} is not among the items of fiscal year {year}",
        "write one of {known}",
        "ไม่มีข้อ {found!r} ในการประเมินปีงบประมาณ {year}",
        "ให้เขียนข้อใดข้อหนึ่งในช่วง {known}",
    ),
    "assessment.no-indicator": Message(
        "{found!r} is not an indicator of fiscal year {year}",
        "write one of {known}",
        "ไม่มีตัวชี้วัด {found!r} ในการประเมินปีงบประมาณ {year}",
        "ให้เขียนตัวชี้วัดใดตัวชี้วัดหนึ่งต่อไปนี้ {known}",
    ),
    "assessment.no-sub-indicator": Message(
        "{found!r} is not a sub-indicator of fiscal year {year}",
        "write one of {known}",
        "ไม่มีตัวชี้วัดย่อย {found!r} ในการประเมินปีงบประมาณ {year}",
        "ให้เขียนตัวชี้วัดย่อยใดตัวชี้วัดย่อยหนึ่งต่อไปนี้ {known}",
    ),
    "assessment.no-issue": Message(
        "{found!r} is not an issue of fiscal year {year}",
        "write one of {known}",
        "ไม่มีประเด็นที่ {found!r} ในการประเมินปีงบประมาณ {year}",
        "ให้เขียนประเด็นใดประเด็นหนึ่งต่อไปนี้ {known}",
    ),
    "assessment.no-issues": Message(
        "{found!r} is no issue: the assessment of fiscal year {year} is not divided into issues",
        "name indicators or items instead",
        "ไม่มีประเด็นที่ {found!r} เพราะการประเมินปีงบประมาณ {year} ไม่ได้แบ่งเป็นประเด็น",
        "ให้ระบุตัวชี้วัดหรือข้อคำถามแทน",
    ),
    "assessment.no-instrument": Message(
        "{found!r} is not an instrument of fiscal year {year}",
        "write one of {known}",
        "ไม่มีแบบวัด {found!r} ในการประเมินปีงบประมาณ {year}",
        "ให้เขียนแบบวัดใดแบบวัดหนึ่งต่อไปนี้ {known}",
    ),
    # -- records: what a field can not take -------------------------------------------------------------------------------
    "records.no-value": Message(
        "the value is missing",
        "write the value, or leave the key out where it may be absent",
        "ไม่ได้ระบุค่า",
        "ให้ระบุค่า หรือลบคีย์นี้ออกหากไม่จำเป็นต้องมี",
    ),
    "records.empty-text": Message(
        "the text is empty",
        "write the text, or leave the key out",
        "ข้อความว่างเปล่า",
        "ให้ใส่ข้อความ หรือลบคีย์นี้ออก",
    ),
    "records.control-character": Message(
        "{text!r} holds the control character {found}",
        "delete the character and type the text again; a document can not hold it",
        "{text!r} มีอักขระควบคุม {found}",
        "ให้ลบอักขระนั้นแล้วพิมพ์ข้อความใหม่ เพราะเอกสารเก็บอักขระนี้ไม่ได้",
    ),
    "records.text-with-colon": Message(
        "YAML read {found!r} as a key and its value, because of the colon and the space after it",
        "put the text in quotes: {quoted}",
        "YAML อ่าน {found!r} เป็นคีย์กับค่า เพราะมีเครื่องหมาย : ตามด้วยเว้นวรรค",
        "ให้ใส่ข้อความในเครื่องหมายคำพูด: {quoted}",
    ),
    "records.text-is-mapping": Message(
        "{found} is a set of keys, but a text belongs here",
        "write one text; put it in quotes if it holds a colon",
        "{found} เป็นชุดของคีย์ แต่ตรงนี้ต้องเป็นข้อความ",
        "ให้เขียนเป็นข้อความเดียว หากมีเครื่องหมาย : ให้ใส่เครื่องหมายคำพูด",
    ),
    "records.text-in-braces": Message(
        "YAML read {found!r} as a set of keys, because of the braces",
        "put the text in quotes: {quoted}",
        "YAML อ่าน {found!r} เป็นชุดของคีย์ เพราะมีวงเล็บปีกกา",
        "ให้ใส่ข้อความในเครื่องหมายคำพูด: {quoted}",
    ),
    "records.text-is-list": Message(
        "{found} is a list, but a single text belongs here",
        "write one text, without the dash or brackets of a list",
        "{found} เป็นรายการ แต่ตรงนี้ต้องเป็นข้อความเดียว",
        "ให้เขียนเป็นข้อความเดียว ไม่ใช้เครื่องหมาย - หรือวงเล็บของรายการ",
    ),
    "records.text-unquoted": Message(
        "{found} is not a text",
        'put it in quotes: "{found}"',
        "{found} ไม่ใช่ข้อความ",
        'ให้ใส่เครื่องหมายคำพูด: "{found}"',
    ),
    "records.not-a-number": Message(
        "{found!r} is not a whole number",
        "write digits only, such as 12 or ๑๒",
        "{found!r} ไม่ใช่จำนวนเต็ม",
        "ให้เขียนเฉพาะตัวเลข เช่น 12 หรือ ๑๒",
    ),
    "records.number-too-long": Message(
        "{found!r} has too many digits",
        "check the number; fewer digits are enough here",
        "{found!r} มีจำนวนหลักมากเกินไป",
        "ให้ตรวจสอบตัวเลข ตรงนี้ใช้จำนวนหลักน้อยกว่านี้",
    ),
    "records.number-range": Message(
        "{found!r} is outside {least} to {most}",
        "write a number from {least} to {most}",
        "{found!r} ไม่อยู่ในช่วง {least} ถึง {most}",
        "ให้เขียนตัวเลขตั้งแต่ {least} ถึง {most}",
    ),
    "records.range-order": Message(
        "{found!r} runs backwards",
        "write the smaller number first",
        "{found!r} เรียงจากมากไปน้อย",
        "ให้เขียนตัวเลขน้อยก่อน",
    ),
    "records.not-a-sub-indicator": Message(
        "{found!r} is not a sub-indicator",
        "write such as 9.1, or a range such as 9.1-9.5",
        "{found!r} ไม่ใช่ตัวชี้วัดย่อย",
        "ให้เขียน เช่น 9.1 หรือเป็นช่วง เช่น 9.1-9.5",
    ),
    "records.not-an-instrument": Message(
        "{found!r} is not an instrument",
        "write one of {known}",
        "{found!r} ไม่ใช่แบบวัด",
        "ให้เขียนแบบวัดใดแบบวัดหนึ่งต่อไปนี้ {known}",
    ),
    "records.not-a-date": Message(
        "{found!r} is not a date without a time",
        "write the day alone, such as 2023-03-31",
        "{found!r} ไม่ใช่วันที่ที่ไม่มีเวลา",
        "ให้เขียนเฉพาะวันที่ เช่น 2023-03-31",
    ),
    "records.no-such-day": Message(
        "there is no such day as {found!r}",
        "check the day and the month; write year-month-day, such as 2023-03-31",
        "ไม่มีวันที่ {found!r}",
        "ให้ตรวจสอบวันและเดือน เขียนเป็น ปี-เดือน-วัน เช่น 2023-03-31",
    ),
    "records.buddhist-date": Message(
        "{found!r} has a year of the Buddhist era, but year-month-day is read in the Gregorian calendar",
        "write {nearest}, or the date in Thai words",
        "{found!r} ใช้ปี พ.ศ. แต่รูปแบบ ปี-เดือน-วัน ต้องเป็น ค.ศ.",
        "ให้เขียน {nearest} หรือเขียนวันที่เป็นข้อความภาษาไทย",
    ),
    "records.half-period": Message(
        "the period has only one of start and end",
        "write both; for a single day write it twice",
        "ระยะเวลามีเพียง start หรือ end อย่างเดียว",
        "ให้เขียนทั้งสองค่า หากเป็นวันเดียวให้เขียนวันเดียวกันทั้งสองค่า",
    ),
    "records.empty-period": Message(
        "the period says nothing",
        "write text, or start and end, or leave the period out",
        "ระยะเวลาไม่มีข้อมูล",
        "ให้เขียน text หรือ start กับ end หรือลบระยะเวลานี้ออก",
    ),
    "records.negative-amount": Message(
        "{found!r} is less than nothing",
        "write the amount without a minus sign",
        "{found!r} เป็นจำนวนติดลบ",
        "ให้เขียนจำนวนเงินโดยไม่มีเครื่องหมายลบ",
    ),
    "records.amount-float": Message(
        "{found} is a float, which does not hold the digits of an amount exactly",
        "give a Decimal or a text, such as Decimal('{found}')",
        "{found} เป็นเลขทศนิยมแบบ float ซึ่งเก็บจำนวนเงินได้ไม่ตรงทุกหลัก",
        "ให้ใช้ Decimal หรือข้อความ เช่น Decimal('{found}')",
    ),
    "records.not-an-amount": Message(
        "{found!r} is not an amount of money",
        "write digits alone, such as 50000 or 50,000.50, or one of: -, ไม่มี, ไม่ใช้งบประมาณ",
        "{found!r} ไม่ใช่จำนวนเงิน",
        "ให้เขียนเฉพาะตัวเลข เช่น 50000 หรือ 50,000.50 หรือเขียน -, ไม่มี, ไม่ใช้งบประมาณ",
    ),
    "records.agency-kind": Message(
        "an agency of the kind {found!r} must state its names itself: {missing}",
        "write {missing}, or use one of the kinds {known}",
        "หน่วยงานประเภท {found!r} ต้องระบุชื่อเอง: {missing}",
        "ให้เขียน {missing} หรือใช้ประเภทใดประเภทหนึ่งต่อไปนี้ {known}",
    ),
    "records.agency-kind-near": Message(
        "{found!r} is not a kind of agency whose names are known",
        "write {nearest}; another kind must state {missing}",
        "{found!r} ไม่ใช่ประเภทหน่วยงานที่รู้จักชื่อ",
        "ให้เขียน {nearest} หากเป็นประเภทอื่นต้องระบุ {missing}",
    ),
    "records.district-of-a-province": Message(
        "an อบจ. has no district, but {found!r} is given",
        "leave district out",
        "อบจ. ไม่มีอำเภอ แต่ระบุ {found!r}",
        "ให้ลบ district ออก",
    ),
    "records.logo-absolute": Message(
        "{found!r} is a path from the root of this computer",
        "put the picture beside the data file and write its name, such as logo.png",
        "{found!r} เป็นพาทเต็มของเครื่องนี้",
        "ให้วางรูปไว้ข้างไฟล์ข้อมูลแล้วเขียนเฉพาะชื่อไฟล์ เช่น logo.png",
    ),
    "records.logo-outside": Message(
        "{found!r} leads out of the folder of the data file",
        "put the picture in that folder or below it, and write its path from there",
        "{found!r} อยู่นอกโฟลเดอร์ของไฟล์ข้อมูล",
        "ให้วางรูปไว้ในโฟลเดอร์นั้นหรือโฟลเดอร์ย่อย แล้วเขียนพาทจากโฟลเดอร์นั้น",
    ),
    "records.logo-missing": Message(
        "the picture {found!r} does not exist or can not be read",
        "check the name; the path counts from the folder of the data file",
        "ไม่พบรูป {found!r} หรือเปิดอ่านไม่ได้",
        "ให้ตรวจสอบชื่อไฟล์ พาทนับจากโฟลเดอร์ของไฟล์ข้อมูล",
    ),
    "records.logo-not-a-picture": Message(
        "{found!r} is neither a PNG nor a JPEG picture",
        "save the picture as PNG or JPEG; changing its name alone does not convert it",
        "{found!r} ไม่ใช่รูป PNG หรือ JPEG",
        "ให้บันทึกรูปเป็น PNG หรือ JPEG การเปลี่ยนชื่อไฟล์อย่างเดียวไม่แปลงรูป",
    ),
    # -- engine: templates and output ----------------------------------------------------------------------------------
    "template.missing": Message(
        "the template can not be read",
        "check the path",
        "เปิดไฟล์แม่แบบไม่ได้",
        "ให้ตรวจที่อยู่ของไฟล์",
    ),
    "template.folder": Message(
        "this is a folder, not a template",
        "name a .docx file in it",
        "นี่คือโฟลเดอร์ ไม่ใช่แม่แบบ",
        "ให้ระบุไฟล์ .docx ในโฟลเดอร์",
    ),
    "template.not-docx": Message(
        "this is no .docx, or it is damaged",
        "open it in Word and save it as a Word document (.docx)",
        "ไฟล์นี้ไม่ใช่ .docx หรือไฟล์เสียหาย",
        "ให้เปิดใน Word แล้วบันทึกเป็นเอกสาร Word (.docx)",
    ),
    "template.old-format": Message(
        "this is an old .doc, or a .docx protected by a password",
        "open it in Word and save it as a Word document (.docx) without a password",
        "ไฟล์นี้เป็น .doc แบบเก่า หรือ .docx ที่ใส่รหัสผ่าน",
        "ให้เปิดใน Word แล้วบันทึกเป็นเอกสาร Word (.docx) โดยไม่ใส่รหัสผ่าน",
    ),
    "template.dotx": Message(
        "this is a Word template (.dotx), not a document",
        "open it in Word and save it as a Word document (.docx)",
        "ไฟล์นี้เป็นแม่แบบ Word (.dotx) ไม่ใช่เอกสาร",
        "ให้เปิดใน Word แล้วบันทึกเป็นเอกสาร Word (.docx)",
    ),
    "template.not-word": Message(
        "the file is an Office document, but none of Word ({found})",
        "give a Word document (.docx)",
        "ไฟล์นี้เป็นเอกสาร Office แต่ไม่ใช่ของ Word ({found})",
        "ให้ใช้เอกสาร Word (.docx)",
    ),
    "template.too-big": Message(
        "the template is larger than {limit}",
        "make its pictures smaller",
        "แม่แบบใหญ่กว่า {limit}",
        "ให้ลดขนาดรูปภาพ",
    ),
    "template.entries": Message(
        "the archive has more than {limit} entries",
        "save the document anew in Word",
        "ไฟล์มีส่วนประกอบเกิน {limit} รายการ",
        "ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.entry-name": Message(
        "the archive holds an entry whose name leaves it: {found!r}",
        "do not use this file; save the document anew in Word",
        "ไฟล์มีรายการที่ชื่อชี้ออกนอกไฟล์: {found!r}",
        "อย่าใช้ไฟล์นี้ ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.entry-twice": Message(
        "the archive holds an entry twice: {found!r}",
        "do not use this file; save the document anew in Word",
        "ไฟล์มีรายการซ้ำ: {found!r}",
        "อย่าใช้ไฟล์นี้ ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.encrypted": Message(
        "the archive is encrypted",
        "save the document without a password",
        "ไฟล์ถูกเข้ารหัส",
        "ให้บันทึกเอกสารโดยไม่ใส่รหัสผ่าน",
    ),
    "template.bomb": Message(
        "a part unpacks to more than is allowed (ratio {limit})",
        "do not use this file; save the document anew in Word",
        "ส่วนหนึ่งของไฟล์ขยายออกเกินที่ยอมรับ (อัตรา {limit})",
        "อย่าใช้ไฟล์นี้ ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.xml": Message(
        "the part is no well-formed XML (line {line})",
        "open the file in Word, let it repair the document and save it",
        "ส่วนนี้ไม่ใช่ XML ที่ถูกต้อง (บรรทัด {line})",
        "ให้เปิดใน Word ให้ Word ซ่อมแล้วบันทึก",
    ),
    "template.dtd": Message(
        "the part declares a document type (DTD), which Word never writes",
        "do not use this file; save the document anew in Word",
        "ส่วนนี้ประกาศ DTD ซึ่ง Word ไม่เขียน",
        "อย่าใช้ไฟล์นี้ ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.deep": Message(
        "elements or tags are nested deeper than {limit}",
        "make the layout simpler",
        "มีการซ้อนลึกเกิน {limit} ชั้น",
        "ให้จัดรูปแบบให้เรียบง่ายขึ้น",
    ),
    "template.macros": Message(
        "the template holds macros",
        "save it as a Word document without macros (.docx)",
        "แม่แบบมีมาโคร",
        "ให้บันทึกเป็นเอกสาร Word ที่ไม่มีมาโคร (.docx)",
    ),
    "template.activex": Message(
        "the template holds ActiveX controls",
        "remove them; use content controls instead",
        "แม่แบบมีตัวควบคุม ActiveX",
        "ให้ลบออก แล้วใช้ตัวควบคุมเนื้อหาแทน",
    ),
    "template.ole": Message(
        "the template holds an embedded (OLE) object",
        "paste it as a picture instead",
        "แม่แบบมีวัตถุฝัง (OLE)",
        "ให้วางเป็นรูปภาพแทน",
    ),
    "template.external": Message(
        "the template loads {kind} from elsewhere: {found}",
        "put the content into the document itself; only hyperlinks may point outside",
        "แม่แบบดึง {kind} จากที่อื่น: {found}",
        "ให้ใส่เนื้อหาไว้ในเอกสาร มีเพียงลิงก์เท่านั้นที่ชี้ออกภายนอกได้",
    ),
    "template.active-field": Message(
        "the template has a field {found}, which fetches or runs something",
        "remove the field",
        "แม่แบบมีฟิลด์ {found} ซึ่งดึงหรือสั่งงานสิ่งอื่น",
        "ให้ลบฟิลด์นี้",
    ),
    "template.tag-open": Message(
        "a tag is not closed in its paragraph, or closed twice: {found!r}",
        "write each tag whole in one paragraph: `{{{{ name }}}}`, `{{% for … %}}`",
        "แท็กไม่ปิดภายในย่อหน้า หรือปิดเกิน: {found!r}",
        "ให้เขียนแท็กให้ครบในย่อหน้าเดียว: `{{{{ name }}}}`, `{{% for … %}}`",
    ),
    "template.syntax": Message(
        "the tags can not be read: {found}",
        "check this tag and that every for and if has its end",
        "อ่านแท็กไม่ได้: {found}",
        "ให้ตรวจแท็กนี้ และตรวจว่า for กับ if ทุกตัวมีตัวปิด",
    ),
    "template.refused-tag": Message(
        "the tag {found!r} is not allowed in templates",
        "write the content into this template itself",
        "ไม่อนุญาตให้ใช้แท็ก {found!r} ในแม่แบบ",
        "ให้เขียนเนื้อหาไว้ในแม่แบบนี้เอง",
    ),
    "template.refused-filter": Message(
        "the filter {found!r} is not allowed in templates",
        "print the value without it",
        "ไม่อนุญาตให้ใช้ตัวกรอง {found!r} ในแม่แบบ",
        "ให้พิมพ์ค่าโดยไม่ใช้ตัวกรองนี้",
    ),
    "template.refused-name": Message(
        "{found!r} is not allowed in templates",
        "remove it",
        "ไม่อนุญาตให้ใช้ {found!r} ในแม่แบบ",
        "ให้ลบออก",
    ),
    "template.unknown-filter": Message(
        "there is no filter {found!r}",
        "filters: {nearest}",
        "ไม่มีตัวกรอง {found!r}",
        "ตัวกรองที่มี: {nearest}",
    ),
    "template.unknown-test": Message(
        "there is no test {found!r}",
        "tests: {nearest}",
        "ไม่มีการทดสอบ {found!r}",
        "การทดสอบที่มี: {nearest}",
    ),
    "template.unknown-name": Message(
        "there is no {found!r}",
        "known here: {known}",
        "ไม่มี {found!r}",
        "ชื่อที่ใช้ได้ที่นี่: {known}",
    ),
    "template.unknown-name-near": Message(
        "there is no {found!r}",
        "did you mean {nearest!r}?",
        "ไม่มี {found!r}",
        "หมายถึง {nearest!r} หรือไม่",
    ),
    "template.list-as-value": Message(
        "a list or group is printed as if it were a text",
        "print its entries in a loop, `{{%p for … %}}`, or name one of its fields",
        "พิมพ์รายการหรือกลุ่มเสมือนเป็นข้อความ",
        "ให้พิมพ์ทีละรายการด้วย `{{%p for … %}}` หรือระบุช่องข้อมูลในกลุ่ม",
    ),
    "template.not-a-list": Message(
        "a loop runs over a {found}, which is no list",
        "print it with `{{{{ … }}}}`",
        "วนรอบกับ {found} ซึ่งไม่ใช่รายการ",
        "ให้พิมพ์ด้วย `{{{{ … }}}}`",
    ),
    "template.object": Message(
        "a {found} can not be printed",
        "give templates plain values: text, numbers, lists, mappings",
        "พิมพ์ {found} ไม่ได้",
        "ให้ส่งค่าธรรมดา: ข้อความ ตัวเลข รายการ",
    ),
    "template.sub-document": Message(
        "sub-documents ({found}) are not supported",
        "put the content into the template, or render a document of its own",
        "ไม่รองรับเอกสารย่อย ({found})",
        "ให้ใส่เนื้อหาไว้ในแม่แบบ หรือสร้างเป็นเอกสารต่างหาก",
    ),
    "template.picture": Message(
        "the picture {found!r} can not be read",
        "give a PNG or JPEG file",
        "อ่านรูปภาพ {found!r} ไม่ได้",
        "ให้ใช้ไฟล์ PNG หรือ JPEG",
    ),
    "template.control-character": Message(
        "the value holds a control character that no document may hold: {found}",
        "remove it from the data",
        "ค่ามีอักขระควบคุมที่เอกสารมีไม่ได้: {found}",
        "ให้ลบออกจากข้อมูล",
    ),
    "template.box": Message(
        "a check box is bound to a {found}",
        "bind it to a value that is true or false",
        "กล่องเลือกผูกกับ {found}",
        "ให้ผูกกับค่าจริงหรือเท็จ",
    ),
    "template.limit": Message(
        "the template computes or prints more than is allowed ({found})",
        "make its loops and texts smaller",
        "แม่แบบคำนวณหรือพิมพ์เกินที่ยอมรับ ({found})",
        "ให้ลดการวนรอบและความยาว",
    ),
    "template.forbidden": Message(
        "the tag asks for what templates may not have: {found}",
        "use fields and filters only",
        "แท็กขอสิ่งที่แม่แบบใช้ไม่ได้: {found}",
        "ให้ใช้เฉพาะช่องข้อมูลและตัวกรอง",
    ),
    "template.runtime": Message(
        "the tag failed: {found}",
        "check the values that it uses",
        "แท็กทำงานผิดพลาด: {found}",
        "ให้ตรวจค่าที่แท็กใช้",
    ),
    "template.broken-markup": Message(
        "loops or conditions cut through the layout, so that the part would be damaged",
        "let each `{{% for %}}` and `{{% if %}}` begin and end in the same paragraph, or use `{{%p`, `{{%tr`",
        "ลูปหรือเงื่อนไขตัดผ่านโครงของเอกสาร ทำให้เอกสารเสีย",
        "ให้ `{{% for %}}` และ `{{% if %}}` เริ่มและจบในย่อหน้าเดียวกัน หรือใช้ `{{%p`, `{{%tr`",
    ),
    "output.no-folder": Message(
        "the folder of the output file does not exist",
        "make the folder first, or choose another",
        "ไม่มีโฟลเดอร์สำหรับไฟล์ผลลัพธ์",
        "ให้สร้างโฟลเดอร์ก่อน หรือเลือกโฟลเดอร์อื่น",
    ),
    "output.full": Message(
        "the disk is full: {found}",
        "make room and try again; nothing was changed",
        "ดิสก์เต็ม: {found}",
        "ให้เพิ่มพื้นที่แล้วลองใหม่ ไม่มีไฟล์ใดถูกเปลี่ยน",
    ),
    "output.folder": Message(
        "the output is a folder",
        "name a file in it",
        "ผลลัพธ์เป็นโฟลเดอร์",
        "ให้ระบุชื่อไฟล์ในโฟลเดอร์",
    ),
    "output.locked": Message(
        "the file can not be replaced: {found}",
        "close it in Word, or check your rights, and try again; it was not changed",
        "แทนที่ไฟล์ไม่ได้: {found}",
        "ให้ปิดไฟล์ใน Word หรือตรวจสิทธิ์ แล้วลองใหม่ ไฟล์เดิมไม่ถูกเปลี่ยน",
    ),
    "output.failed": Message(
        "the file can not be written: {found}",
        "check the path and try again; nothing was changed",
        "เขียนไฟล์ไม่ได้: {found}",
        "ให้ตรวจที่อยู่แล้วลองใหม่ ไม่มีไฟล์ใดถูกเปลี่ยน",
    ),
    "usage.numerals": Message(
        "there are no numerals {found!r}",
        "choose thai or arabic",
        "ไม่มีตัวเลขแบบ {found!r}",
        "ให้เลือก thai หรือ arabic",
    ),
    # -- data_files: what a file is, and what its keys and values are -----------------------------------------------------
    "data.no-file": Message(
        "there is no such file",
        "check the name and the folder",
        "ไม่พบไฟล์นี้",
        "ให้ตรวจสอบชื่อไฟล์และโฟลเดอร์",
    ),
    "data.is-a-folder": Message(
        "this is a folder, not a file",
        "name the data file inside it",
        "นี่เป็นโฟลเดอร์ ไม่ใช่ไฟล์",
        "ให้ระบุไฟล์ข้อมูลที่อยู่ในโฟลเดอร์",
    ),
    "data.unreadable": Message(
        "the file can not be read",
        "check that you may open it and that no other program locks it",
        "เปิดอ่านไฟล์ไม่ได้",
        "ให้ตรวจสอบสิทธิ์การเปิดไฟล์ และปิดโปรแกรมอื่นที่ใช้ไฟล์นี้อยู่",
    ),
    "data.file-too-large": Message(
        "the file has {size} MB",
        "a data file has at most {limit} MB; pictures belong in files of their own",
        "ไฟล์มีขนาด {size} MB",
        "ไฟล์ข้อมูลต้องไม่เกิน {limit} MB รูปภาพให้แยกเป็นไฟล์ต่างหาก",
    ),
    "data.word-file": Message(
        "this is a Word document, not a data file",
        "name the .yaml or .json file; a document is given as --template",
        "นี่เป็นเอกสาร Word ไม่ใช่ไฟล์ข้อมูล",
        "ให้ระบุไฟล์ .yaml หรือ .json ส่วนเอกสารให้ระบุด้วย --template",
    ),
    "data.binary": Message(
        "this is not a text file",
        "name a data file in YAML or JSON",
        "นี่ไม่ใช่ไฟล์ข้อความ",
        "ให้ระบุไฟล์ข้อมูลแบบ YAML หรือ JSON",
    ),
    "data.encoding": Message(
        "the file is in the encoding {encoding}",
        "save it again as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
        "ไฟล์ใช้รหัสอักขระ {encoding}",
        "ให้บันทึกใหม่เป็น UTF-8 (ใน Notepad: Save as, Encoding: UTF-8)",
    ),
    "data.not-utf8": Message(
        "the byte {found} is not UTF-8",
        "type the characters there again and save the file as UTF-8",
        "ไบต์ {found} ไม่ใช่ UTF-8",
        "ให้พิมพ์อักขระตรงนั้นใหม่ แล้วบันทึกไฟล์เป็น UTF-8",
    ),
    "data.empty": Message(
        "the file says nothing",
        "begin with kind: and fiscal_year:; `ita-docs new` writes a file to start from",
        "ไฟล์ไม่มีข้อมูล",
        "ให้เริ่มด้วย kind: และ fiscal_year: คำสั่ง `ita-docs new` สร้างไฟล์ตั้งต้นให้ได้",
    ),
    "data.no-report": Message(
        "the file holds {found!r}, not keys with values",
        "begin with kind: and fiscal_year:; `ita-docs new` writes a file to start from",
        "ไฟล์มี {found!r} ไม่ใช่คีย์กับค่า",
        "ให้เริ่มด้วย kind: และ fiscal_year: คำสั่ง `ita-docs new` สร้างไฟล์ตั้งต้นให้ได้",
    ),
    "data.no-kind": Message(
        "the file does not say what kind of report it is",
        "write kind: with one of {known}",
        "ไฟล์ไม่ได้ระบุชนิดของรายงาน",
        "ให้เขียน kind: ตามด้วยชนิดใดชนิดหนึ่งต่อไปนี้ {known}",
    ),
    "data.kind": Message(
        "{found!r} is not a kind of report",
        "write one of {known}",
        "{found!r} ไม่ใช่ชนิดของรายงาน",
        "ให้เขียนชนิดใดชนิดหนึ่งต่อไปนี้ {known}",
    ),
    "data.kind-near": Message(
        "{found!r} is not a kind of report",
        "did you mean {nearest}? The kinds are {known}",
        "{found!r} ไม่ใช่ชนิดของรายงาน",
        "หมายถึง {nearest} หรือไม่ ชนิดที่มีคือ {known}",
    ),
    "data.too-deep": Message(
        "keys and lists stand more than {limit} deep inside each other",
        "check brackets and indentation; a report needs no more than ten",
        "คีย์และรายการซ้อนกันลึกกว่า {limit} ชั้น",
        "ให้ตรวจสอบวงเล็บและการย่อหน้า รายงานใช้ไม่เกินสิบชั้น",
    ),
    "data.duplicate-key": Message(
        "the key {found!r} is given twice, first on line {line}",
        "keep one of the two",
        "คีย์ {found!r} ซ้ำกับบรรทัด {line}",
        "ให้เหลือไว้เพียงที่เดียว",
    ),
    "data.key-not-text": Message(
        "this key is no text",
        "write a key such as title: in its place",
        "คีย์ตรงนี้ไม่ใช่ข้อความ",
        "ให้เขียนคีย์ เช่น title: แทน",
    ),
    "data.unknown-key": Message(
        "there is no key {found!r} here",
        "the keys are {known}",
        "ตรงนี้ไม่มีคีย์ {found!r}",
        "คีย์ที่ใช้ได้คือ {known}",
    ),
    "data.unknown-key-near": Message(
        "there is no key {found!r} here",
        "did you mean {nearest}?",
        "ตรงนี้ไม่มีคีย์ {found!r}",
        "หมายถึง {nearest} หรือไม่",
    ),
    "data.missing": Message(
        "{found!r} is missing",
        "add {found}: with its value",
        "ขาด {found!r}",
        "ให้เพิ่ม {found}: พร้อมค่า",
    ),
    "data.not-a-list": Message(
        "{found!r} is not a list",
        "write one entry a line, each after a dash and a space",
        "{found!r} ไม่ใช่รายการ",
        "ให้เขียนบรรทัดละหนึ่งรายการ ขึ้นต้นด้วยเครื่องหมาย - และเว้นวรรค",
    ),
    "data.not-a-mapping": Message(
        "{found!r} stands where keys with values belong",
        "write keys and values, one a line",
        "{found!r} อยู่ในที่ของคีย์กับค่า",
        "ให้เขียนคีย์กับค่า บรรทัดละหนึ่งคู่",
    ),
    "data.not-a-flag": Message(
        "{found!r} is neither true nor false",
        "write true or false, without quotes",
        "{found!r} ไม่ใช่ true หรือ false",
        "ให้เขียน true หรือ false โดยไม่ใส่เครื่องหมายคำพูด",
    ),
    "data.empty-list": Message(
        "the list is empty",
        "write at least one entry",
        "รายการว่างเปล่า",
        "ให้เขียนอย่างน้อยหนึ่งรายการ",
    ),
    "data.too-many": Message(
        "the list has more than {limit} entries",
        "write at most {limit}",
        "รายการมีมากกว่า {limit} รายการ",
        "ให้เขียนไม่เกิน {limit} รายการ",
    ),
    "data.too-small": Message(
        "{found!r} is less than {limit}",
        "write {limit} or more",
        "{found!r} น้อยกว่า {limit}",
        "ให้เขียนตั้งแต่ {limit} ขึ้นไป",
    ),
    "data.too-large": Message(
        "{found!r} is more than {limit}",
        "write {limit} or less",
        "{found!r} มากกว่า {limit}",
        "ให้เขียนไม่เกิน {limit}",
    ),
    "data.choice": Message(
        "{found!r} is not among {known}",
        "write one of {known}",
        "{found!r} ไม่อยู่ใน {known}",
        "ให้เขียนค่าใดค่าหนึ่งต่อไปนี้ {known}",
    ),
    "data.choice-near": Message(
        "{found!r} is not among {known}",
        "did you mean {nearest}?",
        "{found!r} ไม่อยู่ใน {known}",
        "หมายถึง {nearest} หรือไม่",
    ),
    "data.invalid": Message(
        "{found!r} can not stand here",
        "see what the key takes in the table of fields, or in `ita-docs schema`",
        "{found!r} ใช้ตรงนี้ไม่ได้",
        "ให้ดูค่าที่คีย์นี้รับได้ในตารางฟิลด์ หรือจากคำสั่ง `ita-docs schema`",
    ),
    # -- data_files: YAML and JSON ----------------------------------------------------------------------------------------
    "yaml.syntax": Message(
        "YAML can not read {found!r}",
        "check indentation, brackets and quotes here and in the line above; put a text with signs in double quotes",
        "YAML อ่าน {found!r} ไม่ได้",
        "ให้ตรวจสอบการย่อหน้า วงเล็บ และเครื่องหมายคำพูดในบรรทัดนี้และบรรทัดก่อนหน้า ข้อความที่มีสัญลักษณ์ให้ใส่เครื่องหมายคำพูด",
    ),
    "yaml.quote": Message(
        "YAML can not read {found!r}, because the text begins with or holds a sign of its own",
        "put the text in quotes: {quoted}",
        "YAML อ่าน {found!r} ไม่ได้ เพราะข้อความมีสัญลักษณ์ของ YAML",
        "ให้ใส่ข้อความในเครื่องหมายคำพูด: {quoted}",
    ),
    "yaml.tab": Message(
        "a tab stands before {quoted!r} or inside it, which YAML does not take",
        "use spaces, two for each level",
        "มีแท็บอยู่ก่อนหรือใน {quoted!r} ซึ่ง YAML ไม่รับ",
        "ให้ใช้เว้นวรรคแทนแท็บ ชั้นละสองช่อง",
    ),
    "yaml.anchor": Message(
        "{found!r} names a value for use elsewhere, which data files do not allow",
        "write the value without it; if the sign belongs to the text, use quotes: {quoted}",
        "{found!r} เป็นการตั้งชื่อค่าไว้ใช้ที่อื่น ซึ่งไฟล์ข้อมูลไม่อนุญาต",
        "ให้เขียนค่าโดยไม่มีส่วนนี้ หากสัญลักษณ์เป็นส่วนของข้อความให้ใส่เครื่องหมายคำพูด: {quoted}",
    ),
    "yaml.alias": Message(
        "{found!r} stands for a value from elsewhere, which data files do not allow",
        "write the value out; if the sign belongs to the text, use quotes: {quoted}",
        "{found!r} เป็นการอ้างค่าจากที่อื่น ซึ่งไฟล์ข้อมูลไม่อนุญาต",
        "ให้เขียนค่าเต็ม หากสัญลักษณ์เป็นส่วนของข้อความให้ใส่เครื่องหมายคำพูด: {quoted}",
    ),
    "yaml.tag": Message(
        "{found!r} is a type tag, which data files do not allow",
        "write the value without it; if the sign belongs to the text, use quotes: {quoted}",
        "{found!r} เป็นแท็กบอกชนิด ซึ่งไฟล์ข้อมูลไม่อนุญาต",
        "ให้เขียนค่าโดยไม่มีแท็ก หากสัญลักษณ์เป็นส่วนของข้อความให้ใส่เครื่องหมายคำพูด: {quoted}",
    ),
    "yaml.merge-key": Message(
        "'<<' takes over keys from elsewhere, which data files do not allow",
        "write the keys and values out; values for all measures stand under defaults:",
        "'<<' เป็นการนำคีย์จากที่อื่นมาใช้ ซึ่งไฟล์ข้อมูลไม่อนุญาต",
        "ให้เขียนคีย์กับค่าให้ครบ ค่าร่วมของทุกมาตรการให้เขียนใต้ defaults:",
    ),
    "yaml.several-documents": Message(
        "a second document begins here, after '---'",
        "write one report a file; remove the line or move what follows to a file of its own",
        "มีเอกสารที่สองเริ่มตรงนี้ หลัง '---'",
        "ให้เขียนไฟล์ละหนึ่งรายงาน ลบบรรทัดนี้หรือย้ายส่วนที่เหลือไปไฟล์อื่น",
    ),
    "json.syntax": Message(
        "JSON can not read on at {found!r}",
        "check commas, colons and double quotes here and just before",
        "JSON อ่านต่อที่ {found!r} ไม่ได้",
        "ให้ตรวจสอบเครื่องหมาย , : และเครื่องหมายคำพูดตรงนี้และก่อนหน้า",
    ),
    "json.unfinished": Message(
        "the file ends before the last bracket is closed",
        "add the brackets }} and ] that are missing",
        "ไฟล์จบก่อนปิดวงเล็บครบ",
        "ให้เติมวงเล็บ }} และ ] ที่ขาด",
    ),
    "json.trailing-comma": Message(
        "a comma stands before a closing bracket",
        "remove the comma",
        "มีเครื่องหมาย , อยู่ก่อนวงเล็บปิด",
        "ให้ลบเครื่องหมาย , ออก",
    ),
}
