"""What one document gathers while its blocks are written, one after the other."""

from collections.abc import Mapping

from escp_docs.document import Document, Heading, headings
from escp_docs.export.look import Look
from escp_docs.export.word.bookmarks import Marks
from escp_docs.export.word.controls import Controls
from escp_docs.export.word.labels import Labels
from escp_docs.export.word.lists import Lists
from escp_docs.export.word.notes import Comments, Notes
from escp_docs.export.word.pictures import Pictures
from escp_docs.export.word.relations import Relations
from escp_docs.language.languages import language_of


class WriterState:
    """The document at hand and everything that stands beside its body."""

    def __init__(self, document: Document, look: Look, page_of: Mapping[str, int] | None) -> None:
        self.document = document
        self.language = language_of(document.language)
        self.look = look
        self.page_of = page_of
        self.headings: tuple[Heading, ...] = headings(document)
        self.marks = Marks(document)
        self.controls = Controls(document, self.language)
        self.lists = Lists()
        self.labels = Labels(self.lists, self.language.headings)
        self.notes = Notes()
        self.comments = Comments(document, self.language.questions)
        self.relations = Relations()
        self.note_relations = Relations()
        self.pictures = Pictures()
