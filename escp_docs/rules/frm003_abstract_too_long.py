"""FRM003 abstract-too-long: the abstract does not fit into its field.

What it checks
    `project.abstract` has at most as many characters of plain text as the form takes, spaces
    included. Marks of Markdown do not count.

Why
    The form of a sister programme on the same portal takes no more.

Met
    project: {acronym: X, abstract: <2000 characters>}

Not met
    project: {acronym: X, abstract: <2001 characters>}

Undecided
    project: {acronym: X}

Source
    longest_abstract

Choice
    Paragraphs and entries of lists are counted as lines, parted by one character each.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.model.plain_text import plain_text
from escp_docs.rule import Case, Rule

ABSTRACT = "project.abstract"


def check(case: Case[int]) -> Iterator[Outcome]:
    """Yield one answer, at the abstract."""
    abstract, longest = case.spec.project.abstract, case.fact.value
    if abstract is None:
        yield case.undecided("there is no abstract", "What does the action do?", ABSTRACT)
        return
    # Marks only add to a text, so that a short one needs no parsing.
    length = len(abstract) if len(abstract) <= longest else len(plain_text(abstract))
    limit = f"the form takes {longest:,}"
    if length > longest:
        yield case.not_met(
            f"the abstract has {length:,} characters; {limit}",
            ABSTRACT,
            f"shorten it by {length - longest:,}",
        )
    else:
        yield case.met(f"the abstract has {length:,} characters at the most; {limit}", ABSTRACT)


RULE = Rule("FRM003", "abstract-too-long", lambda terms: terms.longest_abstract, check)
