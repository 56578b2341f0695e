"""How Thai officials write: digits, dates, fiscal years, periods, sums of money.

This room knows nothing of the assessment.  Babel and PyThaiNLP are imported by the functions that need them, when they
need them.

>>> format_date(FiscalYear(2566).start), localize_digits("IIT 30 %", "thai")
('๑ ตุลาคม ๒๕๖๕', 'IIT ๓๐ %')
"""

from __future__ import annotations

from ita_docs.thai.dates import DATE_STYLES, DateStyle, format_date, parse_date
from ita_docs.thai.digits import NUMERALS, Numerals, localize_digits, to_arabic_digits, to_thai_digits
from ita_docs.thai.fiscal_year import FiscalYear
from ita_docs.thai.money import baht_text, format_money
from ita_docs.thai.periods import PERIOD_STYLES, Period, PeriodStyle, Span

__all__ = [
    "DATE_STYLES",
    "NUMERALS",
    "PERIOD_STYLES",
    "DateStyle",
    "FiscalYear",
    "Numerals",
    "Period",
    "PeriodStyle",
    "Span",
    "baht_text",
    "format_date",
    "format_money",
    "localize_digits",
    "parse_date",
    "to_arabic_digits",
    "to_thai_digits",
]
