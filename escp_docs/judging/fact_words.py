"""Facts of a call in people's words: "90 %, share of eligible costs"."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from escp_docs.language.languages import language_of
from escp_docs.language.rule_words import percent
from escp_docs.model.country import CODES
from escp_docs.model.fact import Fact

_LANGUAGE: Final = language_of("en-GB")
_SETS: Final = {
    "member_states": "Member States",
    "cosme_countries": "countries that participate in COSME",
}


def in_words(fact: Fact[Any]) -> str:
    """Return value and unit of a fact as a person would say them."""
    value, unit = fact.value, fact.unit
    match value:
        case bool():
            return unit if value else f"no {unit}"
        case tuple():
            return f"{unit}: {_listed(value)}"
        case dict():
            pairs = (f"{_country(one)} as {_country(other)}" for one, other in value.items())
            return f"{unit}: {'; '.join(pairs)}"
        case str():
            return f"{unit}: {value}"
        case Fraction():
            return f"{percent(value)}, {unit}"
        case datetime():
            return f"{value.day} {value:%B %Y, %H:%M} {unit}"
        case date():
            return f"{value.day} {value:%B %Y}, {unit}"
        case int() | Decimal():
            return f"{value:,} {unit}"
        case _:
            raise AssertionError(fact)


def _listed(values: tuple[str, ...]) -> str:
    # AG is a legal form, too: a list is one of countries if all of it is.
    of_countries = CODES.issuperset(values)
    return ", ".join(_country(one) if of_countries else _named(one) for one in values)


def _country(code: str) -> str:
    return f"{_LANGUAGE.country(code)} ({code})"


def _named(value: str) -> str:
    return _SETS.get(value, value.replace("_", " "))
