"""A report on the scores of its results year: that year's register, the rule of classification, what neither knows.

The register must know every part that scores, analysis and measures name.  A kind says in `unknown` what it asks.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from ita_docs.assessment import Edition, Rule, edition_faults
from ita_docs.errors import Fault, ParseError
from ita_docs.records import Assessment, Measure
from ita_docs.records.agency_year import editions_in
from ita_docs.records.analysis import Analysis
from ita_docs.reports.answers import target_faults
from ita_docs.reports.partial import results_year_in, sound, sound_assessment, sound_measures
from ita_docs.reports.report import Report, edition_at

#: The form of the chart of indicators, where a layout has one.
ChartForm = Annotated[Literal["bar", "radar"], Field(description="แบบของแผนภูมิ: bar = แท่ง, radar = ใยแมงมุม")]


class Parts(NamedTuple):
    """What of a report names parts of the assessment; measures by their place."""

    assessment: Assessment
    measures: Mapping[int, Measure]
    analysis: Analysis = Analysis.empty()


class ScoredReport(Report):
    """The base of the kinds that analyse scores."""

    #: How the kind classifies where the agency names no rule.
    default_rule: ClassVar[Rule]

    @model_validator(mode="after")
    def _known(self) -> Self:
        """Everything that scores, analysis and measures name is in the year's register, and the rule can be applied."""
        if faults := tuple(self._faults(self.parts, self.edition)):
            raise ParseError(faults)
        return self

    @classmethod
    def faults_between(cls, data: Mapping[str, Any], context: Mapping[str, Any]) -> tuple[Fault, ...]:
        """The same of those parts that are themselves in order."""
        year = results_year_in(data, cls.results_before)
        if year is None:
            return ()
        parts = Parts(
            sound_assessment(data.get("assessment"), context),
            dict(sound_measures(data.get("measures"), context)),
            sound(Analysis, data.get("analysis"), context),
        )
        try:
            known = edition_at(editions_in(context), year, "assessment.year", *parts)
        except ParseError as error:
            return error.faults
        return tuple(cls._faults(parts, known))

    @classmethod
    def _faults(cls, parts: Parts, year: Edition) -> Iterator[Fault]:
        unknown = edition_faults(parts.assessment, year)
        yield from unknown
        yield from cls.unknown(parts, year)
        yield from target_faults(parts.measures, year)
        if not unknown:
            try:
                cls.judge(parts.assessment, year, parts.assessment.classification or cls.default_rule)
            except ParseError as error:
                yield from error.faults

    @classmethod
    @abstractmethod
    def unknown(cls, parts: Parts, year: Edition) -> Iterator[Fault]:
        """What this kind asks of the register beside scores and targets."""

    @classmethod
    @abstractmethod
    def judge(cls, assessment: Assessment, year: Edition, rule: Rule) -> object:
        """Classify as this kind does; `ParseError` where the rule can not be applied."""

    @property
    def parts(self) -> Parts:
        """What of the report names parts of the assessment."""
        return Parts(self.assessment, dict(enumerate(self.measures)))

    @property
    def edition(self) -> Edition:
        """The register of the year whose results are analysed."""
        return self.edition_of(self.results_year, "assessment.year")

    @property
    def rule(self) -> Rule:
        """How the scores are classified: the agency's rule, else the kind's."""
        return self.assessment.classification or self.default_rule
