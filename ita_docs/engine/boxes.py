"""Check boxes a person can click in Word, bound to a true/false value by their Tag; fresh ids of controls and drawings.

A `w14:checkbox` content control whose Tag is a dotted name is looked up where it stands, loop variables included;
state, glyph and font follow as if it had been clicked, the tag in the document is the name's last word. Control and
drawing ids are new in every document, since a loop would repeat them.

Source: [MS-DOCX] 2.6.3.28 (the box's states) and ECMA-376 part 1, 17.5.2.  Limits: the name is the Tag, not the Title.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from jinja2 import pass_context
from lxml import etree
from markupsafe import Markup

from ita_docs.engine.places import Places, unmarked
from ita_docs.engine.sandbox import Missing, RenderContext
from ita_docs.engine.state import PartState
from ita_docs.engine.values import report_missing
from ita_docs.engine.wordml import W14, WP, XML_SPACE, W, properties, value
from ita_docs.patterns import lazy_pattern

NAME = lazy_pattern(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", re.ASCII)
_HEX = lazy_pattern(r"[0-9A-Fa-f]{1,4}")
_FONT = lazy_pattern(r"[\w .-]{1,60}")
#: Fonts whose characters are numbered, not named: Word writes those as symbols of the private use area.
_SYMBOL_FONT = lazy_pattern(r"wingdings(?: [23])?|webdings|symbol|marlett", re.IGNORECASE)
_PRIVATE, _BYTE = 0xF000, 0x100
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_BOXES = "☐☑☒□■▢✓✔✗✘"
#: What would show or fetch something else than the state: a placeholder, a binding to data of the file.
_OVERRULING = {"showingPlcHdr", "dataBinding"}


class _State(NamedTuple):
    """How a box looks in one of its states."""

    code: int
    font: str

    @property
    def symbol(self) -> bool:
        """Whether the character has a meaning in its font only."""
        return self.code in range(_PRIVATE, _PRIVATE + _BYTE) or bool(_SYMBOL_FONT.fullmatch(self.font))

    @property
    def markup(self) -> str:
        """What stands in the run."""
        if self.symbol:
            code = self.code | _PRIVATE if self.code < _BYTE else self.code
            return f'<w:sym w:font="{self.font}" w:char="{code:04X}"/>'
        return f"<w:t>{chr(self.code)}</w:t>"


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
        name = unmarked(value(tag)).strip(" {}")
        if box is not None and tag is not None and NAME.fullmatch(name):
            tag.set(f"{W}val", name.rsplit(".", 1)[-1])
            _bind(control, box, name, places)
    for drawing in root.iter(f"{WP}docPr"):
        drawing.set("id", places.hold("{{ 0|_id }}"))


def _bind(control: etree._Element, box: etree._Element, name: str, places: Places) -> None:
    on, off = _state(box, "checkedState", 0x2612), _state(box, "uncheckedState", 0x2610)
    glyph = _glyph(control, {*_BOXES, *(chr(state.code) for state in (on, off) if not chr(state.code).isalnum())})
    around = next(control.iterancestors(f"{W}p", f"{W}tc"), None)
    place = places.of(glyph if around is None else control, name)  # a control may hold the cell that it stands for

    def either(ticked: str, empty: str) -> str:
        return places.hold(f"{{{{ {name}|_glyph('{ticked}', '{empty}') }}}}", place)

    checked = box.find(f"{W14}checked")
    if checked is None:
        checked = etree.Element(f"{W14}checked")
        box.insert(0, checked)
    checked.set(f"{W14}val", places.hold(f"{{{{ {name}|_box }}}}", place))
    run = glyph.getparent()
    _show_state(control, run)
    fonts = [state.font for state in (on, off) if not state.symbol]
    if fonts and all(fonts) and not _beside(run, glyph):
        _set_font(run, fonts[0] if fonts[0] == fonts[-1] else either(fonts[0], fonts[-1]))
    if glyph.tag == f"{W}sym" or on.symbol or off.symbol:
        held = either(on.markup, off.markup)
        before = glyph.getprevious()
        if before is None:
            run.text = held
        else:
            before.tail = held
        run.remove(glyph)
    else:
        glyph.text = either(chr(on.code), chr(off.code))


def _state(box: etree._Element, name: str, default: int) -> _State:
    """A state's character and font; the default for a character that could be read as markup or end a literal."""
    given = box.find(f"{W14}{name}")
    if given is None:
        return _State(default, "MS Gothic")
    font, code = given.get(f"{W14}font", ""), given.get(f"{W14}val", "")
    state = _State(int(code, 16) if _HEX.fullmatch(code) else 0, font if _FONT.fullmatch(font) else "")
    letter = chr(state.code).isascii() and chr(state.code).isalnum()  # of a font that is not known as one of symbols
    text = letter or state.code in range(0xA0, 0xD800) or state.code in range(0xE000, 0xFFFE)
    return state if text or (state.symbol and state.code > ord(" ")) else state._replace(code=default)


