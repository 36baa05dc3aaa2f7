"""Sections at the wrong column: without their own key, or below the section before them."""

from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile
from typing import Final

from escp_docs.errors import Fault
from escp_docs.finding import Place
from escp_docs.model.schema import ListOf, Shape, keys
from escp_docs.read.beside_their_key import Entries, last_line
from escp_docs.read.node import Node
from escp_docs.read.other_names import other_name
from escp_docs.read.source import SourceText
from escp_docs.spelling import nearest

_LONGEST: Final = 100  # keys of a section at most
_SHOWN: Final = 3  # keys that are named


def with_sections(
    source: SourceText, entries: Entries, parts: Mapping[str, Shape], elsewhere: Collection[str]
) -> tuple[Entries, list[Fault]]:
    """Return the sections of a file with those whose key is missing, and a fault for each of these.

    Args:
        source: The file.
        entries: What stands at its left edge, in its order.
        parts: What stands behind each key that may stand there.
        elsewhere: The keys that stand there in all files of the spec.
    """
    found: Entries = {}
    faults: list[Fault] = []
    names = [*entries]
    at = 0
    while at < len(names):
        name = names[at]
        there = {one for one in parts if one in elsewhere or one in found}
        section, run = _begins(names[at : at + _LONGEST], parts, there)
        if section:
            inside = _mapping({one: entries[one] for one in run})
            found[section] = inside.place, inside
            faults.append(_fault(source, section, inside))
            at += len(run)
            continue
        at += 1
        place, whole = entries[name]
        node, lifted = _lifted(whole, parts.get(name), parts, there | {name})
        found[name] = place, node
        found |= lifted
        faults += [_too_deep(source, inner, key, name) for inner, (key, _) in lifted.items()]
        own, section, other = _divided(node, parts.get(name), parts, {*there, name, *lifted})
        if section:
            found[name] = place, own
            found[section] = other.place, other
            faults.append(_fault(source, section, other))
    return found, faults


def _begins(
    names: Sequence[str], parts: Mapping[str, Shape], there: Collection[str]
) -> tuple[str | None, Sequence[str]]:
    """Return the section that begins with some keys and is not there, and which of them it has.

    None if several may. A key alone may rather be another one of the left edge, misspelt.
    """
    if not names or names[0] in parts:
        return None, ()
    runs = [
        (section, [*takewhile(lambda one: one in inside and one not in parts, names)])
        for section, shape in parts.items()
        if section not in there and isinstance(shape, type) and names[0] in (inside := keys(shape))
    ]
    longest = max((len(run) for _, run in runs), default=0)
    homes = [one for one in runs if len(one[1]) == longest]
    if len(homes) != 1:
        return None, ()
    known = [*parts]
    is_misspelt = longest == 1 and (other_name(names[0], known) or nearest(names[0], known))
    return (None, ()) if is_misspelt else homes[0]


def _lifted(
    node: Node, shape: Shape | None, parts: Mapping[str, Shape], there: Collection[str]
) -> tuple[Node, Entries]:
    """Return a section without those that stand below it, and these."""
    value = node.value if isinstance(node.value, dict) and not node.flow else {}
    known = keys(shape) if isinstance(shape, type) else parts
    inner = {
        name: entry
        for name, entry in value.items()
        if name in parts and name not in known and name not in there and entry[1].value is not None
    }
    if not inner:
        return node, {}
    rest = {name: entry for name, entry in value.items() if name not in inner}
    return Node(rest, node.place, node.size, node.depth), inner


def _too_deep(source: SourceText, name: str, key: Place, around: str) -> Fault:
    last, blanks = last_line(source, key.line, key.column), key.column - 1
    return Fault(
        f"{name!r} belongs at the left edge, and stands below {around!r}",
        "begin it at the left edge"
        if last == key.line
        else f"indent lines {key.line} to {last} by {blanks} fewer blank{'s' * (blanks > 1)}",
        key,
        source.line(key.line),
        before=source.line(key.line - 1),
    )


def _divided(
    node: Node, shape: Shape | None, parts: Mapping[str, Shape], there: Collection[str]
) -> tuple[Node, str | None, Node]:
    """Return a section up to where another one begins in it, the key of that, and its value.

    From the first key, or entry, that the section cannot have, all are of the other.
    """
    if isinstance(node.value, dict) and isinstance(shape, type) and not node.flow:
        names, value = [*node.value], node.value
        own = [*takewhile(lambda one: one in keys(shape), names)]
        rest = names[len(own) :]
        section, run = _begins(rest, parts, there) if own and len(rest) > 1 else (None, ())
        if section and len(run) == len(rest):
            first, inside = {one: value[one] for one in own}, {one: value[one] for one in rest}
            return _mapping(first), section, _mapping(inside)
    if isinstance(node.value, list) and isinstance(shape, ListOf) and not node.flow:
        items = node.value
        first_ones = [*takewhile(lambda one: _fits(one, shape), items)]
        others = items[len(first_ones) :]
        section = _list(others, parts, there) if first_ones and others else None
        if section:
            return Node(first_ones, node.place), section, Node(others, others[0].place)
    return node, None, node


def _fits(entry: Node, shape: Shape) -> bool:
    """Whether an entry can stand in a list."""
    item = shape.item if isinstance(shape, ListOf) else None
    return (
        isinstance(item, type) and isinstance(entry.value, dict) and {*entry.value} <= {*keys(item)}
    )


def _list(
    entries: Sequence[Node], parts: Mapping[str, Shape], there: Collection[str]
) -> str | None:
    """Return the one list that is not there and may have all of some entries; else None."""
    homes = [
        section
        for section, shape in parts.items()
        if section not in there and all(_fits(one, shape) for one in entries)
    ]
    return homes[0] if len(homes) == 1 else None


def _mapping(inside: Entries) -> Node:
    size = sum(node.size for _, node in inside.values())
    depth = max(node.depth for _, node in inside.values()) + 1
    return Node(inside, next(iter(inside.values()))[0], size, depth)


def _fault(source: SourceText, section: str, value: Node) -> Fault:
    first = value.place
    inside = value.value if isinstance(value.value, dict) else {}
    names = ", ".join(map(repr, [*inside][:_SHOWN]))
    many = ", ..." if len(inside) > _SHOWN else ""
    what = f"{names}{many} belong{'s' * (len(inside) == 1)}" if inside else "this entry belongs"
    fix = f"write `{section}:` on a line of its own above this one"
    if first.column == 1:
        last = last_line(source, max(place.line for place, _ in inside.values()), first.column)
        lines = f"line {first.line}" if last == first.line else f"lines {first.line} to {last}"
        fix += f", and indent {lines} by 2 more blanks"
    said = f"{what} below {section!r}, and that key is missing"
    above = source.line(first.line - 1)
    return Fault(said, fix, first, source.line(first.line), before=above)
