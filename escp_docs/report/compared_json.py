"""What changed between two versions, for programs: specs/schemas/compare.schema.json."""

import json
from typing import Any, Final

from pydantic import TypeAdapter

from escp_docs.comparing.specs.difference import Comparison

SCHEMA_VERSION: Final = 1


def as_json(found: Comparison, version: str) -> str:
    """Return what changed as JSON."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "escp-docs", "version": version},
        **TypeAdapter(Comparison).dump_python(found, mode="json"),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def compare_schema() -> dict[str, Any]:
    """Return the JSON Schema of a comparison."""
    schema = TypeAdapter(Comparison).json_schema(mode="serialization")
    tool = {"name": {"const": "escp-docs"}, "version": {"type": "string"}}
    first = {
        "schema_version": {"const": SCHEMA_VERSION},
        "tool": {"type": "object", "properties": tool, "required": list(tool)},
    }
    schema["properties"] = {**first, **schema["properties"]}
    schema["required"] = list(schema["properties"])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
