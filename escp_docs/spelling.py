"""The nearest spelling of a name that nothing has."""

from collections.abc import Iterable, Sequence
from typing import Final

from escp_docs.errors import UnknownNameError

_NEAR: Final = 0.6  # as difflib counts likeness: 1 is the same word


def nearest(text: str, names: Sequence[str], near: float = _NEAR) -> str | None:
    """Return the name that is spelt most like `text`, None if none comes near.

    `near` is the least likeness, from 0 to 1, the same word.
    """
    from difflib import get_close_matches  # noqa: PLC0415  # for what is spelt wrongly

    by_folded = {name.casefold(): name for name in names}
    close = get_close_matches(text.casefold(), by_folded, n=1, cutoff=near)
    return by_folded[close[0]] if close else None


def unknown(what: str, name: str, known: Iterable[str], among: str = "") -> UnknownNameError:
    """Return the error on a name that nothing has, with the nearest one as its cure.

    Args:
        what: What was named: call, strand, partner, rule, document, format.
        name: As it was written.
        known: The names that there are.
        among: Where they are, as in "strand in cos-clusint-2020-3-01"; else `what` alone.
    """
    names = tuple(dict.fromkeys(known))
    near = nearest(name, names)
    hint = f"did you mean {near}?" if near else f"there is {', '.join(names) or 'none'}"
    return UnknownNameError(f"there is no {among or what} {name!r}; {hint}", what)
