"""FRM008 section-too-long: the texts of a section have more characters than the form takes.

What it checks
    For each section of the form that has a limit of characters, the texts of the spec that it
    names, counted together as they are printed, without marks. Limits of pages are told by `build`,
    which measures them on the pages made.

Why
    What is longer is cut off, or cannot be pasted into the portal.

Met
    call: limited-form
    strand: only
    strategy: {vision: Steel for all}

Not met
    call: limited-form
    strand: only
    strategy: {vision: <21 characters>}

Source
    sections

Choice
    Texts that are not stated yet count as nothing, so that a limit is only told when it is passed.
    The examples answer a made-up call, whose form takes twenty characters of the vision.
"""

from collections.abc import Iterator
from typing import Any

from escp_docs.finding import Outcome
from escp_docs.model.call import Terms
from escp_docs.model.call.form import FormSection
from escp_docs.model.fact import Fact
from escp_docs.model.plain_text import plain_text
from escp_docs.model.stable_path import value_at
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import or_met

_Sections = tuple[FormSection, ...]


def check(case: Case[_Sections]) -> Iterator[Outcome]:
    """Yield an answer for each section that is too long, else one for all."""
    met = case.met("no section is longer than the form takes", "")
    yield from or_met(_found(case), met)


def _found(case: Case[_Sections]) -> Iterator[Outcome]:
    for section in case.fact.value:
        keys, most = section.keys or (), section.characters
        lengths = {path: _length(case, path) for path in keys}
        whole = sum(lengths.values())
        if most is not None and whole > most:
            yield case.not_met(
                f"{section.title!r} has {whole:,} characters; the form takes at most {most:,}",
                max(lengths, key=lambda path: lengths[path]),
                f"shorten it by {whole - most:,}",
                related=tuple(keys)[1:],
            )


def _length(case: Case[_Sections], path: str) -> int:
    text = value_at(case.spec, path)
    return len(plain_text(text)) if isinstance(text, str) else 0


def _limited(terms: Terms) -> Fact[_Sections] | None:
    """Return the sections of the form, if one of them has a limit of characters."""
    fact = terms.sections
    return fact if fact and any(one.characters for one in fact.value) else None


RULE: Rule[Any] = Rule("FRM008", "section-too-long", _limited, check)
