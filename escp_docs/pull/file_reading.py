"""A Word file that came back, paragraph by paragraph beside what was sent."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Final

from escp_docs.produced.sent import TICK, Sent, SentLine
from escp_docs.prose.leaves import PLAIN, LetterLook, leaves
from escp_docs.prose.references import MARK
from escp_docs.prose.weaving import Wanted
from escp_docs.prose.words import same_words
from escp_docs.pull.cell_changes import tick_changes
from escp_docs.pull.changes import (
    Change,
    FileReading,
    ProseChange,
    RowInTable,
    RowRemoved,
    RowUntold,
    ValueChange,
    WordingChange,
    agreed,
    answer,
)
from escp_docs.pull.clause_words import with_marks, with_references
from escp_docs.pull.grown_clauses import grown_clauses
from escp_docs.pull.line_reading import LineReading, hand_of_line, hands_of, line_reading
from escp_docs.pull.margin_remarks import margin_remarks
from escp_docs.pull.pairing import LinePair, SideLine, on_row_edges, paired
from escp_docs.pull.prose_merging import as_items
from escp_docs.pull.returned import NOBODY, Hand, Returned, ReturnedLine, hands_together
from escp_docs.pull.running_words import running_words
from escp_docs.pull.table_rows import changed_rows

_LONG: Final = frozenset({"prose", "lines"})  # what may have several paragraphs


def file_reading(sent: Sent, returned: Returned) -> FileReading:
    """Return what a file says otherwise than it was sent."""
    return _FileReading(sent, returned).result()


class _FileReading:
    def __init__(self, sent: Sent, returned: Returned) -> None:
        self.sent, self.returned = sent, returned
        self.pairs = paired(
            [line.text for line in sent.lines], [line.text for line in returned.lines]
        )
        self.pairs = on_row_edges(
            self.pairs,
            [SideLine(same_words(line.text), line.row) for line in sent.lines],
            [
                SideLine(same_words(line.text), line.cell and line.cell[:2])
                for line in returned.lines
            ],
        )
        self.pairs = [pair for gap in self._gaps() for pair in self._by_cell(gap)]
        self.readings = {
            pair.sent: line_reading(sent.lines[pair.sent], returned.lines[pair.returned])
            for pair in self.pairs
            if pair.sent is not None and pair.returned is not None
        }
        self.taken: set[int] = set()  # returned lines that something else has said
        self.gone: set[int] = set()  # sent lines of which the same is true

    def result(self) -> FileReading:
        changes = [
            *self._rows(),
            *self._long_values(),
            *self._proses(),
            *self._values(),
            *self._wordings(),
            *running_words(self.sent, self.returned),
        ]
        corrected = sum(
            self.sent.lines[one].text != self.returned.lines[other].text
            and same_words(self.sent.lines[one].text) == same_words(self.returned.lines[other].text)
            for one, other in self._both()
        )
        return FileReading(
            tuple(changes), tuple(margin_remarks(self.sent, self.returned, self.pairs)), corrected
        )

    def _gaps(self) -> Iterator[list[LinePair]]:
        """Yield all pairs in order: each whole pair alone, and the lines without one together."""
        for is_whole, pairs in groupby(
            self.pairs, lambda one: None not in (one.sent, one.returned)
        ):
            some = list(pairs)
            yield from ([one] for one in some) if is_whole else [some]

    def _by_cell(self, gap: list[LinePair]) -> list[LinePair]:
        """Pair the lines of one row by their cells: an answer may have more lines than its room."""
        sent = [one.sent for one in gap if one.sent is not None]
        come = [one.returned for one in gap if one.returned is not None]
        cells = [self.returned.lines[one].cell for one in come]
        rows = {self.sent.lines[one].row for one in sent}
        is_one_row = len(rows) == 1 and None not in rows and not any(map(self._is_prose, sent))
        distinct = dict.fromkeys(cells)
        if not is_one_row or None in distinct or len({cell and cell[:2] for cell in cells}) != 1:
            return gap
        if len(distinct) != len(sent):
            return gap
        of_cell = dict(zip(distinct, sent, strict=True))
        return [
            LinePair(of_cell.pop(cell, None), one) for cell, one in zip(cells, come, strict=True)
        ]

    def _is_prose(self, index: int) -> bool:
        return bool(self.sent.lines[index].prose)

    def _both(self) -> Iterator[tuple[int, int]]:
        for pair in self.pairs:
            if pair.sent is not None and pair.returned is not None:
                yield pair.sent, pair.returned

    # --- values ---

    def _values(self) -> Iterator[Change]:
        found: dict[str, list[ValueChange]] = {}
        for index, reading in self.readings.items():
            if index in self.gone:
                continue
            line = self.sent.lines[index]
            for one in reading.values:
                shown = line.text[one.span.start : one.span.end]
                if one.span.kind == TICK:
                    yield from tick_changes(one.span, shown, one.text, one.hand)
                    continue
                text = answer(one.text, shown) if one.span.value is None else one.text
                if same_words(text) != same_words(shown) and not (
                    one.span.value is None and not text.strip()
                ):
                    change = ValueChange(
                        one.span.key,
                        one.span.kind,
                        one.span.value,
                        shown,
                        text,
                        one.hand,
                        one.span.options,
                        one.doubt,
                    )
                    found.setdefault(one.span.key, []).append(change)
        for several in found.values():
            yield agreed(several)
        yield from self._emptied(found)

    def _emptied(self, said: Collection[str]) -> Iterator[ValueChange]:
        """Yield the values whose cell is empty now, in a row that is still there."""
        standing = {self.sent.lines[one].row for one, _ in self._both()} - {None}
        for pair in self.pairs:
            if pair.sent is None or pair.returned is not None or pair.sent in self.gone:
                continue
            line = self.sent.lines[pair.sent]
            if line.row not in standing or len(line.spans) != 1:
                continue
            span = line.spans[0]
            shown = line.text[span.start : span.end]
            is_stated = span.kind != TICK and span.value is not None and span.key not in said
            if is_stated and shown.strip() == line.text.strip():
                self.gone.add(pair.sent)
                yield ValueChange(span.key, span.kind, span.value, shown, "")

    def _long_values(self) -> Iterator[Change]:
        """Yield values of several paragraphs: a field of a questionnaire that people go on in."""
        for at, pair in enumerate(self.pairs):
            if pair.sent is None or pair.returned is None:
                continue
            line = self.sent.lines[pair.sent]
            if len(line.spans) != 1 or line.spans[0].kind == TICK:
                continue
            span = line.spans[0]
            shown = line.text[span.start : span.end]
            if span.kind not in _LONG and shown.strip() != line.text.strip():
                continue  # a value among words that are fixed
            cell = self.returned.lines[pair.returned].cell
            more = []
            for other in self.pairs[at + 1 :]:
                if other.sent is not None or other.returned is None:
                    break
                if cell is None or self.returned.lines[other.returned].cell != cell:
                    break
                more.append(other.returned)
            if not more:
                continue
            reading = self.readings[pair.sent]
            first = reading.values[0].text if reading.values else shown
            if span.value is None:
                first = answer(first, shown)
            first = first.strip()
            lines = [self.returned.lines[one] for one in more]
            parted = "\n\n" if span.kind == "prose" else "\n"
            text = parted.join(filter(None, (first, *(_as_typed(one) for one in lines))))
            hand = hand_of_line(lines[-1])
            yield ValueChange(span.key, span.kind, span.value, shown, text, hand)
            self.taken.update(more)
            self.gone.add(pair.sent)

    # --- prose ---

    def _proses(self) -> Iterator[ProseChange]:
        for key, start, end in _runs_of_prose(self.sent.lines):
            change = self._prose(key, start, end)
            if change is not None:
                yield change

    def _prose(self, key: str, start: int, end: int) -> ProseChange | None:
        by_sent = {pair.sent: pair.returned for pair in self.pairs if pair.sent is not None}
        typed = self._as_typed(key, start, end)
        paragraphs: list[Wanted | None] = []
        hands: list[Hand] = []
        for index in range(start, end):
            at = by_sent.get(index)
            line = None if at is None else self.returned.lines[at]
            came = None if line is None or not line.text.strip() else paragraph(line)
            sent = self.sent.lines[index]
            paragraphs.append(came and with_marks(typed[index - start], sent, came))
            if line is not None and same_words(line.text) != same_words(
                self.sent.lines[index].text
            ):
                hands += hands_of(line)
        added: dict[int, tuple[Wanted, ...]] = {}
        for position, place in self._additions(start, end):
            line = self.returned.lines[place]
            added[position] = (*added.get(position, ()), paragraph(line))
            hands += hands_of(line)
            self.taken.add(place)
        added = {position: as_items(some) for position, some in added.items()}
        for position, row in self._further_rows(start, end):
            lines = [self.returned.lines[one] for one in row]
            cells = self._cells_of(lines)
            added[position] = (*added.get(position, ()), Wanted("", (), cells=cells))
            hands += hands_of(lines[0])
            self.taken.update(row)
        self.gone.update(range(start, end))
        hand = hands_together(hands)
        base = self.sent.proses.get(key)
        if base is None:
            return None
        return ProseChange(key, base, tuple(paragraphs), added, hand)

    def _as_typed(self, key: str, start: int, end: int) -> Sequence[str]:
        """Return the paragraphs of a prose as the spec had them, for those with references."""
        base = self.sent.proses.get(key, "")
        found = [one.text for one in leaves(base)] if MARK.search(base) else []
        return found if len(found) == end - start else [""] * (end - start)

    def _additions(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the paragraphs that were added to a prose: behind which of its own, and which."""
        at = next(i for i, pair in enumerate(self.pairs) if pair.sent == start)
        before = self.pairs[at - 1].sent if at else None
        leading: list[int] = []
        step = at - 1
        while step >= 0 and self.pairs[step].sent is None:
            leading.insert(0, self.pairs[step].returned or 0)
            before = self.pairs[step - 1].sent if step else None
            step -= 1
        is_first_of_its_kind = before is None or not self.sent.lines[before].prose
        cell = self._cell_of(start, end)
        for one in leading if is_first_of_its_kind else ():
            if one not in self.taken and self._belongs(one, cell):
                yield -1, one
        position = -1
        for pair in self.pairs[at:]:
            if pair.sent is not None:
                if pair.sent >= end:
                    return
                position = pair.sent - start
            elif pair.returned is not None and pair.returned not in self.taken:
                if not self._belongs(pair.returned, cell):
                    return
                yield position, pair.returned

    def _further_rows(self, start: int, end: int) -> Iterator[tuple[int, list[int]]]:
        """Yield the rows that were added to tables of a prose: behind which cell, and the lines."""
        known = {
            cell[:2]: one - start
            for one, other in self._both()
            if start <= one < end and (cell := self.returned.lines[other].cell) is not None
        }
        rows: dict[tuple[int, int], list[int]] = {}
        whole: Counter[tuple[int, int]] = Counter()
        come = {pair.returned for pair in self.pairs if pair.sent is None}
        for index, line in enumerate(self.returned.lines):
            if line.cell is None or line.cell[0] not in {table for table, _ in known}:
                continue
            whole[line.cell[:2]] += 1
            if index in come and index not in self.taken:
                rows.setdefault(line.cell[:2], []).append(index)
        for (table, row), lines in rows.items():
            before = [one for one in known if one[0] == table and one[1] < row]
            if whole[table, row] == len(lines) and before:
                yield known[max(before)], lines

    def _cells_of(self, lines: Sequence[ReturnedLine]) -> tuple[Wanted, ...]:
        """Return the cells of a row that is new, empty ones among them."""
        cells: dict[int, Wanted] = {}
        for line in lines:
            column = line.cell[2] if line.cell else 0
            new = paragraph(line)
            old = cells.get(column)
            text = new.text if old is None else f"{old.text} {new.text}"
            looks = new.looks if old is None else (*old.looks, PLAIN, *new.looks)
            cells[column] = Wanted(text, looks)
        empty = Wanted("", ())
        return tuple(cells.get(column, empty) for column in range(max(cells) + 1))

    def _cell_of(self, start: int, end: int) -> tuple[int, int, int] | None:
        for one, other in self._both():
            if start <= one < end:
                return self.returned.lines[other].cell
        return None

    def _belongs(self, returned: int, cell: tuple[int, int, int] | None) -> bool:
        """Whether an added paragraph stands where the prose does: in its cell, or in none."""
        line = self.returned.lines[returned]
        return line.cell == cell and bool(line.text.strip()) and not line.is_title

    # --- rows ---

    def _rows(self) -> Iterator[RowInTable | RowRemoved | RowUntold | WordingChange]:
        for row in changed_rows(self.sent, self.returned, self.pairs):
            self.gone.update(row.sent)
            self.taken.update(row.returned)
            yield row.change

    # --- words of the template ---

    def _wordings(self) -> Iterator[WordingChange]:
        for clause in grown_clauses(self.sent, self.returned, self.pairs, self.taken):
            self.gone.update(clause.sent)
            self.taken.update(clause.returned)
            yield clause.change
        for pair in self.pairs:
            sent = None if pair.sent is None else self.sent.lines[pair.sent]
            line = None if pair.returned is None else self.returned.lines[pair.returned]
            if sent is not None and pair.sent in self.gone:
                continue
            if sent is None and line is not None:
                if pair.returned not in self.taken and line.text.strip() and not line.is_title:
                    yield WordingChange("", line.text.strip(), hand_of_line(line))
            elif sent is not None and line is None:
                yield WordingChange(sent.text, "", NOBODY, sent.block, sent.number, sent.is_clause)
            elif sent is not None and line is not None:
                reading: LineReading = self.readings[pair.sent or 0]
                if reading.fixed:
                    yield WordingChange(
                        sent.text,
                        line.text.strip(),
                        reading.hand,
                        sent.block,
                        sent.number,
                        sent.is_clause,
                        with_references(sent, line.text.strip()),
                    )


def _runs_of_prose(lines: Sequence[SentLine]) -> Iterator[tuple[str, int, int]]:
    """Yield each prose with the lines from which on and up to which it goes."""
    at = 0
    while at < len(lines):
        key, end = lines[at].prose, at + 1
        while end < len(lines) and lines[end].prose == key:
            end += 1
        if key:
            yield key, at, end
        at = end


def paragraph(line: ReturnedLine) -> Wanted:
    """Return a paragraph as it is to be now."""
    text = line.text
    looks = tuple(
        LetterLook(run.bold, run.italic, run.url) for run in line.kept for _ in range(len(run.text))
    )
    stripped = text.strip()
    start = text.index(stripped) if stripped else 0
    return Wanted(stripped, looks[start : start + len(stripped)], line.item > 0, line.is_numbered)


def _as_typed(line: ReturnedLine) -> str:
    mark = ("1. " if line.is_numbered else "- ") if line.item else ""
    return f"{mark}{line.text.strip()}" if line.text.strip() else ""
