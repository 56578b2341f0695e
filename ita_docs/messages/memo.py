"""What the papers that travel with a report are told: memo and publication form."""

from __future__ import annotations

from ita_docs.messages.message import Message

MESSAGES: dict[str, Message] = {
    "memo.both-decided": Message(
        "the decision says both this and {found}",
        "keep the one that was decided",
        "คำสั่งระบุทั้งค่านี้และ {found}",
        "ให้เหลือไว้เฉพาะคำสั่งที่ถูกต้อง",
    ),
    "memo.blank-part": Message(
        "nothing is written under {found}: a dotted line is printed",
        "write it, or leave the line to be filled in by hand",
        "ยังไม่ได้เขียนหัวข้อ {found} เอกสารจึงพิมพ์เป็นเส้นประ",
        "ให้เขียนเนื้อความ หรือเว้นเส้นประไว้เขียนด้วยลายมือ",
    ),
    "memo.no-reason": Message(
        "the decision refuses, but gives no reason",
        "write the reason under `reason`",
        "คำสั่งไม่อนุมัติหรือไม่อนุญาต แต่ไม่ได้ระบุเหตุผล",
        "ให้เขียนเหตุผลไว้ใน `reason`",
    ),
    "memo.reason-alone": Message(
        "the reason {found!r} is given, but nothing is refused",
        "state `not_approved: true` or `not_permitted: true`, or leave the reason out",
        "มีเหตุผล {found!r} แต่คำสั่งไม่ได้ระบุว่าไม่อนุมัติหรือไม่อนุญาต",
        "ให้ระบุ `not_approved: true` หรือ `not_permitted: true` หรือลบเหตุผลออก",
    ),
    "memo.not-of-dossier": Message(
        "a dossier gives no {kind}: it travels with one of the reports",
        "write a data file of its own (`ita-docs new {kind}`), or use `for_report` in Python",
        "แฟ้มรวมรายปีไม่ออกเอกสาร {kind} เพราะเอกสารนี้แนบไปกับรายงานฉบับใดฉบับหนึ่ง",
        "ให้เขียนเป็นไฟล์ข้อมูลของตนเอง (`ita-docs new {kind}`) หรือใช้ `for_report` ใน Python",
    ),
    "publication.no-summary": Message(
        "nothing is written under the summary: a dotted line is printed",
        "write in a few words what the data shows, or leave the line to be filled in by hand",
        "ยังไม่ได้เขียนรายละเอียดข้อมูลโดยสรุป เอกสารจึงพิมพ์เป็นเส้นประ",
        "ให้เขียนสรุปสั้น ๆ ว่าข้อมูลแสดงสิ่งใด หรือเว้นเส้นประไว้เขียนด้วยลายมือ",
    ),
    "publication.no-link": Message(
        "{found!r} is no address of a page",
        "write the address of the page alone, for example `https://www.example.go.th/ita/o34`",
        "{found!r} ไม่ใช่ที่อยู่ของหน้าเว็บ",
        "ให้เขียนเฉพาะที่อยู่ของหน้าเว็บ เช่น `https://www.example.go.th/ita/o34`",
    ),
}
