"""Check boxes bound by their tags: state, glyph, tag and ids, wherever the box stands."""

from pathlib import Path
from typing import Any

import pytest

from ita_docs.engine import Template
from ita_docs.errors import TemplateError
from tests.engine.documents import W, cell, control, docx, p, part, r, row, save, table, text_box

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


def rendered(tmp_path: Path, *body: str, **data: Any) -> Any:
    return part(Template(save(tmp_path, docx(*body))).render(data))


def boxes(root: Any) -> list[tuple[str, str, str]]:
    """Tag, state and what is seen of each box."""
    return [
        (
            one.find(f"{W}sdtPr/{W}tag").get(f"{W}val"),
            one.find(f"{W}sdtPr/{W14}checkbox/{W14}checked").get(f"{W14}val"),
            "".join(t.text or "" for t in one.iter(f"{W}t")),
        )
        for one in root.iter(f"{W}sdt")
        if one.find(f"{W}sdtPr/{W14}checkbox") is not None
    ]


def test_loop_variables(tmp_path: Path) -> None:
    body = table(row("{%tr for i in l %}"), row(cell(control("i.p.done", p("☐")), "z")), row("{%tr endfor %}"))
    root = rendered(tmp_path, body, control("top", p("☐")), l=[{"p": {"done": True}}, {"p": {"done": False}}], top=True)
    assert boxes(root) == [("done", "1", "☒"), ("done", "0", "☐"), ("top", "1", "☒")]
    ids = [one.get(f"{W}val") for one in root.iter(f"{W}id")]
    assert len(set(ids)) == 3


def test_every_control_of_a_loop_has_an_id_of_its_own(tmp_path: Path) -> None:
    date = '<w:date><w:lid w:val="th-TH"/><w:calendar w:val="thai"/></w:date>'
    own = f'<w:sdtPr><w:tag w:val="i.day"/><w:id w:val="7"/>{date}</w:sdtPr>'
    picker = f"<w:sdt>{own}<w:sdtContent>%s</w:sdtContent></w:sdt>"
    text = picker.replace(date, "<w:text/>") % p("{{ i }}")
    body = ("{%p for i in l %}", p("วันที่ ", picker % r("....")), text, control("t", p("☐")), "{%p endfor %}")
    root = rendered(tmp_path, *body, l=["a", "b", "c"], t=True)
    ids = [one.get(f"{W}val") for one in root.iter(f"{W}id")]
    assert len(set(ids)) == len(ids) == 9
    assert [one.find(f"{W}calendar").get(f"{W}val") for one in root.iter(f"{W}date")] == ["thai"] * 3
    # A tag binds a box alone: the picker keeps its own.
    assert [one.getparent().find(f"{W}tag").get(f"{W}val") for one in root.iter(f"{W}date")] == ["i.day"] * 3


def test_inside_a_paragraph_and_a_header(tmp_path: Path) -> None:
    assert boxes(rendered(tmp_path, p("a ", control("x", r("☐")), " b"), x=True)) == [("x", "1", "☒")]
    path = save(tmp_path, docx("y", headers={"header1": p(control("x", r("☐")))}))
    assert boxes(part(Template(path).render({"x": True}), "word/header1.xml")) == [("x", "1", "☒")]


def test_own_glyphs(tmp_path: Path) -> None:
    states = '<w14:checkedState w14:val="2611"/><w14:uncheckedState w14:val="25A1"/></w14:checkbox>'
    body = control("x", p("?", "rest")).replace("</w14:checkbox>", states)
    assert boxes(rendered(tmp_path, body, x=True))[0][2] == "☑"
    assert boxes(rendered(tmp_path, body, x=False))[0][2] == "□"


def test_a_symbol_of_another_font(tmp_path: Path) -> None:
    states = '<w14:checkedState w14:val="00FE" w14:font="Wingdings"/></w14:checkbox>'
    symbol = '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r></w:p>'
    root = rendered(tmp_path, control("x", symbol).replace("</w14:checkbox>", states), x=True)
    assert next(root.iter(f"{W}sym")).get(f"{W}char") == "F0FE"


