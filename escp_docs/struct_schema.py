"""The JSON Schema of what a struct is as JSON."""

from typing import Any, Final

from msgspec import Struct
from msgspec.json import schema_components

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def struct_schema(kind: type[Struct]) -> dict[str, Any]:
    """Return the JSON Schema of a struct; what it holds stands under `$defs`."""
    _, defined = schema_components((kind,), ref_template="#/$defs/{name}")
    whole = defined.pop(kind.__name__)
    return {"$schema": DIALECT, "$defs": dict(sorted(defined.items())), **whole}
