"""RMP001 no-preparatory-action: no work package and no task is preparatory.

What it checks
    A work package or a task is of the kind `preparatory`. A task without `kind` is of the kind of
    its work package.

Why
    Projects of this strand comprise preparatory and implementation-related actions, not one of the
    two.

Met
    strand: A
    roadmap: {work_packages: [{id: WP1, kind: preparatory}]}

Not met
    strand: A
    roadmap: {work_packages: [{id: WP1, kind: implementation, tasks: []}]}

Undecided
    strand: A
    roadmap: {work_packages: [{id: WP1, tasks: []}]}

Source
    preparatory_actions
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked
from escp_docs.rules.facts.work_kinds import any_of


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the work packages."""
    yield from any_of(case, "preparatory")


RULE = Rule(
    "RMP001", "no-preparatory-action", lambda terms: asked(terms.preparatory_actions), check
)
