"""Whom to ask for a fact that a spec does not state."""

from escp_docs.model.schema import split
from escp_docs.model.spec import Spec

COORDINATOR = "coordinator"
_PAYING = ("costs", "incomes", "own_contributions", "lump_sums")


def owner(spec: Spec, path: str) -> str:
    """Return the id of the partner who can answer for `path`, or "coordinator".

    Source:
        A partner answers for its own entry, its own work and its own money; the lead of a target,
        work package or indicator for what it leads; the coordinator for the rest.
    """
    return answering(spec, path) or spec.consortium.coordinator or COORDINATOR


def answering(spec: Spec, path: str) -> str | None:
    """Return the partner whose entry, work or money a path belongs to; None if it is nobody's."""
    match split(path):
        case ("consortium", "partners", int(index), *_) if index < len(spec.partners):
            return spec.partners[index].id
        case ("roadmap", "work_packages", int(), "effort", str(partner)) if spec.partner(partner):
            return partner
        case ("target_countries", int(index), *_) if index < len(spec.target_countries or ()):
            return (spec.target_countries or ())[index].lead
        case ("roadmap", "work_packages", int(index), *_) if index < len(
            spec.roadmap.work_packages or ()
        ):
            return (spec.roadmap.work_packages or ())[index].lead
        case ("indicators", int(index), *_) if index < len(spec.indicators or ()):
            return (spec.indicators or ())[index].lead
        case (
            "budget",
            "person_month_eur" | "requested_grant_eur" | "rates_by_partner",
            str(partner),
        ) if spec.partner(partner):
            return partner
        case ("agreement", "background", str(partner)) if spec.partner(partner):
            return partner
        case ("budget", str(name), int(index), *_) if name in _PAYING:
            entries = getattr(spec.budget, name) or ()
            return entries[index].partner if index < len(entries) else None
        case _:
            return None
