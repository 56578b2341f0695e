"""Field codes of Word: which a template may carry (ECMA-376 part 1, 17.16).

A code may be split over any number of runs, and fields may stand inside fields. Word never writes a code that begins in
one story and goes on in another (a text box, one branch of alternate content, deleted text): such a code could be read
as something else than it seems, and is refused. So is a code whose name, or the target of a link, another field makes.
Deleted codes are judged too, since a rejected change brings them back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from ita_docs.engine.wordml import TAG
from ita_docs.errors import Fault, Place, TemplateError
from ita_docs.patterns import lazy_pattern

#: Field codes that fetch, run or send something when the document is opened, updated or printed.
_ACTIVE = lazy_pattern(
    r"[\s\"“”]*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|DATA|MACROBUTTON|RD"
    r"|AUTOTEXT|AUTOTEXTLIST|GLOSSARY|CONTROL|HTMLCONTROL|EMBED|PRINT|SUBSCRIBER)(?![^\W_])",
    re.IGNORECASE,
)
_LINK = lazy_pattern(r"[\s\"“”]*HYPERLINK(?![^\W_])", re.IGNORECASE)
_WORD = lazy_pattern(r"\"([^\"]*)\"?|([^\s\"]+)")
#: A switch of a field code, and those that take the next word as their own.
_SWITCH = lazy_pattern(r"\\[a-z]|\\[*#@lot].*", re.IGNORECASE | re.DOTALL)
_WITH_WORD = lazy_pattern(r"\\[*#@lot]", re.IGNORECASE)
_SCHEMES = {"http", "https", "mailto", "tel", "ftp"}
_STORIES = ("{*}txbxContent", "{*}Choice", "{*}Fallback")


@dataclass
class _Open:
    """A field that has begun: the pieces of its code, each with whether it is deleted."""

    story: tuple[etree._Element | None, bool]
    pieces: list[tuple[str, bool]] = field(default_factory=list)
    #: Whether its result has begun.
    shown: bool = False

    def codes(self) -> Iterator[str]:
        """Its code; where pieces are deleted, as it is with and without them."""
        yield "".join(piece for piece, deleted in self.pieces if not deleted)
        if any(deleted for _, deleted in self.pieces):
            yield "".join(piece for piece, deleted in self.pieces if deleted)
            yield "".join(piece for piece, _ in self.pieces)

    @property
    def undecided(self) -> bool:
        """Whether a field that begins now would make the name of this one, or where its link leads."""
        code = "".join(piece for piece, _ in self.pieces)
        return not self.shown and (not code.strip() or bool(_LINK.match(code)))


def safe_link(target: str) -> bool:
    """Whether a hyperlink leads to a web page, an address, a place in the document or a file beside it."""
    plain = re.sub(r"[\x00-\x20\x7f-\xa0]", "", target).lower()
    scheme = re.match(r"[^/?#]*?:", plain)
    if scheme:
        return scheme[0][:-1] in _SCHEMES
    return not plain.startswith(("//", "\\", "/\\"))


def check_fields(root: etree._Element, file: str, part: str, *, tags: bool = False) -> bool:
    """Whether a part has fields; refuses those that fetch or run something. Its `tags` are still to be filled in."""
    any_field = False
    for code in _codes(root):
        any_field = True
        if code is None:
            raise _fault("template.active-field", file, part, "?")
        if found := _ACTIVE.match(code):
            raise _fault("template.active-field", file, part, found[1].upper())
        for target in _targets(TAG.sub("", code) if tags else code):
            if not safe_link(target):
                raise _fault("template.link", file, part, target)
    return any_field


def _targets(code: str) -> Iterator[str]:
    """Where a HYPERLINK leads: each word of its code that belongs to no switch."""
    if not (link := _LINK.match(code)):
        return
    own = False
    for word in _WORD.finditer(code, link.end()):
        if word[2] and _SWITCH.fullmatch(word[2]):
            own = bool(_WITH_WORD.fullmatch(word[2]))
        elif not own:
            yield word[1] or word[2] or ""
        else:
            own = False


def _codes(root: etree._Element) -> Iterator[str | None]:
    """The code of each field of a part; None for one that can not be told."""
    opened: list[_Open] = []
    for element in root.iter("{*}fldSimple", "{*}fldChar", "{*}instrText", "{*}delInstrText"):
        word = etree.QName(element).localname
        kind = _attribute(element, "fldCharType")
        if (word == "fldSimple" or kind == "begin") and opened and opened[-1].undecided:
            yield None
        if word == "fldSimple":
            yield _attribute(element, "instr")
        elif word != "fldChar":
            yield from _piece(element, opened, deleted=word == "delInstrText")
        elif kind == "begin":
            opened.append(_Open(_story(element)))
        elif "{" in kind:
            yield None
        elif opened:
            yield from opened[-1].codes()
            opened[-1].shown = True
            if kind == "end":
                opened.pop()
    for left in opened:
        yield from left.codes()


def _piece(element: etree._Element, opened: list[_Open], *, deleted: bool) -> Iterator[str | None]:
    """Add a piece of code to its field; one that stands alone is a code."""
    code = "".join(element.itertext())
    if not opened:
        yield code
        return
    if opened[-1].story != _story(element) and not deleted:
        yield None
    opened[-1].pieces.append((code, deleted))


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.items() if etree.QName(key).localname == name), "")


def _story(element: etree._Element) -> tuple[etree._Element | None, bool]:
    """The text that an element belongs to, and whether it is deleted there."""
    return next(element.iterancestors(*_STORIES), None), any(True for _ in element.iterancestors("{*}del"))


def _fault(code: str, file: str, part: str, found: str) -> TemplateError:
    return TemplateError([Fault(code, Place(file=file, part=part), {"found": found})])
