"""What keeps a document from being written."""

from __future__ import annotations

from ita_docs.messages.message import Message

MESSAGES: dict[str, Message] = {
    "output.no-folder": Message(
        "the folder of the output file does not exist",
        "make the folder first, or choose another",
        "ไม่มีโฟลเดอร์ปลายทาง",
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
        "ปลายทางเป็นโฟลเดอร์",
        "ให้ระบุชื่อไฟล์ในโฟลเดอร์",
    ),
    "output.no-file": Message(
        "the output is a device or a pipe, which would be lost if it were replaced",
        "name an ordinary file",
        "ปลายทางเป็นอุปกรณ์หรือท่อข้อมูล ซึ่งจะหายไปหากถูกแทนที่",
        "ให้ระบุไฟล์ปกติ",
    ),
    "output.is-template": Message(
        "the output is the template itself",
        "choose another name for the document",
        "ไฟล์ปลายทางคือไฟล์แม่แบบเอง",
        "ให้ใช้ชื่ออื่นสำหรับเอกสาร",
    ),
    "output.name": Message(
        "a file can not have this name: {found}",
        "choose a shorter, simpler name",
        "ใช้ชื่อไฟล์นี้ไม่ได้: {found}",
        "ให้ใช้ชื่อที่สั้นและเรียบง่ายกว่านี้",
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
    "output.gone": Message(
        "the document is no longer where it was written: {found}",
        "render it again",
        "เอกสารไม่อยู่ในที่ที่เขียนไว้แล้ว: {found}",
        "ให้สร้างเอกสารใหม่",
    ),
    "output.unreadable": Message(
        "the file that is to be replaced can not be read",
        "check that you may open it and that no other program locks it, or choose another folder",
        "เปิดอ่านไฟล์ที่จะเขียนทับไม่ได้",
        "ให้ตรวจสอบสิทธิ์ และปิดโปรแกรมอื่นที่ใช้ไฟล์นี้อยู่ หรือเลือกโฟลเดอร์อื่น",
    ),
}
