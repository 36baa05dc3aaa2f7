"""The first spec of a newcomer: a screenful of keys to fill in, each with its question."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from escp_docs.language.english.keys import ENGLISH_KEYS
from escp_docs.language.keys.part_words import question_for
from escp_docs.model.country import CODES
from escp_docs.model.key_forms import holds
from escp_docs.model.schema import at
from escp_docs.model.spec import Spec
from escp_docs.read.key_lines import OPEN_TARGET, key_lines

HEAD: Final = (
    "# What is not known yet stays empty behind its colon: it is asked for, never guessed.",
    "# A list that is written is complete; [] says none. What stands behind a # is a question to",
    "# you. `escp-docs check` says what to state next, `escp-docs explain KEY` what a key is.",
)
_LEAST: Final = 3
"""Partners that stand there if fewer are named: more than one, so that the list begs for more."""
_ENOUGH: Final = 2
"""Targets after which the list is taken as complete."""


class FirstFacts(Struct, frozen=True):
    """What a new spec states.

    Args:
        call: The id of the call.
        strands: The strands that there are.
        strand: One of them; None to ask for it.
        acronym: Of the project.
        partners: The country of each partner by its id, the coordinator first.
        targets: Codes of target countries and names of regions.
        has_platform: Whether the call asks on which platform partners are registered.
    """

    call: str
    strands: Sequence[str]
    strand: str | None
    acronym: str
    partners: Mapping[str, str]
    targets: Sequence[str]
    has_platform: bool = True


def first_spec(facts: FirstFacts) -> Iterator[str]:
    """Yield the lines from `call` to the last target: 25 at most with ten partners, two targets."""
    yield f"call: {facts.call}"
    yield f"strand: {facts.strand}" if facts.strand else _asked("strand", " | ".join(facts.strands))
    yield "project:"
    yield f"  acronym: {quoted(facts.acronym)}"
    yield f"  {_asked('project.duration_months')}"
    yield "consortium:"
    known = _with_open(facts.partners)
    yield f"  coordinator: {known[0][0]}"
    yield f"  partners:  # {_question('consortium.partners')}"
    first, *others = known
    yield from _partner(*first, has_platform=facts.has_platform)
    for name, country in others:
        of = f" {country}" if country else " "
        empty = f"kind: , own_legal_entity: {', eccp: {status: }' if facts.has_platform else ''}"
        yield f"    - {{id: {name}, country:{of}, {empty}}}"
    yield _asked("target_countries")
    yield from (f"  - {target(one)}" for one in facts.targets)
    if 0 < len(facts.targets) < _ENOUGH:
        yield f"  {OPEN_TARGET}"


def target(name: str) -> str:
    """Return the key of a target with its value: a country by its code, else a region."""
    return f"country: {name}" if name in CODES else f"region: {quoted(name)}"


def quoted(text: str) -> str:
    """Return a text as YAML holds it, whatever it looks like."""
    # A JSON string is a YAML string.
    return json.dumps(text, ensure_ascii=False)


def _with_open(partners: Mapping[str, str]) -> list[tuple[str, str]]:
    known = [(quoted(one) if one.casefold() == "null" else one, partners[one]) for one in partners]
    taken = {one.casefold() for one in partners}
    free = (f"P{number}" for number in range(len(known) + 1, 9))
    more = [(name, "") for name in free if name.casefold() not in taken]
    return [*known, *more[: max(0, _LEAST - len(known))]]


def _partner(name: str, country: str, *, has_platform: bool) -> Iterator[str]:
    part = "consortium.partners[0]"
    yield f"    - id: {name}"
    yield f"      country: {country}" if country else f"      {_asked(f'{part}.country')}"
    yield f"      {_asked(f'{part}.kind')}"
    yield f"      {_asked(f'{part}.own_legal_entity')}"
    if not has_platform:
        return
    status = f"{part}.eccp.status"
    key = at(Spec, status)
    assert key is not None
    yield f"      eccp: {{status: }}  # {_question(status)} ({holds(key.shape)})"


def _asked(path: str, choices: str = "") -> str:
    key = at(Spec, path)
    assert key is not None
    return key_lines(key.name, _question(path), key, choices)[0]


def _question(path: str) -> str:
    key = at(Spec, path)
    assert key is not None
    return question_for(ENGLISH_KEYS, key.part, key.name)
