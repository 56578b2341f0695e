"""Which template a report is rendered with: a set of an agency's own, the sets it inherits from, the standard set.

A set is a folder with `set.toml` and only those templates that differ.  Nothing in it is ever run.
"""

from ita_docs.template_sets.lookup import Style, TemplateSet, find_set, known_sets, standard_set
from ita_docs.template_sets.packaged import STANDARD, data_folder, samples, standard_template, starter
from ita_docs.template_sets.set_file import FILE, ExtraField, SetFile

__all__ = [
    "FILE",
    "STANDARD",
    "ExtraField",
    "SetFile",
    "Style",
    "TemplateSet",
    "data_folder",
    "find_set",
    "known_sets",
    "samples",
    "standard_set",
    "standard_template",
    "starter",
]
