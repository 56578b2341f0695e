"""Which year's assessment a paper looks back on (ผลการประเมินของปีใด); its scores come with the reports that print them."""

from __future__ import annotations

from pydantic import Field

from ita_docs.records.base import FiscalYearField, Record


class Assessment(Record):
    """The results year of a paper; left out, it is the year before the measures."""

    year: FiscalYearField | None = Field(default=None, description="ปีงบประมาณของผลการประเมินที่นำมาวิเคราะห์")
