"""Which targets of a spec can be targets at all."""

from collections.abc import Iterator

from escp_docs.model.call import Call
from escp_docs.model.target import Target


def refused(call: Call, target: Target, path: str) -> Iterator[tuple[str, str]]:
    """Yield code and path of each country that makes a target none: its own, or of its region.

    A region without countries is judged by its name alone, and passes.
    """
    if target.country is not None and not call.countries.is_third_country(target.country):
        yield target.country, f"{path}.country"
    for index, country in enumerate(target.countries or ()):
        if not call.countries.is_third_country(country):
            yield country, f"{path}.countries[{index}]"


def name_of(call: Call, target: Target) -> str:
    """Return what makes a target another one: its state, or its region's name, folded."""
    if target.country is not None:
        return call.countries.state_of(target.country)
    return " ".join((target.region or "").casefold().split())


def accepted(call: Call, targets: tuple[Target, ...]) -> dict[str, Target]:
    """Return the different targets that are not refused, by their name."""
    return {
        name_of(call, target): target
        for target in reversed(targets)
        if not any(refused(call, target, ""))
    }
