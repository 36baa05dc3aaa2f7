"""The keys that have words: `indicators` and `risks`."""

from typing import TypedDict

from escp_docs.language.keys.key_words import KeyWords


class IndicatorKeys(TypedDict):
    """The keys of `Indicator`."""

    id: KeyWords
    name: KeyWords
    unit: KeyWords
    baseline: KeyWords
    target: KeyWords
    due_month: KeyWords
    after_project: KeyWords
    lead: KeyWords
    verification: KeyWords
    interim: KeyWords


class InterimKeys(TypedDict):
    """The keys of `Interim`."""

    month: KeyWords
    value: KeyWords


class RiskKeys(TypedDict):
    """The keys of `Risk`."""

    id: KeyWords
    description: KeyWords
    likelihood: KeyWords
    impact: KeyWords
    mitigation: KeyWords
    work_packages: KeyWords
