"""The words of keys: what organisations have in common: people, members, registrations."""

from typing import Final

from escp_docs.language.keys.key_words import KeyWords
from escp_docs.language.keys.organisations import (
    ContactKeys,
    MembersKeys,
    PreviousProjectKeys,
    RegistrationKeys,
    SignatoryKeys,
    StaffMemberKeys,
)

REGISTRATION: Final[RegistrationKeys] = {
    "status": KeyWords(
        "Registered on the European Cluster Collaboration Platform, or registration requested",
        "Has {entry} registered on the European Cluster Collaboration Platform, or asked to be "
        "registered?",
        "status on the European Cluster Collaboration Platform",
    ),
    "url": KeyWords(
        "Address of the profile on the platform",
        "What is the address of the profile of {entry} on the European Cluster Collaboration "
        "Platform?",
        "profile on the platform",
    ),
    "date": KeyWords(
        "Date of registration or of the request",
        "When was {entry} registered on the European Cluster Collaboration Platform, or when "
        "was this requested?",
        "date of the registration or request",
    ),
}

MEMBERS: Final[MembersKeys] = {
    "total": KeyWords(
        "Members of the cluster",
        "How many members does {entry} have?",
        "number of members",
    ),
    "smes": KeyWords(
        "Small and medium-sized enterprises among the members",
        "How many of the members of {entry} are small and medium-sized enterprises?",
        "number of SMEs among the members",
    ),
}

SIGNATORY: Final[SignatoryKeys] = {
    "name": KeyWords(
        "Name of the person who signs",
        "What is the name of the person who signs for {entry}?",
        "name of the signatory",
    ),
    "role": KeyWords(
        "Role of the person who signs",
        "What is the role of the person who signs for {entry}?",
        "role of the signatory",
    ),
    "authority": KeyWords(
        "On what the power to sign rests",
        "On what does the power to sign for {entry} rest?",
        "authority of the signatory",
    ),
}

CONTACT: Final[ContactKeys] = {
    "name": KeyWords(
        "Name of the contact person",
        "What is the name of the contact person of {entry}?",
        "name of the contact person",
    ),
    "role": KeyWords(
        "Role of the contact person",
        "What is the role of the contact person of {entry}?",
        "role of the contact person",
    ),
    "email": KeyWords(
        "E-mail address",
        "What is the e-mail address of the contact person of {entry}?",
        "e-mail address of the contact person",
    ),
    "phone": KeyWords(
        "Telephone number with country code",
        "What is the telephone number of the contact person of {entry}, with the country code?",
        "telephone number",
    ),
}

STAFF_MEMBER: Final[StaffMemberKeys] = {
    "name": KeyWords(
        "Name of the staff member",
        "What is the name of {entry}?",
        "name of the staff member",
    ),
    "role": KeyWords(
        "Role or tasks in the project",
        "What is the role of {entry} in the project?",
        "role in the project",
    ),
    "experience": KeyWords(
        "Summary of relevant skills and experience",
        "What relevant skills and experience does {entry} have?",
        "experience",
    ),
}

PREVIOUS_PROJECT: Final[PreviousProjectKeys] = {
    "programme": KeyWords(
        "Programme that funded the project",
        "Under which programme was {entry} funded?",
    ),
    "grant": KeyWords(
        "Number of the grant or contract",
        "What is the number of the grant or contract of {entry}?",
        "number of the grant",
    ),
    "title": KeyWords(
        "Title of the project",
        "What is the title of {entry}?",
        "title of the project",
    ),
    "years": KeyWords(
        "Years in which it ran",
        "In which years did {entry} run?",
    ),
}
