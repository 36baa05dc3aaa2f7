"""The JSON Schema of a spec, generated from the model."""

import json
from typing import Any

from escp_docs.model.spec import Spec

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return the schema: every key with its meaning, every choice with its values."""
    found = Spec.model_json_schema()
    found["$schema"] = DIALECT
    found["title"] = "A partnership described for escp-docs"
    return {"$schema": DIALECT, **found}


def schema_text() -> str:
    """Return the schema as the text of a file."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"
