"""The pack of a year: its files and their names, its page, and that it is there whole or not at all."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

import ita_docs
from ita_docs import template_sets
from ita_docs.data_files import Loaded
from ita_docs.engine.render import write
from ita_docs.errors import Fault, ItaDocsError, OutputError, PdfError, Place, UsageError
from ita_docs.findings import Finding
from ita_docs.pack import Pack, pack
from ita_docs.pack.page import index_page
from tests.command import Run

KINDS = tuple(ita_docs.KINDS)
ON_RESULTS = {"progress-report", "implementation-report"}
BESIDE = ("", "_memo", "_publication-form")


class Page(HTMLParser):
    """What a page links to, what it would load, and its text."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self.html = path.read_text(encoding="utf-8")
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "href":
                self.links.append(unquote(value or ""))
            elif name in {"src", "srcset", "data", "action"}:
                self.loaded.append(value or "")

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The dossier of FY2566 in a folder of its own, English messages."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return Path(shutil.copy(template_sets.data_folder() / "examples" / "dossier.yaml", tmp_path / "year.yaml"))


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    def program() -> str:
        raise PdfError([Fault("pdf.no-office")])

    monkeypatch.setattr("ita_docs.pdf.office.program", program)


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_paper_of_a_year_is_named_after_its_item(year: Path) -> None:
    done = pack(year, "out/2566", pdf=False)
    expected = [f"{'O43' if kind in ON_RESULTS else 'O42'}_{kind}{end}.docx" for kind in KINDS for end in BESIDE]
    assert names(Path("out/2566")) == sorted([*expected, "index.html"])
    assert [path.name for path in done.files] == [*expected, "index.html"]
    assert {one.item.id for one in done.documents if one.item} == {"O42", "O43"}
    assert [finding.code for finding in done.findings] == ["pack.no-pdf-asked"]
    for report, _ in ita_docs.load_reports(year):
        path = next(one.path for one in done.documents if one.kind == report.kind)
        assert path.read_bytes() == ita_docs.render(report).document


def test_the_page_lists_and_links_every_file(year: Path) -> None:
    done = pack(year, "out", pdf=False)
    page = Page(done.index)
    assert sorted([*page.links, "index.html"]) == names(Path("out"))
    assert (page.loaded, {"script", "img", "link", "iframe"} & set(page.tags)) == ([], set())
    assert not re.search(r"https?:|url\(|@import", page.html)
    assert '<meta charset="utf-8">' in page.html
    assert "viewport" in page.html
    assert "@media print" in page.html
    for one in done.documents:
        assert one.title in page.words
    assert "ข้อ O42 มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน" in page.words
    assert page.words.count("ไม่พบข้อที่ต้องแก้หรือควรดู") == len(KINDS)
    assert len(re.findall(r"[0-9] KB", page.words)) == len(done.documents)


def test_the_page_says_what_the_review_found(year: Path) -> None:
    change(
        year,
        "\nmeasures:\n",
        "\nmeasures:\n- {title: 'ก <b>&\"สำรวจ 25๖๖', targets: {indicators: 1}, steps: [ก], responsible: ก}\n",
    )
    done = pack(year, "out", reports=["integrity-measures"], pdf=False)
    page = Page(done.index)
    (report, *_) = done.documents
    assert report.findings
    assert "b" not in page.tags
    for finding in report.findings:
        assert finding.text("th") in page.words
        assert finding.advice("th") in page.words
        assert f"year.yaml บรรทัด {finding.place.line}" in page.words
    assert str(year.parent) not in page.html


def test_values_are_escaped() -> None:
    agency = {"kind": "อบต.", "name": "<script>alert(1)</script>"}
    report = ita_docs.ProgressReport(fiscal_year=2566, agency=agency, measures=[{"title": "x"}])
    said = Finding("pack.left-over", Place(file="<i>.docx"), {"found": "<i>"}, "warning")
    html = index_page(Pack(Path(), Path("index.html"), (), (said,)), report)
    assert "<script" not in html
    assert "<i>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(("number", "item"), [(2565, "O42"), (2567, "o34"), (2568, "o27")])
def test_the_item_is_that_of_the_evidence_year(year: Path, number: int, item: str) -> None:
    change(year, "\nagency:\n", f"\nevidence_year: {number}\nagency:\n")
    done = pack(year, "out", reports=["integrity-measures"], pdf=False)
    assert {one.path.name.partition("_")[0] for one in done.documents} == {item}
    codes = {"pack.no-pdf-asked"} | ({"pack.item-unverified"} if number == 2568 else set())
    assert {finding.code for finding in done.findings} == codes


