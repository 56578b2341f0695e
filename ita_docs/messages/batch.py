"""What keeps a batch, or one document of it, from being made."""

from __future__ import annotations

from ita_docs.messages.message import Message

MESSAGES: dict[str, Message] = {
    "batch.no-reports": Message(
        "many reports are rendered from a list or generator of them, not from {found}",
        "put the reports into a list; one alone is rendered by `render`",
        "การสร้างเอกสารเป็นชุดต้องได้รับรายการของรายงาน ไม่ใช่ {found}",
        "ให้ใส่รายงานในรายการ (list) ถ้ามีรายงานเดียวให้ใช้ `render`",
    ),
    "batch.no-executor": Message(
        "this is no executor: {found}",
        "give one of concurrent.futures, or Dask's `Client().get_executor()`; none renders in this process",
        "สิ่งนี้ไม่ใช่ executor: {found}",
        "ให้ใช้ executor ของ concurrent.futures หรือ `Client().get_executor()` ของ Dask ถ้าไม่ระบุจะสร้างในโปรเซสนี้",
    ),
    "batch.folder-is-file": Message(
        "a file stands where the folder of the documents should be",
        "name another folder, or move the file away",
        "มีไฟล์อยู่ในตำแหน่งที่ควรเป็นโฟลเดอร์ของเอกสาร",
        "ให้ระบุโฟลเดอร์อื่น หรือย้ายไฟล์นั้นออก",
    ),
    "batch.no-folder": Message(
        "the folder of the documents can not be made: {found}",
        "check the path and your rights, or name another folder",
        "สร้างโฟลเดอร์ของเอกสารไม่ได้: {found}",
        "ให้ตรวจที่อยู่และสิทธิ์ หรือระบุโฟลเดอร์อื่น",
    ),
    "batch.not-done": Message(
        "no worker finished this document: {found}",
        "run the batch again with resume; what is written already is kept",
        "ไม่มีตัวประมวลผลใดสร้างเอกสารนี้สำเร็จ: {found}",
        "ให้สั่งสร้างทั้งชุดอีกครั้งแบบทำต่อ (resume) เอกสารที่เขียนแล้วจะไม่ถูกสร้างซ้ำ",
    ),
}
