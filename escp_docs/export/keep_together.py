"""What must not be parted from what follows it by the end of a page."""

from typing import assert_never

from escp_docs.document import (
    Block,
    Clause,
    Contents,
    Cover,
    DeletedBlock,
    Emphasis,
    Figure,
    Heading,
    InsertedBlock,
    Landscape,
    List,
    Note,
    PageBreak,
    Paragraph,
    Passage,
    PictureRow,
    ResetBlock,
    Signature,
    Strong,
    Table,
    bare,
    inlines,
    plain,
    walk,
    within,
)

_SHORT_ROWS = 9  # a table that is shorter in rows and in words is kept on one page
_SHORT_WORDS = 180
_SHORT_LINE = 220  # letters of a paragraph that says what the table or figure below it shows
_LOW_MM = 90  # of a figure: a higher one would take the paragraph along and leave a page half empty
_CLOSING = 2  # paragraphs that stay with a signature: nobody signs a page with nothing on it


def kept_with_next(blocks: tuple[Block, ...]) -> tuple[bool, ...]:
    """Return for each of some blocks whether no page may end between it and the next one."""
    blocks = tuple(map(bare, blocks))
    following = (*blocks[1:], None)[: len(blocks)]  # no block, nothing follows
    kept = [_introduces(*both) for both in zip(blocks, following, strict=True)]
    for index, block in enumerate(blocks):
        if isinstance(block, Signature):
            is_last = not isinstance(following[index], Signature)
            if is_last and index and isinstance(blocks[index - 1], Signature):
                kept[index - 1] = True  # of several the last one is not alone either
            for before in range(index - 1, max(index - 1 - _CLOSING, -1), -1):
                if not isinstance(blocks[before], Paragraph):
                    break
                kept[before] = True
    return tuple(kept)


def _introduces(block: Block, following: Block | None) -> bool:
    match block:
        case Clause():
            if isinstance(following, Clause):
                return following.level > block.level
            return _announces(block, following)
        case Paragraph(children=(Emphasis() | Strong(),)):
            # A label: "Why this target."
            is_label = isinstance(following, Paragraph | List | Passage)
            return is_label or _announces(block, following)
        case Paragraph():
            return _announces(block, following)
        case (
            Heading()  # kept by its style
            | List()
            | Table()
            | Figure()
            | PictureRow()
            | Passage()
            | Contents()
            | Cover()
            | Note()
            | Landscape()
            | PageBreak()
            | Signature()
            | InsertedBlock()
            | DeletedBlock()
            | ResetBlock()
        ):
            return False
        case _:
            assert_never(block)


def _announces(block: Paragraph | Clause, following: Block | None) -> bool:
    """Whether a line ends in a colon and what it announces follows, or it leads in to a picture."""
    words = plain(block.children).strip()
    is_announced = isinstance(following, List | Table | Figure | Passage)
    if is_announced and words.endswith(":"):
        return True
    is_near = isinstance(following, Table) or (
        isinstance(following, Figure) and following.height_mm <= _LOW_MM
    )
    return is_near and 0 < len(words) <= _SHORT_LINE


def keeps_with_next(table: Table, index: int) -> bool:
    """Whether a body row stays on the page of the row below it.

    So a short table is not torn, and neither the first row nor a total stands alone. A row in which
    a page may end needs no company.
    """
    last = len(table.rows) - 1
    if index >= last or not {index, index + 1}.isdisjoint(table.tall_rows):
        return False
    return index in (0, last - 1) or (last < _SHORT_ROWS and _words(table) <= _SHORT_WORDS)


def _words(table: Table) -> int:
    return sum(len(plain(inlines(block)).split()) for block in walk(within(table)))
