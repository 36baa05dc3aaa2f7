"""Facts of a call in people's words: "90 %, share of eligible costs"."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from escp_docs.language.languages import language_of
from escp_docs.language.rule_words import percent
from escp_docs.model.base import SpecModel
from escp_docs.model.call import Call
from escp_docs.model.call.conditions import Condition, Demand
from escp_docs.model.country import CODES
from escp_docs.model.fact import Fact
from escp_docs.rules.composition.phrases import demand_in_words

_LANGUAGE: Final = language_of("en-GB")
_SETS: Final = {
    "member_states": "Member States",
    "cosme_countries": "countries that participate in COSME",
}


def in_words(fact: Fact[Any], call: Call) -> str:
    """Return value and unit of a fact of a call as a person would say them."""
    value, unit = fact.value, fact.unit
    match value:
        case Demand():
            said = demand_in_words(call, value)
            return f"{fact.id}: {said}" if isinstance(fact, Condition) else said
        case bool():
            return unit if value else f"no {unit}"
        case tuple():
            return f"{unit}: {_listed(value, call)}"
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


def _listed(values: tuple[object, ...], call: Call) -> str:
    # AG is a legal form, too: a list is one of countries if all of it is.
    texts = tuple(map(_text, values))
    if any(isinstance(one, Decimal | SpecModel) for one in values):
        return "; ".join(texts)  # a sum has commas of its own
    of_countries = CODES.issuperset(texts)
    return ", ".join(_country(one) if of_countries else _named(one, call) for one in texts)


def _text(value: object) -> str:
    """Return an entry of a list as text: one with keys by their values, a sum as it is read."""
    if isinstance(value, SpecModel):
        stated = (getattr(value, one) for one in value.__struct_fields__ if getattr(value, one))
        return " ".join(map(_text, stated))
    return f"{value:,}" if isinstance(value, Decimal) else str(value)


def _country(code: str) -> str:
    return f"{_LANGUAGE.country(code)} ({code})"


def _named(value: str, call: Call) -> str:
    if value in call.countries.sets:
        return call.countries.words(value).many
    return _SETS.get(value, value.replace("_", " "))
