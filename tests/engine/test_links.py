"""URLs and e-mail addresses in a report's values become links that Word opens, shown as typed."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ita_docs.engine import Template
from ita_docs.engine.links import split
from ita_docs.engine.state import DocumentState
from tests.engine.documents import W, docx, field, p, part, r, row, save, table, texts


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("http://a.go.th", ["http://a.go.th"]),
        ("ดูhttps://a.go.th/x?y=1&z=2#q", ["https://a.go.th/x?y=1&z=2#q"]),
        ("ที่www.a.go.th/2566", ["www.a.go.th/2566"]),
        ("(www.a.go.th), ", ["www.a.go.th"]),
        ("[http://a.go.th/b].", ["http://a.go.th/b"]),
        ("http://a.go.th/b_(c)", ["http://a.go.th/b_(c)"]),
        ("http://a.go.thและ www.b.or.thครับ", ["http://a.go.th", "www.b.or.th"]),
        ("http://a.go.th/ข่าว/2566 ต่อ", ["http://a.go.th/ข่าว/2566"]),
        ("“http://a.go.th/x” ฯ", ["http://a.go.th/x"]),
        ("ไปที่ http://a.go.th/xฯ", ["http://a.go.th/x"]),
        ("อีเมลa.b@c.go.thนะ", ["a.b@c.go.th"]),
        ("<a@b.go.th>; c@d.com.", ["a@b.go.th", "c@d.com"]),
        ("a@b", []),
        ("hintang.go.th", ["hintang.go.th"]),
        ("ดู hintang.go.th", []),
        ("HTTP://A.GO.TH", ["HTTP://A.GO.TH"]),
        ("javascript:alert(1)", []),
        ("javascript://www.a.go.th/%0aalert(1)", []),
        ("data:text/html,x file:///etc ftp://a.b", []),
        ("http://", []),
        ("www.", []),
        ("1.2 ข้อ 3.4.5 @", []),
    ],
)
def test_what_is_a_link(text: str, links: list[str]) -> None:
    pieces = list(split(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, target in pieces if target] == links


@given(
    st.lists(
        st.sampled_from(["http://", "www.", "a.go.th", "@", "/", "ก", " ", "(", ")", ".", '"', "\\", "x", "๒", "?"])
    ).map("".join)
)
def test_nothing_is_lost_and_targets_are_safe(text: str) -> None:
    pieces = list(split(text))
    assert "".join(piece for piece, _ in pieces) == text
    for _, target in pieces:
        assert target is None or target.lower().startswith(("http://", "https://", "mailto:"))
        assert target is None or (target.isascii() and not set(target) & set('"\\ <>{}'))


def test_targets() -> None:
    found = dict(split("www.a.go.th/ก?x=1&y='z' a@b.go.th https://c.d/%20"))
    assert found["www.a.go.th/ก?x=1&y='z"] == "http://www.a.go.th/%E0%B8%81?x=1&y='z"
    assert found["a@b.go.th"] == "mailto:a@b.go.th"
    assert found["https://c.d/%20"] == "https://c.d/%20"


def official(
    tmp_path: Path, *body: str, numerals: Any = "thai", data: dict[str, Any] | None = None, **parts: Any
) -> bytes:
    template = Template(save(tmp_path, docx(*body, **parts)))
    return template.render_state(data or {}, DocumentState(numerals, official=True))


def fields(root: etree._Element) -> list[str]:
    """The code and the result of each field; fails when they are not balanced."""
    found: list[str] = []
    state = ""
    for one in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = one.get(f"{W}fldCharType")
        if kind:
            assert (state, kind) in {("", "begin"), ("begin", "separate"), ("separate", "end")}
            state = "" if kind == "end" else kind
            found += [""] if kind == "begin" else []
        elif state:
            found[-1] += (one.text or "") + ("→" if state == "begin" else "")
    assert state == ""
    return found


def test_a_link_in_a_run(tmp_path: Path) -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    data = {"a": "ดู http://a.go.th/2566?x=1&y=2 และ a@b.go.th\nข้อ 5"}
    root = part(official(tmp_path, p(r("{{ a }}", bold)), data=data))
    assert fields(root) == [
        ' HYPERLINK "http://a.go.th/2566?x=1&y=2" →http://a.go.th/2566?x=1&y=2',
        ' HYPERLINK "mailto:a@b.go.th" →a@b.go.th',
    ]
    assert all(one.find(f"{W}rPr/{W}b") is not None for one in root.iter(f"{W}r"))
    assert "".join(one.text or "" for one in root.iter(f"{W}t")).endswith("ข้อ ๕")


@pytest.mark.parametrize("numerals", ["thai", "arabic"])
def test_digits_of_a_link_stay(tmp_path: Path, numerals: str) -> None:
    data = {"a": "http://a.go.th/2566/๑ a1@b.go.th 12 ๑๒"}
    root = part(official(tmp_path, "{{ a }}", data=data, numerals=numerals))
    assert [one.split("→")[1] for one in fields(root)] == ["http://a.go.th/2566/๑", "a1@b.go.th"]
    assert (
        texts(official(tmp_path, "{{ a }}", data=data, numerals=numerals))[0][-5:]
        == {"thai": "๑๒ ๑๒", "arabic": "12 12"}[numerals]
    )


def test_links_in_headers_and_loops(tmp_path: Path) -> None:
    body = table(row("{%tr for a in l %}"), row("{{ a }}"), row("{%tr endfor %}"), columns=1)
    document = official(tmp_path, body, data={"l": ["www.a.th", "x", "www.b.th"]}, headers={"header1": "{{ l[0] }}"})
    assert [len(fields(part(document, name))) for name in ("word/document.xml", "word/header1.xml")] == [2, 1]


def test_no_link_inside_a_link(tmp_path: Path) -> None:
    link = '<w:hyperlink w:anchor="x"><w:r><w:t>{{ a }}</w:t></w:r></w:hyperlink>'
    simple = '<w:fldSimple w:instr=" QUOTE x "><w:r><w:t>{{ a }}</w:t></w:r></w:fldSimple>'
    data = {"a": "http://a.go.th"}
    for inside in (link, simple, field(" QUOTE x ", "{{ a }}")):
        root = part(official(tmp_path, p(inside), data=data))
        assert not [one for one in root.iter(f"{W}instrText") if "HYPERLINK" in (one.text or "")]
        assert fields(part(official(tmp_path, p(inside, "{{ a }}"), data=data)))[-1].startswith(" HYPERLINK")
