"""What no program may propose: what a person alone can say, and what it was not told itself."""

import re
from collections.abc import Iterator
from typing import Final

from escp_docs.model.schema import split
from escp_docs.pattern import pattern
from escp_docs.read.plain_values import Raw

WITHHELD: Final = "[withheld]"
"""What an assistant reads in place of personal data."""

# However it is written: with the backslashes of Markdown, in capitals, with blanks inside.
_MASK: Final = pattern(r"\\?\[\s*withheld\s*\\?\]", re.IGNORECASE)
_BY_A_PARTNER: Final = "confirmed"
_OF_WORDING: Final = frozenset({"status", "answer", "comments"})


def for_people(key: str, value: Raw) -> str:
    """Return what a change would say that a person alone can, as a reason; empty if nothing.

    Args:
        key: The key of the change.
        value: What it would write; None if it takes something out.
    """
    for names in _names(key, value):
        match names:
            case _ if _BY_A_PARTNER in names:
                return "only a partner can confirm what is said of it"
            case ("declarations", *_):
                return "only the person who declares it can say so"
            case ("agreement", "wording", *rest) if _OF_WORDING & set(rest):
                return "only the members can decide on words, answer them or comment on them"
            case _:
                continue
    return ""


def is_masked(value: Raw, stated: str | None) -> bool:
    """Whether a value holds the mask of what was withheld, and what is stated there does not."""
    return any(_MASK.search(text) for text in _texts(value)) and not _MASK.search(stated or "")


def _names(key: str, value: Raw) -> Iterator[tuple[str, ...]]:
    """Yield the names of the keys, without those of entries, that lead to each thing written."""
    yield from _below(tuple(map(str, split(_without_entries(key)))), value)


def _without_entries(key: str) -> str:
    return re.sub(r"\[[^\]]*\]", "", key)


def _below(names: tuple[str, ...], value: Raw) -> Iterator[tuple[str, ...]]:
    yield names
    match value:
        case dict():
            for name, one in value.items():
                yield from _below((*names, str(name)), one)
        case list():
            for one in value:
                yield from _below(names, one)
        case _:
            return


def _texts(value: Raw) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for one in value:
                yield from _texts(one)
        case dict():
            for name, one in value.items():
                yield str(name)
                yield from _texts(one)
        case _:
            return
