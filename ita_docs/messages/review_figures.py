"""What the review finds of figures, items, copies and of what the assessment demands."""

from __future__ import annotations

from ita_docs.messages.message import Message

_ITEMS: dict[str, Message] = {
    "items.unknown-code": Message(
        "the text names {found}, which the assessment of {year} does not have",
        "write one of {known}, or name the year whose item is meant",
        "ข้อความกล่าวถึงข้อ {found} ซึ่งไม่มีในการประเมินปี {year}",
        "ให้เขียนข้อใดข้อหนึ่งใน {known} หรือระบุปีของข้อที่หมายถึง",
    ),
    "items.other-part": Message(
        "{found} is not of {part}, which has {known} in {year}",
        "check the code or the part: it may be that of another year",
        "{found} ไม่ใช่ข้อของ{part} ซึ่งในปี {year} มีข้อ {known}",
        "ให้ตรวจรหัสข้อหรือตัวชี้วัด อาจเป็นของปีอื่น",
    ),
    "items.item-name": Message(
        "{found} is followed by the name of {actual} ({name}); in {year} its own name is {own}",
        "check the code: a number can mean another item in another year",
        "{found} ตามด้วยชื่อของข้อ {actual} ({name}) แต่ในปี {year} ข้อนี้คือ {own}",
        "ให้ตรวจรหัสข้อ เพราะรหัสเดียวกันอาจเป็นคนละข้อในแต่ละปี",
    ),
    "items.other-target": Message(
        "{found} is not of {parts}, which the same measure names",
        "check the code, or name the indicator or issue that the item belongs to",
        "{found} ไม่ใช่ข้อของ{parts} ที่มาตรการเดียวกันระบุไว้",
        "ให้ตรวจรหัสข้อ หรือระบุตัวชี้วัดหรือประเด็นของข้อนั้น",
    ),
    "items.twice": Message(
        "{found} is named a second time",
        "check the code, since another may have been meant, or bring both entries together",
        "ระบุ {found} ซ้ำเป็นครั้งที่สอง",
        "ให้ตรวจรหัส เพราะอาจหมายถึงข้ออื่น หรือรวมสองรายการเข้าด้วยกัน",
    ),
    "items.left-out": Message(
        "{found} of {part} is named nowhere, though the other items are",
        "add an entry for it, or widen the range of one that is there",
        "ไม่มีรายการของข้อ {found} ใน{part} ทั้งที่ระบุข้ออื่นไว้เป็นรายข้อ",
        "ให้เพิ่มรายการของข้อนี้ หรือขยายช่วงข้อของรายการที่มีอยู่",
    ),
    "items.part-left-out": Message(
        "no entry of the plan answers {found}, though all others are answered",
        "add an entry whose `targets` name it, or check whether an entry names another by mistake",
        "ไม่มีรายการใดในแผนที่ตอบ{found} ทั้งที่ตัวชี้วัดอื่นมีครบแล้ว",
        "ให้เพิ่มรายการที่ `targets` ระบุตัวชี้วัดนี้ หรือตรวจว่ามีรายการใดระบุเลขผิดหรือไม่",
    ),
    "items.score-missing": Message(
        "no score is given for {found}, though the other items have theirs",
        "write its score under assessment, items, as the announced result has it",
        "ไม่มีคะแนนของข้อ {found} ทั้งที่ระบุคะแนนของข้ออื่นไว้",
        "ให้เขียนคะแนนไว้ใน assessment, items ตามผลที่ประกาศ",
    ),
    "items.weak-and-maintained": Message(
        "{found} stands among the weaknesses and again under what is to be maintained",
        "leave it in the column where it belongs",
        "ข้อ {found} อยู่ทั้งในข้อบกพร่องและในประเด็นที่ต้องรักษาระดับ",
        "ให้คงไว้ในช่องที่ถูกต้องเพียงช่องเดียว",
    ),
    "items.zero-not-named": Message(
        "{found} scored 0, but the weaknesses name others and not this",
        "add it to the block of its indicator, or check the score under assessment, items",
        "ข้อ {found} ได้ 0 คะแนน แต่ข้อบกพร่องกล่าวถึงข้ออื่นโดยไม่มีข้อนี้",
        "ให้เพิ่มข้อนี้ในหัวข้อของตัวชี้วัด หรือตรวจคะแนนใน assessment, items",
    ),
    "items.other-text": Message(
        "the text under {item} ({name}) speaks of something else: {subject}",
        "check that it stands under the right item, and write what was done about this one",
        "ข้อความของข้อ {item} ({name}) กล่าวถึงเรื่องอื่น คือ {subject}",
        "ให้ตรวจว่าข้อความอยู่ถูกข้อ แล้วเขียนสิ่งที่ได้ดำเนินการของข้อนี้",
    ),
    "items.copied-text": Message(
        "the text under {item} ({name}) is that of {other}",
        "write what belongs to {item} itself",
        "ข้อความของข้อ {item} ({name}) เหมือนกับของข้อ {other}",
        "ให้เขียนข้อความของข้อ {item} เอง",
    ),
    "items.other-wording": Message(
        "{item} has the wording of {other}: {found!r}",
        "write the wording of {item}, or leave `text` out",
        "ข้อ {item} ใช้ข้อความของข้อ {other}: {found!r}",
        "ให้เขียนข้อความของข้อ {item} หรือไม่ต้องระบุ `text`",
    ),
}

