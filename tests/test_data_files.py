"""What a data file says wrong, and where: the bytes, the form, the fields."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_docs import data_files
from ita_docs.data_files import check, load, read
from ita_docs.data_files.json_reader import read_json
from ita_docs.data_files.source import LARGEST
from ita_docs.data_files.tree import Unreadable
from ita_docs.data_files.yaml_reader import read_yaml
from ita_docs.errors import DataError, Fault
from ita_docs.messages import table
from ita_docs.reports import ProgressReport, Report
from ita_docs.thai import FiscalYear

HEAD = """\
kind: progress-report
fiscal_year: ๒๕๖๖
agency:
  kind: อบต.
  name: หินตั้ง
"""
MEASURE = "measures:\n- title: แผน\n"
BASE = HEAD + MEASURE
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def put(content: str | bytes, name: str = "plan.yaml") -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return put


def faults_of(path: Path) -> tuple[Fault, ...]:
    """The faults of a file; none of one that loads.  Any other exception is a failure of the test."""
    try:
        load(path)
    except DataError as error:
        return error.faults
    return ()


def refused(path: Path) -> list[tuple[str, int | None, str]]:
    """Code, line and field of every fault."""
    faults = faults_of(path)
    assert faults
    for fault in faults:
        assert fault.place.file == str(path)
        assert fault.text("th") != fault.text("en")
        assert fault.advice("th") != fault.advice("en")
    return [(fault.code, fault.place.line, fault.place.field) for fault in faults]


# What is added below a good measure (line 8), and what is found there.
BELOW = {
    "  budget: -\n": ("yaml.quote", 8, "measures[0].budget"),
    "  remark: @อบต\n": ("yaml.quote", 8, "measures[0].remark"),
    "  remark: > 85\n": ("yaml.quote", 8, "measures[0].remark"),
    "  remark: [ร่าง] แผน\n": ("yaml.quote", 8, "measures[0].remark"),
    "  remark: ๑. ข้อ: แรก\n": ("yaml.quote", 8, "measures[0].remark"),
    '  remark: "ก" ข\n': ("yaml.quote", 8, "measures[0].remark"),
    "- title: @ก\n  steps:\n  - ข\n": ("yaml.quote", 8, "measures[1].title"),
    "\tremark: ก\n": ("yaml.tab", 8, "measures[0].remark"),
    "  remark: {{ ก }}\n": ("records.text-in-braces", 8, "measures[0].remark"),
    "  steps:\n  - {{ ก }}\n": ("records.text-in-braces", 9, "measures[0].steps[0]"),
    "  remark: ก\n ข: ค\n": ("yaml.syntax", 9, ""),
    "  remark: &a ก\n": ("yaml.anchor", 8, "measures[0].remark"),
    "  remark: *a\n": ("yaml.alias", 8, "measures[0].remark"),
    "  remark: !!python/object:os.system ls\n": ("yaml.tag", 8, "measures[0].remark"),
    "  <<: {remark: ก}\n": ("yaml.merge-key", 8, "measures[0]"),
    "---\nkind: memo\n": ("yaml.several-documents", 8, ""),
    "  title: ข\n": ("data.duplicate-key", 8, "measures[0].title"),
    '  "title ": ข\n': ("data.duplicate-key", 8, "measures[0].title"),
    "  ? [ก]\n  : ข\n": ("data.key-not-text", 8, "measures[0]"),
    "  : ข\n": ("data.key-not-text", 8, "measures[0]"),
    "  remark: " + "[" * 60 + "]" * 60 + "\n": ("data.too-deep", 8, ""),
    "  tilte: ข\n": ("data.unknown-key-near", 8, "measures[0].tilte"),
    "  Follow-up: ข\n": ("data.unknown-key-near", 8, "measures[0].Follow-up"),
    "  ลำดับที่: ข\n": ("data.unknown-key", 8, "measures[0].ลำดับที่"),
    "  steps:\n  - txet: ข\n": ("data.unknown-key-near", 9, "measures[0].steps[0].txet"),
    "  steps:\n  - ๑. ข้อ: แรก\n": ("records.text-with-colon", 9, "measures[0].steps[0]"),
    "  steps:\n  - ก\n  -\n": ("records.no-value", 10, "measures[0].steps[1]"),
    "  steps: {text: ก}\n": ("data.not-a-list", 8, "measures[0].steps"),
    "  steps:\n  - numbered: true\n": ("data.missing", 9, "measures[0].steps[0].text"),
    "  steps:\n  - text: ก\n    numbered: yes\n": ("data.not-a-flag", 10, "measures[0].steps[0].numbered"),
    "  targets: ข้อ 1\n": ("data.not-a-mapping", 8, "measures[0].targets"),
    "  targets: {items: [i1, ๑๕]}\n": ("assessment.code-near", 8, "measures[0].targets.items[1]"),
    "  targets: {items: ๑๕}\n": ("assessment.code-near", 8, "measures[0].targets.items"),
    "  responsible:\n  - ก\n  - [ข]\n": ("records.text-is-list", 10, "measures[0].responsible[1]"),
    "  responsible: true\n": ("records.text-unquoted", 8, "measures[0].responsible"),
    "  remark: ''\n": ("records.empty-text", 8, "measures[0].remark"),
    "  remark: ก\x0cข\n": ("records.control-character", 8, "measures[0].remark"),
    '  remark: "ก\\x0cข"\n': ("records.control-character", 8, "measures[0].remark"),
    '  "re\\amark": ข\n': ("records.control-character", 8, "measures[0].re mark"),
    "  number: 0\n": ("data.too-small", 8, "measures[0].number"),
    "  number: 10000\n": ("data.too-large", 8, "measures[0].number"),
    "  number: 0x10\n": ("records.not-a-number", 8, "measures[0].number"),
    "  budget: -5\n": ("records.negative-amount", 8, "measures[0].budget"),
    "  budget: 1_000\n": ("records.not-an-amount", 8, "measures[0].budget"),
    "  period: 31 เม.ย. 2566\n": ("thai.period-no-such-day", 8, "measures[0].period"),
    "  period: {start: 2566-03-31, end: 2023-04-01}\n": ("records.buddhist-date", 8, "measures[0].period.start"),
    "  period: {form: 2023-04-01}\n": ("data.unknown-key", 8, "measures[0].period.form"),
    "round: 3\n": ("data.too-large", 8, "round"),
    "numerals: thay\n": ("data.choice-near", 8, "numerals"),
    "numerals: โรมัน\n": ("data.choice", 8, "numerals"),
    "defaults: ก\n": ("data.not-a-mapping", 8, "defaults"),
    "assessment: {year: 2022}\n": ("thai.fiscal-year-gregorian", 8, "assessment.year"),
    "sign_off: [{role: ก}, {role: ข}, {role: ค}, {role: ง}]\n": ("data.too-many", 8, "sign_off"),
    "sign_off:\n- name: ก\n": ("data.missing", 9, "sign_off[0].role"),
    "sign_off:\n  stages:\n  - role: ก\n    date: 2566-04-05\n": (
        "records.buddhist-date",
        11,
        "sign_off.stages[0].date",
    ),
}


@pytest.mark.parametrize("below", BELOW)
def test_one_mistake_is_one_fault_at_its_place(write: Write, below: str) -> None:
    assert refused(write(BASE + below)) == [BELOW[below]]


# Whole files.
WHOLE: dict[str, tuple[str | bytes, tuple[str, int | None, str]]] = {
    "empty": ("", ("data.empty", None, "")),
    "comments": ("# ก\n", ("data.empty", None, "")),
    "list": ("- ก\n", ("data.no-report", 1, "")),
    "text": ("ก", ("data.no-report", 1, "")),
    "no kind": (BASE.replace("kind: progress-report\n", ""), ("data.no-kind", 1, "kind")),
    "near kind": (BASE.replace("progress-report", "progres-report"), ("data.kind-near", 1, "kind")),
    "other kind": (BASE.replace("progress-report", "ใบลา"), ("data.kind", 1, "kind")),
    "kind as a list": (BASE.replace("progress-report", "[1]"), ("data.kind", 1, "kind")),
    "gregorian year": (BASE.replace("๒๕๖๖", "2023"), ("thai.fiscal-year-gregorian", 2, "fiscal_year")),
    "no agency": ("kind: progress-report\nfiscal_year: 2566\n" + MEASURE, ("data.missing", 1, "agency")),
    "no name": (BASE.replace("  name: หินตั้ง\n", ""), ("data.missing", 3, "agency.name")),
    "no measures": (HEAD, ("data.missing", 1, "measures")),
    "empty measures": (HEAD + "measures: []\n", ("data.empty-list", 6, "measures")),
    "measures without value": (HEAD + "measures:\n", ("records.no-value", 6, "measures")),
    "measures as a mapping": (HEAD + "measures: {title: ก}\n", ("data.not-a-list", 6, "measures")),
    "measure as a text": (HEAD + "measures:\n- ก\n", ("data.not-a-mapping", 7, "measures[0]")),
    "logo outside": (BASE.replace("  name", "  logo: ../a.png\n  name"), ("records.logo-outside", 5, "agency.logo")),
    "TIS-620": (BASE.encode("cp874"), ("data.encoding", None, "")),
    "UTF-16": (BASE.encode("utf-16"), ("data.encoding", None, "")),
    "UTF-16 without a mark": (BASE.encode("utf-16-be"), ("data.encoding", None, "")),
    "UTF-32": (BASE.encode("utf-32"), ("data.encoding", None, "")),
    "damaged UTF-8": (BASE.encode().replace("ผ".encode(), b"\xb8\x9c"), ("data.not-utf8", 7, "")),
    "latin 1": ("title: \xdcbung\n".encode("latin-1"), ("data.not-utf8", 1, "")),
    "NUL": (BASE.encode() + b"\0", ("data.binary", None, "")),
    "PDF": (b"%PDF-1.7\n", ("data.binary", None, "")),
    "PNG": (b"\x89PNG\r\n\x1a\n", ("data.binary", None, "")),
    "JPEG": (b"\xff\xd8\xff\xe0\x10JFIF", ("data.binary", None, "")),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), ("data.word-file", None, "")),
    "too large": (b"#" * (LARGEST + 1), ("data.file-too-large", None, "")),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_is_no_report(write: Write, name: str) -> None:
    content, fault = WHOLE[name]
    assert refused(write(content)) == [fault]


GOOD_JSON = '{\n\t"kind": "progress-report",\n\t"fiscal_year": 2566,\n\t"agency": {"kind": "อบต.", "name": "ก"},\n'
GOOD_JSON += '\t"measures": [{"title": "ข", "budget": 9.10}]\n}\n'
JSON = {
    GOOD_JSON.replace("9.10", "9.10,"): ("json.trailing-comma", 5, "measures[0]"),
    GOOD_JSON.replace('"ก"}', '"ก",}'): ("json.trailing-comma", 4, "agency"),
    GOOD_JSON.replace('"ก"}', '"ก",,}'): ("json.syntax", 4, "agency"),
    GOOD_JSON.replace('"ก"', "'ก'"): ("json.syntax", 4, "agency.name"),
    GOOD_JSON.replace("9.10", "NaN"): ("json.syntax", 5, "measures[0].budget"),
    GOOD_JSON.replace("9.10", "09"): ("json.syntax", 5, "measures[0].budget"),
    GOOD_JSON.replace("9.10", '"a\tb"'): ("json.syntax", 5, "measures[0].budget"),
    GOOD_JSON.rstrip("}]\n"): ("json.unfinished", 5, "measures[0]"),
    GOOD_JSON + "}": ("json.syntax", 7, ""),
    GOOD_JSON.replace('"title"', '"budget": 1, "title"'): ("data.duplicate-key", 5, "measures[0].budget"),
    GOOD_JSON.replace('"ข"', '"\\ud800"'): ("records.control-character", 5, "measures[0].title"),
    "[" * 100_000: ("data.too-deep", 1, ""),
    '{"a":' * 100_000: ("data.too-deep", 1, ""),
    "[1]": ("data.no-report", 1, ""),
    " \n": ("data.empty", None, ""),
}


@pytest.mark.parametrize("number", range(len(JSON)))
def test_json(write: Write, number: int) -> None:
    content = list(JSON)[number]
    assert refused(write(content, "plan.json")) == [JSON[content]]


def test_a_word_document_is_named(write: Write) -> None:
    package = BytesIO()
    with zipfile.ZipFile(package, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refused(write(package.getvalue(), "plan.docx")) == [("data.word-file", None, "")]
    assert refused(write(package.getvalue().replace(b"word/", b"xlxl/"), "a.xlsx")) == [("data.binary", None, "")]


def test_a_path_that_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refused(tmp_path) == [("data.is-a-folder", None, "")]
    assert refused(tmp_path / "none.yaml") == [("data.no-file", None, "")]
    (tmp_path / "a.yaml").write_text(BASE, encoding="utf-8")
    assert refused(tmp_path / "a.yaml" / "b.yaml") == [("data.no-file", None, "")]

    def denied(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert refused(tmp_path / "a.yaml") == [("data.unreadable", None, "")]


def test_every_code_of_this_room_is_tested() -> None:
    tested = {fault[0] for fault in [*BELOW.values(), *(fault for _, fault in WHOLE.values()), *JSON.values()]}
    tested |= {"data.word-file", "data.is-a-folder", "data.no-file", "data.unreadable"}
    # No record of ours leads to it; `test_an_unknown_type_of_error` does.
    tested.add("data.invalid")
    codes = {code for code in table() if code.partition(".")[0] in ("data", "yaml", "json")}
    assert len(codes) > 35
    assert codes - tested == set()


def test_an_unknown_type_of_error(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    class Strange(ProgressReport):
        strange: int = 0

    monkeypatch.setattr(data_files, "papers", lambda: {"progress-report": Strange})
    assert refused(write(BASE + "strange: ก\n")) == [("data.invalid", 8, "strange")]


def test_all_faults_at_once_in_the_order_of_the_file(write: Write) -> None:
    text = BASE.replace("๒๕๖๖", "2023") + "  budget: -\n  tilte: ก\n  number: 0\n- remark: ''\nsign_of: []\n"
    assert [fault[:2] for fault in refused(write(text))] == [
        ("thai.fiscal-year-gregorian", 2),
        ("yaml.quote", 8),
        ("data.unknown-key-near", 9),
        ("data.too-small", 10),
        ("records.empty-text", 11),
        ("data.unknown-key-near", 12),
    ]


def test_a_fault_says_what_to_write(write: Write) -> None:
    with pytest.raises(DataError) as error:
        load(write(BASE + "  budget: -\n  steps:\n  - text: ๑. ข้อ: แรก\n  ลำดับ: 1\n  date: x\n"))
    quoted = [fault.params.get("quoted") for fault in error.value.faults]
    assert quoted[:2] == ['budget: "-"', '- text: "๑. ข้อ: แรก"']
    assert "number, title, targets" in error.value.faults[2].params["known"]


def test_yaml_and_json_give_the_same_report(write: Write) -> None:
    yaml = BASE.replace("๒๕๖๖", "2566").replace("หินตั้ง", "ก").replace("แผน", "ข") + "  budget: 9.10\n"
    report = load(write(yaml))
    assert isinstance(report, Report)
    assert report == load(write(GOOD_JSON, "plan.json")) == load(write(GOOD_JSON, "plan.txt"))
    assert report == load(write(b"\xef\xbb\xbf" + yaml.encode())) == load(write(yaml.replace("\n", "\r\n"), "plan"))
    assert str(report.measures[0].budget) == "9.10"
    assert report.fiscal_year == FiscalYear(2566)


def test_scalars_are_null_true_false_or_text(write: Write) -> None:
    text = "a: ~\nb: null\nc:\nd: true\ne: False\nf: 9.10\ng: 0o17\nh: 1_000\ni: 2566-03-31\nj: yes\nk: 'null'\nl: .5\n"
    assert list(read(write(text)).data.values()) == [
        *(None, None, None, True, False),
        *("9.10", "0o17", "1_000", "2566-03-31", "yes", "null", ".5"),
    ]


def test_yaml_braces_without_json(write: Write) -> None:
    assert read(write("{a: ก, b: [1, 2,]}\n")).data == {"a": "ก", "b": ["1", "2"]}


def test_periods_are_read_in_the_fiscal_year_of_the_file(write: Write) -> None:
    report = load(write(BASE + "  period: ไตรมาส ๒ - ๔\n"))
    assert isinstance(report, Report)
    period = report.measures[0].period
    assert period is not None
    assert str(period.start) == "2023-01-01"


def test_places(write: Write) -> None:
    file = read(write(BASE + "  steps:\n  - ก\n  -   text: ข\n"))
    places = [("measures", 0, "steps", 1, "text"), ("measures", 0, "steps", 0), ("measures", 0, "remark"), ("agency",)]
    assert [(file.place_of(loc).line, file.place_of(loc).column) for loc in places] == [(10, 7), (9, 5), (7, 3), (3, 1)]
    assert file.place_of(places[0]).field == "measures[0].steps[1].text"


def test_findings_have_file_and_line(write: Write) -> None:
    path = write(BASE + "  steps:\n  - ก\n  - text: ข\n    period: เดือนเมษายน ๒๕๖๗\n")
    found = [finding for finding in check(path) if finding.place.field.endswith("period")]
    assert found
    assert {(f.place.file, f.place.line, f.place.field) for f in found} == {
        (str(path), 11, "measures[0].steps[1].period")
    }


def test_a_finding_on_what_a_short_form_stands_for_is_at_the_short_form(write: Write) -> None:
    path = write(BASE + "  follow_up: ก\n  steps: ข\n")
    assert all(finding.place.line for finding in check(path))


JSON_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.from_regex(r"[a-zก-ฮ]{1,4}", fullmatch=True), inner),
    max_leaves=12,
)


@given(JSON_VALUES, st.sampled_from([None, 1, "\t"]))
def test_json_is_read_as_python_reads_it(value: object, indent: int | str | None) -> None:
    text = json.dumps(value, indent=indent)
    assert read_json(text, "a.json").data == json.loads(text, parse_int=str, parse_float=str)


@given(st.text(alphabet="@%*&!{}[]>|:-?'\"#, กข1", min_size=1, max_size=10).map(str.strip).filter(bool))
def test_the_line_that_is_proposed_is_yaml_for_the_text(text: str) -> None:
    _, faults = _parsed(f"title: {text}\n")
    for fault in faults:
        if fault.code == "yaml.quote":
            builder, more = _parsed(fault.params["quoted"])
            assert not more
            assert not builder.faults
            # A quotation mark that was never closed is closed; all else stands in quotes as it was.
            assert builder.data["title"] in (text, text[1:])


def _parsed(text: str) -> tuple[Any, list[Fault]]:
    try:
        return read_yaml(text, "a.yaml")
    except Unreadable as error:
        return None, error.faults


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scratch")


@given(st.binary(max_size=60) | st.text(alphabet="{}[]:,-?&*!|>'\"%@`#~<\\ \n\tกa1", max_size=60).map(str.encode))
def test_any_file_is_read_or_refused(scratch: Path, content: bytes) -> None:
    for name in ("a.yaml", "a.json"):
        path = scratch / name
        for text in (content, BASE.encode() + content):
            path.write_bytes(text)
            assert all(fault.line("th") != fault.line("en") for fault in faults_of(path))
