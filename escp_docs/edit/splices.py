"""Pieces of a text put in the place of others, to the byte."""

from collections.abc import Iterable

from msgspec import Struct

from escp_docs.edit.written import FileText, Written
from escp_docs.finding import Place


class Splice(Struct, frozen=True, order=True):
    """What stands between two places of a file's flat text from now on; lines end in line feeds."""

    start: int
    end: int
    new: str = ""


def spliced(file: FileText, splices: Iterable[Splice]) -> str:
    """Return the text of a file with splices that do not overlap; new lines end as most do."""
    ending = file.line_ending()
    pieces: list[str] = []
    at = 0
    for one in sorted(splices):
        pieces += [file.text[at : file.origin[one.start]], one.new.replace("\n", ending)]
        at = file.origin[one.end]
    return "".join([*pieces, file.text[at:]])


def place_in(file: FileText, at: int) -> Place:
    """Return line and column of a place in a file's flat text."""
    return Place(file.file, file.flat.count("\n", 0, at) + 1, file.column(at) + 1)


def whole_lines(file: FileText, start: int, end: int) -> Splice:
    """Return the splice that takes out all lines from one place to another, line ends too."""
    first, behind = file.line_start(start), file.line_end(max(end - 1, start)) + 1
    if behind > len(file.flat):  # the last line has no line end; so has the one before it then
        return Splice(max(first - 1, 0), len(file.flat))
    return Splice(first, behind)


def out_of_brackets(file: FileText, spans: list[tuple[int, int]], index: int) -> list[Splice]:
    """Return the splices that take one of several entries out of brackets, with one comma."""
    start, end = spans[index]
    comma = _comma(file, end)
    if comma is not None:
        behind = comma + 1
        while file.flat[behind] in " \t" and index + 1 < len(spans):
            behind += 1
        return [Splice(start, behind)]
    if index == 0:
        return [Splice(start, end)]
    before = _comma(file, spans[index - 1][1])
    while file.flat[start - 1] in " \t":
        start -= 1
    if before is None or before + 1 == start:
        return [Splice(start if before is None else before, end)]
    return [Splice(before, before + 1), Splice(start, end)]


def end_of(value: Written, colon: int) -> int:
    """Return where an entry of a mapping ends: with its value, if it has one, else with its key."""
    return max(value.end, colon)


def _comma(file: FileText, at: int) -> int | None:
    """Return where the comma behind a place is, comments and blanks passed over; None if none."""
    while at < len(file.flat):
        if file.flat[at] == "#":
            at = file.line_end(at)
        elif file.flat[at] in " \t\n":
            at += 1
        else:
            break
    return at if file.flat[at : at + 1] == "," else None
