"""The lines of a prose, each with its place and how far it is set in."""

from typing import Final

from msgspec import Struct

from escp_docs.pattern import pattern

BLANKS: Final = " \t\u00a0\u2000-\u200a\u202f\u205f\u3000"
"""What sets words in or parts them, for a class of a regular expression."""
BREAK: Final = "\u2028"
"""A line break within a paragraph; the vertical tab, Word's own, becomes it."""

_LINES: Final = pattern("\r\n|[\r\n]")
_PARAGRAPHS: Final = pattern("[\x0c\u2029]")  # of a page or a paragraph: what follows is another
_INDENT: Final = pattern(f"[{BLANKS}]*")
_TAB: Final = 4
_BLANK: Final = "".join(map(chr, (0x20, 9, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))


class Line(Struct, frozen=True):
    """Words on one line.

    Args:
        number: The line of the prose, from 1.
        column: Where `text` begins in it, from 1.
        indent: How far it is set in, in letters; a tab goes on to the next multiple of 4.
        text: The words, without the blanks before them; empty for a blank line.
        lead: The blanks before them.
    """

    number: int
    column: int
    indent: int
    text: str
    lead: str = ""

    def after(self, width: int) -> "Line":
        """Return what follows the first `width` letters of the text, and the blanks there."""
        blanks = _INDENT.match(self.text, width)
        end = blanks.end() if blanks else width
        lead = self.text[width:end]
        indent = _reach(self.indent + width, lead)
        return Line(self.number, self.column + end, indent, self.text[end:], lead)


def split(text: str) -> list[str]:
    """Return the lines of a text, whichever way they end."""
    return _LINES.split(text)


def lines_of(text: str) -> list[Line]:
    """Return the lines of a prose; a blank one parts the paragraphs of a page or form feed."""
    found: list[Line] = []
    for number, whole in enumerate(split(text), 1):
        column = 1
        for index, piece in enumerate(_PARAGRAPHS.split(whole)):
            if index:
                found.append(Line(number, column, 0, ""))
            found.append(_line(number, column, piece))
            column += len(piece) + 1
    return found


def _line(number: int, column: int, piece: str) -> Line:
    text = piece.lstrip(_BLANK)
    lead = piece[: len(piece) - len(text)]
    text = text.replace("\x0b", BREAK).replace("\x85", BREAK)
    return Line(number, column + len(lead), _reach(0, lead), text, lead)


def _reach(start: int, blanks: str) -> int:
    if "\t" not in blanks:
        return start + len(blanks)
    column = start
    for blank in blanks:
        column += _TAB - column % _TAB if blank == "\t" else 1
    return column
