"""The keys that have words: `strategy` and `target_countries`."""

from typing import TypedDict

from escp_docs.language.keys.key_words import KeyWords


class StrategyKeys(TypedDict):
    """The keys of `Strategy`."""

    vision: KeyWords
    mission: KeyWords
    common_goals: KeyWords
    complementarities: KeyWords
    cross_sector_cooperation: KeyWords
    european_added_value: KeyWords
    target_groups: KeyWords
    methodology: KeyWords
    impact: KeyWords
    communication: KeyWords
    management: KeyWords
    existing: KeyWords


class GoalKeys(TypedDict):
    """The keys of `Goal`."""

    id: KeyWords
    title: KeyWords
    description: KeyWords
    targets: KeyWords
    indicators: KeyWords


class ExistingOutputKeys(TypedDict):
    """The keys of `ExistingOutput`."""

    output: KeyWords
    title: KeyWords
    date: KeyWords
    url: KeyWords


class TargetKeys(TypedDict):
    """The keys of `Target`."""

    country: KeyWords
    region: KeyWords
    countries: KeyWords
    lead: KeyWords
    rationale: KeyWords
    market: KeyWords
    barriers: KeyWords
    international_partners: KeyWords
    business_partnerships: KeyWords


class InternationalPartnerKeys(TypedDict):
    """The keys of `InternationalPartner`."""

    name: KeyWords
    kind: KeyWords
    country: KeyWords
    lead: KeyWords
    status: KeyWords
