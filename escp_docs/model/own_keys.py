"""What a partner answers for, so that a file from it may say so."""

from typing import Any, Final

from escp_docs.model.schema import split
from escp_docs.model.spec import Spec

_OTHERS: Final = frozenset({"id", "lead", "partner", "coordinator"})  # they bind somebody else, too
_MONEY: Final = ("costs", "incomes", "own_contributions")
_BY_ID: Final = ("person_month_eur", "requested_grant_eur")


def is_own(spec: Spec, path: str, partner: str) -> bool:
    """Whether what stands at a path is for a partner to say.

    Its own are its entry, effort, rates, cost lines, incomes and contributions, its background, and
    the work packages, tasks, deliverables, milestones, targets, indicators and steps that it leads
    with their prose, and the risks whose work packages it all leads. The coordinator may say all.
    """
    if not partner:
        return False
    if partner == spec.consortium.coordinator:
        return True
    steps = split(path)
    return steps[-1] not in _OTHERS and _answers(spec, steps) == partner


def _answers(  # noqa: C901, PLR0911, PLR0912  # a case for each place
    spec: Spec, steps: tuple[str | int, ...]
) -> str | None:
    match steps:
        case ("consortium", "partners", int(index), _, *_):
            return _of(spec.partners, index, "id")
        case ("target_countries", int(index), "international_partners", int(inner), _, *_):
            target = _entry(spec.target_countries, index)
            return _of(getattr(target, "international_partners", None), inner, "lead") or _of(
                spec.target_countries, index, "lead"
            )
        case ("target_countries", int(index), _, *_):
            return _of(spec.target_countries, index, "lead")
        case ("roadmap", "work_packages", int(), "effort", str(partner)):
            return partner
        case ("roadmap", "work_packages", int(index), str(name), int(inner), _, *_):
            package = _entry(spec.roadmap.work_packages, index)
            own = _of(getattr(package, name, None), inner, "lead")
            return own or getattr(package, "lead", None)
        case ("roadmap", "work_packages", int(index), _, *_):
            return _of(spec.roadmap.work_packages, index, "lead")
        case ("roadmap", "long_term", "steps", int(index), _, *_):
            return _of(spec.roadmap.long_term.steps, index, "lead")
        case ("indicators", int(index), _, *_):
            return _of(spec.indicators, index, "lead")
        case ("risks", int(index), _, *_):
            return _of_risk(spec, index)
        case ("budget", str(name), int(index), _, *_) if name in _MONEY:
            return _of(getattr(spec.budget, name), index, "partner")
        case ("budget", str(name), str(partner)) if name in _BY_ID:
            return partner
        case ("agreement", "background", str(partner)):
            return partner
        case _:
            return None


def _of_risk(spec: Spec, index: int) -> str | None:
    risk = _entry(spec.risks, index)
    named = set(getattr(risk, "work_packages", None) or ())
    leads = {one.lead for one in spec.roadmap.work_packages or () if one.id in named}
    return leads.pop() if named and len(leads) == 1 else None


def _of(entries: Any, index: int, name: str) -> str | None:  # noqa: ANN401  # entries of any list
    return getattr(_entry(entries, index), name, None)


def _entry(entries: Any, index: int) -> object:  # noqa: ANN401
    return entries[index] if entries and index < len(entries) else None
