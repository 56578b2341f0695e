"""What keeps a PDF from being made or a font from being embedded, and what to look at in a PDF."""

from __future__ import annotations

from ita_docs.messages.message import Message

MESSAGES: dict[str, Message] = {
    "pdf.no-office": Message(
        "LibreOffice, which draws the PDF, is not installed or not found",
        "install it: on Debian or Ubuntu `apt install libreoffice-writer`, on Windows and macOS from libreoffice.org; "
        "if it is installed, put its program `soffice` on the PATH. The Word documents need no LibreOffice",
        "ไม่พบโปรแกรม LibreOffice ซึ่งใช้สร้าง PDF",
        "ให้ติดตั้งก่อน: Debian หรือ Ubuntu ใช้คำสั่ง `apt install libreoffice-writer` "
        "ส่วน Windows และ macOS ดาวน์โหลดจาก libreoffice.org "
        "หากติดตั้งแล้ว ให้เพิ่มโฟลเดอร์ของโปรแกรม `soffice` ใน PATH ทั้งนี้ เอกสาร Word สร้างได้โดยไม่ต้องมี LibreOffice",
    ),
    "pdf.office-not-run": Message(
        "LibreOffice can not be started: {found}",
        "start it once by hand to see what is wrong, or install it again",
        "เปิดโปรแกรม LibreOffice ไม่ได้: {found}",
        "ให้ลองเปิดโปรแกรมเองเพื่อดูสาเหตุ หรือติดตั้งใหม่",
    ),
    "pdf.no-library": Message(
        "PDFs and embedded fonts need the Python package {found}, which is not installed",
        "install it with `pip install 'ita-docs[pdf]'`",
        "การสร้าง PDF และการฝังฟอนต์ต้องใช้แพ็กเกจ Python ชื่อ {found} ซึ่งยังไม่ได้ติดตั้ง",
        "ให้ติดตั้งด้วยคำสั่ง `pip install 'ita-docs[pdf]'`",
    ),
    "pdf.one-document": Message(
        "a list of documents is wanted, found a single one",
        "write `to_pdf([document], …)`",
        "ต้องเป็นรายการของเอกสาร แต่พบเอกสารเดียว",
        "ให้เขียนเป็น `to_pdf([document], …)`",
    ),
    "pdf.no-document": Message(
        "the document can not be read",
        "check the path; a document that is open in Word may have to be closed first",
        "เปิดเอกสารไม่ได้",
        "ให้ตรวจที่อยู่ของไฟล์ หากเปิดอยู่ใน Word ให้ปิดก่อน",
    ),
    "pdf.not-docx": Message(
        "this is no .docx, or it is damaged",
        "open it in Word and save it as a Word document (.docx), then try again",
        "ไฟล์นี้ไม่ใช่ .docx หรือไฟล์เสียหาย",
        "ให้เปิดใน Word แล้วบันทึกเป็นเอกสาร Word (.docx) จากนั้นลองใหม่",
    ),
    "pdf.same-name": Message(
        "two documents would both become {found}",
        "rename one of them, or make their PDFs in different folders",
        "เอกสารสองไฟล์จะกลายเป็น {found} เหมือนกัน",
        "ให้เปลี่ยนชื่อไฟล์หนึ่ง หรือสร้าง PDF ไว้คนละโฟลเดอร์",
    ),
    "pdf.timeout": Message(
        "LibreOffice was stopped after {seconds} seconds, with {count} of {all} documents drawn; no PDF was written",
        "try this document alone, or allow more time; where it fails again, open it in LibreOffice to see why",
        "LibreOffice ถูกหยุดเมื่อครบ {seconds} วินาที โดยทำเสร็จ {count} จาก {all} ฉบับ ยังไม่มีการเขียนไฟล์ PDF",
        "ให้ลองเฉพาะเอกสารนี้ หรือกำหนดเวลาให้นานขึ้น หากยังไม่สำเร็จ ให้เปิดใน LibreOffice เพื่อดูสาเหตุ",
    ),
    "pdf.not-drawn": Message(
        "LibreOffice made no PDF of this document; no PDF was written",
        "open it in LibreOffice to see what is wrong, or save it anew in Word",
        "LibreOffice สร้าง PDF จากเอกสารนี้ไม่ได้ ยังไม่มีการเขียนไฟล์ PDF",
        "ให้เปิดใน LibreOffice เพื่อดูสาเหตุ หรือบันทึกเอกสารใหม่ใน Word",
    ),
    "pdf.font-replaced": Message(
        "the font {font} is not installed; the PDF is drawn in {found} instead",
        "look at line and page breaks in the PDF, or install the font and make the PDF again",
        "เครื่องนี้ไม่มีฟอนต์ {font} PDF จึงใช้ {found} แทน",
        "ให้ตรวจการตัดบรรทัดและการแบ่งหน้าใน PDF หรือติดตั้งฟอนต์แล้วสร้าง PDF ใหม่",
    ),
    "pdf.no-thai-numbers": Message(
        "no font with Thai digits was found, so numbers that Word counts itself are Arabic in the PDF",
        "install TH Sarabun, or the font Laksaman, and make the PDF again; or make the PDF in Word",
        "ไม่พบฟอนต์ที่มีเลขไทย เลขหน้าหรือเลขลำดับที่ Word นับเองจึงเป็นเลขอารบิกใน PDF",
        "ให้ติดตั้งฟอนต์ TH Sarabun หรือ Laksaman แล้วสร้าง PDF ใหม่ หรือสร้าง PDF จาก Word",
    ),
    "embed.not-installed": Message(
        "the document's font {font} is not installed on this computer, so it can not be embedded",
        "install the font and try again, or leave the embedding out",
        "เครื่องนี้ไม่มีฟอนต์ {font} ที่เอกสารใช้ จึงฝังลงในเอกสารไม่ได้",
        "ให้ติดตั้งฟอนต์แล้วลองใหม่ หรือไม่ต้องฝังฟอนต์",
    ),
    "embed.not-allowed": Message(
        "the font {font} does not allow to be embedded in documents that are edited (its fsType is {found})",
        "leave the embedding out, or use a font whose licence allows it, such as TH Sarabun",
        "ฟอนต์ {font} ไม่อนุญาตให้ฝังในเอกสารที่แก้ไขได้ (ค่า fsType คือ {found})",
        "ไม่ต้องฝังฟอนต์ หรือให้ใช้ฟอนต์ที่สัญญาอนุญาตให้ฝังได้ เช่น TH Sarabun",
    ),
    "embed.no-truetype": Message(
        "the font {font} has no TrueType outlines, and Word embeds no others",
        "install the font's .ttf file, or leave the embedding out",
        "ฟอนต์ {font} ไม่ใช่ฟอนต์แบบ TrueType ซึ่ง Word ฝังได้แบบเดียว",
        "ให้ติดตั้งไฟล์ .ttf ของฟอนต์นี้ หรือไม่ต้องฝังฟอนต์",
    ),
    "embed.licence": Message(
        "the font {font} stands in the document; its licence: {licence}",
        "check that it allows to pass the font on with the document",
        "ฝังฟอนต์ {font} ในเอกสารแล้ว สัญญาอนุญาตของฟอนต์: {licence}",
        "ให้ตรวจว่าสัญญาอนุญาตให้ส่งต่อฟอนต์ไปกับเอกสารได้",
    ),
}
