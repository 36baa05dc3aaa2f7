"""`budget`: rates, costs and where the money comes from, as stated; sums are computed elsewhere."""

from typing import Literal

from escp_docs.model.base import SpecModel
from escp_docs.model.scalar import Euro, Flag, PartnerRef, Prose, Quantity, Share, Text, refusal
from escp_docs.model.scalar import WorkPackageRef as WorkPackageReference

Category = Literal["personnel", "subcontracting", "travel", "equipment", "other", "third_parties"]


class Cost(SpecModel):
    """A cost line: units at a unit cost, or an amount."""

    partner: PartnerRef | None = None
    work_package: WorkPackageReference | None = None
    category: Category | None = None
    description: Text | None = None
    units: Quantity | None = None
    unit: Text | None = None
    unit_cost_eur: Euro | None = None
    amount_eur: Euro | None = None
    eligible: Flag = True

    def hold_together(self) -> None:
        """Object to a cost that is stated in two ways."""
        if self.amount_eur is not None and (
            self.units is not None or self.unit_cost_eur is not None
        ):
            raise refusal(
                "states both an amount and units", "state amount_eur, or units with unit_cost_eur"
            )


class Income(SpecModel):
    """Money that the action itself brings in."""

    partner: PartnerRef | None = None
    source: Text | None = None
    amount_eur: Euro | None = None


class OwnContribution(SpecModel):
    """Money that a partner puts in."""

    partner: PartnerRef | None = None
    source: Text | None = None
    amount_eur: Euro | None = None
    in_kind: Flag = False


class LumpSum(SpecModel):
    """A share of a lump sum: what a partner receives of it for a work package."""

    partner: PartnerRef | None = None
    work_package: WorkPackageReference | None = None
    amount_eur: Euro | None = None


class Budget(SpecModel):
    """What the action costs, as far as it is stated."""

    reimbursement_rate: Share | None = None
    rates_by_category: dict[Category, Share] | None = None
    rates_by_partner: dict[PartnerRef, Share] | None = None
    indirect_rate: Share | None = None
    indirect_base_excludes_subcontracting: Flag | None = None
    person_month_eur: dict[PartnerRef, Euro] | None = None
    costs: tuple[Cost, ...] | None = None
    lump_sums: tuple[LumpSum, ...] | None = None
    incomes: tuple[Income, ...] | None = None
    own_contributions: tuple[OwnContribution, ...] | None = None
    requested_grant_eur: dict[PartnerRef, Euro] | None = None
    justification: Prose | None = None
