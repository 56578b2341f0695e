"""Which template a report is rendered with, and what its set says besides: digits and logo.

Source: what the caller asks for (a path, an opened template, a set by name or path), else the set that the data names,
else the one that `ITA_DOCS_TEMPLATES` is, else the standard set.
"""

from __future__ import annotations

import os
from collections import OrderedDict
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from ita_docs.engine.package import Package
from ita_docs.engine.template import Template
from ita_docs.errors import Fault, UsageError
from ita_docs.reports import Paper
from ita_docs.template_sets import STANDARD, Style, TemplateSet, find_set, standard_set, standard_template

_WORD = ".docx"
_MOST_RESTYLED = 64
_restyled: OrderedDict[tuple[str, bytes, Style], Template] = OrderedDict()
_lock = Lock()


class Choice(NamedTuple):
    """A template, and the set it is of; a template given by itself is of no agency's set."""

    template: Template
    set: TemplateSet | None


def choose(paper: Paper, asked: str | os.PathLike[str] | Template | None) -> Choice:
    """The template of a paper: as asked for, else of the set that its data names.

    Raises TemplateError, with what there is where a set is not known.
    """
    kind = paper.kind
    if isinstance(asked, Template):
        return Choice(asked, None)
    if asked is not None and asked != STANDARD and is_template(asked):
        return Choice(Template(asked), None)
    found = set_of(paper, asked)
    path, style = found.template(kind)
    if path == standard_template(kind) and style == Style():
        return Choice(_standard(kind), found)
    return Choice(Template(path) if style == Style() else _in_style(path, style), found)


def set_of(paper: Paper, asked: str | os.PathLike[str] | None = None) -> TemplateSet:
    """The set of a paper: as asked for, else as its data says, else as the environment does."""
    name = asked or paper.template_set
    return standard_set() if name == STANDARD else find_set(name, paper.folder)


def is_template(asked: str | os.PathLike[str]) -> bool:
    """Whether a template is meant, not a set: a name that ends in .docx, or a file that is there."""
    try:
        text = os.fspath(asked)
    except TypeError as error:
        raise UsageError([Fault("usage.no-path", params={"found": type(asked).__name__})]) from error
    return text.lower().endswith(_WORD) or os.path.isfile(text)  # noqa: PTH113  a name that no file can have is none


@cache
def _standard(kind: str) -> Template:
    return Template.standard(standard_template(kind))


def _in_style(path: Path, style: Style) -> Template:
    """A template in another style, made once for a content."""
    from ita_docs.engine.restyle import restyled  # noqa: PLC0415  few sets have a style of their own

    file, data = Package.read(path)
    key = (file, sha256(data).digest(), style)
    with _lock:
        if key not in _restyled:
            _restyled[key] = Template.of(restyled(data, file, style), path)
            if len(_restyled) > _MOST_RESTYLED:
                _restyled.popitem(last=False)
        _restyled.move_to_end(key)
        return _restyled[key]
