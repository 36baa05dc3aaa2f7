"""The JSON Schema of a call file, generated from the model: editors complete and explain by it."""

import json
from typing import Any, Final

from escp_docs.language.english.call_keys import CALL_KEYS
from escp_docs.model.call import Call
from escp_docs.pattern import pattern
from escp_docs.read.part_schema import part_schema
from escp_docs.struct_json import DIALECT

_OF_FACTS: Final = pattern(r"Fact(?:_.*|\[.*)?")


def call_schema() -> dict[str, Any]:
    """Return the schema of a call file: every key with what it states, every choice."""
    whole = part_schema(Call)
    for name, part in ((Call.__name__, whole), *whole["$defs"].items()):
        words = CALL_KEYS.get("Fact" if _OF_FACTS.fullmatch(name) else name, {})
        part.pop("description", None)
        for key, found in part.get("properties", {}).items():
            found.pop("title", None)
            if key in words:
                found["description"] = words[key]
    whole["title"] = "A call described for escp-docs"
    return {"$schema": DIALECT, **whole}


def call_schema_text() -> str:
    """Return the schema as the text of a file."""
    return json.dumps(call_schema(), indent=1, ensure_ascii=False) + "\n"
