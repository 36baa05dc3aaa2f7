"""FRM004 keywords-too-long: the keywords do not fit into their field.

What it checks
    `project.keywords`, as they stand in the field, parted by comma and space, have at most as many
    characters as the form takes.

Why
    The form of a sister programme on the same portal takes no more.

Met
    project: {acronym: X, keywords: [<99 characters>, <99 characters>]}

Not met
    project: {acronym: X, keywords: [<99 characters>, <100 characters>]}

Undecided
    project: {acronym: X}

Source
    longest_keywords

Choice
    The form takes so many characters with spaces, so commas and spaces between keywords count too.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import count
from escp_docs.rule import Case, Rule

KEYWORDS = "project.keywords"


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield one answer, at the keywords."""
    keywords, longest = case.spec.project.keywords, case.fact.value
    if keywords is None:
        yield case.undecided("no keyword is stated", "Which keywords fit the action?", KEYWORDS)
        return
    length = len(", ".join(keywords))
    said = (
        f"{count(len(keywords), 'keyword', 'keywords')} of {length} characters together; the form "
        f"takes {longest}"
    )
    if length > longest:
        yield case.not_met(said, KEYWORDS, f"shorten them by {length - longest}")
    else:
        yield case.met(said, KEYWORDS)


RULE = Rule("FRM004", "keywords-too-long", lambda terms: terms.longest_keywords, check)
