"""What a sheet says otherwise than it was sent: whatever the order of rows and columns."""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import Final

from msgspec.structs import replace

from escp_docs.language.languages import USUAL
from escp_docs.model.scalar import is_id
from escp_docs.model.schema import MapOf, below, form
from escp_docs.model.spec import Spec
from escp_docs.pattern import pattern
from escp_docs.produced.sent import TICK, Sent, SentLine, Span
from escp_docs.produced.sent_sheets import GAP, is_same
from escp_docs.prose.words import same_words
from escp_docs.pull.changes import (
    Change,
    CommentAt,
    FileReading,
    RowAdded,
    RowRemoved,
    TickChange,
    ValueChange,
    WordingChange,
    agreed,
    answer,
)
from escp_docs.pull.money_rows import kind_column, list_of, money_columns, naming_columns
from escp_docs.pull.returned import NOBODY, Comment, Returned, ReturnedCell, ReturnedSheet
from escp_docs.pull.sent_sheet import (
    NOTHING,
    SentSheet,
    cell_text,
    columns_now,
    moved_columns,
    squeezed,
)
from escp_docs.pull.stray_cells import Place, strays, told, words, words_sent
from escp_docs.workbook import letters

_YES: Final = frozenset({"yes", "y", "x", "true", "1", "ok", "☒", "☑", "✓", "✔"})
_NO: Final = frozenset({"", "no", "n", "false", "0", "☐", "-"})
_FEW: Final = 3  # rows that must be known again, of a sheet from which some were taken out
_TOLD: Final = 10  # rows that are told one by one
_COMPUTED: Final = "it is computed by a formula there; ask for the value itself"
_CLAUSE: Final = (
    "it is no id of a clause; write the entry by hand, with the id from the reference of clauses"
)
_FRACTION: Final = pattern(r"=\s*(\d{1,9})\s*/\s*(\d{1,9})\s*")


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
            unread += told(name, strays(sheet, ours)) if sheet else ()
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
        unread += told(sheet.name, strays(sheet, ours, beside=sheet.cells), was_sent=False)
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


