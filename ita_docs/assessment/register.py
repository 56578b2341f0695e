"""The entries of an edition's register, and how they are read from its file: frozen, pointing from part to whole.

Source: the format of `editions/<year>.yaml`.  Limits: an item knows its code and name only; what contains it
is asked of the edition.  A name that the year's list does not give is None.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from ita_docs.assessment.codes import Code, parse_code
from ita_docs.assessment.levels import Level

Status = Literal["published", "derived", "unverified"]
Items = Mapping[str, "Item"]


class Component(NamedTuple):
    """One thing that an item has to show (องค์ประกอบด้านข้อมูล); its points are listed below it."""

    text: str
    points: tuple[str, ...] = ()


class Item(NamedTuple):
    """One item (ข้อ): `id` as its year prints it (`i4`, `O17`, `o17`).

    `name_th` is the official name, which the register has of O items only; `label` says in our own words what an i or
    e item is about; `components` are in our own words too, and empty where the year's file states none.
    """

    id: str
    code: Code
    name_th: str | None = None
    aliases: tuple[str, ...] = ()
    status: Status | None = None
    label: str | None = None
    components: tuple[Component, ...] = ()

    @property
    def name(self) -> str:
        """The official name, else the label; empty where the register has neither."""
        return self.name_th or self.label or ""


class Instrument(NamedTuple):
    """One instrument (แบบวัด): IIT, EIT or OIT, and its share of the total."""

    id: str
    name_th: str
    name_en: str
    weight: Decimal


class Indicator(NamedTuple):
    """One indicator (ตัวชี้วัด) 1-10."""

    id: str
    name_th: str
    instrument: Instrument
    items: tuple[Item, ...]
    aliases: tuple[str, ...] = ()
    status: Status | None = None

    @property
    def number(self) -> int:
        """The indicator's number."""
        return int(self.id)


class SubIndicator(NamedTuple):
    """One sub-indicator (ตัวชี้วัดย่อย) 9.1-10.2; where its year does not publish them, no name and no items."""

    id: str
    name_th: str | None
    indicator: Indicator
    items: tuple[Item, ...]
    status: Status | None = None


class Group(NamedTuple):
    """A part of a sub-indicator with a heading of its own; `id` counts the groups of their sub-indicator (`10.1.2`)."""

    id: str
    name_th: str
    sub_indicator: SubIndicator
    items: tuple[Item, ...]
    status: Status | None = None


class Issue(NamedTuple):
    """One issue (ประเด็น) 1-7 that gathers items of several instruments."""

    id: str
    name_th: str
    items: tuple[Item, ...]

    @property
    def number(self) -> int:
        """The issue's number."""
        return int(self.id)


class IndicatorPrinciple(NamedTuple):
    """What is said of one indicator among the principles of the assessment."""

    indicator: Indicator
    text: str


class Principle(NamedTuple):
    """The principles of one instrument (หลักการประเมิน), in our own words: a lead, and a paragraph for each indicator."""

    instrument: Instrument
    lead: str
    indicators: tuple[IndicatorPrinciple, ...]


def read_instruments(entry: Mapping[str, Any]) -> tuple[Instrument, ...]:
    """Read the instruments of an edition's file."""
    return tuple(
        Instrument(raw["id"], raw["name_th"], raw["name_en"], Decimal(str(raw["weight"])))
        for raw in entry["instruments"]
    )


def read_items(entry: Mapping[str, Any]) -> dict[str, Item]:
    """Read all items by their id, i and e from the indicators that list them, in the order of the instruments."""
    named = {raw["id"]: raw for raw in entry.get("items") or ()}
    labels = entry.get("labels") or {}
    components = entry.get("components") or {}
    listed = (code for raw in entry["instruments"] for i in raw["indicators"] for code in i["items"])
    return {
        code: _item(code, named.get(code, {}), labels.get(code), _components(components.get(code))) for code in listed
    }


def read_indicators(
    entry: Mapping[str, Any], instruments: tuple[Instrument, ...], items: Items
) -> tuple[Indicator, ...]:
    """Read the indicators of all instruments."""
    return tuple(
        Indicator(i["id"], i["name_th"], instrument, _pick(i, items), tuple(i.get("aliases") or ()), i.get("status"))
        for raw, instrument in zip(entry["instruments"], instruments, strict=True)
        for i in raw["indicators"]
    )


def read_sub_indicators(
    entry: Mapping[str, Any], indicators: tuple[Indicator, ...], items: Items
) -> tuple[SubIndicator, ...]:
    """Read the sub-indicators."""
    by_id = {indicator.id: indicator for indicator in indicators}
    return tuple(
        SubIndicator(raw["id"], raw.get("name_th"), by_id[raw["indicator"]], _pick(raw, items), raw.get("status"))
        for raw in entry.get("sub_indicators") or ()
    )


def read_groups(entry: Mapping[str, Any], sub_indicators: tuple[SubIndicator, ...], items: Items) -> tuple[Group, ...]:
    """Read the groups; a year that publishes none has none."""
    by_id = {sub_indicator.id: sub_indicator for sub_indicator in sub_indicators}
    seen: Counter[str] = Counter()
    groups = []
    for raw in entry.get("groups") or ():
        parent = by_id[raw["sub_indicator"]]
        seen[parent.id] += 1
        name = f"{parent.id}.{seen[parent.id]}"
        groups.append(Group(name, raw["name_th"], parent, _pick(raw, items), raw.get("status")))
    return tuple(groups)


def read_issues(entry: Mapping[str, Any], items: Items) -> tuple[Issue, ...]:
    """Read the issues; a year that publishes none has none."""
    return tuple(Issue(str(raw["no"]), raw["name_th"], _pick(raw, items)) for raw in entry.get("issues") or ())


def read_levels(entry: Mapping[str, Any]) -> tuple[Level, ...]:
    """Read the table of levels; its bounds keep the decimals in which they are printed."""
    grading = entry.get("grading") or {}
    return tuple(
        Level(
            label=raw["label"],
            total_min=_score(raw.get("min", raw.get("total_min"))),
            total_max=_score(raw.get("max")),
            total_below=_score(raw.get("total_below")),
            each_instrument_min=_score(raw.get("each_instrument_min")),
        )
        for raw in grading.get("levels") or ()
    )


def read_principles(
    entry: Mapping[str, Any], instruments: tuple[Instrument, ...], indicators: tuple[Indicator, ...]
) -> tuple[Principle, ...]:
    """Read the principles of the instruments."""
    wholes = {instrument.id: instrument for instrument in instruments}
    parts = {indicator.id: indicator for indicator in indicators}
    return tuple(
        Principle(
            wholes[raw["id"]],
            raw["lead"],
            tuple(IndicatorPrinciple(parts[part["id"]], part["text"]) for part in raw.get("indicators") or ()),
        )
        for raw in entry.get("principles") or ()
    )


def _score(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _item(code: str, raw: Mapping[str, Any], label: str | None, components: tuple[Component, ...]) -> Item:
    aliases = tuple(raw.get("aliases") or ())
    return Item(code, parse_code(code), raw.get("name_th"), aliases, raw.get("status"), label, components)


def _components(raw: Sequence[str | Mapping[str, Any]] | None) -> tuple[Component, ...]:
    """Read the components of one item: texts, and mappings of a text and its points."""
    return tuple(
        Component(one) if isinstance(one, str) else Component(one["text"], tuple(one.get("points") or ()))
        for one in raw or ()
    )


def _pick(raw: Mapping[str, Any], items: Items) -> tuple[Item, ...]:
    return tuple(items[code] for code in raw.get("items") or ())
