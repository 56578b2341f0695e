"""Fields of an agency's own (ช่องข้อมูลของหน่วยงานเอง): what a data file gives for the templates of its set.

Source: the key `extra` of a file and of its measures.  Limits: only the names are read here; which there are, and of
what type, the `set.toml` of the set says when a report is rendered.

>>> from ita_docs.records import Measure
>>> Measure.model_validate({"extra": {"budget_source": "เงินรายได้", "risks": ["ก", "ข"]}}).extra["risks"]
('ก', 'ข')
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from ita_docs.errors import ParseError
from ita_docs.records.mappings import Frozen, Keyed
from ita_docs.records.texts import excerpt

NAME = r"^[a-z][a-z0-9_]{0,39}$"


def _read_name(key: str) -> str:
    if not re.match(NAME, key):
        raise ParseError.of("records.extra-name", found=excerpt(key))
    return key


def _frozen(value: object) -> object:
    """A list as a tuple; a group of keys is no value."""
    if isinstance(value, dict):
        raise ParseError.of("records.extra-group", found=excerpt(value))
    return tuple(value) if isinstance(value, list) else value


Extra = Annotated[
    Frozen[str, Annotated[Any, BeforeValidator(_frozen)]],
    Keyed(_read_name, NAME),
    Field(description="ช่องข้อมูลของหน่วยงานเอง ตามที่ set.toml ของชุดแม่แบบประกาศ"),
]
