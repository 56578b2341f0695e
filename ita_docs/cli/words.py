"""What the command line says of its own, in English and Thai: help texts and the sentences after a command.

Faults and findings have their texts in `ita_docs.messages`.  Thai help keeps spaces between phrases, because the help
is wrapped at spaces.
"""

from __future__ import annotations

from ita_docs.messages import Language

_WORDS: dict[str, tuple[str, str]] = {
    "usage": ("Usage: ", "วิธีใช้: "),
    "options": ("Options", "ตัวเลือก"),
    "commands": ("Commands", "คำสั่ง"),
    "ita-docs": (
        "Word documents of the integrity and transparency assessment (ITA), from a data file to a paper ready to sign.",
        "สร้างเอกสาร Word สำหรับการประเมินคุณธรรมและความโปร่งใส (ITA) จากไฟล์ข้อมูลหนึ่งไฟล์ จนถึงเอกสารพร้อมลงนาม",
    ),
    "demo": (
        "Render every sample into DIR (./ita-docs-demo) and list the documents.",
        "สร้างเอกสารตัวอย่างทั้งหมดไว้ใน DIR (./ita-docs-demo) และแสดงรายชื่อ",
    ),
    "list": (
        "List the kinds of data file with their samples and templates.",
        "แสดงชนิดของไฟล์ข้อมูล พร้อมข้อมูลตัวอย่าง และแม่แบบ",
    ),
    "new": (
        "Write a commented data file of this KIND, which renders as it is; or next year's, --from last year's dossier.",
        "สร้างไฟล์ข้อมูลเริ่มต้นชนิด KIND พร้อมคำอธิบาย ใช้สร้างเอกสารได้ทันที หรือไฟล์ของปีถัดไป จากแฟ้มรวมรายปีของปีที่แล้ว (--from)",
    ),
    "check": (
        "Read a data file and say everything that is wrong or worth a look, without writing anything.",
        "ตรวจไฟล์ข้อมูล และแจ้งทุกจุดที่ผิด หรือควรดูก่อนลงนาม โดยไม่เขียนไฟล์ใด",
    ),
    "schema": (
        "Print the JSON Schema of a KIND's data file, for editors that complete and check.",
        "แสดง JSON Schema ของไฟล์ข้อมูลชนิด KIND สำหรับโปรแกรมแก้ไขที่ช่วยเติมและตรวจ",
    ),
    "render": (
        "Write the Word document of a data file; of a dossier, every report, or those named with --report.",
        "สร้างเอกสาร Word จากไฟล์ข้อมูล ถ้าเป็นแฟ้มรวมรายปี (dossier) สร้างทุกรายงาน หรือเฉพาะที่ระบุด้วย --report",
    ),
    "pack": (
        "Write all papers of a year into DIR: reports, memos, forms, PDFs, named by item, and a page of all.",
        "รวมเอกสารทั้งปีของหน่วยงานไว้ใน DIR: รายงาน บันทึกข้อความ แบบขอเผยแพร่ PDF และหน้าสารบัญ ตั้งชื่อตามข้อที่ใช้เป็นหลักฐาน",
    ),
    "batch": (
        "Render every data file in DIR and the folders below it into OUT; what is none is left alone, and named.",
        "สร้างเอกสารจากไฟล์ข้อมูลทุกไฟล์ใน DIR และโฟลเดอร์ย่อย ไว้ใน OUT ส่วนไฟล์อื่นข้ามไป และแจ้งชื่อให้ทราบ",
    ),
    "edition": (
        "The registers of the assessment by fiscal year: the package's, and your own in ./editions.",
        "ทะเบียนการประเมินรายปีงบประมาณ: ของโปรแกรม และของหน่วยงานเองใน ./editions",
    ),
    "edition list": (
        "List the fiscal years that have a register, with the file of each.",
        "แสดงปีงบประมาณที่มีทะเบียน พร้อมไฟล์ของแต่ละปี",
    ),
    "edition show": (
        "Print the register of a YEAR: instruments, indicators, items, issues and levels.",
        "แสดงทะเบียนของปี YEAR: แบบวัด ตัวชี้วัด ข้อ ประเด็น และระดับ",
    ),
    "edition new": (
        "Write the register of a new YEAR, copied from another year, with comments, ready to be adapted.",
        "สร้างไฟล์ทะเบียนของปีใหม่ YEAR คัดลอกจากปีที่มีอยู่ พร้อมคำอธิบาย เพื่อนำไปแก้ไข",
    ),
    "edition.issues": ("Issues", "ประเด็น"),
    "edition.levels": ("Levels", "ระดับ"),
    "edition.each": ("each instrument from {least}", "ทุกแบบวัดตั้งแต่ {least}"),
    "edition.unverified": ("unverified", "ยังไม่ยืนยัน"),
    "option.report": (
        "A report to make of a dossier; may be given several times (default: all).",
        "รายงานที่จะสร้างจากแฟ้มรวมรายปี ระบุได้หลายครั้ง (ปกติ all = ทุกรายงาน)",
    ),
    "option.round": (
        "The round of the progress report: 1 for six months, 2 for twelve (the data file's, else 1).",
        "รอบของรายงานผล: 1 = 6 เดือน, 2 = 12 เดือน (ถ้าไม่ระบุ ใช้ตามไฟล์ข้อมูล มิฉะนั้น 1)",
    ),
    "option.strict": (
        "Treat a warning as an error: exit code 3, and nothing is written.",
        "ถือว่าคำเตือนเป็นข้อผิดพลาด: รหัสออก 3 และไม่เขียนเอกสาร",
    ),
    "option.from-last-year": (
        "Last year's dossier: what stands is carried over, what must be written anew is left empty.",
        "แฟ้มรวมรายปีของปีที่แล้ว: คงส่วนที่ใช้ต่อได้ และเว้นว่างส่วนที่ต้องเขียนใหม่",
    ),
    "option.from": ("The year to copy from.", "ปีที่ใช้เป็นต้นฉบับ"),
    "option.output-edition": (
        "The file to write, - for stdout (editions/YEAR.yaml).",
        "ไฟล์ที่จะเขียน หรือ - สำหรับ stdout (ปกติ editions/YEAR.yaml)",
    ),
    "option.help": ("Show this help.", "แสดงวิธีใช้นี้"),
    "option.version": ("Show the version.", "แสดงรุ่นของโปรแกรม"),
    "option.lang": (
        "Language of messages (else the locale's; English where the console has no Thai letters).",
        "ภาษาของข้อความ (ถ้าไม่ระบุ ใช้ตามระบบ และใช้ภาษาอังกฤษ เมื่อจอภาพแสดงอักษรไทยไม่ได้)",
    ),
    "option.output-new": (
        "The file to write, - for stdout (KIND.yaml in this folder; with --from, dossier-YEAR.yaml).",
        "ไฟล์ที่จะเขียน หรือ - สำหรับ stdout (ปกติ KIND.yaml ในโฟลเดอร์นี้ เมื่อใช้ --from คือ dossier-ปี.yaml)",
    ),
    "option.output-render": (
        "The document to write; for several, the folder (beside the data file: with its name, of a dossier KIND.docx).",
        "เอกสารที่จะเขียน หรือโฟลเดอร์เมื่อมีหลายฉบับ (ปกติ อยู่ข้างไฟล์ข้อมูล ใช้ชื่อเดียวกัน ส่วนแฟ้มรวมรายปีใช้ชื่อ KIND.docx)",
    ),
    "option.template": (
        "A set of templates by its name or folder, or one template, instead of the standard ones.",
        "ชุดแม่แบบ (ชื่อหรือโฟลเดอร์) หรือแม่แบบไฟล์เดียว แทนแม่แบบมาตรฐาน",
    ),
    "option.template-set": (
        "The set of templates, by its name or folder (the standard one).",
        "ชุดแม่แบบ ระบุด้วยชื่อหรือโฟลเดอร์ (ปกติ ชุดมาตรฐาน)",
    ),
    "option.for": ("The kind of paper that the template is for.", "ชนิดของเอกสารที่แม่แบบนี้ใช้"),
    "option.annotate": (
        "Write a copy with each fault as a Word comment at its place.",
        "เขียนสำเนาที่มีความคิดเห็นของ Word กำกับทุกจุดที่พบ",
    ),
    "template": (
        "Templates: sets of your own, their names, and the check before use.",
        "แม่แบบ: ชุดของหน่วยงานเอง ชื่อที่ใช้ได้ และการตรวจก่อนใช้",
    ),
    "template list": (
        "List the sets of templates that can be named here.",
        "แสดงชุดแม่แบบที่เรียกใช้ได้จากที่นี่",
    ),
    "template copy": (
        "Copy the template of a KIND into DIR, ready for Word, with the file that makes DIR a set.",
        "คัดลอกแม่แบบของเอกสารชนิด KIND ไว้ใน DIR พร้อมแก้ใน Word และไฟล์ที่ทำให้ DIR เป็นชุดแม่แบบ",
    ),
    "template fields": (
        "Print every name that the template of a KIND can use, with type, meaning and example.",
        "แสดงทุกชื่อที่แม่แบบของเอกสารชนิด KIND ใช้ได้ พร้อมชนิด ความหมาย และตัวอย่าง",
    ),
    "template check": (
        "Check a template without any data, and say everything that is wrong with it.",
        "ตรวจแม่แบบโดยไม่ต้องมีข้อมูล และแจ้งทุกจุดที่ผิด",
    ),
    "set.comment": (
        "A set of templates. What is not stated here is as in the set it inherits from.",
        "ชุดแม่แบบ สิ่งที่ไม่ระบุที่นี่เป็นไปตามชุดที่สืบทอดมา",
    ),
    "set.meaning": ("Where the money of a measure comes from", "แหล่งงบประมาณของมาตรการ"),
    "option.numerals": (
        "Numerals in the document (else the data file's, else the kind's).",
        "ตัวเลขในเอกสาร (ถ้าไม่ระบุ ใช้ตามไฟล์ข้อมูล หรือตามชนิดรายงาน)",
    ),
    "option.output-batch": (
        "The folder to write to, made when it is missing.",
        "โฟลเดอร์ที่จะเขียน สร้างให้หากยังไม่มี",
    ),
    "option.pdf": (
        "Write a PDF beside each document (needs LibreOffice).",
        "สร้าง PDF ไว้ข้างเอกสารแต่ละฉบับด้วย (ต้องมี LibreOffice)",
    ),
    "option.embed-fonts": (
        "Put the document's font into it, where its licence allows that.",
        "ฝังฟอนต์ไว้ในเอกสาร หากสัญญาอนุญาตของฟอนต์ยอมให้ฝัง",
    ),
    "option.pdf-or-not": (
        "PDFs or none (PDFs where LibreOffice is installed; --pdf fails without it).",
        "สร้าง PDF หรือไม่ (ปกติสร้างเมื่อมี LibreOffice ส่วน --pdf จะไม่ทำงานหากไม่มี)",
    ),
    "option.output-pack": (
        "The folder to write to, made when it is missing.",
        "โฟลเดอร์ที่จะเขียน สร้างให้หากยังไม่มี",
    ),
    "option.jobs": (
        "How many processes work beside each other (as many as there are processors).",
        "จำนวนโปรเซสที่ทำงานพร้อมกัน (ปกติเท่าจำนวนหน่วยประมวลผล)",
    ),
    "option.resume": (
        "Leave alone what is current by its content, and make the rest.",
        "ข้ามเอกสารที่เป็นปัจจุบันแล้วตามเนื้อหา และสร้างเฉพาะส่วนที่เหลือ",
    ),
    "option.review": (
        "Review every report too and list the findings, which takes longer than all else.",
        "ตรวจทุกรายงานก่อนลงนามด้วย และแสดงข้อที่ควรดู ใช้เวลามากกว่าการสร้างเอกสาร",
    ),
    "option.force": ("Replace a file that exists.", "เขียนทับไฟล์ที่มีอยู่"),
    "option.json": ("Print one JSON object to stdout.", "แสดงผลเป็น JSON ทาง stdout"),
    "check.clean": ("{file}: nothing to mend", "{file}: ไม่พบข้อผิดพลาด"),
    "check.count": (
        "{file}: {errors} to mend, {others} to look at",
        "{file}: ต้องแก้ {errors} จุด ควรดู {others} จุด",
    ),
    "render.stopped": (
        "{file}: nothing is written, {errors} to mend",
        "{file}: ไม่ได้เขียนเอกสาร ต้องแก้ {errors} จุด",
    ),
    "batch.bar": ("data files", "ไฟล์ข้อมูล"),
    "batch.line-written": (
        "{done}/{files} {file}: {documents} documents",
        "{done}/{files} {file}: เอกสาร {documents} ฉบับ",
    ),
    "batch.line-current": ("{done}/{files} {file}: current", "{done}/{files} {file}: เป็นปัจจุบันแล้ว"),
    "batch.line-left": ("{done}/{files} {file}: left alone", "{done}/{files} {file}: ข้าม"),
    "batch.line-failed": ("{done}/{files} {file}: failed", "{done}/{files} {file}: ไม่สำเร็จ"),
    "batch.left": (
        "left alone, no data files of what is asked for: {names}",
        "ข้ามไป เพราะไม่ใช่ไฟล์ข้อมูลที่ต้องการ: {names}",
    ),
    "batch.summary": (
        "{files} data files: {written} documents written, {current} current, {failed} files failed",
        "ไฟล์ข้อมูล {files} ไฟล์: เขียนเอกสาร {written} ฉบับ เป็นปัจจุบันแล้ว {current} ฉบับ ไม่สำเร็จ {failed} ไฟล์",
    ),
    "batch.findings": (
        "{count} findings to look at; --check reviews every report and lists all",
        "ควรดู {count} จุด ใช้ --check เพื่อตรวจทุกรายงาน และแสดงทั้งหมด",
    ),
    "batch.interrupted": (
        "interrupted: {written} documents were written; run it again with --resume",
        "ถูกหยุด: เขียนเอกสารแล้ว {written} ฉบับ สั่งอีกครั้งด้วย --resume เพื่อทำต่อ",
    ),
    "severity.warning": ("warning", "คำเตือน"),
    "severity.advice": ("advice", "ข้อแนะนำ"),
}


def word(key: str, language: Language) -> str:
    """One text in one language."""
    english, thai = _WORDS[key]
    return thai if language == "th" else english
