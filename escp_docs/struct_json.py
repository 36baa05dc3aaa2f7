"""Structs as plain JSON, and the JSON Schema of that."""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any, Final

from msgspec import Struct
from msgspec.json import schema_components

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_value(value: Any) -> Any:  # noqa: ANN401  # whatever the library gives
    """Return a value as JSON has it: objects by their fields, numbers exact as texts."""
    match value:
        case None | bool() | int() | float():
            return value
        case Enum():
            return json_value(value.value)
        case str():
            return value
        case Path():
            return str(value)
        case Mapping():
            return {str(name): json_value(one) for name, one in value.items()}
        case list() | tuple() | set() | frozenset():
            return [json_value(one) for one in value]
        case Struct():
            return {name: json_value(getattr(value, name)) for name in value.__struct_fields__}
        case _:
            return str(value)


def struct_schema(kind: type[Struct]) -> dict[str, Any]:
    """Return the JSON Schema of a struct; what it holds stands under `$defs`."""
    _, defined = schema_components((kind,), ref_template="#/$defs/{name}")
    whole = defined.pop(kind.__name__)
    return {"$schema": DIALECT, "$defs": dict(sorted(defined.items())), **whole}
