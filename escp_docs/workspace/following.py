"""Keys of an older version of a spec, found again in the one that is there now."""

from typing import Any

from escp_docs.edit.wanted import at, same
from escp_docs.errors import ArgumentError
from escp_docs.model.schema import ListOf, Shape, form, join
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import Steps, concrete, identity, parse_key
from escp_docs.read.plain_values import Raw

Plain = dict[str, Raw]
"""The plain values that the files of a spec hold."""


def followed(key: str, then: Plain, now: Plain) -> Steps:
    """Return the steps that a key of an older version leads to now.

    An entry is found by what identifies it; one that nothing identifies by what it states, or by
    its position while all others are where they were.

    Raises:
        ArgumentError: there is no such key, or it cannot be told which entry is meant now.
    """
    steps = concrete(parse_key(key), then)
    if then is now:
        return steps
    found: Steps = ()
    for number, step in enumerate(steps):
        if isinstance(step, int):
            shape = form(Spec, join(found))
            item = shape.item if isinstance(shape, ListOf) else None
            old, new = at(then, steps[:number]), at(now, found)
            position = _position(step, _entries(old), _entries(new), item)
            if position is None:
                raise ArgumentError(f"{key} was moved or changed by someone else meanwhile", "key")
            found = (*found, position)
        else:
            found = (*found, step)
    return found


def _entries(value: Raw) -> list[Any]:
    return value if isinstance(value, list) else []


def _position(step: int, old: list[Any], new: list[Any], item: Shape | None) -> int | None:
    """Return where an entry of a list is now; None if that cannot be told."""
    if step >= len(old):
        return None
    name = None if item is None else identity(old[step], item)
    if name is not None and item is not None:
        named = [index for index, one in enumerate(new) if identity(one, item) == name]
        if len(named) == 1:
            return named[0]
    alike = [index for index, one in enumerate(new) if same(one, old[step])]
    if len(alike) == 1 and sum(same(one, old[step]) for one in old) == 1:
        return alike[0]
    others = all(
        same(one, other)
        for index, (one, other) in enumerate(zip(old, new, strict=False))
        if index != step
    )
    return step if len(old) == len(new) and others else None
