"""What an agency knows (ข้อมูลของหน่วยงาน): the agency, its measures, who signs; frozen records, checked when made.

A text may stand in place of a list or a step, and is brought into its full form before it is checked.  Constructors
raise `pydantic.ValidationError` with every fault; `data_files` adds file and line.  This room knows no report.
"""

from ita_docs.records.agency import Agency
from ita_docs.records.assessment import Assessment
from ita_docs.records.base import (
    DateField,
    FiscalYearField,
    Flag,
    PeriodField,
    Record,
    Text,
    TextOrList,
    ThaiInt,
    is_ditto,
)
from ita_docs.records.dossier import Dossier
from ita_docs.records.measure import Defaults, Measure, Step, SubStep, Targets
from ita_docs.records.progress import IndicatorProgress, ItemProgress, Progress
from ita_docs.records.sign_off import SignOff, Stage

__all__ = [
    "Agency",
    "Assessment",
    "DateField",
    "Defaults",
    "Dossier",
    "FiscalYearField",
    "Flag",
    "IndicatorProgress",
    "ItemProgress",
    "Measure",
    "PeriodField",
    "Progress",
    "Record",
    "SignOff",
    "Stage",
    "Step",
    "SubStep",
    "Targets",
    "Text",
    "TextOrList",
    "ThaiInt",
    "is_ditto",
]
