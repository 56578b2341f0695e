"""The integrity and transparency assessment itself (การประเมิน ITA): its instruments, indicators and items by year.

`edition(2566)` is one year's register; `parse_code` and `parse_code_range` read the codes of items as people type them.
This room knows the assessment and the Thai calendar, not the agency, its papers or Word.
"""

from ita_docs.assessment.codes import Code, parse_code, parse_code_range
from ita_docs.assessment.edition import Edition, edition, editions
from ita_docs.assessment.register import Group, Indicator, Instrument, Issue, Item, SubIndicator

__all__ = [
    "Code",
    "Edition",
    "Group",
    "Indicator",
    "Instrument",
    "Issue",
    "Item",
    "SubIndicator",
    "edition",
    "editions",
    "parse_code",
    "parse_code_range",
]
