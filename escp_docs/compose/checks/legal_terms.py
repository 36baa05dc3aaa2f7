"""Defined terms: used and not defined, defined and not used, capitals that define nothing."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Final

from escp_docs.compose.checks.flaw import Flaw, called
from escp_docs.compose.checks.legal_words import own_words
from escp_docs.document import Cell, Clause, Document, Table, inlines, plain, walk
from escp_docs.finding import Severity
from escp_docs.language.legal_text import LegalText
from escp_docs.pattern import pattern

DEFINING: Final = "terms"
"""The id of the clause behind which the table of definitions stands."""

_CAPITALS: Final = pattern(r"(?<=[a-z,;)] )[A-Z][a-z’-]+(?: [A-Z][a-z’-]+)*")


def definitions(document: Document) -> Table | None:
    """Return the table that defines the terms of a document, if it has one."""
    for before, block in pairwise(document.blocks):
        if isinstance(before, Clause) and before.id == DEFINING and isinstance(block, Table):
            return block
    return None


def defined(table: Table) -> tuple[str, ...]:
    """Return the terms that a table defines."""
    return tuple(_said(row[0]) for row in table.rows)


def terms(
    document: Document, table: Table, words: tuple[str, ...], legal: LegalText
) -> Iterator[Flaw]:
    """Yield a flaw for each term that is defined and not used, or used and not defined.

    `table` defines them; `words` are those of the agreement's own blocks.
    """
    rows = [tuple(_said(cell) for cell in row) for row in table.rows]
    yield from _unused(document, table, rows, words, legal)
    yield from _undefined(document, defined(table), legal)


def _said(cell: Cell) -> str:
    return " ".join(plain(inlines(block)) for block in cell.blocks).strip()


def _unused(
    document: Document,
    table: Table,
    rows: list[tuple[str, ...]],
    words: tuple[str, ...],
    legal: LegalText,
) -> Iterator[Flaw]:
    text = " ".join(words)
    for term, *_ in rows:
        pattern = re.compile(_pattern(term, legal))
        # It stands in the text once as the term that its own row defines, and in its own meaning.
        own = sum(len(pattern.findall(cell)) for row in rows if row[0] == term for cell in row)
        others = sum(len(pattern.findall(row[0])) for row in rows if row[0] != term)
        # Most terms are used many times, so a few places tell.
        elsewhere = islice(pattern.finditer(text), own + others, None)
        if next(elsewhere, None) is None:
            message = f"{term!r} is defined and not used"
            yield _flaw(document, called(table), message, "leave the definition out")


def _undefined(
    document: Document, known_terms: tuple[str, ...], legal: LegalText
) -> Iterator[Flaw]:
    known = sorted((*legal.names, *known_terms), key=len, reverse=True)
    pattern = re.compile("|".join(_pattern(one, legal) for one in known))
    told: set[str] = set()
    for block in walk(document.blocks):
        if not isinstance(block, Clause):
            continue
        for found in _CAPITALS.findall(pattern.sub("x", own_words(block))):
            if found not in told:
                told.add(found)
                message = f"{found!r} is written as a term and not defined"
                yield _flaw(document, called(block), message, "define it, or write it small")


def _pattern(term: str, legal: LegalText) -> str:
    """Return what finds a term in the singular and in the plural."""
    stem = term.removesuffix("y") if term.endswith("y") else term
    return rf"\b{re.escape(stem)}{legal.endings}\b"


def _flaw(document: Document, block: str, message: str, fix: str) -> Flaw:
    return Flaw("legal-term", message, fix, document.name, block, severity=Severity.WARNING)
