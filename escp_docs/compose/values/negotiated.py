"""The points of an agreement that are negotiated: each beside the clause in its standard words."""

from collections.abc import Iterator

from msgspec import Struct

from escp_docs.document import Block, Clause, Document, Heading, inlines, plain, walk
from escp_docs.model.spec import Spec


class NegotiatedPoint(Struct, frozen=True):
    """An entry of `agreement.wording`, and the clause that it is about.

    Attributes:
        index: Its place in the list.
        clause: Number and heading of the clause; its id where the choices leave it out.
        standard: Its standard words, a line each; empty where the choices leave it out.
    """

    index: int
    clause: str
    standard: str


def negotiated_points(spec: Spec, agreement: Document | None) -> tuple[NegotiatedPoint, ...]:
    """Return the points in the order of the agreement.

    Args:
        spec: What the partnership states.
        agreement: The agreement in its standard words; None where nobody has composed it.
    """
    clauses = _clauses(agreement) if agreement else ()
    known = {one.id: (place, one, title) for place, one, title in clauses}

    def place(index: int) -> int:
        found = known.get(spec.agreement.wording[index].clause or "")
        return found[0] if found else len(known)

    order = sorted(range(len(spec.agreement.wording)), key=place)
    return tuple(_point(index, spec, known) for index in order)


def _point(index: int, spec: Spec, known: dict[str, tuple[int, "_Clause", str]]) -> NegotiatedPoint:
    name = spec.agreement.wording[index].clause or ""
    if name not in known:
        return NegotiatedPoint(index, name, "")
    _, clause, title = known[name]
    return NegotiatedPoint(index, f"{clause.number} {title}".strip(), "\n".join(clause.lines))


class _Clause(Struct, frozen=True):
    """A clause with what stands below it."""

    id: str
    number: str
    lines: tuple[str, ...]


def _clauses(agreement: Document) -> Iterator[tuple[int, _Clause, str]]:
    """Yield each clause with an id, its place in the agreement, and the heading above it."""
    title = ""
    every = agreement.blocks
    for place, block in enumerate(every):
        if isinstance(block, Heading):
            title = plain(block.children)
        elif isinstance(block, Clause) and block.id:
            lines = (plain(block.children), *_below(every[place + 1 :], block.level))
            yield place, _Clause(block.id, block.reference, lines), title


def _below(blocks: tuple[Block, ...], level: int) -> Iterator[str]:
    """Yield what belongs to a clause of a level: up to the next one of it, or a heading."""
    for block in blocks:
        if isinstance(block, Heading) or (isinstance(block, Clause) and block.level <= level):
            return
        for one in walk((block,)):
            number = f"{one.number} " if isinstance(one, Clause) else ""
            words = plain(inlines(one))
            if words:
                yield f"{number}{words}"
