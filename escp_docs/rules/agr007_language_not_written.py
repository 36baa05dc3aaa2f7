"""AGR007 language-not-written: the agreement is to be in a language in which it is not written.

What it checks
    `agreement.language` is one in which the templates exist: English. The case of the code does not
    matter.

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
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.of_the_spec import consistency

LANGUAGE = "agreement.language"
WRITTEN: Final = ("en",)
"""The languages in which the templates of the agreement exist, as ISO 639-1 codes."""

FACT = consistency(
    "the agreement is in the language of its text", "The templates of the agreement are in English"
)


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer, at the language."""
    language = case.spec.agreement.language
    if language is None or language.casefold() in WRITTEN:
        yield case.met("the agreement is in the language of its text", LANGUAGE)
    else:
        yield case.not_met(
            f"the language of the agreement is {language!r}, and its text is in English",
            LANGUAGE,
            "state en; a translation can stand beside the text",
        )


RULE = Rule("AGR007", "language-not-written", lambda _: FACT, check, of_the_spec=(FACT,))
