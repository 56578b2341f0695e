"""What a dossier finds when it is made a report of, or rolled forward."""

from __future__ import annotations

from ita_docs.messages.message import Message

MESSAGES: dict[str, Message] = {
    "dossier.target-not-carried": Message(
        "{found} of fiscal year {old} has nothing of its name in fiscal year {new}, and is left out here",
        "if this report should have it, name beside it an indicator of both years, as in `targets: {{indicators: 2}}`",
        "{found} ของปีงบประมาณ {old} ไม่มีรายการชื่อเดียวกันในปีงบประมาณ {new} รายงานนี้จึงไม่แสดง",
        "หากต้องการให้แสดง ให้ระบุตัวชี้วัดที่มีชื่อเดียวกันทั้งสองปีไว้ด้วย เช่น `targets: {{indicators: 2}}`",
    ),
    "dossier.measure-left-out": Message(
        "nothing that this measure answers in fiscal year {old} has the same name in fiscal year {new}; "
        "the report leaves the measure out",
        "name its indicator as well, as in `targets: {{items: i4-i6, indicators: 2}}`",
        "สิ่งที่มาตรการนี้ตอบในปีงบประมาณ {old} ไม่มีชื่อเดียวกันในปีงบประมาณ {new} รายงานจึงไม่แสดงมาตรการนี้",
        "ให้ระบุตัวชี้วัดไว้ด้วย เช่น `targets: {{items: i4-i6, indicators: 2}}`",
    ),
    "dossier.nothing-carried": Message(
        "no measure answers anything of fiscal year {old} that has the same name in fiscal year {new}",
        "name the indicators that the measures answer, as in `targets: {{items: i4-i6, indicators: 2}}`",
        "ไม่มีมาตรการใดตอบรายการของปีงบประมาณ {old} ที่มีชื่อเดียวกันในปีงบประมาณ {new}",
        "ให้ระบุตัวชี้วัดที่แต่ละมาตรการตอบ เช่น `targets: {{items: i4-i6, indicators: 2}}`",
    ),
    "dossier.issues-alone": Message(
        "the measure answers issue {found} of fiscal year {old} only, which fiscal year {new} does not have",
        "name the indicators too, as in `targets: {{issues: {found}, indicators: 2}}`",
        "มาตรการนี้ระบุเพียงประเด็นที่ {found} ของปีงบประมาณ {old} ซึ่งปีงบประมาณ {new} ไม่มี",
        "ให้ระบุตัวชี้วัดไว้ด้วย เช่น `targets: {{issues: {found}, indicators: 2}}`",
    ),
    "dossier.item-not-carried": Message(
        "{found} of fiscal year {old} has no item of the same name in fiscal year {new}, and is not carried over",
        "look it up in the list of fiscal year {new}, and write the code that it has there, if it has one",
        "ข้อ {found} ของปีงบประมาณ {old} ไม่มีข้อชื่อเดียวกันในปีงบประมาณ {new} จึงไม่ได้ยกไป",
        "ให้ดูรายการข้อของปีงบประมาณ {new} แล้วระบุรหัสข้อของปีนั้น ถ้ามี",
    ),
    "dossier.part-not-carried": Message(
        "{found} of fiscal year {old} has nothing of its name in fiscal year {new}, and is not carried over",
        "look it up in the list of fiscal year {new}, and write the number that it has there, if it has one",
        "ลำดับที่ {found} ของปีงบประมาณ {old} ไม่มีรายการชื่อเดียวกันในปีงบประมาณ {new} จึงไม่ได้ยกไป",
        "ให้ดูรายการของปีงบประมาณ {new} แล้วระบุลำดับของปีนั้น ถ้ามี",
    ),
    "dossier.no-edition": Message(
        "there is no register of the assessment of fiscal year {found}, by which the data is carried to the next year "
        "(there are {known})",
        "make one with `ita-docs edition new {found} --from {latest}`, and put it into the folder `editions` beside "
        "the data file",
        "ไม่มีทะเบียนการประเมินของปีงบประมาณ {found} จึงยกข้อมูลไปปีถัดไปไม่ได้ (มีปี {known})",
        "ให้จัดทำด้วยคำสั่ง `ita-docs edition new {found} --from {latest}` แล้ววางไว้ในโฟลเดอร์ `editions` ข้างไฟล์ข้อมูล",
    ),
    "dossier.rule-from-python": Message(
        "the rule of classification is a function of Python, which a data file can not hold",
        "use `threshold` or `above-instrument-mean`, or leave the rule out before writing",
        "หลักเกณฑ์การจัดกลุ่มเป็นฟังก์ชันของ Python ซึ่งเขียนลงไฟล์ข้อมูลไม่ได้",
        "ให้ใช้ `threshold` หรือ `above-instrument-mean` หรือตัดหลักเกณฑ์ออกก่อนเขียนไฟล์",
    ),
    "dossier.other-kind": Message(
        "the file is a {found}, of which no {kind} can be made",
        "name a file whose kind is dossier, or leave the report's name out",
        "ไฟล์นี้เป็นข้อมูลของ {found} จึงทำ {kind} ไม่ได้",
        "ให้ระบุไฟล์ชนิด dossier หรือไม่ระบุชนิดรายงาน",
    ),
    "dossier.no-rounds": Message(
        "{kind} does not report in rounds",
        "leave the round out, or ask for progress-report",
        "{kind} ไม่มีรอบการรายงาน",
        "ไม่ต้องระบุรอบ หรือให้ระบุชนิดรายงาน progress-report",
    ),
    "dossier.round": Message(
        "there is no round {found}",
        "write 1 for the first six months, or 2 for twelve",
        "ไม่มีรอบที่ {found}",
        "ให้ระบุ 1 สำหรับ 6 เดือนแรก หรือ 2 สำหรับ 12 เดือน",
    ),
}
