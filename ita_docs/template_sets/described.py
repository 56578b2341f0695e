"""What a template of a set can print (ชื่อที่แม่แบบใช้ได้): the kind's view, and the fields that the set declares.

Source: the annotations of the view, `set.toml`.  Limits: what the sample leaves out has an example of its type.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from ita_docs.reports import PAPERS, View
from ita_docs.reports.examples import examples
from ita_docs.reports.view_types import (
    Declared,
    ViewField,
    ViewType,
    example_of,
    points_type,
    view_class,
    view_type,
    walk,
)
from ita_docs.template_sets.lookup import TemplateSet
from ita_docs.template_sets.set_file import ExtraField, ExtraType

_TYPES: dict[ExtraType, ViewType] = {
    "text": ViewType("text", optional=True),
    "number": ViewType("number", optional=True),
    "money": ViewType("text", optional=True),  # an amount, or a word for none
    "date": ViewType("date", optional=True),
    "period": ViewType("period", optional=True),
    "flag": ViewType("flag", optional=True),
}


def described(kind: str, of: TemplateSet, sample: View | None = None) -> Iterator[tuple[str, ViewField]]:
    """Every name that a template of a kind can print, with its path; examples are what a sample's view prints."""
    found = {} if sample is None else examples(sample)
    for path, field in walk(view_type(view_class(PAPERS[kind]), declared(of.extra))):
        yield path, replace(field, example=found.get(path, field.example))


def declared(fields: Mapping[str, ExtraField]) -> Declared:
    """The fields of an agency's own as a view shows them."""
    types = {name: _TYPES.get(one.type) or points_type() for name, one in fields.items()}
    made = {name: ViewField(name, types[name], one.meaning, example_of(types[name])) for name, one in fields.items()}
    return {
        "report": {name: made[name] for name, one in fields.items() if one.of == "report"},
        "measure": {name: made[name] for name, one in fields.items() if one.of == "measure"},
    }
