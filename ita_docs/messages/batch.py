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
    "batch.no-files": Message(
        "many data files are rendered from a list of their paths, not from {found}",
        "put the paths into a list; `data_files_in(folder)` finds those of a folder",
        "การสร้างเอกสารเป็นชุดต้องได้รับรายการที่อยู่ของไฟล์ข้อมูล ไม่ใช่ {found}",
        "ให้ใส่ที่อยู่ของไฟล์ในรายการ (list) หรือใช้ `data_files_in(folder)` หาไฟล์ในโฟลเดอร์",
    ),
    "batch.no-kind": Message(
        "there is no kind of report {found!r}",
        "the kinds are: {known}",
        "ไม่มีรายงานชนิด {found!r}",
        "ชนิดที่มี: {known}",
    ),
    "batch.no-data-folder": Message(
        "the folder of the data files does not exist",
        "name the folder that holds the .yaml, .yml or .json files",
        "ไม่มีโฟลเดอร์ของไฟล์ข้อมูลนี้",
        "ให้ระบุโฟลเดอร์ที่มีไฟล์ .yaml .yml หรือ .json",
    ),
    "batch.data-is-file": Message(
        "this is a file; a batch takes a folder of data files",
        "name its folder, or render the one file with `ita-docs render FILE`",
        "นี่คือไฟล์ คำสั่ง batch รับโฟลเดอร์ของไฟล์ข้อมูล",
        "ให้ระบุโฟลเดอร์ของไฟล์ หรือสร้างเอกสารจากไฟล์เดียวด้วย `ita-docs render FILE`",
    ),
    "batch.folder-unreadable": Message(
        "the folder can not be read: {found}",
        "check your rights, or move it out of the folder of the data files",
        "เปิดอ่านโฟลเดอร์ไม่ได้: {found}",
        "ให้ตรวจสิทธิ์ หรือย้ายออกจากโฟลเดอร์ของไฟล์ข้อมูล",
    ),
    "batch.nothing": Message(
        "there is no data file in the folder",
        "a data file ends in .yaml, .yml or .json and begins with `kind:`; `ita-docs new dossier` writes one",
        "ไม่มีไฟล์ข้อมูลในโฟลเดอร์นี้",
        "ไฟล์ข้อมูลลงท้ายด้วย .yaml .yml หรือ .json และขึ้นต้นด้วย `kind:` สร้างได้ด้วย `ita-docs new dossier`",
    ),
    "batch.broken": Message(
        "a fault of ita-docs itself: {found}",
        "please report it with this data file; the other files are not affected",
        "ข้อผิดพลาดของ ita-docs เอง: {found}",
        "โปรดแจ้งผู้พัฒนาพร้อมไฟล์ข้อมูลนี้ ไฟล์อื่นไม่ได้รับผลกระทบ",
    ),
}
