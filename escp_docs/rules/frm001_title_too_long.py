"""FRM001 title-too-long: the title does not fit into its field.

What it checks
    `project.title` has at most as many characters as the form takes, spaces included.

Why
    The form of a sister programme on the same portal takes no more.

Met
    project: {acronym: X, title: <200 characters>}

Not met
    project: {acronym: X, title: <201 characters>}

Undecided
    project: {acronym: X}

Source
    longest_title

Choice
    The form of a sister programme on the same portal has this limit; that of this call was not
    seen.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count
from escp_docs.rule import Case, Rule

TITLE = "project.title"


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield one answer, at the title."""
    title, longest = case.spec.project.title, case.fact.value
    if title is None:
        yield case.undecided("no title is stated", "What is the title of the action?", TITLE)
        return
    said = f"the title has {count(len(title), 'character', 'characters')}; the form takes {longest}"
    if len(title) > longest:
        yield case.not_met(said, TITLE, f"shorten it by {len(title) - longest}")
    else:
        yield case.met(said, TITLE)


RULE = Rule("FRM001", "title-too-long", lambda terms: terms.longest_title, check)
