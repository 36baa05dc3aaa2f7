"""The keys that have words: `agreement` and `requests`."""

from typing import TypedDict

from escp_docs.language.keys.key_words import KeyWords


class AgreementKeys(TypedDict):
    """The keys of `Agreement`."""

    title: KeyWords
    members: KeyWords
    joins_later: KeyWords
    grant_matters: KeyWords
    effective: KeyWords
    if_not_awarded: KeyWords
    term: KeyWords
    termination_notice_months: KeyWords
    common_actions: KeyWords
    governance: KeyWords
    new_members: KeyWords
    withdrawal_notice_months: KeyWords
    withdrawal_during_project: KeyWords
    default_remedy_days: KeyWords
    payments: KeyWords
    payment_days: KeyWords
    instalments: KeyWords
    report_days: KeyWords
    liability_cap: KeyWords
    liability_cap_eur: KeyWords
    confidentiality_years: KeyWords
    confidentiality_from: KeyWords
    results: KeyWords
    access_rights: KeyWords
    access_for: KeyWords
    publication_notice_days: KeyWords
    background: KeyWords
    brand_owner: KeyWords
    memoranda_signed_by: KeyWords
    data_protection: KeyWords
    publicity: KeyWords
    financing_after_project: KeyWords
    governing_law: KeyWords
    disputes: KeyWords
    notices: KeyWords
    signing: KeyWords
    wording: KeyWords
    language: KeyWords
    public_edition: KeyWords
    future_form: KeyWords
    annexes: KeyWords


class TermKeys(TypedDict):
    """The keys of `Term`."""

    kind: KeyWords
    years: KeyWords
    renewal: KeyWords


class NewMembersKeys(TypedDict):
    """The keys of `NewMembers`."""

    admission: KeyWords
    criteria: KeyWords


class InstalmentKeys(TypedDict):
    """The keys of `Instalment`."""

    month: KeyWords
    share: KeyWords


class WordingKeys(TypedDict):
    """The keys of `Wording`."""

    clause: KeyWords
    text: KeyWords
    by: KeyWords
    reason: KeyWords
    status: KeyWords
    answer: KeyWords
    comments: KeyWords
    under: KeyWords


class RequestsKeys(TypedDict):
    """The keys of `Requests`."""

    deadline: KeyWords
    return_to: KeyWords
    privacy: KeyWords
