"""A copy of a template with each finding as a comment of Word, at the paragraph it speaks of.

Source: ECMA-376 part 1, 17.13.4 (comments). Word takes no comments in headers, footers, notes and text boxes: those
stand at the first paragraph of the document, or at the paragraph that holds the text box. A comment has no date, so
that the same findings give the same bytes; comments that the template has stay.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from lxml import etree

from ita_docs.engine.check.where import Spot, spot, spots
from ita_docs.engine.package import CONTENT_TYPES, OFFICE, RELATIONSHIPS, TYPES, Package, parse_xml, relationship_part
from ita_docs.engine.places import HALF_TAG
from ita_docs.engine.render import write
from ita_docs.engine.wordml import NAMESPACE, TAG, XML_SPACE, W
from ita_docs.errors import Place
from ita_docs.findings import Finding
from ita_docs.messages import Language
from ita_docs.messages.template_check import SEVERITIES

AUTHOR = "ita-docs"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


def annotate(
    path: str | os.PathLike[str],
    findings: Sequence[Finding],
    out: str | os.PathLike[str],
    *,
    language: Language = "th",
) -> Path:
    """Write the copy to `out`, replacing that file whole, and give its path.

    Raises TemplateError for a file that is refused, OutputError when the copy can not be written.
    """
    return write(Path(out), annotated(path, findings, language=language))


def annotated(path: str | os.PathLike[str], findings: Sequence[Finding], *, language: Language = "th") -> bytes:
    """The bytes of the copy."""
    file, data = Package.read(path)
    package = Package(data, file)
    if not findings:
        return package.write({})
    root = parse_xml(package.parts[package.main], file, package.main)
    name, comments = _comments(package)
    number = max((int(one.get(f"{W}id", "0")) for one in comments.iter(f"{W}comment")), default=-1) + 1
    paragraphs = spots(root, package.main)
    for ident, finding in enumerate(findings, number):
        here = finding.place.part == package.main
        paragraph = paragraphs.get(spot(finding.place)) if here else None
        _mark(_first(paragraphs, root) if paragraph is None else paragraph, ident)
        comments.append(_comment(ident, finding, language, elsewhere=not here))
    changed = {package.main: _bytes(root), name: _bytes(comments)}
    return package.write({**changed, **_registered(package, name)})


# -- what -------------------------------------------------------------------------------------------------------------


def _first(paragraphs: Mapping[Spot, etree._Element], root: etree._Element) -> etree._Element:
    """The first paragraph of the document; a body with nothing but its section gets one."""
    if () in paragraphs:
        return paragraphs[()]
    body = root.find(f"{W}body")
    found = etree.Element(f"{W}p")
    (root if body is None else body).insert(0, found)
    return found


def _mark(paragraph: etree._Element, ident: int) -> None:
    """Put a comment round the content of a paragraph."""
    key = {f"{W}id": str(ident)}
    own = paragraph.find(f"{W}pPr")
    paragraph.insert(0 if own is None else 1, etree.Element(f"{W}commentRangeStart", key))
    paragraph.append(etree.Element(f"{W}commentRangeEnd", key))
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}commentReference", key)


def _comment(ident: int, finding: Finding, language: Language, *, elsewhere: bool) -> etree._Element:
    """A comment: how bad it is and at which tag, what was found, what to write."""
    made = etree.Element(
        f"{W}comment", {f"{W}id": str(ident), f"{W}author": AUTHOR, f"{W}initials": "ITA"}, nsmap={"w": NAMESPACE}
    )
    where = (str(Place(part=finding.place.part)), finding.place.tag) if elsewhere else (finding.place.tag,)
    head = ": ".join((SEVERITIES[language][finding.severity], *filter(None, where)))
    for number, text in enumerate((head, finding.text(language), finding.advice(language))):
        run = etree.SubElement(etree.SubElement(made, f"{W}p"), f"{W}r")
        if number == 0:
            properties = etree.SubElement(run, f"{W}rPr")
            etree.SubElement(properties, f"{W}b")
            etree.SubElement(properties, f"{W}bCs")
        element = etree.SubElement(run, f"{W}t", {XML_SPACE: "preserve"})
        element.text = _harmless(text)
    return made


def _harmless(text: str) -> str:
    """A text whose halves of tags do not count as tags when the copy is opened as a template again."""
    pieces, at = [], 0
    for tag in TAG.finditer(text):
        pieces += [_apart(text[at : tag.start()]), tag[0]]
        at = tag.end()
    pieces.append(_apart(text[at:]))
    return "".join(character for character in "".join(pieces) if character.isprintable() or character == "\t")


def _apart(text: str) -> str:
    return HALF_TAG.sub(lambda half: " ".join(half[0]), text)


# -- the parts ---------------------------------------------------------------------------------------------------------


def _comments(package: Package) -> tuple[str, etree._Element]:
    """The comments part of a template, or a new one."""
    for one in package.relationships(package.main):
        if one.kind == "comments" and not one.external:
            return one.target, parse_xml(package.parts[one.target], package.file, one.target)
    folder = package.main.rpartition("/")[0]
    name = next(name for name in _names(folder) if package.find(name) is None)
    return name, etree.Element(f"{W}comments", nsmap={"w": NAMESPACE})


def _names(folder: str) -> Iterable[str]:
    begin = f"{folder}/comments" if folder else "comments"
    yield f"{begin}.xml"
    yield from (f"{begin}{number}.xml" for number in range(1, 1000))


def _registered(package: Package, name: str) -> dict[str, bytes]:
    """The relationship and the content type of a new comments part."""
    if name in package.parts:
        return {}
    types = parse_xml(package.parts[CONTENT_TYPES], package.file, CONTENT_TYPES)
    etree.SubElement(types, f"{TYPES}Override", {"PartName": f"/{name}", "ContentType": _COMMENTS})
    relations = package.find(relationship_part(package.main))
    if relations is None:
        relations = relationship_part(package.main)
        root = etree.Element(f"{RELATIONSHIPS}Relationships", nsmap={None: RELATIONSHIPS.strip("{}")})
    else:
        root = parse_xml(package.parts[relations], package.file, relations)
    known = {one.get("Id") for one in root}
    ident = next(made for number in range(len(known) + 1) if (made := f"rIdComments{number or ''}") not in known)
    target = name.rpartition("/")[2]
    link = {"Id": ident, "Type": f"{OFFICE}comments", "Target": target}
    etree.SubElement(root, f"{RELATIONSHIPS}Relationship", link)
    return {CONTENT_TYPES: _bytes(types), relations: _bytes(root)}


def _bytes(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
