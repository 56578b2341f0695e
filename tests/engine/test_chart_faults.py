"""What a chart can not show, and what can not be bound to one, is said with its place, all of it at once."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ita_docs.engine import Template
from ita_docs.errors import TemplateError
from tests.engine.chart_documents import (
    BODY,
    CHART,
    DELETED,
    SCORES,
    TITLE,
    WP,
    drawn,
    plain,
    render,
    replacing,
    statement,
    template,
)
from tests.engine.documents import part


def fault(path: Path, value: Any = SCORES, **more: Any) -> tuple[str, Mapping[str, str], str]:
    with pytest.raises(TemplateError) as error:
        render(path, value, **more)
    (found,) = error.value.faults
    assert found.place.part == BODY
    assert found.text("th")
    return found.code, found.params, found.place.tag


TAG = "chart: scores"


def test_an_unknown_name_is_named_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as error:
        Template(template(tmp_path, drawn())).render({"score": SCORES})
    (found,) = error.value.faults
    assert (found.code, found.place.tag, found.params["nearest"]) == ("template.unknown-name-near", TAG, "score")
    path = template(tmp_path, drawn(name="year.scores"))
    code, params, tag = fault(path, year={"score": SCORES})
    assert (code, params["nearest"], tag) == ("template.unknown-name-near", "score", "chart: year.scores")


@pytest.mark.parametrize(
    ("value", "code", "found"),
    [
        (None, "template.chart", "NoneType"),
        ("88.13", "template.chart", "str"),
        ([1, 2], "template.chart", "list"),
        ({"categories": ["a"]}, "template.chart", "dict"),
        ({"categories": ["a"], "series": [3]}, "template.chart", "int"),
        ({"categories": [], "series": []}, "template.chart-empty", ""),
        ({"categories": ["a"], "series": []}, "template.chart-empty", ""),
        (plain(1, 2, categories=("x",)), "template.chart-length", "a"),
        (plain("88"), "template.chart-value", "88"),
        (plain(True), "template.chart-value", "bool"),
        (plain(float("nan")), "template.chart-value", "nan"),
        (plain(Decimal("1e999")), "template.chart-value", "1E+999"),
        (plain(10**5000), "template.chart-value", "int"),
        (plain(1, categories=(1.5,)), "template.chart-text", "float"),
        (plain(1, name="a\0"), "template.control-character", r"'a\x00'"),
        (plain(1, categories=("x" * 32_768,)), "template.chart-size", "32,768"),
        (plain(*[1] * 10_001), "template.chart-size", "1 × 10001"),
    ],
)
def test_a_value_that_is_no_chart(tmp_path: Path, value: Any, code: str, found: str) -> None:
    said, params, tag = fault(template(tmp_path, drawn()), value)
    assert (said, params["found"], tag) == (code, found, TAG)


def test_every_fault_of_a_chart_is_said(tmp_path: Path) -> None:
    value = {"categories": ["x"], "series": [{"name": "a", "values": ["?"]}, {"name": "b", "values": [1, 2]}]}
    with pytest.raises(TemplateError) as error:
        render(template(tmp_path, drawn(), drawn(name="other")), value)
    assert {found.code for found in error.value.faults} == {
        *("template.chart-value", "template.chart-length", "template.unknown-name"),
    }


NO_CHART = (BODY, ("drawingml/2006/chart", "drawingml/2006/other"))


@pytest.mark.parametrize(
    ("edit", "code", "found"),
    [
        (replacing(*NO_CHART), "template.chart-none", "scores"),
        (replacing(BODY, ("chart: scores", "chart: the scores")), "template.chart-name", "the scores"),
        (replacing(BODY, ("chart: scores", "Chart:")), "template.chart-name", ""),
        (replacing(CHART, ("barChart", "scatterChart")), "template.chart-kind", "scatterChart"),
        (replacing(CHART, ("c:ser>", "c:other>")), "template.chart-no-series", ""),
        (replacing(CHART, (DELETED, TITLE % "{{ year }}")), "template.chart-tag", "{{ year }}"),
    ],
)
def test_a_drawing_that_can_not_be_bound(tmp_path: Path, edit: Any, code: str, found: str) -> None:
    said, params, _ = fault(template(tmp_path, drawn(), edit=edit))
    assert (said, params["found"]) == (code, found)


def test_a_picture_may_say_that_it_is_a_chart(tmp_path: Path) -> None:
    path = template(tmp_path, drawn(), edit=replacing(*NO_CHART, ("chart: scores", "Chart: sales")))
    assert part(render(path)).find(f".//{WP}docPr").get("descr") == "Chart: sales"


def test_a_document_of_too_many_charts_ends(tmp_path: Path) -> None:
    path = template(tmp_path, statement("for n in range(100000)"), drawn(), statement("endfor"))
    code, params, _ = fault(path, plain(1))
    assert (code, params["found"]) == ("template.limit", "work")
