"""The JSON Schema of a data file: one for editors, that accepts what `load` accepts, and speaks Thai."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ita_docs import data_files
from ita_docs.data_files import load, read, schema
from ita_docs.errors import DataError, UsageError

GOOD = {
    "kind": "progress-report",
    "fiscal_year": 2566,
    "agency": {"kind": "อบต.", "name": "ก"},
    "measures": [{"title": "ข", "budget": 9.10}],
}


def test_an_unknown_kind_of_schema_names_the_kinds() -> None:
    with pytest.raises(UsageError, match="did you mean progress-report"):
        schema("progres-report")


def samples(root: Path) -> list[Path]:
    return sorted((root / "examples").rglob("*.yaml"))


def test_the_samples_fit_their_schema(root: Path) -> None:
    found = samples(root)
    assert len(found) >= 4
    for path in found:
        data = read(path).data
        assert not list(Draft202012Validator(schema(data["kind"])).iter_errors(data)), path


@pytest.mark.parametrize("kind", data_files.kinds())
def test_a_schema_is_one_and_speaks_thai(kind: str) -> None:
    made = schema(kind)
    Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["properties"]["kind"]["const"] == kind
    objects = [part for part in (made, *made["$defs"].values()) if "properties" in part]
    described = [field for part in objects for field in part["properties"].values()]
    assert len(described) > 40
    assert all(any("ก" <= letter <= "๛" for letter in field.get("description", "")) for field in described)
    assert '"title": "Fiscal Year"' not in json.dumps(made)


GIVEN: dict[str, tuple[Any, ...]] = {
    "title": ("ก", ["ก", 1], 15, "", " ", True, None, {}, [None], [["ก"]], "ก\x07", []),
    "steps": ("ก", 5, None, [], ["ก", {"text": "ข"}], {"text": "ก"}, [None], [{}], [{"text": "ก", "sub_steps": "ข"}]),
    "number": (1, "๑๒", "0", 0, 9999, 10000, "x", None, True, [1], " 7 ", "-1"),
    "budget": (9.10, 5, "๕๐,๐๐๐", "-", "ไม่มี", "x", -5, "-5", True, None, ["5"], "1,00"),
    "period": ("ตามแผน", {"text": "ก"}, {"foo": "ก"}, [], True, None, {"text": 5}, ""),
    "targets": (
        *({"items": "i1"}, {"items": ["i1-i3"]}, {"items": 5}, {"items": {}}, {"indicators": 10}, {"indicators": 11}),
        *({"indicators": ["๑-๓", 4]}, {"indicators": "1,2"}, {"sub_indicators": 9.1}, {"sub_indicators": "๙.๑"}),
        *({"sub_indicators": 9}, {"issues": [1, "2-3"]}, {"issues": 0}, {"instrument": "iit"}, {"instrument": "XIT"}),
        *({}, None, "i1", []),
    ),
    "progress": ({"status": "ดำเนินการ"}, {}, "ดำเนินการ", None),
}
WIDE: dict[str, tuple[Any, ...]] = {
    "fiscal_year": (2566, "๒๕๖๖", 2023, None, True, [2566]),
    "kind": ("progress-report", "memo", None, 5),
    "round": (1, "๒", 3, "3", None),
    "numerals": ("thai", "arabic", None, "roman", 1),
    "measures": ([{}], [], {}, None, "ก", ["ก"]),
    "sign_off": ([], [{"role": "ก"}], {"stages": [{"role": "ก"}]}, [{"role": "ก"}] * 4, None, "ก", [{}], ["ก"]),
    "agency": (
        *({"kind": "อบจ.", "name": "ก"}, {"kind": "อบจ", "name": "ก", "district": "ข"}, {"kind": "กรม", "name": "ก"}),
        {"kind": "กรม", "name": "ก", "full_name": "ก", "short_name": "ข", "executive_title": "ค"},
        *({"kind": "องค์การบริหารส่วนตำบล", "name": 5}, {"name": "ก"}, {"kind": "อบต."}, "อบต.ก", None),
        *({"kind": "อบต.", "name": "ก", "full_name": None}, {"kind": "อบต.", "name": "ก", "full_name": ""}),
    ),
    "unknown": (1,),
}
CASES = [("measures", key, value) for key, values in GIVEN.items() for value in values]
CASES += [("", key, value) for key, values in WIDE.items() for value in values]


@pytest.mark.parametrize(("part", "key", "value"), CASES)
def test_the_schema_accepts_what_load_accepts(tmp_path: Path, part: str, key: str, value: object) -> None:
    data: dict[str, Any] = json.loads(json.dumps(GOOD))
    (data["measures"][0] if part else data)[key] = value
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    valid = Draft202012Validator(schema("progress-report")).is_valid(data)
    try:
        loaded = bool(load(path))
    except DataError:
        loaded = False
    assert loaded == valid


#: Of a dossier, what each key may hold; what a text says, and what lies between fields, `load` alone can ask.
OF_A_DOSSIER: dict[str, tuple[Any, ...]] = {
    "fiscal_year": ("ปีงบประมาณ ๒๕๖๖", "66", "ก", 2699, 2399),
    "evidence_year": (2567, "๒๕๖๗", "ก", 0, None),
    "item_progress": (
        *({"O1": "ก"}, {"๐๑": ["ก", "ข"]}, {"o 1": None}, {"O1": {}}, {"O1": []}, {"O1": True}, {"O1": {"note": "ก"}}),
        *(
            {"1": "ก"},
            {"O1-O2": "ก"},
            {"O1": [""]},
            {"O1": {"status": None}},
            {"O1": {"guidelines": "ก"}},
            None,
            {},
            [],
            "ก",
        ),
    ),
    "indicator_progress": (
        *({"๑": {"guidelines": ["ก"]}}, {"0": "ก"}, {"1-3": "ก"}, {"01": "ก"}, {"1": {"status": True}}, {"1": None}),
        *({"1": {"period": {}}}, {"1": {"period": {"start": "2022-10-01"}}}, {"1": {"period": {"text": "ก"}}}),
        *({"1": {"period": {"start": "2022-10-01", "end": "2022-10-01"}}}, {"1": {"period": None}}),
    ),
    "analysis": (
        *({}, {"IIT": {}}, {"IIT": {"weaknesses": "ก"}}, {"IIT": {"weaknesses": {"blocks": [{}]}}}, {"iit": {}}),
        *({"IIT": {"weaknesses": {"blocks": [{"indicator": 1, "items": "i1, i2"}]}}}, {"IIT": None}, None, []),
    ),
    "principles": ([], [{"heading": "ก"}], [{"text": ["ก"]}], [{}], None, "ก"),
    "unit": ("ก", ["ก"], [["ก"]], {}, None),
    "show_chart": (True, "true", 1, None),
    "chart": ("radar", "Bar", "", None),
    "assessment": (
        *({}, None, {"year": 2565}, {"total": "๙๒.๕"}, {"total": 101}, {"classification": {}}, {"classification": "x"}),
        *({"levels": []}, {"levels": None}, {"instruments": {"iit": 90}}, {"instruments": {"XIT": 90}}),
        *({"items": {"O1": None}}, {"items": {"O1": {"verdict": "x"}}}, {"sub_indicators": {"9": 90}}),
    ),
    "defaults": ({}, None, {"responsible": None}, {"steps": "ก"}, "ก"),
}


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in OF_A_DOSSIER.items() for value in values])
def test_the_schema_of_a_dossier_accepts_what_load_accepts(tmp_path: Path, key: str, value: object) -> None:
    data = {**json.loads(json.dumps(GOOD)), "kind": "dossier", key: value}
    path = tmp_path / "year.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    try:
        loaded = bool(load(path))
    except DataError:
        loaded = False
    assert loaded == Draft202012Validator(schema("dossier")).is_valid(data)
