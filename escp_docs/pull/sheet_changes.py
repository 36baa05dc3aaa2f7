"""What a sheet says otherwise than it was sent: whatever the order of rows and columns."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from msgspec.structs import replace

from escp_docs.language.languages import USUAL
from escp_docs.model.scalar import is_id
from escp_docs.model.schema import MapOf, below, form
from escp_docs.model.spec import Spec
from escp_docs.produced.sent import TICK, Sent, SentLine, Span
from escp_docs.produced.sent_sheets import GAP, is_same
from escp_docs.prose.words import same_words
from escp_docs.pull.added_rows import AddedRows
from escp_docs.pull.cell_changes import tick_changes, value_changes
from escp_docs.pull.changes import (
    Change,
    CommentAt,
    FileReading,
    RowRemoved,
    ValueChange,
    WordingChange,
    agreed,
)
from escp_docs.pull.known_rows import KnownRows, Row
from escp_docs.pull.returned import NOBODY, Comment, Returned, ReturnedCell, ReturnedSheet
from escp_docs.pull.sent_sheet import NOTHING, SentSheet, cell_text, columns_now, squeezed
from escp_docs.pull.stray_cells import MOST_TOLD, ReadCells, strays, told, words_sent

_TOLD: Final = 10  # rows that are gone, each by its name


def sheet_reading(sent: Sent, returned: Returned) -> FileReading:
    """Return what a workbook or a CSV file says otherwise than it was sent.

    Formulas and cells that are computed are not read back; one that was written over is a note.
    """
    found: list[Change] = []
    unread: list[str] = []
    values: dict[str, list[ValueChange]] = {}
    typed: list[CommentAt] = []
    keys: dict[tuple[str, int], str] = {}
    ours = words_sent(sent, returned)
    others = list(returned.sheets)
    for name in dict.fromkeys(line.block for line in sent.lines):
        plan = SentSheet(tuple(line for line in sent.lines if line.block == name))
        sheet = _sheet(name, plan, sent, returned)
        others = [one for one in others if one is not sheet]
        if not plan.rows or (sheet is None and not plan.spans):
            unread += told(name, strays(sheet, ours, ReadCells())) if sheet else ()
            continue
        reading = _SheetReading(plan, sheet, ours) if sheet else None
        for one in reading.changes() if reading else ():
            if isinstance(one, ValueChange):
                values.setdefault(one.key, []).append(one)
            else:
                found.append(one)
        unread += reading.unread() if reading else [_gone(name)]
        typed += reading.typed if reading else []
        keys |= reading.keys if reading else {}
    for sheet in others:
        unread += told(
            sheet.name, strays(sheet, ours, ReadCells(beside=sheet.cells)), was_sent=False
        )
    changes = [*(agreed(several) for several in values.values()), *found]
    remarks = (*_notes(sent, returned, keys), *typed)
    return FileReading(tuple(changes), remarks, unread=tuple(unread))


def _notes(
    sent: Sent, returned: Returned, keys: Mapping[tuple[str, int], str]
) -> Iterator[CommentAt]:
    """Yield the notes of others, each with the anchor of the row in which it stands."""
    ours = {same_words(one) for one in sent.notes}
    places = {one.id: (sheet, row) for sheet, (row, _), one in returned.cell_notes}
    for one in returned.comments:
        if same_words(one.text) not in ours:
            yield CommentAt(one, one.id, keys.get(places.get(one.id, ("", -1)), ""))


def _gone(sheet: str) -> str:
    return f'the sheet "{sheet}", which is not there any more; its values stay as they are'


def _sheet(name: str, plan: SentSheet, sent: Sent, returned: Returned) -> ReturnedSheet | None:
    """Return the sheet that was sent under a name: by it, else by its heads."""
    named = [one for one in returned.sheets if one.name == name]
    if named:
        return named[0]
    if len({line.block for line in sent.lines}) == 1 or len(returned.sheets) == 1:
        some = [
            one for one in returned.sheets if len(columns_now(plan, one)[1]) > len(plan.heads) / 2
        ]
        return some[0] if some else None
    return None


class _SheetReading:
    """A sheet that came back, against the one that was sent."""

    def __init__(self, sent: SentSheet, sheet: ReturnedSheet, ours: AbstractSet[str]) -> None:
        self.sent, self.sheet, self.ours = sent, sheet, ours
        self.seen: set[str] = set()
        self.here: set[SentLine] = set()
        self.typed: list[CommentAt] = []  # remarks that were written into a column for them
        self.keys: dict[tuple[str, int], str] = {}  # the anchor of a value of each row
        self.rows = KnownRows(sent, sheet)
        columns = self.rows.columns.items()
        heads = ((self.rows.head, place) for one, place in columns if not self._is_longer(one))
        self.cells = ReadCells(heads)  # in whatever words
        self.added = AddedRows(sent, sheet, self.rows, self.cells)

    def _is_longer(self, column: int) -> bool:
        """Whether somebody wrote more over a column than what was sent there: a remark on it."""
        place = self.rows.head, self.rows.columns[column]
        now = squeezed(self.sheet.cells.get(place, NOTHING).text)
        sent = squeezed(self.sent.heads[column]) if column < len(self.sent.heads) else ""
        return bool(sent) and sent != now and now.startswith(sent)

    def changes(self) -> Iterator[Change]:
        """Yield what it says otherwise."""
        if self.rows.id_column is None:
            return
        keyless = dict(self.rows.keyless())
        for number, row in self.sheet.rows.items():
            name = keyless.get(number, self.rows.name(row))
            known = self.rows.ids.get(name)
            if known is not None:
                self.seen.add(name)
                self.here.add(known)
                self.keys[self.sheet.name, number] = next((x.key for x in known.spans), "")
                yield from self._row(known, number, row)
            elif number > self.rows.head >= 0:
                if (same := self.rows.computed(row)) is not None:
                    yield from self._row(same, number, row)
                elif (renamed := self.rows.renamed(row)) is not None:
                    self.here.add(renamed)
                    self.keys[self.sheet.name, number] = renamed.spans[0].key
                    yield from self._row(renamed, number, row)
                else:
                    yield from self.added.changes(number, row)
        yield from self._removed()

    def unread(self) -> Iterator[str]:
        """Yield what of it cannot be told, once its changes were: rows, columns to fill in."""
        name = f'the sheet "{self.sheet.name}"' if self.sheet.name else "it"
        if self.rows.id_column is None:
            if self.sent.spans:
                yield f"{name}: no column says which row is which; ask for the file as it was sent"
            return
        inputs = {column for spans in self.sent.spans.values() for column in spans}
        for column in sorted(inputs - set(self.rows.columns)):
            head = self.sent.heads[column] if column < len(self.sent.heads) else ""
            yield f'{name}: no column is headed "{head}"; its values stay as they are'
        if gone := list(self._gone()):
            shown = ", ".join(f'"{one}"' for one in gone[:_TOLD])
            more = f" and {len(gone) - _TOLD} more" if len(gone) > _TOLD else ""
            yield f"{name}: not there any more: {shown}{more}; what was sent of it stays as it is"
        yield from told(self.sheet.name, strays(self.sheet, self.ours, self.cells))
        for one in self.added.lost[:MOST_TOLD]:
            yield f"{name}, {one}; no row that was sent is known by what stands there"
        if (rest := len(self.added.lost) - MOST_TOLD) > 0:
            yield f"{name}: and {rest} more rows that cannot be told"

    def _row(self, line: SentLine, number: int, row: Row) -> Iterator[Change]:
        columns = self.rows.columns
        spans = self.sent.spans.get(line, {})
        shows = set(map(squeezed, line.text.split(GAP)))
        self.cells.beside |= {
            (number, place)
            for place, cell in row.items()
            if place not in columns.values() and squeezed(cell.text) not in shows
        }
        for column, shown in enumerate(line.text.split(GAP)):
            if column not in columns:
                continue
            cell = row.get(columns[column], NOTHING)
            span = spans.get(column)
            is_ours = span is not None or shown or self._is_for_remarks(column)
            (self.cells.read if is_ours else self.cells.beside).add((number, columns[column]))
            if span is None and self._is_for_remarks(column):
                yield from self._remarks(line, shown, cell)
            elif span is None:
                if shown and cell.text and not cell.formula and not is_same(shown, cell.text):
                    yield WordingChange(shown, cell.text, number=_place(self.sheet, line))
            elif span.kind == TICK:
                yield from tick_changes(span, shown, cell.text)
            else:
                yield from value_changes(self._of_row(span, line), shown, cell)

    def _of_row(self, span: Span, line: SentLine) -> Span:
        """Return the value of a cell: of a mapping that is not there yet, that of its row alone."""
        is_whole = span.value is None and isinstance(form(Spec, span.key), MapOf)
        name = cell_text(line, 0)
        if not is_whole or 0 not in self.sent.id_columns or not is_id(name):
            return span
        return replace(span, key=below(span.key, name))

    def _is_for_remarks(self, column: int) -> bool:
        heads = self.sent.heads
        return column < len(heads) and heads[column] == USUAL.negotiation.comments

    def _remarks(self, line: SentLine, shown: str, cell: ReturnedCell) -> Iterator[WordingChange]:
        """Note the remarks that were written below those that were sent; these are not changed."""
        before = [squeezed(one) for one in shown.split("\n")]
        said = [one.strip() for one in cell.text.split("\n") if one.strip()]
        key = next((one.key for one in line.spans), "")
        for one in said:
            if squeezed(one) not in before:
                self.typed.append(CommentAt(Comment("", NOBODY, one), "", key))
        lost = set(filter(None, before)) - {squeezed(one) for one in said}
        if lost:
            yield WordingChange(shown, cell.text, number=_place(self.sheet, line))

    def _gone(self) -> Iterator[str]:
        """Yield the rows that state something and came back no more, by their first words.

        A row that is an entry is no such: its going is a change, or the list may be a part of it.
        """
        for line in self.rows.ids.values() if self.here else ():
            is_stated = any(one.value is not None and one.kind != TICK for one in line.spans)
            if is_stated and line not in self.here and not self.sent.entry(line):
                yield cell_text(line, 0) or line.spans[0].key

    def _removed(self) -> Iterator[Change]:
        """Yield cost lines and receipts that are gone; a list of partners may be a part of it."""
        for name, line in self.rows.ids.items():
            entry = self.sent.entry(line)
            if name not in self.seen and self.seen and entry.startswith("budget."):
                yield RowRemoved(entry, " | ".join(filter(None, line.text.split(GAP))))


def _place(sheet: ReturnedSheet, line: SentLine) -> str:
    first = line.text.split(GAP)[0]
    return ", ".join(filter(None, (sheet.name, first[:60])))
