"""The data of the benchmarks: Thai texts drawn from a seed: other data in every run, the same on every machine."""

from __future__ import annotations

import copy
import random
from functools import cache
from typing import Any

from benchmarks.measuring import ROOT

COLUMNS = 7
AGENCY = {"kind": "อบต.", "name": "ตัวอย่าง", "district": "เมืองชัยนาท", "province": "ชัยนาท"}
_TEXT = (
    "จัดทำ เผยแพร่ ประชาสัมพันธ์ แผน การใช้จ่าย งบประมาณ ประจำปี ของหน่วยงาน ให้ประชาชน ทราบ ผ่านเว็บไซต์ และ รายงาน "
    "ผู้บริหาร ทุกไตรมาส ทบทวน คู่มือ การให้บริการ ขั้นตอน ระยะเวลา ช่องทาง รับเรื่อง ร้องเรียน e-Service R&D"
)
_NAMES = "บ้าน หนอง นา ดอน โคก ห้วย ทุ่ง ป่า เขา คลอง แก้ว ทอง ไผ่ ยาง สูง ใหญ่ งาม ใส"
_WORDS, _SYLLABLES = _TEXT.split(), _NAMES.split()


def text(chance: random.Random, words: int) -> str:
    """So many Thai words, and a number in one of three."""
    said = " ".join(chance.choices(_WORDS, k=words))
    return said if chance.random() > 1 / 3 else f"{said} {chance.randint(1, 40)} ครั้ง"


def mapping(rows: int, seed: int) -> dict[str, Any]:
    """The data of the reference template: a title, an agency, and rows of seven texts."""
    chance = random.Random(seed)
    return {
        "title": f"รายงานผลการดำเนินการ ฉบับที่ {seed}",
        "agency": "องค์การบริหารส่วนตำบลตัวอย่าง",
        "year": 2500 + seed % 90,
        "rows": [{f"c{column}": text(chance, 6) for column in range(COLUMNS)} for _ in range(rows)],
    }


def report(measures: int, steps: int, seed: int) -> dict[str, Any]:
    """The data of a report on so many measures of so many steps; every kind takes it."""
    chance = random.Random(seed)
    return {
        "fiscal_year": 2566,
        "agency": AGENCY,
        "sign_off": [{"role": role} for role in ("ผู้รายงาน", "ปลัด", "นายก")],
        "measures": [_measure(chance, number, steps) for number in range(measures)],
    }


def _measure(chance: random.Random, number: int, steps: int) -> dict[str, Any]:
    return {
        "title": text(chance, 8),
        "targets": {"indicators": number % 8 + 1},
        "steps": [text(chance, 12) for _ in range(steps)],
        "responsible": "สำนักปลัด",
        "period": "ต.ค. ๖๕ - มี.ค. ๖๖",
        "results": [text(chance, 8)],
    }


@cache
def _sample() -> Any:
    from ita_docs.data_files import read  # noqa: PLC0415  the start-up benchmark imports this module too

    return read(ROOT / "examples" / "dossier.yaml").data


def dossier(seed: int) -> dict[str, Any]:
    """The data of one agency-year: the sample's, of another agency, with other words in every step and result."""
    chance = random.Random(seed)
    data: dict[str, Any] = copy.deepcopy(dict(_sample()))
    own, name = data["agency"]["name"], "".join(chance.choices(_SYLLABLES, k=3))
    for measure in data["measures"]:
        for key in ("results", "outcomes", "suggestions"):
            if measure.get(key):
                measure[key] = [text(chance, 10) for _ in range(3)]
    renamed: dict[str, Any] = _renamed(data, own, name)
    return renamed


def _renamed(value: Any, own: str, name: str) -> Any:
    """The same data with another name for the agency in all texts."""
    if isinstance(value, str):
        return value.replace(own, name)
    if isinstance(value, dict):
        return {key: _renamed(one, own, name) for key, one in value.items()}
    return [_renamed(one, own, name) for one in value] if isinstance(value, list) else value
