"""Versions of the examples at random: values, prose, entries, choices of the agreement."""

from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from random import Random
from typing import Any, Final

import yaml

from escp_docs.errors import UnreadableError
from escp_docs.read.spec import Reading
from tests.support.choices import choices
from tests.support.places import EXAMPLES, SPECS
from tests.support.reading import read

NAMES: Final = ("wave", "shield", "unfinished")
_WORDS: Final = ("harbour", "four", "2,500", "*shared*", "which", "EUR", "a", "later;")
_LONG: Final = 60  # letters of a text that is prose
_FEW: Final = 4  # entries of a list of which one may go
_PARTNERS: Final = ("joins_later", "governance.steering_committee", "brand_owner", "background")


@lru_cache(maxsize=3)
def plain(name: str) -> dict[str, Any]:
    """Return an example as plain values."""
    path = SPECS / EXAMPLES[name]
    found: dict[str, Any] = {}
    for one in sorted(path.glob("*.yaml")) if path.is_dir() else [path]:
        found |= yaml.safe_load(one.read_text(encoding="utf-8"))
    return found


def reading(raw: dict[str, Any]) -> Reading:
    """Return what plain values state.

    Raises:
        UnreadableError: they are no spec.
    """
    return read(yaml.safe_dump(raw, allow_unicode=True, sort_keys=False, width=1000))


def version(name: str, seed: int) -> dict[str, Any]:
    """Return an example with one to eight changes, each of which leaves it readable."""
    random = Random(seed)  # no secret
    found = deepcopy(plain(name))
    for _ in range(random.randint(1, 8)):
        tried = deepcopy(found)
        random.choice(_CHANGES)(tried, random)
        try:
            reading(tried)
        except UnreadableError:
            continue
        found = tried
    return found


# --- one change ------------------------------------------------------------------------------


def _value(raw: dict[str, Any], random: Random) -> None:
    spots = [
        (node, key)
        for node, key, value in _leaves(raw)
        if isinstance(value, int) and not isinstance(value, bool)
    ]
    if spots:
        node, key = random.choice(spots)
        node[key] += random.choice((-1, 1, 2))


def _prose(raw: dict[str, Any], random: Random) -> None:
    spots = [
        (node, key)
        for node, key, value in _leaves(raw)
        if isinstance(value, str) and len(value) > _LONG
    ]
    node, key = random.choice(spots)
    words = node[key].split(" ")
    for _ in range(random.randint(1, 4)):
        place = random.randrange(len(words))
        way = random.choice(("insert", "delete", "replace", "part"))
        if way == "insert":
            words.insert(place, random.choice(_WORDS))
        elif way == "replace":
            words[place] = random.choice(_WORDS)
        elif way == "delete" and len(words) > 1:
            del words[place]
        else:
            words[place] += "\n\n"
    node[key] = " ".join(words)


def _entry(raw: dict[str, Any], random: Random) -> None:
    lists = [node for node in _lists(raw) if len(node) >= _FEW]
    entries = random.choice(lists)
    place = random.randrange(len(entries))
    way = random.choice(("remove", "move", "add"))
    if way == "add":
        entries.insert(random.randrange(len(entries) + 1), _another(entries[place], random))
        return
    taken = entries.pop(place)
    if way == "move":
        entries.insert(random.randrange(len(entries) + 1), taken)


def _another(entry: Any, random: Random) -> Any:  # noqa: ANN401  # as YAML gives it
    made = deepcopy(entry)
    if isinstance(made, dict):
        if "id" in made:
            made["id"] = f"N{random.randrange(1000)}"
        for key, value in made.items():
            if isinstance(value, str) and " " in value:
                made[key] = f"Another {value}"
    return made


def _choice(raw: dict[str, Any], random: Random) -> None:
    path, values = random.choice([one for one in choices().items() if one[0] not in _PARTNERS])
    *above, last = path.split(".")
    node = raw.setdefault("agreement", {})
    for step in above:
        node = node.setdefault(step, {})
    value = random.choice(values)
    node[last] = list(value) if isinstance(value, tuple) else value


_CHANGES: Final = (_value, _value, _prose, _prose, _entry, _entry, _choice, _choice)


def _leaves(node: Any) -> Iterator[tuple[Any, Any, Any]]:  # noqa: ANN401
    for key, value in list(node.items() if isinstance(node, dict) else enumerate(node)):
        if isinstance(value, dict | list):
            yield from _leaves(value)
        else:
            yield node, key, value


def _lists(node: Any) -> Iterator[list[Any]]:  # noqa: ANN401
    for value in node.values() if isinstance(node, dict) else node:
        if isinstance(value, list):
            yield value
        if isinstance(value, dict | list):
            yield from _lists(value)
