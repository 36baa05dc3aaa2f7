"""What a call says of money beyond the terms that the rules read (they stand in `Terms`)."""

from escp_docs.model.base import SpecModel
from escp_docs.model.budget import Category
from escp_docs.model.fact import Fact
from escp_docs.model.scalar import Country, Euro, Flag, Share, Text


class UnitCost(SpecModel):
    """What the call pays for one unit of a cost, whatever it has cost: a night, a participant."""

    unit: Text
    amount_eur: Euro
    category: Category | None = None


class ThirdParties(SpecModel):
    """Financial support to third parties: its share of the eligible cost, and who gets how much."""

    least_share: Fact[Share] | None = None
    highest_share: Fact[Share] | None = None
    highest_per_recipient_eur: Fact[Euro] | None = None


class Money(SpecModel):
    """Rates, caps, lump sums and support to third parties, as a call states them.

    Rates are shares of the eligible cost, from 0 to 1; of a cost the first that is stated holds: by
    category, by the kind of the entity, by its country, else the highest rate of the terms. A grant
    by lump sum is one of `lump_sums_eur`. Shares of a partner are parts of the whole grant, that of
    subcontracting is part of the eligible cost.
    """

    rates_by_category: Fact[dict[Category, Share]] | None = None
    rates_by_kind: Fact[dict[Text, Share]] | None = None
    rates_by_country: Fact[dict[Country, Share]] | None = None
    lump_sums_eur: Fact[tuple[Euro, ...]] | None = None
    unit_costs: Fact[tuple[UnitCost, ...]] | None = None
    least_grant_eur: Fact[Euro] | None = None
    least_partner_grant_eur: Fact[Euro] | None = None
    highest_partner_grant_eur: Fact[Euro] | None = None
    highest_partner_share: Fact[Share] | None = None
    highest_subcontracting_share: Fact[Share] | None = None
    third_parties: ThirdParties | None = None
    contribution_in_kind: Fact[Flag] | None = None
    """Whether a partner may bear its part by work or goods in place of money."""
