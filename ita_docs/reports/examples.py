"""What the names of a view print, taken from one view (ตัวอย่างค่าของแต่ละชื่อ): for the list of a template's fields.

The first entry of a list that prints something stands for all of them. Limits: long texts are cut; pictures, charts and
keys have no example.

>>> from ita_docs.reports.view import Chart, Point
>>> examples(Point("ประกาศแผนการใช้จ่าย", "1."))
{'text': 'ประกาศแผนการใช้จ่าย', 'number': '1.', 'level': '0'}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal

from ita_docs.reports.view import Chart, Picture, View
from ita_docs.thai import Period, format_date

#: Longer texts are cut here.
LONGEST = 40


def examples(view: View) -> dict[str, str]:
    """The example of each name by its path."""
    found: dict[str, str] = {}
    for path, text in _printed(view, ""):
        found.setdefault(path, text)
    return found


def _printed(value: object, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, (Picture, Chart)):
        return
    if isinstance(value, View):
        for one in fields(value):  # type: ignore[arg-type]  # views are dataclasses
            if not one.name.endswith("_key"):
                yield from _printed(getattr(value, one.name), f"{path}.{one.name}" if path else one.name)
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _printed(inner, f"{path}.{name}")
    elif isinstance(value, tuple):
        for inner in value:
            yield from _printed(inner, path)
    elif text := _text(value):
        yield path, text


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date):
        return format_date(value, "long", "arabic")
    if not isinstance(value, (str, int, Decimal, Period)):
        return ""
    text = " ".join(str(value).split())
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
