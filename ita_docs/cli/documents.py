"""The commands that make documents, `render` and `demo`: all of them are written, or none.

What can be wrong is looked at in the order data, template, output, and only then is anything written.  Documents of a
dossier are named after their kinds, that of a report's file after the file.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import ita_docs
from ita_docs import template_sets
from ita_docs.cli import outputs
from ita_docs.cli.checking import load, merged, stops
from ita_docs.cli.console import Console
from ita_docs.errors import DataError, Fault, OutputError, Place, UsageError

if TYPE_CHECKING:
    from ita_docs.findings import Finding
    from ita_docs.reports import Paper


def demo(console: Console, folder: str, force: bool) -> int:
    """Render every sample; nothing is written unless all of them can be."""
    documents = {Path(folder) / f"{name}.docx": ita_docs.render(report).document for name, report in _samples()}
    outputs.make_folder(Path(folder))
    outputs.refuse_changed(documents, force=force)
    outputs.write_all(documents)
    for path in documents:
        console.product(str(path))
    return 0


def render(  # noqa: PLR0913, PLR0917  one parameter for each word of the command
    console: Console,
    file: str,
    report: Sequence[str],
    part: str | None,
    output: str | None,
    template: str | None,
    numerals: str | None,
    pdf: bool,
    embed_fonts: bool,
    strict: bool,
    force: bool,
) -> int:
    """Write the documents of a data file, when nothing in data, template and output stands against any of them.

    A PDF stands beside its document; what is found of fonts is said as what is found in the data.
    """
    loaded = load(file, report, part, template)
    if template and len(loaded) > 1 and template.lower().endswith(".docx"):
        raise UsageError([Fault("cli.template-of-several", params={"known": ", ".join(ita_docs.KINDS)})])
    found = [one.fault for one in merged(loaded)]
    console.report(found)
    if errors := sum(stops(fault, strict=strict) for fault in found):
        console.note("render.stopped", file=file, errors=errors)
        return DataError.exit_code
    made = [ita_docs.render(one.report, template=template, numerals=numerals_of(numerals)).document for one in loaded]
    targets = _targets(Path(file), [one.report for one in loaded], output)
    outputs.refuse_documents(targets, force=force, template=template, source=file)
    drawings = [target.with_suffix(".pdf") for target in targets] if pdf else []
    outputs.refuse_all(drawings, force=force, source=file)
    files = dict(zip(targets, made, strict=True))
    fonts: list[Finding] = []
    if embed_fonts:
        files = {target: _with_fonts(target, content, fonts) for target, content in files.items()}
    if pdf:
        drawn = ita_docs.to_pdf(
            ita_docs.Rendered(content, target, one.report)
            for (target, content), one in zip(files.items(), loaded, strict=True)
        )
        files |= {drawing: one.content for drawing, one in zip(drawings, drawn, strict=True)}
        fonts += [finding for one in drawn for finding in one.findings]
    console.report(fonts)
    if errors := sum(stops(fault, strict=strict) for fault in fonts):
        console.note("render.stopped", file=file, errors=errors)
        return DataError.exit_code
    outputs.write_all(files)
    for target in files:
        console.product(str(target))
    return 0


def _with_fonts(target: Path, content: bytes, findings: list[Finding]) -> bytes:
    """A document with its own font in it; faults and findings name the document."""
    from ita_docs.engine.embed import embed_fonts  # noqa: PLC0415  few ask for it

    place = Place(file=str(target))
    try:
        document, found = embed_fonts(content)
    except OutputError as error:
        raise type(error)(fault.at(place) for fault in error.faults) from error
    findings += [replace(finding, place=place) for finding in found]
    return document


def _samples() -> Iterator[tuple[str, Paper]]:
    """Every sample by the name of its document: a report's own, then a dossier's after the kind."""
    loaded_files = [(sample, ita_docs.load(sample)) for sample in template_sets.samples()]
    for sample, loaded in sorted(loaded_files, key=lambda file: isinstance(file[1], ita_docs.Dossier)):
        if isinstance(loaded, ita_docs.Dossier):
            yield from ((f"{name}-{sample.stem}", loaded.report(kind)) for name, kind in ita_docs.KINDS.items())
        else:
            yield sample.stem, loaded


def _targets(source: Path, reports: Sequence[Paper], output: str | None) -> list[Path]:
    """Where each document goes; the folder of several is made."""
    if not reports[0].of_dossier:
        return [Path(output) if output else source.with_suffix(".docx")]
    names = [f"{report.kind}.docx" for report in reports]
    folder = Path(output) if output else source.parent
    if output and not os.path.isdir(folder):  # noqa: PTH112  a name that no system can hold is no folder
        meant = output.endswith(("/", os.sep))
        if len(names) == 1 and not meant:
            return [folder]
        if not meant and (folder.suffix.lower() == ".docx" or output == "-"):
            raise OutputError([Fault("cli.output-of-several", Place(file=output), {"count": str(len(names))})])
        outputs.make_folder(folder)
    return [folder / name for name in names]


def numerals_of(asked: str | None) -> ita_docs.Numerals | None:
    """The numerals of an option."""
    return "thai" if asked == "thai" else "arabic" if asked == "arabic" else None
