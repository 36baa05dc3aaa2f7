"""TGT008 no-international-partner: a target has nobody there to cooperate with.

What it checks
    The list of `international_partners` of each target has an entry.

Why
    Cooperation activities are to be built with international partners; a target in which none is
    known yet is hard to believe in.

Met
    target_countries: [{country: CA, international_partners: [{name: Halifax Ocean Cluster}]}]

Not met
    target_countries: [{country: CA, international_partners: []}]

Undecided
    target_countries: [{country: CA}]

Source
    international_partners
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked, no_target, or_met

TARGETS = "target_countries"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per target at fault or in question, else one for all."""
    if case.spec.target_countries is None:
        yield no_target(case)
        return
    yield from or_met(_found(case), case.met("all targets have international partners", TARGETS))


def _found(case: Case[bool]) -> Iterator[Outcome]:
    for index, target in enumerate(case.spec.target_countries or ()):
        path = f"{TARGETS}[{index}].international_partners"
        if target.international_partners is None:
            yield case.undecided(
                f"who cooperates in {target.shown} is not stated",
                f"Which organisations in {target.shown} cooperate with the partnership?",
                path,
            )
        elif not target.international_partners:
            yield case.not_met(
                f"{target.shown} has no international partner", path, "name one, or drop the target"
            )


RULE = Rule(
    "TGT008", "no-international-partner", lambda terms: asked(terms.international_partners), check
)
