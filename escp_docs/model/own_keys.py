"""What a partner answers for, so that a file from it may say so."""

from collections.abc import Mapping
from typing import Any, Final

from escp_docs.model.responsible import answering
from escp_docs.model.schema import split
from escp_docs.model.spec import Spec

_OTHERS: Final = frozenset({"id", "lead", "partner", "coordinator"})  # they bind somebody else, too


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
    return split(path)[-1] not in _OTHERS and _answers(spec, path) == partner


def is_own_entry(spec: Spec, path: str, entry: Mapping[str, object], partner: str) -> bool:
    """Whether a further entry of a list is for a partner to say: of money, if it is its own."""
    if path.startswith("budget.") and partner != spec.consortium.coordinator:
        return bool(partner) and entry.get("partner") == partner
    return is_own(spec, path, partner)


def _answers(spec: Spec, path: str) -> str | None:
    """Return who answers for a path, by the innermost entry that somebody leads; None if nobody."""
    match split(path):
        case ("consortium", "partners", int()):
            return None  # who is a partner is not for one of them to say
        case ("target_countries", int(index), "international_partners", int(inner), *_):
            target = _entry(spec.target_countries, index)
            found = _of(getattr(target, "international_partners", None), inner, "lead")
        case ("roadmap", "work_packages", int(index), str(name), int(inner), *_):
            package = _entry(spec.roadmap.work_packages, index)
            found = _of(getattr(package, name, None), inner, "lead")
        case ("roadmap", "long_term", "steps", int(index), *_):
            found = _of(spec.roadmap.long_term.steps, index, "lead")
        case ("risks", int(index), *_):
            found = _of_risk(spec, index)
        case _:
            found = None
    return found or answering(spec, path)


def _of_risk(spec: Spec, index: int) -> str | None:
    risk = _entry(spec.risks, index)
    named = set(getattr(risk, "work_packages", None) or ())
    leads = {one.lead for one in spec.roadmap.work_packages or () if one.id in named}
    return leads.pop() if named and len(leads) == 1 else None


def _of(entries: Any, index: int, name: str) -> str | None:  # noqa: ANN401  # entries of any list
    return getattr(_entry(entries, index), name, None)


def _entry(entries: Any, index: int) -> object:  # noqa: ANN401
    return entries[index] if entries and index < len(entries) else None
