"""The personnel lines of a budget, by partner and work package."""

from decimal import Decimal

from msgspec import Struct

from escp_docs.model.budget import Cost
from escp_docs.model.costs.stated import COSTS, amount
from escp_docs.model.spec import Spec


class PersonnelLine(Struct, frozen=True):
    """A personnel line; `amount` is None while it is open, `is_amount` if nothing is counted."""

    path: str
    amount: Decimal | None
    is_amount: bool
    units: Decimal | None
    unit: str | None


class Personnel(Struct, frozen=True):
    """The personnel lines whose work is known, and the costs that may be further ones.

    `open_path` leads to the first fact that is open about them.
    """

    lines: dict[str, dict[str, list[PersonnelLine]]]  # by work package and partner
    adrift: tuple[Cost, ...]
    unlisted: bool
    open_path: str | None

    def partners_in(self, work_package: str) -> tuple[str, ...]:
        """Return the partners that have personnel lines in a work package."""
        return tuple(self.lines.get(work_package, {}))

    def of(self, partner: str, work_package: str) -> list[PersonnelLine]:
        """Return the personnel lines of a partner in a work package."""
        return self.lines.get(work_package, {}).get(partner, [])

    def may_belong(self, partner: str, work_package: str) -> bool:
        """Whether a cost whose category or work is open may be a personnel line there."""
        return self.unlisted or any(
            cost.partner in (None, partner) and cost.work_package in (None, work_package)
            for cost in self.adrift
        )


def personnel(spec: Spec) -> Personnel:
    """Return the personnel lines of a spec."""
    lines: dict[str, dict[str, list[PersonnelLine]]] = {}
    adrift: list[Cost] = []
    unsaid = [COSTS] if spec.budget.costs is None else []
    for index, cost in enumerate(spec.budget.costs or ()):
        if cost.category not in ("personnel", None):
            continue
        missing = [
            name for name in ("category", "partner", "work_package") if getattr(cost, name) is None
        ]
        if missing:
            adrift.append(cost)
            unsaid.append(f"{COSTS}[{index}].{missing[0]}")
        elif cost.work_package and cost.partner:
            there = lines.setdefault(cost.work_package, {}).setdefault(cost.partner, [])
            there.append(_line(cost, f"{COSTS}[{index}]"))
    return Personnel(lines, tuple(adrift), spec.budget.costs is None, unsaid[0] if unsaid else None)


def _line(cost: Cost, path: str) -> PersonnelLine:
    return PersonnelLine(path, amount(cost), cost.amount_eur is not None, cost.units, cost.unit)
