"""The register of one year's assessment (แบบวัด ตัวชี้วัด ตัวชี้วัดย่อย และข้อคำถาม ITA): names and what belongs to what.

Source: `editions/<year>.yaml`, from the published lists of the years; each entry has a status, and what is unverified
never refuses a document.  Limits: the wording of the i and e questions is not in the register, so their `name_th` is
None and a label in our own words stands for it; the arithmetic on weights and levels is in `scores` and `levels`.

>>> ita = edition(2566)
>>> ita.item("o๑๗").id, ita.indicator("๙").name_th
('O17', 'การเปิดเผยข้อมูล')
>>> ita.code_range(ita.sub_indicator("9.1").items)
'O1-O10'
>>> ita.instrument_of(ita.parse_range("i4-i6")[0]).id
'IIT'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from ita_docs.assessment.codes import Code, parse_code, parse_code_range
from ita_docs.assessment.levels import Level
from ita_docs.assessment.register import (
    Group,
    Indicator,
    Instrument,
    Issue,
    Item,
    Principle,
    SubIndicator,
    read_groups,
    read_indicators,
    read_instruments,
    read_issues,
    read_items,
    read_levels,
    read_principles,
    read_sub_indicators,
)
from ita_docs.errors import ParseError
from ita_docs.kept import kept
from ita_docs.near import near
from ita_docs.patterns import lazy_pattern
from ita_docs.thai.digits import to_arabic_digits
from ita_docs.thai.fiscal_year import FiscalYear

#: The instrument of an item by the letter of its code.
LETTERS = {"i": "IIT", "e": "EIT", "o": "OIT"}
_FOLDER = Path(__file__).parent / "editions"
_TO = lazy_pattern(r"\s*(?:[-–—]|ถึง)\s*")


@dataclass(frozen=True)
class Edition:
    """The assessment of one fiscal year; every tuple is in the order of the published list."""

    fiscal_year: FiscalYear
    instruments: tuple[Instrument, ...]
    indicators: tuple[Indicator, ...]
    sub_indicators: tuple[SubIndicator, ...]
    items: tuple[Item, ...]
    groups: tuple[Group, ...]
    issues: tuple[Issue, ...]
    levels: tuple[Level, ...] = field(default=(), repr=False)
    principles: tuple[Principle, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = field(default=(), repr=False)
    negatively_worded_items: tuple[Item, ...] = field(default=(), repr=False)
    #: Items beyond a list that is not confirmed, which a data file names.
    added: tuple[Item, ...] = field(default=(), repr=False)

    @property
    def year(self) -> int:
        """The fiscal year as a number of the Buddhist era."""
        return self.fiscal_year.year

    @cached_property
    def _by_code(self) -> dict[Code, Item]:
        return {item.code: item for item in self.items}

    def item(self, code: str | Code | Item) -> Item:
        """Give the item of a code in any readable spelling; one that this year has not raises `ParseError`."""
        if isinstance(code, Item):
            code = code.code
        read = parse_code(code) if isinstance(code, str) else code
        if read not in self._by_code:
            raise self._no_item(code, read)
        return self._by_code[read]

    def find(self, code: Code) -> Item | None:
        """Give the item of a code, or None where the year has none."""
        return self._by_code.get(code)

    def is_unverified(self, letter: str) -> bool:
        """Whether the year's list of items with this letter is not confirmed: it must not refuse a document."""
        listed = (indicator for indicator in self.indicators if indicator.instrument.id == LETTERS[letter])
        return any(indicator.status == "unverified" for indicator in listed)

    @property
    def unverified(self) -> bool:
        """Whether any of the year's lists of items is not confirmed."""
        return any(indicator.status == "unverified" for indicator in self.indicators)

    def extended(self, codes: Iterable[Code]) -> Edition:
        """Give the register with those items that a list which is not confirmed does not have.

        They stand at the end of their instrument's last indicator: where a year has more items than the list, these
        are the next ones.  Without such items, the register itself.
        """
        wanted = sorted({code for code in codes if code not in self._by_code and self.is_unverified(code.letter)})
        if not wanted:
            return self
        order = tuple(LETTERS)
        added = tuple(Item(code.printed(self.year), code, status="unverified") for code in wanted)
        grown = {indicator.id: indicator for indicator in self.indicators}
        for letter in {code.letter for code in wanted}:
            last = self.indicators_of(LETTERS[letter])[-1]
            new = tuple(item for item in added if item.code.letter == letter)
            grown[last.id] = last._replace(items=last.items + new)
        subs = {sub.id: sub._replace(indicator=grown[sub.indicator.id]) for sub in self.sub_indicators}
        return replace(
            self,
            indicators=tuple(grown.values()),
            sub_indicators=tuple(subs.values()),
            groups=tuple(group._replace(sub_indicator=subs[group.sub_indicator.id]) for group in self.groups),
            items=tuple(sorted((*self.items, *added), key=lambda i: (order.index(i.code.letter), i.code.number))),
            added=self.added + added,
        )

    def parse_range(self, text: str) -> tuple[Item, ...]:
        """Give the items of `i4-i6`, or of a single code; every one must exist this year."""
        first, last = parse_code_range(text)
        # The ends are looked up first: a typed `i1-i999` must not be walked before it is refused.
        if first not in self._by_code or last not in self._by_code:
            raise self._no_item(text, last if first in self._by_code else first)
        if first == last:
            return (self._by_code[first],)
        return tuple(item for item in self._lettered(first.letter) if first <= item.code <= last)

    def code_range(self, items: Iterable[Item]) -> str:
        """Print items as codes, runs of neighbours joined: `i4-i6`, `O8`, `o1-o3, o7`; ASCII digits."""
        return ", ".join(run[0].id if len(run) == 1 else f"{run[0].id}-{run[-1].id}" for run in _runs(items))

    def indicator(self, number: int | str) -> Indicator:
        """Give an indicator by its number: `9`, `"9"` or `"๙"`."""
        wanted = to_arabic_digits(str(number)).strip()
        for indicator in self.indicators:
            if indicator.id == wanted:
                return indicator
        raise self._unknown("assessment.no-indicator", number, (i.id for i in self.indicators))

    def sub_indicator(self, number: str) -> SubIndicator:
        """Give a sub-indicator by its number as text: `"9.1"` or `"๙.๑"`."""
        wanted = to_arabic_digits(str(number)).strip()
        for sub_indicator in self.sub_indicators:
            if sub_indicator.id == wanted:
                return sub_indicator
        raise self._unknown("assessment.no-sub-indicator", number, (s.id for s in self.sub_indicators))

    def parse_sub_indicators(self, text: str) -> tuple[SubIndicator, ...]:
        """Give the sub-indicators of `9.1-9.5`, or of a single one; both ends must exist this year."""
        ends = [self.sub_indicator(end) for end in _TO.split(text.strip())]
        known = self.sub_indicators
        return known[known.index(ends[0]) : known.index(ends[-1]) + 1]

    def issue(self, number: int | str) -> Issue:
        """Give an issue (ประเด็น) by its number; a year need not have issues."""
        wanted = to_arabic_digits(str(number)).strip()
        for issue in self.issues:
            if issue.id == wanted:
                return issue
        if not self.issues:
            raise ParseError.of("assessment.no-issues", found=number, year=self.year)
        raise self._unknown("assessment.no-issue", number, (i.id for i in self.issues))

    def instrument(self, name: str) -> Instrument:
        """Give an instrument by its id, in any case, or by its Thai name."""
        wanted = name.strip()
        for instrument in self.instruments:
            if wanted.upper() == instrument.id or wanted == instrument.name_th:
                return instrument
        raise self._unknown("assessment.no-instrument", name, (i.id for i in self.instruments))

    def indicator_of(self, item: str | Code | Item) -> Indicator:
        """Give the indicator that an item belongs to."""
        wanted = self.item(item)
        return next(indicator for indicator in self.indicators if wanted in indicator.items)

    def sub_indicator_of(self, item: str | Code | Item) -> SubIndicator | None:
        """Give the sub-indicator of an item; None for i and e items, and where the year's list does not say."""
        wanted = self.item(item)
        return next((sub for sub in self.sub_indicators if wanted in sub.items), None)

    def instrument_of(self, part: str | Code | Item | Indicator | SubIndicator | Group) -> Instrument:
        """Give the instrument of an item, indicator, sub-indicator or group."""
        if isinstance(part, Indicator):
            return part.instrument
        if isinstance(part, SubIndicator):
            return part.indicator.instrument
        if isinstance(part, Group):
            return part.sub_indicator.indicator.instrument
        return self.instrument(LETTERS[self.item(part).code.letter])

    def indicators_of(self, instrument: str | Instrument) -> tuple[Indicator, ...]:
        """Give the indicators of an instrument, in order."""
        wanted = instrument if isinstance(instrument, Instrument) else self.instrument(instrument)
        return tuple(indicator for indicator in self.indicators if indicator.instrument == wanted)

    def sub_indicators_of(self, indicator: int | str | Indicator) -> tuple[SubIndicator, ...]:
        """Give the sub-indicators of an indicator, in order; none for indicators 1-8."""
        wanted = indicator if isinstance(indicator, Indicator) else self.indicator(indicator)
        return tuple(sub for sub in self.sub_indicators if sub.indicator == wanted)

    def _lettered(self, letter: str) -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.code.letter == letter)

    def _no_item(self, found: object, code: Code) -> ParseError:
        """A code that the year has not: the item of the nearest number, and the codes of that letter."""
        items = self._lettered(code.letter) or self.items
        nearest = min(items, key=lambda item: abs(item.code.number - code.number), default=None)
        params = {"nearest": nearest.id if nearest else "", "known": self.code_range(items)}
        return ParseError.of("assessment.no-item", found=found, year=self.year, **params)

    def _unknown(self, code: str, found: object, known: Iterable[str]) -> ParseError:
        names = list(known)
        nearest = _nearest(to_arabic_digits(str(found)).strip(), names)
        return ParseError.of(code, found=found, year=self.year, nearest=nearest, known=", ".join(names))


