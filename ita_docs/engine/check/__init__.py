"""The static check of a template against a view, and a copy of it with the findings as comments of Word.

For `template check FILE --for KIND`:

    findings = check_template(path, view_class(KINDS[kind]), extra={…})   # reports.view_types.view_class
    around = texts_around(path, findings)                                 # the text around each tag
    annotate(path, findings, out, language="th")                          # --annotate OUT.docx

Each finding has a place (part, table, row, cell, paragraph, tag), a severity, a text and an advice in both languages;
the exit code is 4 when one is an error. `template fields KIND` prints `reports.view_types.walk(view_type(view))`.
"""

from ita_docs.engine.check.comments import annotate, annotated
from ita_docs.engine.check.template import Checked, check_template, check_types
from ita_docs.engine.check.where import texts_around

__all__ = ["Checked", "annotate", "annotated", "check_template", "check_types", "texts_around"]
