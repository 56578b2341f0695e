"""The agency of `examples/agency`: every data file is rendered with the set beside it.

The folder is walked, so that what is added to it is tested too.
"""

import zipfile
import zlib
from functools import cache
from pathlib import Path
from typing import Any

import openxml_audit
import pytest
from lxml import etree

from drawing import agency_logo, agency_progress_report, package
from drawing.__main__ import OURS, ROOT
from ita_docs import PAPERS, Dossier, Rendered, check, load, render
from ita_docs.cli import main
from ita_docs.engine.check import check_template
from ita_docs.reports import Report
from ita_docs.reports.view_types import view_class
from ita_docs.template_sets import data_folder, find_set, samples

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOLDER = ROOT / "examples" / "agency"
FILES = sorted(FOLDER.glob("*.yaml"))
TEMPLATES = sorted(OURS.glob("*.docx"))
XML = etree.XMLParser(resolve_entities=False)


def parts(document: bytes, folder: Path) -> dict[str, bytes]:
    (folder / "made.docx").write_bytes(document)
    with zipfile.ZipFile(folder / "made.docx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def made(path: Path) -> Rendered:
    report = load(path)
    assert not isinstance(report, Dossier)
    return render(report)  # the file names its set


def test_the_folder_is_shipped_and_holds_a_set_with_a_template_of_its_own() -> None:
    assert data_folder() / "examples" / "agency" == FOLDER
    assert FILES
    assert {path.name for path in OURS.iterdir()} == {"set.toml", "logo.png", *(path.name for path in TEMPLATES)}
    assert {path.stem for path in TEMPLATES} < set(PAPERS)
    assert not set(FILES) & set(samples())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_data_file_has_no_finding_and_its_document_is_valid(path: Path, tmp_path: Path) -> None:
    assert check(path) == ()
    assert made(path).findings == ()
    found = parts(made(path).document, tmp_path)
    assert openxml_audit.OpenXmlValidator().validate(str(tmp_path / "made.docx")).errors == []
    assert any(name.startswith("word/media/") for name in found)
    assert not any(b"TH SarabunPSK" in content for content in found.values())
    assert b'w:cs="TH Sarabun New"' in found["word/styles.xml"]
    assert "๒๕๖".encode() not in found["word/document.xml"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_of_its_own_has_nothing_to_mend(path: Path) -> None:
    assert check_template(path, view_class(PAPERS[path.stem]), extra=find_set(OURS).extra) == ()


def test_the_changed_column_and_the_sixth_from_an_own_field(tmp_path: Path) -> None:
    path = FOLDER / "progress-report.yaml"
    report = load(path)
    assert isinstance(report, Report)
    body = etree.fromstring(parts(made(path).document, tmp_path)["word/document.xml"], XML)
    rows = [[text(cell) for cell in row.iterfind(f"{W}tc")] for row in body.iter(f"{W}tr")]
    heading = next(number for number, row in enumerate(rows) if row[-1:] == ["แหล่งงบประมาณ"])
    assert rows[heading] == list(agency_progress_report.COLUMNS)
    assert len(rows[heading]) == 6
    measures = rows[heading + 1 : heading + 1 + len(report.measures)]
    sources = [measure.extra["budget_source"] for measure in report.measures]
    assert len(set(sources)) > 2
    assert [row[5] for row in measures] == sources
    assert measures[1][2] == "สำนักปลัดทุกกองม.ค.67 - ก.พ.67"
    assert f"ผู้จัดทำรายงาน {report.extra['prepared_by']}" in text(body)


def text(element: Any) -> str:
    return "".join(element.itertext(f"{W}t"))


def test_other_kinds_are_the_standard_templates_in_the_sets_font_with_its_logo(tmp_path: Path) -> None:
    report = load(next(path for path in samples() if path.stem == "assessment-analysis"))
    assert not isinstance(report, Dossier)
    found = parts(render(report, template=OURS).document, tmp_path)
    assert not any(b'"TH SarabunPSK"' in content for content in found.values())
    assert any(name.startswith("word/media/") for name in found)


def test_the_command_in_the_file_renders_it(tmp_path: Path) -> None:
    path = FOLDER / "progress-report.yaml"
    assert "คำสั่ง: ita-docs render progress-report.yaml\n" in path.read_text(encoding="utf-8")
    assert main(["check", str(path), "--strict"]) == 0
    assert main(["render", str(path), "-o", str(tmp_path / "made.docx")]) == 0
    assert (tmp_path / "made.docx").read_bytes() == made(path).document


def test_the_files_are_what_is_drawn() -> None:
    with zipfile.ZipFile(OURS / "progress-report.docx") as archive:
        held = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    assert held == package.parts(agency_progress_report.draw())
    # What is packed may differ by the library that packs it.
    assert unpacked((OURS / "logo.png").read_bytes()) == unpacked(agency_logo.draw())


def unpacked(picture: bytes) -> tuple[bytes, bytes]:
    before, _, rest = picture.partition(b"IDAT")
    return before[:-4], zlib.decompressobj().decompress(rest)
