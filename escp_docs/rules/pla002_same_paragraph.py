"""PLA002 same-paragraph: a text has the words of another application.

What it checks
    Of several applications to one call that are checked together, at most 100, no two of different
    acronyms share 40 words in a row in their prose. Case, accents and punctuation do not matter.
    The entries of partners that are one legal entity may be alike.

Why
    A paragraph that was copied from another client speaks of another consortium, and evaluators who
    read both see it.

Met
    project: {acronym: ONE}
    strategy: {vision: Oceans that heal}
    ---
    project: {acronym: TWO}
    strategy: {vision: Oceans that heal}

Not met
    project: {acronym: ONE}
    strategy: {vision: <50 words>}
    ---
    project: {acronym: TWO}
    strategy: {mission: <50 words>}

Source
    This spec.

Choice
    40 words, some three lines, are more than a name, a quotation of the call or a common phrase.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from escp_docs.finding import Outcome
from escp_docs.model.schema import prose, split
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.memberships import name_of
from escp_docs.rules.facts.of_the_spec import advice
from escp_docs.rules.facts.shared_entities import members
from escp_docs.rules.facts.shared_runs import RUN, Owned, shared_runs

MOST_SPECS: Final = 100
"""How many applications are compared at the most."""

_SHOWN: Final = 8  # words of a run that a message repeats
FACT = advice("each application has words of its own", "Two applications do not share paragraphs")


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield that there is nothing to compare."""
    few = f"up to {MOST_SPECS} that are checked together"
    yield case.not_applicable(f"the paragraphs of applications are compared, of {few}")


def together(cases: Sequence[Case[bool]]) -> Iterator[tuple[int, Outcome]]:
    """Yield one answer per text that another application has too, else one for all."""
    if len(cases) > MOST_SPECS:
        for index, case in enumerate(cases):
            yield from ((index, one) for one in check(case))
        return
    found: dict[int, list[Outcome]] = {}
    for one in shared_runs(_owned(cases)):
        case, there = cases[one.one.spec], cases[one.other.spec].spec
        words = " ".join(one.run.split()[:_SHOWN])
        found.setdefault(one.one.spec, []).append(
            case.not_met(
                f"{RUN} words from {words!r} on stand in {there.project.acronym} too",
                one.one.path,
                "write it anew for this consortium",
                elsewhere=((one.other.spec, one.other.path),),
            )
        )
    for index, case in enumerate(cases):
        met = case.met("no other application has the same paragraphs", "")
        yield from ((index, one) for one in found.get(index, [met]))


def _owned(cases: Sequence[Case[bool]]) -> list[Owned]:
    specs = [case.spec for case in cases]
    entities = members(specs, cases[0].call.countries.state_of) if cases else ()
    return [
        Owned(index, path, text, name_of(spec.project.acronym), _entity(path, entities[index]))
        for index, spec in enumerate(specs)
        for path, text in prose(spec)
    ]


def _entity(path: str, entities: Sequence[int]) -> int | None:
    """Return the entity whose entry a path leads into, None if it leads elsewhere."""
    match split(path):
        case ("consortium", "partners", int(position), *_):
            return entities[position]
        case _:
            return None


RULE = Rule("PLA002", "same-paragraph", lambda _: FACT, check, together, of_the_spec=(FACT,))
