"""`consortium`: who applies, and who stands beside the applicants."""

from typing import Annotated, Final, Literal

from msgspec import field

from escp_docs.model.base import SpecModel, part
from escp_docs.model.reading import InJson, ReadsFirst
from escp_docs.model.scalar import (
    Count,
    Country,
    Day,
    Declares,
    Flag,
    Identifier,
    PartnerRef,
    PersonalText,
    Prose,
    Quantity,
    Refers,
    Text,
    TextOrNone,
)


class Registration(SpecModel):
    """How an organisation stands on the European Cluster Collaboration Platform."""

    status: Literal["registered", "requested", "none"] | None = None
    url: Text | None = None
    date: Day | None = None


class OtherApplication(SpecModel):
    """Another application to this call in which the partner takes part."""

    acronym: Text | None = None
    strand: Text | None = None


class Members(SpecModel):
    """The members of a cluster."""

    total: Count | None = None
    smes: Count | None = None


class Signatory(SpecModel):
    """A person who signs for an organisation."""

    name: PersonalText | None = None
    role: PersonalText | None = None
    authority: Literal["statutory", "power_of_attorney"] | None = None


class Contact(SpecModel):
    """A person to turn to."""

    name: PersonalText | None = None
    role: PersonalText | None = None
    email: PersonalText | None = None
    phone: PersonalText | None = None


class StaffMember(SpecModel):
    """A member of the key staff."""

    name: PersonalText | None = None
    role: PersonalText | None = None
    experience: PersonalText | None = None


class PreviousProject(SpecModel):
    """An earlier project of a partner."""

    programme: Text | None = None
    grant: Text | None = None
    title: Text | None = None
    years: Text | None = None


class OtherFunding(SpecModel):
    """Money of the European Union for the same work."""

    programme: Text | None = None
    grant: Text | None = None
    title: Text | None = None


ALL: Final = "all"
"""Confirmed is every key that the entry of a partner states."""


def _all_or_keys(value: object) -> object:
    return (ALL,) if isinstance(value, str) and value.strip() == ALL else value


_KEYS: Final = {"type": "array", "items": {"type": "string"}}
Confirmed = Annotated[
    tuple[Annotated[Text, Refers("key of a partner", ALL)], ...],
    ReadsFirst(_all_or_keys),
    InJson({"anyOf": [{"enum": [ALL]}, _KEYS]}),
]


KINDS: Final = ("cluster_organisation", "business_network", "other")
"""What an organisation is, under every call."""


class Partner(SpecModel):
    """An applicant."""

    id: Annotated[Identifier, Declares("partner")]
    short_name: Text | None = None
    legal_name: Text | None = None
    represents: tuple[Text, ...] = ()
    logo: Text | None = None
    country: Country | None = None
    address: Text | None = None
    postcode: Text | None = None
    city: Text | None = None
    pic: Text | None = None
    public_register: TextOrNone | None = field(default=None, name="register")
    registration_number: TextOrNone | None = None
    vat_number: TextOrNone | None = None
    legal_form: Text | None = None
    own_legal_entity: Flag | None = None
    kind: Literal["cluster_organisation", "business_network", "other"] | None = None
    call_kinds: tuple[Text, ...] | None = None
    size: Literal["micro", "small", "medium", "mid_cap", "large"] | None = None
    region: Text | None = None
    region_class: Literal["less_developed", "in_transition", "more_developed"] | None = None
    funded: Flag = True
    controlled_by: tuple[Text, ...] | None = None
    website: TextOrNone | None = None
    eccp: Registration = part(Registration)
    other_applications: tuple[OtherApplication, ...] | None = None
    activity_report: Text | None = None
    founded: Count | None = None
    members: Members = part(Members)
    staff_fte: Quantity | None = None
    sectors: tuple[Text, ...] | None = None
    operating_grant: Flag | None = None
    non_profit: Flag | None = None
    other_funding: tuple[OtherFunding, ...] | None = None
    signatories: tuple[Signatory, ...] | None = None
    contact: Contact = part(Contact)
    profile: Prose | None = None
    contribution: Prose | None = None
    strengths: tuple[Text, ...] | None = None
    key_staff: tuple[StaffMember, ...] | None = None
    previous_projects: tuple[PreviousProject, ...] | None = None
    confirmed: Confirmed | None = None


class AffiliatedEntity(SpecModel):
    """An entity affiliated to a partner."""

    name: Text | None = None
    partner: PartnerRef | None = None
    country: Country | None = None


class Associated(SpecModel):
    """An associated organisation: no beneficiary, no vote, no money."""

    id: Annotated[Identifier, Declares("associated")]
    legal_name: Text | None = None
    country: Country | None = None
    address: Text | None = None
    postcode: Text | None = None
    city: Text | None = None
    public_register: TextOrNone | None = field(default=None, name="register")
    registration_number: TextOrNone | None = None
    legal_form: Text | None = None
    role: Text | None = None
    signatories: tuple[Signatory, ...] | None = None
    contact: Contact = part(Contact)


class Consortium(SpecModel):
    """The applicants, the coordinator among them, and who stands beside them."""

    coordinator: PartnerRef | None = None
    partners: tuple[Partner, ...] | None = None
    affiliated_entities: tuple[AffiliatedEntity, ...] | None = None
    associated: tuple[Associated, ...] | None = None
