"""Where a template renders otherwise than docxtpl would, on purpose; threads; the same bytes every time."""

import io
import pickle
import zipfile
from collections import OrderedDict
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from docxtpl import InlineImage, Listing, RichText, RichTextParagraph

from ita_docs.engine import Template
from ita_docs.engine.template import _PIECES, _Opened
from ita_docs.errors import TemplateError
from ita_docs.template_sets import standard_template
from tests.engine.documents import W, cell, docx, field, grid, p, part, r, row, save, table, texts
from tests.engine.test_oracle import by_docxtpl, png

MARKS = ((0, "kept"), (1, "_GoBack"))
DC = "{http://purl.org/dc/elements/1.1/}"


def rendered(tmp_path: Path, *body: str, data: dict[str, Any] | None = None, **parts: Any) -> bytes:
    return Template(save(tmp_path, docx(*body, **parts))).render(data or {})


def codes(error: pytest.ExceptionInfo[TemplateError]) -> list[str]:
    return [fault.code for fault in error.value.faults]


# -- unlike docxtpl ----------------------------------------------------------------------------------------------------


def test_none_prints_nothing(tmp_path: Path) -> None:
    assert texts(rendered(tmp_path, "a{{ x }}b", data={"x": None})) == ["ab"]


def test_properties_are_escaped_once(tmp_path: Path) -> None:
    path = save(tmp_path, docx("x", core="<dc:title>A &amp; {{ t }}</dc:title><dc:subject>{{ t|upper }}</dc:subject>"))
    ours = part(Template(path).render({"t": "R&D <x>"}), "docProps/core.xml")
    assert (ours.findtext(f"{DC}title"), ours.findtext(f"{DC}subject")) == ("A & R&D <x>", "R&D <X>")
    theirs = part(by_docxtpl(path, {"t": "R&D <x>"}), "docProps/core.xml")
    assert theirs.findtext(f"{DC}title") == "A & R&amp;D &lt;x&gt;"


def test_a_value_is_never_rendered_again(tmp_path: Path) -> None:
    section = p(properties='<w:pPr><w:sectPr><w:pgSz w:w="1000" w:h="2000"/></w:sectPr></w:pPr>')
    data = {"a": "{{ 7*7 }} {_{ x }_} {_% x %_}"}
    document = rendered(tmp_path, section, "{{ a }}", data=data, footnote="{{ a }}")
    assert texts(document)[1] == texts(document, "word/footnotes.xml")[0] == data["a"]


def test_curly_quotes_in_literals_stay(tmp_path: Path) -> None:
    document = rendered(
        tmp_path, '{{ "say “x” and \u2018y\u2019" }} {{ a|default(“none”) }}', p("{{ '“", "q” ' }}"), data={"a": 1}
    )
    assert texts(document) == ["say “x” and \u2018y\u2019 1", "“q” "]


def test_an_ampersand_in_a_literal(tmp_path: Path) -> None:
    document = rendered(tmp_path, "{{ 'R&D' }}{% if a == 'R&D' %} same{% endif %}", data={"a": "R&D"})
    assert texts(document) == ["R&D same"]


@pytest.mark.parametrize("breaks", ["a\r\nb", "a\rb", "a\nb"])
def test_every_line_break_is_one(tmp_path: Path, breaks: str) -> None:
    assert texts(rendered(tmp_path, "{{ a }}", data={"a": breaks})) == ["a\nb"]


def test_endnotes_are_rendered_and_comments_are_not(tmp_path: Path) -> None:
    kinds = {"endnotes": "{{ a }}", "comments": "use {{ b }} and {% for %}"}
    content = {name: f'<w:{name} xmlns:w="{W[1:-1]}">{p(text)}</w:{name}>' for name, text in kinds.items()}
    with zipfile.ZipFile(io.BytesIO(docx("x"))) as source:
        parts = {name: source.read(name).decode() for name in source.namelist()}
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    types = "".join(f'<Override PartName="/word/{n}.xml" ContentType="{word}.{n}+xml"/>' for n in kinds)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", types + "</Types>")
    parts |= {f"word/{name}.xml": xml for name, xml in content.items()}
    path = tmp_path / "t.docx"
    with zipfile.ZipFile(path, "w") as target:
        for name, xml in parts.items():
            target.writestr(name, xml)
    document = Template(path).render({"a": "R&D"})
    assert texts(document, "word/endnotes.xml") == ["R&D"]
    assert texts(document, "word/comments.xml") == [kinds["comments"]]