def _glyph(control: etree._Element, known: set[str]) -> etree._Element:
    """The element that shows the box and nothing else; words beside it stay, a text without a box is replaced."""
    shown = list(control.iterfind(f"{W}sdtContent//*"))
    shown = [element for element in shown if element.tag in {f"{W}t", f"{W}sym"}]
    for element in shown:
        text = element.text or ""
        at = next((at for at, character in enumerate(text) if character in known), None)
        if at is not None:
            _add_text(element, text[:at], after=False)
            _add_text(element, text[at + 1 :], after=True)
            element.text = text[at]
        if at is not None or element.tag == f"{W}sym":
            return element
    if not shown:
        return _new_glyph(control)
    for other in shown[1:]:
        other.getparent().remove(other)
    return shown[0]


def _add_text(beside: etree._Element, text: str, *, after: bool) -> None:
    if text:
        element = etree.Element(f"{W}t", {XML_SPACE: "preserve"})
        element.text = text
        run = beside.getparent()
        run.insert(run.index(beside) + after, element)


def _new_glyph(control: etree._Element) -> etree._Element:
    """A run for the box of a control that is empty."""
    content = control.find(f"{W}sdtContent")
    if content is None:
        content = etree.SubElement(control, f"{W}sdtContent")
    holder = next(content.iter(f"{W}p"), content)
    if holder is content and next(control.iterancestors(f"{W}p"), None) is None:
        holder = etree.SubElement(next(content.iter(f"{W}tc"), content), f"{W}p")
    return etree.SubElement(etree.SubElement(holder, f"{W}r"), f"{W}t")


def _beside(run: etree._Element, glyph: etree._Element) -> bool:
    """Whether words stand in the run too: they keep their font."""
    return any(text is not glyph for text in run.iterfind(f"{W}t"))


def _set_font(run: etree._Element, font: str) -> None:
    """Write a run in the font of the box, as a click in Word does: the document's own may have no boxes."""
    look = properties(run, "rPr")
    fonts = look.find(f"{W}rFonts")
    if fonts is None:
        fonts = etree.Element(f"{W}rFonts")
        look.insert(int(look.find(f"{W}rStyle") is not None), fonts)
    for attribute in fonts.keys():  # noqa: SIM118  # an element iterates over its children
        if str(attribute).endswith(("Theme", "cstheme")):
            del fonts.attrib[attribute]
    for slot in _SLOTS:
        fonts.set(f"{W}{slot}", font)


def _show_state(control: etree._Element, run: etree._Element) -> None:
    """Drop what Word would show instead of the state."""
    own = control.find(f"{W}sdtPr")
    for element in list(own):
        word = etree.QName(element).localname
        if word in _OVERRULING:
            own.remove(element)
        if word == "showingPlcHdr":
            for style in run.findall(f"{W}rPr/{W}rStyle"):  # the grey of placeholders
                style.getparent().remove(style)


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
    """What is seen of it: a character, a symbol of a font, or the font."""
    del context, line
    return Markup(on if ticked is True else off)


@pass_context
def id_filter(context: RenderContext, unused: Any, line: int) -> Markup:
    """An id that no other control or drawing of the document has."""
    del unused, line
    return Markup(context.state.document.new_id())


FILTERS = {"_box": box_filter, "_glyph": glyph_filter, "_id": id_filter}
