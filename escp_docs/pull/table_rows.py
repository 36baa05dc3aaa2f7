"""Rows that somebody added to a table of a Word file, struck or moved, and what they stand for."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from escp_docs.produced.sent import TICK, Sent
from escp_docs.prose.words import same_words
from escp_docs.pull.changes import (
    RowInTable,
    RowRemoved,
    RowUntold,
    ShownCell,
    ShownRow,
    WordingChange,
)
from escp_docs.pull.line_reading import hand_of_line
from escp_docs.pull.pairing import LinePair
from escp_docs.pull.returned import NOBODY, Hand, Returned
from escp_docs.pull.row_subject import Row, entries, entry_of, is_named, list_of

_CELLS: Final = " | "  # between the cells of a row, as it is shown
_Cells = Mapping[int, str]


class ChangedRow(Struct, frozen=True):
    """A row that is new, gone or elsewhere, and the lines that this says all of.

    Attributes:
        change: What it comes to.
        sent: The lines that were sent.
        returned: The lines that came back.
    """

    change: RowInTable | RowRemoved | RowUntold | WordingChange
    sent: tuple[int, ...] = ()
    returned: tuple[int, ...] = ()


def changed_rows(sent: Sent, returned: Returned, pairs: Sequence[LinePair]) -> Iterator[ChangedRow]:
    """Yield the rows that are gone or elsewhere, then those that are new.

    Args:
        sent: The document as it was sent.
        returned: As it came back.
        pairs: The lines of both.
    """
    yield from _Tables(sent, returned, pairs).changed()


class _New(Struct, frozen=True):
    """A row that came back and was not sent."""

    at: Row
    near: Row
    lines: tuple[int, ...]
    cells: _Cells
    hand: Hand

    @property
    def text(self) -> str:
        return _CELLS.join(self.cells.values())


class _Tables:
    def __init__(self, sent: Sent, returned: Returned, pairs: Sequence[LinePair]) -> None:
        self.sent, self.returned, self.pairs = sent, returned, pairs
        self.rows: dict[Row, list[int]] = {}
        for index, line in enumerate(sent.lines):
            if line.row is not None and not line.prose:
                self.rows.setdefault(line.row, []).append(index)
        self.entries = entries(sent.lines, self.rows)
        self.of_sent = {one.sent: one.returned for one in pairs if one.sent is not None}

    def changed(self) -> Iterator[ChangedRow]:
        struck = [
            row for row, of in self.rows.items() if all(self.of_sent.get(one) is None for one in of)
        ]
        added = list(self._new())
        for row in struck:
            gone = tuple(self.rows[row])
            moved = next((one for one in added if self._is_moved(row, one)), None)
            if moved is not None:  # it is still there, with all its facts
                added.remove(moved)
                change = self._moved(row, moved)
                yield ChangedRow(change, gone, moved.lines)
            else:
                yield from self._struck(row, gone)
        for one in added:
            yield from self._added(one)

    # --- rows that are gone ---

    def _struck(self, row: Row, gone: tuple[int, ...]) -> Iterator[ChangedRow]:
        texts = [self.sent.lines[one].text for one in gone]
        words = _CELLS.join(texts)
        hand = self.returned.struck.get(tuple(map(same_words, texts)), NOBODY)
        entry = self.entries.get(row, "")
        if entry:
            yield ChangedRow(RowRemoved(entry, words, hand), gone)
        elif key := self._told(row):
            yield ChangedRow(RowUntold(words, "", hand, key=key), gone)
        elif self._is_list(row):
            yield ChangedRow(RowUntold(words, "", hand, self._names(row)), gone)
        elif len(gone) > 1:
            yield ChangedRow(WordingChange(words, "", hand), gone)

    def _is_moved(self, row: Row, new: _New) -> bool:
        """Whether a new row is one that is gone from another place of the same table."""
        if row[0] != new.near[0]:
            return False
        texts = [self.sent.lines[one].text for one in self.rows[row]]
        stated = [self.sent.lines[one].text for one in self.rows[row] if self.sent.lines[one].spans]
        return {*map(same_words, stated or texts)} <= {*map(same_words, new.cells.values())}

    def _moved(self, row: Row, new: _New) -> RowUntold | WordingChange:
        words = _CELLS.join(self.sent.lines[one].text for one in self.rows[row])
        key = self.entries.get(row) or self._told(row)
        if not key and not self._is_list(row):
            return WordingChange("", new.text, new.hand)
        return RowUntold(words, new.text, new.hand, self._names(row), key)

    def _told(self, row: Row) -> str:
        """Return a key that a row states, else the entry that it names; empty if it has neither."""
        spans = [span for one in self.rows[row] for span in self.sent.lines[one].spans]
        keys = [span.key for span in spans if span.kind != TICK and span.value is not None]
        told = [key for key in keys if not (entry := entry_of(key)) or not is_named(entry, key)]
        return next(iter(told), entry_of(keys[0]) if keys else "")

    def _is_list(self, row: Row) -> bool:
        """Whether a table has rows of several cells without any value of their own.

        So are those that are made of what several entries say: strengths, a budget.
        """
        rows = [one for one in self.rows if one[0] == row[0]]
        plain = [
            one
            for one in rows
            if len(self.rows[one]) > 1 and not any(self.sent.lines[i].spans for i in self.rows[one])
        ]
        return len(rows) == len(plain) > 1

    def _names(self, row: Row) -> tuple[str, ...]:
        """Return what the rows of a table begin with, that of `row` first."""
        rows = [row, *(one for one in self.rows if one[0] == row[0] and one != row)]
        return tuple(self.sent.lines[self.rows[one][0]].text for one in rows if one in self.rows)

    # --- rows that are new ---

    def _added(self, new: _New) -> Iterator[ChangedRow]:
        table = new.near[0]
        of_table = {row: entry for row, entry in self.entries.items() if row[0] == table}
        if of_table:
            nearest = min(of_table, key=lambda one: abs(one[1] - new.near[1]))
            shown = tuple(self._shown(row, of_table[row]) for row in of_table)
            room = len({list_of(entry) for entry in of_table.values()}) == 1
            if room:
                heads = self._heads(new.at[0])
                placeholders = self._placeholders()
                cells = {
                    column: text
                    for column, text in new.cells.items()
                    if text and text not in placeholders
                }
                change = RowInTable(of_table[nearest], cells, new.text, shown, heads, new.hand)
                yield ChangedRow(change, (), new.lines)
                return
        facts = Counter(
            entry
            for row in self.rows
            if row[0] == table and (key := self._told(row)) and (entry := entry_of(key))
        )
        if facts:
            (around, _), *others = facts.most_common()
            key = around if not others else ""
            untold = RowUntold("", new.text, new.hand, key=key or list_of(around))
            yield ChangedRow(untold, (), new.lines)
        elif self._is_list(new.near):
            names = (new.cells.get(0, ""), *self._names(new.near))
            untold = RowUntold("", new.text, new.hand, names, heads=self._heads(new.at[0]))
            yield ChangedRow(untold, (), new.lines)
        else:
            yield ChangedRow(WordingChange("", new.text, new.hand), (), new.lines)

    def _placeholders(self) -> set[str]:
        return {
            line.text[span.start : span.end].strip()
            for line in self.sent.lines
            for span in line.spans
            if span.value is None
        }

    def _new(self) -> Iterator[_New]:
        """Yield the rows none of whose lines was sent, in a table that was."""
        come = {one.returned for one in self.pairs if one.sent is None}
        whole: dict[Row, list[int]] = {}
        for index, line in enumerate(self.returned.lines):
            if line.cell is not None:
                whole.setdefault(line.cell[:2], []).append(index)
        of_row = self._rows_now()
        for at, lines in whole.items():
            if not all(one in come for one in lines):
                continue  # paragraphs in a row that was there
            known = [one for one in of_row if one[0] == at[0]]
            if not known:
                continue
            near = of_row[min(known, key=lambda one: (abs(one[1] - at[1]), one[1] > at[1]))]
            if near not in self.rows:
                continue  # a row of a table of some prose
            yield _New(
                at,
                near,
                tuple(lines),
                self._cells(lines),
                hand_of_line(self.returned.lines[lines[0]]),
            )

    def _rows_now(self) -> dict[Row, Row]:
        """Return which row that was sent each row of the file is."""
        found: dict[Row, Row] = {}
        for one, other in self._both():
            cell, row = self.returned.lines[other].cell, self.sent.lines[one].row
            if cell is not None and row is not None:
                found.setdefault(cell[:2], row)
        return found

    def _cells(self, lines: Sequence[int]) -> dict[int, str]:
        """Return what stands in each cell of a row of the file."""
        found: dict[int, list[str]] = {}
        for one in lines:
            cell = self.returned.lines[one].cell
            if cell is not None:
                found.setdefault(cell[2], []).append(self.returned.lines[one].text.strip())
        return {column: "\n".join(filter(None, words)) for column, words in found.items()}

    def _heads(self, table: int) -> dict[int, str]:
        """Return the words above the columns of a table of the file."""
        rows = {one[1] for one in self._rows_now() if one[0] == table}
        if not rows or 0 in rows:
            return {}
        first = [
            index
            for index, line in enumerate(self.returned.lines)
            if line.cell is not None and line.cell[:2] == (table, 0)
        ]
        return self._cells(first)

    def _shown(self, row: Row, entry: str) -> ShownRow:
        """Return a row as it was sent, by the columns in which its lines stand now."""
        cells: dict[int, ShownCell] = {}
        for one in self.rows[row]:
            other = self.of_sent.get(one)
            cell = None if other is None else self.returned.lines[other].cell
            if cell is not None:
                line = self.sent.lines[one]
                cells[cell[2]] = ShownCell(line.text, line.spans)
        return ShownRow(entry, cells)

    def _both(self) -> Iterator[tuple[int, int]]:
        for pair in self.pairs:
            if pair.sent is not None and pair.returned is not None:
                yield pair.sent, pair.returned
