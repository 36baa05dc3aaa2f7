"""What a sheet says otherwise than it was sent: whatever the order of rows and columns."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Final

from escp_docs.produced.sent import TICK, Sent, SentLine, Span
from escp_docs.produced.sent_sheets import GAP, HEAD, is_same
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
from escp_docs.pull.returned import Returned, ReturnedCell, ReturnedSheet

_YES: Final = frozenset({"yes", "y", "x", "true", "1", "ok", "☒", "☑", "✓", "✔"})
_NO: Final = frozenset({"", "no", "n", "false", "0", "☐", "-"})
_FRACTION: Final = re.compile(r"=\s*(\d{1,9})\s*/\s*(\d{1,9})\s*")
_NOTHING: Final = ReturnedCell("")


def sheet_reading(sent: Sent, returned: Returned) -> FileReading:
    """Return what a workbook or a CSV file says otherwise than it was sent.

    Formulas and cells that are computed are not read back; one that was written over is a note.
    """
    found: list[Change] = []
    values: dict[str, list[ValueChange]] = {}
    for name in dict.fromkeys(line.block for line in sent.lines):
        plan = _SentSheet(tuple(line for line in sent.lines if line.block == name))
        sheet = _sheet(name, plan, sent, returned)
        if sheet is None or not plan.ids:
            continue
        for one in _SheetReading(plan, sheet).changes():
            if isinstance(one, ValueChange):
                values.setdefault(one.key, []).append(one)
            else:
                found.append(one)
    changes = [*(agreed(several) for several in values.values()), *found]
    ours = {same_words(one) for one in sent.notes}
    others = (one for one in returned.comments if same_words(one.text) not in ours)
    remarks = tuple(CommentAt(one, one.id) for one in others)
    return FileReading(tuple(changes), remarks)


def _sheet(name: str, plan: "_SentSheet", sent: Sent, returned: Returned) -> ReturnedSheet | None:
    """Return the sheet that was sent under a name: by it, else by its heads."""
    named = [one for one in returned.sheets if one.name == name]
    if named:
        return named[0]
    if len({line.block for line in sent.lines}) == 1 or len(returned.sheets) == 1:
        some = [one for one in returned.sheets if len(_heads(plan, one)[1]) > len(plan.heads) / 2]
        return some[0] if some else None
    return None


@dataclass(frozen=True)
class _SentSheet:
    """A sheet as it was sent: rows of cells, and by what each row is known."""

    lines: tuple[SentLine, ...]

    @cached_property
    def heads(self) -> tuple[str, ...]:
        """The words over its columns."""
        found = next((one.text for one in self.lines if one.number == HEAD), "")
        return tuple(found.split(GAP)) if found else ()

    @cached_property
    def spans(self) -> Mapping[SentLine, Mapping[int, Span]]:
        """The values in each row by column."""
        return {
            line: {line.text.count(GAP, 0, span.start): span for span in line.spans}
            for line in self.lines
            if line.spans
        }

    @cached_property
    def id_column(self) -> int | None:
        """The column by which its rows are known: that of their keys, else the first that can."""
        inputs = {column for spans in self.spans.values() for column in spans}
        width = max((line.text.count(GAP) + 1 for line in self.spans), default=0)
        able: list[int] = []
        for column in range(width):
            texts = [_cell(line, column) for line in self.spans]
            if column in inputs or not all(texts) or len(set(texts)) < len(texts):
                continue
            if all(self._is_key(line, text) for line, text in zip(self.spans, texts, strict=True)):
                return column
            able.append(column)
        return able[0] if able else None

    def _is_key(self, line: SentLine, text: str) -> bool:
        return any(one.key.startswith(text) or text.startswith(one.key) for one in line.spans)

    @cached_property
    def ids(self) -> Mapping[str, SentLine]:
        """Its rows by what they are known by."""
        if not self.spans:  # all is computed; it is looked at to say what was written over
            body = [line for line in self.lines if line.number != HEAD]
            return {_squeezed(_cell(line, 0)): line for line in reversed(body) if _cell(line, 0)}
        if self.id_column is None:
            return {}
        return {_squeezed(_cell(line, self.id_column)): line for line in self.spans}

    @cached_property
    def columns(self) -> Mapping[int, str]:
        """The key below its entry that each column holds, where rows are entries."""
        found: dict[int, str] = {}
        for line, spans in self.spans.items():
            entry = self.entry(line)
            for column, span in spans.items():
                if entry and span.key.startswith(f"{entry}."):
                    found.setdefault(column, span.key.removeprefix(f"{entry}."))
        return found

    def entry(self, line: SentLine) -> str:
        """Return the anchor of the entry that a row is; empty if it is none."""
        keys = [one.key for one in line.spans if one.key.count("[") == 1 and "]." in one.key]
        heads = {key[: key.index("]") + 1] for key in keys}
        is_table = len(self.spans) == len({self._head(one) for one in self.spans})
        return heads.pop() if len(heads) == 1 and is_table else ""

    def _head(self, line: SentLine) -> str:
        return next((one.key[: one.key.find("]") + 1] for one in line.spans), "")


@dataclass
class _SheetReading:
    """A sheet that came back, against the one that was sent."""

    sent: _SentSheet
    sheet: ReturnedSheet
    seen: set[str] = field(default_factory=set)
    unread: list[SentLine] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Note the rows in which the spec states nothing."""
        self.unread = [line for line in self.sent.lines if not line.spans]

    def changes(self) -> Iterator[Change]:
        """Yield what it says otherwise."""
        head, columns = _heads(self.sent, self.sheet)
        ids = self._id_column()
        if ids is None:
            return
        for number, row in self.sheet.rows.items():
            known = self.sent.ids.get(_squeezed(row.get(ids, _NOTHING).text))
            if known is not None:
                self.seen.add(_squeezed(row[ids].text))
                yield from self._row(known, row, columns)
            elif number > head >= 0 and (same := self._computed(row, columns)) is not None:
                yield from self._row(same, row, columns)
            elif number > head >= 0:
                yield from self._added(row, columns, ids)
        yield from self._removed()

    def _id_column(self) -> int | None:
        """Return the column in which most rows have what they are known by."""
        counts: dict[int, int] = {}
        for (_, column), cell in self.sheet.cells.items():
            if _squeezed(cell.text) in self.sent.ids:
                counts[column] = counts.get(column, 0) + 1
        return max(counts, key=lambda one: counts[one]) if counts else None

    def _row(
        self, line: SentLine, row: Mapping[int, ReturnedCell], columns: Mapping[int, int]
    ) -> Iterator[Change]:
        spans = self.sent.spans.get(line, {})
        for column, shown in enumerate(line.text.split(GAP)):
            if column not in columns:
                continue
            cell = row.get(columns[column], _NOTHING)
            span = spans.get(column)
            if span is None:
                if shown and cell.text and not cell.formula and not is_same(shown, cell.text):
                    yield WordingChange(shown, cell.text, number=_place(self.sheet, line))
            elif span.kind == TICK:
                yield from _tick(span, cell)
            else:
                yield from _value(span, shown, cell)

    def _computed(
        self, row: Mapping[int, ReturnedCell], columns: Mapping[int, int]
    ) -> SentLine | None:
        """Return the row that was sent without a value of the spec and says this, each once."""
        inputs = [column for column in self.sent.columns if column in columns]
        said = [row.get(columns[column], _NOTHING) for column in inputs]
        for line in self.unread if any(one.text for one in said) else ():
            texts = [_cell(line, column) for column in inputs]
            pairs = zip(texts, said, strict=True)
            if any(texts) and all(_words(text) == _words(one.text) for text, one in pairs):
                self.unread.remove(line)
                return line
        return None

    def _added(
        self, row: Mapping[int, ReturnedCell], columns: Mapping[int, int], ids: int
    ) -> Iterator[Change]:
        """Yield a row that is none of those that were sent."""
        values = tuple(
            (name, row[columns[column]].text)
            for column, name in self.sent.columns.items()
            if column in columns and columns[column] in row and row[columns[column]].text
        )
        near = next((entry for one in self.sent.spans if (entry := self.sent.entry(one))), "")
        if not values or not near:
            return
        name = row.get(ids, _NOTHING).text
        if near.startswith("consortium.partners[") and name:
            values = (("id", name), *values)
        yield RowAdded(near, values, " | ".join(cell.text for cell in row.values()))

    def _removed(self) -> Iterator[Change]:
        """Yield cost lines and receipts that are gone; a list of partners may be a part of it."""
        for name, line in self.sent.ids.items():
            entry = self.sent.entry(line)
            if name not in self.seen and self.seen and entry.startswith("budget."):
                yield RowRemoved(entry, " | ".join(filter(None, line.text.split(GAP))))


