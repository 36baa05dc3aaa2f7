"""`budget`: rates, costs and where the money comes from, as stated; sums are computed elsewhere."""

from typing import Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from escp_docs.model.base import SpecModel, key
from escp_docs.model.scalar import Euro, Flag, PartnerRef, Prose, Quantity, Share, Text
from escp_docs.model.scalar import WorkPackageRef as WorkPackageReference

Category = Literal["personnel", "subcontracting", "travel", "equipment", "other"]


class Cost(SpecModel):
    """A cost line: units at a unit cost, or an amount."""

    partner: PartnerRef | None = key("Partner that bears the cost")
    work_package: WorkPackageReference | None = key("Work package in which it arises")
    category: Category | None = key("Category of the cost", "cost category")
    description: Text | None = key("What is paid for", "description of the cost")
    units: Quantity | None = key("Number of units; with unit_cost_eur", "number of units")
    unit: Text | None = key("What is counted")
    unit_cost_eur: Euro | None = key("Cost of one unit in euro", "cost of one unit")
    amount_eur: Euro | None = key("Amount in euro, in place of units", "amount in euro")
    eligible: Flag = key("Eligible for funding; default true", default=True)

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.amount_eur is not None and (
            self.units is not None or self.unit_cost_eur is not None
        ):
            raise PydanticCustomError(
                "value",
                "{fact}",
                {
                    "fact": "states both an amount and units",
                    "fix": "state amount_eur, or units with unit_cost_eur",
                },
            )
        return self


class Income(SpecModel):
    """Money that the action itself brings in."""

    partner: PartnerRef | None = key("Partner that receives it")
    source: Text | None = key("Where it comes from", "source of the income")
    amount_eur: Euro | None = key("Amount in euro", "amount of the income")


class OwnContribution(SpecModel):
    """Money that a partner puts in."""

    partner: PartnerRef | None = key("Partner that puts it in")
    source: Text | None = key("Where it comes from", "source of the own contribution")
    amount_eur: Euro | None = key("Amount in euro", "amount of the own contribution")


class Budget(SpecModel):
    """What the action costs, as far as it is stated."""

    reimbursement_rate: Share | None = key("Share of the eligible cost asked for as grant")
    indirect_rate: Share | None = key("Flat rate of indirect costs on direct costs")
    indirect_base_excludes_subcontracting: Flag | None = key(
        "Is subcontracting left out of the base of the indirect costs?",
        "whether the base of indirect costs excludes subcontracting",
    )
    person_month_eur: dict[PartnerRef, Euro] | None = key(
        "Cost of one person-month of each partner in euro", "cost of a person-month"
    )
    costs: tuple[Cost, ...] | None = key(
        "All costs but personnel, which is effort x cost of a person-month; a personnel line "
        "replaces the computed one of its partner and work package",
        "costs beside personnel",
    )
    incomes: tuple[Income, ...] | None = key("Incomes of the action")
    own_contributions: tuple[OwnContribution, ...] | None = key(
        "Own contributions; if absent, computed as what is left"
    )
    requested_grant_eur: dict[PartnerRef, Euro] | None = key(
        "Grant asked for, only where less than rate x eligible cost", "grant asked for"
    )
    justification: Prose | None = key("Why these costs are needed", "justification of the budget")
