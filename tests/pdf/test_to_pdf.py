"""PDFs by the real LibreOffice: pages, text, fonts, one process for many, and nothing left behind."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import ita_docs
from ita_docs import KINDS, Pdf, Rendered, load, render, to_pdf
from ita_docs.engine.embed import embed_fonts
from ita_docs.engine.installed_fonts import families
from ita_docs.engine.restyle import restyled
from ita_docs.pdf import office
from ita_docs.pdf.fonts import DIGITS
from ita_docs.template_sets import Style
from ita_docs.thai import to_thai_digits
from tests.engine.archives import parts_of, zipped
from tests.engine.documents import docx, field, p
from tests.pdf.fonts_made import font, installed
from tests.pdf.test_drawn_copy import LIST, defaults

pytestmark = pytest.mark.xdist_group("soffice")

#: How many pages each sample has at least and at most, by the fonts at hand.
PAGES = {
    "improvement-plan": range(13, 18),
    "progress-report": range(5, 8),
    "integrity-measures": range(10, 15),
    "implementation-report": range(16, 21),
    "assessment-analysis": range(12, 17),
}
UNKNOWN = "Nobody's Font"
#: A page of each kind of number that LibreOffice counts, and one that it must not.
NUMBERS = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>entry</w:t></w:r></w:p>',
    p("of ", field(" NUMPAGES \\* ThaiArabic ", "1")),
    p("seq ", field(" SEQ x \\* ThaiArabic ", "47")),
    "plain 2566",
)
NUMBERING = f'{LIST}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'

Read = Callable[[Pdf], list[str]]


@pytest.fixture(scope="module")
def read(pdftotext: str, tmp_path_factory: pytest.TempPathFactory) -> Read:
    """The text of each page."""
    path = tmp_path_factory.mktemp("text") / "a.pdf"

    def pages(pdf: Pdf) -> list[str]:
        path.write_bytes(pdf.content)
        done = subprocess.run([pdftotext, "-raw", str(path), "-"], check=True, capture_output=True)
        return done.stdout.decode().split("\f")[:-1]

    return pages


def sample(root: Path, kind: str = "progress-report") -> Any:
    return load(root / "examples" / f"{kind}.yaml")


class Run:
    """One call of `to_pdf` for all documents of this module, and what it did."""

    def __init__(self, folder: Path, root: Path) -> None:
        self.out, self.home, self.temporary = (folder / name for name in ("out", "home", "temporary"))
        for path in (self.out, self.home, self.temporary):
            path.mkdir()
        made = render(sample(root))
        unknown = restyled(made.document, "a.docx", Style(font=UNKNOWN))
        self.documents: dict[str, Any] = {kind: render(sample(root, kind), folder / f"{kind}.docx") for kind in KINDS}
        self.documents["in-memory"] = replace(made, path=folder / "in-memory.docx")
        for name, document in {
            "ฟอนต์ -x, ไม่มี": unknown,
            "numbers": docx(*NUMBERS, numbering=NUMBERING),
            "one-page": docx("ก", headers={"header1": p(field(" PAGE \\* ThaiArabic ", "1"))}),
        }.items():
            self.documents[name] = folder / f"{name}.docx"
            self.documents[name].write_bytes(document)
        self.documents["progress-report"] = str(folder / "progress-report.docx")
        self.commands: list[list[str]] = []
        self.environments: list[dict[str, str]] = []
        self.pdfs: dict[str, Pdf] = {}

    def popen(self, command: list[str], **options: Any) -> Any:
        self.commands.append(command)
        self.environments.append(options["env"])
        return subprocess.Popen(command, **options)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, soffice: str, root: Path) -> Run:
    done = Run(tmp_path_factory.mktemp("pdf"), root)
    assert soffice
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(done.home))
        patch.setattr("tempfile.tempdir", str(done.temporary))
        patch.setattr(office, "_popen", done.popen)
        done.pdfs = dict(zip(done.documents, to_pdf(done.documents.values(), done.out), strict=True))
    return done


def test_one_process_draws_all(run: Run) -> None:
    assert len(run.pdfs) == len(KINDS) + 4
    [command] = run.commands
    assert len([word for word in command if word.endswith(".docx")]) == len(run.pdfs)


def test_each_is_named_after_its_document_in_the_order_given(run: Run) -> None:
    assert [pdf.path for pdf in run.pdfs.values()] == [run.out / f"{name}.pdf" for name in run.documents]
    assert sorted(path.name for path in run.out.iterdir()) == sorted(f"{name}.pdf" for name in run.documents)
    assert all(pdf.path and pdf.path.read_bytes() == pdf.content for pdf in run.pdfs.values())


def test_nothing_is_left_and_the_home_is_untouched(run: Run) -> None:
    assert list(run.temporary.iterdir()) == list(run.home.iterdir()) == []
    [profile] = [word for word in run.commands[0] if word.startswith("-env:UserInstallation=")]
    assert profile.startswith(f"-env:UserInstallation={run.temporary.as_uri()}")
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR", "FONTCONFIG_FILE"):
        assert run.environments[0][name].startswith(str(run.temporary))
    running = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline") if path.exists()]
    assert running
    assert not [line for line in running if bytes(run.temporary) in line]


@pytest.mark.parametrize("kind", KINDS)
def test_a_sample_has_its_pages_with_their_numbers_and_all_its_text(
    run: Run, read: Read, root: Path, kind: str
) -> None:
    pages = read(run.pdfs[kind])
    assert len(pages) in PAGES[kind]
    thai = KINDS[kind].default_numerals == "thai"
    numbers = {n: f"- {to_thai_digits(str(n)) if thai else n} -" for n in range(1, len(pages) + 1)}
    heads = {n: page.splitlines()[0] for n, page in enumerate(pages, 1)}
    numbered = {n: head for n, head in heads.items() if head.startswith("- ")}
    assert len(numbered) >= len(pages) - 2  # the first page of a section has none
    assert numbered == {n: numbers[n] for n in numbered}
    drawn = letters("".join(pages))
    steps = [letters(step.text) for measure in sample(root, kind).measures for step in measure.steps]
    assert len(steps) > 4
    assert not [step for step in steps if step[:10] not in drawn]


def letters(text: str) -> str:
    """Consonants alone: pdftotext moves the marks above and below, and a cell ends a line anywhere."""
    return re.sub(r"[^ก-ฮ]", "", text)


@pytest.mark.parametrize("kind", KINDS)
def test_title_language_and_author_are_set_and_no_date_is(run: Run, kind: str) -> None:
    with pikepdf.open(run.out / f"{kind}.pdf") as pdf:
        assert KINDS[kind].title_th[:20] in str(pdf.docinfo["/Title"])
        assert load_agency(run.documents[kind]) in {None, str(pdf.docinfo["/Author"])}
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == ("th-TH", True)
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())
        assert "/Metadata" not in pdf.Root
    assert b"CreationDate" not in run.pdfs[kind].content


def load_agency(document: object) -> str | None:
    return document.report.agency.full_name if isinstance(document, Rendered) else None


def test_a_document_without_a_title_has_its_name(run: Run) -> None:
    with pikepdf.open(run.out / "numbers.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]) == "numbers"


def test_every_font_is_embedded(run: Run) -> None:
    seen = 0
    for name in run.pdfs:
        with pikepdf.open(run.out / f"{name}.pdf") as pdf:
            for item in pdf.objects:
                if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                    seen += 1
                    assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(item.keys())
    assert seen > len(run.pdfs)


def test_numbers_that_libreoffice_counts_are_thai_and_others_as_typed(run: Run, read: Read) -> None:
    assert read(run.pdfs["numbers"])[0].splitlines() == ["๑. entry", "of ๑", "seq ๔๗", "plain 2566"]


def test_a_number_that_no_page_shows_is_none_to_miss(run: Run, read: Read) -> None:
    assert ([page.strip() for page in read(run.pdfs["one-page"])], run.pdfs["one-page"].findings) == (["ก"], ())


def test_a_font_that_is_missing_is_a_finding(run: Run) -> None:
    found = {finding.params["font"]: finding for finding in run.pdfs["ฟอนต์ -x, ไม่มี"].findings}
    finding = found[UNKNOWN]
    assert (finding.code, finding.severity) == ("pdf.font-replaced", "warning")
    assert finding.place.file.endswith("ฟอนต์ -x, ไม่มี.docx")
    assert set(finding.params["found"].casefold().split(", ")) <= set(families())
    assert finding.params["found"] in finding.text("th")


def test_a_font_that_is_there_or_has_a_stand_in_is_none_to_worry(run: Run) -> None:
    known = families()
    for kind in KINDS:
        found = {finding.params["font"]: finding for finding in run.pdfs[kind].findings}
        assert ("TH SarabunPSK" in found) == ("th sarabunpsk" not in known)
        assert {finding.severity for finding in found.values()} <= {"advice"}
        assert not [name for name in found if name.startswith(DIGITS)]
    if "th sarabunpsk" not in known:
        stated = run.pdfs["progress-report"].findings[0].params["found"]
        assert "Sarabun" in stated


def test_the_copy_that_was_drawn_is_never_shipped(run: Run) -> None:
    original = run.documents["implementation-report"]
    assert original.path.read_bytes() == original.document
    assert b"thaiDistribute" in parts_of(original.document)["word/styles.xml"]


def test_the_same_document_gives_the_same_bytes_and_nothing_need_be_written(run: Run) -> None:
    [again] = to_pdf([run.documents["in-memory"]])
    assert (again.content, again.path) == (run.pdfs["in-memory"].content, None)


def test_a_rendered_that_was_written_nowhere_is_named_after_its_kind(run: Run, tmp_path: Path) -> None:
    [made] = to_pdf([replace(run.documents["in-memory"], path=None)], tmp_path)
    assert made.path == tmp_path / "progress-report.pdf"


def test_a_font_in_the_document_is_drawn_where_it_is_not_installed(
    tmp_path: Path, soffice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert soffice
    font(tmp_path / "a.ttf", "Test Boxes")
    rpr = '<w:rFonts w:ascii="Test Boxes" w:hAnsi="Test Boxes" w:cs="Test Boxes"/>'
    plain = parts_of(ita_docs.Template(write(tmp_path, docx("text ก"))).render({}))
    styles = '<Relationship Id="rIdS" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"'
    relations, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
    whole = zipped(
        {
            **plain,
            "word/styles.xml": defaults(rpr).encode(),
            relations: plain[relations].replace(
                b"</Relationships>", f'{styles} Target="styles.xml"/></Relationships>'.encode()
            ),
            types: plain[types].replace(
                b"</Types>", f'<Override PartName="/word/styles.xml" ContentType="{kind}"/></Types>'.encode()
            ),
        }
    )
    with monkeypatch.context() as patch:
        for name, value in installed(tmp_path).items():
            patch.setenv(name, value)
        embedded = embed_fonts(whole).document
    bare, carried = to_pdf([write(tmp_path, whole, "bare.docx"), write(tmp_path, embedded, "carried.docx")])
    assert [finding.params["font"] for finding in bare.findings] == ["Test Boxes"]
    assert carried.findings == ()
    assert (b"+TestBoxes" in bare.content, b"+TestBoxes" in carried.content) == (False, True)


@pytest.mark.parametrize("at_hand", ["TH Sarabun New", "Test Boxes"])
def test_without_laksaman_what_is_at_hand_is_drawn(
    tmp_path: Path, read: Read, run: Run, monkeypatch: pytest.MonkeyPatch, at_hand: str
) -> None:
    font(tmp_path / "a.ttf", at_hand)
    for name, value in {**installed(tmp_path, system=False), "HOME": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)
    [made] = to_pdf([run.documents["in-memory"]])
    [finding] = made.findings
    assert finding.params == {"font": "TH SarabunPSK", "found": at_hand}
    assert finding.severity == ("advice" if "Sarabun" in at_hand else "warning")
    assert read(made)[1].splitlines()[0] == "- ๒ -"


def write(folder: Path, document: bytes, name: str = "a.docx") -> Path:
    path = folder / name
    path.write_bytes(document)
    return path


def test_without_fontconfig_the_copy_carries_the_digits(
    run: Run, read: Read, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for module in ("engine.installed_fonts", "pdf.fonts", "pdf"):
        monkeypatch.setattr(f"ita_docs.{module}.has_fontconfig", lambda: False)
    known = restyled(run.documents["in-memory"].document, "a.docx", Style(font="Laksaman"))
    thai, without = to_pdf([write(tmp_path, known), write(tmp_path, docx(*NUMBERS, numbering=NUMBERING), "b.docx")])
    assert [page.splitlines()[0] for page in read(thai)[1:3]] == ["- ๒ -", "- ๓ -"]
    assert thai.findings == ()
    [finding] = without.findings
    assert (finding.code, finding.severity) == ("pdf.no-thai-numbers", "warning")
    assert read(without)[0].splitlines()[:2] == ["1. entry", "of 1"]
