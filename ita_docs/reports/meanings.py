"""What the fields of the views mean, in Thai (ความหมายของชื่อที่แม่แบบใช้): one table, beside the views that stay bare.

Source: what each view says of itself. A name that means the same in every view stands in `SHARED`, any other under its
view. Limits: views of others have none here; `Annotated[str, "…"]` in a view stands above this table.

>>> meaning("MeasureRow", "results"), meaning("PlanRow", "remark")
('ผลการดำเนินการ', 'ช่องหมายเหตุ: หมายเหตุของมาตรการ ถ้าไม่มี คือการติดตาม หรือระยะเวลา')
"""

from __future__ import annotations

from collections.abc import Mapping

#: Names that mean the same wherever they stand.
SHARED: Mapping[str, str] = {
    # the paper
    "title": "ชื่อเต็มของเอกสาร",
    "agency": "หน่วยงานเจ้าของเอกสาร",
    "fiscal_year": "ปีงบประมาณของเอกสาร (พ.ศ.)",
    "results_year": "ปีของผลการประเมินที่อ้างถึง (พ.ศ.)",
    "total": "คะแนนเฉลี่ยรวมของหน่วยงาน",
    "level": "ระดับผลการประเมิน",
    "graded": "เป็นจริงเมื่อระดับเป็นอักษรโรมัน เช่น AA",
    "scores": "ตารางคะแนนรายตัวชี้วัด หนึ่งตัวชี้วัดต่อแถว",
    "chart_kind": "แบบของแผนภูมิ: bar หรือ radar ว่างเมื่อไม่แสดงแผนภูมิ",
    "indicators": "ข้อมูลแผนภูมิคะแนนรายตัวชี้วัด (ข้อความแสดงแทน chart: indicators)",
    "measures": "มาตรการ หนึ่งมาตรการต่อแถว",
    "sign_off": "ผู้ลงนาม ตามลำดับ",
    "extra": "ช่องข้อมูลของหน่วยงานเอง ตามที่ set.toml ประกาศ",
    # the cells of a row
    "steps": "ขั้นตอนหรือวิธีดำเนินการ",
    "responsible": "ผู้รับผิดชอบ",
    "period": "ระยะเวลาดำเนินการ",
    "follow_up": "การติดตามและรายงานผล",
    "results": "ผลการดำเนินการ",
    "outcomes": "ผลลัพธ์ของการดำเนินการ",
    "suggestions": "ข้อเสนอแนะ",
    "weakness": "จุดที่ต้องพัฒนาซึ่งเป็นที่มาของมาตรการ",
    "progress": "ความก้าวหน้าผลการดำเนินการ",
    "responsible_key": "กุญแจผสานเซลล์ผู้รับผิดชอบ ใช้กับ merge",
    "period_key": "กุญแจผสานเซลล์ระยะเวลา ใช้กับ merge",
    "follow_up_key": "กุญแจผสานเซลล์การติดตาม ใช้กับ merge",
    "remark_key": "กุญแจผสานเซลล์หมายเหตุ ใช้กับ merge",
}
_INSTRUMENT_ID = "รหัสแบบวัด เช่น OIT"

