"""Calls and consortia for tests of conditions, and a second reading of what conditions say."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Final

import yaml

from escp_docs.finding import Answer, Outcome
from escp_docs.judging.verdict import judge
from escp_docs.model.call import Call
from escp_docs.read import spec as reading
from escp_docs.rules import BY_CODE
from tests.support.reading import read, source

SOURCE: Final = "unit: u, confidence: stated, source: {document: t, quote: q}"
HEAD: Final = f"""
id: mine
number: MINE
title: Mine
programme: {{value: P, {SOURCE}}}
agency: {{value: A, {SOURCE}}}
countries:
  member_states: {{value: [IT, FR, DE, ES], {SOURCE}}}
  sets:
    ukraine: {{one: u, many: us, as_at: 2024-01-01, countries: {{value: [UA], {SOURCE}}}}}
    neighbours:
      one: neighbour
      many: neighbours
      as_at: 2024-01-01
      countries: {{value: [TR, RS], {SOURCE}}}
      in_doubt: {{value: [GE], {SOURCE}}}
    wide: {{one: wide country, many: wide countries, union_of: [ukraine, neighbours]}}
    narrow: {{one: narrow country, many: narrow countries, union_of: [wide], without: [ukraine]}}
  participating: {{value: [member_states, wide], {SOURCE}}}
kinds:
  university: {{one: university, many: universities}}
  sme: {{one: SME, many: SMEs}}
"""


def call_with(
    *demands: str | Mapping[str, Any], strands: str = "S: {}", more: str = "", terms: str = ""
) -> Call:
    """Return a call with conditions `c1`, `c2` and so on, or other `terms`, in all strands."""
    conditions = [
        {
            "id": f"c{number}",
            "value": yaml.safe_load(one) if isinstance(one, str) else dict(one),
            "unit": "u",
            "confidence": "stated",
            "source": {"document": "t", "quote": "q"},
        }
        for number, one in enumerate(demands, 1)
    ]
    text = HEAD + (
        terms or yaml.safe_dump({"all_strands": {"conditions": conditions}}, sort_keys=False)
    )
    text += "\n" + textwrap.dedent(more) + f"\nstrands:\n  {strands}\n"
    return reading.call(source(text, "mine.yaml"))


def consortium(partners: Sequence[Mapping[str, Any]], **more: object) -> str:
    """Return a spec of the call `mine` with partners A, B, C and so on."""
    named = [{"id": chr(ord("A") + index), **one} for index, one in enumerate(partners)]
    spec = {
        "call": "mine",
        "strand": "S",
        "project": {"acronym": "X"},
        "consortium": {"partners": named, **more},
    }
    return yaml.safe_dump(spec, sort_keys=False)


def outcomes(call: Call, text: str, code: str = "CON013") -> list[Outcome]:
    """Return what a rule says of a spec of a call."""
    found = read(text, calls={call.id: call})
    return [one.outcome for one in judge(found.spec, found.call, [BY_CODE[code]]).judged]


def answer(call: Call, text: str) -> Answer:
    """Return the answer on the one condition of a call."""
    (only,) = outcomes(call, text)
    return only.answer


# --- a second reading, by trying each way in which open facts can turn out -------------------

UNIVERSE: Final = ("IT", "FR", "DE", "ES", "TR", "RS", "UA", "US", "CN", "JP")
SETS: Final[Mapping[str, frozenset[str]]] = {
    "member_states": frozenset({"IT", "FR", "DE", "ES"}),
    "ukraine": frozenset({"UA"}),
    "neighbours": frozenset({"TR", "RS"}),
    "wide": frozenset({"UA", "TR", "RS"}),
    "narrow": frozenset({"TR", "RS"}),
}
OPEN: Final[Mapping[str, tuple[object, ...]]] = {
    "country": UNIVERSE,
    "call_kinds": ((), ("university",), ("sme",), ("university", "sme")),
    "size": ("small", "large"),
}


def by_trying(demand: Mapping[str, Any], partners: Sequence[Mapping[str, Any]]) -> Answer:
    """Return whether a demand is met in each way in which open facts can turn out."""
    found = {_holds(demand, world) for world in _worlds(partners)}
    if len(found) > 1:
        return Answer.UNDECIDED
    return Answer.MET if found == {True} else Answer.NOT_MET


def _worlds(partners: Sequence[Mapping[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    ways = [
        [
            dict(zip(OPEN, values, strict=True))
            for values in product(*((one[key],) if key in one else OPEN[key] for key in OPEN))
        ]
        for one in partners
    ]
    for world in product(*ways):
        yield list(world)


def _holds(demand: Mapping[str, Any], world: Sequence[Mapping[str, Any]]) -> bool:
    parts = [_holds(one, world) for one in demand.get("all_of", ())]
    either = [_holds(one, world) for one in demand.get("any_of", ())]
    if either:
        parts.append(any(either))
    if {"at_least", "at_most", "exactly"} & demand.keys():
        number = _number(demand, world)
        least = demand.get("exactly", demand.get("at_least", 0))
        most = demand.get("exactly", demand.get("at_most", number))
        parts.append(least <= number <= most)
    return all(parts)


def _number(demand: Mapping[str, Any], world: Sequence[Mapping[str, Any]]) -> int:
    fitting = [
        one
        for one in world
        if (not demand.get("in") or any(one["country"] in SETS[name] for name in demand["in"]))
        and not any(one["country"] in SETS[name] for name in demand.get("outside", ()))
        and (not demand.get("kinds") or {*demand["kinds"]} & {*one["call_kinds"]})
        and (not demand.get("sizes") or one["size"] in demand["sizes"])
    ]
    if demand.get("count") == "countries":
        return len({one["country"] for one in fitting})
    return len(fitting)
