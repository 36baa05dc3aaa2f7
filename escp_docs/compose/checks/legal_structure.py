"""How an agreement is built: lists, parts, and what goes on after its end."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from escp_docs.compose.checks.flaw import Flaw, called
from escp_docs.compose.checks.legal_words import own_words
from escp_docs.document import Block, Clause, Document, Heading, Placeholder, Reference, inlines
from escp_docs.finding import Severity
from escp_docs.language.legal_text import LegalText

SURVIVAL: Final = "survival"
"""The id of the clause that says what goes on after the end."""

SURVIVORS: Final = (
    *("definitions", "precedence", "legal-nature", "representatives", "meetings", "decisions"),
    *("settlement", "leaving", "liability", "confidentiality", "results", "access-rights"),
    *("personal-data", "notices", "language", "final", "disputes"),
)
"""Articles and clauses that somebody rests on after the end, or after a Party has left."""

_BOTH_PARTS: Final = ("part-partnership", "part-action")
"""The ids of the part that binds everybody, and of the part that binds Beneficiaries alone."""


def structure(document: Document, own: tuple[Block, ...], legal: LegalText) -> Iterator[Flaw]:
    """Yield what is wrong with how an agreement is built; `own` are its own blocks."""
    yield from _lists_of_one(document, own)
    yield from _parts(document, own, legal)
    yield from _survival(document, own)


def _lists_of_one(document: Document, own: tuple[Block, ...]) -> Iterator[Flaw]:
    clauses = [one for one in own if isinstance(one, Clause)]
    for index, clause in enumerate(clauses):
        below = _below(clauses[index + 1 :], clause.level)
        is_open = any(isinstance(child, Placeholder) for one in below for child in inlines(one))
        if len(below) == 1 and not is_open:
            message = "a list has one entry"
            yield _flaw(document, clause, "legal-list", message, "say it in one sentence")


def _below(clauses: list[Clause], level: int) -> list[Clause]:
    """Return the clauses of the next level that stand below one of a level, up to its next."""
    found: list[Clause] = []
    for one in clauses:
        if one.level <= level:
            break
        if one.level == level + 1:
            found.append(one)
    return found


def _parts(document: Document, own: tuple[Block, ...], legal: LegalText) -> Iterator[Flaw]:
    headings = {one.id: one for one in own if isinstance(one, Heading)}
    everybody, beneficiaries = (headings.get(name) for name in _BOTH_PARTS)
    if everybody is not None and everybody.number and beneficiaries is None:
        message = f"there is a {everybody.number} and no other"
        yield _flaw(document, everybody, "legal-part", message, "leave the number of the part out")
    is_within = False
    for block in own:
        if isinstance(block, Heading) and block.level == 1:
            is_within = block is beneficiaries
        if is_within and isinstance(block, Clause):
            yield from _of_everybody(document, block, legal)


def _of_everybody(document: Document, clause: Clause, legal: LegalText) -> Iterator[Flaw]:
    if found := legal.all_parties.search(own_words(clause)):
        message = f"{found[0]!r} stands in a part that binds the Beneficiaries alone"
        yield _flaw(document, clause, "legal-part", message, "say 'Beneficiary'")


def _survival(document: Document, own: tuple[Block, ...]) -> Iterator[Flaw]:
    """Yield a flaw for each article that has to outlive the agreement, and is not cited."""
    numbers = _numbers(own)
    for block in own:
        if not isinstance(block, Clause) or block.id != SURVIVAL:
            continue
        cited = {one.target for one in inlines(block) if isinstance(one, Reference)}
        for name in SURVIVORS:
            if cited and name in numbers and name not in cited:
                message = f"it does not name {numbers[name]!r}, which has to outlive the agreement"
                yield _flaw(document, block, "legal-survival", message, f"cite {name!r}")


def _numbers(own: tuple[Block, ...]) -> Mapping[str, str]:
    named = [one for one in own if isinstance(one, Heading | Clause) and one.id]
    return {one.id: re.sub(r"\.$", "", one.number) for one in named}


def _flaw(document: Document, block: Block, name: str, message: str, fix: str) -> Flaw:
    return Flaw(name, message, fix, document.name, called(block), severity=Severity.WARNING)
