"""Flaws of an agreement that a lawyer would stumble over: terms, references, contradictions.

They hold for every document with clauses, whatever the choices that its words come from.
"""

from collections.abc import Iterator
from dataclasses import replace

from escp_docs.compose.checks.flaw import Flaw, called
from escp_docs.compose.checks.legal_phrases import CONTRADICTIONS, PHRASES, SHAPES
from escp_docs.compose.checks.legal_terms import definitions, terms
from escp_docs.compose.checks.legal_words import VALUE, own_blocks, own_words, printed_words
from escp_docs.document import (
    Block,
    Clause,
    Document,
    Inline,
    Paragraph,
    Passage,
    Reference,
    Table,
    Text,
    inlines,
    walk,
)
from escp_docs.finding import Severity


def legal_text(document: Document) -> Iterator[Flaw]:
    """Yield the flaws of an agreement; nothing for a document that defines no terms."""
    table = definitions(document)
    if table is None:
        return
    own = tuple(own_blocks(document.blocks))
    yield from _phrases(document, own)
    yield from _shapes(document, own)
    yield from _references(document, own)
    yield from _contradictions(document, own)
    yield from terms(document, table, tuple(map(own_words, own)))
    yield from _twice(document, own)
    yield from _voices(document)


def _flaw(document: Document, block: Block, message: str, fix: str, name: str) -> Flaw:
    return Flaw(name, message, fix, document.name, called(block), severity=Severity.WARNING)


def _phrases(document: Document, own: tuple[Block, ...]) -> Iterator[Flaw]:
    for block in own:
        words = own_words(block)
        for pattern, cure in PHRASES:
            if found := pattern.search(words):
                message = f"{found[0]!r} is not how an agreement says it"
                yield _flaw(document, block, message, cure, "legal-phrase")


def _shapes(document: Document, own: tuple[Block, ...]) -> Iterator[Flaw]:
    """Yield what is wrong with the words as they are printed, values included."""
    for block in own:
        if isinstance(block, Clause | Paragraph):
            words = printed_words(block)
            for pattern, message, cure in SHAPES:
                if found := pattern.search(words):
                    said = f"{message}: {words[max(found.start() - 20, 0) : found.end() + 10]!r}"
                    yield _flaw(document, block, said, cure, "legal-shape")


def _references(document: Document, own: tuple[Block, ...]) -> Iterator[Flaw]:
    for block in own:
        before: Reference | None = None
        for child in inlines(block):
            if isinstance(child, Reference):
                if not child.number:
                    message = f"a reference leads to {child.target!r}, which has no number"
                    yield _flaw(document, block, message, "cite what is numbered", "legal-citation")
                if before and child.text == child.number and _order(before) >= _order(child):
                    message = f"clause {child.number} is cited behind {before.number}"
                    fix = "cite clauses in their order"
                    yield _flaw(document, block, message, fix, "legal-citation")
                before = child
            elif not isinstance(child, Text) or len(child.text) > len(", and "):
                before = None


def _order(reference: Reference) -> tuple[int, ...]:
    numbers = reference.number.partition("(")[0].split(".")
    return tuple(int(one) for one in numbers if one.isdigit())


def _contradictions(document: Document, own: tuple[Block, ...]) -> Iterator[Flaw]:
    said = [(block, printed_words(block)) for block in own if isinstance(block, Clause | Paragraph)]
    for one, other, cure in CONTRADICTIONS:
        first = next((block for block, words in said if one.search(words)), None)
        second = next((block for block, words in said if other.search(words)), None)
        if first is not None and second is not None:
            yield Flaw(
                "legal-contradiction",
                f"{called(first)} and {called(second)} contradict each other",
                cure,
                document.name,
                called(second),
            )


def _twice(document: Document, own: tuple[Block, ...]) -> Iterator[Flaw]:
    """Yield the clauses that say word for word what another says."""
    seen: dict[str, Clause] = {}
    for block in own:
        if not isinstance(block, Clause):
            continue
        words = own_words(block)
        if words in seen and VALUE not in words:
            message = f"it says what clause {seen[words].reference} says"
            yield _flaw(document, block, message, "say it once", "legal-repetition")
        seen.setdefault(words, block)


def _voices(document: Document) -> Iterator[Flaw]:
    """Yield the texts of the agreement part that speak as a letter does."""
    for block in walk(document.blocks):
        if isinstance(block, Passage) and block.path.startswith("agreement."):
            words = f" {printed_words(Paragraph(_of(block)))} ".lower()
            if word := next((one for one in ("we", "our", "us") if f" {one} " in words), None):
                message = f"the text says {word!r}, and stands among clauses"
                fix = "say the Members, the Parties or the Coordinator"
                flaw = _flaw(document, block, message, fix, "legal-voice")
                yield replace(flaw, path=block.path)


def _of(passage: Passage) -> tuple[Inline, ...]:
    found: list[Inline] = []
    for block in walk(passage.blocks):
        if not isinstance(block, Table):
            found += [*inlines(block), Text(" ")]
    return tuple(found)
