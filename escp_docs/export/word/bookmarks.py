"""Bookmarks, and what a reference to each of them prints."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import assert_never

from escp_docs.document import (
    Clause,
    Contents,
    Cover,
    Document,
    Figure,
    Footnote,
    Heading,
    Landscape,
    List,
    Note,
    PageBreak,
    Paragraph,
    Passage,
    PictureRow,
    Reference,
    Signature,
    Table,
    all_inlines,
    plain,
    walk,
)
from escp_docs.errors import ExportError


@dataclass(frozen=True, slots=True)
class Bookmark:
    """What a reference leads to: the bookmark, and the words that a field computes for it.

    Args:
        key: The key of its bookmark.
        printed: The words.
        switches: How the field asks for them: empty for the text inside the bookmark.
    """

    key: str
    printed: str
    switches: str = ""


class Marks:
    """The bookmarks of one document; only what something leads to gets one."""

    def __init__(self, document: Document) -> None:
        self._targets = dict(_targets(document))
        self._wanted = _wanted(document, self._targets)
        self._ids = count(1)
        self._names: dict[str, str] = {}

    def target(self, reference: Reference) -> Bookmark:
        """Return what a reference leads to.

        Raises:
            ExportError: there is no such block.
        """
        if not reference.target or reference.target not in self._targets:
            raise ExportError(f"the reference {reference.text!r} leads to no {reference.target!r}")
        return self._targets[reference.target]

    def name(self, key: str) -> str:
        """Return the name of a bookmark: short, as Word allows 40 characters and few signs."""
        prefix = "_Toc" if key.startswith("contents:") else "_Ref"
        return self._names.setdefault(key, f"{prefix}{len(self._names) + 1:06}")

    def around(self, key: str, content: str, *, always: bool = False) -> str:
        """Return content inside the bookmark of `key`, if anything leads there."""
        if not always and key not in self._wanted:
            return content
        number = next(self._ids)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{self.name(key)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def clause_key(clause: Clause) -> str:
    """Return the key of a clause: how others cite it, which is unique in a document."""
    return f"clause:{clause.reference}"


def note_key(note: Footnote) -> str:
    """Return the key of the first mark of a note."""
    return f"note:{note.number}"


def _targets(document: Document) -> Iterator[tuple[str, Bookmark]]:
    for block in walk(document.blocks):
        match block:
            case Heading(children=children, id=name, number=""):
                yield name, Bookmark(name, plain(children))
            case Heading(id=name, number=number):
                # A word processor leaves out the full stop at the end of a number it refers to.
                yield name, Bookmark(name, number.rstrip("."), r" \n")
            case Clause(level=level, id=name, reference=reference):
                # "(a)" is cited as "8.3(a)": the number in its context.
                switches = r" \n" if level == 1 else r" \w"
                yield name, Bookmark(clause_key(block), reference, switches)
            case Table(id=name, number=number) | Figure(id=name, number=number):
                yield name, Bookmark(name, str(number))
            case (
                Paragraph()
                | List()
                | PictureRow()
                | Passage()
                | Contents()
                | Cover()
                | Note()
                | Landscape()
                | PageBreak()
                | Signature()
            ):
                pass
            case _:
                assert_never(block)


def _wanted(document: Document, targets: Mapping[str, Bookmark]) -> set[str]:
    wanted: set[str] = set()
    for inline in all_inlines(document):
        if isinstance(inline, Reference) and inline.target in targets:
            wanted.add(targets[inline.target].key)
        if isinstance(inline, Footnote) and not inline.children:
            wanted.add(note_key(inline))
    return wanted
