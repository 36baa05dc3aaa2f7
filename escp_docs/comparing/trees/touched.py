"""Which clauses and sections a redline touches, and how."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct, field

from escp_docs.document import (
    Block,
    Clause,
    Deleted,
    DeletedBlock,
    Document,
    Figure,
    Footnote,
    Heading,
    Inline,
    Inserted,
    InsertedBlock,
    PictureRow,
    ResetBlock,
    inlines,
    plain,
    within,
    within_inline,
)


class Fate(StrEnum):
    """What became of a clause or a section."""

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


class Touched(Struct):
    """A clause or section in which something came or went.

    Attributes:
        number: Its number, as it is cited ("8.3"); of what went, the one that it had.
        title: The words of its heading, or of the heading above a clause.
        target: The id that leads there; empty if it went.
        fate: What became of it as a whole.
        moved: Where it stood before; empty if it did not move.
        added: How many words came.
        struck: How many went.
        is_redrawn: Whether a figure or picture in it is another one.
    """

    number: str
    title: str
    target: str
    fate: Fate = Fate.CHANGED
    moved: str = ""
    added: int = 0
    struck: int = 0
    is_redrawn: bool = False

    @property
    def is_touched(self) -> bool:
        """Whether anything in it came or went."""
        return bool(self.added or self.struck or self.is_redrawn or self.fate is not Fate.CHANGED)


def touched(redline: Document, start: str) -> tuple[Touched, ...]:
    """Return what is touched, in reading order.

    Args:
        redline: Two versions in one tree.
        start: What is called what stands before the first heading.
    """
    reading = _Reading(start)
    reading.of(redline.blocks, None)
    return tuple(one for one in reading.places if one.is_touched)


class _Reading(Struct):
    """One way through a redline, clause by clause."""

    start: str
    places: list[Touched] = field(default_factory=list)
    article: Touched | None = None
    """The heading that is being read."""

    def __post_init__(self) -> None:
        self.places.append(Touched("", self.start, ""))

    def of(self, blocks: tuple[Block, ...], fate: Fate | None) -> None:
        for block in blocks:
            if not isinstance(block, InsertedBlock | DeletedBlock):
                self._block(block, fate)
                continue
            now = Fate.CAME if isinstance(block, InsertedBlock) else Fate.WENT
            self.of((block.block,), now)
            if block.moved and isinstance(block.block, Clause | Heading):
                self.places[-1].moved = block.moved

    def _block(self, block: Block, fate: Fate | None) -> None:
        inner = block.block if isinstance(block, ResetBlock) else block
        if isinstance(inner, Heading):
            self._begin(inner.number, plain(_newer(inner.children)), inner.id, fate)
            self.article = self.places[-1]
        elif isinstance(inner, Clause):
            self._clause(inner, fate)
        elif isinstance(inner, Figure | PictureRow):
            is_other = isinstance(block, ResetBlock) and _is_redrawn(inner, block.was)
            self.places[-1].is_redrawn |= is_other or fate is not None
        for words, change in _changes(inlines(inner), fate):
            self._count(words, change)
        self.of(within(inner), fate)

    def _clause(self, clause: Clause, fate: Fate | None) -> None:
        article = self.article
        target = clause.id or (article.target if article else "")
        self._begin(clause.reference, article.title if article else "", target, fate)

    def _begin(self, number: str, title: str, target: str, fate: Fate | None) -> None:
        lead = "" if fate is Fate.WENT else target
        self.places.append(Touched(number.rstrip(".:"), title, lead, fate or Fate.CHANGED))

    def _count(self, words: int, fate: Fate) -> None:
        place = self.places[-1]
        if fate is Fate.CAME:
            place.added += words
        else:
            place.struck += words


def _newer(children: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(one for one in children if not isinstance(one, Deleted))


def _is_redrawn(new: Block, old: Block) -> bool:
    return isinstance(new, Figure) and isinstance(old, Figure) and new.svg != old.svg


def _changes(children: tuple[Inline, ...], fate: Fate | None) -> Iterator[tuple[int, Fate]]:
    """Yield how many words came or went, with those of notes."""
    for inline in children:
        now = fate
        if isinstance(inline, Inserted | Deleted):
            now = Fate.CAME if isinstance(inline, Inserted) else Fate.WENT
        held = within_inline(inline)
        if held:
            yield from _changes(held, now)
        elif now is not None and not isinstance(inline, Footnote):
            yield len(plain((inline,)).split()), now
