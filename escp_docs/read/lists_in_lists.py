"""A list in a list where a list of entries stands: `- - id: A`, and square brackets twice."""

from typing import Final

from escp_docs.errors import Fault
from escp_docs.model.schema import Shape
from escp_docs.read.node import Node
from escp_docs.read.source import SourceText

SAID: Final = "one dash begins an entry of a list, and two begin a list in the list"
_BRACKETS: Final = "square brackets stand around the list, and again around entries of it"


def flattened(source: SourceText, node: Node, item: Shape | None) -> tuple[list[Node], list[Fault]]:
    """Return the entries of a list with those of the lists in it, and the fault of these.

    Single values in square brackets of their own may be words.

    Args:
        source: The file.
        node: The list.
        item: What its entries are, None if that is not known.
    """
    assert isinstance(node.value, list)
    if item is None or not any(isinstance(one.value, list) for one in node.value):
        return node.value, []
    nodes: list[Node] = []
    found: list[Node] = []
    for one in node.value:
        inside = one.value if isinstance(one.value, list) else []
        may_be_meant = one.flow and not isinstance(item, type)
        if any(inner.value is not None for inner in inside) and not may_be_meant:
            found.append(one)
            nodes += inside
        else:
            nodes.append(one)
    return nodes, [_fault(source, node, found)] if found else []


def _fault(source: SourceText, around: Node, found: list[Node]) -> Fault:
    place = found[0].place
    line, others = source.line(place.line), len(found) - 1
    if found[0].flow:
        fix = "write one pair of square brackets, with all entries in it"
        return Fault(_BRACKETS, fix, place, line, before=source.line(place.line - 1))
    fix = _alone(source, found[0])
    if isinstance(found[0].value, list) and len(found[0].value) > 1:
        words = line[place.column - 1 :]
        is_all = isinstance(around.value, list) and len(around.value) == 1
        fix = (
            f"write `{words}`, indented by {place.column - 1} blanks"
            if is_all
            else "begin each entry with one dash, and all of them at one column"
        )
    elif others:
        fix += f", and so in {others} more line{'s' * (others > 1)}"
    return Fault(SAID, fix, place, line, before=source.line(place.line - 1))


def _alone(source: SourceText, inner: Node) -> str:
    """Return how to write the one entry of a list in a list; its other keys stay where they are."""
    assert isinstance(inner.value, list)
    entry, number = inner.value[0], inner.place.line
    line = source.line(number)
    begin = inner.place.column - 1
    words = line[begin + 1 :].lstrip()
    if not line[:begin].strip():
        return "put a blank in place of its dash"
    below = (
        [place.line for place, _ in entry.value.values()] if isinstance(entry.value, dict) else []
    )
    blanks = (
        " " * (len(line) - len(words) - begin + 1) if any(one > number for one in below) else " "
    )
    return f"write `-{blanks}{words.rstrip()}`"
