"""The words of keys: `consortium`: who applies."""

from typing import Final

from escp_docs.language.keys.consortium import (
    AffiliatedEntityKeys,
    AssociatedKeys,
    ConsortiumKeys,
    OtherApplicationKeys,
    OtherFundingKeys,
    PartnerKeys,
)
from escp_docs.language.keys.key_words import KeyWords

CONSORTIUM: Final[ConsortiumKeys] = {
    "coordinator": KeyWords(
        "Partner that coordinates",
        "Who coordinates the partnership?",
        "coordinating organisation",
    ),
    "partners": KeyWords(
        "The applicants",
        "Which organisations apply as partners?",
    ),
    "affiliated_entities": KeyWords(
        "Entities affiliated to them",
        "Which entities affiliated to a partner take part?",
    ),
    "associated": KeyWords(
        "Associated organisations: no beneficiaries, outside the rules on partners",
        "Which organisations are associated with the partnership without being beneficiaries?",
        "associated organisations",
    ),
}

PARTNER: Final[PartnerKeys] = {
    "id": KeyWords(
        "Short name, by which the rest of the spec names the partner",
        "By which short name does the description refer to {entry}?",
    ),
    "short_name": KeyWords(
        "Name to print wherever the id would be printed as a name; default the id",
        "Under which short name is {entry} printed?",
        "short name",
    ),
    "legal_name": KeyWords(
        "Full legal name of the organisation",
        "What is the full legal name of {entry}?",
    ),
    "represents": KeyWords(
        "Clusters for which this legal entity stands; default none",
        "For which clusters does {entry} stand as a legal entity?",
        "clusters that it represents",
    ),
    "logo": KeyWords(
        "Picture of the organisation: PNG, JPEG or SVG",
        "Which picture is the logo of {entry}?",
    ),
    "country": KeyWords(
        "Country in which the organisation is established",
        "In which country is {entry} established?",
    ),
    "address": KeyWords(
        "Street and number",
        "What is the street address of {entry}?",
        "street address",
    ),
    "postcode": KeyWords(
        "Postcode",
        "What is the postcode of {entry}?",
    ),
    "city": KeyWords(
        "City",
        "In which city is {entry}?",
    ),
    "pic": KeyWords(
        "Participant Identification Code of nine digits",
        "What is the Participant Identification Code (PIC) of {entry}?",
        "Participant Identification Code (PIC)",
    ),
    "register": KeyWords(
        "Register in which the organisation is entered; none if in none",
        "In which public register is {entry} entered?",
        "public register",
    ),
    "registration_number": KeyWords(
        "Number in that register",
        "Under which number is {entry} entered in the public register?",
    ),
    "vat_number": KeyWords(
        "VAT number with its country prefix",
        "What is the VAT number of {entry}?",
        "VAT number",
    ),
    "legal_form": KeyWords(
        "Legal form under national law",
        "What is the legal form of {entry} under national law?",
    ),
    "own_legal_entity": KeyWords(
        "Does the organisation have an own independent legal entity?",
        "Is {entry} a legal entity of its own?",
        "whether it has an own independent legal entity",
    ),
    "kind": KeyWords(
        "Cluster organisation, equivalent business network organisation, or other",
        "Is {entry} a cluster organisation, a business network organisation, or something else?",
        "kind of organisation",
    ),
    "call_kinds": KeyWords(
        "What the organisation is in the words of the call: names of its own kinds; [] says none",
        "Which of the kinds of organisation that the call names is {entry}?",
        "kinds of organisation in the call's words",
    ),
    "size": KeyWords(
        "Size of the enterprise",
        "Is {entry} a micro, small, medium-sized, mid-cap or large enterprise?",
        "size of the enterprise",
    ),
    "region": KeyWords(
        "Region in which the organisation is established, as a NUTS code",
        "In which region is {entry} established, as a NUTS code?",
    ),
    "region_class": KeyWords(
        "Class of that region in cohesion policy",
        "Is the region of {entry} less developed, in transition or more developed?",
        "class of the region",
    ),
    "funded": KeyWords(
        "Does the organisation ask for a share of the grant? Default true",
        "Does {entry} ask for a share of the grant?",
        "whether it asks for a share of the grant",
    ),
    "controlled_by": KeyWords(
        "Who controls the organisation: ids of partners or other names; [] says nobody",
        "Who controls {entry}?",
        "who controls it",
    ),
    "website": KeyWords(
        "Address of the website",
        "What is the address of the website of {entry}?",
    ),
    "eccp": KeyWords(
        "Registration on the European Cluster Collaboration Platform",
        "Is {entry} registered on the European Cluster Collaboration Platform?",
    ),
    "other_applications": KeyWords(
        "Other applications to this call in which the partner takes part; [] says none",
        "In which other applications to this call does {entry} take part?",
        "other applications to this call",
    ),
    "activity_report": KeyWords(
        "Link to activity reports",
        "Where can the activity reports of {entry} be read?",
        "link to activity reports",
    ),
    "founded": KeyWords(
        "Year of foundation",
        "In which year was {entry} founded?",
        "year of foundation",
    ),
    "members": KeyWords(
        "Members of the cluster",
        "How many members does the cluster of {entry} have?",
    ),
    "staff_fte": KeyWords(
        "Staff in full-time equivalents",
        "How many people work for {entry}, in full-time equivalents?",
        "staff (FTE)",
    ),
    "sectors": KeyWords(
        "Sectors of the organisation",
        "In which sectors is {entry} active?",
    ),
    "operating_grant": KeyWords(
        "Does the organisation receive an operating grant of the European Union?",
        "Does {entry} receive an operating grant of the European Union?",
        "whether it receives an EU operating grant",
    ),
    "non_profit": KeyWords(
        "Is it a non-profit organisation?",
        "Is {entry} a non-profit organisation?",
        "whether it is a non-profit organisation",
    ),
    "other_funding": KeyWords(
        "Money of the European Union for the same work; [] says none",
        "What other money of the European Union does {entry} receive for the same work?",
        "other EU funding for the same work",
    ),
    "signatories": KeyWords(
        "Who signs for the organisation",
        "Who signs for {entry}?",
    ),
    "contact": KeyWords(
        "Whom to turn to",
        "Who is the contact person of {entry}?",
    ),
    "profile": KeyWords(
        "What the organisation is and does",
        "What is {entry}, and what does it do?",
    ),
    "contribution": KeyWords(
        "What it adds that the other partners lack",
        "What does {entry} contribute that the other partners lack?",
    ),
    "strengths": KeyWords(
        "Rows of the complementarities matrix",
        "What are the strengths of {entry}?",
    ),
    "key_staff": KeyWords(
        "Staff who carry out the work",
        "Who carries out the work at {entry}?",
    ),
    "previous_projects": KeyWords(
        "Earlier projects",
        "Which relevant projects has {entry} carried out before?",
    ),
    "confirmed": KeyWords(
        "Keys of this entry that the partner has confirmed, or all of them",
        "Which of these statements has {entry} confirmed?",
    ),
}

