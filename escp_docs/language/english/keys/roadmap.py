"""The words of keys: `roadmap`."""

from typing import Final

from escp_docs.language.keys.key_words import KeyWords
from escp_docs.language.keys.roadmap import (
    DeliverableKeys,
    LongTermKeys,
    MilestoneKeys,
    RoadmapKeys,
    StepKeys,
    TaskKeys,
    WorkPackageKeys,
)

ROADMAP: Final[RoadmapKeys] = {
    "work_packages": KeyWords(
        "Work packages",
        "Into which work packages is the work divided?",
    ),
    "long_term": KeyWords(
        "After the project",
        "What follows after the project?",
    ),
}

WORK_PACKAGE: Final[WorkPackageKeys] = {
    "id": KeyWords(
        "Number of the work package",
        "What is the number of {entry}?",
    ),
    "title": KeyWords(
        "Title of the work package",
        "What is the title of {entry}?",
        "title of the work package",
    ),
    "kind": KeyWords(
        "Kind of work",
        "What kind of work is {entry}?",
        "kind of work",
    ),
    "lead": KeyWords(
        "Partner that leads",
        "Which partner leads {entry}?",
        "lead of the work package",
    ),
    "start_month": KeyWords(
        "First project month",
        "In which project month does {entry} start?",
        "start month",
    ),
    "end_month": KeyWords(
        "Last project month",
        "In which project month does {entry} end?",
        "end month",
    ),
    "objectives": KeyWords(
        "What the work package is for",
        "What is {entry} for?",
        "objectives",
    ),
    "tasks": KeyWords(
        "Tasks",
        "Which tasks does {entry} consist of?",
    ),
    "deliverables": KeyWords(
        "Deliverables",
        "What does {entry} deliver?",
    ),
    "milestones": KeyWords(
        "Milestones",
        "Which milestones does {entry} have?",
    ),
    "effort": KeyWords(
        "Person-months of each partner",
        "How many person-months does each partner spend on {entry}?",
        "effort",
    ),
    "builds_on": KeyWords(
        "Work packages whose results this one takes up; default none",
        "On the results of which work packages does {entry} build?",
        "work packages that it builds on",
    ),
}

TASK: Final[TaskKeys] = {
    "id": KeyWords(
        "Number of the task",
        "What is the number of {entry}?",
    ),
    "title": KeyWords(
        "Title of the task",
        "What is the title of {entry}?",
        "title of the task",
    ),
    "description": KeyWords(
        "What is done",
        "What is done in {entry}?",
        "description of the task",
    ),
    "kind": KeyWords(
        "Kind of work, if it differs from the work package's",
        "What kind of work is {entry}, if it differs from that of its work package?",
    ),
    "lead": KeyWords(
        "Partner that leads the task",
        "Which partner leads {entry}?",
        "lead of the task",
    ),
    "partners": KeyWords(
        "Other partners that take part",
        "Which other partners take part in {entry}?",
    ),
    "start_month": KeyWords(
        "First project month",
        "In which project month does {entry} start?",
        "start month",
    ),
    "end_month": KeyWords(
        "Last project month",
        "In which project month does {entry} end?",
        "end month",
    ),
    "targets": KeyWords(
        "Targets that the task serves",
        "Which targets does {entry} serve?",
    ),
}

DELIVERABLE: Final[DeliverableKeys] = {
    "id": KeyWords(
        "Number of the deliverable",
        "What is the number of {entry}?",
    ),
    "title": KeyWords(
        "Title of the deliverable",
        "What is the title of {entry}?",
        "title of the deliverable",
    ),
    "kind": KeyWords(
        "Type of the deliverable: R, DEC, Other",
        "Of which type is {entry}: a report, a website or video, or something else?",
        "type of the deliverable",
    ),
    "output": KeyWords(
        "Which output of the call the deliverable carries: one or a list",
        "Which outputs of the call does {entry} carry?",
        "output it carries",
    ),
    "dissemination": KeyWords(
        "Dissemination level: PU, CO",
        "Is {entry} public or confidential?",
        "dissemination level",
    ),
    "lead": KeyWords(
        "Partner that delivers",
        "Which partner delivers {entry}?",
        "lead of the deliverable",
    ),
    "due_month": KeyWords(
        "Project month in which it is due",
        "In which project month is {entry} due?",
        "due month",
    ),
}

MILESTONE: Final[MilestoneKeys] = {
    "id": KeyWords(
        "Number of the milestone",
        "What is the number of {entry}?",
    ),
    "title": KeyWords(
        "Title of the milestone",
        "What is the title of {entry}?",
        "title of the milestone",
    ),
    "lead": KeyWords(
        "Partner that answers for it",
        "Which partner answers for {entry}?",
        "lead of the milestone",
    ),
    "due_month": KeyWords(
        "Project month in which it is due",
        "In which project month is {entry} due?",
        "due month",
    ),
    "description": KeyWords(
        "What is reached",
        "What is reached with {entry}?",
        "description of the milestone",
    ),
    "verification": KeyWords(
        "How one can see that it is reached",
        "How can one see that {entry} is reached?",
        "means of verification",
    ),
}

LONG_TERM: Final[LongTermKeys] = {
    "horizon_years": KeyWords(
        "Years after the end of the project that the agenda looks ahead",
        "How many years after the end of the project does the agenda look ahead?",
        "horizon in years",
    ),
    "agenda": KeyWords(
        "The long-term cooperation agenda",
        "What is the long-term cooperation agenda of the partnership?",
        "long-term cooperation agenda",
    ),
    "sustainability": KeyWords(
        "How the partnership lives on without the grant",
        "How does the partnership live on without the grant?",
    ),
    "steps": KeyWords(
        "Steps after the project",
        "Which steps follow after the project?",
    ),
}

STEP: Final[StepKeys] = {
    "year_after_project": KeyWords(
        "Year after the end",
        "In which year after the end of the project is {entry} taken?",
        "year after the project",
    ),
    "action": KeyWords(
        "What is done",
        "What is done in {entry}?",
        "step after the project",
    ),
    "lead": KeyWords(
        "Partner that leads",
        "Which partner leads {entry}?",
        "lead of the step",
    ),
}
