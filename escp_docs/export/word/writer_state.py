"""What one document gathers while its blocks are written, one after the other."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.document import (
    Block,
    Deleted,
    DeletedBlock,
    Document,
    Heading,
    Inserted,
    InsertedBlock,
    ResetBlock,
    within,
)
from escp_docs.errors import ExportError
from escp_docs.export.change import ChangeMark, change_of
from escp_docs.export.look import Look
from escp_docs.export.word.bookmarks import Marks
from escp_docs.export.word.controls import Controls
from escp_docs.export.word.labels import Labels
from escp_docs.export.word.lists import Lists
from escp_docs.export.word.notes import Comments, Notes
from escp_docs.export.word.pictures import Pictures
from escp_docs.export.word.relations import Relations
from escp_docs.export.word.tracking import Tracking
from escp_docs.language.languages import language_of


class PlacedHeading(Struct, frozen=True):
    """A heading, whether it came or went in a redline, and the number that it had before."""

    heading: Heading
    number_before: str
    change: ChangeMark | None = None


def placed_headings(
    blocks: tuple[Block, ...], change: ChangeMark | None = None
) -> Iterator[PlacedHeading]:
    """Yield the headings in reading order."""
    for block in blocks:
        if isinstance(block, Heading):
            yield PlacedHeading(block, block.number, change)
        elif isinstance(block, InsertedBlock | DeletedBlock):
            now = change_of(block)
            yield from placed_headings((block.block,), now)
        elif isinstance(block, ResetBlock) and isinstance(block.was, Heading):
            (placed,) = placed_headings((block.block,), change)
            yield replace(placed, number_before=block.was.number)
        else:
            yield from placed_headings(within(block), change)


class WriterState:
    """The document at hand and everything that stands beside its body."""

    def __init__(
        self,
        document: Document,
        look: Look,
        page_of: Mapping[str, int] | None,
        tracking: Tracking | None = None,
    ) -> None:
        self.document = document
        self.language = language_of(document.language)
        self.look = look
        self.page_of = page_of
        self.headings = tuple(placed_headings(document.blocks))
        self.tracking = tracking
        self.marks = Marks(document)
        self.controls = Controls(document, self.language)
        self.lists = Lists()
        self.labels = Labels(self.lists, self.language.headings)
        self.notes = Notes(is_redline=tracking is not None)
        self.comments = Comments(document, self.language.questions)
        self.relations = Relations()
        self.note_relations = Relations()
        self.pictures = Pictures()

    @property
    def change(self) -> ChangeMark | None:
        """What becomes of what is being written; None of all but redlines."""
        return self.tracking.change if self.tracking else None

    @contextmanager
    def changed(self, change: ChangeMark) -> Iterator[Tracking]:
        """Let what is written meanwhile come or go.

        Raises:
            ExportError: the document was to be written as it stands.
        """
        if self.tracking is None:
            raise ExportError("a redline says who changed it")
        before, self.tracking.change = self.tracking.change, change
        self.marks.is_old = change is ChangeMark.WENT
        try:
            yield self.tracking
        finally:
            self.tracking.change = before
            self.marks.is_old = before is ChangeMark.WENT


def tracked(content: str, inline: Inserted | Deleted, story: WriterState) -> str:
    """Return runs as words that came or went."""
    if story.tracking is None:
        raise ExportError("a redline says who changed it")
    return story.tracking.words(content, change_of(inline))