AFFILIATED_ENTITY: Final[AffiliatedEntityKeys] = {
    "name": KeyWords(
        "Name of the affiliated entity",
        "What is the name of {entry}?",
        "name of the affiliated entity",
    ),
    "partner": KeyWords(
        "Partner to which it is affiliated",
        "To which partner is {entry} affiliated?",
    ),
    "country": KeyWords(
        "Country of the affiliated entity",
        "In which country is {entry} established?",
    ),
}

ASSOCIATED: Final[AssociatedKeys] = {
    "id": KeyWords(
        "Short name, by which the agreement names the organisation",
        "By which short name does the agreement refer to {entry}?",
    ),
    "legal_name": KeyWords(
        "Full legal name of the organisation",
        "What is the full legal name of {entry}?",
    ),
    "country": KeyWords(
        "Country in which the organisation is established",
        "In which country is {entry} established?",
    ),
    "address": KeyWords(
        "Street and number",
        "What is the street address of {entry}?",
        "street address",
    ),
    "postcode": KeyWords(
        "Postcode",
        "What is the postcode of {entry}?",
    ),
    "city": KeyWords(
        "City",
        "In which city is {entry}?",
    ),
    "register": KeyWords(
        "Register in which the organisation is entered; none if in none",
        "In which public register is {entry} entered?",
        "public register",
    ),
    "registration_number": KeyWords(
        "Number in that register",
        "Under which number is {entry} entered in the public register?",
    ),
    "legal_form": KeyWords(
        "Legal form under national law",
        "What is the legal form of {entry} under national law?",
    ),
    "role": KeyWords(
        "Role beside the partnership",
        "What is the role of {entry} beside the partnership?",
        "role of the associated organisation",
    ),
    "signatories": KeyWords(
        "Who signs for the organisation",
        "Who signs for {entry}?",
    ),
    "contact": KeyWords(
        "Whom to turn to",
        "Who is the contact person of {entry}?",
    ),
}

OTHER_APPLICATION: Final[OtherApplicationKeys] = {
    "acronym": KeyWords(
        "Acronym of the other application",
        "What is the acronym of {entry}?",
    ),
    "strand": KeyWords(
        "Strand of the other application",
        "To which strand of the call does {entry} belong?",
    ),
}

OTHER_FUNDING: Final[OtherFundingKeys] = {
    "programme": KeyWords(
        "Programme that funds the same work",
        "Under which programme is {entry} funded?",
    ),
    "grant": KeyWords(
        "Number of that grant or contract",
        "What is the number of the grant or contract of {entry}?",
        "number of the other grant",
    ),
    "title": KeyWords(
        "Title of the project that it funds",
        "What is the title of {entry}?",
        "title of the other project",
    ),
}
