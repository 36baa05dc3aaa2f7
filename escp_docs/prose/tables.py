"""Tables in prose: those of pipes, and those that a word processor pastes with tabs."""

import re
from collections.abc import Sequence
from typing import Final

from escp_docs.document import Align
from escp_docs.pattern import pattern
from escp_docs.prose.lines import Line
from escp_docs.prose.marks import marks_of
from escp_docs.prose.structure import Grid

_RULE: Final = pattern(r"\|?[ \t]*:?-+:?[ \t]*(\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_PIPE: Final = pattern(r"\\.|\|", re.DOTALL)
_NUMBER: Final = pattern(r"[-+−(]?\s?(?:[€$£]|[A-Z]{3}\s)?\s?[0-9]")
_BLANKS: Final = " \t\u00a0"
_FACTS: Final = 2  # columns of a table that names a fact in each row


def pipe_table(lines: Sequence[Line], first: Line, index: int) -> tuple[Grid, int] | None:
    """Return the table whose head is `first`, and the index of the line after it.

    `index` is that of the line after the head. None if no table begins here.
    """
    if index >= len(lines) or "|" not in first.text + lines[index].text:
        return None
    rule = lines[index]
    if not _RULE.fullmatch(rule.text) or "-" not in rule.text:
        return None
    marks = [cell.text for cell in pipe_cells(rule)]
    head = pipe_cells(first)
    if len(head) != len(marks):
        return None
    rows = [head]
    index += 1
    while index < len(lines) and "|" in lines[index].text and not marks_of(lines[index].text):
        rows.append(pipe_cells(lines[index]))
        index += 1
    return _filled(rows, [_align(mark) for mark in marks], has_head=True), index


def pipe_cells(line: Line) -> list[Line]:
    """Return the cells of a row; a backslash before a pipe makes it a sign."""
    text = line.text.rstrip(_BLANKS)
    start = 1 if text.startswith("|") else 0
    cuts = [found.start() for found in _PIPE.finditer(text, start) if found[0] == "|"]
    ends = cuts if cuts and cuts[-1] == len(text) - 1 else [*cuts, len(text)]
    cells = []
    for end in ends:
        cells.append(_cell(line, start, end))
        start = end + 1
    return cells or [_cell(line, start, len(text))]


def _cell(line: Line, start: int, end: int) -> Line:
    inner = line.after(start)
    text = line.text[start:end]
    lead = len(text) - len(text.lstrip(_BLANKS))
    words = text.strip(_BLANKS).replace("\\|", "|")
    return Line(line.number, line.column + start + lead, inner.indent, words)


def _align(mark: str) -> Align:
    if mark.endswith(":"):
        return Align.CENTRE if mark.startswith(":") else Align.RIGHT
    return Align.LEFT


def _filled(rows: list[list[Line]], aligns: list[Align], *, has_head: bool) -> Grid:
    """Return a table in which each row is as wide as the widest: no cell is left out."""
    wide = max(map(len, rows))
    for row in rows:
        row.extend(Line(row[0].number, row[0].column, 0, "") for _ in range(wide - len(row)))
    aligns.extend(Align.LEFT for _ in range(wide - len(aligns)))
    return Grid(rows, has_head, aligns)


def tabbed_rows(lines: Sequence[Line], index: int) -> list[list[Line]]:
    """Return the rows from `index` on whose cells are parted by tabs, at least two, else none."""
    rows: list[list[Line]] = []
    for place in range(index, len(lines)):
        line = lines[place]
        if not line.text or marks_of(line.text):
            break
        after = lines[place + 1].text.rstrip() if place + 1 < len(lines) else ""
        # Who takes the blanks at the ends of lines away leaves one cell of a row of empty ones.
        is_row = "\t" in line.text.rstrip() or (len(rows) > 1 and "\t" in after)
        if not is_row:
            break
        rows.append(_tabbed(line))
    return rows if len(rows) > 1 else []


def _tabbed(line: Line) -> list[Line]:
    cells = [Line(line.number, line.column - len(line.lead), 0, "")] if "\t" in line.lead else []
    column = line.column
    for piece in line.text.split("\t"):
        text = piece.strip(_BLANKS)
        cells.append(Line(line.number, column, 0, text))
        column += len(piece) + 1
    return cells


def tabbed_table(rows: list[list[Line]]) -> Grid | None:
    """Return rows as a table; None if they are of many widths and thus none."""
    widths = [len(row) for row in rows]
    if len(set(widths[1:])) == 1 and widths[0] == widths[1] - 1:
        rows[0].insert(0, Line(rows[0][0].number, rows[0][0].column, 0, ""))  # an empty corner
    elif widths[0] != max(widths):
        return None
    return _filled(rows, [], has_head=_has_head(rows))


def _has_head(rows: list[list[Line]]) -> bool:
    first, *others = rows
    if not first[0].text:
        return True
    if any(_NUMBER.match(cell.text) for cell in first[1:]):
        return False
    return len(first) != _FACTS or not all(
        row[0].text.endswith(":") for row in (first, *others) if row[0].text
    )
