"""Plain values in another order, as nobody's answer may depend on it."""

import random
from typing import Any


def shuffled(value: Any, chance: random.Random) -> Any:  # noqa: ANN401  # a tree of plain values
    """Return a tree of mappings and lists with all its keys and entries in another order."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    if isinstance(value, list):
        entries = [shuffled(one, chance) for one in value]
        chance.shuffle(entries)
        return entries
    return value
