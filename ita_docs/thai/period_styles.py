"""How a period prints: the forms of the agencies' papers.

Source: the periods of the layouts.  A style that can not say the spans falls back to days (`short`), and where two
digits can not say the year, days fall back to `long`; so every style's text is read back as the same spans.

>>> spans = [Span(date(2022, 10, 1), date(2023, 3, 31))]
>>> for style in PERIOD_STYLES:
...     print(format_spans(spans, style))
๑ ตุลาคม ๒๕๖๕ – ๓๑ มีนาคม ๒๕๖๖
๑ ต.ค.๖๕ - ๓๑ มี.ค.๖๖
ต.ค.๖๕ - มี.ค.๖๖
๑ ต.ค.๖๕ - ๓๑ มี.ค.๖๖
ต.ค. ๖๕ ถึง มี.ค. ๖๖
เดือนตุลาคม ๒๕๖๕ - เดือนมีนาคม ๒๕๖๖
ไตรมาส ๑ - ๒ ปีงบประมาณ พ.ศ. ๒๕๖๖
๑ ต.ค.๖๕ - ๓๑ มี.ค.๖๖
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal, TypeAlias, get_args

from ita_docs.errors import ParseError
from ita_docs.thai.dates import ERA_OFFSET, LAST_YEAR, format_date, has_short_year, months, short_year
from ita_docs.thai.digits import Numerals, in_numerals
from ita_docs.thai.fiscal_year import FiscalYear
from ita_docs.thai.spans import Span

PeriodStyle: TypeAlias = Literal[
    "long", "short", "months", "months-one-year", "months-to", "months-long", "quarters", "fiscal-year"
]
PERIOD_STYLES: tuple[PeriodStyle, ...] = get_args(PeriodStyle)


def format_spans(spans: Sequence[Span], style: PeriodStyle | str = "long", numerals: Numerals = "thai") -> str:
    """One or more spans, in order, in a style of `PERIOD_STYLES`."""
    if style not in PERIOD_STYLES:
        raise ParseError.of("thai.period-style", found=style, known=", ".join(PERIOD_STYLES))
    for attempt in (style, "short", "long"):
        text = _WHOLE[attempt](spans) if attempt in _WHOLE else _each(spans, _ONE[attempt])
        if text is not None:
            return in_numerals(text, numerals)
    raise AssertionError(spans)  # pragma: no cover  "long" says any span


def _each(spans: Sequence[Span], one: Callable[[Span], str | None]) -> str | None:
    """Every span in the same style, or nothing."""
    texts = [one(span) for span in spans]
    said = [text for text in texts if text is not None]
    return _listed(said) if len(said) == len(texts) else None


def _listed(texts: Sequence[str]) -> str:
    """`ก`, `ก และ ข`, `ก, ข และ ค`."""
    return " และ ".join(filter(None, (", ".join(texts[:-1]), texts[-1])))


def _long(span: Span) -> str:
    first, last = (format_date(day, "long", "arabic") for day in (span.start, span.end))
    return first if first == last else f"{first} – {last}"


def _short(span: Span) -> str | None:
    if not _short_years(span):
        return None
    first, last = (f"{day.day} {_short_month(day)}" for day in (span.start, span.end))
    return first if first == last else f"{first} - {last}"


def _months(span: Span) -> str | None:
    if not (span.months() and _short_years(span)):
        return None
    first, last = _short_month(span.start), _short_month(span.end)
    return first if first == last else f"{first} - {last}"


def _months_one_year(span: Span) -> str | None:
    if not span.months() or span.start.year != span.end.year:
        return None
    first, last = (months().short[day.month - 1] for day in (span.start, span.end))
    year = span.end.year + ERA_OFFSET
    return f"{first} {year}" if first == last else f"{first} - {last} {year}"


def _months_to(span: Span) -> str | None:
    if not (span.months() and _short_years(span)):
        return None
    first, last = (_short_month(day, " ") for day in (span.start, span.end))
    return first if first == last else f"{first} ถึง {last}"


def _months_long(span: Span) -> str | None:
    if not span.months():
        return None
    first, last = (f"เดือน{months().names[day.month - 1]} {day.year + ERA_OFFSET}" for day in (span.start, span.end))
    return first if first == last else f"{first} - {last}"


def _quarters(spans: Sequence[Span]) -> str | None:
    """Whole quarters of one fiscal year."""
    year = _year_of(spans)
    if year is None:
        return None
    runs: list[str] = []
    for span in spans:
        whole = span.months()
        if whole is None:
            return None
        skipped, passed = (whole[0][1] - 10) % 12, (whole[1][1] - 10) % 12 + 1
        if skipped % 3 or passed % 3:
            return None
        first, last = skipped // 3 + 1, passed // 3
        runs.append(str(first) if first == last else f"{first} - {last}")
    return f"ไตรมาส {_listed(runs)} {year.format('arabic')}"


def _fiscal_year(spans: Sequence[Span]) -> str | None:
    """One whole fiscal year."""
    year = _year_of(spans)
    if year is None or (spans[0].start, spans[0].end) != (year.start, year.end):
        return None
    return f"ตลอด{year.format('arabic')}"


def _year_of(spans: Sequence[Span]) -> FiscalYear | None:
    """The fiscal year in which all the spans lie."""
    if spans[-1].end > FiscalYear(LAST_YEAR).end:
        return None
    year = FiscalYear.of(spans[-1].end)
    return year if spans[0].start in year else None


def _short_years(span: Span) -> bool:
    return all(has_short_year(day.year + ERA_OFFSET) for day in (span.start, span.end))


def _short_month(day: date, gap: str = "") -> str:
    """`ต.ค.65`."""
    return f"{months().short[day.month - 1]}{gap}{short_year(day.year + ERA_OFFSET)}"


_ONE: dict[str, Callable[[Span], str | None]] = {
    "long": _long,
    "short": _short,
    "months": _months,
    "months-one-year": _months_one_year,
    "months-to": _months_to,
    "months-long": _months_long,
}
_WHOLE: dict[str, Callable[[Sequence[Span]], str | None]] = {"quarters": _quarters, "fiscal-year": _fiscal_year}