def test_the_item_of_an_edition_of_the_agency_s_own(year: Path, run: Run) -> None:
    (year.parent / "editions").mkdir()
    assert run("edition", "new", "2570", "--from", "2567")[0] == 0
    own = year.parent / "editions" / "2570.yaml"
    text = own.read_text(encoding="utf-8")
    both = {"o34": "o35", "o35": "o34"}
    lines = [re.sub(r"\bid: (o34|o35)\b", lambda found: f"id: {both[found[1]]}", line) for line in text.splitlines()]
    own.write_text("\n".join(lines) + "\n", encoding="utf-8")
    change(year, "\nagency:\n", "\nevidence_year: 2570\nagency:\n")
    done = pack(year, "out", reports=["integrity-measures"], pdf=False)
    assert {one.item.id for one in done.documents if one.item} == {"o35"}


def test_a_year_without_such_an_item_gives_names_without_it(year: Path) -> None:
    change(year, "\nagency:\n", "\nevidence_year: 2575\nagency:\n")
    done = pack(year, "out", reports=["integrity-measures"], pdf=False)
    assert done.files[0].name == "integrity-measures.docx"
    finding = next(finding for finding in done.findings if finding.code == "pack.no-item")
    assert finding.params == {"kind": "integrity-measures", "year": "2575"}
    assert finding.text("th") in Page(done.index).words


def test_sources(year: Path) -> None:
    dossier = ita_docs.load(year)
    assert isinstance(dossier, ita_docs.Dossier)
    by_path = pack(year, "one", pdf=False, reports=["progress-report"], round=2)
    by_record = pack(dossier, "two", pdf=False, reports=["progress-report"], round=2)
    assert [path.name for path in by_path.files] == [path.name for path in by_record.files]
    for one, other in zip(by_path.documents, by_record.documents, strict=True):
        assert one.path.read_bytes() == other.path.read_bytes()
    single = pack(template_sets.starter("progress-report"), "three", pdf=False)
    assert [one.kind for one in single.documents] == ["progress-report", "memo", "publication-form"]


@pytest.mark.parametrize(
    ("source", "options", "code"),
    [
        (5, {}, "pack.no-dossier"),
        ((), {}, "pack.no-report"),
        ("memo", {}, "pack.no-report"),
        ("dossier", {"reports": ["memo"]}, "pack.no-report"),
        ("dossier", {"template": "x.docx"}, "pack.template"),
    ],
)
def test_what_makes_no_sense(tmp_path: Path, source: object, options: dict[str, object], code: str) -> None:
    if source == "memo":
        source = template_sets.starter("memo")
    elif source == "dossier":
        source = ita_docs.load(template_sets.starter("dossier"))
    with pytest.raises(UsageError) as raised:
        pack(source, tmp_path / "out", pdf=False, **options)  # type: ignore[arg-type]
    assert [fault.code for fault in raised.value.faults] == [code]
    assert not (tmp_path / "out").exists()


def test_a_pack_is_replaced_only_by_force(year: Path) -> None:
    pack(year, "out", reports=KINDS[:2], pdf=False)
    (Path("out") / "notes.txt").write_text("mine", encoding="utf-8")
    signed = Path("out") / "index.html"
    signed.write_text("old", encoding="utf-8")
    before = {path: path.read_bytes() for path in Path("out").iterdir()}
    with pytest.raises(OutputError) as raised:
        pack(year, "out", reports=KINDS[:1], pdf=False)
    assert {fault.code for fault in raised.value.faults} == {"pack.exists"}
    assert {path: path.read_bytes() for path in Path("out").iterdir()} == before
    done = pack(year, "out", reports=KINDS[:1], pdf=False, force=True)
    assert signed.read_text(encoding="utf-8") != "old"
    left = [finding.params["found"] for finding in done.findings if finding.code == "pack.left-over"]
    assert left == sorted(path.name for path in before if KINDS[1] in path.name)
    assert "notes.txt" in names(Path("out"))


