"""The countries that a name with a slip in it may mean."""

from collections.abc import Iterator
from difflib import get_close_matches
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
    likeliest is taken.

    Args:
        name: A name of which `country.code_of` knows no code.
    """
    pieces = (one for piece in (name, *parts(name)) for one in spellings(piece))
    some = [one for one in dict.fromkeys(pieces) if len(one) >= _LEAST]
    found = tuple(dict.fromkeys(_one_slip_off(some)))
    return found if len(found) <= _MOST else ()


def _one_slip_off(some: list[str]) -> Iterator[str]:
    names = {name: code for name, code in usual_names().items() if code in CODES}
    found = [
        code for known, code in names.items() if any(is_one_slip_off(one, known) for one in some)
    ]
    yield from found
    for one in () if found else [one for one in some if len(one) >= _LEAST_OF_LIKE]:
        for close in get_close_matches(one, names, n=1, cutoff=_NEAR):
            yield names[close]


def meant(codes: tuple[str, ...]) -> str:
    """Return codes with the names of their countries: "EE, Estonia"."""
    return ", or ".join(f"{one}, {country_name(one)}" for one in codes)
