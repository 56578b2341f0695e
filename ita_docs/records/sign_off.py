"""The signatures at the end of a paper (การลงนาม): up to three stages, in the order in which they sign.

Source: the closing of the agencies' papers.  Limits: a name, position or date that is not given is a blank line in the
document; nothing is guessed.

>>> SignOff.model_validate([{"role": "ผู้จัดทำ"}]).stages[0].role
'ผู้จัดทำ'
"""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, Field, GetJsonSchemaHandler, model_validator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from ita_docs.records.base import DateField, Record, Text


class Stage(Record):
    """One signature: the role it is given in (ผู้จัดทำ, ผู้ตรวจสอบ, ผู้อนุมัติ), and what is known of the signer."""

    model_config = ConfigDict(title="ผู้ลงนาม")

    role: Text = Field(description="บทบาท เช่น ผู้จัดทำ ผู้ตรวจสอบ ผู้อนุมัติ")
    name: Text | None = Field(default=None, description="ชื่อและนามสกุลผู้ลงนาม (ไม่ระบุ = เว้นว่างให้เขียน)")
    position: Text | None = Field(default=None, description="ตำแหน่งผู้ลงนาม (ไม่ระบุ = เว้นว่างให้เขียน)")
    opinion: Text | None = Field(default=None, description="ความเห็น เช่น เห็นชอบตามเสนอ")
    date: DateField | None = Field(default=None, description="วันที่ลงนาม เช่น 2023-04-05 หรือ ๕ เมษายน ๒๕๖๖")


class SignOff(Record):
    """No to three stages; a bare list stands for the stages."""

    model_config = ConfigDict(title="การลงนาม")

    stages: tuple[Stage, ...] = Field(default=(), max_length=3, description="ลำดับการลงนาม ไม่เกิน 3 ลำดับ")

    @model_validator(mode="before")
    @classmethod
    def _bare_list(cls, value: object) -> object:
        return {"stages": value} if isinstance(value, list | tuple) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Both forms: a mapping with `stages`, or the list alone."""
        mapping: dict[str, Any] = handler.resolve_ref_schema(handler(schema))
        stages = mapping["properties"]["stages"]
        bare = {key: stages[key] for key in ("type", "items", "maxItems")}
        return {"title": mapping["title"], "anyOf": [bare, {**mapping}]}