#: What a view alone has, or means otherwise.
OF_VIEW: Mapping[str, Mapping[str, str]] = {
    # view
    "Point": {
        "text": "ข้อความของย่อหน้า",
        "number": "เลขข้อที่พิมพ์หน้าข้อความ ว่างเมื่อไม่มีเลขข้อ",
        "level": "ระดับของย่อหน้า: 0 ข้อ, 1 ข้อย่อย",
    },
    "Picture": {"path": "ไฟล์ภาพ", "height": "ความสูงของภาพ (มิลลิเมตร)"},
    "Series": {"name": "ชื่อชุดข้อมูล", "values": "ค่าของแต่ละหมวด"},
    "Chart": {"categories": "ชื่อหมวดบนแกน", "series": "ชุดข้อมูลของแผนภูมิ"},
    "AgencyView": {
        "full_name": "ชื่อเต็มของหน่วยงาน",
        "short_name": "ชื่อย่อของหน่วยงาน",
        "executive_title": "ตำแหน่งผู้บริหารสูงสุด",
        "locality": "อำเภอและจังหวัดที่ตั้ง",
        "website": "เว็บไซต์ของหน่วยงาน",
        "logo": "ตราของหน่วยงาน",
    },
    "StageView": {
        "role": "ฐานะที่ลงนาม เช่น ผู้รายงาน",
        "name": "ชื่อผู้ลงนาม",
        "position": "ตำแหน่งผู้ลงนาม",
        "opinion": "ความเห็นหรือคำสั่งเหนือลายมือชื่อ",
        "date": "วันที่ลงนาม",
    },
    # progress_report
    "MeasureRow": {"heading": "เลขลำดับและชื่อมาตรการ"},
    "ProgressReportView": {
        "round": "รอบของรายงาน: 1 หรือ 2",
        "round_name": "ชื่อรอบ: 6 เดือนแรก หรือ 12 เดือน",
        "period": "ช่วงเวลาที่รายงาน",
    },
    # improvement_plan
    "PlanRow": {
        "instrument": "รหัสแบบวัดที่แถวนี้ตอบ",
        "instrument_key": "กุญแจผสานเซลล์แบบวัด ใช้กับ merge",
        "target": "ตัวชี้วัดหรือข้อที่แถวนี้ตอบ",
        "target_key": "กุญแจผสานเซลล์ตัวชี้วัด ใช้กับ merge",
        "steps": "ชื่อมาตรการและขั้นตอน ของแถวนี้",
        "remark": "ช่องหมายเหตุ: หมายเหตุของมาตรการ ถ้าไม่มี คือการติดตาม หรือระยะเวลา",
    },
    "ImprovementPlanView": {"rows": "แถวของตารางมาตรการ"},
    # integrity_measures, score_tables, step_rows
    "PrincipleView": {
        "level": "ระดับหัวข้อ: 1 แบบวัด, 2 ตัวชี้วัด",
        "heading": "หัวข้อพร้อมเลข",
        "texts": "ย่อหน้าใต้หัวข้อ",
    },
    "BlockView": {
        "heading": "ตัวชี้วัดหรือหัวเรื่องของกลุ่มข้อความ",
        "items": "รหัสข้อที่กล่าวถึง",
        "points": "ประเด็นเป็นรายข้อ",
    },
    "PartView": {"lead": "ข้อความนำ", "blocks": "กลุ่มข้อความ"},
    "InstrumentView": {
        "number": "ลำดับของแบบวัด",
        "name": "ชื่อแบบวัดพร้อมรหัส",
        "rows": "คะแนนของตัวชี้วัดในแบบวัดนี้",
        "suggestions": "ข้อเสนอแนะของสำนักงาน ป.ป.ช.",
        "weaknesses": "ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน",
        "to_maintain": "ประเด็นที่ต้องรักษาระดับ ต่อยอด และพัฒนา",
    },
    "IntegrityMeasuresView": {
        "unit": "ส่วนราชการที่จัดทำ หนึ่งบรรทัดต่อรายการ",
        "own_principles": "เป็นจริงเมื่อหน่วยงานเขียนหลักการเอง",
        "principles": "หลักการของการประเมิน เป็นหัวข้อ",
        "full_marks": "คะแนนเต็ม",
        "levels": "เกณฑ์ระดับผลการประเมินของปี",
        "notes": "หมายเหตุใต้ตารางคะแนน",
        "instruments": "การวิเคราะห์รายแบบวัด",
        "measures": "มาตรการ หนึ่งขั้นตอนต่อแถว",
    },
    "ScoreRow": {
        "instrument": "ชื่อแบบวัดพร้อมรหัส",
        "instrument_id": _INSTRUMENT_ID,
        "instrument_number": "ลำดับของแบบวัด",
        "instrument_key": "กุญแจผสานเซลล์แบบวัด ใช้กับ merge",
        "instrument_score": "คะแนนของแบบวัด",
        "number": "เลขตัวชี้วัด",
        "name": "ชื่อตัวชี้วัด",
        "score": "คะแนนของตัวชี้วัด",
        "verdict": "ผลการวิเคราะห์ เช่น พัฒนาให้ดียิ่งขึ้น ว่างเมื่อรายงานไม่มี",
    },
    "LevelRow": {"condition": "ช่วงคะแนนหรือเงื่อนไข", "label": "ชื่อระดับ"},
    "StepRow": {
        "number": "เลขลำดับมาตรการ",
        "title": "ชื่อมาตรการ",
        "measure_key": "กุญแจผสานเซลล์ของมาตรการเดียวกัน ใช้กับ merge",
        "steps": "ขั้นตอนของแถวนี้",
        "kept": "เป็นจริงเมื่อแถวควรอยู่หน้าเดียวกับแถวถัดไป",
    },
    # implementation_report, progress_tables
    "ActivityRow": {
        "number": "เลขลำดับมาตรการ",
        "title": "ชื่อมาตรการหรือกิจกรรม",
    },
    "ImplementationReportView": {
        "instruments": "ตารางรายตัวชี้วัดของแบบวัด IIT และ EIT",
        "groups": "ตารางรายข้อของแบบวัด OIT หนึ่งกลุ่มต่อตาราง",
    },
    "ProgressCell": {
        "done": "เป็นจริงเมื่อดำเนินการแล้ว (ช่องทำเครื่องหมาย)",
        "not_done": "เป็นจริงเมื่อยังไม่ได้ดำเนินการ (ช่องทำเครื่องหมาย)",
        "other": "เป็นจริงเมื่อเป็นสถานะอื่น (ช่องทำเครื่องหมาย)",
        "other_status": "ข้อความของสถานะอื่น",
        "reason": "เหตุผล",
        "notes": "รายละเอียดการดำเนินการ",
    },
    "IndicatorRow": {"heading": "เลขและชื่อตัวชี้วัด", "guidelines": "แนวทางการดำเนินการ"},
    "InstrumentTable": {"id": _INSTRUMENT_ID, "name": "ชื่อแบบวัด", "rows": "ตัวชี้วัด หนึ่งตัวต่อแถว"},
    "DisclosureRow": {"code": "รหัสข้อ เช่น O1", "name": "ชื่อข้อ", "components": "องค์ประกอบด้านข้อมูล"},
    "GroupTable": {"heading": "ตัวชี้วัดย่อยของกลุ่ม", "group": "ชื่อกลุ่มของข้อ", "rows": "ข้อ หนึ่งข้อต่อแถว"},
    # assessment_analysis
    "ItemRow": {
        "instrument_id": _INSTRUMENT_ID,
        "code": "รหัสข้อ",
        "text": "ข้อความของข้อ",
        "score": "คะแนนของข้อ",
    },
    "ItemLine": {"code": "รหัสข้อ", "text": "คำอธิบายของข้อ"},
    "IssueView": {
        "heading": "เลขและชื่อประเด็น",
        "rows": "ข้อของประเด็น หนึ่งข้อต่อแถว",
        "deficient": "ข้อที่ต้องปรับปรุงแก้ไข",
        "to_develop": "ข้อที่ควรพัฒนา",
        "maintain": "ข้อที่รักษาระดับ",
        "whole_table": "เป็นจริงเมื่อตารางสั้นพอจะอยู่ในหน้าเดียว",
        "whole": "เป็นจริงเมื่อตารางและกรอบสรุปสั้นพอจะอยู่ในหน้าเดียว",
    },
    "IssueMeasureRow": {
        "issue": "ประเด็นที่มาตรการตอบ",
        "issue_key": "กุญแจผสานเซลล์ประเด็น ใช้กับ merge",
        "measures": "ชื่อมาตรการ โครงการ หรือกิจกรรม",
        "whole": "เป็นจริงเมื่อแถวสั้นพอจะอยู่ในหน้าเดียว",
    },
    "AssessmentAnalysisView": {
        "by_issue": "เป็นจริงเมื่อปีนั้นจัดข้อเป็นประเด็น",
        "issues": "การวิเคราะห์รายประเด็น",
    },
    # memo, publication_form
    "MemoSection": {
        "heading": "หัวข้อของส่วน เช่น เรื่องเดิม",
        "points": "เนื้อความเป็นย่อหน้า ไม่มีเมื่อเว้นไว้ให้กรอก",
        "last": "เป็นจริงเมื่อเป็นส่วนสุดท้าย",
    },
    "DecisionView": {
        "acknowledged": "เป็นจริงเมื่อสั่งว่าทราบ (ช่องทำเครื่องหมาย)",
        "approved": "เป็นจริงเมื่ออนุมัติ (ช่องทำเครื่องหมาย)",
        "permitted": "เป็นจริงเมื่ออนุญาตให้เผยแพร่ (ช่องทำเครื่องหมาย)",
        "not_approved": "เป็นจริงเมื่อไม่อนุมัติ (ช่องทำเครื่องหมาย)",
        "not_permitted": "เป็นจริงเมื่อไม่อนุญาตให้เผยแพร่ (ช่องทำเครื่องหมาย)",
        "reason": "เหตุผลเมื่อไม่อนุมัติหรือไม่อนุญาต",
    },
    "MemoView": {
        "garuda": "ภาพตราครุฑ",
        "sender": "ส่วนราชการเจ้าของเรื่อง ทั้งบรรทัด",
        "number": "เลขที่หนังสือ",
        "date": "วันที่ของบันทึก",
        "subject": "เรื่อง",
        "addressee": "ผู้ที่เรียนถึง และผู้ที่เรื่องผ่าน ทั้งบรรทัด",
        "sections": "เนื้อความเป็นส่วน",
        "closing": "คำลงท้าย",
        "decision": "คำสั่งของผู้บริหาร",
    },
    "PublicationFormView": {
        "unit": "ส่วนราชการที่ขอเผยแพร่",
        "date": "วันที่ขอเผยแพร่",
        "subject": "หัวข้อหรือชื่อเรื่องที่ขอเผยแพร่",
        "summary": "รายละเอียดข้อมูลโดยสรุป",
        "links": "ลิงก์ของข้อมูลที่ขอเผยแพร่",
        "remark": "หมายเหตุ",
    },
}
#: What a name may print that many samples leave out.
EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "Point": {"number": "1."},
    "AgencyView": {"website": "www.example.go.th"},
    "StageView": {
        "role": "ผู้รายงาน",
        "name": "นางสาวชื่อตัวอย่าง นามสกุลตัวอย่าง",
        "position": "หัวหน้าสำนักปลัด",
        "opinion": "เห็นชอบ",
    },
}


def meaning(view: str, field: str) -> str:
    """What a field of a view means; empty where it is not known, and for a view without a name, which is not ours."""
    return (OF_VIEW.get(view, {}).get(field) or SHARED.get(field, "")) if view else ""
