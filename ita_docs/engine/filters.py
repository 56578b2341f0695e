"""The filters of templates beside Jinja's text filters, and the internal ones that the compiler puts in.

Dates, periods, scores and money print with ASCII digits here; the script of the document's digits is decided where a
value is printed (`values.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import islice
from typing import Any

from jinja2 import Undefined, pass_context
from markupsafe import Markup

from ita_docs.engine import boxes, charts, merge, structure
from ita_docs.engine.guards import MAX_WIDTH, bounded_filter
from ita_docs.engine.sandbox import Environment, Missing, RenderContext, concat
from ita_docs.engine.state import MAX_PASSES, Limit, PartState
from ita_docs.engine.values import print_value, report_missing
from ita_docs.thai import Period, baht_text, format_date, format_money


def date_filter(value: date | None, style: str = "long", era: bool = False) -> str:
    """`{{ day|date("short") }}`: long, short or numeric, with or without พ.ศ.; nothing for None."""
    return "" if value is None else format_date(value, style, "arabic", era)


def period_filter(value: Period | None, style: str = "long") -> str:
    """`{{ period|period("months") }}`: one of the styles of `Period.format`; nothing for None."""
    return "" if value is None else value.format(style, "arabic")


def score_filter(value: Decimal | float | None, places: int | None = None) -> str:
    """`{{ score|score(2) }}`: rounded half up to so many places; without places, trailing zeros dropped."""
    if value is None:
        return ""
    number = Decimal(value) if not isinstance(value, float) else Decimal(str(value))
    if number.is_finite() and abs(number.adjusted()) > MAX_WIDTH:
        raise Limit("score")
    if places is not None:
        return format(number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), "f")
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def money_filter(value: Decimal | str | None) -> str:
    """`{{ budget|money }}`: `1,234.50`; a text such as `ไม่ใช้งบประมาณ` as it is."""
    return value if isinstance(value, str) else "" if value is None else format_money(value)


def baht_text_filter(value: Decimal | None) -> str:
    """`{{ budget|baht_text }}`: the sum in words."""
    return "" if value is None else baht_text(value)


@pass_context
def each_filter(context: RenderContext, value: Any, line: int) -> Iterable[Any]:
    """What a loop runs over; a missing name, or a text where a list belongs, is a fault. Passes are bounded."""
    state: PartState = context.state
    if isinstance(value, Undefined):
        if isinstance(value, Missing):
            report_missing(value, state, line)
        return ()
    if (state.document.official and isinstance(value, str)) or not hasattr(value, "__iter__"):
        state.fail("template.not-a-list", line, found=type(value).__name__)
        return ()
    if not isinstance(value, Sized):
        value = list(islice(value, MAX_PASSES + 1))
    state.document.count_passes(len(value))
    return value  # type: ignore[no-any-return]  # it can be looped over, as asked above


@pass_context
def truth_filter(context: RenderContext, value: Any, line: int) -> Any:
    """What a condition asks; a missing name is a fault."""
    if isinstance(value, Missing):
        report_missing(value, context.state, line)
        return False
    return value


@pass_context
def tick_filter(context: RenderContext, unused: Any, line: int) -> Markup:
    """One pass of a macro or a recursive loop."""
    del unused, line
    context.state.document.count_passes(1)
    return Markup("")


def escape_filter(value: Any) -> Any:
    """`{{ x|e }}` is `{{ x }}`: every value is escaped where it is printed, once."""
    return value


@pass_context
def concat_filter(context: RenderContext, parts: list[Any]) -> str:
    """Jinja's `~`, bounded."""
    return concat(context, parts)


#: What a template may write after a `|`, beside Jinja's own.
PUBLIC: dict[str, Callable[..., Any]] = {
    "date": date_filter,
    "period": period_filter,
    "score": score_filter,
    "money": money_filter,
    "baht_text": baht_text_filter,
}


def environment() -> Environment:
    """The environment of all templates."""
    made = Environment()
    public = {name: bounded_filter(name, public) for name, public in PUBLIC.items()}
    made.filters.update({**public, "e": escape_filter, "escape": escape_filter})
    internal = {"_each": each_filter, "_truth": truth_filter, "_tick": tick_filter, "_concat": concat_filter}
    made.filters.update({"_print": print_value, **internal, **structure.FILTERS})
    made.filters.update({**boxes.FILTERS, **charts.FILTERS, **merge.FILTERS})
    return made
