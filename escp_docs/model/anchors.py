"""Anchors: the place of a value in a spec, named so that it is found again in another version.

An entry of a list is named by what identifies it; one that nothing identifies by its position and
six characters of a hash of what it states: `budget.costs[3#1a2b3c].amount_eur`. Where entries came
or went meanwhile, it is found by the hash; where it was changed, it is not there any more.
"""

import json
from functools import lru_cache
from hashlib import sha256
from typing import Final

from escp_docs.errors import ArgumentError
from escp_docs.model.agreement import Wording
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import form, join
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import located, named, parse_key, value_at
from escp_docs.pattern import pattern

_HASH: Final = 6
_CAME_LATER: Final = frozenset({"in_kind"})
"""Keys that anchors in files of old do not know: an entry without them keeps its hash."""
_STEP: Final = pattern(r"\[(\d+)\]")
_HASHED: Final = pattern(r"\[(\d+)#([0-9a-f]{6})\]")


class Anchors:
    """The anchors of one spec."""

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        self.anchor = lru_cache(maxsize=None)(self._anchor)

    def _anchor(self, path: str) -> str:
        """Return the anchor of a path."""
        key = named(path, self.spec)
        found, at = "", 0
        for step in _STEP.finditer(key):
            found += key[at : step.start()]
            path_here = self.path(found + step[0])
            entry = None if path_here is None else value_at(self.spec, path_here)
            found += step[0] if entry is None else f"[{step[1]}#{_hash(entry)}]"
            at = step.end()
        return found + key[at:]

    def path(self, anchor: str) -> str | None:
        """Return the path that an anchor leads to in this spec; None if it leads nowhere now.

        What stands below the last entry may be absent. An anchor that leads outside of the format
        leads nowhere.
        """
        key, at = "", 0
        for step in _HASHED.finditer(anchor):
            key += anchor[at : step.start()]
            position = self._position(key, int(step[1]), step[2])
            if position is None:
                return None
            key += f"[{position}]"
            at = step.end()
        key += anchor[at:]
        try:
            steps = located(parse_key(key), self.spec)
        except ArgumentError:
            return None
        path = None if steps is None else join(steps)
        return path if path is not None and form(Spec, path) is not None else None

    def _position(self, key: str, position: int, wanted: str) -> int | None:
        """Return where the entry of a list stands that has a hash."""
        try:
            steps = located(parse_key(key), self.spec)
        except ArgumentError:
            return None
        entries = () if steps is None else value_at(self.spec, steps)
        if not isinstance(entries, tuple):
            return None
        if position < len(entries) and _hash(entries[position]) == wanted:
            return position
        found = [index for index, one in enumerate(entries) if _hash(one) == wanted]
        return found[0] if len(found) == 1 else None


def _hash(entry: object) -> str:
    if isinstance(entry, Wording):  # of one clause and one party, whatever is said of it meanwhile
        stated = repr((entry.clause, entry.by))
    elif isinstance(entry, SpecModel):
        stated = json.dumps(_plain(entry), separators=(",", ":"), ensure_ascii=False)
    else:
        stated = repr(entry)
    return sha256(stated.encode()).hexdigest()[:_HASH]


def _plain(value: object) -> object:
    match value:
        case SpecModel():
            unstated = _CAME_LATER - value.stated
            own = (name for name in value.__struct_fields__ if name not in unstated)
            return {name: _plain(getattr(value, name)) for name in own}
        case tuple():
            return [_plain(one) for one in value]
        case dict():
            return {str(name): _plain(one) for name, one in value.items()}
        case None | bool() | int():
            return value
        case _:
            return str(value)
