"""What the static check of a template finds beside the compiler: names, types, slips of typing, layout."""

from __future__ import annotations

from ita_docs.messages.message import Language, Message

MESSAGES: dict[str, Message] = {
    # -- names and types -----------------------------------------------------------------------------------------------
    "check.may-be-absent": Message(
        "{found!r} is used although {owner!r} may be absent; the document would then fail",
        "put {{% if {owner} %}} and {{% endif %}} round it",
        "ใช้ {found!r} ทั้งที่ {owner!r} อาจไม่มีค่า ซึ่งจะทำให้สร้างเอกสารไม่ได้",
        "ให้วาง {{% if {owner} %}} และ {{% endif %}} ครอบไว้",
    ),
    "check.defined-none": Message(
        "“is defined” lets {owner!r} pass even when it is empty, and {found!r} would then fail",
        "write {{% if {owner} %}}",
        "“is defined” ยอมให้ {owner!r} ที่ไม่มีค่าผ่าน แล้ว {found!r} จะผิดพลาด",
        "ให้เขียน {{% if {owner} %}}",
    ),
    "check.unset": Message(
        "{found!r} has no value when the condition that sets it is not met",
        "set it in each branch, or before the condition",
        "{found!r} ไม่มีค่าเมื่อเงื่อนไขที่กำหนดค่าไม่เป็นจริง",
        "ให้กำหนดค่าไว้ทุกกรณี หรือกำหนดก่อนเงื่อนไข",
    ),
    "check.list-as-value": Message(
        "{found!r} is a list, but is printed as if it were a text",
        "print its entries: {{%p for entry in {found} %}} … {{%p endfor %}}",
        "{found!r} เป็นรายการ แต่พิมพ์เสมือนเป็นข้อความ",
        "ให้พิมพ์ทีละรายการ: {{%p for entry in {found} %}} … {{%p endfor %}}",
    ),
    "check.record-as-value": Message(
        "{found!r} is a group of fields, but is printed as if it were a text",
        "name one of its fields: {known}",
        "{found!r} เป็นกลุ่มของช่องข้อมูล แต่พิมพ์เสมือนเป็นข้อความ",
        "ให้ระบุช่องข้อมูลในกลุ่ม: {known}",
    ),
    "check.chart-as-value": Message(
        "{found!r} is a chart, which no tag can print",
        "insert a chart in Word and give it the alternative text “chart: {found}”",
        "{found!r} เป็นแผนภูมิ ซึ่งพิมพ์ด้วยแท็กไม่ได้",
        "ให้แทรกแผนภูมิใน Word แล้วใส่ข้อความแสดงแทนว่า “chart: {found}”",
    ),
    "check.flag-as-value": Message(
        "{found!r} is true or false, and would be printed as True or False",
        "write the words: {{% if {found} %}} … {{% else %}} … {{% endif %}}, or bind a check box to it",
        "{found!r} เป็นค่าจริงหรือเท็จ จะพิมพ์ออกมาเป็น True หรือ False",
        "ให้เขียนคำเอง: {{% if {found} %}} … {{% else %}} … {{% endif %}} หรือผูกกับกล่องกาเครื่องหมาย",
    ),
    "check.value-as-list": Message(
        "{found!r} is one value, but is used as if it were a list",
        "print it with {{{{ {found} }}}}",
        "{found!r} เป็นค่าเดียว แต่ใช้เสมือนเป็นรายการ",
        "ให้พิมพ์ด้วย {{{{ {found} }}}}",
    ),
    "check.field-of-list": Message(
        "{owner!r} is a list and has no {found!r} itself",
        "ask each entry: {{% for entry in {owner} %}} {{{{ entry.{found} }}}} {{% endfor %}}",
        "{owner!r} เป็นรายการ จึงไม่มี {found!r} ในตัวเอง",
        "ให้ใช้กับแต่ละรายการ: {{% for entry in {owner} %}} {{{{ entry.{found} }}}} {{% endfor %}}",
    ),
    "check.field-of-value": Message(
        "{owner!r} is one value and has no {found!r}",
        "print {{{{ {owner} }}}} itself",
        "{owner!r} เป็นค่าเดียว ไม่มี {found!r}",
        "ให้พิมพ์ {{{{ {owner} }}}} โดยตรง",
    ),
    "check.filter-type": Message(
        "the filter {filter!r} can not take {found!r}",
        "leave the filter out, or choose one for this kind of value",
        "ใช้ตัวกรอง {filter!r} กับ {found!r} ไม่ได้",
        "ให้ตัดตัวกรองออก หรือเลือกตัวกรองที่ตรงกับชนิดของค่า",
    ),
    "check.operands": Message(
        "these values can not be computed or compared with each other: {found}",
        "use values of the same kind; a score takes whole numbers, not decimals",
        "คำนวณหรือเปรียบเทียบค่าเหล่านี้ด้วยกันไม่ได้: {found}",
        "ให้ใช้ค่าชนิดเดียวกัน คะแนนคำนวณกับจำนวนเต็มได้ แต่คำนวณกับเลขทศนิยมไม่ได้",
    ),
    "check.not-callable": Message(
        "{found!r} can not be called",
        "remove the brackets and what stands in them",
        "เรียกใช้ {found!r} แบบฟังก์ชันไม่ได้",
        "ให้ลบวงเล็บและสิ่งที่อยู่ในวงเล็บ",
    ),
    "check.box-type": Message(
        "the check box is bound to {found!r}, which is not true or false",
        "write the name of a value that is true or false as its Tag",
        "กล่องกาเครื่องหมายผูกกับ {found!r} ซึ่งไม่ใช่ค่าจริงหรือเท็จ",
        "ให้ใส่ชื่อของค่าจริงหรือเท็จใน Tag ของกล่อง",
    ),
    "check.box-name": Message(
        "the check box has the Tag {found!r}, which is no name; the box stays as it is",
        "write a name such as row.progress.done, without braces or spaces",
        "กล่องกาเครื่องหมายมี Tag เป็น {found!r} ซึ่งไม่ใช่ชื่อข้อมูล กล่องจะคงอยู่ตามเดิม",
        "ให้เขียนชื่อ เช่น row.progress.done โดยไม่มีวงเล็บปีกกาหรือช่องว่าง",
    ),
    "check.chart-type": Message(
        "the chart is bound to {found!r}, which is no chart",
        "write “chart:” and the name of a chart in its alternative text",
        "แผนภูมิผูกกับ {found!r} ซึ่งไม่ใช่ข้อมูลแผนภูมิ",
        "ให้เขียน “chart:” ตามด้วยชื่อข้อมูลแผนภูมิในข้อความแสดงแทน",
    ),
    "check.chart-unbound": Message(
        "the alternative text {found!r} looks like a chart's name, but binds nothing; the sample data would be printed",
        "write it as “chart: name”",
        "ข้อความแสดงแทน {found!r} คล้ายชื่อแผนภูมิ แต่ไม่ได้ผูกกับข้อมูล เอกสารจะพิมพ์ข้อมูลตัวอย่าง",
        "ให้เขียนในรูป “chart: ชื่อ”",
    ),
    "check.unprinted": Message(
        "the template never prints: {found}",
        "print it where the paper should say it, if it should",
        "แม่แบบไม่ได้พิมพ์ข้อมูลเหล่านี้เลย: {found}",
        "หากเอกสารควรมีข้อมูลนี้ ให้พิมพ์ในที่ที่ควรอยู่",
    ),
    # -- what can not be told without data -----------------------------------------------------------------------------
    "check.index": Message(
        "whether {found!r} has an entry at this place can not be told without data",
        "ask first: {{% if {found} %}}",
        "หากไม่มีข้อมูลจริง จะบอกไม่ได้ว่า {found!r} มีรายการลำดับนี้หรือไม่",
        "ให้ถามก่อนด้วย {{% if {found} %}}",
    ),
    "check.computed-key": Message(
        "which field of {found!r} is meant is only known when the document is made; this place is not checked",
        "write the field's name, if you can",
        "ช่องใดใน {found!r} จะรู้ได้เมื่อสร้างเอกสารเท่านั้น จึงไม่ได้ตรวจที่นี่",
        "หากทำได้ ให้เขียนชื่อช่องข้อมูลโดยตรง",
    ),
    "check.recursive-loop": Message(
        "what a recursive loop calls itself with is not checked",
        "look at this place in a finished document",
        "ไม่ได้ตรวจข้อมูลที่การวนรอบเรียกตัวเองซ้ำ",
        "ให้ดูที่นี่ในเอกสารที่สร้างแล้ว",
    ),
    "check.macro-argument": Message(
        "the macro {found!r} is given a value of unknown kind; what it does with it is not checked",
        "look at this place in a finished document",
        "มาโคร {found!r} ได้รับค่าที่ไม่ทราบชนิด จึงไม่ได้ตรวจสิ่งที่มาโครทำกับค่านั้น",
        "ให้ดูที่นี่ในเอกสารที่สร้างแล้ว",
    ),
    "check.rest-unchecked": Message(
        "the names in {found} could not be checked because of the other faults",
        "mend those and check again",
        "ตรวจชื่อข้อมูลใน {found} ไม่ได้ เพราะมีข้อผิดพลาดอื่น",
        "ให้แก้ข้อผิดพลาดเหล่านั้นแล้วตรวจอีกครั้ง",
    ),
    # -- slips of typing -----------------------------------------------------------------------------------------------
    "check.capital": Message(
        "{found!r} is written with other capitals than {nearest!r}; Word may have corrected it",
        "write {nearest!r}",
        "{found!r} ใช้ตัวพิมพ์ใหญ่เล็กต่างจาก {nearest!r} อาจเป็นเพราะ Word แก้ให้เอง",
        "ให้เขียน {nearest!r}",
    ),
    "check.dash": Message(
        "Word has made a long dash of a hyphen in the tag: {found}",
        "write {nearest}",
        "Word เปลี่ยนยัติภังค์ในแท็กเป็นขีดยาว: {found}",
        "ให้เขียน {nearest}",
    ),
    "check.quotes": Message(
        "the tag has quotation marks that can not be read: {found}",
        "write {nearest}",
        "แท็กมีเครื่องหมายคำพูดที่อ่านไม่ได้: {found}",
        "ให้เขียน {nearest}",
    ),
    "check.curly-quotes": Message(
        "Word has curled the quotation marks in {found}; they are read as straight ones",
        "nothing must be done; to be sure, write {nearest}",
        "Word เปลี่ยนเครื่องหมายคำพูดใน {found} เป็นแบบโค้ง ระบบจะอ่านเป็นแบบตรง",
        "ไม่ต้องแก้ไข หากต้องการความแน่นอน ให้เขียน {nearest}",
    ),
    "check.invisible": Message(
        "the tag has characters that can not be seen: {found}",
        "write it anew: {nearest}",
        "แท็กมีอักขระที่มองไม่เห็น: {found}",
        "ให้พิมพ์ใหม่: {nearest}",
    ),
    "check.digits": Message(
        "the tag has Thai digits or dots in one character: {found}",
        "write {nearest}",
        "แท็กมีเลขไทยหรือจุดไข่ปลาที่เป็นอักขระเดียว: {found}",
        "ให้เขียน {nearest}",
    ),
    "check.level": Message(
        "the tag is not read as one for rows, cells, paragraphs or runs: {found}",
        "write {nearest}",
        "แท็กนี้ไม่ถูกอ่านเป็นแท็กของแถว เซลล์ ย่อหน้า หรือข้อความ: {found}",
        "ให้เขียน {nearest}",
    ),
    "check.wrong-braces": Message(
        "{found} prints a value, but begins with a word that commands",
        "write {nearest}",
        "{found} เป็นแท็กพิมพ์ค่า แต่ขึ้นต้นด้วยคำสั่ง",
        "ให้เขียน {nearest}",
    ),
    "check.spaced-braces": Message(
        "{found} is printed as it stands, since there is a space between its braces",
        "write {nearest}",
        "{found} จะถูกพิมพ์ออกมาตามนั้น เพราะมีช่องว่างระหว่างวงเล็บปีกกา",
        "ให้เขียน {nearest}",
    ),
    "check.unknown-tag": Message(
        "there is no tag {found!r}",
        "to print a value, write {nearest}",
        "ไม่มีแท็ก {found!r}",
        "หากต้องการพิมพ์ค่า ให้เขียน {nearest}",
    ),
    "check.unknown-tag-near": Message(
        "there is no tag {found!r}",
        "did you mean {nearest!r}?",
        "ไม่มีแท็ก {found!r}",
        "หมายถึง {nearest!r} หรือไม่",
    ),
    "check.merge-key": Message(
        "{found} does not say by what to merge",
        "write a key: {{% merge row.instrument_key %}}",
        "{found} ไม่ได้บอกว่าจะผสานตามค่าใด",
        "ให้เขียนคีย์ เช่น {{% merge row.instrument_key %}}",
    ),
    "check.run-look": Message(
        "the text after {found} in the same formatting loses its font and size",
        "format the tag differently from the text beside it, for instance in another colour",
        "ข้อความหลัง {found} ที่อยู่ในรูปแบบเดียวกันจะเสียแบบอักษรและขนาด",
        "ให้จัดรูปแบบแท็กต่างจากข้อความข้างเคียง เช่น ใช้สีอื่น",
    ),
    # -- layout --------------------------------------------------------------------------------------------------------
    "check.cuts": Message(
        "{found} cuts through paragraphs, rows or cells, which can damage the document",
        "begin and end it in the same paragraph, or write it with {{%p or {{%tr",
        "{found} ตัดผ่านย่อหน้า แถว หรือเซลล์ ซึ่งอาจทำให้เอกสารเสีย",
        "ให้เริ่มและจบในย่อหน้าเดียวกัน หรือเขียนด้วย {{%p หรือ {{%tr",
    ),
    "check.merge-mixed": Message(
        "the cell is merged by its merge tag and by {found}",
        "keep only the merge tag; split the cell in Word",
        "เซลล์นี้ถูกผสานทั้งด้วยแท็ก merge และด้วย {found}",
        "ให้เหลือแท็ก merge เพียงอย่างเดียว และแยกเซลล์ใน Word",
    ),
    "check.grid-columns": Message(
        "the cells of this row fill {found} columns, but the table has {columns}",
        "add, merge or split cells in Word until the row is as wide as the others",
        "เซลล์ของแถวนี้กินพื้นที่ {found} คอลัมน์ แต่ตารางมี {columns} คอลัมน์",
        "ให้เพิ่ม ผสาน หรือแยกเซลล์ใน Word จนแถวนี้กว้างเท่าแถวอื่น",
    ),
    "check.grid-widths": Message(
        "a cell of this row is {found} cm wider or narrower than its column",
        "drag the border of the column in Word once, so that Word sets the widths anew",
        "เซลล์หนึ่งในแถวนี้กว้างต่างจากคอลัมน์ {found} ซม.",
        "ให้ลากเส้นขอบคอลัมน์ใน Word หนึ่งครั้ง เพื่อให้ Word ตั้งความกว้างใหม่",
    ),
    "check.style": Message(
        "the template uses the style {found!r}, which it does not define",
        "choose a style of this document for the text",
        "แม่แบบใช้สไตล์ {found!r} ซึ่งไม่ได้กำหนดไว้",
        "ให้เลือกสไตล์ที่มีในเอกสารนี้ให้ข้อความ",
    ),
    "check.fonts": Message(
        "the template needs fonts that other computers may not have: {found}",
        "embed them (File, Options, Save, Embed fonts), or choose one such as TH SarabunPSK",
        "แม่แบบใช้แบบอักษรที่เครื่องอื่นอาจไม่มี: {found}",
        "ให้ฝังแบบอักษร (ไฟล์ ตัวเลือก บันทึก ฝังแบบอักษรในไฟล์) หรือเลือกแบบอักษร เช่น TH SarabunPSK",
    ),
    "check.thai-run": Message(
        "the formatting of “{text}” is set for Latin letters only (missing: {found}), so Thai text does not follow it",
        "mark the whole text in Word and set font, size and bold again",
        "รูปแบบของ “{text}” กำหนดไว้เฉพาะอักษรละติน (ขาด: {found}) ข้อความไทยจึงไม่เปลี่ยนตาม",
        "ให้เลือกข้อความทั้งหมดใน Word แล้วตั้งแบบอักษร ขนาด และตัวหนาใหม่",
    ),
    "check.thai-style": Message(
        "the style {style!r} is set for Latin letters only (missing: {found}), so Thai text does not follow it",
        "change the style in Word: Format, Font, and set it under “Complex scripts” too",
        "สไตล์ {style!r} กำหนดไว้เฉพาะอักษรละติน (ขาด: {found}) ข้อความไทยจึงไม่เปลี่ยนตาม",
        "ให้แก้สไตล์ใน Word: รูปแบบ แบบอักษร แล้วตั้งค่าในส่วน “ภาษาที่มีรูปแบบการเขียนซับซ้อน” ด้วย",
    ),
}

#: What the severities are called in comments for a person.
SEVERITIES: dict[Language, dict[str, str]] = {
    "en": {"error": "error", "warning": "warning", "advice": "advice"},
    "th": {"error": "ข้อผิดพลาด", "warning": "คำเตือน", "advice": "ข้อแนะนำ"},
}
