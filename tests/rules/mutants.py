"""Calls that differ from the call file in one number, one member of a set or one flag."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from escp_docs.model.call import Call, Terms
from escp_docs.model.fact import Fact

# A member that each set lacks, so that a case must notice when it is added.
_STRANGERS: Final = {
    "eligible_kinds": "other",
    "eccp_status": "none",
    "legal_forms": "Mer",
    "legal_form_words": "association",
    "defence_words": "optics",
    "required_outputs": "monitoring",
    "countries_in_doubt": "US",
    "member_states": "US",
    "cosme_countries": "US",
    "treated_as_member_state": "US",
    "regions_inside": "Mercosur",
    "regions_partly_inside": "Mercosur",
}
_OTHER_CONFIDENCE: Final = {
    "stated": "secondary",
    "official": "sibling",
    "sibling": "stated",
    "secondary": "official",
    "derived": "stated",
}
NO_SEVERITY: Final = {
    "expected_projects",  # a number for readers
    "legal_forms",  # says which names resemble each other, to a rule that rests on another fact
    "legal_form_words",  # and which forms are odd, to a rule that rests on the spec
}
WORDS: Final = {"title", "scope"}  # for documents alone
SETS_OF_COUNTRIES: Final = (
    "member_states",
    "cosme_countries",
    "treated_as_member_state",
    "territories",
    "territories_in_doubt",
    "regions_inside",
    "regions_partly_inside",
)


@dataclass(frozen=True)
class Mutant:
    """A call in which one thing is another, and what that is."""

    name: str
    fact: str
    call: Call


def mutants(call: Call) -> Iterator[Mutant]:
    """Yield every mutant of a call: of the facts that rules and figures rest on."""
    for where, terms in (("all_strands", call.all_strands), *call.strands.items()):
        for name in sorted(terms.stated - WORDS):
            for change, fact in _facts(name, getattr(terms, name)):
                changed = terms.updated({name: fact})
                yield Mutant(f"{where}.{name}: {change}", name, _with(call, where, changed))
    for name in SETS_OF_COUNTRIES:
        for change, value in _values(name, getattr(call.countries, name).value):
            fact = getattr(call.countries, name).updated({"value": value})
            countries = call.countries.updated({name: fact})
            changed_call = call.updated({"countries": countries})
            yield Mutant(f"countries.{name}: {change}", name, changed_call)
    if call.total_budget_eur is not None:
        for change, value in _values("total_budget_eur", call.total_budget_eur.value):
            fact = call.total_budget_eur.updated({"value": value})
            yield Mutant(
                f"total_budget_eur: {change}",
                "total_budget_eur",
                call.updated({"total_budget_eur": fact}),
            )


def _with(call: Call, where: str, terms: Terms) -> Call:
    if where == "all_strands":
        return call.updated({"all_strands": terms})
    return call.updated({"strands": {**call.strands, where: terms}})


def _facts(name: str, fact: Fact[Any]) -> Iterator[tuple[str, Fact[Any] | None]]:
    yield "removed", None
    if name not in NO_SEVERITY:
        other = _OTHER_CONFIDENCE[fact.confidence]
        yield f"confidence {other}", fact.updated({"confidence": other})
    for change, value in _values(name, fact.value):
        yield change, fact.updated({"value": value})


def _values(name: str, value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401  # any fact's
    match value:
        case bool():
            yield f"{not value}", not value
        case int() | Decimal() | Fraction() | datetime():
            for step in (_step(value), -_step(value)):
                yield f"{value + step}", value + step
        case dict():
            yield from _territories(value)
        case tuple() | str():
            yield from _members(name, value)
        case _:
            raise AssertionError(name)


def _territories(value: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    for key in value:
        yield f"without {key}", {one: state for one, state in value.items() if one != key}
        yield f"{key} is ES", {**value, key: "ES"}
    yield "with US", {**value, "US": "FR"}


def _members(name: str, value: tuple[str, ...] | str) -> Iterator[tuple[str, Any]]:
    for member in value:
        kept = [one for one in value if one != member]
        yield f"without {member}", "".join(kept) if isinstance(value, str) else tuple(kept)
    if isinstance(value, str):
        yield "with W", f"{value}W"
    elif name in _STRANGERS:
        yield f"with {_STRANGERS[name]}", (*value, _STRANGERS[name])


def _step(value: Any) -> Any:  # noqa: ANN401  # the type of the value
    match value:
        case Decimal():
            return Decimal("0.01")
        case Fraction():
            return Fraction(1, 10_000)
        case datetime():
            return timedelta(minutes=1)
        case _:
            return 1