def edition(year: int | FiscalYear) -> Edition:
    """Give the register of a fiscal year (พ.ศ.); a year without one raises `ParseError` with those there are."""
    number = _number(year)
    return _load(number) if number in editions() else Editions().get(number)


@dataclass(frozen=True)
class Editions:
    """The registers that a report can ask for: the package's; a folder of an agency's own can stand above them."""

    @property
    def years(self) -> tuple[int, ...]:
        """The years that have a register, oldest first."""
        return editions()

    def get(self, year: int | FiscalYear) -> Edition:
        """Give the register of a year; a year without one raises `ParseError` with those there are."""
        number = _number(year)
        if number not in editions():
            raise ParseError.of("assessment.no-edition", found=number, known=", ".join(map(str, self.years)))
        return edition(number)


@cache
def editions() -> tuple[int, ...]:
    """Give the fiscal years that have a register, oldest first."""
    return tuple(sorted(int(path.stem) for path in _FOLDER.glob("*.yaml")))


def _number(year: int | FiscalYear) -> int:
    """The year as a number; a text or a float is a mistake of the program that calls."""
    number = year.year if isinstance(year, FiscalYear) else year
    if isinstance(number, bool) or not isinstance(number, int):
        msg = f"a fiscal year is a whole number such as 2566, not {type(number).__name__}"
        raise TypeError(msg)
    return number


