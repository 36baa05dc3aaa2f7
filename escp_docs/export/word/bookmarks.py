"""Bookmarks, and what a reference to each of them prints."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.document import (
    Block,
    Clause,
    Contents,
    Cover,
    DeletedBlock,
    Document,
    Figure,
    Footnote,
    Heading,
    InsertedBlock,
    Landscape,
    List,
    Note,
    PageBreak,
    Paragraph,
    Passage,
    PictureRow,
    Reference,
    ResetBlock,
    Signature,
    Table,
    all_inlines,
    plain,
    walk,
    within,
)
from escp_docs.errors import ExportError


class Bookmark(Struct, frozen=True):
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
        old = dict(_old_targets(document))
        self._new = dict(_targets(document))
        self._targets = self._new | old
        self._wanted = _wanted(document, self._targets) | {mark.key for mark in old.values()}
        self.is_old = False
        self._ids = count(1)
        self._names: dict[str, str] = {}

    def target(self, reference: Reference) -> Bookmark:
        """Return what a reference leads to.

        Raises:
            ExportError: there is no such block.
        """
        old = self._targets.get(_old(reference.target)) if self.is_old else None
        found = old or self._targets.get(reference.target)
        if not reference.target or found is None:
            raise ExportError(f"the reference {reference.text!r} leads to no {reference.target!r}")
        return found

    def is_replaced(self, reference: Reference) -> bool:
        """Whether what a reference leads to went, and something else of its id came."""
        old = self._targets.get(_old(reference.target))
        return old is not None and old.key.startswith(_old("")) and reference.target in self._new

    def key(self, key: str) -> str:
        """Return the key of what is being written: the older version of a redline has its own."""
        return _old(key) if self.is_old else key

    def name(self, key: str) -> str:
        """Return the name of a bookmark: short, as Word allows 40 characters and few signs."""
        prefix = "_Toc" if "contents:" in key else "_Ref"
        return self._names.setdefault(key, f"{prefix}{len(self._names) + 1:06}")

    def around(self, key: str, content: str, *, always: bool = False) -> str:
        """Return content inside the bookmark of `key`, if anything leads there."""
        key = self.key(key)
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
    """Yield what a reference may lead to, by its id."""
    return _targets_in(_without_deleted(document.blocks))


def _without_deleted(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if not isinstance(block, DeletedBlock):
            yield block
            yield from _without_deleted(within(block))


def _targets_in(blocks: Iterable[Block]) -> Iterator[tuple[str, Bookmark]]:
    for block in blocks:
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
                | InsertedBlock()
                | DeletedBlock()
                | ResetBlock()
            ):
                pass
            case _:
                assert_never(block)


def _old(key: str) -> str:
    """Return the name of what only the older version of a redline has."""
    return f"was:{key}"


def _old_targets(document: Document) -> Iterator[tuple[str, Bookmark]]:
    """Yield what references of the older version of a redline lead to, by ids of their own."""
    for block in walk(document.blocks):
        if isinstance(block, DeletedBlock):
            for name, mark in _targets_in(walk((block.block,))):
                yield _old(name), replace(mark, key=_old(mark.key))
        elif isinstance(block, ResetBlock):
            both = zip(_targets_in((block.was,)), _targets_in((block.block,)), strict=True)
            for (name, mark), (_, target) in both:
                if mark.printed:
                    yield _old(name), replace(mark, key=target.key)


def _wanted(document: Document, targets: Mapping[str, Bookmark]) -> set[str]:
    wanted: set[str] = set()
    for inline in all_inlines(document):
        if isinstance(inline, Reference) and inline.target in targets:
            wanted.add(targets[inline.target].key)
        if isinstance(inline, Footnote) and not inline.children:
            wanted.add(note_key(inline))
    return wanted
