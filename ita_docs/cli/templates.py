"""The commands on templates: list the sets, copy one to change in Word, name its fields, check a template.

What a set is, `template_sets` says; what a check finds, `engine.check`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ita_docs
from ita_docs import template_sets
from ita_docs.cli import outputs
from ita_docs.cli.checking import record, stops
from ita_docs.cli.console import Console
from ita_docs.cli.unknown import known_kind
from ita_docs.cli.words import word
from ita_docs.errors import Place, TemplateError

if TYPE_CHECKING:
    from ita_docs.reports.view_types import ViewField
    from ita_docs.template_sets import TemplateSet

_HERE = Path()
_SETTINGS = """\
# {comment}
name = {name}
inherit = {parent}
# font = "TH Sarabun New"
# size = 16
# logo = "logo.png"
# numerals = "thai"
#
# [extra.budget_source]
# type = "text"
# meaning = "{meaning}"
"""


def list_sets(console: Console) -> int:
    """Name, folder, and the kinds of which a set has a template of its own; a tab between."""
    for name, folder in template_sets.known_sets(_HERE).items():
        own = sorted(path.stem for path in folder.glob("*.docx") if path.stem in ita_docs.PAPERS)
        console.product(f"{name}\t{folder}\t{', '.join(own)}")
    return 0


def copy(console: Console, kind: str, folder: str, template: str | None, force: bool) -> int:
    """Write a template into a set of one's own, and the set's file where it has none."""
    known_kind(kind)
    found = template_sets.find_set(template, _HERE)
    path, style = found.template(kind)
    target = Path(folder) / f"{kind}.docx"
    outputs.make_folder(target.parent)
    outputs.refuse_document(target, force=force, template=str(path))
    from ita_docs.engine.restyle import restyled  # noqa: PLC0415  loads Word's libraries

    written = {target: restyled(path.read_bytes(), str(path), style)}
    settings = target.with_name(template_sets.FILE)
    if not settings.exists():
        name = json.dumps(target.parent.resolve().name, ensure_ascii=False)
        parent = json.dumps(
            found.name if template is None or found.parent is None else str(template), ensure_ascii=False
        )
        said = {key: word(f"set.{key}", console.language) for key in ("comment", "meaning")}
        written[settings] = _SETTINGS.format(name=name, parent=parent, **said).encode()
    outputs.write_all(written)
    for one in written:
        console.product(str(one))
    return 0


def fields(console: Console, kind: str, template: str | None, as_json: bool) -> int:
    """Every name that the template of a kind can print, as a tree or as JSON."""
    known_kind(kind)
    from ita_docs.template_sets.described import described  # noqa: PLC0415  loads the reports, which help does without

    starter: Any = ita_docs.load(template_sets.starter(kind))  # whose values are the examples
    found = list(described(kind, template_sets.find_set(template, _HERE), starter.view()))
    if as_json:
        rows = [{"name": path, **_row(field)} for path, field in found]
        console.product_file(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    else:
        console.product_file("".join(f"{line}\n" for line in _tree(found)))
    return 0


def check(  # noqa: PLR0913, PLR0917  one parameter for each word of the command
    console: Console, file: str, kind: str, template: str | None, annotate: str | None, force: bool, as_json: bool
) -> int:
    """Say everything that is wrong with a template, without any data; the exit code says whether it can be used."""
    known_kind(kind)
    from ita_docs.engine.check import annotated, check_template, texts_around  # noqa: PLC0415  loads Word's libraries
    from ita_docs.reports.view_types import view_class  # noqa: PLC0415  loads the reports

    path = Path(file)
    findings = check_template(path, view_class(ita_docs.PAPERS[kind]), extra=_set_of(path, template).extra)
    errors = sum(stops(finding, strict=False) for finding in findings)
    code = TemplateError.exit_code if errors else 0
    readable = not any(finding.place.part == "" and finding.severity == "error" for finding in findings)
    if annotate:
        target = Path(annotate)
        outputs.refuse_document(target, force=force, template=file)
        outputs.write(target, annotated(path, findings, language=console.language))
    if as_json:
        around = texts_around(path, findings) if readable else ("",) * len(findings)
        records = [
            {**record(finding, console), **_place(finding.place), "around": text}
            for finding, text in zip(findings, around, strict=True)
        ]
        said = {"file": file, "kind": kind, "exit_code": code, "findings": records}
        console.product_file(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
        return code
    console.report(findings)
    if findings:
        console.note("check.count", file=file, errors=errors, others=len(findings) - errors)
    else:
        console.note("check.clean", file=file)
    if annotate:
        console.product(annotate)
    return code


def _set_of(template: Path, asked: str | None) -> TemplateSet:
    """The set whose fields a template may print: as asked for, else the one that its folder is."""
    if asked is None and (template.parent / template_sets.FILE).is_file():
        return template_sets.find_set(template.parent, _HERE)
    return template_sets.find_set(asked, _HERE)


def _place(place: Place) -> dict[str, object]:
    return {name: getattr(place, name) for name in ("part", "table", "row", "cell", "paragraph", "tag")}


def _row(field: ViewField) -> dict[str, str]:
    return {"type": field.type.label, "meaning": field.meaning, "example": field.example}


def _tree(found: Sequence[tuple[str, ViewField]]) -> Iterator[str]:
    """The names indented by their depth, then type, meaning and an example."""
    for path, field in found:
        said = " · ".join(piece for piece in (field.type.label, field.meaning, field.example) if piece)
        yield f"{'  ' * path.count('.')}{path.rpartition('.')[2]}: {said}"
