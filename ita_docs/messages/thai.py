"""What the Thai helpers can not read: dates, periods, years, amounts."""

from __future__ import annotations

from ita_docs.messages.message import Message

MESSAGES: dict[str, Message] = {
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
}
