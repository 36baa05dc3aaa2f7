"""In how many applications to a call one entity may take part: by strand, phase, call and role."""

from collections.abc import Iterator, Sequence

from escp_docs.finding import Outcome
from escp_docs.model.call import Terms
from escp_docs.model.fact import Fact
from escp_docs.model.spec import Spec
from escp_docs.rule import Case
from escp_docs.rules.facts.memberships import name_of
from escp_docs.rules.facts.shared_entities import members

COORDINATOR = "consortium.coordinator"
_NAMED = 3  # places of other specs that a finding names


def most_applications(terms: Terms) -> Fact[int] | None:
    """Return the first limit that a call states; None if it states none."""
    return (
        terms.most_consortia_per_strand
        or terms.most_consortia_per_phase
        or terms.most_consortia_per_call
        or terms.most_coordinated_per_call
    )


def limits(case: Case[int], strand: str) -> Iterator[tuple[Fact[int], tuple[str, ...]]]:
    """Yield each limit with the strands that count together, of which `strand` is one."""
    terms, call = case.terms, case.call
    if terms.most_consortia_per_strand is not None:
        yield terms.most_consortia_per_strand, (strand,)
    if terms.most_consortia_per_phase is not None:
        phase = next((some for some in call.phases.values() if strand in some), (strand,))
        yield terms.most_consortia_per_phase, phase
    if terms.most_consortia_per_call is not None:
        yield terms.most_consortia_per_call, tuple(call.strands)


def coordinated(cases: Sequence[Case[int]], index: int) -> Iterator[Outcome]:
    """Yield a fault if the coordinator of an application coordinates too many of those given."""
    case = cases[index]
    limit = case.terms.most_coordinated_per_call
    if limit is None:
        return
    specs = [one.spec for one in cases]
    by_spec = _coordinators(specs, members(specs, case.call.countries.state_of))
    own = by_spec.get(index)
    others = {
        name_of(specs[one].project.acronym): one
        for one, entity in by_spec.items()
        if own is not None and entity == own
    }
    others.pop(name_of(case.spec.project.acronym), None)
    if 1 + len(others) > limit.value:
        names = ", ".join(specs[one].project.acronym for one in [*others.values()][:_NAMED])
        yield case.against(limit).not_met(
            f"{case.spec.consortium.coordinator} also coordinates {names}",
            COORDINATOR,
            "have another partner coordinate one of them",
            elsewhere=tuple((one, COORDINATOR) for one in [*others.values()][:_NAMED]),
        )


def _coordinators(specs: Sequence[Spec], entities: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return the entity that coordinates each spec, by the position of the spec."""
    return {
        index: entities[index][position]
        for index, spec in enumerate(specs)
        for position, partner in enumerate(spec.partners)
        if partner.id == spec.consortium.coordinator
    }
