"""The JSON Schema of a report's data file, for editors that complete and check while one types.

Source: JSON Schema, draft 2020-12, from the records' own fields; the Thai descriptions are the fields'.
Limits: what a text says (a date, a code, a period) is checked by `load` only, and a whole number is written as digits
alone, not `2566.0` or `2.566e3`.
"""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_THAI = re.compile("[ก-๛]")


class _Thai(GenerateJsonSchema):
    """Leaves out titles made from Python names: people who fill in the file read Thai."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        for key in ("title", "description"):
            if not _THAI.search(str(made.get(key, ""))[:1]):
                made.pop(key, None)
        return made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        """Without the default: an editor would offer the value that is meant by leaving the key out."""
        return self.generate_inner(schema["schema"])


def schema_of(model: type[BaseModel], kind: str) -> dict[str, Any]:
    """Give the JSON Schema of a report's class."""
    made = model.model_json_schema(schema_generator=_Thai, mode="validation")
    title = getattr(model, "title_th", None) or kind
    made = {"$schema": DIALECT, "title": title, **{key: value for key, value in made.items() if key != "title"}}
    # `load` finds the class by its kind, so that the file always names it.
    made["required"] = list(dict.fromkeys(("kind", *made.get("required", ()))))
    return made
