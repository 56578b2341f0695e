"""`check_template`: a template walked against a view without any data; everything that is wrong, at once.

What the compiler refuses is an error here too; the rest of the part is checked all the same, as far as it can be mended
(`mend.py`). What can not be told without data is said as advice, once a place.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ita_docs.engine.chart_store import TemplateCharts
from ita_docs.engine.check import layout
from ita_docs.engine.check.known import Value
from ita_docs.engine.check.opened import Against, Part, tags_checked
from ita_docs.engine.check.typed import typed_slips
from ita_docs.engine.filters import environment
from ita_docs.engine.package import Package, parse_xml
from ita_docs.engine.places import grid, placed
from ita_docs.errors import Place, TemplateError
from ita_docs.findings import Finding
from ita_docs.reports import PAPERS, View
from ita_docs.reports.view_types import EXTRA, ViewType, view_class, view_type, walk
from ita_docs.template_sets import ExtraField, standard_template
from ita_docs.template_sets.described import declared

_STORIES = re.compile(r"wordprocessingml\.(?:document\.main|header|footer|footnotes|endnotes)\+xml$")
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_ENVIRONMENT = environment()
#: Why a tag can not be read, in the compiler's words; a slip at the same tag says it better, and each of these better
#: than what Jinja says.
_PLAIN = frozenset({"template.block-stray", "template.tag-open", "template.tr-outside", "template.tc-outside"})


class Checked(NamedTuple):
    """What a check found, and what of the view the template prints."""

    findings: tuple[Finding, ...]
    printed: frozenset[str]


def check_template(
    path: str | os.PathLike[str], view: type[View], *, extra: Mapping[str, ExtraField] | None = None
) -> tuple[Finding, ...]:
    """Everything that is wrong with a template for a view, in the order of the document; nothing is rendered.

    `extra` are the fields that a template set declares beside the view. A file that is refused gives the reason alone.
    What is never printed is one finding at the end: of a kind's view, the names that its standard template prints.
    """
    tree = view_type(view, declared(extra or {}))
    fields = {name: one.type for name, one in tree.fields.items()}
    try:
        checked = check_types(path, fields)
    except TemplateError as error:
        return tuple(Finding(fault.code, fault.place, fault.params, "error") for fault in error.faults)
    file = Place(file=Package.read(path)[0])
    standard = _expected(view)
    missing: list[str] = []
    for name, kind in fields.items():
        missing += _missing(name, kind, checked, standard)
    if not missing:
        return checked.findings
    return (*checked.findings, Finding("check.unprinted", file, {"found": ", ".join(missing)}, "warning"))


def check_types(path: str | os.PathLike[str], fields: Mapping[str, ViewType]) -> Checked:
    """The same for names of any types, without what is never printed. Raises TemplateError for a refused file."""
    file, data = Package.read(path)
    package = Package(data, file)
    printed: set[str] = set()
    names = {name: Value(kind, name, frozenset({name}), ("view", name)) for name, kind in fields.items()}
    against = Against(package, TemplateCharts(package), _ENVIRONMENT, names, printed)
    found: list[Finding] = []
    for part in _parts(package):
        tags = tags_checked(part, against)
        of_part = _closest([*tags, *typed_slips(part, file)])
        found += _in_order([*of_part, *layout.checked(part, package)], part, file)
    return Checked(tuple(found), frozenset(printed))


def _parts(package: Package) -> Iterator[Part]:
    """The parts that hold text, the document first."""
    for name in sorted(package.parts, key=lambda name: name != package.main):
        kind = package.content_type(name)
        if _STORIES.search(kind) or (kind == _CORE and b"{" in package.parts[name]):
            yield Part(name, parse_xml(package.parts[name], package.file, name))


def _closest(findings: list[Finding]) -> Iterator[Finding]:
    """Findings without those that a closer one explains, each once."""
    slipped = {one.place for one in findings if one.code.startswith("check.") and one.severity == "error"}
    plain = {one.place for one in findings if one.code in _PLAIN}
    known: set[tuple[str, Place]] = set()
    for one in findings:
        generic = one.place in slipped if one.code in _PLAIN else one.code == "template.syntax" and one.place in plain
        key = (f"{one.code} {dict(one.params)}", one.place)
        if key not in known and not generic and not (one.code == "template.syntax" and one.place in slipped):
            known.add(key)
            yield one


def _in_order(findings: list[Finding], part: Part, file: str) -> list[Finding]:
    """In the order of the text; what concerns the whole part comes first."""
    begin = Place(file=file, part=part.name)
    order: dict[tuple[int | None, ...], int] = {}
    for number, (_, _, place) in enumerate(placed(part.root, begin, dict(grid(part.root, begin))), 1):
        spot = (place.table, place.row, place.cell, place.paragraph)
        for size in range(1, 5):
            order.setdefault((*spot[:size], *(None,) * (4 - size)), number)
    order[None, None, None, None] = 0
    return sorted(findings, key=lambda one: order.get(_spot(one.place), 0))


def _spot(place: Place) -> tuple[int | None, ...]:
    return place.table, place.row, place.cell, place.paragraph


# -- what is never printed ---------------------------------------------------------------------------------------------


def _expected(view: type[View]) -> frozenset[str] | None:
    """What the standard template of the view's kind prints; None for a view that has none."""
    for name, kind in PAPERS.items():
        if view_class(kind) is view:
            return _standard(name)
    return None


@lru_cache(maxsize=16)
def _standard(kind: str) -> frozenset[str] | None:
    fields = {name: one.type for name, one in view_type(view_class(PAPERS[kind])).fields.items()}
    try:
        return check_types(standard_template(kind), fields).printed
    except TemplateError:  # no standard template is there to compare with
        return None


def _missing(path: str, kind: ViewType, checked: Checked, expected: frozenset[str] | None) -> Iterable[str]:
    """The names at and below a path that are not printed; a list or group of which nothing is, by its own name."""
    if _covered(path, checked.printed):
        return []
    leaves = [(path, kind)] if kind.leaf else [(p, one.type) for p, one in walk(kind, path) if one.type.leaf]
    leaves = leaves or [(path, kind)]  # a list of texts
    if path.rpartition(".")[2] == EXTRA:  # which no standard template can print
        expected = None
    if expected is None:
        wanted = [p for p, one in leaves if _is_content(p, one)]
    else:
        wanted = [p for p, _ in leaves if _covered(p, expected)]
    missing = [p for p in wanted if not _covered(p, checked.printed)]
    if missing and len(missing) == len(wanted) and (kind.leaf or len(wanted) > 1):
        return [path]
    if kind.leaf:
        return missing
    inner = kind
    while inner.item is not None:
        inner = inner.item
    return [p for name, one in inner.fields.items() for p in _missing(f"{path}.{name}", one.type, checked, expected)]


def _is_content(path: str, kind: ViewType) -> bool:
    """Whether a name holds what a paper says, and not how it is laid out."""
    return kind.kind not in {"key", "flag"} and not path.endswith((".level", "_key"))


def _covered(path: str, printed: frozenset[str]) -> bool:
    """Whether a name or what it stands in is printed."""
    parts = path.split(".")
    return any(".".join(parts[:n]) in printed for n in range(1, len(parts) + 1))
