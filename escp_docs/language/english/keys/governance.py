"""The words of keys: how members of the agreement decide, and who settles what."""

from typing import Final

from escp_docs.language.keys.governance import DataProtectionKeys, DisputesKeys, GovernanceKeys
from escp_docs.language.keys.key_words import KeyWords

GOVERNANCE: Final[GovernanceKeys] = {
    "bodies": KeyWords(
        "Bodies of the partnership",
        "Which bodies does the partnership have?",
        "bodies of the partnership",
    ),
    "steering_committee": KeyWords(
        "Members that sit on the Steering Committee",
        "Which members sit on the Steering Committee?",
        "composition of the Steering Committee",
    ),
    "chair": KeyWords(
        "Who chairs",
        "Who chairs the meetings?",
        "chair",
    ),
    "meetings_per_year": KeyWords(
        "Ordinary meetings a year",
        "How many ordinary meetings are there in a year?",
        "meetings per year",
    ),
    "virtual_meetings": KeyWords(
        "May meetings be held by video?",
        "May meetings be held by video?",
        "whether meetings may be virtual",
    ),
    "notice_days": KeyWords(
        "Days of notice before a meeting",
        "How many days of notice are given before a meeting?",
        "days of notice",
    ),
    "minutes_days": KeyWords(
        "Days within which minutes are sent",
        "Within how many days are the minutes of a meeting sent?",
        "days for the minutes",
    ),
    "written_procedure_days": KeyWords(
        "Days to answer in a written procedure",
        "Within how many days do members answer in a written procedure?",
        "days of a written procedure",
    ),
    "votes": KeyWords(
        "How votes are counted; by_budget_share in grant matters alone",
        "How are votes counted?",
        "votes",
    ),
    "majority": KeyWords(
        "Majority of ordinary decisions",
        "Which majority do ordinary decisions need?",
        "majority",
    ),
    "majority_of": KeyWords(
        "Of what the majority is counted",
        "Of what is the majority counted?",
        "base of the majority",
    ),
    "reserved_majority": KeyWords(
        "Majority for amendment, exclusion, admission, dissolution",
        "Which majority do reserved matters need, such as amendment, exclusion and dissolution?",
        "majority for reserved matters",
    ),
    "reserved_matters": KeyWords(
        "Matters that need the reserved majority: amendment, exclusion, dissolution, default, "
        "coordinator, fees, or others in words",
        "Which matters need the reserved majority?",
        "reserved matters",
    ),
    "silence": KeyWords(
        "What silence means in the written procedure; default no_vote",
        "What does silence mean in the written procedure?",
        "meaning of silence",
    ),
    "quorum": KeyWords(
        "Members that must be present or represented",
        "How many members must be present or represented?",
        "quorum",
    ),
    "without_quorum": KeyWords(
        "What happens without a quorum",
        "What happens if there is no quorum?",
        "consequence of a missing quorum",
    ),
    "casting_vote": KeyWords(
        "Who decides a tie",
        "Who decides a tie?",
        "casting vote",
    ),
    "veto": KeyWords(
        "Whether a member may object",
        "May a member object to a decision?",
        "veto",
    ),
    "veto_days": KeyWords(
        "Days within which a veto is raised",
        "Within how many days must a member raise a veto?",
        "days for a veto",
    ),
}

DATA_PROTECTION: Final[DataProtectionKeys] = {
    "role": KeyWords(
        "Independent or joint controllers",
        "Are the members independent or joint controllers of personal data?",
        "role of the members as controllers",
    ),
    "contact": KeyWords(
        "Member that answers questions on personal data",
        "Which member answers questions on personal data?",
        "contact for personal data",
    ),
}

DISPUTES: Final[DisputesKeys] = {
    "first": KeyWords(
        "What is tried first",
        "What is tried first when a dispute arises?",
        "first step of dispute resolution",
    ),
    "then": KeyWords(
        "Who decides in the end",
        "Who decides a dispute in the end?",
        "final forum for disputes",
    ),
    "seat": KeyWords(
        "Seat of the arbitration or place of the courts",
        "Where is the seat of the arbitration, or the place of the courts?",
        "seat of arbitration or courts",
    ),
    "institution": KeyWords(
        "Arbitral institution",
        "Which institution administers the arbitration?",
        "arbitral institution",
    ),
    "arbitrators": KeyWords(
        "Number of arbitrators",
        "How many arbitrators are there?",
        "number of arbitrators",
    ),
}
