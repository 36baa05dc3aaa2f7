"""Facts of a call that nothing and nobody can fit: empty lists and sets, limits of nothing."""

from collections.abc import Iterator
from typing import Any

from escp_docs.judging.calls.call_fault import CallFault
from escp_docs.judging.calls.facts import walked
from escp_docs.model import nuts
from escp_docs.model.call import Call
from escp_docs.model.call.conditions import Condition
from escp_docs.model.call.countries import EVERYWHERE
from escp_docs.model.call.form import FormSection
from escp_docs.model.fact import Fact
from escp_docs.rules.composition.worlds import leaves

_LIMITS = ("most_", "longest_", "highest_")
_SHARES = ("_share", "_rate")  # of which 0 says that nothing is paid


def nothing_left(call: Call) -> Iterator[CallFault]:
    """Yield the facts that leave nothing, each at its path."""
    for path, _, key, value in walked(call):
        if isinstance(value, Fact):
            yield from _of_fact(path, key, value)
    yield from _empty_sets(call)


def _of_fact(path: str, key: str, fact: Fact[Any]) -> Iterator[CallFault]:
    value = fact.value
    if isinstance(fact, Condition):
        yield from _regions(path, fact)
    elif value in ((), {}):
        fix = "list what the source names, or leave the key out"
        yield CallFault(path, f"{path} lists nothing", fix)
    elif isinstance(value, tuple) and isinstance(value[0], FormSection):
        yield from _sections(path, value)
    elif key.startswith(_LIMITS) and not key.endswith(_SHARES) and value == 0:
        yield _no_limit(path)


def _no_limit(path: str) -> CallFault:
    return CallFault(path, f"{path} is 0: nothing keeps to it", "write the limit, or leave it out")


def _sections(path: str, sections: tuple[FormSection, ...]) -> Iterator[CallFault]:
    for index, section in enumerate(sections):
        for key in ("pages", "characters"):
            if getattr(section, key) == 0:
                yield _no_limit(f"{path}.value[{index}].{key}")


def _regions(path: str, condition: Condition) -> Iterator[CallFault]:
    every = (one for counting in leaves(condition.value) for one in counting.regions)
    for region in dict.fromkeys(every):
        if nuts.country_of(region) is None:
            near = nuts.meant(region)
            fix = "write the code of a region or its beginning, as in PT20 or FRY"
            said = f"{condition.id} names the region {region!r}, with which no NUTS code begins"
            yield CallFault(path, said, f"did you mean {near!r}?" if near else fix)


def _empty_sets(call: Call) -> Iterator[CallFault]:
    countries = call.countries
    for name, one in countries.sets.items():
        is_listed = one.countries is not None and not one.countries.value
        if is_listed and not one.union_of:
            continue  # the empty list was told
        if all(countries.belongs_to_any(code, (name,), None) is False for code in EVERYWHERE):
            yield CallFault(
                f"countries.sets.{name}",
                f"no country is in the set {name}",
                "compare `without` with what the set is made of",
            )
