"""The words of all keys of a spec."""

from typing import Final

from escp_docs.language.english.countries import IN_A_SENTENCE
from escp_docs.language.english.keys.agreement import (
    AGREEMENT,
    INSTALMENT,
    NEW_MEMBERS,
    REQUESTS,
    TERM,
    WORDING,
)
from escp_docs.language.english.keys.budget import (
    BUDGET,
    COST,
    INCOME,
    LUMP_SUM,
    OWN_CONTRIBUTION,
)
from escp_docs.language.english.keys.consortium import (
    AFFILIATED_ENTITY,
    ASSOCIATED,
    CONSORTIUM,
    OTHER_APPLICATION,
    OTHER_FUNDING,
    PARTNER,
)
from escp_docs.language.english.keys.governance import DATA_PROTECTION, DISPUTES, GOVERNANCE
from escp_docs.language.english.keys.monitoring import INDICATOR, INTERIM, RISK
from escp_docs.language.english.keys.organisations import (
    CONTACT,
    MEMBERS,
    PREVIOUS_PROJECT,
    REGISTRATION,
    SIGNATORY,
    STAFF_MEMBER,
)
from escp_docs.language.english.keys.roadmap import (
    DELIVERABLE,
    LONG_TERM,
    MILESTONE,
    ROADMAP,
    STEP,
    TASK,
    WORK_PACKAGE,
)
from escp_docs.language.english.keys.spec import ACTION, DECLARATION, SPEC
from escp_docs.language.english.keys.strategy import (
    EXISTING_OUTPUT,
    GOAL,
    INTERNATIONAL_PARTNER,
    STRATEGY,
    TARGET,
)
from escp_docs.language.keys.part_words import PartWords
from escp_docs.language.keys.tables import EntryNouns, Keys

_KEYS: Final[Keys] = {
    "Spec": SPEC,
    "Action": ACTION,
    "Consortium": CONSORTIUM,
    "Partner": PARTNER,
    "Registration": REGISTRATION,
    "OtherApplication": OTHER_APPLICATION,
    "Members": MEMBERS,
    "OtherFunding": OTHER_FUNDING,
    "Signatory": SIGNATORY,
    "Contact": CONTACT,
    "StaffMember": STAFF_MEMBER,
    "PreviousProject": PREVIOUS_PROJECT,
    "AffiliatedEntity": AFFILIATED_ENTITY,
    "Associated": ASSOCIATED,
    "Strategy": STRATEGY,
    "Goal": GOAL,
    "ExistingOutput": EXISTING_OUTPUT,
    "Target": TARGET,
    "InternationalPartner": INTERNATIONAL_PARTNER,
    "Roadmap": ROADMAP,
    "WorkPackage": WORK_PACKAGE,
    "Task": TASK,
    "Deliverable": DELIVERABLE,
    "Milestone": MILESTONE,
    "LongTerm": LONG_TERM,
    "Step": STEP,
    "Indicator": INDICATOR,
    "Interim": INTERIM,
    "Risk": RISK,
    "Budget": BUDGET,
    "Cost": COST,
    "Income": INCOME,
    "OwnContribution": OWN_CONTRIBUTION,
    "LumpSum": LUMP_SUM,
    "Agreement": AGREEMENT,
    "Term": TERM,
    "Governance": GOVERNANCE,
    "NewMembers": NEW_MEMBERS,
    "Instalment": INSTALMENT,
    "DataProtection": DATA_PROTECTION,
    "Disputes": DISPUTES,
    "Wording": WORDING,
    "Requests": REQUESTS,
    "Declaration": DECLARATION,
}
_ENTRIES: Final[EntryNouns] = {
    "Partner": "the partner",
    "Registration": "the partner",
    "OtherApplication": "the other application",
    "Members": "the cluster",
    "OtherFunding": "the other project",
    "Signatory": "the organisation",
    "Contact": "the organisation",
    "StaffMember": "the staff member",
    "PreviousProject": "the earlier project",
    "AffiliatedEntity": "the affiliated entity",
    "Associated": "the associated organisation",
    "Goal": "the goal",
    "ExistingOutput": "the existing document",
    "Target": "the target",
    "InternationalPartner": "the international partner",
    "WorkPackage": "the work package",
    "Task": "the task",
    "Deliverable": "the deliverable",
    "Milestone": "the milestone",
    "Step": "the step",
    "Indicator": "the indicator",
    "Interim": "the interim value",
    "Risk": "the risk",
    "Cost": "the cost",
    "Income": "the income",
    "OwnContribution": "the own contribution",
    "LumpSum": "the share of the lump sum",
    "Instalment": "the instalment",
    "Wording": "the clause",
    "Declaration": "the condition",
}
ENGLISH_KEYS: Final = PartWords(
    _KEYS, _ENTRIES, each_partner="each partner", countries=IN_A_SENTENCE
)
