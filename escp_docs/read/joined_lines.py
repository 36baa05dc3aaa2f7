"""Lines that YAML joins to one, though they were typed as items, rows or paragraphs of their own.

Only `|` keeps the lines of a text. Behind `>`, in quotes and without either, a line goes on with
the one above, and a single blank line is but a line end, which parts no paragraphs of prose.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import yaml

from escp_docs.finding import Place, Remark
from escp_docs.pattern import pattern
from escp_docs.prose.bullets import DASHES
from escp_docs.prose.lines import Line, lines_of
from escp_docs.prose.marks import marks_of
from escp_docs.read.source import SourceText

_LITERAL: Final = "|"
_FOLDED: Final = ">"
_ROW: Final = pattern(r"\|.*\||#{1,6}\s\S|```|\[\^[^\]]+\]:\s|>\s")
_FEWEST: Final = 2  # labels that make a list
_JOINED: Final = "this line is joined to the one above, in the text that begins on line {line}"
_UNPARTED: Final = (
    "the blank line above parts no paragraphs: YAML joins the lines of the text from line {line} on"
)
_FIX: Final = "write | after the key, and the whole text below it, set in"


def remarks(source: SourceText, event: yaml.ScalarEvent, place: Place) -> Iterator[Remark]:
    """Yield a remark for each line of a value that was joined to the one above and stood by itself.

    Args:
        source: The file.
        event: The value; one on a single line, or with `|`, joins none.
        place: Where it begins.
    """
    if event.style == _LITERAL or event.end_mark is None or event.end_mark.line < place.line:
        return
    lines = _lines(source, event, place)
    for line, message in _joined(lines, is_folded=event.style == _FOLDED):
        there = Place(place.file, line.number, line.column, max(len(line.text.rstrip()), 1))
        said = message.format(line=place.line)
        yield Remark(there, said, _FIX, source.line(line.number))


def _lines(source: SourceText, event: yaml.ScalarEvent, place: Place) -> Sequence[Line]:
    """Return the lines of a value, each with its place in the file; the first may be empty."""
    last = event.end_mark.line + 1 if event.end_mark else place.line
    whole = [source.line(number) for number in range(place.line, last + 1)]
    if event.style == _FOLDED:
        whole[0] = ""
        if event.end_mark and not event.end_mark.column:
            whole.pop()
        floor = min((_indent(one) for one in whole[1:2] if one.strip()), default=1)
        while len(whole) > 1 and whole[-1].strip() and _indent(whole[-1]) < floor:
            whole.pop()  # a comment, or the key that ends the text
    else:
        whole[0] = " " * (place.column - 1) + whole[0][place.column - 1 :].lstrip("'\"")
    numbered = enumerate(whole, place.line)
    return [
        Line(number, one.column, one.indent, one.text)
        for number, text in numbered
        for one in lines_of(text)[:1]
    ]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _joined(lines: Sequence[Line], *, is_folded: bool) -> Iterator[tuple[Line, str]]:
    """Yield the lines that go on with the one above, and were typed to stand by themselves."""
    written = [line for line in lines if line.text.strip()]
    base = written[0].indent if written and is_folded else None
    blanks, before = 0, None
    for line in lines:
        if not line.text.strip():
            blanks += 1
            continue
        if before is not None and not _is_kept(before, line, base):
            if blanks == 1:
                yield line, _UNPARTED
            elif not blanks and _stands_alone(line, written):
                yield line, _JOINED
        before, blanks = line, 0


def _is_kept(before: Line, line: Line, base: int | None) -> bool:
    """Whether `>` keeps the end of the line before, as it does around lines set in farther."""
    return base is not None and max(before.indent, line.indent) > base


def _stands_alone(line: Line, written: Sequence[Line]) -> bool:
    if _ROW.match(line.text):
        return True
    if not marks_of(line.text):
        return False
    return not _is_label(line) or sum(map(_is_label, written)) >= _FEWEST


def _is_label(line: Line) -> bool:
    """Whether a line begins with what can stand in a sentence as well: a number, a long dash."""
    marks = marks_of(line.text)
    return bool(marks) and (marks[0].numbers is not None or marks[0].sign in DASHES)
