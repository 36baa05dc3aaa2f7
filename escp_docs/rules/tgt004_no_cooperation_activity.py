"""TGT004 no-cooperation-activity: too few targets are served by tasks of implementation.

What it checks
    The targets are counted that tasks of implementation work name in `targets`. The kind of a task
    is its own, else that of its work package. A target that TGT002 refuses does not count; one that
    it leaves open may, and so may one that is not chosen yet and that no task can name.

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

Lists
    member_states, cosme_countries, territories, regions_inside, regions_partly_inside
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count, listed
from escp_docs.model.country import canonical
from escp_docs.model.spec import Spec
from escp_docs.model.target import Target
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.third_countries import TARGETS, Counted, chosen, counted
from escp_docs.rules.facts.work_kinds import work_of

WORK = "roadmap.work_packages"
IMPLEMENTATION = "implementation"
_UNCHOSEN = ""  # what a target is called that is not chosen yet: no task can name it


class _Served(Struct, frozen=True):
    """What tasks of implementation call the targets that they serve, and those that they may.

    What is stated at `open_path` will tell; None if no task leaves anything open.
    """

    known: frozenset[str]
    possible: frozenset[str]
    open_path: str | None

    @property
    def may_be_any(self) -> bool:
        """Whether there is, or may be, a task that may serve targets that nobody has named."""
        return bool(self.open_path or self.possible)


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield one answer, at the work packages, or at the targets if these are too few."""
    least, targets = case.fact.value, chosen(case.spec)
    found = counted(case.call, case.spec.target_countries or ())
    served = _served(case.spec, found)
    sure = _named(found.sure, served.known)
    most = len(_named(found.possible, served.known | served.possible))
    named = f" ({listed(sorted(sure))})" if sure else ""
    said = (
        f"{count(len(sure), 'target', 'targets')}{named} served by tasks of implementation; the "
        f"call asks for {least} or more"
    )
    if len(sure) >= least:
        yield case.met(said, WORK)
    elif most >= least or (targets is None and served.may_be_any):
        yield case.undecided(
            said,
            "Which tasks of implementation serve which targets?",
            served.open_path or found.open_path,
            WORK,
        )
    else:
        few = targets is not None and len(found.possible) < least
        yield case.not_met(
            said,
            TARGETS if few else WORK,
            "name the targets in the tasks that build cooperation with partners there",
        )


def _served(spec: Spec, found: Counted) -> _Served:
    names = {target.name for entries in found.possible for target in entries}
    known: set[str] = set()
    possible: set[str] = set()
    open_paths = []
    for kind, targets, path in work_of(spec):
        if kind not in (IMPLEMENTATION, None):
            continue
        possible |= names & {_UNCHOSEN}
        named = names if targets is None else names & {canonical(name) for name in targets}
        if kind == IMPLEMENTATION and targets is not None:
            known |= named
        elif targets is None or named:
            possible |= named
            open_paths.append(path)
    return _Served(frozenset(known), frozenset(possible), next(iter(open_paths), None))


def _named(targets: Sequence[Sequence[Target]], names: frozenset[str]) -> set[str]:
    """Return the first name of each of the different targets that bear one of some names."""
    return {
        entries[0].listed_name
        for entries in targets
        if any(target.name in names for target in entries)
    }


RULE = Rule(
    "TGT004", "no-cooperation-activity", lambda terms: terms.least_targets_with_activities, check
)
