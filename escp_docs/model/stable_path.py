"""Paths that outlive edits: an entry of a list is named by its id, not by its position."""

from typing import Any

from escp_docs.model.base import SpecModel
from escp_docs.model.schema import below, join, keys, split
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


def by_id(spec: object, path: str) -> str:
    """Return `path` as reports name it: "consortium.partners[CMC].city".

    Args:
        spec: A spec, or the plain values of one that could not be read.
        path: A path with positions. An entry without an id, or with one that another entry of its
            list has too, keeps its position from 0.
    """
    if "[" not in path:
        return path
    shown = ""
    value: Any = spec
    for step in split(path):
        entries, value = value, _inner(value, step)
        name = _own_id(value) if isinstance(step, int) else None
        if name and sum(_own_id(one) == name for one in entries) == 1:
            shown += f"[{name}]"
        else:
            shown = below(shown, step)
    return shown


def by_position(spec: object, path: str) -> str:
    """Return `path` with the position of each entry that it names by its id; the rest as it is."""
    found: tuple[str | int, ...] = ()
    value: Any = spec
    for step in split(path):
        here = step
        if isinstance(step, str) and isinstance(value, tuple | list):
            names = [_own_id(one) for one in value]
            here = names.index(step) if step in names else step
        found = (*found, here)
        value = _inner(value, here)
    return join(found)


def _own_id(entry: object) -> str | None:
    name = entry.get("id") if isinstance(entry, dict) else getattr(entry, "id", None)
    return name if isinstance(name, str) and name.strip() else None


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
    if isinstance(value, tuple | list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None
