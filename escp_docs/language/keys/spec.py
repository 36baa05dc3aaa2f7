"""The keys that have words: the spec itself and `project`."""

from typing import TypedDict

from escp_docs.language.keys.key_words import KeyWords


class SpecKeys(TypedDict):
    """The keys of `Spec`."""

    call: KeyWords
    strand: KeyWords
    project: KeyWords
    consortium: KeyWords
    strategy: KeyWords
    target_countries: KeyWords
    roadmap: KeyWords
    indicators: KeyWords
    risks: KeyWords
    budget: KeyWords
    agreement: KeyWords
    requests: KeyWords
    declarations: KeyWords


class ActionKeys(TypedDict):
    """The keys of `Action`."""

    acronym: KeyWords
    logo: KeyWords
    title: KeyWords
    abstract: KeyWords
    objectives: KeyWords
    keywords: KeyWords
    start_date: KeyWords
    duration_months: KeyWords
    drafting_date: KeyWords
    submission_date: KeyWords
    sectors: KeyWords
    defence_and_security: KeyWords
    main_topic: KeyWords
    topics: KeyWords


class DeclarationKeys(TypedDict):
    """The keys of `Declaration`."""

    condition: KeyWords
    holds: KeyWords
    by: KeyWords
    date: KeyWords
