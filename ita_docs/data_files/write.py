r"""A dossier as the text of a data file (เขียนแฟ้มข้อมูล): what `load` reads back as the same dossier.

Source: the forms that the records take, the shortest of each; keys in the order of the records.  What a person has to
write stands there as a comment.  Limits: a logo is named by its path from `folder`, where the file will lie, and left
out where it lies elsewhere; a rule of classification that is no rule of ours can not be written.

>>> from ita_docs.records import Dossier
>>> dossier = Dossier(fiscal_year=2566, agency={"kind": "อบต.", "name": "หินตั้ง"}, measures=[{"title": "อบรม"}])
>>> print("\n".join(line for line in dump(dossier).splitlines() if not line.lstrip().startswith("#")))
kind: dossier
fiscal_year: 2566
agency:
  kind: อบต.
  name: หินตั้ง
measures:
- title: อบรม
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from ita_docs.data_files.plain import Plain
from ita_docs.data_files.yaml_writer import Hint, lines_of
from ita_docs.findings import Finding
from ita_docs.records import Dossier

_HEAD = (
    "แฟ้มข้อมูลประจำปีงบประมาณ พ.ศ. {year} ของ{agency} ใช้ทำรายงานได้ทุกชนิด",
    "ตรวจก่อนลงนามด้วยคำสั่ง: ita-docs check ตามด้วยชื่อไฟล์นี้",
    "พิมพ์เอกสารทุกชนิดด้วยคำสั่ง: ita-docs render ตามด้วยชื่อไฟล์นี้ --report all -o โฟลเดอร์",
)
_FOUND = "สิ่งที่ควรตรวจสอบก่อนใช้ไฟล์นี้ (ตำแหน่งตามไฟล์เดิม):"
#: The keys in the order of the records, the signatures last.
_KEYS = (*(name for name in Dossier.model_fields if name != "sign_off"), "sign_off")
#: What a person writes anew each year, by the place that lacks it.
_ASSESSMENT = {
    "total": "คะแนนรวมของปีงบประมาณ พ.ศ. {results}",
    "level": "ระดับผลการประเมิน",
    "indicators": "คะแนนรายตัวชี้วัด เช่น {{1: 88.13, 2: 93.54}}",
    "items": "คะแนนรายข้อ เช่น {{O1: 100, O2: 0}}",
}
_MEASURE = {
    "targets": "ตัวชี้วัดหรือข้อของปีงบประมาณ พ.ศ. {results} ที่มาตรการนี้ตอบ",
    "weakness": "ประเด็นข้อบกพร่องจากผลการประเมินปีงบประมาณ พ.ศ. {results}",
    "results": "ผลการดำเนินการ",
    "outcomes": "ผลลัพธ์หรือความสำเร็จ",
    "suggestions": "ข้อเสนอแนะ",
}
_TOP = {
    "indicator_progress": "แนวทางและความก้าวหน้ารายตัวชี้วัด เช่น {{1: {{guidelines: …, notes: …}}}}",
    "item_progress": "สิ่งที่ได้ดำเนินการรายข้อของปีงบประมาณ พ.ศ. {evidence} เช่น {{O1: …}}",
    "analysis": "บทวิเคราะห์รายแบบวัดจากผลการประเมินปีงบประมาณ พ.ศ. {results}",
}
#: What the register has beside the entries that were carried over.
_LEFT = "ข้อของปีงบประมาณ พ.ศ. {evidence} ที่ยังไม่มีในไฟล์นี้"
_NOTES = "เขียนสิ่งที่ได้ดำเนินการของแต่ละรายการ (notes) รายการที่เป็น {} ถือว่ายังไม่ได้ดำเนินการ"


def dump(dossier: Dossier, findings: Iterable[Finding] = (), *, folder: str | PathLike[str] = ".") -> str:
    """Give the YAML of a dossier that will lie in `folder`; findings stand as comments above it."""
    years = {"results": str(dossier.results_year), "evidence": str(dossier.evidence)}
    data = {"kind": dossier.kind, **Plain(dossier.fiscal_year, Path(folder)).fields(dossier)}
    data["assessment"] = {**data.get("assessment", {}), **_hints(_ASSESSMENT, data.get("assessment", {}), years)}
    data["measures"] = [
        {**measure, **_hints(_MEASURE, measure, years)} if measure else {} for measure in data["measures"]
    ]
    for name in ("indicator_progress", "item_progress"):
        if {} in data.get(name, {}).values():
            data[name] = {"": Hint(_NOTES), **data[name]}
    if "item_progress" in data and (left := _items_left(dossier)):
        data["item_progress"][left] = Hint(_LEFT.format(**years))
    data |= _hints(_TOP, data, years)
    in_order = {name: data[name] for name in _KEYS if name in data}
    return "\n".join((*_head(dossier, findings), *lines_of(in_order))) + "\n"


def _head(dossier: Dossier, findings: Iterable[Finding]) -> Iterator[str]:
    """What the file is, and what a person should look at in it."""
    for line in _HEAD:
        yield f"# {line.format(year=dossier.fiscal_year, agency=dossier.agency.full_name)}"
    found = [finding.line("th") for finding in findings]
    if found:
        yield f"#\n# {_FOUND}"
        yield from (f"# - {' '.join(line.split())}" for line in found)


def _items_left(dossier: Dossier) -> str:
    """The codes of the disclosed items without an entry; empty where the year has no register."""
    if dossier.evidence.year not in dossier.editions.years:
        return ""
    year = dossier.editions.get(dossier.evidence)
    items = [item for indicator in year.indicators_of("OIT") for item in indicator.items]
    return year.code_range(item for item in items if item.code not in dossier.item_progress)


def _hints(table: Mapping[str, str], data: Mapping[str, Any], years: Mapping[str, str]) -> dict[str, Hint]:
    """A hint for each key that the data lacks."""
    return {key: Hint(text.format(**years)) for key, text in table.items() if key not in data}
