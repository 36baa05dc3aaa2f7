"""Negotiated words whose clause is left out, that are not settled, or cite what is not there."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from escp_docs.compose.checks.flaw import Flaw, called
from escp_docs.document import Clause, Document, Figure, Heading, Table, walk
from escp_docs.finding import Severity
from escp_docs.model.agreement import Wording
from escp_docs.model.spec import Spec
from escp_docs.pattern import pattern

_CITED: Final = pattern(r"\]\(#([^)\s]+)\)")
_NAMED: Final = Heading | Clause | Table | Figure
WORDING: Final = "agreement.wording"


def wording(document: Document, spec: Spec) -> Iterator[Flaw]:
    """Yield the flaws of the negotiated words of an agreement, each for a clause of the templates.

    Words that cite what is not there are an error, and so are those that are neither agreed nor
    declined; a clause that the choices leave out is a warning.
    """
    clauses = {block.id for block in walk(document.blocks) if isinstance(block, Clause)}
    cited = {block.id for block in walk(document.blocks) if isinstance(block, _NAMED)}
    for index, one in enumerate(spec.agreement.wording):
        path = f"{WORDING}[{index}]"
        if one.clause is None:
            continue
        if one.clause not in clauses and one.status != "declined":
            yield Flaw(
                "clause-left-out",
                f"the clause {one.clause!r} does not stand under the choices made",
                "choose otherwise, or take the words out",
                document.name,
                path=f"{path}.clause",
                severity=Severity.WARNING,
            )
        elif one.status in (None, "proposed") and one.text:
            yield Flaw(
                "words-not-settled",
                f"words are proposed for the clause {one.clause!r}, and not settled",
                "state them as agreed or as declined",
                document.name,
                path=f"{path}.status",
            )
        yield from _dangling(one, f"{path}.text", document.name, cited)


def of_negotiated_words(flaw: Flaw, document: Document, spec: Spec) -> bool:
    """Whether a warning of the linter is on words that the members have agreed themselves."""
    agreed = {one.clause for one in spec.agreement.wording if one.status == "agreed"}
    return flaw.severity is Severity.WARNING and any(
        isinstance(block, Clause) and block.id in agreed and called(block) == flaw.block
        for block in walk(document.blocks)
    )


def _dangling(entry: Wording, path: str, name: str, cited: set[str]) -> Iterator[Flaw]:
    for target in _CITED.findall(entry.text or ""):
        if entry.status != "declined" and target not in cited:
            near = get_close_matches(target, sorted(cited), n=1)
            yield Flaw(
                "no-such-clause",
                f"the words cite {target!r}, and nothing has that id",
                f"did you mean {near[0]!r}?" if near else "cite a clause by its id",
                name,
                path=path,
            )
