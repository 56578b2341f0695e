"""Why a template is refused when it is opened: what the archive and its parts must not hold."""

from __future__ import annotations

from ita_docs.messages.message import Message

MESSAGES: dict[str, Message] = {
    "template.missing": Message(
        "the template can not be read",
        "check the path",
        "เปิดไฟล์แม่แบบไม่ได้",
        "ให้ตรวจที่อยู่ของไฟล์",
    ),
    "template.folder": Message(
        "this is a folder, not a template",
        "name a .docx file in it",
        "นี่คือโฟลเดอร์ ไม่ใช่แม่แบบ",
        "ให้ระบุไฟล์ .docx ในโฟลเดอร์",
    ),
    "template.not-docx": Message(
        "this is no .docx, or it is damaged",
        "open it in Word and save it as a Word document (.docx)",
        "ไฟล์นี้ไม่ใช่ .docx หรือไฟล์เสียหาย",
        "ให้เปิดใน Word แล้วบันทึกเป็นเอกสาร Word (.docx)",
    ),
    "template.empty": Message(
        "the template is an empty file",
        "make it again, or copy it again from where it came",
        "ไฟล์แม่แบบว่างเปล่า",
        "ให้สร้างไฟล์ใหม่ หรือคัดลอกจากต้นทางอีกครั้ง",
    ),
    "template.damaged": Message(
        "the archive is damaged, or contradicts itself",
        "copy the file again, or save the document anew in Word",
        "ไฟล์เสียหายหรือข้อมูลในไฟล์ขัดกันเอง",
        "ให้คัดลอกไฟล์อีกครั้ง หรือบันทึกเอกสารใหม่ใน Word",
    ),
    "template.encoding": Message(
        "the part is written in {found}; a document holds only UTF-8 or UTF-16",
        "save the document anew in Word",
        "ส่วนนี้เขียนด้วยรหัส {found} เอกสารมีได้เฉพาะ UTF-8 หรือ UTF-16",
        "ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.content-types": Message(
        "the list of content types names {found!r} twice",
        "do not use this file; save the document anew in Word",
        "รายการชนิดเนื้อหาระบุ {found!r} ซ้ำ",
        "อย่าใช้ไฟล์นี้ ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.no-main": Message(
        "the archive names no document, or more than one",
        "save the document anew in Word",
        "ไฟล์ไม่ได้ระบุตัวเอกสาร หรือระบุมากกว่าหนึ่ง",
        "ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.strict": Message(
        "this is a Strict Open XML document",
        "save it in Word as a Word document (.docx), not as Strict Open XML",
        "ไฟล์นี้เป็นเอกสารแบบ Strict Open XML",
        "ให้บันทึกใน Word เป็นเอกสาร Word (.docx) แบบปกติ ไม่ใช่ Strict Open XML",
    ),
    "template.foreign": Message(
        "the template takes in another document ({kind})",
        "put the content into the template itself",
        "แม่แบบนำเอกสารอื่นเข้ามา ({kind})",
        "ให้ใส่เนื้อหาไว้ในแม่แบบเอง",
    ),
    "template.link": Message(
        "the template has a link of a kind that can do harm: {found}",
        "link to https, http, mailto or tel only",
        "แม่แบบมีลิงก์ชนิดที่อาจเป็นอันตราย: {found}",
        "ให้ใช้ลิงก์ https, http, mailto หรือ tel เท่านั้น",
    ),
    "template.relationship": Message(
        "the template refers to a part that is not in it: {found!r}",
        "open it in Word, remove what is broken (often a picture) and save it anew",
        "แม่แบบอ้างถึงส่วนที่ไม่มีในไฟล์: {found!r}",
        "ให้เปิดใน Word ลบส่วนที่เสีย (มักเป็นรูปภาพ) แล้วบันทึกใหม่",
    ),
    "template.old-format": Message(
        "this is an old .doc, or a .docx protected by a password",
        "open it in Word and save it as a Word document (.docx) without a password",
        "ไฟล์นี้เป็น .doc แบบเก่า หรือ .docx ที่ใส่รหัสผ่าน",
        "ให้เปิดใน Word แล้วบันทึกเป็นเอกสาร Word (.docx) โดยไม่ใส่รหัสผ่าน",
    ),
    "template.dotx": Message(
        "this is a Word template (.dotx), not a document",
        "open it in Word and save it as a Word document (.docx)",
        "ไฟล์นี้เป็นแม่แบบ Word (.dotx) ไม่ใช่เอกสาร",
        "ให้เปิดใน Word แล้วบันทึกเป็นเอกสาร Word (.docx)",
    ),
    "template.not-word": Message(
        "the file is an Office document, but not one of Word ({found})",
        "give a Word document (.docx)",
        "ไฟล์นี้เป็นเอกสาร Office แต่ไม่ใช่ของ Word ({found})",
        "ให้ใช้เอกสาร Word (.docx)",
    ),
    "template.too-big": Message(
        "the template is larger than {limit}",
        "make its pictures smaller",
        "แม่แบบใหญ่กว่า {limit}",
        "ให้ลดขนาดรูปภาพ",
    ),
    "template.entries": Message(
        "the archive has more than {limit} entries",
        "save the document anew in Word",
        "ไฟล์มีส่วนประกอบเกิน {limit} รายการ",
        "ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.entry-name": Message(
        "the archive holds an entry whose name leaves it: {found!r}",
        "do not use this file; save the document anew in Word",
        "ไฟล์มีรายการที่ชื่อชี้ออกนอกไฟล์: {found!r}",
        "อย่าใช้ไฟล์นี้ ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.entry-twice": Message(
        "the archive holds an entry twice: {found!r}",
        "do not use this file; save the document anew in Word",
        "ไฟล์มีรายการซ้ำ: {found!r}",
        "อย่าใช้ไฟล์นี้ ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.encrypted": Message(
        "the archive is encrypted",
        "save the document without a password",
        "ไฟล์ถูกเข้ารหัส",
        "ให้บันทึกเอกสารโดยไม่ใส่รหัสผ่าน",
    ),
    "template.bomb": Message(
        "a part unpacks to more than is allowed (ratio {limit})",
        "do not use this file; save the document anew in Word",
        "ส่วนหนึ่งของไฟล์ขยายออกเกินที่ยอมรับ (อัตรา {limit})",
        "อย่าใช้ไฟล์นี้ ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.xml": Message(
        "the part is no well-formed XML (line {line})",
        "open the file in Word, let it repair the document and save it",
        "ส่วนนี้ไม่ใช่ XML ที่ถูกต้อง (บรรทัด {line})",
        "ให้เปิดใน Word ให้ Word ซ่อมแล้วบันทึก",
    ),
    "template.dtd": Message(
        "the part declares a document type (DTD), which Word never writes",
        "do not use this file; save the document anew in Word",
        "ส่วนนี้ประกาศ DTD ซึ่ง Word ไม่เขียน",
        "อย่าใช้ไฟล์นี้ ให้บันทึกเอกสารใหม่ใน Word",
    ),
    "template.deep": Message(
        "elements or tags are nested deeper than {limit}",
        "make the layout simpler",
        "มีการซ้อนลึกเกิน {limit} ชั้น",
        "ให้จัดรูปแบบให้เรียบง่ายขึ้น",
    ),
    "template.macros": Message(
        "the template holds macros",
        "save it as a Word document without macros (.docx)",
        "แม่แบบมีมาโคร",
        "ให้บันทึกเป็นเอกสาร Word ที่ไม่มีมาโคร (.docx)",
    ),
    "template.activex": Message(
        "the template holds ActiveX controls",
        "remove them; use content controls instead",
        "แม่แบบมีตัวควบคุม ActiveX",
        "ให้ลบออก แล้วใช้ตัวควบคุมเนื้อหาแทน",
    ),
    "template.ole": Message(
        "the template holds an embedded (OLE) object",
        "paste it as a picture instead",
        "แม่แบบมีวัตถุฝัง (OLE)",
        "ให้วางเป็นรูปภาพแทน",
    ),
    "template.external": Message(
        "the template loads {kind} from elsewhere: {found}",
        "put the content into the document itself; only hyperlinks may point outside",
        "แม่แบบดึง {kind} จากที่อื่น: {found}",
        "ให้ใส่เนื้อหาไว้ในเอกสาร มีเพียงลิงก์เท่านั้นที่ชี้ออกภายนอกได้",
    ),
    "template.svg-script": Message(
        "an SVG picture in the template holds a script or another document: {found}",
        "save the picture as PNG and insert it again",
        "ภาพ SVG ในแม่แบบมีสคริปต์หรือเอกสารอื่นอยู่ภายใน: {found}",
        "ให้บันทึกภาพเป็น PNG แล้วแทรกใหม่",
    ),
    "template.signed": Message(
        "the template carries a digital signature, which would not hold for the documents made of it",
        "remove the signature in Word (File, Info) and save the document",
        "แม่แบบมีลายเซ็นดิจิทัล ซึ่งใช้กับเอกสารที่สร้างจากแม่แบบไม่ได้",
        "ให้ลบลายเซ็นใน Word (ไฟล์ > ข้อมูล) แล้วบันทึกเอกสาร",
    ),
    "template.active-field": Message(
        "the template has a field {found}, which fetches or runs something",
        "remove the field",
        "แม่แบบมีฟิลด์ {found} ซึ่งดึงหรือสั่งงานสิ่งอื่น",
        "ให้ลบฟิลด์นี้",
    ),
    "template.tag-open": Message(
        "a tag is not closed in its paragraph, or closed twice: {found!r}",
        "write each tag whole in one paragraph: `{{{{ name }}}}`, `{{% for … %}}`",
        "แท็กไม่ปิดภายในย่อหน้า หรือปิดเกิน: {found!r}",
        "ให้เขียนแท็กให้ครบในย่อหน้าเดียว: `{{{{ name }}}}`, `{{% for … %}}`",
    ),
}
