"""RMP003 length-outside-the-range: the action is shorter or longer than the strand expects.

What it checks
    `project.duration_months` lies between the least and the most months, both included, or is one
    of the lengths that the call lists.

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
    least_months, most_months, lengths_in_months

Choice
    One notice alone gives the months of both strands, so it is a warning.
"""

from collections.abc import Iterator
from typing import Any

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count
from escp_docs.model.call import Terms
from escp_docs.rule import Case, Rule

LENGTH = "project.duration_months"


def check(case: Case[Any]) -> Iterator[Outcome]:
    """Yield one answer, at the duration."""
    months = case.spec.project.duration_months
    least, most = case.terms.least_months, case.terms.most_months
    lengths = case.terms.lengths_in_months
    said = f"the strand expects {_expected(case.terms)} months"
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
    elif lengths and months not in lengths.value:
        yield case.against(lengths).not_met(
            f"{takes}; {said}", LENGTH, f"plan {_choice(lengths.value)} months"
        )
    else:
        yield case.met(f"{takes}; {said}", LENGTH)


def _expected(terms: Terms) -> str:
    if terms.lengths_in_months is not None:
        return _choice(terms.lengths_in_months.value)
    bounds = [f"at least {terms.least_months.value}"] if terms.least_months else []
    bounds += [f"at most {terms.most_months.value}"] if terms.most_months else []
    return " and ".join(bounds)


def _choice(lengths: tuple[int, ...]) -> str:
    return " or ".join(map(str, lengths)) or "no number of"


RULE = Rule(
    "RMP003",
    "length-outside-the-range",
    lambda terms: terms.lengths_in_months or terms.least_months or terms.most_months,
    check,
)
