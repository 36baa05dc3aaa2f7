"""Defined terms: used and not defined, defined and not used, capitals that define nothing."""

import re
from collections.abc import Iterator
from typing import Final

from escp_docs.compose.checks.flaw import Flaw, called
from escp_docs.compose.checks.legal_words import own_words
from escp_docs.document import Cell, Clause, Document, Table, inlines, plain, walk
from escp_docs.finding import Severity

DEFINITIONS: Final = "Defined terms and their meanings"
"""The summary of the table that defines the terms of an agreement."""

_NAMES: Final = (
    *("European Strategic Cluster Partnership", "Going International", "European Union"),
    *("European Commission", "European Anti-Fraud Office", "European Court of Auditors"),
    *("European Public Prosecutor’s Office", "European Central Bank", "European Economic Area"),
    *("European Economic Interest Grouping", "Italian Civil Code", "Total cost"),
    *("Regulation", "No", "Articles", "Article", "Part", "Annex", "Clauses", "Clause", "Table"),
    *("European", "Europe", "English"),
)
_CAPITALS: Final = re.compile(r"(?<=[a-z,;)] )[A-Z][a-z’-]+(?: [A-Z][a-z’-]+)*")


def definitions(document: Document) -> Table | None:
    """Return the table that defines the terms of a document, if it has one."""
    tables = (block for block in walk(document.blocks) if isinstance(block, Table))
    return next((table for table in tables if table.summary == DEFINITIONS), None)


def terms(document: Document, table: Table, words: tuple[str, ...]) -> Iterator[Flaw]:
    """Yield a flaw for each term that is defined and not used, or used and not defined.

    `table` defines them; `words` are those of the agreement's own blocks.
    """
    rows = [tuple(_said(cell) for cell in row) for row in table.rows]
    defined = tuple(row[0] for row in rows)
    yield from _unused(document, table, rows, words)
    yield from _undefined(document, defined)


def _said(cell: Cell) -> str:
    return " ".join(plain(inlines(block)) for block in cell.blocks).strip()


def _unused(
    document: Document, table: Table, rows: list[tuple[str, ...]], words: tuple[str, ...]
) -> Iterator[Flaw]:
    for term, *_ in rows:
        meanings = " ".join(" ".join(row[1:]) for row in rows if row[0] != term)
        text = " ".join(one for one in words if one != term)
        outside = _count(term, text) - sum(_count(term, " ".join(row[1:])) for row in rows)
        if outside <= 0 and not _count(term, meanings):
            yield Flaw(
                "legal-term",
                f"{term!r} is defined and not used",
                "leave the definition out",
                document.name,
                called(table),
                severity=Severity.WARNING,
            )


def _count(term: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(_stem(term))}(?:y|ies|s)?\b", text))


def _stem(term: str) -> str:
    return term.removesuffix("y") if term.endswith("y") else term


def _undefined(document: Document, defined: tuple[str, ...]) -> Iterator[Flaw]:
    known = sorted((*_NAMES, *defined), key=len, reverse=True)
    pattern = re.compile("|".join(rf"{re.escape(_stem(one))}(?:y|ies|s)?\b" for one in known))
    told: set[str] = set()
    for block in walk(document.blocks):
        if not isinstance(block, Clause):
            continue
        for found in _CAPITALS.findall(pattern.sub("x", own_words(block))):
            if found not in told:
                told.add(found)
                yield Flaw(
                    "legal-term",
                    f"{found!r} is written as a term and not defined",
                    "define it, or write it small",
                    document.name,
                    called(block),
                    severity=Severity.WARNING,
                )
