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


def is_one_slip_off(one: str, other: str) -> bool:
    """Whether a letter too much, too little, wrong, or changed over with the next parts two words.

    The same word is no slip off.
    """
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True  # one letter more at the end
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def unknown(
    what: str, name: str, known: Iterable[str], among: str = "", where: str = ""
) -> UnknownNameError:
    """Return the error on a name that nothing has, with the nearest one as its cure.

    Args:
        what: What was named: call, strand, partner, rule, document, format.
        name: As it was written.
        known: The names that there are.
        among: What they are, as in "key that something is proposed for"; else `what` alone.
        where: What they are of, if it is not the only one: a call.
    """
    names = tuple(dict.fromkeys(known))
    near = nearest(name, names)
    hint = f"did you mean {near}?" if near else f"there is {', '.join(names) or 'none'}"
    here = f" in {where}" if where else ""
    return UnknownNameError(f"there is no {among or what} {name!r}{here}; {hint}", what)
