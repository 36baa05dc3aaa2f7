"""Flaws of an agreement that a lawyer would stumble over: terms, references, contradictions.

What holds of a language stands in `escp_docs/language/`; nothing is found in another one.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.compose.checks.flaw import Flaw, called
from escp_docs.compose.checks.legal_prose import prose
from escp_docs.compose.checks.legal_structure import structure
from escp_docs.compose.checks.legal_terms import defined, definitions, terms
from escp_docs.compose.checks.legal_words import VALUE, own_blocks, own_words, printed_words
from escp_docs.document import (
    Block,
    Clause,
    Document,
    Paragraph,
    Reference,
    Text,
    inlines,
)
from escp_docs.finding import Severity
from escp_docs.language.languages import LEGAL_TEXTS
from escp_docs.language.legal_text import LegalText


class _Agreement(Struct, frozen=True):
    """An agreement: its own blocks, and what its language asks of them."""

    document: Document
    own: tuple[Block, ...]
    legal: LegalText

    def flaw(self, block: Block, name: str, message: str, fix: str) -> Flaw:
        """Return a flaw that does not keep the document a draft."""
        where = called(block)
        return Flaw(name, message, fix, self.document.name, where, severity=Severity.WARNING)


def legal_text(document: Document) -> Iterator[Flaw]:
    """Yield the flaws of an agreement; nothing for a document that defines no terms."""
    table = definitions(document)
    legal = LEGAL_TEXTS.get(document.language)
    if table is None or legal is None:
        return
    agreement = _Agreement(document, tuple(own_blocks(document.blocks)), legal)
    yield from _phrases(agreement)
    yield from _shapes(agreement)
    yield from _citations(agreement)
    yield from _contradictions(agreement)
    yield from terms(document, table, tuple(map(own_words, agreement.own)), legal)
    yield from _twice(agreement)
    yield from structure(document, agreement.own, legal)
    yield from prose(document, defined(table), legal)


def _phrases(agreement: _Agreement) -> Iterator[Flaw]:
    for block in agreement.own:
        words = own_words(block)
        for pattern, cure in agreement.legal.phrases:
            if found := pattern.search(words):
                message = f"{found[0]!r} is not how an agreement says it"
                yield agreement.flaw(block, "legal-phrase", message, cure)


def _shapes(agreement: _Agreement) -> Iterator[Flaw]:
    """Yield what is wrong with the words as they are printed, values included."""
    for block in agreement.own:
        if isinstance(block, Clause | Paragraph):
            words = printed_words(block)
            for pattern, message, cure in agreement.legal.shapes:
                if found := pattern.search(words):
                    near = words[max(found.start() - 20, 0) : found.end() + 10]
                    yield agreement.flaw(block, "legal-shape", f"{message}: {near!r}", cure)


def _citations(agreement: _Agreement) -> Iterator[Flaw]:
    """Yield references that name no number, and lists of clauses that are out of order."""
    for block in agreement.own:
        before: Reference | None = None
        for child in inlines(block):
            if isinstance(child, Reference):
                for message, fix in _of_citation(child, before):
                    yield agreement.flaw(block, "legal-citation", message, fix)
                before = child
            elif not isinstance(child, Text) or len(child.text) > len(agreement.legal.joint):
                before = None


def _of_citation(reference: Reference, before: Reference | None) -> Iterator[tuple[str, str]]:
    if not reference.number:
        message = f"a reference leads to {reference.target!r}, which has no number"
        yield message, "cite what is numbered"
    is_listed = before is not None and reference.text == reference.number
    if is_listed and before is not None and _order(before) >= _order(reference):
        message = f"clause {reference.number} is cited behind {before.number}"
        yield message, "cite clauses in their order"


def _order(reference: Reference) -> tuple[int, ...]:
    numbers = reference.number.partition("(")[0].split(".")
    return tuple(int(one) for one in numbers if one.isdigit())


def _contradictions(agreement: _Agreement) -> Iterator[Flaw]:
    said = [
        (block, printed_words(block))
        for block in agreement.own
        if isinstance(block, Clause | Paragraph)
    ]
    for one, other, cure in agreement.legal.contradictions:
        first = next((block for block, words in said if one.search(words)), None)
        second = next((block for block, words in said if other.search(words)), None)
        if first is not None and second is not None:
            message = f"{called(first)} and {called(second)} contradict each other"
            flaw = agreement.flaw(second, "legal-contradiction", message, cure)
            yield replace(flaw, severity=Severity.ERROR)


def _twice(agreement: _Agreement) -> Iterator[Flaw]:
    """Yield the clauses that say word for word what another says."""
    seen: dict[str, Clause] = {}
    for block in agreement.own:
        if not isinstance(block, Clause):
            continue
        words = own_words(block)
        if words in seen and VALUE not in words:
            message = f"it says what clause {seen[words].reference} says"
            yield agreement.flaw(block, "legal-repetition", message, "say it once")
        seen.setdefault(words, block)
