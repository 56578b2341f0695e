"""The only room that knows docxtpl, python-docx, Jinja and lxml: templates in, documents out."""

from ita_docs.engine.render import Rendered, render
from ita_docs.engine.template import Template

__all__ = ["Rendered", "Template", "render"]