_FIGURES: dict[str, Message] = {
    "figures.zeros": Message(
        "with {named} at 0 and the other items at 100, {part} has {computed}, but {found} is stated",
        "name every item without marks, or check the score",
        "เมื่อข้อ {named} ได้ 0 และข้ออื่นได้ 100 {part}จะได้ {computed} คะแนน แต่ระบุไว้ {found}",
        "ให้ระบุข้อที่ไม่ได้คะแนนให้ครบ หรือตรวจคะแนน",
    ),
    "figures.named-full": Message(
        "{found} stands among the items without marks, but its score is 100",
        "take it out of the weaknesses, or check the score under assessment, items",
        "ข้อ {found} อยู่ในข้อบกพร่อง แต่ได้ 100 คะแนน",
        "ให้นำออกจากข้อบกพร่อง หรือตรวจคะแนนใน assessment, items",
    ),
    "figures.count": Message(
        "the text says {found!r}, but {listed} are listed",
        "count again: write the number of what is listed, or complete the list",
        "ข้อความเขียนว่า {found!r} แต่ที่ระบุไว้มี {listed}",
        "ให้นับใหม่ แล้วแก้จำนวนให้ตรงกับรายการ หรือเติมรายการให้ครบ",
    ),
    "figures.zero-count": Message(
        "the text says {found!r}, but {listed} items have 0 under assessment, items",
        "count again, or check the scores",
        "ข้อความเขียนว่า {found!r} แต่ใน assessment, items มีข้อที่ได้ 0 คะแนน {listed} ข้อ",
        "ให้นับใหม่ หรือตรวจคะแนน",
    ),
    "figures.measure-count": Message(
        "the text says {found!r}, but the paper has {listed} measures",
        "count again, or write what the number counts",
        "ข้อความเขียนว่า {found!r} แต่เอกสารมี {listed} มาตรการ",
        "ให้นับใหม่ หรือระบุว่าจำนวนนี้นับสิ่งใด",
    ),
    "figures.score-in-text": Message(
        "the text gives {part} {found}, but {stated} is stated",
        "write the same score in both places, or name the year of the other one",
        "ข้อความเขียนคะแนนของ{part} {found} แต่ระบุไว้ {stated}",
        "ให้เขียนคะแนนให้ตรงกันทั้งสองแห่ง หรือระบุปีของคะแนนอีกค่าหนึ่ง",
    ),
    "figures.level-in-text": Message(
        "the text gives the level {found}, but {stated} is stated",
        "write the same level in both places, or name the year of the other one",
        "ข้อความเขียนว่าอยู่ในระดับ {found} แต่ผลการประเมินคือระดับ {stated}",
        "ให้เขียนระดับให้ตรงกันทั้งสองแห่ง หรือระบุปีของระดับอีกค่าหนึ่ง",
    ),
}

