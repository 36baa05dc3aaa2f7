"""A made-up spec without names that lead nowhere, which would make it unreadable."""

from collections.abc import Iterator
from typing import Any, Final

from tests.oracle.maker import Made

_OF_PARTNERS: Final = ("lead", "coordinator", "partners", "members", "joins_later", "effort")


def pruned(spec: Made) -> None:
    """Take every name out of a spec that none of its entries declares."""
    consortium = spec.get("consortium") or {}
    ids = {one["id"] for one in consortium.get("partners") or ()}
    targets = spec.get("target_countries") or ()
    names = {one.get("country") or one.get("region") for one in targets}
    _keep_declared(consortium, ("coordinator",), ids)
    for one in _mappings([spec.get("roadmap"), spec.get("agreement"), spec.get("strategy")]):
        _keep_declared(one, _OF_PARTNERS, ids)
        _keep_declared(one, ("targets",), names)


def _keep_declared(entry: Made, keys: tuple[str, ...], declared: set[Any]) -> None:
    for key in keys:
        match entry.get(key):
            case list(names):
                entry[key] = [one for one in names if one in declared]
            case dict(by_name):
                entry[key] = {one: value for one, value in by_name.items() if one in declared}
            case str(name) if name and name not in declared:
                del entry[key]


def _mappings(value: object) -> Iterator[Made]:
    """Yield every mapping in a value."""
    if isinstance(value, dict):
        yield value
    if isinstance(value, (dict, list)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _mappings(one)
