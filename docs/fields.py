"""The table of every field of a data file: key, type, meaning, and the layouts that print it.

`python docs/fields.py` writes `docs/fields.md` anew; a test proves that the file is what the records say.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ita_docs.records import (
    Agency,
    Assessment,
    Defaults,
    Dossier,
    IndicatorProgress,
    ItemProgress,
    Measure,
    Progress,
    SignOff,
    Stage,
    Step,
    SubStep,
    Targets,
)
from ita_docs.records.agency_year import AgencyYear, YearFile
from ita_docs.records.analysis import Analysis, AnalysisPart, Block, InstrumentAnalysis, PrincipleText
from ita_docs.records.assessment import ItemScore, LevelEntry, RuleEntry
from ita_docs.records.base import Record
from ita_docs.reports import (
    KINDS,
    AssessmentAnalysis,
    ImplementationReport,
    IntegrityMeasures,
    Memo,
    ProgressReport,
    PublicationForm,
    Report,
)
from ita_docs.reports.memo import Decision

TARGET = Path(__file__).with_name("fields.md")
ALL = ", ".join(KINDS)
EVERY = f"{ALL}, memo, publication-form"
MEMO, FORM = "memo", "publication-form"
SCORED = "assessment-analysis, integrity-measures"
COVERED = "assessment-analysis, progress-report"
IMPLEMENTATION = "implementation-report"
#: The scores that an implementation report prints or checks.
RESULT = ("year", "total", "level", "instruments", "indicators", "sub_indicators", "items", "levels")
#: What the layouts print, or use, of records whose fields they do not choose one by one.
PRINTED: dict[type[Record], dict[str, str]] = {
    Agency: {
        **dict.fromkeys(("kind", "name", "full_name"), EVERY),
        **dict.fromkeys(("district", "province"), "assessment-analysis, implementation-report, progress-report"),
        "logo": COVERED,
        "short_name": "integrity-measures, progress-report",
        "website": "progress-report",
        "executive_title": MEMO,
    },
    Assessment: {
        **dict.fromkeys(Assessment.model_fields, SCORED),
        **dict.fromkeys(RESULT, f"assessment-analysis, {IMPLEMENTATION}, integrity-measures"),
        "year": ALL,
    },
    ItemScore: {
        **dict.fromkeys(ItemScore.model_fields, SCORED),
        "score": f"assessment-analysis, {IMPLEMENTATION}, integrity-measures",
        **dict.fromkeys(("remark", "text"), "assessment-analysis"),
    },
    **{record: dict.fromkeys(record.model_fields, SCORED) for record in (RuleEntry, LevelEntry)},
    **{
        record: dict.fromkeys(record.model_fields, "integrity-measures")
        for record in (Analysis, InstrumentAnalysis, AnalysisPart, Block, PrincipleText, IntegrityMeasures)
    },
    **{record: dict.fromkeys(record.model_fields, EVERY) for record in (SignOff, Stage)},
    **{record: dict.fromkeys(record.model_fields, MEMO) for record in (Memo, Decision)},
    PublicationForm: dict.fromkeys(PublicationForm.model_fields, FORM),
    **{
        record: dict.fromkeys(record.model_fields, IMPLEMENTATION)
        for record in (ImplementationReport, IndicatorProgress, ItemProgress)
    },
    YearFile: {**dict.fromkeys(YearFile.model_fields, EVERY), "kind": "–"},
    Report: {
        **dict.fromkeys(Report.model_fields, ALL),
        "evidence_year": f"{IMPLEMENTATION}, improvement-plan",
    },
    Dossier: {
        **dict.fromkeys(("indicator_progress", "item_progress"), IMPLEMENTATION),
        **dict.fromkeys(("analysis", "principles", "unit", "show_chart"), "integrity-measures"),
        "chart": SCORED,
    },
    ProgressReport: {"round": "progress-report"},
    AssessmentAnalysis: {"chart": "assessment-analysis"},
}
SECTIONS: tuple[tuple[str, type[Record]], ...] = (
    ("Every paper, and the dossier", YearFile),
    ("Every report, and the dossier", Report),
    ("`dossier` alone: what its reports take", Dossier),
    ("`implementation-report` alone", ImplementationReport),
    ("`progress-report` alone", ProgressReport),
    ("`integrity-measures` alone", IntegrityMeasures),
    ("`assessment-analysis` alone", AssessmentAnalysis),
    ("`memo` alone", Memo),
    ("`publication-form` alone", PublicationForm),
    ("`decision` of a memo", Decision),
    ("`agency`", Agency),
    ("`assessment`", Assessment),
    ("`assessment.items.CODE` (a number alone is the score)", ItemScore),
    ("`assessment.classification` (a rule's name may stand in its place)", RuleEntry),
    ("`assessment.levels[]`", LevelEntry),
    ("`defaults`", Defaults),
    ("`measures[]`", Measure),
    ("`measures[].steps[]`", Step),
    ("`measures[].steps[].sub_steps[]`", SubStep),
    ("`targets`", Targets),
    ("`progress`", Progress),
    ("`indicator_progress.NUMBER` (a text or list in its place is `notes`)", IndicatorProgress),
    ("`item_progress.CODE` (a text or list in its place is `notes`)", ItemProgress),
    ("`analysis`", Analysis),
    ("`analysis.IIT`, `.EIT`, `.OIT`", InstrumentAnalysis),
    ("`analysis.*.suggestions`, `.weaknesses`, `.to_maintain` (a text or list may stand in its place)", AnalysisPart),
    ("`analysis.*.*.blocks[]`", Block),
    ("`principles[]`", PrincipleText),
    ("`sign_off` (a list of stages may stand in its place)", SignOff),
    ("`sign_off.stages[]`", Stage),
)


def table() -> str:
    """The whole page."""
    return "\n".join(
        ("# Fields of a data file", "", INTRODUCTION, *(line for s in SECTIONS for line in _section(*s)), "")
    )


INTRODUCTION = (
    "Drawn from the records by `python docs/fields.py`. Numbers and dates may be written in Thai or ASCII digits; a "
    "text or list is a plain text, printed without a number, or a list, printed with numbers. What a layout does not "
    "print may be given all the same; `ita-docs check` then says so."
)


def _section(title: str, record: type[Record]) -> Iterator[str]:
    yield from ("", f"## {title}", "", "| key | type | meaning | printed by |", "|---|---|---|---|")
    inherited = _of_the_base(record)
    schema = record.model_json_schema()
    properties = _properties(schema, record.__name__)
    for name, field in record.model_fields.items():
        if name in inherited:
            continue
        kind = _type(properties[name])
        needed = " (required)" if field.is_required() else ""
        yield f"| `{name}`{needed} | {kind} | {field.description or ''} | {_printed_by(record, name)} |"


def _of_the_base(record: type[Record]) -> set[str]:
    """The fields that stand in the section of every paper, or in that of every report."""
    if issubclass(record, AgencyYear) and record is not Report:
        return set(AgencyYear.model_fields)
    return set(YearFile.model_fields) if issubclass(record, YearFile) and record is not YearFile else set()


def _printed_by(record: type[Record], name: str) -> str:
    if record in PRINTED:
        return PRINTED[record].get(name, "–")
    kinds = [kind for kind, report in KINDS.items() if name in report.printed]
    if record is Targets:
        kinds = [kind for kind, report in KINDS.items() if report is not ProgressReport]
    return ", ".join(kinds) or "–"


def _properties(schema: dict[str, Any], name: str) -> dict[str, Any]:
    """The fields of a record, which stand deeper where a text or list may take the record's place."""
    places = [schema, schema.get("$defs", {}).get(name, {})]
    places += [inner for place in places for inner in place.get("anyOf", ())]
    return next(place["properties"] for place in places if "properties" in place)


def _type(schema: dict[str, Any]) -> str:
    """A JSON Schema in a few words."""
    if "$ref" in schema:
        return "group of keys"
    if choices := schema.get("anyOf") or schema.get("oneOf"):
        return " or ".join(dict.fromkeys(_type(inner) for inner in choices if inner.get("type") != "null"))
    if "enum" in schema or "const" in schema:
        return ", ".join(f"`{value}`" for value in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return f"list of {_type(schema.get('items', {}))}"
    kind = schema.get("type", "text")
    if isinstance(kind, str):
        return _NAMES[kind]
    # A text made of digits alone may stand without quotation marks; it is a text all the same.
    return _NAMES["object"] if "object" in kind else "text"


_NAMES = {
    "string": "text",
    "text": "text",
    "integer": "number",
    "number": "number",
    "boolean": "true or false",
    "object": "group of keys",
}

if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8")
