"""What the command line can not do: commands, options, the package's own files."""

from __future__ import annotations

from ita_docs.messages.message import Message

MESSAGES: dict[str, Message] = {
    "cli.unknown-command": Message(
        "there is no command {found!r}",
        "did you mean {nearest}? The commands are: {known}",
        "ไม่มีคำสั่ง {found!r}",
        "หมายถึง {nearest} หรือไม่ คำสั่งที่มี: {known}",
    ),
    "cli.unknown-command-far": Message(
        "there is no command {found!r}",
        "the commands are: {known}",
        "ไม่มีคำสั่ง {found!r}",
        "คำสั่งที่มี: {known}",
    ),
    "cli.unknown-option": Message(
        "there is no option {found!r}",
        "did you mean {nearest}? The options are: {known}",
        "ไม่มีตัวเลือก {found!r}",
        "หมายถึง {nearest} หรือไม่ ตัวเลือกที่มี: {known}",
    ),
    "cli.unknown-option-far": Message(
        "there is no option {found!r}",
        "the options are: {known}",
        "ไม่มีตัวเลือก {found!r}",
        "ตัวเลือกที่มี: {known}",
    ),
    "cli.unknown-kind": Message(
        "there is no kind of data file {found!r}",
        "did you mean {nearest}? The kinds are: {known}",
        "ไม่มีไฟล์ข้อมูลชนิด {found!r}",
        "หมายถึง {nearest} หรือไม่ ชนิดที่มี: {known}",
    ),
    "cli.unknown-kind-far": Message(
        "there is no kind of data file {found!r}",
        "the kinds are: {known}",
        "ไม่มีไฟล์ข้อมูลชนิด {found!r}",
        "ชนิดที่มี: {known}",
    ),
    "cli.unknown-report": Message(
        "there is no kind of report {found!r}",
        "did you mean {nearest}? The kinds are: {known}",
        "ไม่มีรายงานชนิด {found!r}",
        "หมายถึง {nearest} หรือไม่ ชนิดที่มี: {known}",
    ),
    "cli.unknown-report-far": Message(
        "there is no kind of report {found!r}",
        "the kinds are: {known}",
        "ไม่มีรายงานชนิด {found!r}",
        "ชนิดที่มี: {known}",
    ),
    "cli.new-of-nothing": Message(
        "`ita-docs new` needs a KIND, or last year's data file",
        "name the kind ({known}), or `--from FILE`",
        "คำสั่ง `ita-docs new` ต้องมี KIND หรือไฟล์ข้อมูลของปีที่แล้ว",
        "ให้ระบุชนิด ({known}) หรือ `--from FILE`",
    ),
    "cli.from-another-kind": Message(
        "the file is a {found}, not a {kind}",
        "leave the kind out: next year's file is of the same kind as last year's",
        "ไฟล์นี้เป็นชนิด {found} ไม่ใช่ {kind}",
        "ให้ตัดชื่อชนิดออก ไฟล์ของปีถัดไปเป็นชนิดเดียวกับปีที่แล้ว",
    ),
    "cli.from-no-dossier": Message(
        "the file holds one report ({found}); only a dossier is carried over to the next year",
        "`ita-docs new dossier` writes the file that holds all data of a year; move your data into it first",
        "ไฟล์นี้เป็นข้อมูลของรายงานเดียว ({found}) ยกไปปีถัดไปได้เฉพาะแฟ้มรวมรายปี (dossier)",
        "ให้สร้างแฟ้มรวมข้อมูลทั้งปีด้วย `ita-docs new dossier` แล้วย้ายข้อมูลเข้าไปก่อน",
    ),
    "cli.template-of-several": Message(
        "one template can not serve several reports",
        "name the report that it is for with --report: {known}",
        "แม่แบบเดียวใช้กับหลายรายงานไม่ได้",
        "ให้ระบุรายงานที่ใช้แม่แบบนี้ด้วย --report: {known}",
    ),
    "cli.choice": Message(
        "{option} can not be {found!r}",
        "use one of: {known}",
        "{option} เป็น {found!r} ไม่ได้",
        "ให้ใช้ค่าใดค่าหนึ่งต่อไปนี้: {known}",
    ),
    "cli.missing-argument": Message(
        "{command} needs {name}",
        "`{command} --help` shows how it is called",
        "คำสั่ง {command} ต้องมี {name}",
        "ดูวิธีใช้ด้วย `{command} --help`",
    ),
    "cli.extra-arguments": Message(
        "{command} does not take {found!r}",
        "leave it out; a file name with spaces goes into quotation marks",
        "คำสั่ง {command} ไม่รับ {found!r}",
        "ให้ตัดออก หากเป็นชื่อไฟล์ที่มีช่องว่าง ให้ใส่เครื่องหมายคำพูด",
    ),
    "cli.option-value": Message(
        "the option {option} is not used as it should be",
        "`ita-docs COMMAND --help` shows which options take a value",
        "ใช้ตัวเลือก {option} ไม่ถูกต้อง",
        "ดูว่าตัวเลือกใดต้องมีค่าด้วย `ita-docs COMMAND --help`",
    ),
    "cli.usage": Message(
        "the command can not be understood: {said}",
        "`ita-docs --help` shows the commands",
        "ไม่เข้าใจคำสั่ง: {said}",
        "ดูคำสั่งที่มีด้วย `ita-docs --help`",
    ),
    "cli.output-is-folder": Message(
        "the output is a folder",
        "name a file in it",
        "ปลายทางเป็นโฟลเดอร์",
        "ให้ระบุชื่อไฟล์ในโฟลเดอร์นั้น",
    ),
    "cli.output-no-folder": Message(
        "the folder {folder!r} does not exist",
        "make it, or choose another with -o",
        "ไม่มีโฟลเดอร์ {folder!r}",
        "ให้สร้างโฟลเดอร์ก่อน หรือเลือกที่อื่นด้วย -o",
    ),
    "cli.output-exists": Message(
        "the file exists",
        "replace it with --force, or choose another name with -o",
        "มีไฟล์นี้อยู่แล้ว",
        "ให้เขียนทับด้วย --force หรือใช้ชื่ออื่นด้วย -o",
    ),
    "cli.output-not-docx": Message(
        "the document's name does not end in .docx",
        "choose a name that does, with -o",
        "ชื่อเอกสารไม่ได้ลงท้ายด้วย .docx",
        "ให้ใช้ชื่อที่ลงท้ายด้วย .docx ด้วย -o",
    ),
    "cli.output-of-several": Message(
        "{count} documents can not go into one file",
        "name a folder with -o, or one report with --report",
        "เอกสาร {count} ฉบับ เขียนลงไฟล์เดียวไม่ได้",
        "ให้ระบุโฟลเดอร์ด้วย -o หรือเลือกรายงานเดียวด้วย --report",
    ),
    "cli.output-unreadable": Message(
        "the file that is to be replaced can not be read",
        "check that you may open it and that no other program locks it, or choose another folder with -o",
        "เปิดอ่านไฟล์ที่จะเขียนทับไม่ได้",
        "ให้ตรวจสอบสิทธิ์ และปิดโปรแกรมอื่นที่ใช้ไฟล์นี้อยู่ หรือเลือกโฟลเดอร์อื่นด้วย -o",
    ),
    "cli.output-is-template": Message(
        "the document would replace its own template",
        "choose another name with -o",
        "เอกสารจะเขียนทับแม่แบบของตัวเอง",
        "ให้ใช้ชื่ออื่นด้วย -o",
    ),
    "cli.output-is-data": Message(
        "this would replace the data file that it is made of",
        "choose another name with -o",
        "จะเขียนทับไฟล์ข้อมูลต้นทางของตัวเอง",
        "ให้ใช้ชื่ออื่นด้วย -o",
    ),
    "cli.demo-changed": Message(
        "the file exists and is not this sample document",
        "replace it with --force, or name another folder: `ita-docs demo DIR`",
        "มีไฟล์นี้อยู่แล้ว และไม่ใช่เอกสารตัวอย่างนี้",
        "ให้เขียนทับด้วย --force หรือระบุโฟลเดอร์อื่น: `ita-docs demo DIR`",
    ),
    "cli.folder-is-file": Message(
        "the folder to write to is a file",
        "name another folder",
        "ชื่อโฟลเดอร์ปลายทางเป็นไฟล์",
        "ให้ระบุโฟลเดอร์อื่น",
    ),
    "cli.folder-not-made": Message(
        "the folder can not be made",
        "name a folder in which you may write",
        "สร้างโฟลเดอร์ไม่ได้",
        "ให้ระบุโฟลเดอร์ที่ท่านมีสิทธิ์เขียน",
    ),
    "cli.stdout": Message(
        "standard output can not be written",
        "check the disk that it goes to",
        "เขียนผลลัพธ์ทาง stdout ไม่ได้",
        "ให้ตรวจที่เก็บข้อมูลปลายทาง",
    ),
    "cli.internal": Message(
        "a fault of ita-docs itself: {error}",
        "please report it; with ITA_DOCS_DEBUG=1 it says where",
        "ข้อผิดพลาดของ ita-docs เอง: {error}",
        "โปรดแจ้งผู้พัฒนา ตั้ง ITA_DOCS_DEBUG=1 เพื่อดูตำแหน่ง",
    ),
    "template-set.no-data": Message(
        "the package has lost its templates and samples",
        "install ita-docs again",
        "ไม่พบแม่แบบและตัวอย่างของโปรแกรม",
        "ให้ติดตั้ง ita-docs ใหม่",
    ),
    "template-set.no-file": Message(
        "the package has no such file for {kind}",
        "install ita-docs again",
        "โปรแกรมไม่มีไฟล์นี้สำหรับ {kind}",
        "ให้ติดตั้ง ita-docs ใหม่",
    ),
    "usage.no-path": Message(
        "a file is given by its path, not as {found}",
        "give the path as a text or a Path",
        "ต้องระบุไฟล์ด้วยที่อยู่ของไฟล์ ไม่ใช่ {found}",
        "ให้ระบุที่อยู่เป็นข้อความหรือ Path",
    ),
    "usage.no-report": Message(
        "{found} is no report",
        "load a report with `ita_docs.load(path)`, make one in Python, or of a dossier with `dossier.report(kind)`",
        "{found} ไม่ใช่รายงาน",
        "ให้โหลดรายงานด้วย `ita_docs.load(path)` สร้างรายงานใน Python หรือทำจากแฟ้มรวมรายปีด้วย `dossier.report(kind)`",
    ),
    "usage.no-mapping": Message(
        "a template is rendered from a mapping of names to values, not from {found}",
        "give a mapping; a report goes to `ita_docs.render(report)`",
        "แม่แบบรับข้อมูลเป็นคู่ชื่อกับค่า ไม่ใช่ {found}",
        "ให้ส่งคู่ชื่อกับค่า ส่วนรายงานให้ใช้ `ita_docs.render(report)`",
    ),
    "usage.numerals": Message(
        "there are no numerals {found!r}",
        "choose thai or arabic",
        "ไม่มีตัวเลขแบบ {found!r}",
        "ให้เลือก thai หรือ arabic",
    ),
}
