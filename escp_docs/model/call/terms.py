"""What a call asks in a strand."""

from datetime import date, datetime

from escp_docs.model.base import SpecModel
from escp_docs.model.call.conditions import Condition, KindRef
from escp_docs.model.call.country_sets import SetRef
from escp_docs.model.call.form import FormSection
from escp_docs.model.call.money import Money
from escp_docs.model.call.stages import Stage
from escp_docs.model.fact import Fact
from escp_docs.model.project_months import day_of
from escp_docs.model.scalar import Count, Country, Day, DayOrMoment, Euro, Flag, Share, Text


class Terms(SpecModel):
    """What a call asks in a strand. A rule whose fact is absent does not hold there.

    The terms of all strands and those of one strand together are what holds in it.
    """

    title: Fact[Text] | None = None
    scope: Fact[Text] | None = None
    # consortium
    least_legal_entities: Fact[Count] | None = None
    established_in: Fact[tuple[SetRef, ...]] | None = None
    least_countries: Fact[Count] | None = None
    least_member_states: Fact[Count] | None = None
    eligible_kinds: Fact[tuple[KindRef, ...]] | None = None
    own_legal_entity: Fact[Flag] | None = None
    different_legal_entities: Fact[Flag] | None = None
    legal_forms: Fact[tuple[Text, ...]] | None = None
    eccp_status: Fact[tuple[Text, ...]] | None = None
    eccp_registered_at_deadline: Fact[Flag] | None = None
    further_partners_beyond_the_union: Fact[Flag] | None = None
    united_kingdom: Fact[Flag] | None = None
    coordinator: Fact[Flag] | None = None
    defence_words: Fact[tuple[Text, ...]] | None = None
    legal_form_words: Fact[tuple[Text, ...]] | None = None
    conditions: tuple[Condition, ...] = ()
    # submission
    opening: Fact[DayOrMoment] | None = None
    deadline: Fact[DayOrMoment] | None = None
    stages: tuple[Fact[Stage], ...] = ()
    one_strand_per_consortium: Fact[Flag] | None = None
    no_consortium_within_another: Fact[Flag] | None = None
    most_consortia_per_strand: Fact[Count] | None = None
    most_consortia_per_phase: Fact[Count] | None = None
    most_consortia_per_call: Fact[Count] | None = None
    most_coordinated_per_call: Fact[Count] | None = None
    # strategy
    joint_strategy: Fact[Flag] | None = None
    goals_towards_markets: Fact[Flag] | None = None
    every_goal_towards_a_market: Fact[Flag] | None = None
    complementarities: Fact[Flag] | None = None
    cross_sector_cooperation: Fact[Flag] | None = None
    least_sectors: Fact[Count] | None = None
    defence_and_security: Fact[Flag] | None = None
    benefit_for_smes: Fact[Flag] | None = None
    builds_on_strategies: Fact[Flag] | None = None
    # targets
    least_targets: Fact[Count] | None = None
    third_countries_only: Fact[Flag] | None = None
    most_targets: Fact[Count] | None = None
    least_targets_with_activities: Fact[Count] | None = None
    business_partnerships_in_each_target: Fact[Flag] | None = None
    countries_in_doubt: Fact[tuple[Country, ...]] | None = None
    targets_once: Fact[Flag] | None = None
    international_partners: Fact[Flag] | None = None
    # roadmap
    preparatory_actions: Fact[Flag] | None = None
    implementation_actions: Fact[Flag] | None = None
    least_months: Fact[Count] | None = None
    most_months: Fact[Count] | None = None
    lengths_in_months: Fact[tuple[Count, ...]] | None = None
    work_in_order: Fact[Flag] | None = None
    due_within_the_action: Fact[Flag] | None = None
    required_outputs: Fact[tuple[Text, ...]] | None = None
    beyond_the_project: Fact[Flag] | None = None
    every_partner_has_tasks: Fact[Flag] | None = None
    earliest_start: Fact[Day] | None = None
    no_retroactive_costs: Fact[Flag] | None = None
    months_before_a_start: Fact[Count] | None = None
    years_until_a_start: Fact[Count] | None = None
    # budget
    highest_rate: Fact[Share] | None = None
    highest_grant_eur: Fact[Euro] | None = None
    strand_budget_eur: Fact[Euro] | None = None
    expected_projects: Fact[Count] | None = None
    balanced_budget: Fact[Flag] | None = None
    highest_indirect_rate: Fact[Share] | None = None
    every_partner_has_a_budget: Fact[Flag] | None = None
    effort_has_cost: Fact[Flag] | None = None
    no_profit: Fact[Flag] | None = None
    no_double_funding: Fact[Flag] | None = None
    # agreement
    members_engaged: Fact[Flag] | None = None
    members_from_the_start: Fact[Flag] | None = None
    modalities_set_out: Fact[Flag] | None = None
    common_actions: Fact[Flag] | None = None
    lasts_beyond_the_project: Fact[Flag] | None = None
    agreement_dated_in_time: Fact[Flag] | None = None
    # form
    longest_title: Fact[Count] | None = None
    characters_not_in_title: Fact[Text] | None = None
    longest_abstract: Fact[Count] | None = None
    longest_keywords: Fact[Count] | None = None
    identifiers_well_formed: Fact[Flag] | None = None
    facts_of_the_form: Fact[Flag] | None = None
    sections: Fact[tuple[FormSection, ...]] | None = None
    money: Money | None = None

    @property
    def last_deadline(self) -> Fact[date | datetime] | None:
        """Until when an application can be handed in: the deadline, else that of the last stage."""
        if self.deadline is not None or not self.stages:
            return self.deadline
        return _deadline(max(self.stages, key=lambda one: day_of(one.value.deadline)))

    @property
    def deadlines(self) -> tuple[tuple[str, Fact[date | datetime]], ...]:
        """Until when something can be handed in, each with the name of its stage, in order.

        The name is empty for the deadline of the call as a whole.
        """
        whole = (("", self.deadline),) if self.deadline is not None else ()
        stages = ((f"{one.value.name} ({one.value.zone})", _deadline(one)) for one in self.stages)
        return tuple(sorted((*stages, *whole), key=lambda one: day_of(one[1].value)))

    @property
    def counting_day(self) -> date | None:
        """The day on which countries have to count, that of the deadline; None if none is said."""
        return day_of(self.last_deadline.value) if self.last_deadline else None


def _deadline(stage: Fact[Stage]) -> Fact[date | datetime]:
    """Return until when a stage is open, with the source of the stage."""
    return Fact[date | datetime](
        value=stage.value.deadline,
        unit=f"({stage.value.name}, {stage.value.zone})",
        confidence=stage.confidence,
        source=stage.source,
    )