def test_undefined_names_are_errors(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as error:
        rendered(tmp_path, "{{ a }}")
    assert codes(error) == ["template.unknown-name"]


def test_a_guarded_name_may_be_absent(tmp_path: Path) -> None:
    body = "{% if a is defined %}{{ a }}{% endif %}{{ b|default('-') }}{% if c %}{% set t = 1 %}{% endif %}x"
    assert texts(rendered(tmp_path, body, data={"c": False})) == ["-x"]


def test_broken_markup_is_refused_where_docxtpl_recovers(tmp_path: Path) -> None:
    body = table(row("{% if a %}{{ a }}", "b", "c"), row("{% endif %}", "", ""))
    assert grid(rendered(tmp_path, body, data={"a": 1})) == [["1", "b", "c"], ["", "", ""]]
    with pytest.raises(TemplateError) as error:
        rendered(tmp_path, "<w:p><w:r><w:t>{% if a %}</w:t></w:r></w:p>" + table(row("{% endif %}")), data={"a": 0})
    assert codes(error) == ["template.broken-markup"]
    assert error.value.faults[0].place.tag == "{% if a %}"


@pytest.mark.parametrize(
    "text", ["{% filter striptags %}{{ a }}{% endfilter %}", "{% set b | striptags %}{{ a }}{% endset %}{{ b }}"]
)
def test_a_block_filter_can_not_make_markup(tmp_path: Path, text: str) -> None:
    assert texts(rendered(tmp_path, text, data={"a": "<w:br/>"})) == ["<w:br/>"]


def test_cut_markup_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as error:
        rendered(tmp_path, "{% set t %}{{ a }}{% endset %}{{ t[:3] }}", data={"a": "R&D"})
    assert codes(error) == ["template.markup-broken"]


def test_markup_stands_in_text_only(tmp_path: Path) -> None:
    picture = InlineImage(None, io.BytesIO(png()))
    attribute = '<w:p><w:r><w:rPr><w:color w:val="{{ a }}"/></w:rPr><w:t>x</w:t></w:r></w:p>'
    for value in (picture, RichText("x")):
        for body in (attribute, p(field(' HYPERLINK "{{ a }}" ', "x"))):
            with pytest.raises(TemplateError) as error:
                rendered(tmp_path, body, data={"a": value})
            assert codes(error) == ["template.markup-here"]
    with pytest.raises(TemplateError) as error:
        rendered(tmp_path, "x", data={"a": value}, core="<dc:title>{{ a }}</dc:title>")
    assert codes(error) == ["template.markup-here"]


def test_rich_text_in_an_ordinary_tag_keeps_the_text_around_it(tmp_path: Path) -> None:
    body = p(r("a {{ x }} b", "<w:rPr><w:b/></w:rPr>"), properties='<w:pPr><w:jc w:val="center"/></w:pPr>')
    document = rendered(tmp_path, body, data={"x": RichText("R & D")})
    assert texts(document) == ["a R & D b"]
    assert [[child.tag.removeprefix(W) for child in run] for run in part(document).iter(f"{W}r")] == [
        ["rPr", "t"],
        ["t"],
        ["rPr", "t"],
    ]
    assert texts(rendered(tmp_path, body, data={"x": RichTextParagraph("p")})) == ["a ", "p", " b"]
    assert texts(rendered(tmp_path, body, data={"x": RichText("")})) == ["a  b"]


@pytest.mark.parametrize(
    "body",
    [
        p("{{ ", '<w:ins w:id="3" w:author="a"><w:r><w:t>a</w:t></w:r></w:ins>', " }} b"),
        p('<w:smartTag w:uri="u" w:element="e"><w:r><w:t>{{ </w:t></w:r></w:smartTag>', r("a"), r(" }} b")),
        p('<w:hyperlink w:anchor="x"><w:r><w:t>{</w:t></w:r></w:hyperlink>', "{ a }", "} b"),
        p("{{\u00a0a\u00a0}} b"),
        p("{% if\u00a0a %}{{ a }}{% endif %} b"),
    ],
)
def test_tags_as_word_leaves_them(tmp_path: Path, body: str) -> None:
    assert texts(rendered(tmp_path, body, data={"a": "x"})) == ["x b"]


def test_the_place_of_the_last_edit_is_dropped(tmp_path: Path) -> None:
    marks = [f'<w:bookmarkStart w:id="{n}" w:name="{name}"/><w:bookmarkEnd w:id="{n}"/>' for n, name in MARKS]
    document = rendered(
        tmp_path, p(marks[0], "x"), "{%p for i in l %}", p(marks[1]), "{%p endfor %}", data={"l": [1, 2]}
    )
    root = part(document)
    assert [one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")] == ["kept"]
    assert [one.get(f"{W}id") for one in root.iter(f"{W}bookmarkEnd")] == ["0"]


def test_non_breaking_spaces_in_tags_of_rows_and_literals(tmp_path: Path) -> None:
    loop = table(row("{%tr\u00a0for i in l\u00a0%}"), row("{{ i }}{{ 'a\u00a0b' }}"), row("{%tr\u00a0endfor %}"))
    assert texts(rendered(tmp_path, loop, data={"l": [1, 2]})) == ["1a\u00a0b", "2a\u00a0b"]


def test_control_characters_in_markup(tmp_path: Path) -> None:
    for value in (Listing("a\x0bb"), RichText("a\ud800")):
        with pytest.raises(TemplateError) as error:
            rendered(tmp_path, "{{ a }}", data={"a": value})
        assert codes(error) == ["template.control-character"]


def test_our_own_filters_are_not_the_templates(tmp_path: Path) -> None:
    for tag in ("{{ a|_print(0, 1) }}", "{{ 0| _table }}", "{% if a|_shown %}{% endif %}"):
        with pytest.raises(TemplateError) as error:
            rendered(tmp_path, tag, data={"a": 1})
        assert codes(error) == ["template.refused-filter"]
    assert texts(rendered(tmp_path, "{{ '|_x' }}")) == ["|_x"]
    with pytest.raises(TemplateError) as error:
        rendered(tmp_path, "{{ [true]|map('_glyph', a, '', 1)|first }}", data={"a": "</w:t><w:br/><w:t>"})
    assert codes(error) == ["template.forbidden"]


def test_links_are_made_for_reports_only(tmp_path: Path) -> None:
    assert b"HYPERLINK" not in _xml(rendered(tmp_path, "{{ a }}", data={"a": "http://a.go.th"}))


def _xml(document: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(document)) as source:
        return source.read("word/document.xml")


# -- cells -------------------------------------------------------------------------------------------------------------

EMPTY = ["<w:p/>"]
CELLS = {
    "if": ["{%p if no %}", "x", "{%p endif %}"],
    "for": ["{%p for x in empty %}", "{{ x }}", "{%p endfor %}"],
    "if in for": ["{%p for x in some %}", "{%p if no %}", "{{ x }}", "{%p endif %}", "{%p endfor %}"],
    "value": ["{{p nothing }}"],
    "table last": [table(row("a", columns := "b")), "{%p if no %}", "x", "{%p endif %}"],
}


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_keeps_a_paragraph(tmp_path: Path, name: str) -> None:
    data = {"no": False, "empty": [], "some": [1, 2], "nothing": RichText("")}
    document = rendered(tmp_path, table(row(cell(*CELLS[name]), "z")), data=data)
    first = next(part(document).iter(f"{W}tc"))
    assert [child.tag for child in first][-1] == f"{W}p"
    assert texts(document)[-2] == ""


def test_no_paragraph_is_added_where_one_is_printed(tmp_path: Path) -> None:
    body = ["{%p for x in l %}", "{{ x }}", "{%p endfor %}", "{%p if l|length > 5 %}", "many", "{%p endif %}"]
    assert grid(rendered(tmp_path, table(row(cell(*body), "z")), data={"l": [1, 2]})) == [["1/2", "z"]]


# -- shared and repeatable ---------------------------------------------------------------------------------------------

BODY = (
    "{{ title }}",
    table(
        row("{%tr for g in groups %}", "", ""),
        row("{% merge g.a %}{{ g.a }}", "{{ g.b }}", cell("{%p for x in g.l %}", "{{ x }}", "{%p endfor %}")),
        row("{%tr endfor %}", "", ""),
    ),
    "{% if n % 7 == 0 %}{{ image }}{% endif %}{% set t = n %}{{ t }}",
)


def _data(n: int) -> dict[str, Any]:
    groups = [{"a": (n + i) // 3, "b": f"{n}-{i}", "l": [f"{n}"] * (i % 3)} for i in range(n % 11)]
    return {"title": f"title {n}", "groups": groups, "n": n, "image": InlineImage(None, io.BytesIO(png(n % 5 + 1, 1)))}


def test_one_template_in_eight_threads(tmp_path: Path) -> None:
    template = Template(save(tmp_path, docx(*BODY, headers={"header1": "{{ title }}"})))
    expected = [template.render(_data(n)) for n in range(100)]
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda n: template.render(_data(n % 100)), range(4000)))
    assert [n for n, document in enumerate(found) if document != expected[n % 100]] == []


def test_a_pickled_template_renders_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    path = save(tmp_path, docx(*BODY))
    template = Template(path)
    expected = template.render(_data(9))
    pickled = pickle.dumps(template)
    path.unlink()
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        assert other.submit(_rendered_elsewhere, pickled).result() == expected


def _rendered_elsewhere(pickled: bytes) -> bytes:
    template: Template = pickle.loads(pickled)  # noqa: S301  our own bytes
    return template.render(_data(9))


def test_a_pickled_standard_template_is_compiled_for_no_digits_but_those_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pickled = pickle.dumps(Template.standard(standard_template("memo")))
    monkeypatch.setattr(_Opened, "_known", OrderedDict())  # as in another process
    assert pickle.loads(pickled)._opened._compiled == {}  # noqa: S301, SLF001


def test_a_part_of_any_number_of_pieces_is_whole(tmp_path: Path) -> None:
    body = (p("{% for x in rows %}{{ x }}{{ nothing }}{% endfor %}"), p("{{ end }}"))
    for size in (0, 1, _PIECES - 1, _PIECES, 3 * _PIECES):
        rows = [""] * size + ["ก"] * size
        document = rendered(tmp_path, *body, data={"rows": rows, "nothing": "", "end": "จบ"})
        assert texts(document) == ["ก" * size, "จบ"]


def test_what_is_made_of_a_content_is_made_once_and_a_changed_file_is_seen(tmp_path: Path) -> None:
    path = save(tmp_path, docx(*BODY))
    first, second = Template(path), Template(path)
    assert first._opened is second._opened  # noqa: SLF001  the work is shared
    assert pickle.loads(pickle.dumps(first))._opened is first._opened  # noqa: S301, SLF001
    save(tmp_path, docx(*BODY, p("{{ title }}")))
    assert Template(path).render(_data(9)) != first.render(_data(9)) == second.render(_data(9))


def test_a_rendered_document_is_a_template(tmp_path: Path) -> None:
    first = rendered(
        tmp_path, "{{ image }}", "{{ '{{' }} image }}", data={"image": InlineImage(None, io.BytesIO(png()))}
    )
    second = rendered(tmp_path, "x")
    path = save(tmp_path, first, "again.docx")
    second = Template(path).render({"image": InlineImage(None, io.BytesIO(png(7, 7)))})
    ids = [one.get("Id") for one in part(second, "word/_rels/document.xml.rels")]
    assert len(ids) == len(set(ids)) == 2


def test_runs_keep_their_properties(tmp_path: Path) -> None:
    old = '<w:rPrChange w:id="1" w:author="a"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    document = rendered(tmp_path, p(r("{{ a }}", f"<w:rPr><w:b/>{old}</w:rPr>")), data={"a": "x\ty"})
    properties = [[child.tag.removeprefix(W) for child in one] for one in part(document).iter(f"{W}rPr")]
    assert properties == [["b", "rPrChange"], ["i"], ["b"], ["b"]]