@pytest.mark.parametrize("number", [1, 8, 16])
def test_a_write_that_fails_leaves_what_was_there(year: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    Path("old").mkdir()
    kept = Path("old") / f"O42_{KINDS[0]}.docx"
    kept.write_bytes(b"signed")
    for folder in ("old", "new/deep"):
        seen: list[Path] = []

        def fail(path: Path, content: bytes, seen: list[Path] = seen) -> Path:
            seen.append(path)
            if len(seen) == number:
                raise OutputError([Fault("output.full", Place(file=str(path)), {"found": "no space"})])
            return write(path, content)

        monkeypatch.setattr("ita_docs.pack.write_all.__defaults__", (fail,))
        with pytest.raises(OutputError):
            pack(year, folder, pdf=False, force=True)
    assert names(Path("old")) == [kept.name]
    assert kept.read_bytes() == b"signed"
    assert not Path("new").exists()


def test_without_libreoffice_the_pack_says_that_it_has_no_pdfs(year: Path, no_office: None) -> None:
    assert no_office is None
    done = pack(year, "out", reports=KINDS[:1])
    assert [one.pdf for one in done.documents] == [None] * 3
    (finding,) = done.findings
    assert (finding.code, finding.severity) == ("pdf.no-office", "warning")
    assert finding.text("th") in Page(done.index).words
    with pytest.raises(PdfError):
        pack(year, "demanded", reports=KINDS[:1], pdf=True)
    assert not Path("demanded").exists()


def test_a_document_that_can_not_be_drawn_is_an_error(year: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PdfError([Fault("pdf.not-drawn", Place(file="x.docx"))])

    monkeypatch.setattr("ita_docs.pack.to_pdf", fail)
    with pytest.raises(PdfError):
        pack(year, "out", reports=KINDS[:1])

    def no_library(*_: object) -> None:
        raise OutputError([Fault("pdf.no-library", params={"found": "fonttools"})])

    monkeypatch.setattr("ita_docs.pack.to_pdf", no_library)
    assert [finding.code for finding in pack(year, "out", reports=KINDS[:1]).findings] == ["pdf.no-library"]
    with pytest.raises(OutputError):
        pack(year, "demanded", reports=KINDS[:1], pdf=True)


@pytest.mark.xdist_group("office")
def test_pdfs_stand_beside_their_documents(year: Path, run: Run, soffice: str) -> None:
    assert soffice
    code, out, _ = run("pack", str(year), "-o", "out", "--report", "progress-report", "--pdf")
    assert code == 0
    stems = [f"O43_progress-report{end}" for end in BESIDE]
    assert names(Path("out")) == sorted(
        ["index.html", *(f"{stem}{end}" for stem in stems for end in (".docx", ".pdf"))]
    )
    assert sorted(out.splitlines()) == sorted(str(path) for path in Path("out").iterdir())
    assert out.splitlines()[-1] == str(Path("out/index.html"))
    for stem in stems:
        assert (Path("out") / f"{stem}.pdf").read_bytes().startswith(b"%PDF-")
    page = Page(Path("out/index.html"))
    assert sorted([*page.links, "index.html"]) == names(Path("out"))


def test_the_command(year: Path, run: Run) -> None:
    assert year.is_file()
    code, out, err = run("pack", "year.yaml", "-o", "out", "--no-pdf", "--report", KINDS[0])
    assert code == 0
    assert len(out.splitlines()) == 4
    assert "--no-pdf" in err
    code, out, err = run("pack", "year.yaml", "-o", "out", "--no-pdf", "--report", KINDS[0])
    assert (code, out) == (5, "")
    assert err.count("--force") == 4
    assert run("pack", "year.yaml", "-o", "out", "--no-pdf", "--report", KINDS[0], "--force")[0] == 0
    Path("out2").write_text("a file", encoding="utf-8")
    assert run("pack", "year.yaml", "-o", "out2", "--no-pdf", "--report", KINDS[0])[0] == 5
    assert run("pack", "year.yaml")[0] == 2
    assert run("pack", str(template_sets.starter("memo")), "-o", "out3", "--no-pdf")[0] == 2
    assert run("pack", "missing.yaml", "-o", "out3", "--no-pdf")[0] == 3


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_what_stands_against_it_stops_the_command(
    year: Path, run: Run, monkeypatch: pytest.MonkeyPatch, severity: str
) -> None:
    finding = Finding("pack.left-over", Place(file="year.yaml", line=3), {"found": "x"}, severity)  # type: ignore[arg-type]
    loaded = ita_docs.load_reports(year, KINDS[:1])
    monkeypatch.setattr("ita_docs.cli.packing.load", lambda *_: (Loaded(loaded[0].report, (finding,)),))
    strict = ("--strict",) if severity == "warning" else ()
    code, out, err = run("pack", "year.yaml", "-o", "out", "--no-pdf", *strict)
    assert (code, out) == (3, "")
    assert "year.yaml:3" in err
    assert not Path("out").exists()


def test_strict_counts_what_is_said_of_the_pack(year: Path, run: Run) -> None:
    change(year, "\nagency:\n", "\nevidence_year: 2575\nagency:\n")
    arguments = ("pack", "year.yaml", "-o", "out", "--no-pdf", "--report", "integrity-measures")
    code, out, err = run(*arguments, "--strict")
    assert (code, out) == (3, "")
    assert "2575" in err
    assert not Path("out").exists()


def test_a_folder_in_the_way_of_a_file(year: Path) -> None:
    (Path("out") / f"O42_{KINDS[0]}.docx").mkdir(parents=True)
    with pytest.raises(ItaDocsError) as raised:
        pack(year, "out", reports=KINDS[:1], pdf=False, force=True)
    assert [fault.code for fault in raised.value.faults] == ["output.folder"]
