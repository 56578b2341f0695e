r"""The file of a new year's edition, copied from a year that is known: year and letters adapted, nothing confirmed.

Source: the text of the copied file, so that its order and its names stay.  Limits: what the new year changes is for a
person to enter; every entry is marked unverified until then, and comments say what each part is.

>>> print(new_edition("fiscal_year: 2566\nitems:\n- {id: O1, status: published}\n", 2566, 2570).splitlines()[-1])
- {id: o1, status: unverified}
"""

from __future__ import annotations

import re

from ita_docs.assessment import Code

_STATUS = re.compile(r"\bstatus: *(?:published|derived)\b")
_ITEM = re.compile(r"\b[Oo](?=[1-9][0-9]?\b)")
_KEY = re.compile(r"([a-z_]+):")
_HEAD = """\
# ทะเบียนการประเมิน ITA ปีงบประมาณ พ.ศ. {year} ของหน่วยงาน คัดลอกจากทะเบียนปี {source}
# วางไว้ที่ editions/{year}.yaml ข้างไฟล์ข้อมูล โปรแกรมจะใช้ไฟล์นี้แทนทะเบียนปีเดียวกันที่มากับโปรแกรม
# แก้ตามคู่มือการประเมินของปีนั้น แล้วตรวจด้วยคำสั่ง: ita-docs edition show {year}
# status: published = ตามที่ประกาศ, derived = อนุมานได้จากที่ประกาศ, unverified = ยังไม่ได้ตรวจกับคู่มือ
"""
#: What stands above each part of the file.
_COMMENTS = {
    "instruments": "แบบวัด: น้ำหนักรวมกันต้องได้ 1 ข้อทุกข้อต้องอยู่ในตัวชี้วัดเดียว",
    "sub_indicators": "ตัวชี้วัดย่อย: ข้อของตัวชี้วัดเดียวกันต้องอยู่ครบ ถ้าปีนั้นไม่ประกาศ ให้เว้น items ว่าง []",
    "items": "ชื่อข้อของ OIT ตามที่ประกาศ",
    "groups": "กลุ่มของข้อในตัวชี้วัดย่อย ไม่มีก็ตัดออกได้",
    "grading": "ระดับผลการประเมิน เรียงจากสูงไปต่ำ ทุกคะแนนต้องมีระดับ",
    "issues": "ประเด็นการประเมิน ไม่มีก็ตัดออกได้",
    "negatively_worded_items": "ข้อที่ถามในเชิงลบ",
    "principles": "หลักการประเมิน (ส่วนที่ 1 ของมาตรการฯ)",
    "labels": "ชื่อย่อของข้อ i และ e ใช้เมื่อไฟล์ข้อมูลไม่ระบุข้อความ",
    "components": "องค์ประกอบด้านข้อมูล คัดลอกจากปี {source} ทั้งข้อความและปี พ.ศ. ต้องตรวจกับคู่มือทุกข้อ ไม่มีก็ตัดออกได้",
    "notes": "หมายเหตุเรื่องน้ำหนักคะแนนและหลักเกณฑ์",
}


def new_edition(text: str, source: int, year: int) -> str:
    """Give the file of `year`, made from the text of the file of `source`."""
    letter = Code("o", 1).printed(year)[0]
    lines = [_HEAD.format(year=year, source=source)]
    for line in text.splitlines():
        if line.startswith("#"):  # what the copied file says of itself
            continue
        key = _KEY.match(line)
        if key and key[1] in _COMMENTS:
            lines.append(f"# {_COMMENTS[key[1]].format(source=source)}\n")
        if key and key[1] == "fiscal_year":
            lines.append(f"fiscal_year: {year}\n")
        else:
            lines.append(_ITEM.sub(letter, _STATUS.sub("status: unverified", line)) + "\n")
    return "".join(lines)
