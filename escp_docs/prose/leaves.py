"""The paragraphs of a prose letter by letter: where each stands in the text as typed, and its look.

By this, a word that somebody changed in print is changed in the text, and nothing else.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple, assert_never

from msgspec import Struct

from escp_docs.document import (
    AnswerField,
    Checkbox,
    Deleted,
    Elsewhere,
    Emphasis,
    Field,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Placeholder,
    Reference,
    Strong,
    Text,
)
from escp_docs.prose.inline import Inliner, in_signs
from escp_docs.prose.lines import BREAK, Line
from escp_docs.prose.marks import unescaped
from escp_docs.prose.pictures import picture_in
from escp_docs.prose.reader import read
from escp_docs.prose.structure import Grid, Items, Node, Words
from escp_docs.prose.tokens import reference_at, tokens_of

if TYPE_CHECKING:
    from markdown_it.token import Token


class LetterLook(NamedTuple):
    """How a letter looks, and the address that it leads to."""

    bold: bool = False
    italic: bool = False
    url: str = ""


PLAIN: Final = LetterLook()


class Leaf(Struct, frozen=True):
    """A paragraph, item or cell of a prose.

    Args:
        text: What is printed of it, without the mark of an item; a line break is one.
        looks: The look of each letter.
        places: What each letter is in the text as typed, from where to where: a reference such as
            `&amp;` is one letter in print. None where that cannot be told.
        first: The line of the text on which it begins, from 0.
        last: The line on which it ends.
        mark: What stands before its words on its first line: blanks and the mark of an item.
        is_item: Whether it begins an item.
        is_numbered: Whether that item has a number.
        is_cell: Whether it is a cell of a table.
        is_heading: Whether it was marked as a heading: it is set in bold as a whole.
    """

    text: str
    looks: tuple[LetterLook, ...]
    places: tuple[tuple[int, int], ...] | None
    first: int
    last: int
    mark: str = ""
    is_item: bool = False
    is_numbered: bool = False
    is_cell: bool = False
    is_heading: bool = False


def leaves(text: str) -> tuple[Leaf, ...]:
    """Return the paragraphs, items and cells of a prose in reading order, without its notes."""
    return tuple(_Leaves(text).of(read(text).nodes))


class _Leaves:
    def __init__(self, text: str) -> None:
        self._lines = text.splitlines(keepends=True) if "\r" in text else text.split("\n")
        ends = 0 if "\r" in text else 1
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + ends)
        notes = read(text).notes
        self._inliner = Inliner(str, notes=dict.fromkeys(notes, ()))

    def of(self, nodes: Sequence[Node]) -> Iterator[Leaf]:
        """Yield the leaves of nodes."""
        for node in nodes:
            match node:
                case Words():
                    if picture_in(node) is None:  # a picture has no words that are printed
                        yield self._leaf(node)
                case Items():
                    for item in node.items:
                        for index, leaf in enumerate(self.of(item)):
                            is_first = index == 0 and not leaf.is_cell
                            yield self._item(leaf, node) if is_first else leaf
                case Grid():
                    for row in node.rows:
                        for cell in row:
                            yield self._cell(cell)

    def _item(self, leaf: Leaf, items: Items) -> Leaf:
        if leaf.is_item:
            return leaf
        return _with_item(leaf, is_numbered=items.numbers is not None)

    def _leaf(self, words: Words) -> Leaf:
        inlines = self._inliner.words(words)
        found = list(letters(inlines))
        text = "".join(letter for letter, _ in found)
        lines = words.lines
        first, last = lines[0].number - 1, lines[-1].number - 1
        whole = self._lines[first]
        content, at = self._content(lines, BREAK if words.keeps_lines else "\n")
        if words.is_verbatim:
            places = tuple((one, one + 1) for one in at) if len(at) == len(text) else None
        else:
            places = _places(text, content, at, self._inliner)
        return Leaf(
            text,
            tuple(look for _, look in found),
            places,
            first,
            last,
            whole[: lines[0].column - 1],
            is_heading=words.is_heading,
        )

    def _cell(self, cell: Line) -> Leaf:
        inlines = self._inliner.text(cell.text)
        found = list(letters(inlines))
        text = "".join(letter for letter, _ in found)
        content, at = self._content([cell])
        is_there = self._lines[cell.number - 1][cell.column - 1 :].startswith(cell.text)
        places = _places(text, content, at, self._inliner) if is_there else None
        line = cell.number - 1
        return Leaf(text, tuple(look for _, look in found), places, line, line, is_cell=True)

    def _content(self, lines: Sequence[Line], parted: str = "\n") -> tuple[str, list[int]]:
        """Return what is read of lines, and where each letter of it stands."""
        content, at = "", []
        for index, line in enumerate(lines):
            start = self._starts[line.number - 1] + line.column - 1
            words = unescaped(line.text)
            skipped = _first_difference(words, line.text)
            if index:
                content += parted
                at.append(start - 1)
            content += words
            gone = len(line.text) - len(words)
            at += [start + one + (gone if one >= skipped else 0) for one in range(len(words))]
        return content, at


def _with_item(leaf: Leaf, *, is_numbered: bool) -> Leaf:
    return Leaf(
        leaf.text,
        leaf.looks,
        leaf.places,
        leaf.first,
        leaf.last,
        leaf.mark,
        is_item=True,
        is_numbered=is_numbered,
        is_heading=leaf.is_heading,
    )


def _first_difference(words: str, typed: str) -> int:
    for index, letter in enumerate(words):
        if typed[index] != letter:
            return index
    return len(words)


def letters(
    inlines: Sequence[Inline], look: LetterLook = PLAIN
) -> Iterator[tuple[str, LetterLook]]:
    """Yield each letter of inlines with its look."""
    for inline in inlines:
        match inline:
            case Emphasis():
                yield from letters(inline.children, look._replace(italic=True))
            case Strong():
                yield from letters(inline.children, look._replace(bold=True))
            case Link():
                yield from letters(inline.children, look._replace(url=inline.url))
            case LineBreak():
                yield "\n", look
            case Inserted() | Deleted():
                yield from letters(inline.children, look)
            case Footnote():
                pass
            case (
                Text()
                | Field()
                | Placeholder()
                | Reference()
                | Elsewhere()
                | AnswerField()
                | Checkbox()
            ):
                yield from ((letter, look) for letter in inline.text)
            case _:
                assert_never(inline)


def _places(
    text: str, content: str, at: Sequence[int], inliner: Inliner
) -> tuple[tuple[int, int], ...] | None:
    """Return where each printed letter stands in the text; None where one cannot be found."""
    found: list[tuple[int, int]] = []
    cursor = 0
    for token in tokens_of(content, frozenset(inliner.notes)):
        step = _step(token, content, cursor, inliner)
        if step is None:
            return None
        cursor, inner = step
        found += inner
    if len(found) > len(text):
        found = found[: len(text)]  # blanks at the end of the last line are not printed
    if len(found) != len(text):
        return None
    return tuple((at[start], at[end - 1] + 1) for start, end in found)


def _step(
    token: "Token", content: str, cursor: int, inliner: Inliner
) -> tuple[int, list[tuple[int, int]]] | None:
    """Return the cursor behind a token, and where its printed letters stand in the content."""
    match token.type:
        case "softbreak" | "hardbreak":
            end = content.find("\n", cursor)
            return None if end < 0 else (end + 1, [(end, end + 1)])
        case "em_open" | "em_close" | "strong_open" | "strong_close" | "link_open":
            return cursor, []
        case "link_close":
            return _behind_link(token, content, cursor)
        case "note":
            end = content.find("]", cursor)
            return None if end < 0 else (end + 1, [])
        case _:
            printed = "".join(letter for letter, _ in letters(inliner.printed(token.content)))
            return _text(token.content, printed, content, cursor)


def _text(
    typed: str, printed: str, content: str, cursor: int
) -> tuple[int, list[tuple[int, int]]] | None:
    if not typed:
        return cursor, []
    start = content.find(typed, cursor)
    if start >= 0 and len(printed) == len(typed):
        end = start + len(typed)
        return end, [(one, one + 1) for one in range(start, end)]
    found: list[tuple[int, int]] = []
    for letter in printed:  # with backslashes and signs in between, or blanks that became one
        places = range(cursor, min(cursor + _FAR, len(content)))
        place = next((one for at in places if (one := _letter(letter, content, at))), None)
        if place is None:
            return None
        found.append(place)
        cursor = place[1]
    return cursor, found


def _letter(letter: str, content: str, at: int) -> tuple[int, int] | None:
    """Return from where to where a printed letter stands in a text, if it stands at a place."""
    reference = reference_at(content, at)
    if reference:
        character, end = reference
        return (at, end) if in_signs(character) == letter else None
    if in_signs(content[at]) == letter:
        return at, at + 1
    is_escape = content[at] == "\\" and in_signs(content[at + 1 : at + 2]) == letter
    return (at, at + 2) if is_escape else None


_FAR: Final = 40


def _behind_link(
    token: "Token", content: str, cursor: int
) -> tuple[int, list[tuple[int, int]]] | None:
    if token.content:  # a title, which is printed behind the words
        return None
    end = content.find(token.markup or ">", cursor)
    return None if end < 0 else (end + len(token.markup or ">"), [])
