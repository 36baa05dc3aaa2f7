"""What changed between two versions, for programs: specs/schemas/compare.schema.json."""

import json
from typing import Any, Final

from escp_docs.comparing.specs.difference import Comparison
from escp_docs.struct_json import json_value, struct_schema

SCHEMA_VERSION: Final = 1


def as_json(found: Comparison, version: str) -> str:
    """Return what changed as JSON."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "escp-docs", "version": version},
        **json_value(found),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def compare_schema() -> dict[str, Any]:
    """Return the JSON Schema of a comparison."""
    schema = struct_schema(Comparison)
    tool = {"name": {"const": "escp-docs"}, "version": {"type": "string"}}
    first = {
        "schema_version": {"const": SCHEMA_VERSION},
        "tool": {"type": "object", "properties": tool, "required": list(tool)},
    }
    schema["properties"] = {**first, **schema["properties"]}
    schema["required"] = list(schema["properties"])
    return schema
