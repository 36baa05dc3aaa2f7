"""AGR007 language-not-written: the agreement is to be in a language in which it is not written.

What it checks
    `agreement.language` is one in which the templates exist. The case of the code does not matter.

Why
    An English text that says that another language prevails declares itself not authentic.

Met
    agreement: {language: en}

Not met
    agreement: {language: fr}

Source
    This spec.
"""

from collections.abc import Iterator
from typing import Final

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import listed
from escp_docs.language.tags import TAGS
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.of_the_spec import consistency

LANGUAGE = "agreement.language"
_WRITTEN: Final = tuple(dict.fromkeys(tag.partition("-")[0] for tag in TAGS))
FACT = consistency(
    "the agreement is in the language of its text", "It is written in the language of its templates"
)


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the language."""
    language = case.spec.agreement.language
    if language is None or language.casefold() in _WRITTEN:
        yield case.met("the agreement is in the language of its text", LANGUAGE)
    else:
        yield case.not_met(
            f"the language of the agreement is {language!r}; its text exists in {listed(_WRITTEN)}",
            LANGUAGE,
            f"state {' or '.join(_WRITTEN)}; a translation can stand beside the text",
        )


RULE = Rule("AGR007", "language-not-written", lambda _: FACT, check, of_the_spec=(FACT,))
