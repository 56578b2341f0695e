"""Slips in the writing of tags, of the Tags of check boxes and of charts' names, found as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from ita_docs.engine.boxes import NAME
from ita_docs.engine.charts import ALTERNATIVE
from ita_docs.engine.check.autocorrect import slips
from ita_docs.engine.check.opened import Part
from ita_docs.engine.places import grid, placed
from ita_docs.engine.structure import KEYWORD
from ita_docs.engine.wordml import LITERAL, TAG, W14, WP, W, joined, value
from ita_docs.errors import Place
from ita_docs.findings import Finding, Severity

_SPACED = re.compile(r"\{\s+[{%][^{}]*?[}%]\s*\}|\{[{%][^{}]*?[}%]\s+\}")
_INNER_SPACE = re.compile(r"(?<=\{)\s+(?=[{%])|(?<=[}%])\s+(?=\})")
_RUN_TAG = re.compile(r"\{[{%]r\s")
_LIKE_CHART = re.compile(r"\s*charts?\s*[:：;.=-]*\s*[A-Za-z_][\w.]*\s*", re.IGNORECASE)
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_ADVICE = frozenset({"check.curly-quotes"})


def typed_slips(part: Part, file: str) -> Iterator[Finding]:
    """The slips in a part; what stands between `raw` and `endraw` is text."""
    begin, raw = Place(file=file, part=part.name), False
    spots: dict[etree._Element, Place] = {}
    for paragraph, texts, place in placed(part.root, begin, dict(grid(part.root, begin))):
        spots[paragraph] = place
        text = joined(texts)
        if "{" not in text:
            continue
        yield from _spaced(text, place)
        for tag in TAG.finditer(text):
            word = KEYWORD.match(tag[0])
            keyword = word[1] if word else ""
            raw = (raw or keyword == "raw") and keyword != "endraw"
            if not raw and not tag[0].startswith("{#"):
                yield from _of_tag(tag, texts, replace(place, tag=tag[0]))
    yield from _unbound(part.root, spots, begin)


def _spaced(text: str, place: Place) -> Iterator[Finding]:
    """Tags whose braces a space parts."""
    for spaced in _SPACED.finditer(TAG.sub(lambda tag: "\ufdd0" * len(tag[0]), text)):
        params = {"found": spaced[0], "nearest": _INNER_SPACE.sub("", spaced[0])}
        yield Finding("check.spaced-braces", replace(place, tag=spaced[0]), params, "error")


def _of_tag(tag: re.Match[str], texts: list[etree._Element], place: Place) -> Iterator[Finding]:
    for slip in slips(tag[0]):
        severity: Severity = "advice" if slip.code in _ADVICE else "error"
        yield Finding(slip.code, place, {"found": slip.found, "nearest": slip.repair}, severity)
    if re.search(r"\{[{%]", re.sub(LITERAL, "", tag[0][2:-2])):
        yield Finding("template.tag-open", place, {"found": tag[0][:60]}, "error")
    if _RUN_TAG.match(tag[0]) and _loses_look(texts, *tag.span()):
        yield Finding("check.run-look", place, {"found": tag[0]}, "warning")


def _loses_look(texts: list[etree._Element], start: int, end: int) -> bool:
    """Whether text follows in the run of an `r` tag: docxtpl puts it into a run of its own, without properties."""
    at = 0
    for element in texts:
        text = element.text or ""
        if at <= start and end < at + len(text):
            own = element.getparent().find(f"{W}rPr")
            return own is not None and len(own) > 0 and not TAG.sub("", text[end - at :]).isspace()
        at += len(text)
    return False


def _unbound(root: etree._Element, spots: dict[etree._Element, Place], begin: Place) -> Iterator[Finding]:
    """Check boxes and charts that look bound and are not."""

    def place(element: etree._Element, tag: str) -> Place:
        above = next((p for p in element.iterancestors(f"{W}p") if p in spots), None)
        above = next((p for p in element.iter(f"{W}p") if p in spots), None) if above is None else above
        return replace(begin if above is None else spots[above], tag=tag)

    for control in root.iter(f"{W}sdt"):
        tag = value(control.find(f"{W}sdtPr/{W}tag"))
        if control.find(f"{W}sdtPr/{W14}checkbox") is not None and tag and not NAME.fullmatch(tag.strip(" {}")):
            yield Finding("check.box-name", place(control, tag), {"found": tag}, "advice")
    for about in root.iter(f"{WP}docPr"):
        said = about.get("descr", "")
        if ALTERNATIVE.fullmatch(said) or not _LIKE_CHART.fullmatch(said):
            continue
        if next(about.getparent().iter(_CHART), None) is not None:
            yield Finding("check.chart-unbound", place(about, said.strip()), {"found": said.strip()}, "warning")
