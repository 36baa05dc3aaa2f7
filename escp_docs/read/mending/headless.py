"""A list whose key is left out: its entries stand below the last key before it."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from escp_docs.read.mending.breaks import (
    Break,
    Lines,
    Mend,
    Workshop,
    above,
    head,
    indent,
    is_empty,
    keys_above,
    near,
    replaced,
)

_FEWEST: Final = 2  # keys that tell a section
_MANY: Final = 3  # keys of which nobody can say which was meant


def lists_without_keys(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which the first key that a list may stand behind begins it.

    It takes the place of the line above, so that all others stay where they are.
    """
    for index in near(lines, found):
        before = above(lines, index)
        entry = _keys_of_entry(lines, index)
        if before is None or not entry or not set(entry) <= shop.names:
            continue
        column = indent(lines[before])
        last = head(lines[before])
        if last.dashes != column or column > indent(lines[index]) or not last.key:
            continue
        beside = [last.key, *keys_above(lines, before, column)]
        if all(shop.vocabulary.stand_together(one, beside[-1]) for one in entry):
            continue  # it is rather the next entry of the list around it
        names = shop.vocabulary.shapes
        first, *others = [one for one in names if _may_begin(shop, one, beside, entry)] or [""]
        if first and len(others) < _MANY:
            yield Mend(
                replaced(lines, {before: f"{' ' * column}{first}:"}),
                index,
                indent(lines[index]),
                len(lines[index].strip()),
                "a list begins here, and the key that it belongs to is left out",
                f"write `{first}:` on a line of its own above this one, "
                f"indented by {column} blanks" + "".join(f", or `{one}:`" for one in others),
                is_rough=True,
            )


def sections_without_keys(shop: Workshop, lines: Lines, found: Break) -> Iterator[Mend]:
    """Yield the texts in which a section begins above lines with its keys that are set in.

    Its key takes the place of a blank line above them, or of the line above.
    """
    for index in near(lines, found):
        before = above(lines, index)
        column = indent(lines[index])
        names = _keys_set_in(lines, index)
        if before is None or not column or head(lines[before]).dashes == column:
            continue
        first = shop.vocabulary.first
        there = {head(line).key for line in lines if indent(line) == 0}
        homes = [
            one for one in first - there if all(shop.vocabulary.holds(one, name) for name in names)
        ]
        if len(names) < _FEWEST or len(homes) != 1:
            continue
        is_room = before < index - 1
        yield Mend(
            replaced(lines, {index - 1: f"{homes[0]}:"}),
            index,
            column,
            len(lines[index].strip()),
            f"{', '.join(map(repr, names[:_MANY]))}{', ...' * (len(names) > _MANY)} "
            f"belong below {homes[0]!r}, and that key is missing",
            f"write `{homes[0]}:` on a line of its own above this one",
            is_rough=not is_room,
        )


def _keys_set_in(lines: Lines, index: int) -> list[str]:
    """Return the keys of the mapping that a line begins, all at one column."""
    column = indent(lines[index])
    inside = takewhile(lambda one: is_empty(one) or indent(one) >= column, lines[index:])
    at_its_column = (one for one in inside if not is_empty(one) and indent(one) == column)
    return [head(one).key if head(one).dashes == column else "" for one in at_its_column]


def _keys_of_entry(lines: Lines, index: int) -> Sequence[str]:
    """Return the keys of the entry of a list that a line begins, none if it begins none."""
    begins = head(lines[index])
    if not lines[index].lstrip().startswith("- ") or not begins.key:
        return []
    rest = (one for one in lines[index + 1 :] if not is_empty(one))
    inside = takewhile(lambda one: indent(one) >= begins.dashes, rest)
    return [begins.key, *(head(one).key for one in inside if indent(one) == begins.dashes)]


def _may_begin(shop: Workshop, name: str, beside: Sequence[str], entry: Sequence[str]) -> bool:
    """Whether a key may stand beside some others, and entries with some keys behind it."""
    vocabulary = shop.vocabulary
    return (
        name not in beside
        and all(vocabulary.stand_together(name, one) for one in beside)
        and all(vocabulary.lists(name, one) for one in entry)
    )
