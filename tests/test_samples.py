"""Every sample and starter: it has no finding, its documents are valid, and their outlines are the golden ones.

A dossier has five documents, each named after its kind and the dossier.

An outline is the text of the document, a line a paragraph or table row, with what is merged shown as `^`. After a
change that is meant to be seen, `pytest --update-golden` writes the outlines anew (never in CI).
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import docx
import openxml_audit
import pytest
from docx.document import Document
from docx.oxml.table import CT_Row, CT_Tbl, CT_Tc
from docx.oxml.text.paragraph import CT_P

from ita_docs import KINDS, PAPERS, Dossier, check, load, render
from ita_docs.reports import Paper
from ita_docs.template_sets import samples, starter

FILES = {path.stem: path for path in samples()} | {f"new-{kind}": starter(kind) for kind in (*PAPERS, "dossier")}
#: Every document by its name: the file, and the kind that a dossier is made into.
DOCUMENTS = {name: (path, "") for name, path in FILES.items() if "dossier" not in name} | {
    name.replace("dossier", f"{kind}-dossier"): (path, kind)
    for name, path in FILES.items()
    if "dossier" in name
    for kind in KINDS
}


@cache
def loaded(path: Path) -> Paper | Dossier:
    return load(path)


def report(name: str) -> Paper:
    path, kind = DOCUMENTS[name]
    found = loaded(path)
    return found.report(KINDS[kind]) if isinstance(found, Dossier) else found


def text(element: CT_P | CT_Tc) -> str:
    paragraphs = [element] if isinstance(element, CT_P) else list(element.iter("{*}p"))
    return " / ".join(filter(None, ("".join(t.text or "" for t in p.iter("{*}t")) for p in paragraphs)))


def outline(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield from (f"header: {p.text}" for p in section.header.paragraphs if p.text.strip())
    for element in document.element.body:
        if isinstance(element, CT_P) and text(element):
            yield text(element)
        if isinstance(element, CT_Tbl):
            yield from (" | ".join(cells(row)) for row in element.tr_lst)


def cells(row: CT_Row) -> Iterator[str]:
    for cell in row.tc_lst:
        merge = cell.tcPr.vMerge_val if cell.tcPr is not None else None
        yield "^" if merge == "continue" else text(cell)


def test_there_is_a_sample_and_a_starter_of_every_kind() -> None:
    assert {path.stem for path in samples()} >= {*PAPERS, "dossier"}
    assert (len(KINDS), len(PAPERS)) == (5, 7)
    assert len(FILES) >= 2 * (len(PAPERS) + 1)
    assert len(DOCUMENTS) >= 2 * len(PAPERS) + 2 * len(KINDS)


@pytest.mark.parametrize("name", FILES)
def test_it_has_no_finding(name: str) -> None:
    assert check(FILES[name]) == ()


@pytest.mark.parametrize("name", DOCUMENTS)
def test_its_document_is_valid(name: str, tmp_path: Path) -> None:
    render(report(name), tmp_path / "sample.docx")
    assert openxml_audit.OpenXmlValidator().validate(str(tmp_path / "sample.docx")).errors == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_its_outline_is_the_golden_one(name: str, tmp_path: Path, pytestconfig: pytest.Config, root: Path) -> None:
    render(report(name), tmp_path / "sample.docx")
    found = "\n".join(outline(docx.Document(str(tmp_path / "sample.docx")))) + "\n"
    golden = root / "tests" / "golden" / f"{name}.txt"
    if pytestconfig.getoption("--update-golden"):
        golden.write_text(found, encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8"), f"see {tmp_path / 'sample.docx'}"
