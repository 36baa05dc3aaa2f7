"""A call as data: every number, list, date and code, each with the passage it rests on."""

from typing import Literal, TypeAlias

from pydantic import Field

from escp_docs.model.base import SpecModel
from escp_docs.model.country import canonical
from escp_docs.model.fact import Fact
from escp_docs.model.scalar import (
    Count,
    Country,
    Day,
    DayOrMoment,
    Euro,
    Flag,
    Identifier,
    Share,
    Text,
)
from escp_docs.model.submission import PartA, Submission

CountrySet: TypeAlias = Literal["member_states", "cosme_countries"]


class Terms(SpecModel):
    """What a call asks in a strand. A rule whose fact is absent does not hold there.

    The terms of all strands and those of one strand together are what holds in it.
    """

    title: Fact[Text] | None = None
    scope: Fact[Text] | None = None
    # consortium
    least_legal_entities: Fact[Count] | None = None
    established_in: Fact[tuple[CountrySet, ...]] | None = None
    least_countries: Fact[Count] | None = None
    least_member_states: Fact[Count] | None = None
    eligible_kinds: Fact[tuple[Text, ...]] | None = None
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
    # submission
    deadline: Fact[DayOrMoment] | None = None
    one_strand_per_consortium: Fact[Flag] | None = None
    no_consortium_within_another: Fact[Flag] | None = None
    most_consortia_per_strand: Fact[Count] | None = None
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
    work_in_order: Fact[Flag] | None = None
    due_within_the_action: Fact[Flag] | None = None
    required_outputs: Fact[tuple[Text, ...]] | None = None
    beyond_the_project: Fact[Flag] | None = None
    every_partner_has_tasks: Fact[Flag] | None = None
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


class Countries(SpecModel):
    """The sets of countries that a call knows."""

    member_states: Fact[tuple[Country, ...]]
    cosme_countries: Fact[tuple[Country, ...]]
    treated_as_member_state: Fact[tuple[Country, ...]] | None = None
    territories: Fact[dict[Text, Country]] | None = None
    territories_in_doubt: Fact[dict[Text, Country]] | None = None
    regions_inside: Fact[tuple[Text, ...]] | None = None
    regions_partly_inside: Fact[tuple[Text, ...]] | None = None

    def state_of(self, code: str) -> str:
        """Return the state that a country or territory counts as."""
        territories = self.territories.value if self.territories else {}
        return territories.get(canonical(code), canonical(code))

    def doubted_state_of(self, code: str) -> str | None:
        """Return the state that a territory may count as; None if the country is in no doubt."""
        return self.territories_in_doubt.value.get(code) if self.territories_in_doubt else None

    def is_member_state(self, code: str) -> bool:
        """Whether a partner there counts as established in a Member State."""
        treated = self.treated_as_member_state
        state = self.state_of(code)
        return state in self.member_states.value or bool(treated and state in treated.value)

    def is_cosme_country(self, code: str) -> bool:
        """Whether the country is a third country that participates in COSME."""
        return self.state_of(code) in self.cosme_countries.value

    def is_eligible(self, code: str) -> bool:
        """Whether a partner established there can take part."""
        return self.is_member_state(code) or self.is_cosme_country(code)

    def is_third_country(self, code: str) -> bool:
        """Whether the country can be a target: neither Member State nor COSME country."""
        state = self.state_of(code)
        return state not in self.member_states.value and not self.is_cosme_country(code)


class Version(SpecModel):
    """The edition of the call text."""

    number: Text
    date: Day


class Form(SpecModel):
    """The official form of the application: headings and columns, to the letter."""

    title: Fact[Text]
    cover: Fact[tuple[Text, ...]]
    headings: Fact[dict[Text, Text]]
    participants: Fact[tuple[Text, ...]]
    affiliated_entities: Fact[tuple[Text, ...]]
    key_staff: Fact[tuple[Text, ...]]
    work_packages: Fact[tuple[Text, ...]]
    deliverables: Fact[tuple[Text, ...]]
    milestones: Fact[tuple[Text, ...]]
    risks: Fact[tuple[Text, ...]]
    deliverable_types: Fact[dict[Text, Text]]
    dissemination_levels: Fact[dict[Text, Text]]


class Unknown(SpecModel):
    """Something that the sources of the call file do not say.

    `about` says that the eligibility of an application may hang on it, `strands` in which strands;
    None says in all of them.
    """

    topic: Text
    note: Text | None = None
    about: Literal["eligibility"] | None = None
    strands: tuple[Text, ...] | None = None


class Call(SpecModel):
    """A call for proposals."""

    id: Identifier
    number: Text
    title: Text
    programme: Fact[Text]
    agency: Fact[Text]
    version: Fact[Version] | None = None
    total_budget_eur: Fact[Euro] | None = None
    charter: Fact[dict[Text, Text]] | None = None
    disclaimer: Fact[Text] | None = None
    countries: Countries
    all_strands: Terms = Field(default_factory=Terms)
    strands: dict[Text, Terms]
    form: Form | None = None
    submission: Submission | None = None
    part_a: PartA | None = None
    unknown: tuple[Unknown, ...] = ()

    def terms(self, strand: str) -> Terms:
        """Return what holds in `strand`: its own terms and those of all strands."""
        return self.all_strands.model_copy(
            update={
                name: value
                for name, value in self.strands[strand]
                if name in self.strands[strand].model_fields_set
            }
        )
