"""`consortium`: who applies, and who stands beside the applicants."""

from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from escp_docs.model.base import SpecModel, key, part
from escp_docs.model.scalar import (
    Count,
    Country,
    Day,
    Declares,
    Flag,
    Identifier,
    PartnerRef,
    Prose,
    Quantity,
    Refers,
    Text,
    TextOrNone,
)


class Registration(SpecModel):
    """How an organisation stands on the European Cluster Collaboration Platform."""

    status: Literal["registered", "requested", "none"] | None = key(
        "Registered on the European Cluster Collaboration Platform, or registration requested",
        "status on the European Cluster Collaboration Platform",
    )
    url: Text | None = key("Address of the profile on the platform", "profile on the platform")
    date: Day | None = key(
        "Date of registration or of the request", "date of the registration or request"
    )


class OtherApplication(SpecModel):
    """Another application to this call in which the partner takes part."""

    acronym: Text | None = key("Acronym of the other application")
    strand: Text | None = key("Strand of the other application")


class Members(SpecModel):
    """The members of a cluster."""

    total: Count | None = key("Members of the cluster", "number of members")
    smes: Count | None = key(
        "Small and medium-sized enterprises among the members", "number of SMEs among the members"
    )


class Signatory(SpecModel):
    """A person who signs for an organisation."""

    name: Text | None = key("Name of the person who signs", "name of the signatory")
    role: Text | None = key("Role of the person who signs", "role of the signatory")
    authority: Literal["statutory", "power_of_attorney"] | None = key(
        "On what the power to sign rests", "authority of the signatory"
    )


class Contact(SpecModel):
    """A person to turn to."""

    name: Text | None = key("Name of the contact person", "name of the contact person")
    role: Text | None = key("Role of the contact person", "role of the contact person")
    email: Text | None = key("E-mail address", "e-mail address of the contact person")
    phone: Text | None = key("Telephone number with country code", "telephone number")


class StaffMember(SpecModel):
    """A member of the key staff."""

    name: Text | None = key("Name of the staff member", "name of the staff member")
    role: Text | None = key("Role or tasks in the project", "role in the project")
    experience: Text | None = key("Summary of relevant skills and experience", "experience")


class PreviousProject(SpecModel):
    """An earlier project of a partner."""

    programme: Text | None = key("Programme that funded the project")
    grant: Text | None = key("Number of the grant or contract", "number of the grant")
    title: Text | None = key("Title of the project", "title of the project")
    years: Text | None = key("Years in which it ran")


class OtherFunding(SpecModel):
    """Money of the European Union for the same work."""

    programme: Text | None = key("Programme that funds the same work")
    grant: Text | None = key("Number of that grant or contract", "number of the other grant")
    title: Text | None = key("Title of the project that it funds", "title of the other project")


ALL: Final = "all"
"""Confirmed is every key that the entry of a partner states."""


def _all_or_keys(value: object) -> object:
    return (ALL,) if isinstance(value, str) and value.strip() == ALL else value


_KEYS: Final = {"type": "array", "items": {"type": "string"}}
Confirmed = Annotated[
    tuple[Annotated[Text, Refers("key of a partner", ALL)], ...],
    BeforeValidator(_all_or_keys),
    WithJsonSchema({"anyOf": [{"enum": [ALL]}, _KEYS]}),
]


