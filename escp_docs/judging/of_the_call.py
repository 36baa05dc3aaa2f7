"""Which facts of a spec a call has no use for, so that nobody is asked for them."""

from escp_docs.model.call import Call, Terms
from escp_docs.model.spec import Spec

_CLUSTERS = "cluster_organisation"
_LIMITS = ("per_strand", "per_phase", "per_call")


def matters(spec: Spec, call: Call, steps: tuple[str | int, ...]) -> bool:
    """Whether a fact that is not stated matters under a call, by the steps to its key.

    What most calls ask for always matters; what only some speak of (a platform, targets abroad,
    members of clusters, other applications, outputs by name, a sector of defence, strands) matters
    where a strand of the call asks for it, or where the spec speaks of it itself.
    """
    match steps:
        case ("strand",):
            return len(call.strands) > 1
        case ("project", "defence_and_security"):
            return _asks(call, "defence_and_security", "defence_words")
        case ("target_countries",):
            return _asks(call, "least_targets", "third_countries_only")
        case ("strategy", "common_goals", int(), "targets"):
            return bool(spec.target_countries) or _asks(
                call, "least_targets", "third_countries_only"
            )
        case ("consortium", "partners", int(), "eccp", *_):
            return _asks(call, "eccp_status")
        case ("consortium", "partners", int(), "members", *_):
            return any(_CLUSTERS in _kinds(one) for one in _terms(call))
        case ("consortium", "partners", int(), "other_applications"):
            return _asks(call, *(f"most_consortia_{one}" for one in _LIMITS))
        case ("roadmap", "work_packages", int(), "deliverables", int(), "output"):
            return _asks(call, "required_outputs")
        case ("agreement", "memoranda_signed_by"):
            return bool(spec.target_countries) or _asks(
                call, "least_targets", "third_countries_only"
            )
        case _:
            return True


def _asks(call: Call, *names: str) -> bool:
    """Whether a strand states one of several facts."""
    return any(getattr(one, name) is not None for one in _terms(call) for name in names)


def _terms(call: Call) -> list[Terms]:
    return [call.terms(strand) for strand in call.strands]


def _kinds(terms: Terms) -> tuple[str, ...]:
    return terms.eligible_kinds.value if terms.eligible_kinds else ()
