"""RMP003 length-outside-the-range: the action is shorter or longer than the strand expects.

What it checks
    `project.duration_months` lies between the least and the most months, both included.

Why
    Each strand has a length for its projects, and an action of another length does not keep to it.

Met
    strand: A
    project: {acronym: X, duration_months: 36}

Not met
    strand: B
    project: {acronym: X, duration_months: 36}

Undecided
    strand: A

Source
    least_months, most_months

Choice
    One notice alone gives the months of both strands, so it is a warning.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count
from escp_docs.rule import Case, Rule

LENGTH = "project.duration_months"


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield one answer, at the duration."""
    months = case.spec.project.duration_months
    least, most = case.terms.least_months, case.terms.most_months
    bounds = [f"at least {least.value}"] if least else []
    bounds += [f"at most {most.value}"] if most else []
    said = f"the strand expects {' and '.join(bounds)} months"
    takes = f"the action takes {count(months or 0, 'month', 'months')}"
    if months is None:
        yield case.undecided(
            f"no duration is stated; {said}", "How many months does the action take?", LENGTH
        )
    elif least and months < least.value:
        yield case.against(least).not_met(
            f"{takes}; {said}", LENGTH, f"plan {least.value} months or more"
        )
    elif most and months > most.value:
        yield case.against(most).not_met(
            f"{takes}; {said}", LENGTH, f"plan {most.value} months or fewer"
        )
    else:
        yield case.met(f"{takes}; {said}", LENGTH)


RULE = Rule(
    "RMP003",
    "length-outside-the-range",
    lambda terms: terms.least_months or terms.most_months,
    check,
)