def _sheet(name: str, plan: "SentSheet", sent: Sent, returned: Returned) -> ReturnedSheet | None:
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
        self.typed: list[CommentAt] = []  # remarks that were written into a column for them
        self.keys: dict[tuple[str, int], str] = {}  # the anchor of a value of each row
        self.lost: list[str] = []
        self.read: set[Place] = set()  # cells that were read, or told otherwise
        self.beside: set[Place] = set()  # cells in columns of others, and all of new rows
        self.head, self.columns = columns_now(sent, sheet)
        self.ids, self.id_column = self._known_by()
        self.columns = moved_columns(self.columns, self._pairs(), sent)
        self.read |= {(self.head, place) for place in self.columns.values()}  # in whatever words
        self.unstated = [line for line in sent.lines if not line.spans]
        self.stateless = list(self.unstated)  # less those that were found again
        names = {
            squeezed(row.get(self.id_column or 0, NOTHING).text) for row in sheet.rows.values()
        }
        self.gone = {
            name: line
            for name, line in self.ids.items()
            if name not in names and (entry := sent.entry(line)) and not entry.startswith("budget.")
        }

    def changes(self) -> Iterator[Change]:
        """Yield what it says otherwise."""
        if self.id_column is None:
            return
        keyless = dict(self._keyless())
        for number, row in self.sheet.rows.items():
            name = keyless.get(number, squeezed(row.get(self.id_column, NOTHING).text))
            known = self.ids.get(name)
            if known is not None:
                self.seen.add(name)
                self.keys[self.sheet.name, number] = next((x.key for x in known.spans), "")
                yield from self._row(known, number, row)
            elif number > self.head >= 0:
                if (same := self._computed(row, self.columns)) is not None:
                    yield from self._row(same, number, row)
                elif (renamed := self._renamed(row)) is not None:
                    self.keys[self.sheet.name, number] = renamed.spans[0].key
                    yield from self._row(renamed, number, row)
                else:
                    yield from self._added(number, row)
        yield from self._removed()

    def unread(self) -> Iterator[str]:
        """Yield what of it cannot be told, once its changes were: rows, columns to fill in."""
        name = f'the sheet "{self.sheet.name}"' if self.sheet.name else "it"
        if self.id_column is None:
            if self.sent.spans:
                yield f"{name}: no column says which row is which; ask for the file as it was sent"
            return
        inputs = {column for spans in self.sent.spans.values() for column in spans}
        for column in sorted(inputs - set(self.columns)):
            head = self.sent.heads[column] if column < len(self.sent.heads) else ""
            yield f'{name}: no column is headed "{head}"; its values stay as they are'
        yield from told(self.sheet.name, strays(self.sheet, self.ours, self.read, self.beside))
        for one in self.lost[:_TOLD]:
            yield f"{name}, {one}; no row that was sent is known by what stands there"
        if len(self.lost) > _TOLD:
            yield f"{name}: and {len(self.lost) - _TOLD} more rows that cannot be told"

    def _known_by(self) -> tuple[Mapping[str, SentLine], int | None]:
        """Return the rows by what they are known by here, and the column in which that stands.

        It is the first of the columns that can tell them apart and still does so for most rows.
        """
        best: tuple[int, Mapping[str, SentLine], int | None] = (0, {}, None)
        for rows in self.sent.rows:
            counts: dict[int, int] = {}
            for (_, column), cell in self.sheet.cells.items():
                if squeezed(cell.text) in rows:
                    counts[column] = counts.get(column, 0) + 1
            for column, count in counts.items():
                if count > best[0] and 2 * count > min(len(rows), _FEW):
                    best = count, rows, column
            if best[2] is not None and 2 * best[0] > len(rows):
                break
        return best[1], best[2]

    def _pairs(self) -> list[tuple[SentLine, Mapping[int, ReturnedCell]]]:
        """Return the rows that were sent, each beside the one that came back."""
        if self.id_column is None:
            return []
        rows = self.sheet.rows.values()
        named = ((self.ids.get(squeezed(r.get(self.id_column, NOTHING).text)), r) for r in rows)
        return [(line, row) for line, row in named if line is not None]

    def _keyless(self) -> Iterator[tuple[int, str]]:
        """Yield the rows of money whose key was lost, each with what it was known by.

        Their words say which cost or receipt they are: one that was sent and is missing says the
        same, in all of its values, or else one row alone in those words.
        """
        named = naming_columns(self.sent.name, self.sent.heads)
        stated = tuple(dict.fromkeys((*named, *self.sent.columns)))
        if not named or not set(stated) <= set(self.columns):
            return
        here = {
            number: squeezed(row.get(self.id_column or 0, NOTHING).text)
            for number, row in self.sheet.rows.items()
        }
        missing = {name: line for name, line in self.ids.items() if name not in here.values()}
        rows = {
            number: row
            for number, row in self.sheet.rows.items()
            if number > self.head and here[number] not in self.ids
        }
        for columns in (stated, named):
            for name, line in tuple(missing.items()):
                alike = [one for one, row in rows.items() if self._says(row, line, columns)]
                rivals = [one for one in missing.values() if _are_alike(one, line, columns)]
                if len(alike) == len(rivals) == 1:
                    del missing[name], rows[alike[0]]
                    yield alike[0], name

    def _says(
        self, row: Mapping[int, ReturnedCell], line: SentLine, columns: Iterable[int]
    ) -> bool:
        """Whether a row says in some columns what was sent in a line."""
        return all(
            is_same(cell_text(line, one), row.get(self.columns[one], NOTHING).text)
            for one in columns
        )

    def _renamed(self, row: Mapping[int, ReturnedCell]) -> SentLine | None:
        """Return the row that was sent of which only the name is gone, each once; None if none.

        Most of what it stated stands here. Lines of money that look alike are not told apart so.
        """
        alike: dict[str, int] = {}
        for name, line in self.gone.items():
            stated = [
                is_same(cell_text(line, column), row.get(self.columns[column], NOTHING).text)
                for column, span in self.sent.spans[line].items()
                if span.value is not None and column in self.columns
            ]
            if sum(stated) > max(1, len(stated) / 2):
                alike[name] = sum(stated)
        best = max(alike, key=lambda one: alike[one], default=None)
        return None if best is None else self.gone.pop(best)

    def _row(
        self, line: SentLine, number: int, row: Mapping[int, ReturnedCell]
    ) -> Iterator[Change]:
        columns = self.columns
        spans = self.sent.spans.get(line, {})
        shows = set(map(squeezed, line.text.split(GAP)))
        self.beside |= {
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
            (self.read if is_ours else self.beside).add((number, columns[column]))
            if span is None and self._is_for_remarks(column):
                yield from self._remarks(line, shown, cell)
            elif span is None:
                if shown and cell.text and not cell.formula and not is_same(shown, cell.text):
                    yield WordingChange(shown, cell.text, number=_place(self.sheet, line))
            elif span.kind == TICK:
                yield from _tick(span, cell)
            else:
                yield from _value(self._of_row(span, line), shown, cell)

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

    def _computed(
        self, row: Mapping[int, ReturnedCell], columns: Mapping[int, int]
    ) -> SentLine | None:
        """Return the row that was sent without a value of the spec and says this, each once."""
        inputs = [column for column in self.sent.columns if column in columns]
        said = [row.get(columns[column], NOTHING) for column in inputs]
        for line in self.stateless if any(one.text for one in said) else ():
            texts = [cell_text(line, column) for column in inputs]
            pairs = zip(texts, said, strict=True)
            if any(texts) and all(words(text) == words(one.text) for text, one in pairs):
                self.stateless.remove(line)
                return line
        return None

    def _added(self, number: int, row: Mapping[int, ReturnedCell]) -> Iterator[Change]:
        """Yield a row that is none of those that were sent."""
        said = {place: cell.text for place, cell in row.items() if cell.text and not cell.formula}
        if self._stood(said.values()):
            return
        near, kind = self._list_of(row)
        if not near:
            inputs = {column for spans in self.sent.spans.values() for column in spans}
            places = {self.columns.get(one, -1) for one in inputs | set(self.sent.columns)} | {kind}
            if typed := {place: text for place, text in said.items() if place in places}:
                self.lost.append(f'row {number + 1}: "{" | ".join(typed.values())}"')
                self.read |= {(number, place) for place in typed}
            return
        cells = {
            name: (place, row[place])
            for column, name in self.sent.columns.items()
            if (place := self.columns.get(column, -1)) in row
        }
        known = {place for place, _ in cells.values()} | {self.id_column, kind}
        first = self.columns.get(0, 0)
        if said.get(first, "").isdigit():  # rows that are only counted
            known.add(first)
        self.read |= {(number, place) for place in known if place is not None}
        self.beside |= {(number, place) for place in said}
        if not any(cell.text or cell.formula for _, cell in cells.values()):
            return
        yield self._new_row(near, number, row, cells)

    def _stood(self, texts: Iterable[str]) -> bool:
        """Whether a row says nothing but what a row without a value of the spec said."""
        said = set(map(squeezed, texts))
        return any(
            said <= {squeezed(one) for one in line.text.split(GAP)} for line in self.unstated
        )

    def _list_of(self, row: Mapping[int, ReturnedCell]) -> tuple[str, int | None]:
        """Return the anchor of an entry of the list that a row belongs to, or of the list itself.

        With it comes the column that says of a receipt of which list it is.
        """
        entries = [entry for one in self.sent.spans if (entry := self.sent.entry(one))]
        name, heads = self.sent.name, self.sent.heads
        if not money_columns(name, heads):
            return (entries[0] if entries else ""), None
        column = kind_column(name, heads)
        kind = None if column is None else self.columns.get(column)
        found = list_of(name, "" if kind is None else row.get(kind, NOTHING).text)
        return next((one for one in entries if found and one.startswith(f"{found}[")), found), kind

    def _cell(self, number: int, place: int) -> str:
        """Return where a cell stands, for people."""
        return f"{self.sheet.name} {letters(place)}{number + 1}".strip()

    def _new_row(
        self,
        near: str,
        number: int,
        row: Mapping[int, ReturnedCell],
        cells: Mapping[str, tuple[int, ReturnedCell]],
    ) -> RowAdded:
        name = "" if self.id_column is None else row.get(self.id_column, NOTHING).text
        ids = (("id", name),) if near.startswith("consortium.partners[") and name else ()
        faults = []
        if near.startswith("agreement.wording["):
            ids = (("clause", name),) if is_id(name) else ()
            said = f'says "{name}"' if name else "says nothing"
            here = self._cell(number, self.id_column or 0)
            faults += [] if ids else [f"{here} {said}: {_CLAUSE}"]
        places = {one: self._cell(number, place) for one, (place, _) in cells.items()}
        doubts = {one: doubt for one, (_, cell) in cells.items() if (doubt := _doubt(cell))}
        return RowAdded(
            near,
            (*ids, *((k, it.text) for k, (_, it) in cells.items() if it.text and k not in doubts)),
            " | ".join(cell.text for cell in row.values()),
            places={"id": self._cell(number, self.id_column or 0), **places},
            faults=(
                *faults,
                *(
                    f'{places[one]} says "{_said(cells[one][1])}": {why}'
                    for one, why in doubts.items()
                ),
            ),
        )

    def _removed(self) -> Iterator[Change]:
        """Yield cost lines and receipts that are gone; a list of partners may be a part of it."""
        for name, line in self.ids.items():
            entry = self.sent.entry(line)
            if name not in self.seen and self.seen and entry.startswith("budget."):
                yield RowRemoved(entry, " | ".join(filter(None, line.text.split(GAP))))


def _are_alike(one: SentLine, other: SentLine, columns: Iterable[int]) -> bool:
    return all(cell_text(one, column) == cell_text(other, column) for column in columns)


def _doubt(cell: ReturnedCell) -> str:
    """Return why the words of a cell are no value that somebody wrote; empty if they are."""
    if cell.is_error:
        return "the cell shows an error"
    return _COMPUTED if cell.formula else ""


def _said(cell: ReturnedCell) -> str:
    return cell.text or cell.formula


def _value(span: Span, shown: str, cell: ReturnedCell) -> Iterator[ValueChange]:
    fraction = None if cell.text else _FRACTION.fullmatch(cell.formula)
    text = (_decimal(fraction) if fraction else "") or _said(cell)
    doubt = _doubt(cell)
    if is_same(shown, text) or same_words(shown) == same_words(text):
        return
    if span.value is None:
        text = answer(text, shown)
        if not text and not doubt:
            return
    if span.kind == "lines":
        text = text.replace(";", "\n")
    yield ValueChange(
        span.key, span.kind, span.value, shown, text, options=span.options, doubt=doubt
    )


def _decimal(found: re.Match[str]) -> str:
    below = int(found[2])
    return f"{float(Fraction(int(found[1]), below)):.10f}".rstrip("0") if below else ""


def _tick(span: Span, cell: ReturnedCell) -> Iterator[Change]:
    folded = cell.text.strip().rstrip(".!").casefold()
    if folded in _YES or folded in _NO:
        if (folded in _YES) != (span.value == "true"):
            yield TickChange(span.key, span.option, folded in _YES)
    else:
        yield WordingChange("", cell.text, number=f"{span.key} ({span.option})")


def _place(sheet: ReturnedSheet, line: SentLine) -> str:
    first = line.text.split(GAP)[0]
    return ", ".join(filter(None, (sheet.name, first[:60])))
