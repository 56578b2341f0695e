"""What is wrong with a set of templates."""

from __future__ import annotations

from ita_docs.messages.message import Message

MESSAGES: dict[str, Message] = {
    "template-set.unreadable": Message(
        "set.toml can not be read",
        "check that the file is there and saved as UTF-8",
        "อ่าน set.toml ไม่ได้",
        "ให้ตรวจว่ามีไฟล์นี้ และบันทึกเป็น UTF-8",
    ),
    "template-set.syntax": Message(
        "set.toml is not TOML here: {found}",
        'write `key = "value"`, one on a line; texts stand in quotation marks',
        "set.toml ผิดรูปแบบ TOML: {found}",
        'ให้เขียน `key = "value"` บรรทัดละหนึ่งคีย์ ข้อความอยู่ในเครื่องหมายคำพูด',
    ),
    "template-set.unknown-key": Message(
        "set.toml has no key {found!r}",
        "did you mean {nearest}?",
        "set.toml ไม่มีคีย์ {found!r}",
        "หมายถึง {nearest} หรือไม่",
    ),
    "template-set.not-a-text": Message(
        "a text of one line is wanted, found {found!r}",
        "write a text in quotation marks, of 60 letters at most",
        "ต้องเป็นข้อความบรรทัดเดียว แต่พบ {found!r}",
        "ให้เขียนข้อความในเครื่องหมายคำพูด ไม่เกิน 60 ตัวอักษร",
    ),
    "template-set.size": Message(
        "{found!r} is no size of letters",
        "write points from {least} to {most}, whole or half, without quotation marks: `size = 15.5`",
        "{found!r} ไม่ใช่ขนาดตัวอักษร",
        "ให้เขียนเป็นพอยต์ ตั้งแต่ {least} ถึง {most} เต็มหรือครึ่ง ไม่ต้องมีเครื่องหมายคำพูด: `size = 15.5`",
    ),
    "template-set.choice": Message(
        "{found!r} is none of the choices",
        "write one of {known}",
        "{found!r} ไม่อยู่ในตัวเลือก",
        "ให้เลือกจาก {known}",
    ),
    "template-set.extra": Message(
        "{found!r} declares no field",
        "write a table for each: `[extra.budget_source]`, its name in small Latin letters, with `type` and `meaning`",
        "{found!r} ไม่ใช่การประกาศช่องข้อมูล",
        "ให้เขียนช่องละหนึ่งตาราง: `[extra.budget_source]` ชื่อเป็นอักษรละตินตัวเล็ก มี `type` และ `meaning`",
    ),
    "template-set.no-meaning": Message(
        "the field {found!r} does not say what it means",
        'write `meaning = "…"`, which those who fill in the data file read',
        "ช่องข้อมูล {found!r} ไม่ได้บอกความหมาย",
        'ให้เขียน `meaning = "…"` ให้ผู้กรอกไฟล์ข้อมูลอ่าน',
    ),
    "template-set.no-set-file": Message(
        "{found!r} is a folder, but no set of templates",
        "write {file} (`name`, `inherit`, `font` …); sets there are: {known}",
        "{found!r} เป็นโฟลเดอร์ แต่ไม่ใช่ชุดแม่แบบ",
        "ให้สร้าง {file} (`name`, `inherit`, `font` …) ชุดที่มี: {known}",
    ),
    "template-set.unknown": Message(
        "there is no set of templates {found!r}",
        "sets there are: {known}; or give the path of a folder with set.toml",
        "ไม่มีชุดแม่แบบ {found!r}",
        "ชุดที่มี: {known} หรือระบุที่อยู่ของโฟลเดอร์ที่มี set.toml",
    ),
    "template-set.unknown-near": Message(
        "there is no set of templates {found!r}",
        "did you mean {nearest!r}? Sets there are: {known}",
        "ไม่มีชุดแม่แบบ {found!r}",
        "หมายถึง {nearest!r} หรือไม่ ชุดที่มี: {known}",
    ),
    "template-set.cycle": Message(
        "the sets inherit from each other in a circle: {found}",
        'let one of them say `inherit = "standard"`',
        "ชุดแม่แบบสืบทอดกันเป็นวงกลม: {found}",
        'ให้ชุดใดชุดหนึ่งเขียน `inherit = "standard"`',
    ),
    "template-set.file-near": Message(
        "no kind of report has this name, so the template would never be used",
        "rename it to {nearest}",
        "ไม่มีรายงานชนิดใดใช้ชื่อไฟล์นี้ แม่แบบจึงไม่ถูกใช้",
        "ให้เปลี่ยนชื่อเป็น {nearest}",
    ),
    "template-set.extra-none": Message(
        "no set of templates declares {found!r}, so it would not be printed",
        "choose the set that does, or declare it in the set.toml of yours: `[extra.{found}]`",
        "ไม่มีชุดแม่แบบใดประกาศ {found!r} ค่านี้จึงไม่ถูกพิมพ์",
        "ให้เลือกชุดแม่แบบที่ประกาศไว้ หรือประกาศใน set.toml ของหน่วยงาน: `[extra.{found}]`",
    ),
    "template-set.extra-unknown": Message(
        "the set of templates does not declare {found!r}",
        "write {known}, or declare it in set.toml: `[extra.{found}]`",
        "ชุดแม่แบบไม่ได้ประกาศ {found!r}",
        "ให้เขียน {known} หรือประกาศใน set.toml: `[extra.{found}]`",
    ),
    "template-set.extra-elsewhere": Message(
        "{found!r} is declared as a field of the {of}",
        "write it under `extra` of the {of}, or change `of` in set.toml",
        "{found!r} ประกาศไว้เป็นช่องข้อมูลของ {of}",
        "ให้เขียนไว้ใน `extra` ของ {of} หรือแก้ `of` ใน set.toml",
    ),
    "template-set.extra-type": Message(
        "{found} is no {type}, as set.toml declares the field",
        "write a {type}, or change `type` in set.toml",
        "{found} ไม่ใช่ {type} ตามที่ set.toml ประกาศ",
        "ให้เขียนเป็น {type} หรือแก้ `type` ใน set.toml",
    ),
}
