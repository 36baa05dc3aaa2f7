"""The keys that have words: what organisations have in common: people, members, registrations."""

from typing import TypedDict

from escp_docs.language.keys.key_words import KeyWords


class RegistrationKeys(TypedDict):
    """The keys of `Registration`."""

    status: KeyWords
    url: KeyWords
    date: KeyWords


class MembersKeys(TypedDict):
    """The keys of `Members`."""

    total: KeyWords
    smes: KeyWords


class SignatoryKeys(TypedDict):
    """The keys of `Signatory`."""

    name: KeyWords
    role: KeyWords
    authority: KeyWords


class ContactKeys(TypedDict):
    """The keys of `Contact`."""

    name: KeyWords
    role: KeyWords
    email: KeyWords
    phone: KeyWords


class StaffMemberKeys(TypedDict):
    """The keys of `StaffMember`."""

    name: KeyWords
    role: KeyWords
    experience: KeyWords


class PreviousProjectKeys(TypedDict):
    """The keys of `PreviousProject`."""

    programme: KeyWords
    grant: KeyWords
    title: KeyWords
    years: KeyWords