_COPIES: dict[str, Message] = {
    "copies.measure": Message(
        "this measure is that of measures[{first}] ({other}), though it answers {own}",
        "write the measures and steps that answer {own}",
        "มาตรการนี้เหมือนกับ measures[{first}] ({other}) ทั้งที่ต้องตอบ{own}",
        "ให้เขียนมาตรการและขั้นตอนที่ตอบ{own}",
    ),
    "copies.measure-twice": Message(
        "this measure is the same as measures[{first}]",
        "leave one of them out, or write what is different",
        "มาตรการนี้ซ้ำกับ measures[{first}]",
        "ให้ตัดออกหนึ่งรายการ หรือเขียนส่วนที่ต่างกัน",
    ),
    "copies.told": Message(
        "the {field} of this measure are those of measures[{first}]",
        "write what came of this measure",
        "{field} ของมาตรการนี้เหมือนกับของ measures[{first}]",
        "ให้เขียนสิ่งที่เกิดจากมาตรการนี้เอง",
    ),
    "copies.indicator": Message(
        "the {field} of indicator {found} are those of indicator {other}",
        "write what belongs to indicator {found} {name}",
        "{field} ของตัวชี้วัดที่ {found} เหมือนกับของตัวชี้วัดที่ {other}",
        "ให้เขียนสิ่งที่เป็นของตัวชี้วัดที่ {found} {name}",
    ),
}

