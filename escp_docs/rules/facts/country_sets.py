"""Sets of countries of a call in sentences."""

from collections.abc import Sequence

from escp_docs.model.call import Call
from escp_docs.model.call.country_sets import OF_COSME, SetWords, set_words, with_article

_THIRD = set_words("country that takes part in the call", "countries that take part in the call")


def neither_of(call: Call, sets: Sequence[str]) -> str:
    """Return what a country is that belongs to none of the sets: "neither a ... nor a ..."."""
    names = [with_article(call.countries.words(name).one) for name in sets]
    match names:
        case []:
            return "and no country is admitted"
        case [one]:
            return f"not {one}"
        case _:
            return "neither " + " nor ".join(names)


def either_of(call: Call, sets: Sequence[str]) -> str:
    """Return the countries of the sets behind "another": "Member State or ..."."""
    return " or ".join(call.countries.words(name).one for name in sets) or "country"


def third_words(call: Call) -> SetWords:
    """Return how the third countries that take part in a call are spoken of together."""
    sets = call.countries.third_sets
    match [call.countries.words(name) for name in sets]:
        case [only]:
            return only
        case []:
            return OF_COSME if call.countries.participating is None else _THIRD
        case _:
            return _THIRD
