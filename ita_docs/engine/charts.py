"""Native charts a person can edit in Word, bound to the data by their alternative text.

A drawing of a chart whose alternative text is `chart: name` (a dotted name) is looked up where it stands, loop
variables included. Each drawing that is printed gets a chart part and a sheet of its own, filled with the value: a
`Chart` of a view, or in a mapping also `{"categories": […], "series": [{"name": …, "values": […]}]}`. Afterwards the
alternative text says what the chart shows: the names of its series. Other charts keep their data; their words and
number formats follow the numerals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from jinja2 import pass_context
from lxml import etree
from markupsafe import Markup, escape

from ita_docs.engine.chart_parts import A, C, Data, Row, Source
from ita_docs.engine.package import OFFICE
from ita_docs.engine.places import Places
from ita_docs.engine.sandbox import Missing, RenderContext
from ita_docs.engine.state import PartState
from ita_docs.engine.values import report_missing
from ita_docs.engine.wordml import WP, W
from ita_docs.errors import Fault
from ita_docs.patterns import lazy_pattern
from ita_docs.reports.view import Chart, Series
from ita_docs.thai import localize_digits

#: What Excel takes: series of a chart, letters in a cell; and more points than any eye can tell apart.
MAX_SERIES, MAX_POINTS, MAX_TEXT = 255, 10_000, 32_767
#: Numbers beyond this power of ten are none in Excel.
_MAX_POWER = 300
ALTERNATIVE = lazy_pattern(r"\s*chart:\s*(.*?)\s*", re.IGNORECASE | re.DOTALL)
_NAME = lazy_pattern(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*", re.ASCII)
_RELATIONSHIP = f"{{{OFFICE.rstrip('/')}}}id"
_CHART = f"{A}graphic/{A}graphicData/{C}chart"
_CONTROL = lazy_pattern("[\x00-\x08\x0b\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BREAKS = lazy_pattern("[\r\n\t\f]+")


def rewrite(root: etree._Element, places: Places, charts: Mapping[str, Source]) -> Iterator[Fault]:
    """Bind the charts of a part's tree, which it knows by relationship; faults of those that can not be bound."""
    for about in root.iterfind(f".//{W}drawing/*/{WP}docPr"):
        alternative = ALTERNATIVE.fullmatch(about.get("descr", ""))
        if alternative is None:
            continue
        shown = about.getparent().find(_CHART)
        name, place = alternative[1], places.of(about, about.get("descr", "").strip())
        chart = None if shown is None else charts.get(shown.get(_RELATIONSHIP, ""))
        if shown is None or chart is None:
            if _NAME.fullmatch(name) and about.get("descr", "").lstrip().startswith("chart:"):
                yield Fault("template.chart-none", place, {"found": name})
        elif not _NAME.fullmatch(name):
            yield Fault("template.chart-name", place, {"found": name})
        elif chart.problem:
            code, found = chart.problem
            yield Fault(code, place, {"found": found, "name": name})
        else:
            shown.set(_RELATIONSHIP, places.hold(f"{{{{ {name}|_chart({chart.number}) }}}}", place))
            about.set("descr", places.hold(f"{{{{ {name}|_chart_text }}}}", place))


@pass_context
def chart_filter(context: RenderContext, value: Any, number: int, line: int) -> Markup:
    """The relationship of a new chart part that shows the value."""
    state: PartState = context.state
    if isinstance(value, Missing):
        report_missing(value, state, line)
        return Markup("")
    data = _Reader(state, line).read(value)
    return Markup("" if data is None else state.document.charts.add(number, data, state))


@pass_context
def text_filter(context: RenderContext, value: Any, line: int) -> Markup:
    """The alternative text: the names of the series. What is wrong with the value, `_chart` says."""
    del line
    series = value.get("series") if isinstance(value, Mapping) else getattr(value, "series", None)
    names = [_field(one, "name") for one in series] if isinstance(series, (list, tuple)) else []
    text = _CONTROL.sub("", ", ".join(str(name) for name in names if isinstance(name, str) and name))
    numerals = context.state.document.numerals
    return escape(localize_digits(text, numerals) if numerals else text)


FILTERS = {"_chart": chart_filter, "_chart_text": text_filter}


def _field(owner: Any, name: str) -> Any:
    """A field of a view, or the value of a key; nothing is called."""
    if isinstance(owner, Mapping):
        return owner.get(name)
    return getattr(owner, name) if isinstance(owner, (Chart, Series)) else None


def _kind(value: Any) -> str:
    return type(value).__name__


class _Reader:
    """Reads a value as a chart; records what is wrong with it at the drawing's place."""

    def __init__(self, state: PartState, line: int) -> None:
        self._state, self._line, self._sound = state, line, True

    def read(self, value: Any) -> Data | None:
        """The chart's data, or None when it is none."""
        categories, series = _field(value, "categories"), _field(value, "series")
        if not isinstance(categories, (list, tuple)) or not isinstance(series, (list, tuple)):
            self._fail("template.chart", _kind(value))
            return None
        if not categories or not series:
            self._fail("template.chart-empty", "")
            return None
        points = len(categories) * len(series)
        if len(series) > MAX_SERIES or points > MAX_POINTS:
            limit = f"{MAX_SERIES}; {MAX_POINTS:,}"
            self._fail("template.chart-size", f"{len(series)} × {len(categories)}", limit=limit)
            return None
        data = Data(
            tuple(self._text(category) for category in categories),
            tuple(self._row(one, len(categories)) for one in series),
        )
        return data if self._sound else None

    def _row(self, series: Any, count: int) -> Row:
        name, values = self._text(_field(series, "name")), _field(series, "values")
        if not isinstance(values, (list, tuple)):
            self._fail("template.chart", _kind(series))
            return Row(name, ())
        if len(values) != count:
            self._fail("template.chart-length", name, values=len(values), categories=count)
        return Row(name, tuple(self._number(value, name) for value in values))

    def _number(self, value: Any, name: str) -> Decimal | None:
        if value is None:
            return None
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
            if number.is_finite() and abs(number.adjusted()) <= _MAX_POWER:
                return Decimal(format(number, "f"))
        found = str(value)[:60] if isinstance(value, (str, float, Decimal)) else _kind(value)
        self._fail("template.chart-value", found, name=name)
        return None

    def _text(self, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, int) and not isinstance(value, bool):  # a year
            value = format(Decimal(value), ".20g")
        if not isinstance(value, str):
            self._fail("template.chart-text", _kind(value))
            return ""
        if len(value) > MAX_TEXT:
            self._fail("template.chart-size", f"{len(value):,}", limit=f"{MAX_TEXT:,}")
            return ""
        text = _BREAKS.sub(" ", str(value).replace("\a", " "))
        if _CONTROL.search(text):
            self._fail("template.control-character", ascii(text[:40]))
        numerals = self._state.document.numerals
        return localize_digits(text, numerals) if numerals else text

    def _fail(self, code: str, found: object, **params: object) -> None:
        self._sound = False
        self._state.fail(code, self._line, found=found, **params)
