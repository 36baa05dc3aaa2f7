"""What stands beside the text: footnotes, and the questions about missing facts."""

from collections.abc import Iterator

from escp_docs.document import Document, Footnote, Placeholder, all_inlines
from escp_docs.errors import ExportError
from escp_docs.export.word.markup import paragraph, run
from escp_docs.language.document_words import QuestionWords

_REFERENCE = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
_COMMENT = '<w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
_AUTHOR = "escp-docs"
_SECOND = 2


class Notes:
    """The footnotes of one document, in the order of their first marks."""

    def __init__(self, *, is_redline: bool = False) -> None:
        self._notes: list[str] = []
        self._is_redline = is_redline  # with the notes of two versions, each numbered by itself

    def add(self, note: Footnote, content: str) -> str:
        """Keep the words of a note and return its mark.

        Raises:
            ExportError: the tree numbers the note otherwise than a word processor will.
        """
        number = len(self._notes) + 1
        if note.number != number and not self._is_redline:
            raise ExportError(f"footnote {note.number} comes where footnote {number} should")
        mark = f"<w:r>{_REFERENCE}<w:footnoteRef/></w:r>{run(' ')}"
        body = paragraph("FootnoteText", mark + content)
        self._notes.append(f'<w:footnote w:id="{number}">{body}</w:footnote>')
        return f'<w:r>{_REFERENCE}<w:footnoteReference w:id="{number}"/></w:r>'

    def part(self) -> str:
        """Return the footnotes."""
        return "".join(self._notes)


class Comments:
    """The comments of one draft: each missing fact is asked for where it is first missed.

    Some versions of LibreOffice mix up the texts of footnotes when a comment is anchored between
    the first two of them. There, a comment spans its words as everywhere, but its anchor is put
    off to the mark of the second footnote.
    """

    def __init__(self, document: Document, words: QuestionWords) -> None:
        self._words = words
        self._stamp = f"{document.date.isoformat()}T00:00:00Z"
        self._draft = document.draft
        self._comments: dict[str, str] = {}
        self._of_note: list[int] = []
        self._has_two_notes = any(note.number == _SECOND for note in _notes(document))
        self._marks = 0
        self._put_off: list[str] = []

    def ask(self, placeholder: Placeholder, content: str, *, in_note: bool) -> str:
        """Return content with the question about it, if it is the first on its path.

        Word takes no comments inside a note: they wait for its mark.
        """
        if not self._draft or not placeholder.path or placeholder.path in self._comments:
            return content
        number = len(self._comments)
        asked = self._words.answered_by.format(question=placeholder.question, ask=placeholder.ask)
        self._comments[placeholder.path] = self._comment(number, asked)
        if in_note:
            self._of_note.append(number)
            return content
        return self._commented(number, content)

    def remark(self, words: str, content: str) -> str:
        """Return content with a remark about it."""
        number = len(self._comments)
        self._comments[str(number)] = self._comment(number, words)
        return self._commented(number, content)

    def ask_at_mark(self, mark: str) -> str:
        """Return the mark of a note with the questions that its words gave rise to."""
        self._marks += 1
        while self._of_note:
            mark = self._commented(self._of_note.pop(), mark)
        if self._marks == _SECOND:
            mark += "".join(self._put_off)
        return mark

    def part(self) -> str:
        """Return the comments, empty if there are none."""
        return "".join(self._comments.values())

    def _comment(self, number: int, text: str) -> str:
        mark = f"<w:r>{_COMMENT}<w:annotationRef/></w:r>"
        return (
            f'<w:comment w:id="{number}" w:author="{_AUTHOR}" w:date="{self._stamp}"'
            f' w:initials="ed">{paragraph("CommentText", mark + run(text))}</w:comment>'
        )

    def _commented(self, number: int, content: str) -> str:
        start, end = (f'<w:commentRange{name} w:id="{number}"/>' for name in ("Start", "End"))
        anchor = f'<w:r>{_COMMENT}<w:commentReference w:id="{number}"/></w:r>'
        if self._has_two_notes and self._marks == _SECOND - 1:
            self._put_off.append(anchor)
            anchor = ""
        return f"{start}{content}{end}{anchor}"


def _notes(document: Document) -> Iterator[Footnote]:
    return (inline for inline in all_inlines(document) if isinstance(inline, Footnote))
