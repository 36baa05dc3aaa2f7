"""The words of keys: `indicators` and `risks`."""

from typing import Final

from escp_docs.language.keys.key_words import KeyWords
from escp_docs.language.keys.monitoring import IndicatorKeys, InterimKeys, RiskKeys

INDICATOR: Final[IndicatorKeys] = {
    "id": KeyWords(
        "Number of the indicator",
        "What is the number of {entry}?",
    ),
    "name": KeyWords(
        "What is measured",
        "What does {entry} measure?",
        "name of the indicator",
    ),
    "unit": KeyWords(
        "Unit in which it is counted",
        "In which unit is {entry} counted?",
        "unit of the indicator",
    ),
    "baseline": KeyWords(
        "Value at the start",
        "What is the value of {entry} at the start?",
        "baseline",
    ),
    "target": KeyWords(
        "Value to be reached",
        "Which value is {entry} to reach?",
        "target value",
    ),
    "due_month": KeyWords(
        "Project month by which it is reached",
        "By which project month is the value of {entry} to be reached?",
        "due month",
    ),
    "after_project": KeyWords(
        "Measured after the end of the project; default false",
        "Is {entry} measured after the end of the project?",
    ),
    "lead": KeyWords(
        "Partner that measures",
        "Which partner measures {entry}?",
        "lead of the indicator",
    ),
    "verification": KeyWords(
        "How one can see it",
        "How can one verify the value of {entry}?",
        "means of verification",
    ),
    "interim": KeyWords(
        "Values on the way",
        "Which values is {entry} to reach on the way?",
    ),
}

INTERIM: Final[InterimKeys] = {
    "month": KeyWords(
        "Project month",
        "In which project month is {entry} to be reached?",
        "month of the interim value",
    ),
    "value": KeyWords(
        "Value to be reached by then",
        "How high is {entry}?",
        "interim value",
    ),
}

RISK: Final[RiskKeys] = {
    "id": KeyWords(
        "Number of the risk",
        "What is the number of {entry}?",
    ),
    "description": KeyWords(
        "What may happen",
        "What may happen if {entry} comes true?",
        "description of the risk",
    ),
    "likelihood": KeyWords(
        "How likely it is",
        "How likely is {entry}?",
    ),
    "impact": KeyWords(
        "How hard it would hit",
        "How hard would {entry} hit the action?",
        "impact",
    ),
    "mitigation": KeyWords(
        "What is done about it",
        "What is done about {entry}?",
        "mitigation measures",
    ),
    "work_packages": KeyWords(
        "Work packages that it touches",
        "Which work packages does {entry} touch?",
    ),
}
