"""FRM006 fact-the-form-needs: a fact is missing for which the form has a field.

What it checks
    The action has title, abstract, keywords, start date and duration; each partner has legal name,
    PIC, address, link to activity reports and key staff.

Why
    The forms have a field for each of these facts.

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
    "title": ("the title is not stated", "What is the title of the action?"),
    "abstract": ("the abstract is not stated", "What does the action do?"),
    "keywords": ("the keywords are not stated", "Which keywords fit the action?"),
    "start_date": ("the start date is not stated", "On which day does the action start?"),
    "duration_months": ("the duration is not stated", "How many months does the action take?"),
}
OF_A_PARTNER: Final = {
    "legal_name": ("the legal name of {} is not stated", "What is the full legal name of {}?"),
    "pic": ("the PIC of {} is not stated", "What is the Participant Identification Code of {}?"),
    "address": ("the address of {} is not stated", "What is the street address of {}?"),
    "activity_report": (
        "where activity reports of {} can be read is not stated",
        "Where can the activity reports of {} be read?",
    ),
    "key_staff": ("the key staff of {} are not stated", "Who of {} carries out the work?"),
}


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one question per fact that is missing, else one answer for all."""
    yield from or_met(_found(case), case.met("the form can be filled in", PROJECT))


def _found(case: Case[bool]) -> Iterator[Outcome]:
    for name, (said, question) in OF_THE_ACTION.items():
        if getattr(case.spec.project, name) is None:
            yield case.undecided(said, question, f"{PROJECT}.{name}")
    if case.spec.consortium.partners is None:
        yield no_partner(case)
    for index, partner in enumerate(case.spec.partners):
        for name, (said, question) in OF_A_PARTNER.items():
            if getattr(partner, name) is None:
                yield case.undecided(
                    said.format(partner.id),
                    question.format(partner.id),
                    f"{PARTNERS}[{index}].{name}",
                )


RULE = Rule("FRM006", "fact-the-form-needs", lambda terms: asked(terms.facts_of_the_form), check)
