"""RMP002 no-implementation-action: no work package and no task is implementation.

What it checks
    A work package or a task is of the kind `implementation`. A task without `kind` is of the kind
    of its work package.

Why
    Both strands support the first implementation and testing: Strand A of the joint strategy,
    Strand B of the partnerships.

Met
    roadmap: {work_packages: [{id: WP1, kind: implementation}]}

Not met
    roadmap: {work_packages: [{id: WP1, kind: preparatory, tasks: []}]}

Undecided
    roadmap: {work_packages: [{id: WP1, kind: preparatory}]}

Source
    implementation_actions
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked
from escp_docs.rules.facts.work_kinds import any_of


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the work packages."""
    yield from any_of(case, "implementation")


RULE = Rule(
    "RMP002", "no-implementation-action", lambda terms: asked(terms.implementation_actions), check
)
