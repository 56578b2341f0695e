"""What the review finds of numbering, periods and typing."""

from __future__ import annotations

from ita_docs.messages.message import Message

_WRITE = "if that is so, write {repair!r}"
_WRITE_TH = "ถ้าใช่ ให้เขียน {repair!r}"

MESSAGES: dict[str, Message] = {
    "numbering.measure-skips": Message(
        "the measures' numbers skip: {found} stands where {repair} is to be expected",
        "write {repair}, or add the measure that is missing",
        "ลำดับที่ของมาตรการข้ามเลข: พบ {found} ในที่ที่ควรเป็น {repair}",
        "ให้แก้ลำดับที่เป็น {repair} หรือเพิ่มมาตรการที่ขาดไป",
    ),
    "numbering.measure-repeats": Message(
        "the measures' number {found} stands a second time or goes back",
        "write {repair}, or put the measures in the order of their numbers",
        "ลำดับที่ของมาตรการซ้ำหรือย้อนกลับ: พบ {found} อีกครั้ง",
        "ให้แก้ลำดับที่เป็น {repair} หรือเรียงมาตรการตามลำดับที่",
    ),
    "numbering.skips": Message(
        "the numbers skip or run backwards: {found!r} stands where {repair!r} is to be expected",
        "write {repair!r}, or add the point that is missing",
        "เลขข้อข้ามหรือย้อนกลับ: พบ {found!r} ในที่ที่ควรเป็น {repair!r}",
        "ให้แก้เป็น {repair!r} หรือเพิ่มข้อที่ขาดไป",
    ),
    "numbering.repeats": Message(
        "the number {found!r} stands a second time",
        "write {repair!r}, and see that the numbers after it follow",
        "เลขข้อ {found!r} ซ้ำกับข้อก่อนหน้า",
        "ให้แก้เป็น {repair!r} และตรวจเลขข้อที่ตามมาให้ต่อเนื่อง",
    ),
    "numbering.restarts": Message(
        "the numbers begin again with {found!r} where {repair!r} is to be expected",
        "write {repair!r}; if another list begins here, put a heading or a line of its own before it",
        "เลขข้อเริ่มนับใหม่ที่ {found!r} ในที่ที่ควรเป็น {repair!r}",
        "ให้แก้เป็น {repair!r} แต่ถ้าเป็นรายการชุดใหม่ ให้มีหัวข้อหรือขึ้นบรรทัดใหม่ก่อน",
    ),
    "numbering.twice": Message(
        "{found!r} before {text!r} gives the point a second number or dash, beside the one in the document or the text",
        "take one of the two away; the document writes numbers, dashes and codes of lists itself",
        "{found!r} หน้าข้อความ {text!r} ทำให้มีเลขข้อหรือขีดนำหน้าซ้อนกันสองชั้น",
        "ให้ลบออกหนึ่งชั้น รายการในเอกสารจะมีเลขข้อ ขีด หรือรหัสข้อให้เองอยู่แล้ว",
    ),
    "numbering.indicator": Message(
        "{found!r}: the name belongs to another number in the year's list",
        "indicators are always counted from 1 to 10, over all instruments; if the name is right, write {repair!r}",
        "{found!r}: ชื่อนี้เป็นของเลขอื่นตามบัญชีตัวชี้วัดของปี",
        "ตัวชี้วัดนับต่อเนื่อง ๑ ถึง ๑๐ ทุกแบบวัด ไม่เริ่มใหม่ ถ้าชื่อถูกต้องแล้ว ให้เขียน {repair!r}",
    ),
    "period.outside-measure": Message(
        "the period {found!r} of a step lies outside that of its measure ({whole})",
        "bring the two into agreement: extend the measure's period, or correct the step's",
        "ระยะเวลา {found!r} ของขั้นตอนอยู่นอกระยะเวลาของมาตรการ ({whole})",
        "ให้ปรับให้ตรงกัน โดยขยายระยะเวลาของมาตรการหรือแก้ระยะเวลาของขั้นตอน",
    ),
    "period.apart": Message(
        "{found!r} names times that stand apart, and {outside} lies outside what is reported on",
        "write a dash or ถึง between the two if all the time between them is meant; else leave the one outside away",
        "{found!r} อ่านเป็นช่วงเวลาที่แยกกัน และ {outside} อยู่นอกห้วงเวลาของรายงาน",
        "ถ้าหมายถึงช่วงต่อเนื่อง ให้ใส่ขีดหรือคำว่า ถึง ระหว่างสองเวลา ถ้าไม่ใช่ ให้ตัดเวลาที่อยู่นอกห้วงออก",
    ),
    "period.follow-up-early": Message(
        "the follow-up names {found!r}, which lies before the period {period!r} begins",
        "name the quarter or month in which the work is done, or correct the period",
        "การติดตาม/รายงานผลระบุ {found!r} ซึ่งอยู่ก่อนเริ่มระยะเวลา {period!r}",
        "ให้ระบุไตรมาสหรือเดือนที่ดำเนินการจริง หรือแก้ระยะเวลาดำเนินการ",
    ),
    "period.follow-up-short": Message(
        "the follow-up names {found!r}, which does not cover the period {period!r}",
        "name every quarter or month of the period, at least the last; or correct the period",
        "การติดตาม/รายงานผลระบุ {found!r} ซึ่งไม่ครอบคลุมระยะเวลา {period!r}",
        "ให้ระบุไตรมาสหรือเดือนให้ครบตามระยะเวลา อย่างน้อยต้องถึงช่วงสุดท้าย หรือแก้ระยะเวลาดำเนินการ",
    ),
    "period.follow-up-long": Message(
        "the follow-up names {found!r}, which goes on after the period {period!r} has ended",
        "name only the quarters or months of the period, or correct the period",
        "การติดตาม/รายงานผลระบุ {found!r} ซึ่งเลยระยะเวลา {period!r} ไปแล้ว",
        "ให้ระบุเฉพาะไตรมาสหรือเดือนที่อยู่ในระยะเวลา หรือแก้ระยะเวลาดำเนินการ",
    ),
    "period.follow-up-quarter": Message(
        "{found!r}: a fiscal year has the quarters 1 to 4, in this order",
        "correct the quarter",
        "{found!r}: ปีงบประมาณมีไตรมาส ๑ ถึง ๔ เรียงตามลำดับ",
        "ให้แก้เลขไตรมาสให้ถูกต้อง",
    ),
    "spelling.mixed-digits": Message(
        "{found!r} mixes Thai and Arabic digits in one number",
        _WRITE,
        "{found!r} มีเลขไทยปนเลขอารบิกในจำนวนเดียวกัน",
        _WRITE_TH,
    ),
    "spelling.code": Message(
        "{found!r} looks like the code of an item or a number, but is written with a character that only looks alike",
        "an item's code begins with the letter i, e or O, not with a digit; " + _WRITE,
        "{found!r} น่าจะเป็นรหัสข้อหรือตัวเลข แต่พิมพ์ด้วยอักขระที่รูปร่างคล้ายกัน",
        "รหัสข้อขึ้นต้นด้วยตัวอักษร i, e หรือ O ไม่ใช่ตัวเลข " + _WRITE_TH,
    ),
    "spelling.sara-am": Message(
        "{found!r} has ำ typed as two characters (ํ and า)",
        "write {repair!r}: it looks the same, but can be searched for and does not break",
        "{found!r} พิมพ์สระอำแยกเป็นสองตัว (นิคหิตกับสระอา)",
        "ให้พิมพ์สระอำตัวเดียว คือ {repair!r} มิฉะนั้นจะค้นหาไม่พบและสระอาจหลุดจากคำ",
    ),
    "spelling.double-e": Message(
        "{found!r} has แ typed as two เ",
        "write {repair!r}: it looks the same, but can be searched for",
        "{found!r} พิมพ์สระแอด้วยสระเอสองตัว",
        "ให้พิมพ์สระแอตัวเดียว คือ {repair!r} มิฉะนั้นจะค้นหาไม่พบ",
    ),
    "spelling.twice": Message(
        "{found!r} has a vowel or tone mark twice",
        _WRITE,
        "{found!r} มีสระหรือวรรณยุกต์ซ้ำ",
        _WRITE_TH,
    ),
    "spelling.order": Message(
        "{found!r} has a vowel or tone mark in the wrong place",
        _WRITE,
        "{found!r} วางสระหรือวรรณยุกต์ผิดลำดับ",
        _WRITE_TH,
    ),
    "spelling.alone": Message(
        "{found!r} has a vowel, tone mark or ๆ without the letter that it belongs to",
        _WRITE,
        "{found!r} มีสระ วรรณยุกต์ หรือไม้ยมกลอยอยู่โดยไม่มีตัวอักษรรองรับ",
        _WRITE_TH,
    ),
    "spelling.repeated": Message(
        "{found!r} has ๆ or ฯ more often than once",
        _WRITE,
        "{found!r} มีไม้ยมกหรือไปยาลซ้ำ",
        _WRITE_TH,
    ),
    "spelling.hidden": Message(
        "{found!r} holds an invisible character ({name})",
        "take it out and write {repair!r}: such characters come from web pages and hinder searching",
        "{found!r} มีอักขระที่มองไม่เห็น ({name})",
        "ให้ลบออกแล้วเขียน {repair!r} อักขระเช่นนี้มักติดมาจากหน้าเว็บและทำให้ค้นหาไม่พบ",
    ),
    "spelling.broken": Message(
        "{found!r} holds a character that was lost or that only one font knows ({name})",
        "look at the original; perhaps {repair!r} is meant",
        "{found!r} มีอักขระที่เสียหายหรือมีเฉพาะในแบบอักษรบางชุด ({name})",
        "ให้เทียบกับต้นฉบับ อาจหมายถึง {repair!r}",
    ),
    "spelling.leftover": Message(
        "{found!r} is left over from a web page or another program",
        "write {repair!r} in its place; if that is empty, take it out",
        "{found!r} เป็นเศษรหัสที่ติดมาจากหน้าเว็บหรือโปรแกรมอื่น",
        "ให้เขียน {repair!r} แทน ถ้าว่างเปล่าให้ลบออก",
    ),
    "spelling.letters-in-word": Message(
        "{found!r} has letters of another script inside a Thai word",
        "perhaps {repair!r} is meant; type the word anew",
        "{found!r} มีตัวอักษรภาษาอื่นปนอยู่ในคำไทย",
        "อาจหมายถึง {repair!r} ให้พิมพ์คำนี้ใหม่",
    ),
    "spelling.two-scripts": Message(
        "{found!r} mixes letters of two scripts that look alike",
        "type it anew: {repair!r}; it looks the same, but can be searched for, and an address works",
        "{found!r} มีตัวอักษรสองภาษาที่รูปร่างเหมือนกันปนอยู่ในคำเดียว",
        "ให้พิมพ์ใหม่เป็น {repair!r} มิฉะนั้นจะค้นหาไม่พบ และที่อยู่เว็บไซต์จะเปิดไม่ได้",
    ),
    "spelling.stray-letters": Message(
        "{found!r} holds letters that are no word known",
        "take them out, so that {repair!r} remains, or write the word in full",
        "{found!r} มีตัวอักษรละตินที่ไม่เป็นคำปนอยู่",
        "ให้ลบออก เหลือ {repair!r} หรือเขียนคำนั้นให้เต็ม",
    ),
    "spelling.latin-word": Message(
        "{found!r} is one letter off a common word",
        _WRITE,
        "{found!r} สะกดผิดจากคำที่ใช้กันทั่วไปหนึ่งตัวอักษร",
        _WRITE_TH,
    ),
}
