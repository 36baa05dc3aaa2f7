"""FRM002 forbidden-characters: the title has characters that the form removes.

What it checks
    `project.title` has none of the characters that the form removes.

Why
    The title in the portal would be another one than that in the documents.

Met
    project: {acronym: X, title: Waves and growth}

Not met
    project: {acronym: X, title: Waves & growth}

Undecided
    project: {acronym: X}

Source
    characters_not_in_title
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import listed
from escp_docs.rule import Case, Rule

TITLE = "project.title"


def check(case: Case[str]) -> Iterator[Outcome]:
    """Yield one answer, at the title."""
    title = case.spec.project.title
    if title is None:
        yield case.undecided("no title is stated", "What is the title of the action?", TITLE)
        return
    found = [one for one in case.fact.value if one in title]
    if found:
        yield case.not_met(
            f"the title has characters that the form removes: {listed(found)}",
            TITLE,
            "write `and` for `&`, and leave out the others",
        )
    else:
        yield case.met("the title has no character that the form removes", TITLE)


RULE = Rule("FRM002", "forbidden-characters", lambda terms: terms.characters_not_in_title, check)
