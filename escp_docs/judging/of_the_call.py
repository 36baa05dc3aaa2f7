"""Which facts of a spec a call has no use for, so that nobody is asked for them."""

from collections.abc import Mapping
from typing import Final

from escp_docs.model.call import Call, Terms
from escp_docs.model.spec import Spec

_PARTNER: Final = ("consortium", "partners")
_ABROAD: Final = ("least_targets", "third_countries_only")
_ASKED_BY: Final[Mapping[tuple[str, ...], tuple[str, ...]]] = {
    ("project", "defence_and_security"): ("defence_and_security", "defence_words"),
    ("target_countries",): _ABROAD,
    ("strategy", "common_goals", "targets"): _ABROAD,
    ("agreement", "memoranda_signed_by"): _ABROAD,
    (*_PARTNER, "eccp"): ("eccp_status",),
    (*_PARTNER, "kind"): ("eligible_kinds",),
    (*_PARTNER, "other_applications"): (
        "most_consortia_per_strand",
        "most_consortia_per_phase",
        "most_consortia_per_call",
    ),
    ("roadmap", "work_packages", "deliverables", "output"): ("required_outputs",),
    **{
        (*_PARTNER, name): ("conditions",)
        for name in ("call_kinds", "size", "region", "region_class", "funded", "controlled_by")
    },
}
"""Keys, without positions, and the terms by which a call asks for them."""


def matters(spec: Spec, call: Call, steps: tuple[str | int, ...]) -> bool:
    """Whether a fact that is not stated matters under a call, by the steps to its key.

    What most calls ask for always matters; what only some speak of (a platform, targets abroad,
    members of clusters, other applications, outputs by name, a sector of defence, strands) matters
    where a strand of the call asks for it, or where the spec speaks of it itself.
    """
    names = tuple(one for one in steps if isinstance(one, str))
    if names == ("strand",):
        return len(call.strands) > 1
    if names[:3] == (*_PARTNER, "members"):
        return any("cluster_organisation" in _kinds(one) for one in _terms(call))
    asked_by = next((_ASKED_BY[names[:n]] for n in range(1, 5) if names[:n] in _ASKED_BY), None)
    if asked_by is None or (asked_by is _ABROAD and spec.target_countries):
        return True
    return any(getattr(one, name) for one in _terms(call) for name in asked_by)


def _terms(call: Call) -> list[Terms]:
    return [call.terms(strand) for strand in call.strands]


def _kinds(terms: Terms) -> tuple[str, ...]:
    return terms.eligible_kinds.value if terms.eligible_kinds else ()
