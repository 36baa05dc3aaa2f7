"""Which keys of a spec have words: a table of each part, complete or it fails type checking."""

from typing import TypedDict

from escp_docs.language.keys.agreement import (
    AgreementKeys,
    InstalmentKeys,
    NewMembersKeys,
    RequestsKeys,
    TermKeys,
    WordingKeys,
)
from escp_docs.language.keys.budget import (
    BudgetKeys,
    CostKeys,
    IncomeKeys,
    LumpSumKeys,
    OwnContributionKeys,
)
from escp_docs.language.keys.consortium import (
    AffiliatedEntityKeys,
    AssociatedKeys,
    ConsortiumKeys,
    OtherApplicationKeys,
    OtherFundingKeys,
    PartnerKeys,
)
from escp_docs.language.keys.governance import DataProtectionKeys, DisputesKeys, GovernanceKeys
from escp_docs.language.keys.monitoring import IndicatorKeys, InterimKeys, RiskKeys
from escp_docs.language.keys.organisations import (
    ContactKeys,
    MembersKeys,
    PreviousProjectKeys,
    RegistrationKeys,
    SignatoryKeys,
    StaffMemberKeys,
)
from escp_docs.language.keys.roadmap import (
    DeliverableKeys,
    LongTermKeys,
    MilestoneKeys,
    RoadmapKeys,
    StepKeys,
    TaskKeys,
    WorkPackageKeys,
)
from escp_docs.language.keys.spec import ActionKeys, DeclarationKeys, SpecKeys
from escp_docs.language.keys.strategy import (
    ExistingOutputKeys,
    GoalKeys,
    InternationalPartnerKeys,
    StrategyKeys,
    TargetKeys,
)


class Keys(TypedDict):
    """The words of all keys, by the name of the part of the model that has them."""

    Spec: SpecKeys
    Action: ActionKeys
    Consortium: ConsortiumKeys
    Partner: PartnerKeys
    Registration: RegistrationKeys
    OtherApplication: OtherApplicationKeys
    Members: MembersKeys
    OtherFunding: OtherFundingKeys
    Signatory: SignatoryKeys
    Contact: ContactKeys
    StaffMember: StaffMemberKeys
    PreviousProject: PreviousProjectKeys
    AffiliatedEntity: AffiliatedEntityKeys
    Associated: AssociatedKeys
    Strategy: StrategyKeys
    Goal: GoalKeys
    ExistingOutput: ExistingOutputKeys
    Target: TargetKeys
    InternationalPartner: InternationalPartnerKeys
    Roadmap: RoadmapKeys
    WorkPackage: WorkPackageKeys
    Task: TaskKeys
    Deliverable: DeliverableKeys
    Milestone: MilestoneKeys
    LongTerm: LongTermKeys
    Step: StepKeys
    Indicator: IndicatorKeys
    Interim: InterimKeys
    Risk: RiskKeys
    Budget: BudgetKeys
    Cost: CostKeys
    Income: IncomeKeys
    OwnContribution: OwnContributionKeys
    LumpSum: LumpSumKeys
    Agreement: AgreementKeys
    Term: TermKeys
    Governance: GovernanceKeys
    NewMembers: NewMembersKeys
    Instalment: InstalmentKeys
    DataProtection: DataProtectionKeys
    Disputes: DisputesKeys
    Wording: WordingKeys
    Requests: RequestsKeys
    Declaration: DeclarationKeys


class EntryNouns(TypedDict):
    """What an entry of a part is called where nothing says which one it is: "the partner"."""

    Partner: str
    Registration: str
    OtherApplication: str
    Members: str
    OtherFunding: str
    Signatory: str
    Contact: str
    StaffMember: str
    PreviousProject: str
    AffiliatedEntity: str
    Associated: str
    Goal: str
    ExistingOutput: str
    Target: str
    InternationalPartner: str
    WorkPackage: str
    Task: str
    Deliverable: str
    Milestone: str
    Step: str
    Indicator: str
    Interim: str
    Risk: str
    Cost: str
    Income: str
    OwnContribution: str
    LumpSum: str
    Instalment: str
    Wording: str
    Declaration: str
