"""Field codes of Word: which a template may carry (ECMA-376 part 1, 17.16).

A code may be split over any number of runs, and fields may stand inside fields. Word never writes a code that begins in
one story and goes on in another (a text box, one branch of alternate content, deleted text): such a code could be read
as something else than it seems, and is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from ita_docs.errors import Fault, Place, TemplateError

#: Field codes that fetch or run something when the document is opened or updated.
_ACTIVE = re.compile(
    r"\s*(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DATABASE|MACROBUTTON|RD|AUTOTEXT)(?![^\W_])",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s*HYPERLINK\s+(?:\"([^\"{]*)\"|([^\s\"\\{]\S*))", re.IGNORECASE)
_SCHEMES = {"http", "https", "mailto", "tel", "ftp"}
_STORIES = ("{*}txbxContent", "{*}Choice", "{*}Fallback")


class _Open(NamedTuple):
    """A field that has begun."""

    story: tuple[etree._Element | None, bool]
    pieces: list[str]


def safe_link(target: str) -> bool:
    """Whether a hyperlink leads to a web page, an address, a place in the document or a file beside it."""
    plain = re.sub(r"[\x00-\x20\x7f-\xa0]", "", target).lower()
    scheme = re.match(r"[^/?#]*?:", plain)
    if scheme:
        return scheme[0][:-1] in _SCHEMES
    return not plain.startswith(("//", "\\", "/\\"))


def check_fields(root: etree._Element, file: str, part: str) -> bool:
    """Whether a part has fields; refuses those that fetch or run something."""
    any_field = False
    for code in _codes(root):
        any_field = True
        if code is None:
            raise _fault("template.active-field", file, part, "?")
        if found := _ACTIVE.match(code):
            raise _fault("template.active-field", file, part, found[1].upper())
        if (link := _LINK.match(code)) and not safe_link(link[1] or link[2] or ""):
            raise _fault("template.link", file, part, link[1] or link[2])
    return any_field


def _codes(root: etree._Element) -> Iterator[str | None]:
    """The code of each field of a part; None for one that can not be told."""
    opened: list[_Open] = []
    for element in root.iter("{*}fldSimple", "{*}fldChar", "{*}instrText"):
        word = etree.QName(element).localname
        kind = _attribute(element, "fldCharType")
        if word == "fldSimple":
            yield _attribute(element, "instr")
        elif word == "instrText":
            if opened and opened[-1].story != _story(element):
                yield None
            code = "".join(element.itertext())
            if opened:
                opened[-1].pieces.append(code)
            else:
                yield code
        elif kind == "begin":
            opened.append(_Open(_story(element), []))
        elif "{" in kind:
            yield None
        elif opened:
            yield "".join(opened[-1].pieces)
            if kind == "end":
                opened.pop()
    yield from ("".join(left.pieces) for left in opened)


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.items() if etree.QName(key).localname == name), "")


def _story(element: etree._Element) -> tuple[etree._Element | None, bool]:
    """The text that an element belongs to, and whether it is deleted there."""
    return next(element.iterancestors(*_STORIES), None), any(True for _ in element.iterancestors("{*}del"))


def _fault(code: str, file: str, part: str, found: str) -> TemplateError:
    return TemplateError([Fault(code, Place(file=file, part=part), {"found": found})])
