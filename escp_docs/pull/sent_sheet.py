"""A sheet as it was sent: its rows, by what each is known, and where its columns stand now."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from msgspec import Struct

from escp_docs.produced.sent import SentLine, Span
from escp_docs.produced.sent_sheets import GAP, HEAD, is_same
from escp_docs.pull.money_rows import money_columns
from escp_docs.pull.returned import ReturnedCell, ReturnedSheet

NOTHING: Final = ReturnedCell("")


class SentSheet(Struct, frozen=True, dict=True):
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
    def id_columns(self) -> tuple[int, ...]:
        """The columns by which its rows may be known, that of their keys first."""
        inputs = {column for spans in self.spans.values() for column in spans}
        width = max((line.text.count(GAP) + 1 for line in self.spans), default=0)
        able: list[tuple[bool, int]] = []
        for column in range(width):
            texts = [cell_text(line, column) for line in self.spans]
            if column in inputs or not all(texts) or len(set(texts)) < len(texts):
                continue
            is_key = all(map(self._is_key, self.spans, texts))
            able.append((not is_key, column))
        return tuple(column for _, column in sorted(able))

    def _is_key(self, line: SentLine, text: str) -> bool:
        return any(one.key.startswith(text) or text.startswith(one.key) for one in line.spans)

    @cached_property
    def rows(self) -> tuple[Mapping[str, SentLine], ...]:
        """Its rows by what they are known by, for each column by which they may be."""
        if not self.spans:  # all is computed; it is looked at to say what was written over
            body = [line for line in self.lines if line.number != HEAD]
            found = {
                squeezed(cell_text(line, 0)): line for line in reversed(body) if cell_text(line, 0)
            }
            return (found,) if found else ()
        return tuple(
            {squeezed(cell_text(line, column)): line for line in self.spans}
            for column in self.id_columns
        )

    @cached_property
    def columns(self) -> Mapping[int, str]:
        """The key below its entry that each column holds, where rows are entries or may be."""
        found: dict[int, str] = {}
        for line, spans in self.spans.items():
            entry = self.entry(line)
            for column, span in spans.items():
                if entry and span.key.startswith(f"{entry}."):
                    found.setdefault(column, span.key.removeprefix(f"{entry}."))
        return {**found, **money_columns(self.name, self.heads)}

    @property
    def name(self) -> str:
        """What stands on its tab."""
        return next((one.block for one in self.lines), "")

    def entry(self, line: SentLine) -> str:
        """Return the anchor of the entry that a row is; empty if it is none."""
        keys = [one.key for one in line.spans if one.key.count("[") == 1 and "]." in one.key]
        heads = {key[: key.index("]") + 1] for key in keys}
        is_table = len(self.spans) == len({self._head(one) for one in self.spans})
        return heads.pop() if len(heads) == 1 and is_table else ""

    def _head(self, line: SentLine) -> str:
        return next((one.key[: one.key.find("]") + 1] for one in line.spans), "")


def columns_now(plan: SentSheet, sheet: ReturnedSheet) -> tuple[int, dict[int, int]]:
    """Return the row of the heads, -1 without one, and where each column stands now."""
    best: dict[int, int] = {}
    at = -1
    for number, row in sheet.rows.items():
        left = {column: squeezed(cell.text) for column, cell in row.items()}
        found: dict[int, int] = {}
        for column, name in enumerate(plan.heads):
            here = next((one for one, text in left.items() if text == squeezed(name) != ""), None)
            if here is not None:
                found[column] = here
                del left[here]
        if len(found) > len(best):
            best, at = found, number
    if best and all(one == other for one, other in best.items()):
        # Heads in other words, over columns that stand where they did.
        best |= {one: one for one in range(len(plan.heads)) if one not in best}
    return at, best


def moved_columns(
    columns: Mapping[int, int],
    pairs: Sequence[tuple[SentLine, Mapping[int, ReturnedCell]]],
    sent: SentSheet,
) -> dict[int, int]:
    """Return where each column stands, also one that has another head: by what most rows say."""
    found = dict(columns)
    for column in sorted({one for spans in sent.spans.values() for one in spans} - set(columns)):
        shown = [(cell_text(line, column), row) for line, row in pairs if cell_text(line, column)]
        free = {one for _, row in shown for one in row} - set(found.values())
        same = {
            one: sum(is_same(text, row.get(one, NOTHING).text) for text, row in shown)
            for one in sorted(free)
        }
        best = max(same, key=lambda one: same[one], default=None)
        if best is not None and 2 * same[best] > len(shown):
            found[column] = best
    return found


def cell_text(line: SentLine, column: int) -> str:
    """Return the words of a cell of a row; none if the row is shorter."""
    cells = line.text.split(GAP)
    return cells[column] if column < len(cells) else ""


def squeezed(text: str) -> str:
    """Return words as rows are known by them: whatever the blanks and the case."""
    return " ".join(text.split()).casefold()
