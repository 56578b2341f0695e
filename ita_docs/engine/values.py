"""How a value is printed into a part: escaped, its digits localised, its line breaks and links turned into markup.

Every `{{ … }}` of a template ends in `print_value`, which knows where in the markup it stands (its *slot*): in a text,
an attribute, a field code, a document property, or between elements. Markup passes as it is; the output is not scanned
again. A value that can not be printed is recorded as a fault, so that all of them are reported together.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.exceptions import SecurityError
from markupsafe import Markup, escape

from ita_docs.engine import links, pictures
from ita_docs.engine.fields import safe_link
from ita_docs.engine.guards import text_of, weigh
from ita_docs.engine.package import OFFICE
from ita_docs.engine.sandbox import Missing, RenderContext
from ita_docs.engine.state import Limit, NewRelationship, PartState, Slot
from ita_docs.engine.structure import Effect, effect
from ita_docs.patterns import lazy_pattern
from ita_docs.reports import Picture, View
from ita_docs.thai import localize_digits

_SPECIAL = lazy_pattern("[\x00-\x1f&<>\"'\ufffe\uffff\ud800-\udfff]")
_FORBIDDEN = lazy_pattern("[\x00-\x06\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BREAKS = lazy_pattern("\r\n?|[\n\t\a\f]")
_LOOSE = lazy_pattern(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)")
#: What a field in a template must not be made to open by a value.
_UNSAFE_TARGET = lazy_pattern(r"\s*(?:javascript|vbscript|data|file)\s*:", re.IGNORECASE)
_RUN = lazy_pattern(r"<w:r(?: [^>]*)?>.*?</w:r>", re.DOTALL)
_RICH_LINK = lazy_pattern(r'(?<=<w:hyperlink r:id=")[^"]*')
_RUN_PROPERTIES = lazy_pattern(r"<w:rPr>.*?</w:rPr>", re.DOTALL)
_TEXT = lazy_pattern(r"(?<=<w:t>)[^<]*|(?<=<w:t xml:space=\"preserve\">)[^<]*")


@pass_context
def print_value(context: RenderContext, value: Any, slot_number: int, line: int) -> str:
    """The markup of one value; see the module."""
    state: PartState = context.state
    slot = state.slots[slot_number]
    document = state.document
    kind = slot.kind
    text: str = value if type(value) is str else _plain(value, slot, state, line)
    # As `count_output` does: this is what a row of many cells spends its time in.
    document.printed += len(text)
    if document.printed > document.most_printed:
        raise Limit("output")
    if type(text) is Markup:
        return text
    if document.numerals and kind in {"text", "property"}:  # markup is never localised
        text = localize_digits(text, document.numerals)
    if kind == "text":
        if document.official and slot.linkable and links.might_hold_link(text):
            return "".join(_linked(text, slot, state, line))
        if not _SPECIAL.search(text):
            return text
    return _escaped(text, slot, state, line)


def _plain(value: Any, slot: Slot, state: PartState, line: int) -> str:
    """A value's text, or its markup."""
    if value is None or isinstance(value, Undefined):
        if isinstance(value, Missing):
            report_missing(value, state, line)
        return ""
    if isinstance(value, str) and not isinstance(value, Markup):
        return str(value)
    if hasattr(value, "__html__") or isinstance(value, Picture):
        return _markup(value, slot, state, line)
    if state.document.official and isinstance(value, (Sequence, Mapping)):
        state.fail("template.list-as-value", line)
        return ""
    try:
        weigh(value, printed=True)
    except SecurityError as error:
        state.fail("template.object", line, found=error)
        return ""
    return text_of(value, official=state.document.official)


def _markup(value: Any, slot: Slot, state: PartState, line: int) -> Markup:
    """Markup as it is, and docxtpl's Listing, RichText and InlineImage; nothing else that claims to be markup."""
    kind = next((one.__name__ for one in type(value).__mro__ if one.__module__.startswith("docxtpl.")), "")
    if slot.kind == "text" and isinstance(value, Picture):
        return pictures.inline(value.path, state, line, (None, round(value.height * pictures.EMU_PER_MM)))
    if slot.kind == "text" and kind == "InlineImage":
        return pictures.inline(value.image_descriptor, state, line, (value.width, value.height), value.anchor)
    if isinstance(value, Markup):
        text = str(value)
    elif kind in {"RichText", "RichTextParagraph", "Listing"}:
        text = _RICH_LINK.sub(lambda found: _link_id(found[0], state, line), str(value.xml))
    else:
        here = isinstance(value, Picture) or kind == "InlineImage"
        code = "template.markup-here" if here else "template.sub-document" if kind else "template.object"
        state.fail(code, line, found=type(value).__name__)
        return Markup("")
    sound = _sound(text, slot, state, line)
    return Markup(_beside_text(sound, slot) if kind.startswith("RichText") and slot.kind == "text" else sound)


