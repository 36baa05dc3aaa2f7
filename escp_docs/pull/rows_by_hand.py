"""Rows that no change of a spec answers to alone: what they are made of, what hangs on them."""

from collections import Counter
from typing import Final

from escp_docs.language.languages import USUAL
from escp_docs.model.anchors import Anchors
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import ListOf, Scalar, is_words, keys, texts
from escp_docs.model.stable_path import named
from escp_docs.prose.words import same_words
from escp_docs.pull.changes import RowUntold
from escp_docs.pull.people import understood
from escp_docs.pull.row_subject import formless

_NAMES: Final = frozenset({"id", "short_name", "legal_name", "title", "name"})
_MARK: Final = "●"


def entries_below(entry: object) -> str:
    """Return how many entries stand below one, list by list; empty if none does.

    Entries of numbers alone, as the values of an indicator on the way, are its own.
    """
    if not isinstance(entry, SpecModel):
        return ""
    counts = []
    for name, key in keys(type(entry)).items():
        item = key.shape.item if isinstance(key.shape, ListOf) else None
        if isinstance(item, type) and any(is_words(one.shape) for one in keys(item).values()):
            count = len(getattr(entry, key.attribute) or ())
            counts += [f"{count} of its {name}"] * bool(count)
    return ", ".join(counts)


def made_of(change: RowUntold, anchors: Anchors) -> str:
    """Return the key that the rows of a table are made of, by what they begin with.

    It is the one at which most of their first words stand; empty if most of them stand nowhere.
    """
    stated: dict[str, dict[str, str]] = {}
    for path, words in texts(anchors.spec):
        stated.setdefault(same_words(words).casefold(), {}).setdefault(formless(path), path)
    names = [same_words(one).casefold() for one in change.names]
    counts = Counter(one for name in names for one in stated.get(name, ()))
    best = max(counts, key=lambda one: counts[one], default="")
    if not best or 2 * counts[best] <= len(names) - 1:
        return ""
    head, _, last = best.rpartition(".")
    own = stated.get(names[0], {}).get(best)
    if own is not None:
        key = named(own, anchors.spec)
        return key.rpartition(".")[0] if last in _NAMES else key
    if last in _NAMES:
        return head.removesuffix("[]")
    return _of_partner(change, best, anchors)


def _of_partner(change: RowUntold, key: str, anchors: Anchors) -> str:
    """Return a key below its partner, if the row has a mark below the name of one alone."""
    cells = change.after.split(" | ")
    marked = [
        head for column, head in change.heads.items() if cells[column : column + 1] == [_MARK]
    ]
    found = [
        understood(head, Scalar("id", refers=("partner",)), USUAL, anchors.spec).value
        for head in marked
    ]
    who = found[0] if len(found) == 1 and found[0] else "ID"
    return key.removesuffix("[]").replace("[]", f"[{who}]", 1)
