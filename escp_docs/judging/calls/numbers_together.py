"""Numbers of a call that cannot all be met at once."""

from collections.abc import Iterator

from escp_docs.judging.calls.call_fault import CallFault
from escp_docs.model.call import Call, Terms
from escp_docs.model.call.conditions import Branch, Counting, Demand
from escp_docs.model.call.country_sets import MEMBER_STATES

_BOUNDS = ("at_least", "at_most", "exactly")


def of_numbers(terms: Terms, strand: str, call: Call) -> Iterator[CallFault]:
    """Yield numbers of a strand of which one asks for more than another allows, or there are."""
    lowest: dict[str, tuple[int, str]] = {}
    highest: dict[str, tuple[int, str]] = {}
    for name, one in _numbers(terms, call):
        what = _what(one)
        least, most = one.bounds
        if least > lowest.get(what, (0, ""))[0]:
            lowest[what] = (least, name)
        if most is not None and most < highest.get(what, (most + 1, ""))[0]:
            highest[what] = (most, name)
    for what, (least, name) in lowest.items():
        most, other = highest.get(what, (least, name))
        if least > most and name != other:
            said = f"{name} asks for {least} or more, and {other} allows {most} at most"
            yield CallFault(strand, said, "mend the one that the source does not have")
    yield from _beyond_all(terms, strand, call)


def _numbers(terms: Terms, call: Call) -> Iterator[tuple[str, Counting]]:
    """Yield each number that has to hold, with the name of what asks for it."""
    for name, counting in (
        ("least_legal_entities", Counting()),
        (
            "least_countries",
            Counting(count="countries", inside=call.countries.participating_sets),
        ),
        ("least_member_states", Counting(count="countries", inside=(MEMBER_STATES,))),
    ):
        fact = getattr(terms, name)
        if fact is not None:
            yield name, counting.updated({"at_least": fact.value})
    for condition in terms.conditions:
        for one in _together(condition.value):
            yield f"the condition {condition.id}", one


def _together(demand: Demand | Branch | Counting) -> Iterator[Counting]:
    """Yield the numbers that hold all together; of alternatives, one is enough."""
    if demand.is_counting:
        yield demand
    for part in getattr(demand, "all_of", ()):
        yield from _together(part)


def _what(counting: Counting) -> str:
    """Return what a number counts, whatever the number."""
    traits = {*Counting.__struct_fields__} - {*_BOUNDS}
    return repr(sorted((key, _sorted(getattr(counting, key))) for key in traits))


def _sorted(value: object) -> str:
    return repr(sorted(value)) if isinstance(value, tuple) else repr(value)


def _beyond_all(terms: Terms, strand: str, call: Call) -> Iterator[CallFault]:
    """Yield numbers of countries that are greater than there are countries."""
    countries, day = call.countries, terms.counting_day
    there = {code for name in countries.participating_sets for code in countries.codes(name, day)}
    states = set(countries.codes(MEMBER_STATES, day))
    for name, known, what in (
        ("least_countries", there, "participating countries"),
        ("least_member_states", states, "Member States"),
    ):
        fact = getattr(terms, name)
        if fact is not None and fact.value > len(known):
            said = f"{name} is {fact.value}, and the file has {len(known)} {what}"
            yield CallFault(f"{strand}.{name}", said, "complete the set, or mend the number")
