"""The register of one year's assessment (เครื่องมือ ตัวชี้วัด ตัวชี้วัดย่อย และข้อคำถาม ITA): names and what belongs to what.

Source: `editions/<year>.yaml`, from the published lists of the years; each entry has a status, and what is unverified
never refuses a document.  Limits: the wording of the i and e questions is not in the register, so their `name_th` is
None; the levels and weights are there, the arithmetic on them is not part of this module.

>>> ita = edition(2566)
>>> ita.item("o๑๗").id, ita.indicator("๙").name_th
('O17', 'การเปิดเผยข้อมูล')
>>> ita.code_range(ita.sub_indicator("9.1").items)
'O1-O10'
>>> ita.instrument_of(ita.parse_range("i4-i6")[0]).id
'IIT'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files

from ita_docs.assessment.codes import Code, parse_code, parse_code_range
from ita_docs.assessment.register import (
    Group,
    Indicator,
    Instrument,
    Issue,
    Item,
    SubIndicator,
    read_groups,
    read_indicators,
    read_instruments,
    read_issues,
    read_items,
    read_sub_indicators,
)
from ita_docs.errors import ParseError
from ita_docs.thai.digits import to_arabic_digits
from ita_docs.thai.fiscal_year import FiscalYear

_LETTERS = {"i": "IIT", "e": "EIT", "o": "OIT"}


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
    negatively_worded_items: tuple[Item, ...] = field(default=(), repr=False)

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
            raise self._unknown("assessment.no-item", code, (self.code_range(self._lettered(read.letter)),))
        return self._by_code[read]

    def parse_range(self, text: str) -> tuple[Item, ...]:
        """Give the items of `i4-i6`, or of a single code; every one must exist this year."""
        first, last = parse_code_range(text)
        # The ends are looked up first: a typed `i1-i999` must not be walked before it is refused.
        if first not in self._by_code or last not in self._by_code:
            raise self._unknown("assessment.no-item", text, (self.code_range(self._lettered(first.letter)),))
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

    def issue(self, number: int | str) -> Issue:
        """Give an issue (ประเด็น) by its number; only FY2567 has issues."""
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
        return self.instrument(_LETTERS[self.item(part).code.letter])

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

    def _unknown(self, code: str, found: object, known: Iterable[str]) -> ParseError:
        return ParseError.of(code, found=found, year=self.year, known=", ".join(known))


def edition(year: int | FiscalYear) -> Edition:
    """Give the register of a fiscal year (พ.ศ.); a year without one raises `ParseError` with those there are."""
    number = year.year if isinstance(year, FiscalYear) else year
    if number not in editions():
        raise ParseError.of("assessment.no-edition", found=number, known=", ".join(map(str, editions())))
    return _load(number)


@cache
def editions() -> tuple[int, ...]:
    """Give the fiscal years that have a register, oldest first."""
    folder = files(__package__).joinpath("editions")
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(int(name.removesuffix(".yaml")) for name in names if name.endswith(".yaml")))


@cache
def _load(year: int) -> Edition:
    from ruamel.yaml import YAML  # noqa: PLC0415 - reading codes needs no YAML

    text = files(__package__).joinpath("editions", f"{year}.yaml").read_text(encoding="utf-8")
    entry = YAML(typ="safe", pure=True).load(text)
    instruments = read_instruments(entry)
    items = read_items(entry)
    indicators = read_indicators(entry, instruments, items)
    sub_indicators = read_sub_indicators(entry, indicators, items)
    return Edition(
        fiscal_year=FiscalYear(year),
        instruments=instruments,
        indicators=indicators,
        sub_indicators=sub_indicators,
        items=tuple(items.values()),
        groups=read_groups(entry, sub_indicators, items),
        issues=read_issues(entry, items),
        negatively_worded_items=tuple(items[code] for code in entry.get("negatively_worded_items", ())),
    )


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
