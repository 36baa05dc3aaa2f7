"""Paths that outlive edits: an entry of a list is named by its id, not by its position."""

from typing import Any

from escp_docs.model.base import SpecModel
from escp_docs.model.schema import join, keys, split
from escp_docs.model.spec import Spec


def anchored(spec: Spec, path: str) -> str:
    """Return `path` with each entry by its id or name: "roadmap.work_packages[WP1].lead".

    An entry that has neither keeps its position.
    """
    found = ""
    value: Any = spec
    for step in split(path):
        value = _inner(value, step)
        if isinstance(step, int):
            found += f"[{label(value, step)}]"
        else:
            found += f".{step}" if found and "." not in step else join((step,))
    return found


def value_at(spec: Spec, path: str) -> Any:  # noqa: ANN401  # any part of a spec
    """Return what stands at `path`, None if nothing does."""
    value: Any = spec
    for step in split(path):
        value = _inner(value, step)
    return value


def label(entry: object, position: int) -> str:
    """Return the id of an entry of a list, else its name, else its position from 1."""
    name = getattr(entry, "id", None) or getattr(entry, "name", None)
    return name if isinstance(name, str) else str(position + 1)


def _inner(value: Any, step: str | int) -> Any:  # noqa: ANN401  # any part of a spec
    if isinstance(value, SpecModel):
        key = keys(type(value)).get(str(step))
        return getattr(value, key.attribute) if key else None
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, tuple) and isinstance(step, int) and step < len(value):
        return value[step]
    return None
