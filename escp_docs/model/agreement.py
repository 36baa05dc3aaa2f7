"""`agreement`: the choices of the Partnership Agreement."""

from datetime import date
from typing import Annotated, Final, Literal

from pydantic import PlainValidator, WithJsonSchema

from escp_docs.model.base import SpecModel, key, part
from escp_docs.model.scalar import (
    Count,
    Country,
    Day,
    Euro,
    Flag,
    MemberRef,
    Month,
    PartnerRef,
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

Majority = Literal["simple", "two_thirds", "unanimity"]
EFFECTIVE = ("last_signature", "each_signature", "project_start", "grant_agreement")


def _effective(value: object) -> str | date:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and value.strip() in EFFECTIVE:
        return value.strip()
    if isinstance(value, str) and value.strip()[:1].isdigit():
        return read_day(value)
    raise refusal(f"is {value!r}", f"write one of {', '.join(EFFECTIVE)}, or a date")


Effective = Annotated[
    str | date,
    PlainValidator(_effective),
    ScalarKind("date"),
    WithJsonSchema({"anyOf": [{"enum": list(EFFECTIVE)}, {"type": "string", "format": "date"}]}),
]


RESERVED: Final = ("amendment", "exclusion", "dissolution", "default", "coordinator", "fees")
"""The matters that are reserved unless a spec says otherwise."""


class Wording(SpecModel):
    """Words of a clause that the members have agreed in place of the standard ones."""

    clause: Text | None = key("Clause that the words belong to", "clause of the agreed words")
    text: Prose | None = key("The agreed words", "agreed words")
    by: Text | None = key("Who proposed them", "who proposed the words")
    reason: Text | None = key("Why they were agreed", "reason of the agreed words")
    status: Text | None = key("How far they are agreed", "status of the agreed words")
    under: Text | None = key(
        "Choices of the clause when the words were agreed", "choices under the agreed words"
    )


Arbitrators = Annotated[Literal["1", "3"], WithJsonSchema({"enum": [1, 3, "1", "3"]})]


class Term(SpecModel):
    """How long the agreement lasts."""

    kind: Literal["project_end", "years_after_project", "open_ended"] | None = key(
        "When the agreement ends", "term of the agreement"
    )
    years: Quantity | None = key(
        "Years after the project, with years_after_project", "years after the project"
    )
    renewal: Literal["none", "yearly"] | None = key("Whether it is renewed", "renewal")


class Governance(SpecModel):
    """How the members decide."""

    bodies: (
        tuple[Literal["general_assembly", "steering_committee", "coordination_office"], ...] | None
    ) = key("Bodies of the partnership", "bodies of the partnership")
    steering_committee: tuple[MemberRef, ...] | None = key(
        "Members that sit on the Steering Committee", "composition of the Steering Committee"
    )
    chair: Literal["coordinator", "rotating", "elected"] | None = key("Who chairs", "chair")
    meetings_per_year: Count | None = key("Ordinary meetings a year", "meetings per year")
    virtual_meetings: Flag | None = key(
        "May meetings be held by video?", "whether meetings may be virtual"
    )
    notice_days: Count | None = key("Days of notice before a meeting", "days of notice")
    minutes_days: Count | None = key("Days within which minutes are sent", "days for the minutes")
    written_procedure_days: Count | None = key(
        "Days to answer in a written procedure", "days of a written procedure"
    )
    votes: Literal["one_per_member", "by_budget_share"] | None = key(
        "How votes are counted; by_budget_share in grant matters alone", "votes"
    )
    majority: Majority | None = key("Majority of ordinary decisions", "majority")
    majority_of: Literal["votes_cast", "present", "all_members"] | None = key(
        "Of what the majority is counted", "base of the majority"
    )
    reserved_majority: Literal["two_thirds", "unanimity"] | None = key(
        "Majority for amendment, exclusion, admission, dissolution",
        "majority for reserved matters",
    )
    reserved_matters: tuple[Text, ...] = key(
        f"Matters that need the reserved majority: {', '.join(RESERVED)}, or others in words",
        "reserved matters",
        default=RESERVED,
    )
    silence: Literal["no_vote", "consent"] = key(
        "What silence means in the written procedure; default no_vote",
        "meaning of silence",
        default="no_vote",
    )
    quorum: Literal["more_than_half", "two_thirds", "three_quarters", "all"] | None = key(
        "Members that must be present or represented", "quorum"
    )
    without_quorum: Literal["second_meeting", "adjourn"] | None = key(
        "What happens without a quorum", "consequence of a missing quorum"
    )
    casting_vote: Literal["chair", "none"] | None = key("Who decides a tie", "casting vote")
    veto: Literal["none", "vital_interest"] | None = key("Whether a member may object", "veto")
    veto_days: Count | None = key("Days within which a veto is raised", "days for a veto")


class NewMembers(SpecModel):
    """How the partnership grows."""

    admission: Majority | None = key(
        "Majority that admits a member", "majority for the admission of members"
    )
    criteria: TextOrNone | None = key("What a new member must bring", "criteria for new members")


class Instalment(SpecModel):
    """A payment to a beneficiary."""

    month: Month | None = key("Project month of the payment", "month of the instalment")
    share: Share | None = key("Share of the beneficiary's grant", "share of the instalment")


class Disputes(SpecModel):
    """How disputes are settled."""

    first: Literal["negotiation", "mediation", "none"] | None = key(
        "What is tried first", "first step of dispute resolution"
    )
    then: Literal["arbitration", "courts"] | None = key(
        "Who decides in the end", "final forum for disputes"
    )
    seat: Text | None = key(
        "Seat of the arbitration or place of the courts", "seat of arbitration or courts"
    )
    institution: Text | None = key("Arbitral institution", "arbitral institution")
    arbitrators: Arbitrators | None = key(
        "Number of arbitrators",
        "number of arbitrators",
    )


class DataProtection(SpecModel):
    """Who answers for personal data."""

    role: Literal["independent", "joint"] | None = key(
        "Independent or joint controllers", "role of the members as controllers"
    )
    contact: MemberRef | None = key(
        "Member that answers questions on personal data", "contact for personal data"
    )


class Agreement(SpecModel):
    """Every choice that the text of the agreement depends on."""

    title: Text | None = key("Title of the agreement", "title of the agreement")
    members: tuple[MemberRef, ...] | None = key("Partners and associated; if absent, all partners")
    joins_later: tuple[PartnerRef, ...] = key(
        "Partners that sign after the others; default none",
        "partners that join later",
        default=(),
    )
    grant_matters: Literal["included", "separate_agreement"] | None = key(
        "Are grant matters part of this agreement?", "whether grant matters are included"
    )
    effective: Effective | None = key("When the agreement takes effect", "entry into force")
    if_not_awarded: Literal["continues", "lapses"] | None = key(
        "What happens without an award", "consequence of no award"
    )
    term: Term = part("How long it lasts", Term)
    termination_notice_months: Count | None = key("Months of notice", "months of notice to end")
    common_actions: ProseOrNone | None = key("Common actions beside the work packages")
    governance: Governance = part("How members decide", Governance)
    new_members: NewMembers = part("How it grows", NewMembers)
    withdrawal_notice_months: Count | None = key(
        "Months of notice of a withdrawal", "months of notice of a withdrawal"
    )
    withdrawal_during_project: Literal["notice", "consent"] | None = key(
        "Withdrawal before the project ends: by notice, or with consent",
        "withdrawal during the project",
    )
    default_remedy_days: Count | None = key("Days to remedy a default", "days to remedy a default")
    payments: Literal["on_receipt", "by_instalments", "by_report"] | None = key(
        "When beneficiaries are paid", "schedule of payments"
    )
    payment_days: Count | None = key("Days within which a payment is made", "days for payment")
    instalments: tuple[Instalment, ...] | None = key("Instalments, with by_instalments")
    report_days: Count | None = key("Days within which reports are due", "days for reports")
    liability_cap: Literal["cost_share", "fixed", "uncapped"] | None = key(
        "How liability between members is limited", "limit of liability"
    )
    liability_cap_eur: Euro | None = key(
        "Limit in euro: with fixed, and the floor for members without a share",
        "limit of liability in euro",
    )
    confidentiality_years: Count | None = key(
        "Years of confidentiality", "years of confidentiality"
    )
    confidentiality_from: Literal["disclosure", "end"] | None = key(
        "From when the years are counted", "start of the confidentiality period"
    )
    results: Literal["owner_creates", "joint"] | None = key(
        "Who owns results", "ownership of results"
    )
    access_rights: Literal["royalty_free", "fair_terms"] | None = key(
        "On what terms results are used", "terms of access rights"
    )
    access_for: tuple[Literal["affiliated", "smes"], ...] = key(
        "Who has access beside the parties: affiliated entities, SMEs among the members",
        "who has access beside the parties",
        default=(),
    )
    publication_notice_days: Count = key(
        "Days of notice before a publication, and to object to it; default 30",
        "days of notice before a publication",
        default=30,
    )
    background: dict[MemberRef, Text] | None = key("Background that each member brings")
    brand_owner: Annotated[Text, Refers("coordinator", "joint", "partner")] | None = key(
        "Who holds the name and the brand: coordinator, joint, or a partner's id",
        "holder of the brand",
    )
    memoranda_signed_by: Literal["coordinator", "each_member", "all"] | None = key(
        "Who signs memoranda with third-country partners", "signature of memoranda"
    )
    data_protection: DataProtection = part("Personal data", DataProtection)
    publicity: ProseOrNone | None = key(
        "Publicity beside what the grant agreement asks", "publicity"
    )
    financing_after_project: ProseOrNone | None = key("Who pays after the project")
    governing_law: Country | None = key("Country whose law governs", "governing law")
    disputes: Disputes = part("Disputes", Disputes)
    notices: Literal["email", "email_and_post"] | None = key(
        "How notices are given", "form of notices"
    )
    signing: Literal["wet_ink", "advanced", "qualified", "any"] | None = key(
        "How the agreement is signed", "form of signature"
    )
    wording: tuple[Wording, ...] = key(
        "Negotiated words of clauses; default none", "negotiated words", default=()
    )
    language: Text | None = key("Language of the agreement as ISO 639-1 code", "language")
    public_edition: Flag = key(
        "Is there a public edition, without what is confidential? Default false",
        "whether there is a public edition",
        default=False,
    )
    future_form: Literal["contractual", "eeig_later"] = key(
        "Whether the members intend to found an EEIG or association; default contractual",
        "future form of the partnership",
        default="contractual",
    )
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
    ) = key("Annexes of the agreement, in their order", "annexes")


class Requests(SpecModel):
    """Until when and where partners answer."""

    deadline: Day | None = key("Date until which answers are asked for", "date for answers")
    return_to: Text | None = key("Address to which answers go", "return address")
    privacy: Text | None = key(
        "Who collects the answers, what for, who sees them, for how long, whom to ask",
        "note on personal data",
    )
