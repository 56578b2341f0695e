"""Check boxes a person can click in Word, bound to a true/false value by their Tag; fresh ids of controls and drawings.

A `w14:checkbox` content control whose Tag is a dotted name is looked up where it stands, loop variables included: state
and glyph follow, the tag in the document is the name's last word. Control and drawing ids are new in every document,
since a loop would repeat them.
"""

from __future__ import annotations

import re
from typing import Any

from jinja2 import pass_context
from lxml import etree
from markupsafe import Markup

from ita_docs.engine.places import Places
from ita_docs.engine.sandbox import Missing, RenderContext
from ita_docs.engine.state import PartState
from ita_docs.engine.values import report_missing
from ita_docs.engine.wordml import W14, WP, W, value

_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", re.ASCII)
_HEX = re.compile(r"[0-9A-Fa-f]{1,4}")
_CHECKED, _UNCHECKED = 0x2612, 0x2610


def rewrite(root: etree._Element, places: Places) -> None:
    """Bind the boxes of a part's tree, and let its ids be made when it is rendered."""
    for control in root.iter(f"{W}sdt"):
        own = control.find(f"{W}sdtPr")
        if own is None:
            continue
        ident = own.find(f"{W}id")
        if ident is not None:
            ident.set(f"{W}val", places.hold("{{ 0|_id }}"))
        box = own.find(f"{W14}checkbox")
        tag = own.find(f"{W}tag")
        if box is not None and tag is not None and _NAME.fullmatch(value(tag)):
            _bind(control, box, tag, places)
    for drawing in root.iter(f"{WP}docPr"):
        drawing.set("id", places.hold("{{ 0|_id }}"))


def _bind(control: etree._Element, box: etree._Element, tag: etree._Element, places: Places) -> None:
    name, place = value(tag), places.of(control, value(tag))
    checked = box.find(f"{W14}checked")
    if checked is None:
        checked = etree.Element(f"{W14}checked")
        box.insert(0, checked)
    checked.set(f"{W14}val", places.hold(f"{{{{ {name}|_box }}}}", place))
    on, off = _glyph(box, "checkedState", _CHECKED), _glyph(box, "uncheckedState", _UNCHECKED)
    first, *others = [*control.iterfind(f"{W}sdtContent//{W}t"), *control.iterfind(f"{W}sdtContent//{W}sym")] or [None]
    if first is not None and first.tag == f"{W}sym":
        first.set(f"{W}char", places.hold(f"{{{{ {name}|_glyph('{on:04X}', '{off:04X}') }}}}", place))
    elif first is not None:
        first.text = places.hold(f"{{{{ {name}|_glyph('{chr(on)}', '{chr(off)}') }}}}", place)
    for other in others:
        other.getparent().remove(other)
    tag.set(f"{W}val", name.rsplit(".", 1)[-1])


def _glyph(box: etree._Element, name: str, default: int) -> int:
    """The character's number; the default for what is none, or could be read as markup or as the end of a literal."""
    state = box.find(f"{W14}{name}")
    given = "" if state is None else state.get(f"{W14}val", "")
    code = int(given, 16) if _HEX.fullmatch(given) else 0
    letter = chr(code).isascii() and chr(code).isalnum()  # of a symbol font
    return code if letter or code in range(0xA0, 0xD800) or code in range(0xE000, 0xFFFE) else default


@pass_context
def box_filter(context: RenderContext, ticked: Any, line: int) -> Markup:
    """The box's state, `1` or `0`; the value must be true or false."""
    state: PartState = context.state
    if isinstance(ticked, Missing):
        report_missing(ticked, state, line)
    elif not isinstance(ticked, bool):
        state.fail("template.box", line, found=type(ticked).__name__)
    else:
        return Markup("1" if ticked else "0")
    return Markup("0")


@pass_context
def glyph_filter(context: RenderContext, ticked: Any, on: str, off: str, line: int) -> Markup:
    """The character that is seen."""
    del context, line
    return Markup(on if ticked is True else off)


@pass_context
def id_filter(context: RenderContext, unused: Any, line: int) -> Markup:
    """An id that no other control or drawing of the document has."""
    del unused, line
    return Markup(context.state.document.new_id())


FILTERS = {"_box": box_filter, "_glyph": glyph_filter, "_id": id_filter}
