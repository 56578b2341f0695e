"""Runs that print Thai and set only the Latin half of a property: Word takes Thai from `w:cs`, `w:szCs`, `w:bCs`.

Source: ECMA-376 part 1, 17.3.2 (complex scripts). What sets a property nearest to the run must set both halves, or what
is set elsewhere must come to the same. A tag counts as Thai, since its value can be. Limits: table styles are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from lxml import etree

from ita_docs.engine.check.styles import Styles
from ita_docs.engine.wordml import TAG, W, value
from ita_docs.errors import Place
from ita_docs.findings import Finding

_THAI = re.compile("[\u0e01-\u0e3a\u0e40-\u0e4e]")
_OFF = {"0", "false", "off", "none"}
#: The halves of each property, as an officer finds them in the file.
_HALVES = {"sz": "szCs", "b": "bCs", "i": "iCs"}
Layers = list[tuple[str, Any]]
Spot = tuple[Any, list[Any], Place]


def half_set(spots: Sequence[Spot], styles: Styles) -> Iterator[Finding]:
    """One finding for each paragraph that sets half a property itself, and one for each style that does."""
    known: set[tuple[str, str]] = set()
    for paragraph, texts, place in spots:
        direct: dict[str, str] = {}
        for run in dict.fromkeys(text.getparent() for text in texts):
            shown = "".join(text.text or "" for text in texts if text.getparent() is run)
            if not _prints_thai(shown):
                continue
            for layer, half in _halves(_layers(run, paragraph, styles)):
                if not layer:
                    direct.setdefault(half, shown.strip()[:40])
                elif (layer, half) not in known:
                    known.add((layer, half))
                    yield Finding("check.thai-style", place, {"style": layer, "found": half}, "warning")
        if direct:
            params = {"found": ", ".join(direct), "text": next(iter(direct.values()))}
            yield Finding("check.thai-run", replace(place, tag=""), params, "warning")


def _prints_thai(text: str) -> bool:
    return bool(_THAI.search(TAG.sub("", text)) or re.search(r"\{\{", text))


def _layers(run: etree._Element, paragraph: etree._Element, styles: Styles) -> Layers:
    """The properties that reach a run, nearest first; its own have no name."""
    own = run.find(f"{W}rPr")
    found: Layers = [] if own is None else [("", own)]
    character = "" if own is None else value(own.find(f"{W}rStyle"))
    found += styles.chain(character)
    found += styles.chain(value(paragraph.find(f"{W}pPr/{W}pStyle")) or styles.normal)
    if styles.defaults is not None:
        found.append(("docDefaults", styles.defaults))
    return found


def _halves(layers: Layers) -> Iterator[tuple[str, str]]:
    """The layers that set the Latin half of a property for a run, where Thai comes out otherwise."""
    for latin, thai in _HALVES.items():
        first, second = (_setting(layers, name) for name in (latin, thai))
        if first and (second is None or second[0] > first[0]) and first[1] != (second[1] if second else _usual(latin)):
            yield layers[first[0]][0], f"w:{thai}"
    fonts = [_font(layers, names) for names in (("ascii", "asciiTheme"), ("cs", "cstheme"))]
    first, second = fonts
    if first and (second is None or second[0] > first[0]) and first[1] != (second[1] if second else ""):
        yield layers[first[0]][0], "w:cs"


def _setting(layers: Layers, name: str) -> tuple[int, str] | None:
    for number, (_, properties) in enumerate(layers):
        found = properties.find(f"{W}{name}")
        if found is not None:
            given = value(found, "1")
            return number, given if name.startswith("sz") else "0" if given in _OFF else "1"
    return None


def _usual(name: str) -> str:
    """What a property is where nothing sets it."""
    return "20" if name == "sz" else "0"


def _font(layers: Layers, names: tuple[str, str]) -> tuple[int, str] | None:
    for number, (_, properties) in enumerate(layers):
        found = properties.find(f"{W}rFonts")
        if found is not None and (given := found.get(f"{W}{names[0]}") or found.get(f"{W}{names[1]}")):
            return number, given
    return None