_REQUIRED: dict[str, Message] = {
    "required.weaknesses": Message(
        "{item} of {year} asks for the deficiencies to mend urgently, and the analysis names none",
        "write the `weaknesses` of each instrument; where there is none, say so",
        "ข้อ {item} ปี {year} ต้องมีประเด็นข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน แต่บทวิเคราะห์ไม่ได้ระบุ",
        "ให้เขียน `weaknesses` ของแต่ละแบบวัด หากไม่มีให้เขียนว่าไม่มี",
    ),
    "required.weaknesses-of": Message(
        "{part} is to be improved by its score, and the analysis of {instrument} names no weakness",
        "write the `weaknesses` of {instrument}: {item} of {year} asks for what is to be mended",
        "{part} ต้องปรับปรุงตามคะแนน แต่บทวิเคราะห์ของ {instrument} ไม่ได้ระบุข้อบกพร่อง",
        "ให้เขียน `weaknesses` ของ {instrument} เพราะข้อ {item} ปี {year} ต้องระบุสิ่งที่ต้องแก้ไข",
    ),
    "required.points-to-develop": Message(
        "{item} of {year} asks for the points to develop, and the analysis names none",
        "write the `to_maintain` of each instrument: what is to be kept and made better",
        "ข้อ {item} ปี {year} ต้องมีประเด็นที่จะต้องพัฒนาให้ดีขึ้น แต่บทวิเคราะห์ไม่ได้ระบุ",
        "ให้เขียน `to_maintain` ของแต่ละแบบวัด ว่าจะรักษาระดับและพัฒนาสิ่งใด",
    ),
    "required.scores": Message(
        "{item} of {year} asks for an analysis that agrees with the result, and no score is given",
        "state the scores of {results} under assessment",
        "ข้อ {item} ปี {year} ต้องมีการวิเคราะห์ที่สอดคล้องกับผลการประเมิน แต่ไม่มีคะแนน",
        "ให้ระบุคะแนนของปี {results} ไว้ใน assessment",
    ),
    "required.titles": Message(
        "{item} of {year} asks for measures or activities, and here is none",
        "write what is to be done as `title`",
        "ข้อ {item} ปี {year} ต้องมีมาตรการหรือกิจกรรม แต่รายการนี้ไม่มี",
        "ให้เขียนมาตรการหรือกิจกรรมไว้ใน `title`",
    ),
    "required.steps": Message(
        "{item} of {year} asks how the measure is put into practice, and it has no steps",
        "write its `steps`",
        "ข้อ {item} ปี {year} ต้องมีขั้นตอนหรือวิธีการนำไปสู่การปฏิบัติ แต่มาตรการนี้ไม่มีขั้นตอน",
        "ให้เขียน `steps`",
    ),
    "required.responsible": Message(
        "{item} of {year} asks for measures that are put into practice, and nothing says who is responsible here",
        "write `responsible` for the measure or each of its steps, or once under `defaults`",
        "ข้อ {item} ปี {year} ต้องแสดงการนำมาตรการไปสู่การปฏิบัติ แต่รายการนี้ไม่ได้ระบุผู้รับผิดชอบ",
        "ให้เขียน `responsible` ที่มาตรการหรือทุกขั้นตอน หรือเขียนครั้งเดียวใน `defaults`",
    ),
    "required.period": Message(
        "{item} of {year} asks for measures that are put into practice, and nothing says when here",
        "write `period` for the measure or each of its steps, or once under `defaults`",
        "ข้อ {item} ปี {year} ต้องแสดงการนำมาตรการไปสู่การปฏิบัติ แต่รายการนี้ไม่ได้ระบุระยะเวลา",
        "ให้เขียน `period` ที่มาตรการหรือทุกขั้นตอน หรือเขียนครั้งเดียวใน `defaults`",
    ),
    "required.results": Message(
        "{item} of {year} asks for what was done, and this measure tells of nothing",
        "write its `results`: what was done, when, and with what effect",
        "ข้อ {item} ปี {year} ต้องแสดงผลการดำเนินการ แต่มาตรการนี้ไม่มี",
        "ให้เขียน `results` ว่าได้ทำสิ่งใด เมื่อใด และเกิดผลอย่างไร",
    ),
    "required.outcomes": Message(
        "{item} of {year} asks for the outcome or success, and this measure has none",
        "write its `outcomes`: what is better now",
        "ข้อ {item} ปี {year} ต้องแสดงผลลัพธ์หรือความสำเร็จ แต่มาตรการนี้ไม่มี",
        "ให้เขียน `outcomes` ว่าสิ่งใดดีขึ้น",
    ),
    "required.no-results": Message(
        "{item} of {year} asks for what was done, and none of the {count} measures tells of anything",
        "write the `results` of each measure: what was done, when, and with what effect",
        "ข้อ {item} ปี {year} ต้องแสดงผลการดำเนินการ แต่ทั้ง {count} มาตรการยังไม่มี",
        "ให้เขียน `results` ของแต่ละมาตรการ ว่าได้ทำสิ่งใด เมื่อใด และเกิดผลอย่างไร",
    ),
    "required.no-outcomes": Message(
        "{item} of {year} asks for the outcome or success, and none of the {count} measures has one",
        "write the `outcomes` of each measure: what is better now",
        "ข้อ {item} ปี {year} ต้องแสดงผลลัพธ์หรือความสำเร็จ แต่ทั้ง {count} มาตรการยังไม่มี",
        "ให้เขียน `outcomes` ของแต่ละมาตรการ ว่าสิ่งใดดีขึ้น",
    ),
    "required.outcome-of": Message(
        "this measure has no outcome, though others have, and its cell stays empty",
        "write its `outcomes`: what is better now",
        "มาตรการนี้ไม่มีผลลัพธ์หรือความสำเร็จ ทั้งที่มาตรการอื่นมี ช่องในตารางจึงว่าง",
        "ให้เขียน `outcomes` ว่าสิ่งใดดีขึ้น",
    ),
    "required.qr-code": Message(
        "{item} of {year} asks for the QR code of the EIT survey on the website, and no text mentions it",
        "put the QR code on the website, and say where under the results",
        "ข้อ {item} ปี {year} ต้องแสดง QR Code ของแบบวัด EIT บนเว็บไซต์ แต่ไม่มีข้อความใดกล่าวถึง",
        "ให้ติด QR Code ไว้บนเว็บไซต์ และเขียนไว้ในผลการดำเนินการ",
    ),
}

MESSAGES: dict[str, Message] = {**_ITEMS, **_FIGURES, **_COPIES, **_REQUIRED}
