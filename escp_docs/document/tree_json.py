"""The tree as JSON, for writers and readers of others: specs/schemas/document.schema.json.

An object stands for a block or an inline and says which by its `type`; its other keys are the
fields of the class of that name. Nothing is left out, so that a reader needs no default of ours.
"""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Final, get_args, get_origin, get_type_hints

from msgspec import Struct

from escp_docs.document import blocks, inlines
from escp_docs.document.blocks import Block, Document
from escp_docs.document.inlines import Inline

VERSION: Final = 1
KINDS: Final[Mapping[str, type]] = {
    kind.__name__: kind for kind in (*get_args(Block), *get_args(Inline))
}
_DEEPEST: Final = 100  # blocks within blocks; the deepest of ours has 9


def dump(document: Document) -> bytes:
    """Return a document as JSON."""
    whole = {"tree_version": VERSION, **_fields(document)}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def load(data: bytes) -> Document:
    """Return a document from JSON.

    Raises:
        ValueError: it is not the JSON of a document.
    """
    try:
        whole = json.loads(data)
        if whole.pop("tree_version") != VERSION:
            raise ValueError("it is a tree of another version")
        document: Document = _of_struct(Document, whole, 0)
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"it is no document: {error}") from error
    return document


# --- out -------------------------------------------------------------------------------------


def _plain(value: object) -> object:
    match value:
        case tuple():
            return [_plain(one) for one in value]
        case date():
            return value.isoformat()
        case str() | bool() | int() | float():
            return value
        case _:
            name = type(value).__name__
            return {"type": name, **_fields(value)} if name in KINDS else _fields(value)


def _fields(value: object) -> dict[str, object]:
    assert isinstance(value, Struct)
    return {name: _plain(getattr(value, name)) for name in value.__struct_fields__}


# --- in --------------------------------------------------------------------------------------


@cache
def hints(kind: type) -> Mapping[str, Any]:
    """Return the type of each field of a block, an inline or what stands in one."""
    return get_type_hints(kind, {**vars(blocks), **vars(inlines)})


def _of_struct(kind: type, found: Mapping[str, Any], depth: int) -> Any:  # noqa: ANN401
    wanted = hints(kind)
    if found.keys() != wanted.keys():
        odd = ", ".join(sorted(found.keys() ^ wanted.keys()))
        raise ValueError(f"a {kind.__name__} has other keys: {odd}")
    return kind(**{name: _of(type_, found[name], depth) for name, type_ in wanted.items()})


def _of(wanted: Any, found: Any, depth: int) -> Any:  # noqa: ANN401
    if depth > _DEEPEST:
        raise ValueError("its blocks stand in each other too deep")
    if isinstance(wanted, UnionType):
        return _of_kind(get_args(wanted), found, depth + 1)
    if get_origin(wanted) is tuple:
        return _of_list(get_args(wanted), found, depth)
    if wanted is date:
        return date.fromisoformat(found)
    if issubclass(wanted, StrEnum):
        return wanted(found)
    if issubclass(wanted, Struct):
        return _of_struct(wanted, found, depth + 1)
    if type(found) is not wanted and not (wanted is float and type(found) is int):
        raise ValueError(f"{found!r} is no {wanted.__name__}")
    return wanted(found)


def _of_kind(kinds: tuple[type, ...], found: Mapping[str, Any], depth: int) -> Any:  # noqa: ANN401
    kind = KINDS.get(found["type"])
    if kind not in kinds:
        raise ValueError(f"there is no {found['type']!r} here")
    rest = {name: one for name, one in found.items() if name != "type"}
    return _of_struct(kind, rest, depth)


def _of_list(wanted: tuple[Any, ...], found: Any, depth: int) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(found, list):
        raise TypeError(f"{found!r} is no list")
    each = wanted[:1] * len(found) if wanted[-1] is Ellipsis else wanted
    return tuple(_of(one, item, depth) for one, item in zip(each, found, strict=True))