def _link_id(found: str, state: PartState, line: int) -> str:
    """The id of a RichText's link: one that the template has, or a new one for the address given in its place."""
    target = html.unescape(found)
    if found in state.document.relationship_ids.get(state.part, ()):
        return found
    if ":" in target and safe_link(target):
        return state.relate(NewRelationship(OFFICE + "hyperlink", target, external=True))
    state.fail("template.unsafe-target" if ":" in target else "template.link-id", line, found=target[:60])
    return found


def _beside_text(markup: str, slot: Slot) -> str:
    """Whole runs or paragraphs printed by `{{ x }}`, not `{{r x }}`: the text around them goes on after them."""
    if not markup:
        return ""
    begin = f'<w:r>{slot.run}<w:t xml:space="preserve">'
    if markup.startswith("<w:p"):
        return f"</w:t></w:r></w:p>{markup}<w:p>{slot.paragraph}{begin}"
    return f"</w:t></w:r>{markup}{begin}"


def _sound(text: str, slot: Slot, state: PartState, line: int) -> str:
    """Markup that leaves the part well-formed, its line breaks resolved; a fault and nothing if it would not."""
    if _FORBIDDEN.search(text):
        state.fail("template.control-character", line, found=ascii(text[:40]))
        return ""
    if slot.kind in {"attribute", "code", "property"} and ("<" in text or '"' in text):
        state.fail("template.markup-here", line, found="RichText")
        return ""
    done = effect(text) if "<" in text or ">" in text else Effect()
    if done is None or not done.neutral or _LOOSE.search(text):
        state.fail("template.markup-broken", line, found=ascii(text[:40]))
        return ""
    if slot.kind == "markup" and state.document.cells and "<w:p" in text:
        state.document.cells[-1] = True
    if _BREAKS.search(text):
        if "<w:r" in text:
            text = _RUN.sub(lambda run: _broken_run(run[0], slot.paragraph), text)
        elif slot.kind == "text":
            text = _broken(text, slot.run, slot.paragraph)
    return text


def report_missing(value: Missing, state: PartState, line: int) -> None:
    """Record a name or field that does not exist; what Jinja itself leaves open (`loop.previtem`) has no name."""
    if value._undefined_name is None:  # noqa: SLF001  # Jinja has no public name for it
        return
    owner = value.owner
    if isinstance(owner, View):
        known = list(owner.__dataclass_fields__)  # type: ignore[attr-defined]  # views are dataclasses
    else:
        known = [str(key) for key in owner] if isinstance(owner, Mapping) else []
    state.fail_missing(value.name, known, line)


def _linked(text: str, slot: Slot, state: PartState, line: int) -> Iterator[str]:
    for piece, target in links.split(text):
        shown = _escaped(piece, slot, state, line)
        if target is None:
            yield shown
        else:
            before, after = links.field(target, slot.run)
            yield f"{before}{shown}{after}"


def _escaped(text: str, slot: Slot, state: PartState, line: int) -> str:
    if slot.kind == "code" and _UNSAFE_TARGET.match(text):
        state.fail("template.unsafe-target", line, found=text[:60])
        return ""
    if not _SPECIAL.search(text):
        return text
    if _FORBIDDEN.search(text):
        state.fail("template.control-character", line, found=ascii(text[:40]))
        return ""
    text = str(escape(text))
    return _broken(text, slot.run, slot.paragraph) if slot.kind == "text" and _BREAKS.search(text) else text


def _broken(text: str, run: str, paragraph: str) -> str:
    r"""A text's `\n`, `\t`, `\a` (paragraph) and `\f` (page) as markup inside a `w:t`, as docxtpl makes them."""
    begin = f'<w:r>{run}<w:t xml:space="preserve">'
    replaced = {
        "\n": '</w:t><w:br/><w:t xml:space="preserve">',
        "\t": f"</w:t></w:r><w:r>{run}<w:tab/></w:r>{begin}",
        "\a": f"</w:t></w:r></w:p><w:p>{paragraph}{begin}",
        "\f": f'</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p>{paragraph}{begin}',
    }
    return _BREAKS.sub(lambda mark: replaced.get(mark[0], replaced["\n"]), text)


def _broken_run(run: str, paragraph: str) -> str:
    """The same in a run that a RichText brings, with that run's own properties."""
    found = _RUN_PROPERTIES.search(run)
    properties = found[0] if found else ""
    return _TEXT.sub(lambda text: _broken(text[0], properties, paragraph), run)
