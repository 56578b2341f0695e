"""A value appears exactly as it is, wherever it stands; what no document can hold is refused with its place."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from ita_docs.engine import Template
from ita_docs.engine.state import DocumentState
from ita_docs.errors import TemplateError
from ita_docs.reports import View
from ita_docs.thai import Period
from tests.engine.documents import W, docx, field, p, part, row, save, table, texts

HOSTILE = "R&D <ลับ> \"x\" 'y' {{ 7*7 }} {% x %} {_{ ]]> <!-- &amp; &#38;"
DESCRIBED = '<w:p><w:bookmarkStart w:id="0" w:name="{{ a }}"/><w:bookmarkEnd w:id="0"/></w:p>'


def everywhere(tmp_path: Path) -> Template:
    body = docx(
        "{{ a }}",
        table(row("{{ a }}", "x{{ a }}y")),
        DESCRIBED,
        p(field(' SET x "{{ a }}" ', "z")),
        headers={"header1": "{{ a }}", "footer1": "{{ a }}"},
        footnote="{{ a }}",
        core="<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'>{{ a }}</dc:title>",
    )
    return Template(save(tmp_path, body))


def seen(document: bytes) -> dict[str, str]:
    """The value as each kind of place holds it."""
    root = part(document)
    body = texts(document)
    return {
        "body": body[0],
        "cell": body[1],
        "in text": body[2][1:-1],
        "attribute": next(root.iter(f"{W}bookmarkStart")).get(f"{W}name"),
        "field": next(root.iter(f"{W}instrText")).text.removeprefix(' SET x "').removesuffix('" '),
        "header": texts(document, "word/header1.xml")[0],
        "footer": texts(document, "word/footer1.xml")[0],
        "footnote": texts(document, "word/footnotes.xml")[0],
        "property": part(document, "docProps/core.xml")[0].text,
    }


def test_hostile_text_everywhere(tmp_path: Path) -> None:
    document = everywhere(tmp_path).render({"a": HOSTILE})
    assert seen(document) == dict.fromkeys(seen(document), HOSTILE)
    bookmark = next(part(document).iter(f"{W}bookmarkStart"))
    assert set(bookmark.attrib) == {f"{W}id", f"{W}name"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        st.characters(exclude_characters="\a\f\r\n\t\v", exclude_categories=("Cc", "Cs")).filter(
            lambda c: c not in "\ufffe\uffff"
        )
    )
)
def test_any_text_everywhere(tmp_path: Path, text: str) -> None:
    document = everywhere(tmp_path).render({"a": text})
    found = seen(document)
    assert (found.pop("property") or "") == text
    assert found == dict.fromkeys(found, text)


@pytest.mark.parametrize(
    "character", [*map(chr, [*range(7), 8, 11, *range(14, 32)]), *map(chr, (0xD800, 0xDFFF, 0xFFFE, 0xFFFF))]
)
def test_what_no_document_can_hold(tmp_path: Path, character: str) -> None:
    path = save(tmp_path, docx("ok", "a {{ a }}"))
    with pytest.raises(TemplateError) as error:
        Template(path).render({"a": f"x{character}y"})
    (fault,) = error.value.faults
    assert (fault.code, fault.place.paragraph) == ("template.control-character", 2)


@pytest.mark.parametrize(
    "character", ["\x7f", "\x85", "\u2028", "\ue000", "\U0001f600", "\ufdd0", "\u205f", "\u2003", "\u200b", "ำ"]
)
def test_rare_characters_are_kept(tmp_path: Path, character: str) -> None:
    document = Template(save(tmp_path, docx("{{ a }}|{{ '" + character + "' }}|" + character))).render({"a": character})
    assert texts(document) == ["|".join([character] * 3)]


def test_long_values_and_spaces(tmp_path: Path) -> None:
    values = ["  two  spaces  ", "ก" * 100_000, "\u00a0x\u00a0", " "]
    document = Template(save(tmp_path, docx("{%p for a in l %}", "{{ a }}", "{%p endfor %}"))).render({"l": values})
    assert texts(document) == values
    spaced = [one.get("{http://www.w3.org/XML/1998/namespace}space") for one in part(document).iter(f"{W}t")]
    assert spaced == ["preserve"] * 4


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2566, "2566"),
        (0, "0"),
        (1.50, "1.5"),
        (True, "True"),
        (None, ""),
        ("", ""),
        (Decimal("1.50"), "1.50"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0E-8"), "0.00000000"),
        (date(2023, 3, 31), "2023-03-31"),
        (Markup("a</w:t><w:br/><w:t>b &amp;"), "a\nb &"),
    ],
)
def test_plain_values(tmp_path: Path, value: Any, shown: str) -> None:
    assert texts(Template(save(tmp_path, docx("{{ a }}"))).render({"a": value})) == [shown]


def official(tmp_path: Path, text: str, data: dict[str, Any], numerals: Any = "thai") -> list[str]:
    return texts(Template(save(tmp_path, docx(text))).render_state(data, DocumentState(numerals, official=True)))


def test_values_of_a_report(tmp_path: Path) -> None:
    data = {"d": date(2023, 3, 31), "p": Period.parse("มี.ค. 2566"), "n": Decimal("9.10"), "i": 25}
    assert official(tmp_path, "{{ d }} {{ p }} {{ n }} {{ i }}", data) == ["๓๑ มีนาคม ๒๕๖๖ มี.ค. ๒๕๖๖ ๙.๑๐ ๒๕"]
    assert official(tmp_path, "{{ d }}", data, "arabic") == ["31 มีนาคม 2566"]


def test_values_inside_expressions_print_alike(tmp_path: Path) -> None:
    data = {"d": date(2023, 3, 31), "n": None, "k": Decimal("1E+3")}
    text = "{{ 'ณ ' ~ d }}; {{ [d, n, k]|join('+') }}; {{ n|upper }}{{ n ~ n }}{{ n|string }}"
    assert official(tmp_path, text, data) == ["ณ ๓๑ มีนาคม ๒๕๖๖; ๓๑ มีนาคม ๒๕๖๖++๑๐๐๐; "]


@pytest.mark.parametrize(
    ("value", "code"),
    [([1], "list-as-value"), ({"a": 1}, "list-as-value"), (View(), "object"), (print, "object"), (Path, "object")],
)
def test_what_a_report_does_not_print(tmp_path: Path, value: Any, code: str) -> None:
    with pytest.raises(TemplateError) as error:
        official(tmp_path, "{{ a }}", {"a": value})
    assert [fault.code for fault in error.value.faults] == [f"template.{code}"]


def test_claims_to_be_markup(tmp_path: Path) -> None:
    class Claims:
        def __html__(self) -> str:
            return "<w:br/>"

    with pytest.raises(TemplateError) as error:
        Template(save(tmp_path, docx("{{ a }}"))).render({"a": Claims()})
    assert [fault.code for fault in error.value.faults] == ["template.object"]


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", " JAVASCRIPT :x", "file:///etc/passwd", "vbscript:x", "data:text/html,x"]
)
def test_a_value_decides_no_dangerous_field(tmp_path: Path, target: str) -> None:
    with pytest.raises(TemplateError) as error:
        Template(save(tmp_path, docx(p(field(' HYPERLINK "{{ a }}" ', "x"))))).render({"a": target})
    assert [fault.code for fault in error.value.faults] == ["template.unsafe-target"]


@pytest.mark.parametrize("code", ["{{ a }}", " {{ a }} x", "D{{ a }} x", '{% if a %}DDEAUTO{% endif %} "x"'])
def test_a_tag_decides_no_field(tmp_path: Path, code: str) -> None:
    with pytest.raises(TemplateError) as error:
        Template(save(tmp_path, docx(p(field(code, "x")))))
    assert "template.field-name" in [fault.code for fault in error.value.faults]


def test_a_field_code_split_over_runs(tmp_path: Path) -> None:
    half = '</w:instrText></w:r><w:r><w:instrText xml:space="preserve">'
    code = field(' HYPERLINK "{{ a }}" ', "x").replace("{{ a", "{" + half + "{ a" + half)
    document = Template(save(tmp_path, docx(p(code)))).render({"a": "http://x/?a&b"})
    assert "".join(one.text or "" for one in part(document).iter(f"{W}instrText")) == ' HYPERLINK "http://x/?a&b" '
