"""What the parts of an edition's file say of each other, and where they do not agree.

Source: how the assessment is built: every item in one indicator, every sub-indicator below an indicator, weights that
make up the whole, levels without gaps.  Limits: reads the file's plain data and passes over what has not the form it
should have, which is a fault of its own; so all faults of a file are found in one run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from ita_docs.assessment import parse_code
from ita_docs.assessment.edition import LETTERS
from ita_docs.assessment.levels import table_faults
from ita_docs.data_files.edition_form import read_weight
from ita_docs.data_files.tree import path_text
from ita_docs.errors import Fault, ParseError, Place
from ita_docs.records.assessment import LevelEntry

_NUMBER = re.compile(r"[1-9][0-9]?")
Entries = Iterator[tuple[str, Mapping[str, Any]]]


def edition_faults(data: Mapping[str, Any], year: int) -> tuple[Fault, ...]:
    """Give every fault between the parts; the place is the field."""
    return tuple(_File(data, year).faults())


class _File:
    """The file's data, and what has been seen of it so far."""

    def __init__(self, data: Mapping[str, Any], year: int) -> None:
        self.data = data
        self.year = year
        #: The indicator of each item, and the sub-indicator of those that are in one.
        self.indicator: dict[str, str] = {}
        self.sub_indicator: dict[str, str] = {}
        #: The indicator of each sub-indicator.
        self.subs: dict[str, str] = {}
        self.indicators: set[str] = set()
        self.instruments: set[str] = set()

    def faults(self) -> Iterator[Fault]:
        """All faults; first what is listed, then what speaks of it."""
        yield from self._instruments()
        yield from self._sub_indicators()
        yield from self._items()
        yield from self._groups()
        yield from self._issues()
        yield from self._labels()
        yield from self._components()
        yield from self._principles()
        yield from self._levels()

    def _instruments(self) -> Iterator[Fault]:
        weights: list[Decimal] = []
        for place, raw in _entries(self.data, "instruments"):
            yield from self._once(self.instruments, raw.get("id"), f"{place}.id")
            with suppress(ParseError):
                weights.append(read_weight(raw.get("weight")))
            for spot, part in _entries(raw, "indicators", f"{place}."):
                yield from self._indicator(spot, part, raw.get("id"))
        if weights and len(weights) == len(self.instruments) and sum(weights) != 1:
            yield _fault("edition.weights", "instruments", found=sum(weights))

    def _indicator(self, place: str, raw: Mapping[str, Any], instrument: object) -> Iterator[Fault]:
        number = str(raw.get("id"))
        if "id" in raw and not _NUMBER.fullmatch(number):
            yield _fault("edition.indicator-id", f"{place}.id", found=number)
        yield from self._once(self.indicators, number, f"{place}.id")
        for spot, text in _texts(raw, "items", f"{place}."):
            code, faults = self._code(text, spot)
            yield from faults
            if not code:
                continue
            if instrument in LETTERS.values() and LETTERS[code[0].lower()] != instrument:
                yield _fault("edition.item-letter", spot, found=code, instrument=instrument)
            if code in self.indicator:
                yield _fault("edition.item-twice", spot, found=code, first=self.indicator[code])
            self.indicator.setdefault(code, number)

    def _sub_indicators(self) -> Iterator[Fault]:
        seen: set[str] = set()
        for place, raw in _entries(self.data, "sub_indicators"):
            number, parent = str(raw.get("id")), str(raw.get("indicator"))
            yield from self._once(seen, number, f"{place}.id")
            self.subs[number] = parent
            if "id" in raw and "indicator" in raw and not re.fullmatch(re.escape(parent) + r"\.[1-9][0-9]?", number):
                yield _fault("edition.sub-indicator-id", f"{place}.id", found=number, indicator=parent)
            if "indicator" in raw and parent not in self.indicators:
                known = ", ".join(sorted(self.indicators, key=_by_number))
                yield _fault("edition.no-indicator", f"{place}.indicator", found=parent, known=known)
            for code, spot, faults in self._listed(raw, place):
                yield from faults
                if code in self.indicator and parent in self.indicators and self.indicator[code] != parent:
                    yield _fault("edition.item-elsewhere", spot, found=code, other=self.indicator[code])
                if code in self.sub_indicator:
                    yield _fault("edition.item-twice", spot, found=code, first=self.sub_indicator[code])
                self.sub_indicator.setdefault(code, number)
        yield from self._left_out()

    def _left_out(self) -> Iterator[Fault]:
        """Items that no sub-indicator has, of an indicator whose others are divided."""
        divided = {self.indicator.get(code) for code in self.sub_indicator}
        for place, raw in _entries(self.data, "instruments"):
            for spot, part in _entries(raw, "indicators", f"{place}."):
                for at, text in _texts(part, "items", f"{spot}."):
                    code, _ = self._code(text, at)
                    if code and str(part.get("id")) in divided and code not in self.sub_indicator:
                        yield _fault("edition.item-without-sub-indicator", at, found=code)

    def _items(self) -> Iterator[Fault]:
        seen: set[str] = set()
        for place, raw in _entries(self.data, "items"):
            code, faults = self._code(raw["id"], f"{place}.id") if isinstance(raw.get("id"), str) else ("", ())
            yield from faults
            if not code:
                continue
            yield from self._once(seen, code, f"{place}.id")
            yield from self._known(code, f"{place}.id")
            stated = raw.get("sub_indicator")
            if isinstance(stated, str):
                yield from self._has_sub_indicator(stated, f"{place}.sub_indicator")
                listed = self.sub_indicator.get(code)
                if stated in self.subs and listed and listed != stated:
                    yield _fault("edition.item-elsewhere", f"{place}.sub_indicator", found=code, other=listed)

    def _groups(self) -> Iterator[Fault]:
        first: dict[str, str] = {}
        for place, raw in _entries(self.data, "groups"):
            parent = raw.get("sub_indicator")
            if isinstance(parent, str):
                yield from self._has_sub_indicator(parent, f"{place}.sub_indicator")
            for code, spot, faults in self._listed(raw, place):
                yield from faults
                listed = self.sub_indicator.get(code)
                if parent in self.subs and listed and listed != parent:
                    yield _fault("edition.item-elsewhere", spot, found=code, other=listed)
                if code in first:
                    yield _fault("edition.item-twice", spot, found=code, first=first[code])
                first.setdefault(code, str(raw.get("name_th")))

    def _issues(self) -> Iterator[Fault]:
        seen: set[str] = set()
        first: dict[str, str] = {}
        for place, raw in _entries(self.data, "issues"):
            yield from self._once(seen, raw.get("no"), f"{place}.no")
            for code, spot, faults in self._listed(raw, place):
                yield from faults
                if code in first:
                    yield _fault("edition.item-twice", spot, found=code, first=first[code])
                first.setdefault(code, str(raw.get("no")))

    def _labels(self) -> Iterator[Fault]:
        labels = self.data.get("labels")
        named = [(path_text(("labels", text)), text) for text in labels] if isinstance(labels, Mapping) else []
        for spot, text in (*named, *_texts(self.data, "negatively_worded_items")):
            code, faults = self._code(text, spot)
            yield from faults
            if code:
                yield from self._known(code, spot)

    def _components(self) -> Iterator[Fault]:
        stated = self.data.get("components")
        seen: set[str] = set()
        for text in stated if isinstance(stated, Mapping) else ():
            spot = path_text(("components", text))
            code, faults = self._code(text, spot)
            yield from faults
            if not code:
                continue
            # `O๑` and `O1` are two keys of a file, and one item.
            yield from self._once(seen, code, spot)
            if LETTERS[code[0].lower()] != "OIT":
                yield _fault("edition.components-letter", spot, found=code)
            yield from self._known(code, spot)

    def _principles(self) -> Iterator[Fault]:
        seen: set[str] = set()
        for place, raw in _entries(self.data, "principles"):
            name = raw.get("id")
            yield from self._once(seen, name, f"{place}.id")
            if name in LETTERS.values() and name not in self.instruments:
                yield _fault("edition.no-instrument", f"{place}.id", found=name)
            for spot, part in _entries(raw, "indicators", f"{place}."):
                yield from self._once(seen, part.get("id"), f"{spot}.id")
                if isinstance(part.get("id"), str) and part["id"] not in self.indicators:
                    known = ", ".join(sorted(self.indicators, key=_by_number))
                    yield _fault("edition.no-indicator", f"{spot}.id", found=part["id"], known=known)

    def _levels(self) -> Iterator[Fault]:
        grading = self.data.get("grading")
        raw = grading.get("levels") if isinstance(grading, Mapping) else None
        try:
            levels = [LevelEntry.model_validate(row).level() for row in raw or ()]
        except (ValidationError, TypeError):  # a fault of the form
            return
        for fault in table_faults(levels):
            yield fault.at(Place(field=f"grading.levels{fault.place.field}"))

    def _listed(self, raw: Mapping[str, Any], place: str) -> Iterator[tuple[str, str, tuple[Fault, ...]]]:
        """Each item that a part lists: its code, its place, and what is wrong with it."""
        for spot, text in _texts(raw, "items", f"{place}."):
            code, faults = self._code(text, spot)
            yield code, spot, (*faults, *(self._known(code, spot) if code else ()))

    def _code(self, text: str, spot: str) -> tuple[str, tuple[Fault, ...]]:
        """The code as the year prints it, and the fault of one that is written otherwise; empty if it is none."""
        try:
            printed = parse_code(text).printed(self.year)
        except ParseError as error:
            return "", tuple(fault.at(Place(field=spot)) for fault in error.faults)
        if printed == text.strip():
            return printed, ()
        return printed, (_fault("edition.id-form", spot, found=text, nearest=printed, year=self.year),)

    def _known(self, code: str, spot: str) -> Iterator[Fault]:
        if code not in self.indicator:
            yield _fault("edition.item-without-indicator", spot, found=code)

    def _has_sub_indicator(self, number: str, spot: str) -> Iterator[Fault]:
        if number not in self.subs:
            yield _fault("edition.no-sub-indicator", spot, found=number, known=", ".join(self.subs))

    @staticmethod
    def _once(seen: set[str], name: object, spot: str) -> Iterator[Fault]:
        if isinstance(name, str) and name in seen:
            yield _fault("edition.id-twice", spot, found=name)
        if isinstance(name, str):
            seen.add(name)


def _entries(raw: Mapping[str, Any], key: str, place: str = "") -> Entries:
    """Those entries of a list that are mappings, with their places."""
    listed = raw.get(key)
    for number, entry in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(entry, dict):
            yield f"{place}{key}[{number}]", entry


def _texts(raw: Mapping[str, Any], key: str, place: str = "") -> Iterator[tuple[str, str]]:
    """Those entries of a list that are texts, with their places."""
    listed = raw.get(key)
    for number, text in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(text, str):
            yield f"{place}{key}[{number}]", text


def _by_number(name: str) -> tuple[int, str]:
    return (int(name) if name.isdecimal() else 0, name)


def _fault(code: str, spot: str, **params: object) -> Fault:
    return Fault(code, Place(field=spot), {name: str(value) for name, value in params.items()})
