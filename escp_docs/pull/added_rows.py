"""Rows of a sheet that came back and were not sent: entries that are new, as far as can be told."""

from collections.abc import Iterator, Mapping
from typing import Final

from escp_docs.model.scalar import is_id
from escp_docs.pull.cell_changes import doubt_of, said_in
from escp_docs.pull.changes import RowAdded
from escp_docs.pull.known_rows import KnownRows, Row
from escp_docs.pull.money_rows import kind_column, list_of, money_columns
from escp_docs.pull.returned import ReturnedCell, ReturnedSheet
from escp_docs.pull.sent_sheet import NOTHING, SentSheet
from escp_docs.pull.stray_cells import ReadCells
from escp_docs.workbook import letters

_CLAUSE: Final = (
    "it is no id of a clause; write the entry by hand, with the id from the reference of clauses"
)


class AddedRows:
    """The rows that somebody added to a sheet.

    Attributes:
        lost: What is said of those that belong to no list.
    """

    def __init__(
        self, sent: SentSheet, sheet: ReturnedSheet, known: KnownRows, read: ReadCells
    ) -> None:
        self._sent, self._sheet, self._known, self._read = sent, sheet, known, read
        self.lost: list[str] = []

    def changes(self, number: int, row: Row) -> Iterator[RowAdded]:
        """Yield a row that is none of those that were sent."""
        said = {place: cell.text for place, cell in row.items() if cell.text and not cell.formula}
        if self._known.stood(said.values()):
            return
        near, kind = self._list_of(row)
        if not near:
            inputs = {column for spans in self._sent.spans.values() for column in spans}
            places = {
                self._known.columns.get(one, -1) for one in inputs | set(self._sent.columns)
            } | {kind}
            if typed := {place: text for place, text in said.items() if place in places}:
                self.lost.append(f'row {number + 1}: "{" | ".join(typed.values())}"')
                self._read.read |= {(number, place) for place in typed}
            return
        cells = {
            name: (place, row[place])
            for column, name in self._sent.columns.items()
            if (place := self._known.columns.get(column, -1)) in row
        }
        known = {place for place, _ in cells.values()} | {self._known.id_column, kind}
        first = self._known.columns.get(0, 0)
        if said.get(first, "").isdigit():  # rows that are only counted
            known.add(first)
        self._read.read |= {(number, place) for place in known if place is not None}
        self._read.beside |= {(number, place) for place in said}
        if not any(cell.text or cell.formula for _, cell in cells.values()):
            return
        yield self._new_row(near, number, row, cells)

    def _list_of(self, row: Row) -> tuple[str, int | None]:
        """Return the anchor of an entry of the list that a row belongs to, or of the list itself.

        With it comes the column that says of a receipt of which list it is.
        """
        entries = [entry for one in self._sent.spans if (entry := self._sent.entry(one))]
        name, heads = self._sent.name, self._sent.heads
        if not money_columns(name, heads):
            return (entries[0] if entries else ""), None
        column = kind_column(name, heads)
        kind = None if column is None else self._known.columns.get(column)
        found = list_of(name, "" if kind is None else row.get(kind, NOTHING).text)
        return next((one for one in entries if found and one.startswith(f"{found}[")), found), kind

    def _cell(self, number: int, place: int) -> str:
        """Return where a cell stands, for people."""
        return f"{self._sheet.name} {letters(place)}{number + 1}".strip()

    def _new_row(
        self,
        near: str,
        number: int,
        row: Row,
        cells: Mapping[str, tuple[int, ReturnedCell]],
    ) -> RowAdded:
        name = "" if self._known.id_column is None else row.get(self._known.id_column, NOTHING).text
        ids = (("id", name),) if near.startswith("consortium.partners[") and name else ()
        faults = []
        if near.startswith("agreement.wording["):
            ids = (("clause", name),) if is_id(name) else ()
            said = f'says "{name}"' if name else "says nothing"
            here = self._cell(number, self._known.id_column or 0)
            faults += [] if ids else [f"{here} {said}: {_CLAUSE}"]
        places = {one: self._cell(number, place) for one, (place, _) in cells.items()}
        doubts = {one: doubt for one, (_, cell) in cells.items() if (doubt := doubt_of(cell))}
        return RowAdded(
            near,
            (*ids, *((k, it.text) for k, (_, it) in cells.items() if it.text and k not in doubts)),
            " | ".join(cell.text for cell in row.values()),
            places={"id": self._cell(number, self._known.id_column or 0), **places},
            faults=(
                *faults,
                *(
                    f'{places[one]} says "{said_in(cells[one][1])}": {why}'
                    for one, why in doubts.items()
                ),
            ),
        )
