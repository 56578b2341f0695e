"""The memo and the publication form: sizes of form 29, dots and never a rule, blanks, boxes, pickers, signatures."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from drawing import memo, package, pickers, signatures
from ita_docs import Memo, PublicationForm, render
from tests.engine.test_oracle import png

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
XML = etree.XMLParser(resolve_entities=False)
HEAD: dict[str, Any] = {
    "fiscal_year": 2566,
    "agency": {"kind": "อบต.", "name": "หินตั้ง", "district": "บ้านไผ่", "province": "ขอนแก่น"},
    "subject": "เรื่องที่เสนอ",
}
KNOWN = {"name": "นายสมมุติ ตัวอย่าง", "position": "ปลัด", "opinion": "เห็นชอบ", "date": "2023-04-05"}
ROLES = ("ผู้รายงาน", "หัวหน้า", "รอง", "ผู้ช่วย", "ผู้สั่งการ")
#: The blank of a name, in brackets.
NAME = f"({signatures.DOTS})"


def part(name: str) -> Any:
    return etree.fromstring(package.parts(memo.draw())[f"word/{name}.xml"], XML)


def body(kind: type[Memo | PublicationForm], **given: Any) -> Any:
    document = render(kind.model_validate({**HEAD, **given})).document
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return etree.fromstring(archive.read("word/document.xml"), XML)


def text(element: Any) -> str:
    return "".join(element.itertext(f"{W}t"))


def lines(root: Any) -> list[str]:
    return [text(one) for one in root.iter(f"{W}p")]


def value(element: Any, name: str, attribute: str = "val") -> str | None:
    found = element.find(f".//{W}{name}")
    return None if found is None else str(found.get(f"{W}{attribute}"))


def style(name: str) -> Any:
    return part("styles").find(f"{W}style[@{W}styleId='{name}']")


# -- the memo ----------------------------------------------------------------------------------------------------------


def test_the_sizes_are_those_of_the_form() -> None:
    title = style("MemoTitle")
    assert (value(title, "sz"), value(title, "szCs"), title.find(f".//{W}bCs") is not None) == ("58", "58", True)
    assert (value(title, "spacing", "line"), value(title, "spacing", "lineRule")) == ("700", "exact")
    label = style("MemoLabel")
    assert (value(label, "sz"), label.find(f".//{W}bCs") is not None) == ("40", True)
    assert value(style("MemoText"), "ind", "firstLine") == "1417"
    assert value(style("MemoText"), "jc") == "thaiDistribute"
    assert [value(style(name), "spacing", "before") for name in ("MemoHeading", "MemoClosing")] == ["120", "240"]
    margins = part("document").find(f".//{W}pgMar")
    assert [margins.get(f"{W}{edge}") for edge in ("left", "right", "top", "bottom")] == [
        "1701",
        "1134",
        "1417",
        "1134",
    ]


def test_the_lines_of_the_head_are_filled_with_dots_and_never_ruled() -> None:
    root = body(Memo)
    heads = [one for one in root.iter(f"{W}p") if (value(one, "pStyle") or "").endswith("Line")]
    assert [text(one).split("เรื่องที่")[0] for one in heads] == [
        "ส่วนราชการองค์การบริหารส่วนตำบลหินตั้ง",
        f"ที่  วันที่ {memo.DATE}",
        "เรื่อง",
    ]
    for one in heads:
        last = one.findall(f"{W}r")[-1]
        assert last.find(f"{W}tab") is not None, "dots to the margin"
    stop = style("MemoLine").find(f".//{W}tab")
    assert (stop.get(f"{W}leader"), stop.get(f"{W}pos")) == ("dot", str(memo.WIDTH))
    assert value(style("MemoValue"), "u") == "dotted"
    document = package.parts(memo.draw())["word/document.xml"]
    assert b"pBdr" not in document
    assert b'w:u w:val="single"' not in document


@pytest.mark.parametrize("given", [False, True])
def test_the_room_of_the_garuda_is_there_with_and_without_one(tmp_path: Path, given: bool) -> None:
    (tmp_path / "garuda.png").write_bytes(png())
    root = body(Memo, **({"garuda": tmp_path / "garuda.png"} if given else {}))
    assert (value(root, "trHeight"), value(root, "trHeight", "hRule")) == (str(memo.GARUDA), "atLeast")
    heights = [one.get("cy") for one in root.iter("{*}extent")]
    assert heights == (["540000"] if given else [])


def test_an_unknown_part_is_a_dotted_line() -> None:
    root = body(Memo, facts=["หนึ่ง", "สอง"])
    styles = [(value(one, "pStyle"), text(one)) for one in root.iter(f"{W}p")]
    at = styles.index(("MemoHeading", "เรื่องเดิม"))
    assert styles[at : at + 6] == [
        ("MemoHeading", "เรื่องเดิม"),
        ("MemoBlank", ""),
        ("MemoHeading", "ข้อเท็จจริง"),
        ("MemoText", "๑. หนึ่ง"),
        ("MemoText", "๒. สอง"),
        ("MemoHeading", "ข้อเสนอ"),
    ]
    assert styles[at + 6 : at + 8] == [("MemoKeptBlank", ""), ("MemoClosing", "จึงเรียนมาเพื่อโปรดพิจารณา")]


def test_the_last_point_the_closing_and_all_signatures_are_one_block() -> None:
    root = body(Memo, proposal=["หนึ่ง", "สอง"], through="ปลัด")
    paragraphs = list(root.iter(f"{W}p"))
    at = next(n for n, one in enumerate(paragraphs) if text(one) == "๒. สอง")
    assert not _kept(paragraphs[at - 1])
    kept = [_kept(one) for one in paragraphs[at:]]
    assert kept == [True] * (len(kept) - 1) + [False]
    assert len(kept) > 15


def _kept(paragraph: Any) -> bool:
    name = value(paragraph, "pStyle")
    while name:
        found = style(name)
        keep = found.find(f"{W}pPr/{W}keepNext")
        if keep is not None:
            return bool(keep.get(f"{W}val") != "0")
        name = value(found, "basedOn")
    return False


@pytest.mark.parametrize("stages", range(6))
def test_each_signs_on_a_dotted_line_and_opinions_have_room(stages: int) -> None:
    root = body(Memo, sign_off=[{"role": role} for role in ROLES[:stages]])
    said = lines(root)
    assert [said.count(line) for line in (NAME, signatures.POSITION)] == [stages, stages]
    assert [said.count(role) for role in ROLES] == [1] * stages + [0] * (5 - stages)
    opinions = [
        one
        for one in root.iter(f"{W}p")
        if value(one, "pStyle") == "MemoOpinion" and one.find(f".//{W}r/{W}tab") is not None
    ]
    assert len(opinions) == 2 * max(0, stages - 2)
    assert sum("อนุญาตให้เผยแพร่" in line for line in said) == 2, "the boxes stand once, even unsigned"


@pytest.mark.parametrize("stages", range(1, 6))
def test_what_is_known_of_a_signature_is_printed(stages: int) -> None:
    said = lines(body(Memo, sign_off=[{"role": role, **KNOWN} for role in ROLES[:stages]]))
    for line in ("(นายสมมุติ ตัวอย่าง)", "ปลัด", "เห็นชอบ", "วันที่ ๕ เมษายน ๒๕๖๖"):
        assert said.count(line) == stages, line
    assert NAME not in said


def test_the_boxes_can_be_clicked_and_show_the_decision() -> None:
    decision = {"acknowledged": True, "not_approved": True, "reason": "ให้ทบทวน"}
    for given, ticked in (({}, set()), ({"decision": decision}, {"acknowledged", "not_approved"})):
        root = body(Memo, **given)
        boxes = [one.getparent() for one in root.iter(f"{W14}checkbox")]
        states = {value(one, "tag"): one.find(f".//{W14}checked").get(f"{W14}val") for one in boxes}
        assert states == {name: str(int(name in ticked)) for name in (*memo.GRANTED, *memo.REFUSED)}
        assert any(line.endswith(f"เพราะ {'ให้ทบทวน' if ticked else ''}") for line in lines(root))


@pytest.mark.parametrize("stages", [3, 4, 5])
def test_an_open_date_is_a_picker_of_the_thai_calendar(stages: int) -> None:
    root = body(Memo, sign_off=[{"role": "ก"}] * stages)
    dates = list(root.iter(f"{W}date"))
    assert len(dates) == stages + 1, "and the memo's own"
    for one in dates:
        assert {name: value(one, name) for name in ("dateFormat", "lid", "calendar")} == {
            "dateFormat": pickers.FORMAT,
            "lid": "th-TH",
            "calendar": "thai",
        }
        assert one.getparent().find(f"{W}showingPlcHdr") is not None
        assert "......" in text(one.getparent().getparent())
    ids = [one.get(f"{W}val") for one in root.iterfind(f".//{W}sdtPr/{W}id")]
    assert len(set(ids)) == len(ids) == stages + 1 + 5
    assert list(body(Memo, date="2023-04-05", sign_off=[]).iter(f"{W}date")) == []


def test_text_that_looks_like_markup_is_printed_as_typed() -> None:
    hostile = "R&D <ลับ> {{ 7*7 }} {% x %}"
    names = ("subject", "unit", "number", "to", "background", "facts", "law", "proposal", "closing")
    said = "\n".join(lines(body(Memo, **{name: f"{name} {hostile}" for name in names}, numerals="arabic")))
    assert [said.count(f"{name} {hostile}") for name in names] == [1, 1, 1, 3, 1, 1, 1, 1, 1]


# -- the publication form ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("stages", range(4))
def test_the_form_is_signed_by_up_to_three(stages: int) -> None:
    root = body(PublicationForm, sign_off=[{"role": role} for role in ROLES[:stages]])
    said = lines(root)
    assert [said.count(line) for line in (NAME, signatures.POSITION)] == [stages, stages]
    assert [said.count(role) for role in ROLES[:stages]] == [1] * stages
    assert len(list(root.iter(f"{W}date"))) == stages + 1
    (last, *_) = [one for one in root.iter(f"{W}p") if value(one, "pStyle") == "FormLastLabel"]
    assert text(last) == "หมายเหตุ"


def test_a_field_that_is_unknown_has_dotted_lines() -> None:
    rows = {text(row[0]): row[1] for row in _fields(body(PublicationForm))}
    assert len(rows) == 6
    assert {name: len(list(cell.iter(f"{W}tab"))) for name, cell in rows.items()} == {
        "ชื่อหน่วยงาน": 0,
        "วัน/เดือน/ปี": 1,
        "หัวข้อ": 0,
        "รายละเอียดข้อมูล (โดยสรุป หรือเอกสารแนบ)": 3,
        "ลิงก์ (Link)": 1,
        "หมายเหตุ": 1,
    }


def test_links_can_be_followed_and_keep_their_digits() -> None:
    root = body(PublicationForm, links=["https://www.a.go.th/o43", "www.a.go.th/2566"], summary="ปี 2566")
    assert 'HYPERLINK "https://www.a.go.th/o43"' in "".join(root.itertext(f"{W}instrText"))
    said = lines(root)
    assert {"https://www.a.go.th/o43", "www.a.go.th/2566", "ปี ๒๕๖๖"} <= set(said)


def _fields(root: Any) -> list[Any]:
    rows = [row.findall(f"{W}tc") for row in root.find(f".//{W}tbl").iterfind(f"{W}tr")]
    return [row for row in rows if len(row) == 2]
