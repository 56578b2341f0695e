"""One code's texts in both languages: `str.format` patterns over the parameters of the record that carries the code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Language = Literal["en", "th"]


class Message(NamedTuple):
    """The two languages of one code."""

    en: str
    en_advice: str
    th: str
    th_advice: str

    def text(self, params: Mapping[str, str], language: Language = "en") -> str:
        """What was found."""
        return (self.th if language == "th" else self.en).format_map(params)

    def advice(self, params: Mapping[str, str], language: Language = "en") -> str:
        """What to write or do instead."""
        return (self.th_advice if language == "th" else self.en_advice).format_map(params)
