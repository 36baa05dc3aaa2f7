"""The keys that have words: how members of the agreement decide, and who settles what."""

from typing import TypedDict

from escp_docs.language.keys.key_words import KeyWords


class GovernanceKeys(TypedDict):
    """The keys of `Governance`."""

    bodies: KeyWords
    steering_committee: KeyWords
    chair: KeyWords
    meetings_per_year: KeyWords
    virtual_meetings: KeyWords
    notice_days: KeyWords
    minutes_days: KeyWords
    written_procedure_days: KeyWords
    votes: KeyWords
    majority: KeyWords
    majority_of: KeyWords
    reserved_majority: KeyWords
    reserved_matters: KeyWords
    silence: KeyWords
    quorum: KeyWords
    without_quorum: KeyWords
    casting_vote: KeyWords
    veto: KeyWords
    veto_days: KeyWords


class DataProtectionKeys(TypedDict):
    """The keys of `DataProtection`."""

    role: KeyWords
    contact: KeyWords


class DisputesKeys(TypedDict):
    """The keys of `Disputes`."""

    first: KeyWords
    then: KeyWords
    seat: KeyWords
    institution: KeyWords
    arbitrators: KeyWords
