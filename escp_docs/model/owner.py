"""Whom to ask for a fact that a spec does not state."""

from escp_docs.model.shape import split
from escp_docs.model.spec import Spec

COORDINATOR = "coordinator"


def owner(spec: Spec, path: str) -> str:
    """Return the id of the partner who can answer for `path`, or "coordinator".

    Source:
        A partner answers for its own entry; the lead of a target or work package for what it
        leads; the coordinator for the rest.
    """
    match split(path):
        case ("consortium", "partners", int(index), *_) if index < len(spec.partners):
            return spec.partners[index].id
        case ("target_countries", int(index), *_) if index < len(spec.target_countries or ()):
            return (spec.target_countries or ())[index].lead or _coordinator(spec)
        case ("roadmap", "work_packages", int(index), *_) if index < len(
            spec.roadmap.work_packages or ()
        ):
            return (spec.roadmap.work_packages or ())[index].lead or _coordinator(spec)
        case ("budget", "person_month_eur", str(partner)) if spec.partner(partner):
            return partner
        case _:
            return _coordinator(spec)


def _coordinator(spec: Spec) -> str:
    return spec.consortium.coordinator or COORDINATOR
