"""The names that a call file declares, and those that it uses: sets, kinds, strands, conditions."""

from typing import Final

from escp_docs.model.call import Call
from escp_docs.model.call.conditions import KIND
from escp_docs.model.call.country_sets import COSME_COUNTRIES, MEMBER_STATES, SET
from escp_docs.model.call.phases import STRAND
from escp_docs.model.consortium import KINDS
from escp_docs.read import references
from escp_docs.read.plain_values import Raw, RawSpec

_COUNTRIES: Final = "countries"
_SETS: Final = "sets"


def check(raw: RawSpec) -> None:
    """Add a fault to `raw` for each name that nothing declares, and each set made of itself."""
    countries = _mapping(raw.value.get(_COUNTRIES))
    own = _mapping(countries.get(_SETS))
    of_old = [name for name in (MEMBER_STATES, COSME_COUNTRIES) if name in countries]
    given = {
        SET: [*of_old, *own],
        KIND: [*KINDS, *_mapping(raw.value.get("kinds"))],
        STRAND: list(_mapping(raw.value.get("strands"))),
    }
    references.check(raw, Call, given)
    for name in own:
        _taken(raw, name)
        if name in _parts(own, name):
            raw.fault(
                (_COUNTRIES, _SETS, name),
                f"the set {name!r} is made of itself",
                "take it out of `union_of` and `without`, there and in the sets it is made of",
                at_key=True,
            )


def _taken(raw: RawSpec, name: str) -> None:
    if name in {MEMBER_STATES, COSME_COUNTRIES}:
        raw.fault(
            (_COUNTRIES, _SETS, name),
            f"{name!r} is a set of its own beside `sets`",
            f"write it as `{name}: ...` below `countries`, or give this set another name",
            at_key=True,
        )


def _parts(own: dict[str, Raw], name: str) -> set[str]:
    """Return the names of all sets that a set is made of, directly or not."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        one = _mapping(own.get(waiting.pop()))
        for key in ("union_of", "without"):
            parts = one.get(key)
            for part in parts if isinstance(parts, list) else ():
                if isinstance(part, str) and part not in found:
                    found.add(part)
                    waiting.append(part)
    return found


def _mapping(value: Raw) -> dict[str, Raw]:
    return value if isinstance(value, dict) else {}
