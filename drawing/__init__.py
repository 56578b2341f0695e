"""The scripts that draw the standard Word templates in `templates/standard/`.

`python -m drawing` redraws every template from shared blocks; `tests/drawing` proves that the files in the
repository are what is drawn. Nothing here goes into the wheel, and nothing here imports `ita_docs`: a template
is joined to the library by its tags alone.

Pipeline: `ooxml` (elements) → `styles`, `blocks` (paragraph, table, cover, signatures), `charts`, `boxes` → one
module per template → `package` (the .docx).
"""
