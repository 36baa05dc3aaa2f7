"""AGR004 ends-with-the-project: the agreement ends when the grant does.

What it checks
    `agreement.term` lasts for years after the project, or is open-ended; 0 years after the project
    are none. Whether the term is renewed does not matter.

Why
    A partnership that is to outlast the project needs an agreement that does.

Met
    agreement: {term: {kind: years_after_project, years: 3}}

Not met
    agreement: {term: {kind: project_end}}

Undecided
    agreement: {term: {kind: years_after_project}}

Source
    lasts_beyond_the_project
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import asked

TERM = "agreement.term"


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the term."""
    term = case.spec.agreement.term
    cure = "let the agreement last for some years after the project, or leave its end open"
    if term.kind is None:
        yield case.undecided(
            "how long the agreement lasts is not stated",
            "How long does the agreement last?",
            f"{TERM}.kind",
        )
    elif term.kind == "project_end":
        yield case.not_met("the agreement ends with the project", f"{TERM}.kind", cure)
    elif term.kind == "open_ended":
        yield case.met("the agreement has no end", f"{TERM}.kind")
    elif term.years is None:
        yield case.undecided(
            "how many years the agreement outlasts the project is not stated",
            "How many years after the project does the agreement end?",
            f"{TERM}.years",
        )
    elif not term.years:
        yield case.not_met("the agreement ends 0 years after the project", f"{TERM}.years", cure)
    else:
        years = count(term.years, "year", "years")
        yield case.met(f"the agreement outlasts the project by {years}", f"{TERM}.years")


RULE = Rule(
    "AGR004", "ends-with-the-project", lambda terms: asked(terms.lasts_beyond_the_project), check
)
