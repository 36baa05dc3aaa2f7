"""The JSON Schema of the tree as JSON, made from the classes of the tree."""

from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, Final, get_args, get_origin

from msgspec import Struct

from escp_docs.document.blocks import Document
from escp_docs.document.tree_json import KINDS, VERSION, hints

_PRIMITIVES: Final = {str: "string", bool: "boolean", int: "integer", float: "number"}


def tree_schema() -> dict[str, Any]:
    """Return the JSON Schema of a document."""
    found: dict[str, Any] = {}
    whole = _object(Document, {"tree_version": {"const": VERSION}}, found)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A document of escp-docs as a tree",
        **whole,
        "$defs": dict(sorted(found.items())),
    }


def _object(kind: type, first: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    properties = first | {name: _of(one, found) for name, one in hints(kind).items()}
    return {
        "type": "object",
        "description": " ".join((kind.__doc__ or "").partition("\n\n")[0].split()),
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _of(wanted: Any, found: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401
    if isinstance(wanted, UnionType):
        return {"oneOf": [_named(one, found) for one in get_args(wanted)]}
    if get_origin(wanted) is tuple:
        return _list(get_args(wanted), found)
    if wanted is date:
        return {"type": "string", "format": "date"}
    if issubclass(wanted, StrEnum):
        return {"enum": [one.value for one in wanted]}
    if issubclass(wanted, Struct):
        return _named(wanted, found)
    return {"type": _PRIMITIVES[wanted]}


def _list(wanted: tuple[Any, ...], found: dict[str, Any]) -> dict[str, Any]:
    if wanted[-1] is Ellipsis:
        return {"type": "array", "items": _of(wanted[0], found)}
    each = [_of(one, found) for one in wanted]
    return {"type": "array", "prefixItems": each, "items": False, "minItems": len(each)}


def _named(kind: type, found: dict[str, Any]) -> dict[str, str]:
    name = kind.__name__
    if name not in found:
        found[name] = {}  # a paragraph may hold what holds a paragraph
        first = {"type": {"const": name}} if name in KINDS else {}
        found[name] = _object(kind, first, found)
    return {"$ref": f"#/$defs/{name}"}
