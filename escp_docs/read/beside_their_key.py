"""Keys that stand beside the key they belong below: read as meant, and told as one slip."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from msgspec import Struct

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.model.scalar import is_id
from escp_docs.model.schema import ListOf, MapOf, Shape, keys
from escp_docs.read.node import Node
from escp_docs.read.other_names import other_name
from escp_docs.read.source import SourceText
from escp_docs.spelling import nearest

Entries = dict[str, tuple[Place, Node]]
_STEP: Final = 2  # blanks by which a key is set in below another


def moved_below(
    source: SourceText,
    entries: Entries,
    known: Mapping[str, Shape],
    parts: Mapping[str, Shape] = MappingProxyType({}),
) -> tuple[Entries, list[Fault]]:
    """Return the entries of a mapping, those below their key that stand beside it, and the faults.

    A key belongs below the one before it if it is none of this mapping and one of that key's
    value, and that key has no value yet, or one in lines of its own.

    Args:
        source: The file.
        entries: The entries of a mapping in lines of their own, in their order.
        known: What stands behind each key that the mapping may have.
        parts: The same of the keys at the left edge. One that stands here is told as such, and what
            belongs below it goes there with it.
    """
    if entries.keys() <= known.keys():
        return entries, []
    names = list(entries)
    found: Entries = {}
    faults: list[Fault] = []
    at = 0
    while at < len(names):
        outer = names[at]
        at += 1
        found[outer] = entries[outer]
        run: list[str] = []
        home = _home(entries[outer], known.get(outer) or parts.get(outer))
        while home and at < len(names) and _belongs(home, names[at], known, entries, run):
            run.append(names[at])
            at += 1
        if home and run:
            inside = {name: entries[name] for name in run}
            found[outer] = entries[outer][0], _filled(home, inside)
            if outer in known:
                faults.append(_fault(source, outer, entries[outer][0], home, inside))
    return found, faults


class _Home(Struct, frozen=True):
    """A key that others may belong below: the value that it has, and the keys that may stand in it.

    `names` is None where ids of other entries are the keys. `is_list` says that an entry of a list
    is to be begun first.
    """

    key: Place
    node: Node
    names: frozenset[str] | None
    is_list: bool

    @property
    def own(self) -> Entries:
        """The entries that the value has already."""
        return self.node.value if isinstance(self.node.value, dict) else {}


def _home(entry: tuple[Place, Node], shape: Shape | None) -> _Home | None:
    place, node = entry
    if isinstance(shape, MapOf) and node.value is None:
        return _Home(place, node, frozenset(shape.options) or None, is_list=False)
    part = shape.item if isinstance(shape, ListOf) else shape
    is_list = isinstance(shape, ListOf)
    if not isinstance(part, type) or node.flow or node.is_refused:
        return None
    if node.value is None or (isinstance(node.value, dict) and node.value and not is_list):
        return _Home(place, node, frozenset(keys(part)), is_list)
    return None


def _belongs(
    home: _Home, name: str, known: Mapping[str, Shape], entries: Entries, run: list[str]
) -> bool:
    """Whether a key belongs below another one, and behind those of `run`."""
    is_one = _is_an_id(name) if home.names is None else name in home.names
    if name in known or name in home.own or not is_one:
        return False
    if (
        home.names is not None
        and home.node.value is None
        and (run or entries[name][0].line == home.key.line + 1)
    ):
        return True
    # Further off, or below a value that is complete, it may rather be misspelt.
    return not (other_name(name, list(known)) or nearest(name, list(known)))


def _is_an_id(name: str) -> bool:
    """Whether a key is an id as most are written: capitals or a number tell it from a word."""
    return is_id(name) and (name.isupper() or any(map(str.isdigit, name)))


def _filled(home: _Home, inside: Entries) -> Node:
    first = next(iter(inside.values()))[0]
    below = Node({**home.own, **inside}, home.node.place if home.own else first)
    return Node([below], first) if home.is_list else below


def _fault(source: SourceText, outer: str, key: Place, home: _Home, inside: Entries) -> Fault:
    name, (place, _) = next(iter(inside.items()))
    last = last_line(source, max(one.line for one, _ in inside.values()), key.column)
    own = min((one.column for one, _ in home.own.values()), default=key.column + _STEP)
    blanks = own - key.column
    line = source.line(place.line)
    belongs = f"{name!r} belongs below {outer!r} on line {key.line}, and stands beside it"
    if home.is_list:
        fix = f"write `- {line.strip()}`" + _others(place.line + 1, last, _STEP)
    elif last == place.line:
        fix = f"indent it by {own - 1} blanks"
    else:
        fix = f"indent lines {place.line} to {last} by {blanks} more blank{'s' * (blanks > 1)}"
    return Fault(belongs, fix, place, line, before=source.line(place.line - 1))


def _others(first: int, last: int, blanks: int) -> str:
    if last < first:
        return ""
    lines = f"line {first}" if first == last else f"lines {first} to {last}"
    return f", and indent {lines} by {blanks} more blanks"


def last_line(source: SourceText, number: int, column: int) -> int:
    """Return the last line of the value whose key stands in a line and column."""
    last = number
    for at in range(number + 1, source.lines + 1):
        line = source.line(at)
        words = line.lstrip(" ")
        if not words or words.startswith("#"):
            continue
        begins = len(line) - len(words) + 1
        if begins < column or (begins == column and not words.startswith("- ")):
            break
        last = at
    return last
