"""The words of keys: the spec itself and `project`."""

from typing import Final

from escp_docs.language.keys.key_words import KeyWords
from escp_docs.language.keys.spec import ActionKeys, DeclarationKeys, SpecKeys

SPEC: Final[SpecKeys] = {
    "call": KeyWords(
        "The call that the consortium answers, by its id",
        "Which call does the consortium answer?",
    ),
    "strand": KeyWords(
        "Strand of the call",
        "Which strand of the call does the consortium apply under?",
        "strand of the call",
    ),
    "project": KeyWords(
        "The action",
        "What is the action called, when does it run, and what is it about?",
    ),
    "consortium": KeyWords(
        "Who applies",
        "Who applies?",
    ),
    "strategy": KeyWords(
        "The joint strategy",
        "What is the joint strategy of the partnership?",
    ),
    "target_countries": KeyWords(
        "Third countries and world regions",
        "Which third countries and world regions does the partnership turn to?",
    ),
    "roadmap": KeyWords(
        "The roadmap",
        "What is done, when, and by whom?",
    ),
    "indicators": KeyWords(
        "Performance indicators",
        "By which indicators is the performance of the action measured?",
    ),
    "risks": KeyWords(
        "Critical risks",
        "Which critical risks could endanger the action?",
    ),
    "budget": KeyWords(
        "The budget",
        "What does the action cost, and who pays for it?",
    ),
    "agreement": KeyWords(
        "The agreement",
        "What have the members agreed among themselves?",
    ),
    "requests": KeyWords(
        "Requests to partners",
        "How are partners asked for what is still missing?",
    ),
    "declarations": KeyWords(
        "What a named person declares of conditions that only a person can judge",
        "Who declares that the conditions hold that only a person can judge?",
    ),
}

ACTION: Final[ActionKeys] = {
    "acronym": KeyWords(
        "Short name of the action; also names the output folder",
        "What is the acronym of the action?",
    ),
    "logo": KeyWords(
        "Picture for covers, letters and running heads: PNG, JPEG or SVG",
        "Which picture is the logo of the action?",
    ),
    "title": KeyWords(
        "Title of the action, at most 200 characters",
        "What is the full title of the action?",
        "title of the action",
    ),
    "abstract": KeyWords(
        "What the action does, in at most 2,000 characters",
        "What does the action do, in at most 2,000 characters?",
    ),
    "objectives": KeyWords(
        "Specific objectives of the action: clear, measurable, realistic (B.1.1)",
        "What are the specific objectives of the action?",
        "specific objectives",
    ),
    "keywords": KeyWords(
        "Free keywords, 200 characters together",
        "Which keywords describe the action?",
    ),
    "start_date": KeyWords(
        "First day of the action",
        "On which day does the action start?",
    ),
    "duration_months": KeyWords(
        "Length of the action in months",
        "How many months does the action last?",
        "duration in months",
    ),
    "drafting_date": KeyWords(
        "Date printed at the head of every page",
        "Which date is printed at the head of every page?",
    ),
    "submission_date": KeyWords(
        "When the application is or will be submitted",
        "When is the application submitted?",
    ),
    "sectors": KeyWords(
        "Industrial sectors of the action",
        "In which industrial sectors does the action take place?",
    ),
    "defence_and_security": KeyWords(
        "Is the action in the Defence and Security sector?",
        "Is the action in the Defence and Security sector?",
        "whether the action is in the Defence and Security sector",
    ),
    "main_topic": KeyWords(
        "Topic of the call that the action is about before all",
        "Which topic of the call is the main one?",
    ),
    "topics": KeyWords(
        "Other topics of the call that the action takes up; [] says none",
        "Which other topics of the call does the action take up?",
        "other topics of the call",
    ),
}

DECLARATION: Final[DeclarationKeys] = {
    "condition": KeyWords(
        "Id of the condition of the call",
        "Which condition of the call is meant?",
    ),
    "holds": KeyWords(
        "Does it hold?",
        "Does {entry} hold?",
        "whether it holds",
    ),
    "by": KeyWords(
        "Person who says so",
        "Who says that {entry} holds?",
        "who says so",
    ),
    "date": KeyWords(
        "Day on which the person said so",
        "On which day was that said?",
    ),
}
