"""The progress report of the agency in `examples/agency`, which shows what a set of one's own can change.

Derived from the standard template: owner and period share a column, a sixth column holds where the money comes from, a
line under the preamble says who wrote the report. The last two are fields that the set declares (`set.toml`).
"""

from drawing import progress_report
from drawing.blocks import ENTRY, entries, paragraph, points, statement
from drawing.package import Document

#: The font of the set; a template of its own is never restyled.
FONT = "TH Sarabun New"
COLUMNS = {
    "มาตรการ/แนวทาง": 2240,
    "วิธีการดำเนินการ": 2900,
    "ผู้รับผิดชอบ และระยะเวลา": 2300,
    "ผลการดำเนินการ": 2663,
    "ข้อเสนอแนะ": 2250,
    "แหล่งงบประมาณ": 1650,
}
CELLS = {
    "steps": points("measure.steps"),
    "owner": [*points("measure.responsible"), *entries("measure.period")],
    "results": points("measure.results"),
    "suggestions": points("measure.suggestions"),
    "budget_source": [paragraph(ENTRY, "{{ measure.extra.budget_source }}")],
}
PREAMBLE = [
    paragraph("Body Text", progress_report.PREAMBLE),
    statement("if extra.prepared_by", "Body Text"),
    paragraph("Body Text", "ผู้จัดทำรายงาน {{ extra.prepared_by }}"),
    statement("endif", "Body Text"),
]


def draw() -> Document:
    """The template."""
    return progress_report.drawn(COLUMNS, CELLS, PREAMBLE, FONT)
