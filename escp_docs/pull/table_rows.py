"""Rows that somebody added to a table of a Word file, or struck: entries of the list it shows."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from escp_docs.produced.sent import TICK, Sent, SentLine
from escp_docs.pull.changes import RowAdded, RowRemoved, WordingChange
from escp_docs.pull.line_reading import hand_of_line
from escp_docs.pull.pairing import LinePair
from escp_docs.pull.returned import Returned

_CELLS: Final = " | "  # between the cells of a row, as it is shown
_Row = tuple[int, int]


class ChangedRow(Struct, frozen=True):
    """A row that is new or gone, and the lines that this says all of.

    Attributes:
        change: What it comes to.
        sent: The lines that were sent.
        returned: The lines that came back.
    """

    change: RowAdded | RowRemoved | WordingChange
    sent: tuple[int, ...] = ()
    returned: tuple[int, ...] = ()


def changed_rows(sent: Sent, returned: Returned, pairs: Sequence[LinePair]) -> Iterator[ChangedRow]:
    """Yield the rows that are gone, then those that are new.

    Args:
        sent: The document as it was sent.
        returned: As it came back.
        pairs: The lines of both.
    """
    yield from _Tables(sent, returned, pairs).changed()


class _Tables:
    def __init__(self, sent: Sent, returned: Returned, pairs: Sequence[LinePair]) -> None:
        self.sent, self.returned, self.pairs = sent, returned, pairs
        self.rows: dict[_Row, list[int]] = {}
        for index, line in enumerate(sent.lines):
            if line.row is not None and not line.prose:
                self.rows.setdefault(line.row, []).append(index)
        self.entries = _entries(sent.lines, self.rows)

    def changed(self) -> Iterator[ChangedRow]:
        lost = {pair.sent for pair in self.pairs if pair.returned is None}
        struck = {
            entry: self.rows[row]
            for row, entry in self.entries.items()
            if all(one in lost for one in self.rows[row])
        }
        added = [(one, tuple(lines)) for one, lines in self._new()]
        for entry, lines in struck.items():
            gone = tuple(lines)
            printed = {self.sent.lines[one].text for one in lines if self.sent.lines[one].spans}
            moved = next((one for one in added if printed <= {*one[0].text.split(_CELLS)}), None)
            if moved is None:
                words = _CELLS.join(self.sent.lines[one].text for one in lines)
                yield ChangedRow(RowRemoved(entry, words), gone)
            else:  # an entry whose row stands elsewhere now is still there, with all its facts
                added.remove(moved)
                change, come = moved
                yield ChangedRow(WordingChange("", change.text, change.hand), gone, come)
        yield from (ChangedRow(change, (), come) for change, come in added)

    def _new(self) -> Iterator[tuple[RowAdded, list[int]]]:
        new: dict[_Row, list[int]] = {}
        for pair in self.pairs:
            if pair.sent is None and pair.returned is not None:
                cell = self.returned.lines[pair.returned].cell
                if cell is not None:
                    new.setdefault(cell[:2], []).append(pair.returned)
        of_row = {self._row_of(one): one for one in self.rows} if new else {}
        placeholders = {
            line.text[span.start : span.end].strip()
            for line in self.sent.lines
            for span in line.spans
            if span.value is None
        }
        for (table, row), lines in new.items():
            whole = [
                i
                for i, one in enumerate(self.returned.lines)
                if (one.cell or ())[:2] == (table, row)
            ]
            if sorted(whole) != sorted(lines):
                continue  # paragraphs in a row that was there
            near = next(
                (of_row[table, other] for other in (row - 1, row + 1) if (table, other) in of_row),
                None,
            )
            entry = self.entries.get(near, "") if near else ""
            if not near or not entry:
                continue
            columns = self._columns(self.rows[near], entry)
            values = tuple(
                (columns[cell[2]], self.returned.lines[one].text.strip())
                for one in lines
                if (cell := self.returned.lines[one].cell) is not None
                and cell[2] in columns
                and self.returned.lines[one].text.strip()
                and self.returned.lines[one].text.strip() not in placeholders
            )
            text = _CELLS.join(self.returned.lines[one].text for one in lines)
            hand = hand_of_line(self.returned.lines[lines[0]])
            yield RowAdded(entry, values, text, hand), lines

    def _row_of(self, row: _Row) -> _Row | None:
        """Return table and row in the file of a row that was sent."""
        for one, other in self._both():
            cell = self.returned.lines[other].cell
            if self.sent.lines[one].row == row and cell is not None:
                return cell[:2]
        return None

    def _columns(self, lines: Sequence[int], entry: str) -> dict[int, str]:
        """Return what each column of a row holds: the key below the entry."""
        found: dict[int, str] = {}
        for one, other in self._both():
            cell = self.returned.lines[other].cell
            spans = self.sent.lines[one].spans
            keys = {span.key for span in spans if span.key.startswith(f"{entry}.")}
            if one in lines and cell is not None and len(keys) == 1:
                found[cell[2]] = keys.pop().removeprefix(f"{entry}.")
        return found

    def _both(self) -> Iterator[tuple[int, int]]:
        for pair in self.pairs:
            if pair.sent is not None and pair.returned is not None:
                yield pair.sent, pair.returned


def _entries(lines: Sequence[SentLine], rows: Mapping[_Row, Sequence[int]]) -> dict[_Row, str]:
    """Return the anchor of the entry that each row of a table of entries is about.

    A table of the facts of one entry, a fact a row, is none: to strike the row of a city takes out
    no partner, and a row more is no new one.
    """
    about = {row: entry for row, of in rows.items() if (entry := _entry(lines, of))}
    several = Counter((row[0], entry) for row, entry in about.items())
    lists = Counter((row[0], entry[: entry.rindex("[")]) for row, entry in about.items())
    return {
        row: entry
        for row, entry in about.items()
        if several[row[0], entry] == 1
        and (lists[row[0], entry[: entry.rindex("[")]] > 1 or len(_keys(lines, rows[row])) > 1)
    }


def _keys(lines: Sequence[SentLine], row: Sequence[int]) -> set[str]:
    """Return the anchors of the values and prose in a row of a table."""
    keys = {span.key for one in row for span in lines[one].spans if span.kind != TICK}
    return keys | {lines[one].prose for one in row if lines[one].prose}


def _entry(lines: Sequence[SentLine], row: Sequence[int]) -> str:
    """Return the anchor of the entry that a row of a table is about; empty if it is about none."""
    keys = sorted(_keys(lines, row))
    heads = dict.fromkeys(key[: key.rindex("]") + 1] for key in keys if "]" in key)
    return next((one for one in heads if all(k.startswith((f"{one}.", one)) for k in heads)), "")