def _heads(plan: _SentSheet, sheet: ReturnedSheet) -> tuple[int, dict[int, int]]:
    """Return the row of the heads, -1 without one, and where each column stands now."""
    best: dict[int, int] = {}
    at = -1
    for number, row in sheet.rows.items():
        left = {column: _squeezed(cell.text) for column, cell in row.items()}
        found: dict[int, int] = {}
        for column, name in enumerate(plan.heads):
            here = next((one for one, text in left.items() if text == _squeezed(name) != ""), None)
            if here is not None:
                found[column] = here
                del left[here]
        if len(found) > len(best):
            best, at = found, number
    if best and all(one == other for one, other in best.items()):
        # Heads in other words, over columns that stand where they did.
        best |= {one: one for one in range(len(plan.heads)) if one not in best}
    return at, best


def _value(span: Span, shown: str, cell: ReturnedCell) -> Iterator[ValueChange]:
    text, doubt = cell.text, ""
    if cell.formula:
        fraction = _FRACTION.fullmatch(cell.formula)
        text = text or (_decimal(fraction) if fraction else "")
        doubt = "it is computed by a formula there; ask for the value itself"
        text = text or cell.formula
    if cell.is_error:
        doubt = "the cell shows an error"
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


def _cell(line: SentLine, column: int) -> str:
    cells = line.text.split(GAP)
    return cells[column] if column < len(cells) else ""


def _words(text: str) -> str:
    """Return words as they are compared; nothing for a number, which may be computed anew."""
    return "" if re.fullmatch(r"[\d.,\s-]*", text) else _squeezed(text)


def _squeezed(text: str) -> str:
    return " ".join(text.split()).casefold()