GOTHIC = '<w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr>'
STANDARD = (("2612", "MS Gothic"), ("2610", "MS Gothic"))
MIXED = (("00FE", "Wingdings"), ("2610", "MS Gothic"))
OWN_PREFIX = 'xmlns:box="http://schemas.microsoft.com/office/word/2010/wordml"'


def as_word(states: tuple[tuple[str, str], ...], content: str, more: str = "", tag: str = "x") -> str:
    """A check box as Word writes it."""
    (on, on_font), (off, off_font) = states
    return (
        f'<w:sdt><w:sdtPr><w:rPr><w:rFonts w:ascii="MS Gothic"/></w:rPr><w:alias w:val="ช่อง"/><w:tag w:val="{tag}"/>'
        f'<w:id w:val="-1735083364"/>{more}<w14:checkbox><w14:checked w14:val="0"/>'
        f'<w14:checkedState w14:val="{on}" w14:font="{on_font}"/>'
        f'<w14:uncheckedState w14:val="{off}" w14:font="{off_font}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


RUN = r("☐", GOTHIC)
LOCKED = '<w:lock w:val="sdtLocked"/><w:placeholder><w:docPart w:val="DefaultPlaceholder_-1854013440"/></w:placeholder>'
PLACES = {
    "run": p("a ", as_word(STANDARD, RUN), " b"),
    "paragraph": as_word(STANDARD, p(RUN)),
    "paragraph in a cell": table(row("y", cell(as_word(STANDARD, p(RUN))))),
    "cell": table(f"<w:tr>{as_word(STANDARD, cell(p(RUN)))}{cell('z')}{cell('z')}</w:tr>"),
    "row": table(as_word(STANDARD, row(cell(p(RUN)), "", ""))),
    "text box": p(text_box(p(as_word(STANDARD, RUN)))),
    "link": p(f'<w:hyperlink w:anchor="there">{as_word(STANDARD, RUN)}</w:hyperlink>'),
    "control in a control": f"<w:sdt><w:sdtPr/><w:sdtContent>{as_word(STANDARD, p(RUN))}</w:sdtContent></w:sdt>",
    "locked": p(as_word(STANDARD, RUN, LOCKED)),
    "no run properties": p(as_word(STANDARD, r("☐"))),
    "tag in braces": p(as_word(STANDARD, RUN, tag="{{ x }}")),
    "tag with spaces": p(as_word(STANDARD, RUN, tag=" x ")),
    "prefix of its own": p(
        as_word(STANDARD, RUN).replace("w14:", "box:").replace("<box:checkbox", f"<box:checkbox {OWN_PREFIX}")
    ),
    "empty run": p(as_word(STANDARD, f"<w:r>{GOTHIC}</w:r>")),
    "empty in a paragraph": p(as_word(STANDARD, "")),
    "empty paragraph": as_word(STANDARD, "<w:p/>"),
    "empty": as_word(STANDARD, ""),
    "empty cell": table(f"<w:tr>{as_word(STANDARD, '<w:tc><w:tcPr/></w:tc>')}</w:tr>", columns=1),
    "placeholder": p(as_word(STANDARD, r("คลิกที่นี่", '<w:rPr><w:rStyle w:val="a3"/></w:rPr>'), "<w:showingPlcHdr/>")),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_box_as_word_writes_it(tmp_path: Path, place: str) -> None:
    for ticked, glyph in ((True, "☒"), (False, "☐")):
        root = rendered(tmp_path, PLACES[place], x=ticked)
        assert set(boxes(root)) == {("x", str(int(ticked)), glyph)}
        (shown, *_) = (t for t in root.iter(f"{W}t") if t.text == glyph)
        fonts = shown.getparent().find(f"{W}rPr/{W}rFonts")
        assert {fonts.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {"MS Gothic"}
        assert root.find(f".//{W}showingPlcHdr") is None
        assert shown.getparent().find(f"{W}rPr/{W}rStyle") is None
        assert all(one[-1].tag in {f"{W}p", f"{W}sdt"} for one in root.iter(f"{W}tc"))


@pytest.mark.parametrize("seen", ['<w:sym w:font="Wingdings" w:char="F0FE"/>', "<w:t>☐</w:t>"], ids=["ticked", "open"])
def test_states_in_two_fonts(tmp_path: Path, seen: str) -> None:
    body = p(as_word(MIXED, f"<w:r>{GOTHIC}{seen}</w:r>"), " คำ")
    ticked, empty = rendered(tmp_path, body, x=True), rendered(tmp_path, body, x=False)
    (symbol,) = ticked.iter(f"{W}sym")
    assert (symbol.get(f"{W}font"), symbol.get(f"{W}char")) == ("Wingdings", "F0FE")
    assert "☐" not in "".join(ticked.itertext())
    assert list(empty.iter(f"{W}sym")) == []
    assert boxes(empty) == [("x", "0", "☐")]
    fonts = [t.getparent().find(f"{W}rPr/{W}rFonts").get(f"{W}hAnsi") for t in empty.iter(f"{W}t") if t.text == "☐"]
    assert fonts == ["MS Gothic"]


def test_the_font_follows_the_state(tmp_path: Path) -> None:
    body = p(as_word((("2611", "Segoe UI Symbol"), ("2610", "MS Gothic")), RUN))
    for ticked, font in ((True, "Segoe UI Symbol"), (False, "MS Gothic")):
        (fonts,) = rendered(tmp_path, body, x=ticked).iterfind(f".//{W}r/{W}rPr/{W}rFonts")
        assert {fonts.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {font}


def test_words_beside_the_box_stay(tmp_path: Path) -> None:
    for content in (r("ก ☐ ข"), r("ก ") + r("☐") + r(" ข")):
        root = rendered(tmp_path, p(as_word(STANDARD, content)), x=True)
        assert boxes(root) == [("x", "1", "ก ☒ ข")]


def test_data_of_the_file_does_not_overrule_the_state(tmp_path: Path) -> None:
    bound = '<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>'
    root = rendered(tmp_path, p(as_word(STANDARD, RUN, bound)), x=True)
    assert root.find(f".//{W}dataBinding") is None


def test_a_box_without_dotted_name_is_left_alone(tmp_path: Path) -> None:
    for tag in ("just a note", "ช่อง", "a-b", "goog_rdk_1()"):
        assert boxes(rendered(tmp_path, control(tag, p("☐")))) == [(tag, "0", "☐")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ({"a": {"done": "yes"}}, "template.box"),
        ({"a": {"done": None}}, "template.box"),
        ({"a": {"done": 1}}, "template.box"),
        ({"a": {"doen": True}}, "template.unknown-name-near"),
        ({"b": 1}, "template.unknown-name"),
    ],
)
def test_what_is_neither_true_nor_false(tmp_path: Path, data: dict[str, Any], code: str) -> None:
    with pytest.raises(TemplateError) as error:
        rendered(tmp_path, table(row("x", cell(control("a.done", p("☐"))))), **data)
    (fault,) = error.value.faults
    assert (fault.code, fault.place.cell, fault.place.tag) == (code, 2, "a.done")


@pytest.mark.parametrize("place", ["run", "paragraph in a cell", "cell", "row"])
def test_the_fault_of_a_box_names_its_place(tmp_path: Path, place: str) -> None:
    with pytest.raises(TemplateError) as error:
        rendered(tmp_path, PLACES[place], x="yes")
    (fault,) = error.value.faults
    assert (fault.code, fault.place.tag) == ("template.box", "x")
    assert (fault.place.cell or fault.place.paragraph) == (2 if place == "paragraph in a cell" else 1)


def test_ids_of_drawings_are_new(tmp_path: Path) -> None:
    body = ["{%p for x in l %}", p(text_box(p("a"))), "{%p endfor %}"]
    root = rendered(tmp_path, *body, l=[1, 2])
    ids = [
        one.get("id")
        for one in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    ]
    assert ids == ["1001", "1002"]
