"""Negotiated words: those agreed stand in place of a clause, those proposed stand beside it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.wording_text import worded
from escp_docs.document import (
    Block,
    Clause,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Link,
    List,
    Note,
    PageBreak,
    Paragraph,
    Reference,
    Strong,
    Table,
    Text,
    mapped,
    walk,
    with_inlines,
)
from escp_docs.language.language import Language
from escp_docs.model.agreement import Wording

_NAMED: Final = Heading | Clause | Table | Figure


def with_wording(
    blocks: tuple[Block, ...],
    entries: Sequence[Wording],
    language: Language,
    *,
    draft: bool,
) -> tuple[Block, ...]:
    """Return blocks without numbers, with negotiated words.

    Agreed words replace their clause, with what stands below it; a reference that led there leads
    to the clause. In a draft, proposed words follow their clause in a box.
    """
    agreed = {one.clause: one for one in entries if one.status == "agreed" and one.text}
    proposed = [one for one in entries if one.status in (None, "proposed")] if draft else []
    if not agreed and not proposed:
        return blocks
    moved: dict[str, str] = {}
    found = tuple(_worded(blocks, agreed, proposed, language, moved))
    known = {block.id for block in walk(found) if isinstance(block, _NAMED) and block.id}
    return mapped(found, lambda block: _led(block, moved, known))


def _worded(
    blocks: tuple[Block, ...],
    agreed: Mapping[str | None, Wording],
    proposed: Sequence[Wording],
    language: Language,
    moved: dict[str, str],
) -> Iterator[Block]:
    for piece in _pieces(blocks):
        head = piece[0]
        if not isinstance(head, Clause) or not head.id:
            yield from piece
            continue
        if words := agreed.get(head.id):
            moved |= {
                block.id: head.id for block in walk(piece) if isinstance(block, _NAMED) and block.id
            }
            yield from _in_place_of(head, words.text or "", language)
        else:
            yield from piece
        for one in proposed:
            if one.clause == head.id:
                yield _box(one, language)


def _pieces(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, ...]]:
    """Yield runs of blocks: a clause that has an id with all that belongs to it, or others."""
    run: list[Block] = []
    depth = 0  # of the clause that the run belongs to, 0 if to none
    for block in blocks:
        is_head = isinstance(block, Clause) and (block.level <= depth or not depth or block.id)
        if run and (is_head or isinstance(block, Heading | PageBreak)):
            yield tuple(run)
            run, depth = [], 0
        if isinstance(block, Clause) and not run:
            depth = block.level
        run.append(block)
    if run:
        yield tuple(run)


def _in_place_of(clause: Clause, text: str, language: Language) -> Iterator[Block]:
    """Yield the clause in other words: its first paragraph, then its entries and the rest."""
    blocks = worded(text, language)
    first = blocks[0] if blocks and isinstance(blocks[0], Paragraph) else None
    yield replace(clause, children=first.children if first else ())
    for block in blocks[1:] if first else blocks:
        if isinstance(block, List) and all(len(item) == 1 for item in block.items):
            yield from (_entry(clause, item[0]) for item in block.items)
        else:
            yield from _below(block)


def _below(block: Block) -> Iterator[Block]:
    """Yield a block of negotiated words; they have no headings, and begin no page."""
    if isinstance(block, Heading):
        yield Paragraph((Strong(block.children),))
    elif not isinstance(block, PageBreak):
        yield block


def _entry(clause: Clause, block: Block) -> Block:
    children = block.children if isinstance(block, Paragraph) else None
    return block if children is None else Clause(min(clause.level + 1, 3), children, "", "")


def _box(entry: Wording, language: Language) -> Note:
    words = language.negotiation
    by = printable(entry.by or "")
    head = Paragraph((Strong((Text(words.proposed_by.format(who=by) if by else words.proposed),)),))
    blocks = tuple(one for block in worded(entry.text or "", language) for one in _below(block))
    reason = printable(entry.reason or "")
    why = (Paragraph((Text(words.reason.format(reason=reason)),)),) if reason else ()
    return Note((head, *blocks, *why))


def _led(block: Block, moved: Mapping[str, str], known: set[str]) -> Block:
    def lead(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(_inline(one, moved, known) for one in children)

    return with_inlines(block, lead)


def _inline(inline: Inline, moved: Mapping[str, str], known: set[str]) -> Inline:
    if isinstance(inline, Reference) and inline.target not in known:
        led = moved.get(inline.target)
        return Text(f"[{inline.target}]") if led is None else replace(inline, target=led)
    if isinstance(inline, Emphasis | Strong | Link):
        return replace(
            inline, children=tuple(_inline(one, moved, known) for one in inline.children)
        )
    return inline
