"""PLA001 implausible-value: a value can hardly be meant as it is written.

What it checks
    Of partners: not more SMEs than members; no 0 members or staff of a cluster organisation;
    founded from 1800 on, and, like the registration on the platform, not after
    `project.drafting_date`; a website with a dot and without a blank; a legal form that is neither
    a person nor a part of another body. Of contacts: one e-mail address and nothing else, a phone
    number with a digit. Of the project: drafted before it is submitted, submitted after the call
    came out, reimbursed by half of its costs at the least. Of dates: none more than ten years from
    the deadline, but for foundings, registrations and what the strategy builds on.

Why
    A slip of the pen is printed as it is, and evaluators read it.

Met
    consortium: {partners: [{id: A, members: {total: 180, smes: 142}, founded: 2009}]}

Not met
    consortium: {partners: [{id: A, members: {total: 142, smes: 180}, founded: 209}]}

Source
    This spec.

Lists
    deadline, legal_form_words

Choice
    What is not stated is not judged, and nothing of the call that its file does not state. The
    year of drafting, the day ten years from the deadline, and a business network without staff are
    plausible.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import percent
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import or_met
from escp_docs.rules.facts.of_the_spec import advice
from escp_docs.rules.facts.plausibility import Implausible
from escp_docs.rules.facts.plausible_days import of_the_days
from escp_docs.rules.facts.plausible_partners import of_the_partners

RATE = "budget.reimbursement_rate"
FACT = advice("values are plausible", "What can hardly be meant is a slip more often than a fact")


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per place at fault, else one for all."""
    doubts: dict[str, Implausible] = {}
    for one in (
        *of_the_partners(case.spec, case.terms),
        *of_the_days(case.spec, case.call, case.terms),
        *_of_the_rate(case),
    ):
        doubts.setdefault(one.path, one)
    found = (case.not_met(one.said, one.path, one.fix) for one in doubts.values())
    yield from or_met(found, case.met("no value is implausible", ""))


def _of_the_rate(case: Case[bool]) -> Iterator[Implausible]:
    rate = case.spec.budget.reimbursement_rate
    if rate is not None and 2 * rate < 1:
        said = f"the reimbursement rate is {percent(rate)}, less than half of the costs"
        yield Implausible(RATE, said, "correct the rate; 90 % is written 0.9")


RULE = Rule("PLA001", "implausible-value", lambda _: FACT, check, of_the_spec=(FACT,))
