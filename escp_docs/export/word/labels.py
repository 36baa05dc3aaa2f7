"""The automatic numbers of headings and clauses."""

from enum import IntEnum

from escp_docs.counting import letter, roman
from escp_docs.document import Clause, Heading, Numbering, plain
from escp_docs.errors import ExportError
from escp_docs.export.word.lists import Lists, list_properties
from escp_docs.language.document_words import HeadingWords


# The lists of templates/look/word/numbering.xml: one number for the definition and its first use.
# Parts have a list of their own, so that the articles below them count on from part to part.
class _List(IntEnum):
    LETTERS = 1
    ARTICLES = 2
    ANNEXES = 3
    PARTS = 4


_LEVELS = 4
_LAST_TRIED = 200


class Labels:
    """Counts as a word processor will, so that what it prints is what the tree says."""

    def __init__(self, lists: Lists, words: HeadingWords) -> None:
        self._words = words
        self._lists = lists
        self._instances = {definition: int(definition) for definition in _List}
        self._counts = {definition: [0] * _LEVELS for definition in _List}

    def heading(self, heading: Heading, *, is_old: bool = False) -> str:
        """Return the w:numPr of a heading, empty if it has no number.

        What is old and was deleted is not counted: who rejects the deletion has it counted again.

        Raises:
            ExportError: no list prints the number that the tree gives the heading.
        """
        if heading.numbering is Numbering.NONE:
            return ""
        definition, level = _place(heading)
        if not is_old:
            self._count(definition, level, heading.number, plain(heading.children))
        return list_properties(self._instances[definition], level)

    def clause(self, clause: Clause, *, is_old: bool = False) -> str:
        """Return the w:numPr of a clause, empty if that of its style will do; see `heading`.

        Raises:
            ExportError: no list prints the number that the tree gives the clause.
        """
        if not is_old:
            self._count(_List.ARTICLES, clause.level, clause.number, plain(clause.children))
        number = self._instances[_List.ARTICLES]
        return "" if number == _List.ARTICLES else list_properties(number, clause.level)

    def _count(self, definition: _List, level: int, wanted: str, words: str) -> None:
        counts = self._counts[definition]
        counts[level] += 1
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        if _label(definition, level, counts, self._words) == wanted:
            return
        for start in range(1, _LAST_TRIED):
            counts[level] = start
            if _label(definition, level, counts, self._words) == wanted:
                self._instances[definition] = self._lists.restart(definition, level, start)
                return
        raise ExportError(f"{wanted!r}, the number of {words[:60]!r}, fits no list of numbers")


def _place(heading: Heading) -> tuple[_List, int]:
    """Return the list of a heading and its level there, from 0."""
    match heading.numbering:
        case Numbering.LETTERS:
            return _List.LETTERS, heading.level - 1
        case Numbering.LEGAL if heading.level == 1:
            return _List.PARTS, 0
        case Numbering.LEGAL:
            return _List.ARTICLES, heading.level - 2
        case _:
            return _List.ANNEXES, heading.level - 1


def _label(definition: _List, level: int, counts: list[int], words: HeadingWords) -> str:
    """Return what numbering.xml prints; a level that was left out counts as 1."""
    first, second, third, fourth = (max(1, count) for count in counts)
    part = letter(first).upper()
    match definition:
        case _List.LETTERS:
            forms = (
                words.section.format(number=part),
                f"{part}.{second}",
                f"{part}.{second}.{third}",
                f"{part}.{second}.{third}.{fourth}",
            )
        case _List.ARTICLES:
            forms = (
                f"{first}.",
                f"{first}.{second}",
                f"({letter(third)})",
                f"({roman(fourth)})",
            )
        case _List.ANNEXES:
            forms = (words.annex.format(number=first), "", "", "")
        case _List.PARTS:
            forms = (words.part.format(number=roman(first).upper()), "", "", "")
    return forms[level]
