"""The keys that have words: `consortium`: who applies."""

from typing import TypedDict

from escp_docs.language.keys.key_words import KeyWords


class ConsortiumKeys(TypedDict):
    """The keys of `Consortium`."""

    coordinator: KeyWords
    partners: KeyWords
    affiliated_entities: KeyWords
    associated: KeyWords


class PartnerKeys(TypedDict):
    """The keys of `Partner`."""

    id: KeyWords
    short_name: KeyWords
    legal_name: KeyWords
    represents: KeyWords
    logo: KeyWords
    country: KeyWords
    address: KeyWords
    postcode: KeyWords
    city: KeyWords
    pic: KeyWords
    register: KeyWords
    registration_number: KeyWords
    vat_number: KeyWords
    legal_form: KeyWords
    own_legal_entity: KeyWords
    kind: KeyWords
    call_kinds: KeyWords
    size: KeyWords
    region: KeyWords
    region_class: KeyWords
    funded: KeyWords
    controlled_by: KeyWords
    website: KeyWords
    eccp: KeyWords
    other_applications: KeyWords
    activity_report: KeyWords
    founded: KeyWords
    members: KeyWords
    staff_fte: KeyWords
    sectors: KeyWords
    operating_grant: KeyWords
    non_profit: KeyWords
    other_funding: KeyWords
    signatories: KeyWords
    contact: KeyWords
    profile: KeyWords
    contribution: KeyWords
    strengths: KeyWords
    key_staff: KeyWords
    previous_projects: KeyWords
    confirmed: KeyWords


class AffiliatedEntityKeys(TypedDict):
    """The keys of `AffiliatedEntity`."""

    name: KeyWords
    partner: KeyWords
    country: KeyWords


class AssociatedKeys(TypedDict):
    """The keys of `Associated`."""

    id: KeyWords
    legal_name: KeyWords
    country: KeyWords
    address: KeyWords
    postcode: KeyWords
    city: KeyWords
    register: KeyWords
    registration_number: KeyWords
    legal_form: KeyWords
    role: KeyWords
    signatories: KeyWords
    contact: KeyWords


class OtherApplicationKeys(TypedDict):
    """The keys of `OtherApplication`."""

    acronym: KeyWords
    strand: KeyWords


class OtherFundingKeys(TypedDict):
    """The keys of `OtherFunding`."""

    programme: KeyWords
    grant: KeyWords
    title: KeyWords
