"""The assessment in a data file: each mistake at its line, and what the schema says of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ita_docs.data_files import load, read, schema
from ita_docs.errors import DataError, Place
from ita_docs.findings import Finding
from ita_docs.records import Assessment
from ita_docs.reports import Report

HEAD = """\
kind: progress-report
fiscal_year: 2567
agency: {kind: อบต., name: ก}
measures: [{title: ข}]
assessment:
"""
# What stands below `assessment:` (line 5), and the fault it gives.
BELOW = {
    "  total: 101\n": ("records.score-range", 6, "assessment.total"),
    "  total: -1\n": ("records.score-range", 6, "assessment.total"),
    "  total: ดีมาก\n": ("records.not-a-score", 6, "assessment.total"),
    "  indicators:\n    1: 88.13\n    2: 93,54\n": ("records.not-a-score", 8, "assessment.indicators.2"),
    "  indicators:\n    1: 88.13\n    ๑: 93.54\n": ("records.key-twice", 8, "assessment.indicators.๑"),
    "  sub_indicators:\n    9.1: 100\n    9.2: 101\n": ("records.score-range", 8, 'assessment.sub_indicators["9.2"]'),
    "  sub_indicators:\n    9: 100\n": ("records.not-a-sub-indicator", 7, "assessment.sub_indicators.9"),
    "  instruments: {IIT: 1, iit: 2}\n": ("records.key-twice", 6, "assessment.instruments.iit"),
    "  instruments: {IIT: 1, XIT: 2}\n": ("records.not-an-instrument", 6, "assessment.instruments.XIT"),
    "  items:\n    o1: 100\n    ๐๑: 100\n": ("records.key-twice", 8, "assessment.items.๐๑"),
    "  items:\n    o1: 100\n    o1: 100\n": ("data.duplicate-key", 8, "assessment.items.o1"),
    "  items:\n    o1: เต็ม\n": ("records.not-a-score", 7, "assessment.items.o1"),
    "  items:\n    o1:\n      score: เต็ม\n": ("records.not-a-score", 8, "assessment.items.o1.score"),
    "  items:\n    o1:\n      scroe: 1\n": ("data.unknown-key-near", 8, "assessment.items.o1.scroe"),
    "  items:\n    o1: {verdict: deficent}\n": ("data.choice-near", 7, "assessment.items.o1.verdict"),
    "  items:\n    15: 100\n": ("assessment.code-near", 7, "assessment.items.15"),
    "  items: 100\n": ("data.not-a-mapping", 6, "assessment.items"),
    "  items: [100]\n": ("data.not-a-mapping", 6, "assessment.items"),
    "  classification: treshold\n": ("data.choice-near", 6, "assessment.classification"),
    "  classification: {rule: treshold}\n": ("data.choice-near", 6, "assessment.classification.rule"),
    "  classification: {rule: threshold, below: 5}\n": ("data.unknown-key", 6, "assessment.classification.below"),
    "  classification: {rule: above-instrument-mean, maintain_from: 5}\n": (
        "records.rule-bounds",
        6,
        "assessment.classification",
    ),
    "  classification: {rule: threshold, deficient_below: 90, maintain_from: 80}\n": (
        "assessment.threshold-order",
        6,
        "assessment.classification",
    ),
    "  levels: []\n": ("data.empty-list", 6, "assessment.levels"),
    "  levels:\n  - {label: A, min: 51}\n  - {label: B, max: 50}\n": (
        "assessment.levels-gap",
        7,
        "assessment.levels[0]",
    ),
    "  levels:\n  - {label: A, mim: 51}\n": ("data.unknown-key-near", 7, "assessment.levels[0].mim"),
    "  notes: 5:5:\n": ("yaml.quote", 6, "assessment.notes"),
}


ASKING = {"assessment-analysis": "measures: [{title: ข, targets: {items: O42}}]", "integrity-measures": ""}


def head(kind: str, year: int = 2567) -> str:
    """The same lines for a kind that asks a register what the scores say."""
    text = HEAD.replace("progress-report", kind).replace("2567", str(year))
    return text.replace("measures: [{title: ข}]", ASKING.get(kind) or "measures: [{title: ข}]")


@pytest.mark.parametrize("kind", ["progress-report", *ASKING])
@pytest.mark.parametrize("below", BELOW)
def test_one_mistake_is_one_fault_at_its_line(tmp_path: Path, below: str, kind: str) -> None:
    path = tmp_path / "report.yaml"
    path.write_text(head(kind) + below, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        load(path)
    assert [(f.code, f.place.line, f.place.field) for f in refused.value.faults] == [BELOW[below]]


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    path = tmp_path / "report.yaml"
    below = "  total: 101\n  indicators: {1: x, ๑: 1}\n  items:\n    o1: 200\n    15: 1\n  classification: y\n"
    path.write_text(HEAD + below, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        load(path)
    assert [(f.code, f.place.line) for f in refused.value.faults] == [
        ("records.score-range", 6),
        ("records.not-a-score", 7),
        ("records.key-twice", 7),
        ("records.score-range", 9),
        ("assessment.code-near", 10),
        ("data.choice", 11),
    ]


@pytest.mark.parametrize("kind", ASKING)
def test_a_wrong_score_hides_no_part_that_the_year_has_not(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "report.yaml"
    below = "  total: x\n  indicators: {1: 500, 11: 1}\n  items:\n    i1: x\n    i31: 1\n    O44: {scroe: 1}\n"
    path.write_text(head(kind) + below, encoding="utf-8")
    with pytest.raises(DataError) as refused:
        load(path)
    assert [(f.code, f.place.line) for f in refused.value.faults] == [
        ("records.not-a-score", 6),
        ("records.score-range", 7),
        ("assessment.no-indicator", 7),
        ("records.not-a-score", 9),
        ("assessment.no-item", 10),
        ("data.unknown-key-near", 11),
    ]


@pytest.mark.parametrize("kind", ASKING)
def test_beside_a_wrong_score_the_register_is_still_that_of_the_stated_year(tmp_path: Path, kind: str) -> None:
    """FY2569 has no register, and FY2567 no item 42: neither is asked."""
    path = tmp_path / "report.yaml"
    for year in (2568, 2570):
        path.write_text(head(kind, year) + "  year: 2566\n  items: {i1: x}\n", encoding="utf-8")
        with pytest.raises(DataError) as refused:
            load(path)
        assert [(f.code, f.place.line) for f in refused.value.faults] == [("records.not-a-score", 7)]


@pytest.mark.parametrize("kind", ["improvement-plan", *ASKING])
def test_a_year_that_can_not_be_read_is_one_fault(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "report.yaml"
    text = head(kind).replace("2567", "256x").replace("{title: ข}", "{title: ข, targets: {items: O35}}")
    for below, line in (("  total: 80\n", 2), ("  year: y\n", 6)):
        path.write_text((text if line == 2 else text.replace("256x", "2567")) + below, encoding="utf-8")
        with pytest.raises(DataError) as refused:
            load(path)
        assert [(f.code, f.place.line) for f in refused.value.faults] == [("thai.fiscal-year", line)]


def test_a_finding_at_a_key_with_a_dot_has_the_line_of_that_key(tmp_path: Path) -> None:
    path = tmp_path / "report.yaml"
    path.write_text(HEAD + "  sub_indicators:\n    ๙.๑: 5\n    9.2: 6\n", encoding="utf-8")
    file = read(path)
    place = file.at(Finding("assessment.no-mean", Place(field='assessment.sub_indicators["9.2"]')))
    assert (place.line, place.field) == (8, 'assessment.sub_indicators["9.2"]')
    assert file.at(Finding("assessment.no-mean", Place(field="assessment.items.o1"))).line == 5


def test_digits_are_kept_from_yaml_and_json(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD + "  total: 93.380\n", encoding="utf-8")
    data = {"kind": "progress-report", "fiscal_year": 2567, "agency": {"kind": "อบต.", "name": "ก"}}
    text = json.dumps({**data, "measures": [{"title": "ข"}], "assessment": {"total": 0}}).replace("0}", "93.380}")
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    read = [load(tmp_path / name) for name in ("a.yaml", "a.json")]
    assert [str(one.assessment.total) for one in read if isinstance(one, Report)] == ["93.380"] * 2


GIVEN: dict[str, tuple[Any, ...]] = {
    "total": (0, 100, 87.5, "87.50", "๘๗.๕", "100.00", "100.01", 101, -1, "-1", "x", "", True, None, [5], "007", "1e1"),
    "level": ("A (ดี)", "", None, ["A"]),
    "instruments": ({"iit": 1}, {"XIT": 1}, {}, None, [], 5, {"IIT": "x"}, {"IIT": None}),
    "indicators": ({"1": 5}, {"๑๐": 5}, {"11": 5}, {"0": 5}, {"100": 5}, {"x": 5}, {"1": 500}, None),
    "sub_indicators": ({"9.1": 5}, {"๙.๑": 5}, {"9": 5}, {"9.1.1": 5}, {"9.1": "x"}),
    "items": (
        *({"i1": 5}, {"O 17": "๕"}, {"๐๑": 5}, {"1๑": 5}, {"15": 5}, {"x1": 5}, {"i1": 101}, {"i1": None}, {"i1": [5]}),
        *({"i1": {}}, {"i1": {"score": 5, "text": "ก", "remark": ["ข"]}}, {"i1": {"verdict": "maintain"}}),
        *({"i1": {"verdict": "good"}}, {"i1": {"scroe": 5}}, [], 5),
    ),
    "classification": (
        *("threshold", "above-instrument-mean", "x", 5, None, [], {}, {"rule": "threshold"}, {"rule": "x"}),
        *({"rule": "threshold", "deficient_below": 80}, {"rule": "threshold", "deficient_below": 800}),
    ),
    "levels": ([{"label": "A"}], [], None, {}, [{}], ["A"], [{"label": "A", "min": "x"}], [{"label": "A", "foo": 1}]),
    "notes": ("ก", ["ก"], None, 5, "", {}),
    "year": (2566, None, "x"),
}


@pytest.mark.parametrize(("key", "value"), [(key, value) for key, values in GIVEN.items() for value in values])
def test_the_schema_accepts_what_load_accepts(tmp_path: Path, key: str, value: object) -> None:
    data = {
        "kind": "progress-report",
        "fiscal_year": 2566,
        "agency": {"kind": "อบต.", "name": "ก"},
        "measures": [{"title": "ข"}],
        "assessment": {key: value},
    }
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    valid = Draft202012Validator(schema("progress-report")).is_valid(data)
    try:
        loaded = bool(load(path))
    except DataError:
        loaded = False
    assert loaded == valid


def test_every_key_of_the_assessment_is_tried() -> None:
    assert set(GIVEN) == set(Assessment.model_fields)
