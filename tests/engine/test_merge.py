"""`{% merge key %}`: what a person sees (`^` begins a merge, `|` continues it), and that the markup is valid."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator

from ita_docs.engine import Template
from ita_docs.errors import TemplateError
from tests.engine.documents import W, cell, docx, grid, p, part, r, row, save, table

FOR, END = "{%%tr for %s %%}", row("{%tr endfor %}", "", "")


def rendered(tmp_path: Path, *body: str, **data: Any) -> bytes:
    return Template(save(tmp_path, docx(*body))).render(data)


def by_row(*cells: str) -> str:
    """A table with one row for each `x` of `xs`, after a heading."""
    blank = [""] * (len(cells) - 1)
    begin = row("{%tr for x in xs %}", *blank)
    return table(row(*("h" for _ in cells)), begin, row(*cells), row("{%tr endfor %}", *blank), columns=len(cells))


def keyed(tmp_path: Path, keys: list[Any]) -> str:
    """The first column of a merge by these keys, as one text."""
    found = grid(rendered(tmp_path, by_row("{% merge x %}", "y"), xs=keys))
    return "".join(line[0] for line in found[1:])


def test_by_key(tmp_path: Path) -> None:
    body = by_row("{% merge x.a %}{{ x.a }}", "{{ x.b }}")
    pairs = [("a", 1), ("a", 2), ("b", 3), ("a", 4)]
    found = grid(rendered(tmp_path, body, xs=[{"a": a, "b": b} for a, b in pairs]))
    assert found == [["h", "h"], ["^a", "1"], ["|", "2"], ["^b", "3"], ["^a", "4"]]


@pytest.mark.parametrize(
    ("keys", "seen"),
    [
        ([None, None, "", 0, 0], "^|^^|"),
        ([1, 1.0, 2], "^|^"),
        ([[1], [1], [2]], "^|^"),
        ([{"a": 1}, {"a": 1}, {"a": 2}], "^|^"),
        ([("a", 1), ("a", 1), ("a", 2)], "^|^"),
        (["1", 1], "^^"),
        ([True, 1, False, 0], "^^^^"),
        ([float("nan")] * 1 + [2], "^^"),
    ],
)
def test_keys_of_any_type(tmp_path: Path, keys: list[Any], seen: str) -> None:
    assert keyed(tmp_path, keys) == seen


def test_a_merge_to_the_left_starts_this_one_anew(tmp_path: Path) -> None:
    body = by_row("{% merge x.a %}{{ x.a }}", "{% merge x.b %}{{ x.b }}", "{{ x.c }}")
    xs = [{"a": 1, "b": 1, "c": 1}, {"a": 1, "b": 1, "c": 2}, {"a": 2, "b": 1, "c": 3}, {"a": 2, "b": 1, "c": 4}]
    found = grid(rendered(tmp_path, body, xs=xs))[1:]
    assert found == [["^1", "^1", "1"], ["|", "|", "2"], ["^2", "^1", "3"], ["|", "|", "4"]]


def test_across_does_not_look_to_the_left(tmp_path: Path) -> None:
    body = by_row("{% merge x.a %}{{ x.a }}", "{% merge x.b across %}{{ x.b }}")
    found = grid(rendered(tmp_path, body, xs=[{"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 3, "b": 2}]))[1:]
    assert found == [["^1", "^1"], ["^2", "|"], ["^3", "^2"]]


def test_groups_three_deep_over_different_template_rows(tmp_path: Path) -> None:
    rows = [
        row("h", "h", "h", "h"),
        row("{%tr for a in groups %}", "", "", ""),
        row("{% merge a.n %}{{ a.n }}", cell("{{ a.n }} total", properties='<w:gridSpan w:val="3"/>')),
        row("{%tr for b in a.inner %}", "", "", ""),
        row("{% merge a.n %}{{ a.n }}", "{% merge b.n %}{{ b.n }}", "{% merge b.n %}sum", "-"),
        row("{%tr for c in b.inner %}", "", "", ""),
        row("{% merge a.n %}{{ a.n }}", "{% merge b.n %}{{ b.n }}", "{% merge c.n %}{{ c.n }}", "{{ loop.index }}"),
        row("{%tr if c.note %}", "", "", ""),
        row("{% merge a.n %}{{ a.n }}", "{% merge b.n %}{{ b.n }}", "{% merge c.n %}{{ c.n }}", "{{ c.note }}"),
        row("{%tr endif %}", "", "", ""),
        *[row("{%tr endfor %}", "", "", "")] * 3,
    ]
    inner = [{"n": "x", "note": "!"}, {"n": "y", "note": None}]
    groups = [
        {"n": 1, "inner": [{"n": "p", "inner": inner}, {"n": "q", "inner": []}]},
        {"n": 2, "inner": [{"n": "q", "inner": inner[1:]}]},
    ]
    assert grid(rendered(tmp_path, table(*rows, columns=4), groups=groups))[1:] == [
        ["^1", "1 total"],
        ["|", "^p", "^sum", "-"],
        ["|", "|", "^x", "1"],
        ["|", "|", "|", "!"],
        ["|", "|", "^y", "2"],
        ["|", "^q", "^sum", "-"],
        ["^2", "2 total"],
        ["|", "^q", "^sum", "-"],
        ["|", "|", "^y", "1"],
    ]


def test_a_plain_cell_and_another_span_end_a_merge(tmp_path: Path) -> None:
    wide = cell("{% merge 1 %}w", properties='<w:gridSpan w:val="2"/>')
    body = table(row("{% merge 1 %}a", "b"), row("x", "y"), row("{% merge 1 %}c", "d"), row(wide), row(wide), columns=2)
    assert grid(rendered(tmp_path, body)) == [["^a", "b"], ["x", "y"], ["^c", "d"], ["^w"], ["|"]]


def test_the_grid_column_counts_not_the_cell(tmp_path: Path) -> None:
    before = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
    wide = cell("wide", properties='<w:gridSpan w:val="2"/>')
    body = table(
        row("a", "b", "{% merge 1 %}c"),
        row(wide, "{% merge 1 %}d"),
        row("b", "{% merge 1 %}e", properties=before),
        row("{% merge 1 %}f", "b", properties=before),
    )
    assert [line[-1] for line in grid(rendered(tmp_path, body))] == ["^c", "|", "|", "b"]


def test_each_table_instance_begins_anew(tmp_path: Path) -> None:
    body = ["{%p for t in tables %}", table(row("{% merge 1 %}{{ t }}"), row("{% merge 1 %}{{ t }}")), "{%p endfor %}"]
    document = rendered(tmp_path, *body, tables=["a", "b"])
    assert [grid(document, n) for n in (0, 1)] == [[["^a"], ["|"]], [["^b"], ["|"]]]


def test_a_table_inside_a_merged_cell(tmp_path: Path) -> None:
    inside = table(row("{%tr for y in x.ys %}"), row("{% merge y %}{{ y }}"), row("{%tr endfor %}"), columns=1)
    body = by_row(cell("{% merge x.a %}{{ x.a }}", inside, "end"), "{% merge x.b %}{{ x.b }}")
    xs = [{"a": 1, "b": 5, "ys": [1, 1]}, {"a": 1, "b": 5, "ys": [7]}, {"a": 2, "b": 5, "ys": []}]
    document = rendered(tmp_path, body, xs=xs)
    assert grid(document)[1:] == [["^1/end", "^5"], ["|", "|"], ["^2/end", "^5"]]
    assert grid(document, 1) == [["^1"], ["|"]]


def test_columns_made_by_a_loop(tmp_path: Path) -> None:
    inner = row("{%tc for c in x %}", "{% merge c %}{{ c }}", "{%tc endfor %}", "{{ loop.index }}")
    body = table(row("{%tr for x in xs %}", "", "", ""), inner, row("{%tr endfor %}", "", "", ""), columns=4)
    document = rendered(tmp_path, body, xs=[[1, 2, 3, 4], [1, 2, 9, 4], [1, 2, 9, 4]])
    assert grid(document) == [["^1", "^2", "^3", "^4", "1"], ["|", "|", "^9", "^4", "2"], ["|", "|", "|", "|", "3"]]


def test_colspan_and_hm_tell_their_width(tmp_path: Path) -> None:
    body = table(
        row("{% colspan n %}a", "{% merge 1 %}b"),
        row("x", "y", "{% merge 1 %}c"),
        row("{%tc for i in two %}", "{% hm %}w", "{%tc endfor %}", "{% merge 1 %}d"),
    )
    assert [line[-1] for line in grid(rendered(tmp_path, body, n=2, two=[1, 2]))] == ["^b", "|", "|"]


def test_loops_inside_a_merged_cell(tmp_path: Path) -> None:
    body = by_row(cell("{% merge x.a %}{%p for y in x.ys %}", "{{ y }}", "{%p endfor %}"), "z")
    xs = [{"a": 1, "ys": ["p", "q"]}, {"a": 1, "ys": ["r"]}, {"a": 2, "ys": []}]
    document = rendered(tmp_path, body, xs=xs)
    assert grid(document)[1:] == [["^p/q", "z"], ["|", "z"], ["^", "z"]]
    assert all(one.findall(f"{W}p") for one in part(document).iter(f"{W}tc"))


def test_the_tag_split_over_runs(tmp_path: Path) -> None:
    body = by_row(cell(p("{% mer", "ge x", " %}a", r("b"))), "z")
    assert grid(rendered(tmp_path, body, xs=[1, 1])) == [["h", "h"], ["^ab", "z"], ["|", "z"]]


def test_merges_drawn_in_word_stay(tmp_path: Path) -> None:
    begin, goes_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell("head", properties=begin), "x"),
        row(cell(properties=goes_on), "y"),
        row("{% merge 1 %}a", "b"),
        columns=2,
    )
    assert grid(rendered(tmp_path, body)) == [["^head", "x"], ["|", "y"], ["^a", "b"]]


def test_the_first_row_and_single_rows(tmp_path: Path) -> None:
    assert grid(rendered(tmp_path, table(row("{% merge 'a' %}a", '{% merge "%}" %}b'), columns=2))) == [["^a", "^b"]]


def test_a_continued_cell_keeps_one_empty_paragraph_without_number(tmp_path: Path) -> None:
    style = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:jc w:val="center"/></w:pPr>'
    content = cell(p("{% merge x %}one", properties=style), "two", properties='<w:vAlign w:val="center"/>')
    document = rendered(tmp_path, by_row(content, "z"), xs=[1, 1])
    continued = list(part(document).iter(f"{W}tc"))[4]
    assert [child.tag for child in continued] == [f"{W}tcPr", f"{W}p"]
    assert [child.tag.removeprefix(W) for child in continued[0]] == ["tcW", "vMerge", "vAlign"]
    assert [child.tag.removeprefix(W) for child in continued[1].iter()] == ["p", "pPr", "jc"]


def test_the_markup_is_valid(tmp_path: Path) -> None:
    fill = '<w:shd w:val="clear" w:color="auto" w:fill="EEEEEE"/><w:vAlign w:val="center"/>'
    wide = '<w:gridSpan w:val="2"/>'
    body = table(
        row("{%tr for x in xs %}", "", ""),
        row(cell("{% merge x.a %}{{ x.a }}", properties=fill), cell("{% merge x.b %}", properties=wide + fill)),
        row("{%tr endfor %}", "", ""),
    )
    document = rendered(tmp_path, body, p(), xs=[{"a": 1, "b": 1}, {"a": 1, "b": 2}])
    path = save(tmp_path, document, "out.docx")
    found = [str(one) for one in OpenXmlValidator().validate(path).errors]
    assert [one for one in found if "A required relationship" not in one] == []  # the document has no styles


def test_more_than_one_tag_in_a_cell(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as error:
        rendered(tmp_path, table(row("a", "{% merge 1 %}{% merge 2 %}")))
    (fault,) = error.value.faults
    assert (fault.code, fault.place.cell, fault.place.tag) == ("template.merge-twice", 2, "{% merge 2 %}")


def test_outside_a_table(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as error:
        rendered(tmp_path, "x", "a {% merge 1 %}")
    (fault,) = error.value.faults
    assert (fault.code, fault.place.paragraph) == ("template.merge-outside", 2)


@pytest.mark.parametrize("key", ["x.", "1) }} {{ (2", "x y", "'a"])
def test_a_key_that_can_not_be_read(tmp_path: Path, key: str) -> None:
    with pytest.raises(TemplateError) as error:
        rendered(tmp_path, table(row("a", f"{{% merge {key} %}}z")), x=1)
    (fault,) = error.value.faults
    assert (fault.code, fault.place.row, fault.place.cell) == ("template.syntax", 1, 2)


def test_an_unknown_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as error:
        rendered(tmp_path, by_row("z", "{% merge x.kye %}"), xs=[{"key": 1}])
    (fault,) = error.value.faults
    assert (fault.code, fault.place.tag, fault.params["nearest"]) == (
        "template.unknown-name-near",
        "{% merge x.kye %}",
        "key",
    )


@given(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1), st.booleans()), max_size=8))
def test_what_a_reader_sees_is_what_was_given(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[Any, ...]]
) -> None:
    """Reading each continued cell as the one above it gives back the keys, whatever rows they came from."""
    body = table(
        row("h", "h", "h"),
        row("{%tr for x in xs %}", "", ""),
        row("{%tr if x.odd %}", "", ""),
        row("{% merge x.a %}{{ x.a }}", "{% merge x.b %}{{ x.b }}", "odd"),
        row("{%tr else %}", "", ""),
        row("{% merge x.a %}{{ x.a }}", "{% merge x.b %}{{ x.b }}", "even"),
        row("{%tr endif %}", "", ""),
        row("{%tr endfor %}", "", ""),
    )
    xs = [{"a": str(a), "b": str(b), "odd": odd} for a, b, odd in rows]
    found = grid(rendered(tmp_path_factory.mktemp("merge"), body, xs=xs))[1:]
    read: list[list[str]] = []
    for line in found:
        read.append([read[-1][n] if text == "|" else text.removeprefix("^") for n, text in enumerate(line)])
    assert [line[:2] for line in read] == [[x["a"], x["b"]] for x in xs]
    begun = [line[0] != "|" for line in found]
    assert begun == [n == 0 or xs[n]["a"] != xs[n - 1]["a"] for n in range(len(xs))]
    assert not any(first and line[1] == "|" for first, line in zip(begun, found, strict=True))