@cache
def _load(year: int) -> Edition:
    file = edition_file(year)
    return edition_of(kept(f"edition-{year}", [file], lambda: _entry(file)))


def _entry(file: Path) -> dict[str, Any]:
    from ruamel.yaml import YAML  # noqa: PLC0415 - reading codes needs no YAML

    entry: dict[str, Any] = YAML(typ="safe", pure=True).load(file.read_text(encoding="utf-8"))
    return entry


def edition_file(year: int) -> Path:
    """Give the file of a year that the package has."""
    return _FOLDER / f"{year}.yaml"


def edition_of(entry: Mapping[str, Any]) -> Edition:
    """Make the register of an edition's file, whose form has been checked: what belongs together is there."""
    instruments = read_instruments(entry)
    items = read_items(entry)
    indicators = read_indicators(entry, instruments, items)
    sub_indicators = read_sub_indicators(entry, indicators, items)
    return Edition(
        fiscal_year=FiscalYear(int(entry["fiscal_year"])),
        instruments=instruments,
        indicators=indicators,
        sub_indicators=sub_indicators,
        items=tuple(items.values()),
        groups=read_groups(entry, sub_indicators, items),
        issues=read_issues(entry, items),
        levels=read_levels(entry),
        principles=read_principles(entry, instruments, indicators),
        notes=tuple(entry.get("notes") or ()),
        negatively_worded_items=tuple(items[code] for code in entry.get("negatively_worded_items") or ()),
    )


def _nearest(found: str, known: list[str]) -> str:
    """The known number or name nearest to what was written: by value for numbers, by letters for names."""
    try:
        wanted = [int(piece) for piece in found.split(".")]
        ranked = sorted(
            known, key=lambda name: [abs(int(a) - b) for a, b in zip(name.split("."), wanted, strict=False)]
        )
    except ValueError:
        return near(found.upper(), known, cutoff=0)
    return ranked[0] if ranked else ""


def _runs(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Split items, in the order of their codes, where a number is left out or the letter changes."""
    run: list[Item] = []
    for item in sorted(set(items), key=lambda item: ("ieo".index(item.code.letter), item.code.number)):
        if run and (item.code.letter, item.code.number) != (run[-1].code.letter, run[-1].code.number + 1):
            yield run
            run = []
        run.append(item)
    if run:
        yield run
