"""The integrity and transparency assessment itself (การประเมิน ITA): its instruments, indicators and items by year.

`edition(2566)` is one year's register; `parse_code` and `parse_code_range` read the codes of items as people type them;
`Succession` tells what is the same in two years; `computed`, `levels_of` and `classify` are the arithmetic on a stated
result.
This room knows the assessment and the Thai calendar, not the agency, its papers or Word.
"""

from ita_docs.assessment.classification import (
    AboveInstrumentMean,
    Classification,
    Rule,
    Threshold,
    classify,
    classify_indicators,
    unjudged_findings,
    verdict_findings,
)
from ita_docs.assessment.codes import Code, parse_code, parse_code_range
from ita_docs.assessment.edition import Edition, Editions, edition, edition_file, edition_of, editions
from ita_docs.assessment.levels import Level, half_up, level_name, possible_levels
from ita_docs.assessment.register import (
    Component,
    Group,
    Indicator,
    IndicatorPrinciple,
    Instrument,
    Issue,
    Item,
    Principle,
    SubIndicator,
)
from ita_docs.assessment.scores import (
    Score,
    Scores,
    computed,
    level_findings,
    levels_of,
    printed_level,
    score_findings,
    table_of,
)
from ita_docs.assessment.stated import Part, Stated, StatedItem, Verdict, edition_faults, place_of
from ita_docs.assessment.succession import Succession

__all__ = [
    "AboveInstrumentMean",
    "Classification",
    "Code",
    "Component",
    "Edition",
    "Editions",
    "Group",
    "Indicator",
    "IndicatorPrinciple",
    "Instrument",
    "Issue",
    "Item",
    "Level",
    "Part",
    "Principle",
    "Rule",
    "Score",
    "Scores",
    "Stated",
    "StatedItem",
    "SubIndicator",
    "Succession",
    "Threshold",
    "Verdict",
    "classify",
    "classify_indicators",
    "computed",
    "edition",
    "edition_faults",
    "edition_file",
    "edition_of",
    "editions",
    "half_up",
    "level_findings",
    "level_name",
    "levels_of",
    "parse_code",
    "parse_code_range",
    "place_of",
    "possible_levels",
    "printed_level",
    "score_findings",
    "table_of",
    "unjudged_findings",
    "verdict_findings",
]
