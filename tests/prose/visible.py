"""What a person sees of a prose: in the tree, and in a file of each format."""

import re
from collections.abc import Iterator
from datetime import date

from lxml import etree, html

from escp_docs.compose.markdown.prose import prose_blocks
from escp_docs.compose.numbering import numbered
from escp_docs.compose.pictures import with_pictures
from escp_docs.counting import letter
from escp_docs.document import (
    Block,
    Document,
    Emphasis,
    Footnote,
    Inline,
    Link,
    List,
    Paragraph,
    Passage,
    Strong,
    Table,
    plain,
)
from escp_docs.export.html.writer import to_html
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.export.word.writer import to_docx
from escp_docs.language.english.language import ENGLISH
from escp_docs.produced.normalize import leveled
from tests.support import tagged
from tests.support.look import look
from tests.support.word_reading import SPACES, WordFile, labels

_W = f"{{{SPACES['w']}}}"
_SPACE = re.compile(r"\s+")
_MARKER = re.compile(r"list-style-type:'(.*)'")
_BULLETS = "•–"


def made(*proses: str) -> Document:
    """Return a document that prints each prose, with its notes numbered."""
    passages = tuple(
        Passage(f"p{index}", text, "prose", prose_blocks(text)) for index, text in enumerate(proses)
    )
    return Document(
        name="prose",
        title="Title",
        acronym="ACR",
        date=date(2020, 11, 20),
        language="en-GB",
        author="Author",
        draft=False,
        blocks=numbered(with_pictures(passages, {}), ENGLISH),
    )


def without_spaces(text: str) -> str:
    return _SPACE.sub("", text)


# --- the tree ----------------------------------------------------------------------------------


def of_tree(blocks: tuple[Block, ...]) -> str:
    """Return what is seen, in order, without blanks and bullets; of a note its mark."""
    return without_spaces("".join(_seen(blocks)))


def of_prose(text: str) -> str:
    """Return what is seen of a prose; each note stands as [number: words] where it is marked."""
    return of_tree(prose_blocks(text))


def notes_of(blocks: tuple[Block, ...]) -> list[str]:
    """Return the words of each note, in order."""
    found = [note for line in _lines(blocks) for note in _notes(line) if note.children]
    return [without_spaces(plain(note.children)) for note in found]


def _lines(blocks: tuple[Block, ...]) -> Iterator[tuple[Inline, ...]]:
    for block in blocks:
        match block:
            case Paragraph():
                yield block.children
            case List():
                for item in block.items:
                    yield from _lines(item)
            case Table():
                yield from (column.head for column in block.columns)
                for row in block.rows:
                    for cell in row:
                        yield from _lines(cell.blocks)
            case Passage():
                yield from _lines(block.blocks)
            case _:
                raise AssertionError(f"prose makes no {type(block).__name__}")


def _notes(line: tuple[Inline, ...]) -> Iterator[Footnote]:
    for inline in line:
        match inline:
            case Footnote():
                yield inline
            case Emphasis() | Strong() | Link():
                yield from _notes(inline.children)
            case _:
                pass


def _seen(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case List():
                for index, item in enumerate(block.items):
                    yield block.numbers.label(index) if block.ordered else ""
                    yield from _seen(item)
            case Passage():
                yield from _seen(block.blocks)
            case Table():
                yield from (_line(column.head) for column in block.columns)
                for row in block.rows:
                    for cell in row:
                        yield from _seen(cell.blocks)
            case _:
                yield from map(_line, _lines((block,)))


def _line(line: tuple[Inline, ...]) -> str:
    found = []
    for inline in line:
        match inline:
            case Footnote():
                found.append(inline.mark)
            case Emphasis() | Strong() | Link():
                found.append(_line(inline.children))
            case _:
                found.append(plain((inline,)))
    return "".join(found)


# --- the formats -------------------------------------------------------------------------------


def of_html(document: Document) -> tuple[str, list[str], list[str]]:
    """Return what a page shows, its notes, and where its links lead."""
    page = html.document_fromstring(to_html(document, look()).decode())
    (main,) = page.iter("main")
    notes: list[str] = []
    for section in main.findall("section"):
        for note in section.iter("p"):
            words = "".join(map(str, note.itertext()))
            notes.append(without_spaces(words).removeprefix(letter(len(notes) + 1)))
        main.remove(section)
    hrefs = [str(a.get("href")) for a in page.iter("a") if not str(a.get("href")).startswith("#")]
    return without_spaces("".join(_html(main))), notes, hrefs


def _html(element: etree._Element) -> Iterator[str]:
    if element.tag == "li":
        yield _html_label(element)
    yield element.text or ""
    for child in element:
        yield from _html(child)
        yield child.tail or ""


def _html_label(item: etree._Element) -> str:
    around = item.getparent()
    assert around is not None
    if around.tag == "ul":
        return ""
    index = list(around).index(item)
    style = _MARKER.fullmatch(str(item.get("style", "")))
    if style:
        assert str(around.get("start")).isdigit()
        return style[1]
    return f"{index + 1}."


def of_word(document: Document) -> tuple[str, list[str]]:
    """Return what a word processor shows, with the numbers it computes, and the notes."""
    file = WordFile(to_docx(document, look()).data)
    body = file.document
    tree = body.getroottree()
    numbers = {
        etree.ElementTree(one.getroottree().getroot()).getpath(one): label
        for one, label in labels(file)
        if label not in _BULLETS
    }
    counted: list[str] = []
    found = []
    for element in body.iter(f"{_W}p", f"{_W}t", f"{_W}footnoteReference"):
        if element.tag == f"{_W}t":
            found.append(element.text or "")
        elif element.tag == f"{_W}p":
            found.append(numbers.get(tree.getpath(element), ""))
        else:
            counted.append(str(element.get(f"{_W}id")))
            found.append(letter(len(counted)))
    return without_spaces("".join(found)), _word_notes(file)


def _word_notes(file: WordFile) -> list[str]:
    if "word/footnotes.xml" not in file.parts:
        return []
    notes = [one for one in file.xml("word/footnotes.xml") if one.get(f"{_W}type") is None]
    return [
        without_spaces("".join(text.text or "" for text in one.iter(f"{_W}t"))) for one in notes
    ]


def of_pdf(document: Document) -> tuple[str, list[str]]:
    """Return what a PDF says by its tags, letters levelled, and its notes."""
    tree = tagged.tree(to_pdf(document, look()).data)
    notes = [leveled(note.words()) for note in tree.all("Note")]
    for label in tree.all("Lbl"):
        label.is_silent = label.words().strip() in {*_BULLETS, ""}
    return leveled(tree.words("Note", "Figure")), notes
