"""Tables and charts of scores that several papers print: indicators under their instruments, all in one chart.

Source: the score tables of layouts 3 and 5. Names and numbers come from the year's register, never from typing.
Limits: a score is printed as stated, else as computed; one that is not known is None and
prints an empty cell.

>>> from ita_docs.assessment import computed, edition
>>> from ita_docs.records import Assessment
>>> stated = Assessment.model_validate({"indicators": {6: "96.07", 7: "94.41", 8: "93.79"}})
>>> rows = score_rows(computed(stated, edition(2567)))
>>> (rows[5].instrument_id, rows[5].instrument_score, rows[5].number, rows[5].name, rows[5].score)
('EIT', Decimal('94.76'), 6, 'คุณภาพการดำเนินงาน', Decimal('96.07'))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_docs.assessment import Instrument, Level, Scores
from ita_docs.reports.view import Chart, Series, View


@dataclass(frozen=True, slots=True)
class ScoreRow(View):
    """One indicator under its instrument; `instrument_key` merges the cells of the instrument and its score."""

    instrument: str
    instrument_id: str
    instrument_number: int
    instrument_key: str
    instrument_score: Decimal | None
    number: int
    name: str
    score: Decimal | None
    verdict: str = ""


def instrument_name(instrument: Instrument) -> str:
    """An instrument as tables and headings name it: `แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)`."""
    return f"{instrument.name_th} ({instrument.id})"


def score_rows(scores: Scores, verdicts: Mapping[str, str] | None = None) -> tuple[ScoreRow, ...]:
    """Every indicator of the year in its order, with the words of its verdict by the indicator's id."""
    said = verdicts or {}
    edition = scores.edition
    places = {instrument.id: place for place, instrument in enumerate(edition.instruments, 1)}
    return tuple(
        ScoreRow(
            instrument=instrument_name(indicator.instrument),
            instrument_id=indicator.instrument.id,
            instrument_number=places[indicator.instrument.id],
            instrument_key=indicator.instrument.id,
            instrument_score=scores.of(indicator.instrument).printed,
            number=indicator.number,
            name=indicator.name_th,
            score=scores.of(indicator).printed,
            verdict=said.get(indicator.id, ""),
        )
        for indicator in edition.indicators
    )


def indicator_chart(rows: tuple[ScoreRow, ...], name: str = "คะแนน") -> Chart:
    """The indicators of a table as the data of a native chart; an unknown score leaves a gap."""
    return Chart(tuple(f"{row.number}. {row.name}" for row in rows), (Series(name, tuple(row.score for row in rows)),))


@dataclass(frozen=True, slots=True)
class LevelRow(View):
    """One level of the year's table and what it asks for: `95.00 - 100`, or its conditions in words."""

    condition: str
    label: str


def level_rows(levels: Sequence[Level]) -> tuple[LevelRow, ...]:
    """A table of levels as a paper prints it.

    >>> level_rows([Level("AA", Decimal(95), Decimal(100))])
    (LevelRow(condition='95.00 - 100', label='AA'),)
    >>> level_rows([Level("ผ่านดี", Decimal(85), each_instrument_min=Decimal(85))])[0].condition
    'คะแนนเฉลี่ยรวมและคะแนนของทุกแบบวัด ตั้งแต่ 85.00 ขึ้นไป'
    """
    in_words = any(level.total_max is None or level.each_instrument_min is not None for level in levels)
    return tuple(LevelRow(_in_words(level) if in_words else _range(level), level.label) for level in levels)


def _range(level: Level) -> str:
    return f"{_bound(level.first)} - {_bound(Decimal(100) if level.total_max is None else level.total_max)}"


def _in_words(level: Level) -> str:
    least = level.each_instrument_min
    if least is not None and least == level.total_min and level.total_max is None and level.total_below is None:
        return f"คะแนนเฉลี่ยรวมและคะแนนของทุกแบบวัด ตั้งแต่ {_bound(least)} ขึ้นไป"
    each = "" if least is None else f" และคะแนนของทุกแบบวัด ตั้งแต่ {_bound(least)} ขึ้นไป"
    return f"คะแนนเฉลี่ยรวม {_total(level)}{each}"


def _total(level: Level) -> str:
    if level.total_max is not None:
        return _range(level)
    if level.total_min is None:
        return f"ต่ำกว่า {_bound(level.end)}"
    if level.total_below is None:
        return f"ตั้งแต่ {_bound(level.total_min)} ขึ้นไป"
    return f"ตั้งแต่ {_bound(level.total_min)} แต่ต่ำกว่า {_bound(level.total_below)}"


def _bound(score: Decimal) -> str:
    """Two decimals, but the ends of the scale without."""
    return f"{score:.0f}" if score in {Decimal(0), Decimal(100)} else f"{score:.2f}"
