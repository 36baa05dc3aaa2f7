"""TGT004 no-cooperation-activity: too few targets are served by tasks of implementation.

What it checks
    The targets are counted that tasks of implementation work name in `targets`. The kind of a task
    is its own, else that of its work package. A target that TGT002 refuses does not count.

Why
    Cooperation activities with international partners are asked for in so many third countries or
    world regions; a target that no task serves is a name on a list.

Met
    strand: A
    target_countries: [{country: CA}, {country: JP}]
    roadmap:
      work_packages:
        - {id: WP1, kind: implementation, tasks: [{id: T1, targets: [CA, JP]}]}

Not met
    strand: A
    target_countries: [{country: CA}, {country: JP}]
    roadmap:
      work_packages:
        - {id: WP1, kind: preparatory, tasks: [{id: T1, targets: [CA, JP]}]}

Undecided
    strand: A
    target_countries: [{country: CA}, {country: JP}]

Source
    least_targets_with_activities
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count, listed
from escp_docs.model.call import Call
from escp_docs.model.country import canonical
from escp_docs.model.spec import Spec
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.third_countries import accepted, name_of
from escp_docs.rules.facts.work_kinds import work_of

TARGETS, WORK = "target_countries", "roadmap.work_packages"
IMPLEMENTATION = "implementation"


@dataclass(slots=True)
class _Served:
    """The targets that tasks of implementation serve for certain, those that they may, and why."""

    known: set[str] = field(default_factory=set)
    possible: set[str] = field(default_factory=set)
    open_path: str | None = None

    def may(self, names: set[str], path: str) -> None:
        """Note that these targets may be served; what is stated at `path` will tell."""
        self.possible |= names
        self.open_path = self.open_path or path


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield one answer, at the work packages, or at the targets if these are too few."""
    least = case.fact.value
    names = _names(case.call, case.spec)
    served = _served(case.spec, names)
    said = (
        f"{count(len(served.known), 'target', 'targets')} ({listed(sorted(served.known))}) served "
        f"by tasks of implementation; the call asks for {least} or more"
    )
    if len(served.known) >= least:
        yield case.met(said, WORK)
    elif served.open_path and (names is None or len(served.known | served.possible) >= least):
        yield case.undecided(
            said, "Which tasks of implementation serve which targets?", served.open_path, WORK
        )
    else:
        few = names is not None and len(set(names.values())) < least
        yield case.not_met(
            said,
            TARGETS if few else WORK,
            "name the targets in the tasks that build cooperation with partners there",
        )


def _names(call: Call, spec: Spec) -> dict[str, str] | None:
    """Return the targets that count: what tasks call them, and the name that tells them apart."""
    if spec.target_countries is None:
        return None
    counted = accepted(call, spec.target_countries)
    return {
        target.name: counted[name].name
        for target in spec.target_countries
        if (name := name_of(call, target)) in counted
    }


def _served(spec: Spec, names: dict[str, str] | None) -> _Served:
    known = names or {}
    served = _Served()
    for kind, targets, path in work_of(spec):
        named = known.keys() if targets is None else {canonical(name) for name in targets}
        counted = {known[name] for name in named if name in known}
        if kind == IMPLEMENTATION and targets is not None:
            served.known |= counted
        elif kind in (IMPLEMENTATION, None) and (targets is None or counted):
            served.may(counted, path)
    return served


RULE = Rule(
    "TGT004", "no-cooperation-activity", lambda terms: terms.least_targets_with_activities, check
)
