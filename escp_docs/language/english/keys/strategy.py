"""The words of keys: `strategy` and `target_countries`."""

from typing import Final

from escp_docs.language.keys.key_words import KeyWords
from escp_docs.language.keys.strategy import (
    ExistingOutputKeys,
    GoalKeys,
    InternationalPartnerKeys,
    StrategyKeys,
    TargetKeys,
)

STRATEGY: Final[StrategyKeys] = {
    "vision": KeyWords(
        "The joint strategic vision",
        "What is the joint strategic vision of the partnership?",
    ),
    "mission": KeyWords(
        "The mission of the partnership",
        "What is the mission of the partnership?",
    ),
    "common_goals": KeyWords(
        "Common goals towards specific third markets",
        "Which common goals does the partnership have towards specific third markets?",
    ),
    "complementarities": KeyWords(
        "How the partners complement each other",
        "How do the partners complement each other?",
    ),
    "cross_sector_cooperation": KeyWords(
        "Cooperation across related industries and sectoral boundaries",
        "How do the partners cooperate across related industries and the boundaries of sectors?",
    ),
    "european_added_value": KeyWords(
        "Why this is done at European level",
        "Why is this done at European level?",
        "European added value",
    ),
    "target_groups": KeyWords(
        "Target groups and audience of the action (B.1.2)",
        "Whom does the action address?",
    ),
    "methodology": KeyWords(
        "Work methodology and tools (B.1.3)",
        "With which methods and tools do the partners work?",
        "methodology and tools",
    ),
    "impact": KeyWords(
        "What changes for SMEs, clusters and markets",
        "What changes for SMEs, clusters and markets?",
    ),
    "communication": KeyWords(
        "How the action makes itself and its results known",
        "How does the action make itself and its results known?",
    ),
    "management": KeyWords(
        "Management beyond what the agreement's governance says",
        "How is the action managed, beyond what the agreement says of governance?",
        "management structures",
    ),
    "existing": KeyWords(
        "What the partnership builds on",
        "Which existing documents does the partnership build on?",
    ),
}

GOAL: Final[GoalKeys] = {
    "id": KeyWords(
        "Short name of the goal",
        "What is the short name of {entry}?",
    ),
    "title": KeyWords(
        "The goal in a few words",
        "What is {entry}, in a few words?",
        "title of the goal",
    ),
    "description": KeyWords(
        "What is to be reached, and why together",
        "What is to be reached with {entry}, and why together?",
    ),
    "targets": KeyWords(
        "Targets that the goal serves: codes or region names, as declared",
        "Which targets does {entry} serve?",
        "targets of the goal",
    ),
    "indicators": KeyWords(
        "Indicators that measure the goal",
        "Which indicators measure whether {entry} is reached?",
    ),
}

EXISTING_OUTPUT: Final[ExistingOutputKeys] = {
    "output": KeyWords(
        "Which output of the call it is",
        "Which output of the call is {entry}?",
    ),
    "title": KeyWords(
        "Title of the existing document",
        "What is the title of {entry}?",
        "title of the existing document",
    ),
    "date": KeyWords(
        "Date of the existing document",
        "What is the date of {entry}?",
    ),
    "url": KeyWords(
        "Where it can be read",
        "Where can {entry} be read?",
        "address of the existing document",
    ),
}

TARGET: Final[TargetKeys] = {
    "country": KeyWords(
        "Target country; exactly one of country and region",
        "Which country is {entry}?",
    ),
    "region": KeyWords(
        "Target region; exactly one of country and region",
        "Which region of the world is {entry}?",
    ),
    "countries": KeyWords(
        "Countries of the region",
        "Which countries belong to {entry}?",
    ),
    "lead": KeyWords(
        "Partner that leads the work on this target",
        "Which partner leads the work on {entry}?",
        "lead partner",
    ),
    "rationale": KeyWords(
        "Why this target",
        "Why has {entry} been chosen?",
        "reasons for the choice",
    ),
    "market": KeyWords(
        "The market there",
        "What is the market like in {entry}?",
    ),
    "barriers": KeyWords(
        "Barriers, and how they are met",
        "Which barriers are there in {entry}, and how are they met?",
    ),
    "international_partners": KeyWords(
        "Organisations in the target that cooperate",
        "Which organisations in {entry} cooperate with the partnership?",
    ),
    "business_partnerships": KeyWords(
        "How partnerships between European SMEs and local firms are initiated",
        "How are partnerships between European SMEs and firms in {entry} initiated?",
    ),
}

INTERNATIONAL_PARTNER: Final[InternationalPartnerKeys] = {
    "name": KeyWords(
        "Name of the international partner",
        "What is the name of {entry}?",
        "name of the international partner",
    ),
    "kind": KeyWords(
        "What it is: cluster, chamber, agency, ...",
        "What kind of organisation is {entry}?",
        "kind of organisation",
    ),
    "country": KeyWords(
        "Country of the international partner",
        "In which country is {entry}?",
    ),
    "lead": KeyWords(
        "Partner that keeps the relation",
        "Which partner keeps the relation with {entry}?",
        "lead partner",
    ),
    "status": KeyWords(
        "How far the relation has come",
        "How far has the relation with {entry} come?",
        "status of the relation",
    ),
}
