"""What a spec states, as text: what proposals are compared with."""

from collections.abc import Mapping

from escp_docs.compose.values.value import written
from escp_docs.model.base import SpecModel
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import value_at
from escp_docs.read.plain_values import Raw


def stated_text(spec: Spec, path: str) -> str | None:
    """Return what stands at a path, lists line by line; None if nothing, or keys of a part, do."""
    value = value_at(spec, path)
    if value is None or isinstance(value, SpecModel | dict):
        return None
    if isinstance(value, tuple):
        if any(isinstance(one, SpecModel) for one in value):
            return None
        return "\n".join(written(one) for one in value)
    return value.strip() if isinstance(value, str) else written(value)


def plain_text(value: Raw) -> str:
    """Return a plain value as a person reads it: lists line by line, keys with what they state."""
    match value:
        case None:
            return ""
        case str():
            return value
        case list():
            return "\n".join(plain_text(one) for one in value)
        case _:
            pairs = value.items() if isinstance(value, Mapping) else ()
            return ", ".join(f"{name}: {plain_text(one)}" for name, one in pairs)
