"""The proof of a redline: what its Word file says, all changes accepted or all rejected."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from escp_docs.document import Document, Footnote, Inline, plain, within_inline
from escp_docs.errors import ExportError
from escp_docs.produced.archive import opened
from escp_docs.produced.normalize import squeezed
from escp_docs.produced.printed_lines import note_lines, printed_lines

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS: Final = ("word/document.xml", "word/footnotes.xml")
_WORDS: Final = {f"{W}t", f"{W}delText"}
_BREAKS: Final = {f"{W}br", f"{W}tab"}
_GONE: Final = {True: f"{W}del", False: f"{W}ins"}


def prove(data: bytes, old: Document, new: Document) -> None:
    """Make sure that a redline says what both versions say, paragraph by paragraph.

    Args:
        data: The Word file.
        old: The older version, and
        new: the newer one, in the form in which they were compared.

    Raises:
        ExportError: it says something else.
    """
    for is_new, wanted in ((True, new), (False, old)):
        found, expected = list(said(data, accepts=is_new)), list(_expected(wanted))
        if found != expected:
            which = "accepted" if is_new else "rejected"
            where = _difference(found, expected)
            raise ExportError(f"the redline of {new.name}, {which}, says {where}")


def said(data: bytes, *, accepts: bool) -> Iterator[str]:
    """Yield the words of each paragraph that has some, all changes accepted or else rejected.

    Blanks are left out. Numbers that a word processor counts are no words.
    """
    parts = opened(data).parts
    for name in _PARTS:
        if name in parts:
            yield from _paragraphs(etree.fromstring(parts[name]), accepts=accepts)


def _paragraphs(root: etree._Element, *, accepts: bool) -> Iterator[str]:
    pending = ""
    for paragraph in root.iter(f"{W}p"):
        if _row_is_gone(paragraph, accepts=accepts):
            continue
        pending += "".join(_words(paragraph, accepts=accepts))
        if paragraph.find(f"{W}pPr/{W}rPr/{_GONE[accepts]}") is None:
            if words := squeezed(pending):
                yield words
            pending = ""
    if words := squeezed(pending):
        yield words


def _row_is_gone(paragraph: etree._Element, *, accepts: bool) -> bool:
    rows = paragraph.iterancestors(f"{W}tr")
    return any(row.find(f"{W}trPr/{_GONE[accepts]}") is not None for row in rows)


def _words(paragraph: etree._Element, *, accepts: bool) -> Iterator[str]:
    gone = _GONE[accepts]
    for element in paragraph.iter(*_WORDS, *_BREAKS):
        if not any(one.tag == gone for one in element.iterancestors()):
            yield (element.text or "") if element.tag in _WORDS else " "


def _expected(document: Document) -> Iterator[str]:
    for line in (*printed_lines(document), *note_lines(document)):
        if words := squeezed("".join(_told(line.inlines))):
            yield words


def _told(children: tuple[Inline, ...]) -> Iterator[str]:
    """Yield words; the mark of a note is one where a note is marked again."""
    for inline in children:
        if isinstance(inline, Footnote):
            yield "" if inline.children else inline.mark
        elif held := within_inline(inline):
            yield from _told(held)
        else:
            yield plain((inline,))


def _difference(found: list[str], expected: list[str]) -> str:
    for here, there in zip(found, expected, strict=False):
        if here != there:
            return f"{here[:60]!r} where the version says {there[:60]!r}"
    return f"{len(found)} paragraphs where the version has {len(expected)}"
