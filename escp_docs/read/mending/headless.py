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
