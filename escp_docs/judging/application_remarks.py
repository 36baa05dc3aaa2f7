"""Remarks on what keeps a spec from being judged: no number in its call, versions of itself."""

from collections.abc import Iterator, Sequence
from typing import Final

from escp_docs.finding import Answer, Remark
from escp_docs.language.rule_words import and_listed
from escp_docs.model.spec import Spec
from escp_docs.read.places import Places
from escp_docs.rule import COUNT, Verdict
from escp_docs.rules.facts.memberships import PARTNERS, name_of

_NAMED: Final = 2  # specs that a remark names


def own_application(spec: Spec, places: Places) -> Iterator[Remark]:
    """Yield a remark for each entry of `other_applications` that names this very application."""
    own = name_of(spec.project.acronym)
    for index, partner in enumerate(spec.partners):
        for number, other in enumerate(partner.other_applications or ()):
            if other.strand in (spec.strand, None) and name_of(other.acronym or "") == own:
                path = f"{PARTNERS}[{index}].other_applications[{number}]"
                place = places.of(path)
                yield Remark(
                    place,
                    f"{other.acronym} is this very application, and no other one of {partner.id}",
                    "leave it out",
                    places.excerpt(place),
                    path,
                )


def uncounted(verdict: Verdict, places: Places) -> Iterator[Remark]:
    """Yield a remark if nobody can be eligible, since the call file states no least number."""
    for one in verdict.judged:
        if one.rule.code == COUNT and one.outcome.answer is Answer.NOT_APPLICABLE:
            place = places.of("call")
            yield Remark(
                place,
                "the file of this call does not say how many legal entities it asks for at least, "
                "so no consortium can be called eligible",
                "state `least_legal_entities` with its source in the call file",
                places.excerpt(place),
                "call",
            )


def of_versions(specs: Sequence[tuple[str, Spec, Places]]) -> tuple[tuple[Remark, ...], ...]:
    """Return for each spec of one call a remark if others are versions of its application.

    Args:
        specs: The name of each spec, what it states, and where.
    """
    groups: dict[tuple[str, str | None], list[str]] = {}
    for name, spec, _ in specs:
        groups.setdefault((name_of(spec.project.acronym), spec.strand), []).append(name)
    return tuple(
        tuple(
            Remark(
                places.of("project.acronym"),
                f"{and_listed(others[:_NAMED])} {'has' if len(others) == 1 else 'have'} the "
                "acronym and the strand of this one too: versions of one application are not "
                "judged against each other",
                "check one version at a time",
                path="project.acronym",
            )
            for others in [_others(groups[name_of(spec.project.acronym), spec.strand], name)]
            if others
        )
        for name, spec, places in specs
    )


def _others(names: Sequence[str], name: str) -> list[str]:
    """Return names without one; a spec that is given twice is a version of itself."""
    rest = list(names)
    rest.remove(name)
    return rest
