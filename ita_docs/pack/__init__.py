"""All that one agency's year is sent with (เอกสารประกอบการประเมินทั้งปี): reports, memos, forms, PDFs, and a page of all.

Each file is named after the item that it is evidence for (`O42_improvement-plan.docx`), found by its official name in
the register of the evidence year; a year without such an item gives names without it, and a finding.  All files are
written or none.

Limits: what is written beside a report is drafted from it alone; without LibreOffice the pack has no PDFs and says so.

    pack("year.yaml", "out/")          # a path, or a Dossier; .findings, and those of each document
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from ita_docs.assessment import Item
from ita_docs.batch.run import folder_of
from ita_docs.data_files import Loaded, load_reports
from ita_docs.engine import Rendered, render
from ita_docs.engine.choice import is_template
from ita_docs.engine.together import write_all
from ita_docs.errors import Fault, OutputError, ParseError, PdfError, Place, UsageError
from ita_docs.findings import Finding
from ita_docs.pack.page import index_page
from ita_docs.pdf import Pdf, to_pdf
from ita_docs.records import Dossier
from ita_docs.reports import KINDS, PAPERS, Paper, Report
from ita_docs.reports.evidence import evidence_item
from ita_docs.reports.memo import Memo
from ita_docs.reports.publication_form import PublicationForm
from ita_docs.review import review
from ita_docs.template_sets import STANDARD
from ita_docs.thai import Numerals

INDEX = "index.html"
#: What stands in for PDFs that can not be made here; all else that goes wrong with them is an error.
_NOT_INSTALLED = frozenset({"pdf.no-office", "pdf.no-library"})
_OF_A_PACK = re.compile(rf"(?:[A-Za-z][0-9]+_)?(?:{'|'.join(KINDS)})(?:_(?:memo|publication-form))?\.(?:docx|pdf)")


@dataclass(frozen=True, slots=True)
class Packed:
    """One document of a pack: what it is, the item it is evidence for, its files, what was found in it."""

    kind: str
    title: str
    item: Item | None
    path: Path
    pdf: Path | None
    sizes: tuple[int, int] = field(repr=False)
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A finished pack: its page, its documents, and what is to be said of the pack as a whole."""

    directory: Path
    index: Path
    documents: tuple[Packed, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """Every file that was written, the page last."""
        both = (path for one in self.documents for path in (one.path, one.pdf))
        return (*(path for path in both if path is not None), self.index)


def pack(  # noqa: PLR0913  # each a choice of its own
    source: Dossier | str | os.PathLike[str] | Iterable[Loaded],
    directory: str | os.PathLike[str],
    *,
    reports: Sequence[str] = (),
    round: int | None = None,  # noqa: A002  # the field's name
    template: str | os.PathLike[str] | None = None,
    numerals: Numerals | None = None,
    pdf: bool | None = None,
    force: bool = False,
    agreed: Callable[[Sequence[Finding]], bool] | None = None,
) -> Pack:
    """Write the pack of an agency's year into a folder, which is made where it is missing.

    `source` is a dossier or its data file, or what `load_reports` gave; `reports` names the kinds, `round` is that of
    the progress report.  `template` is a set by name or path.  `pdf`: True demands PDFs, False makes none, None makes
    them where it can.  Files that are there are replaced only with `force`.  `agreed` is asked before anything
    is written, with what is to be said of the pack as a whole; False ends it with nothing written.

    Raises DataError, UsageError, TemplateError, and OutputError where a file can not be written or, without
    `force`, stands there.
    """
    if template is not None and template != STANDARD and is_template(template):
        raise UsageError([Fault("pack.template", Place(file=str(template)))])
    loaded = _loaded(source, reports, round)
    folder = Path(directory)
    planned = [one for each in loaded for one in _planned(each, folder)]
    made = [render(one.paper, template=template, numerals=numerals).document for one in planned]
    _refuse([one.path for one in planned], folder, force=force, pdf=pdf)
    files = dict(zip((one.path for one in planned), made, strict=True))
    drawn, said = _drawn(planned, made, pdf)
    drawings = {one.path.with_suffix(".pdf"): pdf.content for one, pdf in zip(planned, drawn, strict=bool(drawn))}
    found = _each_once([*(finding for one in planned for finding in one.of_pack), *said, *_left_over(folder, planned)])
    documents = tuple(_packed(one, files, drawings) for one in planned)
    finished = Pack(folder, folder / INDEX, documents, found)
    files |= drawings
    files[finished.index] = index_page(finished, loaded[0].report).encode()
    if agreed is None or agreed(found):
        _write(folder, files)
    return finished


@dataclass(frozen=True, slots=True)
class _Planned:
    """A document that is to be made; `of_pack` is what its name gives to say."""

    paper: Paper
    item: Item | None
    path: Path
    findings: tuple[Finding, ...]
    of_pack: tuple[Finding, ...] = ()


def _loaded(source: object, kinds: Sequence[str], part: int | None) -> tuple[Loaded, ...]:
    if isinstance(source, (str, os.PathLike)):
        loaded = load_reports(source, kinds, round=part)
    elif isinstance(source, Dossier):
        loaded = tuple(Loaded(report, review(report)) for report in _of(source, kinds, part))
    elif isinstance(source, Iterable):
        loaded = tuple(source)
    else:
        raise UsageError([Fault("pack.no-dossier", params={"found": type(source).__name__})])
    others = [one.report.kind for one in loaded if not isinstance(one.report, Report)]
    if others or not loaded:
        params = {"found": ", ".join(others) or "-", "known": ", ".join(KINDS)}
        raise UsageError([Fault("pack.no-report", params=params)])
    return loaded


def _of(dossier: Dossier, kinds: Sequence[str], part: int | None) -> Iterable[Report]:
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise UsageError(Fault("pack.no-report", params={"found": kind, "known": ", ".join(KINDS)}) for kind in unknown)
    for name in kinds or KINDS:
        options = {"round": part} if part is not None and "round" in KINDS[name].model_fields else {}
        yield dossier.report(KINDS[name], **options)


def _planned(loaded: Loaded, folder: Path) -> Iterable[_Planned]:
    """A report, its memo and its form."""
    report, findings = loaded
    if not isinstance(report, Report):
        return
    item, said = _item(report)
    stem = report.kind if item is None else f"{item.id}_{report.kind}"
    yield _Planned(report, item, folder / f"{stem}.docx", findings, said)
    for kind in (Memo, PublicationForm):
        paper = kind.for_report(report, template_set=report.template_set)
        path = folder / f"{stem}_{paper.kind}.docx"
        yield _Planned(paper, item, path, tuple(paper.findings()))


def _item(report: Report) -> tuple[Item | None, tuple[Finding, ...]]:
    """The item that a report is evidence for; what is to be said where there is none, or nobody has confirmed it."""
    year = report.evidence_year or report.fiscal_year
    stated = "evidence_year" if report.evidence_year else "fiscal_year"
    params = {"kind": report.kind, "year": str(year.year)}
    found: Item | None = None
    with suppress(ParseError):
        found = evidence_item(report, report.edition_of(year, stated))
    if found is None:
        return None, (Finding("pack.no-item", Place(field=stated), params, "warning"),)
    if found.status == "unverified":
        said = Finding("pack.item-unverified", Place(field=stated), {**params, "item": found.id}, "advice")
        return found, (said,)
    return found, ()


def _drawn(planned: Sequence[_Planned], made: Sequence[bytes], asked: bool | None) -> tuple[list[Pdf], list[Finding]]:
    """The PDFs, and what is found of their fonts; or why there are none, where nobody insists."""
    if asked is False:
        return [], [Finding("pack.no-pdf-asked", severity="advice")]
    documents = [Rendered(content, one.path, one.paper) for one, content in zip(planned, made, strict=True)]
    try:
        drawn = to_pdf(documents)
    except PdfError as error:
        if asked or not all(fault.code in _NOT_INSTALLED for fault in error.faults):
            raise
        return [], [_no_pdf(fault) for fault in error.faults]
    except OutputError as error:  # of fonts, without their library
        if asked or not all(fault.code in _NOT_INSTALLED for fault in error.faults):
            raise
        return [], [_no_pdf(fault) for fault in error.faults]
    return drawn, [replace(finding, place=Place()) for one in drawn for finding in one.findings]


def _no_pdf(fault: Fault) -> Finding:
    return Finding(fault.code, fault.place, fault.params, "warning")


def _packed(one: _Planned, files: dict[Path, bytes], drawings: dict[Path, bytes]) -> Packed:
    drawing = one.path.with_suffix(".pdf")
    title = str(getattr(one.paper.view(), "title", "") or PAPERS[one.paper.kind].title_th)
    sizes = (len(files[one.path]), len(drawings.get(drawing, b"")))
    return Packed(
        one.paper.kind, title, one.item, one.path, drawing if drawing in drawings else None, sizes, one.findings
    )


def _refuse(paths: Sequence[Path], folder: Path, *, force: bool, pdf: bool | None) -> None:
    """Refuse to lose a file that is there, and what is no file, before LibreOffice is run."""
    wanted = [*paths, *([] if pdf is False else [path.with_suffix(".pdf") for path in paths]), folder / INDEX]
    faults = [Fault("output.folder", Place(file=str(path))) for path in wanted if os.path.isdir(path)]  # noqa: PTH112  never fails
    if not force:
        there = [path for path in wanted if os.path.isfile(path)]  # noqa: PTH113  as above
        faults += [Fault("pack.exists", Place(file=str(path))) for path in there]
    if faults:
        raise OutputError(faults)


def _left_over(folder: Path, planned: Sequence[_Planned]) -> Iterable[Finding]:
    """Files of another pack that stand in the folder and are none of this one."""
    names = {path.name for one in planned for path in (one.path, one.path.with_suffix(".pdf"))}
    with suppress(OSError):
        there = sorted(path.name for path in folder.iterdir() if _OF_A_PACK.fullmatch(path.name))
        yield from (
            Finding("pack.left-over", Place(file=str(folder / name)), {"found": name}, "warning")
            for name in there
            if name not in names
        )


def _each_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple({(f.code, f.place, tuple(sorted(f.params.items()))): f for f in findings}.values())


def _write(folder: Path, files: dict[Path, bytes]) -> None:
    """All files, the page last; a folder that was made for them goes with them."""
    new = [place for place in (folder, *folder.parents) if not place.exists()]
    folder_of(folder)
    try:
        write_all(files)
    except BaseException:
        for place in new:
            with suppress(OSError):
                place.rmdir()
        raise


__all__ = ["INDEX", "Pack", "Packed", "pack"]
