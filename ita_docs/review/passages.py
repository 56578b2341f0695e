"""The passages of a report (ข้อความที่ผู้จัดทำพิมพ์): every text its author typed, with the field that holds it.

Source: the fields of the records.  Limits: what a machine reads (codes, kinds, scores, addresses of pictures) is no
passage, nor are the agency's own names; a period is one, in the words it was typed in.

>>> from ita_docs import Agency, Measure, ProgressReport
>>> agency = Agency(kind="อบต.", name="หินตั้ง")
>>> measure = Measure(title="อบรม", steps=["เชิญวิทยากร"])
>>> report = ProgressReport(fiscal_year=2566, agency=agency, measures=[measure])
>>> [(found.place, found.text) for found in passages(report)]
[('measures[0].title', 'อบรม'), ('measures[0].steps[0].text', 'เชิญวิทยากร')]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ita_docs.assessment import Code
from ita_docs.patterns import lazy_pattern
from ita_docs.records import Agency, Record, Targets
from ita_docs.reports import Paper
from ita_docs.thai import Period

#: Fields of text that no person reads as prose.
_NOT_PROSE = frozenset(
    {"kind", "numerals", "chart", "template_set", "level", "verdict", "items", "website", "logo", "links", "phone"}
)
_ODD = lazy_pattern("[^\0-~\u0e01-\u0e5b\u2010-\u2027]")
_INDEX = lazy_pattern(r"\[[^\]]*\]")


class Passage(NamedTuple):
    """One text as typed; `place` is its field (`measures[2].steps[0].text`)."""

    place: str
    text: str

    @property
    def field(self) -> str:
        """The last name of the place (`text`, `remark`, `period`), without its index."""
        return (self.place.rpartition("]")[2] or _INDEX.sub("", self.place)).rpartition(".")[2]

    @property
    def top(self) -> str:
        """The first name of the place (`measures`, `analysis`, `assessment`), without its index."""
        return _INDEX.sub("", self.place.partition(".")[0])

    @property
    def is_odd(self) -> bool:
        """Whether the text has a character that is neither ASCII nor Thai nor a dash or quotation mark."""
        return _ODD.search(self.text) is not None


def passages(paper: Paper) -> tuple[Passage, ...]:
    """Every passage of a paper, in the order of its fields."""
    return tuple(_of_record("", paper))


def _of_record(place: str, record: Record) -> Iterator[Passage]:
    # What `defaults` gives is in the measures as well, but stands in the file once.
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name not in _NOT_PROSE or isinstance(value, Mapping):
            if place.startswith("measures[") and name not in record.model_fields_set:
                continue
            yield from _of_value(f"{place}.{name}".lstrip("."), value)


def _of_value(place: str, value: object) -> Iterator[Passage]:
    if isinstance(value, str):
        yield Passage(place, value)
    elif isinstance(value, Period):
        if value.text:
            yield Passage(place, value.text)
    elif isinstance(value, Agency | Targets):
        return
    elif isinstance(value, Record):
        yield from _of_record(place, value)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _of_value(f'{place}["{_key(value, key)}"]', inner)
    elif isinstance(value, tuple):
        for number, inner in enumerate(value):
            yield from _of_value(f"{place}[{number}]", inner)


def _key(values: Mapping[object, object], key: object) -> str:
    """A key as the data file spells it, since that is how its line is found."""
    typed = getattr(values, "typed", None)
    return str(typed(key)) if typed is not None and isinstance(key, Code | int | str) else str(key)
