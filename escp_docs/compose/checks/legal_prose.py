"""What the Members themselves have written among the clauses, read as a lawyer reads it."""

import re
from collections.abc import Iterator
from typing import Final

from escp_docs.compose.checks.flaw import Flaw, called
from escp_docs.compose.checks.legal_words import printed_words
from escp_docs.document import Document, Passage, Table, walk
from escp_docs.finding import Severity
from escp_docs.language.legal_text import LegalText

_CLAUSES: Final = "agreement."
"""Where the texts belong that bind as clauses do; those of the strategy state intentions."""


def prose(document: Document, defined: tuple[str, ...], legal: LegalText) -> Iterator[Flaw]:
    """Yield the flaws of texts that bind; `defined` are the terms that the agreement defines."""
    for block in walk(document.blocks):
        if isinstance(block, Passage) and block.path.startswith(_CLAUSES):
            words = " ".join(
                printed_words(one) for one in walk(block.blocks) if not isinstance(one, Table)
            )
            for name, message, fix in _of_words(words, defined, legal):
                where = called(block)
                yield Flaw(name, message, fix, document.name, where, block.path, Severity.WARNING)


def _of_words(
    words: str, defined: tuple[str, ...], legal: LegalText
) -> Iterator[tuple[str, str, str]]:
    if found := re.search(rf"\b(?:{'|'.join(legal.voices)})\b", words, re.IGNORECASE):
        message = f"the text says {found[0]!r}, and stands among clauses"
        yield "legal-voice", message, "say the Members, the Parties or the Coordinator"
    for pattern, cure in legal.prose:
        if found := pattern.search(words):
            yield "legal-phrase", f"{found[0]!r} is not how an agreement says it", cure
    for term in legal.optional_terms:
        if term not in defined and term in words:
            message = f"the text speaks of the {term}, which this agreement does not have"
            yield "legal-term", message, "name a body or a sum that the agreement has"