class Partner(SpecModel):
    """An applicant."""

    id: Annotated[Identifier, Declares("partner")] = Field(
        description="Short name, by which the rest of the spec names the partner"
    )
    short_name: Text | None = key(
        "Name to print wherever the id would be printed as a name; default the id", "short name"
    )
    legal_name: Text | None = key("Full legal name of the organisation")
    represents: tuple[Text, ...] = key(
        "Clusters for which this legal entity stands; default none",
        "clusters that it represents",
        default=(),
    )
    logo: Text | None = key("Picture of the organisation: PNG, JPEG or SVG")
    country: Country | None = key("Country in which the organisation is established")
    address: Text | None = key("Street and number", "street address")
    postcode: Text | None = key("Postcode")
    city: Text | None = key("City")
    pic: Text | None = key(
        "Participant Identification Code of nine digits", "Participant Identification Code (PIC)"
    )
    public_register: TextOrNone | None = key(
        "Register in which the organisation is entered; none if in none",
        "public register",
        alias="register",
    )
    registration_number: TextOrNone | None = key("Number in that register")
    vat_number: TextOrNone | None = key("VAT number with its country prefix", "VAT number")
    legal_form: Text | None = key("Legal form under national law")
    own_legal_entity: Flag | None = key(
        "Does the organisation have an own independent legal entity?",
        "whether it has an own independent legal entity",
    )
    kind: Literal["cluster_organisation", "business_network", "other"] | None = key(
        "Cluster organisation, equivalent business network organisation, or other",
        "kind of organisation",
    )
    website: TextOrNone | None = key("Address of the website")
    eccp: Registration = part(
        "Registration on the European Cluster Collaboration Platform", Registration
    )
    other_applications: tuple[OtherApplication, ...] | None = key(
        "Other applications to this call in which the partner takes part; [] says none",
        "other applications to this call",
    )
    activity_report: Text | None = key("Link to activity reports", "link to activity reports")
    founded: Count | None = key("Year of foundation", "year of foundation")
    members: Members = part("Members of the cluster", Members)
    staff_fte: Quantity | None = key("Staff in full-time equivalents", "staff (FTE)")
    sectors: tuple[Text, ...] | None = key("Sectors of the organisation")
    operating_grant: Flag | None = key(
        "Does the organisation receive an operating grant of the European Union?",
        "whether it receives an EU operating grant",
    )
    non_profit: Flag | None = key(
        "Is it a non-profit organisation?", "whether it is a non-profit organisation"
    )
    other_funding: tuple[OtherFunding, ...] | None = key(
        "Money of the European Union for the same work; [] says none",
        "other EU funding for the same work",
    )
    signatories: tuple[Signatory, ...] | None = key("Who signs for the organisation")
    contact: Contact = part("Whom to turn to", Contact)
    profile: Prose | None = key("What the organisation is and does")
    contribution: Prose | None = key("What it adds that the other partners lack")
    strengths: tuple[Text, ...] | None = key("Rows of the complementarities matrix")
    key_staff: tuple[StaffMember, ...] | None = key("Staff who carry out the work")
    previous_projects: tuple[PreviousProject, ...] | None = key("Earlier projects")
    confirmed: Confirmed | None = key(
        "Keys of this entry that the partner has confirmed, or all of them"
    )


class AffiliatedEntity(SpecModel):
    """An entity affiliated to a partner."""

    name: Text | None = key("Name of the affiliated entity", "name of the affiliated entity")
    partner: PartnerRef | None = key("Partner to which it is affiliated")
    country: Country | None = key("Country of the affiliated entity")


class Associated(SpecModel):
    """An associated organisation: no beneficiary, no vote, no money."""

    id: Annotated[Identifier, Declares("associated")] = Field(
        description="Short name, by which the agreement names the organisation"
    )
    legal_name: Text | None = key("Full legal name of the organisation")
    country: Country | None = key("Country in which the organisation is established")
    address: Text | None = key("Street and number", "street address")
    postcode: Text | None = key("Postcode")
    city: Text | None = key("City")
    public_register: TextOrNone | None = key(
        "Register in which the organisation is entered; none if in none",
        "public register",
        alias="register",
    )
    registration_number: TextOrNone | None = key("Number in that register")
    legal_form: Text | None = key("Legal form under national law")
    role: Text | None = key("Role beside the partnership", "role of the associated organisation")
    signatories: tuple[Signatory, ...] | None = key("Who signs for the organisation")
    contact: Contact = part("Whom to turn to", Contact)


class Consortium(SpecModel):
    """The applicants, the coordinator among them, and who stands beside them."""

    coordinator: PartnerRef | None = key("Partner that coordinates", "coordinating organisation")
    partners: tuple[Partner, ...] | None = key("The applicants")
    affiliated_entities: tuple[AffiliatedEntity, ...] | None = key("Entities affiliated to them")
    associated: tuple[Associated, ...] | None = key(
        "Associated organisations: no beneficiaries, outside the rules on partners",
        "associated organisations",
    )
