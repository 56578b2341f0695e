"""What a report finds in its own measures, periods and analysis."""

from __future__ import annotations

from ita_docs.messages.message import Message

MESSAGES: dict[str, Message] = {
    "measure.no-target": Message(
        "the measure does not say what it answers",
        "write for example `targets: {{indicators: 2}}`, or one of `{{items: i4-i6}}`, `{{sub_indicators: 9.1}}`",
        "มาตรการนี้ไม่ได้ระบุว่าตอบตัวชี้วัดหรือข้อใด",
        "ให้ระบุ เช่น `targets: {{indicators: 2}}` หรือ `{{items: i4-i6}}` หรือ `{{sub_indicators: 9.1}}`",
    ),
    "measure.not-printed": Message(
        "{field} is given, but the layout of {kind} does not print it",
        "leave it if another report of the same data prints it",
        "มีค่า {field} แต่แบบ {kind} ไม่พิมพ์ค่านี้",
        "คงไว้ได้หากรายงานอื่นที่ใช้ข้อมูลเดียวกันพิมพ์ค่านี้",
    ),
    "measure.covered": Message(
        "{field} is given, but the cell prints {cover} in its place",
        "write what must be read into {cover}, or leave {cover} out",
        "มีค่า {field} แต่ช่องในตารางพิมพ์ {cover} แทน",
        "ให้เขียนสิ่งที่ต้องการให้อ่านไว้ใน {cover} หรือไม่ระบุ {cover}",
    ),
    "measure.item-elsewhere": Message(
        "{found} does not belong to what its measure answers",
        "check the code, or move the entry to the measure of its own sub-indicator",
        "{found} ไม่อยู่ในตัวชี้วัดที่มาตรการนี้ตอบ",
        "ให้ตรวจรหัสข้อ หรือย้ายรายการไปยังมาตรการของตัวชี้วัดย่อยนั้น",
    ),
    "measure.ditto-first": Message(
        "{found!r} stands for the value above, but this is the first measure",
        "write the value itself",
        "{found!r} หมายถึงค่าข้างบน แต่นี่คือมาตรการแรก",
        "ให้เขียนค่าจริง",
    ),
    "period.unreadable": Message(
        "the period {found!r} names a month, quarter or year but can not be read",
        "write it as in `ต.ค.๖๕ - มี.ค.๖๖`, or state the dates: `{{text: …, start: 2022-10-01, end: 2023-03-31}}`",
        "อ่านระยะเวลา {found!r} ไม่ได้ แม้จะมีเดือน ไตรมาส หรือปี",
        "ให้เขียน เช่น `ต.ค.๖๕ - มี.ค.๖๖` หรือระบุวันที่: `{{text: …, start: 2022-10-01, end: 2023-03-31}}`",
    ),
    "period.unreadable-near": Message(
        "the period {found!r} names a month, quarter or year but can not be read",
        "did you mean {nearest!r}? Or state the dates: `{{text: …, start: 2022-10-01, end: 2023-03-31}}`",
        "อ่านระยะเวลา {found!r} ไม่ได้ แม้จะมีเดือน ไตรมาส หรือปี",
        "หมายถึง {nearest!r} หรือไม่ หรือระบุวันที่: `{{text: …, start: 2022-10-01, end: 2023-03-31}}`",
    ),
    "period.outside-year": Message(
        "the period {found!r} lies outside the fiscal year ({window})",
        "check the years of the period, or the report's `fiscal_year`",
        "ระยะเวลา {found!r} อยู่นอกปีงบประมาณ ({window})",
        "ให้ตรวจปีของระยะเวลา หรือ `fiscal_year` ของรายงาน",
    ),
    "period.outside-round": Message(
        "the period {found!r} lies outside the round that is reported on ({window})",
        "report only what falls into the round, or check `round`",
        "ระยะเวลา {found!r} อยู่นอกรอบที่รายงาน ({window})",
        "ให้รายงานเฉพาะที่อยู่ในรอบ หรือตรวจค่า `round`",
    ),
    "analysis.indicator-elsewhere": Message(
        "indicator {found} belongs to {instrument}, not to this instrument",
        "move the block to the analysis of {instrument}, or write one of {known}",
        "ตัวชี้วัดที่ {found} เป็นของแบบวัด {instrument} ไม่ใช่แบบวัดนี้",
        "ให้ย้ายหัวข้อนี้ไปไว้ที่แบบวัด {instrument} หรือเขียนตัวชี้วัดใดตัวชี้วัดหนึ่งต่อไปนี้ {known}",
    ),
    "measure.unanswered-indicator": Message(
        "indicator {found} {name} is to be improved, but no measure answers it",
        "name it in the `targets` of the measure that answers it, or add a measure",
        "ตัวชี้วัดที่ {found} {name} ต้องปรับปรุง แต่ไม่มีมาตรการรองรับ",
        "ให้ระบุตัวชี้วัดนี้ใน `targets` ของมาตรการที่รองรับ หรือเพิ่มมาตรการ",
    ),
    "analysis.item-elsewhere": Message(
        "{found} is not an item of indicator {indicator}, it belongs to indicator {actual}",
        "check the code, or the block's `indicator`",
        "{found} ไม่ใช่ข้อของตัวชี้วัดที่ {indicator} แต่เป็นข้อของตัวชี้วัดที่ {actual}",
        "ให้ตรวจรหัสข้อ หรือ `indicator` ของหัวข้อนี้",
    ),
    "analysis.no-score": Message(
        "no score is given for {found}: what has none stands in its table without a score, and in no list",
        "state the scores under assessment, items, or give each a verdict of your own",
        "ไม่มีคะแนนของข้อ {found} ข้อที่ไม่มีคะแนนพิมพ์ในตารางโดยเว้นช่องคะแนน และไม่อยู่ในกลุ่มใด",
        "ให้เขียนคะแนนของข้อเหล่านี้ไว้ใน assessment, items หรือกำหนด verdict ของแต่ละข้อเอง",
    ),
    "analysis.deficient-unanswered": Message(
        "{found} of {part} is deficient, and no measure answers it",
        "add a measure whose targets name the issue or the item",
        "ข้อ {found} ใน{part} เป็นข้อบกพร่อง แต่ไม่มีมาตรการใดรองรับ",
        "ให้เพิ่มมาตรการที่ targets ระบุประเด็นหรือข้อนี้",
    ),
    "analysis.issue-unanswered": Message(
        "no measure answers {found}",
        "add a measure whose targets name this issue: every issue wants measures, steps, owner and period",
        "ไม่มีมาตรการใดรองรับ{found}",
        "ให้เพิ่มมาตรการที่ targets ระบุประเด็นนี้ เพราะทุกประเด็นต้องมีมาตรการ ขั้นตอน ผู้รับผิดชอบ และระยะเวลา",
    ),
    "progress.not-reported": Message(
        "nothing is said of {found} {name}: it is printed as not yet done",
        "write what was done under its key, or `status: ยังไม่ได้ดำเนินการ` where nothing was",
        "ไม่มีข้อมูลของ {found} {name} เอกสารจึงพิมพ์ว่ายังไม่ได้ดำเนินการ",
        "ให้เขียนสิ่งที่ได้ดำเนินการไว้ใต้คีย์นั้น หรือ `status: ยังไม่ได้ดำเนินการ` หากยังไม่ได้ทำ",
    ),
    "progress.none-reported": Message(
        "nothing is said of {found}, {name}: the whole table is printed as not yet done",
        "write for each of them what was done under its key, or `status: ยังไม่ได้ดำเนินการ` where nothing was",
        "ยังไม่มีข้อมูลของ {found} {name} ทั้งตารางจึงพิมพ์ว่ายังไม่ได้ดำเนินการ",
        "ให้เขียนสิ่งที่ได้ดำเนินการไว้ใต้คีย์ของแต่ละข้อ หรือ `status: ยังไม่ได้ดำเนินการ` หากยังไม่ได้ทำ",
    ),
    "progress.no-notes": Message(
        "{found} {name} is said to be done, but not what was done",
        "write under `notes` what was done and where it can be seen",
        "{found} {name} ระบุว่าดำเนินการแล้ว แต่ไม่ได้บอกว่าทำอะไร",
        "ให้เขียนไว้ใน `notes` ว่าทำอะไร และดูได้ที่ใด",
    ),
    "progress.no-reason": Message(
        "the status {found!r} has no reason",
        "write the reason under `reason`",
        "สถานะ {found!r} ไม่มีเหตุผล",
        "ให้เขียนเหตุผลไว้ใน `reason`",
    ),
    "progress.status-near": Message(
        "the status {found!r} is almost {nearest!r}",
        "write {nearest!r} if that is meant, so that the right box is ticked",
        "สถานะ {found!r} คล้ายกับ {nearest!r}",
        "หากหมายถึง {nearest!r} ให้เขียนตามนั้น เพื่อให้ทำเครื่องหมายถูกช่อง",
    ),
    "progress.indicator-by-item": Message(
        "indicator {found} {name} is reported item by item",
        "write what was done under `item_progress`, for each of its items",
        "ตัวชี้วัดที่ {found} {name} รายงานเป็นรายข้อ",
        "ให้เขียนสิ่งที่ได้ดำเนินการไว้ใน `item_progress` ทีละข้อ",
    ),
    "progress.item-of-survey": Message(
        "{found} is a question of a survey, not an item that is disclosed",
        "write what was done under `indicator_progress`, for its indicator",
        "{found} เป็นข้อคำถามของแบบสำรวจ ไม่ใช่ข้อที่เปิดเผยข้อมูล",
        "ให้เขียนสิ่งที่ได้ดำเนินการไว้ใน `indicator_progress` ของตัวชี้วัดนั้น",
    ),
    "progress.ditto": Message(
        "{found!r} stands for the value above, but the progress of each row is its own",
        "write it out: the status, the reason, or what was done",
        "{found!r} หมายถึงค่าข้างบน แต่ความก้าวหน้าของแต่ละแถวต้องเขียนของแถวเอง",
        "ให้เขียนสถานะ เหตุผล หรือสิ่งที่ได้ดำเนินการให้ครบ",
    ),
    "progress.ditto-first": Message(
        "{found!r} stands for the value above, but this is the first row of its table",
        "write the value itself",
        "{found!r} หมายถึงค่าข้างบน แต่นี่คือแถวแรกของตาราง",
        "ให้เขียนค่าจริง",
    ),
}
