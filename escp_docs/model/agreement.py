"""`agreement`: the choices of the Partnership Agreement."""

from datetime import date
from typing import Annotated, Final, Literal

from escp_docs.model.base import SpecModel, part
from escp_docs.model.reading import InJson, Reads
from escp_docs.model.scalar import (
    Count,
    Country,
    Day,
    Euro,
    Flag,
    MemberRef,
    Month,
    PartnerRef,
    PersonalText,
    Prose,
    ProseOrNone,
    Quantity,
    Refers,
    ScalarKind,
    Share,
    Text,
    TextOrNone,
    read_day,
    refusal,
)
from escp_docs.spelling import nearest

Majority = Literal["simple", "two_thirds", "unanimity"]
EFFECTIVE = ("last_signature", "each_signature", "project_start", "grant_agreement")


def _effective(value: object) -> str | date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and value.strip() in EFFECTIVE:
        return value.strip()
    if isinstance(value, str) and value.strip()[:1].isdigit():
        return read_day(value)
    near = nearest(str(value), EFFECTIVE)
    if near:
        raise refusal(f"is {value!r}", f"write {near}")
    raise refusal(f"is {value!r}", f"write one of {', '.join(EFFECTIVE)}, or a date")


Effective = Annotated[
    str | date,
    Reads(_effective),
    ScalarKind("date"),
    InJson({"anyOf": [{"enum": list(EFFECTIVE)}, {"type": "string", "format": "date"}]}),
]


RESERVED: Final = ("amendment", "exclusion", "dissolution", "default", "coordinator", "fees")
"""The matters that are reserved unless a spec says otherwise."""


class Wording(SpecModel):
    """Words of a clause that the members have agreed in place of the standard ones."""

    clause: Text | None = None
    text: Prose | None = None
    by: Text | None = None
    reason: Text | None = None
    status: Literal["proposed", "agreed", "declined"] | None = None
    answer: Text | None = None
    comments: tuple[Text, ...] = ()
    under: dict[Text, Text] | None = None


Arbitrators = Annotated[Literal["1", "3"], InJson({"enum": [1, 3, "1", "3"]})]


class Term(SpecModel):
    """How long the agreement lasts."""

    kind: Literal["project_end", "years_after_project", "open_ended"] | None = None
    years: Quantity | None = None
    renewal: Literal["none", "yearly"] | None = None


class Governance(SpecModel):
    """How the members decide."""

    bodies: (
        tuple[Literal["general_assembly", "steering_committee", "coordination_office"], ...] | None
    ) = None
    steering_committee: tuple[MemberRef, ...] | None = None
    chair: Literal["coordinator", "rotating", "elected"] | None = None
    meetings_per_year: Count | None = None
    virtual_meetings: Flag | None = None
    notice_days: Count | None = None
    minutes_days: Count | None = None
    written_procedure_days: Count | None = None
    votes: Literal["one_per_member", "by_budget_share"] | None = None
    majority: Majority | None = None
    majority_of: Literal["votes_cast", "present", "all_members"] | None = None
    reserved_majority: Literal["two_thirds", "unanimity"] | None = None
    reserved_matters: tuple[Text, ...] = RESERVED
    silence: Literal["no_vote", "consent"] = "no_vote"
    quorum: Literal["more_than_half", "two_thirds", "three_quarters", "all"] | None = None
    without_quorum: Literal["second_meeting", "adjourn"] | None = None
    casting_vote: Literal["chair", "none"] | None = None
    veto: Literal["none", "vital_interest"] | None = None
    veto_days: Count | None = None


class NewMembers(SpecModel):
    """How the partnership grows."""

    admission: Majority | None = None
    criteria: TextOrNone | None = None


class Instalment(SpecModel):
    """A payment to a beneficiary."""

    month: Month | None = None
    share: Share | None = None


class Disputes(SpecModel):
    """How disputes are settled."""

    first: Literal["negotiation", "mediation", "none"] | None = None
    then: Literal["arbitration", "courts"] | None = None
    seat: Text | None = None
    institution: Text | None = None
    arbitrators: Arbitrators | None = None


class DataProtection(SpecModel):
    """Who answers for personal data."""

    role: Literal["independent", "joint"] | None = None
    contact: MemberRef | None = None


class Agreement(SpecModel):
    """Every choice that the text of the agreement depends on."""

    title: Text | None = None
    members: tuple[MemberRef, ...] | None = None
    joins_later: tuple[PartnerRef, ...] = ()
    grant_matters: Literal["included", "separate_agreement"] | None = None
    effective: Effective | None = None
    if_not_awarded: Literal["continues", "lapses"] | None = None
    term: Term = part(Term)
    termination_notice_months: Count | None = None
    common_actions: ProseOrNone | None = None
    governance: Governance = part(Governance)
    new_members: NewMembers = part(NewMembers)
    withdrawal_notice_months: Count | None = None
    withdrawal_during_project: Literal["notice", "consent"] | None = None
    default_remedy_days: Count | None = None
    payments: Literal["on_receipt", "by_instalments", "by_report"] | None = None
    payment_days: Count | None = None
    instalments: tuple[Instalment, ...] | None = None
    report_days: Count | None = None
    liability_cap: Literal["cost_share", "fixed", "uncapped"] | None = None
    liability_cap_eur: Euro | None = None
    confidentiality_years: Count | None = None
    confidentiality_from: Literal["disclosure", "end"] | None = None
    results: Literal["owner_creates", "joint"] | None = None
    access_rights: Literal["royalty_free", "fair_terms"] | None = None
    access_for: tuple[Literal["affiliated", "smes"], ...] = ()
    publication_notice_days: Count = 30
    background: dict[MemberRef, Text] | None = None
    brand_owner: Annotated[Text, Refers("coordinator", "joint", "partner")] | None = None
    memoranda_signed_by: Literal["coordinator", "each_member", "all"] | None = None
    data_protection: DataProtection = part(DataProtection)
    publicity: ProseOrNone | None = None
    financing_after_project: ProseOrNone | None = None
    governing_law: Country | None = None
    disputes: Disputes = part(Disputes)
    notices: Literal["email", "email_and_post"] | None = None
    signing: Literal["wet_ink", "advanced", "qualified", "any"] | None = None
    wording: tuple[Wording, ...] = ()
    language: Text | None = None
    public_edition: Flag = False
    future_form: Literal["contractual", "eeig_later"] = "contractual"
    annexes: (
        tuple[
            Literal[
                "members",
                "budget_shares",
                "principles",
                "accession_form",
                "roadmap",
                "indicators",
                "background",
                "associated",
                "votes",
            ],
            ...,
        ]
        | None
    ) = None


class Requests(SpecModel):
    """Until when and where partners answer."""

    deadline: Day | None = None
    return_to: PersonalText | None = None
    privacy: Text | None = None
