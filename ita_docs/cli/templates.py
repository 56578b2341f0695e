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
from ita_docs.errors import TemplateError

if TYPE_CHECKING:
    from ita_docs.reports.view_types import ViewField

_HERE = Path()


def list_sets(console: Console) -> int:
    """Name, folder, and the kinds of which a set has a template of its own; a tab between."""
    for name, folder in template_sets.known_sets(_HERE).items():
        own = sorted(path.stem for path in folder.glob("*.docx") if path.stem in ita_docs.PAPERS)
        console.product(f"{name}\t{folder}\t{', '.join(own)}")
    return 0


def copy(console: Console, kind: str, folder: str, template: str | None, force: bool) -> int:
    """Write a template into a set of one's own, and the set's file where it has none."""
    found = template_sets.find_set(template, _HERE)
    source, _ = found.template(known_kind(kind))
    target = Path(folder)
    outputs.make_folder(target)
    document = target / f"{kind}.docx"
    outputs.refuse(document, force=force)
    outputs.write(document, source.read_bytes())
    console.product(str(document))
    settings = target / template_sets.FILE
    if not settings.exists():
        lines = [word("set.name", console.language), f'name = "{target.resolve().name}"', f'inherit = "{found.name}"']
        outputs.write(settings, "\n".join([*lines, word("set.more", console.language), ""]).encode())
        console.product(str(settings))
    return 0


def fields(console: Console, kind: str, template: str | None, as_json: bool) -> int:
    """Every name that the template of a kind can print, as a tree or as JSON."""
    from ita_docs.template_sets.described import described  # noqa: PLC0415  loads the reports, which help does without

    found = list(described(known_kind(kind), template_sets.find_set(template, _HERE)))
    if as_json:
        rows = [{"name": path, **_row(field)} for path, field in found]
        console.product_file(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    else:
        console.product_file("".join(f"{line}\n" for line in _tree(found)))
    return 0


def check(  # noqa: PLR0913, PLR0917  one parameter for each word of the command
    console: Console, file: str, kind: str, template: str | None, annotate: str | None, as_json: bool
) -> int:
    """Say everything that is wrong with a template, without any data; the exit code says whether it can be used."""
    from ita_docs.engine.check import annotated, check_template, texts_around  # noqa: PLC0415  loads Word's libraries
    from ita_docs.template_sets.described import extra_types  # noqa: PLC0415  as above

    view = ita_docs.PAPERS[known_kind(kind)]
    extra = extra_types(template_sets.find_set(template, Path(file).parent).extra)
    findings = check_template(Path(file), view.view_class(), extra=extra)
    code = TemplateError.exit_code if any(stops(finding, strict=False) for finding in findings) else 0
    if annotate:
        target = Path(annotate)
        outputs.refuse_document(target, template=file)
        outputs.write(target, annotated(Path(file), findings, language=console.language))
    if as_json:
        around = texts_around(Path(file), findings)
        records = [
            {**record(finding, console), **_place(finding.place), "around": text}
            for finding, text in zip(findings, around, strict=True)
        ]
        said = {"file": file, "kind": kind, "exit_code": code, "findings": records}
        console.product_file(json.dumps(said, ensure_ascii=False, indent=2) + "\n")
    else:
        console.report(findings)
        errors = sum(stops(finding, strict=False) for finding in findings)
        note = "check.count" if findings else "check.clean"
        console.note(note, file=file, errors=errors, others=len(findings) - errors)
        if annotate:
            console.product(annotate)
    return code


def _place(place: Any) -> dict[str, object]:
    return {name: getattr(place, name) for name in ("part", "table", "row", "cell", "paragraph", "tag")}


def _row(field: ViewField) -> dict[str, str]:
    return {"type": field.type.label, "meaning": field.meaning, "example": field.example}


def _tree(found: Sequence[tuple[str, ViewField]]) -> Iterator[str]:
    """The names indented by their depth, then type, meaning and an example."""
    for path, field in found:
        depth = path.count(".") + path.count("[]")
        said = " · ".join(piece for piece in (field.type.label, field.meaning, field.example) if piece)
        yield f"{'  ' * depth}{path}: {said}"
