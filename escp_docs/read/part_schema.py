"""The JSON Schema of a part of the model, from its fields and how their values are read."""

import re
from inspect import cleandoc
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from msgspec import NODEFAULT
from msgspec.structs import FieldInfo, fields
from typing_extensions import TypeAliasType

from escp_docs.model.base import SpecModel
from escp_docs.model.reading import InJson

_Schema = dict[str, Any]
_NULL: Final = {"type": "null"}


def part_schema(part: type[SpecModel]) -> _Schema:
    """Return the JSON Schema of a part; what it holds stands under `$defs`."""
    defined: dict[str, _Schema] = {}
    whole = _object(part, defined)
    found: _Schema = _in_order({"$defs": dict(sorted(defined.items())), **whole})
    return found


def _object(part: type[SpecModel], defined: dict[str, _Schema]) -> _Schema:
    found: _Schema = {
        "additionalProperties": False,
        "properties": {one.encode_name: _property(one, defined) for one in fields(part)},
        "title": part.__name__,
        "type": "object",
    }
    if part.__doc__:
        found["description"] = cleandoc(part.__doc__)
    if needed := [one.encode_name for one in fields(part) if one.required]:
        found["required"] = needed
    return found


def _property(one: FieldInfo, defined: dict[str, _Schema]) -> _Schema:
    found = dict(_of(one.type, defined))
    if one.default is not NODEFAULT:
        found["default"] = list(one.default) if isinstance(one.default, tuple) else one.default
    if not _is_named(one.type):
        found["title"] = one.encode_name.replace("_", " ").title()
    return found


def _is_named(wanted: Any) -> bool:  # noqa: ANN401  # annotations of all forms
    """Whether a type has a title of its own, where it is defined."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return _is_named(arguments[0])
    if origin in (Union, UnionType):
        return all(_is_named(one) for one in arguments if one is not NoneType)
    return origin is None


def _of(wanted: Any, defined: dict[str, _Schema]) -> _Schema:  # noqa: ANN401
    if isinstance(wanted, TypeAliasType):
        return _defined(wanted.__name__, wanted, defined)
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        marks = [one.schema for one in arguments[1:] if isinstance(one, InJson)]
        return marks[0] if marks else _of(arguments[0], defined)
    if origin in (Union, UnionType):
        inner = _of(arguments[0], defined)
        return {"anyOf": [*(inner["anyOf"] if [*inner] == ["anyOf"] else [inner]), _NULL]}
    if origin is Literal:
        of_one = len(arguments) == 1
        return (
            {"const": arguments[0], "type": "string"}
            if of_one
            else {"enum": [*arguments], "type": "string"}
        )
    if origin is tuple:
        return {"items": _of(arguments[0], defined), "type": "array"}
    if origin is dict:
        names = {key: one for key, one in _of(arguments[0], defined).items() if key != "type"}
        values = _of(arguments[1], defined)
        return {"additionalProperties": values, "propertyNames": names, "type": "object"}
    # As other programs know the names of these definitions already.
    name = re.sub(r"[^a-zA-Z0-9.]", "_", wanted.__name__).replace(".", "__")
    return _defined(name, wanted, defined)


def _defined(name: str, wanted: Any, defined: dict[str, _Schema]) -> _Schema:  # noqa: ANN401
    """Return the reference to what a name stands for, which is defined once."""
    if name not in defined:
        defined[name] = {}  # what it holds may hold it
        is_alias = isinstance(wanted, TypeAliasType)
        defined[name] = _of(wanted.__value__, defined) if is_alias else _object(wanted, defined)
    return {"$ref": f"#/$defs/{name}"}


def _in_order(schema: Any, name: str = "") -> Any:  # noqa: ANN401
    """Return a schema with its keywords in the order of the alphabet; keys stay as they stand."""
    if isinstance(schema, list):
        return [_in_order(one, name) for one in schema]
    if not isinstance(schema, dict):
        return schema
    keywords = schema if name in ("properties", "default") else sorted(schema)
    return {one: _in_order(schema[one], one) for one in keywords}
