"""FRM006 fact-the-form-needs: a fact is missing for which the form has a field.

What it checks
    The action has title, abstract, keywords, start date and duration; each partner has legal name,
    PIC, address, link to activity reports and key staff.

Why
    The application cannot be sent while one of its fields is empty, and partners answer late.

Met
    project:
      acronym: X
      title: Waves of growth
      abstract: Small firms go to sea
      keywords: [ocean energy]
      start_date: 2021-09-01
      duration_months: 32
    consortium:
      partners:
        - id: A
          legal_name: Cluster do Mar
          pic: "912345678"
          address: Rua do Cais 1
          activity_report: https://cluster.example/report.pdf
          key_staff: [{name: Ana Reis}]

Undecided
    project: {acronym: X, title: Waves of growth}

Source
    facts_of_the_form
"""

from collections.abc import Iterator
from typing import Final

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import PARTNERS, asked, no_partner, or_met

PROJECT = "project"
OF_THE_ACTION: Final = {
    "title": "What is the title of the action?",
    "abstract": "What does the action do?",
    "keywords": "Which keywords fit the action?",
    "start_date": "On which day does the action start?",
    "duration_months": "How many months does the action take?",
}
OF_A_PARTNER: Final = {
    "legal_name": "What is the full legal name of {}?",
    "pic": "What is the Participant Identification Code of {}?",
    "address": "What is the street address of {}?",
    "activity_report": "Where can the activity reports of {} be read?",
    "key_staff": "Who of {} carries out the work?",
}


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one question per fact that is missing, else one answer for all."""
    yield from or_met(_found(case), case.met("the form can be filled in", PROJECT))


def _found(case: Case[bool]) -> Iterator[Outcome]:
    for name, question in OF_THE_ACTION.items():
        if getattr(case.spec.project, name) is None:
            said = f"the {name.replace('_', ' ')} of the action is not stated"
            yield case.undecided(said, question, f"{PROJECT}.{name}")
    if case.spec.consortium.partners is None:
        yield no_partner(case)
    for index, partner in enumerate(case.spec.partners):
        for name, question in OF_A_PARTNER.items():
            if getattr(partner, name) is None:
                words = "PIC" if name == "pic" else name.replace("_", " ")
                yield case.undecided(
                    f"the {words} of {partner.id} is not stated",
                    question.format(partner.id),
                    f"{PARTNERS}[{index}].{name}",
                )


RULE = Rule("FRM006", "fact-the-form-needs", lambda terms: asked(terms.facts_of_the_form), check)
