"""What the review finds of names and years in a report's texts."""

from __future__ import annotations

from ita_docs.messages.message import Message

MESSAGES: dict[str, Message] = {
    "names.other-agency": Message(
        "{found!r} is not the agency of this report ({own})",
        "if it was copied from another agency's file, write {own}; leave it if it is named on purpose",
        "ข้อความกล่าวถึง {found!r} ซึ่งไม่ใช่หน่วยงานเจ้าของรายงาน ({own})",
        "หากติดมาจากไฟล์ของหน่วยงานอื่น ให้แก้เป็น {own} หากตั้งใจกล่าวถึง ให้คงไว้",
    ),
    "names.own-of-another-kind": Message(
        "{found!r} is the agency's name with the word of another kind",
        "write {repair}; leave it if the other agency of that name is meant",
        "{found!r} เป็นชื่อของหน่วยงาน แต่ใช้คำเรียกของหน่วยงานประเภทอื่น",
        "ให้แก้เป็น {repair} หากหมายถึงหน่วยงานอื่นที่ชื่อเหมือนกัน ให้คงไว้",
    ),
    "names.other-kind": Message(
        "{found!r} is a word of another kind of agency than {own}",
        "write {repair!r} if the agency itself is meant",
        "คำว่า {found!r} เป็นคำของหน่วยงานประเภทอื่น ไม่ใช่ของ {own}",
        "หากหมายถึงหน่วยงานของท่าน ให้ใช้คำว่า {repair!r}",
    ),
    "names.other-place": Message(
        "{found!r} is not where the agency is ({own})",
        "correct it if it was copied from another agency's file; leave it if it is named on purpose",
        "ข้อความกล่าวถึง {found!r} ซึ่งไม่ใช่ที่ตั้งของหน่วยงาน ({own})",
        "หากติดมาจากไฟล์ของหน่วยงานอื่น ให้แก้ให้ถูกต้อง หากตั้งใจกล่าวถึง ให้คงไว้",
    ),
    "names.misspelt": Message(
        "{found!r} looks like a misspelling",
        "write {repair!r}",
        "{found!r} น่าจะพิมพ์ผิด",
        "ให้แก้เป็น {repair!r}",
    ),
    "names.district-elsewhere": Message(
        "the register of the Department of Provincial Administration has no {found}",
        "check the agency's district and province",
        "ทะเบียนของกรมการปกครองไม่มี {found}",
        "ให้ตรวจอำเภอและจังหวัดของหน่วยงาน",
    ),
    "names.district-elsewhere-near": Message(
        "the register of the Department of Provincial Administration has no {found}",
        "check the agency's district and province; in that province the name belongs to อำเภอ{nearest}",
        "ทะเบียนของกรมการปกครองไม่มี {found}",
        "ให้ตรวจอำเภอและจังหวัดของหน่วยงาน ในจังหวัดนั้นมีตำบลชื่อนี้ที่อำเภอ{nearest}",
    ),
    "names.sub-district-elsewhere": Message(
        "the register has no sub-district {own} in {found}",
        "check the district: in that province the sub-district is in อำเภอ{nearest}",
        "ทะเบียนของกรมการปกครองไม่มีตำบล{own}ใน{found}",
        "ให้ตรวจอำเภอของหน่วยงาน ในจังหวัดนั้นตำบลชื่อนี้อยู่ที่อำเภอ{nearest}",
    ),
    "years.other-year": Message(
        "{found!r} is not a year of this report ({own})",
        "correct the year if it was left over from another year's file; leave it if it is meant",
        "{found!r} ไม่ใช่ปีของรายงานนี้ ({own})",
        "หากติดมาจากไฟล์ของปีอื่น ให้แก้ปีให้ถูกต้อง หากตั้งใจกล่าวถึงปีนั้น ให้คงไว้",
    ),
    "years.other-date": Message(
        "{found!r} lies in fiscal year {year}, not in the report's ({own})",
        "correct the date, or report what was done in the year",
        "{found!r} อยู่ในปีงบประมาณ {year} ไม่ใช่ปีงบประมาณของรายงาน ({own})",
        "ให้ตรวจวันเดือนปี หรือรายงานเฉพาะสิ่งที่ดำเนินการในปีงบประมาณของรายงาน",
    ),
    "years.after-round": Message(
        "{found!r} comes after the first six months that are reported on",
        "correct the date, or leave what came later to the report on twelve months",
        "{found!r} อยู่หลังรอบ ๖ เดือนแรกที่รายงาน",
        "ให้ตรวจวันเดือนปี หรือนำสิ่งที่ดำเนินการภายหลังไปรายงานในรอบ ๑๒ เดือน",
    ),
    "years.era": Message(
        "the year and the era of {found!r} do not agree",
        "write {repair!r}",
        "ปีกับศักราชใน {found!r} ไม่ตรงกัน",
        "ให้เขียนว่า {repair!r}",
    ),
}
