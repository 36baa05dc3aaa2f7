"""The countries that a name with a slip in it may mean."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher, get_close_matches
from functools import cache
from typing import Final

from escp_docs.language.rule_words import country_name
from escp_docs.model.country import CODES, parts, spellings, usual_names
from escp_docs.spelling import is_one_slip_off

_LEAST: Final = 4  # letters of a name that may have a slip in it; a code has up to three
_LEAST_OF_LIKE: Final = 6  # letters of a name that may have several
_NEAR: Final = 0.8  # as difflib counts likeness: 1 is the same word
_MOST: Final = 3  # countries that are worth naming


@cache
def near_codes(name: str) -> tuple[str, ...]:
    """Return the codes of the countries that a name may mean which none has, up to three.

    A letter that is missing, doubled, wrong or in the wrong place is one slip; what is one slip off
    the name of a country, in any language of the Union, means that one. If nothing is, the
    likeliest is taken. The nearest name comes first. What is named like a region of the world, or
    is nearest to one, is no country: "Africa" is not South Africa.

    Args:
        name: A name of which `country.code_of` knows no code.
    """
    pieces = (one for piece in (name, *parts(name)) for one in spellings(piece))
    some = [one for one in dict.fromkeys(pieces) if len(one) >= _LEAST]
    known = usual_names()
    if any(one in known and known[one] not in CODES for one in some):
        return ()
    near = _one_slip_off(some, known) or list(_likeliest(some, known))
    found = tuple(code for code in dict.fromkeys(known[one] for one in near) if code in CODES)
    return found if len(found) <= _MOST else ()


def _one_slip_off(some: list[str], known: Mapping[str, str]) -> list[str]:
    """Return the known names that are one slip off one of some, the likeliest first."""
    near = [
        (-SequenceMatcher(None, one, name).ratio(), name)
        for name in known
        for one in some
        if is_one_slip_off(one, name)
    ]
    return [name for _, name in sorted(near)]


def _likeliest(some: list[str], known: Mapping[str, str]) -> Iterator[str]:
    for one in some:
        if len(one) >= _LEAST_OF_LIKE:
            yield from get_close_matches(one, known, n=1, cutoff=_NEAR)


def meant(codes: tuple[str, ...]) -> str:
    """Return codes with the names of their countries: "EE, Estonia"."""
    return ", or ".join(f"{one}, {country_name(one)}" for one in codes)
