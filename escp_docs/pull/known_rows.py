"""Which row of a sheet that came back is which of those that were sent."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from escp_docs.produced.sent import SentLine
from escp_docs.produced.sent_sheets import GAP, is_same
from escp_docs.pull.money_rows import naming_columns
from escp_docs.pull.returned import ReturnedCell, ReturnedSheet
from escp_docs.pull.sent_sheet import (
    NOTHING,
    SentSheet,
    cell_text,
    columns_now,
    moved_columns,
    squeezed,
)
from escp_docs.pull.stray_cells import words

_FEW: Final = 3  # rows that must be known again, of a sheet from which some were taken out
Row = Mapping[int, ReturnedCell]


class KnownRows:
    """The rows of a sheet that came back, each known again by its key, its words or its values.

    Attributes:
        head: The row of the heads; -1 without one.
        columns: Where each column that was sent stands now.
        ids: The rows that were sent by what they are known by here.
        id_column: The column in which that stands; None if none tells rows apart.
    """

    def __init__(self, sent: SentSheet, sheet: ReturnedSheet) -> None:
        self._sent, self._sheet = sent, sheet
        self.head, columns = columns_now(sent, sheet)
        self.ids, self.id_column = self._known_by()
        self.columns = moved_columns(columns, self._pairs(), sent)
        self._unstated = [line for line in sent.lines if not line.spans]
        self._stateless = list(self._unstated)  # less those that were found again
        names = set(map(self.name, sheet.rows.values()))
        self._gone = {
            name: line
            for name, line in self.ids.items()
            if name not in names and (entry := sent.entry(line)) and not entry.startswith("budget.")
        }

    def name(self, row: Row) -> str:
        """Return what a row is known by."""
        return squeezed(row.get(self.id_column or 0, NOTHING).text)

    def keyless(self) -> Iterator[tuple[int, str]]:
        """Yield the rows of money whose key was lost, each with what it was known by.

        Their words say which cost or receipt they are: one that was sent and is missing says the
        same, in all of its values, or else one row alone in those words.
        """
        named = naming_columns(self._sent.name, self._sent.heads)
        stated = tuple(dict.fromkeys((*named, *self._sent.columns)))
        if not named or not set(stated) <= set(self.columns):
            return
        here = {number: self.name(row) for number, row in self._sheet.rows.items()}
        missing = {name: line for name, line in self.ids.items() if name not in here.values()}
        rows = {
            number: row
            for number, row in self._sheet.rows.items()
            if number > self.head and here[number] not in self.ids
        }
        for columns in (stated, named):
            for name, line in tuple(missing.items()):
                alike = [one for one, row in rows.items() if self._says(row, line, columns)]
                rivals = [one for one in missing.values() if _are_alike(one, line, columns)]
                if len(alike) == len(rivals) == 1:
                    del missing[name], rows[alike[0]]
                    yield alike[0], name

    def renamed(self, row: Row) -> SentLine | None:
        """Return the row that was sent of which only the name is gone, each once; None if none.

        Most of what it stated stands here. Lines of money that look alike are not told apart so.
        """
        alike: dict[str, int] = {}
        for name, line in self._gone.items():
            stated = [
                is_same(cell_text(line, column), row.get(self.columns[column], NOTHING).text)
                for column, span in self._sent.spans[line].items()
                if span.value is not None and column in self.columns
            ]
            if sum(stated) > max(1, len(stated) / 2):
                alike[name] = sum(stated)
        best = max(alike, key=lambda one: alike[one], default=None)
        return None if best is None else self._gone.pop(best)

    def computed(self, row: Row) -> SentLine | None:
        """Return the row that was sent without a value of the spec and says this, each once."""
        inputs = [column for column in self._sent.columns if column in self.columns]
        said = [row.get(self.columns[column], NOTHING) for column in inputs]
        for line in self._stateless if any(one.text for one in said) else ():
            texts = [cell_text(line, column) for column in inputs]
            pairs = zip(texts, said, strict=True)
            if any(texts) and all(words(text) == words(one.text) for text, one in pairs):
                self._stateless.remove(line)
                return line
        return None

    def stood(self, texts: Iterable[str]) -> bool:
        """Whether a row says nothing but what a row without a value of the spec said."""
        said = set(map(squeezed, texts))
        return any(
            said <= {squeezed(one) for one in line.text.split(GAP)} for line in self._unstated
        )

    # --- within ------------------------------------------------------------------------------

    def _known_by(self) -> tuple[Mapping[str, SentLine], int | None]:
        """Return the rows by what they are known by here, and the column in which that stands.

        It is the first of the columns that can tell them apart and still does so for most rows.
        """
        best: tuple[int, Mapping[str, SentLine], int | None] = (0, {}, None)
        for rows in self._sent.rows:
            counts: dict[int, int] = {}
            for (_, column), cell in self._sheet.cells.items():
                if squeezed(cell.text) in rows:
                    counts[column] = counts.get(column, 0) + 1
            for column, count in counts.items():
                if count > best[0] and 2 * count > min(len(rows), _FEW):
                    best = count, rows, column
            if best[2] is not None and 2 * best[0] > len(rows):
                break
        return best[1], best[2]

    def _pairs(self) -> list[tuple[SentLine, Row]]:
        """Return the rows that were sent, each beside the one that came back."""
        if self.id_column is None:
            return []
        rows = self._sheet.rows.values()
        named = ((self.ids.get(self.name(row)), row) for row in rows)
        return [(line, row) for line, row in named if line is not None]

    def _says(self, row: Row, line: SentLine, columns: Iterable[int]) -> bool:
        """Whether a row says in some columns what was sent in a line."""
        return all(
            is_same(cell_text(line, one), row.get(self.columns[one], NOTHING).text)
            for one in columns
        )


def _are_alike(one: SentLine, other: SentLine, columns: Iterable[int]) -> bool:
    return all(cell_text(one, column) == cell_text(other, column) for column in columns)
