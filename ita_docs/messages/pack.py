"""What is to be said of a pack, and what keeps it from being made."""

from __future__ import annotations

from ita_docs.messages.message import Message

MESSAGES: dict[str, Message] = {
    "pack.no-dossier": Message(
        "a pack is made of a dossier or its data file, not of {found}",
        "give the path of the data file, or a Dossier",
        "ชุดเอกสารสร้างจากแฟ้มรวมรายปี (dossier) หรือไฟล์ของแฟ้มนั้น ไม่ใช่ {found}",
        "ให้ระบุที่อยู่ของไฟล์ข้อมูล หรือ Dossier",
    ),
    "pack.no-report": Message(
        "a pack is made of reports; found {found}",
        "give a dossier, or the data file of one of: {known}; memos and forms are drafted from the reports",
        "ชุดเอกสารสร้างจากรายงาน แต่พบ {found}",
        "ให้ใช้แฟ้มรวมรายปี หรือไฟล์ข้อมูลของรายงานชนิดใดชนิดหนึ่ง: {known} ส่วนบันทึกข้อความและแบบขอเผยแพร่ โปรแกรมร่างจากรายงานให้",
    ),
    "pack.template": Message(
        "one template can not serve all papers of a pack",
        "name a set of templates: `ita-docs template list` shows those there are",
        "แม่แบบเดียวใช้กับเอกสารทุกชนิดในชุดไม่ได้",
        "ให้ระบุชื่อชุดแม่แบบ ดูชุดที่มีด้วย `ita-docs template list`",
    ),
    "pack.exists": Message(
        "the file exists",
        "replace the whole pack with --force (`force=True`), or choose another folder",
        "มีไฟล์นี้อยู่แล้ว",
        "ให้เขียนทับทั้งชุดด้วย --force (`force=True`) หรือใช้โฟลเดอร์อื่น",
    ),
    "pack.no-item": Message(
        "the register of {year} has no item that a {kind} is evidence for; its files are named without a code",
        "check the year of the evidence; a year that the package does not know is written with "
        "`ita-docs edition new {year} --from YEAR`",
        "ทะเบียนปี {year} ไม่มีข้อที่ใช้ {kind} เป็นหลักฐาน ชื่อไฟล์จึงไม่มีรหัสข้อ",
        "ให้ตรวจปีที่ใช้เป็นหลักฐาน ถ้าเป็นปีที่โปรแกรมยังไม่มีทะเบียน ให้สร้างด้วย `ita-docs edition new {year} --from ปี`",
    ),
    "pack.item-unverified": Message(
        "the number of item {item} of {year} is not confirmed; files of {kind} are named after it",
        "compare it with the year's official list before the files are sent, or put the list into editions/{year}.yaml",
        "รหัสข้อ {item} ของปี {year} ยังไม่ยืนยัน และใช้ตั้งชื่อไฟล์ของ {kind}",
        "ให้เทียบกับคู่มือการประเมินของปีนั้นก่อนส่ง หรือจัดทำทะเบียนของปีไว้ที่ editions/{year}.yaml",
    ),
    "pack.no-pdf-asked": Message(
        "the pack has no PDFs, as was asked for",
        "pack it without --no-pdf before the papers are published",
        "ชุดเอกสารนี้ไม่มีไฟล์ PDF ตามที่สั่ง",
        "ให้สร้างใหม่โดยไม่ใช้ --no-pdf ก่อนนำเอกสารไปเผยแพร่",
    ),
    "pack.left-over": Message(
        "this file is of another pack and was not made anew: {found}",
        "remove it, or pack into an empty folder",
        "ไฟล์นี้เป็นของชุดเอกสารอื่น และไม่ได้สร้างใหม่: {found}",
        "ให้ลบออก หรือสร้างชุดเอกสารไว้ในโฟลเดอร์ว่าง",
    ),
}
