"""In which sections a document of two versions says something else."""

from collections.abc import Iterator, Mapping

from escp_docs.comparing.specs.difference import DocumentChange, SectionChange
from escp_docs.document import (
    Block,
    Document,
    Figure,
    Footnote,
    Heading,
    PictureRow,
    Signature,
    inlines,
    plain,
    spread,
    walk,
)
from escp_docs.workbook import Sheet, Workbook

Tree = Document | Workbook
CHANGED, CAME, WENT = "changed", "came", "went"


Sections = Mapping[str, tuple[str, str, str]]
"""Number, title and words of each section of a document, by what identifies it."""


def document_changes(
    old: Mapping[str, Sections], new: Mapping[str, Sections]
) -> tuple[DocumentChange, ...]:
    """Return the documents that say something else, each with the sections in which they do.

    Args:
        old: The sections of the documents of the old version, by the name of the document.
        new: Those of the new one.
    """
    return tuple(_changes(old, new))


def _changes(old: Mapping[str, Sections], new: Mapping[str, Sections]) -> Iterator[DocumentChange]:
    for name in dict.fromkeys((*new, *old)):
        if name not in new:
            yield DocumentChange(name, WENT)
        elif name not in old:
            yield DocumentChange(name, CAME)
        elif sections := tuple(_changed(old[name], new[name])):
            yield DocumentChange(name, CHANGED, sections)


def _changed(old: Sections, new: Sections) -> Iterator[SectionChange]:
    for key in dict.fromkeys((*new, *old)):
        number, title, words = new.get(key) or old[key]
        if key not in new:
            yield SectionChange(WENT, number, title)
        elif key not in old:
            yield SectionChange(CAME, number, title)
        elif old[key][1:] != (title, words):  # another number alone is no change
            yield SectionChange(CHANGED, number, title)


def sections(tree: Tree) -> Sections:
    """Return the sections of a document by the ids of their headings; the first has none.

    The sheets of a workbook are its sections.
    """
    if isinstance(tree, Workbook):
        return {one.name: ("", one.name, _cells(one)) for one in tree.sheets}
    found: dict[str, tuple[str, str, list[str]]] = {"": ("", "", [])}
    current = ""
    for block in walk(tree.blocks):
        if isinstance(block, Heading):
            current = block.id
            found.setdefault(current, (block.number, plain(block.children), []))
        else:
            found[current][2].extend(_words(block))
    return {key: (number, title, "\n".join(words)) for key, (number, title, words) in found.items()}


def _cells(sheet: Sheet) -> str:
    return "\n".join("\t".join(str(cell.value) for cell in row) for row in sheet.rows)


def _words(block: Block) -> Iterator[str]:
    """Yield what a block prints by itself: its words, its notes, what a picture shows."""
    printed = inlines(block)
    yield plain(printed)
    yield from (plain(one.children) for one in spread(printed) if isinstance(one, Footnote))
    if isinstance(block, Figure):
        yield block.svg
    elif isinstance(block, PictureRow):
        yield from (one.alternative + one.content for one in block.items)
    elif isinstance(block, Signature):
        yield from (label for label, _ in block.rows)
