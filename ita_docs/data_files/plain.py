"""A record as the data of a file (ข้อมูลตามแบบที่พิมพ์ในไฟล์): every value in the shortest form that is read back as it.

Source: the forms that the records take: a text for a step, a number for an item's score, a list for the signatures.
Limits: what equals its default is not written; periods are read back in the fiscal year of their dossier.

>>> from ita_docs.records import Step
>>> Plain(FiscalYear(2566), Path()).value((Step(text="ประชุม"), Step(text="สรุป", sub_steps="รายงาน")))
['ประชุม', {'text': 'สรุป', 'sub_steps': ['รายงาน']}]
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ita_docs.assessment import AboveInstrumentMean, Level, Threshold
from ita_docs.data_files.yaml_writer import Bare, Hint
from ita_docs.errors import ParseError
from ita_docs.records import Agency, Assessment, Measure, Record, SignOff, Step, SubStep, Targets
from ita_docs.records.analysis import AnalysisPart, Block
from ita_docs.records.assessment import ItemScore
from ita_docs.records.mappings import Frozen
from ita_docs.records.progress import ItemProgress
from ita_docs.thai import FiscalYear, Period

#: The field that may stand in place of its record, where nothing else is stated.
_SHORT: dict[type[Record], str] = {
    Step: "text",
    SubStep: "text",
    ItemScore: "score",
    SignOff: "stages",
    ItemProgress: "notes",
}


@dataclass(frozen=True)
class Plain:
    """Writes the values of a dossier of one year that will lie in a folder."""

    year: FiscalYear
    folder: Path

    def fields(self, record: Record) -> dict[str, Any]:
        """The fields that are stated and are not as they would be anyway."""
        stated = {name: getattr(record, name) for name in type(record).model_fields if name in record.model_fields_set}
        told = {name: value for name, value in stated.items() if value != type(record).model_fields[name].get_default()}
        return {name: self.value(value) for name, value in told.items() if value is not None}

    def value(self, value: Any) -> Any:
        """One value: a text, a `Bare` number, a flag, a list or a mapping."""
        if isinstance(value, Record):
            return self._record(value)
        if isinstance(value, Period):
            return self._period(value)
        if isinstance(value, Frozen):
            return {value.typed(key): self.value(inner) for key, inner in value.items()}
        if isinstance(value, tuple):
            return [self.value(inner) for inner in value]
        return _level(value) if isinstance(value, Level) else _scalar(value)

    def _record(self, record: Record) -> Any:
        if isinstance(record, Targets):
            return {name: _single(value) for name, value in self.fields(record).items()}
        if isinstance(record, Agency):
            return self._agency(record)
        if isinstance(record, AnalysisPart):
            return self._part(record)
        plain = self._assessment(record) if isinstance(record, Assessment) else self.fields(record)
        if isinstance(record, Measure) and _is_text(record.steps):
            plain["steps"] = record.steps[0].text
        short = _SHORT.get(type(record), "")
        return plain[short] if plain.keys() == {short} else plain

    def _agency(self, agency: Agency) -> dict[str, Any]:
        """The agency with the path of its logo as the file names it."""
        plain = self.fields(agency)
        if agency.logo is not None:
            folder = self.folder.resolve()
            inside = agency.logo.is_relative_to(folder)
            name = agency.logo.relative_to(folder).as_posix() if inside else agency.logo.name
            plain["logo"] = name if inside else Hint(f"{name} (วางไฟล์ตราไว้ในโฟลเดอร์เดียวกับไฟล์นี้ก่อน)")
        return plain

    def _part(self, part: AnalysisPart) -> Any:
        if part.lead is None and len(part.blocks) == 1:
            (block,) = part.blocks
            if block.points is not None and block == Block(points=block.points):
                return self.value(block.points)
        return self.fields(part)

    def _assessment(self, assessment: Assessment) -> dict[str, Any]:
        rule = assessment.classification
        plain = self.fields(assessment.model_copy(update={"classification": None}))
        if isinstance(rule, Threshold):
            bounds = {name: Bare(f"{getattr(rule, name):f}") for name in ("deficient_below", "maintain_from")}
            plain["classification"] = "threshold" if rule == Threshold() else {"rule": "threshold", **bounds}
        elif isinstance(rule, AboveInstrumentMean):
            plain["classification"] = "above-instrument-mean"
        elif rule is not None:
            raise ParseError.of("dossier.rule-from-python")
        return plain

    def _period(self, period: Period) -> Any:
        """The words where they mean the same again, else words and days."""
        days = [{"start": Bare(_day(span.start)), "end": Bare(_day(span.end))} for span in period.spans]
        if period.text is None:
            return days[0] if len(days) == 1 else str(period)
        try:
            read = Period.parse(period.text, self.year)
        except ParseError:
            read = None
        if read is not None and (read.spans, read.unreadable) == (period.spans, period.unreadable):
            return period.text
        if len(days) > 1:  # which a file can not say beside words of one's own
            return str(Period.of_spans(period.spans))
        return {"text": period.text, **(days[0] if days else {})}


def _scalar(value: Any) -> Any:
    if isinstance(value, str | bool):
        return value
    return Bare(f"{value:f}" if isinstance(value, Decimal) else str(value))


def _day(day: date) -> str:
    return day.isoformat()


def _single(value: Any) -> Any:
    """One entry in place of a list of one."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _is_text(steps: tuple[Step, ...]) -> bool:
    """Whether the steps are a plain text: one step without a number, of which nothing else is stated."""
    return len(steps) == 1 and steps[0] == Step(text=steps[0].text, numbered=False)


def _level(level: Level) -> dict[str, Any]:
    bounds = {
        "min": level.total_min,
        "max": level.total_max,
        "total_below": level.total_below,
        "each_instrument_min": level.each_instrument_min,
    }
    stated = {name: Bare(f"{bound:f}") for name, bound in bounds.items() if bound is not None}
    return {"label": level.label, **stated}
