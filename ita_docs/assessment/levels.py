"""Levels of the result (ระดับผลการประเมิน): the table of a year, and which of its levels given scores can have.

Source: FY2564-2565 AA to F by the total; from FY2566 five levels by the total and, for the upper two, by every
instrument.  Both are one table: rows read from the top, the first that fits is the level.
Limits: scores are compared as they are printed, rounded half up to two decimals; where an instrument is not known,
every level that is still possible is given, never a guess.

>>> table = (Level("ดี", total_min=Decimal(85), each_instrument_min=Decimal(85)),
...          Level("ผ่าน", total_min=Decimal(85)), Level("ต้องปรับปรุง", total_below=Decimal(85)))
>>> weights = {"IIT": Decimal("0.3"), "EIT": Decimal("0.3"), "OIT": Decimal("0.4")}
>>> [level.label for level in possible_levels(table, Decimal(90), {}, weights)]
['ดี', 'ผ่าน']
>>> [level.label for level in possible_levels(table, Decimal(90), {"EIT": Decimal("84.99")}, weights)]
['ผ่าน']
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from ita_docs.errors import Fault, Place
from ita_docs.patterns import lazy_pattern

#: The step between two printed scores, and the last of them.
_STEP = Decimal("0.01")
_FULL = Decimal(100)
#: By how much a printed total may miss the weighted sum of printed instruments.
_ROUNDING = Decimal("0.02")
_WORD_IN_BRACKETS = lazy_pattern(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class Level:
    """One row of a table of levels: bounds of the total, and the least that every instrument needs, if any.

    `total_max` is the last score of the row as tables of FY2564-2565 print it; `total_below` is the first one above it.
    """

    label: str
    total_min: Decimal | None = None
    total_max: Decimal | None = None
    total_below: Decimal | None = None
    each_instrument_min: Decimal | None = None

    @property
    def first(self) -> Decimal:
        """The lowest total of the row."""
        return self.total_min if self.total_min is not None else Decimal(0)

    @property
    def end(self) -> Decimal:
        """The lowest total above the row."""
        if self.total_below is not None:
            return self.total_below
        return (self.total_max if self.total_max is not None else _FULL) + _STEP

    def holds(self, total: Decimal) -> bool:
        """Whether a printed total lies in the row, whatever the instruments are."""
        return self.first <= total < self.end


def half_up(score: Decimal) -> Decimal:
    """Round to the two decimals in which scores are printed.

    >>> half_up(Decimal("88.125"))
    Decimal('88.13')
    """
    return score.quantize(_STEP, ROUND_HALF_UP)


def level_name(stated: str) -> str:
    """Give the level's label of a stated level, which may carry a word in brackets.

    >>> level_name("A (ดี)")
    'A'
    """
    return _WORD_IN_BRACKETS.sub("", stated).strip()


def possible_levels(
    levels: Sequence[Level],
    total: Decimal | None,
    instruments: Mapping[str, Decimal | None],
    weights: Mapping[str, Decimal],
) -> tuple[Level, ...]:
    """Give every level that these scores can have, in the table's order: one where they decide it.

    `weights` names all instruments of the year.  What the total says of an instrument that is not known is used: with a
    total of 99 none can be under 95.
    """
    known = {name: _rounded(instruments.get(name)) for name in weights}
    shown = _rounded(total)
    if shown is None:
        return tuple(level for level in levels if _within_reach(level, known, weights))
    fits = [
        level
        for place, level in enumerate(levels)
        if level.holds(shown) and _fits(level, _bar(levels[:place], shown), known, weights, shown)
    ]
    # Scores that contradict each other (a finding of its own) give no level by arithmetic: then the rows decide alone.
    return tuple(fits) or tuple(level for level in levels if level.holds(shown) and _passes(level, known))


def table_faults(levels: Sequence[Level]) -> Iterator[Fault]:
    """Give what is wrong with a table: gaps, overlaps, rows that nothing reaches; the place is the row, `[2]`."""
    rows = list(enumerate(levels))
    for number, level in rows:
        if level.first >= level.end:
            yield _fault("assessment.levels-order", number, label=level.label)
        if level.label in {other.label for other in levels[:number]}:
            yield _fault("assessment.levels-twice", number, label=level.label)
        if any(_hides(other, level) for other in levels[:number]) and level.each_instrument_min is not None:
            yield _fault("assessment.levels-hidden", number, label=level.label)
    by_total = sorted(
        ((n, level) for n, level in rows if level.each_instrument_min is None and level.first < level.end),
        key=lambda row: row[1].first,
    )
    reached, above = Decimal(0), ""
    for number, level in by_total:
        if level.first > reached:
            yield _gap(number, reached, level.first)
        elif level.first < reached:
            yield _fault("assessment.levels-overlap", number, label=level.label, other=above)
        if level.end > reached:
            reached, above = level.end, level.label
    if reached <= _FULL and rows:
        yield _gap(by_total[-1][0] if by_total else 0, reached, _FULL + _STEP)


def _rounded(score: Decimal | None) -> Decimal | None:
    return None if score is None else half_up(score)


def _bar(above: Sequence[Level], total: Decimal) -> Decimal | None:
    """What one instrument must stay under, so that no row above takes this total."""
    bars = [
        level.each_instrument_min for level in above if level.holds(total) and level.each_instrument_min is not None
    ]
    return min(bars, default=None)


def _passes(level: Level, known: Mapping[str, Decimal | None]) -> bool:
    least = level.each_instrument_min
    return least is None or all(score >= least for score in known.values() if score is not None)


def _fits(
    level: Level,
    bar: Decimal | None,
    known: Mapping[str, Decimal | None],
    weights: Mapping[str, Decimal],
    total: Decimal,
) -> bool:
    """Whether instruments that are not known can be such that this row is the first that takes the total."""
    if not _passes(level, known):
        return False
    if None not in known.values():
        return bar is None or any(score < bar for score in known.values() if score is not None)
    boxes = _boxes(level, known)
    if bar is None:
        return _reaches(boxes, weights, total)
    return any(
        _reaches({**boxes, name: (least, min(most, bar - _STEP))}, weights, total)
        for name, (least, most) in boxes.items()
    )


def _within_reach(level: Level, known: Mapping[str, Decimal | None], weights: Mapping[str, Decimal]) -> bool:
    """Whether a total that is not known can lie in the row."""
    if not _passes(level, known):
        return False
    least, most = _sum(_boxes(level, known), weights)
    return least - _ROUNDING < level.end and level.first <= most + _ROUNDING


def _boxes(level: Level, known: Mapping[str, Decimal | None]) -> dict[str, tuple[Decimal, Decimal]]:
    """The least and the most that each instrument can be in this row."""
    least = level.each_instrument_min or Decimal(0)
    return {name: (least, _FULL) if score is None else (score, score) for name, score in known.items()}


def _reaches(boxes: Mapping[str, tuple[Decimal, Decimal]], weights: Mapping[str, Decimal], total: Decimal) -> bool:
    if any(least > most for least, most in boxes.values()):
        return False
    least, most = _sum(boxes, weights)
    return least - _ROUNDING <= total <= most + _ROUNDING


def _sum(boxes: Mapping[str, tuple[Decimal, Decimal]], weights: Mapping[str, Decimal]) -> tuple[Decimal, Decimal]:
    least = sum((weights[name] * box[0] for name, box in boxes.items()), Decimal(0))
    most = sum((weights[name] * box[1] for name, box in boxes.items()), Decimal(0))
    return least, most


def _hides(other: Level, level: Level) -> bool:
    return other.each_instrument_min is None and other.first <= level.first and level.end <= other.end


def _gap(number: int, start: Decimal, end: Decimal) -> Fault:
    return _fault("assessment.levels-gap", number, first=f"{start:.2f}", last=f"{end - _STEP:.2f}")


def _fault(code: str, number: int, **params: str) -> Fault:
    return Fault(code, Place(field=f"[{number}]"), params)
